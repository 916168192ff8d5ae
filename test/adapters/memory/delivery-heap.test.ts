// The heap of datagrams by due time, against sorting.

import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { DeliveryHeap, noSlot } from '#adapters/memory/network/delivery-heap.js';

describe('delivery heap', () => {
  it('gives what is due by time, then by order of arrival, and keeps the rest', () => {
    const times = fc.array(fc.integer({ min: 0, max: 20 }), { maxLength: 64 });
    fc.assert(
      fc.property(times, fc.integer({ min: 0, max: 20 }), (dues, now) => {
        const heap = new DeliveryHeap(64);
        dues.forEach((due, slot) => {
          heap.dueMs[slot] = due;
          heap.push(slot);
        });
        const pop = () => {
          const out: number[] = [];
          for (let slot = heap.popDue(); slot !== noSlot; slot = heap.popDue()) out.push(slot);
          return out;
        };
        const expected = dues
          .map((due, slot) => ({ due, slot }))
          .sort((a, b) => a.due - b.due || a.slot - b.slot);
        heap.nowMs[0] = now;
        expect(pop()).toEqual(expected.filter(({ due }) => due <= now).map(({ slot }) => slot));
        heap.nowMs[0] = 20;
        expect(pop()).toEqual(expected.filter(({ due }) => due > now).map(({ slot }) => slot));
      }),
    );
  });
});
