// Sessions of an account, seen and ended; and a colleague's password, given anew.

import { describe, expect, it } from '@jest/globals';
import {
  endColleaguesSession,
  endColleaguesSessions,
  endOwnOtherSessions,
  endOwnSession,
  listSessions,
} from '#application/admin/accounts/sessions.js';
import { resetPassword } from '#application/admin/accounts/reset-password.js';
import { QuietAuditLog } from '#application/admin/audit/quiet-audit-log.js';
import { authenticateSession } from '#application/admin/sign-in/authenticate-session.js';
import { finishLogIn } from '#application/admin/sign-in/finish-log-in.js';
import { logIn } from '#application/admin/sign-in/log-in.js';
import { sessionIdleMsMax } from '#application/admin/sign-in/session-life.js';
import type { Role } from '#ports/admin/accounts/role.js';
import { AdminWorld, goodPassword, someOrigin } from '../../support/admin/admin-world.js';
import { enrolled, firstStep, refused } from '../../support/admin/two-steps.js';

async function logInAs(world: AdminWorld, name: string, address = someOrigin.address) {
  const result = await logIn(world.ports, { name, password: goodPassword }, { ...someOrigin, address });
  if (!result.ok) throw new Error(result.reason);
  return { ...someOrigin, account: result.account, tokenDigest: world.ports.mint.digest(result.token) };
}

async function withAnn(role: Role = 'viewer') {
  const world = new AdminWorld();
  await world.addAccount('ann', role);
  const laptop = await logInAs(world, 'ann', '192.0.2.1');
  world.clock.atUnixMs += 1_000;
  const phone = await logInAs(world, 'ann', '192.0.2.2');
  const ids = (await listSessions(world.ports, laptop)).map(({ id }) => id);
  return { world, laptop, phone, phoneId: ids[0]!, laptopId: ids[1]! };
}

describe('the sessions of an account', () => {
  it('are seen with where they are from, the newest first, and which one asks', async () => {
    const { world, laptop } = await withAnn();
    await world.addAccount('bob', 'viewer');
    await logInAs(world, 'bob');
    const seen = await listSessions(world.ports, laptop);
    expect(seen.map(({ isOwn, session }) => [isOwn, session.address, session.userAgent])).toEqual([
      [false, '192.0.2.2', 'a browser'],
      [true, '192.0.2.1', 'a browser'],
    ]);
  });

  it('are not seen when they are over by time', async () => {
    const { world, laptop } = await withAnn();
    world.clock.atUnixMs += sessionIdleMsMax;
    expect(await listSessions(world.ports, laptop)).toEqual([]);
  });

  it('are named by what opens none', async () => {
    const { world, phone, phoneId } = await withAnn();
    expect(await authenticateSession(world.ports, phoneId)).toBeUndefined();
    expect(await authenticateSession(world.ports, phone.tokenDigest)).toBeUndefined();
  });

  it('end one by one, with their streams, and stand in the log', async () => {
    const { world, laptop, phone, phoneId } = await withAnn();
    expect(await endOwnSession(world.ports, laptop, phoneId)).toEqual({ ok: true });
    expect(world.feed.ended).toEqual([phone.tokenDigest]);
    expect((await listSessions(world.ports, laptop)).map(({ isOwn }) => isOwn)).toEqual([true]);
    expect((await world.ports.audit.page({ limit: 1 }))[0]).toMatchObject({
      actorName: 'ann',
      action: 'auth.end-session',
      target: `account:${laptop.account.id}`,
      details: { session: phoneId, address: '192.0.2.2' },
    });
    expect(await endOwnSession(world.ports, laptop, phoneId)).toEqual(refused('unknown-session'));
  });

  it('ended again and again bury nothing in the log', async () => {
    const { world, laptop } = await withAnn();
    const before = (await world.ports.audit.page({ limit: 200 })).length;
    const ports = { ...world.ports, audit: new QuietAuditLog(world.ports.audit) };
    for (let i = 0; i < 50; i++) await endOwnOtherSessions(ports, laptop);
    expect((await world.ports.audit.page({ limit: 200 })).length).toBe(before + 1);
  });

  it('of others are not ended as one’s own', async () => {
    const { world, phoneId, phone } = await withAnn();
    await world.addAccount('bob', 'viewer');
    const bob = await logInAs(world, 'bob');
    expect(await endOwnSession(world.ports, bob, phoneId)).toEqual(refused('unknown-session'));
    expect(await world.ports.sessions.find(phone.tokenDigest)).toBeDefined();
  });

  it('end all but the one that asks', async () => {
    const { world, laptop } = await withAnn();
    await endOwnOtherSessions(world.ports, laptop);
    expect((await listSessions(world.ports, laptop)).map(({ isOwn }) => isOwn)).toEqual([true]);
    expect(world.feed.ended).toEqual([`${laptop.account.id} but ${laptop.tokenDigest}`]);
  });

  it('of a colleague end by who holds as much', async () => {
    const { world, laptop, phoneId } = await withAnn('admin');
    const owner = await world.caller('owner');
    const moderator = await world.caller('moderator');
    const which = { accountId: laptop.account.id, id: phoneId };
    expect(await endColleaguesSession(world.ports, moderator, which)).toEqual(refused('role-above-own'));
    expect(await endColleaguesSessions(world.ports, moderator, which.accountId)).toEqual(
      refused('role-above-own'),
    );
    expect(await listSessions(world.ports, owner, which.accountId)).toHaveLength(2);
    expect(await endColleaguesSession(world.ports, owner, which)).toEqual({ ok: true });
    expect(await listSessions(world.ports, owner, which.accountId)).toHaveLength(1);
    expect(await endColleaguesSessions(world.ports, owner, which.accountId)).toEqual({ ok: true });
    expect(await listSessions(world.ports, owner, which.accountId)).toEqual([]);
    const unknown = world.ports.mint.uuid();
    expect(await endColleaguesSessions(world.ports, owner, unknown)).toEqual(refused('unknown-account'));
  });
});

describe('a colleague’s password given anew', () => {
  it('logs in once shown, and is to be changed; sessions, locks and the old one are over', async () => {
    const { world, laptop } = await withAnn();
    const admin = await world.caller('admin');
    for (let i = 0; i < 5; i++) await logIn(world.ports, { name: 'ann', password: 'wrong' }, someOrigin);
    const reset = await resetPassword(world.ports, admin, laptop.account.id);
    if (!reset.ok) throw new Error(reset.reason);
    expect(await listSessions(world.ports, laptop)).toEqual([]);
    expect(world.feed.ended).toEqual([laptop.account.id]);
    const old = await logIn(world.ports, { name: 'ann', password: goodPassword }, someOrigin);
    expect(old).toEqual(refused('wrong-credentials'));
    const fresh = await logIn(world.ports, { name: 'ann', password: reset.password }, someOrigin);
    expect(fresh).toMatchObject({ ok: true, account: { passwordChangeDue: true } });
    const entries = await world.ports.audit.page({ limit: 100 });
    expect(entries).toContainEqual(
      expect.objectContaining({ actorName: 'admin', action: 'account.reset-password', outcome: 'done' }),
    );
    expect(JSON.stringify(entries)).not.toContain(reset.password);
  });

  it('leaves the second factor, and ends log-ins that wait for its code', async () => {
    const { world, ann, code } = await enrolled();
    const token = await firstStep(world);
    const reset = await resetPassword(world.ports, await world.caller('admin'), ann.id);
    if (!reset.ok) throw new Error(reset.reason);
    expect(await finishLogIn(world.ports, { token, code: code() }, someOrigin)).toEqual(
      refused('login-expired'),
    );
    const anew = await firstStep(world, someOrigin, reset.password);
    expect(await finishLogIn(world.ports, { token: anew, code: code() }, someOrigin)).toMatchObject({
      ok: true,
    });
  });

  it('is not for who holds more, nor for oneself, and changes nothing then', async () => {
    const world = new AdminWorld();
    const admin = await world.caller('admin');
    const owner = await world.addAccount('owner', 'owner');
    expect(await resetPassword(world.ports, admin, owner.id)).toEqual(refused('role-above-own'));
    expect(await resetPassword(world.ports, admin, admin.account.id)).toEqual(refused('own-account'));
    for (const name of ['owner', 'admin'])
      expect(await logIn(world.ports, { name, password: goodPassword }, someOrigin)).toMatchObject({
        ok: true,
      });
    expect(await world.auditActions()).toContain('account.reset-password refused');
  });
});
