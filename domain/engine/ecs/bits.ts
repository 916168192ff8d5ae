// Bits of one word, and the words of a run of rows: row p is bit p & 31 of word p >>> 5.

/** Position of the lowest bit that is set; of no bits -1. */
export function lowestBit(bits: number): number {
  return 31 - Math.clz32(bits & -bits);
}

/** 1 when the bit of this row is set, else 0. */
export function bitOf(words: { readonly [word: number]: number }, row: number): number {
  return (words[row >>> 5]! >>> (row & 31)) & 1;
}

/** How many bits are set (Hacker's Delight, 5-1). */
export function countBits(bits: number): number {
  let count = bits - ((bits >>> 1) & 0x5555_5555);
  count = (count & 0x3333_3333) + ((count >>> 2) & 0x3333_3333);
  count = (count + (count >>> 4)) & 0x0f0f_0f0f;
  return Math.imul(count, 0x0101_0101) >>> 24;
}

/** The bits in `word` of the rows from `start` to before `end`; at least one of them must lie there. */
export function bitsOfRun(word: number, start: number, end: number): number {
  const base = word << 5;
  const from = start > base ? -1 << (start - base) : -1;
  const to = end - base < 32 ? ~(-1 << (end - base)) : -1;
  return from & to;
}
