// What a game server answers of its economy: things in the order in which somebody looks for them, and never more than the way to
// the console takes.

import { describe, expect, it } from '@jest/globals';
import { answerEconomy, answerGains, thingsMost } from '#application/economy/answer-economy.js';
import type { CensusResult, EconomyTold } from '#application/economy/economy.js';
import { EconomyFigures } from '#application/economy/economy-figures.js';
import { coinsKey, experienceKey, skillKey, type MadeAndGone } from '#domain/ledger/state/ledger-totals.js';
import { LedgerVerb } from '#domain/vocabulary/generated/words.js';
import { documentBytesMax } from '#ports/admin/operations/operator-command.js';
import { Item, smallContent } from '../../support/worlds/small-content.js';

const most = Number.MAX_SAFE_INTEGER;
const shares = { holders: 2, coins: 9, top1: 0.5, top10: 0.5, gini: 0.1 };

function counted(
  units: readonly (readonly [number, number])[],
  unbalanced: readonly number[] = [],
): CensusResult {
  const totals = new Map<number, MadeAndGone>(
    units.map(([of, there]) => [of, { created: there, destroyed: 0 }]),
  );
  const there = new Map(units.map(([of, there]) => [of, Float64Array.of(there, 0, 0, 0, 0, 0)]));
  return { totals, there, shares, unbalanced, takenUnix: 7_200, entry: 40 };
}

function told(part: Partial<EconomyTold> = {}): EconomyTold {
  return {
    ...{ entry: 40, behind: 2, flows: [], first: undefined, kept: { rolledUp: 3, dropped: 4 } },
    ...{ census: undefined, breaches: [], breachCount: 0 },
    alarm: { unbalanced: undefined, breaches: 0, takenUnix: undefined },
    ...part,
  };
}

const hours = { of: coinsKey, period: 'hours' } as const;

describe('the economy as it is answered', () => {
  it('has what does not add up first, then coins, experience and skill, then most of the items', () => {
    const units = [
      ...([
        [Item.bread, 5],
        [9_001, 900],
        [9_002, 3],
      ] as const),
      ...([
        [skillKey, 1],
        [coinsKey, 10],
        [experienceKey, 2],
      ] as const),
    ];
    const { census, items } = answerEconomy(told({ census: counted(units, [9_002]) }), hours, smallContent());
    expect(census!.things.map(([of]) => of)).toEqual([
      9_002,
      'coins',
      'experience',
      'skill',
      9_001,
      Item.bread,
    ]);
    expect(census).toMatchObject({ unlisted: 0, unbalanced: [9_002], entry: 40, shares });
    expect(items).toEqual([{ id: Item.bread, key: 'bread', name: 'bread' }]);
  });

  it('tells when hours and days began, and what each verb did in them', () => {
    const flow = { of: coinsKey, verb: LedgerVerb.sell, created: 5, destroyed: 0, moved: 1 };
    const answered = (period: 'hours' | 'days') =>
      answerEconomy(told({ flows: [{ ...flow, time: 10 }], first: 9 }), { ...hours, period }, smallContent());
    expect(answered('hours')).toMatchObject({
      flows: [[36_000, 'sell', 5, 0, 1]],
      firstUnix: 32_400,
      of: 'coins',
    });
    expect(answered('days')).toMatchObject({ flows: [[864_000, 'sell', 5, 0, 1]], firstUnix: 777_600 });
  });

  it('fits into an answer, however much there is', () => {
    const verbs = Object.values(LedgerVerb);
    const flows = Array.from({ length: 92 }, (_, time) =>
      verbs.map((verb) => ({
        ...{ time: 20_000 + time, verb, of: coinsKey },
        created: 1e12,
        destroyed: 1e12,
        moved: 1e12,
      })),
    ).flat();
    const units = Array.from({ length: 5_000 }, (_, i) => [i + 1, most] as const);
    const breach = {
      entry: most,
      tick: 2 ** 32,
      storedUnix: 2e9,
      verb: LedgerVerb.marketBuy,
      of: 9,
      sum: most,
    };
    const breaches = Array.from({ length: 100 }, () => breach);
    const all = told({ flows, breaches, breachCount: 500, census: counted(units) });
    const answer = answerEconomy(all, { of: coinsKey, period: 'days' }, smallContent());
    expect(Buffer.byteLength(JSON.stringify(answer))).toBeLessThanOrEqual(documentBytesMax);
    const times = answer.flows.map(([time]) => time);
    expect(answer.flows.filter(([time]) => time === times[0])).toHaveLength(verbs.length);
    expect(times.at(-1)).toBe((20_000 + 91) * 86_400);
    expect(answer.census).toMatchObject({ unlisted: 5_000 - thingsMost });
    expect(answer.breaches).toMatchObject({ ever: 500 });
  });

  it('says by what rule gains stand out', () => {
    const list = [{ character: 7, gained: 5_000, score: 12 }];
    const outliers = [{ kind: 'coins', gainers: 9, median: 10, mad: 2, count: 1, list } as const];
    expect(answerGains({ outliers, unnoted: 3 })).toEqual({
      kinds: [{ ...outliers[0], floor: 1_000 }],
      ...{ gainersLeast: 8, unnoted: 3 },
    });
  });
});

describe('what a server says of its economy by itself', () => {
  const figures = () => new EconomyFigures({ unixMs: () => 100_000 });
  const values = ({ series }: EconomyFigures) =>
    Object.fromEntries(series.map(({ name, samples }) => [name, samples().map(({ value }) => value)]));

  it('is nothing before the first count, and no word of it is green', () => {
    expect(values(figures())).toEqual({
      tos_economy_unbalanced: [],
      tos_economy_breaches: [],
      tos_economy_check_age_seconds: [],
    });
  });

  it('is how many things do not add up, and of which', () => {
    const wrong = figures();
    wrong.alarm = { unbalanced: [coinsKey, 1, 2, 3, 4, 5], breaches: 2, takenUnix: 70 };
    expect(values(wrong)).toEqual({
      tos_economy_unbalanced: [6],
      tos_economy_breaches: [2],
      tos_economy_check_age_seconds: [30],
    });
    expect(wrong.health.check()).toEqual({
      ok: true,
      reason:
        'created less destroyed is not what there is, of coins, item 1, item 2, item 3, item 4 and 1 more: see npm run ledger -- check; in the last day verbs created or destroyed what they must not, 2 times',
    });
  });

  it('is that all is well when it is', () => {
    const well = figures();
    well.alarm = { unbalanced: [], breaches: 0, takenUnix: 70 };
    expect(well.health.check()).toEqual({ ok: true });
  });
});
