// Noise_NK_25519_ChaChaPoly_BLAKE2s (noiseprotocol.org, revision 34): the client knows the server's static key.
//   <- s   ...   -> e, es   <- e, ee
// Message 1 carries the connect token, message 2 the session parameters. Runs once per connection, so it may allocate.

import { type AeadKey, aeadKeyOf } from '#ports/network/aead-key.js';
import type { CryptoSuite, KeyPair } from '#ports/network/crypto-suite.js';

export const noiseKeyBytes = 32;
export const noiseTagBytes = 16;
/** What a Noise message adds to its payload: the ephemeral key and a tag. */
export const noiseOverheadBytes = noiseKeyBytes + noiseTagBytes;

/** Keys of an established session, as this side uses them. */
export interface SessionKeys {
  readonly send: AeadKey;
  readonly receive: AeadKey;
}

const protocolName = asciiBytes('Noise_NK_25519_ChaChaPoly_BLAKE2s');

/** The client's half. `ephemeral` is fresh for every attempt. */
export class NoiseInitiator {
  private readonly state: SymmetricState;

  constructor(
    private readonly crypto: CryptoSuite,
    prologue: Uint8Array,
    private readonly ephemeral: KeyPair,
    private readonly serverKey: Uint8Array,
  ) {
    this.state = new SymmetricState(crypto, prologue, serverKey);
  }

  /** Message 1, or undefined when the server's key is of low order. */
  writeFirst(payload: Uint8Array): Uint8Array | undefined {
    this.state.mixHash(this.ephemeral.publicKey);
    const shared = this.crypto.agree(this.ephemeral.secretKey, this.serverKey);
    if (shared === undefined) return undefined;
    this.state.mixKey(shared);
    return concat(this.ephemeral.publicKey, this.state.encryptAndHash(payload));
  }

  /** The payload of message 2, or undefined when it is not authentic. A failed attempt leaves the state as it was. */
  readSecond(message: Uint8Array): { readonly payload: Uint8Array; readonly keys: SessionKeys } | undefined {
    if (message.length < noiseOverheadBytes) return undefined;
    const serverEphemeral = message.slice(0, noiseKeyBytes);
    const shared = this.crypto.agree(this.ephemeral.secretKey, serverEphemeral);
    if (shared === undefined) return undefined;
    const attempt = this.state.clone();
    attempt.mixHash(serverEphemeral);
    attempt.mixKey(shared);
    const payload = attempt.decryptAndHash(message.slice(noiseKeyBytes));
    if (payload === undefined) return undefined;
    const [send, receive] = attempt.split();
    return { payload, keys: { send, receive } };
  }
}

/** The server's half, for one message 1. */
export class NoiseResponder {
  private readonly state: SymmetricState;
  private clientEphemeral: Uint8Array | undefined;

  constructor(
    private readonly crypto: CryptoSuite,
    prologue: Uint8Array,
    private readonly identity: KeyPair,
  ) {
    this.state = new SymmetricState(crypto, prologue, identity.publicKey);
  }

  /** The payload of message 1, or undefined when it is not authentic. */
  readFirst(message: Uint8Array): Uint8Array | undefined {
    if (message.length < noiseOverheadBytes) return undefined;
    const clientEphemeral = message.slice(0, noiseKeyBytes);
    const shared = this.crypto.agree(this.identity.secretKey, clientEphemeral);
    if (shared === undefined) return undefined;
    this.state.mixHash(clientEphemeral);
    this.state.mixKey(shared);
    this.clientEphemeral = clientEphemeral;
    return this.state.decryptAndHash(message.slice(noiseKeyBytes));
  }

  /** Message 2 and the keys; call once, after `readFirst` gave a payload. Undefined only for a low-order key. */
  writeSecond(
    ephemeral: KeyPair,
    payload: Uint8Array,
  ): { readonly message: Uint8Array; readonly keys: SessionKeys } | undefined {
    if (this.clientEphemeral === undefined) throw new Error('message 2 before message 1');
    const shared = this.crypto.agree(ephemeral.secretKey, this.clientEphemeral);
    if (shared === undefined) return undefined;
    this.state.mixHash(ephemeral.publicKey);
    this.state.mixKey(shared);
    const message = concat(ephemeral.publicKey, this.state.encryptAndHash(payload));
    const [receive, send] = this.state.split();
    return { message, keys: { send, receive } };
  }
}

/** Section 5.2 of the specification; each key encrypts one payload here, so the nonce is always 0. */
class SymmetricState {
  private hash: Uint8Array;
  private chainingKey: Uint8Array;
  private key: AeadKey | undefined;

  constructor(
    private readonly crypto: CryptoSuite,
    prologue: Uint8Array,
    responderKey: Uint8Array,
  ) {
    // The name is longer than 32 bytes, so it is hashed.
    this.hash = crypto.hash(protocolName);
    this.chainingKey = this.hash;
    this.mixHash(prologue);
    this.mixHash(responderKey);
  }

  clone(): SymmetricState {
    const copy = Object.create(SymmetricState.prototype) as SymmetricState;
    return Object.assign(copy, this);
  }

  mixHash(data: Uint8Array): void {
    this.hash = this.crypto.hash(concat(this.hash, data));
  }

  mixKey(input: Uint8Array): void {
    const [chainingKey, key] = this.derive(input);
    this.chainingKey = chainingKey;
    this.key = aeadKeyOf(key);
  }

  encryptAndHash(payload: Uint8Array): Uint8Array {
    const buffer = concat(this.hash, payload, new Uint8Array(noiseTagBytes));
    this.crypto.seal(this.requireKey(), 0, 0, buffer, 0, this.hash.length, this.hash.length, payload.length);
    const sealed = buffer.slice(this.hash.length);
    this.mixHash(sealed);
    return sealed;
  }

  decryptAndHash(sealed: Uint8Array): Uint8Array | undefined {
    const buffer = concat(this.hash, sealed);
    const at = this.hash.length;
    if (!this.crypto.open(this.requireKey(), 0, 0, buffer, 0, at, at, sealed.length)) return undefined;
    this.mixHash(sealed);
    return buffer.slice(at, buffer.length - noiseTagBytes);
  }

  /** Keys of the two directions: the initiator's first. */
  split(): [AeadKey, AeadKey] {
    const [first, second] = this.derive(new Uint8Array(0));
    return [aeadKeyOf(first), aeadKeyOf(second)];
  }

  /** HKDF with two outputs (section 4.3). */
  private derive(input: Uint8Array): [Uint8Array, Uint8Array] {
    const temporary = this.crypto.hmac(this.chainingKey, input);
    const first = this.crypto.hmac(temporary, new Uint8Array([1]));
    const second = this.crypto.hmac(temporary, concat(first, new Uint8Array([2])));
    return [first, second];
  }

  private requireKey(): AeadKey {
    if (this.key === undefined) throw new Error('no key mixed in yet');
    return this.key;
  }
}

function concat(...parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

function asciiBytes(text: string): Uint8Array {
  return Uint8Array.from(text, (character) => character.charCodeAt(0));
}
