// Whatever crafters ask for and whatever befalls them, in whatever order: the facts alone say what lies in every slot and what
// was learned, what was made is what recipes say, and nothing is made of nothing.

import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { FactReader } from '#domain/engine/facts/fact-log.js';
import { rouse } from '#domain/combat/harm.js';
import { Conservation } from '#domain/ledger/conservation.js';
import { professionPlace } from '#domain/ledger/state/ledger-state.js';
import { FactKind } from '#domain/vocabulary/generated/facts.js';
import { RequestId } from '#domain/vocabulary/generated/requests.js';
import { HolderKind, LedgerVerb, Profession } from '#domain/vocabulary/generated/words.js';
import { Crafter, Recipe, Thing } from './crafter.js';

const often = <T>(weight: number, arbitrary: fc.Arbitrary<T>) => ({ weight, arbitrary });
const step = fc.oneof(
  often(8, fc.tuple(fc.constant('craft'), fc.constantFrom(...Object.values(Recipe)), fc.nat(4))),
  often(10, fc.tuple(fc.constant('tick'), fc.integer({ min: 1, max: 35 }), fc.constant(0))),
  often(
    4,
    fc.tuple(fc.constantFrom('rise', 'give'), fc.constantFrom(1, 2, 3, 5), fc.integer({ min: 1, max: 5 })),
  ),
  often(3, fc.tuple(fc.constant('switch'), fc.constantFrom(LedgerVerb.craft, LedgerVerb.wear), fc.nat(9))),
  often(3, fc.tuple(fc.constant('store'), fc.nat(9), fc.constant(0))),
  often(3, fc.tuple(fc.constant('go'), fc.constantFrom(20, 20, 22, 25), fc.constantFrom(0, 0, 0, 1))),
  fc.tuple(fc.constant('move'), fc.nat(6), fc.nat(6)),
  fc.tuple(fc.constant('discard'), fc.nat(6), fc.integer({ min: 1, max: 5 })),
  fc.tuple(fc.constantFrom('stop', 'fight', 'die', 'takeOver'), fc.constant(0), fc.constant(0)),
);

class Judged {
  readonly ada = new Crafter();
  readonly #conservation = new Conservation();
  readonly #reader: FactReader;
  #number = 0;
  /** Finished or spoilt so far, and what went into them or came of them, by item. */
  pieces = 0;
  readonly #made = new Map<number, number>();

  constructor() {
    const { ada } = this;
    const { world } = ada.small;
    this.#reader = world.facts.reader();
    // What it begins with was noted before.
    for (const slot of [0, 1]) {
      ada.bag.columns.items[ada.bag.first + slot] = 0;
      ada.bag.columns.counts[ada.bag.first + slot] = 0;
      ada.bag.columns.instances[ada.bag.first + slot] = 0;
    }
    this.#reader.next = world.facts.count;
    ada.give(0, Thing.ore, 10);
    ada.give(1, Thing.coal, 10);
    ada.give(2, Thing.hammer);
    this.#read();
  }

  takes([what, a, b]: readonly [string, number, number]): void {
    const { ada } = this;
    const { world } = ada.small;
    const { combat, dead, player } = world.components;
    if (what === 'craft') ada.order(RequestId.craft, [a, b]);
    else if (what === 'stop') ada.order(RequestId.stopCrafting, []);
    else if (what === 'move')
      ada.order(RequestId.moveItem, [HolderKind.inventory, a, HolderKind.inventory, b, 2]);
    else if (what === 'discard') ada.order(RequestId.discardItem, [HolderKind.inventory, a, b]);
    else if (what === 'go') ada.goes(a, 20, b);
    else if (what === 'fight') rouse(world, ada.row);
    else if (what === 'die') dead.add(ada.row);
    else if (what === 'takeOver') player.columns.session[ada.row]! += 1;
    else if (what === 'switch') world.tables.ledger.switchVerb(a as LedgerVerb, b > 0);
    else if (what === 'store') world.tables.ledger.isStoring = a > 0;
    else if (what === 'give') this.#give(a, b);
    else if (what === 'rise') {
      dead.remove(ada.row);
      combat.columns.inCombatUntilTick[ada.row] = 0;
    }
    ada.small.tick(what === 'tick' ? a : 1);
    this.#read();
    this.#judge();
  }

  #give(item: number, units: number): void {
    const { ada } = this;
    for (let slot = 3; slot < 8; slot++)
      if (!ada.bag.has(slot)) return ada.give(slot, item, item >= Thing.hammer ? 1 : units);
  }

  #read(): void {
    const { facts } = this.ada.small.world;
    for (; this.#reader.next < facts.count; this.#reader.next++) {
      const row = this.#reader.next;
      this.#conservation.add(facts, row, ++this.#number);
      if (facts.kind[row] === FactKind.pieceMade) this.pieces++;
      if (facts.kind[row] !== FactKind.stackChanged || facts.verb[row] !== LedgerVerb.craft) continue;
      const item = facts.item[row]!;
      this.#made.set(item, (this.#made.get(item) ?? 0) + facts.amount[row]!);
    }
  }

  #judge(): void {
    const { ada } = this;
    this.#conservation.endTick();
    expect(this.#conservation.findings).toEqual([]);
    const { stacks, professions } = this.#conservation.state;
    const told = [...stacks.values()].map(
      ({ instance, item, count, slot, wear, bound }) =>
        `${slot}: ${instance} ${count}×${item} ${wear} ${bound}`,
    );
    const { items, instances, counts, wear, bound } = ada.bag.columns;
    const there = Array.from({ length: ada.bag.slots }, (_, slot) => [slot, ada.bag.first + slot] as const)
      .filter(([slot]) => ada.bag.has(slot))
      .map(([slot, at]) => `${slot}: ${instances[at]} ${counts[at]}×${items[at]} ${wear[at]} ${bound[at]}`);
    expect(told.sort()).toEqual(there.sort());
    const place = professionPlace(ada.bag.owner, Profession.smithing);
    expect(professions.get(place) ?? 0).toBe(ada.skill);
    // Each piece takes a coal, whatever it is.
    expect((this.#made.get(Thing.coal) ?? 0) + this.pieces).toBe(0);
    expect(ada.small.world.facts.reservedFacts).toBe(0);
  }
}

it('crafting neither loses nor doubles anything', () => {
  let pieces = 0;
  fc.assert(
    fc.property(fc.array(step, { minLength: 30, maxLength: 60 }), (steps) => {
      const judged = new Judged();
      for (const each of steps) judged.takes(each as readonly [string, number, number]);
      pieces += judged.pieces;
    }),
    { numRuns: 40 },
  );
  expect(pieces).toBeGreaterThan(50);
});

it('who leaves in the middle of a piece leaves with what it had', () => {
  const ada = new Crafter();
  ada.crafts(Recipe.bar, 5);
  ada.works();
  const before = ada.belongings();
  ada.small.tick(3);
  expect(ada.belongings()).toEqual(before);
  ada.small.world.tables.entities.destroy(ada.row);
  ada.small.told();
  ada.small.tick(40);
  expect([ada.small.told(), ada.small.world.components.crafting.count]).toEqual([[], 0]);
});
