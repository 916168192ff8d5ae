// What a player's character carries, wears, has in the bank, as its game server has it stored.

import type { AnsweredPossessions } from '../../ledger/possessions.js';
import type { AdminPorts } from '../access/admin-ports.js';
import type { Caller } from '../access/caller.js';
import { isServerAway } from '../operations/await-command.js';
import { documentFrom, type DocumentResult } from '../operations/document-from.js';
import { commandPlayer } from '../operations/give-command.js';

export type ReadPossessionsResult =
  { readonly ok: true; readonly possessions: AnsweredPossessions } | Extract<DocumentResult, { ok: false }>;

type Ports = Pick<
  AdminPorts,
  'commands' | 'servers' | 'players' | 'attempts' | 'audit' | 'mint' | 'clock' | 'pauses'
>;

export async function readPossessions(
  ports: Ports,
  caller: Caller,
  playerId: string,
): Promise<ReadPossessionsResult> {
  const player = await ports.players.find(playerId);
  if (player === undefined) return { ok: false, reason: 'unknown-player' };
  const about = { target: `player:${playerId}`, serverId: player.serverId };
  if (await isServerAway(ports, caller, about, 'possessions')) return { ok: false, reason: 'server-away' };
  const wish = { kind: 'possessions', reason: 'read', more: {} } as const;
  const told = await documentFrom(ports, await commandPlayer(ports, caller, playerId, wish));
  return told.ok ? { ok: true, possessions: JSON.parse(told.document) as AnsweredPossessions } : told;
}
