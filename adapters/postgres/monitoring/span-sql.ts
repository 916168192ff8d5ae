// SQL that sums up what was measured, made of the declared figures: over samples, over minutes, and over both and hours together.

import {
  figureNamed,
  figureNames,
  keysOfFigureMax,
  type FigureName,
} from '#ports/system/telemetry-figures.js';

export type Tier = 'samples' | 'minutes' | 'hours';

/** Where a tier begins and ends, in SQL; both may have placeholders. */
export interface TierPart {
  readonly tier: Tier;
  readonly where: string;
}

/** Rows of one tier in the shape of all: mean, least, largest and weight by the figure's place. */
export function rowsOf({ tier, where }: TierPart): string {
  const columns =
    tier === 'samples'
      ? 'at, seconds, figures as m, figures as l, figures as h, null::real[] as w, keyed, true as is_sample'
      : 'at, seconds, means as m, leasts as l, largests as h, weights as w, keyed, false as is_sample';
  return `select ${columns} from telemetry_${tier} where server_id = ? and ${where}`;
}

/**
 * A figure of such a row as columns of its own, since to look into an array takes longer than to add up. A sample is measured
 * for as long as its window is. The subquery that selects them needs `offset 0`: else they would be looked up for each use.
 */
export function columnsOf(name: FigureName): string {
  const { place: p, over } = figureNamed(name);
  if (over === 'largest') return `h[${p}] as h_${p}`;
  const weight = `case when m[${p}] is not null then coalesce(w[${p}], seconds)::float8 end`;
  return `m[${p}]::float8 as m_${p}, l[${p}] as l_${p}, h[${p}] as h_${p}, ${weight} as w_${p}`;
}

export function meanOf(place: number): string {
  return `sum(m_${place} * w_${place}) / nullif(sum(w_${place}), 0)`;
}

export function leastOf(place: number): string {
  return `min(l_${place})`;
}

export function largestOf(place: number): string {
  return `max(h_${place})`;
}

const places: ReadonlyMap<number, FigureName> = new Map(
  figureNames.map((name) => [figureNamed(name).place, name]),
);
const placesMax = Math.max(...places.keys());

/** In their places; of a figure that is told by its largest alone the others are null. */
function arrayOf(aggregate: (place: number) => string, ofAll: boolean): string {
  const parts = Array.from({ length: placesMax }, (_, index) => {
    const name = places.get(index + 1);
    const isKnown = name !== undefined && (ofAll || figureNamed(name).over === 'mean');
    return isKnown ? aggregate(index + 1) : 'null';
  });
  return `array[${parts.join(', ')}]::real[]`;
}

/** The rows of `tier` that `where` finds, summed up into rows of `into`: made anew where there are some already. */
export function sumUpSql(into: 'minutes' | 'hours', part: TierPart): string {
  const every = into === 'minutes' ? '1 minute' : '1 hour';
  const bin = `date_bin('${every}', at, timestamptz 'epoch')`;
  return `
  with rows as materialized (${rowsOf(part)}),
  sums as (
    select ${bin} as at, sum(seconds::float8)::real as seconds,
      ${arrayOf(meanOf, false)} as means, ${arrayOf(leastOf, false)} as leasts,
      ${arrayOf(largestOf, true)} as largests,
      ${arrayOf((place) => `sum(w_${place})`, false)} as weights
    from (select at, seconds, ${figureNames.map(columnsOf).join(', ')} from rows offset 0) figures group by 1),
  keys as (
    select at, figure, jsonb_object_agg(key, jsonb_build_array(mean::real, largest::real, weight::real)) as of
    from (${keysOf({ sql: bin, name: 'at' }, 'rows', 'jsonb_each(rows.keyed) f (figure, of)')}) ranked
    group by 1, 2)
  insert into telemetry_${into} (server_id, at, seconds, means, leasts, largests, weights, keyed)
  select ?, at, seconds, means, leasts, largests, weights,
    (select jsonb_object_agg(figure, of) from keys where keys.at = sums.at)
  from sums
  on conflict (server_id, at) do update set seconds = excluded.seconds, means = excluded.means,
    leasts = excluded.leasts, largests = excluded.largests, weights = excluded.weights, keyed = excluded.keyed`;
}

/** What a key has is a number in a sample, and [mean, largest, weight] in a sum; `offset 0` as with the columns. */
const valuesOfKeys = `
  case when is_sample then k.value::float8 else (k.value->0)::float8 end as mean,
  case when is_sample then k.value::float8 else (k.value->1)::float8 end as largest,
  case when is_sample then seconds::float8 else (k.value->2)::float8 end as weight`;

/**
 * Sums by span, figure and key: of each span and figure the keys with most, so that a server whose keys are always others
 * takes no more room than one that has as many as it may. `figures` has a row by figure.
 */
export function keysOf(span: { sql: string; name: string }, rows: string, figures: string): string {
  return `
    select * from (
      select *, row_number() over (partition by ${span.name}, figure order by largest desc, key) as rank from (
        select ${span.name}, figure, key, sum(mean * weight) / sum(weight) as mean, max(largest) as largest,
          sum(weight) as weight
        from (
          select ${span.sql} as ${span.name}, f.figure as figure, k.key collate "C" as key, ${valuesOfKeys}
          from ${rows}, ${figures}, jsonb_each(f.of) k offset 0) of_rows
        group by 1, 2, 3) of_keys) of_figures
    where rank <= ${keysOfFigureMax}`;
}
