// What every store of known origins promises. `accountIds` are accounts that exist.

import { beforeEach, describe, expect, it } from '@jest/globals';
import { knownOriginsPerAccountMax, type KnownOrigins } from '#ports/admin/sign-in/known-origins.js';
import type { StoreContracts } from '../../support/admin/store-contracts.js';
import { account } from './account-store.js';

export const contracts: StoreContracts = {
  knownOrigins: (name, stage) =>
    testKnownOrigins(name, async () => {
      const { stores } = await stage();
      const [ann, bob] = [account({ name: 'Ann' }), account({ name: 'Bob' })];
      for (const one of [ann, bob]) await stores.accounts.add(one);
      return { store: stores.knownOrigins, accountIds: [ann.id, bob.id] };
    }),
};

function testKnownOrigins(
  name: string,
  make: () => Promise<{ store: KnownOrigins; accountIds: readonly [string, string] }>,
): void {
  describe(`${name} as a store of known origins`, () => {
    let store: KnownOrigins;
    let ann: string;
    let bob: string;
    beforeEach(async () => {
      ({
        store,
        accountIds: [ann, bob],
      } = await make());
    });

    const known = async (accountId: string, marks: string[], since = 0) =>
      [...(await store.among(accountId, marks, since))].sort();

    it('knows what was remembered, of that account alone', async () => {
      await store.remember(ann, ['browser', 'network'], 1_000);
      expect(await known(ann, ['network', 'browser', 'other'])).toEqual(['browser', 'network']);
      expect(await known(bob, ['browser'])).toEqual([]);
      expect(await known(ann, [])).toEqual([]);
    });

    it('knows it since the last use', async () => {
      await store.remember(ann, ['browser', 'network'], 1_000);
      await store.remember(ann, ['browser'], 2_000);
      expect(await known(ann, ['browser', 'network'], 2_000)).toEqual(['browser']);
      await store.removeUnusedSince(2_000);
      expect(await known(ann, ['browser', 'network'])).toEqual(['browser']);
    });

    it('keeps the newest of an account', async () => {
      await store.remember(bob, ['browser'], 1);
      for (let i = 0; i <= knownOriginsPerAccountMax; i++) await store.remember(ann, [`m${i}`], 1_000 + i);
      expect(await known(ann, ['m0', 'm1'])).toEqual(['m1']);
      expect(await known(bob, ['browser'])).toEqual(['browser']);
    });

    it('forgets those of one account', async () => {
      await store.remember(ann, ['browser'], 1_000);
      await store.remember(bob, ['browser'], 1_000);
      await store.forgetAllOf(ann);
      expect(await known(ann, ['browser'])).toEqual([]);
      expect(await known(bob, ['browser'])).toEqual(['browser']);
    });

    it('takes simultaneous log-ins', async () => {
      const marks = ['browser', 'network'];
      await Promise.all([marks, marks.toReversed(), marks].map((one) => store.remember(ann, one, 1_000)));
      expect(await known(ann, marks)).toEqual(marks);
    });
  });
}
