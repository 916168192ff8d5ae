// Datagrams through node:dgram, on every platform. The event loop pushes what arrives into a bounded queue, from which
// `receive` takes; sending copies nothing but keeps its slot until the system is done with it. Node itself allocates per
// datagram; this class does not add to it. Errors are counted, only opening throws.

import { createSocket, type RemoteInfo, type Socket } from 'node:dgram';
import { isIPv4, isIPv6 } from 'node:net';
import { isIpv4, portOf } from '#ports/datagram-address.js';
import {
  type DatagramCounters,
  type DatagramReceiver,
  type DatagramSocket,
  noDatagrams,
  slotBytes,
} from '#ports/datagram-socket.js';
import { DatagramQueue } from './datagram-queue.js';
import { HostCache } from './host-cache.js';
import {
  receiveBufferBytesDefault,
  sendBufferBytesDefault,
  slotCount,
  UdpError,
  udpFault,
  type UdpOptions,
} from './udp-options.js';

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

  readonly #socket: Socket;
  readonly #overIpv6: boolean;
  readonly #queue: DatagramQueue;
  readonly #hosts: HostCache;
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
  readonly #slots: Uint8Array[] = [];
  readonly #whenSent: ((error: Error | null) => void)[] = [];

  /** Opens and binds. `host` is a literal. Rejects with UdpError. */
  static async open(options: UdpOptions): Promise<DgramSocket> {
    const { host, port } = options;
    const overIpv6 = isIPv6(host);
    if (!overIpv6 && !isIPv4(host)) throw new UdpError('address-unavailable', `not an IP address: ${host}`);
    const socket = createSocket({
      type: overIpv6 ? 'udp6' : 'udp4',
      ipv6Only: overIpv6 && host !== '::',
      reusePort: options.reusePort ?? false,
      recvBufferSize: options.receiveBufferBytes ?? receiveBufferBytesDefault,
      sendBufferSize: options.sendBufferBytes ?? sendBufferBytesDefault,
      // Hosts are literals: answering at once saves a turn of the event loop for every datagram sent.
      lookup: (literal, _family, callback) => callback(null, literal, overIpv6 ? 6 : 4),
    });
    await new Promise<void>((resolve, reject) => {
      socket.once('error', (error: NodeJS.ErrnoException) => {
        socket.close();
        reject(
          new UdpError(
            udpFault(error.code),
            `cannot open a UDP socket on ${host} port ${port}: ${error.message}`,
            { cause: error },
          ),
        );
      });
      socket.once('listening', resolve);
      socket.bind({ address: host, port, exclusive: true });
    });
    socket.removeAllListeners('error');
    return new DgramSocket(socket, overIpv6, options);
  }

  private constructor(socket: Socket, overIpv6: boolean, options: UdpOptions) {
    const sendSlots = slotCount(options.sendSlots, slotsDefault, 'sendSlots');
    this.#socket = socket;
    this.#overIpv6 = overIpv6;
    this.localPort = socket.address().port;
    this.receiveBufferBytes = socket.getRecvBufferSize();
    this.#queue = new DatagramQueue(slotCount(options.receiveSlots, slotsDefault, 'receiveSlots'));
    this.#hosts = new HostCache(overIpv6);
    this.outgoing = new Uint8Array(sendSlots * slotBytes);
    this.#free = Int32Array.from({ length: sendSlots }, (_, i) => sendSlots - 1 - i);
    this.#freeCount = sendSlots;
    this.#lengths = new Uint16Array(sendSlots);
    this.#ports = new Uint16Array(sendSlots);
    this.#toHosts = new Array<string>(sendSlots).fill('');
    for (let slot = 0; slot < sendSlots; slot++) {
      this.#slots.push(this.outgoing.subarray(slot * slotBytes, (slot + 1) * slotBytes));
      this.#whenSent.push((error) => this.#sent(slot, error));
    }
    socket.on('message', (data, from) => this.#arrived(data, from));
    socket.on('error', () => this.counters.errors++);
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
    if (port === 0 || (!this.#overIpv6 && !isIpv4(address, addressAt))) {
      this.counters.sendDropped++;
      return;
    }
    const slot = this.#free[--this.#freeCount]!;
    this.#lengths[slot] = length;
    this.#ports[slot] = port;
    this.#toHosts[slot] = this.#hosts.host(address, addressAt);
    this.#committed[this.#committedCount++] = slot;
    if (this.#committedCount === flushAt) this.flush();
  }

  flush(): void {
    const count = this.#committedCount;
    this.#committedCount = 0;
    for (let i = 0; i < count; i++) {
      const slot = this.#committed[i]!;
      const whenSent = this.#whenSent[slot]!;
      this.#socket.send(
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
    await new Promise<void>((resolve) => this.#socket.close(resolve));
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

  #arrived(data: Uint8Array, from: RemoteInfo): void {
    const counters = this.counters;
    counters.packetsIn++;
    counters.bytesIn += data.length;
    if (data.length > slotBytes) counters.truncated++;
    else if (!this.#queue.push(data, from.address, from.port)) counters.receiveDropped++;
  }
}
