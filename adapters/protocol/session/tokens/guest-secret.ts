// A guest's secret: 32 bytes that its client made once and keeps. They travel behind the guest's token in the encrypted
// payload of the handshake, and become the account to which the guest's characters belong (SESSION.md, Guests).

import type { CryptoSuite } from '#ports/network/crypto-suite.js';
import { tokenLength } from './connect-token.js';

export const guestSecretBytes = 32;
const accountIdBytes = 16;

const hashPrefix = Uint8Array.from('tos-guest-1', (character) => character.charCodeAt(0));

/** The payload of the first Noise message: the token, and what stands behind it. A token cut short has nothing behind it. */
export function splitPayload(payload: Uint8Array): {
  readonly token: Uint8Array;
  readonly behind: Uint8Array;
} {
  const length = tokenLength(payload);
  return { token: payload.subarray(0, length), behind: payload.subarray(length) };
}

export function joinPayload(token: Uint8Array, secret: Uint8Array): Uint8Array {
  const payload = new Uint8Array(token.length + secret.length);
  payload.set(token);
  payload.set(secret, token.length);
  return payload;
}

/** Whether a guest's client sent a secret. Zeros are none: a client that forgets to fill its own would share everybody's. */
export function isGuestSecret(bytes: Uint8Array): boolean {
  return bytes.length === guestSecretBytes && bytes.some((byte) => byte !== 0);
}

/** A UUID of version 8 (RFC 9562): see ports/network/guest-account. */
export function guestAccountId(crypto: CryptoSuite, secret: Uint8Array): Uint8Array {
  const text = new Uint8Array(hashPrefix.length + guestSecretBytes);
  text.set(hashPrefix);
  text.set(secret, hashPrefix.length);
  const id = crypto.hash(text).slice(0, accountIdBytes);
  id[6] = 0x80 | (id[6]! & 0x0f);
  id[8] = 0x80 | (id[8]! & 0x3f);
  return id;
}
