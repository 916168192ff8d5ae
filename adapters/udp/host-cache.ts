// Host texts for addresses, so that sending to a known client builds no string. Direct-mapped: a new address takes the
// place of the one with the same hash, so the size is fixed and no attacker can grow it.

import { hostText, interfaceOf, isIpv4 } from '#ports/network/datagram-address.js';
import { withInterfaceName } from './interface-numbers.js';

const ipBytes = 16;

export class HostCache {
  readonly #keys: Uint8Array;
  readonly #hosts: string[];
  readonly #interfaces: Float64Array;
  readonly #mask: number;

  /** `size` is a power of two. `mapped`: IPv4 hosts are written as ::ffff:a.b.c.d, as an IPv6 socket wants them. */
  constructor(
    readonly mapped: boolean,
    size = 4096,
  ) {
    this.#mask = size - 1;
    this.#keys = new Uint8Array(size * ipBytes);
    this.#interfaces = new Float64Array(size);
    this.#hosts = new Array<string>(size).fill('');
  }

  /** '' for a link-local address whose interface is not there: without it the system would choose another link. */
  host(address: Uint8Array, at: number): string {
    // FNV-1a
    let hash = 0x811c9dc5;
    for (let i = 0; i < ipBytes; i++) hash = Math.imul(hash ^ address[at + i]!, 0x01000193);
    const entry = (hash ^ (hash >>> 15)) & this.#mask;
    const key = entry * ipBytes;
    const known = this.#hosts[entry]!;
    let i = 0;
    while (i < ipBytes && this.#keys[key + i] === address[at + i]) i++;
    const number = interfaceOf(address, at);
    if (i === ipBytes && known !== '' && number === this.#interfaces[entry]) return known;
    this.#interfaces[entry] = number;
    for (i = 0; i < ipBytes; i++) this.#keys[key + i] = address[at + i]!;
    const prefix = this.mapped && isIpv4(address, at) ? '::ffff:' : '';
    const host = withInterfaceName(hostText(address, at));
    return (this.#hosts[entry] = host === undefined ? '' : prefix + host);
  }
}
