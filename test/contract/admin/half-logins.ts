// What every store of half log-ins promises.

import { beforeEach, describe, expect, it } from '@jest/globals';
import {
  halfLoginsPerAccountMax,
  type HalfLogin,
  type HalfLogins,
} from '#ports/admin/sign-in/half-logins.js';
import type { StoreContracts } from '../../support/admin/store-contracts.js';
import { account } from './account-store.js';

export const contracts: StoreContracts = {
  halfLogins: (name, stage) =>
    testHalfLogins(name, async () => {
      const { stores } = await stage();
      const [ann, bob] = [account({ name: 'Ann' }), account({ name: 'Bob' })];
      for (const one of [ann, bob]) await stores.accounts.add(one);
      return { store: stores.halfLogins, accountIds: [ann.id, bob.id] };
    }),
};

function testHalfLogins(
  name: string,
  make: () => Promise<{ store: HalfLogins; accountIds: readonly [string, string] }>,
): void {
  describe(`${name} as a store of half log-ins`, () => {
    let store: HalfLogins;
    let ann: string;
    let bob: string;
    beforeEach(async () => {
      ({
        store,
        accountIds: [ann, bob],
      } = await make());
    });

    const half = (tokenDigest: string, accountId: string, at = 1_000_000): HalfLogin => ({
      ...{ tokenDigest, accountId, passwordMark: 'a mark', createdAtUnixMs: at },
    });

    it('gives back what was added, and nothing for another digest', async () => {
      await store.add(half('a', ann));
      expect(await store.find('a')).toEqual(half('a', ann));
      expect(await store.find('b')).toBeUndefined();
    });

    it('is removed once, whoever tries at the same time', async () => {
      await store.add(half('a', ann));
      const removed = await Promise.all([store.remove('a'), store.remove('a'), store.remove('a')]);
      expect(removed.filter(Boolean)).toHaveLength(1);
      expect(await store.find('a')).toBeUndefined();
    });

    it('ends with those of its account, and others stay', async () => {
      for (const digest of ['a', 'b']) await store.add(half(digest, ann));
      await store.add(half('c', bob));
      await store.removeOfAccount(ann);
      expect([await store.find('a'), await store.find('b')]).toEqual([undefined, undefined]);
      expect(await store.find('c')).toBeDefined();
    });

    it('is forgotten when it is old', async () => {
      await store.add(half('old', ann, 1_000));
      await store.add(half('fresh', ann, 2_000));
      await store.removeCreatedBefore(2_000);
      expect([await store.find('old'), await store.find('fresh')]).toEqual([
        undefined,
        half('fresh', ann, 2_000),
      ]);
    });

    it('is one of the newest of its account', async () => {
      for (let i = 0; i <= halfLoginsPerAccountMax; i++) await store.add(half(`s${i}`, ann, 1_000 + i));
      expect(await store.find('s0')).toBeUndefined();
      expect(await store.find('s1')).toBeDefined();
    });
  });
}
