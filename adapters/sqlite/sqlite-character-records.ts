// All that the game file holds of one character.

import { setImmediate } from 'node:timers/promises';
import type { Database } from 'better-sqlite3';
import { ownHolders } from '#domain/ledger/erase-possessions.js';
import { entryInWords, hasPart } from '#domain/ledger/entries/entry-in-words.js';
import { PurseKind } from '#domain/vocabulary/generated/words.js';
import { nameKey } from '#ports/names/name-key.js';
import type { Journal } from '#ports/storage/journal.js';
import type {
  CharacterEntry,
  CharacterRecords,
  RecordsOfCharacter,
  RecordsQuery,
  StoredRow,
} from '#ports/storage/characters/character-records.js';
import { migrations } from './generated/migration-list.js';
import type { GameFile } from './schema/opened-file.js';
import type { CatchesUp } from './schema/catches-up.js';
import type { RowsOfCharacter } from './schema/migrate.js';

/** What the journal leaves, as of its end and as of its base (table-set.ts). */
const ledgerTables = {
  stacks: `owner = ? AND holder IN (${ownHolders.join(', ')})`,
  purses: `owner = ? AND kind = ${PurseKind.wallet}`,
  experience: 'character = ?',
  professions: 'character = ?',
  commands: 'character = ?',
  ground: 'character = ?',
  letters: '? IN (sender, holder)',
  listings: 'seller = ?',
  quests: 'character = ?',
};

/** What stores say of the tables that they bring (Migration.tables). */
const tablesOfStores = migrations.flatMap(({ tables = {} }) => Object.entries(tables));

/** By table: which of its rows are a character's, `?` being its id. */
export const tablesOfCharacters: Readonly<Record<string, RowsOfCharacter>> = {
  characters: 'id = ?',
  opening_numbers: 'character = ?',
  opening_items: 'character = ?',
  cooldowns: 'character_id = ?',
  sales: 'character_id = ?',
  letter_words: 'letter IN (SELECT letter FROM ledger_letters WHERE ? IN (sender, holder))',
  ...Object.fromEntries(
    Object.entries(ledgerTables).flatMap(([name, condition]) => [
      [`ledger_${name}`, condition],
      [`base_${name}`, condition],
    ]),
  ),
  ...Object.fromEntries(
    tablesOfStores.flatMap(([name, condition]) => (condition === null ? [] : [[name, condition]])),
  ),
};

/** Tables with nothing of a person that is not told otherwise: entries of the journal are looked through. */
export const tablesOfNobody: readonly string[] = [
  ...['journal', 'journal_state', 'data_folder', 'sqlite_sequence'],
  ...['journal_base', 'base_totals', 'ledger_fallen', 'base_fallen', 'erased_characters'],
  ...['journal_index', 'journal_index_runs', 'economy_state', 'economy_totals'],
  ...['economy_hours', 'economy_days', 'economy_breaches'],
  ...tablesOfStores.flatMap(([name, condition]) => (condition === null ? [name] : [])),
];

/** Entries between which others have their turn: some 20 ms. */
const atOnce = 8_192;

export class SqliteCharacterRecords implements CharacterRecords {
  readonly #db: Database;

  /** The file stays its opener's, who closes it. */
  constructor(
    { db }: Pick<GameFile, 'db'>,
    private readonly journal: Pick<Journal, 'end' | 'entries'> & CatchesUp,
  ) {
    this.#db = db;
  }

  async of(query: RecordsQuery): Promise<RecordsOfCharacter | undefined> {
    const { characterId, name } = query;
    const isThere = this.#db
      .prepare('SELECT 1 FROM characters WHERE id = ? AND name_key = ?')
      .get(characterId, nameKey(name));
    if (isThere === undefined) return undefined;
    this.journal.catchUp();
    const tables = this.#db.transaction(() => this.#tablesOf(characterId))();
    return { tables, ...(await this.#entriesOf(query)) };
  }

  #tablesOf(characterId: number): Record<string, readonly StoredRow[]> {
    const tables: Record<string, readonly StoredRow[]> = {};
    for (const [table, own] of Object.entries(tablesOfCharacters)) {
      const { columns, rows: condition } = typeof own === 'string' ? { columns: '*', rows: own } : own;
      const rows = this.#db
        .prepare<[number], KeptRow>(`SELECT ${columns} FROM ${table} WHERE ${condition}`)
        .all(characterId);
      if (rows.length > 0) tables[table] = rows.map(asText);
    }
    return tables;
  }

  async #entriesOf(query: RecordsQuery): Promise<Pick<RecordsOfCharacter, 'entries' | 'isComplete'>> {
    const { characterId, entriesMax, lookMax } = query;
    const end = this.journal.end.number;
    const first = Math.max(1, end - lookMax + 1);
    const entries: CharacterEntry[] = [];
    let dropped = 0;
    // Older ones may not be kept any more.
    let oldest = end + 1;
    for (let from = first; from <= end; from += atOnce) {
      this.journal.entries(from, (facts, row, number) => {
        if (number >= from + atOnce || number > end) return false;
        oldest = Math.min(oldest, number);
        if (hasPart(facts, row, characterId)) entries.push(entryInWords(facts, row, number));
        return true;
      });
      // The newest are kept.
      if (entries.length > 2 * entriesMax) dropped += entries.splice(0, entries.length - entriesMax).length;
      await setImmediate();
    }
    const kept = entries.slice(-entriesMax).reverse();
    return { entries: kept, isComplete: oldest === 1 && dropped + entries.length === kept.length };
  }
}

type KeptRow = Readonly<Record<string, StoredRow[string] | Buffer>>;

/** Bytes, which JSON cannot tell, as their hexadecimal digits. */
function asText(row: KeptRow): StoredRow {
  return Object.fromEntries(
    Object.entries(row).map(([name, value]) => [
      name,
      Buffer.isBuffer(value) ? value.toString('hex') : value,
    ]),
  );
}
