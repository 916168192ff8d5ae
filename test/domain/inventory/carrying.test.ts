// Weight, what binds by being taken, and what is thrown away.

import { describe, expect, it } from '@jest/globals';
import { carriedGrams, unitsToCarry } from '#domain/inventory/carrying.js';
import { RequestId } from '#domain/vocabulary/generated/requests.js';
import { HolderKind, LedgerVerb, RefusalReason } from '#domain/vocabulary/generated/words.js';
import { Item, item, smallContent, smallRules } from '../../support/worlds/small-content.js';
import { OrderingPlayer } from '../harness/ordering-player.js';

const { inventory } = HolderKind;
const content = smallContent({
  items: [
    { ...item(Item.sword, 'sword', 1), weightGrams: 400, bind: 'onPickUp' },
    { ...item(Item.pelt, 'pelt', 10), weightGrams: 100 },
    { ...item(4, 'feather', 10), weightGrams: 0 },
  ],
  rules: { ...smallRules, carryGramsMax: 1000 },
});

describe('weight', () => {
  it('is that of the bag and of what is worn', () => {
    const ada = new OrderingPlayer({ content });
    ada.give(0, Item.pelt, 3);
    ada.give(1, Item.sword, 1, ada.worn);
    expect(carriedGrams(ada.small.world, ada.row)).toBe(700);
    expect(unitsToCarry(ada.small.world, ada.row, Item.pelt, 9)).toBe(3);
    expect(unitsToCarry(ada.small.world, ada.row, 4, 9)).toBe(9);
  });

  it('lets be picked up what can be carried; the rest stays, and nothing is refused as too heavy', () => {
    const ada = new OrderingPlayer({ content });
    const { world } = ada.small;
    ada.give(0, Item.pelt, 7);
    const loot = ada.small.loot(Item.pelt, 5);
    expect(ada.does(RequestId.pickUp, [world.idAt(loot)])).toBeUndefined();
    expect([ada.bag.unitsAt(0), world.components.loot.columns.counts[loot]]).toEqual([10, 2]);
    expect(ada.does(RequestId.pickUp, [world.idAt(loot)])).toBe(RefusalReason.tooHeavy);
    const feathers = ada.small.loot(4, 5);
    expect(ada.does(RequestId.pickUp, [world.idAt(feathers)])).toBeUndefined();
  });

  it('of one who carries too much already lets nothing in, and everything out', () => {
    const ada = new OrderingPlayer({ content });
    ada.give(0, Item.pelt, 10);
    ada.give(1, Item.pelt, 10);
    const loot = ada.small.loot(Item.pelt, 1);
    expect(ada.does(RequestId.pickUp, [ada.small.world.idAt(loot)])).toBe(RefusalReason.tooHeavy);
    expect(ada.does(RequestId.moveItem, [inventory, 0, inventory, 2, 4])).toBeUndefined();
    expect(ada.does(RequestId.dropItem, [inventory, 0, 6])).toBeUndefined();
  });
});

describe('what binds by being taken', () => {
  it('is bound in the bag, one and several', () => {
    const ada = new OrderingPlayer({ content });
    const { world } = ada.small;
    const loot = ada.small.loot(Item.sword, 3);
    expect(ada.does(RequestId.pickUp, [world.idAt(loot)])).toBeUndefined();
    expect([ada.slots(), world.components.loot.columns.counts[loot]]).toEqual(['1×1! 1×1! - - - -', 1]);
    expect(world.components.loot.columns.bound[loot]).toBe(0);
    expect(ada.does(RequestId.dropItem, [inventory, 0, 1])).toBe(RefusalReason.bound);
  });
});

describe('throwing away', () => {
  it('destroys so many, bound or not', () => {
    const ada = new OrderingPlayer({ content });
    ada.give(0, Item.pelt, 7);
    ada.give(1, Item.sword);
    ada.bag.columns.bound[ada.bag.first + 1] = 1;
    expect(ada.does(RequestId.discardItem, [inventory, 0, 3])).toBeUndefined();
    expect(ada.told[0]).toMatchObject({ verb: LedgerVerb.discard, amount: -3, after: 4 });
    expect(ada.does(RequestId.discardItem, [inventory, 1, 1])).toBeUndefined();
    expect(ada.slots()).toBe('3×4 - - - - -');
  });

  it('is refused of more than there is, of nothing, and out of other bags', () => {
    const ada = new OrderingPlayer({ content });
    ada.give(0, Item.pelt, 7);
    expect(ada.does(RequestId.discardItem, [inventory, 0, 8])).toBe(RefusalReason.notEnoughItems);
    expect(ada.does(RequestId.discardItem, [inventory, 0, 0])).toBe(RefusalReason.notEnoughItems);
    expect(ada.does(RequestId.discardItem, [inventory, 1, 1])).toBe(RefusalReason.unknownSlot);
    expect(ada.does(RequestId.discardItem, [HolderKind.ground, 0, 1])).toBe(RefusalReason.unknownSlot);
  });
});
