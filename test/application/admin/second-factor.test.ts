// A second factor: enrolling, removing, and roles that demand one.

import { describe, expect, it } from '@jest/globals';
import { changePassword } from '#application/admin/accounts/change-password.js';
import {
  confirmSecondFactor,
  proposedMsMax,
  proposeSecondFactor,
} from '#application/admin/accounts/enrol-second-factor.js';
import {
  removeColleaguesSecondFactor,
  removeOwnSecondFactor,
} from '#application/admin/accounts/remove-second-factor.js';
import { demandSecondFactor } from '#application/admin/accounts/demand-second-factor.js';
import { resetOwnerPassword } from '#application/admin/accounts/reset-owner-password.js';
import { logIn } from '#application/admin/sign-in/log-in.js';
import { findDue } from '#application/admin/sign-in/what-is-due.js';
import { stepMs } from '#ports/admin/sign-in/one-time-codes.js';
import { AdminWorld, goodPassword, someOrigin } from '../../support/admin/admin-world.js';
import { enrol, Phone } from '../../support/admin/phone.js';
import { elsewhere, enrolled, finish, firstStep, refused } from '../../support/admin/two-steps.js';

describe('enrolling', () => {
  it('takes the own password, and gives as few tries as changing it, together', async () => {
    const world = new AdminWorld();
    const ann = await world.caller('viewer', 'ann');
    for (let i = 0; i < 3; i++)
      expect(await proposeSecondFactor(world.ports, ann, 'a guess')).toEqual(refused('wrong-password'));
    for (let i = 0; i < 2; i++)
      await changePassword(world.ports, ann, {
        currentPassword: 'a guess',
        newPassword: 'another long enough phrase',
      });
    expect(await proposeSecondFactor(world.ports, ann, goodPassword)).toMatchObject({ reason: 'locked-out' });
  });

  it('is over with a right code of the secret that was shown last, and of no other', async () => {
    const world = new AdminWorld();
    const ann = await world.caller('viewer', 'ann');
    const propose = async () => {
      const proposed = await proposeSecondFactor(world.ports, ann, goodPassword);
      if (!proposed.ok) throw new Error(proposed.reason);
      return new Phone(proposed.secret);
    };
    const first = await propose();
    const second = await propose();
    const at = world.clock.atUnixMs;
    expect(await confirmSecondFactor(world.ports, ann, first.codeAt(at))).toEqual(refused('wrong-code'));
    expect(await world.ports.secondFactors.find(ann.account.id)).toBeUndefined();
    expect(await confirmSecondFactor(world.ports, ann, second.codeAt(at))).toMatchObject({ ok: true });
    expect(await confirmSecondFactor(world.ports, ann, second.codeAt(at))).toEqual(
      refused('enrolment-expired'),
    );
  });

  it('ends a quarter of an hour after the secret was shown', async () => {
    const world = new AdminWorld();
    const ann = await world.caller('viewer', 'ann');
    const proposed = await proposeSecondFactor(world.ports, ann, goodPassword);
    if (!proposed.ok) throw new Error(proposed.reason);
    world.clock.atUnixMs += proposedMsMax;
    const code = new Phone(proposed.secret).codeAt(world.clock.atUnixMs);
    expect(await confirmSecondFactor(world.ports, ann, code)).toEqual(refused('enrolment-expired'));
  });

  it('ends the other sessions of the account and keeps the own one', async () => {
    const world = new AdminWorld();
    const ann = await world.addAccount('ann', 'viewer');
    await logIn(world.ports, { name: 'ann', password: goodPassword }, elsewhere);
    await enrol(world, ann);
    expect(await world.ports.sessions.removeOfAccount(ann.id)).toBe(0);
    expect(world.feed.ended).toEqual([`${ann.id} but session of ann`]);
  });

  it('anew replaces secret and recovery codes, and what was in force stays so until then', async () => {
    const { world, caller, ann, recoveryCodes, code } = await enrolled();
    await proposeSecondFactor(world.ports, caller, goodPassword);
    expect(await finish(world, await firstStep(world), code())).toMatchObject({ ok: true });
    const { phone } = await enrol(world, ann);
    world.clock.atUnixMs += stepMs;
    expect(await finish(world, await firstStep(world), code())).toEqual(refused('wrong-code'));
    expect(await finish(world, await firstStep(world), recoveryCodes[0]!)).toEqual(refused('wrong-code'));
    const anew = phone.codeAt(world.clock.atUnixMs);
    expect(await finish(world, await firstStep(world), anew)).toMatchObject({ ok: true });
  });

  it('leaves the secret in no store as it is', async () => {
    const { world, ann } = await enrolled();
    const { sealedSecret } = (await world.ports.secondFactors.find(ann.id))!;
    const secret = world.ports.sealer.open(sealedSecret, `second factor of ${ann.id}`)!;
    expect(secret).toMatch(/^[A-Z2-7]{32}$/);
    expect(sealedSecret).not.toContain(secret);
  });
});

describe('removing a second factor', () => {
  it('of one’s own takes the password, and ends other sessions', async () => {
    const { world, caller } = await enrolled();
    expect(await removeOwnSecondFactor(world.ports, caller, 'a guess')).toEqual(refused('wrong-password'));
    expect(await removeOwnSecondFactor(world.ports, caller, goodPassword)).toEqual({ ok: true });
    expect(await logIn(world.ports, { name: 'ann', password: goodPassword }, someOrigin)).toMatchObject({
      ok: true,
    });
    expect(await removeOwnSecondFactor(world.ports, caller, goodPassword)).toEqual(
      refused('no-second-factor'),
    );
  });

  it('of one’s own is refused where the role demands one', async () => {
    const { world, caller } = await enrolled();
    await demandSecondFactor(world.ports, await world.caller('owner'), { role: 'moderator', demanded: true });
    expect(await removeOwnSecondFactor(world.ports, caller, goodPassword)).toEqual(
      refused('second-factor-demanded'),
    );
    expect(await logIn(world.ports, { name: 'ann', password: goodPassword }, someOrigin)).toMatchObject({
      reason: 'code-due',
    });
  });

  it('of a colleague is for who holds as much, ends the sessions, and stands in the log', async () => {
    const { world, ann, caller } = await enrolled();
    const admin = await world.caller('admin');
    expect(await removeColleaguesSecondFactor(world.ports, admin, ann.id)).toEqual({ ok: true });
    expect(world.feed.ended.at(-1)).toBe(ann.id);
    expect((await world.ports.audit.page({ limit: 1 }))[0]).toMatchObject({
      actorName: 'admin',
      action: 'account.second-factor-removed',
      target: `account:${ann.id}`,
      details: { sessionsEnded: 0 },
    });
    await enrol(world, admin.account);
    expect(await removeColleaguesSecondFactor(world.ports, caller, admin.account.id)).toEqual(
      refused('role-above-own'),
    );
    expect(await world.auditActions()).toContain('account.second-factor-removed refused');
    expect(await world.ports.secondFactors.find(admin.account.id)).toBeDefined();
  });

  it('of the own account is not done that way, which asks for no password', async () => {
    const { world, ann } = await enrolled();
    const own = { ...someOrigin, account: { ...ann, role: 'admin' as const }, tokenDigest: 'x' };
    expect(await removeColleaguesSecondFactor(world.ports, own, ann.id)).toEqual(refused('own-account'));
    expect(await world.ports.secondFactors.find(ann.id)).toBeDefined();
  });

  it('comes with a reset of the owner at the machine', async () => {
    const world = new AdminWorld();
    const owner = await world.addAccount('owner', 'owner');
    await enrol(world, owner);
    const reset = await resetOwnerPassword(world.ports);
    expect(await logIn(world.ports, reset!, someOrigin)).toMatchObject({ ok: true });
  });
});

describe('a role that demands a second factor', () => {
  it('leaves who has none nothing but to enrol, and ends their streams', async () => {
    const world = new AdminWorld();
    const owner = await world.caller('owner');
    const vera = await world.addAccount('vera', 'viewer');
    const ann = await world.addAccount('ann', 'viewer');
    await enrol(world, ann);
    world.feed.ended.length = 0;
    await demandSecondFactor(world.ports, owner, { role: 'viewer', demanded: true });
    expect(world.feed.ended).toEqual([vera.id]);
    expect(await findDue(world.ports, vera)).toBe('second-factor-due');
    expect(await findDue(world.ports, ann)).toBeUndefined();
    expect(await findDue(world.ports, owner.account)).toBeUndefined();
    await enrol(world, vera);
    expect(await findDue(world.ports, vera)).toBeUndefined();
  });

  it('is changed by an act in the log, once', async () => {
    const world = new AdminWorld();
    const owner = await world.caller('owner');
    for (const demanded of [false, true, true, false])
      await demandSecondFactor(world.ports, owner, { role: 'admin', demanded });
    const entries = await world.ports.audit.page({ limit: 10 });
    expect(entries.map(({ action, target, details }) => [action, target, details])).toEqual([
      ['role.second-factor', 'role:admin', { before: true, after: false }],
      ['role.second-factor', 'role:admin', { before: false, after: true }],
    ]);
  });

  it('asks for the password first where somebody else knows it', async () => {
    const world = new AdminWorld();
    const owner = await world.caller('owner');
    await demandSecondFactor(world.ports, owner, { role: 'viewer', demanded: true });
    const vera = await world.addAccount('vera', 'viewer');
    expect(await findDue(world.ports, { ...vera, passwordChangeDue: true })).toBe('password-change-due');
  });
});
