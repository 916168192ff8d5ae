// Consecutive fields of fixed width: one bounds check for all of them, then straight-line reads or writes.

import { refuse } from './faults.js';

/** Collects a run; `flush` returns its code, which moves `at` behind it. */
export class FixedRun {
  #bytes = 0;
  /** What must be known before the bounds are checked: locals, caps. */
  #before: string[] = [];
  #body: string[] = [];

  constructor(
    readonly direction: 'encode' | 'decode',
    /** Whether the bytes were checked already: of a message of fixed size, of all elements of an array at once. */
    public boundsChecked = false,
  ) {}

  /** Adds `bytes` bytes; `code` gets the source text of their offsets. */
  add(
    bytes: number,
    code: (byteAt: (k: number) => string) => readonly string[],
    before: readonly string[] = [],
  ): void {
    const base = this.#bytes;
    this.#bytes += bytes;
    this.#before.push(...before);
    this.#body.push(...code((k) => (base + k === 0 ? 'at' : `at + ${base + k}`)));
  }

  flush(): string[] {
    if (this.#bytes === 0) return [];
    const room = this.#bytes === 1 ? 'at >= ' : `at + ${this.#bytes} > `;
    const check =
      this.direction === 'encode' ? refuse(`${room}out.length`, 'noRoom') : refuse(`${room}end`, 'truncated');
    const bounds = this.boundsChecked ? [] : [check];
    const lines = [...this.#before, ...bounds, ...this.#body, `at += ${this.#bytes};`];
    this.#bytes = 0;
    this.#before = [];
    this.#body = [];
    return lines;
  }
}
