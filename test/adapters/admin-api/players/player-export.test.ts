// A player's export through the admin API: who may have it, what is in it, and what is said when the game server is away.

import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { side, toldReport } from '../../../contract/admin/report-store.js';
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

const post = (url: string, payload: object) =>
  http.ask('POST', `/api/v1/servers/${serverId}/${url}`, { payload, token });
const exported = (cookie: string, id = playerId) =>
  http.ask('GET', `/api/v1/players/${id}/export`, { cookie });

const answer = (part: object) =>
  answerNext(http, token, part, { kind: 'export', args: { characterId: 7, name: 'Ada' } });

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

  it('has what was done under an earlier id of the directory, and the connect tokens', async () => {
    const cookie = await http.logIn('owner');
    const muted = { reason: 'noise', message: 'hush', seconds: 60 };
    await http.ask('POST', `/api/v1/players/${playerId}/mute`, { cookie, payload: muted });
    const noted = { cookie, payload: { text: 'is loud' } };
    expect((await http.ask('POST', `/api/v1/players/${playerId}/notes`, noted)).statusCode).toBe(201);
    const former = playerId;
    await http.ask('DELETE', `/api/v1/servers/${serverId}`, { cookie });
    token = await http.registerServer();
    const { ports, clock } = http.world;
    const ada = { characterId: 7, name: 'Ada', accountId: randomUUID(), level: 1, map: 'meadow' };
    await ports.players.noteJoined(serverId, [ada], clock.atUnixMs);
    playerId = (await ports.players.page({ limit: 1 })).players[0]!.id;
    await ports.audit.append({
      ...{ atUnixMs: 0, actorId: undefined, actorName: 'logins', action: 'connect-token.issue' },
      ...{ outcome: 'done', target: `player-account:${ada.accountId}`, address: '::1', requestId: '1' },
      details: { characterName: 'Ada', serverId },
    });
    const [reply] = await Promise.all([
      exported(cookie),
      answer({ outcome: 'applied', players: 1, document: '{}' }),
    ]);
    const { audit, commands } = reply.json<{
      audit: { action: string; target: string; outcome: string }[];
      commands: { kind: string }[];
    }>();
    expect(commands.map(({ kind }) => kind)).toEqual(['export', 'sanction']);
    expect(audit.map(({ action }) => action)).toEqual(expect.arrayContaining(['connect-token.issue']));
    // Also what became of it, and what names nobody.
    const ofFormer = audit.filter(({ target }) => target === `player:${former}`);
    expect(ofFormer.map(({ action, outcome }) => `${action} ${outcome}`)).toEqual([
      'command.sanction refused',
      'player.note done',
      'command.sanction done',
      'player.mute done',
    ]);
  });

  it('has no report of another one who had the number before', async () => {
    const { reports } = http.world.ports;
    const [made, about] = [
      toldReport({ reporter: side(7, 'Ada'), target: side(9, 'Bob') }),
      toldReport({ reporter: side(9, 'Bob'), target: side(7, 'ADA') }),
    ];
    const others = [
      toldReport({ reporter: side(7, 'Zoe'), target: side(9, 'Bob') }),
      toldReport({ reporter: side(9, 'Bob'), target: side(7, 'Zoe') }),
    ];
    for (const one of [made, ...others, about]) await reports.add(serverId, one);
    const [reply] = await Promise.all([
      exported(await http.logIn('owner')),
      answer({ outcome: 'applied', players: 1, document: '{}' }),
    ]);
    const own = reply.json<{ reports: { id: string; part: string }[] }>().reports;
    expect(own.map(({ id, part }) => [id, part])).toEqual([
      [about.reportId, 'target'],
      [made.reportId, 'reporter'],
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
