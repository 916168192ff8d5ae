// The end of a running game: nobody comes in any more, every player is told, every character is handed over and stored.

import { DisconnectReason } from '#domain/vocabulary/generated/words.js';
import type { Clock } from '#ports/system/clock.js';
import type { Pauses } from '#ports/system/pauses.js';
import type { GatewayOrders } from '#ports/threads/gateway-orders.js';

/** How long leaving may take: disconnects are sent three times within it. */
export const leaveMs = 1500;
export const takeAllMs = 3000;
const lookEveryMs = 20;
/** For the remaining Disconnects, which are still on their way when the last player has left. */
const lastWordsMs = 200;

export interface RunningGame {
  readonly gateways: Pick<GatewayOrders, 'refuseNewcomers' | 'endAll'>;
  /** Players in the world now. */
  readonly players: () => number;
  /** Asks the simulation for every character; resolves when all were taken. */
  readonly takeAll: () => Promise<void>;
  /** Stores what was taken. */
  readonly flush: () => Promise<void>;
  readonly clock: Pick<Clock, 'nowMs'>;
  readonly pauses: Pauses;
}

/** Seconds at most. Rejects when the simulation did not hand over every character; what it did is stored all the same. */
export async function sendEveryoneHome(game: RunningGame): Promise<void> {
  const { gateways, players, takeAll, flush, clock, pauses } = game;
  gateways.refuseNewcomers();
  gateways.endAll(DisconnectReason.shuttingDown, 'the server is shutting down');
  const untilMs = clock.nowMs() + leaveMs;
  const hadPlayers = players() > 0;
  while (players() > 0 && clock.nowMs() < untilMs) await pauses.pause(lookEveryMs);
  if (hadPlayers) await pauses.pause(lastWordsMs);
  const isLate = await Promise.race([
    takeAll().then(() => false),
    pauses.deadline(takeAllMs).then(() => true),
  ]);
  await flush();
  if (isLate) throw new Error(`the simulation did not hand over every character within ${takeAllMs} ms`);
}
