// The C# client: its sources, the specimen's, and a program that answers lines. Compiled by Mono, whose compiler knows C# 7.

import { emitCsharpCodec } from '#codegen/emit/csharp/csharp-codec.js';
import { emitSource } from '#codegen/emit/csharp/emit-csharp.js';
import type { ClientLanguage } from './client-program.js';
import {
  allDeclarations,
  codedDeclarations,
  deltaRecords,
  isMessage,
  specimenFiles,
} from './client-schemas.js';

const tokenCodec = { read: 'TokenReader', write: 'TokenWriter' };

export const csharp: ClientLanguage = {
  name: 'C#',
  tools: ['mcs', 'mono'],
  sources: () =>
    new Map([
      ...specimenFiles.map((file) => [`${file.name}.cs`, emitSource(file)] as const),
      ['Answers.cs', answersSource()],
    ]),
  compile: (folder) => [
    'mcs',
    '-langversion:7',
    '-warnaserror+',
    '-warn:4',
    '-checked+',
    `-out:${folder}/program.exe`,
    'protocol-schema/clients/csharp/Tos/*.cs',
    'test/protocol/clients/support/*.cs',
    `${folder}/*.cs`,
  ],
  run: (folder) => ['mono', `${folder}/program.exe`],
};

function answersSource(): string {
  const functions = codedDeclarations.flatMap((declaration) => emitCsharpCodec(declaration, tokenCodec));
  const messages = allDeclarations.filter(isMessage);
  return [
    'using System.Text;',
    'namespace Tos.Protocol {',
    'internal static class TokenCodec {',
    ...functions,
    // In words a row of a list stands whole.
    ...deltaRecords.flatMap(({ name }) => [
      `internal static bool ReadDelta(ref TokenReader input, ${name} message, ${name} held) { return Read(ref input, message); }`,
      `internal static bool WriteDelta(ref TokenWriter output, ${name} message, ${name} held) { return Write(ref output, message); }`,
    ]),
    '}',
    'internal static partial class Program {',
    'private static string Answer(bool decode, string name, string[] words) {',
    'switch (name) {',
    ...messages.map(({ name }) => `case "${name}": return Answer${name}(decode, words);`),
    'default: return "no such message";',
    '}',
    '}',
    ...messages.flatMap(({ name }) => answerFunction(name)),
    'private static string AnswerDelta(string name, string[] words) {',
    'switch (name) {',
    ...deltaRecords.map(({ name }) => `case "${name}": return Delta${name}(words);`),
    'default: return "no such record";',
    '}',
    '}',
    ...deltaRecords.flatMap(({ name }) => deltaFunction(name)),
    '}',
    '}',
    '',
  ].join('\n');
}

/** One message for all lines: what an earlier one left behind must not matter. */
function answerFunction(name: string): string[] {
  return [
    `private static readonly ${name} the${name} = new ${name}();`,
    `private static string Answer${name}(bool decode, string[] words) {`,
    `Encoder encode = (output, at) => Codec.Encode(the${name}, output, at);`,
    'if (decode) {',
    'byte[] data = Surrounded(words[2]);',
    `int end = Codec.Decode(the${name}, data, Before, data.Length - Behind);`,
    'var fields = new StringBuilder();',
    'var writer = new TokenWriter(fields);',
    `if (end >= 0) TokenCodec.Write(ref writer, the${name});`,
    'return Decoded(end, encode, fields);',
    '}',
    'var reader = new TokenReader(words, 2);',
    `TokenCodec.Read(ref reader, the${name});`,
    'return Encoded(encode);',
    '}',
  ];
}

/** `delta Name words… words…` and `undelta Name hex words…`, as in C++. */
function deltaFunction(name: string): string[] {
  return [
    `private static string Delta${name}(string[] words) {`,
    `${name} message = new ${name}(), baseline = new ${name}();`,
    'bool decode = words[0] == "undelta";',
    'var reader = new TokenReader(words, decode ? 3 : 2);',
    'if (!decode) {',
    'TokenCodec.Read(ref reader, message);',
    'TokenCodec.Read(ref reader, baseline);',
    'return Encoded((output, at) => Codec.EncodeDelta(message, baseline, output, at));',
    '}',
    'TokenCodec.Read(ref reader, baseline);',
    'byte[] data = Surrounded(words[2]);',
    'int end = Codec.DecodeDelta(message, baseline, data, Before, data.Length - Behind);',
    'if (end < 0) return CodecFault.Name(end);',
    'StringBuilder came = new StringBuilder(), same = new StringBuilder();',
    'var writer = new TokenWriter(came);',
    'TokenCodec.Write(ref writer, message);',
    'int again = Codec.DecodeDelta(baseline, baseline, data, Before, data.Length - Behind);',
    'writer = new TokenWriter(same);',
    'TokenCodec.Write(ref writer, baseline);',
    'return again == end && came.ToString() == same.ToString() ? (end - Before).ToString() + came : "not so in place";',
    '}',
  ];
}
