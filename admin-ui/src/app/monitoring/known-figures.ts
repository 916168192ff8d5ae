// What is known of a server's figures over a time: an answer of the API, to which the newest spans are joined as they come.
import { FigureHistory, FiguresAnswer } from '../api/models';

type Numbers = readonly (number | null)[];
export type Aggregate = 'means' | 'leasts' | 'largests';

export interface KnownFigures {
  readonly fromMs: number;
  readonly stepMs: number;
  readonly spans: number;
  readonly figures: FigureHistory;
}

export type FigureName = keyof FigureHistory;

export function knownFigures({ from, stepSeconds, spans, figures }: FiguresAnswer): KnownFigures {
  return { fromMs: Date.parse(from), stepMs: stepSeconds * 1000, spans, figures };
}

interface Plain {
  readonly [aggregate: string]: Numbers | undefined;
}

interface Keyed {
  readonly left: number;
  readonly of: Readonly<Record<string, Plain>>;
}

/** The newer wins; as many spans as before stay, the newest. Undefined: they do not fit together, all must be asked for. */
export function joined(known: KnownFigures, newer: KnownFigures): KnownFigures | undefined {
  const { stepMs, spans } = known;
  const endMs = newer.fromMs + newer.spans * stepMs;
  const knownEndMs = known.fromMs + spans * stepMs;
  if (newer.stepMs !== stepMs || newer.fromMs > knownEndMs || newer.fromMs < known.fromMs) return undefined;
  if (endMs < knownEndMs) return known;
  const fromMs = endMs - spans * stepMs;
  const at = (numbers: Numbers | undefined, startMs: number, index: number): number | null =>
    numbers?.[Math.round((fromMs - startMs) / stepMs) + index] ?? null;
  const join = (before: Plain | undefined, after: Plain | undefined): Plain =>
    Object.fromEntries(
      [...new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])].map((aggregate) => [
        aggregate,
        Array.from({ length: spans }, (_, index) =>
          fromMs + index * stepMs >= newer.fromMs
            ? at(after?.[aggregate], newer.fromMs, index)
            : at(before?.[aggregate], known.fromMs, index),
        ),
      ]),
    );
  const figures: Record<string, Plain | Keyed> = {};
  for (const name of Object.keys(newer.figures) as FigureName[]) {
    const [before, after] = [known.figures[name], newer.figures[name]] as unknown as (Plain | Keyed)[];
    figures[name] =
      isKeyed(before) && isKeyed(after)
        ? { left: Math.max(before.left, after.left), of: joinKeys(before.of, after.of, join) }
        : join(before as Plain, after as Plain);
  }
  return { fromMs, stepMs, spans, figures: figures as unknown as FigureHistory };
}

function isKeyed(figure: Plain | Keyed | undefined): figure is Keyed {
  return figure !== undefined && 'of' in figure;
}

function joinKeys(
  before: Keyed['of'],
  after: Keyed['of'],
  join: (before: Plain | undefined, after: Plain | undefined) => Plain,
): Keyed['of'] {
  const keys = new Set([...Object.keys(before), ...Object.keys(after)]);
  return Object.fromEntries([...keys].map((key) => [key, join(before[key], after[key])]));
}

/** When something was measured last, the end of its span; undefined: never in this time. */
export function lastMeasuredMs({ fromMs, stepMs, figures }: KnownFigures): number | undefined {
  const last = (figures.players?.largests ?? []).findLastIndex((value) => value !== null);
  return last < 0 ? undefined : fromMs + (last + 1) * stepMs;
}
