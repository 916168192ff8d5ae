// Telemetry in PostgreSQL: a row per sample, per minute and per hour. A server's row in telemetry_summed says how far its samples
// are summed up. Whoever adds a sample, or sums up, locks that row: so a sample is either seen by the sum, or finds that its
// minute was summed up already and takes the row back to it.

import type {
  HistoryBounds,
  HistoryQuestion,
  HistorySpan,
  TelemetryHistory,
  TelemetrySample,
} from '#ports/admin/monitoring/telemetry-history.js';
import { figureNamed, figureNames, keyedFigureNames } from '#ports/system/telemetry-figures.js';
import type { AdminDatabase } from '../connection/admin-database.js';
import type { StoreTables } from '../connection/store-tables.js';
import { TelemetrySpans } from '../migrations/monitoring/telemetry-spans.js';
import {
  TelemetryHourRow,
  TelemetryMinuteRow,
  TelemetrySampleRow,
  TelemetrySummedRow,
} from '../rows/telemetry-row.js';
import { readSpans } from './read-spans.js';
import { tendSpans } from './tend-spans.js';

const rows = [TelemetrySampleRow, TelemetryMinuteRow, TelemetryHourRow, TelemetrySummedRow];

/** The row is locked whether it is changed or not. */
const appendSql = `
  with late as (
    insert into telemetry_summed as known (server_id, summed_until, samples_from)
    values (?, date_bin('1 minute', ?::timestamptz, timestamptz 'epoch'), '-infinity')
    on conflict (server_id) do update set summed_until = excluded.summed_until
    where known.summed_until > excluded.summed_until and known.samples_from <= excluded.summed_until)
  insert into telemetry_samples (server_id, at, seconds, figures, keyed)
  select ?, ?, ?, ?::real[], ?::jsonb
  where not exists (select 1 from telemetry_summed where server_id = ? and samples_from > ?)
  on conflict do nothing`;

export class PostgresTelemetryHistory implements TelemetryHistory {
  static readonly tables: StoreTables = {
    rows,
    migrations: [{ name: '2026-12-01-telemetry-spans', class: TelemetrySpans }],
  };

  constructor(private readonly database: AdminDatabase) {}

  async unixMs(): Promise<number> {
    const sql = 'select extract(epoch from clock_timestamp())::float8 * 1000 as now';
    const [row] = await this.database.fork().execute<{ now: number }[]>(sql);
    return row!.now;
  }

  async append(serverId: string, sample: TelemetrySample): Promise<void> {
    const at = new Date(sample.atUnixMs);
    const seconds = Math.max(weightLeast, storable(sample.windowSeconds));
    const row = [serverId, at, seconds, arrayOf(sample), JSON.stringify(keyedOf(sample))];
    await this.database.fork().execute(appendSql, [serverId, at, ...row, serverId, at], 'run');
  }

  read(serverId: string, question: HistoryQuestion): Promise<readonly HistorySpan[]> {
    return readSpans(this.database, serverId, question);
  }

  tend(bounds: HistoryBounds): Promise<void> {
    return tendSpans(this.database, bounds);
  }

  async removeServer(serverId: string): Promise<void> {
    await this.database.fork().transactional(async (em) => {
      // In the order of those who add and sum up.
      await em.execute('select 1 from telemetry_summed where server_id = ? for update', [serverId]);
      for (const { meta } of rows)
        await em.execute(`delete from ${meta.tableName} where server_id = ?`, [serverId], 'run');
    });
  }
}

/** A window of no length still is a measurement. */
const weightLeast = 0.001;
/** Below it nothing is measured; much smaller numbers `real` does not have. */
const least = 1e-9;

function storable(value: number): number {
  return Math.abs(value) < least ? 0 : Math.fround(value);
}

const placesMax = Math.max(...figureNames.map((name) => figureNamed(name).place));

function arrayOf(sample: TelemetrySample): string {
  const values = Array<string>(placesMax).fill('null');
  for (const name of figureNames) {
    const value = sample[name] ?? null;
    if (value !== null) values[figureNamed(name).place - 1] = String(storable(value));
  }
  return `{${values.join(',')}}`;
}

function keyedOf(sample: TelemetrySample): Record<string, Record<string, number>> {
  return Object.fromEntries(
    keyedFigureNames.map((name) => [
      name,
      Object.fromEntries(
        Object.entries(sample[name]).map(([key, value]) => [key, storable(value as number)]),
      ),
    ]),
  );
}
