// What one person may give by themselves: so much at once, so often a day. Whoever wants to give more is refused until
// there is a second person to agree; see SECURITY.md.

import type { CommandArguments } from '#ports/admin/operations/operator-command.js';
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
  const tries = [{ key: `give:${caller.account.id}`, limit: giveAloneLimit }];
  const lockedMs = await ports.attempts.count(tries, ports.clock.unixMs());
  if (lockedMs === 0) return commandPlayer(ports, caller, playerId, wish);
  const target = `player:${playerId}`;
  const details = { kind: wish.kind, reason: 'gave-enough', why: wish.reason, args: { ...wish.more } };
  await recordAudit(ports, caller, { action: `command.${wish.kind}`, outcome: 'refused', target, details });
  return { ok: false, reason: 'locked-out', retryAfterSeconds: Math.ceil(lockedMs / 1000) };
}
