// A player is erased: its game server does it and tells the directory, which forgets who it was with that. See
// docs/personal-data.md.

import type { ErasedPlace } from '#ports/admin/players/erased-character.js';
import type { AdminPorts } from '../access/admin-ports.js';
import type { Caller } from '../access/caller.js';
import { recordAudit } from '../audit/record-audit.js';
import { endOfCommand, isServerAway } from '../operations/await-command.js';
import { commandPlayer, lockOutOf, type GiveCommandResult } from '../operations/give-command.js';
import { findPlayer } from './list-players.js';

export interface EraseWish {
  /** As somebody typed it who means this player. */
  readonly name: string;
  readonly reason: string;
}

export type ErasePlayerResult =
  | { readonly ok: true }
  | {
      readonly ok: false;
      readonly reason: 'server-away' | 'character-not-there' | 'name-differs' | 'erasure-unfinished';
    }
  | Extract<GiveCommandResult, { ok: false }>;

type Ports = Pick<
  AdminPorts,
  | 'commands'
  | 'servers'
  | 'players'
  | 'sanctions'
  | 'reports'
  | 'notes'
  | 'attempts'
  | 'audit'
  | 'mint'
  | 'clock'
  | 'pauses'
>;

/** The server tells the directory within a second or so. */
const directoryLooks = 50;
const lookEveryMs = 100;

/** Of one that was erased before, done. */
export async function erasePlayer(
  ports: Ports,
  caller: Caller,
  playerId: string,
  { name, reason }: EraseWish,
): Promise<ErasePlayerResult> {
  const player = await findPlayer(ports, playerId);
  const act = { action: 'command.erase', target: `player:${playerId}` } as const;
  if (player === undefined) {
    const erased = await ports.players.erasureOf(playerId);
    if (erased === undefined) return { ok: false, reason: 'unknown-player' };
    // Each is written into the audit log: as many as of what is to be done.
    const refusal = await lockOutOf(ports, caller, 'erase');
    if (refusal !== undefined) {
      const why = { reason: refusal.reason };
      await recordAudit(ports, caller, { ...act, outcome: 'refused', details: why });
      return refusal;
    }
    await forgetRest(ports, playerId, erased);
    const details = { state: 'erased before', why: reason };
    await recordAudit(ports, caller, { ...act, outcome: 'done', details });
    return { ok: true };
  }
  if (player.name !== name) {
    await recordAudit(ports, caller, { ...act, outcome: 'refused', details: { reason: 'name-differs' } });
    return { ok: false, reason: 'name-differs' };
  }
  const about = { target: `player:${playerId}`, serverId: player.serverId };
  if (await isServerAway(ports, caller, about, 'erase')) return { ok: false, reason: 'server-away' };
  const given = await commandPlayer(ports, caller, playerId, { kind: 'erase', reason, more: {} });
  if (!given.ok) return given;
  const ended = await endOfCommand(ports, given.command.id);
  if (ended?.refusal === 'not-here') return { ok: false, reason: 'character-not-there' };
  if (ended?.refusal === 'unfinished' || ended?.state === 'interrupted')
    return { ok: false, reason: 'erasure-unfinished' };
  if (ended?.state !== 'applied') return { ok: false, reason: 'server-away' };
  for (let look = 0; look < directoryLooks && (await ports.players.find(playerId)); look++)
    await ports.pauses.pause(lookEveryMs);
  return { ok: true };
}

/** Its server may have told the erasure before anybody here ordered it: a token's word alone ends no ban, and takes no note away. */
async function forgetRest(
  { players, commands, audit, sanctions, notes, reports }: Ports,
  playerId: string,
  { serverId, characterId }: ErasedPlace,
): Promise<void> {
  const player = { playerId, serverId, characterId, accountId: undefined, name: '' };
  await commands.forgetPlayer(player);
  await audit.forgetPlayer(player);
  // Where the server's file was put back somebody else may have the number.
  if (await players.findCharacter(serverId, characterId)) return;
  await sanctions.forgetPlayer(serverId, characterId);
  await reports.forgetPlayer(serverId, characterId);
  await notes.forgetPlayer(serverId, characterId);
}
