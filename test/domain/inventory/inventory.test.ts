import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  Inventory,
  addItems,
  copyInventory,
  countItems,
  inventorySlots,
  removeItems,
} from '#domain/inventory/inventory.js';

const apple = 7;
const sword = 8;

function filledWith(item: number): Inventory {
  const inventory = new Inventory();
  addItems(inventory, item, inventorySlots, 1);
  return inventory;
}

describe('an inventory', () => {
  it('fills a started stack before it opens a new slot', () => {
    const inventory = new Inventory();
    addItems(inventory, apple, 15, 20);
    addItems(inventory, sword, 1, 1);
    expect(addItems(inventory, apple, 10, 20)).toBe(10);
    expect([...inventory.items.subarray(0, 4)]).toEqual([apple, sword, apple, 0]);
    expect([...inventory.counts.subarray(0, 4)]).toEqual([20, 1, 5, 0]);
  });

  it('takes only what fits and says how much that was', () => {
    const inventory = filledWith(sword);
    removeItems(inventory, sword, 1);
    expect(addItems(inventory, apple, 50, 20)).toBe(20);
    expect(addItems(inventory, apple, 30, 20)).toBe(0);
  });

  it('leaves a stack alone that is larger than the content allows today', () => {
    const inventory = new Inventory();
    addItems(inventory, apple, 50, 50);
    addItems(inventory, apple, 5, 20);
    expect([...inventory.counts.subarray(0, 2)]).toEqual([50, 5]);
  });

  it('marks exactly the slots that changed', () => {
    const inventory = new Inventory();
    addItems(inventory, apple, 25, 20);
    expect(inventory.changedSlots).toBe(0b11);
    inventory.changedSlots = 0;
    removeItems(inventory, apple, 5);
    expect(inventory.changedSlots).toBe(0b10);
  });

  it('marks the last slot without losing the sign bit', () => {
    const inventory = filledWith(sword);
    inventory.changedSlots = 0;
    removeItems(inventory, sword, 1);
    expect(inventory.changedSlots >>> 0).toBe(0x8000_0000);
  });

  it('is copied slot by slot', () => {
    const source = new Inventory();
    addItems(source, apple, 3, 20);
    const target = filledWith(sword);
    copyInventory(target, source);
    expect(countItems(target, apple)).toBe(3);
    expect(countItems(target, sword)).toBe(0);
    expect(target.changedSlots).toBe(0);
  });

  it('never creates or loses an item, whatever is put in and taken out', () => {
    const step = fc.record({
      add: fc.boolean(),
      item: fc.integer({ min: 0, max: 5 }),
      count: fc.integer({ min: -3, max: 70 }),
      stackSize: fc.integer({ min: 0, max: 40 }),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
        const inventory = new Inventory();
        const expected = new Map<number, number>();
        for (const { add, item, count, stackSize } of steps) {
          const moved = add
            ? addItems(inventory, item, count, stackSize)
            : -removeItems(inventory, item, count);
          expect(Math.abs(moved)).toBeLessThanOrEqual(Math.max(0, count));
          expected.set(item, (expected.get(item) ?? 0) + moved);
          for (const [each, held] of expected) expect(countItems(inventory, each)).toBe(held);
          for (let slot = 0; slot < inventorySlots; slot++) {
            expect(inventory.items[slot] === 0).toBe(inventory.counts[slot] === 0);
          }
        }
      }),
    );
  });
});
