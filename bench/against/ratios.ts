// What two commits measured in turns, figure by figure. The machine's speed changes from minute to minute, so that only the ratio
// of one turn says something: its two sides ran within a minute or so of each other.

import { median } from '../harness/report.js';

/** Of one run, by what was measured: 'step · CPU ms · 15,000 entities'. */
export type Figures = ReadonlyMap<string, number>;

export interface Turn {
  readonly old: Figures;
  readonly new: Figures;
}

export interface Ratio {
  readonly what: string;
  readonly old: readonly number[];
  readonly new: readonly number[];
  /** New by old; below 1 the new one takes less. Median of the turns; undefined where the old one measured 0. */
  readonly ofTurns: number | undefined;
  readonly ofMeans: number | undefined;
  readonly ofLeast: number | undefined;
}

/**
 * The JSON object of a run: `results` with columns and rows, as `npm run bench -- … --json` prints it; and, of some benchmarks,
 * figures by their own names.
 */
export interface PrintedRun {
  readonly [name: string]: unknown;
  readonly results: readonly {
    readonly name: string;
    readonly columns: readonly string[];
    readonly rows: readonly (readonly string[])[];
  }[];
}

/** How it was measured, not what. */
const settings: readonly string[] = ['rounds', 'seconds', 'players'];

/**
 * All figures of a run, those with names of their own first. A row is named by its cells in columns that hold words in some row, and by the first one always; of
 * '1.2 (1.1–1.3)' the median counts.
 */
export function figuresOf({ results, ...named }: PrintedRun): Figures {
  const figures = new Map<string, number>();
  for (const [name, value] of Object.entries(named))
    if (Number.isFinite(value) && !settings.includes(name)) figures.set(name, value as number);
  for (const { name, columns, rows } of results) {
    const isName = columns.map((_, i) => i === 0 || rows.some((row) => numberIn(row[i]) === undefined));
    for (const row of rows) {
      const label = row.filter((_, i) => isName[i]).join(', ');
      columns.forEach((column, i) => {
        const value = isName[i] ? undefined : numberIn(row[i]);
        let what = `${name} · ${label} · ${column}`;
        // Columns may have one name twice: 'of it' behind two others.
        for (let copy = 2; value !== undefined && figures.has(what); copy++)
          what = `${name} · ${label} · ${column} (${copy})`;
        if (value !== undefined) figures.set(what, value);
      });
    }
  }
  return figures;
}

/** What both measured in every turn, in the order of the first. */
export function ratiosOf(turns: readonly Turn[]): Ratio[] {
  const [first] = turns;
  if (first === undefined) return [];
  const all = [...first.new.keys()].filter((what) =>
    turns.every((turn) => turn.old.has(what) && turn.new.has(what)),
  );
  return all.map((what) => {
    const [older, newer] = [
      turns.map((turn) => turn.old.get(what)!),
      turns.map((turn) => turn.new.get(what)!),
    ];
    const each = newer.map((value, i) => by(value, older[i]!)).filter((ratio) => ratio !== undefined);
    return {
      ...{ what, old: older, new: newer },
      ofTurns: each.length === turns.length ? median(each) : undefined,
      ofMeans: by(sum(newer), sum(older)),
      ofLeast: by(Math.min(...newer), Math.min(...older)),
    };
  });
}

function numberIn(cell: string | undefined): number | undefined {
  const text = /^-?[\d,]+(\.\d+)?(?=$| \()/.exec(cell ?? '')?.[0];
  return text === undefined ? undefined : Number(text.replaceAll(',', ''));
}

function by(value: number, other: number): number | undefined {
  return other === 0 ? undefined : value / other;
}

function sum(values: readonly number[]): number {
  return values.reduce((all, value) => all + value, 0);
}
