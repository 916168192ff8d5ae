// Logging in, staying logged in, and being locked out.

import { describe, expect, it, jest } from '@jest/globals';
import { authenticateSession } from '#application/admin/sign-in/authenticate-session.js';
import { logIn } from '#application/admin/sign-in/log-in.js';
import { logOut } from '#application/admin/sign-in/log-out.js';
import { knownOriginMsMax } from '#application/admin/sign-in/known-origin.js';
import { accountKeys, loginTries, networkOf } from '#application/admin/sign-in/login-limits.js';
import { sessionIdleMsMax, sessionMsMax } from '#application/admin/sign-in/session-life.js';
import { Argon2PasswordHasher } from '#adapters/node-crypto/argon2-password-hasher.js';
import { AdminWorld, goodPassword, someOrigin } from '../../support/admin/admin-world.js';

async function loggedIn() {
  const world = new AdminWorld();
  const account = await world.addAccount('Ann', 'viewer');
  const result = await logIn(world.ports, { name: 'ann', password: goodPassword }, someOrigin);
  if (!result.ok) throw new Error(result.reason);
  return { world, account, token: result.token };
}

const wrong = (world: AdminWorld, name = 'ann', address = someOrigin.address) =>
  logIn(world.ports, { name, password: 'not the password' }, { ...someOrigin, address });

describe('logging in', () => {
  it('opens a session that is known by its token only', async () => {
    const { world, account, token } = await loggedIn();
    expect((await authenticateSession(world.ports, token))?.account.id).toBe(account.id);
    expect(await authenticateSession(world.ports, `${token}x`)).toBeUndefined();
    const digest = world.ports.mint.digest(token);
    expect(await world.ports.sessions.find(token)).toBeUndefined();
    expect(await world.ports.sessions.find(digest)).toMatchObject({ accountId: account.id });
  });

  it('answers alike for a wrong password, an unknown name and a disabled account', async () => {
    const world = new AdminWorld();
    await world.addAccount('ann', 'viewer');
    const bob = await world.addAccount('bob', 'viewer');
    await world.ports.accounts.change(bob.id, { disabled: true });
    const refusal = { ok: false, reason: 'wrong-credentials' };
    expect(await wrong(world)).toEqual(refusal);
    expect(await wrong(world, 'nobody')).toEqual(refusal);
    const right = { name: 'bob', password: goodPassword };
    expect(await logIn(world.ports, right, someOrigin)).toEqual(refusal);
  });

  it('does the same work for unknown names as for known ones', async () => {
    const hasher = new Argon2PasswordHasher({ memoryKib: 8, passes: 1, lanes: 1 });
    const verify = jest.spyOn(hasher, 'verify');
    const world = new AdminWorld({ hasher });
    await world.addAccount('ann', 'viewer');
    await wrong(world, 'ann');
    await wrong(world, 'nobody');
    expect(verify).toHaveBeenCalledTimes(2);
    const [known, unknown] = verify.mock.calls.map(([, hash]) => hash);
    const parameters = (hash: string) => hash.split('$').slice(0, 4);
    expect(parameters(unknown!)).toEqual(parameters(known!));
  });

  it('renews a hash that was made with other parameters', async () => {
    const old = new Argon2PasswordHasher({ memoryKib: 16, passes: 1, lanes: 1 });
    const world = new AdminWorld();
    const ann = await world.addAccount('ann', 'viewer');
    await world.ports.accounts.setPassword(ann.id, await old.hash(goodPassword), false);
    await logIn(world.ports, { name: 'ann', password: goodPassword }, someOrigin);
    const renewed = (await world.ports.accounts.find(ann.id))!.passwordHash;
    expect(world.ports.hasher.isOutdated(renewed)).toBe(false);
    expect(await world.ports.hasher.verify(goodPassword, renewed)).toBe(true);
  });

  it('leaves traces of success and failure in the audit log, and never a password', async () => {
    const { world } = await loggedIn();
    await wrong(world);
    await wrong(world, goodPassword);
    expect(await world.auditActions()).toEqual([
      'auth.login refused',
      'auth.login refused',
      'auth.login done',
    ]);
    expect(JSON.stringify(await world.ports.audit.page({ limit: 10 }))).not.toContain(goodPassword);
  });
});

describe('the lock-out', () => {
  it('stops one address against one account after 5 wrong passwords, also with the right one', async () => {
    const world = new AdminWorld();
    await world.addAccount('ann', 'viewer');
    for (let i = 0; i < 5; i++) expect(await wrong(world)).toMatchObject({ reason: 'wrong-credentials' });
    const right = { name: 'ANN', password: goodPassword };
    expect(await logIn(world.ports, right, someOrigin)).toEqual({
      ok: false,
      reason: 'locked-out',
      retryAfterSeconds: 900,
    });
    world.clock.atUnixMs += 900_000;
    expect(await logIn(world.ports, right, someOrigin)).toMatchObject({ ok: true });
  });

  it('does not keep the owner of the account out at another address', async () => {
    const world = new AdminWorld();
    await world.addAccount('ann', 'viewer');
    for (let i = 0; i < 6; i++) await wrong(world);
    const elsewhere = { ...someOrigin, address: '198.51.100.1' };
    const right = { name: 'ann', password: goodPassword };
    expect(await logIn(world.ports, right, elsewhere)).toMatchObject({ ok: true });
  });

  it('stops one address that tries many accounts', async () => {
    const world = new AdminWorld();
    for (let i = 0; i < 30; i++) await wrong(world, `name${i}`);
    expect(await wrong(world, 'another')).toMatchObject({ reason: 'locked-out' });
  });

  it('stops many addresses that try one account', async () => {
    const world = new AdminWorld();
    for (let i = 0; i < 50; i++) await wrong(world, 'ann', `198.51.100.${i}`);
    expect(await wrong(world, 'ann', '203.0.113.1')).toMatchObject({ reason: 'locked-out' });
  });

  it('lets no more than 5 simultaneous tries through', async () => {
    const world = new AdminWorld();
    await world.addAccount('ann', 'viewer');
    const results = await Promise.all(Array.from({ length: 20 }, () => wrong(world)));
    expect(results.filter((result) => !result.ok && result.reason === 'wrong-credentials')).toHaveLength(5);
  });

  it('asks right passwords that come at the same time to wait a moment, and locks nobody', async () => {
    const world = new AdminWorld();
    await world.addAccount('ann', 'viewer');
    const right = () => logIn(world.ports, { name: 'ann', password: goodPassword }, someOrigin);
    const results = await Promise.all(Array.from({ length: 8 }, right));
    expect(results.filter(({ ok }) => ok)).toHaveLength(5);
    expect(results.filter(({ ok }) => !ok)).toEqual(
      Array(3).fill({ ok: false, reason: 'locked-out', retryAfterSeconds: 1 }),
    );
    expect(await right()).toMatchObject({ ok: true });
  });

  it('lasts its whole time after wrong passwords at the same time, and is told once in the log', async () => {
    const world = new AdminWorld();
    await world.addAccount('ann', 'viewer');
    await Promise.all(Array.from({ length: 8 }, () => wrong(world)));
    expect(await wrong(world)).toMatchObject({ reason: 'locked-out', retryAfterSeconds: 900 });
    const locked = (await world.ports.audit.page({ limit: 100 })).map(
      ({ details }) => details['lockedSeconds'],
    );
    expect(new Set(locked)).toEqual(new Set([undefined, 900]));
  });

  it('is not brought about by right passwords, however many', async () => {
    const world = new AdminWorld();
    for (let i = 0; i < 4; i++) await world.addAccount(`ann${i}`, 'viewer');
    for (let i = 0; i < 70; i++) {
      const right = { name: `ann${i % 4}`, password: goodPassword };
      expect(await logIn(world.ports, right, someOrigin)).toMatchObject({ ok: true });
    }
  });

  it('is not kept alive by right passwords between wrong ones', async () => {
    const world = new AdminWorld();
    await world.addAccount('ann', 'viewer');
    for (let i = 0; i < 29; i++) await wrong(world, `name${i}`);
    for (let minute = 0; minute < 14; minute++) {
      await logIn(world.ports, { name: 'ann', password: goodPassword }, someOrigin);
      world.clock.atUnixMs += 60_000;
    }
    world.clock.atUnixMs += 60_000;
    for (let i = 0; i < 5; i++) {
      expect(await wrong(world, `other${i}`)).toMatchObject({ reason: 'wrong-credentials' });
    }
  });

  it('does not count what could not be judged', async () => {
    const world = new AdminWorld();
    await world.addAccount('ann', 'viewer');
    const { hasher } = world.ports;
    const verify = hasher.verify.bind(hasher);
    hasher.verify = () => Promise.reject(Object.assign(new Error('busy'), { code: 'hasher-busy' }));
    for (let i = 0; i < 60; i++) await expect(wrong(world)).rejects.toMatchObject({ code: 'hasher-busy' });
    hasher.verify = verify;
    const right = { name: 'ann', password: goodPassword };
    expect(await logIn(world.ports, right, someOrigin)).toMatchObject({ ok: true });
  });

  it('says in the audit log which try brought it about, and writes nothing for those it refuses', async () => {
    const world = new AdminWorld();
    await world.addAccount('ann', 'viewer');
    for (let i = 0; i < 20; i++) await wrong(world);
    const details = (await world.ports.audit.page({ limit: 100 })).map((entry) => entry.details);
    expect(details.map(({ lockedSeconds }) => lockedSeconds)).toEqual([900, ...Array(4).fill(undefined)]);
  });

  it.each(['  ann', 'ANN ', '\uff21nn'])('counts all spellings of a name together: %j', async (spelling) => {
    const world = new AdminWorld();
    await world.addAccount('ann', 'viewer');
    for (let i = 0; i < 5; i++) await wrong(world, i % 2 === 0 ? 'ann' : spelling);
    expect(await wrong(world, spelling)).toMatchObject({ reason: 'locked-out' });
    expect(await wrong(world, 'ann')).toMatchObject({ reason: 'locked-out' });
  });

  it('starts counting anew after a success', async () => {
    const world = new AdminWorld();
    await world.addAccount('ann', 'viewer');
    for (let round = 0; round < 3; round++) {
      for (let i = 0; i < 4; i++) await wrong(world);
      const right = { name: 'ann', password: goodPassword };
      expect(await logIn(world.ports, right, someOrigin)).toMatchObject({ ok: true });
    }
  });
});

describe('who has logged in from there before', () => {
  const home = { ...someOrigin, address: '203.0.113.5' };
  const right = { name: 'ann', password: goodPassword };

  /** Ann has logged in at home; then strangers have used up what strangers may try. */
  async function besieged() {
    const world = new AdminWorld();
    const ann = await world.addAccount('ann', 'owner');
    const login = await logIn(world.ports, right, home);
    if (!login.ok) throw new Error(login.reason);
    for (let i = 0; i < 60; i++) await wrong(world, 'ann', `198.51.100.${i}`);
    return { world, ann, browserToken: login.browserToken };
  }

  it('still can while strangers are locked out, from the same network', async () => {
    const { world } = await besieged();
    expect(await logIn(world.ports, right, { ...home, address: '192.0.2.99' })).toMatchObject({
      reason: 'locked-out',
    });
    expect(await logIn(world.ports, right, home)).toMatchObject({ ok: true });
  });

  it('still can with the same browser, wherever it is, even from a locked network', async () => {
    const { world, browserToken } = await besieged();
    const cafe = { ...home, address: '192.0.2.99' };
    for (let i = 0; i < 40; i++) await wrong(world, `name${i}`, cafe.address);
    expect(await logIn(world.ports, right, { ...cafe, browserToken })).toMatchObject({ ok: true });
  });

  it('may guess no more than others: browser and network have their own locks', async () => {
    const { world, browserToken } = await besieged();
    const guess = { name: 'ann', password: 'a guess' };
    for (let i = 0; i < 5; i++) await logIn(world.ports, guess, { ...home, browserToken });
    expect(await logIn(world.ports, right, { ...home, browserToken })).toMatchObject({
      reason: 'locked-out',
    });
    expect(await logIn(world.ports, right, home)).toMatchObject({ ok: true });
    for (let i = 0; i < 5; i++) await wrong(world, 'ann', home.address);
    expect(await logIn(world.ports, right, home)).toMatchObject({ reason: 'locked-out' });
  });

  it('is known for that account alone, and with a word that was given out', async () => {
    const { world, browserToken } = await besieged();
    await world.addAccount('bob', 'viewer');
    for (let i = 0; i < 60; i++) await wrong(world, 'bob', `198.51.100.${i}`);
    const away = { ...home, address: '192.0.2.99' };
    expect(
      await logIn(world.ports, { name: 'bob', password: goodPassword }, { ...away, browserToken }),
    ).toMatchObject({ reason: 'locked-out' });
    for (const forged of ['', 'x', `tos_brw_${'A'.repeat(43)}`, `${browserToken}x`]) {
      expect(await logIn(world.ports, right, { ...away, browserToken: forged })).toMatchObject({
        reason: 'locked-out',
      });
    }
  });

  it('keeps its word, and shares it with the other accounts of the browser', async () => {
    const { world, browserToken } = await besieged();
    await world.addAccount('bob', 'viewer');
    const login = await logIn(
      world.ports,
      { name: 'bob', password: goodPassword },
      { ...home, browserToken },
    );
    expect(login).toMatchObject({ ok: true, browserToken });
  });

  it('is forgotten after ninety days without a log-in', async () => {
    const world = new AdminWorld();
    await world.addAccount('ann', 'viewer');
    const login = await logIn(world.ports, right, home);
    if (!login.ok) throw new Error(login.reason);
    world.clock.atUnixMs += knownOriginMsMax + 1;
    for (let i = 0; i < 60; i++) await wrong(world, 'ann', `198.51.100.${i}`);
    expect(await logIn(world.ports, right, { ...home, browserToken: login.browserToken })).toMatchObject({
      reason: 'locked-out',
    });
  });

  it('includes who sits at the machine', async () => {
    const { world } = await besieged();
    expect(await logIn(world.ports, right, { ...home, address: '127.0.0.1' })).toMatchObject({ ok: true });
  });

  it('comes before strangers where passwords are hashed', async () => {
    const { world } = await besieged();
    const verify = jest.spyOn(world.ports.hasher, 'verify');
    await logIn(world.ports, right, home);
    await wrong(world, 'nobody', '2001:db8::1');
    expect(verify.mock.calls.map(([, , turn]) => turn)).toEqual([
      { from: home.address, known: true },
      { from: '2001:db8::/64', known: false },
    ]);
  });
});

describe('addresses', () => {
  it('count by what one customer has: IPv4 whole, IPv6 by /64', () => {
    expect(networkOf('192.0.2.7')).toBe('192.0.2.7');
    expect(networkOf('::ffff:192.0.2.7')).toBe('192.0.2.7');
    expect(networkOf('2001:db8:1:2:3:4:5:6')).toBe('2001:db8:1:2::/64');
    expect(networkOf('::ffff:c000:207')).toBe('192.0.2.7');
    expect(networkOf('2001:DB8:1:2::9')).toBe('2001:db8:1:2::/64');
    expect(networkOf('2001:0db8:1:0002::9')).toBe('2001:db8:1:2::/64');
    expect(networkOf('2001:db8::1')).toBe('2001:db8::/64');
    expect(networkOf('::1')).toBe('::/64');
    expect(networkOf('fe80::1%eth0')).toBe('fe80::/64');
    expect(networkOf('no address')).toBe('none');
  });

  it('count by the IPv4 address inside where a gateway wrote it into IPv6 (NAT64, RFC 6052)', () => {
    expect(networkOf('64:ff9b::1.2.3.4')).toBe('1.2.3.4');
    expect(networkOf('64:ff9b::102:305')).toBe('1.2.3.5');
    expect(networkOf('64:ff9b:0:0:1::102:305')).toBe('64:ff9b::/64');
    expect(networkOf('64:ff9b:1::102:305')).toBe('64:ff9b:1::/64');
    expect(networkOf('64:ff9c::102:305')).toBe('64:ff9c::/64');
  });

  it('have keys that fit the ledger whatever name is tried', () => {
    const prefix = accountKeys({ unknownName: 'x'.repeat(64) });
    const address = 'ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff';
    const tries = [
      ...loginTries(prefix, address, { kind: 'stranger' }),
      ...loginTries(prefix, address, { kind: 'browser', mark: 'f'.repeat(64) }),
    ];
    for (const { key } of tries) expect(key.length).toBeLessThanOrEqual(200);
  });

  it('have such keys also when one letter of the name stands for many', async () => {
    const world = new AdminWorld();
    const count = jest.spyOn(world.ports.attempts, 'count');
    await wrong(world, '\ufdfa'.repeat(64));
    for (const { key } of count.mock.calls[0]![0]) expect(key.length).toBeLessThanOrEqual(200);
  });

  it('have keys of their own for accounts and for names that no account has', async () => {
    const world = new AdminWorld();
    const ann = await world.addAccount('ann', 'viewer');
    for (const name of [`?${ann.id}`, ann.id, `${ann.id}/network/192.0.2.7`]) {
      for (let i = 0; i < 6; i++) await wrong(world, name, `198.51.100.${i}`);
    }
    expect(await wrong(world, 'ann')).toMatchObject({ reason: 'wrong-credentials' });
  });
});

describe('a session', () => {
  it('ends when it is not used for an hour', async () => {
    const { world, token } = await loggedIn();
    world.clock.atUnixMs += sessionIdleMsMax - 1;
    expect(await authenticateSession(world.ports, token)).toBeDefined();
    world.clock.atUnixMs += sessionIdleMsMax - 1;
    expect(await authenticateSession(world.ports, token)).toBeDefined();
    world.clock.atUnixMs += sessionIdleMsMax;
    expect(await authenticateSession(world.ports, token)).toBeUndefined();
  });

  it('ends after twelve hours although it is used all the time', async () => {
    const { world, token } = await loggedIn();
    for (let used = 0; used < sessionMsMax; used += sessionIdleMsMax / 2) {
      expect(await authenticateSession(world.ports, token)).toBeDefined();
      world.clock.atUnixMs += sessionIdleMsMax / 2;
    }
    expect(await authenticateSession(world.ports, token)).toBeUndefined();
  });

  it('ends with the log-out, and its event streams with it', async () => {
    const { world, account, token } = await loggedIn();
    const tokenDigest = world.ports.mint.digest(token);
    await logOut(world.ports, { ...someOrigin, account, tokenDigest });
    expect(await authenticateSession(world.ports, token)).toBeUndefined();
    expect(world.feed.ended).toEqual([tokenDigest]);
  });

  it('is nobody from the moment its account is disabled', async () => {
    const { world, account, token } = await loggedIn();
    await world.ports.accounts.change(account.id, { disabled: true });
    expect(await authenticateSession(world.ports, token)).toBeUndefined();
  });
});
