// What a game server's last ticks did with their time, through the admin API.

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

const read = (cookie: string, query = '') =>
  http.ask('GET', `/api/v1/servers/${serverId}/ticks${query}`, { cookie });
const applied = (document: object) => ({
  outcome: 'applied',
  players: 0,
  document: JSON.stringify(document),
});
const ticks = {
  phases: [{ name: 'movement', part: 'systems', budgetUs: 900, sumUs: 20, mostUs: 12.5, p99Us: 12.5 }],
  ticksUs: [8, 13],
  longest: [{ at: 1, agoMs: 4, us: [12.5] }],
};

describe('the ticks of a game server', () => {
  it.each([
    ['', 10],
    ['?seconds=30', 30],
  ])('are what the server answers: %s', async (query, seconds) => {
    const cookie = await http.logIn('viewer');
    const [reply] = await Promise.all([
      read(cookie, query),
      answerNext(http, token, applied(ticks), { kind: 'ticks', args: { seconds } }),
    ]);
    expect(reply.statusCode).toBe(200);
    expect(reply.json()).toEqual({ seconds, ticksPerSecond: 60, ...ticks });
    // It shows nothing of a player, and is asked for again and again.
    expect(await http.world.ports.audit.page({ limit: 9, action: 'command.ticks' })).toEqual([]);
  });

  it('may have parts that this version has no word for', async () => {
    const cookie = await http.logIn('viewer');
    const phases = [{ ...ticks.phases[0], part: 'dreams' }];
    const [reply] = await Promise.all([
      read(cookie),
      answerNext(http, token, applied({ ...ticks, phases }), { kind: 'ticks' }),
    ]);
    expect(reply.json()).toMatchObject({ phases: [{ part: 'systems' }] });
  });

  it.each(['?seconds=0', '?seconds=31', '?seconds=ten', '?seconds=1.5', '?second=10'])(
    'are not told for %s',
    async (query) => {
      expect((await read(await http.logIn('owner'), query)).statusCode).toBe(400);
    },
  );

  const [phase, long] = [ticks.phases[0]!, ticks.longest[0]!];
  it.each([
    { ticksUs: 'many' },
    { ticksUs: [8, -13] },
    { phases: [{ ...phase, sumUs: -1 }] },
    { phases: [{ ...phase, budgetUs: -900 }] },
    { longest: [{ ...long, us: [-12.5] }] },
    { longest: [{ ...long, us: [] }] },
    { longest: [{ ...long, us: [12.5, 1] }] },
    { longest: [{ ...long, at: 2 }] },
    { longest: [{ ...long, at: -1 }] },
    { longest: [{ ...long, at: 0.5 }] },
    { longest: [{ ...long, agoMs: -1 }] },
    { longest: [{ ...long, agoMs: 9e15 }] },
  ])('are told as unfit when they are something else: %j', async (part) => {
    const cookie = await http.logIn('viewer');
    const [reply] = await Promise.all([
      read(cookie),
      answerNext(http, token, applied({ ...ticks, ...part }), { kind: 'ticks' }),
    ]);
    expect([reply.statusCode, reply.body]).toEqual([502, expect.stringContaining('unfit-answer')]);
  });
});
