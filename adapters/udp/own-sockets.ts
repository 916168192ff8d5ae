// Opens node:dgram's sockets. It tells not to which address a datagram came, so a server that is to answer from there has a
// socket for each address of the machine, which the system prefers to the one for all of them that takes the rest. They
// share the port, which Linux alone can; elsewhere there is the one for all. The addresses are those of the start: clients of
// one that the machine gets later are answered from another, which recvmmsg (linux-socket.ts), the choice on Linux, does not do.

import { createSocket, type Socket } from 'node:dgram';
import { isIPv4, isIPv6 } from 'node:net';
import { networkInterfaces } from 'node:os';
import { addressOf, interfaceOf } from '#ports/network/datagram-address.js';
import {
  isWildcard,
  receiveBufferBytesDefault,
  sendBufferBytesDefault,
  UdpError,
  udpFault,
  type UdpOptions,
} from './udp-options.js';

/** More addresses than that are left to the socket for all of them. */
const ownAddressesMax = 64;

export interface OwnSocket {
  readonly socket: Socket;
  readonly overIpv6: boolean;
  /** 16 bytes; zeros for the socket of all addresses, or of the one there is. */
  readonly own: Uint8Array;
  /** Of a link-local address. */
  readonly interfaceNumber: number;
}

/** The first is the one of `options.host`. Rejects with UdpError and leaves nothing open. */
export async function openOwnSockets(options: UdpOptions): Promise<readonly [OwnSocket, ...OwnSocket[]]> {
  const { host } = options;
  if (!isIPv6(host) && !isIPv4(host)) throw new UdpError('address-unavailable', `not an IP address: ${host}`);
  const isMany = options.keepsDestination === true && process.platform === 'linux' && isWildcard(host);
  const shared = isMany ? { ...options, reusePort: true } : options;
  const first = {
    socket: await bind(shared, host),
    overIpv6: isIPv6(host),
    own: new Uint8Array(16),
    interfaceNumber: 0,
  };
  const sockets: [OwnSocket, ...OwnSocket[]] = [first];
  if (!isMany) return sockets;
  const port = first.socket.address().port;
  try {
    for (const own of ownAddresses(first.overIpv6).slice(0, ownAddressesMax)) {
      const socket = await bind({ ...shared, port }, own.text).catch(leaveToTheFirst);
      if (socket !== undefined) sockets.push({ ...own, socket });
    }
    return sockets;
  } catch (error) {
    for (const { socket } of sockets) socket.close();
    throw error;
  }
}

/** An address that went away just now, or is not ready yet. */
function leaveToTheFirst(error: unknown): undefined {
  if (error instanceof UdpError && error.code === 'address-unavailable') return undefined;
  throw error;
}

function ownAddresses(withIpv6: boolean): (Omit<OwnSocket, 'socket'> & { readonly text: string })[] {
  return Object.entries(networkInterfaces()).flatMap(([name, addresses]) =>
    (addresses ?? []).flatMap(({ address, family, scopeid }) => {
      const overIpv6 = family === 'IPv6';
      if (overIpv6 && !withIpv6) return [];
      const bytes = addressOf(scopeid ? `${address}%${scopeid}` : address, 0);
      const text = scopeid ? `${address}%${name}` : address;
      return [{ text, overIpv6, own: bytes.slice(0, 16), interfaceNumber: interfaceOf(bytes, 0) }];
    }),
  );
}

async function bind(options: UdpOptions, host: string): Promise<Socket> {
  const overIpv6 = isIPv6(host);
  const socket = createSocket({
    type: overIpv6 ? 'udp6' : 'udp4',
    ipv6Only: overIpv6 && !isWildcard(host),
    reusePort: options.reusePort ?? false,
    recvBufferSize: options.receiveBufferBytes ?? receiveBufferBytesDefault,
    sendBufferSize: options.sendBufferBytes ?? sendBufferBytesDefault,
    // Hosts are literals: answering at once saves a turn of the event loop for every datagram sent.
    lookup: (literal, _family, callback) => callback(null, literal, overIpv6 ? 6 : 4),
  });
  await new Promise<void>((resolve, reject) => {
    socket.once('error', (error: NodeJS.ErrnoException) => {
      socket.close();
      const message = `cannot open a UDP socket on ${host} port ${options.port}: ${error.message}`;
      reject(new UdpError(udpFault(error.code), message, { cause: error }));
    });
    socket.once('listening', resolve);
    socket.bind({ address: host, port: options.port, exclusive: true });
  });
  socket.removeAllListeners('error');
  return socket;
}
