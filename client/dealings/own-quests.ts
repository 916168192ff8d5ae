// What the own character has to do with quests, as the server last told it. What a quest is called, asks for and gives, and what
// people say of it, stands in the content.

import type { QuestOfferState, QuestOffers, QuestStatus } from '#adapters/protocol/generated/game.js';

export interface OwnQuest {
  /** Number of the stage that it is in, 0 for one that is not taken on. */
  readonly stage: number;
  /** How much is done of each objective of the stage; of what is collected 0, for that lies in the bag. */
  readonly done: readonly number[];
  /** How often it was completed. */
  readonly completed: number;
  /** Until it can be taken on again, when it was told; 0 for one that can, or never can. */
  readonly secondsLeft: number;
}

export class OwnQuests {
  /** By quest: all that were taken on or completed ever. */
  readonly quests = new Map<number, OwnQuest>();
  /** Entity id of who was talked with last, 0 for nobody. */
  npc = 0;
  /** How quests stand with who was talked with last. */
  readonly offers = new Map<number, QuestOfferState>();

  told({ quest, stage, done, completed, secondsLeft }: QuestStatus): void {
    if (stage === 0 && completed === 0) this.quests.delete(quest);
    else this.quests.set(quest, { stage, done: [...done], completed, secondsLeft });
  }

  offered(message: QuestOffers): void {
    this.npc = message.npc;
    this.offers.clear();
    for (let i = 0; i < message.offersCount; i++) {
      const { quest, state } = message.offers[i]!;
      this.offers.set(quest, state);
    }
  }

  leave(): void {
    this.quests.clear();
    this.npc = 0;
    this.offers.clear();
  }
}
