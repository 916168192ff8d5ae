// What every account store promises.

import { beforeEach, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type { Account, AccountStore } from '#ports/admin/accounts/account-store.js';
import { customRolesMax, type CustomRole } from '#ports/admin/accounts/role.js';
import type { StoreContracts } from '../../support/admin/store-contracts.js';

export const contracts: StoreContracts = {
  accounts: (name, stage) => testAccountStore(name, async () => (await stage()).stores.accounts),
};

function testAccountStore(name: string, make: () => Promise<AccountStore>): void {
  describe(`${name} as an account store`, () => {
    let store: AccountStore;
    beforeEach(async () => {
      store = await make();
    });

    it('gives back what was added', async () => {
      const ann = account({ name: 'Ann' });
      expect(await store.add(ann)).toBe('added');
      expect(await store.find(ann.id)).toEqual(ann);
    });

    it('finds by name without regard to case', async () => {
      const ann = account({ name: 'Ann' });
      await store.add(ann);
      expect(await store.findByName('aNN')).toEqual(ann);
    });

    it('answers undefined for an unknown id and name', async () => {
      expect(await store.find(randomUUID())).toBeUndefined();
      expect(await store.findByName('nobody')).toBeUndefined();
    });

    it('refuses a name that differs only in case', async () => {
      await store.add(account({ name: 'Ann' }));
      expect(await store.add(account({ name: 'ann' }))).toBe('name-taken');
      expect(await store.list()).toHaveLength(1);
    });

    it('lists by name without regard to case', async () => {
      for (const name of ['bob', 'Ann', 'Cid']) await store.add(account({ name }));
      expect((await store.list()).map((one) => one.name)).toEqual(['Ann', 'bob', 'Cid']);
    });

    it('adds a first account once, whoever tries at the same time', async () => {
      const tries = ['owner-a', 'owner-b', 'owner-c'].map((name) =>
        store.addFirst(account({ name, role: 'owner' })),
      );
      expect((await Promise.all(tries)).filter(Boolean)).toHaveLength(1);
      expect(await store.list()).toHaveLength(1);
    });

    it('changes role and access, and nothing else', async () => {
      const ann = account({ name: 'Ann', role: 'viewer' });
      await store.add(ann);
      const changed = { ...ann, role: 'moderator' as const, disabled: true };
      expect(await store.change(ann.id, { role: 'moderator', disabled: true })).toEqual(changed);
      expect(await store.find(ann.id)).toEqual(changed);
    });

    it('answers unknown-account for a change to nobody', async () => {
      expect(await store.change(randomUUID(), { disabled: true })).toBe('unknown-account');
    });

    it('keeps the last enabled owner', async () => {
      const ann = account({ name: 'Ann', role: 'owner' });
      await store.add(ann);
      await store.add(account({ name: 'Bob', role: 'owner', disabled: true }));
      expect(await store.change(ann.id, { role: 'admin' })).toBe('last-owner');
      expect(await store.change(ann.id, { disabled: true })).toBe('last-owner');
      expect(await store.find(ann.id)).toEqual(ann);
    });

    it('keeps one of two owners who resign at the same time', async () => {
      const owners = [account({ name: 'Ann', role: 'owner' }), account({ name: 'Bob', role: 'owner' })];
      for (const owner of owners) await store.add(owner);
      await Promise.all(owners.map(({ id }) => store.change(id, { role: 'viewer' })));
      expect((await store.list()).filter(({ role }) => role === 'owner')).toHaveLength(1);
    });

    it('stores a new password hash and the time of a login', async () => {
      const ann = account({ name: 'Ann' });
      await store.add(ann);
      expect(await store.renewPasswordHash(ann.id, ann.passwordHash, 'another hash')).toBe(true);
      await store.noteLogin(ann.id, 1_700_000_000_123);
      expect(await store.find(ann.id)).toEqual({
        ...ann,
        passwordHash: 'another hash',
        lastLoginAtUnixMs: 1_700_000_000_123,
      });
    });

    it('stores a new password, and whether it is to be changed, which a new hash of it does not touch', async () => {
      const ann = account({ name: 'Ann' });
      await store.add(ann);
      expect(await store.setPassword(ann.id, 'a first hash', true)).toBe(true);
      await store.renewPasswordHash(ann.id, 'a first hash', 'the first hash anew');
      const due = { ...ann, passwordHash: 'the first hash anew', passwordChangeDue: true };
      expect(await store.find(ann.id)).toEqual(due);
      await store.setPassword(ann.id, 'an own hash', false);
      expect(await store.find(ann.id)).toEqual({ ...ann, passwordHash: 'an own hash' });
    });

    it('replaces a hash that was judged, and none that came in its place', async () => {
      const ann = account({ name: 'Ann' });
      await store.add(ann);
      expect(await store.setPassword(ann.id, 'a new hash', false, ann.passwordHash)).toBe(true);
      expect(await store.setPassword(ann.id, 'too late', true, ann.passwordHash)).toBe(false);
      expect(await store.renewPasswordHash(ann.id, ann.passwordHash, 'the old one anew')).toBe(false);
      expect(await store.setPassword(randomUUID(), 'of nobody', true)).toBe(false);
      expect(await store.find(ann.id)).toEqual({ ...ann, passwordHash: 'a new hash' });
    });

    it('lets one of two replace the same hash at the same time', async () => {
      const ann = account({ name: 'Ann' });
      await store.add(ann);
      const both = ['one', 'other'].map((hash) => store.setPassword(ann.id, hash, false, ann.passwordHash));
      expect((await Promise.all(both)).filter((isSet) => isSet)).toHaveLength(1);
    });

    describe('with roles that were made', () => {
      const watch: CustomRole = { name: 'watch', means: 'At night', permissions: ['players:kick'] };

      it('lists them by name, and takes each name once, those of the four never', async () => {
        expect(await store.addRole(watch)).toBe('added');
        expect(await store.addRole({ ...watch, name: 'desk' })).toBe('added');
        expect(await store.addRole({ ...watch, means: 'again' })).toBe('role-name-taken');
        expect(await store.addRole({ ...watch, name: 'viewer' })).toBe('role-name-taken');
        expect(await store.customRoles()).toEqual([{ ...watch, name: 'desk' }, watch]);
      });

      it('says of an account what its role may do, as it is now', async () => {
        await store.addRole(watch);
        const ann = account({ name: 'Ann', role: 'watch' });
        expect(await store.add(ann)).toBe('added');
        const held = { ...ann, customPermissions: watch.permissions };
        expect([await store.find(ann.id), await store.findByName('ann')]).toEqual([held, held]);
        const changed = { ...watch, means: 'By day', permissions: ['players:mute', 'players:read'] };
        expect(await store.changeRole(changed)).toEqual(watch);
        expect(await store.customRoles()).toEqual([changed]);
        expect(await store.list()).toEqual([{ ...ann, customPermissions: changed.permissions }]);
        expect(await store.change(ann.id, { role: 'viewer' })).toEqual({ ...ann, role: 'viewer' });
        expect(await store.find(ann.id)).toEqual({ ...ann, role: 'viewer' });
        expect(await store.change(ann.id, { role: 'watch' })).toMatchObject({
          customPermissions: changed.permissions,
        });
      });

      it('changes one only while it is as it was seen, whoever races for it', async () => {
        await store.addRole(watch);
        const [one, other] = ['one', 'other'].map((means) => ({ ...watch, means }));
        const answers = await Promise.all([store.changeRole(one!, watch), store.changeRole(other!, watch)]);
        expect(answers.filter((answer) => answer === 'role-changed')).toHaveLength(1);
        const [now] = await store.customRoles();
        expect([one, other][answers.indexOf('role-changed') === 0 ? 1 : 0]).toEqual(now);
        const more = { ...now!, permissions: ['players:read', 'players:kick'] };
        expect(await store.changeRole(more, { ...now!, permissions: [] })).toBe('role-changed');
        expect(await store.changeRole(more, now)).toEqual(now);
        const inAnotherOrder = { ...more, permissions: more.permissions.toReversed() };
        expect(await store.changeRole(watch, inAnotherOrder)).toEqual(more);
      });

      it('changes an account only while it holds, and will hold, what was judged', async () => {
        await store.addRole(watch);
        const more = { ...watch, permissions: ['players:erase'] };
        const ann = account({ name: 'Ann', role: 'watch' });
        await store.add(ann);
        const held = (await store.find(ann.id))!;
        const suspend = { disabled: true };
        const viewer = { role: 'viewer' };
        await store.changeRole(more);
        expect(await store.change(ann.id, suspend, { before: held, after: held })).toBe('role-changed');
        expect(await store.change(ann.id, viewer, { before: held, after: viewer })).toBe('role-changed');
        await store.change(ann.id, { role: 'admin' });
        expect(await store.change(ann.id, viewer, { before: held, after: viewer })).toBe('role-changed');
        const admin = (await store.find(ann.id))!;
        const given = { role: 'watch', customPermissions: watch.permissions };
        expect(await store.change(ann.id, given, { before: admin, after: given })).toBe('role-changed');
        expect(await store.find(ann.id)).toEqual(admin);
        const now = { role: 'watch', customPermissions: more.permissions };
        expect(await store.change(ann.id, { role: 'watch' }, { before: admin, after: now })).toMatchObject(
          now,
        );
        await store.changeRole({ ...more, means: 'By day' });
        expect(await store.change(ann.id, suspend, { before: now, after: now })).toMatchObject(suspend);
      });

      it('adds an account, and resets a password, only while its role holds what was judged', async () => {
        await store.addRole(watch);
        const ann = account({ name: 'Ann', role: 'watch' });
        const judged = { role: 'watch', customPermissions: watch.permissions };
        await store.changeRole({ ...watch, permissions: ['players:erase'] });
        expect(await store.add(ann, judged)).toBe('role-changed');
        expect(await store.list()).toEqual([]);
        const now = { role: 'watch', customPermissions: ['players:erase'] };
        expect(await store.add(ann, now)).toBe('added');
        for (const other of [judged, { role: 'viewer' }])
          expect(await store.resetPassword(ann.id, 'a first hash', other)).toBe('role-changed');
        expect(await store.find(ann.id)).toEqual({ ...ann, ...now });
        expect(await store.resetPassword(ann.id, 'a first hash', now)).toBe('reset');
        const reset = { ...ann, ...now, passwordHash: 'a first hash', passwordChangeDue: true };
        expect(await store.find(ann.id)).toEqual(reset);
        expect(await store.resetPassword(randomUUID(), 'of nobody', now)).toBe('unknown-account');
      });

      it('gives no account a role that is not there', async () => {
        const ann = account({ name: 'Ann' });
        expect(await store.add({ ...ann, role: 'watch' })).toBe('unknown-role');
        expect(await store.list()).toEqual([]);
        await store.add(ann);
        expect(await store.change(ann.id, { role: 'watch', disabled: true })).toBe('unknown-role');
        expect(await store.find(ann.id)).toEqual(ann);
        expect(await store.changeRole(watch)).toBe('unknown-role');
        expect(await store.removeRole('watch')).toBe('unknown-role');
        expect(await store.removeRole('viewer')).toBe('unknown-role');
      });

      it('removes one that nobody holds, disabled accounts counted', async () => {
        await store.addRole(watch);
        const ann = account({ name: 'Ann', role: 'watch', disabled: true });
        await store.add(ann);
        expect(await store.removeRole('watch')).toBe('role-in-use');
        await store.change(ann.id, { role: 'viewer' });
        expect(await store.removeRole('watch', { ...watch, permissions: [] })).toBe('role-changed');
        expect(await store.customRoles()).toEqual([watch]);
        expect(await store.removeRole('watch', watch)).toEqual(watch);
        expect(await store.customRoles()).toEqual([]);
      });

      it('leaves nobody with a role that is removed at the same time', async () => {
        await store.addRole(watch);
        const ann = account({ name: 'Ann' });
        await store.add(ann);
        await Promise.all([store.change(ann.id, { role: 'watch' }), store.removeRole('watch')]);
        const there = (await store.customRoles()).map(({ name }) => name);
        expect(['viewer', ...there]).toContain((await store.find(ann.id))!.role);
      });

      it('keeps 50 of them', async () => {
        for (let made = 0; made < customRolesMax; made++)
          expect(await store.addRole({ ...watch, name: `role-${made}` })).toBe('added');
        expect(await store.addRole(watch)).toBe('too-many-roles');
        expect(await store.customRoles()).toHaveLength(customRolesMax);
      });
    });
  });
}

export function account(part: Partial<Account> & { name: string }): Account {
  return {
    id: randomUUID(),
    role: 'viewer',
    disabled: false,
    passwordHash: 'a hash',
    passwordChangeDue: false,
    createdAtUnixMs: 1_700_000_000_000,
    lastLoginAtUnixMs: undefined,
    ...part,
  };
}
