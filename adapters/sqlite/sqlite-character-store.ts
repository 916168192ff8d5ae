// Characters in the game's SQLite file. SQLite works synchronously: each call blocks its thread for its statements and
// one sync to disk, so it belongs on a thread that no player waits for.

import type { Statement } from 'better-sqlite3';

import {
  CharacterStoreError,
  ownsNothing,
  type CharacterStore,
  type StoredCharacter,
  type StoredCooldown,
  type StoredSale,
} from '#ports/storage/characters/character-store.js';
import { nilAccountId } from '#domain/player/character-sheet.js';
import { nameKey as keyOfName } from '#ports/names/name-key.js';
import { storedCharacterFault } from '#ports/storage/characters/stored-character-fault.js';

import * as numbers from './generated/character-table.js';
import { closeGameFile, openGameFile, type GameFileOptions } from './game-file.js';
import type { GameFile } from './schema/opened-file.js';

export type CharacterQuery = 'find' | 'create' | 'save';

export interface SqliteCharacterStoreOptions extends GameFileOptions {
  /** Told of every query and how long it blocked. */
  readonly onQuery?: (query: CharacterQuery, durationMs: number) => void;
}

type CharacterRow = Omit<StoredCharacter, 'inventory' | 'cooldowns' | 'sales' | 'coins' | 'experience'>;

interface CharacterStatements {
  readonly find: Statement<[nameKey: string], CharacterRow>;
  readonly cooldowns: Statement<[characterId: number], StoredCooldown>;
  readonly insert: Statement;
  readonly update: Statement;
  readonly deleteCooldowns: Statement<[characterId: number]>;
  readonly insertCooldown: Statement<[characterId: number, slot: number, ticks: number]>;
  readonly sales: Statement<[characterId: number], StoredSale>;
  readonly deleteSales: Statement<[characterId: number]>;
  readonly insertSale: Statement<[characterId: number, place: number, instance: number, coins: number]>;
  readonly count: Statement<[], number>;
}

export class SqliteCharacterStore implements CharacterStore {
  readonly #file: GameFile;
  readonly #statements: CharacterStatements;
  readonly #onQuery: ((query: CharacterQuery, durationMs: number) => void) | undefined;

  private constructor(file: GameFile, onQuery: SqliteCharacterStoreOptions['onQuery']) {
    this.#file = file;
    this.#statements = prepare(file);
    this.#onQuery = onQuery;
  }

  /** Rejects with a GameFileError when the file cannot be had. */
  static async open(path: string, options: SqliteCharacterStoreOptions = {}): Promise<SqliteCharacterStore> {
    return new SqliteCharacterStore(await openGameFile(path, options), options.onQuery);
  }

  /** What opening found and did, for the log. */
  get opened(): Pick<GameFile, 'path' | 'migrated' | 'recovered' | 'keptAs'> {
    return this.#file;
  }

  /** For what else is kept in it. */
  get file(): GameFile {
    return this.#file;
  }

  async find(name: string): Promise<StoredCharacter | undefined> {
    return this.#measured('find', () => {
      const row = this.#statements.find.get(keyOfName(name));
      if (row === undefined) return undefined;
      const cooldowns = this.#statements.cooldowns.all(row.characterId);
      const sales = this.#statements.sales.all(row.characterId);
      return { ...row, ...ownsNothing, cooldowns, sales };
    });
  }

  async create(character: StoredCharacter, nowUnixMs: number): Promise<number> {
    requireStorable(character);
    return this.#measured('create', () => this.#inTransaction(() => this.#insert(character, nowUnixMs)));
  }

  async save(characters: readonly StoredCharacter[], nowUnixMs: number): Promise<void> {
    characters.forEach(requireStorable);
    this.#measured('save', () => {
      this.#inTransaction(() => {
        for (const character of characters) this.#update(character, nowUnixMs);
      });
    });
  }

  async count(): Promise<number> {
    this.#requireOpen();
    return this.#statements.count.get()!;
  }

  async close(): Promise<void> {
    closeGameFile(this.#file);
  }

  #insert(character: StoredCharacter, nowUnixMs: number): number {
    const nameKey = keyOfName(character.name);
    if (this.#statements.find.get(nameKey)) {
      throw new CharacterStoreError('name-taken', `a character named ${character.name} exists`);
    }
    const { lastInsertRowid } = this.#statements.insert.run({ ...character, nameKey, nowUnixMs });
    const characterId = Number(lastInsertRowid);
    this.#insertLists(characterId, character);
    return characterId;
  }

  #update(character: StoredCharacter, nowUnixMs: number): void {
    const nameKey = keyOfName(character.name);
    const { changes } = this.#statements.update.run({ ...character, nameKey, nowUnixMs });
    if (changes === 0) {
      throw new CharacterStoreError(
        'unknown-character',
        `no character has id ${character.characterId} and name ${character.name}`,
      );
    }
    this.#statements.deleteCooldowns.run(character.characterId);
    this.#statements.deleteSales.run(character.characterId);
    this.#insertLists(character.characterId, character);
  }

  #insertLists(characterId: number, { cooldowns, sales }: StoredCharacter): void {
    const { insertCooldown, insertSale } = this.#statements;
    for (const { slot, ticks } of cooldowns) insertCooldown.run(characterId, slot, ticks);
    for (const [place, { instance, coins }] of sales.entries())
      insertSale.run(characterId, place, instance, coins);
  }

  #inTransaction<Result>(work: () => Result): Result {
    return this.#file.db.transaction(work).immediate();
  }

  #measured<Result>(query: CharacterQuery, work: () => Result): Result {
    this.#requireOpen();
    const startedMs = performance.now();
    try {
      return work();
    } finally {
      this.#onQuery?.(query, performance.now() - startedMs);
    }
  }

  #requireOpen(): void {
    if (!this.#file.db.open) throw new CharacterStoreError('closed', 'the character store is closed');
  }
}

function requireStorable(character: StoredCharacter): void {
  const fault = storedCharacterFault(character);
  if (fault !== undefined) throw new CharacterStoreError('invalid-character', `${character.name}: ${fault}`);
}

function prepare({ db }: GameFile): CharacterStatements {
  return {
    find: db.prepare(`
      SELECT id AS characterId, account_id AS accountId, name, map_key AS mapKey, ${numbers.selected},
        saved_at_ms AS savedUnixMs
      FROM characters WHERE name_key = ?`),
    cooldowns: db.prepare('SELECT slot, ticks FROM cooldowns WHERE character_id = ? ORDER BY slot'),
    insert: db.prepare(`
      INSERT INTO characters (account_id, name, name_key, map_key, ${numbers.inserted}, created_at_ms, saved_at_ms)
      VALUES (@accountId, @name, @nameKey, @mapKey, ${numbers.values}, @nowUnixMs, @nowUnixMs)`),
    update: db.prepare(`
      UPDATE characters SET account_id = iif(account_id = '${nilAccountId}', @accountId, account_id), map_key = @mapKey,
        ${numbers.assigned}, saved_at_ms = @nowUnixMs
      WHERE id = @characterId AND name_key = @nameKey`),
    deleteCooldowns: db.prepare('DELETE FROM cooldowns WHERE character_id = ?'),
    insertCooldown: db.prepare('INSERT INTO cooldowns (character_id, slot, ticks) VALUES (?, ?, ?)'),
    sales: db.prepare('SELECT instance, coins FROM sales WHERE character_id = ? ORDER BY place'),
    deleteSales: db.prepare('DELETE FROM sales WHERE character_id = ?'),
    insertSale: db.prepare('INSERT INTO sales (character_id, place, instance, coins) VALUES (?, ?, ?, ?)'),
    count: db.prepare<[], number>('SELECT count(*) FROM characters').pluck(),
  };
}
