// A Linux socket made for load: what it sends is handed to the system in runs of equal datagrams (segmented-batch.ts), so
// that one call and one way through the network stack carry many clients' inputs. Receivers see single datagrams, as from
// any socket. IPv4 only. Where the system does not cut datagrams, each is a message of its own. Several sockets may share
// memory: then what one has ready is sent before another's is written.

import {
  type DatagramCounters,
  type DatagramReceiver,
  type DatagramSocket,
  noDatagrams,
  slotBytes,
} from '#ports/network/datagram-socket.js';
import { addressOf } from '#ports/network/datagram-address.js';
import {
  errorAgain,
  levelSocket,
  type LinuxNetwork,
  memoryInfoDrops,
  memoryInfoWords,
  optionMemoryInfo,
  pollIn,
  pollOut,
} from '#adapters/udp/linux-network.js';
import { openLinuxSocket } from '#adapters/udp/linux-socket.js';
import type { UdpOptions } from '#adapters/udp/udp-options.js';
import { segmentsMax } from './segmented-batch.js';
import { SegmentedMemory } from './segmented-memory.js';

const batchesMax = 8;
const probeBytes = 32;
const probeWaitMs = 50;
const sendWaitMs = 1;
const sendWaitsMax = 5;

export class SegmentedSocket implements DatagramSocket {
  readonly kind: string;
  readonly blocking = true;
  readonly counters: DatagramCounters = noDatagrams();
  readonly outgoing: Uint8Array;
  readonly localPort: number;
  readonly receiveBufferBytes: number;
  #fd: number;
  readonly #memory: SegmentedMemory;
  // Longer than 64 bytes: shorter typed arrays live in the heap that the collector moves.
  readonly #poll = new Int16Array(new ArrayBuffer(128));
  readonly #pollBytes = new Uint8Array(this.#poll.buffer);
  readonly #timeout = new Int32Array(new ArrayBuffer(128));
  readonly #timeoutBytes = new Uint8Array(this.#timeout.buffer);
  readonly #info = new Uint32Array(new ArrayBuffer(128));
  readonly #infoBytes = new Uint8Array(this.#info.buffer, 0, memoryInfoWords * 4);
  readonly #infoLength = new Uint8Array(this.#info.buffer, 64, 4);

  private constructor(
    private readonly network: LinuxNetwork,
    options: UdpOptions,
    memory: SegmentedMemory,
  ) {
    const opened = openLinuxSocket(network, options);
    this.kind = memory.perRun > 1 ? 'segmented' : 'sendmmsg';
    this.#fd = opened.fd;
    this.localPort = opened.localPort;
    this.receiveBufferBytes = opened.receiveBufferBytes;
    this.#memory = memory;
    this.outgoing = memory.out.bytes;
    new Int32Array(this.#poll.buffer)[0] = this.#fd;
  }

  /** Sends by runs where two segments to itself arrive as two datagrams, else datagram by datagram. */
  static open(network: LinuxNetwork, options: UdpOptions, perRun = segmentsMax): SegmentedSocket {
    return SegmentedSocket.openMany(network, options, 1, perRun)[0]!;
  }

  /** So many with shared memory. */
  static openMany(
    network: LinuxNetwork,
    options: UdpOptions,
    count: number,
    perRun = segmentsMax,
  ): SegmentedSocket[] {
    const probe = new SegmentedSocket(
      network,
      { host: '127.0.0.1', port: 0 },
      new SegmentedMemory(network, 2),
    );
    const works = perRun > 1 && probe.#reachesItself();
    void probe.close();
    const memory = new SegmentedMemory(network, works ? perRun : 1, options.slotMemory);
    return Array.from({ length: count }, () => new SegmentedSocket(network, options, memory));
  }

  /** Brings `receiveDropped` up to now, as the system counts it. */
  sampleDrops(): void {
    this.#info[16] = memoryInfoWords * 4;
    const info = this.#infoBytes;
    if (this.network.getsockopt(this.#fd, levelSocket, optionMemoryInfo, info, this.#infoLength) === 0)
      this.counters.receiveDropped = this.#info[memoryInfoDrops]!;
  }

  receive(receiver: DatagramReceiver, waitMs: number): number {
    if (this.#fd < 0 || (waitMs > 0 && !this.#wait(pollIn, waitMs))) return 0;
    let total = 0;
    for (let batches = 0; batches < batchesMax && this.#fd >= 0; batches++) {
      const got = this.#receiveBatch(receiver);
      total += got;
      if (got < this.#memory.in.count) break;
    }
    return total;
  }

  claim(): number {
    if (this.#fd < 0) {
      this.counters.sendDropped++;
      return -1;
    }
    const memory = this.#memory;
    if (memory.sender !== this) {
      memory.sender?.flush();
      memory.sender = this;
    } else if (memory.out.isFull) this.flush();
    return memory.out.end;
  }

  commit(length: number, address: Uint8Array, addressAt: number): void {
    if (!(length >= 0 && length <= slotBytes)) throw new RangeError(`commit of ${length} bytes`);
    this.#memory.out.add(length, address, addressAt);
  }

  flush(): void {
    const { out, sender } = this.#memory;
    if (sender !== this) return;
    let waits = 0;
    for (let at = 0; at < out.runs;) {
      const sent = this.network.sendmmsg(this.#fd, out.from(at), out.runs - at, 0);
      if (sent > 0) {
        for (let i = at; i < at + sent; i++) {
          this.counters.packetsOut += out.segments(i);
          this.counters.bytesOut += out.runBytes(i);
        }
        at += sent;
        continue;
      }
      if (this.network.errno() === errorAgain && waits++ < sendWaitsMax && this.#wait(pollOut, sendWaitMs))
        continue;
      this.counters.errors++;
      this.counters.sendDropped += out.segments(at);
      at++;
    }
    out.clear();
  }

  close(): Promise<void> {
    if (this.#fd >= 0) {
      this.flush();
      this.network.close(this.#fd);
      this.#fd = -1;
    }
    return Promise.resolve();
  }

  #receiveBatch(receiver: DatagramReceiver): number {
    const batch = this.#memory.in;
    const got = this.network.recvmmsg(this.#fd, batch.headers, batch.count, 0, null);
    for (let i = 0; i < got; i++) {
      const length = batch.receivedLength(i);
      this.counters.packetsIn++;
      this.counters.bytesIn += length;
      const address = batch.receivedAddress(i);
      batch.resetForReceive(i);
      receiver.onDatagram(batch.slots, i * slotBytes, length, batch.names, address);
    }
    return Math.max(0, got);
  }

  #reachesItself(): boolean {
    const self = addressOf('127.0.0.1', this.localPort);
    for (let i = 0; i < 2; i++) {
      this.claim();
      this.commit(probeBytes, self, 0);
    }
    this.flush();
    let right = 0;
    const receiver: DatagramReceiver = {
      onDatagram: (_buffer, _at, length) => {
        if (length === probeBytes) right++;
      },
    };
    return this.receive(receiver, probeWaitMs) === 2 && right === 2;
  }

  #wait(events: number, ms: number): boolean {
    this.#poll[2] = events;
    this.#poll[3] = 0;
    // tv_sec and tv_nsec are 64 bits wide; their high halves stay zero.
    this.#timeout[0] = Math.floor(ms / 1000);
    this.#timeout[2] = Math.floor((ms % 1000) * 1e6);
    return this.network.ppoll(this.#pollBytes, 1, this.#timeoutBytes, null) > 0;
  }
}
