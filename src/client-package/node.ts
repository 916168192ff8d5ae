// What a GameClient needs of its host, for Node: a UDP socket, cryptography without native modules, the clock, randomness.

import { isIPv6 } from 'node:net';
import { NobleCryptoSuite } from '#adapters/noble/noble-crypto-suite.js';
import { SystemClock } from '#adapters/system/system-clock.js';
import { SystemRandom } from '#adapters/system/system-random.js';
import { DgramSocket } from '#adapters/udp/dgram-socket.js';
import { resolveHost } from '#adapters/udp/resolve-host.js';
import type { GameClientOptions } from '#client/game-client.js';
import { addressOf } from '#ports/network/datagram-address.js';

export type NodeParts = Pick<
  GameClientOptions,
  'socket' | 'crypto' | 'random' | 'clock' | 'serverAddress'
> & {
  readonly socket: DgramSocket;
};

/**
 * Resolves the server's host and opens a socket of its family. Close the socket (`parts.socket.close()`) when the client is
 * done. Rejects with a UdpError when the host cannot be resolved (`cause`: the resolver's error) or names no interface of
 * this machine, or with a RangeError for a port outside 1 … 65,535.
 */
export async function nodeParts(host: string, port: number): Promise<NodeParts> {
  if (!Number.isInteger(port) || port < 1 || port > 65_535) {
    throw new RangeError(`port ${port}: a whole number from 1 to 65535 is needed`);
  }
  const address = await resolveHost(host);
  return {
    socket: await DgramSocket.open({ host: isIPv6(address) ? '::' : '0.0.0.0', port: 0 }),
    crypto: new NobleCryptoSuite(),
    random: new SystemRandom(),
    clock: new SystemClock(),
    serverAddress: addressOf(address, port),
  };
}
