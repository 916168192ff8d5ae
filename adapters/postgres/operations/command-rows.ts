// Operators' commands as PostgreSQL has them, and as the port does. Every change is told with NOTIFY, ids only, to all replicas;
// each statement changes and tells in one.

import type { OperatorCommand } from '#ports/admin/operations/command-store.js';
import type { AdminDatabase } from '../connection/admin-database.js';

export const commandChannel = 'tos_commands';

/** Times as milliseconds since 1970, whatever the driver makes of dates. */
export const commandColumns = `number::float8 as number, id, server_id as "serverId", kind, args, target, reason,
  actor_id as "actorId", actor_name as "actorName", address, request_id as "requestId", state, refusal, players,
  ${unixMs('issued_at')} as "issuedAtUnixMs", ${unixMs('deadline')} as "deadlineUnixMs",
  ${unixMs('delivered_at')} as "deliveredAtUnixMs", ${unixMs('ended_at')} as "endedAtUnixMs",
  ${unixMs('proposed_at')} as "proposedAtUnixMs", ${unixMs('decided_at')} as "decidedAtUnixMs",
  decider_id as "deciderId", decider_name as "deciderName", decision,
  decider_address as "deciderAddress", decider_request as "deciderRequest"`;

export type CommandRowRead = {
  readonly [Key in keyof Omit<OperatorCommand, 'proposal'>]: OperatorCommand[Key] | null;
} & {
  readonly withinMs?: number;
  readonly proposedAtUnixMs: number | null;
  readonly decidedAtUnixMs: number | null;
  readonly deciderId: string | null;
  readonly deciderName: string | null;
  readonly decision: string | null;
  readonly deciderAddress: string | null;
  readonly deciderRequest: string | null;
};

/** `change` returns the rows that it changed. */
export function telling(change: string, more = ''): string {
  return `
  with changed as (${change})
  select ${commandColumns}${more}, pg_notify('${commandChannel}', server_id || ' ' || id)::text as told from changed`;
}

/** What ends without an answer of its server's. */
export const endedNow = `ended_at = now(), audited = false, leased_until = null`;

export function unixMs(time: string): string {
  return `(extract(epoch from ${time}) * 1000)::float8`;
}

export async function readCommands(
  database: AdminDatabase,
  sql: string,
  values: readonly unknown[],
): Promise<CommandRowRead[]> {
  const rows: unknown = await database.fork().execute(sql, [...values]);
  return Array.isArray(rows) ? (rows as CommandRowRead[]) : [];
}

export function toCommand(row: CommandRowRead): OperatorCommand {
  return {
    number: row.number!,
    id: row.id!,
    serverId: row.serverId!,
    kind: row.kind!,
    args: row.args!,
    target: row.target!,
    reason: row.reason!,
    actorId: row.actorId!,
    actorName: row.actorName!,
    address: row.address!,
    requestId: row.requestId!,
    state: row.state!,
    proposal: proposalOf(row),
    refusal: row.refusal ?? undefined,
    players: row.players ?? undefined,
    issuedAtUnixMs: row.issuedAtUnixMs!,
    deadlineUnixMs: row.deadlineUnixMs!,
    deliveredAtUnixMs: row.deliveredAtUnixMs ?? undefined,
    endedAtUnixMs: row.endedAtUnixMs ?? undefined,
  };
}

function proposalOf(row: CommandRowRead): OperatorCommand['proposal'] {
  if (row.proposedAtUnixMs === null) return undefined;
  const decision =
    row.decidedAtUnixMs === null
      ? undefined
      : {
          decidedAtUnixMs: row.decidedAtUnixMs,
          deciderId: row.deciderId!,
          deciderName: row.deciderName!,
          words: row.decision!,
          address: row.deciderAddress!,
          requestId: row.deciderRequest!,
        };
  return { proposedAtUnixMs: row.proposedAtUnixMs, decision };
}
