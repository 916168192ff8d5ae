// An operator gives a command to a running game server: it is written down, audited, and waits for the server to fetch
// it, or first for a second person. What becomes of it is told later (tell-of-commands, end-commands): nobody waits here.

import type { NewCommand, OperatorCommand } from '#ports/admin/operations/command-store.js';
import { onlyNumber } from '#ports/admin/audit/forgotten-player.js';
import {
  isAudited,
  onlyReads,
  type CommandArguments,
  type CommandKind,
} from '#ports/admin/operations/operator-command.js';
import type { AdminPorts } from '../access/admin-ports.js';
import { recordAudit } from '../audit/record-audit.js';
import type { Caller } from '../access/caller.js';
import { wasErasedMeanwhile } from '../erasure/forget-late.js';

export type CommandPorts = Pick<
  AdminPorts,
  'commands' | 'servers' | 'players' | 'attempts' | 'audit' | 'mint' | 'clock'
>;

export type GiveCommandResult =
  | { readonly ok: true; readonly command: OperatorCommand }
  | {
      readonly ok: false;
      readonly reason:
        | 'unknown-server'
        | 'unknown-player'
        | 'player-without-character'
        | 'too-many-commands'
        | 'too-many-proposals'
        | 'too-many-own-proposals';
    }
  | { readonly ok: false; readonly reason: 'locked-out'; readonly retryAfterSeconds: number };

/**
 * Why it is only proposed:
 * - too-much: more at once than one person may do alone
 * - too-often: as many were given, or taken away, by this account today
 * - any: one person never does it alone
 */
export type Beyond = 'too-much' | 'too-often' | 'any';

/** What is not fetched for so long is not wanted any more: whoever gave it has looked on. */
export const commandLifeMs = 30_000;
/** Of those that take their server long: until then nobody says that the answer is missing. */
const longLifeMs = 10 * 60_000;
const longKinds: readonly CommandKind[] = ['makeBackup', 'verifyBackup'];
/** Of one account. More than anybody clicks; a script in wrong hands empties no server. */
export const accountLimit = { attemptsMax: 60, windowMs: 60_000 };

/** Of kinds that only read: who looks at many players can act all the same. */
const readingLimit = { attemptsMax: 120, windowMs: 60_000 };

/** Kinds that are about one character. */
type PlayerKind = {
  [Kind in CommandKind]: CommandArguments[Kind] extends { readonly characterId: number } ? Kind : never;
}[CommandKind];

/** What is done to one player; `more` is what its kind takes beside the character, `id` the command's, where one was minted. */
export async function commandPlayer<Kind extends PlayerKind>(
  ports: CommandPorts,
  caller: Caller,
  playerId: string,
  wish: {
    readonly kind: Kind;
    readonly reason: string;
    readonly more: Omit<CommandArguments[Kind], 'characterId' | 'name'>;
    readonly id?: string;
    /** Why it is only proposed. */
    readonly beyond?: Beyond;
  },
): Promise<GiveCommandResult> {
  const player = await ports.players.find(playerId);
  if (!player) return { ok: false, reason: 'unknown-player' };
  const { characterId, name, serverId } = player;
  if (characterId === undefined) return { ok: false, reason: 'player-without-character' };
  const { kind, reason, more, id, beyond } = wish;
  const args = { characterId, name, ...more } as CommandArguments[Kind];
  const target = `player:${playerId}`;
  const wanted = { serverId, kind, args, target, reason, id, ...(beyond && { beyond }) };
  const given = await give(ports, caller, wanted);
  // Its server has nobody of that number any more, and answers so.
  if (given.ok) await wasErasedMeanwhile(ports, player);
  return given;
}

/** What is done to a server as a whole. */
export function commandServer<Kind extends Exclude<CommandKind, PlayerKind>>(
  ports: CommandPorts,
  caller: Caller,
  serverId: string,
  wish: {
    readonly kind: Kind;
    readonly args: CommandArguments[Kind];
    readonly reason: string;
    readonly changes?: Changes;
  },
): Promise<GiveCommandResult> {
  return give(ports, caller, { ...wish, serverId, target: `server:${serverId}` });
}

/** For the audit log, of what is known to be one way or the other. */
interface Changes {
  readonly before: Readonly<Record<string, unknown>>;
  readonly after: Readonly<Record<string, unknown>>;
}

type Wish = Pick<NewCommand, 'serverId' | 'kind' | 'args' | 'target' | 'reason'> & {
  readonly changes?: Changes;
  readonly id?: string | undefined;
  readonly beyond?: Beyond;
};

type Refusal = Extract<GiveCommandResult, { ok: false }>;

async function give(
  ports: CommandPorts,
  caller: Caller,
  { changes, beyond, id = ports.mint.uuid(), ...wish }: Wish,
): Promise<GiveCommandResult> {
  const { address, requestId, account } = caller;
  const command: NewCommand = {
    ...wish,
    id,
    actorId: account.id,
    actorName: account.name,
    address: address.slice(0, 64),
    requestId: requestId.slice(0, 64),
  };
  const refusal = (await refusalOf(ports, caller, wish)) ?? (await unlessTaken(ports, command, beyond));
  const args = wish.kind === 'erase' ? onlyNumber(wish.args) : { ...wish.args };
  if (refusal !== undefined) {
    // Without the name: who is erased is found by the entries of what was done, or is to be.
    const { name: _, ...wanted } = args as { readonly name?: string };
    const details = { kind: wish.kind, reason: refusal.reason, ...(beyond && { beyond, args: wanted }) };
    const { target } = wish;
    const act = { action: `command.${wish.kind}`, outcome: 'refused', target, details } as const;
    if (isAudited(wish.kind)) await recordAudit(ports, caller, act);
    return refusal;
  }
  const act = {
    action: `command.${wish.kind}`,
    outcome: 'done' as const,
    target: wish.target,
    details: {
      command: command.id,
      state: beyond === undefined ? 'queued' : 'proposed',
      ...(beyond && { beyond }),
      server: wish.serverId,
      why: wish.reason,
      args,
      ...changes,
    },
  };
  if (isAudited(wish.kind)) await recordAudit(ports, caller, act);
  const issued = await ports.commands.find(command.id);
  if (!issued) throw new Error('a command that was just issued is gone');
  return { ok: true, command: issued };
}

/** Written down, as it is or as a proposal. */
async function unlessTaken(
  { commands }: CommandPorts,
  command: NewCommand,
  beyond: Beyond | undefined,
): Promise<Refusal | undefined> {
  if (beyond === undefined) {
    const lifeMs = longKinds.includes(command.kind) ? longLifeMs : commandLifeMs;
    const isIssued = await commands.issue(command, lifeMs);
    return isIssued ? undefined : { ok: false, reason: 'too-many-commands' };
  }
  const proposed = await commands.propose(command);
  if (proposed === 'proposed') return undefined;
  const isOwn = proposed === 'too-many-of-account';
  return { ok: false, reason: isOwn ? 'too-many-own-proposals' : 'too-many-proposals' };
}

async function refusalOf(
  ports: CommandPorts,
  caller: Caller,
  { serverId, kind }: Wish,
): Promise<Refusal | undefined> {
  const lockedOut = await lockOutOf(ports, caller, kind);
  if (lockedOut !== undefined) return lockedOut;
  if (!(await ports.servers.find(serverId))) return { ok: false, reason: 'unknown-server' };
  return undefined;
}

/** Counts one more of this account's. */
export async function lockOutOf(
  { attempts, clock }: Pick<AdminPorts, 'attempts' | 'clock'>,
  { account }: Pick<Caller, 'account'>,
  kind: CommandKind,
): Promise<Extract<GiveCommandResult, { reason: 'locked-out' }> | undefined> {
  const tries = onlyReads(kind)
    ? [{ key: `command-read:${account.id}`, limit: readingLimit }]
    : [{ key: `command:${account.id}`, limit: accountLimit }];
  const lockedMs = await attempts.count(tries, clock.unixMs());
  if (lockedMs === 0) return undefined;
  return { ok: false, reason: 'locked-out', retryAfterSeconds: Math.ceil(lockedMs / 1000) };
}
