// Characters whose players left and whose sheets the courier has not taken yet. Nobody may load such a character from
// the store, for the store has an older one. The caller keeps seats and departures together under one cap.

import type { CharacterCourier } from '#ports/threads/character-courier.js';
import type { Seat } from './seats.js';

export class Departures {
  readonly #seats = new Map<string, Seat>();

  get count(): number {
    return this.#seats.size;
  }

  has(nameKey: string): boolean {
    return this.#seats.has(nameKey);
  }

  /** The seat's sheet is complete and nobody changes it any more. */
  add(seat: Seat): void {
    this.#seats.set(seat.nameKey, seat);
  }

  /** Offers the sheets in the order they came until the courier has no room. Returns how many offers were refused, 0 or 1. */
  handOver(courier: CharacterCourier): number {
    if (this.#seats.size === 0) return 0;
    for (const [nameKey, seat] of this.#seats) {
      if (!courier.save(seat.sheet)) return 1;
      this.#seats.delete(nameKey);
      courier.departed(seat.session, seat.sheet);
    }
    return 0;
  }
}
