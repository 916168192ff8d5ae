// How commands end in the admin API: the dead-line of what nobody fetched, the missing answer, and the audit log's entry
// for every end. Each end is written down once; twice when a replica dies between writing it and saying so. With it is settled
// what the command counts for.

import type { OperatorCommand } from '#ports/admin/operations/command-store.js';
import { isAudited } from '#ports/admin/operations/operator-command.js';
import type { AdminPorts } from '../access/admin-ports.js';
import { keepBackupAnswer } from './keep-backup-answer.js';
import { settleAlone } from './move-or-propose.js';

/** In one round; the rest follows at once. */
const auditedAtOnceMax = 100;
const auditLeaseMs = 30_000;

export type EndPorts = Pick<AdminPorts, 'commands' | 'backupChecks' | 'attempts' | 'audit'>;

/** Run every second, by every replica. */
export async function endOverdueCommands(ports: EndPorts): Promise<void> {
  await ports.commands.endOverdue();
  await auditEnds(ports);
}

/** Also after each answer, so that the log has it at once. */
export async function auditEnds(ports: EndPorts): Promise<void> {
  const { commands, audit } = ports;
  for (;;) {
    const ended = await commands.takeUnaudited(auditedAtOnceMax, auditLeaseMs);
    for (const command of ended) {
      const answered = await keepBackupAnswer(ports, command);
      if (isAudited(command.kind)) await audit.append(endOf(command, answered));
      await settleAlone(ports, command);
    }
    if (ended.length > 0) await commands.noteAudited(ended.map(({ id }) => id));
    if (ended.length < auditedAtOnceMax) return;
  }
}

function endOf(command: OperatorCommand, answered: Readonly<Record<string, unknown>>) {
  const { id, kind, state, target, serverId, refusal, players, issuedAtUnixMs, endedAtUnixMs } = command;
  return {
    ...whoEnded(command),
    atUnixMs: endedAtUnixMs!,
    target,
    action: `command.${kind}`,
    outcome: state === 'applied' ? ('done' as const) : ('refused' as const),
    details: {
      command: id,
      state,
      server: serverId,
      why: command.reason,
      ...(refusal !== undefined && { refusal }),
      ...(players !== undefined && { players }),
      ...answered,
      afterMs: Math.round(endedAtUnixMs! - issuedAtUnixMs),
      ...whoDecided(command),
    },
  };
}

/** What was declined or withdrawn a person has ended; what ends otherwise is of whoever gave it. */
function whoEnded({ state, proposal, actorId, actorName, address, requestId }: OperatorCommand) {
  const by = state === 'declined' || state === 'withdrawn' ? proposal?.decision : undefined;
  if (by === undefined) return { actorId, actorName, address, requestId };
  return {
    actorId: by.deciderId,
    actorName: by.deciderName,
    ...{ address: by.address, requestId: by.requestId },
  };
}

/** Of what needed two persons both, in the entry of each of its ends. */
function whoDecided({ state, proposal, actorName }: OperatorCommand): Readonly<Record<string, unknown>> {
  if (proposal === undefined) return {};
  const { decision } = proposal;
  const wasOpen = state === 'declined' || state === 'withdrawn' || state === 'lapsed';
  return {
    proposedBy: actorName,
    ...(decision !== undefined && { decidedBy: decision.deciderName, words: decision.words }),
    ...(wasOpen && { before: { state: 'proposed' }, after: { state } }),
  };
}
