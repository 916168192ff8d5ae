// The history of telemetry in memory: a bounded list per server, the oldest samples go first.

import type {
  HistoryPoint,
  TelemetryHistory,
  TelemetrySample,
} from '#ports/admin/monitoring/telemetry-history.js';

/** One sample a second for a quarter of an hour. */
const samplesPerServerMax = 900;

export class MemoryTelemetryHistory implements TelemetryHistory {
  readonly #samples = new Map<string, TelemetrySample[]>();

  async append(serverId: string, sample: TelemetrySample): Promise<void> {
    const samples = this.#samples.get(serverId) ?? [];
    this.#samples.set(serverId, samples);
    samples.push(sample);
    if (samples.length > samplesPerServerMax) samples.shift();
  }

  async read(serverId: string, sinceUnixMs: number, stepSeconds: number): Promise<readonly HistoryPoint[]> {
    const stepMs = stepSeconds * 1000;
    const spans = new Map<number, TelemetrySample[]>();
    for (const sample of this.#samples.get(serverId) ?? []) {
      if (sample.atUnixMs < sinceUnixMs) continue;
      const start = Math.floor(sample.atUnixMs / stepMs) * stepMs;
      const span = spans.get(start) ?? [];
      spans.set(start, span);
      span.push(sample);
    }
    return [...spans].sort(([a], [b]) => a - b).map(([start, span]) => toPoint(start, span));
  }

  async keepBetween(fromUnixMs: number, toUnixMs: number): Promise<void> {
    for (const [serverId, samples] of this.#samples) {
      const kept = samples.filter(({ atUnixMs }) => atUnixMs >= fromUnixMs && atUnixMs <= toUnixMs);
      if (kept.length > 0) this.#samples.set(serverId, kept);
      else this.#samples.delete(serverId);
    }
  }

  async removeServer(serverId: string): Promise<void> {
    this.#samples.delete(serverId);
  }
}

function toPoint(atUnixMs: number, span: readonly TelemetrySample[]): HistoryPoint {
  const largest = (pick: (s: TelemetrySample) => number) => Math.max(...span.map(pick));
  const mean = (pick: (s: TelemetrySample) => number) =>
    span.reduce((sum, sample) => sum + pick(sample), 0) / span.length;
  return {
    atUnixMs,
    players: largest((s) => s.players),
    tickMsP50: mean((s) => s.tickMsP50),
    tickMsP99: largest((s) => s.tickMsP99),
    packetsInPerSecond: mean((s) => s.packetsInPerSecond),
    packetsOutPerSecond: mean((s) => s.packetsOutPerSecond),
    memoryBytes: meanOfMeasured(span.map((s) => s.memoryBytes)),
  };
}

function meanOfMeasured(values: readonly (number | null)[]): number | null {
  const measured = values.filter((value) => value !== null);
  return measured.length === 0 ? null : measured.reduce((sum, value) => sum + value, 0) / measured.length;
}
