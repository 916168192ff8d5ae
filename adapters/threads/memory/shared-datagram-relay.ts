// The relay of datagrams between gateways in one process: a ring for each ordered pair. A record is a datagram behind its
// address, or a resume token's id.

import type { DatagramRelay, RelayReceiver } from '#ports/threads/datagram-relay.js';
import { addressBytes, slotBytes } from '#ports/network/datagram-socket.js';
import type { RecordSink } from '#ports/threads/record-queue.js';
import { createRing, RingConsumer, type RingHandle, RingProducer } from './ring.js';

/** All rings towards one gateway together: 6,000 inputs of 120 bytes, which at 100,000 a second bridge 60 ms. */
const inboxBytes = 1024 * 1024;
/** From one ring at one call: as much as a batch of datagrams that came by the socket. */
const recordsMax = 1024;

const Kind = { datagram: 0, resumed: 1 } as const;

/** To each gateway, by index, the rings from each other; none from itself. */
export type RelayHandles = readonly (readonly (RingHandle | undefined)[])[];

export function createRelays(gateways: number): RelayHandles {
  const ringBytes = inboxBytes >> Math.ceil(Math.log2(Math.max(1, gateways - 1)));
  return Array.from({ length: gateways }, (_, to) =>
    Array.from({ length: gateways }, (_, from) => (from === to ? undefined : createRing(ringBytes))),
  );
}

export class SharedDatagramRelay implements DatagramRelay, RecordSink {
  readonly gateways: number;
  private readonly outgoing: readonly (RingProducer | undefined)[];
  private readonly incoming: readonly RingConsumer[];
  /** The datagram at hand, which its receiver may write, and its address behind it. */
  private readonly datagram = new Uint8Array(slotBytes + addressBytes);
  private receiver: RelayReceiver | undefined;
  private received = 0;

  /** At most one for each gateway. */
  constructor(handles: RelayHandles, index: number) {
    this.gateways = handles.length;
    this.outgoing = handles.map((rings) => rings[index] && new RingProducer(rings[index]));
    this.incoming = handles[index]!.flatMap((ring) => (ring === undefined ? [] : new RingConsumer(ring)));
  }

  get isWaiting(): boolean {
    for (let i = 0; i < this.incoming.length; i++) if (this.incoming[i]!.pendingBytes > 0) return true;
    return false;
  }

  pass(
    gateway: number,
    buffer: Uint8Array,
    at: number,
    length: number,
    address: Uint8Array,
    addressAt: number,
  ): boolean {
    const ring = this.outgoing[gateway]!;
    const to = ring.claim(addressBytes + length);
    if (to < 0) return false;
    const { memory } = ring;
    for (let i = 0; i < addressBytes; i++) memory[to + i] = address[addressAt + i]!;
    const bytesAt = to + addressBytes;
    for (let i = 0; i < length; i++) memory[bytesAt + i] = buffer[at + i]!;
    ring.commit(Kind.datagram, 0, addressBytes + length);
    return true;
  }

  passResumed(gateway: number, tokenId: Uint8Array): boolean {
    return this.outgoing[gateway]!.push(Kind.resumed, 0, tokenId, 0, tokenId.length);
  }

  receive(receiver: RelayReceiver): number {
    this.receiver = receiver;
    this.received = 0;
    for (let i = 0; i < this.incoming.length; i++) this.incoming[i]!.drain(this, recordsMax);
    return this.received;
  }

  // — RecordSink —

  onRecord(kind: number, _subject: number, data: Uint8Array, at: number, length: number): void {
    const { datagram } = this;
    if (kind === Kind.resumed) {
      this.receiver!.onResumedElsewhere(data.slice(at, at + length));
      return;
    }
    const bytes = length - addressBytes;
    const bytesAt = at + addressBytes;
    for (let i = 0; i < bytes; i++) datagram[i] = data[bytesAt + i]!;
    for (let i = 0; i < addressBytes; i++) datagram[slotBytes + i] = data[at + i]!;
    this.received++;
    this.receiver!.onDatagram(datagram, 0, bytes, datagram, slotBytes);
  }
}
