// Whether a UDP port is free, asked before sockets are opened there that would share it with whoever has it: SO_REUSEPORT
// lets two servers of one user receive on one port, each a part of the other's datagrams. Between the question and the
// sockets another server may ask too, so on Linux, where ports are shared, who asks holds the port's name among the
// abstract sockets of the network namespace until its sockets are open; it vanishes with the process.

import { createSocket } from 'node:dgram';
import { createServer, isIPv6, type Server } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { withInterfaceName } from './interface-numbers.js';
import { resolveHost } from './resolve-host.js';
import { isWildcard, UdpError, udpFault } from './udp-options.js';

/** Another server that starts opens its sockets within seconds. */
const patienceMs = 15_000;
const retryMs = 50;

export interface ClaimedUdpPort {
  /** The port asked for, or a free one for port 0. */
  readonly port: number;
  /** Once the sockets are open. */
  release(): Promise<void>;
}

/** Binds to the port as nobody who shares it could, and lets it go. Rejects with UdpError; resolves with its number. */
export async function probeUdpPort(host: string, port: number): Promise<number> {
  const address = await resolveHost(host);
  const overIpv6 = isIPv6(address);
  const socket = createSocket({
    type: overIpv6 ? 'udp6' : 'udp4',
    ipv6Only: overIpv6 && !isWildcard(address),
  });
  try {
    await new Promise<void>((resolve, reject) => {
      socket.once('error', reject);
      socket.bind({ address: withInterfaceName(address), port, exclusive: true }, resolve);
    });
    return socket.address().port;
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    throw new UdpError(udpFault(code), `cannot receive on ${host} port ${port}: ${message}`, {
      cause: error,
    });
  } finally {
    socket.close();
  }
}

/** As `probeUdpPort`, and keeps other servers that ask the same way from the port until `release`. */
export async function claimUdpPort(host: string, port: number): Promise<ClaimedUdpPort> {
  // A free one may be shared by others too, were it not asked for.
  const wanted = port === 0 ? await probeUdpPort(host, 0) : port;
  const name = process.platform === 'linux' ? await holdName(wanted) : undefined;
  const release = async (): Promise<void> => {
    if (name?.listening === true) await new Promise((resolve) => name.close(resolve));
  };
  try {
    return { port: await probeUdpPort(host, wanted), release };
  } catch (error) {
    await release();
    throw error;
  }
}

async function holdName(port: number): Promise<Server> {
  for (let waitedMs = 0; ; waitedMs += retryMs) {
    const server = createServer((connection) => connection.destroy());
    try {
      await new Promise<void>((resolve, reject) => {
        server.once('error', reject);
        server.listen(`\0tos-server/udp/${port}`, resolve);
      });
      return server;
    } catch (error) {
      const { code, message } = error as NodeJS.ErrnoException;
      if (code === 'EADDRINUSE' && waitedMs < patienceMs) await sleep(retryMs);
      else {
        const why = code === 'EADDRINUSE' ? 'another server is being started there' : message;
        throw new UdpError(udpFault(code), `cannot claim UDP port ${port}: ${why}`, { cause: error });
      }
    }
  }
}
