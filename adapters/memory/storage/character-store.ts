// Characters in memory, for tests and for servers that may forget. Behaves as the SQLite store does.

import {
  CharacterStoreError,
  type CharacterStore,
  type CharacterStoreErrorCode,
  type StoredCharacter,
} from '#ports/storage/character-store.js';
import { nilAccountId } from '#domain/player/character-sheet.js';
import { nameKey } from '#ports/names/name-key.js';
import { storedCharacterFault } from '#ports/storage/stored-character-fault.js';

export class MemoryCharacterStore implements CharacterStore {
  /** By name key. */
  readonly #characters = new Map<string, StoredCharacter>();
  #lastId = 0;
  #closed = false;

  async find(name: string): Promise<StoredCharacter | undefined> {
    this.#requireOpen();
    const found = this.#characters.get(nameKey(name));
    return found && copyOf(found);
  }

  async create(character: StoredCharacter, nowUnixMs: number): Promise<number> {
    requireStorable(character);
    this.#requireOpen();
    const key = nameKey(character.name);
    if (this.#characters.has(key)) fail('name-taken', `a character named ${character.name} exists`);
    this.#lastId += 1;
    this.#characters.set(key, { ...copyOf(character), characterId: this.#lastId, savedUnixMs: nowUnixMs });
    return this.#lastId;
  }

  async save(characters: readonly StoredCharacter[], nowUnixMs: number): Promise<void> {
    characters.forEach(requireStorable);
    this.#requireOpen();
    for (const character of characters) this.#require(character);
    for (const character of characters) {
      const { name, accountId: known } = this.#require(character);
      const accountId = known === nilAccountId ? character.accountId : known;
      this.#characters.set(nameKey(name), {
        ...copyOf(character),
        name,
        accountId,
        savedUnixMs: nowUnixMs,
      });
    }
  }

  async count(): Promise<number> {
    this.#requireOpen();
    return this.#characters.size;
  }

  async close(): Promise<void> {
    this.#closed = true;
  }

  #require({ characterId, name }: StoredCharacter): StoredCharacter {
    const found = this.#characters.get(nameKey(name));
    if (found?.characterId === characterId) return found;
    return fail('unknown-character', `no character has id ${characterId} and name ${name}`);
  }

  #requireOpen(): void {
    if (this.#closed) fail('closed', 'the character store is closed');
  }
}

function requireStorable(character: StoredCharacter): void {
  const fault = storedCharacterFault(character);
  if (fault !== undefined) fail('invalid-character', `${character.name}: ${fault}`);
}

/** A copy that shares nothing with the caller's, what it has in slots in their order. */
function copyOf(character: StoredCharacter): StoredCharacter {
  const inventory = character.inventory.map(({ slot, item, count }) => ({ slot, item, count }));
  const cooldowns = character.cooldowns.map(({ slot, ticks }) => ({ slot, ticks }));
  return { ...character, inventory: inventory.sort(bySlot), cooldowns: cooldowns.sort(bySlot) };
}

function bySlot(a: { readonly slot: number }, b: { readonly slot: number }): number {
  return a.slot - b.slot;
}

function fail(code: CharacterStoreErrorCode, message: string): never {
  throw new CharacterStoreError(code, message);
}
