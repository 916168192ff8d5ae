// Text to address and back, as datagram-socket.ts lays it out. Literals only, no names: resolving is the caller's business.
// Text follows RFC 4291 (read) and RFC 5952 (written). A zone is the number of a link-local address's interface (fe80::1%2);
// its name is refused, for without it the address would mean another link. Elsewhere a zone means nothing and is cut off.

import { addressBytes, interfaceAt, ownAddressAt } from './datagram-socket.js';

const ipBytes = 16;
const colon = 58;
const dot = 46;

/** Writes `host` and `port` (0 to 65535) to `out`; false, with `out` unspecified, when `host` is no IPv4 or IPv6 literal, or its zone no number. */
export function writeAddress(out: Uint8Array, at: number, host: string, port: number): boolean {
  if (!(port >= 0 && port <= 65535)) return false;
  out[at + ipBytes] = port >>> 8;
  out[at + ipBytes + 1] = port & 255;
  out.fill(0, at + ownAddressAt, at + addressBytes);
  const zone = host.indexOf('%');
  const end = zone === -1 ? host.length : zone;
  if (host.indexOf(':') !== -1) {
    if (!writeIpv6(out, at, host, end)) return false;
    if (zone === -1 || !isLinkLocal(out, at)) return true;
    const number = zoneNumber(host, zone + 1);
    writeInterface(out, at, number);
    return number !== 0;
  }
  out.fill(0, at, at + 10);
  out[at + 10] = 255;
  out[at + 11] = 255;
  return writeIpv4(out, at + 12, host, 0, end);
}

/** Whether it only means "all of mine", in whatever spelling: nobody can go there. False for names. */
export function isUnspecified(host: string): boolean {
  const address = new Uint8Array(addressBytes);
  return writeAddress(address, 0, host, 0) && ['0.0.0.0', '::'].includes(hostText(address, 0));
}

/** The address as new bytes; throws RangeError when `host` is no literal or `port` out of range. */
export function addressOf(host: string, port: number): Uint8Array {
  const address = new Uint8Array(addressBytes);
  if (writeAddress(address, 0, host, port)) return address;
  const isNamed = host.includes('%') && writeAddress(address, 0, host.slice(0, host.indexOf('%')), port);
  const why = isNamed ? '; the interface of a link-local address is its number here, such as fe80::1%2' : '';
  throw new RangeError(`not an address: ${host} port ${port}${why}`);
}

/** The host alone: '10.0.0.1' for mapped IPv4, else shortened IPv6, with the interface's number if it has one. Allocates; not for the packet path. */
export function hostText(address: Uint8Array, at: number): string {
  if (isIpv4(address, at)) return address.slice(at + 12, at + 16).join('.');
  const number = interfaceOf(address, at);
  const zone = number === 0 ? '' : `%${number}`;
  const groups: number[] = [];
  for (let i = 0; i < ipBytes; i += 2) groups.push((address[at + i]! << 8) | address[at + i + 1]!);
  const [zerosAt, zeros] = longestZeros(groups);
  const text = groups.map((group) => group.toString(16));
  if (zeros < 2) return text.join(':') + zone;
  return `${text.slice(0, zerosAt).join(':')}::${text.slice(zerosAt + zeros).join(':')}${zone}`;
}

/** '10.0.0.1:7777' or '[::1]:7777'. Allocates; not for the packet path. */
export function addressText(address: Uint8Array, at: number): string {
  const host = hostText(address, at);
  const port = portOf(address, at);
  return host.includes(':') ? `[${host}]:${port}` : `${host}:${port}`;
}

export function portOf(address: Uint8Array, at: number): number {
  return (address[at + ipBytes]! << 8) | address[at + ipBytes + 1]!;
}

/** Whether it is an IPv4 address in its mapped form. */
export function isIpv4(address: Uint8Array, at: number): boolean {
  for (let i = 0; i < 10; i++) if (address[at + i] !== 0) return false;
  return address[at + 10] === 255 && address[at + 11] === 255;
}

/** Whether it means something on one link only: fe80::/10 or 169.254.0.0/16. */
export function isLinkLocal(address: Uint8Array, at: number): boolean {
  const first = address[at]!;
  if (first !== 0) return first === 0xfe && (address[at + 1]! & 0xc0) === 0x80;
  return address[at + 12] === 169 && address[at + 13] === 254 && isIpv4(address, at);
}

export function interfaceOf(address: Uint8Array, at: number): number {
  const from = at + interfaceAt;
  const low = address[from]! | (address[from + 1]! << 8);
  return low + (address[from + 2]! | (address[from + 3]! << 8)) * 0x10000;
}

export function writeInterface(out: Uint8Array, at: number, number: number): void {
  const to = at + interfaceAt;
  out[to] = number & 255;
  out[to + 1] = (number >>> 8) & 255;
  out[to + 2] = (number >>> 16) & 255;
  out[to + 3] = number >>> 24;
}

export function sameAddress(a: Uint8Array, aAt: number, b: Uint8Array, bAt: number): boolean {
  for (let i = 0; i < addressBytes; i++) if (a[aAt + i] !== b[bAt + i]) return false;
  return true;
}

function writeIpv4(out: Uint8Array, at: number, text: string, from: number, end: number): boolean {
  let part = 0;
  let value = -1;
  for (let i = from; i <= end; i++) {
    const char = i === end ? dot : text.charCodeAt(i);
    if (char === dot) {
      if (value < 0 || part === 4) return false;
      out[at + part++] = value;
      value = -1;
    } else if (char >= 48 && char <= 57 && value !== 0) {
      // A leading zero is refused: some systems read it as octal.
      value = (value < 0 ? 0 : value) * 10 + char - 48;
      if (value > 255) return false;
    } else return false;
  }
  return part === 4;
}

function writeIpv6(out: Uint8Array, at: number, text: string, end: number): boolean {
  out.fill(0, at, at + ipBytes);
  let written = 0;
  let gapAt = -1;
  let i = 0;
  if (text.charCodeAt(0) === colon) {
    if (text.charCodeAt(1) !== colon) return false;
    gapAt = 0;
    i = 2;
  }
  while (i < end) {
    let next = text.indexOf(':', i);
    if (next === -1 || next > end) next = end;
    const dotAt = text.indexOf('.', i);
    if (next === end && dotAt !== -1 && dotAt < end) {
      if (written > 12 || !writeIpv4(out, at + written, text, i, end)) return false;
      written += 4;
      break;
    }
    const group = hexGroup(text, i, next);
    if (group < 0 || written === ipBytes) return false;
    out[at + written] = group >>> 8;
    out[at + written + 1] = group & 255;
    written += 2;
    i = next + 1;
    if (next === end) break;
    if (i === end) return false;
    if (text.charCodeAt(i) === colon) {
      if (gapAt !== -1) return false;
      gapAt = written;
      i++;
    }
  }
  if (gapAt === -1) return written === ipBytes;
  if (written > ipBytes - 2) return false;
  out.copyWithin(at + ipBytes - (written - gapAt), at + gapAt, at + written);
  out.fill(0, at + gapAt, at + ipBytes - (written - gapAt));
  return true;
}

/** 0, which no interface has, when the rest of the text is no number of one. */
function zoneNumber(text: string, from: number): number {
  let number = 0;
  for (let i = from; i < text.length; i++) {
    const digit = text.charCodeAt(i) - 48;
    if (!(digit >= 0 && digit <= 9)) return 0;
    number = number * 10 + digit;
    if (number > 0x7fffffff) return 0;
  }
  return number;
}

/** One to four hexadecimal digits, or -1. */
function hexGroup(text: string, from: number, to: number): number {
  if (to <= from || to - from > 4) return -1;
  let value = 0;
  for (let i = from; i < to; i++) {
    const char = text.charCodeAt(i);
    const lower = char | 32;
    if (char >= 48 && char <= 57) value = value * 16 + char - 48;
    else if (lower >= 97 && lower <= 102) value = value * 16 + lower - 87;
    else return -1;
  }
  return value;
}

/** Where the first of the longest runs of zero groups starts, and its length. */
function longestZeros(groups: readonly number[]): [number, number] {
  let bestAt = 0;
  let best = 0;
  for (let from = 0; from < groups.length; from++) {
    let length = 0;
    while (groups[from + length] === 0) length++;
    if (length > best) [bestAt, best] = [from, length];
  }
  return [bestAt, best];
}
