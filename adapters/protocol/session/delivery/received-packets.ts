// What this side tells the other about the packets it received, and when: the latest number, the 32 before it as bits,
// and how long ago the latest arrived. Packets whose reliable messages could not be kept are left out, so that they
// come again.

import { type ConnectionRows, receivedAt, rowWords } from './connection-rows.js';
import { writeU16, writeU32 } from '../bytes/little-endian.js';

/** Ack delay meaning "longer than 254 ms, or nothing received": no round trip can be measured from it. */
const delayUnknown = 255;
/** Reliable frames are acknowledged within this time. */
const promptMs = 25;
/**
 * Others are acknowledged within the first of these times by a client, whose inputs go out far more often anyway, and
 * within the second by a server: a snapshot carries it, even where crowds get five a second, and no packet goes for it alone.
 */
export const clientLazyMs = 100;
export const serverLazyMs = 240;
/** Packets with frames before an acknowledgement goes out at once: half of what one can name. */
const packetsMax = 16;

const latestAt = receivedAt;
const bitsAt = receivedAt + 1;
const latestMsAt = receivedAt + 2;
const owedAt = receivedAt + 3;
const dueMsAt = receivedAt + 4;
const packetsAt = receivedAt + 5;

/** Of all connections of an endpoint, by row. */
export class ReceivedPackets {
  private readonly words: Int32Array;

  constructor(
    rows: ConnectionRows,
    private readonly lazyMs = clientLazyMs,
  ) {
    this.words = rows.words;
  }

  record(row: number, number: number, nowMs: number): void {
    const { words } = this;
    const at = row * rowWords;
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
  owe(row: number, nowMs: number, prompt: boolean): void {
    const { words } = this;
    const at = row * rowWords;
    const packets = words[at + packetsAt]! + 1;
    words[at + packetsAt] = packets;
    const waitMs = packets >= packetsMax ? 0 : prompt ? promptMs : this.lazyMs;
    const dueMs = (nowMs + waitMs) | 0;
    if (words[at + owedAt] === 0 || ((dueMs - words[at + dueMsAt]!) | 0) < 0) words[at + dueMsAt] = dueMs;
    words[at + owedAt] = 1;
  }

  /** Milliseconds until an acknowledgement must go out, -1 when none is owed. */
  msUntilDue(row: number, nowMs: number): number {
    const at = row * rowWords;
    return this.words[at + owedAt] === 0 ? -1 : Math.max(0, (this.words[at + dueMsAt]! - nowMs) | 0);
  }

  /** Writes latest, bits and delay, 7 bytes, into a packet that will be sent: nothing is owed then. */
  write(row: number, out: Uint8Array, to: number, nowMs: number): void {
    const { words } = this;
    const at = row * rowWords;
    const latest = words[at + latestAt]!;
    writeU16(out, to, latest & 0xffff);
    writeU32(out, to + 2, words[at + bitsAt]!);
    const delayMs = (nowMs - words[at + latestMsAt]!) | 0;
    out[to + 6] = latest === 0 || delayMs < 0 || delayMs >= delayUnknown ? delayUnknown : delayMs;
    words[at + owedAt] = 0;
    words[at + packetsAt] = 0;
  }
}
