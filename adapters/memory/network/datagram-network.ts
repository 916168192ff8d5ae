// A network in memory: sockets by address, virtual time, and links that lose, delay, repeat, reorder and throttle by a
// seeded generator, so that the same seed and the same calls give the same arrivals. It can be partitioned into groups.
// Everything lies in slots made once; what does not fit is dropped and counted, as a network does.

import { addressText, sameAddress } from '#ports/network/datagram-address.js';
import { addressBytes, slotBytes } from '#ports/network/datagram-socket.js';
import { MemoryDatagramSocket, type SocketNetwork } from './datagram-socket.js';
import { DeliveryHeap, noSlot } from './delivery-heap.js';
import { type LinkConditions, perfectLink } from './link-conditions.js';
import { LinkFate } from './link-fate.js';

export type { LinkConditions } from './link-conditions.js';

export interface NetworkOptions {
  readonly seed?: number;
  readonly conditions?: Partial<LinkConditions>;
  /** Datagrams in the network at one time: claimed, on their way, or waiting at a socket. */
  readonly slots?: number;
  /** Datagrams that wait at one socket; a full one drops the newest. */
  readonly socketQueue?: number;
}

/** Sees every datagram that is sent, before its fate is decided; `data` holds only during the call. */
export type NetworkTap = (
  data: Uint8Array,
  at: number,
  length: number,
  from: Uint8Array,
  to: Uint8Array,
) => void;

export class DatagramNetwork implements SocketNetwork {
  /** For sockets opened from now on; each socket has its own copy for what it sends. */
  readonly conditions: LinkConditions;
  /** Datagrams dropped because all slots were in use. */
  slotsExhausted = 0;
  /** Datagrams to addresses where nobody listens. */
  unreachable = 0;
  /** Datagrams lost because `lossRatio` said so. */
  lost = 0;
  /** Datagrams dropped because a link of limited rate had too long a queue. */
  congested = 0;
  /** Datagrams dropped between the parts of a partitioned network. */
  partitioned = 0;

  /**
   * Which of the sockets that share an address gets a datagram from there. As a system does it: by the sender's address, so
   * that senders stay where they are until the number of sockets changes.
   */
  spread: (sockets: number, from: Uint8Array, fromAt: number) => number = (sockets, from, fromAt) =>
    hashOf(from, fromAt) % sockets;

  /** For captures; undefined when nobody listens in. */
  tap: NetworkTap | undefined;

  readonly memory: Uint8Array;
  readonly socketQueue: number;
  readonly #nextSlot: Int32Array;
  readonly #lengths: Uint16Array;
  readonly #to: Uint8Array;
  /** Sender of each slot, in the form the receiver sees. */
  readonly senders: Uint8Array;
  readonly #heap: DeliveryHeap;
  /** Buckets by address hash; a Map with small integer keys allocates nothing on look-up. */
  readonly #sockets = new Map<number, MemoryDatagramSocket[]>();
  readonly #shared = new Set<MemoryDatagramSocket>();
  #free = 0;
  readonly #fate: LinkFate;
  readonly #groups: Uint8Array;

  constructor(options: NetworkOptions = {}) {
    const slots = options.slots ?? 4096;
    this.socketQueue = options.socketQueue ?? 1024;
    this.conditions = { ...perfectLink, ...options.conditions };
    this.#fate = new LinkFate(options.seed ?? 1);
    this.#groups = new Uint8Array(slots);
    this.memory = new Uint8Array(slots * slotBytes);
    this.#lengths = new Uint16Array(slots);
    this.#to = new Uint8Array(slots * addressBytes);
    this.senders = new Uint8Array(slots * addressBytes);
    this.#heap = new DeliveryHeap(slots);
    this.#nextSlot = Int32Array.from({ length: slots }, (_, i) => (i + 1 < slots ? i + 1 : noSlot));
  }

  get nowMs(): number {
    return this.#heap.nowMs[0]!;
  }

  /** Opens a socket at an address. Throws when it is taken, unless all sockets there are to share it. */
  open(address: Uint8Array, isShared = false): MemoryDatagramSocket {
    const socket = new MemoryDatagramSocket(this, address.slice(0, addressBytes), { ...this.conditions });
    if (isShared) this.#shared.add(socket);
    this.#listen(socket);
    return socket;
  }

  /** Gives a socket another address, as a NAT does that has forgotten it. What is on its way to the old one is lost. */
  move(socket: MemoryDatagramSocket, address: Uint8Array): void {
    const old = socket.address.slice();
    const isShared = this.#shared.has(socket);
    this.forget(socket);
    if (isShared) this.#shared.add(socket);
    socket.address.set(address.subarray(0, addressBytes));
    try {
      this.#listen(socket);
    } catch (error) {
      socket.address.set(old);
      this.#listen(socket);
      throw error;
    }
  }

  /** A datagram with a forged sender, due at once. False when it was too long or there was no slot. */
  inject(data: Uint8Array, from: Uint8Array, to: Uint8Array): boolean {
    const slot = data.length <= slotBytes ? this.take() : noSlot;
    if (slot === noSlot) return false;
    this.memory.set(data, slot * slotBytes);
    this.address(slot, data.length, from, to, 0);
    this.#groups[slot] = 0;
    this.#heap.dueMs[slot] = this.nowMs;
    this.#heap.push(slot);
    return true;
  }

  /** Moves the time on and everything due to its socket. Time never goes back. */
  advanceTo(nowMs: number): void {
    const clock = this.#heap.nowMs;
    if (nowMs > clock[0]!) clock[0] = nowMs;
    this.deliverDue();
  }

  /** What is due now, to its socket, in order of due time, then of sending. */
  deliverDue(): void {
    for (let slot = this.#heap.popDue(); slot !== noSlot; slot = this.#heap.popDue()) {
      const socket = this.#choose(slot * addressBytes);
      if (socket === undefined) this.unreachable++;
      else if (socket.group !== this.#groups[slot]) this.partitioned++;
      else if (socket.enqueue(slot)) continue;
      this.give(slot);
    }
  }

  take(): number {
    const slot = this.#free;
    if (slot === noSlot) {
      this.slotsExhausted++;
      return noSlot;
    }
    this.#free = this.#nextSlot[slot]!;
    return slot;
  }

  give(slot: number): void {
    this.#nextSlot[slot] = this.#free;
    this.#free = slot;
  }

  lengthOf(slot: number): number {
    return this.#lengths[slot]!;
  }

  address(slot: number, length: number, from: Uint8Array, to: Uint8Array, toAt: number): void {
    this.#lengths[slot] = length;
    const at = slot * addressBytes;
    for (let i = 0; i < addressBytes; i++) {
      this.senders[at + i] = from[i]!;
      this.#to[at + i] = to[toAt + i]!;
    }
  }

  send(slot: number, link: LinkConditions, group: number, freeAtMs: Float64Array): void {
    this.#groups[slot] = group;
    if (this.tap !== undefined) this.#show(slot, this.tap);
    const fate = this.#fate;
    if (!fate.passes(link, this.#lengths[slot]!, this.#heap.nowMs, freeAtMs)) {
      this.congested++;
      this.give(slot);
    } else if (fate.happens(link.lossRatio)) {
      this.lost++;
      this.give(slot);
    } else {
      if (fate.happens(link.duplicateRatio)) this.#sendCopy(slot, link, freeAtMs);
      fate.depart(this.#heap, slot, link, freeAtMs);
    }
  }

  #show(slot: number, tap: NetworkTap): void {
    const at = slot * addressBytes;
    const from = this.senders.subarray(at, at + addressBytes);
    tap(this.memory, slot * slotBytes, this.#lengths[slot]!, from, this.#to.subarray(at, at + addressBytes));
  }

  forget(socket: MemoryDatagramSocket): void {
    this.#shared.delete(socket);
    const hash = hashOf(socket.address, 0);
    const others = this.#sockets.get(hash)?.filter((other) => other !== socket) ?? [];
    if (others.length > 0) this.#sockets.set(hash, others);
    else this.#sockets.delete(hash);
  }

  #sendCopy(slot: number, link: LinkConditions, fromMs: Float64Array): void {
    const copy = this.take();
    if (copy === noSlot) return;
    const from = slot * slotBytes;
    this.memory.copyWithin(copy * slotBytes, from, from + this.#lengths[slot]!);
    this.#lengths[copy] = this.#lengths[slot]!;
    const address = slot * addressBytes;
    this.senders.copyWithin(copy * addressBytes, address, address + addressBytes);
    this.#to.copyWithin(copy * addressBytes, address, address + addressBytes);
    this.#groups[copy] = this.#groups[slot]!;
    this.#fate.depart(this.#heap, copy, link, fromMs);
  }

  #listen(socket: MemoryDatagramSocket): void {
    const there = this.#find(socket.address, 0);
    if (there !== undefined && !(this.#shared.has(there) && this.#shared.has(socket))) {
      throw new Error(`address in use: ${addressText(socket.address, 0)}`);
    }
    const hash = hashOf(socket.address, 0);
    const bucket = this.#sockets.get(hash);
    if (bucket) bucket.push(socket);
    else this.#sockets.set(hash, [socket]);
  }

  /** The socket for what goes from `senders` to `#to` there. */
  #choose(at: number): MemoryDatagramSocket | undefined {
    const first = this.#find(this.#to, at);
    if (first === undefined || !this.#shared.has(first)) return first;
    const sockets = this.#sockets
      .get(hashOf(this.#to, at))!
      .filter((socket) => sameAddress(socket.address, 0, this.#to, at));
    return sockets[this.spread(sockets.length, this.senders, at)];
  }

  #find(address: Uint8Array, at: number): MemoryDatagramSocket | undefined {
    const bucket = this.#sockets.get(hashOf(address, at));
    if (bucket === undefined) return undefined;
    for (let i = 0; i < bucket.length; i++) {
      if (sameAddress(bucket[i]!.address, 0, address, at)) return bucket[i];
    }
    return undefined;
  }
}

/** FNV-1a, 31 bits. */
function hashOf(address: Uint8Array, at: number): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < addressBytes; i++) hash = Math.imul(hash ^ address[at + i]!, 0x01000193);
  return hash >>> 1;
}
