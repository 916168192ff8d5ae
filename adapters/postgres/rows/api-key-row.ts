// Operators' API keys.

import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import { AccountRow } from './account-row.js';

export const ApiKeyRow = defineEntity({
  name: 'ApiKeyRow',
  tableName: 'api_keys',
  indexes: [{ name: 'api_keys_account_id_index', properties: ['account'] }],
  properties: {
    /** The order in which they were made. */
    number: p.bigint('number').primary().autoincrement(),
    id: p.uuid().unique(),
    account: () => p.manyToOne(AccountRow).mapToPk().deleteRule('cascade'),
    label: p.string().length(64),
    permissions: p.json<string[]>(),
    tokenDigest: p.string().length(64).unique(),
    createdAt: p.datetime(3),
    expiresAt: p.datetime(3),
    lastUsedAt: p.datetime(3).nullable(),
    revokedAt: p.datetime(3).nullable(),
  },
});
export type ApiKeyRow = InferEntity<typeof ApiKeyRow>;
