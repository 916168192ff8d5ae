// Mutes and bans over HTTP: who may impose how long ones, what is written down, and what game servers and login services
// are told of them.

import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { AdminHttp, serverId } from '../../../support/admin/admin-http.js';

interface SanctionBody {
  readonly id: string;
  readonly state: string;
  readonly until: string | null;
  readonly isKnownThere: boolean;
}
interface Told {
  readonly isWhole: boolean;
  readonly sanctions: readonly { sanctionId: string; secondsLeft: number }[];
  readonly over: readonly string[];
  readonly mark: string | null;
}

let http: AdminHttp;
let token: string;
let playerId: string;
let cookie: string;
const accountId = 'aaaaaaaa-0000-4000-8000-000000000001';
const weekS = 7 * 24 * 3_600;

beforeEach(async () => {
  http = await AdminHttp.start();
  token = await http.registerServer();
  cookie = await http.logIn('moderator');
  playerId = await join(7, 'Ada', accountId);
});
afterEach(() => http.stop());

async function join(characterId: number, name: string, account: string): Promise<string> {
  const { ports, clock } = http.world;
  const player = { characterId, name, accountId: account, level: 1, map: 'meadow' };
  await ports.players.noteJoined(serverId, [player], clock.atUnixMs);
  return (await ports.players.findCharacter(serverId, characterId))!.id;
}

const wish = (part: object = {}) => ({ reason: 'spoke ill', message: 'enough', seconds: 3_600, ...part });
const impose = (measure: 'mute' | 'ban', payload: object = wish(), by = cookie, id = playerId) =>
  http.ask('POST', `/api/v1/players/${id}/${measure}`, { cookie: by, payload });
const lift = (id: string, by = cookie) =>
  http.ask('POST', `/api/v1/sanctions/${id}/lift`, { cookie: by, payload: { reason: 'was not so' } });
const list = async (id = playerId) =>
  (await http.ask('GET', `/api/v1/players/${id}/sanctions`, { cookie })).json<{ sanctions: SanctionBody[] }>()
    .sanctions;
const imposed = async (...asked: Parameters<typeof impose>) => {
  const reply = await impose(...asked);
  expect(reply.statusCode).toBe(201);
  return reply.json<{ sanction: SanctionBody; command: { kind: string; args: object; id: string } }>();
};
const codeOf = (reply: { json<T>(): T }) => reply.json<{ error: { code: string } }>().error.code;
const post = (url: string, payload: object, of = serverId) =>
  http.ask('POST', `/api/v1/servers/${of}/${url}`, { payload, token });
const fetched = async (mark: string | null = null) => (await post('sanctions/fetch', { mark })).json<Told>();
const audited = async (action: string) =>
  (await http.world.ports.audit.page({ limit: 9, action })).map(({ outcome, actorName, details }) => ({
    ...{ outcome, actorName, ...details },
  }));
const logIn = async (account = accountId) =>
  http.ask('POST', '/api/v1/connect-tokens', {
    token: await http.world.bearerToken('login-service'),
    payload: { accountId: account, characterName: 'Ada', clientKey: '5a'.repeat(32), serverId },
  });

describe('a sanction', () => {
  it('is in force at once, given to its server as a command, and in the audit log with who, why and how long', async () => {
    const { sanction, command } = await imposed('ban');
    const { clock } = http.world;
    expect(sanction).toMatchObject({
      ...{ playerId, serverId, name: 'Ada', measure: 'ban', state: 'in-force', reason: 'spoke ill' },
      ...{ message: 'enough', actorName: 'moderator', liftedAt: null, isKnownThere: false },
      until: new Date(clock.atUnixMs + 3_600_000).toISOString(),
    });
    expect(command).toMatchObject({
      kind: 'sanction',
      args: {
        ...{ characterId: 7, name: 'Ada', sanctionId: sanction.id, measure: 'ban', accountId },
        ...{ secondsLeft: 3_600, message: 'enough' },
      },
    });
    expect(await list()).toEqual([sanction]);
    expect(await audited('player.ban')).toEqual([
      {
        ...{
          outcome: 'done',
          actorName: 'moderator',
          sanction: sanction.id,
          measure: 'ban',
          server: serverId,
        },
        ...{
          why: 'spoke ill',
          seconds: 3_600,
          args: { characterId: 7, name: 'Ada', accountId, message: 'enough' },
        },
      },
    ]);
  });

  it.each([
    ['moderator', weekS, 201],
    ['moderator', weekS + 1, 403],
    ['moderator', null, 403],
    ['admin', weekS + 1, 201],
    ['admin', null, 201],
  ] as const)('of a %s for %j seconds is answered with %i', async (role, seconds, status) => {
    const by = await http.logIn(role);
    for (const measure of ['mute', 'ban'] as const) {
      const reply = await impose(measure, wish({ seconds }), by);
      expect(reply.statusCode).toBe(status);
      if (status !== 403) continue;
      expect(codeOf(reply)).toBe('sanction-too-long');
      expect(await audited(`player.${measure}`)).toMatchObject([
        { outcome: 'refused', reason: 'sanction-too-long', seconds: seconds ?? 'for good' },
      ]);
    }
    expect(await list()).toHaveLength(status === 403 ? 0 : 2);
  });

  it('is as long by an API key as that was made for, whatever its operator may', async () => {
    const long = (token: string) =>
      http.ask('POST', `/api/v1/players/${playerId}/ban`, { token, payload: wish({ seconds: null }) });
    const bans = await http.apiKey('admin', 'with-keys', ['players:ban']);
    expect(codeOf(await long(bans.token))).toBe('sanction-too-long');
    const more = await http.apiKey('admin', 'with-keys', ['players:ban', 'players:sanction-long']);
    expect((await long(more.token)).statusCode).toBe(201);
  });

  it('is lifted by who might have given it, once, which is written down', async () => {
    const admin = await http.logIn('admin');
    const [short, long] = [await imposed('ban'), await imposed('mute', wish({ seconds: null }), admin)];
    expect(codeOf(await lift(long.sanction.id))).toBe('sanction-too-long');
    const lifted = await lift(short.sanction.id);
    expect(lifted.json()).toMatchObject({
      sanction: { state: 'lifted', liftedByName: 'moderator', liftReason: 'was not so' },
      command: { kind: 'lift', args: { characterId: 7, name: 'Ada', sanctionId: short.sanction.id } },
    });
    expect(codeOf(await lift(short.sanction.id))).toBe('sanction-over');
    expect((await lift(long.sanction.id, admin)).statusCode).toBe(201);
    expect(codeOf(await lift(serverId))).toBe('unknown-sanction');
    expect((await audited('player.lift')).map(({ outcome }) => outcome)).toEqual([
      ...['done', 'refused', 'done', 'refused'],
    ]);
    expect((await list()).map(({ state }) => state)).toEqual(['lifted', 'lifted']);
  });

  it('ends by itself', async () => {
    await imposed('mute');
    http.world.clock.atUnixMs += 3_600_000;
    cookie = await http.logIn('moderator');
    expect((await list()).map(({ state }) => state)).toEqual(['expired']);
  });

  it('is listed with every character of the account', async () => {
    const { sanction } = await imposed('ban');
    expect(await list(await join(8, 'Zoe', accountId))).toEqual([sanction]);
    expect(await list(await join(9, 'Eve', 'aaaaaaaa-0000-4000-8000-000000000009'))).toEqual([]);
  });

  it('is not given to nobody, and not beyond what may be in force', async () => {
    expect(codeOf(await impose('ban', wish(), cookie, serverId))).toBe('unknown-player');
    for (let i = 0; i < 10; i++) await imposed('mute');
    expect(codeOf(await impose('ban'))).toBe('too-many-sanctions');
    expect((await http.ask('GET', `/api/v1/players/${serverId}/sanctions`, { cookie })).statusCode).toBe(404);
  });

  it.each<[string, object]>([
    ['no reason', { reason: ' ' }],
    ['a message that no packet holds', { message: 'm'.repeat(65) }],
    ['no time at all', { seconds: 0 }],
    ['more than ten years', { seconds: 4e8 }],
    ['half a second', { seconds: 0.5 }],
    ['nothing about the time', { seconds: undefined }],
  ])('is refused with %s, and changes nothing', async (_, wrong) => {
    expect((await impose('ban', wish(wrong))).statusCode).toBe(400);
    expect(await list()).toEqual([]);
  });

  it('holds though its server cannot be told: the answer has no command, and the server asks', async () => {
    const { ports } = http.world;
    const issue = ports.commands.issue.bind(ports.commands);
    Object.assign(ports.commands, { issue: async () => false });
    const { sanction, command } = await imposed('ban');
    Object.assign(ports.commands, { issue });
    expect([command, sanction.state]).toEqual([null, 'in-force']);
    expect((await fetched()).sanctions).toMatchObject([{ sanctionId: sanction.id }]);
  });
});

describe('a game server that asks', () => {
  it('is told all that is in force, then what changed, and is known to know it', async () => {
    const { sanction } = await imposed('ban');
    const whole = await fetched();
    expect(whole).toEqual({
      ...{ isWhole: true, over: [], more: false, mark: expect.any(String) },
      sanctions: [
        {
          ...{ sanctionId: sanction.id, measure: 'ban', characterId: 7, characterName: 'Ada', accountId },
          ...{ secondsLeft: 3_600, message: 'enough' },
        },
      ],
    });
    expect((await list())[0]!.isKnownThere).toBe(false);
    expect(await fetched(whole.mark)).toMatchObject({ isWhole: false, sanctions: [], over: [] });
    expect((await list())[0]!.isKnownThere).toBe(true);
    await lift(sanction.id);
    expect((await list())[0]!.isKnownThere).toBe(false);
    // Its mark was of that very sanction: then all is told.
    expect(await fetched(whole.mark)).toMatchObject({ isWhole: true, sanctions: [], over: [] });
  });

  it('is told of its own alone', async () => {
    await imposed('ban');
    const other = '11111111-1111-4111-8111-111111111112';
    expect(codeOf(await post('sanctions/fetch', { mark: null }, other))).toBe('unknown-server');
    const foreign = await http.world.bearerToken();
    const reply = await http.ask('POST', `/api/v1/servers/${serverId}/sanctions/fetch`, {
      ...{ token: foreign, payload: { mark: null } },
    });
    expect(codeOf(reply)).toBe('foreign-server');
  });

  it('that was removed from the list and comes back is told all the same', async () => {
    const { sanction } = await imposed('ban');
    const admin = await http.logIn('admin');
    await http.ask('DELETE', `/api/v1/servers/${serverId}`, { cookie: admin });
    await http.introduce(token);
    expect((await fetched()).sanctions).toMatchObject([{ sanctionId: sanction.id }]);
    expect(await list(await join(7, 'Ada', accountId))).toMatchObject([{ id: sanction.id }]);
    expect((await lift(sanction.id)).statusCode).toBe(201);
    expect((await fetched()).sanctions).toEqual([]);
  });
});

describe('a login service', () => {
  const online = () => post('heartbeat', { players: 0, draining: false });

  it('gets no connect token for a banned account at that server, and how long that is', async () => {
    await online();
    expect((await logIn()).statusCode).toBe(201);
    const { sanction } = await imposed('ban');
    const refused = await logIn();
    expect([refused.statusCode, codeOf(refused), refused.headers['retry-after']]).toEqual([
      ...[403, 'account-banned', '3600'],
    ]);
    expect((await logIn('aaaaaaaa-0000-4000-8000-000000000009')).statusCode).toBe(201);
    await lift(sanction.id);
    expect((await logIn()).statusCode).toBe(201);
  });

  it('of a muted one does', async () => {
    await online();
    await imposed('mute');
    expect((await logIn()).statusCode).toBe(201);
  });
});

const tellErased = async (number: number) => {
  const erased = [{ characterId: 7, createdAtUnixMs: 500 }];
  const reply = await post('directory', {
    ...{ telling: 'f'.repeat(32), number, mark: `${number}`.padStart(32, '0'), previous: null },
    ...{ asOf: number, characters: [], gone: [7], erased, isWhole: true },
  });
  expect(reply.statusCode).toBe(200);
};

it('of a player who is erased nothing is kept but what was done, by whom and why', async () => {
  const { sanction } = await imposed('ban');
  const { ports } = http.world;
  const order = {
    ...{ id: randomUUID(), serverId, kind: 'erase' as const, args: { characterId: 7, name: 'Ada' } },
    ...{ target: `player:${playerId}`, reason: 'asked for', actorId: randomUUID(), actorName: 'admin' },
    ...{ address: '', requestId: '' },
  };
  expect(await ports.commands.issue(order, 30_000)).toBe(true);
  await tellErased(1);
  expect(await fetched()).toMatchObject({ isWhole: true, sanctions: [] });
  const kept = [await ports.sanctions.find(sanction.id), await ports.audit.page({ limit: 99 })];
  expect(kept[0]).toMatchObject({ state: 'erased', reason: 'spoke ill', actorName: 'moderator' });
  expect(JSON.stringify(kept)).not.toContain(accountId);
  expect(JSON.stringify(kept)).not.toContain('Ada');
  expect(codeOf(await lift(sanction.id))).toBe('sanction-over');
});

it('an erasure that nobody ordered ends no ban: a token alone could tell it', async () => {
  const { sanction } = await imposed('ban');
  await tellErased(1);
  expect(await fetched()).toMatchObject({ sanctions: [{ sanctionId: sanction.id }] });
});
