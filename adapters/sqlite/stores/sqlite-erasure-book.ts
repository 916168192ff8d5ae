// Erasures in the game's SQLite file. The end of one is a window of the journal, with the rows that go, in one transaction.

import type { Database, Statement } from 'better-sqlite3';
import { erasePossessions, ownHolders } from '#domain/ledger/erase-possessions.js';
import { PurseKind } from '#domain/vocabulary/generated/words.js';
import { nameKey } from '#ports/names/name-key.js';
import type { ErasedCharacter } from '#ports/admin/players/erased-character.js';
import type { ErasureBook, ErasureState } from '#ports/storage/erasure-book.js';
import type { Journal } from '#ports/storage/journal.js';
import type { NamedCharacter } from '#ports/storage/characters/named-character.js';
import type { GameFile } from '../schema/opened-file.js';
import type { CatchesUp } from '../schema/catches-up.js';

type OwnedIn = Pick<
  Journal,
  'end' | 'append' | 'stacksIn' | 'coinsIn' | 'experienceOf' | 'professionsOf' | 'questsOf'
> &
  CatchesUp;

export class SqliteErasureBook implements ErasureBook {
  readonly #db: Database;
  readonly #statements: ReturnType<typeof prepare>;

  /** The file stays its opener's, who closes it. */
  constructor(
    { db }: Pick<GameFile, 'db'>,
    private readonly journal: OwnedIn,
  ) {
    this.#db = db;
    this.#statements = prepare(db);
  }

  async begin({ characterId, name }: NamedCharacter, nowUnixMs: number): Promise<ErasureState> {
    const { note, isErased } = this.#statements;
    const now = Math.floor(nowUnixMs);
    if (note.run({ now, characterId, nameKey: nameKey(name) }).changes === 1) return 'begun';
    return isErased.get(characterId) === undefined ? 'unknown' : 'erased';
  }

  async beginAgain(erased: readonly ErasedCharacter[], nowUnixMs: number): Promise<void> {
    const now = Math.floor(nowUnixMs);
    this.#db
      .transaction(() => {
        for (const { characterId, createdAtUnixMs } of erased)
          this.#statements.noteAgain.run({ now, characterId, createdAtUnixMs });
      })
      .immediate();
  }

  async begun(): Promise<readonly NamedCharacter[]> {
    return this.#statements.begun.all();
  }

  async finish(characterId: number, nowUnixMs: number): Promise<void> {
    const { journal } = this;
    const { isBegun, remove, removeSanctions, removeReports, removeDecisions, noteErased } = this.#statements;
    if (isBegun.get(characterId) === undefined) return;
    const stacks = ownHolders.flatMap((holder) => journal.stacksIn(holder, characterId));
    const coins = journal.coinsIn(PurseKind.wallet, characterId);
    const experience = journal.experienceOf(characterId);
    const professions = journal.professionsOf(characterId);
    const quests = journal.questsOf(characterId);
    const { number, tick } = journal.end;
    const estate = { character: characterId, stacks, coins, experience, professions, quests };
    const facts = erasePossessions(estate, tick);
    journal.append(number + 1, facts, () => {
      // By its name, which goes with its row.
      removeDecisions.run({ characterId });
      remove.run(characterId);
      removeSanctions.run(characterId);
      removeReports.run({ characterId });
      noteErased.run(Math.floor(nowUnixMs), characterId);
    });
    this.#emptyLog();
  }

  /**
   * What was deleted is overwritten in the file, and would stand in the write-ahead log for a while, or in tables that are
   * still to be told of it.
   */
  #emptyLog(): void {
    try {
      this.journal.catchUp();
      this.#db.pragma('wal_checkpoint(TRUNCATE)');
    } catch {
      // While a copy is made, say, or without room. It is done when the file is closed.
    }
  }
}

interface Noted {
  readonly now: number;
  readonly characterId: number;
}

/** Of an id that was another's before, the note is of who has it now. */
const onConflict = `ON CONFLICT (character) DO UPDATE SET created_at_ms = excluded.created_at_ms,
  begun_at_ms = excluded.begun_at_ms, erased_at_ms = NULL`;

function prepare(db: Database) {
  const erased: Statement<[number], 1> = db.prepare(
    'SELECT 1 FROM erased_characters WHERE character = ? AND erased_at_ms IS NOT NULL',
  );
  return {
    note: db.prepare<[Noted & { nameKey: string }]>(`
      INSERT INTO erased_characters (character, created_at_ms, begun_at_ms)
        SELECT id, created_at_ms, @now FROM characters WHERE id = @characterId AND name_key = @nameKey ${onConflict}`),
    noteAgain: db.prepare<[Noted & { createdAtUnixMs: number }]>(`
      INSERT INTO erased_characters (character, created_at_ms, begun_at_ms)
        SELECT id, created_at_ms, @now FROM characters WHERE id = @characterId AND created_at_ms = @createdAtUnixMs
        ${onConflict}`),
    isErased: erased,
    begun: db.prepare<[], NamedCharacter>(`
      SELECT c.id AS characterId, c.name FROM erased_characters e
      JOIN characters c ON c.id = e.character AND c.created_at_ms = e.created_at_ms
      WHERE e.erased_at_ms IS NULL ORDER BY e.character`),
    isBegun: db.prepare<[number]>(
      'SELECT 1 FROM erased_characters WHERE character = ? AND erased_at_ms IS NULL',
    ),
    remove: db.prepare<[number]>('DELETE FROM characters WHERE id = ?'),
    removeSanctions: db.prepare<[number]>('DELETE FROM sanctions WHERE character = ?'),
    removeReports: db.prepare<[{ characterId: number }]>(
      'DELETE FROM reports WHERE reporter = @characterId OR target = @characterId',
    ),
    removeDecisions: db.prepare<[{ characterId: number }]>(`
      DELETE FROM report_decisions WHERE character = @characterId
        OR target COLLATE NOCASE = (SELECT name FROM characters WHERE id = @characterId)`),
    noteErased: db.prepare<[number, number]>(
      'UPDATE erased_characters SET erased_at_ms = ? WHERE character = ?',
    ),
  };
}
