// The history of telemetry in memory: bounded lists for each server, summed up as PostgreSQL does it.

import {
  hourSeconds,
  minuteSeconds,
  type HistoryBounds,
  type HistoryQuestion,
  type HistorySpan,
  type TelemetryHistory,
  type TelemetrySample,
} from '#ports/admin/monitoring/telemetry-history.js';
import type { Clock } from '#ports/system/clock.js';
import { summedSample, sumUp, toSpan, type SummedSpan } from './summed-spans.js';

/** One sample a second for seven hours. */
const samplesPerServerMax = 25_200;
const minuteMs = minuteSeconds * 1000;
const hourMs = hourSeconds * 1000;

interface ServerHistory {
  /** By their time. */
  readonly samples: Map<number, SummedSpan>;
  readonly minutes: Map<number, SummedSpan>;
  readonly hours: Map<number, SummedSpan>;
  /** Samples before it are in their minutes, and whole hours before it in their hours. */
  summedUntil: number;
  samplesFrom: number;
}

export class MemoryTelemetryHistory implements TelemetryHistory {
  readonly #servers = new Map<string, ServerHistory>();

  constructor(private readonly clock: Pick<Clock, 'unixMs'>) {}

  async unixMs(): Promise<number> {
    return this.clock.unixMs();
  }

  async append(serverId: string, sample: TelemetrySample): Promise<void> {
    const { atUnixMs } = sample;
    const own = this.#servers.get(serverId) ?? {
      ...{ samples: new Map(), minutes: new Map(), hours: new Map() },
      ...{ summedUntil: floor(atUnixMs, minuteMs), samplesFrom: -Infinity },
    };
    this.#servers.set(serverId, own);
    if (atUnixMs < own.samplesFrom || own.samples.has(atUnixMs)) return;
    own.samples.set(atUnixMs, summedSample(sample));
    own.summedUntil = Math.min(own.summedUntil, floor(atUnixMs, minuteMs));
    const oldest = own.samples.size > samplesPerServerMax ? own.samples.keys().next().value : undefined;
    if (oldest !== undefined) own.samples.delete(oldest);
  }

  async read(serverId: string, question: HistoryQuestion): Promise<readonly HistorySpan[]> {
    const own = this.#servers.get(serverId);
    if (own === undefined) return [];
    const { fromUnixMs, toUnixMs, stepSeconds } = question;
    const asked = (spans: Map<number, SummedSpan>, from: number, to: number): SummedSpan[] =>
      [...spans.values()].filter(
        ({ atUnixMs }) => atUnixMs >= Math.max(from, fromUnixMs) && atUnixMs < Math.min(to, toUnixMs),
      );
    const minutesTo = stepSeconds < minuteSeconds ? -Infinity : own.summedUntil;
    const hoursTo = stepSeconds < hourSeconds ? -Infinity : floor(own.summedUntil, hourMs);
    const spans = [
      ...asked(own.hours, -Infinity, hoursTo),
      ...asked(own.minutes, hoursTo, minutesTo),
      ...asked(own.samples, minutesTo, Infinity),
    ];
    return sumUp(spans, stepSeconds * 1000).map((span) => toSpan(span, question));
  }

  async tend(bounds: HistoryBounds): Promise<void> {
    for (const [serverId, own] of this.#servers) {
      forget(own, bounds);
      sumUpTo(own, floor(bounds.sumUpTo, minuteMs));
      own.samplesFrom = Math.min(floor(bounds.samplesFrom, minuteMs), own.summedUntil);
      dropBefore(own.samples, own.samplesFrom);
      dropBefore(own.minutes, bounds.minutesFrom);
      dropBefore(own.hours, bounds.hoursFrom);
      if (own.samples.size + own.minutes.size + own.hours.size === 0) this.#servers.delete(serverId);
    }
  }

  async removeServer(serverId: string): Promise<void> {
    this.#servers.delete(serverId);
  }
}

function floor(unixMs: number, stepMs: number): number {
  return Math.floor(unixMs / stepMs) * stepMs;
}

/** What lies after the bounds: no clock that is right was ever there. */
function forget(own: ServerHistory, { to }: HistoryBounds): void {
  for (const spans of [own.samples, own.minutes, own.hours])
    for (const atUnixMs of spans.keys()) if (atUnixMs > to) spans.delete(atUnixMs);
  own.summedUntil = Math.min(own.summedUntil, floor(to, minuteMs));
}

function sumUpTo(own: ServerHistory, sumUpTo: number): void {
  const { samples, minutes, hours, summedUntil: from } = own;
  const waiting = [...samples.values()].filter(({ atUnixMs }) => atUnixMs >= from && atUnixMs < sumUpTo);
  // The last hour of a server that tells nothing more ends as well.
  const to = waiting.length > 0 ? sumUpTo : Math.ceil(from / hourMs) * hourMs;
  if (to > sumUpTo || to <= from) return;
  for (const span of sumUp(waiting, minuteMs)) minutes.set(span.atUnixMs, span);
  const ofHours = [...minutes.values()].filter(
    ({ atUnixMs }) => atUnixMs >= floor(from, hourMs) && atUnixMs < floor(to, hourMs),
  );
  for (const span of sumUp(ofHours, hourMs)) hours.set(span.atUnixMs, span);
  own.summedUntil = to;
}

function dropBefore(spans: Map<number, SummedSpan>, unixMs: number): void {
  for (const atUnixMs of spans.keys()) if (atUnixMs < unixMs) spans.delete(atUnixMs);
}
