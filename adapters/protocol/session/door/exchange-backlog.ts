// Connects that wait for their key exchange, in order of arrival. An exchange takes tenths of a millisecond: when thousands
// come at once they take turns with what players need, instead of keeping it waiting. Bounded in all and for each host;
// what finds no room is dropped and counted, and comes again, for clients repeat Connect. Costs an object a client.

import { addressBytes } from '#ports/network/datagram-socket.js';
import { HostCounts, hostOf } from '../sessions/host-counts.js';
import { readU32 } from '../bytes/little-endian.js';

/** A second's work of a fast processor core, and what one host may hold of it. */
const waitingMax = 2048;
const perHostMax = 1024;

export interface WaitingConnect {
  /** Of `first`, as a session is known by later. */
  readonly digest: string;
  /** The first Noise message. */
  readonly first: Uint8Array;
  readonly clientKey: Uint8Array;
  readonly address: Uint8Array;
  readonly host: string;
}

export class ExchangeBacklog {
  /** By the client's key. A map keeps the order of arrival. */
  private readonly waiting = new Map<number, WaitingConnect>();
  private readonly hosts = new HostCounts(perHostMax);

  get length(): number {
    return this.waiting.size;
  }

  /** Whether this client waits already: known without any cryptography, for while it waits it repeats itself. */
  has(clientKey: Uint8Array): boolean {
    return this.waiting.has(numberOf(clientKey));
  }

  /** Copies what it is given. False when there is no room. */
  add(
    digest: string,
    first: Uint8Array,
    clientKey: Uint8Array,
    address: Uint8Array,
    addressAt: number,
  ): boolean {
    const host = hostOf(address, addressAt);
    if (this.waiting.size >= waitingMax || !this.hosts.add(host)) return false;
    this.waiting.set(numberOf(clientKey), {
      ...{ digest, host, first: first.slice(), clientKey: clientKey.slice() },
      address: address.slice(addressAt, addressAt + addressBytes),
    });
    return true;
  }

  /** Takes the one that has waited longest. */
  take(): WaitingConnect | undefined {
    for (const [key, connect] of this.waiting) {
      this.waiting.delete(key);
      this.hosts.remove(connect.host);
      return connect;
    }
    return undefined;
  }
}

/** 52 random bits of a key. Who takes another's on purpose delays it by one exchange. */
function numberOf(clientKey: Uint8Array): number {
  return readU32(clientKey, 0) + (readU32(clientKey, 4) >>> 12) * 2 ** 32;
}
