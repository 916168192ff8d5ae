// Rolls for single things that a party's kill left: who of those with a share has a need for it, or would like it, or passes.
// Meanwhile it lies there for nobody.
//
// Where there is no room for one more, the thing is the one's who did most, and that is counted in `refused`.

import { defineTable } from '../engine/system.js';
import { partyMembersMax } from '../vocabulary/generated/words.js';

/** Rolls at a time; a small world has one for each entity. */
const rollsMost = 1024;

export class LootRolls {
  lastNumber = 0;
  refused = 0;
  /** Rolls that there are. */
  openCount = 0;
  /** Number of the roll, 0 for none. */
  readonly numbers: Uint32Array;
  /** Entity id of what lies there. */
  readonly things: Uint32Array;
  readonly untilTick: Uint32Array;
  /** Tick in which it was decided, 0 before. It is told in that tick, and gone in the next one. */
  readonly decidedTick: Uint32Array;
  /** A character, 0 for nobody. */
  readonly winners: Uint32Array;
  /** By roll and place: who rolls, what each chose (a LootChoice, 0 for nothing yet), and what it threw. */
  readonly characters: Uint32Array;
  readonly choices: Uint8Array;
  readonly points: Uint8Array;

  /** `entitiesMax`: of the world. */
  constructor(entitiesMax: number) {
    const rolls = Math.min(rollsMost, entitiesMax);
    this.numbers = new Uint32Array(rolls);
    this.things = new Uint32Array(rolls);
    this.untilTick = new Uint32Array(rolls);
    this.decidedTick = new Uint32Array(rolls);
    this.winners = new Uint32Array(rolls);
    this.characters = new Uint32Array(rolls * partyMembersMax);
    this.choices = new Uint8Array(rolls * partyMembersMax);
    this.points = new Uint8Array(rolls * partyMembersMax);
  }

  /** Among the first `count` characters. Its index, -1 when there are as many as there may be. */
  open(thing: number, characters: Uint32Array, count: number, untilTick: number): number {
    const roll = this.numbers.indexOf(0);
    if (roll < 0) {
      this.refused++;
      return -1;
    }
    // 4 milliards take years; 0 stays free for "none".
    this.lastNumber = (this.lastNumber + 1) >>> 0 || 1;
    this.numbers[roll] = this.lastNumber;
    this.things[roll] = thing;
    this.untilTick[roll] = untilTick;
    this.decidedTick[roll] = 0;
    this.winners[roll] = 0;
    const first = roll * partyMembersMax;
    this.characters.fill(0, first, first + partyMembersMax);
    this.choices.fill(0, first, first + partyMembersMax);
    this.points.fill(0, first, first + partyMembersMax);
    for (let i = 0; i < count; i++) this.characters[first + i] = characters[i]!;
    this.openCount++;
    return roll;
  }

  close(roll: number): void {
    this.numbers[roll] = 0;
    this.openCount--;
  }

  /** Index of the roll with that number, -1 for none. */
  find(number: number): number {
    return number === 0 ? -1 : this.numbers.indexOf(number);
  }

  /** Index by roll and place of a character in it, -1 for who has no part. */
  placeOf(roll: number, character: number): number {
    const first = roll * partyMembersMax;
    for (let at = first; at < first + partyMembersMax; at++)
      if (this.characters[at] === character) return character === 0 ? -1 : at;
    return -1;
  }

  /** There is no such character any more. */
  forget(character: number): void {
    for (let at = 0; at < this.characters.length && this.openCount > 0; at++)
      if (this.characters[at] === character) this.characters[at] = 0;
  }

  /** For hashing. */
  eachWord(visit: (word: number) => void): void {
    visit(this.lastNumber);
    for (let roll = 0; roll < this.numbers.length && this.openCount > 0; roll++) {
      if (this.numbers[roll] === 0) continue;
      visit(roll);
      visit(this.numbers[roll]!);
      visit(this.things[roll]!);
      visit(this.untilTick[roll]!);
      visit(this.decidedTick[roll]!);
      for (let at = roll * partyMembersMax; at < (roll + 1) * partyMembersMax; at++) {
        visit(this.characters[at]!);
        visit(this.choices[at]!);
      }
    }
  }
}

declare module '../engine/registry.js' {
  interface Tables {
    lootRolls: LootRolls;
  }
}

export const lootRolls = defineTable({
  name: 'lootRolls',
  create: ({ store }) => new LootRolls(store.entities.capacity),
  eachWord: (table, visit) => table.eachWord(visit),
});
