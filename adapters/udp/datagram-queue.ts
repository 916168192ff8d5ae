// Received datagrams waiting for `receive`, in slots made once; first in, first out. A full queue refuses the newest:
// what already waits is older but in order, and the sender repeats what matters.

import { writeAddress } from '#ports/network/datagram-address.js';
import { type DatagramReceiver, ownAddressAt, slotBytes } from '#ports/network/datagram-socket.js';

/** 38 bytes used of it; a power of two keeps the offset a shift. */
const addressStride = 64;

export class DatagramQueue {
  readonly #slots: Uint8Array;
  readonly #addresses: Uint8Array;
  readonly #lengths: Uint16Array;
  #first = 0;
  #count = 0;

  constructor(readonly capacity: number) {
    this.#slots = new Uint8Array(capacity * slotBytes);
    this.#addresses = new Uint8Array(capacity * addressStride);
    this.#lengths = new Uint16Array(capacity);
  }

  get count(): number {
    return this.#count;
  }

  /** `data` is at most `slotBytes` long and came to the address `own`. False when full, or when `host` is no address. */
  push(data: Uint8Array, host: string, port: number, own: Uint8Array): boolean {
    if (this.#count === this.capacity) return false;
    const slot = (this.#first + this.#count) % this.capacity;
    const address = slot * addressStride;
    if (!writeAddress(this.#addresses, address, host, port)) return false;
    this.#addresses.set(own, address + ownAddressAt);
    this.#slots.set(data, slot * slotBytes);
    this.#lengths[slot] = data.length;
    this.#count++;
    return true;
  }

  /** Hands over what waits now. */
  drain(receiver: DatagramReceiver): number {
    const count = this.#count;
    for (let i = 0; i < count; i++) {
      const slot = this.#first;
      receiver.onDatagram(
        this.#slots,
        slot * slotBytes,
        this.#lengths[slot]!,
        this.#addresses,
        slot * addressStride,
      );
      // Only now may the slot be written again.
      this.#first = slot + 1 === this.capacity ? 0 : slot + 1;
      this.#count--;
    }
    return count;
  }
}
