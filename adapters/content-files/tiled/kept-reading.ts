// What was read last, and is read anew when it may be old. Readings go one after another, so that each knows what the one
// before it found, and one that took long never stands in the place of a newer; at most one waits for its turn.

export class KeptReading<T> {
  #now: Promise<T> | undefined;
  /** Whether that one reads, or has read; while it waits for its turn it is as new as anybody can ask for. */
  #hasBegun = false;
  /** What the last reading that succeeded found, or will have found. */
  #before: Promise<T>;

  constructor(
    none: T,
    private readonly readAfter: (before: T) => Promise<T>,
  ) {
    this.#before = Promise.resolve(none);
  }

  get(): Promise<T> {
    if (this.#now !== undefined) return this.#now;
    const before = this.#before;
    const reading = before.then((found) => {
      this.#hasBegun = true;
      return this.readAfter(found);
    });
    this.#hasBegun = false;
    this.#now = reading;
    this.#before = reading.catch(() => {
      // A failed reading is not kept: the next request tries again.
      if (this.#now === reading) this.#now = undefined;
      return before;
    });
    return reading;
  }

  refresh(): void {
    if (this.#hasBegun) this.#now = undefined;
  }
}
