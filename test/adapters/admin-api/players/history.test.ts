// Pages of the journal through the admin API: who may read them, what is asked of the server, who is named in the answer.

import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { AdminHttp, serverId } from '../../../support/admin/admin-http.js';
import { answerNext } from '../../../support/admin/as-game-server.js';

let http: AdminHttp;
let token: string;
let playerId: string;

beforeEach(async () => {
  http = await AdminHttp.start();
  token = await http.registerServer();
  const { ports, clock } = http.world;
  const ada = { characterId: 7, name: 'Ada', accountId: randomUUID(), level: 1, map: 'meadow' };
  await ports.players.noteJoined(serverId, [ada], clock.atUnixMs);
  playerId = (await ports.players.page({ limit: 1 })).players[0]!.id;
});
afterEach(() => http.stop());

const read = (cookie: string, url: string) => http.ask('GET', `/api/v1/${url}`, { cookie });
const values = {
  ...{ verb: 'trade', character: 7, counterpart: 9, command: 3, instance: 12, item: 2, amount: 0, after: 4 },
  ...{ holder: 'inventory', owner: 9, slot: 1, fromHolder: 'letter', fromOwner: 7, fromSlot: 0 },
};
const page = {
  entries: [
    { number: 40, tick: 9, kind: 'stackChanged', values, storedUnix: 1_800_000_000, partners: [] },
    {
      ...{ number: 30, tick: 8, kind: 'stackChanged', values, storedUnix: null },
      partners: [{ stack: 11, amount: -4, after: 0 }],
    },
  ],
  ...{ more: false, keptFrom: 1, items: [{ id: 2, key: 'bread', name: 'Bread' }] },
};
const applied = { outcome: 'applied', players: 0, document: JSON.stringify(page) };

describe('the history of a stack', () => {
  it('is what its server answers, with the names of those that the directory lists', async () => {
    const cookie = await http.logIn('moderator');
    const [reply] = await Promise.all([
      read(cookie, `servers/${serverId}/stacks/12/history?before=50&limit=2`),
      answerNext(http, token, applied, { kind: 'stackHistory', args: { stack: 12, before: 50, limit: 2 } }),
    ]);
    expect(reply.statusCode).toBe(200);
    expect(reply.json()).toEqual({
      entries: [
        { number: 40, tick: 9, at: '2027-01-15T08:00:00.000Z', kind: 'stackChanged', values, partners: [] },
        { number: 30, tick: 8, at: null, kind: 'stackChanged', values, partners: page.entries[1]!.partners },
      ],
      ...{ more: false, keptFrom: 1, items: page.items },
      characters: [{ characterId: 7, name: 'Ada', playerId }],
    });
    const log = await http.world.ports.audit.page({ limit: 9, action: 'command.stackHistory' });
    expect(log.map(({ actorName, target }) => [actorName, target])).toContainEqual([
      'moderator',
      `server:${serverId}`,
    ]);
  });

  it('says so when there is no such server, it is away, or what is asked for cannot be', async () => {
    const cookie = await http.logIn('owner');
    expect((await read(cookie, `servers/${randomUUID()}/stacks/12/history`)).statusCode).toBe(404);
    for (const url of [
      'stacks/0/history',
      'stacks/x/history',
      'stacks/9/history?limit=101',
      'stacks/9/history?before=-1',
    ])
      expect([url, (await read(cookie, `servers/${serverId}/${url}`)).statusCode]).toEqual([url, 400]);
    await http.ask('POST', `/api/v1/servers/${serverId}/goodbye`, { token, payload: {} });
    const reply = await read(cookie, `servers/${serverId}/stacks/12/history`);
    expect([reply.statusCode, reply.json()]).toMatchObject([503, { error: { code: 'server-away' } }]);
    expect(await http.world.ports.commands.page({ limit: 1 })).toEqual([]);
  });
});

describe('the ledger of a player', () => {
  it('is what its server answers for its character', async () => {
    const cookie = await http.logIn('admin');
    const args = { characterId: 7, name: 'Ada', before: null, limit: 50 };
    const [reply] = await Promise.all([
      read(cookie, `players/${playerId}/ledger`),
      answerNext(http, token, applied, { kind: 'playerLedger', args }),
    ]);
    expect(reply.statusCode).toBe(200);
    expect(reply.json()).toMatchObject({ entries: [{ number: 40 }, { number: 30 }], more: false });
  });

  it('says so when the server does not know the character, or there is no such player', async () => {
    const cookie = await http.logIn('admin');
    const [reply] = await Promise.all([
      read(cookie, `players/${playerId}/ledger`),
      answerNext(http, token, { outcome: 'refused', reason: 'not-here' }, { kind: 'playerLedger' }),
    ]);
    expect([reply.statusCode, reply.json()]).toMatchObject([409, { error: { code: 'character-not-there' } }]);
    expect((await read(cookie, `players/${randomUUID()}/ledger`)).statusCode).toBe(404);
  });

  it('goes with what the player owns now', async () => {
    const cookie = await http.logIn('moderator');
    const owned = {
      ...{ coins: 10, experience: 0, items: page.items },
      stacks: [{ stack: 12, item: 2, count: 4, holder: 'inventory', slot: 1, wear: 0, isBound: false }],
    };
    const [reply] = await Promise.all([
      read(cookie, `players/${playerId}/possessions`),
      answerNext(
        http,
        token,
        { outcome: 'applied', players: 1, document: JSON.stringify(owned) },
        { kind: 'possessions', args: { characterId: 7, name: 'Ada' } },
      ),
    ]);
    // A server of before tells nothing of these.
    expect([reply.statusCode, reply.json()]).toEqual([200, { ...owned, professions: [], quests: [] }]);
    await http.ask('POST', `/api/v1/servers/${serverId}/goodbye`, { token, payload: {} });
    expect((await read(cookie, `players/${playerId}/possessions`)).statusCode).toBe(503);
  });

  it('is read 120 times a minute by one account, who can act all the same', async () => {
    const cookie = await http.logIn('moderator');
    const { attempts, accounts, clock } = http.world.ports;
    const id = (await accounts.findByName('moderator'))!.id;
    const tries = [{ key: `command-read:${id}`, limit: { attemptsMax: 120, windowMs: 60_000 } }];
    for (let i = 0; i < 120; i++) expect(await attempts.count(tries, clock.unixMs())).toBe(0);
    const reply = await read(cookie, `players/${playerId}/ledger`);
    expect([reply.statusCode, reply.headers['retry-after']]).toEqual([429, expect.any(String)]);
    const heal = { cookie, payload: { reason: 'stuck' } };
    expect((await http.ask('POST', `/api/v1/players/${playerId}/heal`, heal)).statusCode).toBe(202);
  });

  it('is not for who only watches', async () => {
    const cookie = await http.logIn('viewer');
    for (const url of [`players/${playerId}/ledger`, `servers/${serverId}/stacks/12/history`])
      expect((await read(cookie, url)).statusCode).toBe(403);
    expect(await http.world.ports.commands.page({ limit: 1 })).toEqual([]);
  });
});
