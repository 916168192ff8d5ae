// Most libraries turn an object into bytes and bytes into a new object; this makes all four cases from those two functions.

import type { CodecCase, Library } from '../library/library.js';
import { applyDelta, receivers } from '../library/receiver.js';
import type { ChatFields, DeltaSample, InputFields, SnapshotFields } from '../library/samples.js';
import { type PlainDelta, plainDeltas } from './plain-deltas.js';

export interface ObjectCodec<Fields> {
  /** The library's own kind of message. */
  message(fields: Fields): unknown;
  /** Returns the bytes it took. */
  encode(message: unknown): number;
  /** A copy of the bytes. */
  encoded(message: unknown): unknown;
  decode(encoded: unknown): Fields;
}

export interface ObjectLibrary {
  readonly name: string;
  readonly namesMessage?: boolean;
  input(): ObjectCodec<InputFields>;
  chat(): ObjectCodec<ChatFields>;
  snapshot(): ObjectCodec<SnapshotFields>;
  delta(): ObjectCodec<PlainDelta>;
}

export function objectLibrary(library: ObjectLibrary): Library {
  return {
    name: library.name,
    namesMessage: library.namesMessage ?? false,
    input: (samples) => objectCase(samples, library.input()),
    chat: (samples) => objectCase(samples, library.chat()),
    snapshot: (samples) => objectCase(samples, library.snapshot()),
    delta: (samples) => deltaCase(samples, library.delta()),
  };
}

function objectCase<Fields>(samples: readonly Fields[], codec: ObjectCodec<Fields>): CodecCase<Fields> {
  const messages = samples.map((fields) => codec.message(fields));
  let last: Fields | undefined;
  return {
    encode: (i) => codec.encode(messages[i]),
    encoded: (i) => codec.encoded(messages[i]),
    decode(encoded) {
      last = codec.decode(encoded);
    },
    decoded: () => last!,
  };
}

function deltaCase(
  samples: readonly DeltaSample[],
  codec: ObjectCodec<PlainDelta>,
): CodecCase<SnapshotFields> {
  const inner = objectCase(plainDeltas(samples), codec);
  const states = receivers(samples);
  let last = 0;
  return {
    encode: (i) => inner.encode(i),
    encoded: (i) => inner.encoded(i),
    decode(encoded, i) {
      inner.decode(encoded, i);
      applyDelta(states[i]!, inner.decoded());
      last = i;
    },
    decoded: () => states[last]!,
  };
}
