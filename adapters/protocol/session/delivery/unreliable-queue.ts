// Unreliable messages that wait for the next packet. At most 32 a connection; at the cap the oldest is dropped and counted.

import { type BlockPool, noBlock } from '../bytes/block-pool.js';
import { frameLength, writeLength } from '../bytes/frame.js';
import { Channel } from '../bytes/packet-layout.js';
import type { DeliveryCounters } from './delivery-counters.js';

const messagesMax = 32;

export class UnreliableQueue {
  private first = 0;
  private count = 0;
  private readonly block = new Int32Array(messagesMax);
  private readonly bytes = new Uint16Array(messagesMax);

  constructor(
    private readonly pool: BlockPool,
    private readonly counters: Pick<DeliveryCounters, 'unreliableDropped'>,
  ) {}

  get length(): number {
    return this.count;
  }

  clear(): void {
    while (this.count > 0) this.removeFirst();
    this.first = 0;
  }

  push(data: Uint8Array, at: number, length: number): void {
    if (this.count === messagesMax) {
      this.removeFirst();
      this.counters.unreliableDropped++;
    }
    const block = this.pool.store(data, at, length);
    if (block === noBlock) {
      this.counters.unreliableDropped++;
      return;
    }
    const position = (this.first + this.count) % messagesMax;
    this.block[position] = block;
    this.bytes[position] = length;
    this.count++;
  }

  /** Writes messages as frames while they fit below `end`. Returns the new offset. */
  writeTo(out: Uint8Array, at: number, end: number): number {
    let offset = at;
    while (this.count > 0) {
      const bytes = this.bytes[this.first]!;
      if (offset + frameLength(false, false, bytes) > end) break;
      out[offset] = Channel.unreliable;
      offset = writeLength(out, offset + 1, bytes);
      this.pool.load(this.block[this.first]!, bytes, out, offset);
      offset += bytes;
      this.removeFirst();
    }
    return offset;
  }

  private removeFirst(): void {
    this.pool.free(this.block[this.first]!);
    this.first = (this.first + 1) % messagesMax;
    this.count--;
  }
}
