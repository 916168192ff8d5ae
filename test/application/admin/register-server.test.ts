// Who a game server is, it proves; where it is, an operator decides.

import { beforeEach, describe, expect, it } from '@jest/globals';
import { removeServer, setServerAddress, vouchForAddress } from '#application/admin/servers/change-server.js';
import { endOverdueCommands } from '#application/admin/operations/end-commands.js';
import { switchVerb } from '#application/admin/operations/switch-verb.js';
import { forgetOld } from '#application/admin/forget-old.js';
import { recordHeartbeat } from '#application/admin/servers/record-heartbeat.js';
import {
  challengeMsMax,
  challengeServer,
  registerServer,
  registrationLimit,
} from '#application/admin/servers/register-server.js';
import { description } from '../../support/admin/server-examples.js';
import { AdminWorld, someOrigin, type GameServer } from '../../support/admin/admin-world.js';
import { proofFor, publicKeyOf, register } from '../../support/servers/proving-server.js';

const thiefsKey = new Uint8Array(32).fill(0x66);
const elsewhere = { host: '203.0.113.66', udpPort: 6666 };

let world: AdminWorld;
let known: GameServer;
beforeEach(async () => {
  world = new AdminWorld();
  known = await world.gameServer();
});

const refused = (reason: string) => ({ ok: false, reason });
const registered = async () => (await world.ports.servers.find(known.id))!;
const newestAudit = async () => (await world.ports.audit.page({ limit: 1 }))[0]!;

describe('who has a server’s token alone', () => {
  it('cannot put another key in its place, with or without a proof of that', async () => {
    const before = await registered();
    const stolen = { ...known.server, publicKey: publicKeyOf(thiefsKey) };
    expect(await register(world.ports, known.token, stolen, thiefsKey)).toEqual(
      refused('server-key-changed'),
    );
    expect(await newestAudit()).toMatchObject({
      action: 'server.register',
      outcome: 'refused',
      target: `server:${known.id}`,
      details: { reason: 'server-key-changed', publicKey: stolen.publicKey, before: { host: '127.0.0.1' } },
    });
    expect(await register(world.ports, known.token, known.server, thiefsKey)).toEqual(
      refused('identity-not-proven'),
    );
    expect(await registered()).toEqual(before);
  });

  it('cannot lead players elsewhere: not even the address that waits is theirs to give', async () => {
    const moved = { ...known.server, ...elsewhere };
    expect(await register(world.ports, known.token, moved, thiefsKey)).toEqual(
      refused('identity-not-proven'),
    );
    expect((await registered()).pendingAddress).toBeUndefined();
  });

  it('cannot use the proof that the server gave: not again, not for another address, not late', async () => {
    const claim = { ...known.server, serverId: known.id };
    const send = (proof: string, part = {}) =>
      registerServer(world.ports, known.token, { ...known.server, ...part }, proof, someOrigin);
    const proof = proofFor(await challengeServer(world.ports, known.token), claim);
    expect(await send(proof, elsewhere)).toEqual(refused('identity-not-proven'));
    expect(await send(proof)).toEqual(refused('identity-not-proven'));
    const late = proofFor(await challengeServer(world.ports, known.token), claim);
    world.clock.atUnixMs += challengeMsMax + 1;
    expect(await send(late)).toEqual(refused('identity-not-proven'));
    const old = proofFor(await challengeServer(world.ports, known.token), claim);
    const fresh = proofFor(await challengeServer(world.ports, known.token), claim);
    expect(await send(old)).toEqual(refused('identity-not-proven'));
    expect(await send(fresh)).toEqual(refused('identity-not-proven'));
    const good = proofFor(await challengeServer(world.ports, known.token), claim);
    expect(await send(good)).toMatchObject({ ok: true });
  });

  it.each(['00'.repeat(32), `01${'00'.repeat(31)}`])(
    'cannot name a key that anybody could prove: %s',
    async (key) => {
      const fresh = description({ publicKey: key });
      const token = await world.serverToken();
      await challengeServer(world.ports, token);
      const answer = await registerServer(world.ports, token, fresh, '00'.repeat(32), someOrigin);
      expect(answer).toEqual(refused('identity-not-proven'));
    },
  );

  it('cannot register a second server, nor a thousand', async () => {
    expect(await register(world.ports, known.token, description({}))).toEqual(
      refused('token-of-another-server'),
    );
    expect(await world.ports.servers.list()).toHaveLength(1);
    expect(await newestAudit()).toMatchObject({ details: { reason: 'token-of-another-server' } });
  });

  it('is stopped after many tries, and fills no audit log', async () => {
    let answer = await register(world.ports, known.token, known.server, thiefsKey);
    for (let i = 0; i < registrationLimit.attemptsMax; i++) {
      answer = await register(world.ports, known.token, known.server, thiefsKey);
    }
    expect(answer).toMatchObject({ ok: false, reason: 'locked-out' });
    expect((await world.ports.audit.page({ limit: 1_000 })).length).toBeLessThanOrEqual(
      registrationLimit.attemptsMax,
    );
  });
});

describe('a server that registers', () => {
  it('is audited once a start, however often it comes back', async () => {
    expect(await world.auditActions()).toEqual(['server.register done']);
    expect(await newestAudit()).toMatchObject({
      actorName: `server:${known.server.id}`,
      details: { token: 'test', before: null },
    });
    for (let i = 0; i < 3; i++) await register(world.ports, known.token, known.server);
    expect(await world.auditActions()).toHaveLength(1);
    const restarted = { ...known.server, startedAtUnixMs: known.server.startedAtUnixMs + 60_000 };
    expect(await register(world.ports, known.token, restarted)).toMatchObject({ ok: true });
    expect(await world.auditActions()).toHaveLength(2);
  });

  it('may do so with another token that is nobody’s yet, having proven who it is', async () => {
    const fresh = await world.serverToken();
    expect(await register(world.ports, fresh, known.server)).toMatchObject({ ok: true });
    expect(await newestAudit()).toMatchObject({ details: { tokenBefore: known.token.id } });
    const beat = { players: 0, draining: false };
    expect(await recordHeartbeat(world.ports, known.token, known.id, beat)).toEqual(
      refused('foreign-server'),
    );
  });

  it('started when it says, but not in the future', async () => {
    const { id } = await world.gameServer({ startedAtUnixMs: 253_402_300_799_000 });
    expect((await world.ports.servers.find(id))?.startedAtUnixMs).toBe(world.clock.atUnixMs);
    const ancient = await world.gameServer({ startedAtUnixMs: -62_167_219_200_000 });
    expect((await world.ports.servers.find(ancient.id))?.startedAtUnixMs).toBe(0);
  });
});

describe('a server that moved', () => {
  const moved = () => ({ ...known.server, ...elsewhere });

  it('waits for an operator, who is told once, and is let in where the operator says', async () => {
    const operator = await world.caller('admin');
    for (let i = 0; i < 3; i++) {
      expect(await register(world.ports, known.token, moved())).toEqual(refused('server-moved'));
    }
    expect(await registered()).toMatchObject({ host: '127.0.0.1', udpPort: 7777, pendingAddress: elsewhere });
    const actions = await world.auditActions();
    expect(actions.filter((action) => action === 'server.register refused')).toHaveLength(1);

    const agreed = await setServerAddress(world.ports, operator, known.id, elsewhere);
    expect(agreed).toMatchObject({ ok: true, server: { ...elsewhere, pendingAddress: undefined } });
    expect(await newestAudit()).toMatchObject({
      actorName: 'admin',
      action: 'server.address',
      details: { before: { host: '127.0.0.1', udpPort: 7777 }, after: elsewhere },
    });
    expect(await register(world.ports, known.token, moved())).toMatchObject({ ok: true });
    expect(await register(world.ports, known.token, known.server)).toEqual(refused('server-moved'));
  });

  it('needs nobody where its own configuration started admin API and server together', async () => {
    const { publicKey } = known.server;
    await vouchForAddress(world.ports, { serverId: known.id, publicKey, ...elsewhere });
    expect(await newestAudit()).toMatchObject({ action: 'server.address', outcome: 'done' });
    expect(await register(world.ports, known.token, moved())).toMatchObject({ ok: true });
    const entries = (await world.auditActions()).length;
    await vouchForAddress(world.ports, { serverId: known.id, publicKey, ...elsewhere });
    expect(await world.auditActions()).toHaveLength(entries);
  });

  it('is none that somebody removes meanwhile', async () => {
    const { publicKey } = known.server;
    const { servers } = world.ports;
    const own = servers.setAddress.bind(servers);
    servers.setAddress = async (id, address) => {
      await servers.remove(id);
      return own(id, address);
    };
    await vouchForAddress(world.ports, { serverId: known.id, publicKey, ...elsewhere });
    expect(await world.auditActions()).not.toContain('server.address done');
  });

  it('is not believed under another key, whatever the configuration says', async () => {
    await vouchForAddress(world.ports, {
      ...{ serverId: known.id, ...elsewhere },
      publicKey: publicKeyOf(thiefsKey),
    });
    expect(await registered()).toMatchObject({ host: '127.0.0.1', udpPort: 7777 });
  });
});

describe('a server that an operator removed', () => {
  it('is gone with its history, and may come back with another key', async () => {
    const operator = await world.caller('admin');
    expect(await removeServer(world.ports, operator, known.id)).toMatchObject({ ok: true });
    expect(await removeServer(world.ports, operator, known.id)).toEqual(refused('unknown-server'));
    expect(await newestAudit()).toMatchObject({ action: 'server.remove', target: `server:${known.id}` });
    const reborn = { ...known.server, publicKey: publicKeyOf(thiefsKey) };
    expect(await register(world.ports, known.token, reborn, thiefsKey)).toMatchObject({ ok: true });
  });

  it('is in the log, and its rest goes with the next try, where what it told meanwhile cannot be forgotten', async () => {
    const { players, notes, servers } = world.ports;
    const operator = await world.caller('admin');
    const remove = servers.remove.bind(servers);
    servers.remove = async (id) => {
      const ada = { characterId: 7, name: 'Ada', accountId: known.id, level: 1, map: 'meadow' };
      await players.noteJoined(id, [ada], world.clock.atUnixMs);
      return remove(id);
    };
    const own = notes.removeServer.bind(notes);
    let tries = 0;
    notes.removeServer = async (id) => {
      if (++tries === 2) throw new Error('the database is away');
      return own(id);
    };
    await expect(removeServer(world.ports, operator, known.id)).rejects.toThrow('away');
    expect(await newestAudit()).toMatchObject({ action: 'server.remove', outcome: 'done' });
    expect(await removeServer(world.ports, operator, known.id)).toEqual(refused('unknown-server'));
    expect(tries).toBe(3);
    expect(await players.page({ limit: 9 })).toMatchObject({ players: [] });
  });

  it('takes its players along, and what waits for it ends', async () => {
    const { commands, players, servers } = world.ports;
    const operator = await world.caller('owner');
    const ada = { characterId: 7, name: 'Ada', accountId: known.id, level: 1, map: 'meadow' };
    await players.noteJoined(known.id, [ada], world.clock.atUnixMs);
    const given = await switchVerb(world.ports, operator, known.id, {
      ...{ verb: 'trade', isOpen: false, reason: 'cheating' },
    });
    expect(given).toMatchObject({ ok: true });
    await removeServer(world.ports, operator, known.id);
    expect(await servers.list()).toEqual([]);
    expect(await players.page({ limit: 9 })).toMatchObject({ players: [], total: 0 });
    expect(world.feed.ended).toContain(`players of ${known.id}: all`);
    await register(world.ports, known.token, known.server, thiefsKey);
    expect(await commands.handOut(known.id, [], 9)).toEqual([]);
    await endOverdueCommands(world.ports);
    const [ended] = (await world.ports.audit.page({ limit: 9 })).filter(({ action }) =>
      action.startsWith('command.'),
    );
    expect(ended).toMatchObject({ outcome: 'refused', details: { state: 'timed-out' } });
  });

  it.each(['by hand', 'after half a year'])(
    'breaks off, and is done when it is done again: %s',
    async (way) => {
      const { players } = world.ports;
      const operator = await world.caller('owner');
      const ada = { characterId: 7, name: 'Ada', accountId: known.id, level: 1, map: 'meadow' };
      await players.noteJoined(known.id, [ada], world.clock.atUnixMs);
      if (way !== 'by hand') world.clock.atUnixMs += 181 * 24 * 3_600_000;
      const remove = () =>
        way === 'by hand'
          ? removeServer(world.ports, operator, known.id)
          : forgetOld(world.ports, { auditDays: 400 });
      const whole = players.removeServer.bind(players);
      players.removeServer = () => Promise.reject(new Error('the database is away'));
      await expect(remove()).rejects.toThrow('away');
      players.removeServer = whole;
      await remove();
      expect(await world.ports.servers.list()).toEqual([]);
      expect(await players.page({ limit: 9 })).toMatchObject({ players: [], total: 0 });
      expect(await newestAudit()).toMatchObject({ action: 'server.remove', outcome: 'done' });
    },
  );

  it('need not be, if nothing was heard of it for half a year', async () => {
    const { players, notes } = world.ports;
    const ada = { characterId: 7, name: 'Ada', accountId: known.id, level: 1, map: 'meadow' };
    await players.noteJoined(known.id, [ada], world.clock.atUnixMs);
    const note = { id: known.id, serverId: known.id, characterId: 7, text: 'sells what it does not own' };
    await notes.add({ ...note, actorId: known.id, actorName: 'mo' });
    world.clock.atUnixMs += 181 * 24 * 3_600_000;
    await forgetOld(world.ports, { auditDays: 400 });
    expect(await world.ports.servers.list()).toEqual([]);
    expect(await newestAudit()).toMatchObject({ actorName: 'housekeeping', action: 'server.remove' });
    // Of its players nothing stays either.
    expect(await players.page({ limit: 9 })).toMatchObject({ players: [], total: 0 });
    expect(await notes.about(known.id, 7)).toEqual([]);
    expect(world.feed.ended).toContain(`players of ${known.id}: all`);
  });
});
