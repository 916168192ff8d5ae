// Which packet numbers were seen, for the newest 1024 of each connection. Moves only when `accept` is called, that is after
// authentication. All connections of an endpoint in one array: a packet touches two lines of memory here.

import { packetNumberEnd } from './packet-layout.js';

const windowBits = 1024;
const windowWords = windowBits / 32;
/** Words of a connection: the highest number accepted (0 before the first), then the bits. */
const stride = 1 + windowWords;

export class ReplayWindows {
  private readonly words: Int32Array;

  constructor(connections: number) {
    this.words = new Int32Array(connections * stride);
  }

  reset(place: number): void {
    this.words.fill(0, place * stride, (place + 1) * stride);
  }

  highest(place: number): number {
    return this.words[place * stride]!;
  }

  /** Whether `number` may still be accepted: neither seen, nor older than the window, nor past the last there is. */
  isFresh(place: number, number: number): boolean {
    const at = place * stride;
    const highest = this.words[at]!;
    if (number > highest) return number < packetNumberEnd;
    if (number <= highest - windowBits || number < 1) return false;
    return (this.words[at + 1 + ((number >>> 5) % windowWords)]! & (1 << (number & 31))) === 0;
  }

  /** Marks `number`, which was fresh. */
  accept(place: number, number: number): void {
    const { words } = this;
    const at = place * stride;
    const ahead = number - words[at]!;
    if (ahead > 0) {
      if (ahead > 1) this.clear(at, words[at]! + 1, number - 1);
      words[at] = number;
    }
    words[at + 1 + ((number >>> 5) % windowWords)]! |= 1 << (number & 31);
  }

  /** Numbers `first` … `last` were passed over: their bits still stand for numbers that the window has left. */
  private clear(at: number, first: number, last: number): void {
    const { words } = this;
    const bitsAt = at + 1;
    if (last - first >= windowBits - 1) {
      words.fill(0, bitsAt, bitsAt + windowWords);
      return;
    }
    for (let number = first; number <= last; number++) {
      words[bitsAt + ((number >>> 5) % windowWords)]! &= ~(1 << (number & 31));
    }
  }
}
