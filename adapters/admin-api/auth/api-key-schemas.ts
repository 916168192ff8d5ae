// Bodies about API keys. The key itself is in one answer only: to who makes it.

import { z } from 'zod';
import { keyPermissions, permissions } from '#application/admin/access/permissions.js';
import { permissionsOfKey, type AuthenticatedKey } from '#application/admin/tokens/authenticate-api-key.js';
import type { ApiKeyWish } from '#application/admin/tokens/api-keys.js';
import type { ApiKey } from '#ports/admin/tokens/api-key-store.js';
import { id, time, toTime, toTimeOrNull } from '../http/wire-types.js';
import { shown } from '../operations/said.js';
import { password } from './auth-schemas.js';

const opened = z
  .array(z.enum(permissions))
  .meta({ description: 'What it was made for; it opens as much of it as its account still may do' });

const apiKey = z
  .strictObject({
    id,
    accountId: id,
    label: z.string(),
    permissions: opened,
    createdAt: time,
    expiresAt: time,
    lastUsedAt: time.nullable().meta({ description: 'To the minute' }),
    revokedAt: time.nullable(),
  })
  .meta({ id: 'ApiKey' });
type ApiKeyView = z.infer<typeof apiKey>;

export const apiKeysAnswer = z.strictObject({ keys: z.array(apiKey) }).meta({ id: 'ApiKeysAnswer' });
export type ApiKeysAnswer = z.infer<typeof apiKeysAnswer>;

export const ownApiKeysAnswer = apiKeysAnswer
  .extend({
    openable: z.array(z.enum(permissions)).meta({ description: 'What the own role can make keys for' }),
  })
  .meta({ id: 'OwnApiKeysAnswer' });
export type OwnApiKeysAnswer = z.infer<typeof ownApiKeysAnswer>;

export const apiKeyBody = z
  .strictObject({
    label: shown(64),
    permissions: z
      .array(z.enum(keyPermissions))
      .min(1)
      .max(keyPermissions.length)
      .meta({ description: 'Of those that the own role holds' }),
    expiresAt: time.meta({ description: 'In 366 days at most' }),
    currentPassword: password,
  })
  .meta({ id: 'ApiKeyBody' });
export type ApiKeyBody = z.infer<typeof apiKeyBody>;

export const madeApiKeyAnswer = z
  .strictObject({ token: z.string().meta({ description: 'Shown now and never again' }), key: apiKey })
  .meta({ id: 'MadeApiKeyAnswer' });
export type MadeApiKeyAnswer = z.infer<typeof madeApiKeyAnswer>;

export const currentApiKeyAnswer = z
  .strictObject({
    account: z.string().meta({ description: 'In whose name it acts' }),
    label: z.string(),
    permissions: z.array(z.enum(permissions)).meta({ description: 'What it opens now' }),
    expiresAt: time,
  })
  .meta({ id: 'CurrentApiKeyAnswer' });
export type CurrentApiKeyAnswer = z.infer<typeof currentApiKeyAnswer>;

export function toKeyWish({ expiresAt, ...wish }: ApiKeyBody): ApiKeyWish {
  return { ...wish, permissions: [...new Set(wish.permissions)], expiresAtUnixMs: Date.parse(expiresAt) };
}

export function presentKeys(keys: readonly ApiKey[]): ApiKeysAnswer {
  return { keys: keys.map(presentKey) };
}

export function presentKey(key: ApiKey): ApiKeyView {
  return {
    id: key.id,
    accountId: key.accountId,
    label: key.label,
    permissions: permissions.filter((one) => key.permissions.includes(one)),
    createdAt: toTime(key.createdAtUnixMs),
    expiresAt: toTime(key.expiresAtUnixMs),
    lastUsedAt: toTimeOrNull(key.lastUsedAtUnixMs),
    revokedAt: toTimeOrNull(key.revokedAtUnixMs),
  };
}

export function presentCurrent(found: AuthenticatedKey): CurrentApiKeyAnswer {
  const { account, key } = found;
  const expiresAt = toTime(key.expiresAtUnixMs);
  return { account: account.name, label: key.label, permissions: [...permissionsOfKey(found)], expiresAt };
}
