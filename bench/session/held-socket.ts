// A socket without a system behind it: the measuring process fills its receive slots and empties its send slots itself,
// so that what is timed is only what lies above the system calls. Slots as in the batched socket: 128 of them, reused.

import { Buffer } from 'node:buffer';
import {
  addressBytes,
  type DatagramReceiver,
  type DatagramSocket,
  noDatagrams,
  slotBytes,
} from '#ports/network/datagram-socket.js';

export const batch = 128;

/** Copies without making a view. */
const copy = Buffer.prototype.copy as (
  this: Uint8Array,
  target: Uint8Array,
  targetStart: number,
  sourceStart: number,
  sourceEnd: number,
) => number;

export type Taker = (
  bytes: Uint8Array,
  at: number,
  length: number,
  address: Uint8Array,
  addressAt: number,
) => void;

export class HeldSocket implements DatagramSocket {
  readonly kind = 'held';
  readonly blocking = false;
  readonly localPort = 7777;
  readonly receiveBufferBytes = 0;
  readonly counters = noDatagrams();
  readonly outgoing = new Uint8Array(batch * slotBytes);
  private readonly incoming = new Uint8Array(batch * slotBytes);
  private readonly inLengths = new Uint32Array(batch);
  private readonly inAddresses = new Uint8Array(batch * addressBytes);
  private readonly outLengths = new Uint32Array(batch);
  private readonly outAddresses = new Uint8Array(batch * addressBytes);
  private waiting = 0;
  private committed = 0;

  /** `take` gets what is sent; it runs while nothing is measured. */
  constructor(
    private readonly take: Taker,
    private readonly pause: () => void,
    private readonly resume: () => void,
  ) {}

  get isFull(): boolean {
    return this.waiting === batch;
  }

  /** Puts a datagram into the next receive slot. */
  arrive(bytes: Uint8Array, at: number, length: number, address: Uint8Array, addressAt: number): void {
    const slot = this.waiting++;
    copy.call(bytes, this.incoming, slot * slotBytes, at, at + length);
    copy.call(address, this.inAddresses, slot * addressBytes, addressAt, addressAt + addressBytes);
    this.inLengths[slot] = length;
  }

  receive(receiver: DatagramReceiver): number {
    const { waiting } = this;
    for (let i = 0; i < waiting; i++) {
      receiver.onDatagram(
        this.incoming,
        i * slotBytes,
        this.inLengths[i]!,
        this.inAddresses,
        i * addressBytes,
      );
    }
    this.waiting = 0;
    return waiting;
  }

  claim(): number {
    return this.committed * slotBytes;
  }

  commit(length: number, address: Uint8Array, addressAt: number): void {
    const slot = this.committed++;
    this.outLengths[slot] = length;
    for (let i = 0; i < addressBytes; i++)
      this.outAddresses[slot * addressBytes + i] = address[addressAt + i]!;
    if (this.committed === batch) this.flush();
  }

  flush(): void {
    if (this.committed === 0) return;
    this.pause();
    for (let i = 0; i < this.committed; i++) {
      this.take(this.outgoing, i * slotBytes, this.outLengths[i]!, this.outAddresses, i * addressBytes);
    }
    this.committed = 0;
    this.resume();
  }

  close(): Promise<void> {
    return Promise.resolve();
  }
}
