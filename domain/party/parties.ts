// Who is in a party with whom. Members are characters, not entities: a place is kept over death, another map, another session,
// and for a while over absence (watch-parties). Of each party the members stand from the longest in it to the newest,
// without a gap; it has at least two, and one of them leads. A restart of the server ends all parties.
//
// One more than there is room for is refused as busy, and counted in `refused`.

import { defineTable } from '../engine/system.js';
import type { PartyLootMode } from '../vocabulary/generated/words.js';
import { partyMembersMax } from '../vocabulary/generated/words.js';

/** Parties at a time: as many as 16,384 players can have; a small world has one for each entity. */
const partiesMost = 8192;

/** A member's index in the columns by place is its party times 5, plus its place in it. */
export class Parties {
  /** Number of the newest party or membership: both count together. */
  lastNumber = 0;
  /** Parties that did not come to be because of the cap, since the start. */
  refused = 0;
  /** Number of the party, 0 for none. */
  readonly numbers: Uint32Array;
  /** Membership of who leads. */
  readonly leaders: Uint32Array;
  /** Members. */
  readonly counts: Uint8Array;
  /** A PartyLootMode. */
  readonly modes: Uint8Array;
  /** Stacks that went to members in turns so far. */
  readonly turns: Uint32Array;
  /** 1 when somebody in it was not told how it is. */
  readonly isUntold: Uint8Array;

  /** By place. */
  readonly characters: Uint32Array;
  readonly memberships: Uint32Array;
  readonly names: string[];
  /** Since which tick it is out of the world, 0 while it is there. */
  readonly awaySince: Uint32Array;
  /** As which entity the others were told that it is there, 0 for not there. */
  readonly entities: Uint32Array;
  /** How the others were told that it is, and in which tick that changed last. */
  readonly levels: Uint8Array;
  readonly healths: Uint8Array;
  readonly maps: Uint16Array;
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly movedTick: Uint32Array;

  readonly #placeOf = new Map<number, number>();
  readonly #free: Uint16Array;
  #freeCount: number;

  /** `entitiesMax`: of the world. */
  constructor(entitiesMax: number) {
    const capacity = Math.min(partiesMost, entitiesMax);
    const places = capacity * partyMembersMax;
    this.numbers = new Uint32Array(capacity);
    this.leaders = new Uint32Array(capacity);
    this.counts = new Uint8Array(capacity);
    this.modes = new Uint8Array(capacity);
    this.turns = new Uint32Array(capacity);
    this.isUntold = new Uint8Array(capacity);
    this.characters = new Uint32Array(places);
    this.memberships = new Uint32Array(places);
    this.names = new Array<string>(places).fill('');
    this.awaySince = new Uint32Array(places);
    this.entities = new Uint32Array(places);
    this.levels = new Uint8Array(places);
    this.healths = new Uint8Array(places);
    this.maps = new Uint16Array(places);
    this.x = new Float64Array(places);
    this.y = new Float64Array(places);
    this.movedTick = new Uint32Array(places);
    this.#free = Uint16Array.from({ length: capacity }, (_, i) => capacity - 1 - i);
    this.#freeCount = capacity;
  }

  /** Parties that there can be. */
  get capacity(): number {
    return this.#free.length;
  }

  /** Parties that there are. */
  get openCount(): number {
    return this.capacity - this.#freeCount;
  }

  /** Index of a character's party, -1 for none. */
  of(character: number): number {
    const at = this.#placeOf.get(character);
    return at === undefined ? -1 : Math.floor(at / partyMembersMax);
  }

  /** Index of a character by place, -1 for who is in no party. */
  placeOf(character: number): number {
    return this.#placeOf.get(character) ?? -1;
  }

  characterAt(party: number, place: number): number {
    return this.characters[party * partyMembersMax + place]!;
  }

  /** Index by place of a membership in this party, -1 for none. */
  findMember(party: number, membership: number): number {
    const first = party * partyMembersMax;
    for (let at = first; at < first + this.counts[party]!; at++)
      if (this.memberships[at] === membership) return at;
    return -1;
  }

  isLeader(party: number, character: number): boolean {
    const at = this.placeOf(character);
    return at >= 0 && this.leaders[party] === this.memberships[at];
  }

  /** A party of one, who leads; it needs a second one at once. -1 when there are as many as there may be. */
  open(character: number, name: string, entity: number, mode: PartyLootMode): number {
    if (this.#freeCount === 0) {
      this.refused++;
      return -1;
    }
    const party = this.#free[--this.#freeCount]!;
    this.numbers[party] = this.#nextNumber();
    this.modes[party] = mode;
    this.turns[party] = 0;
    this.add(party, character, name, entity);
    this.leaders[party] = this.lastNumber;
    return party;
  }

  /** There is room for it, and it is in no party. */
  add(party: number, character: number, name: string, entity: number): void {
    const at = party * partyMembersMax + this.counts[party]!;
    this.counts[party] = this.counts[party]! + 1;
    this.characters[at] = character;
    this.memberships[at] = this.#nextNumber();
    this.names[at] = name;
    this.awaySince[at] = 0;
    this.entities[at] = entity;
    this.levels[at] = 0;
    this.forgetTold(at);
    this.#placeOf.set(character, at);
  }

  /** `at`: index by place. Those behind it move up. */
  remove(party: number, at: number): void {
    this.#placeOf.delete(this.characters[at]!);
    const last = party * partyMembersMax + this.counts[party]! - 1;
    for (let to = at; to < last; to++) {
      this.#copy(to + 1, to);
      this.#placeOf.set(this.characters[to]!, to);
    }
    this.characters[last] = 0;
    this.memberships[last] = 0;
    this.names[last] = '';
    this.awaySince[last] = 0;
    this.entities[last] = 0;
    this.counts[party] = this.counts[party]! - 1;
  }

  /** With whoever is left in it. */
  close(party: number): void {
    while (this.counts[party]! > 0) this.remove(party, party * partyMembersMax);
    this.numbers[party] = 0;
    this.leaders[party] = 0;
    this.isUntold[party] = 0;
    this.#free[this.#freeCount++] = party;
  }

  /** The others are told of it anew. Its level is told also while it is away. */
  forgetTold(at: number): void {
    this.healths[at] = 0;
    this.maps[at] = 0;
    this.movedTick[at] = 0;
  }

  #copy(from: number, to: number): void {
    this.characters[to] = this.characters[from]!;
    this.memberships[to] = this.memberships[from]!;
    this.names[to] = this.names[from]!;
    this.awaySince[to] = this.awaySince[from]!;
    this.entities[to] = this.entities[from]!;
    this.levels[to] = this.levels[from]!;
    this.healths[to] = this.healths[from]!;
    this.maps[to] = this.maps[from]!;
    this.x[to] = this.x[from]!;
    this.y[to] = this.y[from]!;
    this.movedTick[to] = this.movedTick[from]!;
  }

  #nextNumber(): number {
    // 4 milliards take years; 0 stays free for "none".
    this.lastNumber = (this.lastNumber + 1) >>> 0 || 1;
    return this.lastNumber;
  }

  /** For hashing. */
  eachWord(visit: (word: number) => void): void {
    visit(this.lastNumber);
    for (let party = 0; party < this.capacity && this.openCount > 0; party++) {
      if (this.numbers[party] === 0) continue;
      visit(party);
      visit(this.numbers[party]!);
      visit(this.leaders[party]!);
      visit(this.modes[party]!);
      visit(this.turns[party]!);
      visit(this.isUntold[party]!);
      const first = party * partyMembersMax;
      for (let at = first; at < first + this.counts[party]!; at++) this.#wordsOf(at, visit);
    }
    // Which one is opened next decides nothing but when its members are looked at.
    for (let i = 0; i < this.#freeCount && this.lastNumber > 0; i++) visit(this.#free[i]!);
  }

  #wordsOf(at: number, visit: (word: number) => void): void {
    visit(this.characters[at]!);
    visit(this.memberships[at]!);
    visit(this.awaySince[at]!);
    visit(this.entities[at]!);
    visit(this.levels[at]!);
    visit(this.healths[at]!);
    visit(this.maps[at]!);
    // Positions are as exact as players are told them: 1/64 m.
    visit(Math.floor(this.x[at]! * 64));
    visit(Math.floor(this.y[at]! * 64));
  }
}

declare module '../engine/registry.js' {
  interface Tables {
    parties: Parties;
  }
}

export const parties = defineTable({
  name: 'parties',
  create: ({ store }) => new Parties(store.entities.capacity),
  eachWord: (table, visit) => table.eachWord(visit),
});
