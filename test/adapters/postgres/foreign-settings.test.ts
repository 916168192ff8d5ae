// What the environment says to libpq, to its driver and to the ORM is not said to us: neither the embedded PostgreSQL nor
// a connection follows it.

import { afterAll, describe, expect, it } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { TestDatabase } from '../../support/admin/test-database.js';

/** Each variable that the ORM would read, by its own source. */
function ormNames(): string[] {
  const source = readFileSync('node_modules/@mikro-orm/core/utils/env-vars.js', 'utf8');
  const prefixes = new Map(
    [...source.matchAll(/const (read\d) = .*'(MIKRO_ORM_\w*)'/g)].map(([, reader, prefix]) => [
      reader,
      prefix!,
    ]),
  );
  return [...source.matchAll(/(read\d)\('(\w+)'/g)].map(
    ([, reader, key]) => prefixes.get(reader)! + key!.replace(/([a-z])([A-Z])/g, '$1_$2').toUpperCase(),
  );
}

const foreign: Record<string, string> = {
  PGSSLMODE: 'require',
  PGOPTIONS: '-c search_path=nowhere',
  PGPORT: 'abc',
  PGHOST: '192.0.2.1',
  PGDATABASE: 'nowhere',
  PGUSER: 'nobody',
  PGPASSWORD: 'wrong',
  PGDATA: '/nowhere',
  PGAPPNAME: 'nonsense',
  PGREPLICATION: 'true',
  PGSSLNEGOTIATION: 'nonsense',
  PGCLIENT_ENCODING: 'nonsense',
  PGTZ: 'Nowhere/Never',
  NODE_PG_FORCE_NATIVE: '1',
};
for (const name of ormNames()) foreign[name] = 'nonsense';
Object.assign(process.env, foreign, { TOS_TEST_KEPT: 'kept' });

// As in a process that starts with them: they are there before anything is loaded. Jest runs CommonJS, as the driver is,
// while it still links; Node does not (below).
await import('#adapters/postgres/connection/own-settings.js');
const left = Object.keys(foreign).filter((name) => name in process.env);
const { withStartLock } = await import('#adapters/postgres/connection/start-lock.js');
const { withConnection } = await import('#adapters/postgres/backup/dump.js');
const { openTestDatabase } = await import('../../support/admin/test-database.js');

let test: TestDatabase | undefined;
afterAll(() => test?.close());

describe('settings of others in the environment', () => {
  it('are taken out of it, all that the ORM knows too, and nothing else', () => {
    expect(Object.keys(foreign)).toEqual(
      expect.arrayContaining(['MIKRO_ORM_DB_NAME', 'MIKRO_ORM_SCHEMA', 'MIKRO_ORM_MIGRATIONS_TABLE_NAME']),
    );
    expect(left).toEqual([]);
    expect(process.env['TOS_TEST_KEPT']).toBe('kept');
  });

  it.each([
    'src/admin-api/start-admin-api.js',
    'src/backup/admin-source.js',
    'adapters/postgres/connection/admin-database.js',
    'adapters/postgres/embedded/embedded-postgres.js',
    'adapters/postgres/backup/dump.js',
    'adapters/postgres/servers/postgres-server-registry.js',
  ])('do not choose another driver: %s', (file) => {
    const built = path.resolve('dist', file);
    if (!existsSync(built)) throw new Error('this test needs the build: run npm run build');
    const script = `await import(${JSON.stringify(built)}); console.log(Object.keys(process.env).join(' '))`;
    const env = { ...process.env, ...foreign };
    const args = ['--input-type=module', '--eval', script];
    const said = execFileSync(process.execPath, args, { env, encoding: 'utf8', timeout: 30_000 });
    expect(said).not.toMatch(/\b(?:PG|NODE_PG_|MIKRO_ORM_)/);
  });

  it('change neither the embedded database nor where and how it is reached', async () => {
    test = await openTestDatabase();
    const name = new URL(test.url).pathname.slice(1);
    const [at] = await test.ownerDatabase
      .fork()
      .execute<object[]>(
        "select current_database() as name, current_schema() as schema, current_setting('application_name') as by",
      );
    expect(at).toMatchObject({ schema: 'public', by: 'tos-admin-api' });
    const names = await withConnection(
      test.url,
      async (client) => (await client.query<{ datname: string }>('select datname from pg_database')).rows,
    );
    expect(names.map(({ datname }) => datname)).toContain(name);
    expect(names.map(({ datname }) => datname)).not.toContain('nonsense');
    expect(await test.ownerDatabase.hasDrifted()).toBe(false);
  });
});

describe('what DATABASE_URL leaves unsaid', () => {
  const prepare = (url: string): Promise<void> => withStartLock(url, () => Promise.resolve());

  it('is not taken from PGSSLMODE; that the connection would go unencrypted is said', async () => {
    const said =
      'PGSSLMODE=require is not read: say in DATABASE_URL how to connect, with ?sslmode=require or ?sslmode=disable';
    await expect(prepare('postgres://u:secret@database.invalid/tos')).rejects.toThrow(said);
    await expect(
      withConnection('postgres://u:secret@database.invalid/tos', () => Promise.resolve()),
    ).rejects.toThrow(said);
    await expect(prepare('postgres://u:secret@database.invalid/tos?sslmode=disable')).rejects.toThrow(
      /cannot be used/,
    );
  });
});

describe('a file that DATABASE_URL names', () => {
  it.each(['sslrootcert', 'sslcert', 'sslkey'])('is told when it is not there: %s', async (parameter) => {
    const url = `postgres://u:secret@127.0.0.1:1/tos?${parameter}=/nonexist`;
    const said = /^DATABASE_URL: .*ENOENT.*'\/nonexist'/;
    const start = withStartLock(url, () => Promise.resolve());
    await expect(start).rejects.toThrow(said);
    await expect(start).rejects.not.toThrow(/secret/);
    await expect(withConnection(url, () => Promise.resolve())).rejects.toThrow(said);
  });
});

describe('what DATABASE_URL says', () => {
  it('holds for the connections of the ORM too', async () => {
    const { AdminDatabase } = await import('#adapters/postgres/connection/admin-database.js');
    const { adminTables } = await import('#src/admin-api/admin-stores.js');
    const { silentLog } = await import('../../support/silent-log.js');
    const url = `${test!.url}?sslmode=verify-full`;
    const database = await AdminDatabase.open(url, adminTables, silentLog);
    // The embedded one speaks no TLS.
    await expect(database.fork().execute('select 1')).rejects.toThrow(/does not support SSL/);
    await database.close();
  });
});
