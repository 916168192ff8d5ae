// Parties as they were when they first struck a creature: who then shares in what its death brings, whatever becomes of the
// party until then. One tag for each creature and party that strikes it; what a creature holds against its attackers refers
// to it (threat), and it is free again when nothing does.
//
// At the cap a party's member is credited as one that is alone, and counted in `refused`.

import { partyMembersMax } from '../vocabulary/generated/words.js';

/** 10,000 players in parties of two who each fight three creatures at once; a small world has one for each entity. */
const tagsMost = 16_384;

export class Tags {
  /** Number of the party, 0 for a tag that is free. */
  readonly parties: Uint32Array;
  /** How the party shared loot then: a PartyLootMode. */
  readonly modes: Uint8Array;
  /** Characters, from the longest in the party to the newest; 0 behind the last. */
  readonly members: Uint32Array;
  /** Tags that were not to be had since the start. */
  refused = 0;
  private readonly references: Uint8Array;
  private readonly free: Uint16Array;
  private freeCount: number;

  /** `entitiesMax`: of the world. */
  constructor(entitiesMax: number) {
    const tags = Math.min(tagsMost, entitiesMax);
    this.parties = new Uint32Array(tags);
    this.modes = new Uint8Array(tags);
    this.members = new Uint32Array(tags * partyMembersMax);
    this.references = new Uint8Array(tags);
    this.free = Uint16Array.from({ length: tags }, (_, i) => tags - 1 - i);
    this.freeCount = tags;
  }

  /** Tags in use. */
  get openCount(): number {
    return this.free.length - this.freeCount;
  }

  /** A tag without members, which nothing refers to yet; -1 when all are taken. */
  open(party: number, mode: number): number {
    if (this.freeCount === 0) {
      this.refused++;
      return -1;
    }
    const tag = this.free[--this.freeCount]!;
    this.parties[tag] = party;
    this.modes[tag] = mode;
    return tag;
  }

  /** Something refers to it from now on. */
  refer(tag: number): void {
    this.references[tag] = this.references[tag]! + 1;
  }

  /** Something does not any more. */
  release(tag: number): void {
    this.references[tag] = this.references[tag]! - 1;
    if (this.references[tag] !== 0) return;
    this.parties[tag] = 0;
    this.members.fill(0, tag * partyMembersMax, (tag + 1) * partyMembersMax);
    this.free[this.freeCount++] = tag;
  }

  /** As the next of at most 5. */
  addMember(tag: number, character: number): void {
    const first = tag * partyMembersMax;
    for (let at = first; at < first + partyMembersMax; at++)
      if (this.members[at] === 0) {
        this.members[at] = character;
        return;
      }
  }

  has(tag: number, character: number): boolean {
    const first = tag * partyMembersMax;
    for (let at = first; at < first + partyMembersMax; at++)
      if (this.members[at] === character) return character !== 0;
    return false;
  }

  /** For hashing. */
  eachWord(visit: (word: number) => void): void {
    for (let tag = 0; tag < this.parties.length && this.openCount > 0; tag++) {
      if (this.parties[tag] === 0) continue;
      visit(tag);
      visit(this.parties[tag]!);
      visit(this.modes[tag]!);
      for (let i = 0; i < partyMembersMax; i++) visit(this.members[tag * partyMembersMax + i]!);
    }
  }
}
