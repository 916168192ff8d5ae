// What every ledger of tries promises.

import { beforeEach, describe, expect, it } from '@jest/globals';
import type { AttemptLedger } from '#ports/attempt-ledger.js';

export function testAttemptLedger(name: string, make: () => Promise<AttemptLedger>): void {
  describe(`${name} as an attempt ledger`, () => {
    const limit = { attemptsMax: 3, windowMs: 60_000 };
    const loose = { attemptsMax: 5, windowMs: 60_000 };
    let ledger: AttemptLedger;
    beforeEach(async () => {
      ledger = await make();
    });

    const tryAt = (atUnixMs: number, key = 'ann') => ledger.count([{ key, limit }], atUnixMs);

    it('lets as many tries through as allowed, then locks for a window', async () => {
      expect([await tryAt(1_000), await tryAt(2_000), await tryAt(3_000)]).toEqual([0, 0, 0]);
      expect(await tryAt(4_000)).toBe(59_000);
    });

    it('does not prolong a lock because of refused tries', async () => {
      for (const at of [1_000, 2_000, 3_000, 4_000, 50_000]) await tryAt(at);
      expect(await tryAt(62_999)).toBe(1);
      expect(await tryAt(63_000)).toBe(0);
    });

    it('starts again when the window of the first try is over', async () => {
      await tryAt(1_000);
      await tryAt(2_000);
      expect(await tryAt(61_000)).toBe(0);
      expect(await tryAt(61_001)).toBe(0);
      expect(await tryAt(61_002)).toBe(0);
      expect(await tryAt(61_003)).toBeGreaterThan(0);
    });

    it('counts keys apart', async () => {
      for (let i = 0; i < 4; i++) await tryAt(1_000);
      expect(await tryAt(1_000, 'bob')).toBe(0);
    });

    it('refuses when one of several keys is locked, and counts none of them then', async () => {
      const both = [
        { key: 'narrow', limit },
        { key: 'wide', limit: loose },
      ];
      for (let i = 0; i < 3; i++) expect(await ledger.count(both, 1_000)).toBe(0);
      for (let i = 0; i < 5; i++) expect(await ledger.count(both, 1_000)).toBe(60_000);
      const wide = [{ key: 'wide', limit: loose }];
      expect([await ledger.count(wide, 1_000), await ledger.count(wide, 1_000)]).toEqual([0, 0]);
      expect(await ledger.count(wide, 1_000)).toBe(60_000);
    });

    it('lets no more through when they come at the same time', async () => {
      const answers = await Promise.all(Array.from({ length: 12 }, () => tryAt(1_000)));
      expect(answers.filter((lockedMs) => lockedMs === 0)).toHaveLength(3);
    });

    it('forgets what is cleared', async () => {
      for (let i = 0; i < 4; i++) await tryAt(1_000);
      await ledger.clear(['ann']);
      expect(await tryAt(1_000)).toBe(0);
    });

    it('keeps running locks when it removes what has run out', async () => {
      for (let i = 0; i < 3; i++) await tryAt(1_000);
      await tryAt(30_000, 'bob');
      await ledger.removeExpired(50_000);
      expect(await tryAt(50_000)).toBe(11_000);
    });
  });
}
