// Memory for one recvmmsg or sendmmsg call: slots, socket addresses, and the structures that point at them, laid out
// by hand once (64-bit little-endian Linux; glibc and musl agree):
//   mmsghdr 64: msg_name 0 (u64), msg_namelen 8 (u32), msg_iov 16 (u64), msg_iovlen 24 (u64), msg_control 32 (u64),
//               msg_controllen 40 (u64), msg_flags 48 (i32), msg_len 56 (u32)      iovec 16: iov_base 0, iov_len 8
//   sockaddr_in 16: family 0 (u16), port 2 (u16 BE), addr 4       sockaddr_in6 28: family 0, port 2, flowinfo 4, addr 8, scope 24
// With `keepsDestination` each message has control bytes besides, with the address that the datagram came to or leaves from:
// see control-messages.ts.
// The kernel keeps no pointer past a call, and the object holds every buffer a pointer leads to, so none is collected.

import { interfaceOf, isLinkLocal, writeInterface } from '#ports/network/datagram-address.js';
import { ownAddressAt, slotBytes } from '#ports/network/datagram-socket.js';
import { ControlMessages } from './control-messages.js';
import { familyIpv4, familyIpv6 } from './linux-network.js';

const headerBytes = 64;
const vectorBytes = 16;
/** Room for one socket address, and for the port's 38-byte form laid over it. */
const nameBytes = 64;

/**
 * Where in its room a sockaddr starts, so that its IP address ends the 16 bytes at `addressAt`. The port is then written
 * behind them, over what UDP leaves unused (sin_zero, sin6_scope_id).
 */
const ipv4 = { nameAt: 12, nameLength: 16, addressAt: 4 };
const ipv6 = { nameAt: 0, nameLength: 28, addressAt: 8 };

export class MessageBatch {
  /** The slots' bytes. */
  readonly slots: Uint8Array;
  /** What the system call is given: an array of mmsghdr. */
  readonly headers: Uint8Array;
  readonly names: Uint8Array;
  readonly #words: Int32Array;
  readonly #vectors: Int32Array;
  readonly #layout: typeof ipv4;
  readonly #controls: ControlMessages | undefined;
  /** One view per start of a batch, made once, so that a half-sent batch continues without a new view. */
  readonly #tails: readonly Uint8Array[];

  /** `addressOf` gives the address of memory that never moves; ArrayBuffers made by length never do, nor does `slots`. */
  constructor(
    readonly count: number,
    readonly overIpv6: boolean,
    addressOf: (memory: Uint8Array) => number,
    slots: Uint8Array = new Uint8Array(new ArrayBuffer(count * slotBytes)),
    keepsDestination = false,
  ) {
    this.slots = slots;
    this.names = new Uint8Array(new ArrayBuffer(Math.max(count, 4) * nameBytes));
    const headers = new ArrayBuffer(Math.max(count, 2) * headerBytes);
    const vectors = new ArrayBuffer(Math.max(count, 8) * vectorBytes);
    this.headers = new Uint8Array(headers);
    this.#words = new Int32Array(headers);
    this.#vectors = new Int32Array(vectors);
    this.#layout = overIpv6 ? ipv6 : ipv4;
    this.#tails = Array.from({ length: count }, (_, i) => new Uint8Array(headers, i * headerBytes));

    const slotsAt = addressOf(this.slots);
    const namesAt = addressOf(this.names);
    const vectorsAt = addressOf(new Uint8Array(vectors));
    if (keepsDestination) this.#controls = new ControlMessages(count, overIpv6, addressOf);
    const header64 = new BigUint64Array(headers);
    const vector64 = new BigUint64Array(vectors);
    for (let i = 0; i < count; i++) {
      header64[i * 8] = BigInt(namesAt + i * nameBytes + this.#layout.nameAt);
      header64[i * 8 + 2] = BigInt(vectorsAt + i * vectorBytes);
      header64[i * 8 + 3] = 1n;
      header64[i * 8 + 4] = BigInt(this.#controls?.addressOf(i) ?? 0);
      vector64[i * 2] = BigInt(slotsAt + i * slotBytes);
      vector64[i * 2 + 1] = BigInt(slotBytes);
      this.resetForReceive(i);
    }
  }

  /** mmsghdr array from message `i` on. */
  from(i: number): Uint8Array {
    return this.#tails[i]!;
  }

  /** The kernel wrote the address's real length and the flags; both go back to what a call expects. */
  resetForReceive(i: number): void {
    this.#words[i * 16 + 2] = this.#layout.nameLength;
    this.#words[i * 16 + 12] = 0;
    if (this.#controls !== undefined) this.#words[i * 16 + 10] = ControlMessages.bytes;
  }

  receivedLength(i: number): number {
    return this.#words[i * 16 + 14]!;
  }

  receivedFlags(i: number): number {
    return this.#words[i * 16 + 12]!;
  }

  sendLength(i: number): number {
    return this.#vectors[i * 4 + 2]!;
  }

  /** Turns message `i`'s socket address into the port's address, in place; returns where in `names` it starts. */
  receivedAddress(i: number): number {
    const names = this.names;
    const name = i * nameBytes + this.#layout.nameAt;
    const address = i * nameBytes + this.#layout.addressAt;
    const controls = this.#controls;
    if (this.overIpv6) {
      // The system names a scope only for addresses that need one. The first bytes of the own address lie over it.
      const scope = names[name + 24]! | (names[name + 25]! << 8) | (names[name + 26]! << 16);
      writeInterface(names, address, scope | (names[name + 27]! << 24));
      names[name + 26] = 0;
      names[name + 27] = 0;
    }
    names[address + 16] = names[name + 2]!;
    names[address + 17] = names[name + 3]!;
    if (!this.overIpv6) {
      names[name] = 0;
      names[name + 1] = 0;
      names[name + 2] = 255;
      names[name + 3] = 255;
    }
    if (controls !== undefined) {
      const isTold = this.#words[i * 16 + 10]! >= ControlMessages.bytesMin;
      controls.read(i, isTold, names, address + ownAddressAt);
      if (!this.overIpv6) {
        writeInterface(names, address, isTold && isLinkLocal(names, address) ? controls.readInterface(i) : 0);
      }
    }
    return address;
  }

  /** Prepares message `i` for sending. False when an IPv4 socket cannot reach the address. */
  address(i: number, length: number, address: Uint8Array, addressAt: number): boolean {
    const names = this.names;
    const name = i * nameBytes + this.#layout.nameAt;
    names[name + 1] = 0;
    names[name + 2] = address[addressAt + 16]!;
    names[name + 3] = address[addressAt + 17]!;
    if (this.overIpv6) {
      names[name] = familyIpv6;
      for (let k = 0; k < 16; k++) names[name + 8 + k] = address[addressAt + k]!;
      const scope = interfaceOf(address, addressAt);
      for (let k = 0; k < 4; k++) names[name + 24 + k] = scope >>> (8 * k);
    } else {
      if (address[addressAt + 10] !== 255 || address[addressAt + 11] !== 255) return false;
      for (let k = 0; k < 10; k++) if (address[addressAt + k] !== 0) return false;
      names[name] = familyIpv4;
      for (let k = 0; k < 4; k++) names[name + 4 + k] = address[addressAt + 12 + k]!;
    }
    if (this.#controls !== undefined) {
      const number = interfaceOf(address, addressAt);
      const isKnown = this.#controls.write(i, address, addressAt + ownAddressAt, number);
      this.#words[i * 16 + 10] = isKnown ? this.#controls.length : 0;
    }
    this.#vectors[i * 4 + 2] = length;
    return true;
  }
}
