// Bans and mutes as a whole: the admin API on a real PostgreSQL, a real game server process and real clients, over the end of
// the server, of the API, and of the way between them.

import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { chmodSync, copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { DisconnectReason } from '#adapters/protocol/generated/handshake.js';
import { ChatScope, RefusalReason } from '#domain/vocabulary/generated/words.js';
import { MemoryMapCatalogue } from '#adapters/memory/admin/servers/map-catalogue.js';
import {
  startEmbeddedPostgres,
  type EmbeddedPostgres,
} from '#adapters/postgres/embedded/embedded-postgres.js';
import { SystemClock } from '#adapters/system/system-clock.js';
import { startAdminApi, type RunningAdminApi } from '#src/admin-api/start-admin-api.js';
import { smallMap } from '../../support/admin/admin-http.js';
import { logInAsOwner } from '../../support/admin/own-password.js';
import { startCuttingProxy, type CuttingProxy } from '../../support/servers/cutting-proxy.js';
import { RealPlayer } from '../../support/servers/real-player.js';
import { ServerProcess, endProcesses } from '../../support/servers/server-process.js';
import { silentLog } from '../../support/silent-log.js';
import { temporaryFolder } from '../../support/temporary-folder.js';
import { freeUdpPort } from '../../support/servers/free-port.js';

interface SanctionBody {
  readonly id: string;
  readonly state: string;
  readonly isKnownThere: boolean;
}
interface Answered {
  readonly sanction: SanctionBody;
  readonly command: { readonly id: string; readonly state: string } | null;
}

const postgresFolder = mkdtempSync('/var/tmp/tos-test-');
chmodSync(postgresFolder, 0o755);
const [apiFolder, gameFolder] = [temporaryFolder(), temporaryFolder()];
const players: RealPlayer[] = [];
let postgres: EmbeddedPostgres;
let api: RunningAdminApi;
let cookie: string;
/** Between the game server and the API. */
let proxy: CuttingProxy;
let game: ServerProcess | undefined;
let udpPort: number;

beforeAll(async () => {
  postgres = await startEmbeddedPostgres({
    ...{ folder: path.join(postgresFolder, 'postgres'), log: silentLog, ephemeral: true },
  });
  udpPort = await freeUdpPort();
  api = await startAdminApi({
    ...{ host: '127.0.0.1', port: 0, publicUrl: undefined, databaseUrl: postgres.ownerUrl },
    ...{ dataDir: apiFolder, consoleDir: undefined, maps: new MemoryMapCatalogue([smallMap]) },
    ...{ auditDays: 400, version: '1', log: silentLog, clock: new SystemClock() },
  });
  cookie = await logInAsOwner(api.url, api.ownerPassword!);
  proxy = await startCuttingProxy(api.url);
  await startGame();
}, 120_000);

afterAll(async () => {
  for (const player of players) await player.stop();
  endProcesses();
  await proxy?.stop();
  await api?.stop();
  await postgres?.stop();
  rmSync(postgresFolder, { recursive: true, force: true });
}, 60_000);

beforeEach(() => proxy.cuts.clear());

async function startGame(isAlone = false): Promise<void> {
  game = ServerProcess.start(gameFolder, {
    program: 'dist/src/game-server.js',
    environment: {
      ...{ TOS_API_URL: proxy.url, TOS_SERVER_TOKEN: api.serverToken, TOS_UDP_PORT: String(udpPort) },
      TOS_GATEWAYS: '1',
    },
  });
  await game.said(/^\s*game\s+http/m);
  if (isAlone) return;
  await until('the server is registered', async () => {
    const { servers } = await get<{ servers: { status: string }[] }>('servers');
    return servers[0]?.status === 'online';
  });
}

async function ask(method: string, route: string, body?: object): Promise<Response> {
  return fetch(`${api.url}/api/v1/${route}`, {
    method,
    headers: { cookie, origin: api.url, 'content-type': 'application/json' },
    ...(body && { body: JSON.stringify(body) }),
  });
}
const get = async <Body>(route: string): Promise<Body> => (await (await ask('GET', route)).json()) as Body;

async function impose(measure: 'ban' | 'mute', name: string, part: object = {}): Promise<Answered> {
  const wish = { reason: 'for a test', message: 'enough', seconds: null, ...part };
  const reply = await ask('POST', `players/${await idOf(name)}/${measure}`, wish);
  expect(reply.status).toBe(201);
  return (await reply.json()) as Answered;
}
const lift = async (id: string) =>
  (await (await ask('POST', `sanctions/${id}/lift`, { reason: 'for a test' })).json()) as Answered;

async function until(what: string, holds: () => Promise<boolean> | boolean): Promise<void> {
  for (const endMs = Date.now() + 60_000; !(await holds()); await sleep(20))
    if (Date.now() > endMs) throw new Error(`not within a minute: ${what}\n${game?.output ?? ''}`);
}

/** Names of one length have one secret, and so one account. What it says after `stop` is its own farewell, answered. */
async function tries(name: string): Promise<RealPlayer> {
  const player = await RealPlayer.join(name, udpPort);
  players.push(player);
  await until(`${name} is in or sent away`, () => player.isInWorld || player.ends.length > 0);
  return player;
}

async function join(name: string): Promise<RealPlayer> {
  const player = await tries(name);
  expect([name, player.ends]).toEqual([name, []]);
  return player;
}

async function idOf(name: string): Promise<string> {
  let id: string | undefined;
  await until(`${name} is in the directory`, async () => {
    const found = await get<{ players: { id: string }[] }>(`players?search=${name}`);
    id = found.players[0]?.id;
    return id !== undefined;
  });
  return id!;
}

async function isKnown(name: string, { sanction: { id } }: Answered): Promise<void> {
  const playerId = await idOf(name);
  await until('the server knows it', async () => {
    const { sanctions } = await get<{ sanctions: SanctionBody[] }>(`players/${playerId}/sanctions`);
    return sanctions.find((one) => one.id === id)!.isKnownThere;
  });
}

async function isSentAway(name: string, detail: string): Promise<void> {
  const player = await tries(name);
  expect([name, player.ends[0]]).toMatchObject([
    name,
    { kind: 'disconnected', reason: DisconnectReason.banned, detail },
  ]);
  await player.stop();
}

const comesIn = async (name: string): Promise<void> => (await join(name)).stop();
const forGood = 'enough (for good)';

describe('a ban', () => {
  it('ends the session with its words; the account does not come in again under any name, others do', async () => {
    const ada = await join('Ada');
    const given = await impose('ban', 'Ada');
    expect(given.command).not.toBeNull();
    await until('her client is told', () => ada.ends.length > 0);
    expect(ada.ends[0]).toMatchObject({ reason: DisconnectReason.banned, detail: forGood });
    await isSentAway('Ada', forGood);
    await isSentAway('ADA', forGood);
    await isSentAway('Zoe', forGood);
    await comesIn('Bobby');
    await isKnown('Ada', given);
  });

  it('holds when the server was killed and starts while the API is away, and is lifted when that is back', async () => {
    game!.kill('SIGKILL');
    await game!.exitCode;
    proxy.cuts.add('');
    await startGame(true);
    await isSentAway('Ada', forGood);
    const { sanctions } = await get<{ sanctions: SanctionBody[] }>(`players/${await idOf('Ada')}/sanctions`);
    expect((await lift(sanctions[0]!.id)).sanction.state).toBe('lifted');
    await isSentAway('Ada', forGood);
    proxy.cuts.clear();
    await until('the server lets go', async () => {
      const player = await tries('Ada');
      const isLetIn = player.ends.length === 0;
      await player.stop();
      return isLetIn;
    });
  });

  it('for a short time expires by itself', async () => {
    const dora = await join('Dora');
    await impose('ban', 'Dora', { seconds: 15, message: '' });
    await until('her client is told', () => dora.ends.length > 0);
    expect(dora.ends[0]).toMatchObject({ reason: DisconnectReason.banned });
    const again = await tries('Dora');
    expect(again.ends[0]).toMatchObject({ reason: DisconnectReason.banned });
    await again.stop();
    await until('it is over', async () => {
      const player = await tries('Dora');
      const isLetIn = player.ends.length === 0;
      await player.stop();
      return isLetIn;
    });
  });

  it('given while the server is off holds as soon as it is on, and with a file from before it', async () => {
    await comesIn('Elmira');
    await idOf('Elmira');
    expect(await game!.stop()).toBe(0);
    const old = path.join(temporaryFolder(), 'game.sqlite');
    copyFileSync(path.join(gameFolder, 'game.sqlite'), old);
    const given = await impose('ban', 'Elmira');
    expect(given.sanction).toMatchObject({ state: 'in-force', isKnownThere: false });
    await startGame();
    await isKnown('Elmira', given);
    await isSentAway('Elmira', forGood);
    expect(await game!.stop()).toBe(0);
    copyFileSync(old, path.join(gameFolder, 'game.sqlite'));
    await startGame();
    await until('it is told again', async () => {
      const player = await tries('Elmira');
      const end = player.ends[0];
      await player.stop();
      return end?.kind === 'disconnected' && end.reason === DisconnectReason.banned;
    });
  });
});

describe('a mute', () => {
  it('refuses what is said, over a restart too, until it is lifted', async () => {
    const name = 'Fridolin';
    const said = async (player: RealPlayer, text: string) => {
      player.refused.clear();
      player.client.chat(ChatScope.say, text);
      await until('it is answered', () => player.refused.size > 0 || player.heard.includes(text));
      return player.refused.get(0);
    };
    let player = await join(name);
    const given = await impose('mute', name);
    await until('he is told', () => player.heard.includes('You are muted for good: enough'));
    expect(await said(player, 'one')).toBe(RefusalReason.muted);
    await player.stop();
    await isKnown(name, given);
    expect(await game!.stop()).toBe(0);
    await startGame();
    player = await join(name);
    await until('he is told again', () => player.heard.includes('You are muted for good: enough'));
    expect(await said(player, 'two')).toBe(RefusalReason.muted);
    await lift(given.sanction.id);
    await until('he is told that it is over', () => player.heard.includes('You may talk again.'));
    expect(await said(player, 'three')).toBeUndefined();
    await player.stop();
  });
});
