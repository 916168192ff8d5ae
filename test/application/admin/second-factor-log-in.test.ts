// Logging in with a second factor: codes at wrong times, used again, at the same time; recovery codes; lock-outs; and what ends
// a log-in that is half done.

import { describe, expect, it } from '@jest/globals';
import { AesSecretSealer } from '#adapters/node-crypto/aes-secret-sealer.js';
import { changeAccount } from '#application/admin/accounts/change-account.js';
import { changePassword } from '#application/admin/accounts/change-password.js';
import { renewRecoveryCodes } from '#application/admin/accounts/recovery-codes.js';
import { unlockAccount } from '#application/admin/accounts/unlock-account.js';
import { finishLogIn } from '#application/admin/sign-in/finish-log-in.js';
import { halfLoginMsMax } from '#application/admin/sign-in/half-log-in.js';
import { logIn } from '#application/admin/sign-in/log-in.js';
import { countUnreadable, recoveryCodesPerAccount } from '#application/admin/sign-in/second-factor.js';
import { stepMs } from '#ports/admin/sign-in/one-time-codes.js';
import { AdminWorld, goodPassword, someOrigin } from '../../support/admin/admin-world.js';
import { enrol } from '../../support/admin/phone.js';
import { elsewhere, enrolled, finish, firstStep, refused, wrongCode } from '../../support/admin/two-steps.js';

describe('a log-in with a second factor', () => {
  it('is whole with the code, and no session before', async () => {
    const { world, ann, code } = await enrolled();
    const token = await firstStep(world);
    expect(await world.ports.sessions.find(world.ports.mint.digest(token))).toBeUndefined();
    expect((await world.ports.accounts.find(ann.id))?.lastLoginAtUnixMs).toBeUndefined();
    const result = await finish(world, token, code());
    expect(result).toMatchObject({ ok: true, account: { name: 'ann' } });
    expect(await world.auditActions()).toEqual([
      'auth.login done',
      'auth.code-due done',
      'auth.second-factor done',
    ]);
  });

  it('answers a wrong password as for everybody else', async () => {
    const { world } = await enrolled();
    const wrong = (name: string) => logIn(world.ports, { name, password: 'not the password' }, someOrigin);
    expect(await wrong('ann')).toEqual(await wrong('nobody'));
  });

  it('makes nobody known before its end', async () => {
    const { world, ann, code } = await enrolled();
    await firstStep(world, elsewhere);
    const marks = () =>
      world.ports.knownOrigins.among(ann.id, [world.ports.mint.digest('network 198.51.100.9')], 0);
    expect((await marks()).size).toBe(0);
    await finish(world, await firstStep(world, elsewhere), code(), elsewhere);
    expect((await marks()).size).toBe(1);
  });

  it('takes codes of the step before and after, and none further away', async () => {
    for (const [steps, fits] of [
      [-2, false],
      [-1, true],
      [0, true],
      [1, true],
      [2, false],
    ] as const) {
      const { world, phone } = await enrolled();
      world.clock.atUnixMs += 10 * stepMs;
      const code = phone.codeAt(world.clock.atUnixMs + steps * stepMs);
      const result = await finish(world, await firstStep(world), code);
      expect([steps, result.ok]).toEqual([steps, fits]);
    }
  });

  it('takes a code once: not again, not that of the enrolment, and none before one that was used', async () => {
    const { world, phone } = await enrolled();
    const now = world.clock.atUnixMs;
    expect(await finish(world, await firstStep(world), phone.codeAt(now - stepMs))).toEqual(
      refused('wrong-code'),
    );
    expect(await finish(world, await firstStep(world), phone.codeAt(now + stepMs))).toMatchObject({
      ok: true,
    });
    for (const at of [now + stepMs, now, now - stepMs])
      expect(await finish(world, await firstStep(world), phone.codeAt(at))).toEqual(refused('wrong-code'));
    world.clock.atUnixMs += stepMs;
    expect(await finish(world, await firstStep(world), phone.codeAt(now + 2 * stepMs))).toMatchObject({
      ok: true,
    });
  });

  it('is one of several that come with one code at the same time', async () => {
    const { world, code } = await enrolled();
    const tokens = [await firstStep(world), await firstStep(world), await firstStep(world)];
    const results = await Promise.all(tokens.map((token) => finish(world, token, code())));
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    expect(results.filter(({ ok }) => !ok)).toEqual(Array(2).fill(refused('wrong-code')));
  });

  it('is one session when one half is finished by two codes at the same time', async () => {
    const { world, ann, code, recoveryCodes } = await enrolled();
    const token = await firstStep(world);
    const results = await Promise.all([code(), recoveryCodes[0]!].map((one) => finish(world, token, one)));
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await world.ports.sessions.removeOfAccount(ann.id)).toBe(1);
  });

  it('takes the code as people type it', async () => {
    const { world, code } = await enrolled();
    const typed = ` ${code().slice(0, 3)} ${code().slice(3)} `;
    expect(await finish(world, await firstStep(world), typed)).toMatchObject({ ok: true });
  });

  it('is over after five minutes, and when nobody began it', async () => {
    const { world, code } = await enrolled();
    const token = await firstStep(world);
    world.clock.atUnixMs += halfLoginMsMax;
    expect(await finish(world, token, code())).toEqual(refused('login-expired'));
    for (const odd of ['', 'x', `tos_hlf_${'A'.repeat(43)}`])
      expect(await finish(world, odd, code())).toEqual(refused('login-expired'));
  });

  it('is finished once', async () => {
    const { world, phone } = await enrolled();
    const token = await firstStep(world);
    await finish(world, token, phone.codeAt(world.clock.atUnixMs));
    world.clock.atUnixMs += stepMs;
    expect(await finish(world, token, phone.codeAt(world.clock.atUnixMs))).toEqual(refused('login-expired'));
  });
});

describe('a log-in that is half done', () => {
  it('is over when the account is suspended, gets another role, or another password', async () => {
    const changes: ((world: AdminWorld, id: string) => Promise<unknown>)[] = [
      async (world, id) => changeAccount(world.ports, await world.caller('owner'), id, { disabled: true }),
      async (world, id) => changeAccount(world.ports, await world.caller('owner'), id, { role: 'viewer' }),
      // As if it had been stored between the two steps, by whatever way.
      (world, id) => world.ports.accounts.change(id, { disabled: true }),
      (world, id) => world.ports.accounts.setPassword(id, 'another hash', false),
    ];
    for (const change of changes) {
      const { world, ann, code } = await enrolled();
      const token = await firstStep(world);
      await change(world, ann.id);
      expect(await finish(world, token, code())).toEqual(refused('login-expired'));
    }
  });

  it('is over when the password is changed, and the second factor is asked for with the new one', async () => {
    const { world, caller, code } = await enrolled();
    const token = await firstStep(world);
    const newPassword = 'another long enough phrase';
    const change = { currentPassword: goodPassword, newPassword };
    expect(await changePassword(world.ports, caller, change)).toEqual({ ok: true });
    expect(await finish(world, token, code())).toEqual(refused('login-expired'));
    const anew = await firstStep(world, someOrigin, newPassword);
    expect(await finish(world, anew, code())).toMatchObject({ ok: true });
  });

  it('is over when the second factor is gone', async () => {
    const { world, ann, code } = await enrolled();
    const token = await firstStep(world);
    await world.ports.secondFactors.remove(ann.id);
    expect(await finish(world, token, code())).toEqual(refused('login-expired'));
  });
});

describe('wrong codes', () => {
  it('lock after five, as wrong passwords do, also for the right code and for recovery codes', async () => {
    const { world, code, recoveryCodes } = await enrolled();
    const token = await firstStep(world);
    for (let i = 0; i < 5; i++) expect(await finish(world, token, wrongCode)).toEqual(refused('wrong-code'));
    const locked = { ok: false, reason: 'locked-out', retryAfterSeconds: 900 };
    expect(await finish(world, token, code())).toEqual(locked);
    expect(await finish(world, token, recoveryCodes[0]!)).toEqual(locked);
    expect(await logIn(world.ports, { name: 'ann', password: goodPassword }, someOrigin)).toEqual(locked);
    // It was not used up by the refusal.
    world.clock.atUnixMs += 900_000;
    const later = await finish(world, await firstStep(world), recoveryCodes[0]!);
    expect(later).toMatchObject({ ok: true });
  });

  it('count together with wrong passwords', async () => {
    const { world, code } = await enrolled();
    const token = await firstStep(world);
    for (let i = 0; i < 3; i++) await logIn(world.ports, { name: 'ann', password: 'wrong' }, someOrigin);
    for (let i = 0; i < 2; i++) await finish(world, token, wrongCode);
    expect(await finish(world, token, code())).toMatchObject({ reason: 'locked-out' });
  });

  it('are not forgotten when the right password is given again', async () => {
    const { world } = await enrolled();
    for (let i = 0; i < 5; i++) await finish(world, await firstStep(world), wrongCode);
    expect(await logIn(world.ports, { name: 'ann', password: goodPassword }, someOrigin)).toMatchObject({
      reason: 'locked-out',
    });
  });

  it('are forgotten with the whole log-in', async () => {
    const { world, phone } = await enrolled();
    for (let round = 0; round < 3; round++) {
      for (let i = 0; i < 4; i++) await finish(world, await firstStep(world), wrongCode);
      const result = await finish(world, await firstStep(world), phone.codeAt(world.clock.atUnixMs));
      expect(result).toMatchObject({ ok: true });
      world.clock.atUnixMs += stepMs;
    }
  });

  it('of strangers are twenty a day, wherever they come from; known ones keep their way in', async () => {
    const { world, ann, phone, code } = await enrolled();
    const home = await finish(world, await firstStep(world), code());
    if (!home.ok) throw new Error(home.reason);
    for (let i = 0; i < 20; i++) {
      const origin = { ...someOrigin, address: `203.0.113.${i}` };
      expect(await finish(world, await firstStep(world, origin), wrongCode, origin)).toEqual(
        refused('wrong-code'),
      );
    }
    world.clock.atUnixMs += 3_600_000;
    const now = () => phone.codeAt(world.clock.atUnixMs);
    expect(await finish(world, await firstStep(world, elsewhere), now(), elsewhere)).toMatchObject({
      reason: 'locked-out',
    });
    expect(await finish(world, await firstStep(world), now())).toMatchObject({ ok: true });
    const admin = await world.caller('admin');
    await unlockAccount(world.ports, admin, ann.id);
    world.clock.atUnixMs += stepMs;
    expect(await finish(world, await firstStep(world, elsewhere), now(), elsewhere)).toMatchObject({
      ok: true,
    });
  });

  it('stand in the log, and no code does', async () => {
    const { world, code } = await enrolled();
    const token = await firstStep(world);
    for (let i = 0; i < 5; i++) await finish(world, token, wrongCode);
    await finish(world, token, code());
    const entries = await world.ports.audit.page({ limit: 10 });
    expect(entries[0]).toMatchObject({
      actorName: 'ann',
      action: 'auth.login',
      outcome: 'refused',
      details: { reason: 'wrong-code', lockedSeconds: 900 },
    });
    expect(JSON.stringify(entries)).not.toContain(wrongCode);
    expect(JSON.stringify(entries)).not.toContain(code());
  });
});

describe('a recovery code', () => {
  it('logs in once, as people type it, and the log says how many are left', async () => {
    const { world, recoveryCodes } = await enrolled();
    expect(new Set(recoveryCodes).size).toBe(recoveryCodesPerAccount);
    const typed = recoveryCodes[3]!
      .toUpperCase()
      .replaceAll('-', ' ')
      .replaceAll('0', 'O')
      .replaceAll('1', 'l');
    expect(await finish(world, await firstStep(world), typed)).toMatchObject({ ok: true });
    const [entry] = await world.ports.audit.page({ limit: 1 });
    expect(entry!.details).toEqual({ secondFactor: 'recovery', recoveryCodesLeft: 9 });
    expect(await finish(world, await firstStep(world), recoveryCodes[3]!)).toEqual(refused('wrong-code'));
  });

  it('is good for its own account alone', async () => {
    const { world } = await enrolled();
    const bob = await enrol(world, await world.addAccount('bob', 'viewer'));
    expect(await finish(world, await firstStep(world), bob.recoveryCodes[0]!)).toEqual(refused('wrong-code'));
  });

  it('is worth nothing after new ones were made, for which the own password is asked', async () => {
    const { world, caller, recoveryCodes } = await enrolled();
    expect(await renewRecoveryCodes(world.ports, caller, 'not the password')).toEqual(
      refused('wrong-password'),
    );
    const renewed = await renewRecoveryCodes(world.ports, caller, goodPassword);
    if (!renewed.ok) throw new Error(renewed.reason);
    expect(await finish(world, await firstStep(world), recoveryCodes[0]!)).toEqual(refused('wrong-code'));
    expect(await finish(world, await firstStep(world), renewed.recoveryCodes[0]!)).toMatchObject({
      ok: true,
    });
  });

  it('is not made for who has no second factor', async () => {
    const world = new AdminWorld();
    const caller = await world.caller('viewer');
    expect(await renewRecoveryCodes(world.ports, caller, goodPassword)).toEqual(refused('no-second-factor'));
  });

  it('still logs in where the secret was sealed with a key that is gone; a code is not judged and locks nobody', async () => {
    const { world, code, recoveryCodes } = await enrolled();
    const sealer = new AesSecretSealer(new Uint8Array(32).fill(99));
    const ports = { ...world.ports, sealer };
    expect([await countUnreadable(world.ports), await countUnreadable(ports)]).toEqual([0, 1]);
    for (let i = 0; i < 10; i++) {
      const token = await firstStep(world);
      expect(await finishLogIn(ports, { token, code: code() }, someOrigin)).toEqual(
        refused('second-factor-unreadable'),
      );
    }
    const token = await firstStep(world);
    expect(await finishLogIn(ports, { token, code: recoveryCodes[0]! }, someOrigin)).toMatchObject({
      ok: true,
    });
  });
});
