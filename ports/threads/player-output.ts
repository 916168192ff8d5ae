// What the simulation tells players. The adapter encodes it into packets and hands them to the players' gateways.
// A session is named by the number its gateway gave it. Calls never throw and never block; what does not fit is counted.

import type { PlayerMessages } from '#domain/vocabulary/generated/messages.js';
import type { DisconnectReason } from '#domain/vocabulary/generated/words.js';

export interface PlayerOutput {
  /** To one session. */
  readonly toSession: PlayerMessages;
  /** To all who see an entity, and to its player. */
  readonly toNearby: PlayerMessages;
  /** To everybody in the world; `to` is 0. */
  readonly toEverybody: PlayerMessages;
  /** The session's player stands in the world as `entity`, on the map of that index. Before any message says so. */
  placed(session: number, entity: number, map: number): void;
  /** The session is over; `detail` tells the player why. */
  end(session: number, reason: DisconnectReason, detail: string): void;
}
