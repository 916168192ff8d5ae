// Datagrams through node:dgram, on every platform. The event loop pushes what arrives into a bounded queue, from which
// `receive` takes; sending copies nothing but keeps its slot until the system is done with it. Node itself allocates per
// datagram; this class does not add to it. Errors are counted, only opening throws.

import type { RemoteInfo } from 'node:dgram';
import { interfaceOf, isIpv4, portOf } from '#ports/network/datagram-address.js';
import {
  type DatagramCounters,
  type DatagramReceiver,
  type DatagramSocket,
  noDatagrams,
  ownAddressAt,
  slotBytes,
} from '#ports/network/datagram-socket.js';
import { DatagramQueue } from './datagram-queue.js';
import { HostCache } from './host-cache.js';
import { withInterfaceName, withInterfaceNumber } from './interface-numbers.js';
import { openOwnSockets, type OwnSocket } from './own-sockets.js';
import { slotCount, UdpError, type UdpOptions } from './udp-options.js';

const slotsDefault = 2048;
/** Committed datagrams go out in groups of so many even without `flush`. */
const flushAt = 64;

export class DgramSocket implements DatagramSocket {
  readonly kind = 'dgram';
  readonly blocking = false;
  readonly counters: DatagramCounters = noDatagrams();
  readonly outgoing: Uint8Array;
  readonly localPort: number;
  readonly receiveBufferBytes: number;

  /** Whether answers leave from the address that a datagram came to, as far as the machine had it when this was opened. */
  readonly keepsDestination: boolean;

  readonly #sockets: readonly [OwnSocket, ...OwnSocket[]];
  readonly #queue: DatagramQueue;
  readonly #hosts: HostCache;
  /** As IPv6 sockets want them. */
  readonly #mappedHosts: HostCache;
  #open = true;

  /** Free slots as a stack; the claimed one is on top until `commit`. */
  readonly #free: Int32Array;
  #freeCount: number;
  #claimed = false;
  readonly #committed = new Int32Array(flushAt);
  #committedCount = 0;
  readonly #lengths: Uint16Array;
  readonly #ports: Uint16Array;
  readonly #toHosts: string[];
  readonly #from: OwnSocket[];
  readonly #slots: Uint8Array[] = [];
  readonly #whenSent: ((error: Error | null) => void)[] = [];

  /** Opens and binds. `host` is a literal. Rejects with UdpError. */
  static async open(options: UdpOptions): Promise<DgramSocket> {
    const host = withInterfaceName(options.host);
    if (host === undefined) {
      throw new UdpError('address-unavailable', `this machine has no interface for ${options.host}`);
    }
    return new DgramSocket(await openOwnSockets({ ...options, host }), options);
  }

  private constructor(sockets: readonly [OwnSocket, ...OwnSocket[]], options: UdpOptions) {
    const sendSlots = slotCount(options.sendSlots, slotsDefault, 'sendSlots');
    const { socket } = sockets[0];
    this.#sockets = sockets;
    this.keepsDestination = sockets.length > 1;
    this.localPort = socket.address().port;
    this.receiveBufferBytes = socket.getRecvBufferSize();
    this.#queue = new DatagramQueue(slotCount(options.receiveSlots, slotsDefault, 'receiveSlots'));
    this.#hosts = new HostCache(false);
    this.#mappedHosts = new HostCache(true);
    this.outgoing = new Uint8Array(sendSlots * slotBytes);
    this.#free = Int32Array.from({ length: sendSlots }, (_, i) => sendSlots - 1 - i);
    this.#freeCount = sendSlots;
    this.#lengths = new Uint16Array(sendSlots);
    this.#ports = new Uint16Array(sendSlots);
    this.#toHosts = new Array<string>(sendSlots).fill('');
    this.#from = new Array<OwnSocket>(sendSlots).fill(sockets[0]);
    for (let slot = 0; slot < sendSlots; slot++) {
      this.#slots.push(this.outgoing.subarray(slot * slotBytes, (slot + 1) * slotBytes));
      this.#whenSent.push((error) => this.#sent(slot, error));
    }
    for (const { socket, own } of sockets) {
      socket.on('message', (data, from) => this.#arrived(data, from, own));
      socket.on('error', () => this.counters.errors++);
    }
  }

  receive(receiver: DatagramReceiver, _waitMs: number): number {
    return this.#open ? this.#queue.drain(receiver) : 0;
  }

  claim(): number {
    if (!this.#open || this.#freeCount === 0) {
      this.counters.sendDropped++;
      return -1;
    }
    this.#claimed = true;
    return this.#free[this.#freeCount - 1]! * slotBytes;
  }

  commit(length: number, address: Uint8Array, addressAt: number): void {
    if (!this.#claimed || !(length >= 0 && length <= slotBytes)) {
      throw new RangeError(`commit of ${length} bytes, slot claimed: ${this.#claimed}`);
    }
    this.#claimed = false;
    const port = portOf(address, addressAt);
    const from = this.#socketFor(address, addressAt);
    if (port === 0 || (!from.overIpv6 && !isIpv4(address, addressAt))) {
      this.counters.sendDropped++;
      return;
    }
    const host = (from.overIpv6 ? this.#mappedHosts : this.#hosts).host(address, addressAt);
    if (host === '') {
      this.counters.sendDropped++;
      return;
    }
    const slot = this.#free[--this.#freeCount]!;
    this.#lengths[slot] = length;
    this.#ports[slot] = port;
    this.#from[slot] = from;
    this.#toHosts[slot] = host;
    this.#committed[this.#committedCount++] = slot;
    if (this.#committedCount === flushAt) this.flush();
  }

  flush(): void {
    const count = this.#committedCount;
    this.#committedCount = 0;
    for (let i = 0; i < count; i++) {
      const slot = this.#committed[i]!;
      const whenSent = this.#whenSent[slot]!;
      this.#from[slot]!.socket.send(
        this.#slots[slot]!,
        0,
        this.#lengths[slot]!,
        this.#ports[slot]!,
        this.#toHosts[slot]!,
        whenSent,
      );
    }
  }

  async close(): Promise<void> {
    if (!this.#open) return;
    this.flush();
    this.#open = false;
    this.#claimed = false;
    const closed = this.#sockets.map(({ socket }) => new Promise<void>((resolve) => socket.close(resolve)));
    await Promise.all(closed);
  }

  /** The one of the own address that the address names, else the first. */
  #socketFor(address: Uint8Array, addressAt: number): OwnSocket {
    const sockets = this.#sockets;
    for (let i = 1; i < sockets.length; i++) {
      const { own, interfaceNumber } = sockets[i]!;
      let k = 15;
      while (k >= 0 && own[k] === address[addressAt + ownAddressAt + k]) k--;
      if (k >= 0) continue;
      if (interfaceNumber === 0 || interfaceNumber === interfaceOf(address, addressAt)) return sockets[i]!;
    }
    return sockets[0];
  }

  #sent(slot: number, error: Error | null): void {
    this.#free[this.#freeCount++] = slot;
    if (error === null) {
      this.counters.packetsOut++;
      this.counters.bytesOut += this.#lengths[slot]!;
    } else {
      this.counters.errors++;
      this.counters.sendDropped++;
    }
  }

  #arrived(data: Uint8Array, from: RemoteInfo, own: Uint8Array): void {
    const counters = this.counters;
    counters.packetsIn++;
    counters.bytesIn += data.length;
    // An interface that came up within the last second may not be known yet.
    const host = withInterfaceNumber(from.address);
    if (data.length > slotBytes) counters.truncated++;
    else if (host === undefined || !this.#queue.push(data, host, from.port, own)) counters.receiveDropped++;
  }
}
