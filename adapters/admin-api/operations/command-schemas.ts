// Commands to game servers, as operators see them. What they give is beside its route: give-commands.controller.ts.

import { z } from 'zod';
import { commandStates, type OperatorCommand } from '#ports/admin/operations/command-store.js';
import { lapseReasons } from '#ports/admin/operations/proposal-store.js';
import { commandKinds } from '#ports/admin/operations/operator-command.js';
import { count, id, time, toTime, toTimeOrNull, wholeNumber } from '../http/wire-types.js';

const proposal = z
  .strictObject({
    proposedAt: time,
    deciderId: id
      .nullable()
      .meta({ description: 'Who approved, declined or withdrew it; null until somebody has' }),
    deciderName: z.string().nullable(),
    decidedAt: time.nullable(),
    words: z.string().nullable().meta({ description: 'What the decider said to it; may be empty' }),
  })
  .meta({ id: 'Proposal' });

export const command = z
  .strictObject({
    id,
    serverId: id,
    kind: z.enum(commandKinds).meta({ id: 'CommandKind' }),
    args: z.record(z.string(), z.unknown()).meta({ description: 'What was asked for, by kind' }),
    target: z.string().meta({ description: 'player:<id> or server:<id>' }),
    reason: z.string(),
    actorId: id,
    actorName: z.string(),
    state: z.enum(commandStates).meta({ id: 'CommandState' }),
    proposal: proposal
      .nullable()
      .meta({ description: 'Of what needed a second person, whatever became of it' }),
    refusal: z
      .string()
      .nullable()
      .meta({
        description: `Why the server refused it: not-here, already-draining, not-draining, too-late …; or why a proposal lapsed: ${lapseReasons.join(', ')}`,
      }),
    players: count.nullable().meta({ description: 'How many players it reached, once it was applied' }),
    issuedAt: time,
    deadline: time.meta({
      description: 'What is not delivered by then, or decided while it is proposed, never is',
    }),
    deliveredAt: time.nullable(),
    endedAt: time.nullable(),
  })
  .meta({ id: 'Command' });
export type CommandView = z.infer<typeof command>;

export const commandsQuery = z.strictObject({
  serverId: id.optional(),
  playerId: id.optional(),
  limit: wholeNumber(1, 200).default(20),
});
export type CommandsQuery = z.infer<typeof commandsQuery>;

export const commandsAnswer = z.strictObject({ commands: z.array(command) }).meta({ id: 'CommandsAnswer' });
export type CommandsAnswer = z.infer<typeof commandsAnswer>;

export function presentCommand(one: OperatorCommand): CommandView {
  const { id, serverId, kind, args, target, reason, actorId, actorName, state } = one;
  return {
    ...{ id, serverId, kind, args: { ...args }, target, reason, actorId, actorName, state },
    proposal: presentProposal(one.proposal),
    refusal: one.refusal ?? null,
    players: one.players ?? null,
    issuedAt: toTime(one.issuedAtUnixMs),
    deadline: toTime(one.deadlineUnixMs),
    deliveredAt: toTimeOrNull(one.deliveredAtUnixMs),
    endedAt: toTimeOrNull(one.endedAtUnixMs),
  };
}

function presentProposal(one: OperatorCommand['proposal']): CommandView['proposal'] {
  if (one === undefined) return null;
  const { proposedAtUnixMs, decision } = one;
  return {
    proposedAt: toTime(proposedAtUnixMs),
    deciderId: decision?.deciderId ?? null,
    deciderName: decision?.deciderName ?? null,
    decidedAt: toTimeOrNull(decision?.decidedAtUnixMs),
    words: decision?.words ?? null,
  };
}
