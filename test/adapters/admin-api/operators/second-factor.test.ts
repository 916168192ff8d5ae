// A second factor over HTTP: enrolling, logging in with it in two steps, what is open to who lacks one, and who may take it away.

import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { LightMyRequestResponse as Response } from 'fastify';
import { stepMs } from '#ports/admin/sign-in/one-time-codes.js';
import { AdminHttp } from '../../../support/admin/admin-http.js';
import { goodPassword } from '../../../support/admin/admin-world.js';
import { EventReader } from '../../../support/admin/event-reader.js';
import { Phone } from '../../../support/admin/phone.js';

let http: AdminHttp;
beforeEach(async () => {
  http = await AdminHttp.start();
});
afterEach(() => http.stop());

const post = (path: string, payload: object, cookie = '') =>
  http.ask('POST', `/api/v1/auth/${path}`, { cookie, payload });
const me = (cookie: string) => http.ask('GET', '/api/v1/auth/me', { cookie });
const cookieOf = (reply: Response) => reply.cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
const codeIn = (reply: Response) => reply.json<{ error: { code: string } }>().error.code;
const now = () => http.world.clock.atUnixMs;

async function enrolOver(cookie: string) {
  const proposed = await post('second-factor', { currentPassword: goodPassword }, cookie);
  const { secret, uri } = proposed.json<{ secret: string; uri: string }>();
  const phone = new Phone(secret);
  const confirmed = await post('second-factor/confirm', { code: phone.codeAt(now()) }, cookie);
  http.world.clock.atUnixMs += stepMs;
  return { phone, uri, secret, confirmed, ...confirmed.json<{ recoveryCodes: string[] }>() };
}

describe('a second factor', () => {
  it('is enrolled with the password and a code, and says what apps scan', async () => {
    const cookie = await http.logIn('viewer');
    expect((await me(cookie)).json()).toMatchObject({
      account: { secondFactor: 'off', recoveryCodesLeft: 0 },
    });
    const { uri, secret, recoveryCodes } = await enrolOver(cookie);
    expect(uri).toBe(
      `otpauth://totp/TOS%20console:viewer%40localhost%3A8080?secret=${secret}&issuer=TOS%20console&algorithm=SHA1&digits=6&period=30`,
    );
    expect(recoveryCodes).toHaveLength(10);
    for (const code of recoveryCodes) expect(code).toMatch(/^[0-9a-z]{4}(-[0-9a-z]{4}){4}$/);
    expect((await me(cookie)).json()).toMatchObject({
      account: { secondFactor: 'on', recoveryCodesLeft: 10 },
    });
  });

  it('is not in force before a right code, nor for a wrong password', async () => {
    const cookie = await http.logIn('viewer');
    const wrong = await post('second-factor', { currentPassword: 'a guess' }, cookie);
    expect([wrong.statusCode, codeIn(wrong)]).toEqual([403, 'wrong-password']);
    expect(codeIn(await post('second-factor/confirm', { code: '000000' }, cookie))).toBe('enrolment-expired');
    await post('second-factor', { currentPassword: goodPassword }, cookie);
    const confirmed = await post('second-factor/confirm', { code: 'x' }, cookie);
    expect([confirmed.statusCode, codeIn(confirmed)]).toEqual([403, 'wrong-code']);
    expect((await me(cookie)).json()).toMatchObject({ account: { secondFactor: 'off' } });
  });

  it('is asked for at the log-in, by a cookie that opens nothing else', async () => {
    const { phone } = await enrolOver(await http.logIn('owner'));
    const first = await post('login', { name: 'owner', password: goodPassword });
    expect([first.statusCode, first.json()]).toEqual([200, { account: null, codeDue: true }]);
    expect([first.headers['set-cookie']].flat()).toEqual([
      expect.stringMatching(
        /^tos_login_8080=tos_hlf_[\w-]{43}; Max-Age=300; Path=\/; HttpOnly; SameSite=Strict$/,
      ),
    ]);
    const half = cookieOf(first);
    for (const cookie of [half, half.replace('tos_login', 'tos_session')])
      for (const path of ['auth/me', 'accounts', 'servers', 'events'])
        expect((await http.ask('GET', `/api/v1/${path}`, { cookie })).statusCode).toBe(401);

    const wrong = await post('login/code', { code: '12345' }, half);
    expect([wrong.statusCode, codeIn(wrong), wrong.headers['set-cookie']]).toEqual([
      403,
      'wrong-code',
      undefined,
    ]);
    const second = await post('login/code', { code: phone.codeAt(now()) }, half);
    expect([second.statusCode, second.json<{ account: object }>().account]).toMatchObject([
      200,
      { name: 'owner' },
    ]);
    expect(second.cookies.map(({ name, value }) => [name, value === ''])).toEqual([
      ['tos_session_8080', false],
      ['tos_browser_8080', false],
      ['tos_login_8080', true],
    ]);
    expect((await me(cookieOf(second))).statusCode).toBe(200);
    expect(codeIn(await post('login/code', { code: phone.codeAt(now()) }, half))).toBe('login-expired');
  });

  it('answers nobody with anything but that the log-in is over', async () => {
    for (const cookie of ['', 'tos_login_8080=x', `tos_login_8080=${'y'.repeat(5_000)}`]) {
      const reply = await post('login/code', { code: '123456' }, cookie);
      expect([reply.statusCode, codeIn(reply)]).toEqual([401, 'login-expired']);
    }
  });

  it('answers 429 with the time to wait when wrong codes have locked', async () => {
    await enrolOver(await http.logIn('viewer'));
    const half = cookieOf(await post('login', { name: 'viewer', password: goodPassword }));
    for (let i = 0; i < 5; i++) await post('login/code', { code: 'wrong' }, half);
    const reply = await post('login/code', { code: 'wrong' }, half);
    expect([reply.statusCode, reply.headers['retry-after']]).toEqual([429, '900']);
  });

  it('is removed with the password, and recovery codes are made anew with it', async () => {
    const cookie = await http.logIn('viewer');
    await enrolOver(cookie);
    const own = { currentPassword: goodPassword };
    const renewed = await post('second-factor/recovery-codes', own, cookie);
    expect(renewed.json<{ recoveryCodes: string[] }>().recoveryCodes).toHaveLength(10);
    expect(codeIn(await post('second-factor/remove', { currentPassword: 'a guess' }, cookie))).toBe(
      'wrong-password',
    );
    expect((await post('second-factor/remove', own, cookie)).statusCode).toBe(204);
    expect(await http.logIn('viewer')).toContain('tos_session');
    expect(codeIn(await post('second-factor/recovery-codes', own, cookie))).toBe('no-second-factor');
  });

  it('of a colleague is seen and taken away by admins, never of who holds more', async () => {
    await enrolOver(await http.logIn('moderator'));
    await enrolOver(await http.logIn('owner'));
    const admin = await http.logIn('admin');
    const { accounts } = (await http.ask('GET', '/api/v1/accounts', { cookie: admin })).json<{
      accounts: { id: string; name: string; secondFactor: boolean }[];
    }>();
    expect(Object.fromEntries(accounts.map(({ name, secondFactor }) => [name, secondFactor]))).toEqual({
      ...{ admin: false, moderator: true, owner: true },
    });
    const remove = (name: string) => {
      const { id } = accounts.find((one) => one.name === name)!;
      return http.ask('DELETE', `/api/v1/accounts/${id}/second-factor`, { cookie: admin });
    };
    expect((await remove('moderator')).statusCode).toBe(204);
    expect(codeIn(await remove('moderator'))).toBe('no-second-factor');
    expect(codeIn(await remove('owner'))).toBe('role-above-own');
    expect(codeIn(await remove('admin'))).toBe('own-account');
  });
});

describe('a role that demands a second factor', () => {
  const demand = (cookie: string, role: string, demanded: boolean) =>
    http.ask('PUT', `/api/v1/second-factor-demands/${role}`, { cookie, payload: { demanded } });

  it('opens nothing but enrolling to who has none, from the next request on', async () => {
    const owner = await http.logIn('owner');
    const viewer = await http.logIn('viewer');
    expect((await http.ask('GET', '/api/v1/servers', { cookie: viewer })).statusCode).toBe(200);
    expect((await demand(owner, 'viewer', true)).statusCode).toBe(204);
    const listed = await http.ask('GET', '/api/v1/second-factor-demands', { cookie: owner });
    expect(listed.json()).toEqual({ roles: ['viewer'] });
    for (const url of ['servers', 'events', 'maps', 'players']) {
      const refused = await http.ask('GET', `/api/v1/${url}`, { cookie: viewer });
      expect([refused.statusCode, codeIn(refused)]).toEqual([403, 'second-factor-due']);
    }
    expect((await me(viewer)).json()).toMatchObject({ account: { secondFactor: 'due' } });
    await enrolOver(viewer);
    expect((await http.ask('GET', '/api/v1/servers', { cookie: viewer })).statusCode).toBe(200);
    const own = { currentPassword: goodPassword };
    expect(codeIn(await post('second-factor/remove', own, viewer))).toBe('second-factor-demanded');
  });

  it('ends the event streams of who has none', async () => {
    const owner = await http.logIn('owner');
    const viewer = await http.logIn('viewer');
    const url = await http.url();
    const cookie = viewer.replace('8080', new URL(url).port);
    const stream = await EventReader.open(`${url}/api/v1/events`, { cookie });
    await demand(owner, 'viewer', true);
    await stream.ended();
  });

  it('is one that there is', async () => {
    const owner = await http.logIn('owner');
    for (const role of ['king', '', 'VIEWER'])
      expect((await demand(owner, role, true)).statusCode).toBeGreaterThanOrEqual(400);
  });
});
