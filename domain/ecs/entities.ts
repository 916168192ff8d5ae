// The entities of a world: places, generations, and which places are free.
//
// - An id is refused everywhere as soon as its entity is destroyed, and is never given out again: each use of a place
//   has its own generation, and a place that has used up all 65,536 of them is retired.
// - Places are handed out lowest first within pages of 256 that belong to one group of entities (players, creatures …),
//   so that entities of one sort lie together and churn does not shuffle them. A page that empties is free for any
//   group; when no free page is left, groups share pages, so that all of the capacity is usable.
// - A destroyed entity's place keeps its values, readable, until `reclaim`, which is called once a tick.
// - At capacity `create` returns 0 and counts it.

import type { ColumnMemory } from './columns.js';
import { entityId, generationMax, noEntity, placesMax } from './entity-id.js';
import type { Membership } from './query.js';

/** Places of one page: large enough for long runs, small enough that a few loot drops do not reserve much. */
const pagePlaces = 256;
const pageBits = 8;
const pageWords = pagePlaces / 32;
const noGroup = 0xff;

export class Entities implements Membership {
  /** Bit per place: set while an entity lives there. */
  readonly members: Uint32Array;
  readonly generation: Uint16Array;
  version = 0;
  count = 0;
  /** One above the highest place that was ever used. */
  placesUsed = 1;
  /** Places that no longer serve because their generations are used up. */
  retired = 0;
  /** `create` calls that found no place. */
  refused = 0;

  readonly #free: Uint32Array;
  readonly #pageGroup: Uint8Array;
  readonly #pageFree: Uint16Array;
  readonly #pagePlacesUsable: Uint16Array;
  readonly #destroyed: Uint16Array;
  #destroyedCount = 0;

  /** `capacity`: most entities at a time, 1 to 65,535. */
  constructor(
    readonly capacity: number,
    memory: ColumnMemory,
  ) {
    if (!Number.isInteger(capacity) || capacity < 1 || capacity >= placesMax)
      throw new RangeError(`capacity ${capacity} is not an integer of 1 to ${placesMax - 1}`);
    const pages = Math.ceil((capacity + 1) / pagePlaces);
    this.members = new Uint32Array(memory.allocate(Math.ceil((capacity + 1) / 32) * 4));
    this.generation = new Uint16Array(memory.allocate((capacity + 1) * 2));
    this.#free = new Uint32Array(memory.allocate(pages * pageWords * 4));
    this.#pageGroup = new Uint8Array(memory.allocate(pages)).fill(noGroup);
    this.#pageFree = new Uint16Array(memory.allocate(pages * 2));
    this.#destroyed = new Uint16Array(memory.allocate((capacity + 1) * 2));
    for (let place = 1; place <= capacity; place++) this.#setFree(place);
    this.#pagePlacesUsable = this.#pageFree.slice();
  }

  /** The id of a new entity in `group` (0 to 254), or 0 when every place is taken. It has no components yet. */
  create(group: number): number {
    const page = this.#pageFor(group);
    if (page < 0) {
      this.refused++;
      return noEntity;
    }
    let word = page * pageWords;
    while (this.#free[word] === 0) word++;
    const bits = this.#free[word]!;
    const bit = 31 - Math.clz32(bits & -bits);
    const place = (word << 5) | bit;
    this.#free[word] = bits & (bits - 1);
    this.#pageFree[page]!--;
    this.#pageGroup[page] = group;
    this.members[place >>> 5]! |= 1 << (place & 31);
    this.version++;
    this.count++;
    if (place >= this.placesUsed) this.placesUsed = place + 1;
    return entityId(place, this.generation[place]!);
  }

  /** The place of a living entity, or 0 for an id that is stale, malformed or 0. */
  placeOf(id: number): number {
    const place = id & 0xffff;
    return this.generation[place] === id >>> 16 && this.isAlive(place) ? place : 0;
  }

  /** The id of the entity that lives, or last lived, at a place. */
  idAt(place: number): number {
    return entityId(place, this.generation[place]!);
  }

  isAlive(place: number): boolean {
    return ((this.members[place >>> 5]! >>> (place & 31)) & 1) === 1;
  }

  /** Its id is refused from now on, its values stay readable until `reclaim`. False when nothing lives there. */
  release(place: number): boolean {
    if (!this.isAlive(place)) return false;
    this.members[place >>> 5]! &= ~(1 << (place & 31));
    this.version++;
    this.count--;
    this.#destroyed[this.#destroyedCount++] = place;
    return true;
  }

  /** Makes the places of destroyed entities available again. Between phases that hold no query's runs. */
  reclaim(): void {
    for (let i = 0; i < this.#destroyedCount; i++) {
      const place = this.#destroyed[i]!;
      const page = place >>> pageBits;
      if (this.generation[place] === generationMax) {
        this.retired++;
        this.#pagePlacesUsable[page]!--;
      } else {
        this.generation[place]!++;
        this.#setFree(place);
      }
      if (this.#pageFree[page] === this.#pagePlacesUsable[page]) this.#pageGroup[page] = noGroup;
    }
    this.#destroyedCount = 0;
  }

  #setFree(place: number): void {
    this.#free[place >>> 5]! |= 1 << (place & 31);
    this.#pageFree[place >>> pageBits]!++;
  }

  /** The lowest page of the group with room, else the lowest free page, else the lowest with room, else -1. */
  #pageFor(group: number): number {
    let unowned = -1;
    let shared = -1;
    for (let page = 0; page < this.#pageFree.length; page++) {
      if (this.#pageFree[page] === 0) continue;
      const owner = this.#pageGroup[page]!;
      if (owner === group) return page;
      if (owner === noGroup) {
        if (unowned < 0) unowned = page;
      } else if (shared < 0) shared = page;
    }
    return unowned >= 0 ? unowned : shared;
  }
}
