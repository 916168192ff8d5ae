// Which packet numbers were seen, for the newest 1024. Moves only when `accept` is called, that is after authentication.

const windowBits = 1024;
const words = windowBits / 32;

export class ReplayWindow {
  /** The highest number accepted, 0 before the first. */
  highest = 0;
  private readonly seen = new Uint32Array(words);

  reset(): void {
    this.highest = 0;
    this.seen.fill(0);
  }

  /** Whether `number` may still be accepted: neither seen nor older than the window. */
  isFresh(number: number): boolean {
    if (number > this.highest) return true;
    if (number <= this.highest - windowBits || number < 1) return false;
    return (this.seen[(number >>> 5) % words]! & (1 << (number & 31))) === 0;
  }

  /** Marks `number`, which was fresh. */
  accept(number: number): void {
    if (number > this.highest) this.advance(number);
    this.seen[(number >>> 5) % words]! |= 1 << (number & 31);
  }

  private advance(number: number): void {
    if (number - this.highest >= windowBits) {
      this.seen.fill(0);
    } else {
      for (let passed = this.highest + 1; passed <= number; passed++) {
        this.seen[(passed >>> 5) % words]! &= ~(1 << (passed & 31));
      }
    }
    this.highest = number;
  }
}
