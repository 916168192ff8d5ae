// The outbox in the game's SQLite file. Triggers on the characters' table fill it (migration 005); this reads and empties it.

import { randomBytes } from 'node:crypto';
import type { Database, Statement } from 'better-sqlite3';
import type { DirectoryBatch, ToldCharacter } from '#ports/admin/players/directory-batch.js';
import type { ErasedCharacter } from '#ports/admin/players/erased-character.js';
import type {
  BatchQuery,
  DirectoryOutbox,
  OutboxFigures,
} from '#ports/storage/characters/directory-outbox.js';
import type { Migration } from '../schema/migrate.js';
import type { GameFile } from '../schema/opened-file.js';

interface Telling {
  readonly telling: string;
  readonly changes: number;
  readonly number: number;
  readonly acknowledged: string | null;
  readonly sending: string | null;
  readonly walked: number | null;
}

/** What was given out last, and is in no file. */
interface UnderWay {
  readonly mark: string;
  readonly asOf: number;
  readonly characters: readonly number[];
  readonly walked: number | null;
}

export const migration005: Migration = {
  name: 'what the player directory is to be told',
  tables: { directory_outbox: 'character = ?', directory_telling: null },
  // Triggers, so that no statement that changes a character can forget it. A row of directory_outbox is a character with
  // news: of which change they are, since when they wait, and whether it is more than time played (pressing).
  // directory_telling has one row: the telling, how many changes there were, the number and mark of the last batch that was
  // acknowledged, the mark of one that was given out, and up to which character all have been told, null when all have.
  sql: `
      CREATE TABLE directory_outbox (
        character INTEGER PRIMARY KEY,
        change    INTEGER NOT NULL,
        since_ms  INTEGER NOT NULL,
        pressing  INTEGER NOT NULL
      ) STRICT;
      CREATE INDEX directory_outbox_pressing ON directory_outbox (change) WHERE pressing = 1;
      CREATE INDEX directory_outbox_by_age ON directory_outbox (since_ms);
      CREATE TABLE directory_telling (
        id           INTEGER PRIMARY KEY CHECK (id = 1),
        telling      TEXT    NOT NULL,
        changes      INTEGER NOT NULL,
        number       INTEGER NOT NULL,
        acknowledged TEXT,
        sending      TEXT,
        walked       INTEGER
      ) STRICT;
      INSERT INTO directory_telling (id, telling, changes, number, acknowledged, sending, walked)
        VALUES (1, lower(hex(randomblob(16))), 0, 0, NULL, NULL, 0);
      CREATE TRIGGER directory_told_of_new AFTER INSERT ON characters BEGIN
        UPDATE directory_telling SET changes = changes + 1;
        INSERT INTO directory_outbox (character, change, since_ms, pressing)
          SELECT NEW.id, changes, NEW.saved_at_ms, 1 FROM directory_telling WHERE true
          ON CONFLICT (character) DO UPDATE SET change = excluded.change, pressing = 1;
      END;
      CREATE TRIGGER directory_told_of_changed AFTER UPDATE ON characters BEGIN
        UPDATE directory_telling SET changes = changes + 1;
        INSERT INTO directory_outbox (character, change, since_ms, pressing)
          SELECT NEW.id, changes, NEW.saved_at_ms,
            (NEW.level, NEW.map_key, NEW.name, NEW.account_id) IS NOT (OLD.level, OLD.map_key, OLD.name, OLD.account_id)
          FROM directory_telling WHERE true
          ON CONFLICT (character) DO UPDATE SET change = excluded.change, pressing = max(pressing, excluded.pressing);
      END;
      CREATE TRIGGER directory_told_of_gone AFTER DELETE ON characters BEGIN
        UPDATE directory_telling SET changes = changes + 1;
        INSERT INTO directory_outbox (character, change, since_ms, pressing)
          SELECT OLD.id, changes, CAST(unixepoch('subsec') * 1000 AS INTEGER), 1 FROM directory_telling WHERE true
          ON CONFLICT (character) DO UPDATE SET change = excluded.change, pressing = 1;
      END;
  `,
};

/** Who was erased is told once more: now with the receipts by which this server knows it again. */
export const migration013: Migration = {
  name: 'erasures are told with receipts',
  sql: `
      INSERT INTO directory_outbox (character, change, since_ms, pressing)
        SELECT character, changes, erased_at_ms, 1 FROM erased_characters, directory_telling
        WHERE erased_at_ms IS NOT NULL
        ON CONFLICT (character) DO UPDATE SET pressing = 1;
  `,
};

export class SqliteDirectoryOutbox implements DirectoryOutbox {
  readonly #db: Database;
  readonly #statements: ReturnType<typeof prepare>;
  #underWay: UnderWay | undefined;

  /** The file stays its opener's, who closes it. */
  constructor({ db }: Pick<GameFile, 'db'>) {
    this.#db = db;
    this.#statements = prepare(db);
  }

  async next(query: BatchQuery): Promise<DirectoryBatch | undefined> {
    return this.#db.transaction(() => this.#next(query)).immediate();
  }

  async acknowledged(mark: string, nowUnixMs: number): Promise<void> {
    const underWay = this.#underWay;
    if (underWay?.mark !== mark) return;
    const { told, rest, acknowledge } = this.#statements;
    this.#db
      .transaction(() => {
        for (const character of underWay.characters) {
          if (told.run(character, underWay.asOf).changes === 0) rest.run(Math.floor(nowUnixMs), character);
        }
        acknowledge.run(mark, underWay.walked);
      })
      .immediate();
    this.#underWay = undefined;
  }

  async startOver(): Promise<void> {
    this.#underWay = undefined;
    const { startOver, noteErased } = this.#statements;
    this.#db
      .transaction(() => {
        startOver.run(newMark());
        // Of these the walk through all characters knows nothing.
        noteErased.run();
      })
      .immediate();
  }

  async figures(): Promise<OutboxFigures> {
    const { waiting, oldest, walked } = this.#statements.figures.get()!;
    return { waiting, oldestUnixMs: oldest ?? undefined, isWhole: walked === null };
  }

  #next({ limit, restingSinceUnixMs, isGreeting = false }: BatchQuery): DirectoryBatch | undefined {
    const { telling: readTelling, pressing, resting, walk, give } = this.#statements;
    const { telling, changes, number, acknowledged, sending, walked } = readTelling.get()!;
    // Whoever presses leaves room for a telling of all.
    const noted = pressing.all(walked === null ? limit : Math.ceil(limit / 2));
    noted.push(...resting.all(Math.floor(restingSinceUnixMs), limit - noted.length));
    const room = limit - noted.length;
    const walkedNow = walked === null ? [] : walk.all(walked, room);
    const isNothing = noted.length === 0 && walked === null && sending === null;
    if (isNothing && !isGreeting) return undefined;
    const isWhole = walked === null || walkedNow.length < room;
    const mark = sending ?? newMark();
    if (sending === null) give.run(mark);
    const ids = [...new Set([...noted, ...walkedNow])];
    const walkedTo = walkedNow.at(-1) ?? walked;
    this.#underWay = { mark, asOf: changes, characters: ids, walked: isWhole ? null : walkedTo };
    const batch = { telling, number: number + 1, mark, previous: acknowledged, asOf: changes, isWhole };
    return { ...batch, ...this.#states(ids) };
  }

  #states(ids: readonly number[]): Pick<DirectoryBatch, 'characters' | 'gone' | 'erased'> {
    const characters: ToldCharacter[] = [];
    const gone: number[] = [];
    const erased: ErasedCharacter[] = [];
    for (const id of ids) {
      const character = this.#statements.character.get(id);
      if (character !== undefined) {
        characters.push(character);
        continue;
      }
      gone.push(id);
      const was = this.#statements.erased.get(id);
      if (was !== undefined) erased.push(was);
    }
    return { characters, gone, erased };
  }
}

function newMark(): string {
  return randomBytes(16).toString('hex');
}

function prepare(db: Database) {
  const ids = (sql: string): Statement<[number, number], number> =>
    db.prepare<[number, number], number>(sql).pluck();
  return {
    telling: db.prepare<[], Telling>('SELECT * FROM directory_telling'),
    pressing: db
      .prepare<[limit: number], number>(
        'SELECT character FROM directory_outbox WHERE pressing = 1 ORDER BY change LIMIT ?',
      )
      .pluck(),
    resting: ids(`
      SELECT character FROM directory_outbox WHERE since_ms <= ? AND pressing = 0 ORDER BY since_ms LIMIT ?`),
    walk: ids('SELECT id FROM characters WHERE id > ? ORDER BY id LIMIT ?'),
    character: db.prepare<[id: number], ToldCharacter>(`
      SELECT id AS characterId, account_id AS accountId, name, level, map_key AS map, played_seconds AS playedSeconds,
        created_at_ms AS createdAtUnixMs, saved_at_ms AS savedAtUnixMs
      FROM characters WHERE id = ?`),
    erased: db.prepare<[id: number], ErasedCharacter>(`
      SELECT character AS characterId, created_at_ms AS createdAtUnixMs
      FROM erased_characters WHERE character = ? AND erased_at_ms IS NOT NULL`),
    noteErased: db.prepare(`
      INSERT INTO directory_outbox (character, change, since_ms, pressing)
        SELECT character, changes, erased_at_ms, 1 FROM erased_characters, directory_telling
        WHERE erased_at_ms IS NOT NULL
        ON CONFLICT (character) DO UPDATE SET pressing = 1`),
    give: db.prepare<[mark: string]>('UPDATE directory_telling SET sending = ?'),
    told: db.prepare<[character: number, asOf: number]>(
      'DELETE FROM directory_outbox WHERE character = ? AND change <= ?',
    ),
    rest: db.prepare<[sinceMs: number, character: number]>(
      'UPDATE directory_outbox SET since_ms = ? WHERE character = ?',
    ),
    acknowledge: db.prepare<[mark: string, walked: number | null]>(
      'UPDATE directory_telling SET acknowledged = ?, sending = NULL, number = number + 1, walked = ?',
    ),
    startOver: db.prepare<[telling: string]>(`
      UPDATE directory_telling SET telling = ?, number = 0, acknowledged = NULL, sending = NULL, walked = 0`),
    figures: db.prepare<[], { waiting: number; oldest: number | null; walked: number | null }>(`
      SELECT count(*) AS waiting, min(since_ms) AS oldest, (SELECT walked FROM directory_telling) AS walked
      FROM directory_outbox`),
  };
}
