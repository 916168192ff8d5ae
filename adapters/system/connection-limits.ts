// Who may hold connections to an HTTP server, and how many. At a limit a newcomer takes the place of the connection that
// has been silent longest, of its own address first; where all have spoken it is refused. So connections that say
// nothing keep nobody out, and how long one may stay silent or slow is the server's own affair (its time-outs).
// Trusted proxies speak for many: only the limit over all holds for them.

import type { Server, Socket } from 'node:net';
import { BlockList, isIP } from 'node:net';

import { ipNetwork } from '#ports/network/ip-network.js';
import type { Log } from '#ports/system/log.js';
import type { MetricSeries } from '#ports/system/metric-series.js';

export interface ConnectionLimitsOptions {
  /** For the metrics' names and the log: 'tos_admin_http'. */
  readonly name: string;
  readonly connectionsMax: number;
  /** Addresses or networks that `connectionsPerAddressMax` does not hold for. */
  readonly trustedProxies?: readonly string[] | undefined;
  readonly log: Log;
}

/** Browsers open 6; a household or office shares an address. */
export const connectionsPerAddressMax = 100;
/** A refusal is told once, and again after so long without one. */
const quietMs = 60_000;

type Refusal = 'full' | 'address' | 'silent';

interface Peer {
  readonly sockets: Set<Socket>;
}

export class ConnectionLimits {
  readonly refused: Record<Refusal, number> = { full: 0, address: 0, silent: 0 };
  readonly #options: ConnectionLimitsOptions;
  readonly #perAddressMax: number;
  readonly #proxies: BlockList;
  /** Oldest first, with the address it counts for. */
  readonly #sockets = new Map<Socket, string>();
  readonly #peers = new Map<string, Peer>();
  #toldAtMs = -Infinity;

  constructor(options: ConnectionLimitsOptions) {
    this.#options = options;
    this.#perAddressMax = Math.min(connectionsPerAddressMax, Math.ceil(options.connectionsMax / 2));
    this.#proxies = networksOf(options.trustedProxies ?? []);
  }

  get open(): number {
    return this.#sockets.size;
  }

  /** Before the server listens. */
  watch(server: Server): void {
    // A second line of defence, where connections come faster than they are judged here.
    server.maxConnections = this.#options.connectionsMax + 16;
    server.on('drop', () => this.#count('full', undefined));
    server.prependListener('connection', (socket: Socket) => this.#judge(socket));
  }

  get series(): readonly MetricSeries[] {
    const { name } = this.#options;
    return [
      {
        name: `${name}_connections`,
        help: 'Open HTTP connections.',
        type: 'gauge',
        samples: () => [{ value: this.open }],
      },
      {
        name: `${name}_connections_refused_total`,
        help: 'HTTP connections refused or ended for want of room: all taken, too many of one address, silent longest.',
        type: 'counter',
        samples: () => Object.entries(this.refused).map(([reason, value]) => ({ value, labels: { reason } })),
      },
    ];
  }

  #judge(socket: Socket): void {
    const address = addressOf(socket.remoteAddress);
    const peer = this.#peers.get(address) ?? { sockets: new Set() };
    const limited = !this.#isProxy(socket.remoteAddress);
    if (limited && peer.sockets.size >= this.#perAddressMax && !this.#endSilent(peer.sockets, address)) {
      return this.#refuse(socket, 'address', address);
    }
    if (
      this.#sockets.size >= this.#options.connectionsMax &&
      !this.#endSilent(this.#sockets.keys(), address)
    ) {
      return this.#refuse(socket, 'full', address);
    }
    this.#peers.set(address, peer);
    peer.sockets.add(socket);
    this.#sockets.set(socket, address);
    socket.once('close', () => this.#forget(socket));
  }

  /** Ends the oldest that never sent a byte. */
  #endSilent(sockets: Iterable<Socket>, address: string): boolean {
    for (const socket of sockets) {
      if (socket.bytesRead > 0) continue;
      this.#forget(socket);
      this.#refuse(socket, 'silent', address);
      return true;
    }
    return false;
  }

  #refuse(socket: Socket, reason: Refusal, address: string): void {
    socket.destroy();
    this.#count(reason, address);
  }

  #forget(socket: Socket): void {
    const address = this.#sockets.get(socket);
    if (address === undefined) return;
    this.#sockets.delete(socket);
    const peer = this.#peers.get(address);
    peer?.sockets.delete(socket);
    if (peer?.sockets.size === 0) this.#peers.delete(address);
  }

  #count(reason: Refusal, address: string | undefined): void {
    this.refused[reason] += 1;
    const nowMs = performance.now();
    if (nowMs - this.#toldAtMs > quietMs) {
      const { name, connectionsMax } = this.#options;
      this.#options.log.warn('HTTP connections are refused: too many are open', {
        ...{ server: name, reason, address, open: this.open, connectionsMax },
        perAddressMax: this.#perAddressMax,
      });
    }
    this.#toldAtMs = nowMs;
  }

  #isProxy(remote: string | undefined): boolean {
    if (remote === undefined) return false;
    const plain = withoutMapping(remote);
    const family = isIP(plain);
    return family !== 0 && this.#proxies.check(plain, family === 4 ? 'ipv4' : 'ipv6');
  }
}

/** Who holds an IPv6 network's 64 bits holds all its addresses: they count as one. */
export function addressOf(remote: string | undefined): string {
  if (remote === undefined) return 'unknown';
  const plain = withoutMapping(remote);
  if (isIP(plain) !== 6) return plain;
  const [head = '', tail = ''] = plain.split('%', 1)[0]!.split('::');
  const [first, last] = [head.split(':').filter(Boolean), tail.split(':').filter(Boolean)];
  const zeros = Array.from({ length: Math.max(0, 8 - first.length - last.length) }, () => '0');
  return `${[...first, ...zeros, ...last].slice(0, 4).join(':')}::/64`;
}

function withoutMapping(address: string): string {
  return address.replace(/^::ffff:(?=\d+\.)/i, '');
}

function networksOf(networks: readonly string[]): BlockList {
  const list = new BlockList();
  for (const network of networks) {
    const named = ipNetwork(network);
    if (named === undefined) throw new Error(`not an address or network: ${network}`);
    list.addSubnet(named.address, named.bits, named.family);
  }
  return list;
}
