// Which packet numbers were seen, for the newest 1024 of each connection. Moves only when `accept` is called, that is after
// authentication.

import { type ConnectionRows, highestReceivedAt, replayBitsAt, rowWords } from './connection-rows.js';
import { packetNumberEnd } from '../bytes/packet-layout.js';

const windowBits = 1024;
const windowWords = windowBits / 32;

export class ReplayWindows {
  private readonly words: Int32Array;

  constructor(rows: ConnectionRows) {
    this.words = rows.words;
  }

  /** The highest number accepted, 0 before the first. */
  highest(row: number): number {
    return this.words[row * rowWords + highestReceivedAt]!;
  }

  /** Whether `number` may still be accepted: neither seen, nor older than the window, nor past the last there is. */
  isFresh(row: number, number: number): boolean {
    const at = row * rowWords;
    const highest = this.words[at + highestReceivedAt]!;
    if (number > highest) return number < packetNumberEnd;
    if (number <= highest - windowBits || number < 1) return false;
    return (this.words[at + replayBitsAt + ((number >>> 5) % windowWords)]! & (1 << (number & 31))) === 0;
  }

  /** Marks `number`, which was fresh. */
  accept(row: number, number: number): void {
    const { words } = this;
    const at = row * rowWords;
    const ahead = number - words[at + highestReceivedAt]!;
    if (ahead > 0) {
      if (ahead > 1) this.clear(at, words[at + highestReceivedAt]! + 1, number - 1);
      words[at + highestReceivedAt] = number;
    }
    words[at + replayBitsAt + ((number >>> 5) % windowWords)]! |= 1 << (number & 31);
  }

  /** Numbers `first` … `last` were passed over: their bits still stand for numbers that the window has left. */
  private clear(at: number, first: number, last: number): void {
    const { words } = this;
    const bitsAt = at + replayBitsAt;
    if (last - first >= windowBits - 1) {
      words.fill(0, bitsAt, bitsAt + windowWords);
      return;
    }
    for (let number = first; number <= last; number++) {
      words[bitsAt + ((number >>> 5) % windowWords)]! &= ~(1 << (number & 31));
    }
  }
}
