// An account that becomes another one while a password is judged, which takes as long as the queue is: whatever was right a
// moment ago opens nothing, and replaces nothing.

import { describe, expect, it } from '@jest/globals';
import { Argon2PasswordHasher } from '#adapters/node-crypto/argon2-password-hasher.js';
import { changeAccount } from '#application/admin/accounts/change-account.js';
import { changePassword } from '#application/admin/accounts/change-password.js';
import { createAccount } from '#application/admin/accounts/create-account.js';
import { changeRole, makeRole, removeRole } from '#application/admin/accounts/custom-roles.js';
import { proposeSecondFactor } from '#application/admin/accounts/enrol-second-factor.js';
import { renewRecoveryCodes } from '#application/admin/accounts/recovery-codes.js';
import { removeOwnSecondFactor } from '#application/admin/accounts/remove-second-factor.js';
import { resetPassword } from '#application/admin/accounts/reset-password.js';
import { finishLogIn } from '#application/admin/sign-in/finish-log-in.js';
import { logIn } from '#application/admin/sign-in/log-in.js';
import type { Account, AccountStore } from '#ports/admin/accounts/account-store.js';
import type { HalfLogins } from '#ports/admin/sign-in/half-logins.js';
import { AdminWorld, goodPassword, someOrigin } from '../../support/admin/admin-world.js';
import { enrol } from '../../support/admin/phone.js';

const parameters = { memoryKib: 8, passes: 1, lanes: 1 };
const another = 'another phrase of her own';

/** Something that happens while a password is judged, once. */
class SlowHasher extends Argon2PasswordHasher {
  meanwhile: (() => Promise<unknown>) | undefined;

  override async verify(...judged: Parameters<Argon2PasswordHasher['verify']>): Promise<boolean> {
    const fits = await super.verify(...judged);
    const happens = this.meanwhile;
    this.meanwhile = undefined;
    await happens?.();
    return fits;
  }

  override async hash(password: string): Promise<string> {
    const happens = this.meanwhile;
    this.meanwhile = undefined;
    await happens?.();
    return super.hash(password);
  }
}

async function withAnn(hasher = new SlowHasher(parameters)) {
  const world = new AdminWorld({ hasher });
  const owner = await world.caller('owner');
  const ann = await world.addAccount('ann', 'viewer');
  const as = (account: Account, tokenDigest = 'her session') => ({ ...someOrigin, account, tokenDigest });
  const right = () => logIn(world.ports, { name: 'ann', password: goodPassword }, someOrigin);
  const change = (newPassword: string, tokenDigest?: string) =>
    changePassword(world.ports, as(ann, tokenDigest), { currentPassword: goodPassword, newPassword });
  return { world, hasher, owner, ann, right, change };
}

describe('a log-in under way when', () => {
  const changes: Readonly<Record<string, (ann: Awaited<ReturnType<typeof withAnn>>) => Promise<unknown>>> = {
    'the password is changed': ({ change }) => change(another),
    'the account is suspended': ({ world, owner, ann }) =>
      changeAccount(world.ports, owner, ann.id, { disabled: true }),
    'the role is changed': ({ world, owner, ann }) =>
      changeAccount(world.ports, owner, ann.id, { role: 'moderator' }),
    'a second factor is enrolled': ({ world, ann }) => enrol(world, ann),
  };

  it.each(Object.keys(changes))('%s opens no session, and makes no browser known', async (name) => {
    const of = await withAnn();
    const { world, hasher, ann, right } = of;
    hasher.meanwhile = () => changes[name]!(of);
    const result = await right();
    expect(result).toMatchObject({ ok: false });
    expect(await world.ports.sessions.listOfAccount(ann.id)).toEqual([]);
    expect('browserToken' in result).toBe(false);
  });
});

describe('an outdated hash', () => {
  it('is not made anew over the password that came meanwhile', async () => {
    const { world, hasher, ann, right, change } = await withAnn();
    const old = new Argon2PasswordHasher({ ...parameters, memoryKib: 16 });
    await world.ports.accounts.setPassword(ann.id, await old.hash(goodPassword), false);
    const stored = (await world.ports.accounts.find(ann.id))!;
    hasher.meanwhile = () =>
      changePassword(
        world.ports,
        { ...someOrigin, account: stored, tokenDigest: 'her session' },
        { currentPassword: goodPassword, newPassword: another },
      );
    expect(await right()).toMatchObject({ ok: false, reason: 'wrong-credentials' });
    const now = (await world.ports.accounts.find(ann.id))!;
    expect(await hasher.verify(another, now.passwordHash)).toBe(true);
    expect(await change('a third phrase of hers')).toMatchObject({ ok: false });
  });
});

describe('two who change a password at the same time', () => {
  it('one does, the other is told that the current one is another', async () => {
    const { world, hasher, ann, change } = await withAnn();
    hasher.meanwhile = () => change(another, 'one session');
    expect(await change('a thief’s own phrase', 'the other session')).toEqual({
      ...{ ok: false, reason: 'wrong-password' },
    });
    const now = (await world.ports.accounts.find(ann.id))!;
    expect(await hasher.verify(another, now.passwordHash)).toBe(true);
    const [refusal] = await world.ports.audit.page({ limit: 1 });
    expect(refusal).toMatchObject({ outcome: 'refused', details: { reason: 'changed-meanwhile' } });
  });
});

describe('what takes the own password', () => {
  const acts = {
    'removing the second factor': removeOwnSecondFactor,
    'making recovery codes anew': renewRecoveryCodes,
    'proposing another second factor': proposeSecondFactor,
  } as const;

  it.each(Object.keys(acts) as (keyof typeof acts)[])(
    '%s does not take one that is changed meanwhile, and says so in the log',
    async (name) => {
      const { world, hasher, ann, change } = await withAnn();
      await enrol(world, ann);
      const factor = await world.ports.secondFactors.find(ann.id);
      const thief = { ...someOrigin, account: ann, tokenDigest: 'a stolen session' };
      hasher.meanwhile = () => change(another);
      expect(await acts[name](world.ports, thief, goodPassword)).toEqual({
        ok: false,
        reason: 'wrong-password',
      });
      expect(await world.ports.secondFactors.find(ann.id)).toEqual(factor);
      expect(await world.ports.secondFactors.findProposed(ann.id)).toBeUndefined();
      const [refusal] = await world.ports.audit.page({ limit: 1 });
      expect(refusal).toMatchObject({ outcome: 'refused', details: { reason: 'changed-meanwhile' } });
    },
  );

  it('goes on over a hash that is made anew of the same password', async () => {
    const { world, hasher, ann } = await withAnn();
    await enrol(world, ann);
    hasher.meanwhile = async () => {
      const again = await hasher.hash(goodPassword);
      await world.ports.accounts.renewPasswordHash(ann.id, ann.passwordHash, again);
    };
    const caller = { ...someOrigin, account: ann, tokenDigest: 'her session' };
    expect(await renewRecoveryCodes(world.ports, caller, goodPassword)).toMatchObject({ ok: true });
  });
});

describe('a second step under way', () => {
  it('opens no session with a code of a phone that is replaced meanwhile', async () => {
    const { world, ann, right } = await withAnn();
    const { phone } = await enrol(world, ann);
    const half = await right();
    if (half.ok || half.reason !== 'code-due') throw new Error('no second step');
    world.clock.atUnixMs += 60_000;
    const code = phone.codeAt(world.clock.atUnixMs);
    const { halfLogins } = world.ports;
    const slow: HalfLogins = {
      add: (half) => halfLogins.add(half),
      find: (digest) => halfLogins.find(digest),
      removeOfAccount: (id) => halfLogins.removeOfAccount(id),
      removeCreatedBefore: (unixMs) => halfLogins.removeCreatedBefore(unixMs),
      async remove(digest) {
        const isRemoved = await halfLogins.remove(digest);
        await enrol(world, ann);
        return isRemoved;
      },
    };
    const ports = { ...world.ports, halfLogins: slow };
    expect(await finishLogIn(ports, { token: half.halfToken, code }, someOrigin)).toMatchObject({
      ok: false,
    });
    expect(await world.ports.sessions.listOfAccount(ann.id)).toEqual([]);
  });
});

describe('while a first password is made', () => {
  const desk = {
    name: 'desk',
    means: 'Lost passwords',
    permissions: ['accounts:reset', 'players:read'] as const,
  };
  const night = { name: 'night', means: 'At night', permissions: ['players:read'] as const };

  async function withDesk() {
    const { world, hasher, owner } = await withAnn();
    for (const role of [desk, night]) await makeRole(world.ports, owner, role);
    const caller = await world.caller('desk', 'dora');
    const { id, passwordHash } = await world.addAccount('nora', 'night');
    const meanwhile: Readonly<Record<string, () => Promise<unknown>>> = {
      'the role is changed': () =>
        changeRole(world.ports, owner, { ...night, permissions: ['players:erase'] }),
      'the caller is suspended': () =>
        changeAccount(world.ports, owner, caller.account.id, { disabled: true }),
      'the caller gets a smaller role': () =>
        changeAccount(world.ports, owner, caller.account.id, { role: 'none' }),
      'the account gets a larger role': () => changeAccount(world.ports, owner, id, { role: 'owner' }),
    };
    await makeRole(world.ports, owner, { name: 'none', means: 'Nothing', permissions: [] });
    return { world, hasher, caller, id, passwordHash, meanwhile };
  }
  const all = [
    'the role is changed',
    'the caller is suspended',
    'the caller gets a smaller role',
    'the account gets a larger role',
  ];

  it.each(all)('and %s, nothing is reset', async (what) => {
    const { world, hasher, caller, id, passwordHash, meanwhile } = await withDesk();
    hasher.meanwhile = meanwhile[what];
    expect(await resetPassword(world.ports, caller, id)).toEqual({ ok: false, reason: 'role-above-own' });
    expect((await world.ports.accounts.find(id))!.passwordHash).toBe(passwordHash);
  });

  it.each(all.slice(0, 3))('and %s, no account is made', async (what) => {
    const { world, hasher, caller, meanwhile } = await withDesk();
    hasher.meanwhile = meanwhile[what];
    const wish = { name: 'another', role: 'night' };
    expect(await createAccount(world.ports, caller, wish)).toEqual({ ok: false, reason: 'role-above-own' });
    expect(await world.ports.accounts.findByName('another')).toBeUndefined();
  });
});

describe('while a role is judged that another owner enlarges', () => {
  const night = { name: 'night', means: 'At night', permissions: ['players:read'] as const };
  const steward = {
    ...{ name: 'steward', means: 'Accounts' },
    permissions: ['accounts:manage', 'accounts:reset', 'players:read'] as const,
  };

  const written: readonly (keyof AccountStore)[] = [
    ...(['add', 'change', 'removeRole', 'resetPassword', 'setPassword'] as const),
  ];

  /** The role is enlarged after the last look at it. */
  async function withSteward() {
    const { world, owner } = await withAnn();
    for (const role of [night, steward]) await makeRole(world.ports, owner, role);
    const { accounts } = world.ports;
    let isEnlarged = false;
    const racing = new Proxy(accounts, {
      get(target, name: keyof AccountStore) {
        const method = (target[name] as (...args: unknown[]) => Promise<unknown>).bind(target);
        if (!written.includes(name)) return method;
        return async (...args: unknown[]) => {
          isEnlarged = true;
          await changeRole(world.ports, owner, { ...night, permissions: ['players:erase'] });
          return method(...args);
        };
      },
    });
    const caller = await world.caller('steward', 'stew');
    return { world, caller, ports: { ...world.ports, accounts: racing }, isEnlarged: () => isEnlarged };
  }

  it('nobody gets it, loses it, or is suspended who holds it', async () => {
    const { world, caller, ports, isEnlarged } = await withSteward();
    const holder = await world.addAccount('nora', 'night');
    const other = await world.addAccount('olaf', 'viewer');
    await world.ports.accounts.change(other.id, { role: 'steward' });
    for (const [id, change] of [
      [other.id, { role: 'night' }],
      [holder.id, { role: 'steward' }],
      [holder.id, { disabled: true }],
    ] as const) {
      await world.ports.accounts.changeRole(night);
      expect(await changeAccount(ports, caller, id, change)).toEqual({ ok: false, reason: 'role-changed' });
      const [refusal] = await world.ports.audit.page({ limit: 1 });
      expect(refusal).toMatchObject({ outcome: 'refused', details: { reason: 'role-changed' } });
    }
    expect(isEnlarged()).toBe(true);
    expect(await world.ports.accounts.find(other.id)).toMatchObject({ role: 'steward' });
    expect(await world.ports.accounts.find(holder.id)).toMatchObject({ role: 'night', disabled: false });
  });

  it('the password of nobody who holds it is reset', async () => {
    const { world, caller, ports, isEnlarged } = await withSteward();
    const { id, passwordHash } = await world.addAccount('nora', 'night');
    expect(await resetPassword(ports, caller, id)).toEqual({ ok: false, reason: 'role-changed' });
    expect(isEnlarged()).toBe(true);
    expect(await world.ports.accounts.find(id)).toMatchObject({ passwordHash, passwordChangeDue: false });
    const [refusal] = await world.ports.audit.page({ limit: 1 });
    expect(refusal).toMatchObject({ outcome: 'refused', details: { reason: 'role-changed' } });
  });

  it('nobody is made who holds it', async () => {
    const { world, caller, ports } = await withSteward();
    const wish = { name: 'nora', role: 'night' };
    expect(await createAccount(ports, caller, wish)).toEqual({ ok: false, reason: 'role-changed' });
    expect(await world.ports.accounts.findByName('nora')).toBeUndefined();
  });

  it('it is not removed', async () => {
    const { world, caller, ports, isEnlarged } = await withSteward();
    expect(await removeRole(ports, caller, 'night')).toEqual({ ok: false, reason: 'role-changed' });
    expect(isEnlarged()).toBe(true);
    expect((await world.ports.accounts.customRoles()).map(({ name }) => name)).toContain('night');
  });
});
