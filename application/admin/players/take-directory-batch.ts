// What a game server tells of its characters as they are stored, a batch at a time; answered when it is committed.
//
// What comes with its token is believed of the list and never becomes an order: whom it told as erased it hears of again with
// the receipts that came with it, and it alone can say which of them are its own.

import type { BatchPlace, DirectoryBatch } from '#ports/admin/players/directory-batch.js';
import type { ErasedCharacter, RememberedErasure } from '#ports/admin/players/erased-character.js';
import type { ServerToken } from '#ports/admin/tokens/server-token-store.js';
import type { AdminPorts } from '../access/admin-ports.js';
import type { Origin } from '../access/caller.js';
import { wasOrdered } from '../erasure/erasure-orders.js';
import { forgetErased } from '../erasure/forget-erased.js';
import { findOwnServer } from '../access/own-server.js';
import type { BudgetLimit, ReportBudget } from '../servers/report-budget.js';

export type TakeBatchResult =
  | {
      readonly ok: true;
      readonly place: BatchPlace;
      /** Of whom it told, those that were told as erased with a receipt: where that is its own, the server's file was put back. */
      readonly eraseAgain: readonly ReceivedErasure[];
    }
  | { readonly ok: false; readonly reason: 'unknown-server' | 'foreign-server' }
  | { readonly ok: false; readonly reason: 'locked-out'; readonly retryAfterSeconds: number };

type ReceivedErasure = Pick<ErasedCharacter, 'characterId' | 'createdAtUnixMs'> & {
  readonly receipt: string;
};

export interface ToldBatch {
  readonly token: ServerToken;
  readonly origin: Origin;
  readonly batch: DirectoryBatch;
}

type Ports = Pick<
  AdminPorts,
  'servers' | 'players' | 'commands' | 'sanctions' | 'notes' | 'reports' | 'audit' | 'live' | 'clock'
>;

/** In one answer: a batch of characters with some receipts each. The rest is heard with the next telling. */
export const receiptsMax = 2_000;

/** A telling of all goes on at 1,000 characters a second; who plays is told once a minute. */
function batchLimit(playersMax: number): BudgetLimit {
  return { burst: playersMax + 10_000, perSecond: playersMax / 30 + 1_000 };
}

export async function takeDirectoryBatch(
  ports: Ports,
  budget: ReportBudget,
  serverId: string,
  { token, origin, batch }: ToldBatch,
): Promise<TakeBatchResult> {
  const own = await findOwnServer(ports, token, serverId);
  if (!own.ok) return own;
  const told = batch.erased ?? [];
  const entries = batch.characters.length + batch.gone.length + told.length + 1;
  const waitS = budget.take(serverId, entries, batchLimit(own.server.playersMax));
  if (waitS > 0) return { ok: false, reason: 'locked-out', retryAfterSeconds: waitS };
  const { players } = ports;
  const erased = await players.erasedAmong(serverId, batch.characters);
  const eraseAgain = erased.flatMap(receivedOf).slice(0, receiptsMax);
  // Before anybody is forgotten: what will not be taken changes nothing.
  const expected = await players.placeOfBatch(serverId, batch);
  if (expected === 'diverged') return { ok: true, place: 'diverged', eraseAgain };
  const hidden = new Set(await orderedAmong(ports, serverId, erased));
  const others = batch.characters.filter(({ characterId }) => !hidden.has(characterId));
  const forgetting = await forgetErased(ports, { serverId, token, origin }, told, expected === 'again');
  const taken = { ...batch, characters: others, erased: forgetting.remembered };
  const place = await players.takeBatch(serverId, taken, ports.clock.unixMs());
  if (place !== 'diverged') await forgetting.again();
  // With the directory: between the two, somebody could still have come or left by the old name.
  const forgotten = told.map(({ characterId }) => characterId);
  if (place !== 'diverged' && forgotten.length > 0) ports.live.forgetPlayers(serverId, forgotten);
  return { ok: true, place, eraseAgain };
}

function receivedOf({ characterId, createdAtUnixMs, receipts }: RememberedErasure): ReceivedErasure[] {
  return receipts.map((receipt) => ({ characterId, createdAtUnixMs, receipt }));
}

/** These are not listed any more. Others are, for nobody here wished them gone. */
async function orderedAmong(
  ports: Ports,
  serverId: string,
  erased: readonly RememberedErasure[],
): Promise<number[]> {
  const ordered: number[] = [];
  for (const { characterId, playerId } of erased)
    if (playerId !== undefined && (await wasOrdered(ports, serverId, playerId))) ordered.push(characterId);
  return ordered;
}
