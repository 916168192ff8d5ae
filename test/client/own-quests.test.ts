// What a client knows of its quests.

import { expect, it } from '@jest/globals';
import { QuestOffers, QuestOfferState, QuestStatus } from '#adapters/protocol/generated/game.js';
import { OwnQuests } from '#client/dealings/own-quests.js';

function status(quest: number, stage: number, completed: number): QuestStatus {
  return Object.assign(new QuestStatus(), { quest, stage, completed, done: [2, 0, 0, 0], secondsLeft: 5 });
}

it('a client knows each quest as it was told last, until it was given up and never completed', () => {
  const own = new OwnQuests();
  own.told(status(7, 1, 0));
  expect(own.quests.get(7)).toEqual({ stage: 1, done: [2, 0, 0, 0], completed: 0, secondsLeft: 5 });
  own.told(status(7, 0, 3));
  expect(own.quests.get(7)?.completed).toBe(3);
  own.told(status(8, 2, 0));
  own.told(status(8, 0, 0));
  expect([...own.quests.keys()]).toEqual([7]);
});

it('offers are those of who was talked with last, and another session begins with nothing', () => {
  const own = new OwnQuests();
  const offers = new QuestOffers();
  offers.npc = 9;
  offers.offersCount = 1;
  offers.offers[0]!.quest = 7;
  offers.offers[0]!.state = QuestOfferState.ready;
  own.offered(offers);
  own.offered(offers);
  expect([own.npc, [...own.offers]]).toEqual([9, [[7, QuestOfferState.ready]]]);
  own.leave();
  expect([own.npc, own.offers.size, own.quests.size]).toEqual([0, 0, 0]);
});
