// Before anything is timed: every sample must survive the library, field by field. Floats of 32 bits may be off by what
// they cannot hold, at most 1e-6; all else, and the grid of the quantized fields, is exact.

import type { CaseName, CodecCase, Library } from './library/library.js';
import {
  chatSamples,
  type ChatFields,
  deltaSamples,
  inputSamples,
  type InputFields,
  type SnapshotFields,
  snapshotSamples,
} from './library/samples.js';

type Fields = InputFields | ChatFields | SnapshotFields;

export interface PreparedCase {
  readonly run: CodecCase<Fields>;
  /** What each sample has to become. */
  readonly expected: readonly Fields[];
}

export function prepareCase(library: Library, name: CaseName): PreparedCase {
  switch (name) {
    case 'input': {
      const samples = inputSamples();
      return { run: library.input(samples), expected: samples };
    }
    case 'chat': {
      const samples = chatSamples();
      return { run: library.chat(samples), expected: samples };
    }
    case 'snapshot': {
      const samples = snapshotSamples();
      return { run: library.snapshot(samples), expected: samples };
    }
    case 'delta': {
      const samples = deltaSamples();
      return { run: library.delta(samples), expected: samples.map(({ after }) => after) };
    }
  }
}

/** Throws at the first field that is lost. Returns the mean size of a message in bytes. */
export function prove({ run, expected }: PreparedCase): number {
  let bytes = 0;
  for (const [i, fields] of expected.entries()) {
    run.decode(run.encoded(i), i);
    requireEqual(run.decoded(), fields, `sample ${i}`);
    bytes += run.encode(i);
  }
  return bytes / expected.length;
}

function requireEqual(got: unknown, expected: unknown, path: string): void {
  if (Array.isArray(expected)) {
    const list = got as ArrayLike<unknown>;
    if (list.length !== expected.length) throw new Error(`${path}: ${list.length} of ${expected.length}`);
    for (const [i, each] of expected.entries()) requireEqual(list[i], each, `${path}[${i}]`);
  } else if (typeof expected === 'object' && expected !== null) {
    for (const [key, value] of Object.entries(expected))
      requireEqual((got as Record<string, unknown>)[key], value, `${path}.${key}`);
  } else if (typeof expected === 'number' && !Number.isInteger(expected)) {
    if (!(Math.abs((got as number) - expected) <= 1e-6))
      throw new Error(`${path}: ${String(got)} instead of ${expected}`);
  } else if (got !== expected) {
    throw new Error(`${path}: ${String(got)} instead of ${String(expected)}`);
  }
}
