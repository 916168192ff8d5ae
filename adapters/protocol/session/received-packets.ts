// What this side tells the other about the packets it received, and when: the latest number, the 32 before it as bits,
// and how long ago the latest arrived. Packets whose reliable messages could not be kept are left out, so that they
// come again.

import { writeU16, writeU32 } from './little-endian.js';

/** Ack delay meaning "longer than 254 ms, or nothing received": no round trip can be measured from it. */
const delayUnknown = 255;
/** Reliable frames are acknowledged within this time, others within `lazyMs`. */
const promptMs = 25;
export const lazyMs = 100;
/** Packets with frames before an acknowledgement goes out at once: half of what one can name. */
const packetsMax = 16;

/** Words of a connection. */
const stride = 8;
const latestAt = 0;
const bitsAt = 1;
const latestMsAt = 2;
const owedAt = 3;
const dueMsAt = 4;
const packetsAt = 5;

/** Of all connections of an endpoint, by place: what one packet needs lies in one line of memory. */
export class ReceivedPackets {
  private readonly words: Int32Array;

  constructor(connections: number) {
    this.words = new Int32Array(connections * stride);
  }

  reset(place: number): void {
    this.words.fill(0, place * stride, (place + 1) * stride);
  }

  record(place: number, number: number, nowMs: number): void {
    const { words } = this;
    const at = place * stride;
    const latest = words[at + latestAt]!;
    const ahead = number - latest;
    if (ahead > 0) {
      const bits = words[at + bitsAt]!;
      // Bit i stands for latest - 1 - i. Shifts by 32 do nothing in JavaScript, hence the cases.
      if (latest === 0 || ahead > 32) words[at + bitsAt] = 0;
      else if (ahead === 32) words[at + bitsAt] = 1 << 31;
      else words[at + bitsAt] = (bits << ahead) | (1 << (ahead - 1));
      words[at + latestAt] = number;
      words[at + latestMsAt] = nowMs;
    } else if (ahead < 0 && ahead >= -32) {
      words[at + bitsAt]! |= 1 << (-ahead - 1);
    }
  }

  /** A packet with frames arrived and wants to be acknowledged; `prompt` when one of them is reliable. */
  owe(place: number, nowMs: number, prompt: boolean): void {
    const { words } = this;
    const at = place * stride;
    const packets = words[at + packetsAt]! + 1;
    words[at + packetsAt] = packets;
    const waitMs = packets >= packetsMax ? 0 : prompt ? promptMs : lazyMs;
    const dueMs = (nowMs + waitMs) | 0;
    if (words[at + owedAt] === 0 || ((dueMs - words[at + dueMsAt]!) | 0) < 0) words[at + dueMsAt] = dueMs;
    words[at + owedAt] = 1;
  }

  /** Milliseconds until an acknowledgement must go out, -1 when none is owed. */
  msUntilDue(place: number, nowMs: number): number {
    const at = place * stride;
    return this.words[at + owedAt] === 0 ? -1 : Math.max(0, (this.words[at + dueMsAt]! - nowMs) | 0);
  }

  /** Writes latest, bits and delay, 7 bytes, into a packet that will be sent: nothing is owed then. */
  write(place: number, out: Uint8Array, to: number, nowMs: number): void {
    const { words } = this;
    const at = place * stride;
    const latest = words[at + latestAt]!;
    writeU16(out, to, latest & 0xffff);
    writeU32(out, to + 2, words[at + bitsAt]!);
    const delayMs = (nowMs - words[at + latestMsAt]!) | 0;
    out[to + 6] = latest === 0 || delayMs < 0 || delayMs >= delayUnknown ? delayUnknown : delayMs;
    words[at + owedAt] = 0;
    words[at + packetsAt] = 0;
  }
}
