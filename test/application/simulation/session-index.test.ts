import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { SessionIndex } from '#application/simulation/session-index.js';

const sessionsMax = 12;

describe('the index of sessions', () => {
  it('finds what a Map finds, whatever comes and goes', () => {
    // Few numbers, so that they meet and collide; some at the ends of the range.
    const anySession = fc.oneof(fc.nat(40), fc.integer({ min: 0xffff_fff0, max: 0xffff_ffff }));
    const anyDeed = fc.record({ session: anySession, place: fc.nat(0xffff) });
    fc.assert(
      fc.property(fc.array(anyDeed, { maxLength: 200 }), (deeds) => {
        const index = new SessionIndex(sessionsMax);
        const twin = new Map<number, number>();
        for (const { session, place } of deeds) {
          if (place === 0 || (twin.size === sessionsMax && !twin.has(session))) {
            index.delete(session);
            twin.delete(session);
          } else {
            index.set(session, place);
            twin.set(session, place);
          }
          for (let each = 0; each <= 40; each++) expect(index.placeOf(each)).toBe(twin.get(each) ?? 0);
          expect(index.placeOf(session)).toBe(twin.get(session) ?? 0);
        }
      }),
    );
  });
});
