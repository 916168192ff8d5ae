// Reads measurements back in spans: each moment from hours, from minutes, or from samples.

import {
  hourSeconds,
  minuteSeconds,
  type FigureSpan,
  type HistoryQuestion,
  type HistorySpan,
  type KeyedSpan,
} from '#ports/admin/monitoring/telemetry-history.js';
import { figureNamed, type FigureName, type KeyedFigureName } from '#ports/system/telemetry-figures.js';
import type { AdminDatabase } from '../connection/admin-database.js';
import { columnsOf, keysOf, largestOf, leastOf, meanOf, rowsOf, type TierPart } from './span-sql.js';

/** The start of the span, of which the length is a placeholder. */
const spanSecond = `extract(epoch from date_bin(make_interval(secs => ?), at, timestamptz 'epoch'))::float8`;

type Values = Record<string, number | null>;

const asked = 'at >= ? and at < ?';
const summedUntil = '(select summed_until from telemetry_summed where server_id = ?)';
const hoursUntil = `date_bin('1 hour', ${summedUntil}, timestamptz 'epoch')`;

interface Source {
  readonly sql: string;
  readonly values: readonly unknown[];
}

/** One statement, and so one moment: what is summed up meanwhile is in one tier or in the other. */
function sourceOf(serverId: string, { fromUnixMs, toUnixMs, stepSeconds }: HistoryQuestion): Source {
  const parts: TierPart[] = [];
  const values: unknown[] = [];
  const add = (tier: TierPart['tier'], where: string): void => {
    parts.push({ tier, where: `${asked}${where}` });
    values.push(serverId, new Date(fromUnixMs), new Date(toUnixMs));
    values.push(...Array.from(where.matchAll(/\?/g), () => serverId));
  };
  if (stepSeconds < minuteSeconds) add('samples', '');
  else {
    if (stepSeconds >= hourSeconds) add('hours', ` and at < ${hoursUntil}`);
    const from = stepSeconds >= hourSeconds ? ` and at >= ${hoursUntil}` : '';
    add('minutes', `${from} and at < ${summedUntil}`);
    add('samples', ` and at >= ${summedUntil}`);
  }
  return { sql: parts.map(rowsOf).join('\n  union all\n  '), values };
}

export async function readSpans(
  database: AdminDatabase,
  serverId: string,
  question: HistoryQuestion,
): Promise<readonly HistorySpan[]> {
  const source = sourceOf(serverId, question);
  const spans = await database
    .fork()
    .execute<Values[]>(figuresSql(source, question.figures), [...source.values, question.stepSeconds]);
  const keyed = await readKeyed(database, source, question);
  return spans.map((values) => {
    const atUnixMs = values['second']! * 1000;
    const figures: Partial<Record<FigureName, FigureSpan>> = {};
    for (const name of question.figures) {
      const span = toFigure(values, name);
      if (span !== undefined) figures[name] = span;
    }
    return { atUnixMs, figures, keyed: keyed.get(atUnixMs) ?? {} };
  });
}

function figuresSql({ sql }: Source, figures: readonly FigureName[]): string {
  const columns = figures.flatMap((name) => {
    const { place, over } = figureNamed(name);
    const largest = `${largestOf(place)}::float8 as largest_${place}`;
    if (over === 'largest') return [largest];
    return [`${meanOf(place)} as mean_${place}`, `${leastOf(place)}::float8 as least_${place}`, largest];
  });
  return `
  with rows as (${sql})
  select ${columns.map((column) => `${column}, `).join('')}second from (
    select ${[`${spanSecond} as second`, ...figures.map(columnsOf)].join(', ')}
    from rows offset 0) spans
  group by second order by second`;
}

function toFigure(values: Values, name: FigureName): FigureSpan | undefined {
  const { place, over } = figureNamed(name);
  const largest = values[`largest_${place}`];
  if (largest === null || largest === undefined) return undefined;
  const other = (of: string): number | null =>
    over === 'largest' ? null : sixDigits(values[`${of}_${place}`] ?? largest);
  return { mean: other('mean'), least: other('least'), largest: sixDigits(largest) };
}

interface KeyedRow {
  readonly second: number;
  readonly figure: KeyedFigureName;
  readonly key: string;
  readonly mean: number;
  readonly largest: number;
}

type KeyedOfSpan = Partial<Record<KeyedFigureName, Record<string, KeyedSpan>>>;

async function readKeyed(
  database: AdminDatabase,
  { sql, values }: Source,
  { stepSeconds, keyed = [] }: HistoryQuestion,
): Promise<ReadonlyMap<number, KeyedOfSpan>> {
  const spans = new Map<number, KeyedOfSpan>();
  if (keyed.length === 0) return spans;
  const figures = keyed.map((name) => `('${name}', rows.keyed->'${name}')`).join(', ');
  const span = { sql: spanSecond, name: 'second' };
  const rows = await database
    .fork()
    .execute<KeyedRow[]>(
      `with rows as (${sql}) ${keysOf(span, 'rows', `lateral (values ${figures}) f (figure, of)`)}`,
      [...values, stepSeconds],
    );
  for (const { second, figure, key, mean, largest } of rows) {
    const span = spans.get(second * 1000) ?? {};
    spans.set(second * 1000, span);
    const of = (span[figure] ??= {});
    of[key] = { mean: sixDigits(mean), largest: sixDigits(largest) };
  }
  return spans;
}

/** More `real` does not hold. */
function sixDigits(value: number): number {
  return Number.isInteger(value) ? value : Number(value.toPrecision(6));
}
