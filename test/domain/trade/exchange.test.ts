// Whatever two offer each other: either all of it changes hands, or both bags stay as they were, and the facts are what
// became of the slots.

import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { inventorySlots } from '#domain/inventory/columns.js';
import { Bag, copyStacks, createStackColumns } from '#domain/ledger/bag.js';
import { exchange, exchangeFacts, lacksRoom, Offer } from '#domain/trade/exchange.js';
import { HolderKind } from '#domain/vocabulary/generated/words.js';
import { Item } from '../../support/worlds/small-content.js';
import { SmallWorld } from '../harness/small-world.js';

const stackMax: Readonly<Record<number, number>> = { [Item.sword]: 1, [Item.bread]: 5, [Item.pelt]: 10 };

const stack = fc.record({
  slot: fc.nat(inventorySlots - 1),
  item: fc.constantFrom(Item.sword, Item.bread, Item.pelt),
  fill: fc.integer({ min: 1, max: 10 }),
});
const side = fc.record({
  isFull: fc.boolean(),
  stacks: fc.array(stack, { maxLength: inventorySlots }),
  offers: fc.array(fc.record({ slot: fc.nat(inventorySlots - 1), units: fc.integer({ min: 1, max: 10 }) }), {
    maxLength: 8,
  }),
});

function sideOf(
  small: SmallWorld,
  owner: number,
  drawn: typeof side extends fc.Arbitrary<infer T> ? T : never,
) {
  const offer = new Offer();
  offer.bag
    .pointAt(createStackColumns(inventorySlots), 0, inventorySlots)
    .of(HolderKind.inventory, owner, owner);
  for (const { slot, item, fill } of drawn.stacks)
    if (!offer.bag.has(slot)) small.give(offer.bag, slot, item, Math.min(fill, stackMax[item]!));
  if (drawn.isFull)
    for (let slot = 0; slot < inventorySlots; slot++)
      if (!offer.bag.has(slot)) small.give(offer.bag, slot, Item.sword, 1);
  for (const { slot, units } of drawn.offers)
    if (offer.bag.has(slot)) offer.leaving[slot] = Math.min(units, offer.bag.unitsAt(slot));
  return offer;
}

function unitsIn(bag: Bag): Map<number, number> {
  const units = new Map<number, number>();
  for (let slot = 0; slot < bag.slots; slot++)
    if (bag.has(slot)) units.set(bag.itemAt(slot), (units.get(bag.itemAt(slot)) ?? 0) + bag.unitsAt(slot));
  return units;
}

function leavingOf({ bag, leaving }: Offer): Map<number, number> {
  const units = new Map<number, number>();
  leaving.forEach((count, slot) => {
    if (count > 0) units.set(bag.itemAt(slot), (units.get(bag.itemAt(slot)) ?? 0) + count);
  });
  return units;
}

const sum = (bag: Map<number, number>, gives: Map<number, number>, gets: Map<number, number>, item: number) =>
  (bag.get(item) ?? 0) - (gives.get(item) ?? 0) + (gets.get(item) ?? 0);

describe('an exchange', () => {
  const small = new SmallWorld();
  it('is all or nothing, and what it says is what lies in the slots', () => {
    fc.assert(
      fc.property(side, side, (first, second) => {
        const { world } = small;
        const [a, b] = [sideOf(small, 1, first), sideOf(small, 2, second)];
        small.told();
        small.tick();
        const before = [a, b].map((each) => unitsIn(each.bag));
        const leaving = [leavingOf(a), leavingOf(b)];
        const copies = [a, b].map(({ bag }) => {
          const copy = createStackColumns(inventorySlots);
          copyStacks(copy, 0, bag.columns, 0, inventorySlots);
          return copy;
        });
        const lacking = lacksRoom(world, a, b);
        expect([a, b].map(({ bag }) => bag.columns)).toEqual(copies);
        if (lacking >= 0) return;
        expect(world.facts.reserve(exchangeFacts)).toBe(true);
        exchange(world, a, b, 1);
        world.facts.release(world.facts.reservedFacts);
        for (const item of Object.values(Item)) {
          expect(unitsIn(a.bag).get(item) ?? 0).toBe(sum(before[0]!, leaving[0]!, leaving[1]!, item));
          expect(unitsIn(b.bag).get(item) ?? 0).toBe(sum(before[1]!, leaving[1]!, leaving[0]!, item));
        }
        const stacks = new Map<string, string>();
        for (const each of small.toldOf('stackChanged'))
          stacks.set(
            String(each['instance']),
            `${each['owner']}:${each['slot']} ${each['item']}×${each['after']}`,
          );
        for (const { bag } of [a, b])
          for (let slot = 0; slot < bag.slots; slot++) {
            const told = stacks.get(String(bag.columns.instances[slot]));
            if (bag.has(slot) && told !== undefined)
              expect(told).toBe(`${bag.owner}:${slot} ${bag.itemAt(slot)}×${bag.unitsAt(slot)}`);
          }
      }),
      { numRuns: 200 },
    );
  });

  it('goes through whenever there are as many empty slots as stacks that come', () => {
    fc.assert(
      fc.property(side, side, (first, second) => {
        const [a, b] = [sideOf(small, 1, first), sideOf(small, 2, second)];
        small.told();
        small.tick();
        const wholes = ({ bag, leaving }: Offer) =>
          leaving.filter((units, slot) => units > 0 && units === bag.unitsAt(slot)).length;
        const coming = ({ leaving }: Offer) => leaving.filter((units) => units > 0).length;
        const empty = ({ bag }: Offer) => {
          let slots = 0;
          for (let slot = 0; slot < bag.slots; slot++) if (!bag.has(slot)) slots++;
          return slots;
        };
        const fits = (giver: Offer, taker: Offer) => empty(taker) + wholes(taker) >= coming(giver);
        fc.pre(fits(a, b) && fits(b, a));
        expect(lacksRoom(small.world, a, b)).toBe(-1);
      }),
      { numRuns: 200 },
    );
  });
});
