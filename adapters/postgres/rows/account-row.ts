// Operators' accounts, their sessions, from where they come, and the tries to log in.

import { defineEntity, p, type InferEntity } from '@mikro-orm/core';

export const AccountRow = defineEntity({
  name: 'AccountRow',
  tableName: 'accounts',
  properties: {
    id: p.uuid().primary(),
    name: p.string().length(32),
    /** Lower case: names are unique without regard to case. */
    nameKey: p.string().length(32).unique(),
    /** One of the four, or a row of `custom_roles`. */
    role: p.text(),
    disabled: p.boolean(),
    passwordHash: p.text(),
    passwordChangeDue: p.boolean().default(false),
    createdAt: p.datetime(3),
    lastLoginAt: p.datetime(3).nullable(),
  },
});
export type AccountRow = InferEntity<typeof AccountRow>;

export const SessionRow = defineEntity({
  name: 'SessionRow',
  tableName: 'admin_sessions',
  properties: {
    tokenDigest: p.string().length(64).primary(),
    account: () => p.manyToOne(AccountRow).mapToPk().deleteRule('cascade').index(),
    createdAt: p.datetime(3),
    lastSeenAt: p.datetime(3),
    address: p.string().length(64),
    userAgent: p.string().length(200),
  },
});
export type SessionRow = InferEntity<typeof SessionRow>;

export const AttemptRow = defineEntity({
  name: 'AttemptRow',
  tableName: 'login_attempts',
  properties: {
    key: p.string().length(200).primary(),
    count: p.integer(),
    endsAt: p.datetime(3).index(),
    windowEndsAt: p.datetime(3),
    /** Of the counted tries that may be taken back. */
    ids: p.array().defaultRaw(`'{}'`),
  },
});

export const KnownOriginRow = defineEntity({
  name: 'KnownOriginRow',
  tableName: 'known_origins',
  properties: {
    account: () => p.manyToOne(AccountRow).mapToPk().deleteRule('cascade').primary(),
    mark: p.string().length(64).primary(),
    usedAt: p.datetime(3).index(),
  },
});
