// What a player did and had done to it, and what became of a stack: the character's game server is asked, and tells of numbers;
// the directory knows who they are.

import { historyMax, type AnsweredHistory, type HistoryEntry } from '../../ledger/history.js';
import type { AdminPorts } from '../access/admin-ports.js';
import type { Caller } from '../access/caller.js';
import { isServerAway } from '../operations/await-command.js';
import { documentFrom, type DocumentResult } from '../operations/document-from.js';
import { fittingDocument, maybe, moment, type Like } from '../operations/fitting-document.js';
import { commandPlayer, commandServer, type GiveCommandResult } from '../operations/give-command.js';

export interface HistoryPart {
  /** Only entries with a lower number. */
  readonly before: number | undefined;
  /** 1 to `historyMax`. */
  readonly limit: number;
}

/** A character in an entry, as the directory lists it now. */
export interface HistoryName {
  readonly characterId: number;
  readonly name: string;
  readonly playerId: string;
}

export interface ToldHistory extends AnsweredHistory {
  /** Of those characters in the entries that the directory knows. */
  readonly characters: readonly HistoryName[];
}

export type ReadHistoryResult =
  { readonly ok: true; readonly history: ToldHistory } | Extract<DocumentResult, { ok: false }>;

const historyLike: Like = {
  entries: [{ storedUnix: maybe(moment), values: {}, partners: [{ stack: 1, amount: 1, after: 1 }] }],
  ...{ more: false, keptFrom: maybe(1), items: [{ id: 1, key: 'pelt', name: 'Pelt' }] },
};

type Ports = Pick<
  AdminPorts,
  'commands' | 'servers' | 'players' | 'attempts' | 'audit' | 'mint' | 'clock' | 'pauses'
>;
const reason = 'read';

export async function readLedger(
  ports: Ports,
  caller: Caller,
  playerId: string,
  { before, limit }: HistoryPart,
): Promise<ReadHistoryResult> {
  const player = await ports.players.find(playerId);
  if (player === undefined) return { ok: false, reason: 'unknown-player' };
  const target = `player:${playerId}`;
  if (await isServerAway(ports, caller, { target, serverId: player.serverId }, 'playerLedger'))
    return { ok: false, reason: 'server-away' };
  const more = { before: before ?? null, limit };
  const given = await commandPlayer(ports, caller, playerId, { kind: 'playerLedger', reason, more });
  return answerOf(ports, player.serverId, given);
}

export async function readStackHistory(
  ports: Ports,
  caller: Caller,
  serverId: string,
  { stack, before, limit }: HistoryPart & { readonly stack: number },
): Promise<ReadHistoryResult> {
  if (!(await ports.servers.find(serverId))) return { ok: false, reason: 'unknown-server' };
  const target = `server:${serverId}`;
  if (await isServerAway(ports, caller, { target, serverId }, 'stackHistory'))
    return { ok: false, reason: 'server-away' };
  const args = { stack, before: before ?? null, limit };
  const given = await commandServer(ports, caller, serverId, { kind: 'stackHistory', args, reason });
  return answerOf(ports, serverId, given);
}

async function answerOf(
  ports: Ports,
  serverId: string,
  given: GiveCommandResult,
): Promise<ReadHistoryResult> {
  const told = await documentFrom(ports, given);
  if (!told.ok) return told;
  const page = fittingDocument<AnsweredHistory>(told.document, historyLike);
  if (page === undefined) return { ok: false, reason: 'unfit-answer' };
  return { ok: true, history: { ...page, characters: await namesIn(ports, serverId, page.entries) } };
}

/** Characters own what lies in these. */
const ownHolders: readonly unknown[] = ['inventory', 'equipment', 'bank', 'buyBack', 'wallet'];

async function namesIn(
  { players }: Pick<AdminPorts, 'players'>,
  serverId: string,
  entries: readonly HistoryEntry[],
): Promise<HistoryName[]> {
  const ids = new Set<number>();
  for (const { values } of entries) {
    const { character, counterpart, owner, fromOwner, holder, fromHolder } = values;
    for (const id of [
      character,
      counterpart,
      ownHolders.includes(holder) && owner,
      ownHolders.includes(fromHolder) && fromOwner,
    ])
      if (typeof id === 'number' && id > 0) ids.add(id);
  }
  const found = await Promise.all(
    [...ids].slice(0, 2 * historyMax).map((id) => players.findCharacter(serverId, id)),
  );
  return found.flatMap((player) =>
    player?.characterId === undefined
      ? []
      : [{ characterId: player.characterId, name: player.name, playerId: player.id }],
  );
}
