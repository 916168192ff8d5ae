// From what is known to what a chart draws.
import { ColourToken } from '../charts/chart-colours';
import { TimePoint, TimeSeries } from '../charts/time-chart-options';
import { ChartPlan } from './chart-list';
import { FigureName, KnownFigures } from './known-figures';

const keyColours: readonly ColourToken[] = ['mark-1', 'mark-2', 'mark-3', 'mark-4'];

type Numbers = readonly (number | null)[];

export function seriesOf({ curves = [], keys }: ChartPlan, known: KnownFigures): readonly TimeSeries[] {
  const drawn = curves.flatMap(({ figure, of, name, colour, dashed }) => {
    const found = known.figures[figure];
    const numbers = found === undefined || 'of' in found ? undefined : found[of];
    return [{ name, colour, ...(dashed && { dashed }), points: pointsOf(known, numbers) }];
  });
  return keys === undefined ? drawn : keySeries(keys, known);
}

/** The keys with most over the whole time. */
function keySeries(
  { figure, of }: { readonly figure: FigureName; readonly of: 'means' | 'largests' },
  known: KnownFigures,
): readonly TimeSeries[] {
  const found = known.figures[figure];
  if (found === undefined || !('of' in found)) return [];
  const sums = Object.entries(found.of).map(([key, series]) => {
    const numbers: Numbers = series[of];
    return { key, numbers, sum: numbers.reduce<number>((sum, value) => sum + (value ?? 0), 0) };
  });
  return sums
    .sort((a, b) => b.sum - a.sum || a.key.localeCompare(b.key))
    .slice(0, keyColours.length)
    .map(({ key, numbers }, i) => ({
      ...{ name: key, colour: keyColours[i]!, dashed: i % 2 === 1, points: pointsOf(known, numbers) },
    }));
}

/** What is left out of a chart with more keys than colours. */
export function keysLeft({ keys }: ChartPlan, known: KnownFigures): number {
  const found = keys && known.figures[keys.figure];
  if (found === undefined || !('of' in found)) return 0;
  return Math.max(0, Object.keys(found.of).length - keyColours.length) + found.left;
}

/** The present span may only just have begun: then it is no gap yet. */
function pointsOf(
  { fromMs, stepMs, spans }: KnownFigures,
  numbers: Numbers | undefined,
): readonly TimePoint[] {
  const all: TimePoint[] = Array.from({ length: spans }, (_, i) => [
    fromMs + i * stepMs,
    numbers?.[i] ?? null,
  ]);
  const isFresh = all.at(-1)?.[1] === null && (all.at(-2)?.[1] ?? null) !== null;
  return isFresh ? all.slice(0, -1) : all;
}
