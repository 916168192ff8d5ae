// An operator mutes or bans a player, or takes that back. What counts is written down here; the game server is given a command
// so that it holds at once, and asks for what it missed when it, or the way to it, was away (serve-sanctions).

import type { OperatorCommand } from '#ports/admin/operations/command-store.js';
import type { SanctionKind } from '#ports/admin/players/sanction.js';
import type { NewSanction, Sanction } from '#ports/admin/players/sanction-store.js';
import type { AdminPorts } from '../access/admin-ports.js';
import { callerMay, type Caller } from '../access/caller.js';
import { recordAudit } from '../audit/record-audit.js';
import { wasErasedMeanwhile } from '../erasure/forget-late.js';
import { accountLimit, commandPlayer, type CommandPorts } from '../operations/give-command.js';

/** What a role imposes, or lifts, without the permission for more (`players:sanction-long`): a week. */
export const shortSanctionSecondsMax = 7 * 24 * 60 * 60;

export interface SanctionWish {
  readonly measure: SanctionKind;
  /** Undefined for good. */
  readonly seconds: number | undefined;
  readonly reason: string;
  readonly message: string;
}

export type SanctionResult =
  | {
      readonly ok: true;
      readonly sanction: Sanction;
      /** By which its server is told at once; undefined when none could be given: then it asks. */
      readonly command: OperatorCommand | undefined;
    }
  | {
      readonly ok: false;
      readonly reason:
        | 'unknown-player'
        | 'player-without-character'
        | 'sanction-too-long'
        | 'too-many-sanctions'
        | 'unknown-sanction'
        | 'sanction-over';
    }
  | { readonly ok: false; readonly reason: 'locked-out'; readonly retryAfterSeconds: number };

type Refusal = Extract<SanctionResult, { ok: false }>;
type Ports = CommandPorts & Pick<AdminPorts, 'sanctions'>;

export async function sanctionPlayer(
  ports: Ports,
  caller: Caller,
  playerId: string,
  wish: SanctionWish,
): Promise<SanctionResult> {
  const { measure, seconds, reason, message } = wish;
  const act = { action: `player.${measure}`, target: `player:${playerId}` };
  const player = await ports.players.find(playerId);
  const refusal = (await refusalOf(ports, caller, seconds)) ?? unlessKnown(player);
  const { id: actorId, name: actorName } = caller.account;
  const { characterId, name, accountId, serverId } = player ?? {};
  const wanted = { serverId, playerId, characterId, name, accountId, measure, seconds, reason, message };
  const sanction =
    refusal === undefined
      ? await ports.sanctions.impose({
          ...({ ...wanted, id: ports.mint.uuid(), actorId, actorName } as NewSanction),
        })
      : undefined;
  if (sanction === undefined) {
    const refused = refusal ?? ({ ok: false, reason: 'too-many-sanctions' } as const);
    const details = { reason: refused.reason, why: reason, seconds: seconds ?? 'for good' };
    await recordAudit(ports, caller, { ...act, outcome: 'refused', details });
    return refused;
  }
  await recordAudit(ports, caller, { ...act, outcome: 'done', details: detailsOf(sanction, reason) });
  if (player !== undefined && (await wasErasedMeanwhile(ports, player))) {
    await ports.sanctions.forgetPlayer(sanction.serverId, sanction.characterId);
    return { ok: false, reason: 'unknown-player' };
  }
  const { id: sanctionId } = sanction;
  const more = { sanctionId, measure, accountId: sanction.accountId, secondsLeft: seconds ?? 0, message };
  const given = await commandPlayer(ports, caller, playerId, { kind: 'sanction', reason, more });
  return { ok: true, sanction, command: given.ok ? given.command : undefined };
}

export async function liftSanction(
  ports: Ports,
  caller: Caller,
  sanctionId: string,
  reason: string,
): Promise<SanctionResult> {
  const found = await ports.sanctions.find(sanctionId);
  if (found === undefined) return { ok: false, reason: 'unknown-sanction' };
  const act = { action: 'player.lift', target: `player:${found.playerId}` };
  const player = await ports.players.find(found.playerId);
  const refusal = await refusalOf(ports, caller, found.seconds);
  const { id: actorId, name: actorName } = caller.account;
  const sanction =
    refusal === undefined
      ? await ports.sanctions.lift(sanctionId, { actorId, actorName, reason })
      : undefined;
  if (sanction === undefined) {
    const refused = refusal ?? ({ ok: false, reason: 'sanction-over' } as const);
    const details = { reason: refused.reason, why: reason, sanction: sanctionId };
    await recordAudit(ports, caller, { ...act, outcome: 'refused', details });
    return refused;
  }
  await recordAudit(ports, caller, { ...act, outcome: 'done', details: detailsOf(sanction, reason) });
  if (player !== undefined && (await wasErasedMeanwhile(ports, player))) {
    await ports.sanctions.forgetPlayer(sanction.serverId, sanction.characterId);
    return { ok: true, sanction, command: undefined };
  }
  const wish = { kind: 'lift', reason, more: { sanctionId } } as const;
  const given = await commandPlayer(ports, caller, sanction.playerId, wish);
  return { ok: true, sanction, command: given.ok ? given.command : undefined };
}

function unlessKnown(player: { readonly characterId: number | undefined } | undefined): Refusal | undefined {
  if (player === undefined) return { ok: false, reason: 'unknown-player' };
  return player.characterId === undefined ? { ok: false, reason: 'player-without-character' } : undefined;
}

async function refusalOf(
  ports: Ports,
  caller: Caller,
  seconds: number | undefined,
): Promise<Refusal | undefined> {
  const tries = [{ key: `sanction:${caller.account.id}`, limit: accountLimit }];
  const lockedMs = await ports.attempts.count(tries, ports.clock.unixMs());
  if (lockedMs > 0) return { ok: false, reason: 'locked-out', retryAfterSeconds: Math.ceil(lockedMs / 1000) };
  const isLong = seconds === undefined || seconds > shortSanctionSecondsMax;
  const mayBeLong = callerMay(caller, 'players:sanction-long');
  return isLong && !mayBeLong ? { ok: false, reason: 'sanction-too-long' } : undefined;
}

/** Who it is about stands in `args`, which goes when the player is erased. */
function detailsOf(sanction: Sanction, why: string): Readonly<Record<string, unknown>> {
  const { id, serverId, measure, seconds, characterId, name, accountId, message } = sanction;
  return {
    ...{ sanction: id, measure, server: serverId, why, seconds: seconds ?? 'for good' },
    args: { characterId, name, accountId, message },
  };
}
