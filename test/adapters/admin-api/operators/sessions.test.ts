// Sessions over HTTP: the cookie, its end, and requests from other sites.

import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { LightMyRequestResponse as Response } from 'fastify';
import { AdminHttp } from '../../../support/admin/admin-http.js';
import { goodPassword } from '../../../support/admin/admin-world.js';

let http: AdminHttp;
beforeEach(async () => {
  http = await AdminHttp.start();
});
afterEach(() => http.stop());

const login = (part: object = {}) =>
  http.ask('POST', '/api/v1/auth/login', { payload: { name: 'viewer', password: goodPassword, ...part } });
const me = (cookie: string) => http.ask('GET', '/api/v1/auth/me', { cookie });

const cookiesOf = (reply: Response) => [reply.headers['set-cookie'] ?? []].flat();

describe('the session cookie', () => {
  it('is HttpOnly, SameSite=Strict and of the whole site, with a plain name on http', async () => {
    await http.world.addAccount('viewer', 'viewer');
    const reply = await login();
    expect(reply.statusCode).toBe(200);
    expect(cookiesOf(reply)[0]).toMatch(
      /^tos_session_8080=tos_ses_[\w-]{43}; Max-Age=43200; Path=\/; HttpOnly; SameSite=Strict$/,
    );
    expect(cookiesOf(reply)[1]).toMatch(
      /^tos_browser_8080=tos_brw_[\w-]{43}; Max-Age=7776000; Path=\/; HttpOnly; SameSite=Strict$/,
    );
    expect(reply.json()).toMatchObject({
      account: { name: 'viewer', role: 'viewer', permissions: expect.arrayContaining(['servers:read']) },
    });
    expect(reply.body).not.toContain('tos_ses_');
  });

  it('has the __Host- prefix and Secure when the public address is https', async () => {
    const secure = await AdminHttp.start({ publicUrl: 'https://admin.example.org' });
    await secure.world.addAccount('viewer', 'viewer');
    const payload = { name: 'viewer', password: goodPassword };
    const reply = await secure.ask('POST', '/api/v1/auth/login', { payload });
    expect(cookiesOf(reply)).toEqual(
      ['session', 'browser'].map((kind) =>
        expect.stringMatching(
          new RegExp(`^__Host-tos_${kind}_443=.*Path=/; HttpOnly; Secure; SameSite=Strict$`),
        ),
      ),
    );
    expect(reply.headers['strict-transport-security']).toBeDefined();
    await secure.stop();
  });

  it('is worth nothing after the log-out, which also removes it', async () => {
    const cookie = await http.logIn('viewer');
    expect((await me(cookie)).statusCode).toBe(200);
    const reply = await http.ask('POST', '/api/v1/auth/logout', { cookie });
    expect(reply.statusCode).toBe(204);
    expect(reply.headers['set-cookie']).toMatch(/^tos_session_8080=;.*Expires=Thu, 01 Jan 1970/);
    expect((await me(cookie)).statusCode).toBe(401);
  });

  it('of others is worth nothing after a password change, the own one stays', async () => {
    const cookie = await http.logIn('viewer');
    const other = await http.logIn('viewer');
    const payload = { currentPassword: goodPassword, newPassword: 'another long enough phrase' };
    const reply = await http.ask('POST', '/api/v1/auth/password', { cookie, payload });
    expect(reply.statusCode).toBe(204);
    expect((await me(other)).statusCode).toBe(401);
    expect((await me(cookie)).statusCode).toBe(200);
  });

  it('is worth nothing after a role change or suspension', async () => {
    const owner = await http.logIn('owner');
    for (const change of [{ role: 'moderator' }, { disabled: true }]) {
      const cookie = await http.logIn('viewer', `v${Object.keys(change)[0]}`);
      const { account } = (await me(cookie)).json<{ account: { id: string } }>();
      const url = `/api/v1/accounts/${account.id}`;
      expect((await http.ask('PATCH', url, { cookie: owner, payload: change })).statusCode).toBe(200);
      expect((await me(cookie)).statusCode).toBe(401);
    }
  });

  it('of one console is left alone by another on the same host: browsers keep one jar for all ports', async () => {
    const other = await AdminHttp.start({ publicUrl: 'http://localhost:9090' });
    const consoles = [
      { api: http, host: 'localhost:8080' },
      { api: other, host: 'localhost:9090' },
    ];
    const jar = new Map<string, string>();
    const ask = async (at: number, method: 'GET' | 'POST', url: string, payload?: object) => {
      const { api, host } = consoles[at]!;
      const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
      const reply = await api.ask(method, url, { cookie, headers: { host }, ...(payload && { payload }) });
      for (const { name, value } of reply.cookies) {
        if (value === '') jar.delete(name);
        else jar.set(name, value);
      }
      return reply.statusCode;
    };
    const credentials = { name: 'viewer', password: goodPassword };
    for (const at of [0, 1]) {
      await consoles[at]!.api.world.addAccount('viewer', 'viewer');
      expect(await ask(at, 'POST', '/api/v1/auth/login', credentials)).toBe(200);
    }
    expect([await ask(0, 'GET', '/api/v1/auth/me'), await ask(1, 'GET', '/api/v1/auth/me')]).toEqual([
      200, 200,
    ]);
    expect(await ask(1, 'POST', '/api/v1/auth/logout')).toBe(204);
    expect([await ask(0, 'GET', '/api/v1/auth/me'), await ask(1, 'GET', '/api/v1/auth/me')]).toEqual([
      200, 401,
    ]);
    await other.stop();
  });

  it('behind HTTPS is named by the public port, whatever Host the proxy sends', async () => {
    const secure = await AdminHttp.start({ publicUrl: 'https://admin.example.org:8443' });
    const cookie = await secure.logIn('viewer');
    expect(cookie).toMatch(/^__Host-tos_session_8443=/);
    for (const host of ['10.0.0.5:3000', 'replica-2:3001', '']) {
      const reply = await secure.ask('GET', '/api/v1/auth/me', { cookie, headers: { host } });
      expect(reply.statusCode).toBe(200);
    }
    await secure.stop();
  });

  it('made up is nobody', async () => {
    for (const value of ['x', `tos_ses_${'A'.repeat(43)}`, 'y'.repeat(5000)]) {
      expect((await me(`tos_session_8080=${value}`)).statusCode).toBe(401);
    }
  });
});

describe('a login', () => {
  it('answers 401 alike for wrong passwords and unknown names', async () => {
    await http.world.addAccount('viewer', 'viewer');
    const known = (await login({ password: 'wrong' })).json<{ error: { requestId: string } }>();
    const unknown = (await login({ name: 'nobody' })).json<{ error: { requestId: string } }>();
    expect(known).toEqual({
      error: {
        code: 'wrong-credentials',
        message: 'Name or password is wrong',
        requestId: expect.any(String),
      },
    });
    expect({ ...unknown.error, requestId: '' }).toEqual({ ...known.error, requestId: '' });
  });

  it('answers 429 with the time to wait when it is locked out', async () => {
    await http.world.addAccount('viewer', 'viewer');
    for (let i = 0; i < 5; i++) expect((await login({ password: 'wrong' })).statusCode).toBe(401);
    const reply = await login();
    expect(reply.statusCode).toBe(429);
    expect(reply.headers['retry-after']).toBe('900');
    expect(reply.json()).toMatchObject({ error: { code: 'locked-out', retryAfterSeconds: 900 } });
  });

  it('counts by the address of the peer, whatever it claims', async () => {
    for (let i = 0; i < 31; i++) {
      const headers = { 'x-forwarded-for': `198.51.100.${i}` };
      await http.ask('POST', '/api/v1/auth/login', { headers, payload: { name: `n${i}`, password: 'x' } });
    }
    expect((await login()).statusCode).toBe(429);
  });

  it('counts by the forwarded address behind a configured proxy', async () => {
    const proxied = await AdminHttp.start({ trustedProxies: ['127.0.0.1'] });
    const from = (address: string, name: string) =>
      proxied.ask('POST', '/api/v1/auth/login', {
        headers: { 'x-forwarded-for': address },
        payload: { name, password: 'x' },
      });
    for (let i = 0; i < 30; i++) await from('198.51.100.1', `n${i}`);
    expect((await from('198.51.100.1', 'another')).statusCode).toBe(429);
    expect((await from('198.51.100.2', 'another')).statusCode).toBe(401);
    await proxied.stop();
  });

  it('counts an address once, with whatever port and spelling the proxy writes it', async () => {
    const proxied = await AdminHttp.start({ trustedProxies: ['127.0.0.0/8'] });
    const from = (address: string) =>
      proxied.ask('POST', '/api/v1/auth/login', {
        headers: { 'x-forwarded-for': address },
        payload: { name: 'ann', password: 'x' },
      });
    const spellings = [
      '198.51.100.1:40001',
      '198.51.100.1:40002',
      '::ffff:198.51.100.1',
      '"[::ffff:c633:6401]:9"',
      'made up, 198.51.100.1',
    ];
    for (const one of spellings) expect((await from(one)).statusCode).toBe(401);
    expect((await from('198.51.100.1:40003')).statusCode).toBe(429);
    await proxied.stop();
  });

  it("counts by the proxy's own address what the proxy says badly, and never fails", async () => {
    const proxied = await AdminHttp.start({ trustedProxies: ['127.0.0.1'] });
    await proxied.world.addAccount('viewer', 'viewer');
    for (const said of ['x'.repeat(5_000), '', ',', '\u00ff', 'unknown', '1.2.3.4.5']) {
      const reply = await proxied.ask('POST', '/api/v1/auth/login', {
        headers: { 'x-forwarded-for': said },
        payload: { name: 'viewer', password: goodPassword },
      });
      expect([said, reply.statusCode]).toEqual([said, 200]);
    }
    const sessions = await proxied.world.ports.audit.page({ limit: 6 });
    expect(new Set(sessions.map(({ address }) => address))).toEqual(new Set(['127.0.0.1']));
    expect((await proxied.ask('GET', '/metrics')).body).toContain(
      'tos_admin_forwarded_addresses_unreadable_total 6',
    );
    await proxied.stop();
  });

  it('is asked for as often as one is right', async () => {
    await http.world.addAccount('viewer', 'viewer');
    for (let i = 0; i < 40; i++) expect((await login()).statusCode).toBe(200);
  });

  it('with the browser of an earlier one is served while strangers are locked out', async () => {
    const proxied = await AdminHttp.start({ trustedProxies: ['127.0.0.1'] });
    await proxied.world.addAccount('viewer', 'viewer');
    const from = (address: string, password: string, cookie = '') =>
      proxied.ask('POST', '/api/v1/auth/login', {
        headers: { 'x-forwarded-for': address },
        cookie,
        payload: { name: 'viewer', password },
      });
    const first = await from('203.0.113.1', goodPassword);
    const browser = first.cookies.find(({ name }) => name.startsWith('tos_browser'))!;
    for (let i = 0; i < 50; i++) await from(`198.51.100.${i}`, 'wrong');
    expect((await from('203.0.113.2', goodPassword)).statusCode).toBe(429);
    const cookie = `${browser.name}=${browser.value}`;
    expect((await from('203.0.113.2', goodPassword, cookie)).statusCode).toBe(200);
    await proxied.stop();
  });

  it('is possible again when an owner or admin has unlocked the account', async () => {
    const viewer = await http.world.addAccount('viewer', 'viewer');
    for (const role of ['owner', 'admin'] as const) {
      const cookie = await http.logIn(role);
      for (let i = 0; i < 5; i++) await login({ password: 'wrong' });
      expect((await login()).statusCode).toBe(429);
      const url = `/api/v1/accounts/${viewer.id.toUpperCase()}/unlock`;
      expect((await http.ask('POST', url, { cookie })).statusCode).toBe(204);
      expect((await login()).statusCode).toBe(200);
    }
  });
});

describe('a first password', () => {
  it('opens nothing but the change to another, with which everything is open', async () => {
    const owner = await http.logIn('owner');
    const created = await http.ask('POST', '/api/v1/accounts', {
      cookie: owner,
      payload: { name: 'vera', role: 'admin' },
    });
    const { password } = created.json<{ password: string }>();
    const reply = await login({ name: 'vera', password });
    expect(reply.json()).toMatchObject({ account: { passwordChangeDue: true } });
    const cookie = reply.cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
    for (const url of ['servers', 'audit', 'events', 'maps', 'players']) {
      const refused = await http.ask('GET', `/api/v1/${url}`, { cookie });
      expect([refused.statusCode, refused.json<{ error: { code: string } }>().error.code]).toEqual([
        403,
        'password-change-due',
      ]);
    }
    expect((await me(cookie)).statusCode).toBe(200);
    const change = (newPassword: string) =>
      http.ask('POST', '/api/v1/auth/password', {
        cookie,
        payload: { currentPassword: password, newPassword },
      });
    expect((await change(password)).json()).toMatchObject({ error: { code: 'password-not-new' } });
    expect((await change('passwordpassword')).json()).toMatchObject({
      error: { code: 'password-too-simple' },
    });
    expect((await change('another long enough phrase')).statusCode).toBe(204);
    expect((await me(cookie)).json()).toMatchObject({ account: { passwordChangeDue: false } });
    expect((await http.ask('GET', '/api/v1/audit', { cookie })).statusCode).toBe(200);
  });
});

describe('a state-changing request of a browser', () => {
  const logout = (cookie: string, headers: Record<string, string>) =>
    http.ask('POST', '/api/v1/auth/logout', { cookie, headers: { host: 'localhost:8080', ...headers } });

  it.each([
    [{ 'sec-fetch-site': 'cross-site' }],
    [{ 'sec-fetch-site': 'same-site' }],
    [{ 'sec-fetch-site': 'cross-site', origin: 'http://localhost:8080' }],
    [{ origin: 'http://evil.example' }],
    [{ origin: 'null' }],
    [{ origin: 'http://localhost:9999' }],
  ])('from elsewhere is refused before anything else: %j', async (headers) => {
    const cookie = await http.logIn('viewer');
    const reply = await logout(cookie, headers);
    expect([reply.statusCode, reply.json<{ error: { code: string } }>().error.code]).toEqual([
      403,
      'cross-origin',
    ]);
    expect((await me(cookie)).statusCode).toBe(200);
  });

  it.each([
    [{ 'sec-fetch-site': 'same-origin', origin: 'http://localhost:8080' }],
    [{ origin: 'http://localhost:8080' }],
    [{ origin: 'http://LOCALHOST:8080' }],
    [{}],
  ])('from here is served: %j', async (headers) => {
    const cookie = await http.logIn('viewer');
    expect((await logout(cookie, headers)).statusCode).toBe(204);
  });

  it('may come through a proxy that changes Host, when the public address is configured', async () => {
    await http.world.addAccount('viewer', 'viewer');
    const headers = { host: '10.0.0.5:3000', origin: 'http://localhost:8080' };
    const payload = { name: 'viewer', password: goodPassword };
    const reply = await http.ask('POST', '/api/v1/auth/login', { headers, payload });
    const cookie = reply.cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
    expect((await logout(cookie, headers)).statusCode).toBe(204);
  });
});
