// The control bytes of each message of a batch, with the one option that is asked for (ip(7), RFC 3542 §6.2):
//   cmsghdr 16: cmsg_len 0 (u64), cmsg_level 8 (i32), cmsg_type 12 (i32), then
//   in_pktinfo 12: ipi_ifindex 0 (i32), ipi_spec_dst 4 (the own address, also of a broadcast), ipi_addr 8
//   in6_pktinfo 20: ipi6_addr 0 (16 bytes; IPv4 in mapped form), ipi6_ifindex 16 (u32)

import { levelIpv4, levelIpv6, packetInfoIpv4, packetInfoIpv6 } from './linux-network.js';

const dataAt = 16;
const dataIpv4Bytes = 12;
const dataIpv6Bytes = 20;
const multicast = 0xff;

export class ControlMessages {
  /** Room for one message's; also for the padding behind them. */
  static readonly bytes = 64;
  /** A received message has none when the system gives fewer. */
  static readonly bytesMin = dataAt + dataIpv4Bytes;

  /** Of what is sent. */
  readonly length: number;
  readonly #bytes: Uint8Array;
  readonly #startsAt: number;

  constructor(
    count: number,
    readonly overIpv6: boolean,
    addressOf: (memory: Uint8Array) => number,
  ) {
    const used = dataAt + (overIpv6 ? dataIpv6Bytes : dataIpv4Bytes);
    this.length = (used + 7) & ~7;
    this.#bytes = new Uint8Array(new ArrayBuffer(Math.max(2, count) * ControlMessages.bytes));
    this.#startsAt = addressOf(this.#bytes);
    const words = new Int32Array(this.#bytes.buffer);
    for (let i = 0; i < count; i++) {
      const word = (i * ControlMessages.bytes) / 4;
      words[word] = used;
      words[word + 2] = overIpv6 ? levelIpv6 : levelIpv4;
      words[word + 3] = overIpv6 ? packetInfoIpv6 : packetInfoIpv4;
    }
  }

  addressOf(i: number): number {
    return this.#startsAt + i * ControlMessages.bytes;
  }

  /** Writes the 16 bytes of the address that message `i` came to: zeros when it is not told or can be no sender. */
  read(i: number, isTold: boolean, out: Uint8Array, at: number): void {
    const bytes = this.#bytes;
    const from = i * ControlMessages.bytes + dataAt;
    if (!isTold || (this.overIpv6 && bytes[from] === multicast)) {
      for (let k = 0; k < 16; k++) out[at + k] = 0;
      return;
    }
    if (this.overIpv6) {
      for (let k = 0; k < 16; k++) out[at + k] = bytes[from + k]!;
      return;
    }
    out[at + 10] = 255;
    out[at + 11] = 255;
    for (let k = 0; k < 4; k++) out[at + 12 + k] = bytes[from + 4 + k]!;
  }

  /** By which interface message `i` came, over IPv4. */
  readInterface(i: number): number {
    const from = i * ControlMessages.bytes + dataAt;
    const bytes = this.#bytes;
    return bytes[from]! | (bytes[from + 1]! << 8) | (bytes[from + 2]! << 16) | (bytes[from + 3]! << 24);
  }

  /** Message `i` is to leave from this address, by that interface if it is not 0. False when it is zeros: the system chooses. */
  write(i: number, own: Uint8Array, ownAt: number, number: number): boolean {
    const bytes = this.#bytes;
    const to = i * ControlMessages.bytes + dataAt;
    let any = 0;
    let interfaceAt = to;
    if (this.overIpv6) {
      for (let k = 0; k < 16; k++) any |= bytes[to + k] = own[ownAt + k]!;
      interfaceAt += 16;
    } else for (let k = 0; k < 4; k++) any |= bytes[to + 4 + k] = own[ownAt + 12 + k]!;
    for (let k = 0; k < 4; k++) bytes[interfaceAt + k] = number >>> (8 * k);
    return any !== 0;
  }
}
