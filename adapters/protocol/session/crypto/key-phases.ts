// The keys of a session, replaced while it lasts, each direction by its own sender: the next key follows from the one
// before, and bit 0 of the header tells odd generations from even ones. Packet numbers go on, so no nonce comes twice.
// Whoever learns a key learns nothing that was sealed under the keys before it.

import { type AeadKey, aeadKeyOf, bytesOfAeadKey } from '#ports/network/aead-key.js';
import type { CryptoSuite } from '#ports/network/crypto-suite.js';
import { keyPhaseBit } from '../bytes/packet-layout.js';

/** When a sender replaces its key. */
export interface RekeyLimits {
  /** Packets sealed under one key; default 1,048,576. */
  readonly packets: number;
  /** Age of a key; default 600,000. */
  readonly ms: number;
}

export const defaultRekeyLimits: RekeyLimits = { packets: 2 ** 20, ms: 600_000 };

/** Larger limits count as this: times wrap, and packet numbers end at twice as much. */
const limitMax = 2 ** 30;

/** Packets of an earlier key that come later than this many after the first of the next are past the replay window. */
const previousKeptPackets = 1024;

const label = Uint8Array.from('tos-rekey', (character) => character.charCodeAt(0));

/** The key after `key`: HMAC(key, "tos-rekey"). */
export function nextKey(crypto: CryptoSuite, key: AeadKey): AeadKey {
  return aeadKeyOf(crypto.hmac(bytesOfAeadKey(key), label));
}

/** Under which key this side seals. */
export class SendingKey {
  key: AeadKey | undefined;
  /** As in the header's first byte. */
  phase = 0;
  /** The first packet sealed under `key`. */
  private firstNumber = 1;
  private sinceMs = 0;

  constructor(
    private readonly crypto: CryptoSuite,
    private readonly limits: RekeyLimits,
  ) {}

  open(key: AeadKey, nowMs: number): void {
    this.key = key;
    this.phase = 0;
    this.firstNumber = 1;
    this.sinceMs = nowMs;
  }

  forget(): void {
    this.key = undefined;
  }

  /** From this packet number, and from this time on, the key is old. */
  get oldFromNumber(): number {
    return this.firstNumber + Math.min(this.limits.packets, limitMax);
  }

  get oldFromMs(): number {
    return (this.sinceMs + Math.min(this.limits.ms, limitMax)) | 0;
  }

  /**
   * Replaces the key before packet `number` if it is time, and says whether it did. Never before the other side has
   * acknowledged a packet under this one: two phases would look like none.
   */
  advance(number: number, highestAcked: number, nowMs: number): boolean {
    const isOld = number >= this.oldFromNumber || ((nowMs - this.oldFromMs) | 0) >= 0;
    if (!isOld || highestAcked < this.firstNumber || this.key === undefined) return false;
    this.key = nextKey(this.crypto, this.key);
    this.phase ^= keyPhaseBit;
    this.firstNumber = number;
    this.sinceMs = nowMs;
    return true;
  }
}

/** Under which keys this side opens: the current one, the one before for late packets, the next one for the first of it. */
export class ReceivingKeys {
  key: AeadKey | undefined;
  phase = 0;
  /** The lowest packet number opened with `key`. */
  private firstNumber = 1;
  private previous: AeadKey | undefined;
  private next: AeadKey | undefined;

  constructor(private readonly crypto: CryptoSuite) {}

  open(key: AeadKey): void {
    this.forget();
    this.key = key;
    this.phase = 0;
    this.firstNumber = 1;
  }

  forget(): void {
    this.key = undefined;
    this.previous = undefined;
    this.next = undefined;
  }

  /** From this number on packets of the current phase change nothing here. */
  get settledFrom(): number {
    return this.previous === undefined ? this.firstNumber : this.firstNumber + previousKeptPackets;
  }

  /** The key to try on a packet; undefined when there is none. The next key is derived once, however many are forged. */
  find(phase: number, number: number): AeadKey | undefined {
    if (phase === this.phase) return this.key;
    if (number < this.firstNumber) return this.previous;
    return (this.next ??= this.key && nextKey(this.crypto, this.key));
  }

  /** The packet was authentic under the key found for it. True when the other side has replaced its key. */
  accept(phase: number, number: number): boolean {
    if (phase === this.phase) {
      if (number < this.firstNumber) this.firstNumber = number;
      else if (this.previous !== undefined && number - this.firstNumber >= previousKeptPackets) {
        this.previous = undefined;
      }
      return false;
    }
    if (number < this.firstNumber) return false;
    this.previous = this.key;
    this.key = this.next;
    this.next = undefined;
    this.phase = phase;
    this.firstNumber = number;
    return true;
  }
}
