// The outbox in the game's SQLite file. Triggers on the characters' table fill it (migration 005); this reads and empties it.

import { randomBytes } from 'node:crypto';
import type { Database, Statement } from 'better-sqlite3';
import type { DirectoryBatch, ToldCharacter } from '#ports/admin/players/directory-batch.js';
import type { ErasedCharacter } from '#ports/admin/players/erased-character.js';
import type { BatchQuery, DirectoryOutbox, OutboxFigures } from '#ports/storage/directory-outbox.js';
import type { GameFile } from '../game-file.js';

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
