// Why a quest is not taken on, given up or handed in: each reason, and that nothing has moved then.

import { beforeEach, expect, it } from '@jest/globals';
import { questSlots } from '#domain/quest-log/columns.js';
import { RequestId } from '#domain/vocabulary/generated/requests.js';
import { LedgerVerb, RefusalReason } from '#domain/vocabulary/generated/words.js';
import { storedMost } from '#domain/vocabulary/generated/character-numbers.js';
import { Creature } from '../../support/worlds/small-content.js';
import { QuestingPlayer, Task, Ware, noon } from './questing-player.js';

let ada: QuestingPlayer;

beforeEach(() => {
  ada = new QuestingPlayer();
});

/** Up to where the hunt can be handed in. */
function hunt(): void {
  ada.accepts(Task.hunt);
  ada.kills(Creature.wolf, 2);
  ada.give(0, Ware.pelt, 3);
}

it('who is too far away takes on nothing, hands in nothing and talks with nobody', () => {
  hunt();
  ada.stands(30, 30);
  expect(ada.accepts(Task.daily)).toBe(RefusalReason.outOfRange);
  expect(ada.handsIn(Task.hunt)).toBe(RefusalReason.outOfRange);
  expect(ada.talks(ada.giver)).toBe(RefusalReason.outOfRange);
});

it('what is no npc gives no quests', () => {
  const { world } = ada.small;
  expect(ada.accepts(Task.daily, 0)).toBe(RefusalReason.unknownTarget);
  expect(ada.accepts(Task.daily, world.idAt(ada.row))).toBe(RefusalReason.invalidTarget);
  expect(ada.talks(world.idAt(ada.row))).toBe(RefusalReason.invalidTarget);
});

it('a quest that the content has not is unknown, and so is one that was not taken on', () => {
  expect(ada.accepts(999)).toBe(RefusalReason.unknownQuest);
  expect(ada.handsIn(999, 0, 1)).toBe(RefusalReason.unknownQuest);
  expect(ada.handsIn(Task.hunt, 0, 1)).toBe(RefusalReason.unknownQuest);
  expect(ada.abandons(Task.hunt)).toBe(RefusalReason.unknownQuest);
  expect(ada.abandons(0)).toBe(RefusalReason.unknownQuest);
});

it('a quest is taken on from who gives it, and handed in to who hears of it', () => {
  expect(ada.accepts(Task.later)).toBe(RefusalReason.notOfferedHere);
  expect(ada.accepts(Task.hunt, ada.hearer)).toBe(RefusalReason.notOfferedHere);
  hunt();
  expect(ada.handsIn(Task.hunt, 0, 1, ada.hearer)).toBe(RefusalReason.notOfferedHere);
});

it('level and what else is required are asked for by name', () => {
  expect(ada.accepts(Task.choice)).toBe(RefusalReason.levelTooLow);
  const bea = new QuestingPlayer({ level: 2 });
  bea.give(0, Ware.bread, 2);
  expect(bea.accepts(Task.choice)).toBe(RefusalReason.prerequisiteMissing);
  bea.small.world.tables.questHistories.of(bea.row).set(Task.hunt, 1, 0);
  expect(bea.accepts(Task.choice)).toBeUndefined();
  const cat = new QuestingPlayer({ level: 2 });
  cat.small.world.tables.questHistories.of(cat.row).set(Task.hunt, 1, 0);
  cat.give(0, Ware.bread, 1);
  expect(cat.accepts(Task.choice)).toBe(RefusalReason.prerequisiteMissing);
});

it('a quest is taken on once at a time', () => {
  expect(ada.accepts(Task.hunt)).toBeUndefined();
  expect(ada.accepts(Task.hunt)).toBe(RefusalReason.alreadyTaken);
});

it('a log that is full takes no more', () => {
  for (let i = 0; i < questSlots; i++) expect(ada.accepts(100 + i)).toBeUndefined();
  expect(ada.accepts(Task.hunt)).toBe(RefusalReason.questLogFull);
  ada.abandons(100);
  expect(ada.accepts(Task.hunt)).toBeUndefined();
});

it('a stage is not ended before all of its objectives are done', () => {
  ada.accepts(Task.hunt);
  ada.kills(Creature.wolf, 2);
  ada.give(0, Ware.pelt, 2);
  expect(ada.handsIn(Task.hunt)).toBe(RefusalReason.notFinished);
  ada.give(1, Ware.pelt, 1);
  expect(ada.handsIn(Task.hunt)).toBeUndefined();
});

it('another stage or another outcome than there is is none', () => {
  hunt();
  expect(ada.handsIn(Task.hunt, 0, 2)).toBe(RefusalReason.wrongStage);
  expect(ada.handsIn(Task.hunt, 1)).toBe(RefusalReason.wrongStage);
});

it('what is done once is not taken on again, and what can be repeated not before its time', () => {
  hunt();
  ada.handsIn(Task.hunt);
  expect(ada.accepts(Task.hunt)).toBe(RefusalReason.alreadyDone);
  ada.accepts(Task.again);
  ada.give(1, Ware.page, 2);
  expect(ada.handsIn(Task.again)).toBeUndefined();
  expect(ada.accepts(Task.again)).toBe(RefusalReason.notRepeatableYet);
  ada.now = noon + 599;
  expect(ada.accepts(Task.again)).toBe(RefusalReason.notRepeatableYet);
  ada.now = noon + 600;
  expect(ada.accepts(Task.again)).toBeUndefined();
});

it('before anybody said what the date is, nothing that can be repeated is completed', () => {
  ada.now = 0;
  ada.accepts(Task.daily);
  expect(ada.handsIn(Task.daily)).toBe(RefusalReason.busy);
  ada.now = noon;
  expect(ada.handsIn(Task.daily)).toBeUndefined();
});

it('the dead ask for nothing of it', () => {
  hunt();
  ada.small.world.components.dead.add(ada.row);
  expect(ada.accepts(Task.daily)).toBe(RefusalReason.dead);
  expect(ada.handsIn(Task.hunt)).toBe(RefusalReason.dead);
  expect(ada.abandons(Task.hunt)).toBe(RefusalReason.dead);
  expect(ada.talks(ada.giver)).toBe(RefusalReason.dead);
});

it('switched off nothing is taken on, given up or handed in, and what counts goes on counting', () => {
  hunt();
  ada.accepts(Task.walk);
  ada.small.world.tables.ledger.switchVerb(LedgerVerb.quest, false);
  expect(ada.accepts(Task.daily)).toBe(RefusalReason.switchedOff);
  expect(ada.handsIn(Task.hunt)).toBe(RefusalReason.switchedOff);
  expect(ada.abandons(Task.hunt)).toBe(RefusalReason.switchedOff);
  expect(ada.talks(ada.giver)).toBe(RefusalReason.switchedOff);
  ada.kills(Creature.boar);
  expect(ada.doneOf(Task.walk)).toEqual([0, 1, 0, 0]);
});

it('without room for its facts nothing is done', () => {
  hunt();
  ada.small.withoutRoom(() => {
    ada.order(RequestId.handInQuest, [ada.giver, Task.hunt, 1, 0]);
    ada.order(RequestId.acceptQuest, [ada.giver, Task.daily]);
    ada.small.tick();
  });
  const refused = ada.small.toldOf('requestRefused').map(({ reason }) => reason);
  expect(refused).toEqual([RefusalReason.busy, RefusalReason.busy]);
  expect([ada.coins, ada.stageOf(Task.hunt), ada.stageOf(Task.daily)]).toEqual([0, 1, 0]);
  expect(ada.handsIn(Task.hunt)).toBeUndefined();
});

it('40: a reward that has no room in bag or purse, or is too heavy, is refused whole, and comes once there is room', () => {
  hunt();
  // What is handed in makes room: one pelt more keeps its slot.
  ada.give(1, Ware.pelt, 1);
  ada.fill();
  expect(ada.handsIn(Task.hunt)).toBeUndefined();
  const bea = new QuestingPlayer();
  bea.accepts(Task.errand);
  bea.give(0, Ware.page, 1);
  bea.give(1, Ware.brick, 1);
  expect(bea.handsIn(Task.errand)).toBe(RefusalReason.tooHeavy);
  const cat = new QuestingPlayer();
  cat.accepts(Task.hunt);
  cat.kills(Creature.wolf, 2);
  cat.give(0, Ware.pelt, 4);
  for (let slot = 1; slot < cat.bag.slots; slot++) cat.give(slot, Ware.page, 10);
  expect(cat.handsIn(Task.hunt)).toBe(RefusalReason.inventoryFull);
  expect([cat.stageOf(Task.hunt), cat.timesOf(Task.hunt), cat.experience]).toEqual([1, 0, 0]);
  const dot = new QuestingPlayer({ coins: storedMost.coins - 19 });
  dot.accepts(Task.hunt);
  dot.kills(Creature.wolf, 2);
  dot.give(0, Ware.pelt, 3);
  expect(dot.handsIn(Task.hunt)).toBe(RefusalReason.purseFull);
  dot.coins -= 1;
  expect(dot.handsIn(Task.hunt)).toBeUndefined();
  expect(dot.coins).toBe(storedMost.coins);
});
