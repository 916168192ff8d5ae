// What comes by letter, from the market or by trade is taken like what is picked up: it binds, and is not too heavy.

import { describe, expect, it } from '@jest/globals';
import { decideOrders } from '#domain/decisions/decide-orders.js';
import { RequestId } from '#domain/vocabulary/generated/requests.js';
import { RefusalReason } from '#domain/vocabulary/generated/words.js';
import { allowed } from '#domain/vocabulary/verdict.js';
import { Item, item, smallContent, smallRules } from '../../support/worlds/small-content.js';
import { SmallWorld } from '../harness/small-world.js';
import { Friend } from '../mail/two-friends.js';
import { TwoTraders } from '../trade/two-traders.js';

const content = smallContent({
  items: [
    { ...item(Item.sword, 'sword', 1), bind: 'onPickUp', weightGrams: 400 },
    { ...item(Item.pelt, 'pelt', 10), weightGrams: 100 },
  ],
  rules: { ...smallRules, carryGramsMax: 1000 },
});

/** Ada has a sword that is nobody's yet. */
function friends() {
  const small = new SmallWorld({ systems: [decideOrders], content });
  small.world.tables.calendar.nowSeconds = 1_800_000_000;
  const [ada, bob] = [new Friend(small, small.player(5, 5)), new Friend(small, small.player(50, 50))];
  ada.earn(100);
  bob.earn(100);
  small.give(ada.bag, 0, Item.sword, 1);
  return { small, ada, bob };
}

const bound = ({ bag }: Pick<Friend, 'bag'>, slot: number) => bag.columns.bound[bag.first + slot];

describe('what binds by being taken', () => {
  it('is bound when it was taken from a letter, and not in it', () => {
    const { small, ada, bob } = friends();
    expect(ada.sends(bob.id, { stacks: [[0, 1]] })).toBeUndefined();
    const { letters } = small.world.tables;
    expect(letters.stacks.bound[letters.find(bob.id, 1) * 4]).toBe(0);
    expect(bob.takes(1, 0)).toBeUndefined();
    expect([bob.slots(), bound(bob, 0)]).toEqual([`0:${Item.sword}×1`, 1]);
    expect(bob.sends(ada.id, { stacks: [[0, 1]] })).toBe(RefusalReason.bound);
  });

  it('is bound when it was bought on the market', () => {
    const { ada, bob } = friends();
    expect(ada.does(RequestId.listItem, [0, 1, 50])).toBeUndefined();
    expect(bob.does(RequestId.buyListing, [1, 50])).toBeUndefined();
    expect([bob.slots(), bound(bob, 0)]).toEqual([`0:${Item.sword}×1`, 1]);
  });

  it('is bound when it came by trade', () => {
    const two = new TwoTraders(content);
    const { small, ada, bob } = two;
    small.give(ada.bag, 0, Item.sword, 1);
    small.give(bob.bag, 3, Item.pelt, 2);
    two.begin();
    expect(two.offer(ada, 0, 0, 1)).toBe(allowed);
    expect(two.offer(bob, 0, 3, 1)).toBe(allowed);
    two.agree();
    expect([bob.slots(), bound(bob, 0)]).toEqual([`0:${Item.sword}×1 3:${Item.pelt}×1`, 1]);
    expect([ada.slots(), bound(ada, 0)]).toEqual([`0:${Item.pelt}×1`, 0]);
    expect(small.world.facts.reservedFacts).toBe(0);
  });
});

describe('what is too heavy', () => {
  it('stays in the letter, and on the market', () => {
    const { small, ada, bob } = friends();
    small.give(bob.bag, 0, Item.pelt, 7);
    expect(ada.sends(bob.id, { stacks: [[0, 1]] })).toBeUndefined();
    expect(bob.takes(1, 0)).toBe(RefusalReason.tooHeavy);
    small.give(ada.bag, 0, Item.sword, 1);
    expect(ada.does(RequestId.listItem, [0, 1, 50])).toBeUndefined();
    expect(bob.does(RequestId.buyListing, [1, 50])).toBe(RefusalReason.tooHeavy);
    expect([bob.slots(), bob.coins, bob.letters()]).toEqual([`0:${Item.pelt}×7`, 100, [1]]);
  });
});
