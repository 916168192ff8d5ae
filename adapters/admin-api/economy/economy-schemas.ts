// How a game server's economy stands, as the contract writes it.

import { z } from 'zod';
import type { ToldGains } from '#application/admin/economy/read-economy.js';
import type { AnsweredEconomy, EconomyThing } from '#application/economy/answer-economy.js';
import { economyPlaces } from '#application/economy/census.js';
import { gainKinds } from '#application/economy/gains.js';
import { count, id, time, toTime } from '../http/wire-types.js';

const words = ['coins', 'experience', 'skill', 'items'] as const;
const itemIdMax = 2 ** 31 - 1;
const thingText = z.string().regex(/^(coins|experience|skill|items|[1-9]\d{0,9})$/, {
  error: 'coins, experience, skill, items, or the id of an item',
});
const thing = thingText.meta({
  id: 'EconomyThing',
  description:
    'What sums are of: coins, experience, skill, items (units of all items together), or the id of an item',
});
const period = z.enum(['hours', 'days']);

export const economyPart = z.strictObject({
  of: thingText
    .refine((text) => !(Number(text) > itemIdMax), `The id of an item is at most ${itemIdMax}`)
    .default('coins')
    .meta({
      description: 'Whose sums: coins, experience, skill, items (all together), or the id of an item',
    }),
  period: period.default('hours').meta({
    description: 'By hour, of the last 48, or by day, of all that are kept',
  }),
});
export type EconomyPartQuery = z.infer<typeof economyPart>;

const flow = z
  .strictObject({ from: time, verb: z.string(), created: count, destroyed: count, moved: count })
  .meta({ id: 'EconomyFlow' });
const places = z
  .strictObject(
    Object.fromEntries(economyPlaces.map((place) => [place, count])) as Record<
      (typeof economyPlaces)[number],
      typeof count
    >,
  )
  .meta({ id: 'EconomyPlaces' });
const thingRow = z
  .strictObject({ of: thing, created: count, destroyed: count, there: count, places })
  .meta({ id: 'EconomyThingRow' });
const shares = z
  .strictObject({
    holders: count.meta({ description: 'Characters with any coins on them' }),
    coins: count,
    top1: z.number().min(0).max(1).meta({
      description:
        'Of all coins on characters, the share of the richest 1 % of the holders, at least one holder',
    }),
    top10: z.number().min(0).max(1),
    gini: z.number().min(0).max(1).meta({ description: '0: all have the same; near 1: one has all' }),
  })
  .meta({ id: 'CoinShares' });
const census = z
  .strictObject({
    takenAt: time.meta({ description: 'When all that there is was counted, in whole' }),
    entry: count.meta({ description: 'As of which entry of the journal the numbers are' }),
    things: z.array(thingRow).meta({
      description:
        'What does not add up first, then coins, experience, skill, then items of which there are most',
    }),
    unlisted: count.meta({ description: 'How many items are not among them' }),
    unbalanced: z
      .array(thing)
      .meta({ description: 'Those of which there is not what was created less what was destroyed' }),
    shares,
  })
  .meta({ id: 'EconomyCensus' });
const breach = z
  .strictObject({ entry: count, tick: count, at: time.nullable(), verb: z.string(), of: thing, sum: z.int() })
  .meta({ id: 'EconomyBreach' });
const items = z.array(
  z.strictObject({ id: z.int().min(1), key: z.string(), name: z.string() }).meta({ id: 'EconomyItem' }),
);

export const economyAnswer = z
  .strictObject({
    state: z.enum(['balanced', 'unbalanced', 'unknown']).meta({
      description:
        'unbalanced: something does not add up, or a verb created or destroyed in the last day what it must not; unknown: not all is counted yet since the server started',
    }),
    entry: count.meta({ description: 'The last entry of the journal that is in the sums' }),
    behind: count.meta({ description: 'How many entries came after it' }),
    of: thing,
    period,
    first: time.nullable().meta({ description: 'When the oldest hour (day) begins of which sums are kept' }),
    kept: z.strictObject({ hours: count, days: count, rolledUp: count, dropped: count }).meta({
      id: 'EconomyKept',
      description:
        'For how long sums are kept by hour and by day; how many became a part of a day, and were let go of',
    }),
    flows: z
      .array(flow)
      .meta({ description: 'Ascending by time and verb; what nothing happened with is left out' }),
    census: census.nullable(),
    breaches: z.strictObject({ ever: count, ofDay: count, list: z.array(breach) }).meta({
      id: 'EconomyBreaches',
      description: 'Verbs that created or destroyed what they must not, newest first',
    }),
    items,
  })
  .meta({ id: 'EconomyAnswer' });
export type EconomyAnswer = z.infer<typeof economyAnswer>;

const gainer = z
  .strictObject({
    characterId: z.int().min(1),
    name: z.string().nullable().meta({ description: 'Null where the directory does not list it' }),
    playerId: id.nullable(),
    gained: z.number().min(0),
    score: z.number().meta({ description: '0.6745 × (gained − median) / MAD; above 6 it is listed' }),
  })
  .meta({ id: 'EconomyGainer' });

export const gainsAnswer = z
  .strictObject({
    kinds: z.array(
      z
        .strictObject({
          kind: z.enum(gainKinds),
          gainers: count.meta({ description: 'How many gained any in the last hour' }),
          median: z.number().min(0),
          mad: z.number().min(0).meta({ description: 'Median of the distances from the median' }),
          floor: count.meta({ description: 'Who gained less is never listed' }),
          count: count.meta({ description: 'How many stand out, of whom at most 20 are listed' }),
          list: z.array(gainer),
        })
        .meta({ id: 'EconomyGains' }),
    ),
    gainersLeast: count.meta({ description: 'Where fewer gained any, nobody is judged' }),
    unnoted: count.meta({
      description: 'Gains that were not noted since the server started, for want of room',
    }),
  })
  .meta({ id: 'EconomyGainsAnswer' });
export type GainsAnswer = z.infer<typeof gainsAnswer>;

export function readThing(text: string): EconomyThing {
  return words.find((word) => word === text) ?? Number(text);
}

export function presentEconomy({ census: counted, breaches, ...told }: AnsweredEconomy): EconomyAnswer {
  const isWrong = breaches.ofDay > 0 || (counted?.unbalanced.length ?? 0) > 0;
  return {
    state: isWrong ? 'unbalanced' : counted === null ? 'unknown' : 'balanced',
    ...{ entry: told.entry, behind: told.behind, of: String(told.of), period: told.period },
    first: told.firstUnix === null ? null : toTime(told.firstUnix * 1000),
    kept: { ...told.kept },
    flows: told.flows.map(([unix, verb, created, destroyed, moved]) => ({
      ...{ from: toTime(unix * 1000), verb, created, destroyed, moved },
    })),
    census: counted && presentCensus(counted),
    breaches: {
      ...{ ever: breaches.ever, ofDay: breaches.ofDay },
      list: breaches.list.map(({ storedUnix, of, ...one }) => ({
        ...{ ...one, of: String(of), at: storedUnix === null ? null : toTime(storedUnix * 1000) },
      })),
    },
    items: told.items.map((item) => ({ ...item })),
  };
}

function presentCensus(counted: NonNullable<AnsweredEconomy['census']>): EconomyAnswer['census'] {
  return {
    ...{ takenAt: toTime(counted.takenUnix * 1000), entry: counted.entry, unlisted: counted.unlisted },
    things: counted.things.map(([of, created, destroyed, ...units]) => {
      const by = (place: (typeof economyPlaces)[number]) => units[economyPlaces.indexOf(place)] ?? 0;
      return {
        ...{ of: String(of), created, destroyed, there: units.reduce((sum, each) => sum + each, 0) },
        places: {
          ...{ carried: by('carried'), bank: by('bank'), buyBack: by('buyBack') },
          ...{ ground: by('ground'), letter: by('letter'), market: by('market') },
        },
      };
    }),
    unbalanced: counted.unbalanced.map(String),
    shares: { ...counted.shares },
  };
}

export function presentGains({ kinds, names, ...told }: ToldGains): GainsAnswer {
  return {
    ...told,
    kinds: kinds.map(({ list, ...kind }) => ({
      ...kind,
      list: list.map(({ character, gained, score }) => {
        const { name = null, playerId = null } = names.get(character) ?? {};
        return { characterId: character, name, playerId, gained, score };
      }),
    })),
  };
}
