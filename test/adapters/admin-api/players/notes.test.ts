// Notes about players over HTTP: who writes, reads and takes away, what is written in the audit log, and what an erasure leaves.

import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { accountLimit } from '#application/admin/operations/give-command.js';
import { removeServer } from '#application/admin/servers/change-server.js';
import { notesMax } from '#ports/admin/players/note-store.js';
import { AdminHttp, serverId } from '../../../support/admin/admin-http.js';

interface Note {
  readonly id: string;
  readonly text: string;
  readonly actorName: string;
}

let http: AdminHttp;
let playerId: string;
let moderator: string;
let admin: string;

beforeEach(async () => {
  http = await AdminHttp.start();
  await http.registerServer();
  moderator = await http.logIn('moderator');
  admin = await http.logIn('admin');
  const { ports, clock } = http.world;
  const ada = { characterId: 7, name: 'Ada', accountId: randomUUID(), level: 1, map: 'meadow' };
  await ports.players.noteJoined(serverId, [ada], clock.atUnixMs);
  playerId = (await ports.players.findCharacter(serverId, 7))!.id;
});
afterEach(() => http.stop());

const write = (text: unknown, cookie = moderator, id = playerId) =>
  http.ask('POST', `/api/v1/players/${id}/notes`, { cookie, payload: { text } });
const remove = (id: string, cookie: string) => http.ask('DELETE', `/api/v1/notes/${id}`, { cookie });
const list = async (cookie = moderator): Promise<readonly Note[]> =>
  (await http.ask('GET', `/api/v1/players/${playerId}/notes`, { cookie })).json<{ notes: Note[] }>().notes;
const codeOf = (reply: { json<T>(): T }): string => reply.json<{ error: { code: string } }>().error.code;
const audited = async (action: string) => http.world.ports.audit.page({ action, limit: 10 });

it('are read by colleagues, newest first; the audit log has who wrote, and not what', async () => {
  expect((await write('  asked for help ')).statusCode).toBe(201);
  await write('was helped', admin);
  const notes = await list();
  expect(notes.map(({ text, actorName }) => [text, actorName])).toEqual([
    ['was helped', 'admin'],
    ['asked for help', 'moderator'],
  ]);
  const [, first] = await audited('player.note');
  expect(first).toMatchObject({
    ...{ actorName: 'moderator', outcome: 'done', target: `player:${playerId}` },
    details: { note: notes[1]!.id },
  });
  expect(JSON.stringify(await audited('player.note'))).not.toContain('help');
});

it.each(['', '   ', 'x'.repeat(501), 'two\nlines', 'half \ud800', '\u200b', 7, null])(
  'of %j are refused, and nothing is written',
  async (text) => {
    const reply = await write(text);
    expect([reply.statusCode, codeOf(reply)]).toEqual([400, 'invalid-request']);
    expect(await list()).toEqual([]);
  },
);

it('about nobody, or beyond what there is room for, are refused', async () => {
  expect(codeOf(await write('hello', moderator, randomUUID()))).toBe('unknown-player');
  const note = { serverId, characterId: 7, text: 'a note', actorId: randomUUID(), actorName: 'mo' };
  for (let i = 0; i < notesMax; i++) await http.world.ports.notes.add({ ...note, id: randomUUID() });
  const reply = await write('one more');
  expect([reply.statusCode, codeOf(reply)]).toEqual([409, 'too-many-notes']);
  expect((await audited('player.note'))[0]).toMatchObject({ outcome: 'refused' });
});

it('are taken away by who wrote them, and others’ by who may', async () => {
  for (const text of ['one', 'two']) await write(text, admin);
  await write('three');
  const [three, two, one] = await list();
  const refused = await remove(two!.id, moderator);
  expect([refused.statusCode, codeOf(refused)]).toEqual([403, 'note-of-another']);
  expect((await remove(three!.id, moderator)).statusCode).toBe(204);
  expect((await remove(two!.id, admin)).statusCode).toBe(204);
  expect(codeOf(await remove(two!.id, admin))).toBe('unknown-note');
  expect((await list()).map(({ id }) => id)).toEqual([one!.id]);
  const entries = await audited('player.unnote');
  expect(entries.map(({ outcome, target }) => [outcome, target])).toEqual([
    ['done', `player:${playerId}`],
    ['done', `player:${playerId}`],
    ['refused', `player:${playerId}`],
  ]);
});

it('are written and taken away no more often than commands are given, which is said and in the audit log', async () => {
  let acts = 0;
  let reply = await write('noise');
  for (; reply.statusCode === 201; reply = await write('noise')) {
    acts += 2;
    const removed = await remove(reply.json<Note>().id, moderator);
    expect(removed.statusCode).toBe(204);
  }
  expect(acts).toBe(accountLimit.attemptsMax);
  expect([reply.statusCode, codeOf(reply)]).toEqual([429, 'locked-out']);
  expect(Number(reply.headers['retry-after'])).toBeGreaterThan(0);
  const refused = await http.world.ports.audit.page({ action: 'player', outcome: 'refused', limit: 9 });
  expect(refused.map(({ action, details }) => [action, details])).toEqual([
    ['player.note', { reason: 'locked-out' }],
  ]);
  expect((await write('what colleagues should know', admin)).statusCode).toBe(201);
  http.world.clock.atUnixMs += accountLimit.windowMs;
  expect((await write('later')).statusCode).toBe(201);
});

it('go with their server', async () => {
  await write('asked for help');
  const { ports } = http.world;
  const account = (await ports.accounts.list()).find(({ name }) => name === 'admin')!;
  await removeServer(ports, { account, address: '::1', requestId: 'r' } as never, serverId);
  expect(await ports.notes.about(serverId, 7)).toEqual([]);
});
