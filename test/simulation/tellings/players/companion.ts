// How a player invites others, accepts, declines, leads, talks to its party and leaves it at any moment. Its dice are its
// own, see trader.ts.

import { ChatScope, LootChoice, PartyLootMode } from '#domain/vocabulary/generated/words.js';
import type { Simulation } from '#application/tick/simulation.js';
import { Dice } from '../harness/dice.js';
import type { Value } from '../harness/tellings.js';

const names = ['Ada', 'BOB', 'Cleo', 'dora', 'Emil', 'Fay', 'Gus', 'Hana', 'Nobody'];

/** Most like to roll. */
const modes = [...Object.values(PartyLootMode), PartyLootMode.needGreed, PartyLootMode.needGreed];

export class Companion {
  readonly #dice: Dice;
  #invitation = 0;
  /** Numbers of members, as told; none without a party. */
  #members: readonly number[] = [];
  #roll = 0;

  constructor(seed: number) {
    this.#dice = new Dice(seed ^ 0xc0a7a1);
  }

  told(what: string, values: Readonly<Record<string, Value>>): void {
    if (what === 'partyInvited') this.#invitation = values['invitation'] as number;
    else if (what === 'partyState')
      this.#members = (values['members'] as readonly (readonly number[])[]).map(([member]) => member!);
    else if (what === 'partyEnded') this.#members = [];
    else if (what === 'lootRollBegun') this.#roll = values['roll'] as number;
  }

  forget(): void {
    this.#invitation = 0;
    this.#members = [];
  }

  #chooseLoot(requests: Simulation['requests'], session: number): void {
    const roll = this.#roll;
    const choice = this.#dice.pick(Object.values(LootChoice));
    this.#roll = 0;
    requests.lootRoll(session, { roll, choice });
    if (this.#dice.chance(0.5)) requests.lootRoll(session, { roll, choice });
  }

  act({ requests }: Simulation, session: number): void {
    if (this.#roll !== 0 && this.#dice.chance(0.02)) this.#chooseLoot(requests, session);
    if (!this.#dice.chance(0.02)) return;
    const invitation = this.#dice.chance(0.1) ? 1 : this.#invitation;
    const member = this.#members.length === 0 ? 99_999 : this.#dice.pick(this.#members);
    switch (this.#dice.whole(18)) {
      case 0:
        return requests.partyDecline(session, { invitation });
      case 1:
      case 2:
      case 3:
      case 4:
      case 5:
        return requests.partyAccept(session, { invitation });
      case 6:
        return requests.partyLeave(session);
      case 7:
        return requests.partyKick(session, { member });
      case 8:
        return requests.partyPromote(session, { member });
      case 9:
      case 16:
      case 17:
        return requests.partyLoot(session, { mode: this.#dice.pick(modes) });
      case 10:
        return requests.chat(session, { scope: ChatScope.party, text: 'to me!' });
      default:
        return requests.partyInvite(session, { name: this.#dice.pick(names) });
    }
  }
}
