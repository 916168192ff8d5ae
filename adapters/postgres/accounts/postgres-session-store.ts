// Operators' sessions in PostgreSQL.

import {
  sessionsPerAccountMax,
  type AdminSession,
  type SessionStore,
} from '#ports/admin/sign-in/session-store.js';
import type { AdminDatabase } from '../connection/admin-database.js';
import type { StoreTables } from '../connection/store-tables.js';
import { SessionRow } from '../rows/account-row.js';

export class PostgresSessionStore implements SessionStore {
  static readonly tables: StoreTables = { rows: [SessionRow] };

  constructor(private readonly database: AdminDatabase) {}

  async add(session: AdminSession): Promise<void> {
    await this.database.fork().transactional(async (em) => {
      await em.insert(SessionRow, {
        tokenDigest: session.tokenDigest,
        account: session.accountId,
        createdAt: new Date(session.createdAtUnixMs),
        lastSeenAt: new Date(session.lastSeenAtUnixMs),
        address: session.address,
        userAgent: session.userAgent,
      });
      await em.execute(
        `delete from admin_sessions where token_digest in (
           select token_digest from admin_sessions where account_id = ? order by created_at desc offset ?)`,
        [session.accountId, sessionsPerAccountMax],
      );
    });
  }

  async find(tokenDigest: string): Promise<AdminSession | undefined> {
    const row = await this.database.fork().findOne(SessionRow, { tokenDigest });
    return row ? toSession(row) : undefined;
  }

  async listOfAccount(accountId: string): Promise<readonly AdminSession[]> {
    const newest = { orderBy: { createdAt: 'desc' }, limit: sessionsPerAccountMax } as const;
    const rows = await this.database.fork().find(SessionRow, { account: accountId }, newest);
    return rows.map(toSession);
  }

  async touch(tokenDigest: string, atUnixMs: number): Promise<void> {
    const at = new Date(atUnixMs);
    await this.database
      .fork()
      .nativeUpdate(SessionRow, { tokenDigest, lastSeenAt: { $lt: at } }, { lastSeenAt: at });
  }

  async remove(tokenDigest: string): Promise<boolean> {
    return (await this.database.fork().nativeDelete(SessionRow, { tokenDigest })) > 0;
  }

  async removeOfAccount(accountId: string, exceptTokenDigest = ''): Promise<number> {
    const others = { account: accountId, tokenDigest: { $ne: exceptTokenDigest } };
    return this.database.fork().nativeDelete(SessionRow, others);
  }

  async removeExpired(limits: { createdBeforeUnixMs: number; seenBeforeUnixMs: number }): Promise<number> {
    return this.database.fork().nativeDelete(SessionRow, {
      $or: [
        { createdAt: { $lt: new Date(limits.createdBeforeUnixMs) } },
        { lastSeenAt: { $lt: new Date(limits.seenBeforeUnixMs) } },
      ],
    });
  }
}

function toSession(row: SessionRow): AdminSession {
  return {
    tokenDigest: row.tokenDigest,
    accountId: row.account,
    createdAtUnixMs: row.createdAt.getTime(),
    lastSeenAtUnixMs: row.lastSeenAt.getTime(),
    address: row.address,
    userAgent: row.userAgent,
  };
}
