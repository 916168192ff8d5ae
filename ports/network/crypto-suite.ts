// The cryptography that the session layer needs. Adapters: sodium (libsodium), noble (portable), wasm (our own cipher for
// packets, before one of the others). All give equal bytes.

export interface KeyPair {
  /** 32 bytes. */
  readonly publicKey: Uint8Array;
  readonly secretKey: Uint8Array;
}

export interface CryptoSuite {
  readonly name: string;

  /**
   * ChaCha20-Poly1305 (RFC 8439) in place, without allocating: encrypts `textLength` bytes at `textAt` under the key whose
   * eight words begin at `keyAt` of `keys`, and writes the 16-byte tag behind them. The nonce is four zero bytes and `nonce` as 64-bit little-endian (Noise, section 12.3).
   * `nonce` is an integer in [0, 2^53). `adLength` is at most 64, `textLength` at most 2048.
   */
  seal(
    keys: Int32Array,
    keyAt: number,
    nonce: number,
    buffer: Uint8Array,
    adAt: number,
    adLength: number,
    textAt: number,
    textLength: number,
  ): void;

  /** The reverse: `sealedLength` includes the tag. False, with the text unspecified, when it is not authentic. Never throws for what is in a packet. */
  open(
    keys: Int32Array,
    keyAt: number,
    nonce: number,
    buffer: Uint8Array,
    adAt: number,
    adLength: number,
    textAt: number,
    sealedLength: number,
  ): boolean;

  /** X25519 (RFC 7748). */
  keyPair(secretKey: Uint8Array): KeyPair;
  /** The shared secret, or undefined for a public key of low order. */
  agree(secretKey: Uint8Array, publicKey: Uint8Array): Uint8Array | undefined;

  /** BLAKE2s, 32 bytes (RFC 7693). */
  hash(data: Uint8Array): Uint8Array;
  /** HMAC over BLAKE2s as in Noise, 32 bytes. */
  hmac(key: Uint8Array, data: Uint8Array): Uint8Array;

  /** Ed25519 (RFC 8032); `seed` is 32 bytes, and the first half of the secret key. */
  signingKeyPair(seed: Uint8Array): KeyPair;
  /** 64 bytes. `secretKey` is the one of `signingKeyPair`. */
  sign(secretKey: Uint8Array, message: Uint8Array): Uint8Array;
  verify(publicKey: Uint8Array, message: Uint8Array, signature: Uint8Array): boolean;
}
