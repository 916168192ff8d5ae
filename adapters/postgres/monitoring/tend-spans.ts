// Sums samples up by minutes and minutes by hours, and forgets what is older than it is kept: in transactions of at most a
// minute's samples of one server. Of several who do so at once, one has a server and the others pass it by.

import { hourSeconds, minuteSeconds, type HistoryBounds } from '#ports/admin/monitoring/telemetry-history.js';
import type { AdminDatabase } from '../connection/admin-database.js';
import { sumUpSql } from './span-sql.js';

const minuteMs = minuteSeconds * 1000;
const hourMs = hourSeconds * 1000;
/**
 * Samples of so long are summed up in one transaction: those of a server that tells as much as it may are done well within the
 * time that a statement has. What took longer would be tried again with more each time, and never succeed.
 */
const atOnceMs = minuteMs;

type Execute = <Row extends object>(sql: string, values: readonly unknown[]) => Promise<Row[]>;

/** Looked up in the indices: most have nothing to do but a minute, or nothing at all. */
const dueSql = `
  select r.server_id as "serverId" from telemetry_summed r where
    exists (select 1 from telemetry_samples s
      where s.server_id = r.server_id and s.at >= r.summed_until and s.at < ?)
    or (r.summed_until < date_bin('1 hour', ?::timestamptz, timestamptz 'epoch')
      and r.summed_until <> date_bin('1 hour', r.summed_until, timestamptz 'epoch'))
    or exists (select 1 from telemetry_samples s
      where s.server_id = r.server_id and s.at < least(?::timestamptz, r.summed_until))
    or exists (select 1 from telemetry_minutes m where m.server_id = r.server_id and (m.at < ? or m.at > ?))
    or exists (select 1 from telemetry_hours h where h.server_id = r.server_id and (h.at < ? or h.at > ?))
    or exists (select 1 from telemetry_samples s where s.server_id = r.server_id and s.at > ?)
    or r.summed_until > ?
  order by r.server_id`;

export async function tendSpans(database: AdminDatabase, bounds: HistoryBounds): Promise<void> {
  const [sumUpTo, samplesFrom, minutesFrom, hoursFrom, to] = [
    floor(bounds.sumUpTo, minuteMs),
    floor(bounds.samplesFrom, minuteMs),
    bounds.minutesFrom,
    bounds.hoursFrom,
    bounds.to,
  ].map((unixMs) => new Date(unixMs));
  const due = await database
    .fork()
    .execute<{ serverId: string }[]>(dueSql, [
      ...[sumUpTo, sumUpTo, samplesFrom],
      ...[minutesFrom, to, hoursFrom, to, to, to],
    ]);
  const failures: unknown[] = [];
  for (const { serverId } of due) {
    try {
      let isMore = true;
      while (isMore) isMore = await tendServer(database, serverId, bounds);
    } catch (error) {
      // One server's measurements are no reason to leave the others'.
      failures.push(error);
    }
  }
  if (failures.length > 0) throw failures[0];
}

/** Answers whether samples are left to sum up. */
async function tendServer(
  database: AdminDatabase,
  serverId: string,
  bounds: HistoryBounds,
): Promise<boolean> {
  return database.fork().transactional(async (em) => {
    const execute: Execute = <Row extends object>(sql: string, values: readonly unknown[]) =>
      em.execute<Row[]>(sql, [...values]);
    const [row] = await execute<{ until: number }>(
      `select extract(epoch from summed_until)::float8 * 1000 as until from telemetry_summed
       where server_id = ? for update skip locked`,
      [serverId],
    );
    if (row === undefined) return false;
    const known = Math.min(row.until, floor(bounds.to, minuteMs));
    await forgetFuture(execute, serverId, bounds.to);
    const until = await sumUp(execute, serverId, known, floor(bounds.sumUpTo, minuteMs));
    const samplesFrom = Math.min(floor(bounds.samplesFrom, minuteMs), until);
    await execute('update telemetry_summed set summed_until = ?, samples_from = ? where server_id = ?', [
      ...[new Date(until), new Date(samplesFrom), serverId],
    ]);
    // Before all is summed up, an hour may still need what is old of its minutes.
    if (until > known && until < floor(bounds.sumUpTo, minuteMs)) return true;
    for (const [table, from] of [
      ['samples', samplesFrom],
      ['minutes', bounds.minutesFrom],
      ['hours', bounds.hoursFrom],
    ] as const)
      await execute(`delete from telemetry_${table} where server_id = ? and at < ?`, [
        ...[serverId, new Date(from)],
      ]);
    return false;
  });
}

/** No clock that is right was ever there. */
async function forgetFuture(execute: Execute, serverId: string, toUnixMs: number): Promise<void> {
  for (const table of ['samples', 'minutes', 'hours'])
    await execute(`delete from telemetry_${table} where server_id = ? and at > ?`, [
      ...[serverId, new Date(toUnixMs)],
    ]);
}

/** Answers up to when all is summed up now. */
async function sumUp(execute: Execute, serverId: string, known: number, sumUpTo: number): Promise<number> {
  const [{ first } = { first: null }] = await execute<{ first: number | null }>(
    `select extract(epoch from min(at))::float8 * 1000 as first from telemetry_samples
     where server_id = ? and at >= ? and at < ?`,
    [serverId, new Date(known), new Date(sumUpTo)],
  );
  // The last hour of a server that tells nothing more ends as well.
  const endOfHour = Math.ceil(known / hourMs) * hourMs;
  const from = first === null ? known : floor(first, minuteMs);
  const to = first === null ? endOfHour : Math.min(sumUpTo, from + atOnceMs);
  if (to > sumUpTo || to <= known) return known;
  const times = (a: number, b: number): readonly unknown[] => [serverId, new Date(a), new Date(b), serverId];
  const where = 'at >= ? and at < ?';
  if (first !== null) await execute(sumUpSql('minutes', { tier: 'samples', where }), times(from, to));
  const [firstHour, hoursTo] = [floor(known, hourMs), floor(to, hourMs)];
  if (hoursTo > firstHour)
    await execute(sumUpSql('hours', { tier: 'minutes', where }), times(firstHour, hoursTo));
  return to;
}

function floor(unixMs: number, stepMs: number): number {
  return Math.floor(unixMs / stepMs) * stepMs;
}
