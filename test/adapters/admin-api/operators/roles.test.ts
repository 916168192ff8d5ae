// Roles that owners make, over HTTP: of what, for whom, and what becomes of those who hold one when it changes.

import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { grantable } from '#application/admin/access/permissions.js';
import { AdminHttp } from '../../../support/admin/admin-http.js';
import { goodPassword } from '../../../support/admin/admin-world.js';
import { EventReader } from '../../../support/admin/event-reader.js';

let http: AdminHttp;
let owner: string;
beforeEach(async () => {
  http = await AdminHttp.start();
  owner = await http.logIn('owner');
});
afterEach(() => http.stop());

const watch = { name: 'night-watch', means: 'At night', permissions: ['players:read', 'players:kick'] };
const make = (payload: object = watch, cookie = owner) =>
  http.ask('POST', '/api/v1/roles', { cookie, payload });
const change = (permissions: readonly string[], name = watch.name, cookie = owner) =>
  http.ask('PUT', `/api/v1/roles/${name}`, { cookie, payload: { means: 'Changed', permissions } });
const remove = (name: string, cookie = owner) => http.ask('DELETE', `/api/v1/roles/${name}`, { cookie });
const list = async (cookie = owner) =>
  (await http.ask('GET', '/api/v1/roles', { cookie })).json<{
    roles: { name: string; permissions: string[]; builtIn: boolean; holders: number }[];
    grantable: string[];
  }>();
const codeOf = (reply: { json: <T>() => T }) => reply.json<{ error: { code: string } }>().error.code;
const statusOf = async (url: string, cookie: string) =>
  (await http.ask('GET', `/api/v1/${url}`, { cookie })).statusCode;
/** Somebody who may manage accounts and little else. */
async function logInSteward(): Promise<string> {
  await make({ name: 'steward', means: 'Accounts', permissions: ['accounts:manage', 'players:read'] });
  return http.logIn('steward');
}

describe('a role that was made', () => {
  it('opens to who holds it what it was made of, and the own account', async () => {
    expect((await make()).json()).toEqual({
      role: {
        ...watch,
        builtIn: false,
        holders: 0,
        permissions: ['account:self', 'players:read', 'players:kick'],
      },
    });
    const created = await http.ask('POST', '/api/v1/accounts', {
      ...{ cookie: owner, payload: { name: 'nora', role: watch.name } },
    });
    expect([created.statusCode, created.json()]).toMatchObject([201, { account: { role: watch.name } }]);
    const cookie = await http.logIn(watch.name, 'olaf');
    const me = await http.ask('GET', '/api/v1/auth/me', { cookie });
    expect(me.json()).toMatchObject({
      account: { role: watch.name, permissions: ['account:self', 'players:read', 'players:kick'] },
    });
    expect(await statusOf('players', cookie)).toBe(200);
    expect(await statusOf('servers', cookie)).toBe(403);
    const { roles } = await list();
    expect(roles.map(({ name, holders }) => [name, holders])).toEqual([
      ['owner', 1],
      ['admin', 0],
      ['moderator', 0],
      ['viewer', 0],
      ['night-watch', 2],
    ]);
  });

  it('changes for who holds it with the next request, and what streams to them ends', async () => {
    await make({ ...watch, permissions: ['players:read', 'live:read'] });
    const cookie = await http.logIn(watch.name, 'olaf');
    const stream = await EventReader.open(`${await http.url()}/api/v1/events`, {
      host: 'localhost:8080',
      cookie,
    });
    expect((await change(['servers:read'])).statusCode).toBe(200);
    await stream.ended();
    expect([await statusOf('players', cookie), await statusOf('servers', cookie)]).toEqual([403, 200]);
  });

  it('is changed by one of two who saw the same, and by whoever looked again', async () => {
    await make();
    const saw = async () => {
      const { roles } = await list();
      const { permissions } = roles.find(({ name }) => name === watch.name)!;
      return { means: watch.means, permissions };
    };
    const put = (permissions: string[], was: object) =>
      http.ask('PUT', `/api/v1/roles/${watch.name}`, {
        ...{ cookie: owner, payload: { means: watch.means, permissions, was } },
      });
    const was = await saw();
    expect((await put(['players:mute'], was)).statusCode).toBe(200);
    const late = await put(['players:read'], was);
    expect([late.statusCode, codeOf(late)]).toEqual([409, 'role-changed']);
    expect((await saw()).permissions).toEqual(['account:self', 'players:mute']);
    expect((await put(['players:read'], await saw())).statusCode).toBe(200);
  });

  it('is changed by who says what it posted itself, without what every role may do', async () => {
    await make();
    const { means, permissions } = watch;
    const put = (was: object) =>
      http.ask('PUT', `/api/v1/roles/${watch.name}`, { cookie: owner, payload: { means, permissions, was } });
    expect((await put({ means, permissions })).statusCode).toBe(200);
    expect((await put({ means, permissions: permissions.toReversed() })).statusCode).toBe(200);
    expect(codeOf(await put({ means, permissions: permissions.slice(1) }))).toBe('role-changed');
    expect(codeOf(await put({ means: 'Other', permissions }))).toBe('role-changed');
  });

  it('bounds the API keys of who holds it', async () => {
    await make();
    const cookie = await http.logIn(watch.name, 'olaf');
    const expiresAt = new Date(http.world.clock.atUnixMs + 86_400_000).toISOString();
    const wish = { label: 'nightly', expiresAt, currentPassword: goodPassword };
    const key = (permissions: string[]) =>
      http.ask('POST', '/api/v1/auth/api-keys', { cookie, payload: { ...wish, permissions } });
    expect(codeOf(await key(['players:mute']))).toBe('role-above-own');
    const { token } = (await key(['players:read'])).json<{ token: string }>();
    expect((await http.ask('GET', '/api/v1/players', { token })).statusCode).toBe(200);
    await change(['servers:read']);
    expect((await http.ask('GET', '/api/v1/players', { token })).statusCode).toBe(403);
  });

  it('goes when nobody holds it, and with it that a second factor is demanded of it', async () => {
    await make();
    const demand = (role: string) =>
      http.ask('PUT', `/api/v1/second-factor-demands/${role}`, {
        ...{ cookie: owner, payload: { demanded: true } },
      });
    expect(codeOf(await demand('nobodys'))).toBe('unknown-role');
    expect((await demand(watch.name)).statusCode).toBe(204);
    const cookie = await http.logIn(watch.name, 'olaf');
    expect(await statusOf('players', cookie)).toBe(403);
    expect(codeOf(await remove(watch.name))).toBe('role-in-use');
    const { id } = (await http.world.ports.accounts.findByName('olaf'))!;
    await http.ask('PATCH', `/api/v1/accounts/${id}`, { cookie: owner, payload: { role: 'viewer' } });
    expect((await remove(watch.name)).statusCode).toBe(204);
    expect(await http.world.ports.secondFactors.listDemands()).toEqual(new Set());
    expect(codeOf(await remove(watch.name))).toBe('unknown-role');
  });

  it('is in the audit log with what it was and is', async () => {
    await make();
    await change(['servers:read']);
    await remove(watch.name);
    const entries = await http.world.ports.audit.page({ limit: 3 });
    expect(entries.map(({ action, target, details }) => [action, target, details])).toEqual([
      ['role.remove', 'role:night-watch', { before: { means: 'Changed', permissions: ['servers:read'] } }],
      [
        'role.change',
        'role:night-watch',
        {
          before: { means: watch.means, permissions: watch.permissions },
          after: { means: 'Changed', permissions: ['servers:read'] },
          holders: 0,
        },
      ],
      ['role.create', 'role:night-watch', { after: { means: watch.means, permissions: watch.permissions } }],
    ]);
  });
});

describe('who may do less than a role', () => {
  it('does not make, change, remove or give it, nor takes it away', async () => {
    const steward = await logInSteward();
    expect(codeOf(await make(watch, steward))).toBe('role-above-own');
    await make();
    expect(codeOf(await change(['players:read'], watch.name, steward))).toBe('role-above-own');
    expect(codeOf(await remove(watch.name, steward))).toBe('role-above-own');
    const created = await http.ask('POST', '/api/v1/accounts', {
      ...{ cookie: steward, payload: { name: 'nora', role: watch.name } },
    });
    expect(codeOf(created)).toBe('role-above-own');
    await http.logIn(watch.name, 'olaf');
    const { id } = (await http.world.ports.accounts.findByName('olaf'))!;
    const payload = { role: 'steward' };
    const taken = await http.ask('PATCH', `/api/v1/accounts/${id}`, { cookie: steward, payload });
    expect(codeOf(taken)).toBe('role-above-own');
    expect((await list()).roles.at(-2)).toMatchObject({ name: watch.name, permissions: expect.any(Array) });
  });

  it('neither demands a second factor of it nor lifts that', async () => {
    const steward = await logInSteward();
    for (const demanded of [true, false]) {
      const reply = await http.ask('PUT', '/api/v1/second-factor-demands/owner', {
        ...{ cookie: steward, payload: { demanded } },
      });
      expect(codeOf(reply)).toBe('role-above-own');
    }
    expect(await http.world.ports.secondFactors.listDemands()).toEqual(new Set());
  });

  it('makes and changes what holds no more', async () => {
    const steward = await logInSteward();
    expect((await make({ ...watch, permissions: ['players:read'] }, steward)).statusCode).toBe(201);
    expect((await change([], watch.name, steward)).statusCode).toBe(200);
    // Nobody gives themselves more either.
    expect(codeOf(await change([...grantable], 'steward', steward))).toBe('role-above-own');
    expect((await change(['accounts:manage'], 'steward', steward)).statusCode).toBe(200);
    expect(await statusOf('players', steward)).toBe(403);
  });
});

describe('roles that cannot be', () => {
  it.each([
    [{ name: 'Night Watch' }, 400, 'invalid-request'],
    [{ name: 'a' }, 400, 'invalid-request'],
    [{ name: 'constructor', permissions: ['account:self'] }, 400, 'invalid-request'],
    [{ permissions: ['players:fly'] }, 400, 'invalid-request'],
    [{ means: '' }, 400, 'invalid-request'],
    [{ means: 'a\u202Eb' }, 400, 'invalid-request'],
    [{ name: 'owner' }, 409, 'role-name-taken'],
    [{ name: 'viewer' }, 409, 'role-name-taken'],
  ])('%j are refused', async (part, status, code) => {
    const reply = await make({ ...watch, ...part });
    expect([reply.statusCode, codeOf(reply)]).toEqual([status, code]);
    expect((await list()).roles).toHaveLength(4);
  });

  it('the four stay as they are', async () => {
    expect(codeOf(await change([], 'viewer'))).toBe('built-in-role');
    expect(codeOf(await remove('viewer'))).toBe('built-in-role');
    expect(codeOf(await change([], 'nobodys'))).toBe('unknown-role');
  });

  it('an account takes none that is not there', async () => {
    const created = await http.ask('POST', '/api/v1/accounts', {
      ...{ cookie: owner, payload: { name: 'nora', role: 'nobodys' } },
    });
    expect([created.statusCode, codeOf(created)]).toEqual([404, 'unknown-role']);
    expect(await http.world.ports.accounts.findByName('nora')).toBeUndefined();
  });

  it('of names that are not known any more nothing comes', async () => {
    await http.world.ports.accounts.addRole({ ...watch, permissions: ['players:fly', 'players:read'] });
    const cookie = await http.logIn(watch.name, 'olaf');
    expect(await statusOf('players', cookie)).toBe(200);
    expect((await list()).roles.at(-1)!.permissions).toEqual(['account:self', 'players:read']);
  });
});
