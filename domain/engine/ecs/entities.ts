// The entities of a world: rows, generations, and which rows are free.
//
// - An id is refused everywhere as soon as its entity is destroyed, and is never given out again: each use of a row
//   has its own generation, and a row that has used up all of them (65,536, see entity-id) is retired.
// - Rows are handed out lowest first within pages of 256 that belong to one group of entities (players, creatures …),
//   so that entities of one sort lie together and churn does not shuffle them. A page that empties is free for any
//   group; when no free page is left, groups take pages over from one another, so that all of the capacity is usable.
// - A destroyed entity's row keeps its values, readable, until `reclaim`, which is called once a tick.
// - At capacity `create` returns 0 and counts it.
//
// All is kept as one bit per row, so that creating is a few steps on one word; pages are looked at when one is full
// or has rows back. test/domain/engine/ecs/plain-entities.ts does the same in the plain way, and tests hold them equal.
// Fields here and in this folder are `declare`d, so that the constructor's assignment is their first and the engine takes
// them for constants (a thousand times `create`: 14.5 µs before, 10.7 after).

import { bitsOfRun, countBits, lowestBit } from './bits.js';
import type { ColumnMemory } from './columns.js';
import { capacityMax, idLayout, noEntity } from './entity-id.js';
import type { IdLayout } from './entity-id.js';
import type { Membership } from './query.js';

/** Rows of one page: large enough for long runs, small enough that a few loot drops do not reserve much. */
const pageRows = 256;
const pageWords = pageRows / 32;
const pageBits = 8;
const groupsMax = 255;
const noGroup = 0xff;

export class Entities implements Membership {
  declare readonly capacity: number;
  declare readonly ids: IdLayout;
  /** Bit per row: set while an entity lives there. */
  declare readonly members: Uint32Array;
  declare readonly generation: Uint16Array;
  /** One above the highest row that was ever used. */
  rowsUsed = 1;
  /** Rows that no longer serve because their generations are used up. */
  retired = 0;
  /** `create` calls that found no row. */
  refused = 0;

  declare private readonly rowBits: number;
  declare private readonly rowMask: number;
  /** Bit per row that can be given out, and one word more, always 0, for groups without room. */
  declare private readonly free: Uint32Array;
  declare private readonly noWord: number;
  declare private readonly pageGroup: Uint8Array;
  /**
   * For each group the lowest word with a free row on its pages. A word without one, such as `noWord`, says only that
   * it has to be looked for.
   */
  declare private readonly roomOf: Int32Array;
  /** Bit per row that was destroyed since the last `reclaim`. */
  declare private readonly leaving: Uint32Array;
  private created = 0;
  private destroyed = 0;
  /** Of those destroyed. */
  private reclaimed = 0;

  /** `capacity`: most entities at a time, 1 to 1,048,575. */
  constructor(capacity: number, memory: ColumnMemory) {
    if (!Number.isInteger(capacity) || capacity < 1 || capacity > capacityMax)
      throw new RangeError(`capacity ${capacity} is not an integer of 1 to ${capacityMax}`);
    this.capacity = capacity;
    this.ids = idLayout(capacity);
    this.rowBits = this.ids.rowBits;
    this.rowMask = this.ids.rowMask;
    const pages = Math.ceil((capacity + 1) / pageRows);
    this.noWord = pages * pageWords;
    this.members = new Uint32Array(memory.allocate(Math.ceil((capacity + 1) / 32) * 4));
    this.generation = new Uint16Array(memory.allocate((capacity + 1) * 2));
    this.free = new Uint32Array(memory.allocate((this.noWord + 1) * 4));
    this.pageGroup = new Uint8Array(memory.allocate(pages)).fill(noGroup);
    this.roomOf = new Int32Array(memory.allocate(groupsMax * 4)).fill(this.noWord);
    this.leaving = new Uint32Array(memory.allocate(this.noWord * 4));
    for (let row = 1; row <= capacity; row++) this.free[row >>> 5]! |= 1 << (row & 31);
  }

  /** Changes with every entity that comes or goes. */
  get version(): number {
    return this.created + this.destroyed;
  }

  /** How many live. */
  get count(): number {
    return this.created - this.destroyed;
  }

  /** The id of a new entity in `group` (0 to 254), or 0 when every row is taken. It has no components yet. */
  create(group: number): number {
    let word = this.roomOf[group]!;
    let free = this.free[word]!;
    if (free === 0) {
      if (!this.findRoom(group)) {
        this.refused++;
        return noEntity;
      }
      word = this.roomOf[group]!;
      free = this.free[word]!;
    }
    const bit = free & -free;
    this.free[word] = free ^ bit;
    this.members[word]! |= bit;
    this.created++;
    const row = (word << 5) | lowestBit(bit);
    if (row >= this.rowsUsed) this.rowsUsed = row + 1;
    return ((this.generation[row]! << this.rowBits) | row) >>> 0;
  }

  /** The row of a living entity, or 0 for an id that is stale, malformed or 0. */
  rowOf(id: number): number {
    const row = id & this.rowMask;
    return this.generation[row] === id >>> this.rowBits && this.isAlive(row) ? row : 0;
  }

  /** The id of the entity that lives, or last lived, at a row. */
  idAt(row: number): number {
    return ((this.generation[row]! << this.rowBits) | row) >>> 0;
  }

  isAlive(row: number): boolean {
    return ((this.members[row >>> 5]! >>> (row & 31)) & 1) === 1;
  }

  /**
   * Creates up to `count` entities and calls `visit` with each run of their rows, in the order in which `create` would
   * give them. Returns how many there are; those that found no row are counted.
   */
  createMany(group: number, count: number, visit: (start: number, end: number) => void): number {
    let left = count;
    while (left > 0) {
      if (this.free[this.roomOf[group]!] === 0 && !this.findRoom(group)) {
        this.refused += left;
        break;
      }
      const word = this.roomOf[group]!;
      const free = this.free[word]!;
      const first = lowestBit(free);
      const gap = lowestBit(~(free >>> first));
      const length = Math.min(left, gap < 0 ? 32 : gap);
      const start = (word << 5) | first;
      const end = start + length;
      const bits = bitsOfRun(word, start, end);
      this.free[word] = free & ~bits;
      this.members[word]! |= bits;
      this.created += length;
      if (end > this.rowsUsed) this.rowsUsed = end;
      left -= length;
      visit(start, end);
    }
    return count - left;
  }

  /** Its id is refused from now on, its values stay readable until `reclaim`. False when nothing lives there. */
  release(row: number): boolean {
    const word = row >>> 5;
    const bit = 1 << (row & 31);
    const members = this.members[word]!;
    if ((members & bit) === 0) return false;
    this.members[word] = members & ~bit;
    this.leaving[word]! |= bit;
    this.destroyed++;
    return true;
  }

  /** The same for all who live at the rows from `start` to before `end`. Returns how many did. */
  releaseRun(start: number, end: number): number {
    const before = this.destroyed;
    for (let word = start >>> 5; word << 5 < end; word++) {
      const members = this.members[word]!;
      const bits = members & bitsOfRun(word, start, end);
      if (bits === 0) continue;
      this.members[word] = members & ~bits;
      this.leaving[word]! |= bits;
      this.destroyed += countBits(bits);
    }
    return this.destroyed - before;
  }

  /** Makes the rows of destroyed entities available again. Between phases that hold no query's runs. */
  reclaim(): void {
    if (this.destroyed === this.reclaimed) return;
    this.reclaimed = this.destroyed;
    const { leaving } = this;
    const end = (this.rowsUsed + 31) >>> 5;
    let page = -1;
    for (let word = 0; word < end; word++) {
      const bits = leaving[word]!;
      if (bits === 0) continue;
      leaving[word] = 0;
      if (word >> (pageBits - 5) !== page) {
        if (page >= 0) this.settlePage(page);
        page = word >> (pageBits - 5);
      }
      this.free[word]! |= this.nextGenerations(word, bits);
    }
    if (page >= 0) this.settlePage(page);
  }

  /** Returns the bits of those rows that can be used again. */
  private nextGenerations(word: number, bits: number): number {
    const { generation } = this;
    const { generationMax } = this.ids;
    let usable = bits;
    for (let left = bits; left !== 0; left &= left - 1) {
      const row = (word << 5) | lowestBit(left);
      const used = generation[row]!;
      if (used === generationMax) {
        this.retired++;
        usable &= ~(left & -left);
      } else generation[row] = used + 1;
    }
    return usable;
  }

  /** After rows of it came back: nobody's when nobody lives there, else its group has room. */
  private settlePage(page: number): void {
    const group = this.pageGroup[page]!;
    if (group === noGroup) return;
    const end = Math.min((page + 1) * pageWords, this.members.length);
    let living = 0;
    for (let word = page * pageWords; word < end; word++) living |= this.members[word]!;
    if (living === 0) {
      this.pageGroup[page] = noGroup;
      this.roomOf[group] = this.noWord;
    } else this.roomOf[group] = Math.min(this.roomOf[group]!, this.freeWordOf(page));
  }

  /** The page's lowest word with a free row, or `noWord`. */
  private freeWordOf(page: number): number {
    const end = (page + 1) * pageWords;
    for (let word = end - pageWords; word < end; word++) if (this.free[word] !== 0) return word;
    return this.noWord;
  }

  /**
   * Makes `roomOf` the lowest word with room on the group's own pages, else on nobody's, else on any; that page becomes
   * the group's. False when every row is taken.
   */
  private findRoom(group: number): boolean {
    const { pageGroup, noWord, roomOf } = this;
    const full = roomOf[group]! >> (pageBits - 5);
    let own = pageGroup[full] === group ? this.freeWordOf(full) : noWord;
    let unowned = noWord;
    let others = noWord;
    // Beyond the page after the highest that was ever used all are alike.
    const end = Math.min(pageGroup.length, ((this.rowsUsed - 1) >>> pageBits) + 2);
    for (let page = 0; page < end && own === noWord; page++) {
      const word = this.freeWordOf(page);
      if (pageGroup[page] === group) own = word;
      else if (pageGroup[page] === noGroup) unowned = Math.min(unowned, word);
      else others = Math.min(others, word);
    }
    const word = own !== noWord ? own : unowned !== noWord ? unowned : others;
    if (word === noWord) return false;
    const page = word >> (pageBits - 5);
    const before = pageGroup[page]!;
    if (before !== noGroup && before !== group) roomOf[before] = noWord;
    pageGroup[page] = group;
    roomOf[group] = word;
    return true;
  }
}
