// Measurements with all their figures, and summed up by minutes and hours.

import { Migration } from '@mikro-orm/migrations';

/** The figures of before, in their places; `real` has no smaller and no larger numbers. */
const before = [
  ...['players', '', '', 'tick_ms_p50', '', 'tick_ms_p99', ''],
  ...['packets_in_per_second', 'packets_out_per_second', '', '', '', '', '', 'memory_bytes'],
].map((column) =>
  column === ''
    ? 'null'
    : // LEAST passes over NULL.
      `case when ${column} is null then null when abs(${column}) < 1e-9 then 0 else least(${column}, 1e30) end`,
);

export class TelemetrySpans extends Migration {
  override up(): void {
    this.addSql('drop index telemetry_samples_at_index');
    this.addSql(`alter table telemetry_samples
      add column seconds real not null default 1, add column figures real[], add column keyed jsonb`);
    this.addSql(`update telemetry_samples set figures = array[${before.join(', ')}]::real[]`);
    this.addSql(`alter table telemetry_samples
      alter column seconds drop default, alter column figures set not null,
      drop column players, drop column tick_ms_p50, drop column tick_ms_p99,
      drop column packets_in_per_second, drop column packets_out_per_second, drop column memory_bytes`);
    for (const table of ['telemetry_minutes', 'telemetry_hours'])
      this.addSql(`create table ${table} (
        server_id uuid not null,
        at timestamptz(3) not null,
        seconds real not null,
        means real[] not null,
        leasts real[] not null,
        largests real[] not null,
        weights real[] not null,
        keyed jsonb,
        primary key (server_id, at)
      )`);
    this.addSql(`create table telemetry_summed (
      server_id uuid primary key,
      summed_until timestamptz(3) not null,
      samples_from timestamptz(3) not null
    )`);
    this.addSql(`insert into telemetry_summed
      select server_id, date_bin('1 minute', min(at), timestamptz 'epoch'), '-infinity'
      from telemetry_samples group by server_id`);
  }
}
