// Reports of players in PostgreSQL, by its clock.

import type { EntityManager } from '@mikro-orm/postgresql';
import type { FilterQuery } from '@mikro-orm/core';
import type { ReportDecision, ReportedPlayer, ToldReport } from '#ports/admin/reports/player-report.js';
import {
  isTakenByAnother,
  unresolvedReportsMax,
  type FiledReport,
  type ReportActor,
  type ReportChange,
  type ReportQuery,
  type ReportResolution,
  type ReportStore,
} from '#ports/admin/reports/report-store.js';
import type { AdminDatabase } from '../connection/admin-database.js';
import type { StoreTables } from '../connection/store-tables.js';
import { ReportsOfPlayers } from '../migrations/reports/player-reports.js';
import { ReportRow, type ReportedPart } from '../rows/report-row.js';

/** Reports of one server come one after another: all of them count. */
const lockSql = `select pg_advisory_xact_lock(hashtextextended('reports ' || ?, 0))`;

const addSql = `
  insert into player_reports (id, server_id, number, state, reason, text, made_at, received_at, reporter_id, reporter,
    target_id, target, message)
  select ?, ?, ?, 'open', ?, ?, least(?::timestamptz, now()), now(), ?, ?::jsonb, ?, ?::jsonb, ''
  where (select count(*) from player_reports where server_id = ? and state in ('open', 'taken')) < ${unresolvedReportsMax}
  on conflict (id) do nothing`;

const takeSql = `
  update player_reports set state = 'taken', taken_by_id = ?, taken_by_name = ?, taken_at = now() where id = ?`;

const resolveSql = `
  update player_reports set state = 'resolved', outcome = ?, message = ?, resolved_by_id = ?, resolved_by_name = ?,
    resolved_at = now()
  where id = ?`;

const handedOverSql = `
  update player_reports set handed_over_at = now()
  where server_id = ? and id = any(?::uuid[]) and state = 'resolved' and handed_over_at is null`;

/** In the place of who was erased. */
const nobody: ReportedPart = { name: '', place: null, lines: [], olderLines: 0 };

const forgetSql = `
  delete from player_reports where server_id = ? and (target_id = ? or (reporter_id = ? and state <> 'resolved'))`;
const forgetReporterSql = `
  update player_reports set text = '', message = '', reporter_id = 0, reporter = ?::jsonb
  where server_id = ? and reporter_id = ?`;

const forgetOldSql = `
  delete from player_reports
  where (state = 'resolved' and resolved_at < now() - ? * interval '1 ms')
    or (state <> 'resolved' and received_at < now() - ? * interval '1 ms')`;

export class PostgresReportStore implements ReportStore {
  static readonly tables: StoreTables = {
    rows: [ReportRow],
    migrations: [{ name: '2026-12-01-player-reports', class: ReportsOfPlayers }],
  };

  constructor(private readonly database: AdminDatabase) {}

  async add(serverId: string, report: ToldReport): Promise<'added' | 'known' | 'full'> {
    const { reportId, number, madeAtUnixMs, reason, text, reporter, target } = report;
    const values = [reportId, serverId, number, reason, text, new Date(madeAtUnixMs)];
    const sides = [reporter, target].flatMap((side) => [side.characterId, JSON.stringify(partOf(side))]);
    return this.database.fork().transactional(async (em) => {
      await em.execute(lockSql, [serverId]);
      if ((await em.count(ReportRow, { id: reportId })) > 0) return 'known';
      const { affectedRows } = await changed(em as EntityManager, addSql, [...values, ...sides, serverId]);
      if (affectedRows === 1) return 'added';
      // Of another server, at the same moment.
      return (await em.count(ReportRow, { id: reportId })) > 0 ? 'known' : 'full';
    });
  }

  async page({ states, serverId, target, before, limit }: ReportQuery): Promise<readonly FiledReport[]> {
    const where: FilterQuery<ReportRow>[] = [
      ...(states === undefined ? [] : [{ state: { $in: [...states] } }]),
      ...(serverId === undefined ? [] : [{ serverId }]),
      ...(target === undefined ? [] : [{ serverId: target.serverId, targetId: target.characterId }]),
      ...(before === undefined ? [] : [{ sequence: { $lt: before } }]),
    ];
    return this.#found({ $and: where }, limit);
  }

  async find(id: string): Promise<FiledReport | undefined> {
    return (await this.#found({ id }, 1))[0];
  }

  async countUnresolved(): Promise<number> {
    return this.database.fork().count(ReportRow, { state: { $in: ['open', 'taken'] } });
  }

  async take(
    id: string,
    actor: ReportActor,
    was?: string | null,
  ): Promise<ReportChange | 'unknown' | 'resolved' | 'taken'> {
    return this.#change<'taken'>(id, (standing) =>
      isTakenByAnother(standing, actor, was)
        ? 'taken'
        : { sql: takeSql, values: [actor.actorId, actor.actorName, id] },
    );
  }

  async resolve(id: string, resolution: ReportResolution): Promise<ReportChange | 'unknown' | 'resolved'> {
    const { actorId, actorName, outcome, message } = resolution;
    return this.#change<never>(id, () => ({
      sql: resolveSql,
      values: [outcome, message, actorId, actorName, id],
    }));
  }

  async decided(serverId: string, limit: number, after?: string): Promise<readonly ReportDecision[]> {
    const em = this.database.fork();
    const orderBy = [{ resolvedAt: 'asc' }, { sequence: 'asc' }] as const;
    const decided = { serverId, state: 'resolved' } as const;
    const from = after === undefined ? null : await em.findOne(ReportRow, { ...decided, id: after });
    const where: FilterQuery<ReportRow>[] = [{ ...decided, handedOverAt: null, reporterId: { $ne: 0 } }];
    if (from !== null) {
      const [resolvedAt, sequence] = [from.resolvedAt!, from.sequence];
      where.push({ $or: [{ resolvedAt: { $gt: resolvedAt } }, { resolvedAt, sequence: { $gt: sequence } }] });
    }
    const rows = await em.find(ReportRow, { $and: where }, { orderBy: [...orderBy], limit });
    return rows.map(toFiled).map(({ reportId, number, reporter, target, reason, outcome, message }) => ({
      ...{ reportId, number, characterId: reporter.characterId, reporterName: reporter.name },
      ...{ targetName: target.name, reason, outcome: outcome!, message },
    }));
  }

  async handedOver(serverId: string, reportIds: readonly string[]): Promise<void> {
    if (reportIds.length === 0) return;
    await this.database.fork().execute(handedOverSql, [serverId, `{${reportIds.join(',')}}`], 'run');
  }

  async of(serverId: string, characterId: number, limit: number): Promise<readonly FiledReport[]> {
    const [made, about] = await Promise.all([
      this.#found({ serverId, reporterId: characterId }, limit),
      this.#found({ serverId, targetId: characterId }, limit),
    ]);
    return [...made, ...about].sort((a, b) => b.sequence - a.sequence);
  }

  async forgetPlayer(serverId: string, characterId: number): Promise<void> {
    await this.database.fork().transactional(async (em) => {
      await em.execute(lockSql, [serverId]);
      await em.execute(forgetSql, [serverId, characterId, characterId], 'run');
      await em.execute(forgetReporterSql, [JSON.stringify(nobody), serverId, characterId], 'run');
    });
  }

  async removeServer(serverId: string): Promise<void> {
    await this.database.fork().nativeDelete(ReportRow, { serverId });
  }

  async forget(old: { resolvedBeforeMs: number; unresolvedBeforeMs: number }): Promise<void> {
    const { resolvedBeforeMs, unresolvedBeforeMs } = old;
    await this.database.fork().execute(forgetOldSql, [resolvedBeforeMs, unresolvedBeforeMs], 'run');
  }

  async #found(where: FilterQuery<ReportRow>, limit: number): Promise<FiledReport[]> {
    const orderBy = { sequence: 'desc' } as const;
    return (await this.database.fork().find(ReportRow, where, { orderBy, limit })).map(toFiled);
  }

  /** Two who act at once do so one after another: the second finds what the first made of it. */
  async #change<Refusal extends string>(
    id: string,
    choose: (standing: FiledReport) => { sql: string; values: readonly unknown[] } | Refusal,
  ): Promise<ReportChange | 'unknown' | 'resolved' | Refusal> {
    return this.database.fork().transactional<ReportChange | 'unknown' | 'resolved' | Refusal>(async (em) => {
      await em.execute('select 1 from player_reports where id = ? for update', [id]);
      const row = await em.findOne(ReportRow, { id });
      if (row === null) return 'unknown';
      if (row.state === 'resolved') return 'resolved';
      const before = toFiled(row);
      const change = choose(before);
      if (typeof change === 'string') return change;
      await em.execute(change.sql, [...change.values], 'run');
      em.clear();
      return { before, after: toFiled(await em.findOneOrFail(ReportRow, { id })) };
    });
  }
}

async function changed(em: EntityManager, sql: string, values: readonly unknown[]) {
  return (await em.execute(sql, [...values], 'run')) as { readonly affectedRows: number };
}

function partOf({ characterId: _, ...part }: ReportedPlayer): ReportedPart {
  return part;
}

function toFiled(row: ReportRow): FiledReport {
  const { id: reportId, sequence, serverId, number, state, reason, text, message } = row;
  return {
    ...{ reportId, sequence, serverId, number, state, reason, text, message },
    madeAtUnixMs: row.madeAt.getTime(),
    receivedAtUnixMs: row.receivedAt.getTime(),
    reporter: { characterId: row.reporterId, ...row.reporter },
    target: { characterId: row.targetId, ...row.target },
    takenById: row.takenById ?? undefined,
    takenByName: row.takenByName ?? undefined,
    takenAtUnixMs: row.takenAt?.getTime(),
    outcome: row.outcome ?? undefined,
    resolvedById: row.resolvedById ?? undefined,
    resolvedByName: row.resolvedByName ?? undefined,
    resolvedAtUnixMs: row.resolvedAt?.getTime(),
    handedOverAtUnixMs: row.handedOverAt?.getTime(),
  };
}
