// How a player reports others, rightly or not. Its dice are its own, see trader.ts.

import { ReportReason } from '#domain/vocabulary/generated/words.js';
import type { Simulation } from '#application/tick/simulation.js';
import { Dice } from '../harness/dice.js';

const names = [
  ...['Ada', 'BOB', 'Cleo', 'dora', 'Emil', 'Fay', 'Gus', 'Hana', 'Ida', 'jon', 'Åsa', 'Lu', 'Nobody'],
];
const texts = ['', 'took my boar', '  again  ', 'a\u0007b', '\u200b'];

export class Accuser {
  readonly #dice: Dice;

  constructor(seed: number) {
    this.#dice = new Dice(seed ^ 0xacc05e);
  }

  act({ requests }: Simulation, session: number): void {
    if (!this.#dice.chance(0.01)) return;
    const [name, text] = [this.#dice.pick(names), this.#dice.pick(texts)];
    const reason = this.#dice.pick(Object.values(ReportReason));
    requests.reportPlayer(session, { name, reason, text });
    // One who clicks too often.
    if (this.#dice.chance(0.2)) requests.reportPlayer(session, { name, reason, text });
  }
}
