// Characters in memory, for tests and for servers that may forget. Behaves as the SQLite store does.

import {
  CharacterStoreError,
  ownsNothing,
  type CharacterStore,
  type CharacterStoreErrorCode,
  type StoredCharacter,
} from '#ports/storage/characters/character-store.js';
import { nilAccountId } from '#domain/player/character-sheet.js';
import { nameKey } from '#ports/names/name-key.js';
import type { ErasedCharacter } from '#ports/admin/players/erased-character.js';
import { storedCharacterFault } from '#ports/storage/characters/stored-character-fault.js';
import { MemoryDirectoryOutbox } from './directory-outbox.js';

export class MemoryCharacterStore implements CharacterStore {
  /** What the player directory is to be told of them. */
  readonly outbox = new MemoryDirectoryOutbox();
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
    const created = { ...copyOf(character), characterId: this.#lastId, savedUnixMs: nowUnixMs };
    this.#characters.set(key, created);
    this.outbox.stored(created, nowUnixMs);
    return this.#lastId;
  }

  async save(characters: readonly StoredCharacter[], nowUnixMs: number): Promise<void> {
    characters.forEach(requireStorable);
    this.#requireOpen();
    for (const character of characters) this.#require(character);
    for (const character of characters) {
      const { name, accountId: known } = this.#require(character);
      const accountId = known === nilAccountId ? character.accountId : known;
      const saved = { ...copyOf(character), name, accountId, savedUnixMs: nowUnixMs };
      this.#characters.set(nameKey(name), saved);
      this.outbox.stored(saved, nowUnixMs);
    }
  }

  /** By id; undefined when nobody has it. */
  byId(characterId: number): StoredCharacter | undefined {
    return [...this.#characters.values()].find((one) => one.characterId === characterId);
  }

  /** It is no more, and its id is nobody's ever after. */
  erase(erased: ErasedCharacter, nowUnixMs: number): void {
    const there = this.byId(erased.characterId);
    if (there !== undefined) this.#characters.delete(nameKey(there.name));
    this.outbox.erased(erased, nowUnixMs);
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

/** A copy that shares nothing with the caller's, what it has in slots in their order, without what it owns. */
function copyOf(character: StoredCharacter): StoredCharacter {
  const cooldowns = character.cooldowns.map(({ slot, ticks }) => ({ slot, ticks }));
  const sales = character.sales.map(({ instance, coins }) => ({ instance, coins }));
  return { ...character, ...ownsNothing, cooldowns: cooldowns.sort(bySlot), sales };
}

function bySlot(a: { readonly slot: number }, b: { readonly slot: number }): number {
  return a.slot - b.slot;
}

function fail(code: CharacterStoreErrorCode, message: string): never {
  throw new CharacterStoreError(code, message);
}
