// What every store of API keys promises.

import { randomUUID } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { apiKeysMax, endedApiKeysMax, type NewApiKey } from '#ports/admin/tokens/api-key-store.js';
import type { StoreContracts } from '../../support/admin/store-contracts.js';
import { account } from './account-store.js';

const hourMs = 3_600_000;

export const contracts: StoreContracts = {
  apiKeys: (name, stage) =>
    describe(`${name} as a store of API keys`, () => {
      const make = async () => {
        const { stores } = await stage();
        const [ann, bob] = [account({ name: 'Ann' }), account({ name: 'Bob' })];
        for (const one of [ann, bob]) await stores.accounts.add(one);
        const newKey = (part: Partial<NewApiKey> = {}): NewApiKey => ({
          ...{ id: randomUUID(), accountId: ann.id, label: 'nightly', permissions: ['players:read'] },
          ...{ tokenDigest: randomUUID().replaceAll('-', '').repeat(2), lifeMs: hourMs, ...part },
        });
        return { store: stores.apiKeys, newKey, ann: ann.id, bob: bob.id };
      };

      it('finds by its digest what can be used, as it was made', async () => {
        const { store, newKey, ann } = await make();
        const wish = newKey({ permissions: ['players:read', 'servers:read'] });
        const made = (await store.add(wish))!;
        const { lifeMs, ...kept } = wish;
        expect(made).toMatchObject({ ...kept, lastUsedAtUnixMs: undefined, revokedAtUnixMs: undefined });
        expect(made.expiresAtUnixMs - made.createdAtUnixMs).toBe(lifeMs);
        expect(await store.findLive(wish.tokenDigest)).toEqual(made);
        expect(await store.findLive('0'.repeat(64))).toBeUndefined();
        await store.noteUsed(made.id);
        const [used] = await store.listOf(ann);
        expect(used!.lastUsedAtUnixMs).toBeGreaterThanOrEqual(made.createdAtUnixMs);
      });

      it('keeps accounts apart, and lists the newest first', async () => {
        const { store, newKey, ann, bob } = await make();
        const [first, second] = [(await store.add(newKey()))!, (await store.add(newKey()))!];
        const other = (await store.add(newKey({ accountId: bob })))!;
        expect(await store.listOf(ann)).toEqual([second, first]);
        expect(await store.listOf(bob)).toEqual([other]);
        expect(await store.listLive()).toEqual([other, second, first]);
        expect(await store.revoke(first.id, bob)).toBeUndefined();
        expect(await store.findLive(first.tokenDigest)).toEqual(first);
      });

      it('revokes once, and one that ran out is none any more', async () => {
        const { store, newKey, ann } = await make();
        const made = (await store.add(newKey()))!;
        const over = (await store.add(newKey({ lifeMs: -1 })))!;
        const revoked = await Promise.all([store.revoke(made.id), store.revoke(made.id, ann)]);
        expect(revoked.filter((key) => key !== undefined)).toEqual([
          { ...made, revokedAtUnixMs: expect.any(Number) },
        ]);
        for (const { tokenDigest } of [made, over]) expect(await store.findLive(tokenDigest)).toBeUndefined();
        expect(await store.revoke(over.id)).toBeUndefined();
        expect(await store.listLive()).toEqual([]);
        expect((await store.listOf(ann)).map(({ id }) => id)).toEqual([over.id, made.id]);
      });

      it('revokes all of one account', async () => {
        const { store, newKey, ann, bob } = await make();
        for (let i = 0; i < 3; i++) await store.add(newKey());
        const other = (await store.add(newKey({ accountId: bob })))!;
        expect(await store.revokeAllOf(ann)).toHaveLength(3);
        expect(await store.revokeAllOf(ann)).toEqual([]);
        expect(await store.listLive()).toEqual([other]);
      });

      it('has room for so many of an account, however many are made at once', async () => {
        const { store, newKey, ann, bob } = await make();
        const made = await Promise.all(Array.from({ length: apiKeysMax + 3 }, () => store.add(newKey())));
        expect(made.filter((key) => key !== undefined)).toHaveLength(apiKeysMax);
        expect(await store.add(newKey({ accountId: bob }))).toBeDefined();
        await store.revoke((await store.listOf(ann))[0]!.id);
        expect(await store.add(newKey())).toBeDefined();
      });

      it('remembers so many of those that ended', async () => {
        const { store, newKey, ann } = await make();
        const made: string[] = [];
        for (let i = 0; i < endedApiKeysMax + 2; i++) {
          const { id } = (await store.add(newKey()))!;
          made.push(id);
          await store.revoke(id);
        }
        const { id } = (await store.add(newKey()))!;
        const listed = (await store.listOf(ann)).map((key) => key.id);
        expect(listed).toEqual([id, ...made.slice(-endedApiKeysMax).reverse()]);
      });

      it('forgets what ended long ago', async () => {
        const { store, newKey, ann } = await make();
        const made = (await store.add(newKey()))!;
        await store.add(newKey({ lifeMs: -2 * hourMs }));
        await store.removeEnded(hourMs);
        expect(await store.listOf(ann)).toEqual([made]);
        await store.revoke(made.id);
        await store.removeEnded(-1_000);
        expect(await store.listOf(ann)).toEqual([]);
      });
    }),
};
