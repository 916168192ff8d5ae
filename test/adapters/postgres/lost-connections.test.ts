// A connection that is lost, or cannot be trusted any more, leaves its place in the pool to another one, whoever held it
// and whatever it was in the midst of; and closing never waits for it.

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { AdminDatabase } from '#adapters/postgres/connection/admin-database.js';
import { adminTables } from '#src/admin-api/admin-stores.js';
import { silentLog } from '../../support/silent-log.js';
import { openTestDatabase, type TestDatabase } from '../../support/admin/test-database.js';

/** More than the pool has places. */
const losses = 14;
const connectionsMax = 12;

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

const open = (): Promise<AdminDatabase> => AdminDatabase.open(test.url, adminTables, silentLog);

/** Ends those connections of a program that `where` is true of; waits until there is one. */
async function terminate(program: string, where: string): Promise<void> {
  for (let ended = 0; ended === 0; await sleep(5)) {
    const { rowCount } = await other.query(
      `select pg_terminate_backend(pid) from pg_stat_activity
       where application_name = $1 and pid <> pg_backend_pid() and ${where}`,
      [program],
    );
    ended = rowCount ?? 0;
  }
}

const inTransaction = "state = 'idle in transaction'";

async function loseInTransaction(database: AdminDatabase): Promise<void> {
  const lost = database.fork().transactional(async (em) => {
    await em.execute('select 1');
    await terminate('tos-admin-api', inTransaction);
    await em.execute('select 1');
  });
  await expect(lost).rejects.toThrow();
}

describe('the pool', () => {
  it('has all its places after connections were lost inside of transactions, and closes', async () => {
    const database = await open();
    for (let i = 0; i < losses; i++) await loseInTransaction(database);
    const rows = await database.fork().transactional((em) => em.execute('select 1 as n'));
    expect(rows).toEqual([{ n: 1 }]);
    await database.close();
  }, 60_000);

  it('has them also when a transaction is lost at its commit, or never asks again', async () => {
    const database = await open();
    for (let i = 0; i < losses; i++) {
      const lost = database.fork().transactional(async (em) => {
        await em.execute('select 1');
        await terminate('tos-admin-api', inTransaction);
      });
      await expect(lost).rejects.toThrow();
    }
    const { promise: never, resolve: end } = Promise.withResolvers<void>();
    const held = Array.from({ length: connectionsMax }, () =>
      database.fork().transactional(async (em) => {
        await em.execute('select 1');
        await never;
      }),
    );
    for (const one of held) one.catch(() => undefined);
    // One that is ending may still be listed, and is counted once.
    for (const ended = new Set<number>(); ended.size < connectionsMax; await sleep(5)) {
      const { rows } = await other.query<{ pid: number }>(
        "select pid, pg_terminate_backend(pid) from pg_stat_activity where application_name = 'tos-admin-api' and " +
          inTransaction,
      );
      for (const { pid } of rows) ended.add(pid);
    }
    expect(await database.fork().transactional((em) => em.execute('select 1 as n'))).toEqual([{ n: 1 }]);
    end();
    for (const one of held) await expect(one).rejects.toThrow();
    expect(await database.fork().transactional((em) => em.execute('select 1 as n'))).toEqual([{ n: 1 }]);
    await database.close();
  }, 60_000);

  it('says when all its places have been taken for long, until one is free', async () => {
    const database = await open();
    database.requireFree();
    const slow = Array.from({ length: connectionsMax }, () =>
      database.fork().execute('select pg_sleep(4.5)'),
    );
    await sleep(500);
    database.requireFree();
    await sleep(3_300);
    expect(() => database.requireFree()).toThrow(/all 12 connections to the database are in use/);
    await Promise.all(slow);
    database.requireFree();
    await database.close();
  }, 60_000);

  it('closes while a transaction is never ended', async () => {
    const database = await open();
    const begun = Promise.withResolvers<void>();
    const { promise: never, resolve: end } = Promise.withResolvers<void>();
    const held = database.fork().transactional(async (em) => {
      await em.execute('select 1');
      begun.resolve();
      await never;
    });
    held.catch(() => undefined);
    await begun.promise;
    await database.close();
    end();
    await expect(held).rejects.toThrow();
  }, 60_000);
});
