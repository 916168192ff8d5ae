// LZ4 blocks: our codec and its native twin, which no program uses, read what either wrote, refuse what is malformed, and never write beyond what was declared.

import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Lz4Block } from '#adapters/protocol/session/bytes/lz4-block.js';
import type { Compressor } from '#ports/network/compressor.js';
import { NativeCompressor } from '../../../../bench/compression/native-compressor.js';

const adapters: Compressor[] = [new Lz4Block(), new NativeCompressor()];
const pairs = adapters.flatMap((from) => adapters.map((to) => [from.name, to.name, from, to] as const));

/** Bytes with repeats in them. */
const texts = fc
  .array(fc.tuple(fc.uint8Array({ minLength: 1, maxLength: 40 }), fc.integer({ min: 1, max: 40 })), {
    maxLength: 40,
  })
  .map((parts) =>
    Uint8Array.from(
      parts.flatMap(([bytes, times]) =>
        Array(times)
          .fill([...bytes])
          .flat(),
      ),
    ),
  );

describe.each(pairs)('%s to %s', (_from, _to, from, to) => {
  it('restores what was compressed', () => {
    fc.assert(
      fc.property(texts, (data) => {
        const around = new Uint8Array(data.length + 7);
        around.set(data, 3);
        const block = new Uint8Array(data.length + data.length / 255 + 40);
        const bytes = from.compress(around, 3, data.length, block, 5, block.length - 5);
        expect(bytes).toBeGreaterThan(0);
        const out = new Uint8Array(data.length + 9).fill(0xee);
        expect(to.restore(block, 5, bytes, out, 4, data.length)).toBe(true);
        expect(out.subarray(4, 4 + data.length)).toEqual(data);
        expect([...out.subarray(0, 4), ...out.subarray(4 + data.length)]).toEqual(Array(9).fill(0xee));
        expect(to.restore(block, 5, bytes, out, 4, data.length + 1)).toBe(false);
        if (data.length > 0) expect(to.restore(block, 5, bytes, out, 4, data.length - 1)).toBe(false);
      }),
      { numRuns: 60 },
    );
  });
});

describe.each(adapters.map((adapter) => [adapter.name, adapter] as const))('%s', (_name, adapter) => {
  it('refuses mutated and random blocks, or restores exactly the declared size, within its bounds', () => {
    const plain = Uint8Array.from({ length: 2000 }, (_u, n) => (n % 37) ^ (n >> 7));
    const block = new Uint8Array(2100);
    const bytes = adapter.compress(plain, 0, plain.length, block, 0, block.length);
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(bytes - 1), fc.nat(255)), { maxLength: 5 }),
        fc.nat(3000),
        (edits, size) => {
          const mutated = block.slice();
          for (const [at, value] of edits) mutated[at] = value;
          const out = new Uint8Array(3100).fill(0xee);
          adapter.restore(mutated, 0, bytes, out, 0, size);
          expect(out.subarray(size).every((byte) => byte === 0xee)).toBe(true);
        },
      ),
      { numRuns: 500 },
    );
  });

  it('says when there is no room', () => {
    const random = Uint8Array.from({ length: 500 }, (_u, n) => Math.imul(n + 1, 0x9e3779b1) >>> 24);
    expect(adapter.compress(random, 0, 500, new Uint8Array(600), 0, 400)).toBe(-1);
  });
});
