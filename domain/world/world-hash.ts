// A fingerprint of the whole world: all living entities with their ids, components and values, and the random streams.
// Equal worlds have equal hashes; worlds that differ have different ones but for chance (2^-64). Values that no entity
// owns any more do not count. Two lanes of the 32-bit mixing of MurmurHash3 (Austin Appleby, public domain).
// For tests, recordings and bug reports; it reads every column and allocates.

import type { AnyColumn } from '../engine/ecs/columns.js';
import type { EntityStore } from '../engine/ecs/store.js';
import type { World } from './world.js';

/** Feed it words, then ask once. */
export class Hash {
  #low = 0x9747b28c;
  #high = 0x3c6ef372;

  word(value: number): void {
    this.#low = mix(this.#low, value, 0xcc9e2d51, 0x1b873593);
    this.#high = mix(this.#high, value, 0x85ebca6b, 0xc2b2ae35);
  }

  /** 16 hexadecimal digits. */
  digest(): string {
    const low = finish(this.#low);
    const high = finish(this.#high ^ low);
    return high.toString(16).padStart(8, '0') + low.toString(16).padStart(8, '0');
  }
}

function mix(hash: number, value: number, first: number, second: number): number {
  let k = Math.imul(value, first);
  k = (k << 15) | (k >>> 17);
  const h = hash ^ Math.imul(k, second);
  return (Math.imul((h << 13) | (h >>> 19), 5) + 0xe6546b64) | 0;
}

function finish(hash: number): number {
  let h = hash ^ (hash >>> 16);
  h = Math.imul(h, 0x85ebca6b);
  h ^= h >>> 13;
  h = Math.imul(h, 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

export function worldHash(world: World): string {
  const hash = new Hash();
  hash.word(world.tick);
  for (const word of world.randomState) hash.word(word);
  hashStore(hash, world.store);
  return hash.digest();
}

function hashStore(hash: Hash, store: EntityStore): void {
  // Generations and retired places decide which ids come next, so they belong to the state.
  const { entities } = store;
  for (let place = 0; place < entities.placesUsed; place++) hash.word(entities.idAt(place));
  eachPlace(entities.members, (place) => hash.word(place));
  for (const component of store.components) {
    eachPlace(component.members, (place) => hash.word(place));
    hash.word(component.count);
    component.eachColumn((column, lanes) =>
      eachPlace(component.members, (place) => hashValues(hash, column, place * lanes, lanes)),
    );
  }
}

function eachPlace(members: Uint32Array, visit: (place: number) => void): void {
  members.forEach((word, index) => {
    for (let bits = word; bits !== 0; bits &= bits - 1) visit((index << 5) | (31 - Math.clz32(bits & -bits)));
  });
}

const doubleBits = new Uint32Array(2);
const double = new Float64Array(doubleBits.buffer);

function hashValues(hash: Hash, column: AnyColumn, from: number, count: number): void {
  for (let i = from; i < from + count; i++) {
    if (column instanceof Float64Array) {
      double[0] = column[i]!;
      hash.word(doubleBits[0]!);
      hash.word(doubleBits[1]!);
    } else hash.word(column[i]!);
  }
}
