// Items that somebody has and the content does not.

import { describe, expect, it } from '@jest/globals';
import { itemsWithoutContent } from '#application/ledger/items-without-content.js';
import { Item, smallContent } from '../../support/worlds/small-content.js';

const of = (...items: number[]) =>
  itemsWithoutContent(
    items.map((item) => ({ item, stacks: 3, units: 12 })),
    smallContent(),
  );

describe('items without content', () => {
  it('are not those that the content has', () => {
    expect(of()).toBeUndefined();
    expect(of(Item.bread)).toBeUndefined();
  });

  it('are told by number, with how many there are', () => {
    expect(of(Item.bread, 60_000)).toEqual({ items: 1, which: ['#60000 (3 stacks, 12 units)'] });
  });

  it('are told one by one only so far', () => {
    const told = of(...Array.from({ length: 50 }, (_, i) => 60_000 + i))!;
    expect([told.items, told.which.length]).toEqual([50, 20]);
  });
});
