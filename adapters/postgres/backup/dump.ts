// The contents of the admin API's database as bytes, of one moment: COPY of each table in one REPEATABLE READ transaction.
// Programs like pg_dump are not needed; the tables themselves are the migrations'.
//
// All tables are locked against changes of their shape before the transaction's snapshot is taken (LOCK takes none): a
// table that a migration rewrites after the snapshot would read as empty, without an error.
//
// Bytes: a line of JSON (migrations, tables, sequences), then for each table frames of COPY's text format: 4 bytes of
// length, big end first, and so many bytes, 64 KiB but for the last one; length 0 ends a table. Equal contents give equal bytes, on any PostgreSQL.

import type pg from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { clientAt } from '../connection/client-at.js';
import { cutOff, sayGoodbye } from '../connection/say-goodbye.js';
import { DumpError } from './dump-error.js';
import {
  listMigrations,
  listSequences,
  listTables,
  quoted,
  type SequenceState,
  type TableShape,
} from './table-list.js';

export interface DumpHeader {
  readonly migrations: readonly string[];
  readonly tables: readonly TableShape[];
  readonly sequences: readonly SequenceState[];
}

export interface DatabaseDump {
  readonly header: DumpHeader;
  readonly chunks: AsyncIterable<Uint8Array>;
}

export const frameBytes = 64 * 1024;
const connectMsMax = 10_000;
const lockMsMax = 30_000;

/**
 * Runs `use` within the transaction; rejects with what it, or the database, says, and with the reason of `signal` when that
 * gives up. `url` is the tables' owner's.
 */
export async function withDump<Result>(
  url: string,
  use: (dump: DatabaseDump) => Promise<Result>,
  signal?: AbortSignal,
): Promise<Result> {
  const work = async (client: pg.ClientBase): Promise<Result> => {
    const names = (await listTables(client)).map(({ name }) => name);
    await client.query('begin isolation level repeatable read, read only');
    await client.query(`set local lock_timeout = ${lockMsMax}`);
    if (names.length > 0)
      await client.query(`lock table ${names.map(quoted).join(', ')} in access share mode`);
    const dump = await dumpWithin(client);
    if (dump.header.tables.map(({ name }) => name).join() !== names.join())
      throw new DumpError('changed', 'the tables of the database changed while they were about to be copied');
    return use(dump);
  };
  return withConnection(url, work, signal);
}

/** Within a transaction that sees one moment, and holds the tables. Its chunks are read once, in it. */
export async function dumpWithin(client: pg.ClientBase): Promise<DatabaseDump> {
  // How values are written as text must not depend on the server's settings, or two dumps of one content differ.
  await client.query(`set local timezone = 'UTC'; set local datestyle = 'ISO, YMD'; set local intervalstyle = 'postgres';
    set local bytea_output = 'hex'; set local extra_float_digits = 1`);
  const header: DumpHeader = {
    migrations: await listMigrations(client),
    tables: await listTables(client),
    sequences: await listSequences(client),
  };
  return { header, chunks: framesOf(client, header) };
}

async function* framesOf(client: pg.ClientBase, header: DumpHeader): AsyncGenerator<Uint8Array> {
  yield Buffer.from(`${JSON.stringify(header)}\n`);
  for (const { name, columns, orderBy } of header.tables) {
    // As text and by its bytes: the same order whatever the server's language.
    const order = orderBy.map((column) => `${quoted(column)}::text collate "C"`).join(', ');
    const rows = `select ${columns.map(quoted).join(', ')} from ${quoted(name)} order by ${order}`;
    const copy = client.query(copyTo(`copy (${rows}) to stdout`));
    yield* framed(copy as AsyncIterable<Buffer>);
    yield Buffer.alloc(4);
  }
}

/** Of one size but the last: pieces as they came from the socket would differ from dump to dump. */
async function* framed(chunks: AsyncIterable<Buffer>): AsyncGenerator<Uint8Array> {
  let held: Buffer[] = [];
  let heldBytes = 0;
  for await (const chunk of chunks) {
    held.push(chunk);
    heldBytes += chunk.length;
    if (heldBytes < frameBytes) continue;
    let all = Buffer.concat(held);
    for (; all.length >= frameBytes; all = all.subarray(frameBytes)) yield frame(all.subarray(0, frameBytes));
    held = [all];
    heldBytes = all.length;
  }
  if (heldBytes > 0) yield frame(Buffer.concat(held));
}

function frame(bytes: Buffer): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(bytes.length);
  return Buffer.concat([length, bytes]);
}

/**
 * The connection is gone afterwards, and with it a transaction that was not committed. When `signal` gives up it is gone at
 * once, whatever is asked on it: a PostgreSQL that stands still would keep whoever waits.
 */
export async function withConnection<Result>(
  url: string,
  use: (client: pg.Client) => Promise<Result>,
  signal?: AbortSignal,
): Promise<Result> {
  signal?.throwIfAborted();
  const client = clientAt(url, {
    connectionTimeoutMillis: connectMsMax,
    application_name: 'tos-backup',
    keepAlive: true,
  });
  const giveUp = (): void => cutOff(client);
  signal?.addEventListener('abort', giveUp, { once: true });
  try {
    await client.connect();
    return await use(client);
  } catch (error) {
    // What was asked fails for the lost connection; why it was lost says more.
    signal?.throwIfAborted();
    throw error;
  } finally {
    signal?.removeEventListener('abort', giveUp);
    await sayGoodbye(client);
  }
}
