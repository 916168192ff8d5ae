// A host is what a player's program can go to: an address in its own spelling, or a name that is no number to a resolver.

import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { isIP } from 'node:net';
import { hostBeforePort, isHost } from '#ports/network/host-name.js';

describe('a host', () => {
  it.each([
    ...[
      'play.example.com',
      'a',
      'localhost',
      '3com',
      '0x0.example',
      '1.2.3.4.example.com',
      'xn--bcher-kva.example',
    ],
    ...['127.0.0.1', '203.0.113.5', '::1', 'fe80::1%eth0', 'fe80::1%2', '::ffff:10.0.0.1'],
  ])('may be %s', (text) => expect(isHost(text)).toBe(true));

  it.each([
    ...[
      '0x0',
      '0x',
      '0X7F',
      '0x7f.1',
      '127.1',
      '127.0.1',
      '010.0.0.1',
      '2130706433',
      '1.2.3.4.5',
      '256.1.1.1',
    ],
    ...['play.0x1', 'play.example.7', '127.0.0.1%1', 'fe80::1%', '::1%a%b'],
    ...[
      '',
      '.',
      'a..b',
      '-a',
      'a-',
      'a_b',
      'a b',
      '[::1]',
      'a:1',
      '1::2::3',
      'é.example',
      `${'a'.repeat(64)}.b`,
    ],
  ])('is not %j', (text) => expect(isHost(text)).toBe(false));

  it('is no number to whoever reads it as an address of the web', () => {
    const part = fc.oneof(
      fc.nat(0xffff).map(String),
      fc.nat(0xffff).map((n) => `0x${n.toString(16)}`),
      fc.constantFrom('a', '08'),
    );
    fc.assert(
      fc.property(fc.array(part, { minLength: 1, maxLength: 5 }), (parts) => {
        const text = parts.join('.');
        const read = URL.parse(`http://${text}/`)?.hostname;
        // Either it is refused, or it is read as what it says.
        expect(!isHost(text) || read === text).toBe(true);
        if (isIP(text) === 4) expect(isHost(text)).toBe(true);
      }),
    );
  });

  it('is bracketed before a port where it has colons of its own', () => {
    expect([hostBeforePort('::'), hostBeforePort('a.b'), hostBeforePort('1.2.3.4')]).toEqual([
      '[::]',
      'a.b',
      '1.2.3.4',
    ]);
  });
});
