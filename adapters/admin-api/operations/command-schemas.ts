// Commands to game servers, as operators see them. What they give is beside its route: give-commands.controller.ts.

import { z } from 'zod';
import { commandStates, type OperatorCommand } from '#ports/admin/operations/command-store.js';
import { commandKinds } from '#ports/admin/operations/operator-command.js';
import { count, id, time, toTime, toTimeOrNull, wholeNumber } from '../http/wire-types.js';

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
    refusal: z.string().nullable().meta({
      description: 'Why the server refused it: not-here, already-draining, not-draining, too-late …',
    }),
    players: count.nullable().meta({ description: 'How many players it reached, once it was applied' }),
    issuedAt: time,
    deadline: time.meta({ description: 'What is not delivered by then never is' }),
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
    refusal: one.refusal ?? null,
    players: one.players ?? null,
    issuedAt: toTime(one.issuedAtUnixMs),
    deadline: toTime(one.deadlineUnixMs),
    deliveredAt: toTimeOrNull(one.deliveredAtUnixMs),
    endedAt: toTimeOrNull(one.endedAtUnixMs),
  };
}
