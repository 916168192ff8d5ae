// The encode and decode functions of structs, records and packets.

import type {
  BitsModel,
  FieldModel,
  PacketModel,
  RecordModel,
  StructModel,
  UnionModel,
} from '../../model/schema-model.js';
import { DeltaDecodeBody } from './delta-decode-body.js';
import { DeltaEncodeBody } from './delta-encode-body.js';
import { idName, sizeMaxName } from './derived-names.js';
import { fault } from './faults.js';

export function emitStructCodec(struct: StructModel): string {
  return emitCodec(struct.name, (body) => body.fields(struct.fields));
}

export function emitRecordCodec(record: RecordModel): string {
  return emitCodec(record.name, (body) => body.record(record));
}

export function emitBitsCodec(bits: BitsModel): string {
  return emitCodec(bits.name, (body) => body.bits(bits));
}

export function emitUnionCodec(union: UnionModel): string {
  return emitCodec(union.name, (body) => body.union(union));
}

export function emitPacketCodec(packet: PacketModel): string {
  // A parameter that nothing reads is named so that the compiler accepts it.
  const message = hasContent(packet.fields) ? 'message' : '_message';
  return (
    encoder(packet.name, message, packetEncode(packet)) + decoder(packet.name, message, packetDecode(packet))
  );
}

function emitCodec(name: string, walk: (body: DeltaEncodeBody | DeltaDecodeBody) => void): string {
  const encode = new DeltaEncodeBody();
  walk(encode);
  const decode = new DeltaDecodeBody();
  walk(decode);
  return (
    encoder(name, 'message', [...encode.finish(), 'return at;']) +
    decoder(name, 'message', [...decode.finish(), 'return at;'])
  );
}

function packetEncode(packet: PacketModel): string[] {
  const body = new DeltaEncodeBody();
  body.idByte(packet.id);
  body.fields(packet.fields);
  const lines = body.finish();
  const sizeMax = sizeMaxName(packet.name);
  if (packet.bounded) {
    return ['const start = at;', ...lines, `return at - start > ${sizeMax} ? ${fault('tooLong')} : at;`];
  }
  if (!packet.padded) return [...lines, 'return at;'];
  return [
    `const end = at + ${sizeMax};`,
    `if (end > out.length) return ${fault('noRoom')};`,
    ...lines,
    'out.fill(0, at, end);',
    'return end;',
  ];
}

function packetDecode(packet: PacketModel): string[] {
  const { min, max } = packet.size;
  const sizeMax = sizeMaxName(packet.name);
  const body = new DeltaDecodeBody(min === max);
  body.idByte(idName(packet.name));
  body.fields(packet.fields);
  const lines = body.finish();
  if (packet.padded) {
    return [
      `if (end > data.length || end - at < ${sizeMax}) return ${fault('truncated')};`,
      `if (end - at > ${sizeMax}) return ${fault('trailing')};`,
      ...lines,
      `for (; at < end; at++) if (data[at] !== 0) return ${fault('notCanonical')};`,
      'return at;',
    ];
  }
  if (min === max) {
    return [
      `if (end > data.length || end - at < ${sizeMax}) return ${fault('truncated')};`,
      `if (end - at > ${sizeMax}) return ${fault('trailing')};`,
      ...lines,
      'return at;',
    ];
  }
  return [
    `if (end > data.length) return ${fault('truncated')};`,
    `if (end - at > ${sizeMax}) return ${fault('tooLong')};`,
    ...lines,
    `return at === end ? at : ${fault('trailing')};`,
  ];
}

function hasContent(fields: readonly FieldModel[]): boolean {
  return fields.length > 0;
}

function encoder(name: string, message: string, body: readonly string[]): string {
  const head = `export function encode${name}(${message}: ${name}, out: Uint8Array, at: number): number {`;
  return `${head}\n${body.join('\n')}\n}\n\n`;
}

function decoder(name: string, message: string, body: readonly string[]): string {
  const head = `export function decode${name}(${message}: ${name}, data: Uint8Array, at: number, end: number): number {`;
  return `${head}\n${body.join('\n')}\n}\n\n`;
}
