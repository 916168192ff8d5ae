// A player is erased through the admin API: who may, what is asked for, and what is left of it.

import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { proposalsOfAccountMax } from '#ports/admin/operations/proposal-store.js';
import { AdminHttp, serverId } from '../../../support/admin/admin-http.js';
import { answerNext, tellDirectory } from '../../../support/admin/as-game-server.js';

let http: AdminHttp;
let token: string;
let playerId: string;
const accountId = randomUUID();

beforeEach(async () => {
  http = await AdminHttp.start();
  token = await http.registerServer();
  const { ports, clock } = http.world;
  const ada = { characterId: 7, name: 'Adalind', accountId, level: 1, map: 'meadow' };
  await ports.players.noteJoined(serverId, [ada], clock.atUnixMs);
  playerId = (await ports.players.page({ limit: 1 })).players[0]!.id;
});
afterEach(() => http.stop());

const post = (url: string, payload: object) =>
  http.ask('POST', `/api/v1/servers/${serverId}/${url}`, { payload, token });
const wish = { name: 'Adalind', reason: 'asked for it' };
const erase = (cookie: string, payload: object = wish, id = playerId) =>
  http.ask('POST', `/api/v1/players/${id}/erase`, { cookie, payload });

const answer = (part: object, args: object = { characterId: 7, name: 'Adalind' }) =>
  answerNext(http, token, part, { args });
const tell = (number: number, part: object) => tellDirectory(http, token, number, part);

const receipt = 'a'.repeat(64);
const erased = [{ characterId: 7, createdAtUnixMs: 500, receipt }];
const told = {
  ...{ characterId: 7, characterName: 'Adalind', accountId, level: 1, map: 'meadow', playedSeconds: 1 },
  ...{ createdAtUnixMs: 500, savedAtUnixMs: 800 },
};
const done = { outcome: 'applied', players: 1 };

async function eraseWhole(cookie: string, number = 1) {
  const [reply] = await Promise.all([
    erase(cookie),
    answer(done).then(() => tell(number, { gone: [7], erased })),
  ]);
  return reply;
}

const names = async () => (await http.world.ports.players.page({ limit: 9 })).players.map(({ name }) => name);

async function allThatIsKept(): Promise<string> {
  const { ports } = http.world;
  const kept = [
    await ports.players.page({ limit: 100 }),
    await ports.audit.page({ limit: 1_000 }),
    await ports.commands.page({ limit: 1_000 }),
  ];
  return JSON.stringify(kept);
}

describe('the erasure of a player', () => {
  it('is done by its server, and leaves nothing but who did it to which number', async () => {
    const cookie = await http.logIn('admin');
    const kicked = http.ask('POST', `/api/v1/players/${playerId}/kick`, {
      ...{ cookie, payload: { reason: 'noise', message: 'bye, Adalind' } },
    });
    await Promise.all([kicked, answer({ outcome: 'refused', reason: 'not-here' })]);
    await http.world.ports.audit.append({
      ...{ atUnixMs: 0, actorId: undefined, actorName: 'logins', action: 'connect-token.issue' },
      ...{ outcome: 'done', target: `player-account:${accountId}`, address: '::1', requestId: '1' },
      details: { characterName: 'ADALIND', serverId },
    });
    expect((await eraseWhole(cookie)).statusCode).toBe(204);
    const kept = await allThatIsKept();
    expect(kept.toLowerCase()).not.toContain('adalind');
    expect(kept).not.toContain(accountId);
    const log = await http.world.ports.audit.page({ limit: 9, target: `player:${playerId}` });
    expect(log.map(({ action, actorName, outcome }) => [action, actorName, outcome])).toEqual([
      ['command.erase', 'admin', 'done'],
      ['command.erase', 'admin', 'done'],
      ['command.kick', 'admin', 'refused'],
      ['command.kick', 'admin', 'done'],
    ]);
    expect(log[1]!.details).toMatchObject({ why: 'asked for it', args: { characterId: 7 } });
    const exported = await http.ask('GET', `/api/v1/players/${playerId}/export`, { cookie });
    expect(exported.statusCode).toBe(404);
  });

  it('reaches what was done to it before its server was removed from the list and came back', async () => {
    const cookie = await http.logIn('owner');
    const muted = { reason: 'noise', message: 'hush, Adalind', seconds: 60 };
    const mute = await http.ask('POST', `/api/v1/players/${playerId}/mute`, { cookie, payload: muted });
    expect(mute.statusCode).toBe(201);
    const much = { reason: 'lost', coins: 5_000 };
    for (let i = 0; i <= proposalsOfAccountMax; i++)
      await http.ask('POST', `/api/v1/players/${playerId}/grant-coins`, { cookie, payload: much });
    const removed = await http.ask('DELETE', `/api/v1/servers/${serverId}`, { cookie });
    expect(removed.statusCode).toBe(204);
    token = await http.registerServer();
    await tell(1, { characters: [told] });
    const formerId = playerId;
    playerId = (await http.world.ports.players.page({ limit: 1 })).players[0]!.id;
    expect(playerId).not.toBe(formerId);
    expect((await eraseWhole(cookie, 2)).statusCode).toBe(204);
    const kept = await allThatIsKept();
    expect(kept.toLowerCase()).not.toContain('adalind');
    expect(kept).not.toContain(accountId);
  });

  describe('that was ordered before its server was removed from the list and came back', () => {
    let cookie: string;
    let ordered: Promise<unknown>;
    const orders = async () =>
      (await http.world.ports.audit.page({ limit: 99, action: 'player.forget' })).length;

    beforeEach(async () => {
      cookie = await http.logIn('owner');
      // Handed out, and not answered before the server is gone.
      ordered = erase(cookie);
      for (let handed = false; !handed; await new Promise((resolve) => setTimeout(resolve, 10))) {
        const reply = await post('commands/fetch', { known: [], waitSeconds: 0 });
        handed = reply.json<{ commands: unknown[] }>().commands.length > 0;
      }
      expect((await http.ask('DELETE', `/api/v1/servers/${serverId}`, { cookie })).statusCode).toBe(204);
      token = await http.registerServer();
    });

    afterEach(async () => {
      const { commands } = http.world.ports;
      for (const { id } of await commands.page({ kind: 'erase', limit: 1 }))
        await commands.conclude(serverId, id, { outcome: 'interrupted' });
      await ordered;
    });

    it('is an order: the log keeps nothing, and nobody is listed again', async () => {
      await tell(1, { characters: [told] });
      expect(await names()).toEqual(['Adalind']);
      await tell(2, { gone: [7], erased });
      expect((await allThatIsKept()).toLowerCase()).not.toContain('adalind');
      expect(await orders()).toBe(0);
      await tell(3, { characters: [told] });
      expect(await names()).toEqual([]);
      // Once.
      const other = { ...told, createdAtUnixMs: 501 };
      await tell(4, { characters: [other] });
      await tell(5, { gone: [7], erased: [{ ...erased[0], createdAtUnixMs: 501 }] });
      expect(await orders()).toBe(1);
    });

    it('is an order also when the directory has not heard of the player again', async () => {
      await http.world.ports.audit.append({
        ...{ atUnixMs: 0, actorId: undefined, actorName: 'logins', action: 'connect-token.issue' },
        ...{ outcome: 'done', target: `player-account:${accountId}`, address: '::1', requestId: '1' },
        details: { characterName: 'Adalind', serverId },
      });
      await tell(1, { gone: [7], erased });
      const kept = await allThatIsKept();
      expect(kept.toLowerCase()).not.toContain('adalind');
      expect(kept).not.toContain(accountId);
      expect(await orders()).toBe(0);
      await tell(2, { characters: [told] });
      expect(await names()).toEqual([]);
    });
  });

  it('reaches what happened lately', async () => {
    const cookie = await http.logIn('owner');
    const left = [{ characterId: 7, characterName: 'Adalind', level: 1, playedSeconds: 5 }];
    await post('players', { left });
    const recent = async () => (await http.ask('GET', '/api/v1/events/recent', { cookie })).body;
    expect(await recent()).toContain('Adalind');
    await eraseWhole(cookie);
    expect(await recent()).not.toContain('Adalind');
    await post('players', { left });
    expect(await recent()).not.toContain('Adalind');
  });

  it('asked for once more is done, and nobody asks the server', async () => {
    const cookie = await http.logIn('owner');
    await eraseWhole(cookie);
    const before = await http.world.ports.commands.page({ limit: 9 });
    await post('goodbye', {});
    expect((await erase(cookie)).statusCode).toBe(204);
    expect(await http.world.ports.commands.page({ limit: 9 })).toHaveLength(before.length);
    expect((await erase(cookie, wish, randomUUID())).statusCode).toBe(404);
  });

  it.each(['moderator', 'viewer'] as const)('is not for a %s', async (role) => {
    expect((await erase(await http.logIn(role))).statusCode).toBe(403);
    expect(await http.world.ports.commands.page({ limit: 1 })).toEqual([]);
  });

  it('wants the name to the letter, and a reason', async () => {
    const cookie = await http.logIn('owner');
    for (const name of ['adalind', 'Bob']) {
      const reply = await erase(cookie, { ...wish, name });
      expect([reply.statusCode, reply.json<{ error: { code: string } }>().error.code]).toEqual([
        409,
        'name-differs',
      ]);
    }
    for (const payload of [
      { name: 'Adalind' },
      { reason: 'x' },
      { ...wish, more: 1 },
      { ...wish, reason: ' ' },
    ])
      expect((await erase(cookie, payload)).statusCode).toBe(400);
    expect(await http.world.ports.commands.page({ limit: 1 })).toEqual([]);
    expect(JSON.stringify(await http.world.ports.audit.page({ limit: 9 }))).not.toContain('dalind');
  });

  it('says so when the server is away, knows nobody of that name, or could not finish', async () => {
    const cookie = await http.logIn('owner');
    const cases = [
      [{ outcome: 'refused', reason: 'not-here' }, 409, 'character-not-there'],
      [{ outcome: 'refused', reason: 'unfinished' }, 503, 'erasure-unfinished'],
      [{ outcome: 'interrupted' }, 503, 'erasure-unfinished'],
      [{ outcome: 'refused', reason: 'failed' }, 503, 'server-away'],
    ] as const;
    for (const [part, status, code] of cases) {
      const [reply] = await Promise.all([erase(cookie), answer(part)]);
      expect(reply.statusCode).toBe(status);
      expect(reply.json()).toMatchObject({ error: { code } });
    }
    await post('goodbye', {});
    const reply = await erase(cookie);
    expect([reply.statusCode, reply.json<{ error: { code: string } }>().error.code]).toEqual([
      503,
      'server-away',
    ]);
    expect(await http.world.ports.players.erasureOf(playerId)).toBeUndefined();
  });

  it('outlives the restore of an older game file: the server is told its receipt again, and the directory takes nobody', async () => {
    const cookie = await http.logIn('owner');
    await eraseWhole(cookie);
    const again = { ...told, characterId: 8, characterName: 'Bob', accountId: randomUUID() };
    expect(await tell(2, { characters: [told, again] })).toEqual({ taken: true, eraseAgain: erased });
    expect(await names()).toEqual(['Bob']);
    // Another one who got its number in that older file is not it.
    const other = { ...told, characterName: 'Eve', createdAtUnixMs: 501 };
    expect(await tell(3, { characters: [other] })).toEqual({ taken: true, eraseAgain: [] });
    expect(await names()).toEqual(['Bob', 'Eve']);
  });

  describe('that nobody ordered', () => {
    const issue = (on: string) =>
      http.world.ports.audit.append({
        ...{ atUnixMs: 0, actorId: undefined, actorName: 'logins', action: 'connect-token.issue' },
        ...{ outcome: 'done', target: `player-account:${accountId}`, address: '::1', requestId: '1' },
        details: { characterName: 'Adalind', serverId: on },
      });
    const forgotten = async () =>
      (await http.world.ports.audit.page({ limit: 99, action: 'player.forget' })).map(
        ({ actorName, outcome, target, address, details }) => ({
          ...{ actorName, outcome, target, address, details },
        }),
      );

    it('changes nothing that the audit log says of other servers, and is in it', async () => {
      const elsewhere = randomUUID();
      for (const on of [serverId, elsewhere]) await issue(on);
      await tell(1, { characters: [told] });
      await tell(2, { gone: [7], erased });
      const issued = await http.world.ports.audit.page({ limit: 9, action: 'connect-token.issue' });
      expect(issued.map(({ target }) => target)).toEqual([
        `player-account:${accountId}`,
        'player-account:erased',
      ]);
      expect(issued[0]!.details).toEqual({ characterName: 'Adalind', serverId: elsewhere });
      const why = 'the server told it, and nobody here had ordered it';
      expect(await forgotten()).toEqual([
        {
          ...{ actorName: `server:${serverId}`, outcome: 'done', target: `server:${serverId}` },
          ...{ address: '127.0.0.1' },
          details: { token: 'test', tokenId: expect.any(String), characters: 1, characterIds: [7], why },
        },
      ]);
      // With every telling of all they come again.
      await tell(3, { gone: [7], erased });
      expect(await forgotten()).toHaveLength(1);
    });

    it('is an order from when somebody orders it: it is done, and nobody is listed again', async () => {
      await tell(1, { characters: [told] });
      await tell(2, { gone: [7], erased });
      await tell(3, { characters: [told] });
      playerId = (await http.world.ports.players.page({ limit: 1 })).players[0]!.id;
      const cookie = await http.logIn('owner');
      expect((await eraseWhole(cookie, 4)).statusCode).toBe(204);
      await tell(5, { characters: [told] });
      expect(await names()).toEqual([]);
      expect((await erase(cookie)).statusCode).toBe(204);
    });

    it("is nobody's order: whoever has the token neither has it told back nor takes the character off the list", async () => {
      await tell(1, { characters: [told] });
      // Without a receipt, as servers of before tell it.
      await tell(2, { erased: [{ characterId: 7, createdAtUnixMs: 500 }] });
      expect(await tell(3, { characters: [told] })).toEqual({ taken: true, eraseAgain: [] });
      expect(await names()).toEqual(['Adalind']);
    });

    it.each(['owner', '(at the machine)', 'housekeeping'])(
      'is by the server and its id, and not by %s, which it calls itself',
      async (name) => {
        expect((await http.introduce(token, serverId, { name })).statusCode).toBe(200);
        await tell(1, { erased });
        expect(await forgotten()).toMatchObject([{ actorName: `server:${serverId}` }]);
        const cookie = await http.logIn('owner');
        const asked = await http.ask('GET', `/api/v1/audit?actor=${encodeURIComponent(name)}`, { cookie });
        const actions = asked.json<{ entries: { action: string }[] }>().entries.map(({ action }) => action);
        expect(actions.filter((action) => /^(?:player\.forget|server\.)/.test(action))).toEqual([]);
      },
    );

    it('has the first receipt of what was remembered without one, and says nothing again', async () => {
      await tell(1, { erased: [{ characterId: 7, createdAtUnixMs: 500 }], gone: [7] });
      await tell(2, { erased, gone: [7] });
      expect(await forgotten()).toHaveLength(1);
      const other = [{ ...erased[0], receipt: 'b'.repeat(64) }];
      await tell(3, { erased: other, gone: [7] });
      expect((await tell(4, { characters: [told] })).eraseAgain).toEqual([...erased, ...other]);
    });

    it('leaves a character on the list whose ordered erasure the server refused', async () => {
      const cookie = await http.logIn('owner');
      await Promise.all([erase(cookie), answer({ outcome: 'refused', reason: 'not-here' })]);
      await tell(1, { erased });
      expect(await forgotten()).toHaveLength(1);
      await tell(2, { characters: [told] });
      expect(await names()).toEqual(['Adalind']);
    });

    it('is in it also for a number that was erased before and is somebody again', async () => {
      await eraseWhole(await http.logIn('owner'));
      expect(await forgotten()).toEqual([]);
      const joined = [{ characterId: 7, characterName: 'Victim', accountId, level: 1, map: 'meadow' }];
      await post('players', { joined });
      await tell(2, { gone: [7], erased });
      expect(await forgotten()).toMatchObject([{ outcome: 'done', details: { characterIds: [7] } }]);
    });

    it('is remembered of ten thousand of one server, and taken as part of what it may tell', async () => {
      const many = (from: number) =>
        Array.from({ length: 500 }, (_, i) => ({ characterId: from + i, createdAtUnixMs: 1 }));
      let number = 0;
      for (let from = 100; number < 21; from += 500) await tell(++number, { erased: many(from) });
      expect(await http.world.ports.players.countErased(serverId)).toBe(10_000);
      expect((await forgotten())[0]).toMatchObject({
        outcome: 'refused',
        details: { characters: 500, why: 'more than 10000 of one server' },
      });
      // What an operator orders is done all the same.
      expect((await eraseWhole(await http.logIn('owner'), ++number)).statusCode).toBe(204);
      expect(await http.world.ports.players.countErased(serverId)).toBe(10_001);
      await expect(async () => {
        for (;;) await tell(++number, { erased: many(1) });
      }).rejects.toThrow(/429/);
    });
  });

  it('is told of one twice in a batch, once more than needed', async () => {
    const cookie = await http.logIn('owner');
    const twice = [...erased, ...erased];
    await Promise.all([erase(cookie), answer(done).then(() => tell(1, { gone: [7, 7], erased: twice }))]);
    expect(await http.world.ports.players.countErased(serverId)).toBe(1);
  });
});

describe('a batch that does not follow', () => {
  const forgets = async () =>
    (await http.world.ports.audit.page({ limit: 100, action: 'player.forget' })).length;

  it('erases nobody, and leaves nothing in the log', async () => {
    await tell(1, { characters: [told] });
    await http.world.ports.audit.append({
      ...{ atUnixMs: 0, actorId: undefined, actorName: 'logins', action: 'connect-token.issue' },
      ...{ outcome: 'done', target: `player-account:${accountId}`, address: '::1', requestId: '1' },
      details: { characterName: 'Adalind', serverId },
    });
    const before = await allThatIsKept();
    for (let i = 1; i <= 20; i++) {
      const one = { characterId: i, createdAtUnixMs: 1 };
      const part = { telling: 'e'.repeat(32), mark: 'd'.repeat(32), previous: 'c'.repeat(32) };
      expect((await tell(5, { ...part, erased: [one] })).taken).toBe(false);
    }
    expect(await forgets()).toBe(0);
    expect(await http.world.ports.players.countErased(serverId)).toBe(0);
    expect(await allThatIsKept()).toBe(before);
  });

  it('is told from one that does, whose erasures are remembered and in the log', async () => {
    expect((await tell(1, { erased: [{ characterId: 1, createdAtUnixMs: 1 }] })).taken).toBe(true);
    expect(await forgets()).toBe(1);
    expect(await http.world.ports.players.countErased(serverId)).toBe(1);
  });
});
