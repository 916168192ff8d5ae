// Sanctions against players.

import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import { sanctionKinds } from '#ports/admin/players/sanction.js';
import { nameKeyMax } from './player-row.js';

export const SanctionRow = defineEntity({
  name: 'SanctionRow',
  tableName: 'player_sanctions',
  indexes: [
    { name: 'player_sanctions_server_id_index', properties: ['serverId', 'change'] },
    { name: 'player_sanctions_account_id_index', properties: ['accountId', 'serverId'] },
    { name: 'player_sanctions_character_id_index', properties: ['serverId', 'characterId'] },
  ],
  properties: {
    id: p.uuid().primary(),
    /** No references: sanctions outlive servers, accounts and what the directory lists. */
    serverId: p.uuid(),
    playerId: p.uuid(),
    characterId: p.bigint('number'),
    name: p.string().length(24),
    nameKey: p.string().length(nameKeyMax),
    accountId: p.uuid(),
    measure: p.enum(sanctionKinds),
    seconds: p.integer().nullable(),
    reason: p.string().length(200),
    message: p.string().length(64),
    actorId: p.uuid(),
    actorName: p.string().length(64),
    givenAt: p.datetime(3),
    until: p.datetime(3).nullable(),
    liftedAt: p.datetime(3).nullable(),
    liftedById: p.uuid().nullable(),
    liftedByName: p.string().length(64).nullable(),
    liftReason: p.string().length(200).nullable(),
    erasedAt: p.datetime(3).nullable(),
    /** The order of changes at one server, and a name for the state after each. */
    change: p.bigint('number'),
    mark: p.uuid().unique(),
    known: p.boolean(),
  },
});
export type SanctionRow = InferEntity<typeof SanctionRow>;
