// What operators do to one player, through the admin API: what each command takes. How much one person gives, or takes away, alone
// is proposals.test's, but for what counts as that.

import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { endOverdueCommands } from '#application/admin/operations/end-commands.js';
import { aloneLimit } from '#application/admin/operations/move-or-propose.js';
import { accountLimit, commandLifeMs } from '#application/admin/operations/give-command.js';
import { answerSlackMs } from '#ports/admin/operations/command-store.js';
import { AdminHttp, serverId } from '../../../support/admin/admin-http.js';

let http: AdminHttp;
let token: string;
let playerId: string;
let cookie: string;

beforeEach(async () => {
  http = await AdminHttp.start();
  token = await http.registerServer();
  const { ports, clock } = http.world;
  const ada = { characterId: 7, name: 'Ada', accountId: randomUUID(), level: 1, map: 'meadow' };
  await ports.players.noteJoined(serverId, [ada], clock.atUnixMs);
  playerId = (await ports.players.page({ limit: 1 })).players[0]!.id;
  cookie = await http.logIn('admin');
});
afterEach(() => http.stop());

const why = { reason: 'lost by our fault' };
const give = (what: string, payload: object) =>
  http.ask('POST', `/api/v1/players/${playerId}/${what}`, { payload: { ...why, ...payload }, cookie });
const ofServer = async (known: readonly string[] = []) => {
  const payload = { known, waitSeconds: 0 };
  const url = `/api/v1/servers/${serverId}/commands/fetch`;
  const reply = await http.ask('POST', url, { payload, token });
  return reply.json<{ commands: { id: string; kind: string; args: object }[] }>().commands;
};
const answerAll = async (answer: object) => {
  const payload = { answers: (await ofServer()).map(({ id }) => ({ id, ...answer })) };
  const url = `/api/v1/servers/${serverId}/commands/answers`;
  expect((await http.ask('POST', url, { payload, token })).statusCode).toBe(204);
};
const nextMinute = async () => {
  http.world.clock.atUnixMs += accountLimit.windowMs;
  cookie = await http.logIn('admin');
};
const lastAudited = async () => (await http.world.ports.audit.page({ limit: 1, action: 'command' }))[0];

describe('what is done to a player', () => {
  it('reaches its server with the player’s number and name', async () => {
    const wishes: readonly (readonly [string, string, object])[] = [
      ['grant-items', 'grantItems', { item: 'rusty-sword', units: 2 }],
      ['grant-coins', 'grantCoins', { coins: 1_000 }],
      ['seize-items', 'seizeItems', { instance: 12_345, units: 1 }],
      ['seize-coins', 'seizeCoins', { coins: 1_000 }],
      ['heal', 'heal', {}],
      ['teleport', 'teleport', { map: 'meadow', x: 3.5, y: 0 }],
    ];
    for (const [route, , more] of wishes) expect((await give(route, more)).statusCode).toBe(202);
    expect(await ofServer()).toMatchObject(
      wishes.map(([, kind, more]) => ({ kind, args: { characterId: 7, name: 'Ada', ...more } })),
    );
    expect(await lastAudited()).toMatchObject({
      ...{ action: 'command.teleport', target: `player:${playerId}`, outcome: 'done' },
      details: { why: why.reason, args: { map: 'meadow', x: 3.5, y: 0 } },
    });
  });

  it('is refused where it could mean nothing, and says which field', async () => {
    const faulty: readonly (readonly [string, object, string])[] = [
      ['grant-items', { item: 'Rusty Sword', units: 1 }, 'item'],
      ['grant-items', { item: 'rusty-sword', units: 0 }, 'units'],
      ['grant-coins', { coins: 1.5 }, 'coins'],
      ['seize-items', { instance: 2 ** 53, units: 1 }, 'instance'],
      ['teleport', { map: 'meadow', x: -1, y: 1 }, 'x'],
      ['heal', { reason: '' }, 'reason'],
    ];
    for (const [route, payload, field] of faulty) {
      const reply = await give(route, payload);
      const { fields } = reply.json<{ error: { fields: { path: string }[] } }>().error;
      expect([route, reply.statusCode, fields.map(({ path }) => path)]).toEqual([route, 400, [field]]);
    }
    expect(await ofServer()).toEqual([]);
  });
});

describe('one person', () => {
  it.each(['interrupted', 'refused: unfinished', 'refused: failed', 'unanswered'])(
    'has given what may have come: %s',
    async (end) => {
      const taken: string[] = [];
      for (let i = 0; i < aloneLimit.attemptsMax; i++) {
        await nextMinute();
        expect((await give('grant-coins', { coins: 1 })).statusCode).toBe(202);
        const [outcome, reason] = end.split(': ');
        if (end === 'unanswered') taken.push(...(await ofServer(taken)).map(({ id }) => id));
        else await answerAll({ outcome, reason });
      }
      await nextMinute();
      await endOverdueCommands(http.world.ports);
      expect((await give('grant-coins', { coins: 1 })).json()).toMatchObject({ state: 'proposed' });
    },
  );

  it('is not told that they gave enough by what nobody got', async () => {
    const nobody = `/api/v1/players/${randomUUID()}/grant-coins`;
    const ways: readonly (() => Promise<unknown>)[] = [
      async () => {
        const reply = await http.ask('POST', nobody, { payload: { ...why, coins: 1 }, cookie });
        expect(reply.statusCode).toBe(404);
      },
      async () => {
        expect((await give('grant-items', { item: 'bread', units: 1 })).statusCode).toBe(202);
        await answerAll({ outcome: 'refused', reason: 'no-room' });
      },
      // Its server is away.
      async () => {
        await give('grant-coins', { coins: 1 });
        http.world.clock.atUnixMs += commandLifeMs;
        await endOverdueCommands(http.world.ports);
      },
      // It says so a while later.
      async () => {
        await give('grant-coins', { coins: 1 });
        await ofServer();
        http.world.clock.atUnixMs += commandLifeMs + answerSlackMs;
        await endOverdueCommands(http.world.ports);
        await answerAll({ outcome: 'refused', reason: 'too-late' });
      },
    ];
    for (const way of ways)
      for (let i = 0; i < aloneLimit.attemptsMax; i++) {
        await nextMinute();
        await way();
      }
    expect((await give('grant-coins', { coins: 1 })).json()).toMatchObject({ state: 'queued' });
  });

  it('gives no more by asking for all of it at once', async () => {
    const all = await Promise.all(
      Array.from({ length: aloneLimit.attemptsMax + 5 }, () => give('grant-coins', { coins: 1 })),
    );
    const states = all.map((reply) => reply.json<{ state: string }>().state);
    expect(states.filter((state) => state === 'queued')).toHaveLength(aloneLimit.attemptsMax);
    expect(states.filter((state) => state === 'proposed')).toHaveLength(5);
  });
});
