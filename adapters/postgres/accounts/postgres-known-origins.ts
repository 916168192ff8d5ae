// Operators' known browsers and networks in PostgreSQL.

import { knownOriginsPerAccountMax, type KnownOrigins } from '#ports/admin/sign-in/known-origins.js';
import type { AdminDatabase } from '../connection/admin-database.js';
import type { StoreTables } from '../connection/store-tables.js';
import { KnownOriginRow } from '../rows/account-row.js';

export class PostgresKnownOrigins implements KnownOrigins {
  static readonly tables: StoreTables = { rows: [KnownOriginRow] };

  constructor(private readonly database: AdminDatabase) {}

  async remember(accountId: string, marks: readonly string[], atUnixMs: number): Promise<void> {
    await this.database.fork().transactional(async (em) => {
      // Always in the same order: simultaneous log-ins wait for each other instead of blocking each other.
      for (const mark of [...marks].sort()) {
        await em.execute(
          `insert into known_origins (account_id, mark, used_at) values (?, ?, ?)
           on conflict (account_id, mark) do update set used_at = excluded.used_at`,
          [accountId, mark, new Date(atUnixMs)],
        );
      }
      await em.execute(
        `delete from known_origins where account_id = ? and mark in (
           select mark from known_origins where account_id = ? order by used_at desc, mark offset ?)`,
        [accountId, accountId, knownOriginsPerAccountMax],
      );
    });
  }

  async among(
    accountId: string,
    marks: readonly string[],
    sinceUnixMs: number,
  ): Promise<ReadonlySet<string>> {
    const rows = await this.database.fork().find(KnownOriginRow, {
      account: accountId,
      mark: { $in: [...marks] },
      usedAt: { $gte: new Date(sinceUnixMs) },
    });
    return new Set(rows.map(({ mark }) => mark));
  }

  async forgetAllOf(accountId: string): Promise<void> {
    await this.database.fork().nativeDelete(KnownOriginRow, { account: accountId });
  }

  async removeUnusedSince(unixMs: number): Promise<void> {
    await this.database.fork().nativeDelete(KnownOriginRow, { usedAt: { $lt: new Date(unixMs) } });
  }
}
