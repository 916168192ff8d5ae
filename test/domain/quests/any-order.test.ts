// Whatever happens to who has quests, in whatever order: each completion gives its reward once, the facts alone say how every
// quest stands and add up, and what was taken on can be ended once there is room for what it gives.

import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { FactReader } from '#domain/engine/facts/fact-log.js';
import { Conservation } from '#domain/ledger/conservation.js';
import { questPlace } from '#domain/ledger/state/ledger-state.js';
import { unitsOf } from '#domain/ledger/room.js';
import { CharacterSheet } from '#domain/player/character-sheet.js';
import { readSheet, writeSheet } from '#domain/player/sheet-and-world.js';
import { questObjectives, questSlots } from '#domain/quest-log/columns.js';
import { packedProgress } from '#domain/quest-log/quest-progress.js';
import { findStage } from '#domain/quests/stages.js';
import { FactKind } from '#domain/vocabulary/generated/facts.js';
import { RequestId } from '#domain/vocabulary/generated/requests.js';
import { LedgerVerb } from '#domain/vocabulary/generated/words.js';
import { Creature } from '../../support/worlds/small-content.js';
import { content, noon, QuestingPlayer, Task, Ware } from './questing-player.js';

const tasks = Object.values(Task);
const task = fc.constantFrom(...tasks);
const step = fc.oneof(
  { weight: 3, arbitrary: fc.tuple(fc.constant('accept' as const), task) },
  { weight: 1, arbitrary: fc.tuple(fc.constant('abandon' as const), task) },
  { weight: 4, arbitrary: fc.tuple(fc.constant('handIn' as const), task, fc.nat(3), fc.nat(1)) },
  fc.tuple(fc.constant('kill' as const), fc.constantFrom(Creature.wolf, Creature.boar)),
  fc.tuple(fc.constant('give' as const), fc.constantFrom(...Object.values(Ware))),
  fc.tuple(fc.constant('throw' as const), fc.nat(5)),
  fc.tuple(fc.constant('fill' as const)),
  fc.tuple(fc.constant('walk' as const), fc.boolean()),
  fc.tuple(fc.constant('talk' as const)),
  fc.tuple(fc.constant('eat' as const)),
  fc.tuple(fc.constant('die' as const)),
  fc.tuple(fc.constant('comeBack' as const)),
  fc.tuple(fc.constant('time' as const), fc.constantFrom(1, 600, 86_400)),
  fc.tuple(fc.constant('wait' as const)),
);
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;

class Judged {
  readonly ada = new QuestingPlayer({ level: 2 });
  readonly #conservation = new Conservation();
  readonly #reader: FactReader = this.ada.small.world.facts.reader();
  /** Coins that outcomes gave, by what the content says of each that was ended. */
  #due = 0;
  #got = 0;
  #number = 0;
  #seconds = noon;

  takes([what, ...numbers]: Step): void {
    const { ada } = this;
    const { world } = ada.small;
    switch (what) {
      case 'accept':
        ada.accepts(numbers[0] as number);
        break;
      case 'abandon':
        ada.abandons(numbers[0] as number);
        break;
      case 'handIn':
        this.#handIn(numbers[0] as number, numbers[1] as number, numbers[2] === 0 ? ada.giver : ada.hearer);
        break;
      case 'kill':
        ada.kills(numbers[0] as number);
        break;
      case 'give': {
        const slot = Array.from({ length: ada.bag.slots }, (_, i) => i).find((i) => !ada.bag.has(i));
        if (slot !== undefined) ada.give(slot, numbers[0] as number);
        break;
      }
      case 'throw':
        ada.does(RequestId.discardItem, [1, numbers[0] as number, 1]);
        break;
      case 'fill':
        ada.fill();
        break;
      case 'walk':
        ada.stands(...((numbers[0] === true ? [41, 41] : [20, 20]) as [number, number]));
        break;
      case 'talk':
        ada.talks(ada.stranger);
        break;
      case 'eat':
        this.#eat();
        break;
      case 'die':
        if (world.components.dead.has(ada.row)) world.components.dead.remove(ada.row);
        else world.components.dead.add(ada.row);
        break;
      case 'comeBack': {
        const sheet = new CharacterSheet();
        writeSheet(world, ada.row, sheet);
        readSheet(world, ada.row, sheet);
        break;
      }
      case 'time':
        this.#seconds += numbers[0] as number;
        ada.now = this.#seconds;
        break;
      case 'wait':
        ada.waits();
        break;
    }
    this.#read();
    this.#isAsTheFactsSay();
  }

  /** With all the room and everything that it asks for, everything that was taken on is ended. */
  endsAll(): void {
    const { ada } = this;
    const { world } = ada.small;
    world.components.dead.remove(ada.row);
    ada.coins = 0;
    for (let slot = 0; slot < ada.bag.slots; slot++) this.#empty(slot);
    for (const each of tasks)
      for (let tries = 0; tries < 5 && ada.stageOf(each) !== 0; tries++) this.#endStage(each);
    expect(tasks.map((each) => ada.stageOf(each))).toEqual(tasks.map(() => 0));
  }

  #endStage(quest: number): void {
    const { ada } = this;
    const stage = findStage(content, quest, ada.stageOf(quest))!;
    for (const each of stage.objectives) {
      if (each.kind === 'kill') ada.kills(each.creature, each.count);
      if (each.kind === 'talk') ada.talks(ada.stranger);
      if (each.kind === 'visit') ada.stands(41, 41);
      if (each.kind === 'craft') ada.makes(Ware.bread, each.count);
      if (each.kind === 'use') for (let i = 0; i < each.count; i++) this.#eat();
      if (each.kind === 'collect') ada.give(this.#freeSlot(), each.item, each.count);
    }
    ada.waits();
    ada.stands(20, 20);
    if (stage.handIn === 0) return;
    const to = stage.handIn === 1 ? ada.giver : ada.hearer;
    expect(ada.handsIn(quest, 0, stage.number, to)).toBeUndefined();
    for (let slot = 0; slot < ada.bag.slots; slot++) this.#empty(slot);
  }

  #handIn(quest: number, outcome: number, to: number): void {
    const number = this.ada.stageOf(quest);
    const gives = findStage(content, quest, number)?.outcomes[outcome]?.coins ?? 0;
    if (this.ada.handsIn(quest, outcome, number, to) === undefined) this.#due += gives;
  }

  #eat(): void {
    const { ada } = this;
    const slot = this.#freeSlot();
    if (slot < 0) return;
    ada.give(slot, Ware.bread);
    ada.eats(slot);
  }

  #freeSlot(): number {
    const { bag } = this.ada;
    return Array.from({ length: bag.slots }, (_, i) => i).findIndex((i) => !bag.has(i));
  }

  #empty(slot: number): void {
    const { ada } = this;
    if (ada.bag.has(slot)) ada.does(RequestId.discardItem, [1, slot, ada.bag.unitsAt(slot)]);
  }

  #read(): void {
    const { facts } = this.ada.small.world;
    for (; this.#reader.next < facts.count; this.#reader.next++) {
      const row = this.#reader.next;
      if (!facts.isLedger(facts.kind[row]!)) continue;
      this.#conservation.add(facts, row, ++this.#number);
      if (facts.kind[row] === FactKind.coinsChanged && facts.verb[row] === LedgerVerb.quest)
        this.#got += facts.amount[row]!;
    }
    this.#conservation.endTick();
  }

  #isAsTheFactsSay(): void {
    const { ada } = this;
    const { world } = ada.small;
    expect(this.#got).toBe(this.#due);
    expect(this.#conservation.findings.map(({ what }) => what)).toEqual([]);
    const character = world.components.player.columns.character[ada.row]!;
    const { quest, stage, done } = world.components.quests.columns;
    const history = world.tables.questHistories.of(ada.row);
    for (const id of tasks) {
      const said = this.#conservation.state.quests.get(questPlace(character, id));
      expect(said?.completed ?? 0).toBe(ada.timesOf(id));
      expect(said?.untilSeconds ?? 0).toBe(history.untilSeconds[history.find(id)] ?? 0);
      expect(said?.stage ?? 0).toBe(ada.stageOf(id));
    }
    for (let at = ada.row * questSlots; at < (ada.row + 1) * questSlots; at++) {
      if (quest[at] === 0) continue;
      const said = this.#conservation.state.quests.get(questPlace(character, quest[at]!))!;
      expect([said.stage, said.progress]).toEqual([stage[at], packedProgress(done, at * questObjectives)]);
    }
    expect(unitsOf(ada.bag, Ware.pelt)).toBeGreaterThanOrEqual(0);
  }
}

it('40, 41, 42: whatever comes in whatever order, each reward comes once, and nothing that was taken on is stuck', () => {
  fc.assert(
    fc.property(fc.array(step, { minLength: 5, maxLength: 60 }), (steps) => {
      const judged = new Judged();
      for (const each of steps) judged.takes(each);
      judged.endsAll();
    }),
    { numRuns: 60 },
  );
}, 60_000);
