// What every store of the economy's sums promises.

import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  breachesKept,
  type DatedFlow,
  type EconomyBreach,
  type EconomyChange,
  type EconomyStore,
} from '#ports/storage/economy-store.js';

const pelt = 3;
const [buy, sell] = [9, 10];
const flow = (time: number, part: Partial<DatedFlow> = {}): DatedFlow => ({
  ...{ time, verb: sell, of: pelt, created: 5, destroyed: 1, moved: 2, ...part },
});
const breach = (entry: number): EconomyBreach => ({
  ...{
    entry,
    tick: entry * 2,
    storedUnix: entry % 2 === 0 ? null : 1_800_000_000,
    verb: sell,
    of: pelt,
    sum: -1,
  },
});
const change = (end: number, part: Partial<EconomyChange> = {}): EconomyChange => ({
  ...{ end, totals: new Map(), hours: [], breaches: [], ...part },
});

export function testEconomyStore(name: string, make: () => EconomyStore | Promise<EconomyStore>): void {
  describe(`${name} as a store of the economy's sums`, () => {
    it('has none before they are begun, and goes on from what it is given', async () => {
      const store = await make();
      expect([store.state(), store.first('hours'), store.first('days'), store.breaches()]).toEqual([
        ...[undefined, undefined, undefined, []],
      ]);
      store.begin(7, new Map([[pelt, { created: 9, destroyed: 4 }]]));
      const state = { breaches: 0, rolledUp: 0, dropped: 0 };
      expect(store.state()).toEqual({
        ...{ ...state, end: 7, totals: new Map([[pelt, { created: 9, destroyed: 4 }]]) },
      });
      store.add(change(9, { totals: new Map([[4, { created: 1, destroyed: 0 }]]), hours: [flow(30)] }));
      store.begin(20, new Map([[5, { created: 2, destroyed: 2 }]]));
      expect(store.state()).toEqual({
        ...{ ...state, end: 20, totals: new Map([[5, { created: 2, destroyed: 2 }]]) },
      });
      expect(store.flows('hours', pelt, 0, 99)).toEqual([flow(30)]);
    });

    it('takes totals as they are now, and adds to hours', async () => {
      const store = await make();
      store.begin(0, new Map());
      store.add(change(1, { totals: new Map([[pelt, { created: 5, destroyed: 1 }]]), hours: [flow(30)] }));
      store.add(
        change(2, {
          totals: new Map([[pelt, { created: 6, destroyed: 1 }]]),
          hours: [flow(30), flow(31), flow(30, { verb: buy }), flow(30, { of: 4 })],
        }),
      );
      expect(store.state()).toMatchObject({
        end: 2,
        totals: new Map([[pelt, { created: 6, destroyed: 1 }]]),
      });
      expect(store.flows('hours', pelt, 30, 31)).toEqual([
        flow(30, { verb: buy }),
        flow(30, { created: 10, destroyed: 2, moved: 4 }),
        flow(31),
      ]);
      expect(store.flows('hours', pelt, 31, 99)).toEqual([flow(31)]);
      expect(store.flows('hours', pelt, 0, 29)).toEqual([]);
    });

    it('keeps the newest breaches, newest first, and counts all', async () => {
      const store = await make();
      store.begin(0, new Map());
      store.add(change(1, { breaches: [breach(1), breach(2)] }));
      expect(store.breaches()).toEqual([breach(2), breach(1)]);
      const many = Array.from({ length: breachesKept + 5 }, (_, i) => breach(10 + i));
      store.add(change(2, { breaches: many }));
      store.add(change(3, { breaches: [breach(900)] }));
      expect(store.breaches()).toEqual([breach(900), ...many.slice(6).reverse()]);
      expect(store.state()).toMatchObject({ breaches: breachesKept + 8 });
    });

    it('tells days with the hours that are not a part of them yet', async () => {
      const store = await make();
      store.begin(0, new Map());
      store.add(change(1, { hours: [flow(23), flow(24), flow(47), flow(48)] }));
      const days = () => store.flows('days', pelt, 0, 9);
      const told = [flow(0), flow(1, { created: 10, destroyed: 2, moved: 4 }), flow(2)];
      expect([days(), store.first('days'), store.first('hours')]).toEqual([told, 0, 23]);
      expect(store.letGo({ hoursFrom: 25, daysFrom: 0 })).toBe(true);
      expect(store.letGo({ hoursFrom: 25, daysFrom: 0 })).toBe(true);
      expect(store.letGo({ hoursFrom: 25, daysFrom: 0 })).toBe(false);
      expect([days(), store.first('days'), store.first('hours')]).toEqual([told, 0, 47]);
      expect(store.state()).toMatchObject({ rolledUp: 2, dropped: 0 });
      expect(store.letGo({ hoursFrom: 25, daysFrom: 1 })).toBe(true);
      expect([days(), store.first('days')]).toEqual([told.slice(1), 1]);
      expect(store.state()).toMatchObject({ rolledUp: 2, dropped: 1 });
    });

    it('loses nothing by what it lets go of, until a day goes', async () => {
      const aFlow = fc.record({
        time: fc.integer({ min: 0, max: 100 }),
        verb: fc.constantFrom(buy, sell),
        of: fc.constantFrom(pelt, 4),
        ...{ created: fc.nat(9), destroyed: fc.nat(9), moved: fc.nat(9) },
      });
      const sums = (store: EconomyStore) =>
        [pelt, 4].map((of) =>
          store.flows('days', of, 0, 9).map(({ time, verb, created }) => [time, verb, created]),
        );
      await fc.assert(
        fc.asyncProperty(
          fc.array(aFlow, { maxLength: 30 }),
          fc.integer({ min: 0, max: 110 }),
          async (hours, hoursFrom) => {
            const store = await make();
            store.begin(0, new Map());
            for (const one of hours) store.add(change(1, { hours: [one] }));
            const before = sums(store);
            while (store.letGo({ hoursFrom, daysFrom: 0 }));
            expect(sums(store)).toEqual(before);
            expect(store.first('hours') ?? hoursFrom).toBeGreaterThanOrEqual(hoursFrom);
          },
        ),
        { numRuns: 25 },
      );
    });
  });
}
