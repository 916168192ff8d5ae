// A database that cannot be prepared: each message says what it is, by which setting, and what to do; nothing secret.

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { DatabaseSilence } from '#adapters/postgres/connection/database-silence.js';
import { migrateDatabase } from '#adapters/postgres/connection/migrate-database.js';
import { withStartLock } from '#adapters/postgres/connection/start-lock.js';
import { adminTables } from '#src/admin-api/admin-stores.js';
import { silentLog } from '../../support/silent-log.js';
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

async function prepared(as: string, setUp: readonly string[]): Promise<string> {
  await other.query("create role shopkeeper login password 's3cret'");
  await other.query(`create database shop${as === '' ? '' : ` owner ${as}`}`);
  const url = new URL(test.url);
  url.pathname = '/shop';
  const inside = new pg.Client(url.href);
  await inside.connect();
  for (const sql of setUp) await inside.query(sql);
  await inside.end();
  Object.assign(url, { username: 'shopkeeper', password: 's3cret' });
  try {
    await withStartLock(url.href, (signal) => migrateDatabase(url.href, adminTables, silentLog, { signal }));
    return '';
  } catch (error) {
    return (error as Error).message;
  } finally {
    await other.query('drop database shop with (force)');
    await other.query('drop role shopkeeper');
  }
}

describe('a database that cannot be prepared', () => {
  const owned = 'shopkeeper';
  const faults: [string, string, readonly string[], RegExp][] = [
    [
      'may only be read',
      owned,
      ['alter role shopkeeper set default_transaction_read_only = on'],
      /\(cannot execute CREATE TABLE in a read-only transaction, 25006\)\. .*alter role "shopkeeper" set default_trans/,
    ],
    [
      'has no schema to be in',
      owned,
      ['alter role shopkeeper set search_path = nowhere'],
      /\(no schema has been selected to create in, 3F000\)\. .*alter role "shopkeeper" set search_path = public\.$/,
    ],
    [
      'is not the user’s',
      '',
      [],
      /\(permission denied for schema public, 42501\)\. .*alter database "shop" owner to "shopkeeper"\.$/,
    ],
    [
      'holds a table of that name',
      owned,
      ['create table accounts (id int)', 'alter table accounts owner to shopkeeper'],
      /\(relation "accounts" already exists, 42P07\)\. .*create database NAME owner "shopkeeper"\.$/,
    ],
    [
      'holds a table of migrations of another program',
      owned,
      ['create table schema_migrations (version text)', 'alter table schema_migrations owner to shopkeeper'],
      /\(column .*, 42703\)\. .*create database NAME owner "shopkeeper"\.$/,
    ],
  ];

  it.each(faults)('because it %s', async (_, as, setUp, says) => {
    const message = await prepared(as, setUp);
    expect(message).toMatch(/^DATABASE_URL: the database "shop" at 127\.0\.0\.1:\d+ could not be prepared/);
    expect(message).toMatch(says);
    expect(message).not.toMatch(/s3cret|create table/);
  });

  it.each([
    [
      'stands still',
      new DatabaseSilence(6_000),
      /^DATABASE_URL: the database "\w+" at .* stands still .* start again/,
    ],
    [
      'has ended a connection',
      new Error('Client has encountered a connection error and is not queryable'),
      /^DATABASE_URL: the connection to the database "\w+" at .* was lost .* start again/,
    ],
    [
      'ends a connection',
      new Error('up', { cause: new Error('Connection terminated unexpectedly') }),
      /^DATABASE_URL: .* was lost while it was prepared \(Connection terminated unexpectedly\)/,
    ],
    [
      'is not there any more',
      Object.assign(new Error('connect ECONNREFUSED 127.0.0.1:1'), {
        code: 'ECONNREFUSED',
        syscall: 'connect',
      }),
      /^DATABASE_URL: .* was lost .*ECONNREFUSED/,
    ],
  ])('names setting and cure when it %s', async (_, error, says) => {
    const failed = withStartLock(test.url, async () => {
      throw error;
    });
    await expect(failed).rejects.toThrow(says);
  });

  it.each(['EACCES', 'ENOSPC'])('leaves a file’s %s to who knows the file', async (code) => {
    const error = Object.assign(new Error(`${code}: server-token`), { code, syscall: 'open' });
    const failed = withStartLock(test.url, async () => {
      throw error;
    });
    await expect(failed).rejects.toBe(error);
  });

  it('is told in the words of who failed when that was not PostgreSQL', async () => {
    const failed = withStartLock(test.url, async () => {
      throw new Error('server-token does not hold a token');
    });
    await expect(failed).rejects.toThrow(/^server-token does not hold a token$/);
  });
});
