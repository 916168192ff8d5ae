// A cipher's self-test: whether two suites seal alike, and open what the other sealed. For the start, where a cipher that this
// machine or this engine gets wrong can still be replaced.

import { aeadKeyOf } from '#ports/network/aead-key.js';
import type { CryptoSuite } from '#ports/network/crypto-suite.js';

const headerBytes = 7;
const tagBytes = 16;
/** None, a part of a vector, and both sides of every edge between the passes of our own cipher; the last is a datagram's. */
const lengths = [0, 1, 48, 64, 65, 128, 129, 192, 193, 320, 321, 1177];

export function sealAlike(a: CryptoSuite, b: CryptoSuite): boolean {
  const key = aeadKeyOf(Uint8Array.from({ length: 32 }, (_, index) => index * 37));
  return lengths.every((length) => {
    const nonce = 2 ** 40 + length;
    const text = Uint8Array.from({ length: headerBytes + length + tagBytes }, (_, index) => index * 11);
    const [byA, byB] = [text.slice(), text.slice()];
    a.seal(key, 0, nonce, byA, 0, headerBytes, headerBytes, length);
    b.seal(key, 0, nonce, byB, 0, headerBytes, headerBytes, length);
    const alike = byA.every((byte, index) => byte === byB[index]);
    return alike && a.open(key, 0, nonce, byB, 0, headerBytes, headerBytes, length + tagBytes);
  });
}
