// Who owns what, where the journal is: for its own thread, and for tests that have all in one.

import { ownHolders } from '#domain/ledger/erase-possessions.js';
import { PurseKind } from '#domain/vocabulary/generated/words.js';
import type { Journal } from '#ports/storage/journal.js';
import type { CharacterOwnership, OwnershipBook } from '#ports/storage/ownership.js';
import type { JournalKeeper } from './journal-keeper.js';

export class JournalOwnership implements OwnershipBook {
  constructor(
    private readonly journal: Pick<
      Journal,
      'stacksIn' | 'coinsIn' | 'experienceOf' | 'professionsOf' | 'commandsOf' | 'questsOf'
    >,
    private readonly keeper: Pick<JournalKeeper, 'drain'>,
  ) {}

  async settle(): Promise<boolean> {
    return this.keeper.drain();
  }

  async ownedBy(character: number): Promise<CharacterOwnership> {
    const { journal } = this;
    return {
      stacks: ownHolders.flatMap((holder) => journal.stacksIn(holder, character)),
      coins: journal.coinsIn(PurseKind.wallet, character),
      experience: journal.experienceOf(character),
      professions: journal.professionsOf(character),
      commands: journal.commandsOf(character).done.map(({ command }) => command),
      quests: journal.questsOf(character),
    };
  }
}
