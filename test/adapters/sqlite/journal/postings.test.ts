// Packed postings are read as they were written, by any key, and damaged ones are told from whole ones.

import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  keyMax,
  packRun,
  piecesOf,
  readPlaces,
  runEntries,
  type PackedRun,
} from '#adapters/sqlite/journal/postings.js';

const key = fc.oneof(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 0, max: keyMax }));
const place = fc.integer({ min: 0, max: runEntries - 1 });

function placesOf({ pieces, firstKeys }: PackedRun, of: number): number[] {
  const places: number[] = [];
  const [from, end] = piecesOf(firstKeys, of);
  for (let i = from; i < end; i++) expect(readPlaces(pieces[i]!, firstKeys[i]!, of, places)).toBe(true);
  return places;
}

describe('a packed run', () => {
  it('has each key at its places, and at no other', () => {
    const run = fc.array(fc.tuple(key, place), { maxLength: 3_000, size: 'max' });
    fc.assert(
      fc.property(run, fc.array(place, { maxLength: 6_000, size: 'max' }), key, (pairs, busy, stranger) => {
        const all = [...pairs, ...busy.map((each): [number, number] => [7, each])];
        const wanted = new Map<number, Set<number>>([[stranger, new Set()]]);
        for (const [of, at] of all) wanted.set(of, (wanted.get(of) ?? new Set()).add(at));
        const distinct = [...wanted].flatMap(([of, places]) => [...places].map((at) => of * runEntries + at));
        const packed = packRun(Float64Array.from(distinct).sort());
        for (const piece of packed.pieces) expect(piece.length).toBeLessThanOrEqual(4_000);
        for (const [of, places] of wanted)
          expect(placesOf(packed, of)).toEqual([...places].sort((a, b) => a - b));
      }),
      { numRuns: 60 },
    );
  });

  it('of nothing has no pieces', () => {
    const { pieces, firstKeys } = packRun(new Float64Array());
    expect([pieces.length, firstKeys.length]).toEqual([0, 0]);
  });

  it('that is cut short, or says what cannot be, is told from a whole one', () => {
    const { pieces, firstKeys } = packRun(
      Float64Array.from([5, 5.001, 9].map((each) => Math.floor(each * runEntries))),
    );
    const whole = pieces[0]!;
    for (let length = 1; length < whole.length; length++) {
      const places: number[] = [];
      const isWhole = readPlaces(whole.subarray(0, length), firstKeys[0]!, 9, places);
      // Where a key ends, it ends well.
      if (isWhole) expect(places).toEqual([]);
    }
    expect(readPlaces(Uint8Array.of(0, 0), 5, 5, [])).toBe(false);
    expect(readPlaces(Uint8Array.of(0, 1, 0xff, 0xff, 0x7f), 5, 5, [])).toBe(false);
  });
});
