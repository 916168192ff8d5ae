// The self-test tells ciphers that agree from one with a single fault.

import { describe, expect, it } from '@jest/globals';
import { NobleCryptoSuite } from '#adapters/noble/noble-crypto-suite.js';
import { SodiumCryptoSuite } from '#adapters/sodium/sodium-crypto-suite.js';
import { WasmCryptoSuite } from '#adapters/wasm/wasm-crypto-suite.js';
import { sealAlike } from '#src/process/seal-alike.js';

type Seal = Parameters<NobleCryptoSuite['seal']>;

/** Seals well but for one bit of the packets of one length. */
class FaultySuite extends NobleCryptoSuite {
  constructor(
    private readonly faultyLength: number,
    private readonly at: number,
  ) {
    super();
  }

  override seal(...[keys, keyAt, nonce, buffer, adAt, adLength, textAt, textLength]: Seal): void {
    super.seal(keys, keyAt, nonce, buffer, adAt, adLength, textAt, textLength);
    if (textLength === this.faultyLength) buffer[textAt + this.at]! ^= 1;
  }
}

/** Takes no packet for authentic. */
class RefusingSuite extends NobleCryptoSuite {
  override open(): boolean {
    return false;
  }
}

describe('sealing alike', () => {
  const noble = new NobleCryptoSuite();
  const sodium = new SodiumCryptoSuite();

  it('is what our suites do', () => {
    expect(sealAlike(new WasmCryptoSuite(sodium), sodium)).toBe(true);
    expect(sealAlike(new WasmCryptoSuite(noble), noble)).toBe(true);
    expect(sealAlike(sodium, noble)).toBe(true);
  });

  it.each([
    [0, 15],
    [48, 0],
    [193, 192],
    [1177, 1177 + 15],
  ])('is not what a suite does that errs in packets of %d bytes, byte %d', (length, at) => {
    expect(sealAlike(new FaultySuite(length, at), sodium)).toBe(false);
  });

  it('is not what a suite does that opens nothing', () => {
    expect(sealAlike(new RefusingSuite(), sodium)).toBe(false);
  });
});
