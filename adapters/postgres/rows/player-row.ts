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
  },
});
export type PlayerRow = InferEntity<typeof PlayerRow>;
