// Who was kicked a moment ago: its next try to join, which may have been on its way already (a session that is resumed,
// a client that comes back by itself), ends as its session did. It is a moment, not a sentence: who may not come back
// for longer is for sanctions to say.

import { ticksPerSecond } from '#domain/engine/time.js';
import type { Seat } from './seats.js';

type Player = Pick<Seat, 'nameKey' | 'accountId'>;

/** Ours: a resume or a retry that was under way has arrived by then. */
export const kickedOutTicks = 5 * ticksPerSecond;

export class KickedOut {
  /**
   * The tick until which it holds, by name key and account, in the order of the kicks: somebody else with a name that has
   * become free is not who was kicked.
   */
  readonly #untilTick = new Map<string, number>();

  /** At most `charactersMax` are remembered; who was kicked first is forgotten first. */
  constructor(private readonly charactersMax: number) {}

  add(player: Player, tick: number): void {
    for (const [oldest, untilTick] of this.#untilTick) {
      if (untilTick > tick && this.#untilTick.size < this.charactersMax) break;
      this.#untilTick.delete(oldest);
    }
    const key = keyOf(player);
    this.#untilTick.delete(key);
    this.#untilTick.set(key, tick + kickedOutTicks);
  }

  has(player: Player, tick: number): boolean {
    return (this.#untilTick.get(keyOf(player)) ?? 0) > tick;
  }

  /** All that decides who is let in. */
  eachWord(visit: (word: number) => void): void {
    for (const [key, untilTick] of this.#untilTick) {
      visit(untilTick);
      for (let i = 0; i < key.length; i++) visit(key.charCodeAt(i));
    }
  }
}

function keyOf({ nameKey, accountId }: Player): string {
  return `${nameKey}\n${accountId}`;
}
