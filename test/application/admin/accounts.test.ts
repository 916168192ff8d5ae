// Accounts: who may give what to whom, and what a change does to sessions. Passwords: which are accepted.

import { describe, expect, it, jest } from '@jest/globals';
import { changeAccount } from '#application/admin/accounts/change-account.js';
import { changePassword } from '#application/admin/accounts/change-password.js';
import { createAccount } from '#application/admin/accounts/create-account.js';
import { logIn } from '#application/admin/sign-in/log-in.js';
import { findPasswordFault } from '#application/admin/sign-in/password-policy.js';
import { mayDo, mayGrant, permissions, permissionsOf } from '#application/admin/access/permissions.js';
import { prepareFirstOwner } from '#application/admin/accounts/prepare-first-start.js';
import type { PendingPassword } from '#ports/storage/pending-password.js';
import { recogniseOrigin } from '#application/admin/sign-in/known-origin.js';
import { unlockAccount } from '#application/admin/accounts/unlock-account.js';
import type { Origin } from '#application/admin/access/caller.js';
import { ZxcvbnPasswordJudge } from '#adapters/zxcvbn/zxcvbn-password-judge.js';
import { resetOwnerPassword } from '#application/admin/accounts/reset-owner-password.js';
import { roles } from '#ports/admin/accounts/role.js';
import { AdminWorld, goodPassword, someOrigin } from '../../support/admin/admin-world.js';

describe('roles', () => {
  it('hold all permissions as owner, and each at least those of a viewer', () => {
    expect([...permissionsOf({ role: 'owner' })].sort()).toEqual([...permissions].sort());
    for (const role of roles) {
      for (const permission of permissionsOf({ role: 'viewer' }))
        expect(mayDo({ role }, permission)).toBe(true);
    }
  });

  it('leave accounts to owners and the audit log to owners and admins', () => {
    expect(roles.filter((role) => mayDo({ role }, 'accounts:manage'))).toEqual(['owner']);
    expect(roles.filter((role) => mayDo({ role }, 'audit:read'))).toEqual(['owner', 'admin']);
  });

  it('are granted only by who holds as much', () => {
    for (const role of roles) {
      expect(mayGrant({ role: 'owner' }, permissionsOf({ role }))).toBe(true);
      expect(mayGrant({ role }, permissionsOf({ role }))).toBe(true);
    }
    expect(mayGrant({ role: 'viewer' }, permissionsOf({ role: 'admin' }))).toBe(false);
    expect(mayGrant({ role: 'admin' }, permissionsOf({ role: 'owner' }))).toBe(false);
  });
});

describe('creating an account', () => {
  it('gives a password that logs in', async () => {
    const world = new AdminWorld();
    const owner = await world.caller('owner');
    const result = await createAccount(world.ports, owner, { name: 'Ann', role: 'admin' });
    if (!result.ok) throw new Error(result.reason);
    const { password } = result;
    expect(await logIn(world.ports, { name: 'ann', password }, someOrigin)).toMatchObject({
      ok: true,
      account: { passwordChangeDue: true },
    });
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

  it('takes another password than the current one', async () => {
    const world = new AdminWorld();
    const ann = await world.caller('viewer', 'ann');
    const change = { currentPassword: goodPassword, newPassword: goodPassword };
    expect(await changePassword(world.ports, ann, change)).toEqual({ ok: false, reason: 'password-not-new' });
  });

  it('is not kept from its owner by who guesses with a stolen session, nor by strangers', async () => {
    const world = new AdminWorld();
    const ann = await world.caller('viewer', 'ann');
    const thief = { ...ann, tokenDigest: 'a stolen session' };
    const guess = { currentPassword: 'a guess', newPassword };
    for (let i = 0; i < 6; i++) await changePassword(world.ports, thief, guess);
    for (let i = 0; i < 60; i++) {
      const origin = { ...someOrigin, address: `198.51.100.${i}` };
      await logIn(world.ports, { name: 'ann', password: 'a guess' }, origin);
    }
    const change = { currentPassword: goodPassword, newPassword };
    expect(await changePassword(world.ports, ann, change)).toEqual({ ok: true });
  });

  it('makes strangers of all browsers but the one in use', async () => {
    const world = new AdminWorld();
    const ann = await world.caller('viewer', 'ann');
    const elsewhere = { ...someOrigin, address: '203.0.113.9' };
    const login = await logIn(world.ports, { name: 'ann', password: goodPassword }, elsewhere);
    if (!login.ok) throw new Error(login.reason);
    await changePassword(world.ports, ann, { currentPassword: goodPassword, newPassword });
    const known = (origin: Origin) => recogniseOrigin(world.ports, ann.account.id, origin);
    expect(await known({ ...elsewhere, browserToken: login.browserToken })).toEqual({ kind: 'stranger' });
    expect(await known(someOrigin)).toEqual({ kind: 'network' });
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

const faultOf = (password: string, name: string) =>
  findPasswordFault(new ZxcvbnPasswordJudge(), password, name);

describe('a new password', () => {
  it('needs 15 characters, of whatever kind', () => {
    expect(faultOf('fourteen chars', 'ann')).toBe('password-too-short');
    expect(faultOf('fifteen letters', 'ann')).toBeUndefined();
    expect(faultOf('💎🐉🗡️🛡️🏹'.repeat(2), 'ann')).toBe('password-too-short');
  });

  it('has at most 256 characters', () => {
    const long = 'a road that goes on and on, past the mill and the inn, '.repeat(5).slice(0, 256);
    expect(faultOf(long, 'ann')).toBeUndefined();
    expect(faultOf(`${long}i`, 'ann')).toBe('password-too-long');
  });

  it('is not one letter again and again, nor the name', () => {
    expect(faultOf('aaaaaaaaaaaaaaaaaaaa', 'ann')).toBe('password-too-simple');
    expect(faultOf('OwnerOwnerOwner1', 'owner')).toBe('password-too-simple');
  });

  it.each([
    'passwordpassword',
    'PasswordPassword1!',
    'P@ssw0rd12345678',
    'qwertyuiopasdfgh',
    '1qaz2wsx3edc4rfv',
    '123456789012345',
    'abcdefghijklmnop',
    'letmeinletmeinletmein',
    'changemechangeme',
    'administrator123',
    'tosservertosserver',
    'ann-ann-ann-ann-ann-ann',
  ])('is none of those that are guessed first, however long: %s', (password) => {
    expect(faultOf(password, 'ann')).toBe('password-too-simple');
  });

  it.each(['correct horse battery staple', 'ein Weg, den niemand kennt', 'k7tq-v3xm-9cwz-h2pd'])(
    'may be several words, or generated: %s',
    (password) => {
      expect(faultOf(password, 'ann')).toBeUndefined();
    },
  );

  it('is measured as it is hashed: composed and decomposed letters are the same', () => {
    expect(faultOf('e\u0301'.repeat(8) + 'q', 'ann')).toBe('password-too-short');
    expect(faultOf('\ufdfa'.repeat(20), 'ann')).toBe('password-too-long');
  });
});

class PasswordKeeper implements PendingPassword {
  kept: string | undefined;
  read = async (): Promise<string | undefined> => this.kept;
  keep = async (password: string): Promise<void> => void (this.kept = password);
  forget = async (): Promise<void> => void (this.kept = undefined);
}

describe('the first start', () => {
  it('creates the owner once, and tells the same password at each start until somebody has logged in', async () => {
    const world = new AdminWorld();
    const keeper = new PasswordKeeper();
    const first = await prepareFirstOwner(world.ports, keeper);
    expect(first).toEqual({ kind: 'pending', password: expect.any(String) });
    expect(await prepareFirstOwner(world.ports, keeper)).toEqual(first);
    const credentials = { name: 'owner', password: (first as { password: string }).password };
    expect(await logIn(world.ports, credentials, someOrigin)).toMatchObject({
      ok: true,
      account: { role: 'owner', passwordChangeDue: true },
    });
    expect(await prepareFirstOwner(world.ports, keeper)).toEqual({ kind: 'settled' });
    expect(keeper.kept).toBeUndefined();
  });

  it.each(['keep', 'hash', 'addFirst'] as const)('can be repeated after it failed at %s', async (step) => {
    const world = new AdminWorld();
    const keeper = new PasswordKeeper();
    const parts: Record<typeof step, object> = {
      ...{ keep: keeper, hash: world.ports.hasher, addFirst: world.ports.accounts },
    };
    const broken = jest
      .spyOn(parts[step] as Record<string, () => Promise<never>>, step)
      .mockRejectedValue(new Error('cut short') as never);
    await expect(prepareFirstOwner(world.ports, keeper)).rejects.toThrow('cut short');
    broken.mockRestore();
    const told = await prepareFirstOwner(world.ports, keeper);
    const credentials = { name: 'owner', password: (told as { password: string }).password };
    expect(await logIn(world.ports, credentials, someOrigin)).toMatchObject({ ok: true });
  });

  it('says so when nobody has logged in and the password is not here, and makes no other', async () => {
    const world = new AdminWorld();
    const first = await prepareFirstOwner(world.ports, new PasswordKeeper());
    // Another replica of the API, or the same one after its data folder was lost.
    const keeper = new PasswordKeeper();
    expect(await prepareFirstOwner(world.ports, keeper)).toEqual({ kind: 'lost' });
    keeper.kept = 'of another database';
    expect(await prepareFirstOwner(world.ports, keeper)).toEqual({ kind: 'lost' });
    expect(keeper.kept).toBeUndefined();
    const credentials = { name: 'owner', password: (first as { password: string }).password };
    expect(await logIn(world.ports, credentials, someOrigin)).toMatchObject({ ok: true });
  });

  it('of two at once makes one owner, and the other one forgets its password', async () => {
    const world = new AdminWorld();
    const keepers = [new PasswordKeeper(), new PasswordKeeper()];
    const told = await Promise.all(keepers.map((keeper) => prepareFirstOwner(world.ports, keeper)));
    expect(told.map(({ kind }) => kind).sort()).toEqual(['lost', 'pending']);
    expect(keepers.filter(({ kept }) => kept !== undefined)).toHaveLength(1);
  });
});

describe('resetting the owner', () => {
  it('gives a new password, ends sessions and lifts the lock of the account', async () => {
    const world = new AdminWorld();
    await prepareFirstOwner(world.ports, new PasswordKeeper());
    const { id } = (await world.ports.accounts.findByName('owner'))!;
    for (let i = 0; i < 50; i++) {
      const origin = { ...someOrigin, address: `198.51.100.${i}` };
      await logIn(world.ports, { name: 'owner', password: 'a guess' }, origin);
    }
    const reset = await resetOwnerPassword(world.ports);
    expect(reset).toEqual({ name: 'owner', password: expect.any(String) });
    expect(await logIn(world.ports, reset!, someOrigin)).toMatchObject({
      ok: true,
      account: { passwordChangeDue: true },
    });
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

describe('unlocking an account', () => {
  it('lets everybody try again, and is written down', async () => {
    const world = new AdminWorld();
    const admin = await world.caller('admin');
    const ann = await world.addAccount('ann', 'owner');
    await world.addAccount('anna', 'viewer');
    const elsewhere = (i: number) => ({ ...someOrigin, address: `198.51.100.${i % 40}` });
    for (let i = 0; i < 60; i++) {
      for (const name of ['ann', 'anna']) {
        await logIn(world.ports, { name, password: 'a guess' }, elsewhere(i));
      }
    }
    const right = (name: string) =>
      logIn(world.ports, { name, password: goodPassword }, { ...someOrigin, address: '203.0.113.9' });
    expect(await right('ann')).toMatchObject({ reason: 'locked-out' });
    expect(await unlockAccount(world.ports, admin, ann.id)).toEqual({ ok: true });
    expect(await right('ann')).toMatchObject({ ok: true });
    expect(await right('anna')).toMatchObject({ reason: 'locked-out' });
    const entries = await world.ports.audit.page({ limit: 3 });
    expect(entries.map(({ action, actorName, target }) => [action, actorName, target])).toContainEqual([
      'account.unlock',
      'admin',
      `account:${ann.id}`,
    ]);
  });

  it('of nobody is refused', async () => {
    const world = new AdminWorld();
    const owner = await world.caller('owner');
    expect(await unlockAccount(world.ports, owner, world.ports.mint.uuid())).toEqual({
      ok: false,
      reason: 'unknown-account',
    });
  });
});
