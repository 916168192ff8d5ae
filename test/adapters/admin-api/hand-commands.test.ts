// What operators do to one player, through the admin API: what each command takes, and how much one person gives alone.

import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { giveAloneLimit, giveAloneMax } from '#application/admin/operations/give-alone.js';
import { accountLimit } from '#application/admin/operations/give-command.js';
import { AdminHttp, serverId } from '../../support/admin/admin-http.js';

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
const ofServer = async () => {
  const payload = { known: [], waitSeconds: 0 };
  const url = `/api/v1/servers/${serverId}/commands/fetch`;
  const reply = await http.ask('POST', url, { payload, token });
  return reply.json<{ commands: { kind: string; args: object }[] }>().commands;
};
const lastAudited = async () => (await http.world.ports.audit.page({ limit: 1, action: 'command' }))[0];

describe('what is done to a player', () => {
  it('reaches its server with the player’s number and name', async () => {
    const wishes: readonly (readonly [string, string, object])[] = [
      ['grant-items', 'grantItems', { item: 'rusty-sword', units: 2 }],
      ['grant-coins', 'grantCoins', { coins: 1_000 }],
      ['seize-items', 'seizeItems', { instance: 12_345, units: 1 }],
      ['seize-coins', 'seizeCoins', { coins: 5_000_000 }],
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
  it('gives no more at once than they may alone, and takes away as much as there is', async () => {
    expect((await give('grant-items', { item: 'bread', units: giveAloneMax.units + 1 })).statusCode).toBe(
      400,
    );
    expect((await give('grant-coins', { coins: giveAloneMax.coins + 1 })).statusCode).toBe(400);
    expect((await give('seize-coins', { coins: giveAloneMax.coins + 1 })).statusCode).toBe(202);
  });

  it('gives so often a day, whatever it is, and is told when again', async () => {
    const { clock } = http.world;
    for (let i = 0; i < giveAloneLimit.attemptsMax; i++) {
      clock.atUnixMs += accountLimit.windowMs;
      cookie = await http.logIn('admin');
      const reply = await (i % 2 === 0
        ? give('grant-coins', { coins: 1 })
        : give('grant-items', { item: 'bread', units: 1 }));
      expect([i, reply.statusCode]).toEqual([i, 202]);
      await ofServer();
    }
    const refusal = await give('grant-coins', { coins: 1 });
    expect(refusal.statusCode).toBe(429);
    expect(Number(refusal.headers['retry-after'])).toBeGreaterThan(80_000);
    expect(await lastAudited()).toMatchObject({
      ...{ action: 'command.grantCoins', outcome: 'refused' },
      details: { reason: 'gave-enough', args: { coins: 1 } },
    });
    // What takes away, or helps, is none of it.
    expect((await give('heal', {})).statusCode).toBe(202);
  });
});
