// FlatBuffers: one builder used again, and every field read out of the bytes into objects used again.

import { Builder, ByteBuffer } from 'flatbuffers';
import type { CodecCase, Library } from '../library/library.js';
import { receivers } from '../library/receiver.js';
import type { ChatFields, InputFields, SnapshotFields } from '../library/samples.js';
import {
  buildChat,
  buildDelta,
  buildInput,
  buildSnapshot,
  readChat,
  readDelta,
  readInput,
  readSnapshot,
} from './flatbuffers-messages.js';
import { plainDeltas } from './plain-deltas.js';

function flatCase<Message, Fields>(
  messages: readonly Message[],
  build: (builder: Builder, message: Message) => number,
  read: (bytes: ByteBuffer, table: number, target: Fields) => void,
  targetOf: (i: number) => Fields,
): CodecCase<Fields> {
  const builder = new Builder(4096);
  let last = targetOf(0);
  const encode = (i: number) => {
    builder.clear();
    builder.finish(build(builder, messages[i]!));
    return builder.offset();
  };
  return {
    encode,
    encoded(i) {
      encode(i);
      return new ByteBuffer(Uint8Array.from(builder.asUint8Array()));
    },
    decode(encoded, i) {
      const bytes = encoded as ByteBuffer;
      last = targetOf(i);
      read(bytes, bytes.readInt32(0), last);
    },
    decoded: () => last,
  };
}

export const flatbuffers: Library = {
  name: 'flatbuffers',
  namesMessage: false,
  input(samples) {
    const target: InputFields = { ...samples[0]! };
    return flatCase(samples, buildInput, readInput, () => target);
  },
  chat(samples) {
    const target: ChatFields = { ...samples[0]! };
    return flatCase(samples, buildChat, readChat, () => target);
  },
  snapshot(samples) {
    const target: SnapshotFields = structuredClone(samples[0]!);
    return flatCase(samples, buildSnapshot, readSnapshot, () => target);
  },
  delta(samples) {
    const states = receivers(samples);
    return flatCase(plainDeltas(samples), buildDelta, readDelta, (i) => states[i]!);
  },
};
