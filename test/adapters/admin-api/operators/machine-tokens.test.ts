// Tokens of machines and what operators decide about servers, over HTTP.

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AdminHttp, introduction, serverId, telemetry } from '../../../support/admin/admin-http.js';

let http: AdminHttp;
let owner: string;
beforeAll(async () => {
  http = await AdminHttp.start();
  owner = await http.logIn('owner');
});
afterAll(() => http.stop());

interface Made {
  token: string;
  machineToken: { id: string; live: boolean; serverId: string | null };
}
const make = async (payload: object) =>
  http.ask('POST', '/api/v1/machine-tokens', { cookie: owner, payload });
const list = async () =>
  (await http.ask('GET', '/api/v1/machine-tokens', { cookie: owner })).json<{
    tokens: Made['machineToken'][];
  }>().tokens;
const codeOf = (reply: { json: <T>() => T }) => reply.json<{ error: { code: string } }>().error.code;

describe('tokens of machines', () => {
  it('are made with a name, kind and end, shown once, listed without, and revoked', async () => {
    const expiresAt = new Date(http.world.clock.atUnixMs + 60_000).toISOString();
    const reply = await make({ label: 'north', kind: 'game-server', expiresAt });
    expect(reply.statusCode).toBe(201);
    const { token, machineToken } = reply.json<Made>();
    expect(machineToken).toMatchObject({ label: 'north', kind: 'game-server', live: true, expiresAt });
    expect(await list()).toEqual([machineToken]);

    const id = '22222222-2222-4222-8222-222222222222';
    expect((await http.introduce(token, id)).statusCode).toBe(200);
    expect(await list()).toMatchObject([{ serverId: id, lastUsedAt: expect.any(String) }]);

    const revoke = () => http.ask('DELETE', `/api/v1/machine-tokens/${machineToken.id}`, { cookie: owner });
    expect((await revoke()).statusCode).toBe(204);
    expect((await revoke()).statusCode).toBe(404);
    expect(await list()).toMatchObject([{ live: false, revokedAt: expect.any(String) }]);
    const beat = { token, payload: { players: 0, draining: false } };
    const refused = await http.ask('POST', `/api/v1/servers/${id}/heartbeat`, beat);
    expect([refused.statusCode, codeOf(refused)]).toEqual([401, 'invalid-server-token']);
    const server = await http.ask('GET', `/api/v1/servers/${id}`, { cookie: owner });
    expect(server.json()).toMatchObject({ status: 'offline' });
  });

  it('are the owners’ alone', async () => {
    const cookie = await http.logIn('admin');
    expect((await http.ask('GET', '/api/v1/machine-tokens', { cookie })).statusCode).toBe(403);
  });
});

describe('a server', () => {
  it('is refused without a proof, with what is missing', async () => {
    const token = await http.world.bearerToken();
    const bare = await http.ask('PUT', `/api/v1/servers/${serverId}`, { token, payload: introduction });
    expect([bare.statusCode, codeOf(bare)]).toEqual([400, 'invalid-request']);
    const payload = { ...introduction, proof: 'ab'.repeat(32) };
    const wrong = await http.ask('PUT', `/api/v1/servers/${serverId}`, { token, payload });
    expect([wrong.statusCode, codeOf(wrong)]).toEqual([403, 'identity-not-proven']);
  });

  it('that moved shows where it says it is; PATCH lets it in there, DELETE forgets it', async () => {
    const token = await http.registerServer();
    const address = { host: 'play.example.org', udpPort: 7001 };
    const moved = await http.introduce(token, serverId, address);
    expect([moved.statusCode, codeOf(moved)]).toEqual([409, 'server-moved']);
    const cookie = await http.logIn('admin');
    const url = `/api/v1/servers/${serverId.toUpperCase()}`;
    const seen = await http.ask('GET', url, { cookie });
    expect(seen.json()).toMatchObject({ host: '127.0.0.1', pendingAddress: address });
    const agreed = await http.ask('PATCH', url, { cookie, payload: address });
    expect(agreed.json()).toMatchObject({ ...address, pendingAddress: null });
    expect((await http.introduce(token, serverId, address)).statusCode).toBe(200);
    expect((await http.ask('DELETE', url, { cookie })).statusCode).toBe(204);
    expect((await http.ask('GET', url, { cookie })).statusCode).toBe(404);
  });
});

describe('an address of a server', () => {
  it.each(['', 'play example', 'http://play.example.org', 'a\u0000b', '[::1]', 'ü.example'])(
    'is a host and nothing else: %j',
    async (host) => {
      const url = `/api/v1/servers/${serverId}`;
      const reply = await http.ask('PATCH', url, { cookie: owner, payload: { host, udpPort: 7777 } });
      expect([reply.statusCode, codeOf(reply)]).toEqual([400, 'invalid-request']);
    },
  );
});

describe('what a server measures', () => {
  it.each([
    ['memoryBytes', 1e308],
    ['heapBytes', 2 ** 51],
    ['tickMsP99', 1e12],
    ['packetsOutPerSecond', 1e300],
    ['bytesInPerSecond', 1e15],
    ['cpuPercent', 1e9],
    ['players', 100_001],
    ['entities', 1e9],
    ['playersByMap', { meadow: 1e9 }],
    ['gatewaysConnections', [1e9]],
  ])('is refused where no server can be: %s', async (field, value) => {
    const token = await http.registerServer();
    const payload = { ...telemetry, [field]: value };
    const reply = await http.ask('POST', '/api/v1/telemetry', { token, payload });
    expect([reply.statusCode, codeOf(reply)]).toEqual([400, 'invalid-request']);
  });

  it('at its bounds can be read back', async () => {
    const token = await http.registerServer();
    for (const second of [0, 1]) {
      const at = new Date(http.world.clock.atUnixMs - second * 1_000).toISOString();
      const payload = { ...telemetry, at, memoryBytes: 2 ** 50, packetsInPerSecond: 1e9, tickMsP99: 3.6e6 };
      expect((await http.ask('POST', '/api/v1/telemetry', { token, payload })).statusCode).toBe(202);
    }
    const history = await http.ask('GET', `/api/v1/servers/${serverId}/history`, { cookie: owner });
    expect(history.json()).toMatchObject({ points: [{ memoryBytes: 2 ** 50 }, {}] });
  });

  it.each([
    ['a place off every map', { entities: [[1, 1, 1024.5, 3, 'Ann', 0]] }, 400, 'invalid-request'],
    ['no number', { entities: [[1, 1, null, 3, 'Ann', 0]] }, 400, 'invalid-request'],
    ['a map that it did not name', { map: 'atlantis', entities: [] }, 409, 'foreign-map'],
  ])('of positions is refused for %s', async (_what, part, status, code) => {
    const token = await http.registerServer();
    const payload = { serverId, map: 'meadow', tick: 1, ...part };
    const reply = await http.ask('POST', '/api/v1/telemetry/positions', { token, payload });
    expect([reply.statusCode, codeOf(reply)]).toEqual([status, code]);
  });
});
