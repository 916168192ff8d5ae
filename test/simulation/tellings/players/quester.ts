// How a player talks with people, takes on quests, hands them in and gives them up. Its dice are its own, see trader.ts.

import { EntityKind } from '#domain/vocabulary/generated/words.js';
import type { Simulation } from '#application/tick/simulation.js';
import { Quest } from '../harness/content.js';
import { Dice } from '../harness/dice.js';
import { everybody } from '../harness/shown.js';
import type { ShownFrame } from '../harness/shown.js';
import type { Value } from '../harness/tellings.js';

const quests = [0, ...Object.values(Quest)];

export class Quester {
  readonly #dice: Dice;
  readonly #nextCommand: () => number;
  /** Stages of quests, as told. */
  readonly #stages = new Map<number, number>();

  constructor(seed: number, nextCommand: () => number) {
    this.#nextCommand = nextCommand;
    this.#dice = new Dice(seed ^ 0x9e57e5);
  }

  told(what: string, values: Readonly<Record<string, Value>>): void {
    if (what === 'questStatus') this.#stages.set(values['quest'] as number, values['stage'] as number);
  }

  act({ requests }: Simulation, session: number, frame: ShownFrame): void {
    if (!this.#dice.chance(0.04)) return;
    const people = [...everybody(frame)].filter(({ kind }) => kind === EntityKind.npc);
    if (people.length === 0) return;
    const npc = this.#dice.pick(people).id;
    const quest = this.#dice.pick(quests);
    const command = this.#nextCommand();
    switch (this.#dice.whole(8)) {
      case 0:
        return requests.abandonQuest(session, { command, quest });
      case 1:
      case 2:
      case 3:
        return requests.acceptQuest(session, { command, npc, quest });
      case 4:
        return requests.talkTo(session, { command, npc });
      default: {
        const stage = this.#dice.chance(0.1) ? 9 : (this.#stages.get(quest) ?? 1);
        return requests.handInQuest(session, { command, npc, quest, stage, outcome: 0 });
      }
    }
  }
}
