// A socket of the network in memory. Opened by DatagramNetwork.open; nothing ever blocks and nothing arrives before its
// virtual time has come.

import { portOf } from '#ports/network/datagram-address.js';
import {
  addressBytes,
  type DatagramCounters,
  type DatagramReceiver,
  type DatagramSocket,
  noDatagrams,
  slotBytes,
} from '#ports/network/datagram-socket.js';
import { noSlot } from './delivery-heap.js';
import type { LinkConditions } from './link-conditions.js';

const flushAt = 64;

/** What a socket needs of its network. Slots are numbers; each belongs to one socket or to the network at any time. */
export interface SocketNetwork {
  /** The slots' bytes, and the address of each one's sender. */
  readonly memory: Uint8Array;
  readonly senders: Uint8Array;
  /** Datagrams that may wait at one socket. */
  readonly socketQueue: number;
  /** Moves what is due to its sockets. */
  deliverDue(): void;
  /** A free slot, or `noSlot`. */
  take(): number;
  give(slot: number): void;
  lengthOf(slot: number): number;
  address(slot: number, length: number, from: Uint8Array, to: Uint8Array, toAt: number): void;
  /** The slot now belongs to the network. `freeAtMs` holds when the socket's link is free again. */
  send(slot: number, link: LinkConditions, group: number, freeAtMs: Float64Array): void;
  /** Ends delivery to the socket. */
  forget(socket: MemoryDatagramSocket): void;
}

export class MemoryDatagramSocket implements DatagramSocket {
  readonly kind = 'memory';
  readonly blocking = false;
  readonly receiveBufferBytes: number;
  readonly counters: DatagramCounters = noDatagrams();
  readonly outgoing: Uint8Array;
  /** Part of a partitioned network, 0 … 255: datagrams travel only between sockets of one part. */
  group = 0;
  readonly #network: SocketNetwork;
  readonly #freeAtMs = new Float64Array(1);
  #open = true;
  #claimed = noSlot;
  readonly #committed = new Int32Array(flushAt);
  #committedCount = 0;
  readonly #waiting: Int32Array;
  #first = 0;
  #count = 0;

  /** `conditions` are those of what it sends and may be changed at any time; `address` only by the network. */
  constructor(
    network: SocketNetwork,
    readonly address: Uint8Array,
    readonly conditions: LinkConditions,
  ) {
    this.#network = network;
    this.outgoing = network.memory;
    this.#waiting = new Int32Array(network.socketQueue);
    this.receiveBufferBytes = network.socketQueue * slotBytes;
  }

  get localPort(): number {
    return portOf(this.address, 0);
  }

  receive(receiver: DatagramReceiver, _waitMs: number): number {
    if (!this.#open) return 0;
    const network = this.#network;
    network.deliverDue();
    const count = this.#count;
    let handed = 0;
    for (let i = 0; i < count && this.#open; i++, handed++) {
      const slot = this.#waiting[this.#first]!;
      this.#first = (this.#first + 1) % this.#waiting.length;
      this.#count--;
      const at = slot * slotBytes;
      receiver.onDatagram(network.memory, at, network.lengthOf(slot), network.senders, slot * addressBytes);
      network.give(slot);
    }
    return handed;
  }

  claim(): number {
    if (this.#open && this.#claimed === noSlot) this.#claimed = this.#network.take();
    if (!this.#open || this.#claimed === noSlot) {
      this.counters.sendDropped++;
      return -1;
    }
    return this.#claimed * slotBytes;
  }

  commit(length: number, address: Uint8Array, addressAt: number): void {
    const slot = this.#claimed;
    if (slot === noSlot || !(length >= 0 && length <= slotBytes)) {
      throw new RangeError(`commit of ${length} bytes, slot claimed: ${slot !== noSlot}`);
    }
    this.#claimed = noSlot;
    this.#network.address(slot, length, this.address, address, addressAt);
    this.#committed[this.#committedCount++] = slot;
    if (this.#committedCount === flushAt) this.flush();
  }

  flush(): void {
    for (let i = 0; i < this.#committedCount; i++) {
      const slot = this.#committed[i]!;
      this.counters.packetsOut++;
      this.counters.bytesOut += this.#network.lengthOf(slot);
      this.#network.send(slot, this.conditions, this.group, this.#freeAtMs);
    }
    this.#committedCount = 0;
  }

  close(): Promise<void> {
    if (this.#open) {
      this.flush();
      this.#open = false;
      this.#network.forget(this);
      if (this.#claimed !== noSlot) this.#network.give(this.#claimed);
      this.#claimed = noSlot;
      for (; this.#count > 0; this.#count--) {
        this.#network.give(this.#waiting[this.#first]!);
        this.#first = (this.#first + 1) % this.#waiting.length;
      }
    }
    return Promise.resolve();
  }

  /** For the network: takes a datagram that has arrived. False when the queue is full; the slot stays the network's. */
  enqueue(slot: number): boolean {
    this.counters.packetsIn++;
    this.counters.bytesIn += this.#network.lengthOf(slot);
    if (this.#count === this.#waiting.length) {
      this.counters.receiveDropped++;
      return false;
    }
    this.#waiting[(this.#first + this.#count) % this.#waiting.length] = slot;
    this.#count++;
    return true;
  }
}
