// The audit log. A trigger refuses to change or remove entries.

import { defineEntity, p, type InferEntity } from '@mikro-orm/core';

/** As the migration wrote it, to the letter: the drift check compares. */
const refusal = `raise exception 'audit entries are neither changed nor removed'`;

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
