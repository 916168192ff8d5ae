// Whose request it is: the peer's address, or, when the peer is a proxy that the settings name, what X-Forwarded-For
// says from the right, hop by hop, for as long as trusted proxies say it. An address is parsed, never taken as text: one
// address has one spelling (RFC 5952; IPv4 inside IPv6 as IPv4; without zone, port, brackets, quotes). What is none ends
// the walk, and the last address that was believed counts.

import { BlockList, isIPv6 } from 'node:net';
import { hostText, writeAddress } from '#ports/network/datagram-address.js';
import { addressBytes } from '#ports/network/datagram-socket.js';
import { ipNetwork } from '#ports/network/ip-network.js';

/** More proxies in a row are a loop, or somebody's play. */
const hopsMax = 32;
/** A full IPv6 address with an embedded IPv4, a zone, brackets, a port and quotes stays below. */
const spelledCharactersMax = 100;
/** What the reading of a peer that has no address (a Unix socket) gives. */
const noAddress = '';

export class ClientAddresses {
  readonly #trusted: BlockList;
  /** Entries of X-Forwarded-For, sent by trusted proxies, that were no address. */
  unreadable = 0;

  /** Addresses and networks (CIDR), as the setting allows them. */
  constructor(trustedProxies: readonly string[]) {
    this.#trusted = trustedList(trustedProxies);
  }

  /** `forwarded`: the header X-Forwarded-For, several lines joined by commas. */
  of(peer: string | undefined, forwarded: string | undefined): string {
    let believed = canonicalAddress(peer ?? '') ?? noAddress;
    if (forwarded === undefined) return believed;
    let end = forwarded.length;
    for (let hop = 0; hop < hopsMax && end >= 0 && this.#trusts(believed); hop++) {
      const comma = forwarded.lastIndexOf(',', end - 1);
      const said = canonicalAddress(forwarded.slice(comma + 1, end));
      if (said === undefined) {
        this.unreadable++;
        return believed;
      }
      believed = said;
      end = comma < 0 ? -1 : comma;
    }
    return believed;
  }

  #trusts(address: string): boolean {
    return address !== noAddress && this.#trusted.check(address, isIPv6(address) ? 'ipv6' : 'ipv4');
  }
}

/** The one spelling of an address, with or without port, brackets, zone and quotes; undefined for what is none. */
export function canonicalAddress(text: string): string | undefined {
  if (text.length > spelledCharactersMax) return undefined;
  const spelled = /^"?(.*?)"?$/.exec(text.trim())![1]!;
  const parts =
    /^\[([^[\]]+)\](?::\d{1,5})?$/.exec(spelled) ??
    /^(\d[\d.]*):\d{1,5}$/.exec(spelled) ??
    /^([^[\]]+)$/.exec(spelled);
  const bytes = new Uint8Array(addressBytes);
  return parts && writeAddress(bytes, 0, parts[1]!.split('%', 1)[0]!, 0) ? hostText(bytes, 0) : undefined;
}

function trustedList(networks: readonly string[]): BlockList {
  const list = new BlockList();
  for (const network of networks) {
    const named = ipNetwork(network);
    if (named === undefined) throw new Error(`not an address or network: ${network}`);
    list.addSubnet(named.address, named.bits, named.family);
  }
  return list;
}
