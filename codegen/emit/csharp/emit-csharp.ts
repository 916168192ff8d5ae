// The C# sources for clients: one for each schema file, and the table of packets. What they stand on – reading, writing, text
// – is written by hand beside them.

import type { DeclarationModel, EnumModel, FileModel, Schema } from '../../model/schema-model.js';
import { byteCodec, type Coded } from '../c-family/codec-walk.js';
import { wrapWords } from '../c-family/source-lines.js';
import { unionKind } from '../c-family/packed.js';
import { packetsById } from '../../model/packets-by-id.js';
import { emitCsharpCodec } from './csharp-codec.js';
import { emitCsharpDelta } from './csharp-delta.js';
import { pascal } from './csharp-names.js';
import {
  emitBits,
  emitUnion,
  emitConstant,
  emitEnum,
  emitKnown,
  emitPacket,
  emitRecord,
  emitStruct,
  indented,
} from './csharp-types.js';

interface CsharpFile {
  /** Within the client's folder. */
  readonly path: string;
  readonly text: string;
}

/** Of the files that travel over the network; internal ones are no client's matter. */
export function emitCsharp(schema: Schema, hash: Uint8Array): CsharpFile[] {
  const files = schema.files.filter((file) => !file.internal);
  return [
    ...files.map((file) => ({ path: `${pascal(file.name)}.cs`, text: emitSource(file) })),
    { path: 'Packets.cs', text: emitPackets(files, hash) },
  ];
}

/** One schema file: its types, and its parts of Codec, Constants and Known. */
export function emitSource(file: FileModel): string {
  const { declarations } = file;
  // A union's tag is an enum of its own, which only the codec needs a function for.
  const kinds = declarations.flatMap((declaration) =>
    declaration.kind === 'union' ? [unionKind(declaration)] : [],
  );
  const constants = declarations.filter((declaration) => declaration.kind === 'const');
  const enums = declarations.filter((declaration): declaration is EnumModel => declaration.kind === 'enum');
  return page(file.name, file.doc, [
    ...staticClass('public', 'Constants', '', constants.map(emitConstant)),
    ...declarations.flatMap((declaration) => spaced(emitType(declaration))),
    ...staticClass(
      'internal',
      'Known',
      'Whether a number is one of the values of its enum.',
      [...enums, ...kinds].map(emitKnown),
    ),
    ...staticClass('public', 'Codec', codecDoc, [...kinds, ...declarations.filter(isCoded)].map(emitCodec)),
  ]);
}

const codecDoc =
  'Encode returns the offset behind the message, Decode reads exactly the bytes up to end and returns it; below 0 it is a ' +
  'CodecFault, and what was written or read is unspecified. A struct or record may end before end.';

function isCoded(declaration: DeclarationModel): declaration is Coded {
  return declaration.kind !== 'const';
}

function emitType(declaration: DeclarationModel): string[] {
  switch (declaration.kind) {
    case 'const':
      return [];
    case 'enum':
    case 'flags':
      return emitEnum(declaration);
    case 'struct':
      return emitStruct(declaration);
    case 'record':
      return emitRecord(declaration);
    case 'packet':
      return emitPacket(declaration);
    case 'bits':
      return emitBits(declaration);
    case 'union':
      return [...emitEnum(unionKind(declaration)), '', ...emitUnion(declaration)];
  }
}

function emitCodec(declaration: Coded): string[] {
  if ('members' in declaration) return emitCsharpCodec(declaration, byteCodec);
  const { name } = declaration;
  const packet = declaration.kind === 'packet' ? declaration : undefined;
  const open = packet
    ? `reader.Open(${name}.PacketId, ${name}.SizeMin, ${name}.SizeMax)`
    : 'reader.Fault == 0';
  const id = packet ? `writer.U8(${name}.PacketId)` : 'writer.Fault == 0';
  const padded = String(packet?.padded === true);
  return [
    `public static int Encode(${name} message, byte[] output, int at)`,
    '{',
    '    var writer = new Writer(output, at);',
    `    if (!(${id} && Write(ref writer, message))) return writer.Fault;`,
    ...(packet ? [`    if (!writer.Close(${name}.SizeMax, ${padded})) return writer.Fault;`] : []),
    '    return writer.At;',
    '}',
    '',
    `public static int Decode(${name} message, byte[] data, int at, int end)`,
    '{',
    '    var reader = new Reader(data, at, end);',
    `    if (!(${open} && Read(ref reader, message))) return reader.Fault;`,
    ...(packet ? [`    if (!reader.Close(${padded})) return reader.Fault;`] : []),
    '    return reader.At;',
    '}',
    '',
    ...emitCsharpCodec(declaration, byteCodec),
    ...(declaration.kind === 'record' && declaration.delta ? ['', ...emitCsharpDelta(declaration)] : []),
  ];
}

function emitPackets(files: readonly FileModel[], hash: Uint8Array): string {
  const packets = packetsById(files);
  const bytes = [...hash].map((byte) => `0x${byte.toString(16).padStart(2, '0')}`).join(', ');
  const rows = packets.map(({ name, from, channel, state, ratePerSecond, burst }) => {
    const route = `Sender.${pascal(from)}, Channel.${pascal(channel)}, SessionState.${pascal(state)}`;
    const numbers = `${ratePerSecond}, ${burst}, ${name}.SizeMin, ${name}.SizeMax`;
    return `    new PacketInfo(${name}.PacketId, "${name}", ${route}, ${numbers}),`;
  });
  return page(undefined, 'All packets, and the hash that Hello carries.', [
    ...spaced([
      'public static class Packets',
      '{',
      '    /// <summary>First 8 bytes of the SHA-256 of the schema; a server refuses a client that has another.</summary>',
      `    public static readonly byte[] ProtocolHash = { ${bytes} };`,
      '',
      '    /// <summary>In the order of their ids.</summary>',
      '    public static readonly PacketInfo[] All =',
      '    {',
      ...indented(rows),
      '    };',
      '',
      '    /// <summary>Null for an id that no packet has.</summary>',
      '    public static PacketInfo Find(byte id)',
      '    {',
      '        foreach (PacketInfo packet in All)',
      '        {',
      '            if (packet.Id == id) return packet;',
      '        }',
      '        return null;',
      '    }',
      '}',
    ]),
  ]);
}

function staticClass(access: string, name: string, doc: string, members: readonly string[][]): string[] {
  if (members.length === 0) return [];
  const content = members.flatMap((lines, index) => (index === 0 ? lines : ['', ...lines]));
  const summary =
    doc === ''
      ? []
      : ['/// <summary>', ...wrapWords(doc, 100).map((line) => `/// ${line}`), '/// </summary>'];
  return spaced([...summary, `${access} static partial class ${name}`, '{', ...indented(content), '}']);
}

function spaced(lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : ['', ...lines];
}

/** `content` starts with an empty line, which its brace replaces. */
function page(file: string | undefined, doc: string, content: readonly string[]): string {
  const source = file === undefined ? 'the schema' : `${file}.tos`;
  const lines = [
    `// Generated from ${source} by \`npm run codegen\`; changes here are lost.`,
    ...(doc === '' ? [] : wrapWords(doc, 110).map((line) => `// ${line}`)),
    '',
    'using System;',
    '',
    'namespace Tos.Protocol',
    '{',
    ...indented(content.slice(1)),
    '}',
  ];
  return `${lines.join('\n')}\n`;
}
