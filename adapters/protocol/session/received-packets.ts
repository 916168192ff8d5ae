// What this side tells the other about the packets it received, and when: the latest number, the 32 before it as bits,
// and how long ago the latest arrived. Packets whose reliable messages could not be kept are left out, so that they
// come again.

import { writeU16, writeU32 } from './little-endian.js';

/** Ack delay meaning "longer than 254 ms, or nothing received": no round trip can be measured from it. */
const delayUnknown = 255;
/** Reliable frames are acknowledged within this time, others within `lazyMs`. */
const promptMs = 25;
const lazyMs = 100;
/** Packets with frames before an acknowledgement goes out at once: half of what one can name. */
const packetsMax = 16;

export class ReceivedPackets {
  private latest = 0;
  private bits = 0;
  private latestAtMs = 0;
  private isOwed = false;
  private dueMs = 0;
  private packets = 0;

  reset(): void {
    this.latest = 0;
    this.bits = 0;
    this.latestAtMs = 0;
    this.isOwed = false;
    this.packets = 0;
  }

  record(number: number, nowMs: number): void {
    const ahead = number - this.latest;
    if (ahead > 0) {
      // Bit i stands for latest - 1 - i. Shifts by 32 do nothing in JavaScript, hence the cases.
      if (this.latest === 0 || ahead > 32) this.bits = 0;
      else if (ahead === 32) this.bits = 1 << 31;
      else this.bits = (this.bits << ahead) | (1 << (ahead - 1));
      this.latest = number;
      this.latestAtMs = nowMs;
    } else if (ahead < 0 && ahead >= -32) {
      this.bits |= 1 << (-ahead - 1);
    }
  }

  /** A packet with frames arrived and wants to be acknowledged; `prompt` when one of them is reliable. */
  owe(nowMs: number, prompt: boolean): void {
    this.packets++;
    const waitMs = this.packets >= packetsMax ? 0 : prompt ? promptMs : lazyMs;
    const dueMs = (nowMs + waitMs) | 0;
    if (!this.isOwed || ((dueMs - this.dueMs) | 0) < 0) this.dueMs = dueMs;
    this.isOwed = true;
  }

  /** Milliseconds until an acknowledgement must go out, -1 when none is owed. */
  msUntilDue(nowMs: number): number {
    return this.isOwed ? Math.max(0, (this.dueMs - nowMs) | 0) : -1;
  }

  /** Writes latest, bits and delay, 7 bytes, into a packet that will be sent: nothing is owed then. */
  write(out: Uint8Array, at: number, nowMs: number): void {
    writeU16(out, at, this.latest & 0xffff);
    writeU32(out, at + 2, this.bits);
    const delayMs = (nowMs - this.latestAtMs) | 0;
    out[at + 6] = this.latest === 0 || delayMs < 0 || delayMs >= delayUnknown ? delayUnknown : delayMs;
    this.isOwed = false;
    this.packets = 0;
  }
}
