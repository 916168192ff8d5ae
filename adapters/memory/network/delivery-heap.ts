// Datagram slots by due time: a binary heap over arrays made once. Equal times come out in the order they went in.
// Times lie in arrays and not in arguments: a double handed from function to function may be boxed on the heap.

/** In place of a slot: none. */
export const noSlot = -1;

export class DeliveryHeap {
  /** By slot, to be set before `push`; ms. */
  readonly dueMs: Float64Array;
  /** One number: the time; what is due by it may be popped. */
  readonly nowMs = new Float64Array(1);
  readonly #order: Float64Array;
  readonly #slots: Int32Array;
  #count = 0;
  #pushed = 0;

  /** `capacity` is the number of slots; each is in the heap at most once. */
  constructor(capacity: number) {
    this.dueMs = new Float64Array(capacity);
    this.#order = new Float64Array(capacity);
    this.#slots = new Int32Array(capacity);
  }

  push(slot: number): void {
    this.#order[slot] = this.#pushed++;
    let at = this.#count++;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if (!this.#before(slot, this.#slots[parent]!)) break;
      this.#slots[at] = this.#slots[parent]!;
      at = parent;
    }
    this.#slots[at] = slot;
  }

  /** The first slot due by now, removed; `noSlot` when there is none. */
  popDue(): number {
    const slots = this.#slots;
    const first = slots[0]!;
    if (this.#count === 0 || this.dueMs[first]! > this.nowMs[0]!) return noSlot;
    const count = --this.#count;
    const last = slots[count]!;
    let at = 0;
    for (;;) {
      let child = at * 2 + 1;
      if (child >= count) break;
      if (child + 1 < count && this.#before(slots[child + 1]!, slots[child]!)) child++;
      if (!this.#before(slots[child]!, last)) break;
      slots[at] = slots[child]!;
      at = child;
    }
    slots[at] = last;
    return first;
  }

  #before(a: number, b: number): boolean {
    const byTime = this.dueMs[a]! - this.dueMs[b]!;
    return byTime !== 0 ? byTime < 0 : this.#order[a]! < this.#order[b]!;
  }
}
