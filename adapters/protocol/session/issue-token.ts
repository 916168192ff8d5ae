// Signs a connect token. The stand-alone game server does it for guests, the admin API for accounts.

import type { CryptoSuite, KeyPair } from '#ports/crypto-suite.js';
import { type ConnectToken, encodeTokenBody, signatureBytes, signedBytes } from './connect-token.js';

/** `signing` is the Ed25519 pair whose key id `token.issuer` names. */
export function issueToken(crypto: CryptoSuite, signing: KeyPair, token: ConnectToken): Uint8Array {
  const body = encodeTokenBody(token);
  const whole = new Uint8Array(body.length + signatureBytes);
  whole.set(body);
  whole.set(crypto.sign(signing.secretKey, signedBytes(body)), body.length);
  return whole;
}
