// Bodies about commands to game servers, as operators give and see them.

import { z } from 'zod';
import { commandStates, type OperatorCommand } from '#ports/admin/operations/command-store.js';
import {
  commandKinds,
  drainEnds,
  drainTextBytesMax,
  graceSecondsMax,
  kickMessageBytesMax,
} from '#ports/admin/operations/operator-command.js';
import { chatBytesMax, chatText } from '#domain/chat/chat-text.js';
import { utf8Bytes } from '#domain/vocabulary/utf8.js';
import { count, id, time, toTime, toTimeOrNull } from '../http/wire-types.js';

/** What players, or colleagues, are to read: checked as chat is, and trimmed. */
function said(bytesMax: number) {
  return z
    .string()
    .max(bytesMax)
    .refine(
      (text) => text.isWellFormed() && utf8Bytes(text.trim()) <= bytesMax,
      `At most ${bytesMax} bytes of UTF-8`,
    )
    .refine((text) => isSayable(text), 'Nothing can be seen of it, or it holds characters that chat may not')
    .transform((text) => text.trim());
}

function isSayable(text: string): boolean {
  const checked = chatText(text);
  return checked.ok || checked.reason === 'too-long' || checked.reason === 'not-unicode';
}

/** `said`, or nothing. */
function maybeSaid(bytesMax: number) {
  return z.union([z.literal(''), said(bytesMax)]).default('');
}

const reason = said(chatBytesMax).meta({ description: 'For the audit log; players do not see it' });

export const kickBody = z
  .strictObject({
    reason,
    message: maybeSaid(kickMessageBytesMax).meta({ description: 'What the player is told' }),
  })
  .meta({ id: 'KickBody' });
export type KickBody = z.infer<typeof kickBody>;

export const broadcastBody = z
  .strictObject({ text: said(chatBytesMax), reason: maybeSaid(chatBytesMax) })
  .meta({ id: 'BroadcastBody' });
export type BroadcastBody = z.infer<typeof broadcastBody>;

export const drainBody = z
  .strictObject({
    reason,
    graceSeconds: z
      .int()
      .min(0)
      .max(graceSecondsMax)
      .meta({ description: 'Until those inside are sent home' }),
    then: z
      .enum(drainEnds)
      .meta({ id: 'DrainEnd', description: 'Whether the empty server ends its process, or stays, closed' }),
    text: maybeSaid(drainTextBytesMax).meta({ description: 'Added to what players are told about the time' }),
  })
  .meta({ id: 'DrainBody' });
export type DrainBody = z.infer<typeof drainBody>;

export const reopenBody = z.strictObject({ reason: maybeSaid(chatBytesMax) }).meta({ id: 'ReopenBody' });
export type ReopenBody = z.infer<typeof reopenBody>;

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
  limit: z.coerce.number<string>().int().min(1).max(200).default(20),
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
