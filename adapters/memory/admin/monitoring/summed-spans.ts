// Sums of samples over spans of time: of each figure the weighted sum, the least and the largest. Sums of sums are the sums of all
// their samples.

import type {
  FigureSpan,
  HistoryQuestion,
  HistorySpan,
  KeyedSpan,
  TelemetrySample,
} from '#ports/admin/monitoring/telemetry-history.js';
import {
  figureNamed,
  figureNames,
  keyedFigureNames,
  keysOfFigureMax,
  type FigureName,
  type KeyedFigureName,
} from '#ports/system/telemetry-figures.js';

interface Sum {
  readonly weighted: number;
  readonly weight: number;
  readonly least: number;
  readonly largest: number;
}

export interface SummedSpan {
  readonly atUnixMs: number;
  /** By the figure's name; of those with keys `name/key`. */
  readonly sums: ReadonlyMap<string, Sum>;
}

/** A window of no length still is a measurement. */
const weightLeast = 0.001;

export function summedSample(sample: TelemetrySample): SummedSpan {
  const weight = Math.max(weightLeast, sample.windowSeconds);
  const sums = new Map<string, Sum>();
  const note = (name: string, value: number | null | undefined): void => {
    if (value === null || value === undefined) return;
    sums.set(name, { weighted: value * weight, weight, least: value, largest: value });
  };
  for (const name of figureNames) note(name, sample[name]);
  for (const name of keyedFigureNames)
    for (const [key, value] of Object.entries(sample[name])) note(`${name}/${key}`, value as number);
  return { atUnixMs: sample.atUnixMs, sums };
}

/** By spans of `stepMs`, oldest first. */
export function sumUp(spans: Iterable<SummedSpan>, stepMs: number): SummedSpan[] {
  const byStart = new Map<number, Map<string, Sum>>();
  for (const { atUnixMs, sums } of spans) {
    const start = Math.floor(atUnixMs / stepMs) * stepMs;
    const into = byStart.get(start) ?? new Map<string, Sum>();
    byStart.set(start, into);
    for (const [name, sum] of sums) into.set(name, added(into.get(name), sum));
  }
  return [...byStart]
    .map(([atUnixMs, sums]) => ({ atUnixMs, sums: withoutLeast(sums) }))
    .sort((a, b) => a.atUnixMs - b.atUnixMs);
}

/** Of a figure's keys those with most. */
function withoutLeast(sums: Map<string, Sum>): Map<string, Sum> {
  const byFigure = Map.groupBy(sums, ([path]) => path.split('/', 1)[0]!);
  for (const of of byFigure.values()) {
    const ranked = of.sort(([a, one], [b, other]) => other.largest - one.largest || (a < b ? -1 : 1));
    for (const [path] of ranked.slice(keysOfFigureMax)) sums.delete(path);
  }
  return sums;
}

function added(before: Sum | undefined, sum: Sum): Sum {
  if (before === undefined) return sum;
  return {
    weighted: before.weighted + sum.weighted,
    weight: before.weight + sum.weight,
    least: Math.min(before.least, sum.least),
    largest: Math.max(before.largest, sum.largest),
  };
}

export function toSpan({ atUnixMs, sums }: SummedSpan, asked: HistoryQuestion): HistorySpan {
  const figures: Partial<Record<FigureName, FigureSpan>> = {};
  for (const name of asked.figures) {
    const sum = sums.get(name);
    if (sum !== undefined) figures[name] = toFigure(name, sum);
  }
  const keyed: Partial<Record<KeyedFigureName, Record<string, KeyedSpan>>> = {};
  for (const [path, sum] of sums) {
    const slash = path.indexOf('/');
    const name = path.slice(0, Math.max(0, slash)) as KeyedFigureName;
    if (slash < 0 || asked.keyed?.includes(name) !== true) continue;
    const of = (keyed[name] ??= {});
    of[path.slice(slash + 1)] = { mean: meanOf(sum), largest: sixDigits(sum.largest) };
  }
  return { atUnixMs, figures, keyed };
}

function toFigure(name: FigureName, sum: Sum): FigureSpan {
  const largest = sixDigits(sum.largest);
  if (figureNamed(name).over === 'largest') return { mean: null, least: null, largest };
  return { mean: meanOf(sum), least: sixDigits(sum.least), largest };
}

function meanOf({ weighted, weight }: Sum): number {
  return sixDigits(weighted / weight);
}

function sixDigits(value: number): number {
  return Number.isInteger(value) ? value : Number(value.toPrecision(6));
}
