// How a player writes letters, reads its own, and takes or pays what is in them. Its dice are its own, see trader.ts.

import type { Simulation } from '#application/tick/simulation.js';
import { Dice } from '../harness/dice.js';
import type { Value } from '../harness/tellings.js';

const recipients = ['Ada', 'Bob', 'CLEO', 'Dora', 'Emil', 'Fay', 'Nobody'];

export class Correspondent {
  readonly #dice: Dice;
  readonly #nextCommand: () => number;
  #letter = 0;
  #asked = 0;
  #listing = 0;
  #price = 0;

  constructor(seed: number, nextCommand: () => number) {
    this.#nextCommand = nextCommand;
    this.#dice = new Dice(seed ^ 0x1e77e4);
  }

  told(what: string, values: Readonly<Record<string, Value>>): void {
    if (what === 'letterNews') this.#letter = values['letter'] as number;
    if (what === 'marketListing') {
      this.#listing = values['listing'] as number;
      this.#price = values['price'] as number;
    }
    if (what !== 'letter') return;
    this.#letter = values['letter'] as number;
    this.#asked = values['cashOnDelivery'] as number;
  }

  act({ requests }: Simulation, session: number): void {
    if (!this.#dice.chance(0.03)) return;
    const nextCommand = this.#nextCommand;
    const letter = this.#letter;
    switch (this.#dice.whole(14)) {
      case 0:
      case 1:
      case 2:
        return this.#write(requests, session);
      case 3:
        return requests.readLetters(session, { after: 0 });
      case 4:
        return requests.payLetter(session, { command: nextCommand(), letter, coins: this.#asked });
      case 5:
        return requests.deleteLetter(session, { command: nextCommand(), letter });
      case 6:
        if (this.#dice.chance(0.3)) requests.returnLetter(session, { command: nextCommand(), letter });
        return;
      case 10:
        return requests.searchMarket(session, { item: this.#dice.whole(3), after: 0 });
      case 11:
        return requests.listItem(session, {
          command: nextCommand(),
          slot: this.#dice.whole(4),
          units: 1,
          price: 1 + this.#dice.whole(4),
        });
      case 12:
        return requests.buyListing(session, {
          command: nextCommand(),
          listing: this.#listing,
          price: this.#price,
        });
      case 13:
        return requests.cancelListing(session, { command: nextCommand(), listing: this.#listing });
      default:
        return requests.takeFromLetter(session, {
          command: nextCommand(),
          letter,
          place: this.#dice.pick([0, 0, 0, 4, 1]),
        });
    }
  }

  #write(requests: Simulation['requests'], session: number): void {
    const stacks = Array.from({ length: this.#dice.whole(3) }, (_, i) => ({
      slot: this.#dice.whole(3) + i,
      units: 1,
    }));
    const asks = stacks.length > 0 && this.#dice.chance(0.5);
    requests.sendLetter(session, {
      command: this.#nextCommand(),
      recipient: this.#dice.pick(recipients),
      title: this.#dice.pick(['', 'hello', 'a\u0007b']),
      text: this.#dice.pick(['', 'a letter']),
      coins: asks ? 0 : this.#dice.whole(3),
      cashOnDelivery: asks ? this.#dice.pick([1, 2, 500]) : 0,
      stacksCount: stacks.length,
      stacks,
    });
  }
}
