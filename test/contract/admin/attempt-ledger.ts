// What every ledger of tries promises.

import { beforeEach, describe, expect, it } from '@jest/globals';
import type { AttemptLedger } from '#ports/admin/sign-in/attempt-ledger.js';
import type { StoreContracts } from '../../support/admin/store-contracts.js';

export const contracts: StoreContracts = {
  attempts: (name, stage) => testAttemptLedger(name, async () => (await stage()).stores.attempts),
};

function testAttemptLedger(name: string, make: () => Promise<AttemptLedger>): void {
  describe(`${name} as an attempt ledger`, () => {
    const limit = { attemptsMax: 3, windowMs: 60_000 };
    const loose = { attemptsMax: 5, windowMs: 60_000 };
    let ledger: AttemptLedger;
    beforeEach(async () => {
      ledger = await make();
    });

    const tryAt = (atUnixMs: number, key = 'ann') => ledger.count([{ key, limit }], atUnixMs);
    const judgedAt = (atUnixMs: number, id: string, key = 'ann') =>
      ledger.count([{ key, limit }], atUnixMs, id);

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

    it('counts for none of several keys when simultaneous tries use up one of them', async () => {
      const both = [
        { key: 'a-wide', limit: loose },
        { key: 'narrow', limit },
      ];
      await Promise.all(Array.from({ length: 12 }, () => ledger.count(both, 1_000)));
      const wide = [{ key: 'a-wide', limit: loose }];
      expect([await ledger.count(wide, 1_000), await ledger.count(wide, 1_000)]).toEqual([0, 0]);
    });

    it('takes back a try, with the lock it brought about, and keeps the others', async () => {
      for (const id of ['a', 'b', 'c']) await judgedAt(1_000, id);
      for (const id of ['a', 'b']) await ledger.keep(['ann', 'never tried'], id);
      await ledger.giveBack(['ann', 'never tried'], 'c');
      expect(await tryAt(1_000)).toBe(0);
      expect(await tryAt(1_000)).toBe(60_000);
    });

    it('is not kept counting by tries that are taken back', async () => {
      await tryAt(1_000);
      await tryAt(1_000);
      for (let at = 1_000; at <= 55_000; at += 9_000) {
        expect(await judgedAt(at, `at ${at}`)).toBe(0);
        await ledger.giveBack(['ann'], `at ${at}`);
      }
      for (let i = 0; i < 3; i++) expect(await tryAt(61_000)).toBe(0);
    });

    it('takes back no more than was counted, and no other try than that', async () => {
      await judgedAt(1_000, 'wrong');
      await tryAt(1_000);
      await judgedAt(1_000, 'right');
      for (let i = 0; i < 3; i++) await ledger.giveBack(['ann'], 'right');
      await ledger.giveBack(['ann'], 'refused before it was counted');
      expect(await tryAt(1_000)).toBe(0);
      expect(await tryAt(1_000)).toBeGreaterThan(0);
    });

    it('takes nothing back from the window after that of the try', async () => {
      await judgedAt(1_000, 'late');
      for (let i = 0; i < 3; i++) expect(await tryAt(70_000)).toBe(0);
      await ledger.giveBack(['ann'], 'late');
      expect(await tryAt(70_000)).toBeGreaterThan(0);
    });

    it('asks for a moment while tries that are being judged fill the limit, and for the window once all were wrong', async () => {
      await tryAt(1_000);
      for (const id of ['a', 'b']) expect(await judgedAt(2_000, id)).toBe(0);
      expect([await tryAt(2_000), await judgedAt(2_000, 'c')]).toEqual([1_000, 1_000]);
      await ledger.keep(['ann'], 'a');
      expect(await tryAt(2_000)).toBe(1_000);
      expect(await ledger.lockedMs([{ key: 'ann', limit }], 2_000)).toBe(0);
      await ledger.keep(['ann'], 'b');
      expect(await tryAt(2_000)).toBe(60_000);
      expect(await ledger.lockedMs([{ key: 'ann', limit }], 2_000)).toBe(60_000);
      await ledger.giveBack(['ann'], 'b');
      expect(await tryAt(2_000)).toBe(60_000);
    });

    it('lets no more through than are being judged at the same time, whom it asks for a moment', async () => {
      const ids = Array.from({ length: 12 }, (_, i) => `try ${i}`);
      const answers = await Promise.all(ids.map((id) => judgedAt(1_000, id)));
      expect(answers.filter((waitMs) => waitMs === 0)).toHaveLength(3);
      expect(answers.filter((waitMs) => waitMs === 1_000)).toHaveLength(9);
    });

    it('takes tries for wrong that nobody has judged for a minute', async () => {
      const long = [{ key: 'ann', limit: { attemptsMax: 3, windowMs: 900_000 } }];
      for (const id of ['a', 'b', 'c']) await ledger.count(long, 1_000, id);
      expect(await ledger.count(long, 60_000)).toBe(1_000);
      expect(await ledger.count(long, 61_000)).toBe(840_000);
    });

    it('forgets the keys that begin alike, letter for letter', async () => {
      for (const key of ['a%b/1', 'a%b/2', 'axb/1']) for (let i = 0; i < 3; i++) await tryAt(1_000, key);
      await ledger.clearBeginningWith('a%b/');
      expect([await tryAt(1_000, 'a%b/1'), await tryAt(1_000, 'a%b/2')]).toEqual([0, 0]);
      expect(await tryAt(1_000, 'axb/1')).toBeGreaterThan(0);
    });

    it('keeps running locks when it removes what has run out', async () => {
      for (let i = 0; i < 3; i++) await tryAt(1_000);
      await tryAt(30_000, 'bob');
      await ledger.removeExpired(50_000);
      expect(await tryAt(50_000)).toBe(11_000);
    });
  });
}
