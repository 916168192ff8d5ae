// The admin API as a whole, on a real PostgreSQL: first start, restart, failed start, lost database, two replicas.

import { afterAll, afterEach, describe, expect, it } from '@jest/globals';
import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { MemoryMapCatalogue } from '#adapters/memory/admin/servers/map-catalogue.js';
import { childrenOf, isAlive } from '#adapters/postgres/embedded/process-facts.js';
import { SystemClock } from '#adapters/system/system-clock.js';
import type { Log } from '#ports/system/log.js';
import { startAdminApi, type AdminApiOptions, type RunningAdminApi } from '#src/admin-api/start-admin-api.js';
import { introduction, serverId, smallMap, telemetry } from '../../support/admin/admin-http.js';
import { EventReader } from '../../support/admin/event-reader.js';
import { proofFor } from '../../support/servers/proving-server.js';
import { RecordingLog, silentLog } from '../../support/silent-log.js';
import { atPortOf, logInAsOwner, ownPassword } from '../../support/admin/own-password.js';
import { openTestDatabase } from '../../support/admin/test-database.js';
import { freeTcpPort } from '../../support/servers/free-port.js';

const folders: string[] = [];
function dataFolder(): string {
  const folder = mkdtempSync('/var/tmp/tos-test-');
  chmodSync(folder, 0o755);
  folders.push(folder);
  return folder;
}
const running: RunningAdminApi[] = [];
afterEach(async () => {
  for (const api of running.splice(0)) await api.stop();
});
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

async function start(dataDir: string, part: Partial<AdminApiOptions> = {}): Promise<RunningAdminApi> {
  const api = await startAdminApi({
    host: '127.0.0.1',
    port: 0,
    publicUrl: undefined,
    databaseUrl: undefined,
    dataDir,
    consoleDir: undefined,
    maps: new MemoryMapCatalogue([smallMap]),
    auditDays: 400,
    version: '1',
    log: silentLog,
    clock: new SystemClock(),
    ...part,
  });
  running.push(api);
  return api;
}

const logIn = (api: RunningAdminApi, password: string) => logInAsOwner(api.url, password);

const json = (token: string, body: object, method = 'POST') => ({
  method,
  headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
  body: JSON.stringify(body),
});
/** As a game server does, whose key the tests know. */
async function register(asked: RunningAdminApi, token: string, answered = asked): Promise<number> {
  const own = `/api/v1/servers/${serverId}`;
  const question = await fetch(`${asked.url}${own}/challenge`, json(token, {}));
  const { challenge } = (await question.json()) as { challenge: string };
  const proof = proofFor(challenge, { ...introduction, serverId });
  return (await fetch(answered.url + own, json(token, { ...introduction, proof }, 'PUT'))).status;
}
const read = async (url: string, cookie: string) => (await fetch(url, { headers: { cookie } })).json();

describe('the admin API', () => {
  it('believes the addresses that a named proxy gives, and no other', async () => {
    const dataDir = dataFolder();
    const forwarded = { 'x-forwarded-for': '203.0.113.9' };
    const addressAfter = async (part: Partial<AdminApiOptions>): Promise<string> => {
      const api = await start(dataDir, part);
      const cookie = await logInAsOwner(api.url, api.ownerPassword ?? ownPassword, forwarded);
      const audit = (await read(`${api.url}/api/v1/audit`, cookie)) as { entries: { address: string }[] };
      await running.pop()!.stop();
      return audit.entries[0]!.address;
    };
    expect(await addressAfter({})).toBe('127.0.0.1');
    expect(await addressAfter({ trustedProxies: ['10.0.0.0/8'] })).toBe('127.0.0.1');
    expect(await addressAfter({ trustedProxies: ['10.0.0.0/8', '127.0.0.0/8'] })).toBe('203.0.113.9');
  });

  it('makes an owner and a server token at the first start, and keeps everything over a restart', async () => {
    const dataDir = dataFolder();
    const first = await start(dataDir);
    const password = first.ownerPassword!;
    const tokenFile = path.join(dataDir, 'server-token');
    // As it is: programs put all of a file into a header.
    expect(readFileSync(tokenFile, 'utf8')).toBe(first.serverToken);
    expect(statSync(tokenFile).mode & 0o077).toBe(0);
    const cookie = await logIn(first, password);
    expect(await register(first, first.serverToken)).toBe(200);
    await first.stop();

    const second = await start(dataDir);
    expect(second.ownerPassword).toBeUndefined();
    expect(second.serverToken).toBe(first.serverToken);
    // Sessions outlive a restart: they are the database's.
    expect(await read(`${second.url}/api/v1/servers`, atPortOf(second.url, cookie))).toMatchObject({
      servers: [{ name: 'local' }],
    });
    await logIn(second, ownPassword);
  });

  it('revokes the tokens whose files were deleted, and goes on with new ones, its server too', async () => {
    const dataDir = dataFolder();
    const files = ['server-token', 'login-service-token'].map((name) => path.join(dataDir, name));
    const tokens = () => files.map((file) => readFileSync(file, 'utf8').trim());
    const first = await start(dataDir);
    const cookie = await logIn(first, first.ownerPassword!);
    const [oldServer, oldService] = tokens();
    expect(await register(first, oldServer!)).toBe(200);
    await first.stop();

    for (const file of files) rmSync(file);
    const log = new RecordingLog();
    const second = await start(dataDir, { log });
    // Under a name that the log does not hide.
    const revoked = log.lines.filter(({ message }) => message.startsWith('a token was revoked'));
    expect(revoked.map(({ fields }) => fields)).toEqual([
      { label: 'this machine' },
      { label: 'login service of this machine' },
    ]);
    const [newServer, newService] = tokens();
    const codes = async (bearer: string) => {
      const beat = json(bearer, { players: 0, draining: false });
      const wish = json(bearer, {
        accountId: serverId,
        characterName: 'Ada',
        clientKey: '5a'.repeat(32),
        serverId,
      });
      const replies = [
        await fetch(`${second.url}/api/v1/servers/${serverId}/heartbeat`, beat),
        await fetch(`${second.url}/api/v1/connect-tokens`, wish),
      ];
      return replies.map(({ status }) => status);
    };
    expect(await register(second, newServer!)).toBe(200);
    expect(await codes(newServer!)).toEqual([200, 401]);
    expect(await codes(oldServer!)).toEqual([401, 401]);
    expect(await codes(oldService!)).toEqual([401, 401]);
    expect(await codes(newService!)).toEqual([401, 201]);
    const { tokens: listed } = (await read(
      `${second.url}/api/v1/machine-tokens`,
      atPortOf(second.url, cookie),
    )) as {
      tokens: { live: boolean; label: string }[];
    };
    expect(listed.map(({ live, label }) => `${label} ${live}`).sort()).toEqual([
      'login service of this machine false',
      'login service of this machine true',
      'this machine false',
      'this machine true',
    ]);
  });

  it('stores nothing from which the password or a token could be read', async () => {
    const test = await openTestDatabase();
    const api = await start(dataFolder(), { databaseUrl: test.url });
    const cookie = await logIn(api, api.ownerPassword!);
    for (const table of ['accounts', 'admin_sessions', 'server_tokens', 'audit_entries']) {
      const rows = JSON.stringify(await test.database.fork().execute(`select * from ${table}`));
      expect(rows.length).toBeGreaterThan(10);
      for (const secret of [api.ownerPassword!, ownPassword, cookie.split('=')[1]!, api.serverToken]) {
        expect(rows).not.toContain(secret);
      }
    }
    await api.stop();
    await test.close();
  });

  it('undoes a start that fails half-way, and says why', async () => {
    const dataDir = dataFolder();
    const first = await start(dataFolder());
    const port = Number(new URL(first.url).port);
    const log = new RecordingLog();
    await expect(start(dataDir, { port, log })).rejects.toMatchObject({
      code: 'port-not-available',
      message: expect.stringContaining(`TOS_API_PORT: another program uses TCP 127.0.0.1:${port};`),
    });
    expect(log.lines.map(({ message }) => message)).toContain('PostgreSQL stopped');
    await start(dataDir);
  });

  it('refuses a file that holds no server token, and says which', async () => {
    const dataDir = dataFolder();
    writeFileSync(path.join(dataDir, 'server-token'), 'nonsense');
    await expect(start(dataDir)).rejects.toThrow(path.join(dataDir, 'server-token'));
  });

  it('stops at once although streams and idle connections are open', async () => {
    const api = await start(dataFolder());
    const cookie = await logIn(api, api.ownerPassword!);
    const reader = await EventReader.open(`${api.url}/api/v1/events`, { cookie });
    await api.stop();
    await reader.ended();
    await expect(fetch(`${api.url}/health/live`)).rejects.toThrow();
  });

  it('listens when its owner can log in, and not before', async () => {
    const dataDir = dataFolder();
    const port = await freeTcpPort();
    const starting = start(dataDir, { port });
    const ready = async (): Promise<number | undefined> =>
      (await fetch(`http://127.0.0.1:${port}/health/ready`).catch(() => undefined))?.status;
    const failed = starting.then(() => new Promise<never>(() => undefined));
    while ((await Promise.race([ready(), failed])) !== 200) await sleep(5);
    const password = readFileSync(path.join(dataDir, 'first-password'), 'utf8').trim();
    expect(await logInAsOwner(`http://127.0.0.1:${port}`, password)).toMatch(/=/);
    await starting;
  });

  it('is alive but not ready while its database is away, and recovers', async () => {
    const dataDir = dataFolder();
    const api = await start(dataDir);
    const cookie = await logIn(api, api.ownerPassword!);
    const pidFile = readFileSync(path.join(dataDir, 'postgres/cluster/data/postmaster.pid'), 'utf8');
    process.kill(Number(pidFile.split('\n')[0]), 'SIGQUIT');
    await until(async () => (await fetch(`${api.url}/health/ready`)).status === 503);
    expect((await fetch(`${api.url}/health/live`)).status).toBe(200);
    const refused = await fetch(`${api.url}/api/v1/servers`, { headers: { cookie } });
    expect([refused.status, await refused.json()]).toEqual([
      503,
      { error: expect.objectContaining({ code: 'unavailable' }) },
    ]);
    await until(async () => (await fetch(`${api.url}/health/ready`)).status === 200);
    expect(await read(`${api.url}/api/v1/servers`, cookie)).toEqual({ servers: [] });
  });

  it('says in its streams that the database stands still, refuses meanwhile, and recovers when that goes on', async () => {
    const dataDir = dataFolder();
    const api = await start(dataDir);
    const cookie = await logIn(api, api.ownerPassword!);
    const reader = await EventReader.open(`${api.url}/api/v1/events`, { cookie });
    const nextHealth = async (database: string): Promise<unknown> => {
      for (;;) {
        const { event, data } = await reader.next();
        if (event === 'health' && (data as { database: string }).database === database) return data;
      }
    };
    expect(await nextHealth('up')).toMatchObject({ since: expect.any(String), telemetryAt: null });
    const frozen = processesOf(dataDir);
    signalAll(frozen, 'SIGSTOP');
    const waiting = fetch(`${api.url}/api/v1/servers`, { headers: { cookie } });
    const down = (await nextHealth('down')) as { answeredAt: string; since: string };
    expect(Date.parse(down.answeredAt)).toBeLessThan(Date.parse(down.since));
    expect((await fetch(`${api.url}/health/ready`)).status).toBe(503);
    expect((await fetch(`${api.url}/health/live`)).status).toBe(200);
    const refused = await waiting;
    expect([refused.status, await refused.json()]).toEqual([
      503,
      { error: expect.objectContaining({ code: 'unavailable' }) },
    ]);
    signalAll(frozen, 'SIGCONT');
    await nextHealth('up');
    expect((await fetch(`${api.url}/health/ready`)).status).toBe(200);
    expect(await read(`${api.url}/api/v1/servers`, cookie)).toEqual({ servers: [] });
    reader.close();
  });

  it('stops although its database stands still and requests wait for it', async () => {
    const dataDir = dataFolder();
    const api = await start(dataDir);
    const cookie = await logIn(api, api.ownerPassword!);
    const frozen = processesOf(dataDir);
    signalAll(frozen, 'SIGSTOP');
    const waiting = fetch(`${api.url}/api/v1/servers`, { headers: { cookie } }).then(
      (reply) => reply.status,
      () => 'cut off',
    );
    await api.stop();
    expect([503, 'cut off']).toContain(await waiting);
    expect(frozen.filter(isAlive)).toEqual([]);
  });
});

describe('two replicas on one database', () => {
  it('make one owner, share sessions, servers and lock-outs', async () => {
    const test = await openTestDatabase();
    const logs: Log[] = [silentLog, silentLog];
    const dataDirs = [dataFolder(), dataFolder()];
    const [a, b] = await Promise.all(
      dataDirs.map((dataDir, i) =>
        start(dataDir, { databaseUrl: test.url, log: logs[i]!, publicUrl: 'https://console.example' }),
      ),
    );
    const passwords = [a!.ownerPassword, b!.ownerPassword].filter((password) => password !== undefined);
    expect(passwords).toHaveLength(1);
    const cookie = await logIn(a!, passwords[0]!);
    // Asked by one replica, answered to the other.
    expect(await register(a!, b!.serverToken, b!)).toBe(200);
    const at = new Date().toISOString();
    await fetch(`${b!.url}/api/v1/telemetry`, json(b!.serverToken, { ...telemetry, at }));
    expect(await read(`${a!.url}/api/v1/servers/${serverId}`, cookie)).toMatchObject({
      players: 3,
      tickMsP99: 3,
    });
    expect(await read(`${a!.url}/api/v1/servers/${serverId}/history`, cookie)).toMatchObject({
      points: [{ players: 3 }],
    });

    const guess = async (api: RunningAdminApi) => {
      const body = JSON.stringify({ name: 'owner', password: 'a guess' });
      const headers = { 'content-type': 'application/json' };
      return (await fetch(`${api.url}/api/v1/auth/login`, { method: 'POST', headers, body })).status;
    };
    for (const api of [a!, b!, a!, b!, a!]) expect(await guess(api)).toBe(401);
    expect([await guess(a!), await guess(b!)]).toEqual([429, 429]);

    await fetch(`${b!.url}/api/v1/auth/logout`, { method: 'POST', headers: { cookie } });
    expect((await fetch(`${a!.url}/api/v1/auth/me`, { headers: { cookie } })).status).toBe(401);
    for (const api of running.splice(0)) await api.stop();
    await test.close();
  });
});

/** PostgreSQL's main process and all it has started. */
function processesOf(dataDir: string): number[] {
  const pid = Number(
    readFileSync(path.join(dataDir, 'postgres/cluster/data/postmaster.pid'), 'utf8').split('\n')[0],
  );
  return [pid, ...childrenOf(pid)];
}

function signalAll(pids: readonly number[], signal: NodeJS.Signals): void {
  for (const pid of pids) {
    try {
      process.kill(pid, signal);
    } catch (error) {
      // A passing worker of PostgreSQL may have ended.
      if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
    }
  }
}

async function until(condition: () => Promise<boolean>): Promise<void> {
  while (!(await condition())) await new Promise((resolve) => setTimeout(resolve, 20));
}
