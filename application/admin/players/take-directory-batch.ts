// What a game server tells of its characters as they are stored, a batch at a time; answered when it is committed.

import type { BatchPlace, DirectoryBatch } from '#ports/admin/players/directory-batch.js';
import type { ErasedCharacter } from '#ports/admin/players/erased-character.js';
import type { ServerToken } from '#ports/admin/tokens/server-token-store.js';
import type { AdminPorts } from '../access/admin-ports.js';
import { findOwnServer } from '../servers/own-server.js';
import type { BudgetLimit, ReportBudget } from '../servers/report-budget.js';

export type TakeBatchResult =
  | {
      readonly ok: true;
      readonly place: BatchPlace;
      /** Of whom it told, those that were erased: the server's file was put back, and it is to erase them again. */
      readonly erased: readonly ErasedCharacter[];
    }
  | { readonly ok: false; readonly reason: 'unknown-server' | 'foreign-server' }
  | { readonly ok: false; readonly reason: 'locked-out'; readonly retryAfterSeconds: number };

type Ports = Pick<AdminPorts, 'servers' | 'players' | 'commands' | 'audit' | 'live' | 'clock'>;

/** A telling of all goes on at 1,000 characters a second; who plays is told once a minute. */
function batchLimit(playersMax: number): BudgetLimit {
  return { burst: playersMax + 10_000, perSecond: playersMax / 30 + 1_000 };
}

export async function takeDirectoryBatch(
  ports: Ports,
  budget: ReportBudget,
  token: ServerToken,
  serverId: string,
  batch: DirectoryBatch,
): Promise<TakeBatchResult> {
  const own = await findOwnServer(ports, token, serverId);
  if (!own.ok) return own;
  const entries = batch.characters.length + batch.gone.length + 1;
  const waitS = budget.take(serverId, entries, batchLimit(own.server.playersMax));
  if (waitS > 0) return { ok: false, reason: 'locked-out', retryAfterSeconds: waitS };
  const { players } = ports;
  const erased = await players.erasedAmong(serverId, batch.characters);
  const known = new Set(erased.map(({ characterId }) => characterId));
  const others = batch.characters.filter(({ characterId }) => !known.has(characterId));
  for (const { characterId } of batch.erased ?? []) await forgetPlayer(ports, serverId, characterId);
  const place = await players.takeBatch(serverId, { ...batch, characters: others }, ports.clock.unixMs());
  // With the directory: between the two, somebody could still have come or left by the old name.
  const forgotten = (batch.erased ?? []).map(({ characterId }) => characterId);
  if (forgotten.length > 0) ports.live.forgetPlayers(serverId, forgotten);
  return { ok: true, place, erased };
}

/** Before the directory does: told again, after whatever broke off, it is done again. */
async function forgetPlayer(
  { players, commands, audit }: Ports,
  serverId: string,
  characterId: number,
): Promise<void> {
  const player = await players.findCharacter(serverId, characterId);
  if (player === undefined) return;
  const { id: playerId, accountId, name } = player;
  await commands.forgetPlayer(`player:${playerId}`);
  await audit.forgetPlayer({ playerId, accountId, name });
}
