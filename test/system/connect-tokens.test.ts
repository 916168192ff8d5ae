// Players with an account, through the whole product: a login service asks the admin API for connect tokens, the game
// server learns the API's key and takes them, each once, and nothing else.

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomBytes, randomUUID } from 'node:crypto';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { ProtocolTokenSigner } from '#adapters/connect-tokens/protocol-token-signer.js';
import { DenyReason, DisconnectReason } from '#adapters/protocol/generated/handshake.js';
import type { Credentials, SessionEnd } from '#adapters/protocol/session/client/client-options.js';
import { SodiumCryptoSuite } from '#adapters/sodium/sodium-crypto-suite.js';
import { SystemClock } from '#adapters/system/system-clock.js';
import { SystemRandom } from '#adapters/system/system-random.js';
import { DgramSocket } from '#adapters/udp/dgram-socket.js';
import { GameClient } from '#client/game-client.js';
import type { ConnectTokenClaims } from '#ports/admin/tokens/connect-token-signer.js';
import { addressOf } from '#ports/network/datagram-address.js';
import { introduction } from '../support/admin/admin-http.js';
import { logInAsOwner } from '../support/admin/own-password.js';
import { proofFor } from '../support/servers/proving-server.js';
import { type RunningServer, startServer, stopAllServers } from '../support/servers/running-server.js';
import { temporaryFolder } from '../support/temporary-folder.js';

const crypto = new SodiumCryptoSuite();
const [annsAccount, bobsAccount] = [randomUUID(), randomUUID()];
const dataDir = temporaryFolder();
let server: RunningServer;
let ownerPassword: string | undefined;

beforeAll(start, 120_000);
afterAll(stopAllServers, 60_000);

async function start(): Promise<void> {
  const environment = { TOS_GUESTS: 'off', TOS_GATEWAYS: '2' };
  server = await startServer(dataDir, environment, [process.execPath, 'dist/src/start.js']);
  ownerPassword ??= server.ownerPassword;
}

const secret = (name: string): string => readFileSync(join(dataDir, name), 'utf8').trim();
const ownServerId = (): string => (JSON.parse(secret('identity.json')) as { serverId: string }).serverId;

/** A second server, with a token of its own that the owner makes for it. */
async function registerAnother(serverId: string): Promise<void> {
  const cookie = await logInAsOwner(server.apiUrl, ownerPassword!);
  const headers = { 'content-type': 'application/json' };
  const wish = JSON.stringify({ label: 'another', kind: 'game-server' });
  const made = await fetch(`${server.apiUrl}/api/v1/machine-tokens`, {
    method: 'POST',
    headers: { ...headers, cookie },
    body: wish,
  });
  const { token } = (await made.json()) as { token: string };
  const asked = await call('POST', `servers/${serverId}/challenge`, token, {});
  const { challenge } = (await asked.json()) as { challenge: string };
  const proof = proofFor(challenge, { ...introduction, serverId });
  const reply = await call('PUT', `servers/${serverId}`, token, { ...introduction, proof });
  expect(reply.status).toBe(200);
}

interface Issued {
  token: string;
  server: { id: string; host: string; udpPort: number; publicKey: string };
}

async function call(method: string, path: string, token: string, body: object): Promise<Response> {
  const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}` };
  return fetch(`${server.apiUrl}/api/v1/${path}`, { method, headers, body: JSON.stringify(body) });
}

/** What a login service does for a player whose program made `clientSecretKey`. */
async function letIn(
  clientSecretKey: Uint8Array,
  { serverId = ownServerId(), accountId = annsAccount } = {},
): Promise<Issued> {
  const clientKey = Buffer.from(crypto.keyPair(clientSecretKey).publicKey).toString('hex');
  const wish = { accountId, characterName: 'Ada', clientKey, serverId };
  let reply: Response;
  let tries = 0;
  do {
    // 409 while the server has not reported to the API since it started: a login service asks again.
    if (tries > 0) await sleep(200);
    reply = await call('POST', 'connect-tokens', secret('login-service-token'), wish);
  } while (reply.status === 409 && ++tries < 100);
  expect(reply.status).toBe(201);
  return (await reply.json()) as Issued;
}

/** A token signed with the API's own key, as the API would not. */
function forge(seedHex: string, clientSecretKey: Uint8Array, part: Partial<ConnectTokenClaims>): Uint8Array {
  const signer = new ProtocolTokenSigner(crypto, new SystemRandom(), Buffer.from(seedHex, 'hex'));
  const issuedUnixS = Math.floor(Date.now() / 1000);
  return signer.sign({
    ...{ accountId: bobsAccount, characterName: 'Bob', serverId: ownServerId() },
    clientKey: Buffer.from(crypto.keyPair(clientSecretKey).publicKey).toString('hex'),
    ...{ issuedUnixS, expiresUnixS: issuedUnixS + 600 },
    ...part,
  });
}

/** Connects; resolves with 'in the world', and has left by then, or with how it was refused. */
async function play(credentials: Credentials, serverKey?: string): Promise<SessionEnd | 'in the world'> {
  const socket = await DgramSocket.open({ host: '127.0.0.1', port: 0 });
  let end: SessionEnd | undefined;
  const client = new GameClient({
    ...{ socket, crypto, random: new SystemRandom(), clock: new SystemClock(), credentials },
    serverAddress: addressOf('127.0.0.1', server.udpPort),
    ...(serverKey !== undefined && { serverKey: new Uint8Array(Buffer.from(serverKey, 'hex')) }),
    listener: { onClosed: (how) => (end = how) },
  });
  let wasIn = false;
  while (end === undefined) {
    client.update();
    if (client.isInWorld && !wasIn) {
      wasIn = true;
      client.leave();
    }
    await sleep(5);
  }
  await socket.close();
  return wasIn ? 'in the world' : end;
}

const withToken = (token: Uint8Array, clientSecretKey: Uint8Array): Credentials => ({
  kind: 'token',
  token,
  clientSecretKey,
});
const bytes = ({ token }: Issued) => new Uint8Array(Buffer.from(token, 'base64url'));
const denied = (reason: DenyReason, detail = '') => ({ kind: 'denied', reason, detail });

describe('a server without guests', () => {
  it('refuses a guest', async () => {
    expect(await play({ kind: 'guest', name: 'Ada' })).toMatchObject(denied(DenyReason.guestsRefused));
  });

  it('lets in who has a token of the admin API, once, with the server’s key pinned', async () => {
    const key = randomBytes(32);
    const issued = await letIn(key);
    expect(issued.server).toMatchObject({ id: ownServerId(), udpPort: server.udpPort });
    expect(await play(withToken(bytes(issued), key), issued.server.publicKey)).toBe('in the world');
    expect(await play(withToken(bytes(issued), key))).toEqual(denied(DenyReason.tokenUsed));
  });

  it('refuses a stolen token, another server’s, and one that has expired', async () => {
    const key = randomBytes(32);
    expect(await play(withToken(bytes(await letIn(key)), randomBytes(32)))).toEqual(
      denied(DenyReason.badToken, 'other-client'),
    );
    const otherId = randomUUID();
    await registerAnother(otherId);
    expect(await play(withToken(bytes(await letIn(key, { serverId: otherId })), key))).toEqual(
      denied(DenyReason.badToken, 'other-server'),
    );
    const expiresUnixS = Math.floor(Date.now() / 1000) - 1;
    const late = forge(secret('connect-token-key'), key, { issuedUnixS: expiresUnixS - 60, expiresUnixS });
    expect(await play(withToken(late, key))).toEqual(denied(DenyReason.tokenExpired, 'expired'));
  });
});

describe('a character', () => {
  it('is its account’s: a token for it of another account lets nobody in', async () => {
    const key = randomBytes(32);
    const stranger = await letIn(key, { accountId: bobsAccount });
    expect(await play(withToken(bytes(stranger), key))).toMatchObject({
      kind: 'disconnected',
      reason: DisconnectReason.nameTaken,
    });
  });
});

describe('after a restart with another key', () => {
  it('used tokens stay used, and tokens of both keys let players in', async () => {
    const [used, old, fresh] = [randomBytes(32), randomBytes(32), randomBytes(32)];
    const oldSeed = secret('connect-token-key');
    const usedToken = forge(oldSeed, used, {});
    expect(await play(withToken(usedToken, used))).toBe('in the world');
    await server.stop();
    rmSync(join(dataDir, 'connect-token-key'));
    await start();
    expect(secret('connect-token-key')).not.toBe(oldSeed);
    expect(await play(withToken(bytes(await letIn(fresh)), fresh))).toBe('in the world');
    expect(await play(withToken(forge(oldSeed, old, {}), old))).toBe('in the world');
    expect(await play(withToken(usedToken, used))).toEqual(denied(DenyReason.tokenUsed));
  }, 180_000);
});

describe('after the files of its tokens were deleted', () => {
  it('the old ones open nothing, and players get in with the new ones, without any other hand work', async () => {
    const files = ['server-token', 'login-service-token'];
    const old = files.map(secret);
    await server.stop();
    for (const name of files) rmSync(join(dataDir, name));
    await start();
    const key = randomBytes(32);
    expect(await play(withToken(bytes(await letIn(key)), key))).toBe('in the world');
    expect((await fetch(`${server.gameUrl}/health/ready`)).status).toBe(200);
    expect(files.map(secret)).not.toEqual(old);
    const beat = { players: 0, draining: false };
    expect((await call('POST', `servers/${ownServerId()}/heartbeat`, old[0]!, beat)).status).toBe(401);
    expect((await call('POST', 'connect-tokens', old[1]!, {})).status).toBe(401);
  }, 180_000);
});
