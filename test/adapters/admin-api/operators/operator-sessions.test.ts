// Sessions of operators over HTTP: seen, ended, and the event streams of ended ones close.

import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { AdminHttp } from '../../../support/admin/admin-http.js';
import { EventReader } from '../../../support/admin/event-reader.js';

let http: AdminHttp;
beforeEach(async () => {
  http = await AdminHttp.start();
});
afterEach(() => http.stop());

interface Seen {
  readonly id: string;
  readonly isOwn: boolean;
}

const sessions = async (cookie: string, of = 'auth') =>
  (await http.ask('GET', `/api/v1/${of}/sessions`, { cookie })).json<{ sessions: Seen[] }>().sessions;
const end = (cookie: string, path: string) => http.ask('DELETE', `/api/v1/${path}`, { cookie });
const me = async (cookie: string) => (await http.ask('GET', '/api/v1/auth/me', { cookie })).statusCode;

async function openStream(cookie: string): Promise<EventReader> {
  const url = await http.url();
  return EventReader.open(`${url}/api/v1/events`, { host: 'localhost:8080', cookie });
}

describe('own sessions', () => {
  it('are listed without what opens them', async () => {
    const cookie = await http.logIn('viewer');
    await http.logIn('viewer');
    const seen = await sessions(cookie);
    expect(seen).toHaveLength(2);
    expect(seen[0]).toEqual({
      id: expect.stringMatching(/^[0-9a-f]{32}$/),
      isOwn: expect.any(Boolean),
      address: '127.0.0.1',
      browser: expect.any(String),
      since: '2027-01-15T08:00:00.000Z',
      lastUsedAt: '2027-01-15T08:00:00.000Z',
    });
    expect(seen.filter(({ isOwn }) => isOwn)).toHaveLength(1);
  });

  it('end one by one, or all others, and their event streams with them', async () => {
    const cookie = await http.logIn('viewer');
    for (const all of [false, true]) {
      const other = await http.logIn('viewer');
      const stream = await openStream(other);
      const { id } = (await sessions(other)).find(({ isOwn }) => isOwn)!;
      expect((await end(cookie, all ? 'auth/sessions' : `auth/sessions/${id}`)).statusCode).toBe(204);
      await stream.ended();
      expect([await me(other), await me(cookie)]).toEqual([401, 200]);
      expect((await end(cookie, `auth/sessions/${id}`)).statusCode).toBe(404);
    }
  });
});

describe('sessions of a colleague', () => {
  it('are seen and ended by owners', async () => {
    const owner = await http.logIn('owner');
    const viewer = await http.logIn('viewer');
    const { id } = (await http.world.ports.accounts.findByName('viewer'))!;
    const [one] = await sessions(owner, `accounts/${id}`);
    expect(one).toMatchObject({ isOwn: false });
    expect((await end(viewer, `accounts/${id}/sessions`)).statusCode).toBe(403);
    const stream = await openStream(viewer);
    expect((await end(owner, `accounts/${id}/sessions/${one!.id}`)).statusCode).toBe(204);
    await stream.ended();
    expect(await me(viewer)).toBe(401);
    expect((await end(owner, `accounts/${id}/sessions`)).statusCode).toBe(204);
    const own = (await http.world.ports.accounts.findByName('owner'))!;
    expect((await end(owner, `accounts/${own.id}/sessions`)).json()).toMatchObject({
      error: { code: 'own-account' },
    });
    expect(
      (await http.ask('GET', `/api/v1/accounts/${one!.id}/sessions`, { cookie: owner })).statusCode,
    ).toBe(400);
  });
});

describe('a colleague’s password', () => {
  it('is given anew by admins, logs in once shown, and opens nothing but its change', async () => {
    const admin = await http.logIn('admin');
    const viewer = await http.logIn('viewer');
    const { id } = (await http.world.ports.accounts.findByName('viewer'))!;
    const url = `/api/v1/accounts/${id}/reset-password`;
    expect((await http.ask('POST', url, { cookie: viewer })).statusCode).toBe(403);
    const reset = await http.ask('POST', url, { cookie: admin });
    expect([reset.statusCode, await me(viewer)]).toEqual([200, 401]);
    const { password } = reset.json<{ password: string }>();
    const login = await http.ask('POST', '/api/v1/auth/login', { payload: { name: 'viewer', password } });
    expect(login.json()).toMatchObject({ account: { passwordChangeDue: true } });
  });
});
