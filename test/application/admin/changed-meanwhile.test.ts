// An account that becomes another one while a password is judged, which takes as long as the queue is: whatever was right a
// moment ago opens nothing, and replaces nothing.

import { describe, expect, it } from '@jest/globals';
import { Argon2PasswordHasher } from '#adapters/node-crypto/argon2-password-hasher.js';
import { changeAccount } from '#application/admin/accounts/change-account.js';
import { changePassword } from '#application/admin/accounts/change-password.js';
import { logIn } from '#application/admin/sign-in/log-in.js';
import type { Account } from '#ports/admin/accounts/account-store.js';
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
