// What a library under test provides: for each message its own way to encode and decode, at its best.
// The messages it encodes and decodes are of its own kind; making them from the samples is not timed.

import type { ChatFields, DeltaSample, InputFields, SnapshotFields } from './samples.js';

export interface CodecCase<Fields> {
  /** Encodes sample `i` into memory that may be used again; returns the bytes it took. */
  encode(i: number): number;
  /** Encodes sample `i` and returns what `decode` takes: the bytes, in the form that the library likes best. */
  encoded(i: number): unknown;
  /** Decodes all fields of sample `i`; a delta is also applied to the receiver's copy of its baseline. */
  decode(encoded: unknown, i: number): void;
  /** What the last `decode` gave. */
  decoded(): Fields;
}

export interface Library {
  readonly name: string;
  /** Whether its bytes say which message they are; to those of the others a byte for that is added. */
  readonly namesMessage: boolean;
  input(samples: readonly InputFields[]): CodecCase<InputFields>;
  chat(samples: readonly ChatFields[]): CodecCase<ChatFields>;
  snapshot(samples: readonly SnapshotFields[]): CodecCase<SnapshotFields>;
  delta(samples: readonly DeltaSample[]): CodecCase<SnapshotFields>;
}

export const caseNames = ['input', 'snapshot', 'delta', 'chat'] as const;
export type CaseName = (typeof caseNames)[number];
