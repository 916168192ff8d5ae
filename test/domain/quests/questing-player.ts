// A small town with people who give quests, and who takes them on.

import type { QuestDefinition, QuestOutcome, QuestStage } from '#domain/content/generated/definitions.js';
import { questObjectives, questSlots } from '#domain/quest-log/columns.js';
import { slotOfQuest } from '#domain/quest-log/quest-log.js';
import { followQuests } from '#domain/quests/follow-quests.js';
import { noteKillCredited } from '#domain/vocabulary/generated/facts.js';
import { RequestId } from '#domain/vocabulary/generated/requests.js';
import { HolderKind, LedgerVerb } from '#domain/vocabulary/generated/words.js';
import { pointAtInventory } from '#domain/inventory/bags.js';
import { Bag } from '#domain/ledger/bag.js';
import { Deed } from '#domain/ledger/deed.js';
import { createIn } from '#domain/ledger/stow.js';
import { blank } from '../../support/worlds/generated/blank-records.js';
import { Creature, field, item, smallContent, smallRules } from '../../support/worlds/small-content.js';
import { OrderingPlayer } from '../harness/ordering-player.js';

export const Ware = { pelt: 1, bread: 2, page: 3, shield: 4, brick: 5, pebble: 6 } as const;
export const Who = { giver: 1, hearer: 2, stranger: 3 } as const;
export const Task = {
  hunt: 1,
  walk: 2,
  choice: 3,
  again: 4,
  daily: 5,
  later: 6,
  posted: 7,
  errand: 8,
  making: 9,
} as const;

const bag = new Bag();
const deed = new Deed();

/** The date of the tests: noon of a day. */
export const noon = 1_000_000 * 86_400 + 43_200;

const outcome: QuestOutcome = { label: '', next: 0, experience: 0, coins: 0, items: [] };
const stage: QuestStage = {
  ...{ number: 1, description: '', objectives: [], handIn: 0, lines: [] },
  outcomes: [outcome],
};

export function quest(id: number, numbers: Partial<QuestDefinition>): QuestDefinition {
  return { ...blank.quest, ...{ id, key: `quest-${id}`, name: `${id}` }, ...numbers };
}

const quests: readonly QuestDefinition[] = [
  /** Kill two wolves and bring three pelts; both are heard of by the giver. */
  quest(Task.hunt, {
    stages: [
      {
        ...stage,
        number: 1,
        objectives: [
          { kind: 'kill', creature: Creature.wolf, count: 2 },
          { kind: 'collect', item: Ware.pelt, count: 3 },
        ],
        handIn: Who.giver,
        outcomes: [{ ...outcome, experience: 50, coins: 20, items: [{ item: Ware.shield, count: 1 }] }],
      },
    ],
  }),
  /** Two places and a word, the first two stages end by themselves. */
  quest(Task.walk, {
    stages: [
      {
        ...stage,
        number: 10,
        objectives: [
          { kind: 'visit', mapKey: 'field', landmarkKey: 'stone' },
          { kind: 'kill', creature: Creature.boar, count: 1 },
        ],
        outcomes: [{ ...outcome, next: 20 }],
      },
      {
        ...stage,
        number: 20,
        objectives: [
          { kind: 'talk', npc: Who.stranger },
          { kind: 'use', item: Ware.bread, count: 2 },
        ],
        outcomes: [{ ...outcome, next: 30 }],
      },
      { ...stage, number: 30, handIn: Who.hearer, outcomes: [{ ...outcome, coins: 5 }] },
    ],
  }),
  quest(Task.choice, {
    requires: [
      { kind: 'level', levelMin: 2 },
      { kind: 'questDone', quest: Task.hunt },
      { kind: 'carries', item: Ware.bread, count: 2 },
    ],
    stages: [
      {
        ...stage,
        number: 1,
        handIn: Who.giver,
        outcomes: [
          { ...outcome, label: 'coins', coins: 100 },
          { ...outcome, label: 'bread', items: [{ item: Ware.bread, count: 5 }] },
          { ...outcome, label: 'more', next: 2, experience: 10 },
        ],
      },
      { ...stage, number: 2, handIn: Who.hearer, outcomes: [{ ...outcome, coins: 1 }] },
    ],
  }),
  quest(Task.again, {
    ...{ repeat: 'afterCooldown', cooldownSeconds: 600 },
    stages: [
      {
        ...stage,
        number: 1,
        objectives: [{ kind: 'collect', item: Ware.page, count: 2 }],
        handIn: Who.giver,
        outcomes: [{ ...outcome, coins: 7 }],
      },
    ],
  }),
  quest(Task.daily, {
    repeat: 'daily',
    stages: [{ ...stage, number: 1, handIn: Who.giver, outcomes: [{ ...outcome, coins: 3 }] }],
  }),
  /** Not given by anybody here. */
  quest(Task.later, {
    stages: [{ ...stage, number: 1, handIn: Who.giver, outcomes: [{ ...outcome, coins: 1 }] }],
  }),
  quest(Task.posted, {
    whenFull: 'mail',
    stages: [
      {
        ...stage,
        number: 1,
        handIn: Who.giver,
        outcomes: [
          {
            ...outcome,
            coins: 20,
            items: [
              { item: Ware.shield, count: 1 },
              { item: Ware.bread, count: 3 },
            ],
          },
        ],
      },
    ],
  }),
  quest(Task.errand, {
    stages: [
      {
        ...stage,
        number: 1,
        objectives: [{ kind: 'collect', item: Ware.page, count: 1 }],
        handIn: Who.giver,
        outcomes: [{ ...outcome, items: [{ item: Ware.brick, count: 1 }] }],
      },
    ],
  }),
  quest(Task.making, {
    stages: [
      {
        ...stage,
        number: 1,
        objectives: [{ kind: 'craft', recipe: 1, count: 3 }],
        handIn: Who.giver,
        outcomes: [{ ...outcome, coins: 2 }],
      },
    ],
  }),
  /** Enough to fill a log. */
  ...Array.from({ length: questSlots }, (_, i) =>
    quest(100 + i, { stages: [{ ...stage, number: 1, handIn: Who.giver, outcomes: [{ ...outcome }] }] }),
  ),
];

const given = quests.map(({ id }) => id).filter((id) => id !== Task.later);

export const content = smallContent({
  items: [
    { ...item(Ware.pelt, 'pelt', 10), weightGrams: 100 },
    { ...item(Ware.bread, 'bread', 10), kind: 'consumable', restoresHealth: 1, weightGrams: 10 },
    { ...item(Ware.page, 'page', 10), kind: 'quest' },
    { ...item(Ware.shield, 'shield', 1), weightGrams: 1000, bind: 'onPickUp' },
    { ...item(Ware.brick, 'brick', 10), weightGrams: 9_000 },
    item(Ware.pebble, 'pebble', 1),
  ],
  npcs: [
    {
      ...blank.npc,
      ...{ id: Who.giver, key: 'giver', services: [{ kind: 'questGiver', quests: given }] },
    },
    { ...blank.npc, ...{ id: Who.hearer, key: 'hearer' } },
    { ...blank.npc, ...{ id: Who.stranger, key: 'stranger' } },
  ],
  recipes: [
    {
      ...blank.recipe,
      ...{
        id: 1,
        key: 'bake',
        output: { item: Ware.bread, count: 1 },
        finer: { item: Ware.page, chance: 0.5 },
      },
    },
  ],
  quests,
  rules: { ...smallRules, carryGramsMax: 10_000 },
  maps: [field({ landmarks: [{ key: 'stone', name: 'stone', x: 40, y: 40, width: 4, height: 4 }] })],
});

export class QuestingPlayer extends OrderingPlayer {
  readonly giver: number;
  readonly hearer: number;
  readonly stranger: number;

  constructor({ level = 1, coins = 0 } = {}) {
    super({ content, level, systems: [followQuests] });
    this.giver = this.npc(Who.giver);
    this.hearer = this.npc(Who.hearer, 20, 21);
    this.stranger = this.npc(Who.stranger, 19, 20);
    this.coins = coins;
    this.now = noon;
  }

  set now(seconds: number) {
    const { calendar } = this.small.world.tables;
    calendar.toldSeconds = seconds;
    calendar.nowSeconds = seconds;
  }

  accepts(task: number, from = this.giver) {
    return this.does(RequestId.acceptQuest, [from, task]);
  }

  abandons(task: number) {
    return this.does(RequestId.abandonQuest, [task]);
  }

  handsIn(task: number, outcome = 0, stageNumber = this.stageOf(task), to = this.giver) {
    return this.does(RequestId.handInQuest, [to, task, stageNumber, outcome]);
  }

  talks(to: number) {
    return this.does(RequestId.talkTo, [to]);
  }

  eats(slot: number) {
    const { vitals, combat } = this.small.world.components;
    vitals.columns.health[this.row] = 1;
    combat.columns.cooldownReadyTick.fill(0);
    return this.does(RequestId.useItem, [HolderKind.inventory, slot]);
  }

  /** Has part in so many kills, as deaths tell. */
  kills(creature: number, times = 1): void {
    const { world } = this.small;
    for (let i = 0; i < times; i++) {
      const killed = this.small.creature(30, 30, { template: creature });
      world.facts.reserve(1);
      noteKillCredited(world.facts, world.idAt(this.row), world.idAt(killed));
      this.small.tick();
      world.tables.entities.destroy(killed);
    }
  }

  /** As a finished piece says what came of it (domain/crafting/make-piece). */
  makes(of: number, units: number): void {
    const { world } = this.small;
    const { reservedFacts } = world.facts;
    world.facts.reserve(units);
    pointAtInventory(world, this.row, bag);
    createIn(world, deed.is(LedgerVerb.craft, bag.owner), bag, of, units, 10);
    world.facts.release(world.facts.reservedFacts - reservedFacts);
    this.small.tick();
  }

  stands(x: number, y: number): void {
    const { transform } = this.small.world.components;
    transform.columns.x[this.row] = x;
    transform.columns.y[this.row] = y;
  }

  /** Long enough for everything to be looked at. */
  waits(): void {
    this.small.tick(16);
  }

  /** 0 for one that is not in the log. */
  stageOf(task: number): number {
    const { world } = this.small;
    const at = slotOfQuest(world, this.row, task);
    return at < 0 ? 0 : world.components.quests.columns.stage[at]!;
  }

  doneOf(task: number): number[] {
    const { world } = this.small;
    const at = slotOfQuest(world, this.row, task);
    const { done } = world.components.quests.columns;
    return Array.from({ length: questObjectives }, (_, i) => done[at * questObjectives + i]!);
  }

  /** How often it was completed. */
  timesOf(task: number): number {
    const history = this.small.world.tables.questHistories.of(this.row);
    const known = history.find(task);
    return known < 0 ? 0 : history.times[known]!;
  }

  get experience(): number {
    return this.small.world.components.progress.columns.experience[this.row]!;
  }

  /** Something in every slot that is empty. */
  fill(): void {
    for (let slot = 0; slot < this.bag.slots; slot++) if (!this.bag.has(slot)) this.give(slot, Ware.pebble);
  }
}
