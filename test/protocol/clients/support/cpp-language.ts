// The C++ client: its headers, the specimen's, and a main function that answers lines.

import { emitCppCodec } from '#codegen/emit/cpp/cpp-codec.js';
import { emitHeader } from '#codegen/emit/cpp/emit-cpp.js';
import type { ClientLanguage } from './client-program.js';
import {
  allDeclarations,
  codedDeclarations,
  deltaRecords,
  isMessage,
  specimenFiles,
} from './client-schemas.js';

const clientFolder = 'protocol-schema/clients/cpp/tos';
const warnings = [
  '-Wall',
  '-Wextra',
  '-Wpedantic',
  '-Wconversion',
  '-Wsign-conversion',
  '-Wshadow',
  '-Werror',
];
const tokenCodec = { read: 'TokenReader', write: 'TokenWriter' };

export const cpp: ClientLanguage = {
  name: 'C++',
  tools: ['g++'],
  sources: () =>
    new Map([
      ...specimenFiles.map((file) => [`${file.name}.hpp`, emitHeader(file)] as const),
      ['main.cpp', mainSource()],
    ]),
  compile: (folder) => [
    'g++',
    '-std=c++17',
    '-O0',
    ...warnings,
    '-fsanitize=address,undefined',
    '-fno-sanitize-recover=all',
    ...[clientFolder, 'test/protocol/clients/support', folder].flatMap((path) => ['-I', path]),
    `${folder}/main.cpp`,
    '-o',
    `${folder}/program`,
  ],
  run: (folder) => [`${folder}/program`],
};

function mainSource(): string {
  const functions = codedDeclarations.flatMap((declaration) =>
    declaration.kind === 'flags' ? [] : emitCppCodec(declaration, tokenCodec),
  );
  return [
    '#include "packets.hpp"',
    ...specimenFiles.map((file) => `#include "${file.name}.hpp"`),
    '#include "program.hpp"',
    'namespace tos {',
    ...functions,
    '}',
    'int main() {',
    '  std::string line;',
    '  while (std::getline(std::cin, line)) {',
    '    std::istringstream words(line);',
    '    std::string command, name, result = "no such message";',
    '    words >> command >> name;',
    ...allDeclarations
      .filter(isMessage)
      .map(
        ({ name }) =>
          `    if (command.find("delta") == std::string::npos && name == "${name}") result = tos::answer<tos::${name}>(command, words);`,
      ),
    ...deltaRecords.flatMap(({ name }) => [
      `    if (command == "delta" && name == "${name}") result = tos::deltaLine<tos::${name}>(words);`,
      `    if (command == "undelta" && name == "${name}") result = tos::undeltaLine<tos::${name}>(words);`,
    ]),
    "    std::cout << result << '\\n';",
    '  }',
    '}',
    '',
  ].join('\n');
}
