// The WebAssembly cipher, below the suite, against the vectors of RFC 8439: whole nonces, raw one-time keys, and the
// numbers that break a Poly1305 with a wrong carry. The plain twin is held against the same vectors first.

import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { passOver } from '#adapters/wasm/chacha20.js';
import { CipherMemory } from '#adapters/wasm/cipher-memory.js';
import { freeAt, keyAt, keystreamAt, nonceAt, workAdAt, workTextAt } from '#adapters/wasm/layout.js';
import { blocks, oneTimeKeys, packets, sunscreen, sunscreen242, tags } from './rfc8439-vectors.js';
import { link } from '#adapters/wasm/linked-module.js';
import { WasmModule } from '#adapters/wasm/module-bytes.js';
import { Poly1305 } from '#adapters/wasm/poly1305.js';
import { plainBlock, plainPoly1305, plainSeal } from './plain-aead.js';

const { bytes: cells, functions } = new CipherMemory(0);
const bytes = (hex: string): Uint8Array => new Uint8Array(Buffer.from(hex, 'hex'));
const hexOf = (data: Uint8Array): string => Buffer.from(data).toString('hex');
const ascending = (from: number): string =>
  hexOf(Uint8Array.from({ length: 32 }, (_, index) => from + index));
const zeros = (length: number): string => '00'.repeat(length);

/** Passes over two, three and four blocks as functions of their first block's number. */
const passes = [2, 3, 4].map((blockCount) => {
  const module = new WasmModule();
  const made = module.function('pass');
  made.emit(...passOver(made, made.parameter('i32'), blockCount));
  const { functions: pass, bytes: memory } = link<{ pass(counter: number): void }>(module, freeAt);
  memory.set(cells.subarray(0, freeAt));
  return { blockCount, memory, ...pass };
});

function setKeyAndNonce(key: Uint8Array, nonce: Uint8Array): void {
  for (const memory of [cells, ...passes.map((each) => each.memory)]) {
    memory.set(key, keyAt);
    memory.set(nonce, nonceAt);
  }
}

/** The blocks from `first` on that one pass makes. */
function blocksOf({ blockCount, memory, pass }: (typeof passes)[number], first: number): Uint8Array {
  pass(first);
  return memory.slice(keystreamAt + first * 64, keystreamAt + (first + blockCount) * 64);
}

function seal(ad: Uint8Array, text: Uint8Array): Uint8Array {
  cells.set(ad, workAdAt);
  cells.set(text, workTextAt);
  functions.seal(workAdAt, ad.length, workTextAt, text.length);
  return cells.slice(workTextAt, workTextAt + text.length + 16);
}

/** A module of Poly1305 alone, without the lengths that the AEAD adds. */
const raw = (() => {
  const module = new WasmModule();
  const made = module.function('tag');
  const at = made.parameter('i32');
  const end = made.parameter('i32');
  const poly = new Poly1305(made);
  made.emit(...poly.start(0), poly.absorb(at, end), ...poly.finish(0, 32));
  return link<{ tag(at: number, end: number): void }>(module, 4096);
})();

/** `message` is in whole blocks of 16 bytes. */
function rawTag(oneTimeKey: Uint8Array, message: Uint8Array): Uint8Array {
  raw.bytes.set(oneTimeKey, 0);
  raw.bytes.set(message, 48);
  raw.functions.tag(48, 48 + message.length);
  return raw.bytes.slice(32, 48);
}

describe('ChaCha20', () => {
  it.each(blocks)('makes the block of %s', (_section, key, counter, nonce, block) => {
    expect(hexOf(plainBlock(bytes(key), counter, bytes(nonce)))).toBe(block);
    setKeyAndNonce(bytes(key), bytes(nonce));
    for (const pass of passes) expect(hexOf(blocksOf(pass, counter).subarray(0, 64))).toBe(block);
  });

  it.each(oneTimeKeys)('makes the one-time key of %s', (_section, key, nonce, oneTimeKey) => {
    setKeyAndNonce(bytes(key), bytes(nonce));
    for (const pass of passes) expect(hexOf(blocksOf(pass, 0).subarray(0, 32))).toBe(oneTimeKey);
  });

  it('makes the blocks that the plain twin makes', () => {
    fc.assert(
      fc.property(bytesOf(32), bytesOf(12), fc.nat(30), (key, nonce, first) => {
        setKeyAndNonce(key, nonce);
        for (const pass of passes) {
          const expected = Array.from({ length: pass.blockCount }, (_, i) => [
            ...plainBlock(key, first + i, nonce),
          ]);
          expect(hexOf(blocksOf(pass, first))).toBe(hexOf(new Uint8Array(expected.flat())));
        }
      }),
    );
  });

  it('encrypts as section 2.4.2', () => {
    setKeyAndNonce(bytes(ascending(0)), bytes('000000000000004a00000000'));
    const text = new TextEncoder().encode(sunscreen);
    expect(hexOf(seal(new Uint8Array(), text).subarray(0, text.length))).toBe(sunscreen242);
  });
});

describe('Poly1305', () => {
  it.each(tags)('the plain twin gives the tag of %s', (_section, key, message, tag) => {
    expect(hexOf(plainPoly1305(bytes(key), bytes(message)))).toBe(tag);
  });

  it.each(tags.filter(([, , message]) => message.length % 32 === 0))(
    'gives the tag of %s',
    (_section, key, message, tag) => {
      expect(hexOf(rawTag(bytes(key), bytes(message)))).toBe(tag);
    },
  );

  it('is that of the plain twin, whatever limbs come together', () => {
    const limb = fc.constantFrom(
      '00000000',
      'ffffffff',
      '01000000',
      'fbffffff',
      'fcffff0f',
      '00000080',
      'feffffff',
    );
    const block = fc.array(limb, { minLength: 4, maxLength: 4 }).map((limbs) => limbs.join(''));
    const message = fc.array(block, { maxLength: 12 }).map((all) => bytes(all.join('')));
    const key = fc.tuple(block, block).map(([r, s]) => bytes(r + s));
    fc.assert(
      fc.property(key, message, (oneTimeKey, whole) => {
        expect(hexOf(rawTag(oneTimeKey, whole))).toBe(hexOf(plainPoly1305(oneTimeKey, whole)));
      }),
      { numRuns: 3000 },
    );
  });

  it('is exact where the sum comes out next to 2^128, 2^129, p and 2^130', () => {
    // With r = 1 the sum is the sum of the blocks, each with its 2^128: as many blocks as there are such parts, then the rest.
    const one = bytes('01' + '00'.repeat(31));
    for (const near of [1n << 128n, 1n << 129n, (1n << 130n) - 5n, 1n << 130n]) {
      for (let target = near - 8n; target <= near + 8n; target++) {
        for (let count = 1n; count <= 4n; count++) {
          const rest = target - (count << 128n);
          if (rest < 0n || rest > count * ((1n << 128n) - 1n)) continue;
          const message = blocksOfSum(rest, Number(count));
          expect(hexOf(rawTag(one, message))).toBe(hexOf(plainPoly1305(one, message)));
        }
      }
    }
  });

  it('is exact after as many blocks of all ones as a packet can have', () => {
    const ones = new Uint8Array(16 * (4 + 128 + 1)).fill(255);
    for (const key of [
      'ff'.repeat(32),
      'ffffff0ffcffff0ffcffff0ffcffff0f' + 'ff'.repeat(16),
      '02' + '00'.repeat(31),
    ]) {
      expect(hexOf(rawTag(bytes(key), ones))).toBe(hexOf(plainPoly1305(bytes(key), ones)));
    }
  });
});

describe('AEAD_CHACHA20_POLY1305', () => {
  it.each(packets)('seals and opens as %s', (_section, key, nonce, ad, text, sealed) => {
    setKeyAndNonce(bytes(key), bytes(nonce));
    expect(hexOf(seal(bytes(ad), text))).toBe(sealed);
    expect(functions.open(workAdAt, ad.length / 2, workTextAt, text.length)).toBe(1);
    expect(hexOf(cells.slice(workTextAt, workTextAt + text.length))).toBe(hexOf(text));
  });

  it("is the plain twin's at every length of a text", () => {
    const key = bytes(ascending(7));
    const nonce = bytes('0102030405060708090a0b0c');
    const ad = bytes('00112233445566');
    setKeyAndNonce(key, nonce);
    for (let length = 0; length <= 2048; length += length < 400 ? 1 : 61) {
      const text = Uint8Array.from({ length }, (_, index) => index * 7);
      expect(hexOf(seal(ad, text))).toBe(hexOf(plainSeal(key, nonce, ad, text)));
    }
  });

  it('leaves no key stream behind, whether the packet was authentic or not', () => {
    setKeyAndNonce(bytes(ascending(0)), bytes(zeros(12)));
    for (const length of [1, 16, 48, 64, 65, 200, 1177]) {
      seal(new Uint8Array(7), new Uint8Array(length));
      expect(usedKeystream(length)).toBe(zeros(64 + length));
      expect(functions.open(workAdAt, 7, workTextAt, length)).toBe(1);
      expect(usedKeystream(length)).toBe(zeros(64 + length));
      expect(functions.open(workAdAt, 7, workTextAt, length)).toBe(0);
      expect(usedKeystream(length)).toBe(zeros(64 + length));
    }
  });
});

/** The one-time key's block, and what covered a text of this length. */
function usedKeystream(length: number): string {
  return hexOf(cells.slice(keystreamAt, keystreamAt + 64 + length));
}

/** `count` blocks of 16 bytes whose numbers add up to `sum`. */
function blocksOfSum(sum: bigint, count: number): Uint8Array {
  const largest = (1n << 128n) - 1n;
  const all: number[] = [];
  for (let left = count, rest = sum; left > 0; left--) {
    const part = rest > largest ? largest : rest;
    for (let i = 0n; i < 16n; i++) all.push(Number((part >> (8n * i)) & 255n));
    rest -= part;
  }
  return new Uint8Array(all);
}

function bytesOf(length: number): fc.Arbitrary<Uint8Array> {
  return fc.uint8Array({ minLength: length, maxLength: length });
}
