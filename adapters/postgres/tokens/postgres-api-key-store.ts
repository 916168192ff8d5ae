// Operators' API keys in PostgreSQL, by its clock.

import {
  apiKeysMax,
  endedApiKeysMax,
  type ApiKey,
  type ApiKeyStore,
  type NewApiKey,
} from '#ports/admin/tokens/api-key-store.js';
import type { AdminDatabase } from '../connection/admin-database.js';
import type { StoreTables } from '../connection/store-tables.js';
import { ApiKeyRow } from '../rows/api-key-row.js';
import { ApiKeysTable } from './api-keys-table.js';

const live = 'revoked_at is null and expires_at > clock_timestamp()';

/** Who makes one of an account waits for whoever does so now: all of them count. */
const lockSql = `select pg_advisory_xact_lock(hashtextextended('api keys ' || ?, 0))`;

const addSql = `
  insert into api_keys (id, account_id, label, permissions, token_digest, created_at, expires_at)
  select ?, ?, ?, ?::jsonb, ?, now, now + ? * interval '1 millisecond'
  from (select clock_timestamp() as now) as clock
  where (select count(*) from api_keys where account_id = ? and ${live}) < ${apiKeysMax}
  returning id`;

const forgetSql = `
  delete from api_keys where number in (
    select number from api_keys where account_id = ? and not (${live})
    order by number desc offset ${endedApiKeysMax})`;

export class PostgresApiKeyStore implements ApiKeyStore {
  static readonly tables: StoreTables = {
    rows: [ApiKeyRow],
    migrations: [{ name: '2026-12-01-api-keys', class: ApiKeysTable }],
  };

  constructor(private readonly database: AdminDatabase) {}

  async add(key: NewApiKey): Promise<ApiKey | undefined> {
    const { id, accountId, label, permissions, tokenDigest, lifeMs } = key;
    const values = [id, accountId, label, JSON.stringify(permissions), tokenDigest, lifeMs, accountId];
    const isAdded = await this.database.fork().transactional(async (em) => {
      await em.execute(lockSql, [accountId]);
      if ((await em.execute<unknown[]>(addSql, values)).length === 0) return false;
      await em.execute(forgetSql, [accountId]);
      return true;
    });
    const row = isAdded ? await this.database.fork().findOne(ApiKeyRow, { id }) : null;
    return row ? toKey(row) : undefined;
  }

  async findLive(tokenDigest: string): Promise<ApiKey | undefined> {
    const [key] = await this.#where(`token_digest = ? and ${live}`, [tokenDigest]);
    return key;
  }

  async listOf(accountId: string): Promise<readonly ApiKey[]> {
    return this.#where('account_id = ?', [accountId]);
  }

  async listLive(): Promise<readonly ApiKey[]> {
    return this.#where(live, []);
  }

  async noteUsed(id: string): Promise<void> {
    await this.database
      .fork()
      .execute('update api_keys set last_used_at = clock_timestamp() where id = ?', [id], 'run');
  }

  async revoke(id: string, accountId?: string): Promise<ApiKey | undefined> {
    const [revoked] = await this.#revoke('id = ? and account_id = coalesce(?, account_id)', [
      id,
      accountId ?? null,
    ]);
    return revoked;
  }

  async revokeAllOf(accountId: string): Promise<readonly ApiKey[]> {
    return this.#revoke('account_id = ?', [accountId]);
  }

  async removeEnded(agoMs: number): Promise<void> {
    const sql = `delete from api_keys
      where least(expires_at, revoked_at) < clock_timestamp() - ? * interval '1 millisecond'`;
    await this.database.fork().execute(sql, [agoMs], 'run');
  }

  #revoke(which: string, values: readonly unknown[]): Promise<readonly ApiKey[]> {
    const sql = `update api_keys set revoked_at = clock_timestamp() where ${which} and ${live} returning number`;
    return this.#numbered(sql, values);
  }

  #where(which: string, values: readonly unknown[]): Promise<readonly ApiKey[]> {
    return this.#numbered(`select number from api_keys where ${which}`, values);
  }

  /** Those whose numbers the statement answers, the newest first. */
  async #numbered(sql: string, values: readonly unknown[]): Promise<readonly ApiKey[]> {
    const em = this.database.fork();
    const numbered = await em.execute<{ number: string }[]>(sql, [...values]);
    if (numbered.length === 0) return [];
    const number = { $in: numbered.map((row) => Number(row.number)) };
    return (await em.find(ApiKeyRow, { number }, { orderBy: { number: 'desc' } })).map(toKey);
  }
}

function toKey(row: ApiKeyRow): ApiKey {
  return {
    id: row.id,
    accountId: row.account,
    label: row.label,
    permissions: row.permissions,
    tokenDigest: row.tokenDigest,
    createdAtUnixMs: row.createdAt.getTime(),
    expiresAtUnixMs: row.expiresAt.getTime(),
    lastUsedAtUnixMs: row.lastUsedAt?.getTime(),
    revokedAtUnixMs: row.revokedAt?.getTime(),
  };
}
