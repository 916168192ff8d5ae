// Counts tries in PostgreSQL, for all replicas. A refused try only reads, so that it costs little and leaves nothing.

import type { EntityManager } from '@mikro-orm/postgresql';
import {
  lockMsOf,
  momentMs,
  waitMsOf,
  type AttemptLedger,
  type AttemptLimit,
} from '#ports/admin/sign-in/attempt-ledger.js';
import type { AdminDatabase } from '../connection/admin-database.js';
import type { StoreTables } from '../connection/store-tables.js';
import { TriesWithIds } from '../migrations/accounts/tries-with-ids.js';
import { AttemptRow } from '../rows/account-row.js';

interface Try {
  readonly key: string;
  readonly limit: AttemptLimit;
}

export class PostgresAttemptLedger implements AttemptLedger {
  static readonly tables: StoreTables = {
    rows: [AttemptRow],
    migrations: [{ name: '2026-11-30-tries-with-ids', class: TriesWithIds }],
  };

  constructor(private readonly database: AdminDatabase) {}

  async count(tries: readonly Try[], nowUnixMs: number, tryId?: string): Promise<number> {
    const em = this.database.fork();
    const waitMs = await longestMs(waitMsOf, em, tries, nowUnixMs);
    if (waitMs > 0) return waitMs;
    // Always in the same order: simultaneous tries wait for each other instead of blocking each other.
    const ordered = [...tries].sort((a, b) => (a.key < b.key ? -1 : 1));
    try {
      await em.transactional(async (inside) => {
        for (const one of ordered) await increment(inside as EntityManager, one, nowUnixMs, tryId);
      });
    } catch (error) {
      if (!(error instanceof LimitPassed)) throw error;
      // It may have been taken back meanwhile; this one was not counted all the same.
      return (await longestMs(waitMsOf, this.database.fork(), tries, nowUnixMs)) || momentMs;
    }
    return 0;
  }

  lockedMs(tries: readonly Try[], nowUnixMs: number): Promise<number> {
    return longestMs(lockMsOf, this.database.fork(), tries, nowUnixMs);
  }

  async giveBack(keys: readonly string[], tryId: string): Promise<void> {
    if (keys.length === 0) return;
    const ordered = [...keys].sort();
    await this.database.fork().transactional(async (em) => {
      for (const key of ordered) await em.execute(giveBackSql, [tryId, key, tryId]);
    });
  }

  async keep(keys: readonly string[], tryId: string): Promise<void> {
    if (keys.length === 0) return;
    const ordered = [...keys].sort();
    await this.database.fork().transactional(async (em) => {
      for (const key of ordered) await em.execute(keepSql, [tryId, key, tryId]);
    });
  }

  async clearBeginningWith(prefix: string): Promise<void> {
    await this.database.fork().execute('delete from login_attempts where starts_with(key, ?)', [prefix]);
  }

  async clear(keys: readonly string[]): Promise<void> {
    await this.database.fork().nativeDelete(AttemptRow, { key: { $in: [...keys] } });
  }

  async removeExpired(nowUnixMs: number): Promise<void> {
    await this.database.fork().nativeDelete(AttemptRow, { endsAt: { $lte: new Date(nowUnixMs) } });
  }
}

/** Another try came first: the transaction ends, and counts for none of the keys. */
class LimitPassed extends Error {
  constructor() {
    super('the last try that was allowed went to another');
  }
}

async function longestMs(
  msOf: typeof waitMsOf,
  em: EntityManager,
  tries: readonly Try[],
  nowUnixMs: number,
): Promise<number> {
  const rows = await em.find(AttemptRow, { key: { $in: tries.map(({ key }) => key) } });
  let longest = 0;
  for (const { key, limit } of tries) {
    const row = rows.find((candidate) => candidate.key === key);
    if (row === undefined) continue;
    const known = { count: row.count, judging: row.ids.length, endsAtUnixMs: row.endsAt.getTime() };
    longest = Math.max(longest, msOf(known, limit, nowUnixMs));
  }
  return longest;
}

/** The lock lasts a whole window from the try that brought it about. */
const incrementSql = `
  insert into login_attempts as known (key, count, ends_at, window_ends_at, ids) values (?, 1, ?, ?, array_remove(array[?], null))
  on conflict (key) do update set
    count = case when known.ends_at <= ? then 1 else known.count + 1 end,
    ids = case when known.ends_at <= ? then excluded.ids else known.ids || excluded.ids end,
    window_ends_at = case when known.ends_at <= ? then excluded.window_ends_at else known.window_ends_at end,
    ends_at = case
      when known.ends_at <= ? or known.count + 1 >= ? then excluded.ends_at
      else known.ends_at end
  returning count`;

const giveBackSql = `
  update login_attempts set count = count - 1, ids = array_remove(ids, ?), ends_at = window_ends_at
  where key = ? and ? = any(ids)`;

const keepSql = 'update login_attempts set ids = array_remove(ids, ?) where key = ? and ? = any(ids)';

async function increment(
  em: EntityManager,
  { key, limit }: Try,
  nowUnixMs: number,
  tryId: string | undefined,
): Promise<void> {
  const now = new Date(nowUnixMs);
  const ends = new Date(nowUnixMs + limit.windowMs);
  const rows = await em.execute<{ count: number }[]>(incrementSql, [
    ...[key, ends, ends, tryId ?? null, now, now, now, now],
    limit.attemptsMax,
  ]);
  if (rows[0]!.count > limit.attemptsMax) throw new LimitPassed();
}
