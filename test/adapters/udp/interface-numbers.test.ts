// Interfaces by name and number, as the system lists them.

import { describe, expect, it } from '@jest/globals';
import { interfacesOf, withInterfaceName, withInterfaceNumber } from '#adapters/udp/interface-numbers.js';
import { resolveHost } from '#adapters/udp/resolve-host.js';

const table = `fe8000000000000000fc00fffe000001 02 40 20 80     eth0
fd000000000000000000000000000002 02 40 00 82     eth0
00000000000000000000000000000001 01 80 10 80       lo
fe8000000000000000000000000000aa 1a 40 20 c0 wlan-with-a.long
`;

describe('interfaces', () => {
  it('are read from the list of the system, numbers in hexadecimal', () => {
    const found = [
      ['eth0', 2],
      ['lo', 1],
      ['wlan-with-a.long', 26],
    ] as const;
    expect(interfacesOf(table)).toEqual(new Map(found));
    expect(interfacesOf('')).toEqual(new Map());
  });

  it('that are not there are no part of an address, by name and by number', () => {
    for (const host of ['fe80::1%nowhere0', 'fe80::1%2147483647', 'fe80::1%', 'fe80::1%0']) {
      expect(withInterfaceNumber(host)).toBeUndefined();
      expect(withInterfaceName(host)).toBeUndefined();
    }
    expect(withInterfaceNumber('2001:db8::1')).toBe('2001:db8::1');
    expect(withInterfaceName('10.0.0.1')).toBe('10.0.0.1');
  });

  it('are asked for where a host needs one', async () => {
    await expect(resolveHost('fe80::1%nowhere0')).rejects.toMatchObject({
      ...{ name: 'UdpError', code: 'address-unavailable' },
      message: expect.stringMatching(
        /^fe80::1%nowhere0: this machine has no interface nowhere0 .*; it has: \S/,
      ),
    });
    await expect(resolveHost('fe80::1')).rejects.toThrow('name its interface, such as fe80::1%eth0');
    expect(await resolveHost('2001:db8::1%nowhere0')).toBe('2001:db8::1');
    expect(await resolveHost('169.254.1.1')).toBe('169.254.1.1');
  });
});
