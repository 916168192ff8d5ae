// The frames of authentic packets, either side and for all connections of an endpoint: hands their messages to the owner
// of the connection, each as its channel promises.

import type { ConnectionOwner } from './connection-owner.js';
import { isOpenAt, rowWords, sequencedAt } from '../delivery/connection-rows.js';
import type { EndpointMemory } from '../delivery/endpoint-memory.js';
import { Channel } from '../bytes/packet-layout.js';
import { sequenceDistance } from '../bytes/packet-number.js';
import { Arrival } from '../delivery/reliable-receiver.js';

export class IncomingFrames {
  /** Of the packet read last: whether all its messages were taken, and whether one of them was reliable. */
  tookAll = true;
  hadReliable = false;
  private readonly words: Int32Array;
  /** Whose packet is being read. */
  private row = 0;
  private sessionRow = 0;
  private owner: ConnectionOwner | undefined;

  constructor(private readonly memory: EndpointMemory) {
    this.words = memory.rows.words;
  }

  /**
   * Takes the frames from `at` to `end` of a packet to the connection in `row`, which its owner knows as `sessionRow`. False when
   * they are malformed: then the session must end.
   */
  read(
    row: number,
    sessionRow: number,
    owner: ConnectionOwner,
    buffer: Uint8Array,
    at: number,
    end: number,
    nowMs: number,
  ): boolean {
    const { frame } = this.memory;
    this.row = row;
    this.sessionRow = sessionRow;
    this.owner = owner;
    this.tookAll = true;
    this.hadReliable = false;
    for (let offset = at; offset < end && this.isOpen;) {
      offset = frame.read(buffer, offset, end);
      if (offset < 0) return false;
      if (frame.channel >= Channel.reliable) {
        this.hadReliable = true;
        const arrival = this.takeReliable(buffer, nowMs);
        if (arrival === Arrival.violation) return false;
        if (arrival === Arrival.refused) this.tookAll = false;
      } else if (!this.takeUnreliable(buffer)) this.tookAll = false;
    }
    return true;
  }

  /** The connection's owner may end it while it handles a message. */
  private get isOpen(): boolean {
    return this.words[this.row * rowWords + isOpenAt] !== 0;
  }

  /** False when the message was dropped as too old: its sender must not think that it was taken. */
  private takeUnreliable(buffer: Uint8Array): boolean {
    const { words, sessionRow } = this;
    const { frame } = this.memory;
    if (frame.channel === Channel.sequenced) {
      const newestAt = this.row * rowWords + sequencedAt;
      if (sequenceDistance(frame.sequence, words[newestAt]!) <= 0) return false;
      words[newestAt] = frame.sequence;
    }
    this.owner!.onConnectionMessage(sessionRow, frame.channel, buffer, frame.bodyAt, frame.bytes);
    return true;
  }

  private takeReliable(buffer: Uint8Array, nowMs: number): Arrival {
    const { frame, scratch } = this.memory;
    const { reliableIn } = this.memory.connection(this.row);
    const arrival = reliableIn.arrive(frame, buffer);
    if (arrival === Arrival.deliver) {
      if (!this.deliver(frame.channel, frame.isCompressed, buffer, frame.bodyAt, frame.bytes)) {
        return Arrival.violation;
      }
    }
    if (arrival !== Arrival.deliver && arrival !== Arrival.kept) return arrival;
    while (this.isOpen) {
      const bytes = reliableIn.takeNext(scratch, nowMs);
      if (bytes === -2) return Arrival.violation;
      if (bytes < 0) break;
      if (!this.deliver(Channel.reliable, reliableIn.tookCompressed, scratch, 0, bytes)) {
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
    const { sessionRow } = this;
    if (!isCompressed) {
      this.owner!.onConnectionMessage(sessionRow, channel, data, at, bytes);
      return true;
    }
    const { packing } = this.memory;
    const size = packing.unpack(data, at, bytes);
    if (size < 0) return false;
    this.owner!.onConnectionMessage(sessionRow, channel, packing.plainBytes, 0, size);
    return true;
  }
}
