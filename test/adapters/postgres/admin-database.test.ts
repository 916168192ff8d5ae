// The admin database's schema: what migrations make is what the rows declare, once, and the audit log stays as it is.

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Migration } from '@mikro-orm/migrations';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { migrateDatabase } from '#adapters/postgres/migrate-database.js';
import { migrations } from '#adapters/postgres/migrations/list.js';
import { PostgresAuditLog } from '#adapters/postgres/postgres-audit-log.js';
import { withStartLock } from '#adapters/postgres/start-lock.js';
import { RecordingLog, silentLog } from '../../support/silent-log.js';
import { openTestDatabase, type TestDatabase } from '../../support/test-database.js';

let test: TestDatabase;
beforeAll(async () => {
  test = await openTestDatabase();
});
afterAll(() => test.close());

describe('the schema', () => {
  it('is what the rows declare after all migrations', async () => {
    expect(await test.ownerDatabase.driftSql()).toBe('');
    expect(await test.ownerDatabase.hasDrifted()).toBe(false);
  });

  it('shows drift when somebody changed a table by hand', async () => {
    await test.ownerDatabase.fork().execute('alter table players add column extra int');
    expect(await test.ownerDatabase.hasDrifted()).toBe(true);
    await test.ownerDatabase.fork().execute('alter table players drop column extra');
    expect(await test.ownerDatabase.hasDrifted()).toBe(false);
  });

  it('has nothing left to migrate on the next start', async () => {
    expect(await migrateDatabase(test.url, silentLog)).toEqual([]);
  });
});

describe('the audit table', () => {
  it('refuses to change, remove or empty entries', async () => {
    await new PostgresAuditLog(test.database).append({
      ...{ atUnixMs: 0, actorId: undefined, actorName: 'ann', action: 'test', outcome: 'done' },
      ...{ target: '', details: {}, address: '', requestId: '' },
    });
    for (const sql of [
      "update audit_entries set actor_name = 'bob'",
      'delete from audit_entries',
      'truncate audit_entries',
    ]) {
      await expect(test.ownerDatabase.fork().execute(sql)).rejects.toThrow('neither changed nor removed');
    }
  });

  it('refuses to forget entries of the last 30 days, whoever asks', async () => {
    const forget = (days: number) =>
      test.database.fork().execute(`select forget_audit_entries(now() - interval '${days} days')`);
    await expect(forget(29)).rejects.toThrow('the last 30 days are kept');
    await forget(31);
    await expect(test.database.fork().execute('delete from audit_entries')).rejects.toThrow('nor removed');
  });
});

describe('the user that the API works as', () => {
  it.each([
    'create table more (id int)',
    'alter table players add column extra int',
    'drop table players',
    'truncate login_attempts',
    'alter table audit_entries disable trigger user',
    'create role more',
    "copy players to program 'true'",
    'set role tos_owner',
  ])('may not: %s', async (sql) => {
    await expect(test.database.fork().execute(sql)).rejects.toMatchObject({
      message: expect.stringMatching(/permission denied|must be owner/),
    });
  });

  it('finds names by likeness beyond ASCII', async () => {
    await test.ownerDatabase.fork().execute('create extension pg_trgm');
    const rows = await test.database.fork().execute("select similarity('ÆRØ', 'ærø') as likeness");
    expect(rows).toEqual([{ likeness: 1 }]);
    await test.ownerDatabase.fork().execute('drop extension pg_trgm');
  });
});

class Slow extends Migration {
  override up(): void {
    this.addSql('select pg_sleep(6)');
  }
}

class Widen extends Migration {
  override up(): void {
    this.addSql('alter table players add column extra int');
  }
}

describe('a migration', () => {
  const only = (one: typeof Slow, name: string) => ({
    migrations: [...migrations, { name, class: one }],
  });
  const undo = (name: string) =>
    test.ownerDatabase.fork().execute(`delete from schema_migrations where name = '${name}'`);

  it('may take longer than a query of the API', async () => {
    await expect(test.database.fork().execute('select pg_sleep(6)')).rejects.toThrow(/timeout/);
    expect(await migrateDatabase(test.url, silentLog, only(Slow, 'slow'))).toEqual(['slow']);
    await undo('slow');
  });

  it('lets others at a table that it waits for, and comes through when the table is free', async () => {
    const reader = new pg.Client(test.url);
    await reader.connect();
    await reader.query('begin; select from players');
    const log = new RecordingLog();
    const migrated = migrateDatabase(test.url, log, { ...only(Widen, 'widen'), lockMsMax: 50, pauseMs: 50 });
    while (log.lines.filter(({ level }) => level === 'warn').length < 3) await sleep(10);
    expect(await test.database.fork().execute('select count(*)::int as n from players')).toEqual([{ n: 0 }]);
    await reader.end();
    expect(await migrated).toEqual(['widen']);
    await test.ownerDatabase.fork().execute('alter table players drop column extra');
    await undo('widen');
  });

  it('says so when a table is never free', async () => {
    const reader = new pg.Client(test.url);
    await reader.connect();
    await reader.query('begin; select from players');
    const options = { ...only(Widen, 'widen'), lockMsMax: 50, pauseMs: 50, triesMax: 2 };
    await expect(migrateDatabase(test.url, silentLog, options)).rejects.toMatchObject({ code: 'busy' });
    await reader.end();
  });
});

describe('preparing the database', () => {
  it('is done by one process at a time', async () => {
    const steps: string[] = [];
    const prepare = (who: string) => () =>
      withStartLock(test.url, async () => {
        steps.push(`${who} begins`);
        await new Promise((resolve) => setTimeout(resolve, 50));
        steps.push(`${who} ends`);
      });
    await Promise.all([prepare('a')(), prepare('b')()]);
    const [first, second] = steps[0] === 'a begins' ? ['a', 'b'] : ['b', 'a'];
    expect(steps).toEqual([`${first} begins`, `${first} ends`, `${second} begins`, `${second} ends`]);
  });

  it('migrates once when several replicas start together on an empty database', async () => {
    const admin = new pg.Client(test.url);
    await admin.connect();
    await admin.query('create database fresh');
    const url = new URL(test.url);
    url.pathname = '/fresh';
    const replica = async () => {
      const applied = await withStartLock(url.href, () => migrateDatabase(url.href, silentLog));
      return applied.length;
    };
    const applied = await Promise.all([replica(), replica(), replica()]);
    expect(applied.sort()).toEqual([0, 0, migrations.length]);
    await admin.query('drop database fresh with (force)');
    await admin.end();
  });

  it('says what is wrong with an address that is none', async () => {
    await expect(withStartLock('mysql://localhost/x', async () => 1)).rejects.toMatchObject({
      code: 'bad-address',
      message: expect.stringContaining('postgres://user:password@host:5432/database'),
    });
  });

  it('names host and database, and never the password, when nobody answers', async () => {
    const error: Error = await withStartLock('postgres://u:s3cret@127.0.0.1:1/shop', async () => 1).then(
      () => new Error('it connected'),
      (reason: Error) => reason,
    );
    expect(error).toMatchObject({ code: 'unreachable' });
    expect(error.message).toContain('"shop" at 127.0.0.1:1');
    expect(error.message).not.toContain('s3cret');
  });
});
