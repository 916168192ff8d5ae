// What a game server tells of its characters as they are stored, a batch at a time; answered when it is committed.

import type { BatchPlace, DirectoryBatch } from '#ports/admin/players/directory-batch.js';
import type { ErasedCharacter } from '#ports/admin/players/erased-character.js';
import type { ServerToken } from '#ports/admin/tokens/server-token-store.js';
import type { AdminPorts } from '../access/admin-ports.js';
import { findOwnServer } from '../servers/own-server.js';
import type { BudgetLimit, ReportBudget } from '../servers/report-budget.js';
import { forgetErased } from './forget-erased.js';

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
  const told = batch.erased ?? [];
  const entries = batch.characters.length + batch.gone.length + told.length + 1;
  const waitS = budget.take(serverId, entries, batchLimit(own.server.playersMax));
  if (waitS > 0) return { ok: false, reason: 'locked-out', retryAfterSeconds: waitS };
  const { players } = ports;
  const erased = await players.erasedAmong(serverId, batch.characters);
  // Before anybody is forgotten: what will not be taken changes nothing.
  if ((await players.placeOfBatch(serverId, batch)) === 'diverged')
    return { ok: true, place: 'diverged', erased };
  const known = new Set(erased.map(({ characterId }) => characterId));
  const others = batch.characters.filter(({ characterId }) => !known.has(characterId));
  const remembered = await forgetErased(ports, own.server, told);
  const taken = { ...batch, characters: others, erased: remembered };
  const place = await players.takeBatch(serverId, taken, ports.clock.unixMs());
  // With the directory: between the two, somebody could still have come or left by the old name.
  const forgotten = told.map(({ characterId }) => characterId);
  if (place !== 'diverged' && forgotten.length > 0) ports.live.forgetPlayers(serverId, forgotten);
  return { ok: true, place, erased };
}
