// Addresses as text and as bytes. Text follows RFC 4291 and RFC 5952; node:net is the independent judge.

import { isIP } from 'node:net';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  addressOf,
  addressText,
  hostText,
  interfaceOf,
  isLinkLocal,
  portOf,
  writeAddress,
} from '#ports/network/datagram-address.js';
import { addressBytes } from '#ports/network/datagram-socket.js';

const port = fc.integer({ min: 0, max: 65_535 });

describe('datagram address', () => {
  it('is IPv6 or mapped IPv4, then the port, big-endian', () => {
    expect([...addressOf('1.2.3.4', 0x1234)]).toEqual([
      ...new Array<number>(10).fill(0),
      ...[255, 255, 1, 2, 3, 4, 0x12, 0x34],
      ...new Array<number>(20).fill(0),
    ]);
    expect([...addressOf('2001:db8::5', 7777).subarray(0, 6)]).toEqual([0x20, 0x01, 0x0d, 0xb8, 0, 0]);
  });

  it('survives the way to text and back', () => {
    fc.assert(
      fc.property(fc.oneof(fc.ipV4(), fc.ipV6()), port, (host, number) => {
        const address = addressOf(host, number);
        expect(addressOf(hostText(address, 0), number)).toEqual(address);
        expect(portOf(address, 0)).toBe(number);
      }),
    );
  });

  it.each([
    ['::', '::'],
    ['::1', '::1'],
    ['2001:DB8:0:0:1:0:0:1', '2001:db8::1:0:0:1'],
    ['2001:db8:0:1:1:1:1:1', '2001:db8:0:1:1:1:1:1'],
    ['fe80::1%70000', 'fe80::1%70000'],
    ['2001:db8::1%3', '2001:db8::1'],
    ['2001:db8::1%eth0', '2001:db8::1'],
    ['::ffff:192.0.2.1', '192.0.2.1'],
    ['64:ff9b::192.0.2.33', '64:ff9b::c000:221'],
    ['1::', '1::'],
  ])('%s is written as %s', (given, written) => {
    expect(hostText(addressOf(given, 1), 0)).toBe(written);
  });

  it.each([
    ['fe80::1%258', 258, true],
    ['febf::1%1', 1, true],
    ['fec0::1%1', 0, false],
    ['169.254.3.4', 0, true],
    ['169.253.3.4', 0, false],
    ['::1%1', 0, false],
  ])('%s: interface %i, link-local: %s', (text, number, local) => {
    expect(interfaceOf(addressOf(text, 1), 0)).toBe(number);
    expect(isLinkLocal(addressOf(text, 1), 0)).toBe(local);
  });

  it.each(['fe80::1%eth0', 'fe80::1%', 'fe80::1%0', 'febf::1%-1', 'fe80::1%4294967296'])(
    'refuses %s: without its interface it would mean another link',
    (text) => {
      expect(writeAddress(new Uint8Array(addressBytes), 0, text, 1)).toBe(false);
      expect(() => addressOf(text, 1)).toThrow('the interface of a link-local address is its number here');
    },
  );

  it('brackets IPv6 before a port', () => {
    expect(addressText(addressOf('::1', 7777), 0)).toBe('[::1]:7777');
    expect(addressText(addressOf('10.0.0.1', 7777), 0)).toBe('10.0.0.1:7777');
  });

  it('accepts exactly the literals that node:net accepts', () => {
    const out = new Uint8Array(addressBytes);
    const near = fc.string({ unit: fc.constantFrom(...'0129aF:.:%g'), maxLength: 24 });
    const mutated = fc
      .tuple(fc.oneof(fc.ipV4(), fc.ipV6()), fc.nat(40), fc.constantFrom('', ':', '.', '0', '::', 'g'))
      .map(([host, at, insert]) => host.slice(0, at) + insert + host.slice(at + 1));
    fc.assert(
      fc.property(fc.oneof(near, mutated), (text) => {
        // Of a zone node checks the letters only: the tests above are about it.
        const judged = text.split('%')[0]!;
        expect(writeAddress(out, 0, judged, 1)).toBe(isIP(judged) !== 0);
      }),
      { numRuns: 5000 },
    );
  });

  it.each([-1, 65_536, NaN])('refuses port %s', (number) => {
    expect(writeAddress(new Uint8Array(addressBytes), 0, '127.0.0.1', number)).toBe(false);
  });
});
