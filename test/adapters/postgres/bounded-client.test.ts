// A query that gets no answer ends within a bound, and leaves no connection behind on which something else may follow.

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { boundedClients } from '#adapters/postgres/connection/bounded-client.js';
import { OpenConnections } from '#adapters/postgres/connection/open-connections.js';
import { openTestDatabase, type TestDatabase } from '../../support/admin/test-database.js';

let test: TestDatabase;
beforeAll(async () => {
  test = await openTestDatabase();
  await test.ownerDatabase.fork().execute('create table things (name text)');
});
afterAll(() => test.close());

function pool(queryMsMax: number, open = new OpenConnections()): pg.Pool {
  const made = new pg.Pool({
    connectionString: test.url,
    max: 1,
    Client: boundedClients(queryMsMax, open),
  } as never);
  made.on('error', () => undefined);
  made.on('connect', (client) => client.on('error', () => undefined));
  return made;
}

describe('a bounded connection', () => {
  it('gives a query up that takes too long, with the code of a lost network', async () => {
    const connections = pool(300);
    await expect(connections.query('select pg_sleep(30)')).rejects.toThrow();
    const client = await connections.connect();
    await expect(client.query('select pg_sleep(30)')).rejects.toMatchObject({ code: 'ETIMEDOUT' });
    client.release();
    await connections.end();
  });

  it('stores nothing of a transaction in which a query was given up', async () => {
    const connections = pool(300);
    const client = await connections.connect();
    await client.query('begin');
    await client.query("insert into things values ('to be undone')");
    const slow = client.query('select pg_sleep(30)');
    const rollback = client.query('rollback');
    await expect(slow).rejects.toMatchObject({ code: 'ETIMEDOUT' });
    await expect(rollback).rejects.toThrow();
    client.release();
    // The pool has one place: whoever takes it gets another connection.
    await connections.query('begin');
    await connections.query('commit');
    expect((await connections.query('select name from things')).rows).toEqual([]);
    await connections.end();
  });

  it.each(['start transaction isolation level none', 'rollback; nonsense'])(
    'leaves its place, and what it was in the midst of, when this fails: %s',
    async (sql) => {
      const connections = pool(5_000);
      const client = await connections.connect();
      await client.query('begin');
      await client.query("insert into things values ('to be undone')");
      await expect(client.query(sql)).rejects.toThrow('syntax error');
      expect((await connections.query('select name from things')).rows).toEqual([]);
      expect(() => client.release()).not.toThrow();
      expect((await connections.query('select name from things')).rows).toEqual([]);
      await connections.end();
    },
  );

  it('has all the time for one that is quick, again and again', async () => {
    const connections = pool(5_000);
    for (let i = 0; i < 50; i++) expect((await connections.query('select 1 as n')).rows).toEqual([{ n: 1 }]);
    await connections.end();
  });

  it('can be given up together with all others, and none is made after that', async () => {
    const open = new OpenConnections();
    const connections = pool(60_000, open);
    const client = await connections.connect();
    const waiting = client.query('select pg_sleep(30)');
    const refused = expect(waiting).rejects.toThrow('enough');
    open.abandon(new Error('enough'));
    await refused;
    client.release();
    await expect(connections.connect()).rejects.toThrow('enough');
    await connections.end();
  });
});
