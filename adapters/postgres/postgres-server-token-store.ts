// Game servers' tokens in PostgreSQL.

import type { ServerToken, ServerTokenStore } from '#ports/server-token-store.js';
import type { AdminDatabase } from './admin-database.js';
import { ServerTokenRow } from './rows/server-row.js';

export class PostgresServerTokenStore implements ServerTokenStore {
  constructor(private readonly database: AdminDatabase) {}

  async add(token: ServerToken): Promise<void> {
    const row = {
      id: token.id,
      label: token.label,
      tokenDigest: token.tokenDigest,
      createdAt: new Date(token.createdAtUnixMs),
      expiresAt: token.expiresAtUnixMs === undefined ? null : new Date(token.expiresAtUnixMs),
    };
    await this.database
      .fork()
      .createQueryBuilder(ServerTokenRow)
      .insert(row)
      .onConflict('tokenDigest')
      .ignore()
      .execute();
  }

  async find(tokenDigest: string): Promise<ServerToken | undefined> {
    const row = await this.database.fork().findOne(ServerTokenRow, { tokenDigest });
    return row ? toToken(row) : undefined;
  }

  async remove(id: string): Promise<boolean> {
    return (await this.database.fork().nativeDelete(ServerTokenRow, { id })) > 0;
  }
}

function toToken(row: ServerTokenRow): ServerToken {
  return {
    id: row.id,
    label: row.label,
    tokenDigest: row.tokenDigest,
    createdAtUnixMs: row.createdAt.getTime(),
    expiresAtUnixMs: row.expiresAt?.getTime(),
  };
}
