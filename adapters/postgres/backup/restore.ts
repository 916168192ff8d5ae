// Puts a dump into an empty database with the same migrations, in one transaction: all of it, proven by reading it back
// as the same bytes, or nothing.

import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { DumpError } from './dump-error.js';
import { DumpReader } from './dump-reader.js';
import { dumpWithin, withConnection, type DumpHeader } from './dump.js';
import { listMigrations, listTables, quoted } from './table-list.js';

export interface RestoredDatabase {
  readonly tables: number;
  /** Of the bytes that were put in and read back, in hexadecimal digits. */
  readonly sha256: string;
}

/** Rejects with a DumpError when the database is not empty or of another version; nothing changed then. */
export async function restoreDump(url: string, chunks: AsyncIterable<Uint8Array>): Promise<RestoredDatabase> {
  return withConnection(url, async (client) => {
    const hash = createHash('sha256');
    const reader = new DumpReader(hashed(chunks, hash));
    const header = await reader.header();
    const names = (await listTables(client)).map(({ name }) => quoted(name));
    await client.query('begin isolation level repeatable read');
    if (names.length > 0) await client.query(`lock table ${names.join(', ')} in exclusive mode`);
    await requireSameMigrations(client, header);
    await requireEmpty(client);
    for (const table of header.tables) {
      const columns = table.columns.map(quoted).join(', ');
      const copy = client.query(copyFrom(`copy ${quoted(table.name)} (${columns}) from stdin`));
      await pipeline(Readable.from(reader.frames()), copy);
    }
    await reader.requireEnd();
    for (const { name, value, called } of header.sequences)
      await client.query('select setval($1::regclass, $2::bigint, $3)', [quoted(name), value, called]);
    const sha256 = hash.digest('hex');
    if ((await sumWithin(client)) !== sha256)
      throw new DumpError(
        'damaged',
        'the database does not give back what was put into it; nothing was changed',
      );
    await client.query('commit');
    return { tables: header.tables.length, sha256 };
  });
}

async function requireSameMigrations(client: pg.ClientBase, { migrations }: DumpHeader): Promise<void> {
  const known = await listMigrations(client);
  if (known.join() === migrations.join()) return;
  throw new DumpError(
    'other-version',
    `the backup is of tables as of ${migrations.at(-1) ?? 'no migration'}, and the database's are as of ` +
      `${known.at(-1) ?? 'no migration'}: restore it with the program that made it, then start the newer one`,
  );
}

async function requireEmpty(client: pg.ClientBase): Promise<void> {
  const full: string[] = [];
  for (const { name } of await listTables(client)) {
    const { rows } = await client.query<{ there: boolean }>(
      `select exists (select from ${quoted(name)}) as there`,
    );
    if (rows[0]!.there) full.push(name);
  }
  if (full.length === 0) return;
  throw new DumpError(
    'not-empty',
    `the database is not empty (${full.join(', ')}): a backup is restored only into one that holds nothing`,
  );
}

async function sumWithin(client: pg.ClientBase): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of (await dumpWithin(client)).chunks) hash.update(chunk);
  return hash.digest('hex');
}

async function* hashed(
  chunks: AsyncIterable<Uint8Array>,
  hash: { update(bytes: Uint8Array): unknown },
): AsyncGenerator<Uint8Array> {
  for await (const chunk of chunks) {
    hash.update(chunk);
    yield chunk;
  }
}
