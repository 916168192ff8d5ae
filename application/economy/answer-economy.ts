// The economy as a game server answers it: rows as lists, for a quarter of a year of days has many, with the content's words for
// the items in them.

import type { Content } from '#domain/content/content.js';
import { coinsKey, experienceKey, skillKey } from '#domain/ledger/state/ledger-totals.js';
import { verbRule } from '#domain/ledger/verb-rules.js';
import { allItemsKey, type DatedFlow, type EconomyPeriod } from '#ports/storage/economy-store.js';
import { economyPlaces } from './census.js';
import { daysKept, hoursKept, type CensusResult, type EconomyTold, type GainsTold } from './economy.js';
import type { CoinShares } from './coin-shares.js';
import type { GainKind } from './gains.js';
import { gainersLeast, gainFloors } from './outliers.js';

/** A thing of which sums are kept: one of these, or an item's id. */
export const economyWords = {
  coins: coinsKey,
  experience: experienceKey,
  skill: skillKey,
  items: allItemsKey,
} as const;
export type EconomyWord = keyof typeof economyWords;
export type EconomyThing = EconomyWord | number;

/** In one answer; of the rest only how many. */
export const thingsMost = 300;
const breachesMost = 20;
/** Sums in one answer: of a quarter of a year of days 26 verbs each, which is more than do anything with one thing. */
const flowsMost = 2_400;

export type AnsweredItems = readonly { readonly id: number; readonly key: string; readonly name: string }[];

export interface AnsweredEconomy {
  readonly entry: number;
  readonly behind: number;
  readonly of: EconomyThing;
  readonly period: EconomyPeriod;
  /** When the first hour (day) begins of which anything is kept, in seconds since 1970; null when nothing is. */
  readonly firstUnix: number | null;
  readonly kept: {
    readonly hours: number;
    readonly days: number;
    readonly rolledUp: number;
    readonly dropped: number;
  };
  /** When it begins, verb, created, destroyed, moved; ascending. */
  readonly flows: readonly (readonly [number, string, number, number, number])[];
  /** Null until the first one is done. */
  readonly census: {
    readonly takenUnix: number;
    readonly entry: number;
    /** Thing, created, destroyed, and how much there is by place, in the order of economyPlaces. */
    readonly things: readonly (readonly [EconomyThing, number, number, ...number[]])[];
    /** How many are not among them. */
    readonly unlisted: number;
    readonly unbalanced: readonly EconomyThing[];
    readonly shares: CoinShares;
  } | null;
  readonly breaches: {
    readonly ever: number;
    readonly ofDay: number;
    /** Newest first. */
    readonly list: readonly {
      readonly entry: number;
      readonly tick: number;
      readonly storedUnix: number | null;
      readonly verb: string;
      readonly of: EconomyThing;
      readonly sum: number;
    }[];
  };
  readonly items: AnsweredItems;
}

export interface AnsweredGains {
  readonly kinds: readonly {
    readonly kind: GainKind;
    readonly gainers: number;
    readonly median: number;
    readonly mad: number;
    readonly floor: number;
    readonly count: number;
    readonly list: readonly { readonly character: number; readonly gained: number; readonly score: number }[];
  }[];
  /** Fewer who gained are not judged. */
  readonly gainersLeast: number;
  readonly unnoted: number;
}

export function answerEconomy(
  told: EconomyTold,
  { of, period }: { readonly of: number; readonly period: EconomyPeriod },
  { items }: Pick<Content, 'items'>,
): AnsweredEconomy {
  const { census, alarm } = told;
  const unit = period === 'hours' ? 3_600 : 86_400;
  const things = census === undefined ? [] : thingsOf(census);
  const listed = things.slice(0, thingsMost);
  const breaches = told.breaches.slice(0, breachesMost);
  const named = [of, ...listed.map(([thing]) => thing), ...breaches.map((breach) => breach.of)];
  const known = [...new Set(named)].flatMap((thing) => (thing > 0 ? (items[thing] ?? []) : []));
  return {
    ...{ entry: told.entry, behind: told.behind, of: thingOf(of), period },
    firstUnix: told.first === undefined ? null : told.first * unit,
    kept: { hours: hoursKept, days: daysKept, rolledUp: told.kept.rolledUp, dropped: told.kept.dropped },
    flows: newest(told.flows).map(({ time, verb, created, destroyed, moved }) => [
      ...([time * unit, verbName(verb), created, destroyed, moved] as const),
    ]),
    census:
      census === undefined
        ? null
        : {
            ...{ takenUnix: census.takenUnix, entry: census.entry, shares: census.shares },
            things: listed.map(([thing, ...numbers]) => [thingOf(thing), ...numbers]),
            unlisted: things.length - listed.length,
            unbalanced: census.unbalanced.slice(0, thingsMost).map(thingOf),
          },
    breaches: {
      ...{ ever: told.breachCount, ofDay: alarm.breaches },
      list: breaches.map(({ of: thing, verb, ...breach }) => ({
        ...{ ...breach, verb: verbName(verb), of: thingOf(thing) },
      })),
    },
    items: known.map(({ id, key, name }) => ({ id, key, name })),
  };
}

export function answerGains({ outliers, unnoted }: GainsTold): AnsweredGains {
  const kinds = outliers.map((each) => ({ ...each, floor: gainFloors[each.kind] }));
  return { kinds, gainersLeast, unnoted };
}

/** Whole hours (days). */
function newest(flows: readonly DatedFlow[]): readonly DatedFlow[] {
  if (flows.length <= flowsMost) return flows;
  const cut = flows.at(-flowsMost - 1)!.time;
  return flows.slice(-flowsMost).filter(({ time }) => time > cut);
}

type ThingRow = readonly [number, number, number, ...number[]];

/** What does not add up first, then coins, experience and skill, then items of which there are most. */
function thingsOf({ totals, there, unbalanced }: CensusResult): ThingRow[] {
  const none = new Float64Array(economyPlaces.length);
  const wrong = new Set(unbalanced);
  const all = [...new Set([...totals.keys(), ...there.keys()])].map((of) => {
    const { created, destroyed } = totals.get(of) ?? { created: 0, destroyed: 0 };
    const places = [...(there.get(of) ?? none)];
    const units = places.reduce((sum, each) => sum + each, 0);
    const rank = wrong.has(of) ? 0 : of < 0 ? 1 : 2;
    return { of, rank, units, row: [of, created, destroyed, ...places] as const };
  });
  all.sort((a, b) => a.rank - b.rank || (a.rank === 1 ? b.of - a.of : b.units - a.units) || a.of - b.of);
  return all.map(({ row }) => row);
}

function thingOf(of: number): EconomyThing {
  const words = Object.entries(economyWords) as [EconomyWord, number][];
  return words.find(([, key]) => key === of)?.[0] ?? of;
}

function verbName(verb: number): string {
  return verbRule(verb)?.name ?? String(verb);
}
