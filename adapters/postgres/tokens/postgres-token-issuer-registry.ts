// The keys of connect tokens' issuers in PostgreSQL, for all replicas. Public halves only.

import { tokenIssuersMax, type TokenIssuerRegistry } from '#ports/admin/tokens/token-issuer-registry.js';
import type { AdminDatabase } from '../connection/admin-database.js';
import type { StoreTables } from '../connection/store-tables.js';
import { TokenIssuerRow } from '../rows/token-issuer-row.js';

export class PostgresTokenIssuerRegistry implements TokenIssuerRegistry {
  static readonly tables: StoreTables = { rows: [TokenIssuerRow] };

  constructor(private readonly database: AdminDatabase) {}

  async noteInUse(publicKey: string, nowUnixMs: number): Promise<void> {
    await this.database
      .fork()
      .createQueryBuilder(TokenIssuerRow)
      .insert({ publicKey, notedAt: new Date(nowUnixMs) })
      .onConflict('publicKey')
      .merge()
      .execute();
  }

  async inUseSince(unixMs: number): Promise<readonly string[]> {
    const rows = await this.database
      .fork()
      .find(
        TokenIssuerRow,
        { notedAt: { $gte: new Date(unixMs) } },
        { orderBy: { notedAt: 'desc' }, limit: tokenIssuersMax },
      );
    return rows.map(({ publicKey }) => publicKey);
  }

  async removeUnusedSince(unixMs: number): Promise<void> {
    await this.database.fork().nativeDelete(TokenIssuerRow, { notedAt: { $lt: new Date(unixMs) } });
  }
}
