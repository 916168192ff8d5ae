// A socket behind a bad link: what it sends and receives is lost, repeated, delayed and reordered as told, each way, while
// any other socket moves the datagrams. Held datagrams lie in slots made once; without a free slot they are dropped and
// counted. Nothing moves but in `receive` and `flush`: call one of them every few milliseconds.

import type { Clock } from '#ports/system/clock.js';
import {
  addressBytes,
  type DatagramCounters,
  type DatagramReceiver,
  type DatagramSocket,
  slotBytes,
} from '#ports/network/datagram-socket.js';
import { HeldDatagrams } from './held-datagrams.js';
import type { LinkConditions } from './link-conditions.js';

export class ImpairedSocket implements DatagramSocket, DatagramReceiver {
  readonly kind: string;
  /** Delayed datagrams would be late if the socket below waited for others. */
  readonly blocking = false;
  /** Of the socket below: what the link swallowed was never sent, or did arrive there. */
  readonly counters: DatagramCounters;
  readonly outgoing: Uint8Array;
  readonly #sending: HeldDatagrams;
  readonly #receiving: HeldDatagrams;
  #isOpen = true;

  /** `link` is read for every datagram and may change at any time; `slots` may be held each way. */
  constructor(
    private readonly socket: DatagramSocket,
    private readonly clock: Clock,
    link: LinkConditions,
    seed: number,
    slots = 64,
  ) {
    this.kind = `impaired ${socket.kind}`;
    this.counters = socket.counters;
    this.#sending = new HeldDatagrams(link, seed, slots);
    this.#receiving = new HeldDatagrams(link, seed + 0x5bd1e995, slots);
    this.outgoing = this.#sending.memory;
  }

  get localPort(): number {
    return this.socket.localPort;
  }

  get receiveBufferBytes(): number {
    return this.socket.receiveBufferBytes;
  }

  /** Datagrams that the link lost or had no room for. */
  get swallowed(): number {
    return this.#sending.swallowed + this.#receiving.swallowed;
  }

  receive(receiver: DatagramReceiver, _waitMs: number): number {
    if (!this.#isOpen) return 0;
    const held = this.#receiving;
    held.nowMs[0] = this.clock.nowMs();
    this.socket.receive(this, 0);
    this.#sendDue();
    let handed = 0;
    for (let slot = held.takeDue(); slot >= 0 && this.#isOpen; slot = held.takeDue()) {
      const at = slot * slotBytes;
      receiver.onDatagram(held.memory, at, held.lengths[slot]!, held.addresses, slot * addressBytes);
      held.give(slot);
      handed++;
    }
    return handed;
  }

  onDatagram(buffer: Uint8Array, at: number, length: number, address: Uint8Array, addressAt: number): void {
    const held = this.#receiving;
    const slot = held.claim();
    if (slot < 0) return;
    for (let i = 0; i < length; i++) held.memory[slot * slotBytes + i] = buffer[at + i]!;
    held.commit(slot, length, address, addressAt);
  }

  claim(): number {
    const slot = this.#isOpen ? this.#sending.claim() : -1;
    if (slot >= 0) return slot * slotBytes;
    this.counters.sendDropped++;
    return -1;
  }

  commit(length: number, address: Uint8Array, addressAt: number): void {
    const held = this.#sending;
    if (held.claimed < 0 || !(length >= 0 && length <= slotBytes)) {
      throw new RangeError(`commit of ${length} bytes, slot claimed: ${held.claimed >= 0}`);
    }
    held.nowMs[0] = this.clock.nowMs();
    held.commit(held.claimed, length, address, addressAt);
  }

  flush(): void {
    this.#sendDue();
    this.socket.flush();
  }

  async close(): Promise<void> {
    if (this.#isOpen) this.#sendDue();
    this.#isOpen = false;
    await this.socket.close();
  }

  #sendDue(): void {
    const held = this.#sending;
    held.nowMs[0] = this.clock.nowMs();
    for (let slot = held.takeDue(); slot >= 0; slot = held.takeDue()) {
      const to = this.socket.claim();
      if (to >= 0) {
        const length = held.lengths[slot]!;
        const { outgoing } = this.socket;
        for (let i = 0; i < length; i++) outgoing[to + i] = held.memory[slot * slotBytes + i]!;
        this.socket.commit(length, held.addresses, slot * addressBytes);
      }
      held.give(slot);
    }
  }
}
