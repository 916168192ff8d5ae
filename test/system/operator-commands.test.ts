// The console's way to the game as a whole: admin APIs on a real PostgreSQL, a real game server process and real clients.
// Whatever stops, dies or stands still meanwhile: a command is applied once, or said not to have been.

import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { DisconnectReason } from '#adapters/protocol/generated/handshake.js';
import { HolderKind, RefusalReason } from '#domain/vocabulary/generated/words.js';
import { MemoryMapCatalogue } from '#adapters/memory/admin/servers/map-catalogue.js';
import {
  startEmbeddedPostgres,
  type EmbeddedPostgres,
} from '#adapters/postgres/embedded/embedded-postgres.js';
import { childrenOf } from '#adapters/postgres/embedded/process-facts.js';
import { SystemClock } from '#adapters/system/system-clock.js';
import { startAdminApi, type RunningAdminApi } from '#src/admin-api/start-admin-api.js';
import { EventReader } from '../support/admin/event-reader.js';
import { smallMap } from '../support/admin/admin-http.js';
import { atPortOf, logInAsOwner } from '../support/admin/own-password.js';
import { startCuttingProxy, type CuttingProxy } from '../support/servers/cutting-proxy.js';
import { RealPlayer } from '../support/servers/real-player.js';
import { ServerProcess, endProcesses } from '../support/servers/server-process.js';
import { silentLog } from '../support/silent-log.js';
import { temporaryFolder } from '../support/temporary-folder.js';
import { freeUdpPort } from '../support/servers/free-port.js';

interface CommandBody {
  readonly id: string;
  readonly state: string;
  readonly refusal: string | null;
  readonly players: number | null;
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
let serverId: string;

beforeAll(async () => {
  postgres = await startEmbeddedPostgres({
    ...{ folder: path.join(postgresFolder, 'postgres'), log: silentLog, ephemeral: true },
  });
  udpPort = await freeUdpPort();
  api = await startApi(0);
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

function startApi(port: number, dataDir = apiFolder): Promise<RunningAdminApi> {
  return startAdminApi({
    ...{ host: '127.0.0.1', port, publicUrl: undefined, databaseUrl: postgres.ownerUrl, dataDir },
    ...{ consoleDir: undefined, maps: new MemoryMapCatalogue([smallMap]), auditDays: 400, version: '1' },
    ...{ log: silentLog, clock: new SystemClock() },
  });
}

async function startGame(status = 'online'): Promise<void> {
  game = ServerProcess.start(gameFolder, {
    program: 'dist/src/game-server.js',
    environment: {
      ...{ TOS_API_URL: proxy.url, TOS_SERVER_TOKEN: api.serverToken, TOS_UDP_PORT: String(udpPort) },
      TOS_GATEWAYS: '2',
    },
  });
  await game.said(/^\s*game\s+http/m);
  await until(`the server is registered, and ${status}`, async () => {
    const { servers } = await get<{ servers: { id: string; status: string }[] }>('servers');
    serverId = servers[0]?.id ?? '';
    return servers[0]?.status === status;
  });
}

async function killGame(): Promise<void> {
  game!.kill('SIGKILL');
  await game!.exitCode;
}

async function ask(method: string, route: string, body?: object, of = api): Promise<Response> {
  return fetch(`${of.url}/api/v1/${route}`, {
    method,
    headers: { cookie: atPortOf(of.url, cookie), origin: of.url, 'content-type': 'application/json' },
    ...(body && { body: JSON.stringify(body) }),
  });
}
const get = async <Body>(route: string, of = api): Promise<Body> =>
  (await (await ask('GET', route, undefined, of)).json()) as Body;

async function give(route: string, body: object, of = api): Promise<CommandBody> {
  const reply = await ask('POST', route, body, of);
  expect([route, reply.status]).toEqual([route, 202]);
  return (await reply.json()) as CommandBody;
}
const say = (text: string, of = api) => give(`servers/${serverId}/broadcast`, { text }, of);

/** The command when it has come to one of these states. */
async function comesTo({ id }: CommandBody, states: readonly string[], of = api): Promise<CommandBody> {
  let now: CommandBody | undefined;
  await until(`${states.join(' or ')}`, async () => {
    now = await get<CommandBody>(`commands/${id}`, of);
    return states.includes(now.state);
  });
  return now!;
}

async function until(what: string, holds: () => Promise<boolean> | boolean): Promise<void> {
  for (const endMs = Date.now() + 60_000; !(await holds()); await sleep(20))
    if (Date.now() > endMs) throw new Error(`not within a minute: ${what}\n${game?.output ?? ''}`);
}

async function join(name: string): Promise<RealPlayer> {
  const player = await RealPlayer.join(name, udpPort);
  players.push(player);
  await until(`${name} is in the world`, () => player.isInWorld);
  return player;
}

async function idOf(name: string): Promise<string> {
  let id: string | undefined;
  await until(`${name} is in the directory, online`, async () => {
    const found = await get<{ players: { id: string; online: boolean }[] }>(`players?search=${name}`);
    id = found.players[0]?.id;
    return found.players[0]?.online === true;
  });
  return id!;
}

async function query(sql: string): Promise<void> {
  const client = new pg.Client(postgres.ownerUrl);
  await client.connect();
  await client.query(sql);
  await client.end();
}

describe('an operator', () => {
  it('speaks to everybody, and hears how many that are', async () => {
    const [ada, bob] = [await join('Ada'), await join('Bobby')];
    const spoken = await comesTo(await say('good evening'), ['applied']);
    expect(spoken.players).toBe(2);
    await until('both have heard it', () => [ada, bob].every(({ heard }) => heard.includes('good evening')));
    await ada.stop();
    await bob.stop();
  });

  it('kicks a player, who is told why; and one who has left meanwhile is not there', async () => {
    const cid = await join('Cid');
    const id = await idOf('Cid');
    const kicked = await give(`players/${id}/kick`, { reason: 'for a test', message: 'sleep well' });
    await comesTo(kicked, ['applied']);
    await until('the client is told', () => cid.ends.length > 0);
    expect(cid.ends[0]).toMatchObject({ reason: DisconnectReason.kicked, detail: 'sleep well' });
    const again = await comesTo(await give(`players/${id}/kick`, { reason: 'again' }), ['refused']);
    expect(again.refusal).toBe('not-here');
  });
});

describe('a command is applied once, or said not to have been, though', () => {
  it('the API is restarted while it waits', async () => {
    proxy.cuts.add('/commands/fetch');
    // The request that is held now is the last that got through.
    await comesTo(await say('the last that is fetched'), ['applied', 'delivered', 'timed-out']);
    const waiting = await say('spoken before the restart');
    const { port } = new URL(api.url);
    await api.stop();
    api = await startApi(Number(port));
    expect((await get<CommandBody>(`commands/${waiting.id}`)).state).toBe('queued');
    proxy.cuts.clear();
    await comesTo(waiting, ['applied']);
  });

  it('its answer is lost, and the game server is killed', async () => {
    const dan = await join('Dan');
    proxy.cuts.add('/commands/answers');
    const spoken = await say('said once');
    await until('it was applied', () => dan.heard.includes('said once'));
    await sleep(200);
    expect((await get<CommandBody>(`commands/${spoken.id}`)).state).toBe('delivered');
    await killGame();
    await dan.stop();
    proxy.cuts.add('/commands/fetch');
    await startGame();
    const eve = await join('Eve');
    proxy.cuts.clear();
    expect(await comesTo(spoken, ['applied'])).toMatchObject({ players: 1 });
    await comesTo(await say('said after that'), ['applied']);
    await until('the second is heard', () => eve.heard.includes('said after that'));
    expect(eve.heard).toEqual(['said after that']);
    await eve.stop();
  });

  it('it was given to one replica and the game server asks another; operators at both see it', async () => {
    const other = await startApi(0, temporaryFolder());
    try {
      proxy.target = other.url;
      const headers = { cookie: atPortOf(api.url, cookie) };
      const reader = await EventReader.open(`${api.url}/api/v1/events`, headers);
      // The request that is held at the first replica ends within its time; from then on the other has them.
      const given = await say('from one to the other');
      const seen: unknown[] = [];
      while (seen.at(-1) !== 'applied') {
        const { event, data } = await reader.next();
        const told = data as { commandId?: string; state?: string };
        if (event === 'command' && told.commandId === given.id) seen.push(told.state);
      }
      reader.close();
      const next = await say('wholly by the other');
      await comesTo(next, ['applied'], other);
      expect(await get<CommandBody>(`commands/${next.id}`)).toMatchObject({ state: 'applied' });
    } finally {
      proxy.target = api.url;
      await other.stop();
    }
  });

  it('PostgreSQL stands still', async () => {
    const fay = await join('Fay');
    const before = await say('before it stands still');
    await comesTo(before, ['applied']);
    const frozen = [...childrenOf(postgres.pid), postgres.pid];
    for (const pid of frozen) process.kill(pid, 'SIGSTOP');
    try {
      const refused = await ask('POST', `servers/${serverId}/broadcast`, { text: 'while it stands still' });
      expect(refused.status).toBe(503);
      expect(fay.isInWorld).toBe(true);
    } finally {
      for (const pid of frozen) process.kill(pid, 'SIGCONT');
    }
    await until('the API answers again', async () => (await ask('GET', 'servers')).status === 200);
    await comesTo(await say('after that'), ['applied']);
    await until('it is heard', () => fay.heard.includes('after that'));
    // What was refused may have been written down in the last moment; then it was applied once, or timed out.
    expect(fay.heard.filter((text) => text === 'while it stands still').length).toBeLessThanOrEqual(1);
    await fay.stop();
  });

  it('its server is offline until its time is over', async () => {
    expect(await game!.stop()).toBe(0);
    const late = await say('to nobody');
    expect(late.state).toBe('queued');
    // Half a minute passes.
    await query(`update operator_commands set deadline = now() where id = '${late.id}'`);
    await comesTo(late, ['timed-out']);
    await startGame();
    const guy = await join('Guy');
    await comesTo(await say('to those who are here'), ['applied']);
    await until('it is heard', () => guy.heard.includes('to those who are here'));
    expect(guy.heard).toEqual(['to those who are here']);
    expect((await get<CommandBody>(`commands/${late.id}`)).state).toBe('timed-out');
    await guy.stop();
  });
});

describe('a verb that is switched off', () => {
  const turn = async (verb: string, isOpen: boolean) => {
    const reply = await ask('PUT', `servers/${serverId}/verbs/${verb}`, { isOpen, reason: 'for a test' });
    expect(reply.status).toBe(202);
    expect((await comesTo((await reply.json()) as CommandBody, ['applied', 'refused'])).state).toBe(
      'applied',
    );
  };
  const off = async () => {
    const { verbs } = await get<{ verbs: { verb: string; isOpen: boolean }[] }>(`servers/${serverId}/verbs`);
    return verbs.filter(({ isOpen }) => !isOpen).map(({ verb }) => verb);
  };
  const discard = async (name: string): Promise<number | undefined> => {
    const player = await join(name);
    const command = player.client.nextCommand();
    player.client.discardItem(command, HolderKind.inventory, 0, 1);
    await until('it is answered', () => player.confirmed.has(command) || player.refused.has(command));
    await player.stop();
    return player.refused.get(command);
  };
  /** What its own health and figures say. */
  const told = async () => {
    const { httpPort } = await get<{ httpPort: number }>(`servers/${serverId}`);
    const read = async (route: string) => (await fetch(`http://127.0.0.1:${httpPort}/${route}`)).text();
    const isReady = (await read('health/ready')).includes('switched off by operators: discard');
    return `${isReady} ${/tos_verbs_closed{[^}]*verb="discard"[^}]*} 1/.test(await read('metrics'))}`;
  };
  const allTell = (verbs: string, words: string) =>
    until(
      `all tell ${verbs}`,
      async () => `${await off()}` === verbs && (await told().catch(String)) === words,
    );

  it.each(['dies', 'is stopped'])('stays so when its server %s and is started again', async (how) => {
    for (const _ of ['once', 'twice']) await turn('discard', false);
    await allTell('discard', 'true true');
    expect(await discard('Nia')).toBe(RefusalReason.switchedOff);
    if (how === 'dies') await killGame();
    else expect(await game!.stop()).toBe(0);
    await startGame();
    await allTell('discard', 'true true');
    expect(await discard('Nia')).toBe(RefusalReason.switchedOff);
    await turn('discard', true);
    await allTell('', 'false false');
    expect(await discard('Nia')).not.toBe(RefusalReason.switchedOff);
  });
});

describe('a server that is drained', () => {
  const drain = (graceSeconds: number, then: 'stop' | 'stay') =>
    give(`servers/${serverId}/drain`, { reason: 'for a test', graceSeconds, then, text: 'See you.' });
  const statusIs = (status: string) =>
    until(
      `it is ${status}`,
      async () => (await get<{ status: string }>(`servers/${serverId}`)).status === status,
    );

  it('lets nobody in, tells those inside, and opens again', async () => {
    const hal = await join('Hal');
    await comesTo(await drain(300, 'stop'), ['applied']);
    await statusIs('draining');
    await until('Hal is told', () => hal.heard.includes('The server closes in 5 minutes. See you.'));
    const ida = await RealPlayer.join('Ida', udpPort);
    players.push(ida);
    await until('Ida is refused', () => ida.ends.length > 0);
    expect(hal.isInWorld).toBe(true);
    expect((await comesTo(await drain(0, 'stop'), ['refused'])).refusal).toBe('already-draining');
    await comesTo(await give(`servers/${serverId}/reopen`, {}), ['applied']);
    await statusIs('online');
    await ida.stop();
    await (await join('Ida')).stop();
    await hal.stop();
  });

  it('stops like any other when it is told to stop meanwhile', async () => {
    const joe = await join('Joe');
    await comesTo(await drain(300, 'stop'), ['applied']);
    expect(await game!.stop()).toBe(0);
    expect(joe.ends[0]).toMatchObject({ reason: DisconnectReason.shuttingDown });
    await joe.stop();
    // It was to end and has ended: one that starts is open.
    await startGame();
    await (await join('Kim')).stop();
  });
  it.each(['dies', 'is stopped'])(
    'stays closed when it %s and is started again, until it is opened',
    async (how) => {
      await comesTo(await drain(300, 'stay'), ['applied']);
      if (how === 'dies') await killGame();
      else expect(await game!.stop()).toBe(0);
      await startGame('draining');
      const max = await RealPlayer.join('Max', udpPort);
      players.push(max);
      await until('Max is refused', () => max.ends.length > 0);
      await comesTo(await give(`servers/${serverId}/reopen`, {}), ['applied']);
      await statusIs('online');
      await max.stop();
      await (await join('Max')).stop();
    },
  );

  it('that was to end and died within its time ends when it is started again, and then opens', async () => {
    await comesTo(await drain(300, 'stop'), ['applied']);
    await killGame();
    await startGame('draining');
    expect(await game!.exitCode).toBe(0);
    await startGame();
    await (await join('Kim')).stop();
  });

  it('sends everybody home and ends its process by itself, when it is to', async () => {
    const lea = await join('Lea');
    await comesTo(await drain(0, 'stop'), ['applied']);
    await until('Lea is sent home', () => lea.ends.length > 0);
    expect(lea.ends[0]).toMatchObject({ reason: DisconnectReason.shuttingDown });
    expect(await game!.exitCode).toBe(0);
    await statusIs('offline');
  });
});
