// What tests ask a telemetry history, and what they fill it with.

import type {
  HistoryBounds,
  HistoryQuestion,
  HistorySpan,
  TelemetryHistory,
  TelemetrySample,
} from '#ports/admin/monitoring/telemetry-history.js';
import { sample } from './server-examples.js';

export const minuteMs = 60_000;
export const hourMs = 60 * minuteMs;

/** All that there is, in spans of `stepSeconds`. */
export function everything(stepSeconds: number, part: Partial<HistoryQuestion> = {}): HistoryQuestion {
  return {
    ...{ fromUnixMs: 0, toUnixMs: Date.UTC(9999, 0), stepSeconds },
    figures: ['players', 'tickMsP99'],
    ...part,
  };
}

/** Sums up to a moment, and forgets nothing. */
export function upTo(sumUpTo: number, part: Partial<HistoryBounds> = {}): HistoryBounds {
  return { sumUpTo, samplesFrom: 0, minutesFrom: 0, hoursFrom: 0, to: Date.UTC(9998, 0), ...part };
}

/** One every `everyMs`, each other than those before it. */
export function samplesOf(fromMs: number, count: number, everyMs = 1_000): TelemetrySample[] {
  return Array.from({ length: count }, (_, index) =>
    sample({
      atUnixMs: fromMs + index * everyMs,
      players: (index * 7) % 101,
      tickMsP99: (index * 3) % 17,
      lossPercent: index % 3 === 0 ? null : index % 50,
      playersByMap: { meadow: index % 40, ...(index % 2 === 0 && { cave: 5 }) },
    }),
  );
}

export async function fill(
  history: TelemetryHistory,
  serverId: string,
  samples: readonly TelemetrySample[],
): Promise<void> {
  for (let at = 0; at < samples.length; at += 200)
    await Promise.all(samples.slice(at, at + 200).map((one) => history.append(serverId, one)));
}

/** Numbers to four digits: what was summed up on the way was rounded on the way. */
export function roughly(spans: readonly HistorySpan[]): unknown {
  return JSON.parse(JSON.stringify(spans), (_, value: unknown) =>
    typeof value === 'number' && !Number.isInteger(value) ? Number(value.toPrecision(4)) : value,
  );
}
