// Cryptography that hides and checks nothing: sealed text stays readable and every tag and signature counts as true. With
// it mutated packets get past authentication, to the parsers and state machines behind.

import type { CryptoSuite, KeyPair } from '#ports/network/crypto-suite.js';

const tagBytes = 16;

export class OpenBookCrypto implements CryptoSuite {
  readonly name = 'open book';

  constructor(private readonly real: CryptoSuite) {}

  seal(
    _keys: Int32Array,
    _keyAt: number,
    _nonce: number,
    buffer: Uint8Array,
    _adAt: number,
    _adLength: number,
    textAt: number,
    textLength: number,
  ): void {
    buffer.fill(0, textAt + textLength, textAt + textLength + tagBytes);
  }

  open(): boolean {
    return true;
  }

  keyPair(secretKey: Uint8Array): KeyPair {
    return this.real.keyPair(secretKey);
  }

  agree(secretKey: Uint8Array, publicKey: Uint8Array): Uint8Array | undefined {
    return this.real.agree(secretKey, publicKey);
  }

  hash(data: Uint8Array): Uint8Array {
    return this.real.hash(data);
  }

  hmac(key: Uint8Array, data: Uint8Array): Uint8Array {
    return this.real.hmac(key, data);
  }

  signingKeyPair(seed: Uint8Array): KeyPair {
    return this.real.signingKeyPair(seed);
  }

  sign(secretKey: Uint8Array, message: Uint8Array): Uint8Array {
    return this.real.sign(secretKey, message);
  }

  verify(): boolean {
    return true;
  }
}
