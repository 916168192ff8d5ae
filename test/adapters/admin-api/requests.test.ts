// What any request may be like: odd, unknown; its body is in bodies.test.ts. Each gets a coded answer, and nothing breaks.

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { errorCodes } from '#adapters/admin-api/http/error-codes.js';
import { AdminHttp, introduction, serverId, telemetry } from '../../support/admin/admin-http.js';

let http: AdminHttp;
let token: string;
let cookie: string;
beforeAll(async () => {
  http = await AdminHttp.start();
  token = await http.registerServer();
  cookie = await http.logIn('owner');
});
afterAll(() => http.stop());

interface Refusal {
  error: { code: string; fields?: { path: string; message: string }[]; requestId: string };
}
describe('a path', () => {
  it.each([
    '/api/v1/nothing',
    '/api',
    '/api/v1//servers',
    '/api/v1/servers%2f',
    '/API/v1/servers',
    '/api/',
    '/api/v1/servers/',
    '/health/other',
    '/metrics/x',
  ])('that is no route is 404, never a page: %s', async (url) => {
    const reply = await http.ask('GET', url, { cookie });
    expect([reply.statusCode, reply.headers['content-type']]).toEqual([404, expect.stringContaining('json')]);
    expect(reply.json<Refusal>().error.code).toBe('not-found');
  });

  it('with a broken escape is refused', async () => {
    const reply = await http.ask('GET', '/api/v1/servers/%E0%A4%A', { cookie });
    expect([reply.statusCode, reply.json<Refusal>().error.code]).toEqual([400, 'invalid-request']);
    expect(reply.headers['x-content-type-options']).toBe('nosniff');
  });

  it.each(['1%27%20or%201=1', '..%2f..%2fhealth%2flive', '%00'])(
    'with an id that is none is told so: %s',
    async (id) => {
      const reply = await http.ask('GET', `/api/v1/servers/${id}`, { cookie });
      expect(reply.json<Refusal>().error).toMatchObject({
        code: 'invalid-request',
        fields: [{ path: 'id' }],
      });
    },
  );

  it('of an unknown thing is 404 with its own code', async () => {
    const unknown = '99999999-9999-4999-8999-999999999999';
    const code = async (url: string) => {
      const reply = await http.ask('GET', url, { cookie });
      return [reply.statusCode, reply.json<Refusal>().error.code];
    };
    expect(await code(`/api/v1/servers/${unknown}`)).toEqual([404, 'unknown-server']);
    expect(await code(`/api/v1/servers/${unknown}/history`)).toEqual([404, 'unknown-server']);
    expect(await code(`/api/v1/players/${unknown}`)).toEqual([404, 'unknown-player']);
    expect(await code('/api/v1/maps/atlantis')).toEqual([404, 'unknown-map']);
  });
});

describe('a method that the address does not take', () => {
  it.each([
    ['POST', '/api/v1/servers', 'GET, HEAD'],
    ['GET', '/api/v1/auth/login', 'POST'],
    ['POST', `/api/v1/servers/${serverId}`, 'DELETE, GET, HEAD, PATCH, PUT'],
    ['PATCH', '/health/live', 'GET, HEAD'],
    ['PUT', '/metrics', 'GET, HEAD'],
    ['OPTIONS', '/api/v1/events', 'GET, HEAD'],
    ['GET', '/api/v1/telemetry/positions', 'POST'],
    ['POST', '/api/v1/events/recent', 'GET, HEAD'],
    ['POST', '/', 'GET, HEAD'],
    ['DELETE', '/servers', 'GET, HEAD'],
  ])('is refused with those that it takes: %s %s', async (method, url, allow) => {
    const reply = await http.ask(method as 'GET', url, { cookie });
    expect([reply.statusCode, reply.headers['allow']]).toEqual([405, allow]);
    expect(reply.json<Refusal>().error.code).toBe('method-not-allowed');
  });

  it('at an address that is none is told that there is nothing', async () => {
    for (const url of ['/api/v1/nothing', '/nowhere', '/servers.html']) {
      const reply = await http.ask('POST', url, { cookie });
      expect([reply.statusCode, reply.json<Refusal>().error.code]).toEqual([404, 'not-found']);
    }
  });
});

describe('a key', () => {
  const p = 2n ** 255n - 19n;
  const spelled = (u: bigint) => u.toString(16).padStart(64, '0').match(/../g)!.reverse().join('');
  const eighth = 325606250916557431795983626356110631294008115727848805560023387167927233504n;
  const points = [0n, 1n, p - 1n, p, p + 1n, eighth, eighth + p, 2n ** 255n, 2n ** 255n + 1n];

  it.each(points.map(spelled))('that would agree on zeros gets no token, and no server: %s', async (key) => {
    const introduced = await http.ask('PUT', `/api/v1/servers/${serverId}`, {
      token,
      payload: { ...introduction, publicKey: key, proof: 'ab'.repeat(32) },
    });
    expect(introduced.json<Refusal>().error.fields).toMatchObject([{ path: 'publicKey' }]);
    const login = await http.world.bearerToken('login-service');
    const payload = { accountId: serverId, characterName: 'Ann', clientKey: key, serverId };
    const asked = await http.ask('POST', '/api/v1/connect-tokens', { token: login, payload });
    expect(asked.json<Refusal>().error.fields).toMatchObject([{ path: 'clientKey' }]);
  });
});

describe('an id', () => {
  it('is one, in whatever case it is spelled: a suspended account has no stream left', async () => {
    const viewer = await http.logIn('viewer');
    const { account } = (await http.ask('GET', '/api/v1/auth/me', { cookie: viewer })).json<{
      account: { id: string };
    }>();
    const ended: string[] = [];
    const endStreams = http.streams.endStreamsOfAccount.bind(http.streams);
    http.streams.endStreamsOfAccount = (id) => void ended.push(id);
    const url = `/api/v1/accounts/${account.id.toUpperCase()}`;
    const reply = await http.ask('PATCH', url, { cookie, payload: { disabled: true } });
    http.streams.endStreamsOfAccount = endStreams;
    expect([reply.statusCode, ended]).toEqual([200, [account.id]]);
  });

  it('in a body is one too', async () => {
    const http = await AdminHttp.start();
    await http.registerServer();
    const login = await http.world.bearerToken('login-service');
    const accountId = 'abcdefab-1111-4111-8111-abcdefabcdef';
    const ask = (id: string) =>
      http.ask('POST', '/api/v1/connect-tokens', {
        token: login,
        payload: { accountId: id, characterName: 'Ann', clientKey: 'ab'.repeat(32), serverId },
      });
    for (let i = 0; i < 20; i++) {
      expect((await ask(i % 2 === 0 ? accountId : accountId.toUpperCase())).statusCode).toBe(201);
    }
    expect((await ask(accountId.toUpperCase())).statusCode).toBe(429);
    await http.stop();
  });
});

describe('every answer', () => {
  it('carries the security headers, refusals too', async () => {
    for (const url of ['/health/live', '/api/v1/servers', '/api/v1/nothing', '/', '/assets/none.js']) {
      const { headers } = await http.ask('GET', url);
      expect(headers).toMatchObject({
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'no-referrer',
        'x-frame-options': 'DENY',
        'x-request-id': expect.stringMatching(/^[0-9a-f-]{36}$/),
      });
      expect(headers['content-security-policy']).toContain("frame-ancestors 'none'");
    }
  });

  it('of the API is kept by no cache', async () => {
    for (const url of ['/api/v1/servers', '/%61pi/v1/servers', '/api/nothing']) {
      const reply = await http.ask('GET', url, { cookie });
      expect(reply.headers['cache-control']).toBe('no-store');
    }
  });

  it('has the request id that the log line has, and the log line no query', async () => {
    const reply = await http.ask('GET', '/api/v1/players?search=secret', { cookie });
    const line = http.log.lines.find(({ fields }) => fields['requestId'] === reply.headers['x-request-id']);
    expect(line).toMatchObject({
      level: 'info',
      fields: { method: 'GET', path: '/api/v1/players', status: 200, account: 'owner' },
    });
  });
});

describe('an unexpected failure', () => {
  it('answers 500 and its request id, and keeps the reason for the log', async () => {
    const { servers } = http.world.ports;
    const list = servers.list;
    servers.list = () => Promise.reject(new Error('the reason, with a secret'));
    const reply = await http.ask('GET', '/api/v1/servers', { cookie });
    servers.list = list;
    expect(reply.statusCode).toBe(500);
    expect(reply.body).not.toContain('secret');
    const { requestId } = reply.json<Refusal>().error;
    const line = http.log.lines.find(
      ({ level, fields }) => level === 'error' && fields['requestId'] === requestId,
    );
    expect(line?.fields['reason']).toBe('the reason, with a secret');
  });

  it('of the database connection, or of its full disk, answers 503', async () => {
    const { servers } = http.world.ports;
    const list = servers.list;
    const codes: [string, string, string?][] = [
      ['ECONNREFUSED', 'connect ECONNREFUSED 127.0.0.1:5432'],
      ['57P01', 'terminating connection due to administrator command'],
      ['', 'Connection terminated unexpectedly'],
      ['53100', 'could not extend file "base/16386/16558": No space left on device', 'database-full'],
      ['XX000', 'could not extend file "base/16386/16558": File too large', 'database-full'],
    ];
    for (const [code, message, says = 'unavailable'] of codes) {
      servers.list = () => Promise.reject(Object.assign(new Error(message), { code }));
      const reply = await http.ask('GET', '/api/v1/servers', { cookie });
      expect([reply.statusCode, reply.json<Refusal>().error.code]).toEqual([503, says]);
      const ready = await http.ask('GET', '/health/ready', {});
      const { error = {} } = ready.json<{ error?: object }>();
      const down = says === 'database-full' ? ['database-disk'] : [];
      expect([ready.statusCode, Object.keys(error)]).toEqual([down.length === 0 ? 200 : 503, down]);
    }
    servers.list = list;
  });
});

describe('what game servers report', () => {
  it.each(['joined', 'left', 'changed', 'online'])(
    'names only what a character can be called: %s',
    async (list) => {
      const player = { characterId: 7, level: 3 };
      const more: Record<string, object> = { left: { playedSeconds: 1 }, changed: { map: 'meadow' } };
      const rest = more[list] ?? { accountId: serverId, map: 'meadow' };
      for (const characterName of ['', 'An', 'A nn', 'Zoë', '7Ann', 'A'.repeat(25), '<b>Ann</b>']) {
        const payload = { [list]: [{ ...player, ...rest, characterName }] };
        const reply = await http.ask('POST', `/api/v1/servers/${serverId}/players`, { token, payload });
        expect([characterName, reply.statusCode]).toEqual([characterName, 400]);
        expect(reply.json()).toMatchObject({
          error: {
            fields: [
              { path: `${list}.0.characterName`, message: expect.stringContaining('3 to 24 letters') },
            ],
          },
        });
      }
    },
  );

  it('is what operators read', async () => {
    await http.ask('POST', '/api/v1/telemetry', {
      token,
      payload: { ...telemetry, at: new Date(http.world.clock.atUnixMs).toISOString() },
    });
    const joined = {
      characterId: 7,
      characterName: 'Ann',
      accountId: '00000000-0000-0000-0000-000000000000',
      level: 3,
      map: 'meadow',
    };
    await http.ask('POST', `/api/v1/servers/${serverId}/players`, { token, payload: { joined: [joined] } });
    const get = async (url: string) => (await http.ask('GET', url, { cookie })).json<unknown>();
    expect(await get(`/api/v1/servers/${serverId}`)).toMatchObject({
      id: serverId,
      status: 'online',
      players: 3,
      tickMsP50: 1.5,
      tickMsP99: 3,
      packetsOutPerSecond: 60,
      memoryBytes: 1e8,
    });
    expect(await get('/api/v1/servers')).toMatchObject({ servers: [{ name: 'local', maps: ['meadow'] }] });
    expect(await get(`/api/v1/servers/${serverId}/history`)).toMatchObject({
      points: [{ players: 3, tickMsP99: 3 }],
    });
    expect(await get('/api/v1/players?online=true&search=AN')).toMatchObject({
      players: [{ name: 'Ann', level: 3, online: true, serverName: 'local', map: 'meadow' }],
      nextCursor: null,
      total: 1,
    });
    expect(await get('/api/v1/players?online=false')).toMatchObject({ players: [], total: 0 });
    expect(await get('/api/v1/maps')).toEqual({
      maps: [{ key: 'meadow', name: 'Willowmere', widthM: 2, heightM: 1 }],
    });
    expect(await get('/api/v1/maps/meadow')).toMatchObject({
      tilesets: [{ image: '/api/v1/maps/meadow/tilesets/0' }],
      layers: [{ name: 'ground', data: [1, 0] }],
    });
  });

  it('comes with the pictures of its tilesets', async () => {
    const reply = await http.ask('GET', '/api/v1/maps/meadow/tilesets/0', { cookie });
    expect([reply.headers['content-type'], [...reply.rawPayload]]).toEqual(['image/png', [0x89, 0x50]]);
  });
});

describe('accounts and audit', () => {
  it('are managed by the owner, and everything is in the log', async () => {
    const payload = { name: 'New.Admin-1', role: 'admin' };
    const created = await http.ask('POST', '/api/v1/accounts', { cookie, payload });
    expect(created.statusCode).toBe(201);
    expect(created.json()).toMatchObject({
      account: { name: 'New.Admin-1', role: 'admin', disabled: false },
      password: expect.any(String),
    });
    expect((await http.ask('POST', '/api/v1/accounts', { cookie, payload })).statusCode).toBe(409);
    const { accounts } = (await http.ask('GET', '/api/v1/accounts', { cookie })).json<{
      accounts: object[];
    }>();
    expect(accounts.length).toBeGreaterThan(1);
    expect(JSON.stringify(accounts)).not.toContain('argon2');
    const first = (await http.ask('GET', '/api/v1/audit?limit=1', { cookie })).json<{
      entries: { action: string }[];
      nextCursor: string;
    }>();
    expect(first.entries).toMatchObject([{ action: 'account.create', outcome: 'done', actorName: 'owner' }]);
    const next = await http.ask('GET', `/api/v1/audit?limit=1&cursor=${first.nextCursor}`, { cookie });
    expect(next.json()).toMatchObject({ entries: [{ outcome: expect.any(String) }] });
    expect(next.json()).not.toMatchObject({ entries: first.entries });
  });
});

describe('the list of error codes', () => {
  it('has a client or server status for each, and words', () => {
    for (const [code, [status, message]] of Object.entries(errorCodes)) {
      expect(code).toMatch(/^[a-z]+(-[a-z]+)*$/);
      expect(status).toBeGreaterThanOrEqual(400);
      expect(message.length).toBeGreaterThan(10);
    }
  });
});

describe('the log of requests', () => {
  it.each([
    ['heartbeat', { players: 0, draining: false }],
    ['commands/fetch', { known: [], waitSeconds: 0 }],
    ['sanctions/fetch', { mark: null }],
  ])('has no line for what each server asks all the time: %s', async (call, payload) => {
    await http.ask('POST', `/api/v1/servers/${serverId}/${call}`, { token, payload });
    const line = http.log.lines.findLast(({ fields }) => String(fields['path']).endsWith(call));
    expect(line).toMatchObject({ level: 'debug', fields: { status: 200 } });
  });
});
