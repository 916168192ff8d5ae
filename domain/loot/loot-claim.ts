// Who has a right to what a kill leaves: one alone, or a party as it was when it first struck.
//
// | right              | a stack is laid for                                                                    |
// | ------------------ | -------------------------------------------------------------------------------------- |
// | of one alone       | that character                                                                         |
// | free for all       | all members with a share in the kill: whoever takes it first                           |
// | round robin        | one of them, in turns from stack to stack and from kill to kill                        |
// | need before greed  | of things that do not stack whoever wins the roll (loot-rolls), else as round robin |
// | wanted for quests  | whatever else holds: each of them who wants it, one of their own                       |
//
// After a while what was not taken is anybody's (create-loot). After a restart, which ends parties, what was laid for all
// belongs to the one of them who did most.

import { PartyLootMode, partyMembersMax } from '../vocabulary/generated/words.js';

export class LootClaim {
  /** Of one alone, or of the one in the party who did most; 0 for anybody. A character. */
  owner = 0;
  /** Those of the party with a share in the kill, from the longest in it to the newest; none for one alone. */
  readonly members = new Uint32Array(partyMembersMax);
  count = 0;
  private mode: PartyLootMode = PartyLootMode.freeForAll;
  /** Stacks that went round in the party so far; for one that goes on it is handed back. */
  turn = 0;

  ofOne(owner: number): this {
    this.owner = owner;
    this.count = 0;
    return this;
  }

  /** Then members are added. */
  ofParty(mode: PartyLootMode, turn: number): this {
    this.owner = 0;
    this.count = 0;
    this.mode = mode;
    this.turn = turn;
    return this;
  }

  addMember(character: number): void {
    this.members[this.count++] = character;
  }

  /** For whom the next stack is laid; `isShared` says whether the others of the party may take it too. */
  nextOwner(): number {
    if (this.count === 0 || this.isShared) return this.owner;
    return this.members[this.turn++ % this.count]!;
  }

  /** Whether they roll for an item of which so many lie in one slot. */
  rollsFor(stackMax: number): boolean {
    return this.count > 1 && this.mode === PartyLootMode.needGreed && stackMax === 1;
  }

  get isShared(): boolean {
    return this.count > 0 && this.mode === PartyLootMode.freeForAll;
  }
}
