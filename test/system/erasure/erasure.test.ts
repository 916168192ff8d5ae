// Export and erasure of a player over both real processes: a game server, an admin API and their databases. What was handed
// out is all there is, and afterwards nothing of it is in any table of either database, nor in the bytes of the game file;
// of a game file that was restored from a backup of before, by the real command into an empty place, it is erased again.

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { execFile } from 'node:child_process';
import { createSocket } from 'node:dgram';
import { chmodSync, copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import SqliteDatabase from 'better-sqlite3';
import { MemoryMapCatalogue } from '#adapters/memory/admin/servers/map-catalogue.js';
import {
  startEmbeddedPostgres,
  type EmbeddedPostgres,
} from '#adapters/postgres/embedded/embedded-postgres.js';
import { SystemClock } from '#adapters/system/system-clock.js';
import { StoredLedger } from '#adapters/sqlite/journal/stored-ledger.js';
import { checkLedger } from '#application/ledger/check-ledger.js';
import { startAdminApi, type RunningAdminApi } from '#src/admin-api/start-admin-api.js';
import { MikroORM } from '@mikro-orm/postgresql';
import { smallMap } from '../../support/admin/admin-http.js';
import { atPortOf, logInAsOwner } from '../../support/admin/own-password.js';
import { RealPlayer } from '../../support/servers/real-player.js';
import { ServerProcess, endProcesses } from '../../support/servers/server-process.js';
import { silentLog } from '../../support/silent-log.js';
import { temporaryFolder } from '../../support/temporary-folder.js';

const postgresFolder = mkdtempSync('/var/tmp/tos-test-');
chmodSync(postgresFolder, 0o755);
const apiFolder = temporaryFolder();
let gameFolder = temporaryFolder();
const gameFile = (): string => path.join(gameFolder, 'game.sqlite');
let postgres: EmbeddedPostgres;
let api: RunningAdminApi;
let cookie: string;
let game: ServerProcess;
let udpPort: number;
const players: RealPlayer[] = [];

beforeAll(async () => {
  const socket = createSocket('udp4');
  await new Promise<void>((resolve) => socket.bind(0, '127.0.0.1', resolve));
  udpPort = socket.address().port;
  await new Promise<void>((resolve) => socket.close(resolve));
  postgres = await startEmbeddedPostgres({ folder: path.join(postgresFolder, 'postgres'), log: silentLog });
  api = await startAdminApi({
    ...{ host: '127.0.0.1', port: 0, publicUrl: undefined, databaseUrl: postgres.ownerUrl },
    ...{ dataDir: apiFolder, consoleDir: undefined, maps: new MemoryMapCatalogue([smallMap]) },
    ...{ auditDays: 400, version: '1', log: silentLog, clock: new SystemClock() },
  });
  cookie = await logInAsOwner(api.url, api.ownerPassword!);
}, 120_000);

afterAll(async () => {
  for (const player of players) await player.stop();
  endProcesses();
  await api?.stop();
  await postgres?.stop();
  rmSync(postgresFolder, { recursive: true, force: true });
}, 60_000);

async function startGame(): Promise<void> {
  game = ServerProcess.start(gameFolder, {
    program: 'dist/src/game-server.js',
    environment: {
      ...{ TOS_API_URL: api.url, TOS_SERVER_TOKEN: api.serverToken, TOS_GATEWAYS: '1', TOS_BACKUPS: 'off' },
      TOS_UDP_PORT: String(udpPort),
    },
  });
  await game.said(/^\s*game\s+http/m);
}

/** `npm run backup` for a server that is stopped. */
async function backup(...args: string[]): Promise<string> {
  const program = path.resolve('dist/src/backup.js');
  const env = { PATH: process.env['PATH'], TOS_DATA_DIR: gameFolder };
  const { stdout } = await promisify(execFile)(process.execPath, [program, ...args], {
    ...{ cwd: gameFolder, env, timeout: 120_000 },
  });
  return stdout;
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

async function ask(method: string, url: string, body?: object): Promise<Response> {
  const headers = {
    ...{ cookie: atPortOf(api.url, cookie), 'sec-fetch-site': 'same-origin' },
    ...(body !== undefined && { 'content-type': 'application/json' }),
  };
  return fetch(`${api.url}/api/v1/${url}`, {
    ...{ method, headers },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
}

interface Listed {
  readonly id: string;
  readonly name: string;
}

async function listed(): Promise<readonly Listed[]> {
  const reply = await ask('GET', 'players?limit=200');
  return ((await reply.json()) as { players: Listed[] }).players;
}
const names = async () => (await listed()).map(({ name }) => name).sort();

/** All rows of all tables, as text. */
async function allOfPostgres(): Promise<string> {
  const orm = await MikroORM.init({
    clientUrl: postgres.ownerUrl,
    entities: [],
    discovery: { warnWhenNoEntities: false },
  });
  try {
    const connection = orm.em.getConnection();
    const tables = await connection.execute<{ name: string }[]>(
      `select quote_ident(tablename) as name from pg_tables where schemaname not in ('pg_catalog', 'information_schema')`,
    );
    const rows: unknown[] = [];
    for (const { name } of tables) rows.push(name, await connection.execute(`select * from ${name}`));
    return JSON.stringify(rows);
  } finally {
    await orm.close(true);
  }
}

/** Of a server that is stopped: all of it, after what is no more was left out of it. */
function allOfGameFile(): string {
  const copy = path.join(temporaryFolder(), 'game.sqlite');
  copyFileSync(gameFile(), copy);
  const db = new SqliteDatabase(copy);
  db.exec('VACUUM');
  db.close();
  return readFileSync(gameFile(), 'latin1') + readFileSync(copy, 'latin1');
}

const traces = (text: string, secrets: readonly string[]): string[] =>
  secrets.filter((secret) => text.toLowerCase().includes(secret.toLowerCase()));

describe('a player', () => {
  let zed: Listed;
  let secrets: string[];

  it('is exported with all that both sides hold', async () => {
    await startGame();
    const [player, bob] = [await play('Zedzed'), await play('Bob')];
    await until('both are listed', async () => (await names()).join() === 'Bob,Zedzed');
    zed = (await listed()).find(({ name }) => name === 'Zedzed')!;
    const send =
      (by: RealPlayer, to: string, text: string, coins = 0) =>
      async (): Promise<boolean> => {
        const command = by.client.nextCommand();
        by.client.sendLetter(command, to, 'a title', text, coins, 0, []);
        await until('the letter is decided', () => by.confirmed.has(command) || by.refused.has(command));
        return by.confirmed.has(command);
      };
    await until('a letter is sent', send(player, 'Bob', 'unspeakable things'));
    await until('one is answered', send(bob, 'Zedzed', 'what do you say'));
    expect(
      (await ask('POST', `players/${zed.id}/kick`, { reason: 'noise', message: 'out, Zedzed' })).status,
    ).toBe(202);
    await until('it is kicked', () => !player.isInWorld);
    await player.stop();
    await bob.stop();
    await sleep(1_000);

    const reply = await ask('GET', `players/${zed.id}/export`);
    expect(reply.status).toBe(200);
    const document = (await reply.json()) as {
      directory: { accountId: string };
      game: { tables: Record<string, unknown[]>; entries: { kind: string; words?: string }[] };
    };
    expect(document).toMatchObject({ format: 'tos-player-export', directory: { name: 'Zedzed' } });
    const { tables, entries } = document.game;
    expect(tables['characters']).toMatchObject([
      { name: 'Zedzed', account_id: document.directory.accountId },
    ]);
    expect(tables['ledger_letters']).toHaveLength(2);
    expect(JSON.stringify(tables['letter_words'])).toContain('unspeakable things');
    const letters = entries.filter(({ kind }) => kind === 'letterSent');
    expect(letters.map(({ words }) => words)).toContain('Zedzed\na title\nunspeakable things');
    secrets = ['Zedzed', document.directory.accountId, 'unspeakable'];
    expect(await game.stop()).toBe(0);
    expect(await backup('create')).toMatch(/^made 00000001-/);
    expect(traces(allOfGameFile(), secrets)).toEqual(secrets);
    expect(traces(await allOfPostgres(), secrets)).toEqual(['Zedzed', document.directory.accountId]);
  }, 240_000);

  it('is erased from both, and from then on there is nothing to export', async () => {
    await startGame();
    await until('the server is there', async () => {
      const reply = await ask('POST', `players/${zed.id}/erase`, { name: 'Zedzed', reason: 'it asked' });
      if (reply.status !== 503) expect([reply.status, await reply.text()]).toEqual([204, '']);
      return reply.status === 204;
    });
    await until('it is listed no more', async () => (await names()).join() === 'Bob');
    expect((await ask('GET', `players/${zed.id}/export`)).status).toBe(404);
    expect((await ask('POST', `players/${zed.id}/erase`, { name: 'Zedzed', reason: 'again' })).status).toBe(
      204,
    );
    const audit = (await (await ask('GET', `audit?target=player:${zed.id}&limit=100`)).json()) as {
      entries: { action: string; outcome: string }[];
    };
    expect(audit.entries.map(({ action }) => action)).toContain('command.erase');
    expect(await game.stop()).toBe(0);
    expect(traces(await allOfPostgres(), secrets)).toEqual([]);
    expect(traces(allOfGameFile(), secrets)).toEqual([]);
    expectSound();
  }, 240_000);

  it('comes back with a backup of before, restored into an empty place, and is erased again', async () => {
    const place = temporaryFolder();
    expect(await backup('restore', 'latest', '--to', place)).toMatch(/2 characters\n$/);
    // All else is from the copy of the data folder that docs/backups.md asks for.
    for (const name of ['identity.json', 'data-folder', 'used-tokens'])
      copyFileSync(path.join(gameFolder, name), path.join(place, name));
    gameFolder = place;
    expect(existsSync(`${gameFile()}-wal`)).toBe(false);
    expect(traces(allOfGameFile(), secrets)).toEqual(secrets);
    await startGame();
    await until('it is erased again', () => /a character was erased/.test(game.output));
    await until('only Bob is listed', async () => (await names()).join() === 'Bob');
    expect(await game.stop()).toBe(0);
    expect(traces(await allOfPostgres(), secrets)).toEqual([]);
    expect(traces(allOfGameFile(), secrets)).toEqual([]);
    expectSound();
    expect(charactersIn(gameFile())).toEqual(['Bob']);
  }, 240_000);
});

function charactersIn(file: string): string[] {
  const db = new SqliteDatabase(file, { readonly: true });
  try {
    return db.prepare<[], string>('SELECT name FROM characters').pluck().all();
  } finally {
    db.close();
  }
}

function expectSound(): void {
  const ledger = new StoredLedger(gameFile());
  expect(checkLedger(ledger).findings).toEqual([]);
  ledger.close();
}
