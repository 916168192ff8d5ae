// An address, or a network of them, as settings name it: `10.0.0.5`, `10.0.0.0/8`, `fd00::/8`. IPv4 inside IPv6 is IPv4, a
// network too (`::ffff:10.0.0.0/104`). None is accepted that holds everybody of a kind: a network of IPv6 that reaches over
// ::ffff:0:0/96 would hold all of IPv4, and nobody who writes `::/64` means that.

import { hostText, isIpv4, writeAddress } from './datagram-address.js';
import { addressBytes } from './datagram-socket.js';

export interface IpNetwork {
  /** In its one spelling. */
  readonly address: string;
  readonly family: 'ipv4' | 'ipv6';
  /** How many bits of the address are the network's; all of them for an address. */
  readonly bits: number;
}

const mappedBits = 96;
const mapped = new Uint8Array(16).fill(255, 10, 12);

/** Undefined for what is none. */
export function ipNetwork(text: string): IpNetwork | undefined {
  const [host = '', prefix, ...rest] = text.split('/');
  const bytes = new Uint8Array(addressBytes);
  if (rest.length > 0 || host.includes('%') || !writeAddress(bytes, 0, host, 0)) return undefined;
  if (prefix !== undefined && !/^[1-9]\d{0,2}$/.test(prefix)) return undefined;
  const family = isIpv4(bytes, 0) ? 'ipv4' : 'ipv6';
  const all = family === 'ipv4' ? 32 : 128;
  const above = family === 'ipv4' && host.includes(':') ? mappedBits : 0;
  const bits = prefix === undefined ? all : Number(prefix) - above;
  if (bits < 1 || bits > all) return undefined;
  if (family === 'ipv6' && holdsMapped(bytes, bits)) return undefined;
  return { address: hostText(bytes, 0), family, bits };
}

function holdsMapped(bytes: Uint8Array, bits: number): boolean {
  if (bits > mappedBits) return false;
  for (let bit = 0; bit < bits; bit++) {
    const differs = (bytes[bit >> 3]! ^ mapped[bit >> 3]!) & (0x80 >> (bit & 7));
    if (differs !== 0) return false;
  }
  return true;
}
