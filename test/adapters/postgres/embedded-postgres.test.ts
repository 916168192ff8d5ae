// The embedded PostgreSQL over its whole life: first start, restart, killed parent, two starts on one folder.

import { afterAll, describe, expect, it } from '@jest/globals';
import { spawn } from 'node:child_process';
import { existsSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { chmod, mkdtemp } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import {
  startEmbeddedPostgres,
  type EmbeddedPostgres,
} from '#adapters/postgres/embedded/embedded-postgres.js';
import { childrenOf, isAlive } from '#adapters/postgres/embedded/process-facts.js';
import { RecordingLog, silentLog } from '../../support/silent-log.js';

const folders: string[] = [];
async function folder(): Promise<string> {
  const made = await mkdtemp(path.join('/var/tmp', 'tos-test-'));
  // Its user must be able to walk there; as root that is somebody else.
  await chmod(made, 0o755);
  folders.push(made);
  return path.join(made, 'postgres');
}
afterAll(async () => {
  for (const one of running) await one.stop();
  for (const made of folders) rmSync(made, { recursive: true, force: true });
});

const running: EmbeddedPostgres[] = [];
async function start(where: string, patienceMs = 0): Promise<EmbeddedPostgres> {
  const started = await startEmbeddedPostgres({ folder: where, log: silentLog, ephemeral: true, patienceMs });
  running.push(started);
  return started;
}

async function query(url: string, sql: string): Promise<unknown[]> {
  const client = new pg.Client(url);
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

describe('the embedded PostgreSQL', () => {
  it('keeps its data over a restart, and is gone in between', async () => {
    const where = await folder();
    const first = await start(where);
    await query(first.ownerUrl, 'create table kept as select 7 as n');
    await first.stop();
    expect(isAlive(first.pid)).toBe(false);
    const second = await start(where);
    expect(await query(second.ownerUrl, 'select n from kept')).toEqual([{ n: 7 }]);
    await second.stop();
  });

  it('asks for its password, also from this machine', async () => {
    const where = await folder();
    const current = await start(where);
    const url = new URL(current.url);
    url.password = 'wrong';
    await expect(query(url.href, 'select 1')).rejects.toMatchObject({ code: '28P01' });
    const passwordFile = path.join(where, 'cluster', 'password');
    expect(statSync(passwordFile).mode & 0o077).toBe(0);
    await current.stop();
  });

  it('refuses a second start on the folder of a running one, which is not disturbed', async () => {
    const where = await folder();
    const current = await start(where);
    await expect(start(where)).rejects.toMatchObject({
      code: 'in-use',
      message: expect.stringContaining(path.join(where, 'cluster', 'data')),
    });
    expect(await query(current.url, 'select 1 as n')).toEqual([{ n: 1 }]);
    await current.stop();
  });

  it('serves one of two starts that race for an empty folder', async () => {
    const where = await folder();
    const results = await Promise.allSettled([start(where), start(where)]);
    const won = results.filter((result) => result.status === 'fulfilled');
    expect(won).toHaveLength(1);
    await won[0]!.value.stop();
  });

  it('waits for a stopping user of the folder', async () => {
    const where = await folder();
    const first = await start(where);
    const second = start(where, 10_000);
    await first.stop();
    const current = await second;
    expect(await query(current.url, 'select 1 as n')).toEqual([{ n: 1 }]);
    await current.stop();
  });

  it('ends with its user, also when that is killed, and the next start has its data', async () => {
    const where = await folder();
    const { pid } = await startAndKillParent(where);
    while (isAlive(pid)) await sleep(20);
    const current = await start(where);
    expect(await query(current.ownerUrl, 'select n from kept')).toEqual([{ n: 7 }]);
    await current.stop();
  });

  it('that outlived even its watcher is ended by the next start', async () => {
    const where = await folder();
    const { pid } = await startAndKillParent(where, 'process.kill(parentOf(current.pid), "SIGKILL");');
    expect(isAlive(pid)).toBe(true);
    const current = await start(where);
    expect(isAlive(pid)).toBe(false);
    expect(await query(current.ownerUrl, 'select n from kept')).toEqual([{ n: 7 }]);
    await current.stop();
  });

  it('that stands still is stopped all the same, and has lost nothing', async () => {
    const where = await folder();
    const current = await startEmbeddedPostgres({ folder: where, log: silentLog });
    await query(current.ownerUrl, 'create table kept as select 7 as n');
    const all = [...childrenOf(current.pid), current.pid];
    expect(all.length).toBeGreaterThan(1);
    signalAll(all, 'SIGSTOP');
    await current.stop();
    expect(all.filter(isAlive)).toEqual([]);
    const again = await start(where);
    expect(await query(again.ownerUrl, 'select n from kept')).toEqual([{ n: 7 }]);
    await again.stop();
  });

  it('that stands still in the midst of its start holds no stop up, and is gone with all its processes', async () => {
    const where = await folder();
    await (await start(where)).stop();
    const stop = new AbortController();
    const starting = startEmbeddedPostgres({ folder: where, log: silentLog, stopAsked: stop.signal });
    const refused = expect(starting).rejects.toThrow('stop');
    const pidFile = path.join(where, 'cluster', 'data', 'postmaster.pid');
    while (!existsSync(pidFile) || Number.isNaN(Number.parseInt(readFileSync(pidFile, 'utf8'), 10)))
      await sleep(1);
    const pid = Number.parseInt(readFileSync(pidFile, 'utf8'), 10);
    while (childrenOf(pid).length < 4) await sleep(1);
    const all = [pid, ...childrenOf(pid)];
    signalAll(all, 'SIGSTOP');
    await sleep(200);
    stop.abort(new Error('stop'));
    await refused;
    expect(all.filter(isAlive)).toEqual([]);
  });

  it('ends with a user that is killed while all its processes stand still', async () => {
    const where = await folder();
    const killed = await startAndKillParent(
      where,
      `const children = readFileSync('/proc/' + current.pid + '/task/' + current.pid + '/children', 'utf8').trim().split(' ');
       writeFileSync(${JSON.stringify(path.join(path.dirname(where), 'children.json'))}, JSON.stringify(children.map(Number)));
       for (const one of [current.pid, ...children]) process.kill(Number(one), 'SIGSTOP');`,
    );
    const kept = readFileSync(path.join(path.dirname(where), 'children.json'), 'utf8');
    const all = [killed.pid, ...(JSON.parse(kept) as number[])];
    expect(all.length).toBeGreaterThan(4);
    while (all.some(isAlive)) await sleep(100);
  });

  it('starts although the pid file names a process that only bears the name of its data', async () => {
    const where = await folder();
    await (await start(where)).stop();
    const data = path.join(where, 'cluster', 'data');
    const stranger = spawn('/bin/sh', ['-c', 'sleep 600; :', 'postgres', '-D', data], { stdio: 'ignore' });
    writeFileSync(
      path.join(data, 'postmaster.pid'),
      `${stranger.pid}\n${data}\n${Math.floor(Date.now() / 1000)}\n5432\n\n127.0.0.1\n\nready\n`,
    );
    const current = await start(where);
    expect(await query(current.url, 'select 1 as n')).toEqual([{ n: 1 }]);
    expect(isAlive(stranger.pid!)).toBe(true);
    process.kill(stranger.pid!, 'SIGKILL');
    await current.stop();
  });

  it('starts although a loss of power left the pid file empty, and not beside a server whose file was emptied', async () => {
    const where = await folder();
    await (await start(where)).stop();
    const pidFile = path.join(where, 'cluster', 'data', 'postmaster.pid');
    const longAgo = new Date(Date.now() - 60_000);
    writeFileSync(pidFile, '');
    utimesSync(pidFile, longAgo, longAgo);
    const current = await start(where);
    expect(await query(current.url, 'select 1 as n')).toEqual([{ n: 1 }]);
    const whole = readFileSync(pidFile);
    writeFileSync(pidFile, '');
    utimesSync(pidFile, longAgo, longAgo);
    await expect(start(where)).rejects.toThrow();
    writeFileSync(pidFile, whole);
    expect(await query(current.url, 'select 1 as n')).toEqual([{ n: 1 }]);
    await current.stop();
  });

  it('names the process that stands still on its data', async () => {
    const where = await folder();
    const current = await start(where);
    process.kill(current.pid, 'SIGSTOP');
    await expect(start(where)).rejects.toMatchObject({
      code: 'no-answer',
      message: expect.stringMatching(new RegExp(`process ${current.pid}, .*kill -CONT ${current.pid}`)),
    });
    process.kill(current.pid, 'SIGCONT');
    expect(await query(current.url, 'select 1 as n')).toEqual([{ n: 1 }]);
    await current.stop();
  });

  it('says so when the data was written by another major version', async () => {
    const where = await folder();
    await (await start(where)).stop();
    writeFileSync(path.join(where, 'cluster', 'data', 'PG_VERSION'), '12\n');
    await expect(start(where)).rejects.toMatchObject({
      code: 'other-version',
      message: expect.stringContaining('written by PostgreSQL 12'),
    });
  });

  it("shows the end of PostgreSQL's log when it does not start", async () => {
    const where = await folder();
    await (await start(where)).stop();
    writeFileSync(path.join(where, 'cluster', 'data', 'postgresql.conf'), 'no_such_setting = 1\n');
    await expect(start(where)).rejects.toMatchObject({
      code: 'start-failed',
      message: expect.stringContaining('no_such_setting'),
    });
  });

  it('is started again at the same address when it is killed under its user, and has lost nothing', async () => {
    const log = new RecordingLog();
    const current = await startEmbeddedPostgres({ folder: await folder(), log });
    running.push(current);
    await query(current.ownerUrl, 'create table kept as select 7 as n');
    const { pid, url, ownerUrl } = current;
    process.kill(pid, 'SIGKILL');
    while (current.pid === pid) await new Promise((resolve) => setTimeout(resolve, 10));
    expect(current.url).toBe(url);
    expect(await query(ownerUrl, 'select n from kept')).toEqual([{ n: 7 }]);
    expect(log.lines.map(({ level, message }) => `${level}: ${message}`)).toEqual([
      'info: PostgreSQL runs',
      'error: PostgreSQL went away and will be started again',
      'info: PostgreSQL runs again',
    ]);
    await current.stop();
    expect(isAlive(current.pid)).toBe(false);
  });

  it('is not started again after it was stopped, not even while it was coming back', async () => {
    const current = await start(await folder());
    process.kill(current.pid, 'SIGQUIT');
    while (isAlive(current.pid)) await new Promise((resolve) => setTimeout(resolve, 10));
    await current.stop();
    await expect(query(current.url, 'select 1')).rejects.toThrow();
  });
});

/** In a process of its own, from the build: it starts, writes, and dies without stopping anything. */
async function startAndKillParent(where: string, before = ''): Promise<{ url: string; pid: number }> {
  const built = path.resolve('dist/adapters/postgres/embedded/embedded-postgres.js');
  if (!existsSync(built)) throw new Error('this test needs the build: run npm run build');
  const script = path.join(path.dirname(where), 'parent.mjs');
  const answer = path.join(path.dirname(where), 'answer.json');
  writeFileSync(
    script,
    `import { startEmbeddedPostgres } from ${JSON.stringify(built)};
     import { readFileSync, writeFileSync } from 'node:fs';
     import { createRequire } from 'node:module';
     const pg = createRequire(${JSON.stringify(built)})('pg');
     const quiet = { debug() {}, info() {}, warn() {}, error() {} };
     const current = await startEmbeddedPostgres({ folder: ${JSON.stringify(where)}, log: quiet });
     const parentOf = (pid) => Number(readFileSync('/proc/' + pid + '/stat', 'utf8').split(' ')[3]);
     const client = new pg.Client(current.ownerUrl);
     await client.connect();
     await client.query('create table kept as select 7 as n');
     writeFileSync(${JSON.stringify(answer)}, JSON.stringify({ url: current.url, pid: current.pid }));
     ${before}
     process.kill(process.pid, 'SIGKILL');`,
  );
  const child = spawn(process.execPath, [script], { stdio: ['ignore', 'ignore', 'inherit'] });
  await new Promise((resolve) => child.once('exit', resolve));
  return JSON.parse(readFileSync(answer, 'utf8')) as { url: string; pid: number };
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
