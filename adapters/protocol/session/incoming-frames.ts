// The frames of authentic packets, either side: hands their messages to the owner of the connection, each as its channel
// promises.

import type { ConnectionOwner } from './connection-owner.js';
import type { EndpointMemory } from './endpoint-memory.js';
import { Channel } from './packet-layout.js';
import { sequenceDistance } from './packet-number.js';
import { Arrival, ReliableReceiver } from './reliable-receiver.js';

export class IncomingFrames {
  /** Whether the session goes on; its owner may end it while it handles a message. */
  isOpen = false;
  /** Of the packet read last: whether all its messages were taken, and whether one of them was reliable. */
  tookAll = true;
  hadReliable = false;
  readonly reliable: ReliableReceiver;
  /** Sequence of the newest message taken on the sequenced channel. */
  private sequenced = 0;

  constructor(
    private readonly slot: number,
    private readonly owner: ConnectionOwner,
    private readonly memory: EndpointMemory,
  ) {
    this.reliable = new ReliableReceiver(memory.incoming, memory.scratch.length);
  }

  /** Forgets everything; the session is not open then. */
  reset(): void {
    this.isOpen = false;
    this.reliable.reset();
    this.sequenced = 0;
  }

  /** Takes the frames from `at` to `end`. False when they are malformed: then the session must end. */
  read(buffer: Uint8Array, at: number, end: number, nowMs: number): boolean {
    const { frame } = this.memory;
    let offset = at;
    this.tookAll = true;
    this.hadReliable = false;
    while (offset < end) {
      offset = frame.read(buffer, offset, end);
      if (offset < 0) return false;
      if (frame.channel >= Channel.reliable) {
        this.hadReliable = true;
        const arrival = this.takeReliable(buffer, nowMs);
        if (arrival === Arrival.violation) return false;
        if (arrival === Arrival.refused) this.tookAll = false;
      } else if (!this.takeUnreliable(buffer)) this.tookAll = false;
      if (!this.isOpen) return true;
    }
    return true;
  }

  /** False when the message was dropped as too old: its sender must not think that it was taken. */
  private takeUnreliable(buffer: Uint8Array): boolean {
    const { frame } = this.memory;
    if (frame.channel === Channel.sequenced) {
      if (sequenceDistance(frame.sequence, this.sequenced) <= 0) return false;
      this.sequenced = frame.sequence;
    }
    this.owner.onConnectionMessage(this.slot, frame.channel, buffer, frame.bodyAt, frame.bytes);
    return true;
  }

  private takeReliable(buffer: Uint8Array, nowMs: number): Arrival {
    const { frame, scratch } = this.memory;
    const arrival = this.reliable.arrive(frame, buffer);
    if (arrival === Arrival.deliver) {
      if (!this.deliver(frame.channel, frame.isCompressed, buffer, frame.bodyAt, frame.bytes)) {
        return Arrival.violation;
      }
    }
    if (arrival !== Arrival.deliver && arrival !== Arrival.kept) return arrival;
    while (this.isOpen) {
      const bytes = this.reliable.takeNext(scratch, nowMs);
      if (bytes === -2) return Arrival.violation;
      if (bytes < 0) break;
      if (!this.deliver(Channel.reliable, this.reliable.tookCompressed, scratch, 0, bytes)) {
        return Arrival.violation;
      }
    }
    return arrival;
  }

  /** False when it was compressed and is malformed. */
  private deliver(
    channel: Channel,
    isCompressed: boolean,
    data: Uint8Array,
    at: number,
    bytes: number,
  ): boolean {
    if (!isCompressed) {
      this.owner.onConnectionMessage(this.slot, channel, data, at, bytes);
      return true;
    }
    const { packing } = this.memory;
    const size = packing.unpack(data, at, bytes);
    if (size < 0) return false;
    this.owner.onConnectionMessage(this.slot, channel, packing.plainBytes, 0, size);
    return true;
  }
}
