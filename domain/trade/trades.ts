// The tables of trades: what two players have laid there, by reference. Nothing leaves a bag before both agreed, so a trade
// that ends for whatever reason has nothing to give back. What was laid out is named by slot, stack and units, and falls off the
// table when it is not there any more (watch-trades.ts). Each change has a new version, and who agrees names the
// version that it saw, so that nobody agrees to what it has not seen.

import { defineTable } from '../engine/system.js';

/** Trades at a time: as many as 2,048 players can have. One more is refused as busy. */
export const tradesMax = 1024;
/** Stacks that lie on one side. */
export const offerPlaces = 8;

/** A trade's sides: of who invited, and of who was invited. Side `s` of trade `t` has the index `2 t + s`. */
export class Trades {
  /** Version of the newest change of any trade, and number of the newest trade: both count together. */
  lastVersion = 0;
  /** Trades refused because all tables were taken, since the start. */
  refused = 0;
  /** Number of the trade, 0 for a free table. */
  readonly numbers = new Uint32Array(tradesMax);
  readonly versions = new Uint32Array(tradesMax);
  /** Entity ids and sessions of both sides. */
  readonly entities = new Uint32Array(tradesMax * 2);
  readonly sessions = new Uint32Array(tradesMax * 2);
  /** The version that a side has agreed to, 0 for none. */
  readonly agreed = new Uint32Array(tradesMax * 2);
  readonly coins = new Float64Array(tradesMax * 2);
  /** By side and place: which slot of the bag, which stack, how many; 0 units for an empty place. */
  readonly slots = new Uint8Array(tradesMax * 2 * offerPlaces);
  readonly instances = new Float64Array(tradesMax * 2 * offerPlaces);
  readonly units = new Uint16Array(tradesMax * 2 * offerPlaces);
  private readonly free = Uint16Array.from({ length: tradesMax }, (_, i) => tradesMax - 1 - i);
  private freeCount = tradesMax;

  /** Tables that are taken. */
  get openCount(): number {
    return tradesMax - this.freeCount;
  }

  /** An empty table; -1 when all are taken. */
  open(): number {
    if (this.freeCount === 0) {
      this.refused++;
      return -1;
    }
    const trade = this.free[--this.freeCount]!;
    this.touch(trade);
    this.numbers[trade] = this.versions[trade]!;
    return trade;
  }

  close(trade: number): void {
    this.numbers[trade] = 0;
    this.versions[trade] = 0;
    for (let side = trade * 2; side < trade * 2 + 2; side++) {
      this.entities[side] = 0;
      this.sessions[side] = 0;
      this.agreed[side] = 0;
      this.coins[side] = 0;
    }
    const first = trade * 2 * offerPlaces;
    this.slots.fill(0, first, first + 2 * offerPlaces);
    this.instances.fill(0, first, first + 2 * offerPlaces);
    this.units.fill(0, first, first + 2 * offerPlaces);
    this.free[this.freeCount++] = trade;
  }

  /** Something lies there that did not: whoever has agreed has to look again. */
  touch(trade: number): void {
    // 4 milliards of changes take years; 0 stays free for "has not agreed".
    this.lastVersion = (this.lastVersion + 1) >>> 0 || 1;
    this.versions[trade] = this.lastVersion;
    this.agreed[trade * 2] = 0;
    this.agreed[trade * 2 + 1] = 0;
  }

  /** For hashing. */
  eachWord(visit: (word: number) => void): void {
    visit(this.lastVersion);
    visit(this.freeCount);
    for (let i = 0; i < this.freeCount; i++) visit(this.free[i]!);
    for (let trade = 0; trade < tradesMax; trade++) if (this.numbers[trade] !== 0) this.wordsOf(trade, visit);
  }

  private wordsOf(trade: number, visit: (word: number) => void): void {
    visit(this.numbers[trade]!);
    visit(this.versions[trade]!);
    for (let side = trade * 2; side < trade * 2 + 2; side++) {
      visit(this.entities[side]!);
      visit(this.sessions[side]!);
      visit(this.agreed[side]!);
      visit(this.coins[side]! | 0);
    }
    const first = trade * 2 * offerPlaces;
    for (let at = first; at < first + 2 * offerPlaces; at++) {
      if (this.units[at] === 0) continue;
      visit(at);
      visit(this.slots[at]!);
      visit(this.units[at]!);
      visit(this.instances[at]! | 0);
      visit(Math.floor(this.instances[at]! / 0x1_0000_0000));
    }
  }
}

declare module '../engine/registry.js' {
  interface Tables {
    trades: Trades;
  }
}

export const trades = defineTable({
  name: 'trades',
  create: () => new Trades(),
  eachWord: (table, visit) => table.eachWord(visit),
});
