// Issues connect tokens: signed by the admin API for accounts, with a MAC by a game server for its own guests and for those
// who come back, at a twentieth of the cost of signing and verifying.

import type { CryptoSuite, KeyPair } from '#ports/network/crypto-suite.js';
import {
  type ConnectToken,
  encodeTokenBody,
  macBytes,
  signatureBytes,
  signedBytes,
} from './connect-token.js';

/** `signing` is the Ed25519 pair whose key id `token.issuer` names. */
export function issueToken(crypto: CryptoSuite, signing: KeyPair, token: ConnectToken): Uint8Array {
  const body = encodeTokenBody(token, false);
  const whole = new Uint8Array(body.length + signatureBytes);
  whole.set(body);
  whole.set(crypto.sign(signing.secretKey, signedBytes(body)), body.length);
  return whole;
}

/** `ownKey` is the server's `ownTokenKey`, and `token.issuer` names the server itself. */
export function issueOwnToken(crypto: CryptoSuite, ownKey: Uint8Array, token: ConnectToken): Uint8Array {
  const body = encodeTokenBody(token, true);
  const whole = new Uint8Array(body.length + macBytes);
  whole.set(body);
  whole.set(crypto.hmac(ownKey, signedBytes(body)), body.length);
  return whole;
}
