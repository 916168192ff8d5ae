// Erasures in memory, of characters and a journal in memory. Behaves as the one in SQLite does.

import { erasePossessions, ownHolders } from '#domain/ledger/erase-possessions.js';
import { PurseKind } from '#domain/vocabulary/generated/words.js';
import { nameKey } from '#ports/names/name-key.js';
import type { ErasedCharacter } from '#ports/admin/players/erased-character.js';
import type { ErasureBook, ErasureState } from '#ports/storage/erasure-book.js';
import type { Journal } from '#ports/storage/journal.js';
import type { NamedCharacter } from '#ports/storage/characters/named-character.js';
import type { MemoryCharacterStore } from './character-store.js';

interface Noted extends ErasedCharacter {
  readonly isDone: boolean;
}

export class MemoryErasureBook implements ErasureBook {
  /** By the character's id. */
  readonly #noted = new Map<number, Noted>();

  constructor(
    private readonly store: MemoryCharacterStore,
    private readonly journal: Journal,
  ) {}

  async begin({ characterId, name }: NamedCharacter): Promise<ErasureState> {
    const there = this.store.byId(characterId);
    if (there !== undefined && nameKey(there.name) === nameKey(name)) {
      this.#note(characterId);
      return 'begun';
    }
    return this.#noted.get(characterId)?.isDone === true ? 'erased' : 'unknown';
  }

  async beginAgain(erased: readonly ErasedCharacter[]): Promise<void> {
    for (const { characterId, createdAtUnixMs } of erased)
      if (this.store.outbox.createdAt(characterId) === createdAtUnixMs) this.#note(characterId);
  }

  async begun(): Promise<readonly NamedCharacter[]> {
    return [...this.#noted.values()].flatMap(({ characterId, isDone }) => {
      const there = isDone ? undefined : this.store.byId(characterId);
      return there === undefined ? [] : [{ characterId, name: there.name }];
    });
  }

  async finish(characterId: number, nowUnixMs: number): Promise<void> {
    const { journal, store } = this;
    const noted = this.#noted.get(characterId);
    if (noted === undefined || noted.isDone) return;
    const stacks = ownHolders.flatMap((holder) => journal.stacksIn(holder, characterId));
    const coins = journal.coinsIn(PurseKind.wallet, characterId);
    const experience = journal.experienceOf(characterId);
    const professions = journal.professionsOf(characterId);
    const quests = journal.questsOf(characterId);
    const { number, tick } = journal.end;
    const estate = { character: characterId, stacks, coins, experience, professions, quests };
    const facts = erasePossessions(estate, tick);
    journal.append(number + 1, facts, () => store.erase(noted, nowUnixMs));
    this.#noted.set(characterId, { ...noted, isDone: true });
  }

  #note(characterId: number): void {
    const createdAtUnixMs = this.store.outbox.createdAt(characterId) ?? 0;
    this.#noted.set(characterId, { characterId, createdAtUnixMs, isDone: false });
  }
}
