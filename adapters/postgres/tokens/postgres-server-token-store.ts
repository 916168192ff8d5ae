// Machines' tokens in PostgreSQL.

import {
  tokensMax,
  type OpenChallenge,
  type ServerToken,
  type ServerTokenStore,
} from '#ports/admin/tokens/server-token-store.js';
import type { AdminDatabase } from '../connection/admin-database.js';
import type { StoreTables } from '../connection/store-tables.js';
import { ServerTokenRow } from '../rows/server-row.js';

/** One statement, so that of two that ask at once one gets it. */
const takeChallengeSql = `
  update server_tokens set challenge_secret = null, challenge_asked_at = null
  from (select id, challenge_secret, challenge_asked_at from server_tokens where id = ? for update) as before
  where server_tokens.id = before.id and before.challenge_secret is not null
  returning before.challenge_secret as secret, before.challenge_asked_at as asked_at`;

export class PostgresServerTokenStore implements ServerTokenStore {
  static readonly tables: StoreTables = { rows: [ServerTokenRow] };

  constructor(private readonly database: AdminDatabase) {}

  async add(token: ServerToken): Promise<void> {
    const row = {
      id: token.id,
      label: token.label,
      kind: token.kind,
      tokenDigest: token.tokenDigest,
      createdAt: new Date(token.createdAtUnixMs),
      expiresAt: toDate(token.expiresAtUnixMs),
      lastUsedAt: toDate(token.lastUsedAtUnixMs),
      revokedAt: toDate(token.revokedAtUnixMs),
      serverId: token.serverId ?? null,
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

  async list(): Promise<readonly ServerToken[]> {
    const orderBy = { createdAt: 'desc', id: 'asc' } as const;
    const rows = await this.database.fork().find(ServerTokenRow, {}, { orderBy, limit: tokensMax });
    return rows.map(toToken);
  }

  async noteUsed(id: string, nowUnixMs: number): Promise<void> {
    await this.database.fork().nativeUpdate(ServerTokenRow, { id }, { lastUsedAt: new Date(nowUnixMs) });
  }

  async revoke(id: string, nowUnixMs: number): Promise<ServerToken | undefined> {
    const em = this.database.fork();
    const end = { revokedAt: new Date(nowUnixMs), challengeSecret: null, challengeAskedAt: null };
    if ((await em.nativeUpdate(ServerTokenRow, { id, revokedAt: null }, end)) === 0) return undefined;
    const row = await em.findOne(ServerTokenRow, { id });
    return row ? toToken(row) : undefined;
  }

  async bind(id: string, serverId: string): Promise<boolean> {
    const free = { id, $or: [{ serverId: null }, { serverId }] };
    return (await this.database.fork().nativeUpdate(ServerTokenRow, free, { serverId })) > 0;
  }

  async keepChallenge(id: string, { secret, askedAtUnixMs }: OpenChallenge): Promise<void> {
    const open = { challengeSecret: secret, challengeAskedAt: new Date(askedAtUnixMs) };
    await this.database.fork().nativeUpdate(ServerTokenRow, { id }, open);
  }

  async takeChallenge(id: string): Promise<OpenChallenge | undefined> {
    const rows = await this.database
      .fork()
      .execute<{ secret: string; asked_at: string | Date }[]>(takeChallengeSql, [id]);
    const [taken] = rows;
    return taken && { secret: taken.secret, askedAtUnixMs: new Date(taken.asked_at).getTime() };
  }

  async removeEnded(beforeUnixMs: number): Promise<void> {
    const before = { $lt: new Date(beforeUnixMs) };
    const ended = { $or: [{ revokedAt: before }, { expiresAt: before }] };
    await this.database.fork().nativeDelete(ServerTokenRow, ended);
  }
}

function toDate(unixMs: number | undefined): Date | null {
  return unixMs === undefined ? null : new Date(unixMs);
}

function toToken(row: ServerTokenRow): ServerToken {
  return {
    id: row.id,
    label: row.label,
    kind: row.kind,
    tokenDigest: row.tokenDigest,
    createdAtUnixMs: row.createdAt.getTime(),
    expiresAtUnixMs: row.expiresAt?.getTime(),
    lastUsedAtUnixMs: row.lastUsedAt?.getTime(),
    revokedAtUnixMs: row.revokedAt?.getTime(),
    serverId: row.serverId ?? undefined,
  };
}
