// Reports of players over HTTP: what game servers tell and hear, what operators see and decide, and what is written down.

import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { reporterLinesMax, targetLinesMax } from '#domain/reports/report-player.js';
import { AdminHttp, serverId } from '../../../support/admin/admin-http.js';

interface ReportBody {
  readonly id: string;
  readonly state: string;
  readonly targetName: string;
}
interface Page {
  readonly reports: readonly ReportBody[];
  readonly nextCursor: string | null;
  readonly unresolved: number;
}
interface Answered {
  readonly taken: readonly string[];
  readonly decided: readonly { reportId: string }[];
}

let http: AdminHttp;
let token: string;
let cookie: string;

beforeEach(async () => {
  http = await AdminHttp.start();
  token = await http.registerServer();
  cookie = await http.logIn('moderator');
});
afterEach(() => http.stop());

const line = { secondsAgo: 12, scope: 'zone', map: 'meadow', text: 'cheap gold' };
const ann = { characterId: 7, characterName: 'Ann', place: null, lines: [], olderLines: 0 };
const bob = {
  ...{ characterId: 8, characterName: 'Bob', place: { map: 'meadow', x: 1.5, y: 2 } },
  ...{ lines: [line], olderLines: 3 },
};
const report = (part: object = {}) => ({
  ...{ reportId: randomUUID(), number: 5, madeAt: '2026-11-01T12:00:00.000Z', reason: 'spam' },
  ...{ text: 'sells gold', reporter: ann, target: bob, ...part },
});
const tell = (reports: readonly object[], kept: readonly string[] = [], of = serverId, by = token) =>
  http.ask('POST', `/api/v1/servers/${of}/reports`, { payload: { reports, kept }, token: by });
const told = async (...asked: Parameters<typeof tell>) => {
  const reply = await tell(...asked);
  expect(reply.statusCode).toBe(200);
  return reply.json<Answered>();
};
async function filed(part: object = {}): Promise<string> {
  const one = report(part);
  expect((await told([one])).taken).toEqual([one.reportId]);
  return one.reportId;
}
const get = (route: string, by = cookie) => http.ask('GET', `/api/v1/${route}`, { cookie: by });
const page = async (query = '') => (await get(`reports${query}`)).json<Page>();
const idsIn = ({ reports }: Page) => reports.map(({ id }) => id);
const take = (id: string, by = cookie, payload: object = {}) =>
  http.ask('POST', `/api/v1/reports/${id}/take`, { cookie: by, payload });
const resolve = (id: string, payload: object = { outcome: 'muted', message: 'thank you' }, by = cookie) =>
  http.ask('POST', `/api/v1/reports/${id}/resolve`, { cookie: by, payload });
const codeOf = (reply: { json<T>(): T }) => reply.json<{ error: { code: string } }>().error.code;
const audited = async (action: string) =>
  (await http.world.ports.audit.page({ limit: 9, action })).map(
    ({ outcome, actorName, target, details }) => ({
      ...{ outcome, actorName, target, ...details },
    }),
  );
async function join(characterId: number, name: string): Promise<string> {
  const { ports, clock } = http.world;
  const player = { characterId, name, accountId: randomUUID(), level: 1, map: 'meadow' };
  await ports.players.noteJoined(serverId, [player], clock.atUnixMs);
  return (await ports.players.findCharacter(serverId, characterId))!.id;
}

describe('a report', () => {
  it('is in the queue as it was told, with places and chat for who opens it, which is written down', async () => {
    const id = await filed();
    const playerId = await join(8, 'Bob');
    const list = await page();
    const listed = {
      ...{ id, number: 5, serverId, serverName: 'north', state: 'open', reason: 'spam', text: 'sells gold' },
      ...{ reporterName: 'Ann', targetName: 'Bob', madeAt: '2026-11-01T12:00:00.000Z', takenByName: null },
      ...{ outcome: null, resolvedAt: null },
    };
    expect(list).toEqual({
      reports: [{ ...listed, serverName: expect.any(String) }],
      nextCursor: null,
      unresolved: 1,
    });
    expect(await audited('report.read')).toEqual([]);
    expect((await get(`reports/${id}`)).json()).toMatchObject({
      reporter: { name: 'Ann', place: null, lines: [], olderLines: 0, playerId: null },
      target: { name: 'Bob', place: { map: 'meadow', x: 1.5, y: 2 }, lines: [line], olderLines: 3, playerId },
      ...{ takenById: null, message: '', resolvedByName: null, handedOverAt: null },
    });
    expect(await audited('report.read')).toEqual([
      { outcome: 'done', actorName: 'moderator', target: `report:${id}`, server: serverId },
    ]);
    expect(codeOf(await get(`reports/${randomUUID()}`))).toBe('unknown-report');
  });

  it('told again is the same one, and stays as it is', async () => {
    const one = report();
    await told([one]);
    await resolve(one.reportId);
    expect(await told([{ ...one, text: 'otherwise' }])).toMatchObject({ taken: [one.reportId] });
    expect(await page('?state=all')).toMatchObject({ reports: [{ state: 'resolved', text: 'sells gold' }] });
  });

  it('is found page by page, by state, server and player', async () => {
    const ids = [
      await filed(),
      await filed({ target: { ...bob, characterId: 9, characterName: 'Cid' } }),
      await filed(),
    ];
    await take(ids[2]!);
    await resolve(ids[0]!);
    expect(idsIn(await page())).toEqual([ids[2], ids[1]]);
    expect(idsIn(await page('?state=open'))).toEqual([ids[1]]);
    expect(idsIn(await page('?state=resolved'))).toEqual([ids[0]]);
    expect(idsIn(await page(`?state=all&serverId=${serverId}`))).toEqual([ids[2], ids[1], ids[0]]);
    expect(idsIn(await page(`?serverId=${randomUUID()}`))).toEqual([]);
    expect(idsIn(await page(`?playerId=${await join(9, 'Cid')}`))).toEqual([ids[1]]);
    expect(codeOf(await get(`reports?playerId=${randomUUID()}`))).toBe('unknown-player');
    const first = await page('?state=all&limit=2');
    expect(idsIn(first)).toEqual([ids[2], ids[1]]);
    const second = await page(`?state=all&limit=2&cursor=${first.nextCursor}`);
    expect([idsIn(second), second.nextCursor]).toEqual([[ids[0]], null]);
  });

  it('is taken, taken over and decided once, with what it was before in the audit log', async () => {
    const id = await filed();
    const admin = await http.logIn('admin');
    expect((await take(id)).json()).toMatchObject({ state: 'taken', takenByName: 'moderator' });
    expect((await take(id, admin)).json()).toMatchObject({ takenByName: 'admin' });
    expect((await resolve(id)).json()).toMatchObject({
      ...{ state: 'resolved', outcome: 'muted', message: 'thank you', resolvedByName: 'moderator' },
      takenByName: 'admin',
    });
    expect(codeOf(await resolve(id))).toBe('report-resolved');
    expect(codeOf(await take(id))).toBe('report-resolved');
    const target = `report:${id}`;
    expect(await audited('report.take')).toMatchObject([
      { outcome: 'refused', reason: 'report-resolved', target },
      { outcome: 'done', actorName: 'admin', before: { takenBy: 'moderator' }, after: { takenBy: 'admin' } },
      { before: { state: 'open', takenBy: null }, after: { state: 'taken', takenBy: 'moderator' }, target },
    ]);
    expect(await audited('report.resolve')).toMatchObject([
      { outcome: 'refused', reason: 'report-resolved' },
      {
        before: { state: 'taken', takenBy: 'admin', outcome: null },
        after: { state: 'resolved', takenBy: 'admin', outcome: 'muted' },
      },
    ]);
    expect(JSON.stringify(await audited('report.resolve'))).not.toMatch(/Ann|Bob|gold|thank/);
    for (const reply of [await take(serverId), await resolve(serverId)])
      expect(codeOf(reply)).toBe('unknown-report');
  });

  it('is not taken from somebody whom the caller did not see at it, and taken over on purpose', async () => {
    const id = await filed();
    const admin = await http.logIn('admin');
    const { takenById } = (await take(id, cookie, { was: null })).json<{ takenById: string }>();
    const late = await take(id, admin, { was: null });
    expect([late.statusCode, codeOf(late)]).toEqual([409, 'report-taken']);
    expect((await get(`reports/${id}`)).json()).toMatchObject({ takenByName: 'moderator' });
    expect((await take(id, cookie, { was: null })).json()).toMatchObject({ takenByName: 'moderator' });
    expect((await take(id, admin, { was: takenById })).json()).toMatchObject({ takenByName: 'admin' });
    expect(codeOf(await take(id, cookie, { was: takenById.toUpperCase() }))).toBe('report-taken');
    expect((await take(id, cookie, { was: 'mo' })).statusCode).toBe(400);
    const bare = await http.ask('POST', `/api/v1/reports/${id}/take`, { cookie });
    expect(bare.json()).toMatchObject({ takenByName: 'moderator' });
    expect((await audited('report.take')).filter(({ outcome }) => outcome === 'refused')).toMatchObject([
      { actorName: 'moderator', reason: 'report-taken' },
      { actorName: 'admin', reason: 'report-taken', target: `report:${id}` },
    ]);
  });

  it('shows who takes or decides it nothing that both said, nor where they were', async () => {
    const id = await filed();
    for (const reply of [await take(id), await resolve(id)]) {
      expect(reply.statusCode).toBe(200);
      expect(reply.json()).not.toHaveProperty('reporter');
      expect(reply.json()).not.toHaveProperty('target');
      expect(reply.body).not.toMatch(/cheap gold|meadow/);
    }
  });

  it.each<[string, object]>([
    ['no outcome', { message: '' }],
    ['an outcome that is none', { outcome: 'praised', message: '' }],
    ['more words than the game has room for', { outcome: 'muted', message: 'm'.repeat(201) }],
    ['words that no player can see', { outcome: 'muted', message: '\u202e' }],
  ])('is not decided with %s', async (_, payload) => {
    const id = await filed();
    expect((await resolve(id, payload)).statusCode).toBe(400);
    expect(await page()).toMatchObject({ unresolved: 1 });
  });

  it('goes with its server', async () => {
    await filed();
    await http.ask('DELETE', `/api/v1/servers/${serverId}`, { cookie: await http.logIn('admin') });
    expect(await page('?state=all')).toMatchObject({ reports: [], unresolved: 0 });
  });
});

describe('a game server', () => {
  it('is told what was decided until it says that it has it', async () => {
    const id = await filed();
    expect((await told([])).decided).toEqual([]);
    await resolve(id);
    const decided = [
      {
        ...{ reportId: id, number: 5, characterId: 7, reporterName: 'Ann', targetName: 'Bob' },
        ...{ reason: 'spam', outcome: 'muted', message: 'thank you' },
      },
    ];
    expect([(await told([])).decided, (await told([])).decided]).toEqual([decided, decided]);
    const past = { payload: { reports: [], kept: [], after: id }, token };
    const reply = await http.ask('POST', `/api/v1/servers/${serverId}/reports`, past);
    expect(reply.json()).toEqual({ taken: [], decided: [] });
    expect((await told([], [id])).decided).toEqual([]);
    expect((await get(`reports/${id}`)).json()).toMatchObject({ handedOverAt: expect.any(String) });
  });

  it('speaks for itself alone', async () => {
    const other = await http.world.bearerToken();
    expect(codeOf(await tell([report()], [], serverId, other))).toBe('foreign-server');
    expect(codeOf(await tell([report()], [], randomUUID()))).toBe('unknown-server');
    expect(await page()).toMatchObject({ unresolved: 0 });
  });

  it('that tells more at once than is asked for, or what no game server has, is refused', async () => {
    const wrong = [
      Array.from({ length: 9 }, () => report()),
      [report({ reason: 'envy' })],
      [report({ text: 'x'.repeat(201) })],
      [report({ text: 'ü'.repeat(101) })],
      [report({ target: { ...bob, lines: [{ ...line, text: '\u202egold' }] } })],
      [report({ target: { ...bob, lines: [{ ...line, text: '\ud800' }] } })],
      [report({ target: { ...bob, characterName: 'Bob\u202e' } })],
      [report({ target: { ...bob, lines: [{ ...line, scope: 'loud' }] } })],
      [report({ target: { ...bob, lines: Array.from({ length: targetLinesMax + 1 }, () => line) } })],
      [report({ reporter: { ...ann, lines: Array.from({ length: reporterLinesMax + 1 }, () => line) } })],
    ];
    for (const reports of wrong) expect((await tell(reports)).statusCode).toBe(400);
    expect(await page()).toMatchObject({ unresolved: 0 });
  });

  it('may know characters that are not assigned here', async () => {
    const newer = '\u{1faff}\u{32000}';
    const one = report({ text: '\u{32000}', target: { ...bob, lines: [{ ...line, text: '\u{32000}' }] } });
    const other = report({ text: newer });
    expect((await told([one, other])).taken).toEqual([one.reportId, other.reportId]);
  });

  it('may tell as much in one request as eight reports are at most', async () => {
    const lines = (length: number) => Array.from({ length }, () => ({ ...line, text: '"'.repeat(200) }));
    const [target, reporter] = [lines(targetLinesMax), lines(reporterLinesMax)];
    const big = () => report({ target: { ...bob, lines: target }, reporter: { ...ann, lines: reporter } });
    const reports = Array.from({ length: 8 }, big);
    expect((await told(reports)).taken).toHaveLength(8);
  });
});

describe('a server that tells too much', () => {
  it('waits, and nothing of what it told is here', async () => {
    const many = () => Array.from({ length: 8 }, () => report());
    for (let left = 100; left >= 9; left -= 9) await told(many());
    const reply = await tell(many());
    expect([reply.statusCode, codeOf(reply)]).toEqual([429, 'locked-out']);
    expect(await page('?state=all')).toMatchObject({ unresolved: 88 });
    http.world.clock.atUnixMs += 2_000;
    await told(many());
  });
});

describe('who is erased', () => {
  it('leaves no report that comes later', async () => {
    const { ports, clock } = http.world;
    await ports.audit.append({
      ...{ atUnixMs: clock.atUnixMs, actorId: undefined, actorName: 'admin', action: 'command.erase' },
      ...{ outcome: 'done', target: `player:${randomUUID()}`, address: '', requestId: '' },
      details: { command: randomUUID(), server: serverId, args: { characterId: 8 }, state: 'applied' },
    });
    const late = report();
    expect((await told([late])).taken).toEqual([late.reportId]);
    expect(await page('?state=all')).toMatchObject({ reports: [], unresolved: 0 });
    await filed({ target: { ...bob, characterId: 9 } });
    expect(await page()).toMatchObject({ unresolved: 1 });
  });
});
