// The suite around our own cipher: equal to libsodium and to noble on every length a packet can have, and harmless to what
// lies around a packet, in memory of its own and in anybody's.

import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { NobleCryptoSuite } from '#adapters/noble/noble-crypto-suite.js';
import { SodiumCryptoSuite } from '#adapters/sodium/sodium-crypto-suite.js';
import { WasmCryptoSuite } from '#adapters/wasm/wasm-crypto-suite.js';
import { aeadKeyOf } from '#ports/network/aead-key.js';
import type { CryptoSuite } from '#ports/network/crypto-suite.js';
import { runProgram } from '../../support/servers/run-program.js';

const sodium = new SodiumCryptoSuite();
const noble = new NobleCryptoSuite();
const wasm = new WasmCryptoSuite(sodium, { allocatableBytes: 64 * 1024 });
const ours = wasm.allocate(8192)!;
const theirs = new Uint8Array(8192);

interface Packet {
  readonly key: Uint8Array;
  readonly nonce: number;
  readonly ad: Uint8Array;
  readonly text: Uint8Array;
  /** Where in the buffer it starts, and what lies between associated data and text. */
  readonly at: number;
  readonly gap: number;
}

const hexOf = (data: Uint8Array): string => Buffer.from(data).toString('hex');

/** Puts the packet into a buffer that is otherwise full of 0xee, seals it, and gives what became of the buffer. */
function sealed(suite: CryptoSuite, buffer: Uint8Array, packet: Packet): string {
  lay(buffer, packet);
  const { nonce, ad, text, at } = packet;
  suite.seal(aeadKeyOf(packet.key), 0, nonce, buffer, at, ad.length, textAt(packet), text.length);
  return hexOf(buffer);
}

function lay(buffer: Uint8Array, packet: Packet): void {
  buffer.fill(0xee);
  buffer.set(packet.ad, packet.at);
  buffer.set(packet.text, textAt(packet));
}

function textAt({ ad, at, gap }: Packet): number {
  return at + ad.length + gap;
}

function open(suite: CryptoSuite, buffer: Uint8Array, packet: Packet): boolean {
  const { nonce, ad, text, at } = packet;
  const key = aeadKeyOf(packet.key);
  return suite.open(key, 0, nonce, buffer, at, ad.length, textAt(packet), text.length + 16);
}

/** Bytes that look random and are the same in every run. */
function bytesOf(length: number, seed: number): Uint8Array {
  let state = seed + 1;
  return Uint8Array.from({ length }, () => (state = Math.imul(state, 1_664_525) + 1_013_904_223) >>> 24);
}

function packetOfLength(length: number): Packet {
  return {
    key: bytesOf(32, length * 3),
    nonce: length * 7_654_321_987,
    ad: bytesOf(length % 65, length * 5),
    text: bytesOf(length, length * 11),
    at: length % 13,
    gap: length % 3,
  };
}

const extremeBytes = fc.constantFrom(0, 255).map((value) => new Uint8Array(16).fill(value));
const halves = fc.oneof(extremeBytes, fc.uint8Array({ minLength: 16, maxLength: 16 }));
const packets: fc.Arbitrary<Packet> = fc.record({
  key: fc.tuple(halves, halves).map(([low, high]) => new Uint8Array([...low, ...high])),
  nonce: fc.oneof(fc.maxSafeNat(), fc.constantFrom(0, 2 ** 31, 2 ** 32 - 1, 2 ** 32, 2 ** 53 - 1)),
  ad: fc.uint8Array({ maxLength: 64 }),
  text: fc.oneof(
    fc.uint8Array({ maxLength: 2048 }),
    fc.uint8Array({ maxLength: 140 }),
    fc.nat(2048).map((length) => new Uint8Array(length).fill(255)),
  ),
  at: fc.nat(70),
  gap: fc.nat(20),
});

describe('the WebAssembly suite', () => {
  it('seals every length of a packet as libsodium and noble do, and changes nothing else', () => {
    const lengths = [...Array(1178).keys(), 2031, 2032, 2047, 2048];
    for (const length of lengths) {
      const packet = packetOfLength(length);
      const expected = sealed(sodium, theirs, packet);
      expect(sealed(noble, theirs, packet)).toBe(expected);
      expect(sealed(wasm, theirs, packet)).toBe(expected);
      expect(sealed(wasm, ours, packet)).toBe(expected);
    }
  });

  it('seals and opens any packet as libsodium and noble do', () => {
    fc.assert(
      fc.property(packets, (packet) => {
        const expected = sealed(sodium, theirs, packet);
        expect(sealed(noble, theirs, packet)).toBe(expected);
        lay(theirs, packet);
        const before = hexOf(theirs);
        for (const buffer of [theirs, ours]) {
          expect(sealed(wasm, buffer, packet)).toBe(expected);
          expect(open(wasm, buffer, packet)).toBe(true);
          const tagAt = textAt(packet) + packet.text.length;
          expect(hexOf(buffer.subarray(tagAt))).toBe(expected.slice(2 * tagAt));
          buffer.fill(0xee, tagAt, tagAt + 16);
          expect(hexOf(buffer)).toBe(before);
        }
      }),
      { numRuns: 400 },
    );
  });

  it('refuses every packet with one bit changed, and leaves it as it came', () => {
    for (const length of [0, 1, 15, 16, 17, 48, 140, 300]) {
      const packet = { ...packetOfLength(length), ad: bytesOf(7, length), gap: 0 };
      for (const buffer of [theirs, ours]) {
        sealed(wasm, buffer, packet);
        const bits = (7 + length + 16) * 8;
        for (let bit = 0; bit < bits; bit++) {
          const place = packet.at + (bit >> 3);
          buffer[place]! ^= 1 << (bit & 7);
          const before = Buffer.from(buffer);
          expect(open(wasm, buffer, packet)).toBe(false);
          expect(before.equals(buffer)).toBe(true);
          buffer[place]! ^= 1 << (bit & 7);
        }
        expect(open(wasm, buffer, packet)).toBe(true);
      }
    }
  });

  it('refuses another key, nonce, or length of text or associated data', () => {
    const packet = { ...packetOfLength(48), gap: 0 };
    sealed(wasm, theirs, packet);
    const refused: Partial<Packet>[] = [
      { nonce: packet.nonce + 1 },
      { nonce: packet.nonce + 2 ** 32 },
      { text: packet.text.subarray(1) },
      { text: new Uint8Array(49) },
      { ad: packet.ad.subarray(1), gap: 1 },
      { key: packet.key.map((byte, index) => (index === 31 ? byte ^ 0x80 : byte)) },
    ];
    for (const change of refused) expect(open(wasm, theirs, { ...packet, ...change })).toBe(false);
    expect(open(wasm, theirs, packet)).toBe(true);
  });

  it.each([
    ['before the buffer', -1, 7, 7, 64],
    ['text before the buffer', 0, 0, -8, 64],
    ['behind it', 0, 7, 4090, 64],
    ['associated data behind it', 4095, 7, 7, 64],
    ['shorter than a tag', 0, 7, 7, 15],
    ['of negative length', 0, 7, 7, -1],
    ['with more associated data than there may be', 0, 65, 65, 64],
    ['with less than none', 0, -1, 7, 64],
    ['longer than there may be', 0, 7, 7, 2048 + 17],
    ['nowhere', NaN, 7, NaN, 64],
  ])('opens nothing that lies %s, and seals nothing there', (_where, adAt, adLength, at, length) => {
    const key = aeadKeyOf(new Uint8Array(32));
    for (const buffer of [wasm.allocate(4096)!, new Uint8Array(4096)]) {
      expect(wasm.open(key, 0, 1, buffer, adAt, adLength, at, length)).toBe(false);
      expect(() => wasm.seal(key, 0, 1, buffer, adAt, adLength, at, length - 16)).toThrow(RangeError);
      expect(buffer.every((byte) => byte === 0)).toBe(true);
    }
  });

  it('two of them do not disturb each other', () => {
    const other = new WasmCryptoSuite(noble);
    const [a, b] = [packetOfLength(77), packetOfLength(200)];
    const [keyA, keyB] = [aeadKeyOf(a.key), aeadKeyOf(b.key)];
    const [bufferA, bufferB] = [new Uint8Array(512), new Uint8Array(512)];
    lay(bufferA, a);
    lay(bufferB, b);
    wasm.seal(keyA, 0, a.nonce, bufferA, a.at, a.ad.length, textAt(a), a.text.length);
    other.seal(keyB, 0, b.nonce, bufferB, b.at, b.ad.length, textAt(b), b.text.length);
    expect(open(wasm, bufferA, a) && open(other, bufferB, b)).toBe(true);
    expect(hexOf(other.hash(a.text))).toBe(hexOf(wasm.hash(a.text)));
  });

  it('finds its way in more buffers than it remembers at once', () => {
    const packet = packetOfLength(60);
    const buffers = Array.from({ length: 9 }, (_, i) =>
      i % 2 === 0 ? new Uint8Array(512) : wasm.allocate(512)!,
    );
    const expected = sealed(sodium, new Uint8Array(512), packet);
    for (let round = 0; round < 3; round++) {
      for (const buffer of buffers) expect(sealed(wasm, buffer, packet)).toBe(expected);
    }
  });

  it('gives out memory until its own is used up, each piece for itself', () => {
    const small = new WasmCryptoSuite(sodium, { allocatableBytes: 10_000 });
    const pieces: Uint8Array[] = [];
    for (let piece = small.allocate(1000); piece !== undefined; piece = small.allocate(1000))
      pieces.push(piece);
    expect(pieces.length).toBeGreaterThanOrEqual(9);
    expect(pieces.length).toBeLessThan(70);
    pieces.forEach((piece, index) => piece.fill(index));
    expect(
      pieces.every((piece, index) => piece.length === 1000 && piece.every((byte) => byte === index)),
    ).toBe(true);
    expect([-1, NaN, Infinity].map((bytes) => small.allocate(bytes))).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
    // The last piece is as good as the first, up to its last byte.
    const last = pieces.at(-1)!;
    const packet = { ...packetOfLength(300), at: 0, gap: 0, ad: bytesOf(7, 1) };
    const end = last.subarray(1000 - 7 - 300 - 16);
    const expected = sealed(sodium, new Uint8Array(323), packet);
    expect(sealed(small, end, packet)).toBe(expected);
    expect(pieces.at(-2)!.every((byte) => byte === pieces.length - 2)).toBe(true);
  });

  it('allocates nothing per packet, be it authentic or forged, copied or not', async () => {
    expect(await runProgram('test/simulation/programs/cipher-allocation.ts', 60_000)).toEqual({
      copied: 0,
      inPlace: 0,
      forged: 0,
    });
  });
});
