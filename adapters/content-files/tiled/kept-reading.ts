// What was read last, and is read anew when it may be old. Readings go one after another, so that each knows what the one
// before it found, and one that took long never stands in the place of a newer.

export class KeptReading<T> {
  #now: Promise<T> | undefined;
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
    const reading = before.then(this.readAfter);
    this.#now = reading;
    this.#before = reading.catch(() => {
      // A failed reading is not kept: the next request tries again.
      if (this.#now === reading) this.#now = undefined;
      return before;
    });
    return reading;
  }

  refresh(): void {
    this.#now = undefined;
  }
}
