// A server's proof of its key, asked for and judged as the admin API does it.

import { describe, expect, it } from '@jest/globals';
import { NobleCryptoSuite } from '#adapters/noble/noble-crypto-suite.js';
import { ProtocolKeyChallenger } from '#adapters/server-proof/protocol-key-challenger.js';
import { proveKey } from '#adapters/server-proof/prove-key.js';
import { SystemRandom } from '#adapters/system/system-random.js';

const crypto = new NobleCryptoSuite();
const challenger = new ProtocolKeyChallenger(crypto, new SystemRandom());
const secretKey = new Uint8Array(32).fill(9);
const publicKey = Buffer.from(crypto.keyPair(secretKey).publicKey).toString('hex');

describe('a proof of a server’s key', () => {
  const { secret, question } = challenger.ask();
  const statement = 'here I am';
  const answer = proveKey(crypto, { secretKey, statement, challenge: question })!;

  it('is one for what was stated, by whom the key belongs to', () => {
    expect(answer).toMatch(/^[0-9a-f]{64}$/);
    expect(challenger.isProof({ secret, publicKey, statement, answer })).toBe(true);
  });

  it('is none for another statement, another question or another key', () => {
    const other = challenger.ask();
    expect(challenger.isProof({ secret, publicKey, statement: 'there I am', answer })).toBe(false);
    expect(challenger.isProof({ secret: other.secret, publicKey, statement, answer })).toBe(false);
    const stranger = new Uint8Array(32).fill(8);
    const wrong = proveKey(crypto, { secretKey: stranger, statement, challenge: question })!;
    expect(challenger.isProof({ secret, publicKey, statement, answer: wrong })).toBe(false);
  });

  it('is not given for a key with which everybody could', () => {
    expect(proveKey(crypto, { secretKey, statement, challenge: '00'.repeat(32) })).toBeUndefined();
  });
});
