// What prepares the database when its connection is lost, hurried by its user's own limits, or told to stop: it ends, says
// why, and nothing of it stays half done.

import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Migration } from '@mikro-orm/migrations';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { AdminDatabase } from '#adapters/postgres/connection/admin-database.js';
import { migrateDatabase } from '#adapters/postgres/connection/migrate-database.js';
import { withStartLock } from '#adapters/postgres/connection/start-lock.js';
import { adminTables } from '#src/admin-api/admin-stores.js';
import { withConnection } from '#adapters/postgres/backup/dump.js';
import { RecordingLog, silentLog } from '../../support/silent-log.js';
import { standingStill, type StandingStill } from '../../support/admin/standing-still.js';
import { openTestDatabase, type TestDatabase } from '../../support/admin/test-database.js';

let test: TestDatabase;
let other: pg.Client;
beforeAll(async () => {
  test = await openTestDatabase();
  other = new pg.Client(test.url);
  await other.connect();
});
afterAll(async () => {
  await other.end();
  await test.close();
});

/** Ends those connections of a program that `where` is true of; waits until there is one. */
async function terminate(program: string, where: string): Promise<void> {
  for (let ended = 0; ended === 0; await sleep(5)) {
    const { rowCount } = await other.query(
      `select pg_terminate_backend(pid) from pg_stat_activity where application_name = $1 and ${where}`,
      [program],
    );
    ended = rowCount ?? 0;
  }
}

class Slow extends Migration {
  override up(): void {
    this.addSql('select 1');
    this.addSql('select pg_sleep(60)');
  }
}

const withSlow = { ...adminTables, migrations: [...adminTables.migrations, { name: 'slow', class: Slow }] };

describe('a migration', () => {
  it('whose connection is lost fails, and says so', async () => {
    const migrated = migrateDatabase(test.url, withSlow, silentLog);
    const refused = expect(migrated).rejects.toThrow(/terminat/);
    await terminate('tos-migrations', "query like '%pg_sleep%'");
    await refused;
  }, 60_000);

  it('is given up when it is told to, with the reason', async () => {
    const stop = new AbortController();
    const migrated = migrateDatabase(test.url, withSlow, silentLog, { signal: stop.signal });
    const refused = expect(migrated).rejects.toThrow('enough');
    for (let runs = false; !runs; await sleep(5)) {
      const { rowCount } = await other.query(
        "select from pg_stat_activity where application_name = 'tos-migrations' and query like '%pg_sleep%'",
      );
      runs = rowCount === 1;
    }
    stop.abort(new Error('enough'));
    await refused;
  }, 60_000);

  it('comes through where its user may neither take long nor rest in a transaction', async () => {
    await other.query('create database limited');
    await other.query("create role hurried login superuser password 'hurried'");
    // The lock rests for as long as the migrations take, which is longer than the last of these.
    const limits = {
      statement_timeout: 5,
      idle_in_transaction_session_timeout: 5,
      idle_session_timeout: 250,
    };
    for (const [limit, ms] of Object.entries(limits))
      await other.query(`alter role hurried set ${limit} = ${ms}`);
    const url = new URL(test.url);
    Object.assign(url, { username: 'hurried', password: 'hurried', pathname: '/limited' });
    const applied = await withStartLock(url.href, (signal) =>
      migrateDatabase(url.href, adminTables, silentLog, { signal }),
    );
    expect(applied).toHaveLength(adminTables.migrations.length);
    const database = await AdminDatabase.open(url.href, adminTables, silentLog);
    const slow = database.fork().transactional(async (em) => {
      await em.execute('select pg_sleep(0.05)');
      await sleep(50);
      return em.execute('select 1 as n');
    });
    expect(await slow).toEqual([{ n: 1 }]);
    await database.close();
    await other.query('drop database limited with (force)');
    await other.query('drop role hurried');
  }, 60_000);
});

describe('the lock on the preparation', () => {
  const holdsLock = "query like '%pg_advisory_lock%'";

  it('when its connection is lost ends what is prepared, and is told', async () => {
    const preparing = withStartLock(test.url, (signal) =>
      migrateDatabase(test.url, withSlow, silentLog, { signal }),
    );
    const refused = expect(preparing).rejects.toMatchObject({
      code: 'lock-lost',
      message: expect.stringMatching(/^the connection that held .* was lost .*; .*start again/),
    });
    await sleep(500);
    await terminate('tos-start-lock', holdsLock);
    await refused;
  }, 60_000);

  it('is waited for no longer than until a stop', async () => {
    const stop = new AbortController();
    const first = Promise.withResolvers<void>();
    const held = withStartLock(test.url, () => first.promise);
    await sleep(200);
    const waiting = withStartLock(test.url, async () => 1, stop.signal);
    const refused = expect(waiting).rejects.toThrow('stop');
    await sleep(200);
    stop.abort(new Error('stop'));
    await refused;
    first.resolve();
    await held;
  }, 60_000);
});

describe('a database that stands still', () => {
  let way: StandingStill;
  beforeEach(async () => {
    way = await standingStill(test.url);
  });
  afterEach(() => way.close());

  it('while it is prepared is given up in time, and said to stand still', async () => {
    const preparing = withStartLock(
      way.url,
      async (signal) => {
        way.standStill();
        await new Promise((resolve) => signal.addEventListener('abort', resolve));
      },
      undefined,
      { silentMsMax: 200 },
    );
    await expect(preparing).rejects.toMatchObject({
      code: 'silent',
      message: expect.stringMatching(/^DATABASE_URL: the database .* stands still .*start again/),
    });
  }, 60_000);

  it('takes no goodbye, and nobody waits for it', async () => {
    expect(await withStartLock(way.url, async () => way.standStill())).toBeUndefined();
    const other = await standingStill(test.url);
    expect(await withConnection(other.url, async () => other.standStill())).toBeUndefined();
    await other.close();
  }, 60_000);

  it('holds no stop up', async () => {
    const stop = new AbortController();
    const preparing = withStartLock(
      way.url,
      async (signal) => {
        way.standStill();
        stop.abort(new Error('stop'));
        await new Promise((resolve) =>
          signal.aborted ? resolve(0) : signal.addEventListener('abort', resolve),
        );
      },
      stop.signal,
    );
    await expect(preparing).rejects.toThrow('stop');
  }, 60_000);

  it('has whoever waits for its lock say what for', async () => {
    const log = new RecordingLog();
    const first = Promise.withResolvers<void>();
    const isHeld = Promise.withResolvers<void>();
    const held = withStartLock(test.url, () => {
      isHeld.resolve();
      return first.promise;
    });
    await isHeld.promise;
    const waiting = withStartLock(way.url, async () => 1, undefined, { log, silentMsMax: 200 });
    const refused = expect(waiting).rejects.toMatchObject({ code: 'silent' });
    while (!log.lines.some(({ message }) => /another process prepares the database/.test(message)))
      await sleep(20);
    way.standStill();
    await refused;
    first.resolve();
    await held;
  }, 60_000);

  it('counts what was done for good, though the lock is lost by then', async () => {
    const done = withStartLock(
      way.url,
      async (signal) => {
        way.standStill();
        await new Promise((resolve) => signal.addEventListener('abort', resolve));
        return 'restored';
      },
      undefined,
      { silentMsMax: 200, stands: true },
    );
    expect(await done).toBe('restored');
  }, 60_000);
});
