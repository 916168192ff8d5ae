// Answers to the handshake datagram at hand, to the address it came from.

import { addressBytes, type DatagramSocket } from '#ports/network/datagram-socket.js';
import { Deny, type DenyReason, encodeDeny, encodeQueued, Queued } from '../../generated/handshake.js';
import type { SessionCounters } from '../sessions/session-counters.js';

export class HandshakeReplies {
  address: Uint8Array = new Uint8Array(addressBytes);
  addressAt = 0;
  private readonly deny = new Deny();
  private readonly queued = new Queued();

  constructor(
    private readonly socket: DatagramSocket,
    private readonly counters: SessionCounters,
  ) {}

  /** The memory into which an answer is encoded, from where `claim` says. */
  get bytes(): Uint8Array {
    return this.socket.outgoing;
  }

  /** Where to encode an answer, or -1, counted, when the socket has no free slot. */
  claim(): number {
    const at = this.socket.claim();
    if (at < 0) this.counters.droppedNoSendSlot++;
    return at;
  }

  /** Sends what was encoded from `at` to `end`. */
  send(at: number, end: number): void {
    if (end < 0) throw new RangeError(`an answer does not encode: fault ${end}`);
    this.socket.commit(end - at, this.address, this.addressAt);
  }

  sendBytes(datagram: Uint8Array): void {
    const at = this.claim();
    if (at < 0) return;
    this.bytes.set(datagram, at);
    this.send(at, at + datagram.length);
  }

  refuse(clientKey: Uint8Array, reason: DenyReason, detail: string): void {
    this.counters.denied++;
    this.deny.clientKeyStart.set(clientKey.subarray(0, 8));
    this.deny.reason = reason;
    this.deny.detail = detail;
    const at = this.claim();
    if (at >= 0) this.send(at, encodeDeny(this.deny, this.bytes, at));
  }

  wait(clientKey: Uint8Array, position: number, retryMs: number): void {
    this.queued.clientKeyStart.set(clientKey.subarray(0, 8));
    this.queued.position = Math.min(0xffff, position);
    this.queued.retryMs = retryMs;
    const at = this.claim();
    if (at >= 0) this.send(at, encodeQueued(this.queued, this.bytes, at));
  }
}
