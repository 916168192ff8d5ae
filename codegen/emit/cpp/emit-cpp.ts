// The C++17 headers for clients: one for each schema file, and the table of packets. What they stand on – reading, writing,
// containers – is written by hand beside them.

import type { DeclarationModel, FileModel, Schema } from '../../model/schema-model.js';
import { byteCodec } from '../c-family/codec-walk.js';
import { usedBy, usedFirst } from '../c-family/used-first.js';
import { wrapWords } from '../c-family/source-lines.js';
import { packetsById } from '../../model/packets-by-id.js';
import { emitCppCodec } from './cpp-codec.js';
import { emitCppDelta } from './cpp-delta.js';
import { emitBitsStruct, emitUnionStruct } from './cpp-packed.js';
import { unionKind } from '../c-family/packed.js';
import { emitConstant, emitEnum, emitPacket, emitRecord, emitStruct } from './cpp-types.js';

interface CppFile {
  /** Within the client's folder. */
  readonly path: string;
  readonly text: string;
}

/** Of the files that travel over the network; internal ones are no client's matter. */
export function emitCpp(schema: Schema, hash: Uint8Array): CppFile[] {
  const files = schema.files.filter((file) => !file.internal);
  return [
    ...files.map((file) => ({ path: `${file.name}.hpp`, text: emitHeader(file) })),
    { path: 'packets.hpp', text: emitPackets(files, hash) },
  ];
}

/** One schema file; it includes the files whose declarations it uses. */
export function emitHeader(file: FileModel): string {
  const others = [...new Set(file.declarations.flatMap(usedBy).map((used) => used.file))].filter(
    (owner) => owner !== file.name,
  );
  return page([
    ...headerHead(`${file.name}.tos`, file.doc),
    '#include <array>',
    '#include <cstddef>',
    '#include <cstdint>',
    '#include <optional>',
    '',
    '#include "codec.hpp"',
    ...others.sort().map((owner) => `#include "${owner}.hpp"`),
    '',
    'namespace tos {',
    ...usedFirst(file.declarations).flatMap((declaration) => ['', ...emitDeclaration(declaration)]),
    '',
    '}  // namespace tos',
  ]);
}

function headerHead(source: string, doc: string): string[] {
  return [
    `// Generated from ${source} by \`npm run codegen\`; changes here are lost.`,
    ...(doc === '' ? [] : wrapWords(doc, 110).map((line) => `// ${line}`)),
    '#pragma once',
    '',
  ];
}

function emitDeclaration(declaration: DeclarationModel): string[] {
  switch (declaration.kind) {
    case 'const':
      return emitConstant(declaration);
    case 'flags':
      return emitEnum(declaration);
    case 'enum':
      return [...emitEnum(declaration), '', ...emitCppCodec(declaration, byteCodec)];
    case 'struct':
      return [...emitStruct(declaration), '', ...emitCppCodec(declaration, byteCodec)];
    case 'record':
      return [
        ...emitRecord(declaration),
        '',
        ...emitCppCodec(declaration, byteCodec),
        ...(declaration.delta ? ['', ...emitCppDelta(declaration)] : []),
      ];
    case 'packet':
      return [...emitPacket(declaration), '', ...emitCppCodec(declaration, byteCodec)];
    case 'bits':
      return [...emitBitsStruct(declaration), '', ...emitCppCodec(declaration, byteCodec)];
    case 'union':
      return [
        ...emitDeclaration(unionKind(declaration)),
        '',
        ...emitUnionStruct(declaration),
        '',
        ...emitCppCodec(declaration, byteCodec),
      ];
  }
}

/** What the table says of each packet. */
const packetInfo = [
  'enum class Sender : std::uint8_t { client, server, both };',
  'enum class Channel : std::uint8_t { handshake, unreliable, sequenced, reliable };',
  '/// How far a session must have come before the packet may be sent.',
  'enum class SessionState : std::uint8_t { connecting, connected, playing };',
  '',
  '/// What must be known of a packet before it is decoded.',
  'struct PacketInfo {',
  '  std::uint8_t id;',
  '  const char* name;',
  '  Sender from;',
  '  Channel channel;',
  '  SessionState state;',
  '  /// Packets that one client may send a second on average; 0: no limit of its own.',
  '  std::uint16_t ratePerSecond;',
  '  /// Packets that may come at once after a pause; 0 where there is no rate.',
  '  std::uint16_t burst;',
  '  /// Bytes of the whole message with its id.',
  '  std::size_t sizeMin;',
  '  std::size_t sizeMax;',
  '};',
  '',
];

function emitPackets(files: readonly FileModel[], hash: Uint8Array): string {
  const packets = packetsById(files);
  const bytes = [...hash].map((byte) => `0x${byte.toString(16).padStart(2, '0')}`).join(', ');
  return page([
    ...headerHead('the schema', 'All packets, and the hash that Hello carries.'),
    '#include <array>',
    '#include <cstddef>',
    '#include <cstdint>',
    '',
    ...files.map((file) => `#include "${file.name}.hpp"`),
    '',
    'namespace tos {',
    '',
    '/// First 8 bytes of the SHA-256 of the schema; a server refuses a client that has another.',
    `constexpr std::array<std::uint8_t, 8> protocolHash{${bytes}};`,
    '',
    ...packetInfo,
    '/// In the order of their ids.',
    `constexpr std::array<PacketInfo, ${packets.length}> packets{{`,
    ...packets.map(
      ({ name, from, channel, state, ratePerSecond, burst }) =>
        `    {${name}::packetId, "${name}", Sender::${from}, Channel::${channel}, SessionState::${state}, ` +
        `${ratePerSecond}, ${burst}, ${name}::sizeMin, ` +
        `${name}::sizeMax},`,
    ),
    '}};',
    '',
    '/// Null for an id that no packet has.',
    'constexpr const PacketInfo* packetInfo(std::uint8_t id) {',
    '  for (const PacketInfo& packet : packets) {',
    '    if (packet.id == id) return &packet;',
    '  }',
    '  return nullptr;',
    '}',
    '',
    '}  // namespace tos',
  ]);
}

function page(lines: readonly string[]): string {
  return `${lines.join('\n')}\n`;
}
