// Who owns what, asked of the journal by whoever lets characters into the world, which is another thread than the journal's.

import type { LearnedProfession, LedgerQuest, LedgerStack } from '#domain/ledger/state/ledger-state.js';

/** What a character has. */
export interface OwnedThings {
  /** In the bags that come into the world with it, bag by bag, ascending by slot. */
  readonly stacks: readonly LedgerStack[];
  readonly coins: number;
  readonly experience: number;
  /** In which it has learned something, ascending. */
  readonly professions: readonly LearnedProfession[];
  /** What it has to do with quests, ascending by quest. */
  readonly quests: readonly LedgerQuest[];
}

/** As of the journal's last window. */
export interface CharacterOwnership extends OwnedThings {
  /** Keys of its newest requests that were done. */
  readonly commands: readonly number[];
}

export interface OwnershipBook {
  /**
   * Has the journal store all that was on its way to it before the call; false when it cannot be stored now, so that nobody
   * can be loaded.
   */
  settle(): Promise<boolean>;
  /** Rejects with a JournalError. */
  ownedBy(character: number): Promise<CharacterOwnership>;
}
