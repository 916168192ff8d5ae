// How much each host holds of something scarce, so that one alone cannot hold all of it. A host is an IPv4 address or an
// IPv6 network of 64 bits, for who has one address of that has them all; of link-local addresses each is a host on its link.
// No larger than what is counted.

import { addressBytes, interfaceAt } from '#ports/network/datagram-socket.js';
import { isIpv4, isLinkLocal } from '#ports/network/datagram-address.js';
import { hexOf } from '../bytes/bytes-compare.js';

export function hostOf(address: Uint8Array, addressAt: number): string {
  if (isIpv4(address, addressAt)) return hexOf(address, addressAt + 12, 4);
  if (!isLinkLocal(address, addressAt)) return hexOf(address, addressAt, 8);
  return hexOf(address, addressAt, 16) + hexOf(address, addressAt + interfaceAt, addressBytes - interfaceAt);
}

export class HostCounts {
  private readonly counts = new Map<string, number>();

  constructor(private readonly perHostMax: number) {}

  get isEmpty(): boolean {
    return this.counts.size === 0;
  }

  hasRoom(host: string): boolean {
    return (this.counts.get(host) ?? 0) < this.perHostMax;
  }

  /** Counts one more; false when the host has its share. */
  add(host: string): boolean {
    const count = this.counts.get(host) ?? 0;
    if (count >= this.perHostMax) return false;
    this.counts.set(host, count + 1);
    return true;
  }

  remove(host: string): void {
    const count = this.counts.get(host) ?? 0;
    if (count <= 1) this.counts.delete(host);
    else this.counts.set(host, count - 1);
  }
}
