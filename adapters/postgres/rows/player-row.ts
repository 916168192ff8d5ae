// The player directory.

import { defineEntity, p, type InferEntity } from '@mikro-orm/core';

/** Characters of a name's key, as the table was made. */
export const nameKeyMax = 48;

export const PlayerRow = defineEntity({
  name: 'PlayerRow',
  tableName: 'players',
  indexes: [{ properties: ['serverId', 'online'] }, { properties: ['nameKey', 'id'] }],
  uniques: [{ properties: ['serverId', 'characterId'] }],
  properties: {
    id: p.uuid().primary(),
    name: p.string().length(24),
    /** Null: not told since servers tell it, see the migration. */
    characterId: p.bigint('number').nullable(),
    /** Lower case: what searches look in, and the order of pages. */
    nameKey: p.string().length(nameKeyMax),
    accountId: p.uuid(),
    level: p.integer(),
    online: p.boolean(),
    serverId: p.uuid(),
    map: p.string().length(64),
    firstSeenAt: p.datetime(3),
    lastSeenAt: p.datetime(3),
    playedSeconds: p.double().$type<number>(),
    /** By which telling of its server the state came, and which one in it; null: by reports alone. */
    telling: p.string().length(32).nullable(),
    asOf: p.bigint('number').nullable(),
  },
});
export type PlayerRow = InferEntity<typeof PlayerRow>;

/** The last batch that was taken of a server. */
export const DirectoryTellingRow = defineEntity({
  name: 'DirectoryTellingRow',
  tableName: 'directory_tellings',
  properties: {
    serverId: p.uuid().primary(),
    telling: p.string().length(32),
    number: p.integer(),
    mark: p.string().length(32),
    asOf: p.bigint('number'),
    whole: p.boolean(),
  },
});

/** A character that was erased; no name of it is kept. */
export const ErasedCharacterRow = defineEntity({
  name: 'ErasedCharacterRow',
  tableName: 'erased_characters',
  indexes: [{ name: 'erased_characters_player_id_index', properties: ['playerId'] }],
  properties: {
    serverId: p.uuid().primary(),
    characterId: p.bigint('number').primary(),
    createdAtMs: p.bigint('number').primary(),
    /** As the directory listed it, if it did. */
    playerId: p.uuid().nullable(),
    erasedAt: p.datetime(3),
  },
});

/** What its server told with an erasure, to know it by. */
export const ErasureReceiptRow = defineEntity({
  name: 'ErasureReceiptRow',
  tableName: 'erasure_receipts',
  properties: {
    serverId: p.uuid().primary(),
    characterId: p.bigint('number').primary(),
    createdAtMs: p.bigint('number').primary(),
    receipt: p.string().length(64).primary(),
    toldAt: p.datetime(3),
  },
});
