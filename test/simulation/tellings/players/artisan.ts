// How a player makes things of what it finds, and breaks off. Its dice are its own, see trader.ts.

import type { Simulation } from '#application/tick/simulation.js';
import { Recipe } from '../harness/content.js';
import { Dice } from '../harness/dice.js';

export class Artisan {
  readonly #dice: Dice;
  readonly #nextCommand: () => number;

  constructor(seed: number, nextCommand: () => number) {
    this.#nextCommand = nextCommand;
    this.#dice = new Dice(seed ^ 0xc4af7);
  }

  act({ requests }: Simulation, session: number): void {
    if (!this.#dice.chance(0.02)) return;
    const command = this.#nextCommand();
    if (this.#dice.chance(0.15)) requests.stopCrafting(session, { command });
    else
      requests.craft(session, {
        command,
        recipe: this.#dice.pick([...Object.values(Recipe), ...Object.values(Recipe), 99]),
        count: this.#dice.pick([1, 1, 2, 3, 0, 200]),
      });
  }
}
