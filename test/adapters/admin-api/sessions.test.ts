// Sessions over HTTP: the cookie, its end, and requests from other sites.

import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { AdminHttp } from '../../support/admin-http.js';
import { goodPassword } from '../../support/admin-world.js';

let http: AdminHttp;
beforeEach(async () => {
  http = await AdminHttp.start();
});
afterEach(() => http.stop());

const login = (part: object = {}) =>
  http.ask('POST', '/api/v1/auth/login', { payload: { name: 'viewer', password: goodPassword, ...part } });
const me = (cookie: string) => http.ask('GET', '/api/v1/auth/me', { cookie });

describe('the session cookie', () => {
  it('is HttpOnly, SameSite=Strict and of the whole site, with a plain name on http', async () => {
    await http.world.addAccount('viewer', 'viewer');
    const reply = await login();
    expect(reply.statusCode).toBe(200);
    expect(reply.headers['set-cookie']).toMatch(
      /^tos_session=tos_ses_[\w-]{43}; Max-Age=43200; Path=\/; HttpOnly; SameSite=Strict$/,
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
    expect(reply.headers['set-cookie']).toMatch(
      /^__Host-tos_session=.*Path=\/; HttpOnly; Secure; SameSite=Strict$/,
    );
    expect(reply.headers['strict-transport-security']).toBeDefined();
    await secure.stop();
  });

  it('is worth nothing after the log-out, which also removes it', async () => {
    const cookie = await http.logIn('viewer');
    expect((await me(cookie)).statusCode).toBe(200);
    const reply = await http.ask('POST', '/api/v1/auth/logout', { cookie });
    expect(reply.statusCode).toBe(204);
    expect(reply.headers['set-cookie']).toMatch(/^tos_session=;.*Expires=Thu, 01 Jan 1970/);
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

  it('made up is nobody', async () => {
    for (const value of ['x', `tos_ses_${'A'.repeat(43)}`, 'y'.repeat(5000)]) {
      expect((await me(`tos_session=${value}`)).statusCode).toBe(401);
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
    const cookie = await http.logIn('viewer');
    const headers = { host: '10.0.0.5:3000', origin: 'http://localhost:8080' };
    expect((await logout(cookie, headers)).statusCode).toBe(204);
  });
});
