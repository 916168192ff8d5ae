// Where a codec writes: a buffer of its own for each sample, each at another offset. With one buffer and offset 0 the
// engine would fold both into the code as constants, which no server's packets allow.

export interface Output {
  readonly out: Uint8Array;
  readonly at: number;
}

export interface EncodedBytes {
  readonly data: Uint8Array;
  readonly at: number;
  readonly end: number;
}

const bytesMax = 1200;

export function outputs(count: number): Output[] {
  return Array.from({ length: count }, (_, i) => ({ out: new Uint8Array(bytesMax + count), at: i }));
}

/** What was written up to `end`, at the same offset of other memory. */
export function copyOf({ out, at }: Output, end: number): EncodedBytes {
  return { data: Uint8Array.from(out), at, end };
}

export function requireDecoded(end: number): void {
  if (end < 0) throw new Error(`refused with ${end}`);
}
