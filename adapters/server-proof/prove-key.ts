// A game server's answer to the question whether the key that it names is its own; see protocol-key-challenger.ts.

import type { CryptoSuite } from '#ports/network/crypto-suite.js';
import { keyProof } from '#adapters/protocol/session/crypto/key-proof.js';

export interface ProvenKey {
  /** X25519, 32 bytes. */
  readonly secretKey: Uint8Array;
  /** What the proof is about (ports/admin/servers/key-challenger). */
  readonly statement: string;
  /** The question, 64 hexadecimal digits. */
  readonly challenge: string;
}

/** 64 hexadecimal digits; undefined for a question that is no key. */
export function proveKey(
  crypto: CryptoSuite,
  { secretKey, statement, challenge }: ProvenKey,
): string | undefined {
  const question = new Uint8Array(Buffer.from(challenge, 'hex'));
  const proof = keyProof(crypto, secretKey, question, new Uint8Array(Buffer.from(statement, 'utf8')));
  return proof && Buffer.from(proof).toString('hex');
}
