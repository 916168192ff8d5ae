import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  Inventory,
  addItems,
  copyInventory,
  countItems,
  removeItems,
  touched,
} from '#domain/inventory/inventory.js';
import { inventorySlots } from '#domain/inventory/columns.js';

const apple = 7;
const sword = 8;

function filledWith(item: number): Inventory {
  const inventory = new Inventory();
  addItems(inventory, 0, item, inventorySlots, 1);
  return inventory;
}

describe('an inventory', () => {
  it('fills a started stack before it opens a new slot', () => {
    const inventory = new Inventory();
    addItems(inventory, 0, apple, 15, 20);
    addItems(inventory, 0, sword, 1, 1);
    expect(addItems(inventory, 0, apple, 10, 20)).toBe(10);
    expect([...inventory.items.subarray(0, 4)]).toEqual([apple, sword, apple, 0]);
    expect([...inventory.counts.subarray(0, 4)]).toEqual([20, 1, 5, 0]);
  });

  it('takes only what fits and says how much that was', () => {
    const inventory = filledWith(sword);
    removeItems(inventory, 0, sword, 1);
    expect(addItems(inventory, 0, apple, 50, 20)).toBe(20);
    expect(addItems(inventory, 0, apple, 30, 20)).toBe(0);
  });

  it('leaves a stack alone that is larger than the content allows today', () => {
    const inventory = new Inventory();
    addItems(inventory, 0, apple, 50, 50);
    addItems(inventory, 0, apple, 5, 20);
    expect([...inventory.counts.subarray(0, 2)]).toEqual([50, 5]);
  });

  it('says exactly which slots changed, and by how many units', () => {
    const inventory = new Inventory();
    const changes = () =>
      Array.from({ length: touched.count }, (_, i) => [touched.slots[i], touched.units[i]] as const);
    addItems(inventory, 0, apple, 25, 20);
    expect(changes()).toEqual([
      [0, 20],
      [1, 5],
    ]);
    removeItems(inventory, 0, apple, 7);
    expect(changes()).toEqual([
      [1, 5],
      [0, 2],
    ]);
  });

  it('is one row of many', () => {
    const rows = {
      items: new Uint16Array(3 * inventorySlots),
      counts: new Uint16Array(3 * inventorySlots),
      instances: new Float64Array(3 * inventorySlots),
    };
    expect(addItems(rows, 1, apple, 40 * inventorySlots, 20)).toBe(20 * inventorySlots);
    expect([countItems(rows, 0, apple), countItems(rows, 1, apple), countItems(rows, 2, apple)]).toEqual([
      0,
      20 * inventorySlots,
      0,
    ]);
  });

  it('is copied slot by slot', () => {
    const source = new Inventory();
    addItems(source, 0, apple, 3, 20);
    const target = filledWith(sword);
    copyInventory(target, 0, source, 0);
    expect(countItems(target, 0, apple)).toBe(3);
    expect(countItems(target, 0, sword)).toBe(0);
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
            ? addItems(inventory, 0, item, count, stackSize)
            : -removeItems(inventory, 0, item, count);
          expect(Math.abs(moved)).toBeLessThanOrEqual(Math.max(0, count));
          expected.set(item, (expected.get(item) ?? 0) + moved);
          for (const [each, held] of expected) expect(countItems(inventory, 0, each)).toBe(held);
          for (let slot = 0; slot < inventorySlots; slot++) {
            expect(inventory.items[slot] === 0).toBe(inventory.counts[slot] === 0);
          }
        }
      }),
    );
  });
});
