// What a player's character carries, wears, has in the bank, as its game server has it stored.

import type { AnsweredPossessions } from '../../ledger/possessions.js';
import type { AdminPorts } from '../access/admin-ports.js';
import type { Caller } from '../access/caller.js';
import { isServerAway } from '../operations/await-command.js';
import { documentFrom, type DocumentResult } from '../operations/document-from.js';
import { fittingDocument, maybe, type Like } from '../operations/fitting-document.js';
import { commandPlayer } from '../operations/give-command.js';

export type ReadPossessionsResult =
  { readonly ok: true; readonly possessions: AnsweredPossessions } | Extract<DocumentResult, { ok: false }>;

const possessionsLike = {
  ...{ coins: 1, experience: 1 },
  stacks: [{ stack: 1, item: 1, count: 1, holder: 'bank', slot: 0, wear: 0, isBound: false }],
  items: [{ id: 1, key: 'pelt', name: 'Pelt' }],
};

/** Servers of before tell nothing of it. */
const learnedLike: Like = {
  professions: [{ profession: 'cooking', skill: 1 }],
  quests: [{ quest: 1, name: maybe('Wolves'), stage: maybe('Kill'), isTakenOn: true, completed: 0 }],
};
type Learned = Pick<AnsweredPossessions, 'professions' | 'quests'>;

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
  if (!told.ok) return told;
  const owned = fittingDocument<AnsweredPossessions>(told.document, possessionsLike);
  if (owned === undefined) return { ok: false, reason: 'unfit-answer' };
  const { professions = [], quests = [] } = fittingDocument<Learned>(told.document, learnedLike) ?? {};
  return { ok: true, possessions: { ...owned, professions, quests } };
}
