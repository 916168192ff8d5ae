// Telemetry in PostgreSQL: one row per sample, summed up into spans when read.

import type {
  HistoryPoint,
  TelemetryHistory,
  TelemetrySample,
} from '#ports/admin/monitoring/telemetry-history.js';
import type { AdminDatabase } from '../connection/admin-database.js';
import type { StoreTables } from '../connection/store-tables.js';
import { TelemetryRow } from '../rows/server-row.js';

interface Span {
  second: number;
  players: number;
  tick_ms_p50: number;
  tick_ms_p99: number;
  packets_in_per_second: number;
  packets_out_per_second: number;
  memory_bytes: number | null;
}

const spansSql = `
  select floor(extract(epoch from at) / ?)::float8 * ? as second,
    max(players) as players, avg(tick_ms_p50) as tick_ms_p50, max(tick_ms_p99) as tick_ms_p99,
    avg(packets_in_per_second) as packets_in_per_second,
    avg(packets_out_per_second) as packets_out_per_second, avg(memory_bytes) as memory_bytes
  from telemetry_samples where server_id = ? and at >= ? group by 1 order by 1`;

export class PostgresTelemetryHistory implements TelemetryHistory {
  static readonly tables: StoreTables = { rows: [TelemetryRow] };

  constructor(private readonly database: AdminDatabase) {}

  async append(serverId: string, sample: TelemetrySample): Promise<void> {
    const row = {
      serverId,
      at: new Date(sample.atUnixMs),
      players: sample.players,
      tickMsP50: sample.tickMsP50,
      tickMsP99: sample.tickMsP99,
      packetsInPerSecond: sample.packetsInPerSecond,
      packetsOutPerSecond: sample.packetsOutPerSecond,
      memoryBytes: sample.memoryBytes,
    };
    // A report that was sent twice because its answer was lost counts once.
    await this.database
      .fork()
      .createQueryBuilder(TelemetryRow)
      .insert(row)
      .onConflict(['serverId', 'at'])
      .ignore()
      .execute();
  }

  async read(serverId: string, sinceUnixMs: number, stepSeconds: number): Promise<readonly HistoryPoint[]> {
    const spans = await this.database
      .fork()
      .execute<Span[]>(spansSql, [stepSeconds, stepSeconds, serverId, new Date(sinceUnixMs)]);
    return spans.map(toPoint);
  }

  async keepBetween(fromUnixMs: number, toUnixMs: number): Promise<void> {
    const outside = { $or: [{ at: { $lt: new Date(fromUnixMs) } }, { at: { $gt: new Date(toUnixMs) } }] };
    await this.database.fork().nativeDelete(TelemetryRow, outside);
  }

  async removeServer(serverId: string): Promise<void> {
    await this.database.fork().nativeDelete(TelemetryRow, { serverId });
  }
}

function toPoint(span: Span): HistoryPoint {
  return {
    atUnixMs: span.second * 1000,
    players: span.players,
    tickMsP50: span.tick_ms_p50,
    tickMsP99: span.tick_ms_p99,
    packetsInPerSecond: span.packets_in_per_second,
    packetsOutPerSecond: span.packets_out_per_second,
    memoryBytes: span.memory_bytes,
  };
}
