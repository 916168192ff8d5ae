// A host as people write it, a name or a literal, to the literal that sockets and addresses take.

import { lookup } from 'node:dns/promises';
import { isIP } from 'node:net';
import { addressOf, isIpv4, isLinkLocal } from '#ports/network/datagram-address.js';
import { askForInterfaces, interfaceNames, withInterfaceNumber } from './interface-numbers.js';
import { UdpError } from './udp-options.js';

/**
 * The literal for a host that may be a name, with its interface, if it has one, as a number. Rejects with UdpError; also
 * for a link-local IPv6 address without an interface of this machine, which would go out by whatever link comes first.
 */
export async function resolveHost(host: string): Promise<string> {
  const literal = isIP(host) === 0 ? await lookUp(host) : host;
  const [address = '', zone] = literal.split('%', 2);
  const bytes = addressOf(address, 0);
  if (isIpv4(bytes, 0) || !isLinkLocal(bytes, 0)) return address;
  const what = literal === host ? literal : `${host} (${literal})`;
  if (zone === undefined) {
    throw new UdpError(
      'address-unavailable',
      `${what} means something on one link only: name its interface, such as ${address}%eth0`,
    );
  }
  askForInterfaces();
  const numbered = withInterfaceNumber(literal);
  if (numbered !== undefined) return numbered;
  const known = interfaceNames().join(', ') || 'none';
  throw new UdpError(
    'address-unavailable',
    `${what}: this machine has no interface ${zone} with an IPv6 address; it has: ${known}`,
  );
}

async function lookUp(host: string): Promise<string> {
  try {
    return (await lookup(host)).address;
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new UdpError('address-unavailable', `cannot resolve ${host}: ${why}`, { cause: error });
  }
}
