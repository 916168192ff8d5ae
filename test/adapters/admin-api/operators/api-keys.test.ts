// Keys for programs of operators, over HTTP: who makes them, what they open, and when they are good no more.

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openableBy } from '#application/admin/access/permissions.js';
import { apiKeysMax } from '#ports/admin/tokens/api-key-store.js';
import { AdminHttp } from '../../../support/admin/admin-http.js';
import { goodPassword } from '../../../support/admin/admin-world.js';
import { EventReader } from '../../../support/admin/event-reader.js';

let http: AdminHttp;
beforeAll(async () => {
  http = await AdminHttp.start();
});
afterAll(() => http.stop());

interface Key {
  id: string;
  label: string;
  permissions: string[];
  lastUsedAt: string | null;
  revokedAt: string | null;
}
const dayMs = 86_400_000;
const inDays = (days: number) => new Date(http.world.clock.atUnixMs + days * dayMs).toISOString();
const make = (cookie: string, part: object = {}) =>
  http.ask('POST', '/api/v1/auth/api-keys', {
    cookie,
    payload: {
      ...{ label: 'nightly', permissions: ['players:read'], expiresAt: inDays(90) },
      ...{ currentPassword: goodPassword, ...part },
    },
  });
const made = async (cookie: string, part: object = {}) => {
  const reply = await make(cookie, part);
  if (reply.statusCode !== 201) throw new Error(reply.body);
  return reply.json<{ token: string; key: Key }>();
};
const own = async (cookie: string) =>
  (await http.ask('GET', '/api/v1/auth/api-keys', { cookie })).json<{ keys: Key[] }>().keys;
const codeOf = (reply: { json: <T>() => T }) => reply.json<{ error: { code: string } }>().error.code;
const read = (token: string, url = '/api/v1/players') => http.ask('GET', url, { token });

describe('an API key', () => {
  it('is made with the own password, shown once, and opens what it was made for', async () => {
    const cookie = await http.logIn('moderator', 'maker');
    const { token, key } = await made(cookie);
    expect(key).toMatchObject({ label: 'nightly', permissions: ['players:read'], lastUsedAt: null });
    expect(await own(cookie)).toEqual([key]);
    const listed = await http.ask('GET', '/api/v1/auth/api-keys', { cookie });
    expect(listed.json<{ openable: string[] }>().openable).toEqual(openableBy({ role: 'moderator' }));
    expect(openableBy({ role: 'moderator' })).not.toContain('account:self');
    expect((await read(token)).statusCode).toBe(200);
    const refused = await read(token, '/api/v1/servers');
    expect([refused.statusCode, codeOf(refused)]).toEqual([403, 'not-permitted']);
    expect(await own(cookie)).toMatchObject([{ lastUsedAt: expect.any(String) }]);
    const self = await read(token, '/api/v1/api-keys/current');
    expect(self.json()).toEqual({
      ...{ account: 'maker', label: 'nightly', permissions: ['players:read'], expiresAt: inDays(90) },
    });
  });

  it('acts in the name of its operator, and the audit log says by which key', async () => {
    const cookie = await http.logIn('admin', 'writer');
    const { token, key } = await made(cookie, { label: 'by night', permissions: ['servers:manage'] });
    const id = '99999999-9999-4999-8999-999999999999';
    expect((await http.ask('GET', '/api/v1/audit', { token })).statusCode).toBe(403);
    const [refusal] = await http.world.ports.audit.page({ limit: 1 });
    expect(refusal).toMatchObject({
      ...{ actorName: 'writer', action: 'access', outcome: 'refused' },
      details: { permission: 'audit:read', apiKey: 'by night', apiKeyId: key.id },
    });
    expect((await http.ask('DELETE', `/api/v1/servers/${id}`, { token })).statusCode).toBe(404);
  });

  it.each([
    [{ permissions: ['tokens:manage'] }, 400, 'invalid-request'],
    [{ permissions: ['account:self'] }, 400, 'invalid-request'],
    [{ permissions: ['players:approve'] }, 400, 'invalid-request'],
    [{ permissions: ['servers:manage'] }, 403, 'role-above-own'],
    [{ permissions: [] }, 400, 'invalid-request'],
    [{ permissions: ['players:fly'] }, 400, 'invalid-request'],
    [{ expiresAt: undefined }, 400, 'invalid-request'],
    [{ label: '\u200B' }, 400, 'invalid-request'],
    [{ currentPassword: 'another password than that' }, 403, 'wrong-password'],
  ])('is not made with %j', async (part, status, code) => {
    const cookie = await http.logIn('moderator', `not-${JSON.stringify(part).length}`);
    const reply = await make(cookie, part);
    expect([reply.statusCode, codeOf(reply)]).toEqual([status, code]);
    expect(await own(cookie)).toEqual([]);
  });

  it.each([
    [-1, 'expiry-in-the-past'],
    [367, 'expiry-too-far-ahead'],
  ])('is good for %i days: refused', async (days, code) => {
    const reply = await make(await http.logIn('viewer', `days${days + 1}`), { expiresAt: inDays(days) });
    expect([reply.statusCode, codeOf(reply)]).toEqual([400, code]);
  });

  it('runs out', async () => {
    const { token } = await http.apiKey('viewer', 'outlived', ['players:read'], 60_000);
    expect((await read(token)).statusCode).toBe(200);
    http.world.clock.atUnixMs += 60_000;
    const refused = await read(token);
    expect([refused.statusCode, codeOf(refused)]).toEqual([401, 'invalid-api-key']);
  });

  it('is revoked by its operator, not by another, and its streams end', async () => {
    const cookie = await http.logIn('viewer', 'watcher');
    const { token, key } = await made(cookie, { permissions: ['live:read'] });
    const stream = await EventReader.open(`${await http.url()}/api/v1/events`, {
      host: 'localhost:8080',
      authorization: `Bearer ${token}`,
    });
    const revoke = (who: string, path = `auth/api-keys/${key.id}`) =>
      http.ask('DELETE', `/api/v1/${path}`, { cookie: who });
    const stranger = await http.logIn('admin', 'stranger');
    expect((await revoke(stranger)).statusCode).toBe(404);
    expect((await revoke(stranger, `api-keys/${key.id}`)).statusCode).toBe(403);
    expect((await revoke(cookie)).statusCode).toBe(204);
    expect((await revoke(cookie)).statusCode).toBe(404);
    await stream.ended();
    expect((await read(token, '/api/v1/api-keys/current')).statusCode).toBe(401);
    expect(await own(cookie)).toMatchObject([{ id: key.id, revokedAt: expect.any(String) }]);
  });

  it('of anybody is seen and revoked by owners', async () => {
    const { token, key } = await http.apiKey('moderator', 'colleague', ['players:read']);
    const owner = await http.logIn('owner');
    const all = await http.ask('GET', '/api/v1/api-keys', { cookie: owner });
    expect(all.json<{ keys: Key[] }>().keys.map(({ id }) => id)).toContain(key.id);
    expect(all.body).not.toContain(token);
    const reply = await http.ask('DELETE', `/api/v1/api-keys/${key.id}`, { cookie: owner });
    expect([reply.statusCode, (await read(token)).statusCode]).toEqual([204, 401]);
  });

  it('opens no more than its operator may: less with a lower role, nothing of a disabled account', async () => {
    const owner = await http.logIn('owner');
    const { token, key } = await http.apiKey('admin', 'sinking', ['audit:read', 'players:read']);
    const change = (payload: object) =>
      http.ask('PATCH', `/api/v1/accounts/${key.accountId}`, { cookie: owner, payload });
    expect((await read(token, '/api/v1/audit')).statusCode).toBe(200);
    await change({ role: 'viewer' });
    expect((await read(token, '/api/v1/audit')).statusCode).toBe(403);
    expect((await read(token)).statusCode).toBe(200);
    await change({ disabled: true });
    expect((await read(token)).statusCode).toBe(401);
  });

  it('ends when a colleague has to reset the password', async () => {
    const { token, key } = await http.apiKey('moderator', 'careless', ['players:read']);
    const admin = await http.logIn('admin', 'helper');
    const reset = await http.ask('POST', `/api/v1/accounts/${key.accountId}/reset-password`, {
      cookie: admin,
    });
    expect([reset.statusCode, (await read(token)).statusCode]).toEqual([200, 401]);
  });

  it('goes before a cookie, and is no way to what people alone may do', async () => {
    const cookie = await http.logIn('owner');
    const { token } = await http.apiKey('owner', 'owner', ['players:read', 'account:self', 'tokens:manage']);
    const both = (url: string) => http.ask('GET', url, { cookie, token });
    expect((await both('/api/v1/servers')).statusCode).toBe(403);
    for (const url of ['/api/v1/auth/sessions', '/api/v1/machine-tokens', '/api/v1/auth/api-keys'])
      expect([url, (await read(token, url)).statusCode]).toEqual([url, 403]);
    const forged = await http.ask('GET', '/api/v1/players', { cookie, token: `${token.slice(0, -1)}-` });
    expect(forged.statusCode).toBe(401);
  });

  it('is one of so many', async () => {
    const cookie = await http.logIn('viewer', 'collector');
    for (let i = 0; i < apiKeysMax; i++) await http.apiKey('viewer', 'collector', ['players:read']);
    const reply = await make(cookie);
    expect([reply.statusCode, codeOf(reply)]).toEqual([409, 'too-many-api-keys']);
  });
});
