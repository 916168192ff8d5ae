// How somebody shows that an X25519 key is theirs, to whom they speak with otherwise: a MAC under the secret that both
// share, over what is claimed. Both sides work it out alike, each from its own secret key and the other's public one. A
// fresh key of who asks makes every proof good once. Ours: a MAC where Noise's NK would have a second message.

import type { CryptoSuite } from '#ports/network/crypto-suite.js';

const label = Uint8Array.from('tos-key-proof-1\n', (character) => character.charCodeAt(0));

/** 32 bytes, or undefined for a public key of low order, with which everybody could. */
export function keyProof(
  crypto: CryptoSuite,
  secretKey: Uint8Array,
  publicKey: Uint8Array,
  statement: Uint8Array,
): Uint8Array | undefined {
  const shared = crypto.agree(secretKey, publicKey);
  if (shared === undefined) return undefined;
  const claimed = new Uint8Array(label.length + statement.length);
  claimed.set(label);
  claimed.set(statement, label.length);
  return crypto.hmac(shared, claimed);
}
