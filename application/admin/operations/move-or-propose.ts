// What one person may give, or take away, by themselves: so much at once, so often a day. What goes beyond waits for a second
// person (decide-proposal); see SECURITY.md. What is done alone is counted before it is asked for, so that many at once do not
// pass together, and taken back when it came to nothing.

import type { OperatorCommand } from '#ports/admin/operations/command-store.js';
import type { CommandArguments, CommandKind, MovingKind } from '#ports/admin/operations/operator-command.js';
import type { AdminPorts } from '../access/admin-ports.js';
import type { Caller } from '../access/caller.js';
import { commandPlayer, type CommandPorts, type GiveCommandResult } from './give-command.js';

/** In one command. */
export const aloneMax = { units: 20, coins: 1_000 } as const;
/** Of one account: gifts, and as often what is taken away. */
export const aloneLimit = { attemptsMax: 20, windowMs: 24 * 60 * 60_000 };

/** What an account does of each a day is counted by itself. */
const counts: Readonly<Record<MovingKind, string>> = {
  grantItems: 'give',
  grantCoins: 'give',
  seizeItems: 'seize',
  seizeCoins: 'seize',
};

export async function moveOrPropose<Kind extends MovingKind>(
  ports: CommandPorts,
  caller: Caller,
  playerId: string,
  wish: {
    readonly kind: Kind;
    readonly reason: string;
    readonly more: Omit<CommandArguments[Kind], 'characterId' | 'name'>;
  },
): Promise<GiveCommandResult> {
  if (isMuch(wish.more)) return commandPlayer(ports, caller, playerId, { ...wish, beyond: 'too-much' });
  const key = keyOf(wish.kind, caller.account.id);
  const id = ports.mint.uuid();
  const lockedMs = await ports.attempts.count([{ key, limit: aloneLimit }], ports.clock.unixMs(), id);
  if (lockedMs > 0) return commandPlayer(ports, caller, playerId, { ...wish, beyond: 'too-often' });
  const given = await commandPlayer(ports, caller, playerId, { ...wish, id });
  if (!given.ok) await ports.attempts.giveBack([key], id);
  return given;
}

function isMuch({ units = 0, coins = 0 }: { readonly units?: number; readonly coins?: number }): boolean {
  return units > aloneMax.units || coins > aloneMax.coins;
}

/**
 * Of a command that has ended, perhaps not for the last time: what went unanswered counts until its server says otherwise.
 * What two persons did was never counted, and neither keeping nor taking back does anything then.
 */
export async function settleAlone(
  { attempts }: Pick<AdminPorts, 'attempts'>,
  { id, kind, state, refusal, actorId }: OperatorCommand,
): Promise<void> {
  if (!isMoving(kind) || state === 'unanswered') return;
  // These may have come all the same.
  const mayHaveCome = refusal === 'unfinished' || refusal === 'failed';
  const cameToNothing = state === 'timed-out' || (state === 'refused' && !mayHaveCome);
  const keys = [keyOf(kind, actorId)];
  await (cameToNothing ? attempts.giveBack(keys, id) : attempts.keep(keys, id));
}

function isMoving(kind: CommandKind): kind is MovingKind {
  return Object.hasOwn(counts, kind);
}

function keyOf(kind: MovingKind, accountId: string): string {
  return `${counts[kind]}:${accountId}`;
}
