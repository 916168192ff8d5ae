// The examples of the clients' README compile as they stand there and print what it says, without exceptions and RTTI in C++.

import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { missingTools } from './support/client-program.js';

interface Example {
  /** As the fence names it. */
  readonly language: string;
  readonly tools: readonly string[];
  readonly compile: (folder: string, source: string) => readonly string[];
  readonly run: (folder: string) => readonly string[];
}

const examples: readonly Example[] = [
  {
    language: 'cpp',
    tools: ['g++'],
    compile: (folder, source) =>
      `g++ -std=c++17 -Wall -Wextra -Werror -fno-exceptions -fno-rtti -I protocol-schema/clients/cpp ${source} -o ${folder}/program`.split(
        ' ',
      ),
    run: (folder) => [join(folder, 'program')],
  },
  {
    language: 'csharp',
    tools: ['mcs', 'mono'],
    compile: (folder, source) =>
      `mcs -langversion:7 -warnaserror+ -out:${folder}/program.exe ${source} protocol-schema/clients/csharp/Tos/*.cs`.split(
        ' ',
      ),
    run: (folder) => ['mono', join(folder, 'program.exe')],
  },
];

const readme = readFileSync('protocol-schema/clients/README.md', 'utf8');
const said = /prints `(.+)`/.exec(readme)![1]!;

describe('the example in', () => {
  for (const { language, tools, compile, run } of examples) {
    const missing = missingTools(tools);
    if (missing.length > 0) {
      it.skip(`${language} is passed over: ${missing.join(' and ')} not installed`, () => {});
      continue;
    }
    it(`${language} prints what the document says`, () => {
      const folder = mkdtempSync(join(tmpdir(), 'client-example-'));
      try {
        const source = join(folder, `example.${language === 'cpp' ? 'cpp' : 'cs'}`);
        writeFileSync(source, new RegExp(`\`\`\`${language}\\n([^]*?)\`\`\``).exec(readme)![1]!);
        execute(compile(folder, source));
        expect(execute(run(folder))).toBe(`${said}\n`);
      } finally {
        rmSync(folder, { recursive: true });
      }
    }, 60_000);
  }
});

function execute([program, ...rest]: readonly string[]): string {
  return execFileSync(program!, rest, { encoding: 'utf8' });
}
