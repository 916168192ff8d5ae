// Who was kicked a moment ago: its next try to join, which may have been on its way already (a session that is resumed,
// a client that comes back by itself), ends as its session did. It is a moment, not a sentence: who may not come back
// for longer is for sanctions to say.

import { ticksPerSecond } from '#domain/engine/time.js';

/** Ours: a resume or a retry that was under way has arrived by then. */
export const kickedOutTicks = 5 * ticksPerSecond;

export class KickedOut {
  /** The tick until which it holds, by name key, in the order of the kicks. */
  readonly #untilTick = new Map<string, number>();

  /** At most `charactersMax` are remembered; who was kicked first is forgotten first. */
  constructor(private readonly charactersMax: number) {}

  add(nameKey: string, tick: number): void {
    for (const [oldest, untilTick] of this.#untilTick) {
      if (untilTick > tick && this.#untilTick.size < this.charactersMax) break;
      this.#untilTick.delete(oldest);
    }
    this.#untilTick.delete(nameKey);
    this.#untilTick.set(nameKey, tick + kickedOutTicks);
  }

  has(nameKey: string, tick: number): boolean {
    return (this.#untilTick.get(nameKey) ?? 0) > tick;
  }

  /** All that decides who is let in. */
  eachWord(visit: (word: number) => void): void {
    for (const [nameKey, untilTick] of this.#untilTick) {
      visit(untilTick);
      for (let i = 0; i < nameKey.length; i++) visit(nameKey.charCodeAt(i));
    }
  }
}
