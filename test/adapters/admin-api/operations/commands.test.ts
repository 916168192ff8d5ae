// Commands to game servers through the admin API: who may give them, how servers fetch and answer them, what operators
// see of it, and what the audit log keeps.

import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { accountLimit, commandLifeMs } from '#application/admin/operations/give-command.js';
import { endOverdueCommands } from '#application/admin/operations/end-commands.js';
import { answerSlackMs } from '#ports/admin/operations/command-store.js';
import { openCommandsMax } from '#ports/admin/operations/operator-command.js';
import type { Role } from '#ports/admin/accounts/role.js';
import { AdminHttp, serverId } from '../../../support/admin/admin-http.js';
import { EventReader } from '../../../support/admin/event-reader.js';

interface CommandBody {
  readonly id: string;
  readonly state: string;
  readonly [field: string]: unknown;
}

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

const post = (url: string, payload: object, who: { cookie?: string; token?: string }) =>
  http.ask('POST', `/api/v1/${url}`, { payload, ...who });
const kick = async (cookie: string, part: object = {}) =>
  post(`players/${playerId}/kick`, { reason: 'spoke ill', ...part }, { cookie });
const fetchNow = async (known: string[] = [], waitSeconds = 0) => {
  const reply = await post(`servers/${serverId}/commands/fetch`, { known, waitSeconds }, { token });
  return reply.json<{ heldMs: number; commands: CommandBody[] }>();
};
const answer = (answers: object[]) => post(`servers/${serverId}/commands/answers`, { answers }, { token });
const stateOf = async (cookie: string, id: string) =>
  (await http.ask('GET', `/api/v1/commands/${id}`, { cookie })).json<CommandBody>().state;
const audited = async () =>
  (await http.world.ports.audit.page({ limit: 50, action: 'command' }))
    .map(({ actorName, action, outcome, target, details }) => ({
      actorName,
      action,
      outcome,
      target,
      details,
    }))
    .reverse();

describe('a command', () => {
  it('goes from an operator to its server and back, with everything about it in the audit log', async () => {
    const cookie = await http.logIn('moderator');
    const given = await kick(cookie, { message: 'enough' });
    expect(given.statusCode).toBe(202);
    const { id } = given.json<CommandBody>();
    expect(given.json()).toMatchObject({
      ...{ serverId, kind: 'kick', args: { characterId: 7, name: 'Ada', message: 'enough' } },
      ...{ target: `player:${playerId}`, reason: 'spoke ill', actorName: 'moderator', state: 'queued' },
      ...{ refusal: null, players: null, deliveredAt: null, endedAt: null },
    });
    const { commands } = await fetchNow();
    expect(commands).toEqual([
      { id, kind: 'kick', args: { characterId: 7, name: 'Ada', message: 'enough' }, withinMs: commandLifeMs },
    ]);
    expect(await stateOf(cookie, id)).toBe('delivered');
    expect((await answer([{ id, outcome: 'applied', players: 1 }])).statusCode).toBe(204);
    expect(await stateOf(cookie, id)).toBe('applied');
    const about = { actorName: 'moderator', action: 'command.kick', target: `player:${playerId}` };
    expect(await audited()).toEqual([
      {
        ...{ ...about, outcome: 'done' },
        details: {
          ...{ command: id, state: 'queued', server: serverId, why: 'spoke ill' },
          args: { characterId: 7, name: 'Ada', message: 'enough' },
        },
      },
      {
        ...{ ...about, outcome: 'done' },
        details: {
          command: id,
          state: 'applied',
          server: serverId,
          why: 'spoke ill',
          players: 1,
          afterMs: 0,
        },
      },
    ]);
  });

  it('that is refused by the server says why, to operators and in the audit log, however often it happens', async () => {
    const cookie = await http.logIn('moderator');
    for (let i = 0; i < 3; i++) {
      const { id } = (await kick(cookie)).json<CommandBody>();
      await fetchNow();
      await answer([{ id, outcome: 'refused', reason: 'not-here' }]);
      expect(await stateOf(cookie, id)).toBe('refused');
    }
    const ends = (await audited()).filter(({ details }) => details['state'] === 'refused');
    expect(ends.map(({ outcome, details }) => [outcome, details['refusal']])).toEqual(
      Array(3).fill(['refused', 'not-here']),
    );
  });

  it('is handed out again until the server knows it, and its answer counts once', async () => {
    const cookie = await http.logIn('owner');
    const { id } = (
      await post(`servers/${serverId}/broadcast`, { text: 'hello' }, { cookie })
    ).json<CommandBody>();
    for (let i = 0; i < 2; i++) expect((await fetchNow()).commands).toMatchObject([{ id }]);
    expect((await fetchNow([id])).commands).toEqual([]);
    await answer([{ id, outcome: 'applied', players: 3 }]);
    expect((await answer([{ id, outcome: 'refused', reason: 'busy' }])).statusCode).toBe(204);
    expect(await stateOf(cookie, id)).toBe('applied');
    expect(await audited()).toHaveLength(2);
  });

  it('that its server does not fetch in time is timed out, and never handed out', async () => {
    const cookie = await http.logIn('admin');
    const { id } = (await kick(cookie)).json<CommandBody>();
    http.world.clock.atUnixMs += commandLifeMs;
    expect((await fetchNow()).commands).toEqual([]);
    await endOverdueCommands(http.world.ports);
    expect(await stateOf(cookie, id)).toBe('timed-out');
    expect((await audited()).at(-1)).toMatchObject({ outcome: 'refused', details: { state: 'timed-out' } });
  });

  it('that was fetched and not answered says so, and takes the truth when it comes', async () => {
    const cookie = await http.logIn('admin');
    const { id } = (await kick(cookie)).json<CommandBody>();
    await fetchNow();
    http.world.clock.atUnixMs += commandLifeMs + answerSlackMs;
    await endOverdueCommands(http.world.ports);
    expect(await stateOf(cookie, id)).toBe('unanswered');
    expect((await fetchNow()).commands).toMatchObject([{ id, withinMs: -answerSlackMs }]);
    await answer([{ id, outcome: 'interrupted' }]);
    expect(await stateOf(cookie, id)).toBe('interrupted');
    const states = (await audited()).map(({ details }) => details['state']);
    expect(states).toEqual(['queued', 'unanswered', 'interrupted']);
  });

  it('is seen by operators the moment it changes', async () => {
    const cookie = await http.logIn('viewer');
    const stream = await EventReader.open(`${await http.url()}/api/v1/events`, {
      host: 'localhost:8080',
      cookie,
    });
    const nextState = async () => {
      for (;;) {
        const { event, data } = await stream.next();
        if (event === 'command') return data as Record<string, unknown>;
      }
    };
    const { id } = (await kick(await http.logIn('moderator'))).json<CommandBody>();
    const about = { commandId: id, serverId, kind: 'kick', target: `player:${playerId}` };
    const queued = await nextState();
    expect(queued).toMatchObject({ ...about, state: 'queued', refusal: null, players: null });
    // Words of operators to each other are none of a viewer's.
    expect(JSON.stringify(queued)).not.toContain('spoke ill');
    await fetchNow();
    expect(await nextState()).toMatchObject({ ...about, state: 'delivered' });
    await answer([{ id, outcome: 'refused', reason: 'not-here' }]);
    expect(await nextState()).toMatchObject({ ...about, state: 'refused', refusal: 'not-here' });
    stream.close();
  });
});

describe('a held request', () => {
  it('is answered the moment there is a command', async () => {
    const held = fetchNow([], 20);
    const { id } = (await kick(await http.logIn('moderator'))).json<CommandBody>();
    expect((await held).commands).toMatchObject([{ id }]);
  });

  it('is answered with nothing when its time is over', async () => {
    expect((await fetchNow([], 0.05)).commands).toEqual([]);
  });

  it('is freed by a newer one of the same server, which gets what comes', async () => {
    const older = fetchNow([], 20);
    await new Promise((resolve) => setTimeout(resolve, 20));
    const newer = fetchNow([], 20);
    expect((await older).commands).toEqual([]);
    const { id } = (await kick(await http.logIn('moderator'))).json<CommandBody>();
    expect((await newer).commands).toMatchObject([{ id }]);
  });

  it('does not hold up the end of the API', async () => {
    await http.url();
    const held = fetchNow([], 20);
    await new Promise((resolve) => setTimeout(resolve, 20));
    await http.app.close();
    expect((await held).commands).toEqual([]);
  });

  it('ends with the token of its server', async () => {
    const held = post(`servers/${serverId}/commands/fetch`, { known: [], waitSeconds: 20 }, { token });
    await new Promise((resolve) => setTimeout(resolve, 20));
    const { tokenId } = (await http.world.ports.servers.find(serverId))!;
    await http.world.ports.servers.releaseToken(tokenId);
    await kick(await http.logIn('moderator'));
    expect((await held).json()).toMatchObject({ error: { code: 'foreign-server' } });
  });
});

describe('a server', () => {
  it('gets and answers its own commands only', async () => {
    const cookie = await http.logIn('moderator');
    const { id } = (await kick(cookie)).json<CommandBody>();
    const otherId = randomUUID();
    const other = await http.world.bearerToken('game-server', 'other');
    expect((await http.introduce(other, otherId)).statusCode).toBe(200);
    const ask = (of: string, path: string, payload: object) =>
      post(`servers/${of}/commands/${path}`, payload, { token: other });
    const fetching = { known: [], waitSeconds: 0 };
    expect((await ask(serverId, 'fetch', fetching)).json()).toMatchObject({
      error: { code: 'foreign-server' },
    });
    expect((await ask(otherId, 'fetch', fetching)).json()).toMatchObject({ commands: [] });
    const answers = [{ id, outcome: 'applied', players: 1 }];
    expect((await ask(serverId, 'answers', { answers })).statusCode).toBe(403);
    expect((await ask(otherId, 'answers', { answers })).statusCode).toBe(204);
    await fetchNow();
    expect((await ask(otherId, 'answers', { answers })).statusCode).toBe(204);
    expect(await stateOf(cookie, id)).toBe('delivered');
  });
});

describe('the switches of the economy', () => {
  const turn = (cookie: string, verb: string, isOpen: boolean, reason = 'it doubles things') =>
    http.ask('PUT', `/api/v1/servers/${serverId}/verbs/${verb}`, { payload: { isOpen, reason }, cookie });
  const verbs = async (cookie: string) =>
    (await http.ask('GET', `/api/v1/servers/${serverId}/verbs`, { cookie })).json<{
      verbs: { verb: string; isOpen: boolean; stops: string }[];
    }>().verbs;
  const beat = (closedVerbs: string[]) =>
    post(`servers/${serverId}/heartbeat`, { players: 0, draining: false, closedVerbs }, { token });

  it('are turned by a command, and stand as the server says; both are in the audit log, with before and after', async () => {
    const cookie = await http.logIn('admin');
    const all = await verbs(cookie);
    expect(all.every(({ isOpen, stops }) => isOpen && stops !== '')).toBe(true);
    for (const _ of [1, 2]) {
      const given = await turn(cookie, 'trade', false);
      expect(given.statusCode).toBe(202);
      const { id } = given.json<CommandBody>();
      const { commands } = await fetchNow();
      expect(commands).toMatchObject([{ id, kind: 'verbSwitch', args: { verb: 'trade', isOpen: false } }]);
      await answer([{ id, outcome: 'applied', players: 3 }]);
      await beat(['trade']);
      const off = (await verbs(cookie)).filter(({ isOpen }) => !isOpen);
      expect(off.map(({ verb }) => verb)).toEqual(['trade']);
    }
    const given = (await audited()).filter(({ details }) => details['state'] === 'queued');
    expect(given.map(({ action, target, details }) => [action, target, details['why']])).toEqual(
      Array(2).fill(['command.verbSwitch', `server:${serverId}`, 'it doubles things']),
    );
    expect(given.map(({ details: { before, after } }) => [before, after])).toEqual([
      [{ isOpen: true }, { isOpen: false }],
      [{ isOpen: false }, { isOpen: false }],
    ]);
  });

  it('are seen by operators the moment they are turned, and are no event of the server’s', async () => {
    const cookie = await http.logIn('viewer');
    const stream = await EventReader.open(`${await http.url()}/api/v1/events`, {
      host: 'localhost:8080',
      cookie,
    });
    await beat([]);
    await beat(['trade']);
    for (;;) {
      const { event, data } = await stream.next();
      if (event !== 'server' || !('closedVerbs' in (data as object))) continue;
      expect(data).toMatchObject({ serverId, status: 'online', closedVerbs: ['trade'] });
      break;
    }
    stream.close();
    const { events } = (await http.ask('GET', '/api/v1/events/recent', { cookie })).json<{
      events: object[];
    }>();
    expect(events.filter((each) => 'closedVerbs' in each)).toEqual([]);
    const closed = async () =>
      (await http.ask('GET', `/api/v1/servers/${serverId}`, { cookie })).json<{ closedVerbs: string[] }>()
        .closedVerbs;
    expect(await closed()).toEqual(['trade']);
    // Each once, and none that nobody here could switch on again.
    expect((await beat(['trade', 'ofAnotherVersion', 'trade'])).statusCode).toBe(200);
    expect(await closed()).toEqual(['trade']);
  });

  it('are for admins and owners, of verbs that there are, with a reason', async () => {
    for (const [role, status] of [
      ['viewer', 403],
      ['moderator', 403],
      ['admin', 202],
      ['owner', 202],
    ] as const)
      expect([role, (await turn(await http.logIn(role), 'trade', false)).statusCode]).toEqual([role, status]);
    const owner = await http.logIn('owner', 'other');
    expect((await turn(owner, 'trade', false, '')).statusCode).toBe(400);
    const unknown = await turn(owner, 'start', false);
    expect([unknown.statusCode, unknown.body]).toEqual([400, expect.stringContaining('pickUp')]);
    expect(unknown.body).toContain('cannot be switched, for every new character begins with it');
    const nowhere = await http.ask('GET', `/api/v1/servers/${randomUUID()}/verbs`, { cookie: owner });
    expect(nowhere.statusCode).toBe(404);
  });
});

describe('who gives commands', () => {
  const reason = 'for a test';
  const all = (): [string, object][] => [
    [`players/${playerId}/kick`, { reason }],
    [`servers/${serverId}/broadcast`, { text: 'hello' }],
    [`servers/${serverId}/drain`, { reason, graceSeconds: 60, then: 'stay' }],
    [`servers/${serverId}/reopen`, {}],
  ];

  it.each<[Role, number[]]>([
    ['viewer', [403, 403, 403, 403]],
    ['moderator', [202, 202, 403, 403]],
    ['admin', [202, 202, 202, 202]],
    ['owner', [202, 202, 202, 202]],
  ])('a %s may, for kick, broadcast, drain and reopen: %j', async (role, statuses) => {
    const cookie = await http.logIn(role);
    const got: number[] = [];
    for (const [url, payload] of all()) got.push((await post(url, payload, { cookie })).statusCode);
    expect(got).toEqual(statuses);
  });

  it('is told what does not exist', async () => {
    const cookie = await http.logIn('owner');
    const nobody = randomUUID();
    const code = async (url: string, payload: object) =>
      (await post(url, payload, { cookie })).json<{ error: { code: string } }>().error.code;
    expect(await code(`players/${nobody}/kick`, { reason })).toBe('unknown-player');
    expect(await code(`servers/${nobody}/broadcast`, { text: 'hello' })).toBe('unknown-server');
    expect((await http.ask('GET', `/api/v1/commands/${nobody}`, { cookie })).statusCode).toBe(404);
  });

  it('cannot say what chat may not', async () => {
    const cookie = await http.logIn('owner');
    for (const text of ['', '   ', 'a\u0007b', 'a\u202eb', 'x'.repeat(201), 'ä'.repeat(101), '\ud800']) {
      const reply = await post(`servers/${serverId}/broadcast`, { text }, { cookie });
      expect([text, reply.statusCode]).toEqual([text, 400]);
    }
    expect((await kick(cookie, { reason: '' })).statusCode).toBe(400);
    expect((await kick(cookie, { message: 'ä'.repeat(33) })).statusCode).toBe(400);
    const trimmed = await post(`servers/${serverId}/broadcast`, { text: '  hello ' }, { cookie });
    expect(trimmed.json()).toMatchObject({ args: { text: 'hello' } });
  });

  it('is stopped when there are too many, and the audit log is not buried', async () => {
    const cookie = await http.logIn('moderator');
    const say = () => post(`servers/${serverId}/broadcast`, { text: 'spam' }, { cookie });
    const { attemptsMax } = accountLimit;
    for (let i = 0; i < attemptsMax; i++) {
      const { id } = (await say()).json<CommandBody>();
      await fetchNow();
      await answer([{ id, outcome: 'applied', players: 0 }]);
    }
    const refused = await say();
    expect(refused.statusCode).toBe(429);
    expect(refused.json()).toMatchObject({ error: { code: 'locked-out' } });
    // Others are not held up by that.
    expect((await kick(await http.logIn('admin'))).statusCode).toBe(202);
  });

  it('is told when a server has more waiting than it takes', async () => {
    for (let i = 0; i < openCommandsMax; i++) {
      const cookie = await http.logIn('moderator', `m${Math.floor(i / 20)}`);
      expect((await kick(cookie)).statusCode).toBe(202);
    }
    const reply = await kick(await http.logIn('admin'));
    expect(reply.json()).toMatchObject({ error: { code: 'too-many-commands' } });
  });

  it('sees what was done to a server, or a player', async () => {
    const cookie = await http.logIn('moderator');
    await kick(cookie);
    await post(`servers/${serverId}/broadcast`, { text: 'hello' }, { cookie });
    const kinds = async (query: string) =>
      (await http.ask('GET', `/api/v1/commands?${query}`, { cookie }))
        .json<{ commands: CommandBody[] }>()
        .commands.map(({ kind }) => kind);
    expect(await kinds(`serverId=${serverId}`)).toEqual(['broadcast', 'kick']);
    expect(await kinds(`playerId=${playerId}`)).toEqual(['kick']);
    expect(await kinds(`serverId=${randomUUID()}`)).toEqual([]);
  });
});
