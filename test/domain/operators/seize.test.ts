// What operators take away from who is in the world: it is destroyed by an entry of its own, and whatever it was about to
// be used for finds it gone.

import { beforeEach, describe, expect, it } from '@jest/globals';
import { seizeCoins, seizeItems } from '#domain/operators/seize.js';
import { pointAtBank, pointAtEquipment, pointAtInventory } from '#domain/inventory/bags.js';
import { Bag } from '#domain/ledger/bag.js';
import { setStrength } from '#domain/progression/attributes.js';
import { LedgerVerb, RefusalReason } from '#domain/vocabulary/generated/words.js';
import { allowed } from '#domain/vocabulary/verdict.js';
import { Item, smallContent } from '../../support/worlds/small-content.js';
import { SmallWorld } from '../harness/small-world.js';

let small: SmallWorld;
let row: number;
let bag: Bag;

beforeEach(() => {
  small = new SmallWorld();
  row = small.player();
  bag = pointAtInventory(small.world, row, new Bag());
});

const stackIn = (of: Bag, slot: number) => of.columns.instances[of.first + slot]!;

describe('items', () => {
  it('go from the bag, some of a stack or all of it', () => {
    small.give(bag, 3, Item.bread, 5);
    small.told();
    const instance = stackIn(bag, 3);
    expect(seizeItems(small.world, row, { instance, units: 2 })).toBe(allowed);
    expect(seizeItems(small.world, row, { instance, units: 3 })).toBe(allowed);
    expect(small.told()).toMatchObject([
      { fact: 'stackChanged', verb: LedgerVerb.seize, instance, amount: -2, after: 3, character: bag.owner },
      { fact: 'stackChanged', verb: LedgerVerb.seize, instance, amount: -3, after: 0, character: bag.owner },
    ]);
    expect(bag.has(3)).toBe(false);
  });

  it('go from the bank, and from what is worn, which makes weaker', () => {
    const [plain, ...others] = smallContent().lists.items;
    const strong = { ...plain!, equipSlot: 'mainHand' as const, power: 7 };
    small = new SmallWorld({ content: smallContent({ items: [strong, ...others] }) });
    row = small.player();
    const { power } = small.world.components.combat.columns;
    const before = power[row];
    const worn = pointAtEquipment(small.world, row, new Bag());
    const bank = pointAtBank(small.world, row, new Bag());
    small.give(worn, 0, Item.sword, 1);
    small.give(bank, 5, Item.pelt, 4);
    setStrength(small.world, row);
    expect(power[row]).toBe(before! + 7);
    expect(seizeItems(small.world, row, { instance: stackIn(worn, 0), units: 1 })).toBe(allowed);
    expect(power[row]).toBe(before);
    expect(seizeItems(small.world, row, { instance: stackIn(bank, 5), units: 4 })).toBe(allowed);
    expect([worn.has(0), bank.has(5)]).toEqual([false, false]);
  });

  it('that are not there, or not so many, are refused, and nothing moves', () => {
    small.give(bag, 0, Item.bread, 2);
    small.told();
    const other = small.player(30, 30);
    const instance = stackIn(bag, 0);
    expect(seizeItems(small.world, row, { instance, units: 3 })).toBe(RefusalReason.notEnoughItems);
    expect(seizeItems(small.world, row, { instance: instance + 1, units: 1 })).toBe(
      RefusalReason.unknownTarget,
    );
    expect(seizeItems(small.world, other, { instance, units: 1 })).toBe(RefusalReason.unknownTarget);
    small.withoutRoom(() => {
      expect(seizeItems(small.world, row, { instance, units: 1 })).toBe(RefusalReason.busy);
    });
    expect(small.told()).toEqual([]);
  });
});

describe('coins', () => {
  it('go as far as there are any', () => {
    const { coins } = small.world.components.wallet.columns;
    coins[row] = 30;
    expect(seizeCoins(small.world, row, 31)).toBe(RefusalReason.notEnoughCoins);
    expect(seizeCoins(small.world, row, 30)).toBe(allowed);
    expect(small.told()).toMatchObject([
      { fact: 'coinsChanged', verb: LedgerVerb.seize, amount: -30, after: 0 },
    ]);
  });
});
