// Figures over time, as the contract writes them: for each a number for each span, or null where nothing was measured.

import { z } from 'zod';
import {
  historyMinutesMax,
  historyPointsMax,
  type FiguresRead,
} from '#application/admin/monitoring/read-history.js';
import type { KeyedSpan } from '#ports/admin/monitoring/telemetry-history.js';
import {
  figureNamed,
  figureNames,
  keyedFigureNames,
  keyedFigures,
  type FigureName,
  type KeyedFigureName,
} from '#ports/system/telemetry-figures.js';
import { time, toTime, wholeNumber } from '../http/wire-types.js';

/** Of a figure with keys; the rest is counted. */
const keysMax = 24;
const names: ReadonlySet<string> = new Set([...figureNames, ...keyedFigureNames]);

export const figuresQuery = z.strictObject({
  minutes: wholeNumber(1, historyMinutesMax).default(60).meta({
    description:
      'How much time: samples are kept for 6 hours, minutes for 35 days and hours for 400 days; what is left of the time asked for is told',
  }),
  until: time.optional().meta({ description: 'Its end; now, if left out' }),
  since: time
    .optional()
    .meta({ description: 'Only the spans of that time from this moment on, for who has the rest' }),
  points: wholeNumber(10, historyPointsMax)
    .default(400)
    .meta({ description: 'The most spans that the time may be divided into' }),
  figures: z
    .string()
    .max(1_000)
    .refine((text) => text.split(',').every((name) => names.has(name)), {
      error: `Some of ${[...names].join(', ')}, with commas between`,
    })
    .default('players,tickMsP50,tickMsP99')
    .meta({ description: `Some of ${[...names].join(', ')}, with commas between` }),
});
export type FiguresQuery = z.infer<typeof figuresQuery>;

const numbers = z.array(z.number().min(0).nullable());

const figureSeries = z
  .strictObject({
    means: numbers.optional().meta({
      description: 'Left out where only the largest is kept, as of percentiles, of which a mean says nothing',
    }),
    leasts: numbers.optional(),
    largests: numbers,
  })
  .meta({ id: 'FigureSeries', description: 'One for each span; null where it was not measured' });

const keyedSeries = z
  .strictObject({
    left: z
      .int()
      .min(0)
      .meta({ description: `How many keys are not told: those with least, beyond ${keysMax}` }),
    of: z.record(z.string(), z.strictObject({ means: numbers, largests: numbers }).meta({ id: 'KeySeries' })),
  })
  .meta({ id: 'KeyedSeries' });

const series = Object.fromEntries([
  ...figureNames.map((name) => [name, figureSeries.optional().meta({ description: figureNamed(name).says })]),
  ...keyedFigureNames.map((name) => [
    name,
    keyedSeries.optional().meta({ description: keyedFigures[name].says }),
  ]),
]) as Record<FigureName, z.ZodOptional<typeof figureSeries>> &
  Record<KeyedFigureName, z.ZodOptional<typeof keyedSeries>>;

export const figuresAnswer = z
  .strictObject({
    from: time.meta({ description: 'When the first span begins' }),
    stepSeconds: z.int().min(1).meta({ description: 'How long each span is' }),
    spans: z.int().min(1).max(historyPointsMax),
    figures: z.strictObject(series).meta({ id: 'FigureHistory' }),
  })
  .meta({ id: 'FiguresAnswer' });
export type FiguresAnswer = z.infer<typeof figuresAnswer>;

export function askedFigures(text: string): { figures: FigureName[]; keyed: KeyedFigureName[] } {
  const asked = new Set(text.split(','));
  return {
    figures: figureNames.filter((name) => asked.has(name)),
    keyed: keyedFigureNames.filter((name) => asked.has(name)),
  };
}

export function presentFigures(
  { fromUnixMs, stepSeconds, spans }: FiguresRead,
  { figures, keyed }: ReturnType<typeof askedFigures>,
): FiguresAnswer {
  const told: FiguresAnswer['figures'] = {};
  for (const name of figures) {
    const of = spans.map((span) => span?.figures[name]);
    const largests = of.map((span) => span?.largest ?? null);
    told[name] =
      figureNamed(name).over === 'largest'
        ? { largests }
        : {
            means: of.map((span) => span?.mean ?? null),
            leasts: of.map((span) => span?.least ?? null),
            largests,
          };
  }
  for (const name of keyed) told[name] = presentKeys(spans.map((span) => span?.keyed[name]));
  return { from: toTime(fromUnixMs), stepSeconds, spans: spans.length, figures: told };
}

function presentKeys(
  spans: readonly (Readonly<Record<string, KeyedSpan>> | undefined)[],
): z.infer<typeof keyedSeries> {
  const largestOf = new Map<string, number>();
  for (const span of spans)
    for (const [key, { largest }] of Object.entries(span ?? {}))
      largestOf.set(key, Math.max(largestOf.get(key) ?? 0, largest));
  const all = [...largestOf].sort(([a, ofA], [b, ofB]) => ofB - ofA || a.localeCompare(b));
  const told = all.slice(0, keysMax).map(([key]) => [
    key,
    {
      means: spans.map((span) => span?.[key]?.mean ?? null),
      largests: spans.map((span) => span?.[key]?.largest ?? null),
    },
  ]);
  return { left: all.length - told.length, of: Object.fromEntries(told) };
}
