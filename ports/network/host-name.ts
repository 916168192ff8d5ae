// What may stand where a host is asked for: an address, or a name that the name service can know. A name whose last part
// is a number is none: resolvers read it as an IPv4 address in one of C's spellings (0x7f.1, 127.1, 2130706433), which
// nobody means (inet_aton(3); url.spec.whatwg.org, "ends in a number").

import { addressBytes } from './datagram-socket.js';
import { writeAddress } from './datagram-address.js';

/** RFC 1123 §2.1: labels of letters, digits and inner hyphens, 253 characters at most. */
const domainName =
  /^(?=.{1,253}$)[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?(?:\.[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?)*$/i;
const endsInNumber = /(?:^|\.)(?:\d+|0x[\da-f]*)$/i;

/** An IPv4 address in four decimal numbers, an IPv6 address with or without a zone, or a name; no port, no brackets. */
export function isHost(text: string): boolean {
  return isLiteral(text) || (domainName.test(text) && !endsInNumber.test(text));
}

function isLiteral(text: string): boolean {
  const [address = '', zone, ...rest] = text.split('%');
  if (rest.length > 0 || zone === '' || (zone !== undefined && !address.includes(':'))) return false;
  return writeAddress(new Uint8Array(addressBytes), 0, address, 0);
}

/** As it stands before a colon and a port. */
export function hostBeforePort(host: string): string {
  return host.includes(':') ? `[${host}]` : host;
}
