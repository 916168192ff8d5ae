// What lies on the table of a trade is what is there: moved, exchanged, spent or bound since, it lies there no more.

import { describe, expect, it } from '@jest/globals';
import { RequestId } from '#domain/vocabulary/generated/requests.js';
import { HolderKind, RefusalReason } from '#domain/vocabulary/generated/words.js';
import { Item } from '../../support/worlds/small-content.js';
import { expectUntouched, laidOut, reasons } from './two-traders.js';

const { inventory } = HolderKind;

describe('what was laid out', () => {
  it('and then moved, split or laid down falls off, and nobody has agreed (class 19: staged item dropped or moved)', () => {
    const moves: readonly (readonly [RequestId, ...number[]])[] = [
      [RequestId.moveItem, inventory, 3, inventory, 9, 8],
      [RequestId.moveItem, inventory, 3, inventory, 9, 4],
      [RequestId.dropItem, inventory, 3, 8],
    ];
    for (const [request, ...numbers] of moves) {
      const two = laidOut();
      const seen = two.version;
      two.ada.orders(RequestId.tradeConfirm, seen);
      two.small.tick();
      two.bob.orders(request, ...numbers);
      two.bob.orders(RequestId.tradeConfirm, seen);
      two.small.told();
      two.small.tick();
      expect(reasons(two.small.told())).toEqual([RefusalReason.changed]);
      expect(two.ada.slots()).toBe(`0:${Item.sword}×1`);
      expect(two.small.world.tables.trades.units.every((units) => units !== 6)).toBe(true);
    }
  });

  it('and then changed for something else in the same slot falls off (class 19: staged item exchanged)', () => {
    const two = laidOut();
    const { ada, bob, small } = two;
    small.give(ada.bag, 5, Item.bread, 1);
    const seen = two.version;
    bob.orders(RequestId.tradeConfirm, seen);
    small.tick();
    ada.orders(RequestId.moveItem, inventory, 0, inventory, 5, 1);
    ada.orders(RequestId.tradeConfirm, seen);
    small.told();
    small.tick();
    expect(reasons(small.told())).toEqual([RefusalReason.changed]);
    expect(ada.slots()).toBe(`0:${Item.bread}×1 5:${Item.sword}×1`);
    expect(bob.slots()).toBe(`3:${Item.pelt}×8`);
  });

  it('is not laid out twice, and is never more than there is', () => {
    const two = laidOut();
    expect(two.offer(two.bob, 1, 3, 1)).toBe(RefusalReason.unknownSlot);
    expect(two.offer(two.bob, 0, 3, 9)).toBe(RefusalReason.notEnoughItems);
    expect(two.offer(two.bob, 0, 4, 1)).toBe(RefusalReason.unknownSlot);
    expect(two.offer(two.bob, 8, 3, 1)).toBe(RefusalReason.unknownSlot);
    expect(two.offer(two.bob, 0, 32, 1)).toBe(RefusalReason.unknownSlot);
    expect(two.offerCoins(two.ada, 21)).toBe(RefusalReason.notEnoughCoins);
  });

  it('is nothing bound, on both sides, even when it becomes bound later (class 24)', () => {
    for (const side of ['ada', 'bob'] as const) {
      const two = laidOut();
      const { bag } = two[side];
      const slot = side === 'ada' ? 0 : 3;
      bag.columns.bound[bag.first + slot] = 1;
      expect(two.offer(two[side], 1, slot, 1)).toBe(RefusalReason.bound);
      expect(reasons(two.agree())).toEqual([RefusalReason.changed, RefusalReason.changed]);
      expectUntouched(two);
    }
  });
});
