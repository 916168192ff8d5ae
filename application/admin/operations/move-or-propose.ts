// What one person may give by themselves: so much at once, so often a day. Whoever wants to give more is refused until
// there is a second person to agree; see SECURITY.md. A giving is counted before it is asked for, so that many at once do not
// pass together, and taken back when nobody got anything.

import type { OperatorCommand } from '#ports/admin/operations/command-store.js';
import type { CommandArguments } from '#ports/admin/operations/operator-command.js';
import type { AdminPorts } from '../access/admin-ports.js';
import { recordAudit } from '../audit/record-audit.js';
import type { Caller } from '../access/caller.js';
import { commandPlayer, type CommandPorts, type GiveCommandResult } from './give-command.js';

/** In one command. */
export const giveAloneMax = { units: 20, coins: 1_000 } as const;
/** Of one account. */
export const giveAloneLimit = { attemptsMax: 20, windowMs: 24 * 60 * 60_000 };

type GivingKind = 'grantItems' | 'grantCoins';

export async function giveAlone<Kind extends GivingKind>(
  ports: CommandPorts,
  caller: Caller,
  playerId: string,
  wish: {
    readonly kind: Kind;
    readonly reason: string;
    readonly more: Omit<CommandArguments[Kind], 'characterId' | 'name'>;
  },
): Promise<GiveCommandResult> {
  const key = keyOf(caller.account.id);
  const id = ports.mint.uuid();
  const lockedMs = await ports.attempts.count([{ key, limit: giveAloneLimit }], ports.clock.unixMs(), id);
  if (lockedMs === 0) {
    const given = await commandPlayer(ports, caller, playerId, { ...wish, id });
    if (!given.ok) await ports.attempts.giveBack([key], id);
    return given;
  }
  const target = `player:${playerId}`;
  const details = { kind: wish.kind, reason: 'gave-enough', why: wish.reason, args: { ...wish.more } };
  await recordAudit(ports, caller, { action: `command.${wish.kind}`, outcome: 'refused', target, details });
  return { ok: false, reason: 'locked-out', retryAfterSeconds: Math.ceil(lockedMs / 1000) };
}

/** Of a command that has ended, perhaps not for the last time: what went unanswered counts until its server says otherwise. */
export async function settleGiving(
  { attempts }: Pick<AdminPorts, 'attempts'>,
  { id, kind, state, refusal, actorId }: OperatorCommand,
): Promise<void> {
  if ((kind !== 'grantItems' && kind !== 'grantCoins') || state === 'unanswered') return;
  // These may have come all the same.
  const mayHaveCome = refusal === 'unfinished' || refusal === 'failed';
  const cameToNothing = state === 'timed-out' || (state === 'refused' && !mayHaveCome);
  await (cameToNothing ? attempts.giveBack([keyOf(actorId)], id) : attempts.keep([keyOf(actorId)], id));
}

function keyOf(accountId: string): string {
  return `give:${accountId}`;
}
