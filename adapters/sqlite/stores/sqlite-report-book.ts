// Players' reports in the game's SQLite file.

import { randomUUID } from 'node:crypto';
import type { Database } from 'better-sqlite3';
import {
  bookedReportsMax,
  keptDecisionsMax,
  toldDecisionDays,
  untoldDecisionDays,
  waitingReportDays,
  type BookedReport,
  type KeptDecision,
  type NewReport,
  type ReportBook,
} from '#ports/storage/report-book.js';
import type { Migration } from '../schema/migrate.js';
import type { GameFile } from '../schema/opened-file.js';

/** An answer is bounded, and each may hold some 17 KB there: others come with the export as soon as the API has them. */
const newestOwn =
  'number IN (SELECT number FROM reports WHERE reporter = ? ORDER BY number DESC LIMIT 8) ORDER BY number';
const ownOfReporter = `number, id, made_at_ms, json_extract(said, '$.reason') AS reason, json_extract(said, '$.text') AS text,
  json_extract(said, '$.target.name') AS target, json_extract(said, '$.reporter') AS reporter`;

export const migration021: Migration = {
  name: 'reports of players',
  // Who reported a character is not told to it, and what a reported one said, and where it was, not to who reported.
  tables: {
    reports: { rows: newestOwn, columns: ownOfReporter },
    report_decisions: 'character = ?',
  },
  // said: the rest of a report as JSON, with what both said. AUTOINCREMENT never gives a number again.
  sql: `
      CREATE TABLE reports (
        number     INTEGER PRIMARY KEY AUTOINCREMENT,
        id         TEXT NOT NULL UNIQUE,
        reporter   INTEGER NOT NULL,
        target     INTEGER NOT NULL,
        made_at_ms INTEGER NOT NULL,
        said       TEXT NOT NULL
      ) STRICT;
      CREATE TABLE report_decisions (
        id         TEXT PRIMARY KEY,
        number     INTEGER NOT NULL,
        character  INTEGER NOT NULL,
        target     TEXT NOT NULL,
        reason     INTEGER NOT NULL,
        outcome    INTEGER NOT NULL,
        text       TEXT NOT NULL,
        kept_at_ms INTEGER NOT NULL,
        told_at_ms INTEGER
      ) STRICT;
      CREATE INDEX report_decisions_by_character ON report_decisions (character);
      CREATE INDEX report_decisions_by_number ON report_decisions (number);
  `,
};

const dayMs = 86_400_000;

type Said = Pick<NewReport, 'reason' | 'text' | 'reporter' | 'target'>;

interface ReportRow {
  readonly number: number;
  readonly reportId: string;
  readonly madeAtUnixMs: number;
  readonly said: string;
}

export class SqliteReportBook implements ReportBook {
  readonly #db: Database;
  readonly #statements: ReturnType<typeof prepare>;

  /** The file stays its opener's, who closes it. */
  constructor({ db }: Pick<GameFile, 'db'>) {
    this.#db = db;
    this.#statements = prepare(db);
  }

  async file({ madeAtUnixMs, reason, text, reporter, target }: NewReport): Promise<number> {
    const said: Said = { reason, text, reporter, target };
    const { changes, lastInsertRowid } = this.#statements.file.run({
      ...{ id: randomUUID(), reporter: reporter.characterId, target: target.characterId },
      ...{ madeAtMs: Math.floor(madeAtUnixMs), said: JSON.stringify(said) },
    });
    return changes === 0 ? 0 : Number(lastInsertRowid);
  }

  async next(limit: number): Promise<readonly BookedReport[]> {
    return this.#statements.next
      .all(limit)
      .map(({ said, ...row }) => ({ ...row, ...(JSON.parse(said) as Said) }));
  }

  async handedOver(reportIds: readonly string[]): Promise<void> {
    const { remove } = this.#statements;
    this.#db
      .transaction(() => {
        for (const id of reportIds) remove.run(id);
      })
      .immediate();
  }

  async waiting(): Promise<number> {
    return this.#statements.waiting.get()!.count;
  }

  async keep(decisions: readonly KeptDecision[], nowUnixMs: number): Promise<readonly string[]> {
    const { forgetOld, forgetOldReports, isKnown, isErased, count, keep } = this.#statements;
    const now = Math.floor(nowUnixMs);
    return this.#db
      .transaction(() => {
        forgetOld.run({ untold: now - untoldDecisionDays * dayMs, told: now - toldDecisionDays * dayMs });
        forgetOldReports.run(now - waitingReportDays * dayMs);
        return decisions
          .filter((decision) => {
            if (isKnown.get(decision.reportId) !== undefined) return true;
            if (isErased.get(decision.characterId) !== undefined) return true;
            if (count.get()!.count >= keptDecisionsMax) return false;
            keep.run({ ...decision, now });
            return true;
          })
          .map(({ reportId }) => reportId);
      })
      .immediate();
  }

  async untold(): Promise<readonly KeptDecision[]> {
    return this.#statements.untold.all();
  }

  async told(
    { number, characterId }: Pick<KeptDecision, 'number' | 'characterId'>,
    nowUnixMs: number,
  ): Promise<void> {
    this.#statements.told.run(Math.floor(nowUnixMs), number, characterId);
  }
}

/** A report that is written down while one of the two is erased would outlive it. */
const noneErased = 'NOT EXISTS (SELECT 1 FROM erased_characters WHERE character IN (@reporter, @target))';

function prepare(db: Database) {
  return {
    file: db.prepare<[{ id: string; reporter: number; target: number; madeAtMs: number; said: string }]>(`
      INSERT INTO reports (id, reporter, target, made_at_ms, said)
        SELECT @id, @reporter, @target, @madeAtMs, @said
        WHERE ${noneErased} AND (SELECT COUNT(*) FROM reports) < ${bookedReportsMax}`),
    next: db.prepare<[number], ReportRow>(`
      SELECT number, id AS reportId, made_at_ms AS madeAtUnixMs, said FROM reports ORDER BY number LIMIT ?`),
    remove: db.prepare<[string]>('DELETE FROM reports WHERE id = ?'),
    waiting: db.prepare<[], { count: number }>('SELECT COUNT(*) AS count FROM reports'),
    forgetOld: db.prepare<[{ untold: number; told: number }]>(`
      DELETE FROM report_decisions
      WHERE (told_at_ms IS NULL AND kept_at_ms <= @untold) OR told_at_ms <= @told`),
    forgetOldReports: db.prepare<[number]>('DELETE FROM reports WHERE made_at_ms <= ?'),
    isKnown: db.prepare<[string]>('SELECT 1 FROM report_decisions WHERE id = ?'),
    isErased: db.prepare<[number]>('SELECT 1 FROM erased_characters WHERE character = ?'),
    count: db.prepare<[], { count: number }>('SELECT COUNT(*) AS count FROM report_decisions'),
    keep: db.prepare<[KeptDecision & { now: number }]>(`
      INSERT INTO report_decisions (id, number, character, target, reason, outcome, text, kept_at_ms)
      VALUES (@reportId, @number, @characterId, @name, @reason, @outcome, @text, @now)`),
    untold: db.prepare<[], KeptDecision>(`
      SELECT id AS reportId, number, character AS characterId, target AS name, reason, outcome, text
      FROM report_decisions WHERE told_at_ms IS NULL ORDER BY rowid`),
    told: db.prepare<[number, number, number]>(
      'UPDATE report_decisions SET told_at_ms = ? WHERE number = ? AND character = ? AND told_at_ms IS NULL',
    ),
  };
}
