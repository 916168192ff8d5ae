// typed-binary: plain fields of 32 bits, a writer and a reader on memory that is used again.

import bin from 'typed-binary';
import type { ObjectCodec } from './object-codec.js';
import { objectLibrary } from './object-codec.js';

const { u8, u32, f32, string, object, optional, dynamicArrayOf, BufferWriter, BufferReader } = bin;

const input = object({ sequence: u32, tick: u32, moveX: f32, moveY: f32, facing: f32, buttons: u32 });
const chat = object({ scope: u8, text: string });
const entity = object({ id: u32, x: f32, y: f32, facing: f32, health: f32, status: u32 });
const snapshot = object({ tick: u32, lastInput: u32, entities: dynamicArrayOf(entity) });
const change = object({
  slot: u8,
  x: optional(f32),
  y: optional(f32),
  facing: optional(f32),
  health: optional(f32),
  status: optional(u32),
});
const delta = object({ tick: u32, lastInput: u32, entities: dynamicArrayOf(change) });

interface Schema<Value> {
  write(output: InstanceType<typeof BufferWriter>, value: Value): void;
  read(input: InstanceType<typeof BufferReader>): unknown;
}

function codec<Fields>(schema: Schema<never>): ObjectCodec<Fields> {
  const memory = new ArrayBuffer(4096);
  const writer = new BufferWriter(memory, { endianness: 'little' });
  const reading = new Uint8Array(4096);
  const reader = new BufferReader(reading.buffer, { endianness: 'little' });
  const encode = (message: unknown) => {
    writer.seekTo(0);
    schema.write(writer, message as never);
    return writer.currentByteOffset;
  };
  return {
    message: (fields) => fields,
    encode,
    encoded: (message) => new Uint8Array(memory.slice(0, encode(message))),
    decode(encoded) {
      // A reader belongs to one buffer, and making one costs more than copying.
      reading.set(encoded as Uint8Array);
      reader.seekTo(0);
      return schema.read(reader) as Fields;
    },
  };
}

export const typedBinary = objectLibrary({
  name: 'typed-binary',
  input: () => codec(input as never),
  chat: () => codec(chat as never),
  snapshot: () => codec(snapshot as never),
  delta: () => codec(delta as never),
});
