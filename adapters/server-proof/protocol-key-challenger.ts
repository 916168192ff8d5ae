// Asks servers whether the key they name is theirs (adapters/protocol/session/crypto/key-proof.ts).

import { timingSafeEqual } from 'node:crypto';
import type { CryptoSuite } from '#ports/network/crypto-suite.js';
import type { KeyChallenger } from '#ports/admin/servers/key-challenger.js';
import type { RandomSource } from '#ports/system/random-source.js';
import { keyProof } from '../protocol/session/crypto/key-proof.js';

const key = /^[0-9a-f]{64}$/;

export class ProtocolKeyChallenger implements KeyChallenger {
  constructor(
    private readonly crypto: CryptoSuite,
    private readonly random: RandomSource,
  ) {}

  ask(): { secret: string; question: string } {
    const secret = new Uint8Array(32);
    this.random.fill(secret);
    const { publicKey } = this.crypto.keyPair(secret);
    return { secret: hexOf(secret), question: hexOf(publicKey) };
  }

  isProof(proof: { secret: string; publicKey: string; statement: string; answer: string }): boolean {
    if (![proof.secret, proof.publicKey, proof.answer].every((hex) => key.test(hex))) return false;
    const expected = keyProof(
      this.crypto,
      bytesOf(proof.secret),
      bytesOf(proof.publicKey),
      new Uint8Array(Buffer.from(proof.statement, 'utf8')),
    );
    return expected !== undefined && timingSafeEqual(expected, bytesOf(proof.answer));
  }
}

function hexOf(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('hex');
}

function bytesOf(hex: string): Uint8Array {
  return new Uint8Array(Buffer.from(hex, 'hex'));
}
