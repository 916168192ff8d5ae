// The embedded PostgreSQL over its whole life: first start, restart, killed parent, two starts on one folder.

import { afterAll, describe, expect, it } from '@jest/globals';
import { spawn } from 'node:child_process';
import { existsSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { chmod, mkdtemp } from 'node:fs/promises';
import path from 'node:path';
import pg from 'pg';
import {
  startEmbeddedPostgres,
  type EmbeddedPostgres,
} from '#adapters/postgres/embedded/embedded-postgres.js';
import { isAlive } from '#adapters/postgres/embedded/process-facts.js';
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
    await query(first.url, 'create table kept as select 7 as n');
    await first.stop();
    expect(isAlive(first.pid)).toBe(false);
    const second = await start(where);
    expect(await query(second.url, 'select n from kept')).toEqual([{ n: 7 }]);
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

  (process.getuid?.() === 0 ? it : it.skip)(
    'goes elsewhere for root when its user cannot reach the folder, anew after the folder was deleted (root only)',
    async () => {
      const where = await folder();
      await chmod(path.dirname(where), 0o700);
      const signpost = path.join(where, 'is-elsewhere');
      const first = await start(where);
      await query(first.url, 'create table kept as select 7 as n');
      const firstFolder = readFileSync(signpost, 'utf8').trim();
      await first.stop();
      const second = await start(where);
      expect(await query(second.url, 'select n from kept')).toEqual([{ n: 7 }]);
      await second.stop();
      rmSync(where, { recursive: true });
      const third = await start(where);
      await expect(query(third.url, 'select n from kept')).rejects.toThrow('does not exist');
      await third.stop();
      for (const made of [firstFolder, readFileSync(signpost, 'utf8').trim()]) {
        rmSync(made, { recursive: true });
      }
    },
  );

  it('is taken over when its user was killed', async () => {
    const where = await folder();
    const { url, pid } = await startAndKillParent(where);
    expect(isAlive(pid)).toBe(true);
    const current = await start(where, 5_000);
    expect(current).toMatchObject({ adopted: true, pid, url });
    expect(await query(current.url, 'select n from kept')).toEqual([{ n: 7 }]);
    await current.stop();
    expect(isAlive(pid)).toBe(false);
  });

  it('starts although the pid file names a process that is something else', async () => {
    const where = await folder();
    await (await start(where)).stop();
    const pidFile = path.join(where, 'cluster', 'data', 'postmaster.pid');
    writeFileSync(pidFile, `${process.pid}\n/elsewhere\n0\n5432\n\n\n\n`);
    const current = await start(where);
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
    await query(current.url, 'create table kept as select 7 as n');
    const { pid, url } = current;
    process.kill(pid, 'SIGKILL');
    while (current.pid === pid) await new Promise((resolve) => setTimeout(resolve, 10));
    expect(current.url).toBe(url);
    expect(await query(url, 'select n from kept')).toEqual([{ n: 7 }]);
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
async function startAndKillParent(where: string): Promise<{ url: string; pid: number }> {
  const built = path.resolve('dist/adapters/postgres/embedded/embedded-postgres.js');
  if (!existsSync(built)) throw new Error('this test needs the build: run npm run build');
  const script = path.join(path.dirname(where), 'parent.mjs');
  const answer = path.join(path.dirname(where), 'answer.json');
  writeFileSync(
    script,
    `import { startEmbeddedPostgres } from ${JSON.stringify(built)};
     import { writeFileSync } from 'node:fs';
     import { createRequire } from 'node:module';
     const pg = createRequire(${JSON.stringify(built)})('pg');
     const quiet = { debug() {}, info() {}, warn() {}, error() {} };
     const current = await startEmbeddedPostgres({ folder: ${JSON.stringify(where)}, log: quiet });
     const client = new pg.Client(current.url);
     await client.connect();
     await client.query('create table kept as select 7 as n');
     writeFileSync(${JSON.stringify(answer)}, JSON.stringify({ url: current.url, pid: current.pid }));
     process.kill(process.pid, 'SIGKILL');`,
  );
  const child = spawn(process.execPath, [script], { stdio: ['ignore', 'ignore', 'inherit'] });
  await new Promise((resolve) => child.once('exit', resolve));
  return JSON.parse(readFileSync(answer, 'utf8')) as { url: string; pid: number };
}
