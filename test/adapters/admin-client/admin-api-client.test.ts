import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';

import { AdminApiClient, type AdminApiClientOptions } from '#adapters/admin-client/admin-api-client.js';
import { TelemetryWindow } from '#application/telemetry/telemetry-window.js';
import type { OnlinePlayer, TelemetryReport } from '#ports/system/telemetry-sink.js';

import { hardwareReading, serverFigures } from '../../support/servers/server-figures.js';
import { refusal, startFakeAdminApi, type Answer, type Call, type FakeAdminApi } from './fake-admin-api.js';

const serverId = '6f1c2a52-2f64-4b0e-9a5e-0d5a8f3c1b77';
const token = 'token-of-the-test-server';
const introduction = {
  name: 'local',
  version: '0.1.0',
  host: '127.0.0.1',
  udpPort: 7777,
  httpPort: 7780,
  startedAt: '2026-11-21T01:00:00.000Z',
  playersMax: 100,
  udpAdapter: 'dgram',
  maps: ['meadow'],
  publicKey: 'ab'.repeat(32),
  protocolHash: 'cd'.repeat(8),
};

let api: FakeAdminApi;
let online: OnlinePlayer[];
let logged: string[];
const clients: AdminApiClient[] = [];

const numbers: string[] = [];
/** The same number for the same name. */
function idOf(characterName: string): number {
  if (!numbers.includes(characterName)) numbers.push(characterName);
  return numbers.indexOf(characterName) + 1;
}

function player(characterName: string): OnlinePlayer {
  return {
    characterId: idOf(characterName),
    characterName,
    accountId: '00000000-0000-0000-0000-000000000000',
    level: 1,
    map: 'meadow',
  };
}

function report(players: number): TelemetryReport {
  const window = new TelemetryWindow(serverId);
  const hardware = hardwareReading();
  window.close({ figures: serverFigures(), hardware, at: introduction.startedAt });
  const figures = serverFigures({ atMs: 1000 });
  const now = { ...figures, simulation: { ...figures.simulation, players } };
  return window.close({ figures: now, hardware, at: introduction.startedAt })!;
}

function startClient(changes: Partial<AdminApiClientOptions> = {}): AdminApiClient {
  const note = (message: string): void => void logged.push(message);
  const client = new AdminApiClient({
    baseUrl: api.url,
    token,
    serverId,
    introduction,
    prove: (challenge) => challenge.replaceAll('0', 'f'),
    online: () => online,
    signOfLife: () => ({ players: online.length, draining: false }),
    clock: { nowMs: () => performance.now(), unixMs: () => Date.now() },
    log: { debug: note, info: note, warn: note, error: note },
    random: () => 0,
    ...changes,
  });
  clients.push(client);
  client.start();
  return client;
}

const to =
  (path: string, wanted: (body: Call['body']) => boolean = () => true) =>
  (call: Call): boolean =>
    call.path.endsWith(path) && wanted(call.body);
const namesIn = (list: unknown): string[] => (list as OnlinePlayer[]).map((one) => one.characterName);
/** After the list with which every registration begins. */
const settled = (): Promise<Call> => api.called(to('/players', (body) => 'online' in body));

const registeredAnswer = { heartbeatSeconds: 0.05, telemetrySeconds: 1, tokenIssuers: [] };
async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await new Promise((resolve) => setTimeout(resolve, 5));
}

beforeEach(async () => {
  api = await startFakeAdminApi();
  online = [];
  logged = [];
});

afterEach(async () => {
  await Promise.all(clients.splice(0).map((client) => client.stop(0)));
  await api.stop();
});

describe('a game server that reports to the admin API', () => {
  it('introduces itself with its token, then tells that it lives and who is online', async () => {
    online = [player('Aldric')];
    startClient();
    const list = await settled();
    // Signs of life are due so often here that a second one may come before the list.
    const told = api.calls.map(({ method, path }) => `${method} ${path}`);
    expect([...new Set(told)].slice(0, 4)).toEqual([
      `POST servers/${serverId}/challenge`,
      `PUT servers/${serverId}`,
      `POST servers/${serverId}/heartbeat`,
      `POST servers/${serverId}/players`,
    ]);
    const proof = 'f'.repeat(64);
    expect(api.calls[1]).toMatchObject({
      authorization: `Bearer ${token}`,
      body: { ...introduction, proof },
    });
    expect(api.calls[2]!.body).toEqual({ players: 1, draining: false });
    expect(list.body).toEqual({ joined: [], left: [], online: [player('Aldric')] });
  });

  it('says when the API knows it, not while that has never heard of it', async () => {
    const known: string[] = [];
    api.misbehave = ({ method }) => {
      if (method !== 'PUT') return undefined;
      known.push('asked');
      return known.length < 2 ? refusal(409, 'too-many-servers') : undefined;
    };
    startClient({ onKnown: () => known.push('known') });
    await api.called(({ path }) => path.endsWith('/heartbeat'));
    expect(known).toEqual(['asked', 'asked', 'known']);
  });

  it('keeps telling that it lives, as often as the API asked for', async () => {
    startClient();
    await settled();
    api.calls.length = 0;
    await api.called(to('/heartbeat'));
    api.calls.length = 0;
    await api.called(to('/heartbeat'));
  });

  it('says that its signs of life are refused, and tells its checks again when they are taken', async () => {
    let isRefused = true;
    api.misbehave = ({ method, path }) => {
      if (method === 'PUT') return { status: 200, body: { ...registeredAnswer, takesChecks: true } };
      return path.endsWith('/heartbeat') && isRefused ? refusal(400, 'invalid-request') : undefined;
    };
    const client = startClient({ checks: async () => [{ name: 'journal', ok: true }] });
    const withChecks = ({ body }: Call) => body['checks'] !== undefined;
    const beats = () => api.calls.filter(to('/heartbeat'));
    await until(() => beats().length > 4);
    expect(beats().slice(0, 4).map(withChecks)).toEqual([true, false, true, false]);
    expect(client.refusal).toContain('signs of life');
    isRefused = false;
    await until(() => beats().slice(-2).every(withChecks));
    expect(client.refusal).toBeUndefined();
  });

  it('tells of no checks where an API of before refuses them, and is not refused then', async () => {
    api.misbehave = (call) => {
      if (call.method === 'PUT') return { status: 200, body: { ...registeredAnswer, takesChecks: true } };
      return call.path.endsWith('/heartbeat') && call.body['checks'] !== undefined
        ? refusal(400, 'invalid-request')
        : undefined;
    };
    const client = startClient({ checks: async () => [{ name: 'journal', ok: true }] });
    await until(() => api.calls.filter(to('/heartbeat')).length > 4);
    const told = api.calls.filter(to('/heartbeat')).map(({ body }) => body['checks'] !== undefined);
    expect(told.filter(Boolean)).toHaveLength(1);
    expect(client.refusal).toBeUndefined();
  });

  it('tells who came and went, in order', async () => {
    const client = startClient();
    await settled();
    client.playerJoined(player('One'));
    client.playerJoined(player('Two'));
    client.playerLeft({ characterId: idOf('One'), characterName: 'One', level: 2, playedSeconds: 60 });
    const left = await api.called(to('/players', (body) => (body['left'] as unknown[]).length > 0));
    const told = api.calls.filter(to('/players', (body) => !('online' in body)));
    expect(told.flatMap((call) => namesIn(call.body['joined']))).toEqual(['One', 'Two']);
    expect(left.body['left']).toEqual([
      { characterId: idOf('One'), characterName: 'One', level: 2, playedSeconds: 60 },
    ]);
    // Applied as the API applies it (left, then joined), One must not end up online.
    expect(namesIn(left.body['joined'])).not.toContain('One');
  });

  it('sends telemetry and learns which maps are watched', async () => {
    const client = startClient();
    await settled();
    expect(client.watchedMaps.size).toBe(0);
    api.watchedMaps = ['meadow'];
    client.telemetry(report(3));
    const call = await api.called(to('telemetry'));
    expect(call.body).toEqual(report(3));
    api.calls.length = 0;
    await api.called(to('/heartbeat'));
    expect([...client.watchedMaps]).toEqual(['meadow']);
    expect(client.connected).toBe(true);
  });

  it('sends the newest positions of a map, under its own id', async () => {
    const client = startClient();
    await settled();
    const entities = [[65_537, 1, 1.5, 2.5, 'Aldric', 0]] as const;
    client.positions({ map: 'meadow', tick: 9, entities: [] });
    client.positions({ map: 'meadow', tick: 10, entities });
    const call = await api.called(to('/positions'));
    expect(call.body).toEqual({ serverId, map: 'meadow', tick: 10, entities });
  });
});

describe('an admin API that is away', () => {
  it('is tried again until it is there, and then gets the newest half minute of telemetry', async () => {
    const port = Number(new URL(api.url).port);
    await api.stop();
    const client = startClient();
    for (let players = 1; players <= 40; players += 1) client.telemetry(report(players));
    await new Promise((resolve) => setTimeout(resolve, 60));
    expect(client.connected).toBe(false);
    api = await startFakeAdminApi(port);
    await api.called(to('telemetry', (body) => body['players'] === 40));
    const told = api.calls.filter(to('telemetry')).map((call) => call.body['players']);
    expect(told).toEqual(Array.from({ length: 30 }, (_, index) => index + 11));
    expect(logged).toEqual([
      expect.stringContaining('cannot be reached'),
      expect.stringContaining('knows this server'),
    ]);
  });

  it.each<[string, Answer]>([
    ['answers 500', refusal(500, 'internal')],
    ['answers 503', refusal(503, 'unavailable')],
    ['asks for patience', refusal(429, 'too-many')],
    ['cuts the connection', 'cut'],
    ['never answers', 'hang'],
    ['answers with a page', { status: 200, body: 'hello' }],
    ['answers without end', { status: 200, body: 'x'.repeat(100_000) }],
    ['sends elsewhere', { status: 307, headers: { location: 'http://127.0.0.1:1/' } }],
  ])('and %s loses no telemetry', async (_case, answer) => {
    let bad = 1;
    api.misbehave = (call) => (call.path === 'telemetry' && bad-- > 0 ? answer : undefined);
    const client = startClient({ timeoutMs: 100 });
    await settled();
    client.telemetry(report(1));
    client.telemetry(report(2));
    await api.called(to('telemetry', (body) => body['players'] === 2));
    const told = api.calls.filter(to('telemetry')).map((call) => call.body['players']);
    expect(told).toEqual([1, 1, 2]);
  });

  it('was restarted and forgot everything: it gets the introduction and the list again', async () => {
    const client = startClient();
    await settled();
    online = [player('Late')];
    api.calls.length = 0;
    let forgot = 1;
    api.misbehave = (call) =>
      call.path === 'telemetry' && forgot-- > 0 ? refusal(404, 'unknown-server') : undefined;
    client.telemetry(report(7));
    const list = await settled();
    expect(namesIn(list.body['online'])).toEqual(['Late']);
    expect(api.calls.some((call) => call.method === 'PUT')).toBe(true);
    await api.called(to('telemetry', (body) => body['players'] === 7));
  });
});

describe('an admin API that refuses', () => {
  it('one report gets the next all the same', async () => {
    api.misbehave = (call) =>
      call.path === 'telemetry' && call.body['players'] === 1 ? refusal(400, 'invalid-request') : undefined;
    const client = startClient();
    await settled();
    client.telemetry(report(1));
    client.telemetry(report(2));
    await api.called(to('telemetry', (body) => body['players'] === 2));
    expect(api.calls.filter(to('telemetry'))).toHaveLength(2);
    expect(logged).toContain('the admin API refused a report');
  });

  it('the token is not hammered, and the log is told once', async () => {
    api.misbehave = () => refusal(401, 'invalid-server-token');
    const client = startClient();
    await new Promise((resolve) => setTimeout(resolve, 400));
    expect(api.calls.length).toBeLessThanOrEqual(2);
    expect(client.connected).toBe(false);
    expect(logged).toEqual(['the admin API does not know this server']);
  });
});

describe('a token that was replaced', () => {
  it.each([401, 403])(
    'is read anew when the API answers %i, and nobody need start anything',
    async (status) => {
      const fresh = 'token-that-lies-in-the-file-now';
      api.misbehave = ({ authorization }) =>
        authorization === `Bearer ${fresh}` ? undefined : refusal(status, 'invalid-server-token');
      const client = startClient({ rereadToken: async () => fresh });
      await settled();
      expect(client.connected).toBe(true);
      expect(client.refusal).toBeUndefined();
    },
  );

  it('is taken anew when it turned out to be of another server', async () => {
    const fresh = 'token-of-its-own';
    api.misbehave = ({ method, authorization }) =>
      method !== 'PUT' || authorization === `Bearer ${fresh}`
        ? undefined
        : refusal(409, 'token-of-another-server');
    const client = startClient({ rereadToken: async () => fresh });
    await settled();
    expect(client.refusal).toBeUndefined();
  });

  it('is refused with a reason as long as there is no other', async () => {
    api.misbehave = () => refusal(401, 'invalid-server-token');
    const client = startClient({ rereadToken: async () => token });
    await api.called(to('/challenge'));
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(client.refusal).toBe('invalid-server-token: no');
  });
});

describe('a server that may not register as it is', () => {
  it('says why until an operator has agreed, and then reports', async () => {
    let agreed = false;
    api.misbehave = ({ method }) => (method === 'PUT' && !agreed ? refusal(409, 'server-moved') : undefined);
    const client = startClient();
    await api.called(({ method }) => method === 'PUT');
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(client.refusal).toBe('server-moved: no');
    agreed = true;
    await settled();
    expect(client.refusal).toBeUndefined();
  });
});

describe('a server that stays refused', () => {
  it('says so all the time, once in the log, and asks less and less often', async () => {
    api.misbehave = ({ method }) => (method === 'PUT' ? refusal(409, 'server-moved') : undefined);
    const client = startClient();
    const tries = () => api.calls.filter(({ method }) => method === 'PUT').length;
    await api.called(({ method }) => method === 'PUT');
    await new Promise((resolve) => setTimeout(resolve, 50));
    const said = new Set<string | undefined>();
    while (tries() < 3) {
      said.add(client.refusal);
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    expect([...said]).toEqual(['server-moved: no']);
    expect(logged.filter((line) => line.includes('does not know'))).toHaveLength(1);
  });
});

describe('stopping', () => {
  it('tells who left, then says goodbye, and nothing after that', async () => {
    const client = startClient();
    await settled();
    client.playerLeft({ characterId: idOf('One'), characterName: 'One', level: 1, playedSeconds: 5 });
    await client.stop();
    const last = api.calls.slice(-2).map((call) => call.path);
    expect(last).toEqual([`servers/${serverId}/players`, `servers/${serverId}/goodbye`]);
    const calls = api.calls.length;
    client.telemetry(report(1));
    client.start();
    await new Promise((resolve) => setTimeout(resolve, 80));
    expect(api.calls).toHaveLength(calls);
  });

  it.each(['hang', 'cut'] as const)('ends although the API answers with: %s', async (answer) => {
    const client = startClient({ timeoutMs: 60_000 });
    await settled();
    api.misbehave = (call) => (call.path === 'telemetry' ? answer : undefined);
    client.telemetry(report(1));
    await api.called(to('telemetry'));
    api.misbehave = () => answer;
    await client.stop(50);
    await client.stop(50);
  });

  it('before the API was ever reached says nothing to it', async () => {
    await api.stop();
    const client = startClient();
    await client.stop(50);
    api = await startFakeAdminApi();
    expect(client.connected).toBe(false);
  });
});
