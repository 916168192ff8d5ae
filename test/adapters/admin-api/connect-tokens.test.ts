// Letting a player in over HTTP: who may ask, what a wish must look like, what comes back.

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { decodeToken } from '#adapters/protocol/session/tokens/connect-token.js';
import { AdminHttp, introduction, serverId } from '../../support/admin/admin-http.js';

let http: AdminHttp;
let serverToken: string;
let token: string;
beforeAll(async () => {
  http = await AdminHttp.start();
  serverToken = await http.registerServer();
  token = await http.world.bearerToken('login-service', 'our login');
});
afterAll(() => http.stop());

const wish = {
  accountId: 'aaaaaaaa-0000-4000-8000-000000000001',
  characterName: 'Ada',
  clientKey: '5a'.repeat(32),
  serverId,
};
const ask = (payload: object, more: { token?: string; cookie?: string } = { token }) =>
  http.ask('POST', '/api/v1/connect-tokens', { ...more, payload });

describe('POST /api/v1/connect-tokens', () => {
  it('answers with a token and all that a client needs to connect with it', async () => {
    const reply = await ask(wish);
    expect(reply.statusCode).toBe(201);
    const body = reply.json<{ token: string; expiresAt: string; server: object }>();
    expect(decodeToken(Buffer.from(body.token, 'base64url'))).toMatchObject({ name: 'Ada', guest: false });
    expect(Date.parse(body.expiresAt)).toBe(http.world.clock.atUnixMs + 60_000);
    const { host, udpPort, publicKey, protocolHash } = introduction;
    expect(body.server).toEqual({ id: serverId, host, udpPort, publicKey, protocolHash });
  });

  it('is for login services alone: not for operators, game servers or strangers', async () => {
    for (const by of [
      {},
      { token: serverToken },
      { token: `${token}x` },
      { cookie: await http.logIn('owner') },
    ]) {
      const reply = await ask(wish, by);
      expect([reply.statusCode, reply.json<{ error: { code: string } }>().error.code]).toEqual([
        401,
        'invalid-login-service-token',
      ]);
    }
    const heartbeat = await http.ask('POST', `/api/v1/servers/${serverId}/heartbeat`, {
      token,
      payload: { players: 0, draining: false },
    });
    expect(heartbeat.statusCode).toBe(401);
  });

  it.each([
    ['a guest’s account', { accountId: '00000000-0000-0000-0000-000000000000' }],
    ['a name that none can have', { characterName: 'A da' }],
    ['a key that is too short', { clientKey: '5a'.repeat(31) }],
    ['a field nobody knows', { level: 9 }],
  ])('refuses %s', async (_what, part) => {
    expect((await ask({ ...wish, ...part })).statusCode).toBe(400);
  });

  it('answers 404 for an unknown server, 429 for one account that asks too often', async () => {
    expect((await ask({ ...wish, serverId: wish.accountId })).statusCode).toBe(404);
    const accountId = 'aaaaaaaa-0000-4000-8000-000000000002';
    for (let i = 0; i < 20; i++) await ask({ ...wish, accountId });
    const reply = await ask({ ...wish, accountId });
    expect(reply.statusCode).toBe(429);
    expect(reply.headers['retry-after']).toBe('60');
  });
});
