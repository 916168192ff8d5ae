// What every session store promises. `accountIds` are accounts that exist.

import { beforeEach, describe, expect, it } from '@jest/globals';
import {
  sessionsPerAccountMax,
  type AdminSession,
  type SessionStore,
} from '#ports/admin/sign-in/session-store.js';
import type { StoreContracts } from '../../support/admin/store-contracts.js';
import { account } from './account-store.js';

export const contracts: StoreContracts = {
  sessions: (name, stage) =>
    testSessionStore(name, async () => {
      const { stores } = await stage();
      const [ann, bob] = [account({ name: 'Ann' }), account({ name: 'Bob' })];
      for (const one of [ann, bob]) await stores.accounts.add(one);
      return { store: stores.sessions, accountIds: [ann.id, bob.id] };
    }),
};

function testSessionStore(
  name: string,
  make: () => Promise<{ store: SessionStore; accountIds: readonly [string, string] }>,
): void {
  describe(`${name} as a session store`, () => {
    let store: SessionStore;
    let ann: string;
    let bob: string;
    beforeEach(async () => {
      ({
        store,
        accountIds: [ann, bob],
      } = await make());
    });

    const session = (tokenDigest: string, accountId: string, at = 1_000_000): AdminSession => ({
      tokenDigest,
      accountId,
      createdAtUnixMs: at,
      lastSeenAtUnixMs: at,
      address: '127.0.0.1',
      userAgent: 'a browser',
    });

    it('gives back what was added, and nothing for another digest', async () => {
      await store.add(session('a', ann));
      expect(await store.find('a')).toEqual(session('a', ann));
      expect(await store.find('b')).toBeUndefined();
    });

    it('lists those of an account, the newest first', async () => {
      for (const [digest, at] of [
        ['a', 1_000],
        ['c', 3_000],
        ['b', 2_000],
      ] as const)
        await store.add(session(digest, ann, at));
      await store.add(session('d', bob));
      expect(await store.listOfAccount(ann)).toEqual([
        session('c', ann, 3_000),
        session('b', ann, 2_000),
        session('a', ann, 1_000),
      ]);
      await store.removeOfAccount(ann);
      expect(await store.listOfAccount(ann)).toEqual([]);
    });

    it('moves the last sign of use forward, never back', async () => {
      await store.add(session('a', ann));
      await store.touch('a', 2_000_000);
      await store.touch('a', 1_500_000);
      await store.touch('unknown', 2_000_000);
      expect((await store.find('a'))?.lastSeenAtUnixMs).toBe(2_000_000);
    });

    it('removes one, and says whether it was there', async () => {
      await store.add(session('a', ann));
      expect(await store.remove('a')).toBe(true);
      expect(await store.remove('a')).toBe(false);
      expect(await store.find('a')).toBeUndefined();
    });

    it('removes all of one account but the one to keep', async () => {
      for (const digest of ['a', 'b', 'c']) await store.add(session(digest, ann));
      await store.add(session('d', bob));
      expect(await store.removeOfAccount(ann, 'b')).toBe(2);
      expect(await store.find('a')).toBeUndefined();
      expect(await store.find('b')).toBeDefined();
      expect(await store.removeOfAccount(ann)).toBe(1);
      expect(await store.find('d')).toBeDefined();
    });

    it('removes what is too old or unused for too long', async () => {
      await store.add(session('old', ann, 1_000));
      await store.touch('old', 9_000);
      await store.add(session('unused', ann, 5_000));
      await store.add(session('fresh', ann, 8_000));
      expect(await store.removeExpired({ createdBeforeUnixMs: 2_000, seenBeforeUnixMs: 6_000 })).toBe(2);
      expect(await store.find('fresh')).toBeDefined();
    });

    it('keeps only the newest sessions of an account', async () => {
      for (let i = 0; i <= sessionsPerAccountMax; i++) await store.add(session(`s${i}`, ann, 1_000 + i));
      expect(await store.find('s0')).toBeUndefined();
      expect(await store.find('s1')).toBeDefined();
    });
  });
}
