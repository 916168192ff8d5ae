// Datagrams in batches through recvmmsg and sendmmsg (Linux): one system call for up to 128 of them, nothing allocated
// per datagram, `receive` blocks its thread in ppoll, `flush` for 2 ms at most. Every error is counted and survived; only
// opening throws. A thread that is terminated instead of closing its socket leaves it open until the process ends: it
// would go on taking its share of a shared port's clients. Structures: message-batch.ts.

import {
  type DatagramCounters,
  type DatagramReceiver,
  type DatagramSocket,
  noDatagrams,
  slotBytes,
} from '#ports/network/datagram-socket.js';
import {
  errorAgain,
  errorInterrupted,
  errorNoBuffers,
  levelSocket,
  type LinuxNetwork,
  memoryInfoDrops,
  memoryInfoWords,
  messageTruncated,
  optionMemoryInfo,
  pollIn,
  pollOut,
} from './linux-network.js';
import { MessageBatch } from './message-batch.js';
import { openLinuxSocket } from './linux-socket.js';
import { slotCount, type UdpOptions } from './udp-options.js';

const slotsDefault = 128;
/** Batches per `receive`: at 128 a batch and 1.5 µs each about 1.5 ms before the caller gets its turn again. */
const batchesMax = 8;
/** The system's own count of lost datagrams is read once per so many calls of `receive`. */
const callsPerDropSample = 64;
/** A full send buffer drains at the speed of the wire; waiting longer would stall the tick of everybody else. */
const sendWaitsMax = 2;
const sendWaitMs = 1;

export class MmsgSocket implements DatagramSocket {
  readonly kind = 'recvmmsg';
  readonly blocking = true;
  readonly counters: DatagramCounters = noDatagrams();
  readonly outgoing: Uint8Array;
  readonly localPort: number;
  readonly receiveBufferBytes: number;
  /** How the receive buffer came by its size, for the log. */
  readonly receiveBufferNote: string;
  /** Whether the system took `steering`. */
  readonly isSteered: boolean;
  /** Whether answers leave from the address that a datagram came to, though the socket has many. */
  readonly keepsDestination: boolean;

  readonly #network: LinuxNetwork;
  #fd: number;
  readonly #in: MessageBatch;
  readonly #out: MessageBatch;
  #committed = 0;
  #claimed = false;
  // All three are longer than 64 bytes: shorter typed arrays live in the heap that the collector moves.
  readonly #poll = new DataView(new ArrayBuffer(128));
  readonly #pollBytes = new Uint8Array(this.#poll.buffer);
  readonly #timeout = new DataView(new ArrayBuffer(128));
  readonly #timeoutBytes = new Uint8Array(this.#timeout.buffer);
  readonly #info = new Uint32Array(new ArrayBuffer(128));
  readonly #infoBytes = new Uint8Array(this.#info.buffer, 0, memoryInfoWords * 4);
  readonly #infoLength = new Uint8Array(this.#info.buffer, 64, 4);
  #callsToDropSample = callsPerDropSample;
  #moreLikely = false;

  /** Opens and binds at once. `host` is a literal. Throws UdpError. */
  constructor(network: LinuxNetwork, options: UdpOptions) {
    const receiveSlots = slotCount(options.receiveSlots, slotsDefault, 'receiveSlots');
    const sendSlots = slotCount(options.sendSlots, slotsDefault, 'sendSlots');
    const opened = openLinuxSocket(network, options);
    this.#network = network;
    this.#fd = opened.fd;
    this.localPort = opened.localPort;
    this.receiveBufferBytes = opened.receiveBufferBytes;
    this.receiveBufferNote = opened.receiveBufferNote;
    this.isSteered = opened.isSteered;
    this.keepsDestination = opened.keepsDestination;
    const addressOf = (memory: Uint8Array) => network.addressOf(memory);
    const batch = (slots: number) =>
      new MessageBatch(
        slots,
        opened.overIpv6,
        addressOf,
        options.slotMemory?.(slots * slotBytes),
        opened.keepsDestination,
      );
    this.#in = batch(receiveSlots);
    this.#out = batch(sendSlots);
    this.outgoing = this.#out.slots;
    this.#poll.setInt32(0, this.#fd, true);
  }

  receive(receiver: DatagramReceiver, waitMs: number): number {
    if (this.#fd < 0) return 0;
    if (--this.#callsToDropSample <= 0) this.#sampleDrops();
    // After a full batch there is probably more; after a smaller one probably not yet, so looking first would waste a call.
    if (waitMs > 0 && !this.#moreLikely && !this.#wait(pollIn, waitMs)) return 0;
    let got = this.#receiveBatch(receiver);
    if (got === 0 && waitMs > 0 && this.#moreLikely && this.#wait(pollIn, waitMs)) {
      got = this.#receiveBatch(receiver);
    }
    let total = got;
    for (let batches = 1; got === this.#in.count && batches < batchesMax && this.#fd >= 0; batches++) {
      got = this.#receiveBatch(receiver);
      total += got;
    }
    this.#moreLikely = got === this.#in.count;
    return total;
  }

  claim(): number {
    if (this.#fd < 0) {
      this.counters.sendDropped++;
      return -1;
    }
    // `commit` flushes a full batch, so there always is a free slot.
    this.#claimed = true;
    return this.#committed * slotBytes;
  }

  commit(length: number, address: Uint8Array, addressAt: number): void {
    if (!this.#claimed || !(length >= 0 && length <= slotBytes)) {
      throw new RangeError(`commit of ${length} bytes, slot claimed: ${this.#claimed}`);
    }
    this.#claimed = false;
    if (this.#fd < 0 || !this.#out.address(this.#committed, length, address, addressAt)) {
      this.counters.sendDropped++;
      return;
    }
    if (++this.#committed === this.#out.count) this.flush();
  }

  flush(): void {
    const end = this.#committed;
    if (end === 0) return;
    let waits = 0;
    let interruptions = 0;
    for (let at = 0; at < end;) {
      const sent = this.#network.sendmmsg(this.#fd, this.#out.from(at), end - at, 0);
      if (sent > 0) {
        this.#countSent(at, at + sent);
        at += sent;
        continue;
      }
      const error = this.#network.errno();
      if (error === errorInterrupted && interruptions++ < end) continue;
      if (error === errorAgain || error === errorNoBuffers) {
        if (waits++ < sendWaitsMax && this.#wait(pollOut, sendWaitMs)) continue;
        this.counters.sendDropped += end - at;
        break;
      }
      // The error belongs to the first message (no route, refused, too long): drop that one, go on behind it.
      this.counters.errors++;
      this.counters.sendDropped++;
      at++;
    }
    this.#committed = 0;
  }

  close(): Promise<void> {
    if (this.#fd >= 0) {
      this.flush();
      this.#sampleDrops();
      this.#network.close(this.#fd);
      this.#fd = -1;
      this.#claimed = false;
    }
    return Promise.resolve();
  }

  #receiveBatch(receiver: DatagramReceiver): number {
    const batch = this.#in;
    const got = this.#network.recvmmsg(this.#fd, batch.headers, batch.count, 0, null);
    if (got <= 0) {
      // A refused earlier send also shows up here; it costs one call, the next one receives again.
      const error = this.#network.errno();
      if (error !== errorAgain && error !== errorInterrupted) this.counters.errors++;
      return 0;
    }
    const counters = this.counters;
    for (let i = 0; i < got; i++) {
      const length = batch.receivedLength(i);
      counters.packetsIn++;
      counters.bytesIn += length;
      const address = batch.receivedAddress(i);
      const flags = batch.receivedFlags(i);
      batch.resetForReceive(i);
      if ((flags & messageTruncated) !== 0) counters.truncated++;
      else receiver.onDatagram(batch.slots, i * slotBytes, length, batch.names, address);
    }
    return got;
  }

  #countSent(from: number, to: number): void {
    this.counters.packetsOut += to - from;
    for (let i = from; i < to; i++) this.counters.bytesOut += this.#out.sendLength(i);
  }

  /** Whether the socket became ready within `ms`. */
  #wait(events: number, ms: number): boolean {
    this.#poll.setInt16(4, events, true);
    this.#poll.setInt16(6, 0, true);
    const seconds = Math.floor(ms / 1000);
    // tv_sec and tv_nsec are 64 bits wide; their high halves stay zero.
    this.#timeout.setUint32(0, seconds, true);
    this.#timeout.setUint32(8, Math.floor((ms - seconds * 1000) * 1e6), true);
    return this.#network.ppoll(this.#pollBytes, 1, this.#timeoutBytes, null) > 0;
  }

  #sampleDrops(): void {
    this.#callsToDropSample = callsPerDropSample;
    this.#info[16] = memoryInfoWords * 4;
    const info = this.#infoBytes;
    if (this.#network.getsockopt(this.#fd, levelSocket, optionMemoryInfo, info, this.#infoLength) === 0) {
      this.counters.receiveDropped = this.#info[memoryInfoDrops]!;
    }
  }
}
