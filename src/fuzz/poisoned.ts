// The same input in two copies whose surroundings differ: whoever reads outside the input behaves differently.

const marginBytes = 64;

export class Poisoned {
  readonly at = marginBytes;
  private readonly copies: readonly Uint8Array[];

  constructor(readonly bytesMax: number) {
    this.copies = [0x55, 0xaa].map((poison) => new Uint8Array(bytesMax + 2 * marginBytes).fill(poison));
  }

  /** The two buffers, with the input at `at` in both; they hold it until the next call. */
  place(input: Uint8Array): readonly Uint8Array[] {
    for (const [index, buffer] of this.copies.entries()) {
      buffer.fill(index === 0 ? 0x55 : 0xaa);
      buffer.set(input.subarray(0, this.bytesMax), this.at);
    }
    return this.copies;
  }
}
