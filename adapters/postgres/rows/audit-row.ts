// The audit log. A trigger refuses to change entries, and to remove any, but for the functions that forget old ones and who a
// player was.

import { defineEntity, p, type InferEntity } from '@mikro-orm/core';

/** As the migration wrote it, to the letter: the drift check compares. */
const isOwner =
  'current_user = (select tableowner from pg_tables where schemaname = tg_table_schema and tablename = tg_table_name)';
const refusal =
  `if tg_op = 'DELETE' and current_setting('tos.forgets_audit', true) = 'on' and ${isOwner} then return null; end if; ` +
  `if tg_op = 'UPDATE' and current_setting('tos.forgets_player', true) = 'on' and ${isOwner} then return null; end if; ` +
  `raise exception 'audit entries are neither changed nor removed'`;

/** By the number in arguments; as the migration wrote it. */
const byCharacter =
  `create index audit_entries_character_index on audit_entries ((details->'args'->>'characterId'))` +
  ` where details->'args'->>'characterId' is not null`;

/** Of connect tokens, by server and name; as the migration wrote it. */
const byName =
  `create index audit_entries_character_name_index on audit_entries ((details->>'serverId'), lower(details->>'characterName'))` +
  ` where details->>'characterName' is not null`;

export const AuditRow = defineEntity({
  name: 'AuditRow',
  tableName: 'audit_entries',
  triggers: [
    {
      name: 'append_only',
      timing: 'before',
      events: ['update', 'delete'],
      forEach: 'statement',
      body: refusal,
    },
  ],
  indexes: [
    { name: 'audit_entries_at_index', properties: ['at'] },
    { name: 'audit_entries_actor_id_index', properties: ['actorId', 'id'] },
    { name: 'audit_entries_actor_name_index', properties: ['actorName', 'id'] },
    { name: 'audit_entries_action_index', properties: ['action', 'id'] },
    { name: 'audit_entries_target_index', properties: ['target', 'id'] },
    { name: 'audit_entries_address_index', properties: ['address', 'id'] },
    { name: 'audit_entries_character_index', expression: byCharacter },
    { name: 'audit_entries_character_name_index', expression: byName },
  ],
  properties: {
    id: p.bigint('number').primary().autoincrement(),
    at: p.datetime(3),
    /** No reference: entries outlive what they speak of. */
    actorId: p.uuid().nullable(),
    actorName: p.string().length(64),
    action: p.string().length(64),
    outcome: p.enum(['done', 'refused'] as const),
    target: p.string().length(300),
    details: p.json<Record<string, unknown>>(),
    address: p.string().length(64),
    requestId: p.string().length(64),
  },
});
export type AuditRow = InferEntity<typeof AuditRow>;
