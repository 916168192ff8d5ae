// The admin API's database as bytes and back: of one moment, into an empty database, with the same sum.

import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { withDump } from '#adapters/postgres/backup/dump.js';
import { restoreDump } from '#adapters/postgres/backup/restore.js';
import { bytesOf, chunksOf } from '../../contract/blob-store.js';
import { openCluster, type TestCluster } from '../../support/admin/test-cluster.js';

let from: TestCluster;
let to: TestCluster;
const odd = 'tab\there, back\\slash, new\nline, \'quote", ä 🐺, \\.';

async function query(url: string, sql: string, values: unknown[] = []): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql, values)).rows;
  } finally {
    await client.end();
  }
}

async function note(detail: string): Promise<void> {
  await query(
    from.ownerUrl,
    `insert into audit_entries (at, actor_name, action, outcome, target, details, address, request_id)
     values (now(), 'somebody', 'test', 'done', 'a thing', $1, '127.0.0.1', '1')`,
    [JSON.stringify({ detail })],
  );
}

const dumped = (url: string): Promise<Buffer> => withDump(url, ({ chunks }) => bytesOf(chunks));
const sum = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

beforeAll(async () => {
  [from, to] = await Promise.all([openCluster(), openCluster()]);
  await note(odd);
  await note('x'.repeat(300_000));
}, 60_000);

afterAll(async () => {
  await from?.close();
  await to?.close();
});

describe('a dump of the database', () => {
  it('is the same bytes twice, and comes back as the same bytes, rows and next numbers', async () => {
    const bytes = await dumped(from.ownerUrl);
    expect((await dumped(from.ownerUrl)).equals(bytes)).toBe(true);
    const restored = await restoreDump(to.ownerUrl, chunksOf(bytes, 1000));
    expect(restored.sha256).toBe(sum(bytes));
    expect((await dumped(to.ownerUrl)).equals(bytes)).toBe(true);
    const rows = await query(to.ownerUrl, 'select details from audit_entries order by id');
    expect(rows[0]).toEqual({ details: { detail: odd } });
    const next = async (url: string): Promise<unknown> =>
      (await query(url, `select nextval('audit_entries_id_seq')::int as id`))[0]!['id'];
    expect(await next(to.ownerUrl)).toBe(await next(from.ownerUrl));
  }, 60_000);

  it('is not put into a database that holds something', async () => {
    const bytes = await dumped(from.ownerUrl);
    await expect(restoreDump(to.ownerUrl, chunksOf(bytes))).rejects.toMatchObject({ code: 'not-empty' });
    await expect(restoreDump(to.ownerUrl, chunksOf(bytes))).rejects.toThrow(/audit_entries/);
  }, 60_000);

  it('is of one moment: what is written meanwhile is not in it, and no migration takes a table from under it', async () => {
    const before = await dumped(from.ownerUrl);
    const during = await withDump(from.ownerUrl, async ({ chunks }) => {
      await note('meanwhile');
      const rewriting = query(
        from.ownerUrl,
        `set lock_timeout = 300; alter table audit_entries alter column action type varchar(500)`,
      );
      await expect(rewriting).rejects.toMatchObject({ code: '55P03' });
      return bytesOf(chunks);
    });
    // All but the sequence, which no transaction holds.
    const rows = (bytes: Buffer): string => bytes.subarray(bytes.indexOf('\n')).toString('latin1');
    expect(rows(during)).toBe(rows(before));
    expect(rows(await dumped(from.ownerUrl))).not.toBe(rows(before));
  }, 60_000);
});

describe('a dump that is given up', () => {
  it('ends at once, whatever PostgreSQL is asked, and says why', async () => {
    const giveUp = new AbortController();
    const holder = new pg.Client({ connectionString: from.ownerUrl });
    await holder.connect();
    await holder.query('begin; lock table audit_entries in access exclusive mode');
    const dumping = withDump(from.ownerUrl, ({ chunks }) => bytesOf(chunks), giveUp.signal);
    dumping.catch(() => undefined);
    while ((await waiting()) === 0) await new Promise((resolve) => setTimeout(resolve, 20));
    giveUp.abort(new Error('the server stops'));
    await expect(dumping).rejects.toThrow('the server stops');
    await holder.query('rollback');
    await holder.end();
    await expect(withDump(from.ownerUrl, async () => 1, giveUp.signal)).rejects.toThrow('the server stops');
  }, 20_000);

  const waiting = async (): Promise<number> => {
    const sql = `select count(*)::int as count from pg_locks where not granted`;
    return (await query(from.ownerUrl, sql))[0]!['count'] as number;
  };
});

describe('a restore that fails', () => {
  it.each<[string, string, (bytes: Buffer) => Uint8Array]>([
    ['cut off', 'damaged', (bytes) => bytes.subarray(0, bytes.length - 3)],
    ['longer than it was', 'damaged', (bytes) => Buffer.concat([bytes, Buffer.from('x')])],
    ['no dump', 'damaged', () => Buffer.from('PGDMP nonsense\n')],
    [
      'of other tables',
      'other-version',
      (bytes) => Buffer.from(bytes.toString('latin1').replace(/-first-tables|"\d{4}-/, '"0000-'), 'latin1'),
    ],
  ])(
    'because it is %s leaves the database as it was: empty',
    async (_, code, changed) => {
      const bytes = await dumped(from.ownerUrl);
      const empty = await openCluster();
      try {
        await expect(restoreDump(empty.ownerUrl, chunksOf(changed(bytes)))).rejects.toMatchObject({ code });
        expect(await query(empty.ownerUrl, 'select from audit_entries')).toEqual([]);
        await restoreDump(empty.ownerUrl, chunksOf(bytes));
      } finally {
        await empty.close();
      }
    },
    60_000,
  );
});
