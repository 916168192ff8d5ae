// Characters whose players left and whose sheets the courier has not taken yet. Nobody may load such a character from
// the store, for the store has an older one. The caller keeps seats and departures together under one cap.

import type { CharacterSheet } from '#domain/player/character-sheet.js';
import type { CharacterCourier } from '#ports/threads/character-courier.js';
import type { Seat } from './seats.js';

interface Departure {
  readonly session: number;
  readonly sheet: CharacterSheet;
}

export class Departures {
  readonly #byName = new Map<string, Departure>();

  get count(): number {
    return this.#byName.size;
  }

  has(nameKey: string): boolean {
    return this.#byName.has(nameKey);
  }

  /** The sheet is complete and nobody changes it any more. */
  add({ nameKey, session }: Seat, sheet: CharacterSheet): void {
    this.#byName.set(nameKey, { session, sheet });
  }

  /** It is not to be stored any more. */
  drop(nameKey: string, courier: Pick<CharacterCourier, 'departed'>): void {
    const departure = this.#byName.get(nameKey);
    if (departure === undefined) return;
    this.#byName.delete(nameKey);
    courier.departed(departure.session, departure.sheet);
  }

  /** Offers the sheets in the order they came until the courier has no room. Returns how many offers were refused, 0 or 1. */
  handOver(courier: CharacterCourier): number {
    if (this.#byName.size === 0) return 0;
    for (const [nameKey, { session, sheet }] of this.#byName) {
      if (!courier.save(sheet)) return 1;
      this.#byName.delete(nameKey);
      courier.departed(session, sheet);
    }
    return 0;
  }
}
