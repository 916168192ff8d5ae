// Whatever is done with stacks: what the facts say is what lies in the slots, nothing is gained or lost but what a fact
// says, and no two stacks have one id.

import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Bag, createStackColumns } from '#domain/ledger/bag.js';
import { Deed } from '#domain/ledger/deed.js';
import { mayMerge, roomIn, unitsOf } from '#domain/ledger/room.js';
import {
  createUnits,
  destroyUnits,
  markStack,
  moveUnits,
  stackFacts,
  swapStacks,
} from '#domain/ledger/stacks.js';
import { createIn, destroyIn, stow } from '#domain/ledger/stow.js';
import { HolderKind, LedgerVerb } from '#domain/vocabulary/generated/words.js';
import { SmallWorld } from '../harness/small-world.js';
import type { ToldFact } from '../harness/small-world.js';

const slots = 5;
const stackMax = 10;
const items = [3, 4];

/** What stands in the slots, as the facts alone say. */
class Told {
  readonly stacks = new Map<number, string>();
  readonly units = new Map<number, number>();

  read(facts: readonly ToldFact[]): void {
    for (const fact of facts) {
      const { instance, item, amount, after, holder, owner, slot, wear, bound } = fact as unknown as Record<
        string,
        number
      >;
      this.units.set(item!, (this.units.get(item!) ?? 0) + amount!);
      if (after === 0) this.stacks.delete(instance!);
      else this.stacks.set(instance!, `${holder}/${owner}/${slot}: ${item}×${after} ${wear} ${bound}`);
    }
  }
}

function lying(bags: readonly Bag[]): string[] {
  return bags.flatMap((bag) =>
    Array.from({ length: slots }, (_, slot) => slot)
      .filter((slot) => bag.has(slot))
      .map((slot) => {
        const { wear, bound } = bag.columns;
        return `${bag.holder}/${bag.owner}/${slot}: ${bag.itemAt(slot)}×${bag.unitsAt(slot)} ${wear[slot]} ${bound[slot]}`;
      }),
  );
}

const slot = fc.nat(slots - 1);
const bag = fc.nat(1);
const step = fc.record({
  what: fc.constantFrom('create', 'createIn', 'destroy', 'destroyIn', 'move', 'swap', 'stow', 'mark'),
  from: bag,
  fromSlot: slot,
  to: bag,
  toSlot: slot,
  item: fc.constantFrom(...items),
  units: fc.integer({ min: 1, max: stackMax }),
});
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;

function act(world: SmallWorld['world'], bags: readonly Bag[], deed: Deed, each: Step): void {
  const { what, fromSlot, toSlot, item, units } = each;
  const from = bags[each.from]!;
  const to = bags[each.to]!;
  const isSame = from === to && fromSlot === toSlot;
  switch (what) {
    case 'create':
      if (roomIn(to, toSlot, item, stackMax) >= units) createUnits(world, deed, to, toSlot, item, units);
      break;
    case 'createIn':
      createIn(world, deed, to, item, units, stackMax);
      break;
    case 'destroy':
      if (from.has(fromSlot))
        destroyUnits(world, deed, from, fromSlot, Math.min(units, from.unitsAt(fromSlot)));
      break;
    case 'destroyIn':
      destroyIn(world, deed, from, item, units);
      break;
    case 'move': {
      const part = Math.min(units, from.unitsAt(fromSlot));
      const fits =
        !to.has(toSlot) || (mayMerge(from, fromSlot, to, toSlot) && to.unitsAt(toSlot) + part <= stackMax);
      if (!isSame && from.has(fromSlot) && fits) moveUnits(world, deed, from, fromSlot, to, toSlot, part);
      break;
    }
    case 'swap':
      if (!isSame && from.has(fromSlot) && to.has(toSlot))
        swapStacks(world, deed, from, fromSlot, to, toSlot);
      break;
    case 'stow':
      if (from !== to && from.has(fromSlot)) stow(world, deed, from, fromSlot, to, units, stackMax);
      break;
    case 'mark':
      if (from.has(fromSlot) && from.unitsAt(fromSlot) === 1)
        markStack(world, deed, from, fromSlot, units, units % 2);
      break;
  }
}

describe('stacks', () => {
  it('are as the facts say, whatever is done with them', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60, size: 'max' }), (steps) => {
        const small = new SmallWorld();
        const { world } = small;
        const bags = [1, 2].map((owner) =>
          new Bag().pointAt(createStackColumns(slots), 0, slots).of(HolderKind.inventory, owner, 0),
        );
        const deed = new Deed().is(LedgerVerb.grant, 1);
        const told = new Told();
        for (const each of steps) {
          world.facts.reserve(2 * slots * stackFacts);
          act(world, bags, deed, each);
          world.facts.release(world.facts.reservedFacts);
          told.read(small.told());
          expect([...told.stacks.values()].sort()).toEqual(lying(bags).sort());
          for (const item of items)
            expect(bags.reduce((units, each) => units + unitsOf(each, item), 0)).toBe(
              told.units.get(item) ?? 0,
            );
        }
      }),
    );
  });

  it('cannot be moved onto themselves, out of nothing or beyond what there is', () => {
    const small = new SmallWorld();
    const { world } = small;
    const of = new Bag().pointAt(createStackColumns(slots), 0, slots).of(HolderKind.inventory, 1, 0);
    const deed = new Deed();
    world.facts.reserve(20);
    createUnits(world, deed, of, 0, 3, 5);
    createUnits(world, deed, of, 1, 4, 5);
    const before = lying([of]);
    expect(() => moveUnits(world, deed, of, 0, of, 0, 1)).toThrow('onto itself');
    expect(() => moveUnits(world, deed, of, 2, of, 3, 1)).toThrow('units');
    expect(() => moveUnits(world, deed, of, 0, of, 1, 1)).toThrow('something else');
    expect(() => moveUnits(world, deed, of, 0, of, 2, 6)).toThrow('units');
    expect(() => moveUnits(world, deed, of, 0, of, slots, 1)).toThrow('slot');
    expect(() => createUnits(world, deed, of, 0, 4, 1)).toThrow('item');
    expect(() => createUnits(world, deed, of, 2, 4, -1)).toThrow('units');
    expect(() => destroyUnits(world, deed, of, 0, 6)).toThrow('units');
    expect(() => swapStacks(world, deed, of, 0, of, 3)).toThrow('empty');
    expect(() => markStack(world, deed, of, 3, 1, 1)).toThrow('empty');
    expect(lying([of])).toEqual(before);
  });
});
