// Operators' commands to game servers.

import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import { commandStates } from '#ports/admin/operations/command-store.js';

export const CommandRow = defineEntity({
  name: 'CommandRow',
  tableName: 'operator_commands',
  indexes: [
    { name: 'operator_commands_server_id_index', properties: ['serverId', 'state'] },
    { name: 'operator_commands_target_index', properties: ['target', 'number'] },
    { name: 'operator_commands_state_index', properties: ['state', 'deadline'] },
    { name: 'operator_commands_audited_index', properties: ['audited', 'endedAt'] },
    { name: 'operator_commands_issued_at_index', properties: ['issuedAt'] },
  ],
  properties: {
    number: p.bigint('number').primary().autoincrement(),
    id: p.uuid().unique(),
    /** No references: commands outlive servers, accounts and players in the list of what was done. */
    serverId: p.uuid(),
    kind: p.string().length(32),
    args: p.json<Record<string, unknown>>(),
    target: p.string().length(64),
    reason: p.string().length(200),
    actorId: p.uuid(),
    actorName: p.string().length(64),
    address: p.string().length(64),
    requestId: p.string().length(64),
    state: p.enum(commandStates),
    refusal: p.string().length(40).nullable(),
    players: p.integer().nullable(),
    /** Until it is taken, a few minutes at most. */
    document: p.text().nullable(),
    issuedAt: p.datetime(3),
    deadline: p.datetime(3),
    deliveredAt: p.datetime(3).nullable(),
    endedAt: p.datetime(3).nullable(),
    audited: p.boolean(),
    /** Of one that needed a second person; what follows, of one about which a person has decided. */
    proposedAt: p.datetime(3).nullable(),
    decidedAt: p.datetime(3).nullable(),
    deciderId: p.uuid().nullable(),
    deciderName: p.string().length(64).nullable(),
    decision: p.string().length(200).nullable(),
    deciderAddress: p.string().length(64).nullable(),
    deciderRequest: p.string().length(64).nullable(),
    /** Who writes its end into the audit log has it until then. */
    leasedUntil: p.datetime(3).nullable(),
  },
});
export type CommandRow = InferEntity<typeof CommandRow>;
