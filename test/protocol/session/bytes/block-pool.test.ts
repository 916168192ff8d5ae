// The shared memory for waiting messages: what goes in comes out, nothing leaks, nobody starves the others.

import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { BlockPool, noBlock } from '#adapters/protocol/session/bytes/block-pool.js';

describe('block pool', () => {
  it('gives back what was stored, whatever was stored and freed before', () => {
    const step = fc.record({ length: fc.integer({ min: 0, max: 1200 }), free: fc.nat(10) });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 120 }), (steps) => {
        const pool = new BlockPool(64);
        const held: { first: number; data: Uint8Array }[] = [];
        steps.forEach(({ length, free }, index) => {
          const data = new Uint8Array(length).map((_byte, at) => index * 17 + at);
          const first = pool.store(data, 0, length);
          if (first !== noBlock) held.push({ first, data });
          if (free < held.length) pool.free(held.splice(free, 1)[0]!.first);
          for (const { first: block, data: expected } of held) {
            const out = new Uint8Array(expected.length);
            pool.load(block, expected.length, out, 0);
            expect(out).toEqual(expected);
          }
        });
        expect(pool.blocksUsed).toBe(
          held.reduce((sum, { data }) => sum + Math.max(1, Math.ceil(data.length / 128)), 0),
        );
        for (const { first } of held) pool.free(first);
        expect(pool.blocksUsed).toBe(0);
      }),
      { numRuns: 60 },
    );
  });

  it('stores nothing of a message that does not fit', () => {
    const pool = new BlockPool(4);
    expect(pool.store(new Uint8Array(600), 0, 600)).toBe(noBlock);
    expect(pool.blocksUsed).toBe(0);
  });

  it('however many owners hold on to all they may, a newcomer still gets its share', () => {
    const pool = new BlockPool(4096);
    const message = new Uint8Array(1024);
    const held = new Array<number>(30).fill(0);
    for (let round = 0; round < 200; round++) {
      held.forEach((bytes, owner) => {
        if (!pool.grants(bytes, 1024)) return;
        expect(pool.store(message, 0, 1024)).not.toBe(noBlock);
        held[owner] = bytes + 1024;
      });
    }
    expect(pool.blocksMax - pool.blocksUsed).toBeGreaterThan(8);
    expect(pool.grants(0, 1024)).toBe(true);
  });
});
