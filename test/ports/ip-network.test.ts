// Addresses and networks as settings name them.

import { describe, expect, it } from '@jest/globals';
import { ipNetwork } from '#ports/network/ip-network.js';

describe('an address or network', () => {
  it.each([
    ['10.0.0.5', '10.0.0.5', 'ipv4', 32],
    ['10.0.0.0/8', '10.0.0.0', 'ipv4', 8],
    ['::ffff:10.0.0.0/104', '10.0.0.0', 'ipv4', 8],
    ['::ffff:a00:5', '10.0.0.5', 'ipv4', 32],
    ['FD00:0::/8', 'fd00::', 'ipv6', 8],
    ['::1', '::1', 'ipv6', 128],
    ['::1/128', '::1', 'ipv6', 128],
    ['2001:db8::/32', '2001:db8::', 'ipv6', 32],
    ['8000::/1', '8000::', 'ipv6', 1],
    ['::/97', '::', 'ipv6', 97],
  ])('%s is read', (text, address, family, bits) => {
    expect(ipNetwork(text)).toEqual({ address, family, bits });
  });

  it.each([
    ...['', 'proxy.local', '10.0.0.0/0', '10.0.0.0/33', '10.0.0.0/08', '10.0.0.0/8/8', '10.0.0.0/'],
    ...['fe80::1%2', 'fd00::/129', '::/0', '1.2.3'],
  ])('%j is none', (text) => {
    expect(ipNetwork(text)).toBeUndefined();
  });

  it.each(['::/1', '::/8', '::/64', '::/80', '::fffe:0:0/95', '::ffff:0:0/90', '::ffff:0:0/96', '0::/16'])(
    '%s would hold all of IPv4, and is none',
    (text) => {
      expect(ipNetwork(text)).toBeUndefined();
    },
  );
});
