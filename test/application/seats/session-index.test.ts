import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { SessionIndex } from '#application/seats/session-index.js';
import { sessionNumber } from '#ports/threads/session-number.js';

/** Few of each, so that they meet; the last of each number of bits among them. */
const gateway = fc.constantFrom(0, 1, 15);
const generation = fc.constantFrom(0, 1, 0xfff);
const slot = fc.constantFrom(0, 1, 2, 0xffff);
const session = fc.tuple(gateway, generation, slot).map((parts) => sessionNumber(...parts));
const deed = fc.record({ session, row: fc.nat(0xffff) });

describe('the index of sessions', () => {
  it('finds what a Map finds in which each slot of a gateway has one session, whatever comes and goes', () => {
    fc.assert(
      fc.property(fc.array(deed, { maxLength: 100 }), (deeds) => {
        const index = new SessionIndex();
        const twin = new Map<number, number>();
        for (const { session, row } of deeds) {
          if (row === 0) {
            index.delete(session);
            twin.delete(session);
          } else {
            for (const other of twin.keys()) if (isSameSlot(other, session)) twin.delete(other);
            index.set(session, row);
            twin.set(session, row);
          }
          for (const { session: each } of deeds) expect(index.rowOf(each)).toBe(twin.get(each) ?? 0);
        }
      }),
    );
  });
});

function isSameSlot(one: number, other: number): boolean {
  return ((one ^ other) & 0xf000_ffff) === 0;
}
