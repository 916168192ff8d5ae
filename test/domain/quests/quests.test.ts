// What counts for quests, how stages end, and what they give.

import { beforeEach, expect, it } from '@jest/globals';
import { unitsOf } from '#domain/ledger/room.js';
import { dropLoot } from '#domain/loot/ground-loot.js';
import { LootClaim } from '#domain/loot/loot-claim.js';
import { CharacterSheet } from '#domain/player/character-sheet.js';
import { readSheet, writeSheet } from '#domain/player/sheet-and-world.js';
import { eachOffer } from '#domain/quests/quest-offers.js';
import { isWanted } from '#domain/quests/wanted-items.js';
import { noteKillCredited } from '#domain/vocabulary/generated/facts.js';
import { LedgerVerb, QuestOfferState, RefusalReason } from '#domain/vocabulary/generated/words.js';
import { blank } from '../../support/worlds/generated/blank-records.js';
import { Creature } from '../../support/worlds/small-content.js';
import { QuestingPlayer, Task, Ware, noon } from './questing-player.js';

let ada: QuestingPlayer;

beforeEach(() => {
  ada = new QuestingPlayer();
});

it('kills of the kind count, up to what is asked for, and are told with how it stands', () => {
  ada.accepts(Task.hunt);
  ada.kills(Creature.boar);
  expect(ada.doneOf(Task.hunt)).toEqual([0, 0, 0, 0]);
  ada.small.told();
  ada.kills(Creature.wolf, 3);
  expect(ada.doneOf(Task.hunt)).toEqual([2, 0, 0, 0]);
  const changed = ada.small.toldOf('questChanged');
  expect(changed.map(({ quest, slot, amount }) => [quest, slot, amount])).toEqual([
    [Task.hunt, 1, 1],
    [Task.hunt, 1, 2],
  ]);
});

it('what ends a stage is handed in and given in one tick, under the verb quest', () => {
  ada.accepts(Task.hunt);
  ada.kills(Creature.wolf, 2);
  ada.give(0, Ware.pelt, 5);
  expect(ada.handsIn(Task.hunt)).toBeUndefined();
  expect(ada.slots()).toBe(`1×2 ${Ware.shield}×1! - - - -`);
  expect([ada.coins, ada.experience, ada.timesOf(Task.hunt), ada.stageOf(Task.hunt)]).toEqual([20, 50, 1, 0]);
  const moved = ada.told.filter(({ fact }) =>
    ['stackChanged', 'coinsChanged', 'experienceChanged'].includes(fact),
  );
  expect(moved.map(({ verb }) => verb)).toEqual(moved.map(() => LedgerVerb.quest));
  expect(ada.told.map(({ fact }) => fact).slice(-2)).toEqual(['questChanged', 'commandDone']);
});

it('a stage without anybody who hears of it ends by itself, whatever is done first', () => {
  for (const isKillFirst of [true, false]) {
    const bea = new QuestingPlayer();
    bea.accepts(Task.walk);
    if (isKillFirst) bea.kills(Creature.boar);
    bea.stands(41, 41);
    bea.waits();
    if (!isKillFirst) {
      expect(bea.stageOf(Task.walk)).toBe(10);
      bea.kills(Creature.boar);
      bea.waits();
    }
    expect(bea.stageOf(Task.walk)).toBe(20);
    expect(bea.doneOf(Task.walk)).toEqual([0, 0, 0, 0]);
  }
});

it('what is made counts, finer or not, and nothing else that comes into the bag', () => {
  ada.accepts(Task.making);
  ada.makes(Ware.pelt, 4);
  ada.give(1, Ware.bread, 3);
  expect(ada.doneOf(Task.making)).toEqual([0, 0, 0, 0]);
  ada.makes(Ware.bread, 1);
  ada.makes(Ware.page, 1);
  expect(ada.doneOf(Task.making)).toEqual([2, 0, 0, 0]);
  ada.makes(Ware.bread, 5);
  expect(ada.doneOf(Task.making)).toEqual([3, 0, 0, 0]);
  expect(ada.handsIn(Task.making)).toBeUndefined();
  expect(ada.coins).toBe(2);
});

it('talks and draughts count, and the last stage is heard of by somebody else', () => {
  ada.accepts(Task.walk);
  ada.kills(Creature.boar);
  ada.stands(41, 41);
  ada.waits();
  ada.stands(20, 20);
  ada.give(0, Ware.bread, 5);
  expect(ada.talks(ada.hearer)).toBeUndefined();
  expect(ada.doneOf(Task.walk)).toEqual([0, 0, 0, 0]);
  expect(ada.talks(ada.stranger)).toBeUndefined();
  expect(ada.eats(0)).toBeUndefined();
  expect(ada.doneOf(Task.walk)).toEqual([1, 1, 0, 0]);
  expect(ada.eats(0)).toBeUndefined();
  ada.waits();
  expect(ada.stageOf(Task.walk)).toBe(30);
  expect(ada.handsIn(Task.walk, 0, 30, ada.hearer)).toBeUndefined();
  expect([ada.coins, ada.timesOf(Task.walk)]).toEqual([5, 1]);
});

it('an outcome is chosen once, and leads where it says', () => {
  const [coins, bread, more] = [0, 1, 2].map((outcome) => {
    const bea = new QuestingPlayer({ level: 2 });
    bea.small.world.tables.questHistories.of(bea.row).set(Task.hunt, 1, 0);
    bea.give(0, Ware.bread, 2);
    bea.accepts(Task.choice);
    expect(bea.handsIn(Task.choice, outcome)).toBeUndefined();
    expect(bea.handsIn(Task.choice, 0, 1)).toBeDefined();
    return bea;
  });
  expect([coins!.coins, coins!.timesOf(Task.choice)]).toEqual([100, 1]);
  expect([unitsOf(bread!.bag, Ware.bread), bread!.timesOf(Task.choice)]).toEqual([7, 1]);
  expect([more!.experience, more!.stageOf(Task.choice), more!.timesOf(Task.choice)]).toEqual([10, 2, 0]);
  expect(more!.handsIn(Task.choice, 0, 2, more!.hearer)).toBeUndefined();
});

it('40: where the content says so, what has no room comes by letter, in the tick in which the quest is completed', () => {
  ada.accepts(Task.posted);
  for (let slot = 0; slot < ada.bag.slots; slot++) ada.give(slot, Ware.page, 10);
  expect(ada.handsIn(Task.posted)).toBeUndefined();
  expect([ada.coins, ada.timesOf(Task.posted)]).toEqual([20, 1]);
  const { letters } = ada.small.world.tables;
  const letter = letters.after(1, 0);
  expect(Array.from({ length: 2 }, (_, i) => letters.stacks.items[letter * 4 + i])).toEqual([
    Ware.shield,
    Ware.bread,
  ]);
});

it('giving up takes back what was there for this quest alone', () => {
  ada.accepts(Task.again);
  ada.accepts(Task.errand);
  ada.give(0, Ware.page, 2);
  ada.give(1, Ware.pelt, 2);
  ada.abandons(Task.again);
  expect(unitsOf(ada.bag, Ware.page)).toBe(2);
  ada.abandons(Task.errand);
  expect([unitsOf(ada.bag, Ware.page), unitsOf(ada.bag, Ware.pelt)]).toEqual([0, 2]);
});

it('what is wanted falls for who wants it, as long as there is not enough of it', () => {
  const { world } = ada.small;
  const wants = () => isWanted(world, ada.row, Ware.page);
  expect(wants()).toBe(false);
  ada.accepts(Task.again);
  ada.accepts(Task.errand);
  ada.give(0, Ware.page, 2);
  expect(wants()).toBe(true);
  ada.give(1, Ware.page, 1);
  expect(wants()).toBe(false);
});

it('what a creature leaves for a quest lies there for who wants it, and else not at all', () => {
  const { world } = ada.small;
  const wolf = ada.small.creature();
  const table = {
    ...blank.lootTable,
    rolls: [{ item: Ware.page, chance: 1, countMin: 1, countMax: 1 }],
  };
  const character = world.components.player.columns.character[ada.row]!;
  const drops = (owner: number): number => {
    dropLoot(world, table, wolf, new LootClaim().ofOne(owner));
    return world.components.loot.count;
  };
  expect([drops(character), drops(0)]).toEqual([0, 0]);
  ada.accepts(Task.errand);
  expect([drops(0), drops(character)]).toEqual([0, 1]);
});

it('an npc knows how each quest stands with a player', () => {
  const states = (npc: number): Record<number, QuestOfferState> => {
    const told: Record<number, QuestOfferState> = {};
    eachOffer(
      ada.small.world,
      ada.row,
      ada.small.world.rowOf(npc),
      (quest, state) => void (told[quest] = state),
    );
    return told;
  };
  const { available, inProgress, ready, notYet } = QuestOfferState;
  ada.accepts(Task.hunt);
  expect(states(ada.giver)).toMatchObject({
    [Task.hunt]: inProgress,
    [Task.walk]: available,
    [Task.choice]: notYet,
  });
  ada.kills(Creature.wolf, 2);
  ada.give(0, Ware.pelt, 3);
  expect(states(ada.giver)[Task.hunt]).toBe(ready);
  ada.handsIn(Task.hunt);
  expect(states(ada.giver)[Task.hunt]).toBeUndefined();
  expect(states(ada.hearer)).toEqual({});
});

it('a sheet has quests, stages, what is done of them, and what was completed', () => {
  ada.accepts(Task.hunt);
  ada.kills(Creature.wolf, 2);
  ada.give(0, Ware.pelt, 3);
  ada.handsIn(Task.hunt);
  ada.accepts(Task.walk);
  ada.kills(Creature.boar);
  const sheet = new CharacterSheet();
  writeSheet(ada.small.world, ada.row, sheet);
  const later = new QuestingPlayer();
  readSheet(later.small.world, later.row, sheet);
  expect([later.stageOf(Task.walk), later.doneOf(Task.walk), later.timesOf(Task.hunt)]).toEqual([
    10,
    [0, 1, 0, 0],
    1,
  ]);
});

it('what was done without room to say so is said when there is', () => {
  ada.accepts(Task.hunt);
  const { world } = ada.small;
  ada.small.told();
  const wolf = ada.small.creature();
  world.facts.reserve(1);
  noteKillCredited(world.facts, world.idAt(ada.row), world.idAt(wolf));
  ada.small.withoutRoom(() => ada.small.run());
  expect(ada.doneOf(Task.hunt)).toEqual([1, 0, 0, 0]);
  expect(ada.small.toldOf('questChanged')).toEqual([]);
  // What killed it is no more by then.
  world.tables.entities.destroy(wolf);
  ada.waits();
  expect(ada.small.toldOf('questChanged').map(({ amount }) => amount)).toEqual([1]);
});

it('40: what is collected is what lies in the bag: put into the bank it is not there, taken from there it is', () => {
  ada.accepts(Task.hunt);
  ada.kills(Creature.wolf, 2);
  ada.give(0, Ware.pelt, 3);
  const { items, counts } = ada.bag.columns;
  const at = ada.bag.first;
  counts[at] = 2;
  expect(ada.handsIn(Task.hunt)).toBe(RefusalReason.notFinished);
  counts[at] = 3;
  expect(items[at]).toBe(Ware.pelt);
  expect(ada.handsIn(Task.hunt)).toBeUndefined();
});

it('41: two objectives that are done in one tick end the stage as one after the other does', () => {
  ada.accepts(Task.walk);
  ada.stands(41, 41);
  ada.kills(Creature.boar);
  ada.waits();
  expect(ada.stageOf(Task.walk)).toBe(20);
  ada.stands(20, 20);
  ada.give(0, Ware.bread, 2);
  ada.eats(0);
  ada.talks(ada.stranger);
  ada.eats(0);
  ada.waits();
  expect(ada.stageOf(Task.walk)).toBe(30);
});

it('42: a stage is handed in once, whatever number it is asked under, and a daily quest once a day', () => {
  ada.accepts(Task.daily);
  expect(ada.handsIn(Task.daily, 0, 1)).toBeUndefined();
  expect(ada.handsIn(Task.daily, 0, 1)).toBe(RefusalReason.unknownQuest);
  expect(ada.accepts(Task.daily)).toBe(RefusalReason.notRepeatableYet);
  const midnight = noon + 43_200;
  ada.now = midnight - 1;
  expect(ada.accepts(Task.daily)).toBe(RefusalReason.notRepeatableYet);
  ada.now = midnight;
  expect(ada.accepts(Task.daily)).toBeUndefined();
  expect(ada.handsIn(Task.daily)).toBeUndefined();
  expect([ada.coins, ada.timesOf(Task.daily)]).toEqual([6, 2]);
});

it('43: what others do, and who comes and goes, changes nothing of the quests of a player', () => {
  const { small } = ada;
  const bob = small.player(20, 20);
  ada.accepts(Task.hunt);
  ada.kills(Creature.wolf);
  const wolf = small.creature();
  small.world.facts.reserve(1);
  noteKillCredited(small.world.facts, small.world.idAt(bob), small.world.idAt(wolf));
  small.tick();
  small.world.tables.entities.destroy(bob);
  small.tick();
  // Somebody else in the same row has quests of its own.
  const cat = small.player(20, 20);
  expect(small.world.tables.questHistories.of(cat).count).toBe(0);
  expect([ada.stageOf(Task.hunt), ada.doneOf(Task.hunt)]).toEqual([1, [1, 0, 0, 0]]);
});
