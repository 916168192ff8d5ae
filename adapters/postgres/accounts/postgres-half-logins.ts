// Log-ins whose code is due, in PostgreSQL.

import {
  halfLoginsPerAccountMax,
  type HalfLogin,
  type HalfLogins,
} from '#ports/admin/sign-in/half-logins.js';
import type { AdminDatabase } from '../connection/admin-database.js';
import type { StoreTables } from '../connection/store-tables.js';
import { HalfLoginRow } from '../rows/second-factor-row.js';

export class PostgresHalfLogins implements HalfLogins {
  static readonly tables: StoreTables = { rows: [HalfLoginRow] };

  constructor(private readonly database: AdminDatabase) {}

  async add(half: HalfLogin): Promise<void> {
    await this.database.fork().transactional(async (em) => {
      await em.insert(HalfLoginRow, {
        tokenDigest: half.tokenDigest,
        account: half.accountId,
        passwordMark: half.passwordMark,
        createdAt: new Date(half.createdAtUnixMs),
      });
      await em.execute(
        `delete from half_logins where token_digest in (
           select token_digest from half_logins where account_id = ? order by created_at desc offset ?)`,
        [half.accountId, halfLoginsPerAccountMax],
      );
    });
  }

  async find(tokenDigest: string): Promise<HalfLogin | undefined> {
    const row = await this.database.fork().findOne(HalfLoginRow, { tokenDigest });
    if (!row) return undefined;
    return {
      tokenDigest,
      accountId: row.account,
      passwordMark: row.passwordMark,
      createdAtUnixMs: row.createdAt.getTime(),
    };
  }

  async remove(tokenDigest: string): Promise<boolean> {
    return (await this.database.fork().nativeDelete(HalfLoginRow, { tokenDigest })) > 0;
  }

  async removeOfAccount(accountId: string): Promise<void> {
    await this.database.fork().nativeDelete(HalfLoginRow, { account: accountId });
  }

  async removeCreatedBefore(unixMs: number): Promise<void> {
    await this.database.fork().nativeDelete(HalfLoginRow, { createdAt: { $lt: new Date(unixMs) } });
  }
}
