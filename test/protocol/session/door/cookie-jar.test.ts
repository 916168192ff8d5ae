// Cookies: good for one address, one client key and ten seconds, also across a change of the server's key.

import { describe, expect, it } from '@jest/globals';
import { CookieJar } from '#adapters/protocol/session/door/cookie-jar.js';
import { addressOf } from '#ports/network/datagram-address.js';
import { crypto, SeededRandom } from '../session-lab.js';

const address = addressOf('10.0.0.2', 4000);
const clientKey = new Uint8Array(32).fill(5);

function baked(jar: CookieJar, nowMs: number): Uint8Array {
  const cookie = new Uint8Array(32);
  jar.bake(cookie, 0, address, 0, clientKey, nowMs);
  return cookie;
}

describe('cookies', () => {
  it('are accepted for ten seconds', () => {
    const jar = new CookieJar(crypto, new SeededRandom(1), 0);
    const cookie = baked(jar, 1000);
    expect(jar.accepts(cookie, address, 0, clientKey, 1000)).toBe(true);
    expect(jar.accepts(cookie, address, 0, clientKey, 11_000)).toBe(true);
    expect(jar.accepts(cookie, address, 0, clientKey, 11_001)).toBe(false);
    expect(jar.accepts(cookie, address, 0, clientKey, 999)).toBe(false);
  });

  it('survive one change of the key, not two', () => {
    const jar = new CookieJar(crypto, new SeededRandom(1), 0);
    const cookie = baked(jar, 59_000);
    expect(jar.accepts(cookie, address, 0, clientKey, 61_000)).toBe(true);
    const late = new CookieJar(crypto, new SeededRandom(1), 0);
    const old = baked(late, 59_000);
    late.bake(new Uint8Array(32), 0, address, 0, clientKey, 60_000);
    late.bake(new Uint8Array(32), 0, address, 0, clientKey, 120_000);
    expect(late.accepts(old, address, 0, clientKey, 120_001)).toBe(false);
  });

  it('are no use from another address, with another key, changed, or at another server', () => {
    const jar = new CookieJar(crypto, new SeededRandom(1), 0);
    const cookie = baked(jar, 1000);
    expect(jar.accepts(cookie, addressOf('10.0.0.3', 4000), 0, clientKey, 1001)).toBe(false);
    expect(jar.accepts(cookie, addressOf('10.0.0.2', 4001), 0, clientKey, 1001)).toBe(false);
    expect(jar.accepts(cookie, address, 0, new Uint8Array(32), 1001)).toBe(false);
    expect(new CookieJar(crypto, new SeededRandom(2), 0).accepts(cookie, address, 0, clientKey, 1001)).toBe(
      false,
    );
    for (let at = 0; at < 32; at++) {
      const forged = cookie.slice();
      forged[at]! ^= 4;
      expect(jar.accepts(forged, address, 0, clientKey, 1001)).toBe(false);
    }
  });

  it('hold when the clock wraps at 32 bits', () => {
    const jar = new CookieJar(crypto, new SeededRandom(1), 0x7fff_f000 | 0);
    const cookie = baked(jar, 0x7fff_ff00 | 0);
    expect(jar.accepts(cookie, address, 0, clientKey, -0x7fff_ff00 | 0)).toBe(true);
  });
});
