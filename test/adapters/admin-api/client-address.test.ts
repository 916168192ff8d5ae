// Whose request it is, whatever a proxy writes and however an address is spelled.

import { describe, expect, it } from '@jest/globals';
import { canonicalAddress, ClientAddresses } from '#adapters/admin-api/http/client-address.js';

describe('an address', () => {
  it.each([
    ['192.0.2.7', '192.0.2.7'],
    [' 192.0.2.7 ', '192.0.2.7'],
    ['192.0.2.7:50123', '192.0.2.7'],
    ['"192.0.2.7:50123"', '192.0.2.7'],
    ['::ffff:192.0.2.7', '192.0.2.7'],
    ['::FFFF:c000:0207', '192.0.2.7'],
    ['[::ffff:192.0.2.7]:443', '192.0.2.7'],
    ['2001:DB8:0:0:0:0:0:1', '2001:db8::1'],
    ['[2001:db8::1]', '2001:db8::1'],
    ['"[2001:db8::1]:47011"', '2001:db8::1'],
    ['fe80::1%eth0', 'fe80::1'],
    ['[fe80::1%25eth0]:80', 'fe80::1'],
  ])('has one spelling: %s', (text, canonical) => {
    expect(canonicalAddress(text)).toBe(canonical);
  });

  it.each([
    '',
    'unknown',
    '_hidden',
    'localhost',
    '192.0.2',
    '192.0.2.256',
    '192.0.2.07',
    '192.0.2.7:',
    '192.0.2.7:123456',
    '[192.0.2.7',
    '2001:db8:::1',
    '1.2.3.4, 5.6.7.8',
    'for=192.0.2.7',
    '1'.repeat(5_000),
    `fe80::1%${'x'.repeat(200)}`,
  ])('is not what only looks like one (%#)', (text) => {
    expect(canonicalAddress(text)).toBeUndefined();
  });
});

describe('whose request it is', () => {
  const proxied = new ClientAddresses(['10.0.0.0/8', 'fd00::/8', '192.0.2.1']);

  it('says the peer when nobody is trusted, or another', () => {
    expect(new ClientAddresses([]).of('10.0.0.1', '203.0.113.9')).toBe('10.0.0.1');
    expect(proxied.of('198.51.100.1', '203.0.113.9')).toBe('198.51.100.1');
    expect(proxied.of('::ffff:198.51.100.1', undefined)).toBe('198.51.100.1');
    expect(proxied.of(undefined, '203.0.113.9')).toBe('');
  });

  it('says a trusted proxy, with whatever port it writes', () => {
    const said = [40_001, 40_002].map((port) => proxied.of('10.0.0.1', `203.0.113.9:${port}`));
    expect(said).toEqual(['203.0.113.9', '203.0.113.9']);
  });

  it('is read from the right, through trusted proxies only: what the visitor wrote is further left', () => {
    expect(proxied.of('10.0.0.1', '1.1.1.1, 203.0.113.9, [fd00::5]:8080,192.0.2.1:99')).toBe('203.0.113.9');
    expect(proxied.of('10.0.0.1', 'anything at all, 203.0.113.9')).toBe('203.0.113.9');
    expect(proxied.of('10.0.0.1', '10.0.0.2,10.0.0.3')).toBe('10.0.0.2');
  });

  it('is the last believed address when the next is none, which is counted', () => {
    const counted = new ClientAddresses(['10.0.0.0/8']);
    expect(counted.of('10.0.0.1', 'unknown')).toBe('10.0.0.1');
    expect(counted.of('10.0.0.1', 'x'.repeat(9_000))).toBe('10.0.0.1');
    expect(counted.of('10.0.0.1', '203.0.113.9,, 10.0.0.2')).toBe('10.0.0.2');
    expect(counted.of('10.0.0.1', '')).toBe('10.0.0.1');
    expect(counted.unreadable).toBe(4);
  });

  it('knows proxies by every spelling of their address', () => {
    const spelled = new ClientAddresses(['::ffff:10.0.0.0/104', 'FD00:0::5']);
    expect(spelled.of('10.9.9.9', '203.0.113.9')).toBe('203.0.113.9');
    expect(spelled.of('::ffff:10.9.9.9', '203.0.113.9')).toBe('203.0.113.9');
    expect(spelled.of('fd00::5', '203.0.113.9')).toBe('203.0.113.9');
    expect(spelled.of('11.0.0.1', '203.0.113.9')).toBe('11.0.0.1');
  });

  it('ends after a bounded number of hops', () => {
    expect(proxied.of('10.0.0.1', Array(5_000).fill('10.0.0.2').join(','))).toBe('10.0.0.2');
  });
});
