// Restoring a player through the admin API: what is asked of the server, what whoever asks is told, and that a second person decides.

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

const args = { characterId: 7, name: 'Ada', before: 30 };
const plan = {
  ...{ entry: 29, storedUnix: 1_800_000_000, professions: [], items: [] },
  taken: [{ stack: 4, item: 2, count: 1, holder: 'inventory', slot: 0 }],
  given: [],
  elsewhere: [{ of: 4, stack: 9, count: 2, holder: 'letter', owner: 3 }],
  coins: { now: 3, then: 5 },
  experience: { now: 0, then: 0 },
  quests: [{ quest: 1, name: null, now: null, then: { stage: 1, completed: 0 } }],
};
const preview = (cookie: string, before: string | number = 30) =>
  http.ask('GET', `/api/v1/players/${playerId}/restore?before=${before}`, { cookie });
const restore = (cookie: string, payload: object = { before: 30, reason: 'cheated out of it' }) =>
  http.ask('POST', `/api/v1/players/${playerId}/restore`, { cookie, payload });

describe('what restoring a player would change', () => {
  it('is what its server answers', async () => {
    const cookie = await http.logIn('admin');
    const applied = { outcome: 'applied', players: 1, document: JSON.stringify(plan) };
    const [reply] = await Promise.all([
      preview(cookie),
      answerNext(http, token, applied, { kind: 'restorePreview', args }),
    ]);
    const { storedUnix: _, ...same } = plan;
    expect([reply.statusCode, reply.json()]).toEqual([200, { ...same, at: '2027-01-15T08:00:00.000Z' }]);
  });

  it.each(['no-entry', 'not-begun', 'nothing-to-restore', 'not-here'] as const)(
    'is told as a refusal when the server says %s',
    async (reason) => {
      const cookie = await http.logIn('admin');
      const [reply] = await Promise.all([
        preview(cookie),
        answerNext(http, token, { outcome: 'refused', reason }, { kind: 'restorePreview' }),
      ]);
      const code = reason === 'not-here' ? 'character-not-there' : reason;
      expect([reply.statusCode, reply.json()]).toMatchObject([409, { error: { code } }]);
    },
  );

  it('is not taken from a server that answers anything else, and asked for by a number alone', async () => {
    const cookie = await http.logIn('admin');
    const odd = { ...plan, taken: [{ stack: 'x' }] };
    const [reply] = await Promise.all([
      preview(cookie),
      answerNext(
        http,
        token,
        { outcome: 'applied', players: 1, document: JSON.stringify(odd) },
        { kind: 'restorePreview' },
      ),
    ]);
    expect([reply.statusCode, reply.json()]).toMatchObject([502, { error: { code: 'unfit-answer' } }]);
    for (const before of ['', 0, -1, 1.5, 'x'])
      expect([before, (await preview(cookie, before)).statusCode]).toEqual([before, 400]);
  });
});

describe('restoring a player', () => {
  it('waits for a second person, however little it is, and is in the audit log', async () => {
    const cookie = await http.logIn('admin');
    const reply = await restore(cookie);
    expect([reply.statusCode, reply.json()]).toMatchObject([
      202,
      { kind: 'restore', state: 'proposed', args: { name: 'Ada', before: 30 } },
    ]);
    const { id } = reply.json<{ id: string }>();
    const approve = (by: string) =>
      http.ask('POST', `/api/v1/proposals/${id}/approve`, { cookie: by, payload: { words: '' } });
    expect((await approve(cookie)).json()).toMatchObject({ error: { code: 'own-proposal' } });
    expect((await approve(await http.logIn('owner'))).statusCode).toBe(202);
    await answerNext(http, token, { outcome: 'applied', players: 0 }, { kind: 'restore', args });
    const log = await http.world.ports.audit.page({ limit: 9, action: 'command.restore' });
    expect(log.map(({ details }) => details['state'])).toEqual(
      expect.arrayContaining(['proposed', 'queued', 'applied']),
    );
  });

  it('is not for moderators, and needs a reason and an entry', async () => {
    expect((await restore(await http.logIn('moderator'))).statusCode).toBe(403);
    expect((await preview(await http.logIn('moderator'))).statusCode).toBe(403);
    const cookie = await http.logIn('admin');
    for (const body of [
      {},
      { before: 30 },
      { reason: 'x' },
      { before: 0, reason: 'x' },
      { before: 'x', reason: 'x' },
    ])
      expect([body, (await restore(cookie, body)).statusCode]).toEqual([body, 400]);
    expect(await http.world.ports.commands.page({ limit: 1 })).toEqual([]);
  });
});
