// packets.ts: the protocol hash and what a receiver must know of each packet before decoding it.

import { channelBytesMax, clientBytesMax } from '../../check/check-packet.js';
import type { PacketModel, Schema } from '../../model/schema-model.js';
import { packetsById } from '../../model/packets-by-id.js';
import { hex } from './derived-names.js';

export function emitPacketTable(schema: Schema, protocolHash: Uint8Array): string {
  const packets = packetsById(schema.files);
  const channels = Object.entries(channelBytesMax)
    .filter(([channel]) => channel !== 'none')
    .map(([channel, bytesMax]) => `${channel}: ${bytesMax}`);
  return [
    '// Generated from protocol-schema by `npm run codegen`; changes here are lost.',
    '// The protocol hash, and what a receiver must know of a packet before it decodes it.',
    '',
    "import type { PacketInfo } from '../codec/packet-info.js';",
    '',
    '/** First 8 bytes of the SHA-256 of the network packets in canonical form; STANDARD.md says how. */',
    `export const protocolHash = new Uint8Array([${[...protocolHash].map((byte) => hex(byte)).join(', ')}]);`,
    '',
    '/** Most bytes of one message, with its id byte. */',
    `export const channelBytesMax = { ${channels.join(', ')} } as const;`,
    '/** Of a reliable message from a client. */',
    `export const clientBytesMax = ${clientBytesMax};`,
    '',
    '/** In the order of their ids; internal ones too. */',
    'export const packets: readonly PacketInfo[] = [',
    ...packets.map(packetRow),
    '];',
    '',
    'const byId: (PacketInfo | undefined)[] = new Array<PacketInfo | undefined>(256).fill(undefined);',
    'for (const packet of packets) byId[packet.id] = packet;',
    '',
    '/** Undefined for an id that no packet has. */',
    'export function packetInfo(id: number): PacketInfo | undefined {',
    'return byId[id];',
    '}',
    '',
  ].join('\n');
}

function packetRow(packet: PacketModel): string {
  const fields = [
    `id: ${hex(packet.id)}`,
    `name: '${packet.name}'`,
    `from: '${packet.from}'`,
    `channel: '${packet.channel}'`,
    `state: '${packet.state}'`,
    `ratePerSecond: ${packet.ratePerSecond}`,
    `burst: ${packet.burst}`,
    `sizeMin: ${packet.size.min}`,
    `sizeMax: ${packet.size.max}`,
  ];
  return `{ ${fields.join(', ')} },`;
}
