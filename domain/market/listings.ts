// What is on the market. A listing is one stack at one price, which both stay as they are until it ends: so a buyer who
// names the price names all of it.

import { createStackColumns } from '../ledger/bag.js';
import type { Bag } from '../ledger/bag.js';
import { defineTable } from '../engine/system.js';
import { HolderKind } from '../vocabulary/generated/words.js';

/** Listings of all characters. */
export const listingsMax = 16_384;
const idMax = 0xffff_ffff;

/** In the order of their ids, without gaps. */
export class Listings {
  /** The highest id that a listing ever had. */
  lastListing = 0;
  count = 0;
  /** Refused because the market was full, since the start. */
  refused = 0;
  readonly ids = new Uint32Array(listingsMax);
  readonly sellers = new Uint32Array(listingsMax);
  /** Of the whole stack. */
  readonly prices = new Uint32Array(listingsMax);
  /** Seconds since 1970. */
  readonly untilSeconds = new Float64Array(listingsMax);
  readonly stacks = createStackColumns(listingsMax);
  private readonly columns = [
    ...[this.ids, this.sellers, this.prices, this.untilSeconds],
    ...Object.values(this.stacks),
  ] as {
    copyWithin(target: number, start: number, end: number): unknown;
    fill(value: number, start: number): unknown;
  }[];

  get isFull(): boolean {
    return this.count === listingsMax;
  }

  /** Its row, until the next one is removed. */
  open(seller: number, price: number, untilSeconds: number): number {
    if (this.lastListing >= idMax) throw new Error('all ids of listings are used up');
    return this.restore(this.lastListing + 1, seller, price, untilSeconds);
  }

  /** A listing as it was stored, the smallest id first. */
  restore(id: number, seller: number, price: number, untilSeconds: number): number {
    if (this.isFull || id <= this.lastListing) throw new Error(`listing ${id} where ${this.count} are there`);
    const row = this.count++;
    this.lastListing = id;
    this.ids[row] = id;
    this.sellers[row] = seller;
    this.prices[row] = price;
    this.untilSeconds[row] = untilSeconds;
    return row;
  }

  /** Of a listing with nothing in it any more. */
  remove(row: number): void {
    if (this.stacks.items[row] !== 0) throw new Error(`listing ${this.ids[row]} has something in it`);
    for (const column of this.columns) {
      column.copyWithin(row, row + 1, this.count);
      column.fill(0, this.count - 1);
    }
    this.count--;
  }

  /** -1 for none. */
  find(id: number): number {
    const row = this.firstAbove(id - 1);
    return row < this.count && this.ids[row] === id ? row : -1;
  }

  /** The first row with a higher id, `count` for none. */
  firstAbove(id: number): number {
    let [low, high] = [0, this.count];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.ids[middle]! <= id) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  countOf(seller: number): number {
    let own = 0;
    for (let row = 0; row < this.count; row++) if (this.sellers[row] === seller) own++;
    return own;
  }

  pointAt(row: number, bag: Bag): Bag {
    return bag.pointAt(this.stacks, row, 1).of(HolderKind.listing, this.ids[row]!, 0);
  }

  /** For hashing. */
  eachWord(visit: (word: number) => void): void {
    visit(this.lastListing);
    for (let row = 0; row < this.count; row++) {
      for (const column of [this.ids, this.sellers, this.prices, this.untilSeconds]) visit(column[row]! | 0);
      visit(this.stacks.items[row]!);
      visit(this.stacks.counts[row]!);
      visit(this.stacks.instances[row]! | 0);
    }
  }
}

declare module '../engine/registry.js' {
  interface Tables {
    listings: Listings;
  }
}

export const listings = defineTable({
  name: 'listings',
  create: () => new Listings(),
  eachWord: (table, visit) => table.eachWord(visit),
});
