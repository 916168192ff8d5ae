import { describe, expect, it } from 'vitest';
import { OwnedStack } from '../api/models';
import { bagsOf } from './bags';

const stack = (part: Partial<OwnedStack>): OwnedStack => ({
  ...{ stack: 5, item: 2, count: 3, holder: 'inventory', slot: 4, wear: 0, isBound: false },
  ...part,
});
const items = [{ id: 2, key: 'bread', name: 'Bread' }];

describe('the bags of a player', () => {
  it('have every slot, with what is in it', () => {
    const [worn, bag, ...others] = bagsOf({ stacks: [stack({})], items });
    expect(worn!.slots.map(({ name }) => name)).toEqual([
      ...['Main hand', 'Off hand', 'Head', 'Chest', 'Legs', 'Feet'],
    ]);
    expect(bag!.slots).toHaveLength(32);
    expect(bag!.slots[4]).toMatchObject({ name: 'Slot 4', item: 'Bread', stack: { count: 3 } });
    expect(bag!.slots.filter((slot) => slot.stack !== undefined)).toHaveLength(1);
    expect(others).toEqual([]);
  });

  it('show bank and vendors when something is there, and items that nobody names by their number', () => {
    const stacks = [stack({ holder: 'bank', slot: 47 }), stack({ holder: 'buyBack', slot: 0, item: 9 })];
    const [, , bank, vendors] = bagsOf({ stacks, items });
    expect([bank!.name, bank!.slots.length, bank!.slots[47]!.item]).toEqual(['Bank', 48, 'Bread']);
    expect(vendors!.slots[0]!.item).toBe('item 9');
  });
});
