// What game servers measured, over time: sample by sample for some hours, summed up by minutes for some weeks, and by hours for
// longer than a year. A reading takes each moment from one of the three, never from two and never from none.

import type {
  FigureName,
  FigureValues,
  KeyedFigureName,
  KeyedFigureValues,
} from '../../system/telemetry-figures.js';

/** Null: not measured in that window. */
export interface TelemetrySample extends FigureValues, KeyedFigureValues {
  /** The end of its window; what it tells counts to the span in which that lies. */
  readonly atUnixMs: number;
  readonly windowSeconds: number;
}

/** The lengths of the spans that samples are summed up in, in seconds. */
export const minuteSeconds = 60;
export const hourSeconds = 3600;

/** Of a figure whose mean says nothing (TelemetryFigure.over) only the largest is known. */
export interface FigureSpan {
  /** Of the samples that measured it, each counting for as long as its window is. */
  readonly mean: number | null;
  readonly least: number | null;
  readonly largest: number;
}

export interface KeyedSpan {
  readonly mean: number;
  readonly largest: number;
}

/** A span in which something was measured. */
export interface HistorySpan {
  /** Its start, a multiple of its length. */
  readonly atUnixMs: number;
  /** Of those asked for, the ones that were measured in it. */
  readonly figures: Readonly<Partial<Record<FigureName, FigureSpan>>>;
  readonly keyed: Readonly<Partial<Record<KeyedFigureName, Readonly<Record<string, KeyedSpan>>>>>;
}

export interface HistoryQuestion {
  readonly fromUnixMs: number;
  readonly toUnixMs: number;
  /**
   * Of the answer's spans; 1 to 59, or a multiple of 60, or of 3600. From 60 on minutes are read where there are some, from 3600
   * on hours; the finer it is, the less far back there is something to read. `from` is a multiple of it.
   */
  readonly stepSeconds: number;
  readonly figures: readonly FigureName[];
  readonly keyed?: readonly KeyedFigureName[];
}

/** All in milliseconds since 1970. */
export interface HistoryBounds {
  /** Samples up to here are summed up; in hand until then is what may still come late at no cost. */
  readonly sumUpTo: number;
  /** Older samples, minutes and hours are forgotten, but no sample that is not yet in its minute. */
  readonly samplesFrom: number;
  readonly minutesFrom: number;
  readonly hoursFrom: number;
  /** What lies after it is forgotten: some clock was wrong then. */
  readonly to: number;
}

export interface TelemetryHistory {
  /** By the store's clock, ms since 1970. */
  unixMs(): Promise<number>;
  /**
   * One that was sent twice counts once. One that comes late is summed up anew with its minute and hour; older than the samples
   * that are kept it is dropped.
   */
  append(serverId: string, sample: TelemetrySample): Promise<void>;
  /** Oldest first; spans in which nothing was measured are missing. Numbers with a fraction to 6 digits. */
  read(serverId: string, question: HistoryQuestion): Promise<readonly HistorySpan[]>;
  /**
   * Sums up and forgets, server by server, each at once or not at all: it may be given up, and be called by several at the same
   * time, as often as one likes. What it was not called for is made up for by the next call.
   */
  tend(bounds: HistoryBounds): Promise<void>;
  removeServer(serverId: string): Promise<void>;
}

declare module '../admin-stores.js' {
  interface AdminStores {
    readonly history: TelemetryHistory;
  }
}
