// Which cryptography a process gets, and that a cipher which cannot be had is replaced and named.

import { afterEach, describe, expect, it } from '@jest/globals';
import { aeadKeyOf } from '#ports/network/aead-key.js';
import { openCryptoSuite } from '#src/process/open-crypto-suite.js';

const host = globalThis as { WebAssembly?: unknown };
const webAssembly = host.WebAssembly;

function setWebAssembly(value: unknown): void {
  if (value === undefined) delete host.WebAssembly;
  else host.WebAssembly = value;
}

describe('opening the cryptography', () => {
  afterEach(() => setWebAssembly(webAssembly));

  it('puts our own cipher before the library where packets are sealed', async () => {
    const { suite, report, packetMemory } = await openCryptoSuite('wasm', 100_000);
    expect([suite.name, report]).toEqual(['wasm', 'wasm for packets, sodium']);
    expect(packetMemory!(100_000)).toHaveLength(100_000);
    expect(packetMemory!(100_000)).toBeUndefined();
  });

  it.each([['sodium' as const], [undefined]])('leaves packets to the library for %s', async (cipher) => {
    const { suite, report, packetMemory } = await openCryptoSuite(cipher);
    expect([suite.name, report, packetMemory]).toEqual(['sodium', 'sodium', undefined]);
  });

  it.each([
    ['there is no WebAssembly', undefined, /WebAssembly is not defined/],
    [
      'its vectors are missing',
      {
        Memory: (webAssembly as { Memory: unknown }).Memory,
        Module: function Module() {
          throw new Error('Wasm SIMD unsupported');
        },
      },
      /Wasm SIMD unsupported/,
    ],
  ])('does with the library where %s, and says so', async (_what, missing, reason) => {
    setWebAssembly(missing);
    const { suite, report, packetMemory } = await openCryptoSuite('wasm', 100_000);
    expect([suite.name, packetMemory]).toEqual(['sodium', undefined]);
    expect(report).toMatch(/^sodium \(wasm is not available: /);
    expect(report).toMatch(reason);
    const packet = new Uint8Array(64);
    suite.seal(aeadKeyOf(new Uint8Array(32)), 0, 1, packet, 0, 7, 7, 20);
    expect(suite.open(aeadKeyOf(new Uint8Array(32)), 0, 1, packet, 0, 7, 7, 36)).toBe(true);
  });
});
