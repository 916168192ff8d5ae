// A cluster that was moved or copied with its folder, by whatever means, is that folder's own.

import { afterAll, describe, expect, it } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import pg from 'pg';
import {
  startEmbeddedPostgres,
  type EmbeddedPostgres,
} from '#adapters/postgres/embedded/embedded-postgres.js';
import { isAlive } from '#adapters/postgres/embedded/process-facts.js';
import { openDataFolder } from '#src/process/data-folder/open-data-folder.js';
import { silentLog } from '../../support/silent-log.js';

const made: string[] = [];
const running: EmbeddedPostgres[] = [];
afterAll(async () => {
  for (const one of running) await one.stop();
  for (const each of made) rmSync(each, { recursive: true, force: true });
});

/** Nobody but its maker reaches it, as a folder in root's home. */
function newPath(): string {
  const folder = mkdtempSync('/var/tmp/tos-test-');
  chmodSync(folder, 0o700);
  made.push(folder);
  return path.join(folder, 'data');
}

async function start(where: string): Promise<EmbeddedPostgres> {
  const part = openDataFolder(where, silentLog).part('postgres');
  const started = await startEmbeddedPostgres({
    ...{ folder: path.join(where, 'postgres'), part, log: silentLog, ephemeral: true, patienceMs: 0 },
  });
  running.push(started);
  return started;
}

async function run(url: string, sql: string): Promise<unknown[]> {
  const client = new pg.Client(url);
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

const copy = (options: string, from: string, to: string): void => {
  expect(spawnSync('cp', [options, from, to]).status).toBe(0);
};

describe('a cluster', () => {
  it('lies in its folder wherever that is, and goes where that is moved or copied', async () => {
    const where = newPath();
    const first = await start(where);
    await run(first.ownerUrl, 'create table kept as select 7 as n');
    expect(existsSync(path.join(where, 'postgres/cluster/data/PG_VERSION'))).toBe(true);
    await first.stop();
    const moved = newPath();
    renameSync(where, moved);
    const [kept, plain] = [newPath(), newPath()];
    copy('-a', moved, kept);
    // By root: everything is root's then, which PostgreSQL does not take.
    copy('-r', moved, plain);
    for (const each of [moved, kept, plain]) {
      const current = await start(each);
      expect(await run(current.ownerUrl, 'select n from kept')).toEqual([{ n: 7 }]);
      await run(current.ownerUrl, 'delete from kept');
      await current.stop();
    }
  });

  it('that was copied while it ran leaves the original alone', async () => {
    const where = newPath();
    const original = await start(where);
    await run(original.ownerUrl, 'set synchronous_commit = on; create table kept as select 7 as n');
    const copied = newPath();
    copy('-r', where, copied);
    const second = await start(copied);
    expect(second.pid).not.toBe(original.pid);
    await run(second.ownerUrl, 'update kept set n = 8');
    expect(await run(original.ownerUrl, 'select n from kept')).toEqual([{ n: 7 }]);
    await second.stop();
    expect(isAlive(original.pid)).toBe(true);
    await original.stop();
  });

  it('that is gone, emptied or of another folder is not made anew', async () => {
    const where = newPath();
    await (await start(where)).stop();
    const home = path.join(where, 'postgres/cluster');
    writeFileSync(path.join(home, 'data-folder-id'), `${randomUUID()}\n`);
    await expect(start(where)).rejects.toMatchObject({ code: 'part-foreign' });
    rmSync(path.join(home, 'data'), { recursive: true });
    mkdirSync(path.join(home, 'data'));
    await expect(start(where)).rejects.toMatchObject({ code: 'part-lost' });
    rmSync(home, { recursive: true });
    await expect(start(where)).rejects.toMatchObject({
      code: 'part-lost',
      message: expect.stringContaining(`${home} is missing`),
    });
  });

  it('that version 0.1.0 kept elsewhere comes home, once, to the first of two copies of its folder', async () => {
    const where = newPath();
    const first = await start(where);
    // All was the superuser's then.
    const superuser = new URL(first.ownerUrl);
    superuser.username = 'tos';
    superuser.password = readFileSync(path.join(where, 'postgres/cluster/password'), 'utf8').trim();
    await run(superuser.href, 'create table kept as select 7 as n');
    await first.stop();
    const elsewhere = mkdtempSync('/var/tmp/tos-test-');
    made.push(elsewhere);
    renameSync(path.join(where, 'postgres/cluster'), path.join(elsewhere, 'cluster'));
    rmSync(path.join(elsewhere, 'cluster/data-folder-id'));
    rmSync(path.join(where, 'data-folder'));
    writeFileSync(path.join(where, 'postgres/is-elsewhere'), `${elsewhere}\n`);
    const copied = newPath();
    copy('-a', where, copied);

    const second = await start(where);
    expect(await run(second.url, 'select n from kept')).toEqual([{ n: 7 }]);
    await run(second.ownerUrl, 'alter table kept add column m int');
    await second.stop();
    expect(existsSync(path.join(elsewhere, 'cluster'))).toBe(false);
    await expect(start(copied)).rejects.toMatchObject({
      code: 'taken',
      message: expect.stringContaining(path.join(where, 'postgres')),
    });
    expect(readFileSync(path.join(copied, 'postgres/is-elsewhere'), 'utf8').trim()).toBe(elsewhere);
  });
});
