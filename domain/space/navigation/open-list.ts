// A binary heap of small numbers by priority, the lower number first among equals, in columns: putting one again lowers
// its priority. J. Williams, "Algorithm 232: Heapsort" (1964).

export class OpenList {
  count = 0;
  readonly #heap: Uint32Array;
  readonly #priority: Uint32Array;
  /** Where each number stands in the heap. */
  readonly #at: Uint32Array;

  /** For numbers below `count`. */
  constructor(count: number) {
    this.#heap = new Uint32Array(count);
    this.#priority = new Uint32Array(count);
    this.#at = new Uint32Array(count);
  }

  clear(): void {
    this.count = 0;
  }

  /** `isIn`: it was put before and not taken; then its priority only falls. */
  put(number: number, priority: number, isIn: boolean): void {
    this.#priority[number] = priority;
    this.#rise(isIn ? this.#at[number]! : this.count++, number);
  }

  /** Only while `count` is above 0. */
  takeLeast(): number {
    const least = this.#heap[0]!;
    const last = this.#heap[--this.count]!;
    if (this.count > 0) this.#sink(last);
    return least;
  }

  #rise(from: number, number: number): void {
    const heap = this.#heap;
    let at = from;
    while (at > 0) {
      const parentAt = (at - 1) >> 1;
      const parent = heap[parentAt]!;
      if (!this.#isBefore(number, parent)) break;
      heap[at] = parent;
      this.#at[parent] = at;
      at = parentAt;
    }
    heap[at] = number;
    this.#at[number] = at;
  }

  #sink(number: number): void {
    const heap = this.#heap;
    let at = 0;
    for (;;) {
      let child = 2 * at + 1;
      if (child >= this.count) break;
      if (child + 1 < this.count && this.#isBefore(heap[child + 1]!, heap[child]!)) child++;
      const below = heap[child]!;
      if (!this.#isBefore(below, number)) break;
      heap[at] = below;
      this.#at[below] = at;
      at = child;
    }
    heap[at] = number;
    this.#at[number] = at;
  }

  #isBefore(a: number, b: number): boolean {
    const difference = this.#priority[a]! - this.#priority[b]!;
    return difference < 0 || (difference === 0 && a < b);
  }
}
