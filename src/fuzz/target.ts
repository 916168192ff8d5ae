// What the fuzzer drives: something that takes bytes and must neither throw nor look beyond them.

import type { SeededBytes } from '../simulate/work/seeded-bytes.js';

export interface FuzzTarget {
  readonly name: string;
  /**
   * Takes one input. Throws what the code under test threw; returns true when it gave different results for the same
   * bytes in other surroundings. `random` is for what the target varies besides the input.
   */
  run(input: Uint8Array, random: SeededBytes): boolean;
  /** How often it gets a turn, compared with a decoder. */
  readonly weight: number;
  /** Inputs of its own making, besides the committed corpus. */
  readonly corpus: readonly Uint8Array[];
}

export function sameBytes(a: Uint8Array, b: Uint8Array, length: number): boolean {
  for (let i = 0; i < length; i++) if (a[i] !== b[i]) return false;
  return true;
}
