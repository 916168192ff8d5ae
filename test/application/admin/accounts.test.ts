// Accounts: who may give what to whom, and what a change does to sessions. Passwords: which are accepted.

import { describe, expect, it, jest } from '@jest/globals';
import { changeAccount } from '#application/admin/change-account.js';
import { changePassword } from '#application/admin/change-password.js';
import { createAccount } from '#application/admin/create-account.js';
import { logIn } from '#application/admin/log-in.js';
import { findPasswordFault } from '#application/admin/password-policy.js';
import { mayDo, mayGrant, permissions, permissionsOf } from '#application/admin/permissions.js';
import { type PendingPassword, prepareFirstOwner } from '#application/admin/prepare-first-start.js';
import { resetOwnerPassword } from '#application/admin/reset-owner-password.js';
import { roles } from '#ports/role.js';
import { AdminWorld, goodPassword, someOrigin } from '../../support/admin-world.js';

describe('roles', () => {
  it('hold all permissions as owner, and each at least those of a viewer', () => {
    expect([...permissionsOf('owner')].sort()).toEqual([...permissions].sort());
    for (const role of roles) {
      for (const permission of permissionsOf('viewer')) expect(mayDo(role, permission)).toBe(true);
    }
  });

  it('leave accounts to owners and the audit log to owners and admins', () => {
    expect(roles.filter((role) => mayDo(role, 'accounts:manage'))).toEqual(['owner']);
    expect(roles.filter((role) => mayDo(role, 'audit:read'))).toEqual(['owner', 'admin']);
  });

  it('are granted only by who holds as much', () => {
    for (const role of roles) {
      expect(mayGrant('owner', role)).toBe(true);
      expect(mayGrant(role, role)).toBe(true);
    }
    expect(mayGrant('viewer', 'admin')).toBe(false);
    expect(mayGrant('admin', 'owner')).toBe(false);
  });
});

describe('creating an account', () => {
  it('gives a password that logs in', async () => {
    const world = new AdminWorld();
    const owner = await world.caller('owner');
    const result = await createAccount(world.ports, owner, { name: 'Ann', role: 'admin' });
    if (!result.ok) throw new Error(result.reason);
    const { password } = result;
    expect(await logIn(world.ports, { name: 'ann', password }, someOrigin)).toMatchObject({ ok: true });
    expect(await world.auditActions()).toContain('account.create done');
  });

  it('is refused for more than the creator holds, which the audit log shows', async () => {
    const world = new AdminWorld();
    const admin = await world.caller('admin');
    const result = await createAccount(world.ports, admin, { name: 'Ann', role: 'owner' });
    expect(result).toEqual({ ok: false, reason: 'role-above-own' });
    expect(await world.auditActions()).toEqual(['account.create refused']);
  });

  it('is refused for a taken name', async () => {
    const world = new AdminWorld();
    const owner = await world.caller('owner', 'Ann');
    const result = await createAccount(world.ports, owner, { name: 'ann', role: 'viewer' });
    expect(result).toEqual({ ok: false, reason: 'name-taken' });
  });
});

describe('changing an account', () => {
  it('ends its sessions and streams, and writes down before and after', async () => {
    const world = new AdminWorld();
    const owner = await world.caller('owner');
    const ann = await world.addAccount('ann', 'admin');
    const login = await logIn(world.ports, { name: 'ann', password: goodPassword }, someOrigin);
    if (!login.ok) throw new Error(login.reason);
    expect(await changeAccount(world.ports, owner, ann.id, { role: 'viewer' })).toMatchObject({ ok: true });
    expect(await world.ports.sessions.find(world.ports.mint.digest(login.token))).toBeUndefined();
    expect(world.feed.ended).toEqual([ann.id]);
    const [entry] = await world.ports.audit.page({ limit: 1 });
    expect(entry).toMatchObject({
      actorName: 'owner',
      action: 'account.change',
      target: `account:${ann.id}`,
      details: { before: { role: 'admin', disabled: false }, after: { role: 'viewer', disabled: false } },
    });
  });

  it('is refused for the last owner', async () => {
    const world = new AdminWorld();
    const owner = await world.caller('owner');
    const result = await changeAccount(world.ports, owner, owner.account.id, { disabled: true });
    expect(result).toEqual({ ok: false, reason: 'last-owner' });
  });

  it('is refused to who holds less than the account', async () => {
    const world = new AdminWorld();
    const owner = await world.addAccount('boss', 'owner');
    const admin = await world.caller('admin');
    const result = await changeAccount(world.ports, admin, owner.id, { role: 'viewer' });
    expect(result).toEqual({ ok: false, reason: 'role-above-own' });
  });
});

describe('changing the own password', () => {
  const newPassword = 'another long enough phrase';

  it('ends all other sessions and keeps the one in use', async () => {
    const world = new AdminWorld();
    const ann = await world.caller('viewer', 'ann');
    for (let i = 0; i < 2; i++) await logIn(world.ports, { name: 'ann', password: goodPassword }, someOrigin);
    const change = { currentPassword: goodPassword, newPassword };
    expect(await changePassword(world.ports, ann, change)).toEqual({ ok: true });
    expect(await world.ports.sessions.removeOfAccount(ann.account.id)).toBe(0);
    expect(world.feed.ended).toEqual([`${ann.account.id} but ${ann.tokenDigest}`]);
    const login = await logIn(world.ports, { name: 'ann', password: newPassword }, someOrigin);
    expect(login).toMatchObject({ ok: true });
  });

  it('counts wrong current passwords like failed logins', async () => {
    const world = new AdminWorld();
    const ann = await world.caller('viewer', 'ann');
    const change = { currentPassword: 'a guess', newPassword };
    for (let i = 0; i < 5; i++) {
      expect(await changePassword(world.ports, ann, change)).toEqual({ ok: false, reason: 'wrong-password' });
    }
    expect(await changePassword(world.ports, ann, change)).toMatchObject({ reason: 'locked-out' });
  });
});

describe('a new password', () => {
  it('needs 15 characters, of whatever kind', () => {
    expect(findPasswordFault('fourteen chars', 'ann')).toBe('password-too-short');
    expect(findPasswordFault('fifteen letters', 'ann')).toBeUndefined();
    expect(findPasswordFault('💎🐉🗡️🛡️🏹'.repeat(2), 'ann')).toBe('password-too-short');
  });

  it('has at most 256 characters', () => {
    expect(findPasswordFault('abcdefgh'.repeat(32), 'ann')).toBeUndefined();
    expect(findPasswordFault(`${'abcdefgh'.repeat(32)}i`, 'ann')).toBe('password-too-long');
  });

  it('is not one letter again and again, nor the name', () => {
    expect(findPasswordFault('aaaaaaaaaaaaaaaaaaaa', 'ann')).toBe('password-too-simple');
    expect(findPasswordFault('OwnerOwnerOwner1', 'owner')).toBe('password-too-simple');
  });
});

class PasswordPlace implements PendingPassword {
  kept: string | undefined;
  read = async (): Promise<string | undefined> => this.kept;
  keep = async (password: string): Promise<void> => void (this.kept = password);
  forget = async (): Promise<void> => void (this.kept = undefined);
}

describe('the first start', () => {
  it('creates the owner once, and tells the same password at each start until somebody has logged in', async () => {
    const world = new AdminWorld();
    const place = new PasswordPlace();
    const first = await prepareFirstOwner(world.ports, place);
    expect(first).toEqual({ kind: 'pending', password: expect.any(String) });
    expect(await prepareFirstOwner(world.ports, place)).toEqual(first);
    const credentials = { name: 'owner', password: (first as { password: string }).password };
    expect(await logIn(world.ports, credentials, someOrigin)).toMatchObject({
      ok: true,
      account: { role: 'owner' },
    });
    expect(await prepareFirstOwner(world.ports, place)).toEqual({ kind: 'settled' });
    expect(place.kept).toBeUndefined();
  });

  it.each(['keep', 'hash', 'addFirst'] as const)('can be repeated after it failed at %s', async (step) => {
    const world = new AdminWorld();
    const place = new PasswordPlace();
    const parts: Record<typeof step, object> = {
      ...{ keep: place, hash: world.ports.hasher, addFirst: world.ports.accounts },
    };
    const broken = jest
      .spyOn(parts[step] as Record<string, () => Promise<never>>, step)
      .mockRejectedValue(new Error('cut short') as never);
    await expect(prepareFirstOwner(world.ports, place)).rejects.toThrow('cut short');
    broken.mockRestore();
    const told = await prepareFirstOwner(world.ports, place);
    const credentials = { name: 'owner', password: (told as { password: string }).password };
    expect(await logIn(world.ports, credentials, someOrigin)).toMatchObject({ ok: true });
  });

  it('says so when nobody has logged in and the password is not here, and makes no other', async () => {
    const world = new AdminWorld();
    const first = await prepareFirstOwner(world.ports, new PasswordPlace());
    // Another replica of the API, or the same one after its data folder was lost.
    const place = new PasswordPlace();
    expect(await prepareFirstOwner(world.ports, place)).toEqual({ kind: 'lost' });
    place.kept = 'of another database';
    expect(await prepareFirstOwner(world.ports, place)).toEqual({ kind: 'lost' });
    expect(place.kept).toBeUndefined();
    const credentials = { name: 'owner', password: (first as { password: string }).password };
    expect(await logIn(world.ports, credentials, someOrigin)).toMatchObject({ ok: true });
  });

  it('of two at once makes one owner, and the other one forgets its password', async () => {
    const world = new AdminWorld();
    const places = [new PasswordPlace(), new PasswordPlace()];
    const told = await Promise.all(places.map((place) => prepareFirstOwner(world.ports, place)));
    expect(told.map(({ kind }) => kind).sort()).toEqual(['lost', 'pending']);
    expect(places.filter(({ kept }) => kept !== undefined)).toHaveLength(1);
  });
});

describe('resetting the owner', () => {
  it('gives a new password, ends sessions and lifts the lock of the account', async () => {
    const world = new AdminWorld();
    await prepareFirstOwner(world.ports, new PasswordPlace());
    const { id } = (await world.ports.accounts.findByName('owner'))!;
    for (let i = 0; i < 50; i++) {
      const origin = { ...someOrigin, address: `198.51.100.${i}` };
      await logIn(world.ports, { name: 'owner', password: 'a guess' }, origin);
    }
    const reset = await resetOwnerPassword(world.ports);
    expect(reset).toEqual({ name: 'owner', password: expect.any(String) });
    expect(await logIn(world.ports, reset!, someOrigin)).toMatchObject({ ok: true });
    expect(
      (await world.ports.audit.page({ limit: 2 })).map(({ action, target }) => [action, target]),
    ).toEqual([
      ['auth.login', `account:${id}`],
      ['auth.reset-password', `account:${id}`],
    ]);
  });

  it('takes the first account that is an owner now, and nobody when there is none', async () => {
    const world = new AdminWorld();
    expect(await resetOwnerPassword(world.ports)).toBeUndefined();
    await world.addAccount('owner', 'viewer');
    await world.addAccount('zoe', 'owner');
    expect((await resetOwnerPassword(world.ports))?.name).toBe('zoe');
  });
});
