// The player directory over absences: a real game server, whose process is killed in between, an admin API and a PostgreSQL
// that are away for a while. In the end the directory says what the game file says, also of a file that was put back to an
// earlier time.

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { chmodSync, copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import SqliteDatabase from 'better-sqlite3';
import { MemoryMapCatalogue } from '#adapters/memory/admin/servers/map-catalogue.js';
import {
  startEmbeddedPostgres,
  type EmbeddedPostgres,
} from '#adapters/postgres/embedded/embedded-postgres.js';
import { SystemClock } from '#adapters/system/system-clock.js';
import { startAdminApi, type RunningAdminApi } from '#src/admin-api/start-admin-api.js';
import { smallMap } from '../../support/admin/admin-http.js';
import { atPortOf, logInAsOwner } from '../../support/admin/own-password.js';
import { RealPlayer } from '../../support/servers/real-player.js';
import { ServerProcess, endProcesses } from '../../support/servers/server-process.js';
import { silentLog } from '../../support/silent-log.js';
import { temporaryFolder } from '../../support/temporary-folder.js';
import { freeUdpPort } from '../../support/servers/free-port.js';

const postgresFolder = mkdtempSync('/var/tmp/tos-test-');
chmodSync(postgresFolder, 0o755);
const [apiFolder, gameFolder] = [temporaryFolder(), temporaryFolder()];
const gameFile = path.join(gameFolder, 'game.sqlite');
let postgres: EmbeddedPostgres | undefined;
let api: RunningAdminApi | undefined;
let apiPort = 0;
let apiUrl: string;
let serverToken: string;
let cookie: string;
let game: ServerProcess;
const players: RealPlayer[] = [];
let udpPort: number;

beforeAll(async () => {
  udpPort = await freeUdpPort();
  await startApi();
  cookie = await logInAsOwner(apiUrl, api!.ownerPassword!);
}, 120_000);

afterAll(async () => {
  for (const player of players) await player.stop();
  endProcesses();
  await stopApi();
  rmSync(postgresFolder, { recursive: true, force: true });
}, 60_000);

/** With its database. */
async function startApi(): Promise<void> {
  postgres = await startEmbeddedPostgres({ folder: path.join(postgresFolder, 'postgres'), log: silentLog });
  api = await startAdminApi({
    ...{ host: '127.0.0.1', port: apiPort, publicUrl: undefined, databaseUrl: postgres.ownerUrl },
    ...{ dataDir: apiFolder, consoleDir: undefined, maps: new MemoryMapCatalogue([smallMap]) },
    ...{ auditDays: 400, version: '1', log: silentLog, clock: new SystemClock() },
  });
  apiUrl = api.url;
  apiPort = Number(new URL(apiUrl).port);
  serverToken = api.serverToken;
}

async function stopApi(): Promise<void> {
  await api?.stop();
  await postgres?.stop();
  api = postgres = undefined;
}

async function startGame(): Promise<void> {
  game = ServerProcess.start(gameFolder, {
    program: 'dist/src/game-server.js',
    environment: {
      ...{ TOS_API_URL: apiUrl, TOS_SERVER_TOKEN: serverToken, TOS_GATEWAYS: '1', TOS_BACKUPS: 'off' },
      // Always the same: at another address the API would ask an operator first.
      TOS_UDP_PORT: String(udpPort),
    },
  });
  await game.said(/^\s*game\s+http/m);
}

async function play(name: string): Promise<RealPlayer> {
  const player = await RealPlayer.join(name, udpPort);
  players.push(player);
  await until(`${name} is in the world`, () => player.isInWorld);
  return player;
}

async function until(what: string, holds: () => Promise<boolean> | boolean): Promise<void> {
  for (const endMs = Date.now() + 60_000; !(await holds()); await sleep(100))
    if (Date.now() > endMs) throw new Error(`not within a minute: ${what}\n${game.output}`);
}

interface Told {
  readonly characterId: number;
  readonly name: string;
  readonly level: number;
  readonly map: string;
  readonly playedSeconds: number;
  readonly firstSeenAt: string;
  readonly lastSeenAt: string;
  readonly online: boolean;
}

async function directory(): Promise<Told[]> {
  const headers = { cookie: atPortOf(apiUrl, cookie) };
  const reply = await fetch(`${apiUrl}/api/v1/players?limit=200`, { headers });
  const { players } = (await reply.json()) as { players: Told[] };
  return players.map(({ characterId, name, level, map, playedSeconds, firstSeenAt, lastSeenAt, online }) => ({
    ...{ characterId, name, level, map, playedSeconds, firstSeenAt, lastSeenAt, online },
  }));
}
const names = async () => (await directory()).map(({ name }) => name);

/** Of a server that is stopped. */
function stored(): Told[] {
  const db = new SqliteDatabase(gameFile);
  const rows = db
    .prepare<[], Record<string, never>>('SELECT * FROM characters ORDER BY name_key')
    .all()
    .map((row) => ({
      ...{ characterId: row['id']!, name: row['name']!, level: row['level']!, map: row['map_key']! },
      playedSeconds: row['played_seconds']!,
      firstSeenAt: new Date(row['created_at_ms']!).toISOString(),
      lastSeenAt: new Date(row['saved_at_ms']!).toISOString(),
      online: false,
    }));
  db.close();
  return rows;
}

/** Of a server that is stopped. That somebody left, its report may have said a little later than the last save. */
async function expectAsStored(): Promise<void> {
  const [told, kept] = [await directory(), stored()];
  const states = (players: readonly Told[]) => players.map(({ lastSeenAt: _, ...state }) => state);
  expect(states(told)).toEqual(states(kept));
  for (const [index, { lastSeenAt }] of kept.entries())
    expect(told[index]!.lastSeenAt >= lastSeenAt).toBe(true);
}

function change(sql: string): void {
  const db = new SqliteDatabase(gameFile);
  db.exec(sql);
  db.close();
}

describe('the player directory', () => {
  it('says what the game file says, though API and database were away and the game server was killed', async () => {
    await startGame();
    const ann = await play('Ann');
    await until('Ann is in the directory', async () => (await names()).includes('Ann'));
    await stopApi();

    const bob = await play('Bob');
    await ann.stop();
    await sleep(500);
    game.kill('SIGKILL');
    await game.exitCode;
    await bob.stop();
    change("UPDATE characters SET level = 7 WHERE name_key = 'ann'");
    await startGame();
    const cid = await play('Cid');
    await cid.stop();
    const dan = await play('Dan');
    // The game does not mind that nobody listens.
    const httpUrl = (await game.said(/^\s*game\s+(http\S+)/m))[1]!;
    const ready = await fetch(new URL('/health/ready', httpUrl));
    expect([ready.status, await ready.text()]).toEqual([200, expect.any(String)]);

    await startApi();
    await until('all are in the directory', async () => (await names()).join() === 'Ann,Bob,Cid,Dan');
    await until('Dan is online', async () => (await directory())[3]!.online);
    await dan.stop();
    expect(await game.stop()).toBe(0);
    await expectAsStored();
    expect((await directory())[0]).toMatchObject({ name: 'Ann', level: 7 });
  }, 240_000);

  it('follows a game file that was put back to an earlier time', async () => {
    const copy = path.join(temporaryFolder(), 'game.sqlite');
    copyFileSync(gameFile, copy);
    await startGame();
    const eve = await play('Eve');
    await until('Eve is in the directory', async () => (await names()).includes('Eve'));
    await eve.stop();
    expect(await game.stop()).toBe(0);
    copyFileSync(copy, gameFile);
    await startGame();
    // Under the id that Eve had.
    const fay = await play('Fay');
    await until('Eve is not in the directory', async () => !(await names()).includes('Eve'));
    await until('Fay is in the directory', async () => (await names()).includes('Fay'));
    await fay.stop();
    expect(await game.stop()).toBe(0);
    await expectAsStored();
  }, 240_000);
});
