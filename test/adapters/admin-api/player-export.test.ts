// A player's export through the admin API: who may have it, what is in it, and what is said when the game server is away.

import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { AdminHttp, serverId } from '../../support/admin/admin-http.js';

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

const post = (url: string, payload: object) =>
  http.ask('POST', `/api/v1/servers/${serverId}/${url}`, { payload, token });
const exported = (cookie: string, id = playerId) =>
  http.ask('GET', `/api/v1/players/${id}/export`, { cookie });

/** As the game server answers the next command. */
async function answer(part: object): Promise<void> {
  for (;;) {
    const reply = await post('commands/fetch', { known: [], waitSeconds: 0 });
    const { commands } = reply.json<{ commands: { id: string; kind: string; args: object }[] }>();
    const [command] = commands;
    if (command === undefined) {
      await new Promise((resolve) => setTimeout(resolve, 10));
      continue;
    }
    expect(command).toMatchObject({ kind: 'export', args: { characterId: 7, name: 'Ada' } });
    expect((await post('commands/answers', { answers: [{ id: command.id, ...part }] })).statusCode).toBe(204);
    return;
  }
}

describe('the export of a player', () => {
  it('is what both sides hold, and in the audit log', async () => {
    const cookie = await http.logIn('admin');
    const game = { version: 1, tables: { characters: [{ name: 'Ada' }] }, entries: [], isComplete: true };
    const [reply] = await Promise.all([
      exported(cookie),
      answer({ outcome: 'applied', players: 1, document: JSON.stringify(game) }),
    ]);
    expect(reply.statusCode).toBe(200);
    expect(reply.headers['content-disposition']).toBe('attachment; filename="player-Ada.json"');
    expect(reply.json()).toMatchObject({
      ...{ format: 'tos-player-export', version: 1, game },
      directory: { id: playerId, name: 'Ada', accountId: expect.any(String) },
      commands: [{ kind: 'export', state: 'applied' }],
    });
    const log = await http.world.ports.audit.page({ limit: 9, target: `player:${playerId}` });
    expect(log.map(({ action, actorName, outcome }) => [action, actorName, outcome])).toEqual([
      ['command.export', 'admin', 'done'],
      ['command.export', 'admin', 'done'],
    ]);
  });

  it.each(['moderator', 'viewer'] as const)('is not for a %s', async (role) => {
    const reply = await exported(await http.logIn(role));
    expect(reply.statusCode).toBe(403);
    expect(await http.world.ports.commands.page({ limit: 1 })).toEqual([]);
  });

  it('says so when there is no such player, or the server does not know the character', async () => {
    const cookie = await http.logIn('owner');
    expect((await exported(cookie, randomUUID())).statusCode).toBe(404);
    const [reply] = await Promise.all([exported(cookie), answer({ outcome: 'refused', reason: 'not-here' })]);
    expect(reply.statusCode).toBe(409);
    expect(reply.json()).toMatchObject({ error: { code: 'character-not-there' } });
  });

  it('says so at once when the game server is away', async () => {
    await post('goodbye', {});
    const reply = await exported(await http.logIn('owner'));
    expect(reply.statusCode).toBe(503);
    expect(reply.json()).toMatchObject({ error: { code: 'server-away' } });
    expect(await http.world.ports.commands.page({ limit: 1 })).toEqual([]);
    const [entry] = await http.world.ports.audit.page({ limit: 1, target: `player:${playerId}` });
    expect(entry).toMatchObject({ action: 'command.export', outcome: 'refused' });
  });
});
