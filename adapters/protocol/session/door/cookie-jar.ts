// Cookies prove that a client receives at the address it sends from, and cost the server no memory: a keyed hash of
// address, client key and time. Opaque to clients. The key is drawn anew every 60 s; the one before stays valid.
//   cookie = millisecond of baking u32, HMAC-BLAKE2s(key, millisecond ‖ address ‖ client key) cut to 28 bytes

import type { CryptoSuite } from '#ports/network/crypto-suite.js';
import { addressBytes } from '#ports/network/datagram-socket.js';
import type { RandomSource } from '#ports/system/random-source.js';
import { equalBytes } from '../bytes/bytes-compare.js';
import { readU32, writeU32 } from '../bytes/little-endian.js';

export const cookieBytes = 32;
const clientKeyBytes = 32;
const macBytes = cookieBytes - 4;

/** Life of a cookie. */
export const cookieLifeMs = 10_000;
const keyLifeMs = 60_000;

export class CookieJar {
  private key = new Uint8Array(32);
  private previousKey: Uint8Array | undefined;
  private keyMadeMs = 0;
  private readonly input = new Uint8Array(4 + addressBytes + clientKeyBytes);

  constructor(
    private readonly crypto: CryptoSuite,
    private readonly random: RandomSource,
    nowMs: number,
  ) {
    random.fill(this.key);
    this.keyMadeMs = nowMs;
  }

  /** Writes the cookie for this address and client key. */
  bake(
    out: Uint8Array,
    outAt: number,
    address: Uint8Array,
    addressAt: number,
    clientKey: Uint8Array,
    nowMs: number,
  ): void {
    this.rotate(nowMs);
    writeU32(out, outAt, nowMs >>> 0);
    this.fillInput(nowMs >>> 0, address, addressAt, clientKey);
    const mac = this.crypto.hmac(this.key, this.input);
    for (let index = 0; index < macBytes; index++) out[outAt + 4 + index] = mac[index]!;
  }

  /** Whether this server baked the cookie for this address and client key within the last 10 s. */
  accepts(
    cookie: Uint8Array,
    address: Uint8Array,
    addressAt: number,
    clientKey: Uint8Array,
    nowMs: number,
  ): boolean {
    this.rotate(nowMs);
    const bakedMs = readU32(cookie, 0);
    const ageMs = (nowMs - bakedMs) | 0;
    if (ageMs < 0 || ageMs > cookieLifeMs) return false;
    this.fillInput(bakedMs, address, addressAt, clientKey);
    if (equalBytes(this.crypto.hmac(this.key, this.input), 0, cookie, 4, macBytes)) return true;
    const previous = this.previousKey;
    return (
      previous !== undefined && equalBytes(this.crypto.hmac(previous, this.input), 0, cookie, 4, macBytes)
    );
  }

  private fillInput(bakedMs: number, address: Uint8Array, addressAt: number, clientKey: Uint8Array): void {
    const { input } = this;
    writeU32(input, 0, bakedMs);
    for (let index = 0; index < addressBytes; index++) input[4 + index] = address[addressAt + index]!;
    for (let index = 0; index < clientKeyBytes; index++) {
      input[4 + addressBytes + index] = clientKey[index]!;
    }
  }

  private rotate(nowMs: number): void {
    if (((nowMs - this.keyMadeMs) | 0) < keyLifeMs) return;
    this.previousKey = this.key;
    this.key = new Uint8Array(32);
    this.random.fill(this.key);
    this.keyMadeMs = nowMs;
  }
}
