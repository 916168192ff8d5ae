// By its receipts a game server knows whom it erased: no other server, key, number or moment gives the same.

import { describe, expect, it } from '@jest/globals';
import { NobleCryptoSuite } from '#adapters/noble/noble-crypto-suite.js';
import { ErasureReceipts } from '#adapters/server-proof/erasure-receipts.js';
import { SodiumCryptoSuite } from '#adapters/sodium/sodium-crypto-suite.js';

const serverId = '6f1c2a52-2f64-4b0e-9a5e-0d5a8f3c1b77';
const staticSecretKey = new Uint8Array(32).fill(7);
const erased = { characterId: 7, createdAtUnixMs: 500 };
const crypto = new NobleCryptoSuite();
const own = new ErasureReceipts(crypto, { serverId, staticSecretKey });

describe('receipts of erasures', () => {
  it('are known again by the server that gave them, after a start, too, and with other cryptography', () => {
    const receipt = own.of(erased);
    const later = new ErasureReceipts(new SodiumCryptoSuite(), { serverId, staticSecretKey });
    expect(later.isOwn({ ...erased, receipt })).toBe(true);
  });

  it.each([
    ['of another server', { serverId: '6f1c2a52-2f64-4b0e-9a5e-0d5a8f3c1b78', staticSecretKey }, erased],
    ['of another key', { serverId, staticSecretKey: new Uint8Array(32).fill(8) }, erased],
    ['of another number', { serverId, staticSecretKey }, { ...erased, characterId: 8 }],
    ['of another moment', { serverId, staticSecretKey }, { ...erased, createdAtUnixMs: 501 }],
  ])('are nobody’s when they are %s', (_, server, erasure) => {
    const receipt = new ErasureReceipts(crypto, server).of(erasure);
    expect(own.isOwn({ ...erased, receipt })).toBe(false);
  });

  it.each([undefined, '', 'x', 'f'.repeat(64), 'f'.repeat(65)])('are not %s', (receipt) => {
    expect(own.isOwn({ ...erased, receipt })).toBe(false);
  });
});
