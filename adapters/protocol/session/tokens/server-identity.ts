// What a server is known by: the X25519 key that clients pin, and the Ed25519 key with which it signs its own tokens.
// The seeds come from outside and stay the same from start to start.

import type { CryptoSuite, KeyPair } from '#ports/network/crypto-suite.js';

export interface ServerIdentity {
  /** 16 bytes, a UUID: connect tokens name it. */
  readonly serverId: Uint8Array;
  /** X25519; its public half is what clients pin. */
  readonly exchange: KeyPair;
  /** Ed25519. */
  readonly signing: KeyPair;
}

/** The seeds are 32 secret random bytes each. */
export function makeServerIdentity(
  crypto: CryptoSuite,
  seeds: {
    readonly serverId: Uint8Array;
    readonly exchangeSeed: Uint8Array;
    readonly signingSeed: Uint8Array;
  },
): ServerIdentity {
  return {
    serverId: seeds.serverId.slice(),
    exchange: crypto.keyPair(seeds.exchangeSeed),
    signing: crypto.signingKeyPair(seeds.signingSeed),
  };
}

/** A key whose tokens a server accepts. */
export interface TokenIssuer {
  /** 8 bytes, `issuerKeyId(publicKey)`. */
  readonly keyId: Uint8Array;
  /** Ed25519. */
  readonly publicKey: Uint8Array;
}

/** How tokens name the key that signed them: the first 8 bytes of its BLAKE2s. */
export function issuerKeyId(crypto: CryptoSuite, publicKey: Uint8Array): Uint8Array {
  return crypto.hash(publicKey).slice(0, 8);
}

export function tokenIssuer(crypto: CryptoSuite, publicKey: Uint8Array): TokenIssuer {
  return { keyId: issuerKeyId(crypto, publicKey), publicKey: publicKey.slice() };
}

const ownTokenLabel = Uint8Array.from('tos-own-token-1', (character) => character.charCodeAt(0));

/** With which a server authenticates tokens that it issues for itself: from the seed of its signing key. */
export function ownTokenKey(crypto: CryptoSuite, { signing }: ServerIdentity): Uint8Array {
  // The seed is the secret key's first half (ports/network/crypto-suite.ts).
  return crypto.hmac(signing.secretKey.subarray(0, 32), ownTokenLabel);
}
