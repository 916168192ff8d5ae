// A PostgreSQL database of its own for a test file: on a throw-away cluster, or on the server TEST_DATABASE_URL names.

import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import pg from 'pg';
import { AdminDatabase } from '#adapters/postgres/connection/admin-database.js';
import { startEmbeddedPostgres } from '#adapters/postgres/embedded/embedded-postgres.js';
import { migrateDatabase } from '#adapters/postgres/connection/migrate-database.js';
import { adminTables } from '#src/admin-api/admin-stores.js';
import { silentLog } from '../silent-log.js';

export interface TestDatabase {
  /** Of who may make databases. */
  readonly url: string;
  /** Works as the user that the API has in the embedded PostgreSQL, who may not change tables. */
  readonly database: AdminDatabase;
  /** Works as their owner. */
  readonly ownerDatabase: AdminDatabase;
  /** As another replica of the API has it; whoever asks closes it. */
  another(): Promise<AdminDatabase>;
  /** Removes all rows. */
  empty(): Promise<void>;
  /** Makes all rows older: the database's clock is nobody's to turn. */
  readonly pass: (ms: number) => Promise<void>;
  close(): Promise<void>;
}

export async function openTestDatabase(): Promise<TestDatabase> {
  const given = process.env['TEST_DATABASE_URL'];
  const server = given === undefined ? await throwAwayCluster() : await ownDatabaseOn(given);
  await migrateDatabase(server.ownerUrl, adminTables, silentLog);
  const database = await AdminDatabase.open(server.apiUrl, adminTables, silentLog);
  const ownerDatabase = await AdminDatabase.open(server.ownerUrl, adminTables, silentLog);
  const tables = adminTables.rows.map(({ meta }) => meta.tableName);
  /** The audit log refuses to be changed, except by who may switch its trigger off. */
  const change = async (sql: string): Promise<void> => {
    const triggers = (what: string): string =>
      tables.map((table) => `alter table ${table} ${what} trigger user`).join(';');
    await ownerDatabase.fork().execute([triggers('disable'), sql, triggers('enable')].join(';'));
  };
  return {
    url: server.url,
    database,
    ownerDatabase,
    another: () => AdminDatabase.open(server.apiUrl, adminTables, silentLog),
    empty: () => change(`truncate ${tables.join(', ')}`),
    pass: async (ms) => {
      const older = (time: string): string => `${time} = ${time} - ${ms} * interval '1 ms'`;
      const dated = [...(await timesIn(ownerDatabase))].filter(([table]) => tables.includes(table));
      await change(
        dated.map(([table, times]) => `update ${table} set ${times.map(older).join(', ')}`).join(';'),
      );
    },
    close: async () => {
      await database.close();
      await ownerDatabase.close();
      await server.remove();
    },
  };
}

/** The columns that hold a time, by table. */
async function timesIn(database: AdminDatabase): Promise<ReadonlyMap<string, readonly string[]>> {
  const columns = await database.fork().execute<{ table_name: string; column_name: string }[]>(
    `select table_name, column_name from information_schema.columns
     where table_schema = current_schema() and data_type = 'timestamp with time zone'`,
  );
  const times = Map.groupBy(columns, ({ table_name }) => table_name);
  return new Map([...times].map(([table, rows]) => [table, rows.map(({ column_name }) => column_name)]));
}

async function throwAwayCluster() {
  // The cluster's user must be able to walk there; as root that is somebody else.
  const folder = await mkdtemp(path.join('/var/tmp', 'tos-test-'));
  await chmod(folder, 0o755);
  const postgres = await startEmbeddedPostgres({
    folder: path.join(folder, 'postgres'),
    log: silentLog,
    ephemeral: true,
  });
  return {
    url: await superuserUrl(postgres.ownerUrl, path.join(folder, 'postgres')),
    ownerUrl: postgres.ownerUrl,
    apiUrl: postgres.url,
    remove: async () => {
      await postgres.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function superuserUrl(ownerUrl: string, folder: string): Promise<string> {
  const url = new URL(ownerUrl);
  url.username = 'tos';
  url.password = (await readFile(path.join(folder, 'cluster', 'password'), 'utf8')).trim();
  return url.href;
}

async function ownDatabaseOn(url: string) {
  const name = `tos_test_${process.pid}_${Math.random().toString(36).slice(2, 8)}`;
  const run = async (sql: string) => {
    const client = new pg.Client(url);
    await client.connect();
    await client.query(sql);
    await client.end();
  };
  await run(`create database ${name}`);
  const own = new URL(url);
  own.pathname = `/${name}`;
  return {
    url: own.href,
    ownerUrl: own.href,
    apiUrl: own.href,
    remove: () => run(`drop database ${name} with (force)`),
  };
}
