// Rows of numbers by a key, in columns: what the tables are still to be told. A row as an object of its own would outlive
// the collector's young generation, which costs more than the statements that gathering saves (bench/RESULTS.md, journal).

const firstCapacity = 256;

export class RowColumns {
  #count = 0;
  #keys = new Float64Array(firstCapacity);
  #values: Float64Array;
  /** Open addressing: a row and 1, 0 for none. Twice as long as there is room for rows. */
  #places = new Int32Array(2 * firstCapacity);

  /** Numbers of a row besides its key, which is a whole one from 0 to 2^53 - 1. */
  constructor(readonly width: number) {
    this.#values = new Float64Array(firstCapacity * width);
  }

  get count(): number {
    return this.#count;
  }

  /** Of all rows; row r begins at r × width. Another array after a claim. */
  get values(): Float64Array {
    return this.#values;
  }

  keyAt(row: number): number {
    return this.#keys[row]!;
  }

  /** -1 when there is none. */
  find(key: number): number {
    return this.#places[this.#placeOf(key)]! - 1;
  }

  /** The row of that key, made when there is none: its values are then to be set. */
  claim(key: number): number {
    const place = this.#placeOf(key);
    const known = this.#places[place]! - 1;
    if (known >= 0) return known;
    if (this.#count === this.#keys.length) {
      this.#grow();
      return this.claim(key);
    }
    const row = this.#count++;
    this.#keys[row] = key;
    this.#places[place] = row + 1;
    return row;
  }

  /** All of another's rows, in place of those of the same keys; these keep the number at `kept`. */
  takeFrom(other: RowColumns, kept = -1): void {
    while (this.#count + other.#count > this.#keys.length) this.#grow();
    const { width } = this;
    const [keys, values, places] = [this.#keys, this.#values, this.#places];
    const [otherKeys, otherValues] = [other.#keys, other.#values];
    for (let row = 0, from = 0; row < other.#count; row++, from += width) {
      const key = otherKeys[row]!;
      const place = this.#placeOf(key);
      let known = places[place]! - 1;
      const isNew = known < 0;
      if (isNew) {
        known = this.#count++;
        keys[known] = key;
        places[place] = known + 1;
      }
      const to = known * width;
      const before = isNew || kept < 0 ? 0 : values[to + kept]!;
      for (let i = 0; i < width; i++) values[to + i] = otherValues[from + i]!;
      if (!isNew && kept >= 0) values[to + kept] = before;
    }
  }

  /** Rows, by ascending key. */
  inOrder(): Float64Array {
    const order = this.#keys.slice(0, this.#count).sort();
    for (let i = 0; i < order.length; i++) order[i] = this.find(order[i]!);
    return order;
  }

  /** Its room stays. */
  clear(): void {
    this.#count = 0;
    this.#places.fill(0);
  }

  /** Where the key's row stands, or would. */
  #placeOf(key: number): number {
    const mask = this.#places.length - 1;
    let place = hashOf(key) & mask;
    for (;;) {
      const row = this.#places[place]! - 1;
      if (row < 0 || this.#keys[row] === key) return place;
      place = (place + 1) & mask;
    }
  }

  #grow(): void {
    const capacity = this.#keys.length * 2;
    const [keys, values] = [this.#keys, this.#values];
    this.#keys = new Float64Array(capacity);
    this.#keys.set(keys);
    this.#values = new Float64Array(capacity * this.width);
    this.#values.set(values);
    this.#places = new Int32Array(2 * capacity);
    for (let row = 0; row < this.#count; row++) this.#places[this.#placeOf(keys[row]!)] = row + 1;
  }
}

/** Keys run on by ones, or by 64 (places of commands): the multiplication spreads them, the shifts bring it to the low bits. */
function hashOf(key: number): number {
  const mixed = Math.imul((key >>> 0) ^ Math.imul((key / 2 ** 32) >>> 0, 0x85eb_ca6b), 0x9e37_79b1);
  return mixed ^ (mixed >>> 15);
}
