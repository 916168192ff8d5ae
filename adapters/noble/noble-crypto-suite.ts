// The portable suite: pure JavaScript (@noble), for hosts without native modules and as the tests' independent twin.
// Gives the same bytes as the sodium suite, about ten times slower; allocates inside the library.

import { chacha20poly1305 } from '@noble/ciphers/chacha.js';
import { ed25519, x25519 } from '@noble/curves/ed25519.js';
import { blake2s } from '@noble/hashes/blake2.js';
import { hmac } from '@noble/hashes/hmac.js';
import { aeadKeyWords, bytesOfAeadKey, requireAeadKey } from '#ports/network/aead-key.js';
import type { CryptoSuite, KeyPair } from '#ports/network/crypto-suite.js';

const tagBytes = 16;
const textBytesMax = 2048;
const adBytesMax = 64;

export class NobleCryptoSuite implements CryptoSuite {
  readonly name = 'noble';

  seal(
    keys: Int32Array,
    keyAt: number,
    nonce: number,
    buffer: Uint8Array,
    adAt: number,
    adLength: number,
    textAt: number,
    textLength: number,
  ): void {
    if (textLength > textBytesMax || adLength > adBytesMax) {
      throw new RangeError(
        `seals ${textBytesMax} bytes of text and ${adBytesMax} of associated data at most`,
      );
    }
    const ad = buffer.subarray(adAt, adAt + adLength);
    const text = buffer.subarray(textAt, textAt + textLength);
    buffer.set(chacha20poly1305(keyBytes(keys, keyAt), nonceBytes(nonce), ad).encrypt(text), textAt);
  }

  open(
    keys: Int32Array,
    keyAt: number,
    nonce: number,
    buffer: Uint8Array,
    adAt: number,
    adLength: number,
    textAt: number,
    sealedLength: number,
  ): boolean {
    const textLength = sealedLength - tagBytes;
    if (textLength < 0 || textLength > textBytesMax || adLength > adBytesMax) return false;
    const ad = buffer.subarray(adAt, adAt + adLength);
    const sealed = buffer.subarray(textAt, textAt + sealedLength);
    const cipher = chacha20poly1305(keyBytes(keys, keyAt), nonceBytes(nonce), ad);
    try {
      buffer.set(cipher.decrypt(sealed), textAt);
    } catch {
      // The library's way to say "not authentic"; the caller counts it.
      return false;
    }
    return true;
  }

  keyPair(secretKey: Uint8Array): KeyPair {
    requireLength(secretKey, 32);
    return { publicKey: x25519.getPublicKey(secretKey), secretKey: secretKey.slice() };
  }

  agree(secretKey: Uint8Array, publicKey: Uint8Array): Uint8Array | undefined {
    requireLength(secretKey, 32);
    requireLength(publicKey, 32);
    try {
      return x25519.getSharedSecret(secretKey, publicKey);
    } catch {
      // A public key of low order: lengths were checked above, nothing else is refused.
      return undefined;
    }
  }

  hash(data: Uint8Array): Uint8Array {
    return blake2s(data);
  }

  hmac(key: Uint8Array, data: Uint8Array): Uint8Array {
    return hmac(blake2s, key, data);
  }

  signingKeyPair(seed: Uint8Array): KeyPair {
    requireLength(seed, 32);
    const publicKey = ed25519.getPublicKey(seed);
    // libsodium's form: the seed, then the public key.
    const secretKey = new Uint8Array(64);
    secretKey.set(seed);
    secretKey.set(publicKey, 32);
    return { publicKey, secretKey };
  }

  sign(secretKey: Uint8Array, message: Uint8Array): Uint8Array {
    requireLength(secretKey, 64);
    return ed25519.sign(message, secretKey.subarray(0, 32));
  }

  verify(publicKey: Uint8Array, message: Uint8Array, signature: Uint8Array): boolean {
    if (publicKey.length !== 32 || signature.length !== 64) return false;
    try {
      return ed25519.verify(signature, message, publicKey, { zip215: false });
    } catch {
      // Bytes that are no point of the curve.
      return false;
    }
  }
}

function nonceBytes(nonce: number): Uint8Array {
  const bytes = new Uint8Array(12);
  const view = new DataView(bytes.buffer);
  view.setUint32(4, nonce >>> 0, true);
  view.setUint32(8, Math.floor(nonce / 2 ** 32), true);
  return bytes;
}

function requireLength(bytes: Uint8Array, length: number): void {
  if (bytes.length !== length) throw new RangeError(`expected ${length} bytes, got ${bytes.length}`);
}

function keyBytes(keys: Int32Array, at: number): Uint8Array {
  requireAeadKey(keys, at);
  return bytesOfAeadKey(keys.subarray(at, at + aeadKeyWords));
}
