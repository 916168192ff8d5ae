import { EconomyAnswer } from '../api/models';
import { barsOf, standingOf, sumsByVerb, thingName, verbWords } from './economy-words';

const items = [{ id: 12, key: 'bread', name: 'Loaf of bread' }];
const flow = (hour: number, verb: string, created: number, destroyed = 0, moved = 0) => ({
  ...{ verb, created, destroyed, moved },
  from: new Date(hour * 3_600_000).toISOString(),
});

describe('names of things and verbs', () => {
  it('are those of the game', () => {
    expect(['coins', 'items', '12', '99'].map((of) => thingName(of, items))).toEqual([
      ...['Coins', 'All items', 'Loaf of bread', 'item 99'],
    ]);
    expect(verbWords('cashOnDelivery')).toBe('cash on delivery');
  });
});

describe('sums by verb', () => {
  it('have what created or destroyed most first, and what only moved last', () => {
    const sums = sumsByVerb([
      flow(1, 'trade', 0, 0, 900),
      flow(1, 'sell', 5),
      flow(2, 'sell', 6),
      flow(2, 'fee', 0, 50),
    ]);
    expect(sums.map(({ verb, created, destroyed, moved }) => [verb, created, destroyed, moved])).toEqual([
      ['fee', 0, 50, 0],
      ['sell', 11, 0, 0],
      ['trade', 0, 0, 900],
    ]);
  });
});

describe('bars', () => {
  const numbers = (flows: ReturnType<typeof flow>[], period: 'hours' | 'days', nowMs: number) =>
    barsOf({ flows, period }, nowMs).map(({ created, destroyed }) => [created, destroyed]);

  it('have every hour of two days up to now, all verbs together', () => {
    const flows = [flow(100, 'sell', 5), flow(100, 'kill', 2), flow(103, 'fee', 0, 4)];
    const bars = numbers(flows, 'hours', 104.5 * 3_600_000);
    expect(bars).toHaveLength(48);
    expect(bars.slice(-5)).toEqual([
      [7, 0],
      [0, 0],
      [0, 0],
      [0, 4],
      [0, 0],
    ]);
    expect(numbers([], 'hours', 0)).toEqual([]);
  });

  it('have every day that is told, and a month at least', () => {
    const day = 24 * 3_600_000;
    expect(numbers([flow(24 * 300, 'sell', 5)], 'days', 301.5 * day)).toHaveLength(30);
    expect(numbers([flow(24 * 220, 'sell', 5)], 'days', 301.5 * day)).toHaveLength(82);
  });
});

describe('how the economy stands', () => {
  const answer = (part: object) =>
    ({
      state: 'balanced',
      census: { unbalanced: [] },
      breaches: { ofDay: 0 },
      items,
      ...part,
    }) as unknown as EconomyAnswer;

  it('is green only when it is known to add up', () => {
    expect(standingOf(answer({})).tone).toBe('ok');
    expect(standingOf(answer({ state: 'unknown', census: null }))).toMatchObject({ tone: 'warn' });
  });

  it('is red with what is wrong', () => {
    const wrong = standingOf(answer({ state: 'unbalanced', census: { unbalanced: ['coins', '12'] } }));
    expect(wrong).toMatchObject({ tone: 'bad', word: 'Does not add up' });
    expect(wrong.text).toBe('There is not what was created less what was destroyed of coins, loaf of bread.');
    const breach = standingOf(answer({ state: 'unbalanced', breaches: { ofDay: 2 } }));
    expect(breach.text).toBe('In the last day a verb created or destroyed what it must not, 2 times.');
  });
});
