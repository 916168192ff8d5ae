// Connect tokens: who gets one, for what, how often, and whose keys servers are told of.

import { beforeEach, describe, expect, it } from '@jest/globals';
import { NobleCryptoSuite } from '#adapters/noble/noble-crypto-suite.js';
import { decodeToken } from '#adapters/protocol/session/tokens/connect-token.js';
import { tokenIssuer } from '#adapters/protocol/session/tokens/server-identity.js';
import { verifyToken } from '#adapters/protocol/session/tokens/verify-token.js';
import {
  issueConnectToken,
  type ConnectWish,
} from '#application/admin/connect-tokens/issue-connect-token.js';
import { recordGoodbye, recordHeartbeat } from '#application/admin/servers/record-heartbeat.js';
import { staleAfterMs } from '#application/admin/liveness/server-status.js';
import { announceIssuer } from '#application/admin/tokens/token-issuers.js';
import type { ServerDescription } from '#ports/admin/servers/server-registry.js';
import type { ServerToken } from '#ports/admin/tokens/server-token-store.js';
import { AdminWorld, someOrigin } from '../../support/admin/admin-world.js';
import { register, testPublicKey } from '../../support/servers/proving-server.js';

const accountId = 'aaaaaaaa-0000-4000-8000-000000000001';
const clientKey = '5a'.repeat(32);

let world: AdminWorld;
let gameServer: ServerToken;
let service: ServerToken;
let wish: ConnectWish;
let server: ServerDescription;

beforeEach(async () => {
  world = new AdminWorld();
  const registered = await world.gameServer();
  ({ token: gameServer, server } = registered);
  service = await world.serverToken({ kind: 'login-service' });
  wish = { accountId, characterName: 'Ada', clientKey, serverId: server.id };
});

const issue = (part: Partial<ConnectWish> = {}) =>
  issueConnectToken(world.ports, service, { ...wish, ...part }, someOrigin);
const bytes = (hex: string) => Uint8Array.from(Buffer.from(hex.replaceAll('-', ''), 'hex'));

describe('a connect token', () => {
  it('names account, character, server and client key, and lives a minute', async () => {
    const result = await issue();
    if (!result.ok) throw new Error(result.reason);
    const nowUnixS = world.clock.atUnixMs / 1000;
    expect(decodeToken(result.token)).toMatchObject({
      accountId: bytes(accountId),
      serverId: bytes(wish.serverId),
      clientKey: bytes(clientKey),
      name: 'Ada',
      guest: false,
      resume: false,
      issuedUnixS: nowUnixS,
      expiresUnixS: nowUnixS + 60,
    });
    expect(result.expiresAtUnixMs).toBe(world.clock.atUnixMs + 60_000);
    expect(result.server).toMatchObject({ id: wish.serverId, udpPort: 7777, publicKey: testPublicKey });
  });

  it.each(['0.0.0.0', '::', '0:0::0', '::ffff:0.0.0.0'])('is not given for a server at %s', async (host) => {
    await world.ports.servers.setAddress(server.id, { host, udpPort: 7777 });
    expect(await issue()).toEqual({ ok: false, reason: 'server-without-address' });
  });

  it('is what a server accepts that knows the key it was told of', async () => {
    await announceIssuer(world.ports);
    const told = await recordHeartbeat(world.ports, gameServer, wish.serverId, {
      players: 0,
      draining: false,
    });
    const result = await issue();
    if (!told.ok || !result.ok) throw new Error('refused');
    const crypto = new NobleCryptoSuite();
    const expected = {
      ownIssuer: tokenIssuer(crypto, crypto.signingKeyPair(new Uint8Array(32).fill(1)).publicKey),
      issuers: told.tokenIssuers.map((key) => tokenIssuer(crypto, bytes(key))),
      serverId: bytes(wish.serverId),
      clientKey: bytes(clientKey),
      nowUnixS: world.clock.atUnixMs / 1000,
    };
    expect(verifyToken(crypto, result.token, expected)).toMatchObject({ ok: true });
    expect(verifyToken(crypto, result.token, { ...expected, issuers: [] })).toEqual({
      ok: false,
      reason: 'unknown-issuer',
    });
  });

  it('is another one every time', async () => {
    const tokens = [await issue(), await issue()].map((result) => result.ok && result.token);
    expect(tokens[0]).not.toEqual(tokens[1]);
  });

  it('is written into the audit log, without the token', async () => {
    const result = await issue();
    if (!result.ok) throw new Error(result.reason);
    const [entry] = await world.ports.audit.page({ limit: 1 });
    expect(entry).toMatchObject({
      actorId: undefined,
      actorName: `login-service:${service.id}`,
      action: 'connect-token.issue',
      outcome: 'done',
      target: `player-account:${accountId}`,
      details: { characterName: 'Ada', serverId: wish.serverId },
      address: someOrigin.address,
    });
    expect(JSON.stringify(entry)).not.toContain(
      Buffer.from(result.token).toString('base64url').slice(20, 60),
    );
  });

  it('that was not given counts for none: who asked again and again gets one when there is one', async () => {
    const elsewhere = { serverId: accountId };
    for (let i = 0; i < 25; i++) expect(await issue(elsewhere)).toMatchObject({ reason: 'unknown-server' });
    await recordHeartbeat(world.ports, gameServer, wish.serverId, { players: 0, draining: true });
    for (let i = 0; i < 25; i++) expect(await issue()).toMatchObject({ reason: 'server-not-open' });
    await recordHeartbeat(world.ports, gameServer, wish.serverId, { players: 0, draining: false });
    expect(await issue()).toMatchObject({ ok: true });
  });

  it('is not issued for a server that is unknown, silent, draining or gone', async () => {
    const refused = { ok: false, reason: 'server-not-open' };
    expect(await issue({ serverId: accountId })).toEqual({ ok: false, reason: 'unknown-server' });
    await recordHeartbeat(world.ports, gameServer, wish.serverId, { players: 0, draining: true });
    expect(await issue()).toEqual(refused);
    await recordHeartbeat(world.ports, gameServer, wish.serverId, { players: 0, draining: false });
    world.clock.atUnixMs += staleAfterMs;
    expect(await issue()).toEqual(refused);
    await recordHeartbeat(world.ports, gameServer, wish.serverId, { players: 0, draining: false });
    expect(await issue()).toMatchObject({ ok: true });
    await recordGoodbye(world.ports, gameServer, wish.serverId);
    expect(await issue()).toEqual(refused);
    expect(await world.auditActions()).toEqual(['connect-token.issue done', 'server.register done']);
  });

  it('is had twenty times a minute by one account, whatever others do', async () => {
    for (let i = 0; i < 20; i++) expect(await issue()).toMatchObject({ ok: true });
    expect(await issue()).toEqual({ ok: false, reason: 'locked-out', retryAfterSeconds: 60 });
    expect(await issue({ accountId: world.ports.mint.uuid() })).toMatchObject({ ok: true });
    world.clock.atUnixMs += 60_000;
    await recordHeartbeat(world.ports, gameServer, wish.serverId, { players: 0, draining: false });
    expect(await issue()).toMatchObject({ ok: true });
  });
});

describe('an account', () => {
  it('is one, however its id is written: for limits, the audit log and the server', async () => {
    for (let i = 0; i < 10; i++) {
      await issue();
      await issue({ accountId: accountId.toUpperCase(), serverId: wish.serverId.toUpperCase() });
    }
    expect(await issue()).toMatchObject({ ok: false, reason: 'locked-out' });
    const targets = (await world.ports.audit.page({ limit: 20 })).map(({ target }) => target);
    expect(new Set(targets)).toEqual(new Set([`player-account:${accountId}`]));
  });
});

describe('the keys that servers are told of', () => {
  const told = async () => {
    const answer = await register(world.ports, gameServer, server);
    return answer.ok ? answer.tokenIssuers : [];
  };

  it('are those of all replicas that run, and of one that has just stopped', async () => {
    const other = { publicKey: 'cc'.repeat(32), sign: world.ports.tokenSigner.sign };
    await announceIssuer({ ...world.ports, tokenSigner: other });
    world.clock.atUnixMs += 14 * 60_000;
    await announceIssuer(world.ports);
    expect(await told()).toEqual([world.ports.tokenSigner.publicKey, other.publicKey]);
    world.clock.atUnixMs += 2 * 60_000;
    await announceIssuer(world.ports);
    expect(await told()).toEqual([world.ports.tokenSigner.publicKey]);
  });
});
