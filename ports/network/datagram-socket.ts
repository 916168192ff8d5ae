// Moves datagrams, nothing else. A sender claims a slot, writes the datagram into it, commits it; full batches and
// `flush` hand slots to the system. Nothing here allocates per datagram. Addresses: see datagram-address.ts.
// What any network may do to a datagram (lose, repeat, reorder it), every socket may do too.

/** The other side: its IPv6 address (IPv4 as ::ffff:a.b.c.d), then its port, big-endian. */
export const remoteBytes = 18;
/**
 * The way there: the own address (as above, 16 bytes), to which it sends and from which it is answered; zeros where the
 * socket has only one, or the system is to choose. Then the interface (u32, little-endian), for addresses that mean
 * something on one link only; else 0.
 */
export const ownAddressAt = 18;
export const interfaceAt = 34;
/** An address is all of it: the same client by another way is another address. */
export const addressBytes = 38;

/** Room in every slot, for sending and receiving: an Ethernet frame's 1500 bytes, rounded up to whole cache lines. */
export const slotBytes = 1536;

export interface DatagramReceiver {
  /**
   * `buffer` and `address` belong to the socket and hold only until this returns; `buffer` may be written (to decrypt
   * in place). Must not throw. May claim, commit and flush, but not receive or close.
   */
  onDatagram(buffer: Uint8Array, at: number, length: number, address: Uint8Array, addressAt: number): void;
}

/** All of them only grow. */
export interface DatagramCounters {
  packetsIn: number;
  bytesIn: number;
  /** Accepted by the system, which does not mean that they arrive. */
  packetsOut: number;
  bytesOut: number;
  /** Longer than a slot; dropped, because a cut datagram can never be authentic. */
  truncated: number;
  /** No free slot to send from, or the system refused it (no route, buffer full, closed). */
  sendDropped: number;
  /** Arrived but lost before `receive`: the queue in front of it was full. Where the system counts that itself, sampled now and then. */
  receiveDropped: number;
  /** Errors the system reported, of whatever kind; the socket went on. */
  errors: number;
}

export function noDatagrams(): DatagramCounters {
  return {
    packetsIn: 0,
    bytesIn: 0,
    packetsOut: 0,
    bytesOut: 0,
    truncated: 0,
    sendDropped: 0,
    receiveDropped: 0,
    errors: 0,
  };
}

export interface DatagramSocket {
  /** Which technique moves the datagrams: 'dgram', 'recvmmsg', 'memory'. */
  readonly kind: string;
  /** Whether `receive` can block its thread. One that cannot needs a running event loop between calls. */
  readonly blocking: boolean;
  readonly localPort: number;
  /** What the system granted, or 0 where it does not say. */
  readonly receiveBufferBytes: number;
  readonly counters: DatagramCounters;

  /**
   * Hands over what has arrived, waiting up to `waitMs` (fractions allowed) for the first if the socket can block.
   * Returns how many; bounded, so that a flood cannot hold the caller: call again when it was many. 0 after `close`.
   */
  receive(receiver: DatagramReceiver, waitMs: number): number;

  /** The memory in which claimed slots lie. */
  readonly outgoing: Uint8Array;
  /** Offset of a free slot in `outgoing`, or -1 when none is free (then counted in `sendDropped`). One claim at a time; claiming again reuses an uncommitted slot. */
  claim(): number;
  /** Queues the claimed slot's first `length` bytes (0 to `slotBytes`) for `address`. Throws when no slot is claimed. */
  commit(length: number, address: Uint8Array, addressAt: number): void;
  /** Hands all committed slots to the system. */
  flush(): void;

  /** Flushes, then gives everything back. May be called again. */
  close(): Promise<void>;
}
