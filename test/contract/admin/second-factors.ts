// What every store of second factors promises.

import { beforeEach, describe, expect, it } from '@jest/globals';
import type { SecondFactor, SecondFactors } from '#ports/admin/sign-in/second-factors.js';
import type { StoreContracts } from '../../support/admin/store-contracts.js';
import { account } from './account-store.js';

export const contracts: StoreContracts = {
  secondFactors: (name, stage) =>
    testSecondFactors(name, async () => {
      const { stores } = await stage();
      const [ann, bob] = [account({ name: 'Ann' }), account({ name: 'Bob' })];
      for (const one of [ann, bob]) await stores.accounts.add(one);
      return { store: stores.secondFactors, accountIds: [ann.id, bob.id] };
    }),
};

function testSecondFactors(
  name: string,
  make: () => Promise<{ store: SecondFactors; accountIds: readonly [string, string] }>,
): void {
  describe(`${name} as a store of second factors`, () => {
    let store: SecondFactors;
    let ann: string;
    let bob: string;
    beforeEach(async () => {
      ({
        store,
        accountIds: [ann, bob],
      } = await make());
    });

    const factor = (accountId: string, sealedSecret = 'sealed', lastStep = 7): SecondFactor => ({
      ...{ accountId, sealedSecret, sinceUnixMs: 1_700_000_000_123, lastStep },
    });
    const enrol = async (accountId: string, digests = ['x', 'y'], sealedSecret = 'sealed') => {
      await store.propose(accountId, { sealedSecret, atUnixMs: 1_000 });
      return store.confirm(factor(accountId, sealedSecret), digests);
    };

    it('has none of an account at first', async () => {
      expect(await store.find(ann)).toBeUndefined();
      expect(await store.findProposed(ann)).toBeUndefined();
      expect(await store.countRecoveryCodes(ann)).toBe(0);
      expect(await store.list()).toEqual([]);
    });

    it('remembers the newest that was proposed, which is not in force', async () => {
      await store.propose(ann, { sealedSecret: 'first', atUnixMs: 1_000 });
      await store.propose(ann, { sealedSecret: 'second', atUnixMs: 2_000 });
      expect(await store.findProposed(ann)).toEqual({ sealedSecret: 'second', atUnixMs: 2_000 });
      expect(await store.find(ann)).toBeUndefined();
    });

    it('brings the proposed one in force once, with its recovery codes', async () => {
      await store.propose(ann, { sealedSecret: 'sealed', atUnixMs: 1_000 });
      const confirmed = await Promise.all(
        [['x', 'y'], ['z']].map((digests) => store.confirm(factor(ann), digests)),
      );
      expect(confirmed.filter(Boolean)).toHaveLength(1);
      expect(await store.find(ann)).toEqual(factor(ann));
      expect(await store.list()).toEqual([factor(ann)]);
      expect(await store.findProposed(ann)).toBeUndefined();
      expect(await store.countRecoveryCodes(ann)).toBe(confirmed[0] ? 2 : 1);
    });

    it('changes nothing when another secret is proposed by now', async () => {
      await store.propose(ann, { sealedSecret: 'another', atUnixMs: 1_000 });
      expect(await store.confirm(factor(ann), ['x'])).toBe(false);
      expect(await store.find(ann)).toBeUndefined();
      expect(await store.countRecoveryCodes(ann)).toBe(0);
    });

    it('keeps what is in force while another is proposed, and then has that one alone', async () => {
      await enrol(ann);
      await store.propose(ann, { sealedSecret: 'newer', atUnixMs: 1_000 });
      expect(await store.find(ann)).toEqual(factor(ann));
      expect(await store.confirm(factor(ann, 'newer'), ['z'])).toBe(true);
      expect(await store.find(ann)).toEqual(factor(ann, 'newer'));
      expect(await store.useRecoveryCode(ann, 'x')).toBe(false);
      expect(await store.useRecoveryCode(ann, 'z')).toBe(true);
    });

    it('lets each step be used once, whoever tries at the same time, and none before it', async () => {
      await enrol(ann);
      const used = await Promise.all([8, 8, 8].map((step) => store.useStep(factor(ann), step)));
      expect(used.filter(Boolean)).toHaveLength(1);
      expect(await store.useStep(factor(ann), 7)).toBe(false);
      expect(await store.useStep(factor(ann), 9)).toBe(true);
      expect((await store.find(ann))?.lastStep).toBe(9);
      expect(await store.useStep(factor(ann, 'another secret'), 10)).toBe(false);
      expect(await store.useStep(factor(bob), 10)).toBe(false);
    });

    it('lets each recovery code be used once, by its own account', async () => {
      await enrol(ann);
      await enrol(bob, ['b']);
      expect(await store.useRecoveryCode(bob, 'x')).toBe(false);
      const used = await Promise.all([1, 2, 3].map(() => store.useRecoveryCode(ann, 'x')));
      expect(used.filter(Boolean)).toHaveLength(1);
      expect([await store.countRecoveryCodes(ann), await store.countRecoveryCodes(bob)]).toEqual([1, 1]);
    });

    it('has new recovery codes in place of those that are left, for who has a second factor', async () => {
      await enrol(ann);
      expect(await store.renewRecoveryCodes(ann, ['n1', 'n2', 'n3'])).toBe(true);
      expect(await store.countRecoveryCodes(ann)).toBe(3);
      expect(await store.useRecoveryCode(ann, 'x')).toBe(false);
      expect(await store.renewRecoveryCodes(bob, ['n1'])).toBe(false);
      expect(await store.countRecoveryCodes(bob)).toBe(0);
    });

    it('removes all of one account, and says whether it had one', async () => {
      await enrol(ann);
      await enrol(bob);
      await store.propose(ann, { sealedSecret: 'newer', atUnixMs: 1_000 });
      expect(await store.remove(ann)).toBe(true);
      expect(await store.remove(ann)).toBe(false);
      expect(await store.findProposed(ann)).toBeUndefined();
      expect(await store.countRecoveryCodes(ann)).toBe(0);
      expect(await store.find(bob)).toEqual(factor(bob));
    });

    it('demands one of roles, and says whether that changed anything', async () => {
      expect(await store.demand('viewer', false)).toBe(false);
      expect([await store.demand('viewer', true), await store.demand('viewer', true)]).toEqual([true, false]);
      expect(await store.listDemands()).toEqual(new Set(['viewer']));
      await enrol(ann);
      expect(await store.isDue({ id: ann, role: 'viewer' })).toBe(false);
      expect(await store.isDue({ id: bob, role: 'viewer' })).toBe(true);
      expect(await store.isDue({ id: bob, role: 'admin' })).toBe(false);
      expect(await store.demand('viewer', false)).toBe(true);
      expect(await store.isDue({ id: bob, role: 'viewer' })).toBe(false);
    });
  });
}
