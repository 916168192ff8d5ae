// The economy of a game server through the admin API: who may ask, what the server is asked, and what it is in the contract's words.

import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { AdminHttp, serverId } from '../../../support/admin/admin-http.js';
import { answerNext } from '../../../support/admin/as-game-server.js';

let http: AdminHttp;
let token: string;

beforeEach(async () => {
  http = await AdminHttp.start();
  token = await http.registerServer();
});
afterEach(() => http.stop());

const read = (cookie: string, url = '') =>
  http.ask('GET', `/api/v1/servers/${serverId}/economy${url}`, { cookie });
const applied = (document: object) => ({
  ...{ outcome: 'applied', players: 0, document: JSON.stringify(document) },
});

const economy = {
  ...{ entry: 90, behind: 1, of: 'coins', period: 'hours', firstUnix: 1_800_000_000 },
  kept: { hours: 192, days: 92, rolledUp: 5, dropped: 0 },
  flows: [[1_800_000_000, 'sell', 40, 0, 3]],
  census: {
    ...{ takenUnix: 1_800_000_060, entry: 89, unlisted: 2, unbalanced: [] as unknown[] },
    things: [
      ['coins', 40, 10, 25, 0, 0, 0, 5, 0],
      [12, 3, 0, 1, 1, 0, 1, 0, 0],
    ],
    shares: { holders: 3, coins: 25, top1: 0.5, top10: 0.5, gini: 0.25 },
  },
  breaches: { ever: 0, ofDay: 0, list: [] as unknown[] },
  items: [{ id: 12, key: 'bread', name: 'Bread' }],
};

describe('an answer that cannot be read here', () => {
  it.each([
    ['', 'economy'],
    ['/gains', 'gains'],
  ])('is told as that: %s', async (url, kind) => {
    const cookie = await http.logIn('admin');
    const [reply] = await Promise.all([
      read(cookie, url),
      answerNext(http, token, applied({ kinds: 'many', flows: 7 }), { kind }),
    ]);
    expect([reply.statusCode, reply.body]).toEqual([502, expect.stringContaining('unfit-answer')]);
  });
});

describe('the economy of a game server', () => {
  it('is what the server answers, by thing and by hour or day', async () => {
    const cookie = await http.logIn('moderator');
    const [reply] = await Promise.all([
      read(cookie),
      answerNext(http, token, applied(economy), { kind: 'economy', args: { of: -1, period: 'hours' } }),
    ]);
    expect(reply.statusCode).toBe(200);
    const at = '2027-01-15T08:00:00.000Z';
    expect(reply.json()).toEqual({
      ...{ state: 'balanced', entry: 90, behind: 1, of: 'coins', period: 'hours', first: at },
      kept: economy.kept,
      flows: [{ from: at, verb: 'sell', created: 40, destroyed: 0, moved: 3 }],
      census: {
        ...{ takenAt: '2027-01-15T08:01:00.000Z', entry: 89, unlisted: 2, unbalanced: [] },
        things: [
          {
            ...{ of: 'coins', created: 40, destroyed: 10, there: 30 },
            places: { carried: 25, bank: 0, buyBack: 0, ground: 0, letter: 5, market: 0 },
          },
          {
            ...{ of: '12', created: 3, destroyed: 0, there: 3 },
            places: { carried: 1, bank: 1, buyBack: 0, ground: 1, letter: 0, market: 0 },
          },
        ],
        shares: economy.census.shares,
      },
      ...{ breaches: economy.breaches, items: economy.items },
    });
    // It shows nothing of a player, and is asked for again and again.
    expect(await http.world.ports.audit.page({ limit: 9, action: 'command.economy' })).toEqual([]);
  });

  it.each([
    ['?of=items&period=days', { of: -4, period: 'days' }],
    ['?of=experience', { of: -2, period: 'hours' }],
    ['?of=skill', { of: -3, period: 'hours' }],
    ['?of=12', { of: 12, period: 'hours' }],
  ])('is asked for as %s', async (url, args) => {
    const cookie = await http.logIn('owner');
    const [reply] = await Promise.all([
      read(cookie, url),
      answerNext(http, token, applied(economy), { kind: 'economy', args }),
    ]);
    expect(reply.statusCode).toBe(200);
  });

  it.each([
    ['a thing does not add up', { census: { ...economy.census, unbalanced: [12] } }, 'unbalanced'],
    [
      'a verb did what it must not',
      {
        breaches: {
          ...{ ever: 1, ofDay: 1 },
          list: [{ entry: 5, tick: 4, storedUnix: null, verb: 'trade', of: 'coins', sum: 40 }],
        },
      },
      'unbalanced',
    ],
    ['nothing is counted yet', { census: null }, 'unknown'],
  ])('is no longer balanced when %s', async (_, part, state) => {
    const cookie = await http.logIn('admin');
    const [reply] = await Promise.all([
      read(cookie),
      answerNext(http, token, applied({ ...economy, ...part }), { kind: 'economy' }),
    ]);
    expect(reply.json()).toMatchObject({ state });
  });

  it('says so when there is no such server, it is away, or what is asked for cannot be', async () => {
    const cookie = await http.logIn('owner');
    const elsewhere = await http.ask('GET', `/api/v1/servers/${randomUUID()}/economy`, { cookie });
    expect(elsewhere.statusCode).toBe(404);
    for (const url of ['?of=gold', '?of=-1', '?of=0', '?of=9999999999', '?period=weeks', '?off=coins'])
      expect([url, (await read(cookie, url)).statusCode]).toEqual([url, 400]);
    await http.ask('POST', `/api/v1/servers/${serverId}/goodbye`, { token, payload: {} });
    for (const url of ['', '/gains']) {
      const reply = await read(cookie, url);
      expect([reply.statusCode, reply.json()]).toMatchObject([503, { error: { code: 'server-away' } }]);
    }
  });

  it('is read 120 times a minute by one account', async () => {
    const cookie = await http.logIn('moderator');
    const { attempts, accounts, clock } = http.world.ports;
    const id = (await accounts.findByName('moderator'))!.id;
    const tries = [{ key: `command-read:${id}`, limit: { attemptsMax: 120, windowMs: 60_000 } }];
    for (let i = 0; i < 120; i++) expect(await attempts.count(tries, clock.unixMs())).toBe(0);
    for (const url of ['', '/gains']) expect((await read(cookie, url)).statusCode).toBe(429);
  });

  it('is not for who only watches', async () => {
    const cookie = await http.logIn('viewer');
    for (const url of ['', '/gains']) expect((await read(cookie, url)).statusCode).toBe(403);
    expect(await http.world.ports.commands.page({ limit: 1 })).toEqual([]);
  });
});

describe('who gained far more than others', () => {
  it('is told by name where the directory has one, and in the audit log', async () => {
    const { ports, clock } = http.world;
    const ada = { characterId: 7, name: 'Ada', accountId: randomUUID(), level: 1, map: 'meadow' };
    await ports.players.noteJoined(serverId, [ada], clock.atUnixMs);
    const playerId = (await ports.players.page({ limit: 1 })).players[0]!.id;
    const cookie = await http.logIn('moderator');
    const list = [
      { character: 7, gained: 9_000, score: 40 },
      { character: 8, gained: 8_000, score: 35.5 },
    ];
    const kind = { kind: 'coins', gainers: 30, median: 20, mad: 4, floor: 1_000, count: 2 };
    const told = { kinds: [{ ...kind, list }], gainersLeast: 8, unnoted: 0 };
    const [reply] = await Promise.all([
      read(cookie, '/gains'),
      answerNext(http, token, applied(told), { kind: 'gains', args: {} }),
    ]);
    expect([reply.statusCode, reply.json()]).toEqual([
      200,
      {
        ...told,
        kinds: [
          {
            ...kind,
            list: [
              { characterId: 7, name: 'Ada', playerId, gained: 9_000, score: 40 },
              { characterId: 8, name: null, playerId: null, gained: 8_000, score: 35.5 },
            ],
          },
        ],
      },
    ]);
    const log = await ports.audit.page({ limit: 9, action: 'command.gains' });
    expect(log.map(({ actorName, target }) => [actorName, target])).toContainEqual([
      'moderator',
      `server:${serverId}`,
    ]);
  });
});
