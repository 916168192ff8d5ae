// Game servers: registration, signs of life, silence, telemetry, players.

import { describe, expect, it } from '@jest/globals';
import { ingestPositions, ingestTelemetry } from '#application/admin/monitoring/ingest-telemetry.js';
import { findPlayer, listPlayers } from '#application/admin/players/list-players.js';
import { noticeLostServers, type KnownStatuses } from '#application/admin/servers/notice-lost-servers.js';
import { tendHistory } from '#application/admin/monitoring/history-kept.js';
import { readHistory } from '#application/admin/monitoring/read-history.js';
import { recordGoodbye, recordHeartbeat } from '#application/admin/servers/record-heartbeat.js';
import { recordPlayerMovements } from '#application/admin/players/record-player-movements.js';
import { offlineAfterMs, serverStatus, staleAfterMs } from '#application/admin/liveness/server-status.js';
import { description, sample } from '../../support/admin/server-examples.js';
import { everything } from '../../support/admin/history-questions.js';
import { AdminWorld } from '../../support/admin/admin-world.js';
import { register } from '../../support/servers/proving-server.js';

async function withServer() {
  const world = new AdminWorld();
  const { id, server, token, budget } = await world.gameServer();
  world.feed.events.length = 0;
  return { world, token, id, server, budget };
}

const numbers = ['Ann', 'Bob', 'Cid'];
const known = (name: string) => ({ characterId: numbers.indexOf(name) + 1, name });
const joined = (name: string) => ({
  ...known(name),
  accountId: '00000000-0000-0000-0000-000000000000',
  level: 1,
  map: 'meadow',
});
const statuses = (world: AdminWorld) =>
  world.feed.events.map((event) => (event.type === 'server' ? event.status : event.type));

describe('a game server', () => {
  it('learns at registration how often to report', async () => {
    const world = new AdminWorld();
    const result = await register(world.ports, await world.serverToken(), description({}));
    expect(result).toEqual({ ok: true, heartbeatSeconds: 5, telemetrySeconds: 1, tokenIssuers: [] });
    expect(statuses(world)).toEqual(['online']);
  });

  it('speaks only for itself', async () => {
    const { world, id, budget } = await withServer();
    const { token: foreign } = await world.gameServer();
    world.feed.events.length = 0;
    const refusal = { ok: false, reason: 'foreign-server' };
    const nobody = { joined: [], left: [], changed: [], online: undefined };
    expect(await recordHeartbeat(world.ports, foreign, id, { players: 1, draining: false })).toEqual(refusal);
    expect(await recordGoodbye(world.ports, foreign, id)).toEqual(refusal);
    expect(await recordPlayerMovements(world.ports, budget, foreign, id, nobody)).toEqual(refusal);
    expect(await ingestTelemetry(world.ports, budget, foreign, id, sample({ atUnixMs: 0 }))).toEqual(refusal);
    const positions = { serverId: id, map: 'meadow', tick: 1, entities: [] };
    expect(await ingestPositions(world.ports, foreign, positions)).toEqual(refusal);
    expect(world.feed.events).toEqual([]);
  });

  it('is told to register when it is unknown', async () => {
    const { world, token } = await withServer();
    const beat = { players: 1, draining: false };
    expect(await recordHeartbeat(world.ports, token, world.ports.mint.uuid(), beat)).toEqual({
      ok: false,
      reason: 'unknown-server',
    });
  });

  it('hears in every answer which maps are watched', async () => {
    const { world, token, id, budget } = await withServer();
    world.feed.watched = ['meadow'];
    const answer = { ok: true, watchedMaps: ['meadow'] };
    const beat = { players: 1, draining: false };
    expect(await recordHeartbeat(world.ports, token, id, beat)).toMatchObject(answer);
    expect(await ingestTelemetry(world.ports, budget, token, id, sample({ atUnixMs: 0 }))).toEqual(answer);
  });

  it('tells the console when it begins to drain, once', async () => {
    const { world, token, id } = await withServer();
    for (const draining of [false, true, true, false]) {
      await recordHeartbeat(world.ports, token, id, { players: 1, draining });
    }
    expect(statuses(world)).toEqual(['draining', 'online']);
  });

  it('is offline at once after its goodbye, and its players with it', async () => {
    const { world, token, id, budget } = await withServer();
    const online = { joined: [joined('Ann')], left: [], changed: [], online: undefined };
    await recordPlayerMovements(world.ports, budget, token, id, online);
    await recordGoodbye(world.ports, token, id);
    const server = await world.ports.servers.find(id);
    expect(serverStatus(server!, world.clock.atUnixMs)).toBe('offline');
    expect((await world.ports.players.page({ limit: 1, online: true })).total).toBe(0);
  });
});

describe('the status of a server', () => {
  it('follows its last sign of life', () => {
    const server = { lastSeenAtUnixMs: 1_000, stopped: false, draining: false };
    const after = (silentMs: number, part = {}) => serverStatus({ ...server, ...part }, 1_000 + silentMs);
    expect(after(staleAfterMs - 1)).toBe('online');
    expect(after(staleAfterMs - 1, { draining: true })).toBe('draining');
    expect(after(staleAfterMs, { draining: true })).toBe('stale');
    expect(after(offlineAfterMs)).toBe('offline');
    expect(after(0, { stopped: true })).toBe('offline');
  });

  it('is told as it changes by silence, and a lost server loses its players', async () => {
    const { world, token, id, budget } = await withServer();
    await recordPlayerMovements(world.ports, budget, token, id, {
      joined: [joined('Ann')],
      left: [],
      changed: [],
      online: undefined,
    });
    world.feed.events.length = 0;
    const known: KnownStatuses = new Map();
    const look = async (laterMs: number) => {
      world.clock.atUnixMs += laterMs;
      await noticeLostServers(world.ports, known);
      await noticeLostServers(world.ports, known);
    };
    await look(0);
    await look(staleAfterMs);
    expect((await world.ports.players.page({ limit: 1, online: true })).total).toBe(1);
    await look(offlineAfterMs);
    expect((await world.ports.players.page({ limit: 1, online: true })).total).toBe(0);
    expect(statuses(world)).toEqual(['stale', 'offline']);
  });

  it('takes players offline of a server that was lost while the API was down', async () => {
    const { world, token, id, budget } = await withServer();
    await recordPlayerMovements(world.ports, budget, token, id, {
      joined: [joined('Ann')],
      left: [],
      changed: [],
      online: undefined,
    });
    world.clock.atUnixMs += offlineAfterMs;
    await noticeLostServers(world.ports, new Map());
    expect((await world.ports.players.page({ limit: 1, online: true })).total).toBe(0);
  });
});

describe('telemetry', () => {
  it('is the newest figure of its server, part of its history, and seen live', async () => {
    const { world, token, id, budget } = await withServer();
    const measured = sample({ atUnixMs: world.clock.atUnixMs, players: 7, tickMsP99: 3 });
    await ingestTelemetry(world.ports, budget, token, id, measured);
    expect((await world.ports.servers.find(id))?.latest).toEqual(measured);
    expect(await readHistory(world.ports, id, 15)).toHaveLength(1);
    expect(world.feed.events).toEqual([{ type: 'telemetry', serverId: id, sample: measured }]);
  });

  it('is read back in at most 900 points, however long the span', async () => {
    const { world, token, id, budget } = await withServer();
    for (let i = 0; i < 300; i++) {
      await ingestTelemetry(world.ports, budget, token, id, sample({ atUnixMs: world.clock.atUnixMs }));
      world.clock.atUnixMs += 1_000;
    }
    expect((await readHistory(world.ports, id, 15)).length).toBe(300);
    expect((await readHistory(world.ports, id, 24 * 60)).length).toBeLessThanOrEqual(5);
  });

  it.each([
    ['the year 9999', 253_402_300_799_000],
    ['the year 1', -62_135_596_800_000],
  ])('of a server whose clock shows %s counts for now, and is forgotten in time', async (_year, atUnixMs) => {
    const { world, token, id, budget } = await withServer();
    await ingestTelemetry(world.ports, budget, token, id, sample({ atUnixMs }));
    const [point] = await readHistory(world.ports, id, 15);
    expect(point?.atUnixMs).toBe(world.clock.atUnixMs);
    world.clock.atUnixMs += 401 * 24 * 3_600_000;
    await tendHistory(world.ports);
    const { history } = world.ports;
    for (const step of [1, 60, 3600]) expect(await history.read(id, everything(step))).toEqual([]);
  });

  it('keeps the time of a report that waited', async () => {
    const { world, token, id, budget } = await withServer();
    const atUnixMs = world.clock.atUnixMs - 30_000;
    await ingestTelemetry(world.ports, budget, token, id, sample({ atUnixMs }));
    expect((await world.ports.servers.find(id))?.latest?.atUnixMs).toBe(atUnixMs);
  });

  it('comes no oftener than a server measures, for long', async () => {
    const { world, token, id, budget } = await withServer();
    const send = () =>
      ingestTelemetry(world.ports, budget, token, id, sample({ atUnixMs: world.clock.atUnixMs }));
    for (let i = 0; i < 120; i++) expect(await send()).toMatchObject({ ok: true });
    expect(await send()).toEqual({ ok: false, reason: 'locked-out', retryAfterSeconds: 1 });
    world.clock.atUnixMs += 1_000;
    expect(await send()).toMatchObject({ ok: true });
  });

  it('is kept by the second for hours, by the minute for weeks, and by the hour for a year', async () => {
    const { world, token, id, budget } = await withServer();
    await ingestTelemetry(world.ports, budget, token, id, sample({ atUnixMs: world.clock.atUnixMs }));
    const { clock, ports } = world;
    const begin = clock.atUnixMs;
    const left: boolean[][] = [];
    for (const days of [0.25, 35, 400, 402]) {
      clock.atUnixMs = begin + days * 24 * 3_600_000;
      await tendHistory(ports);
      const found = [1, 60, 3600].map((step) => ports.history.read(id, everything(step)));
      left.push((await Promise.all(found)).map((spans) => spans.length > 0));
    }
    expect(left).toEqual([
      [true, true, true],
      [false, true, true],
      [false, false, true],
      [false, false, false],
    ]);
  });
});

describe('players', () => {
  it('are listed with the name of their server, page by page', async () => {
    const { world, token, id, budget } = await withServer();
    await recordPlayerMovements(world.ports, budget, token, id, {
      joined: ['Ann', 'Bob', 'Cid'].map(joined),
      left: [],
      changed: [],
      online: undefined,
    });
    const query = { search: undefined, online: undefined, limit: 2, cursor: undefined };
    const first = await listPlayers(world.ports, query);
    expect(first.players.map(({ name, serverName }) => [name, serverName])).toEqual([
      ['Ann', 'local'],
      ['Bob', 'local'],
    ]);
    const second = await listPlayers(world.ports, { ...query, cursor: first.nextCursor! });
    expect(second).toMatchObject({ players: [{ name: 'Cid' }], nextCursor: null, total: 3 });
    expect(await findPlayer(world.ports, second.players[0]!.id)).toEqual(second.players[0]);
  });

  it('are at most as many as a server can hold, twice over while all of them change', async () => {
    const { world, token, id, budget, server } = await withServer();
    const crowd = (count: number, from = 1) =>
      Array.from({ length: count }, (_, i) => ({
        ...joined('Ann'),
        characterId: from + i,
        name: `P${from + i}`,
      }));
    const none = { joined: [], left: [], changed: [], online: undefined };
    const report = (part: Partial<typeof none> & object) =>
      recordPlayerMovements(world.ports, budget, token, id, { ...none, ...part });
    const refused = { ok: false, reason: 'too-many-players' };
    expect(await report({ online: crowd(2 * server.playersMax + 51) } as object)).toEqual(refused);
    world.clock.atUnixMs += 3_600_000;
    expect(await report({ joined: crowd(server.playersMax) } as object)).toMatchObject({ ok: true });
    world.clock.atUnixMs += 3_600_000;
    const invented = crowd(server.playersMax + 51, 100_000);
    expect(await report({ joined: invented } as object)).toEqual(refused);
    expect((await world.ports.players.page({ limit: 1 })).total).toBe(server.playersMax);
  });

  it('are told at a bounded pace', async () => {
    const { world, token, id, budget, server } = await withServer();
    const changed = Array.from({ length: 2_500 }, (_, i) => ({
      ...known('Ann'),
      level: 1 + (i % 9),
      map: 'cave',
    }));
    const report = () =>
      recordPlayerMovements(world.ports, budget, token, id, {
        joined: [],
        left: [],
        changed,
        online: undefined,
      });
    expect(server.playersMax).toBe(1_000);
    expect(await report()).toMatchObject({ ok: true });
    expect(await report()).toMatchObject({ ok: false, reason: 'locked-out' });
    world.clock.atUnixMs += 90_000;
    expect(await report()).toMatchObject({ ok: true });
  });

  it('of the same name on two servers are two players', async () => {
    const { world, token, id, budget } = await withServer();
    const other = await world.gameServer({ name: 'other' });
    const none = { joined: [joined('Ann')], left: [], changed: [], online: undefined };
    await recordPlayerMovements(world.ports, budget, token, id, none);
    await recordPlayerMovements(world.ports, other.budget, other.token, other.id, none);
    const query = { search: 'ann', online: undefined, limit: 1, cursor: undefined };
    const first = await listPlayers(world.ports, query);
    const second = await listPlayers(world.ports, { ...query, cursor: first.nextCursor! });
    const names = [...first.players, ...second.players].map(({ serverName }) => serverName);
    expect(names.sort()).toEqual(['local', 'other']);
    expect(second.nextCursor).toBeNull();
  });

  it('come and go in the feed; a full list of who is online is no news', async () => {
    const { world, token, id, budget } = await withServer();
    await recordPlayerMovements(world.ports, budget, token, id, {
      ...{ joined: [], left: [], changed: [] },
      online: [joined('Ann')],
    });
    expect(world.feed.events).toEqual([]);
    await recordPlayerMovements(world.ports, budget, token, id, {
      joined: [joined('Bob')],
      left: [{ ...known('Ann'), level: 2, playedSeconds: 9 }],
      changed: [],
      online: undefined,
    });
    expect(world.feed.events).toMatchObject([
      { type: 'player', change: 'left', name: 'Ann', map: null },
      { type: 'player', change: 'joined', name: 'Bob', map: 'meadow' },
    ]);
  });

  it('show the level and map they reached meanwhile, told in one event', async () => {
    const { world, token, id, budget } = await withServer();
    const none = { joined: [], left: [], changed: [], online: undefined };
    await recordPlayerMovements(world.ports, budget, token, id, {
      ...none,
      joined: [joined('Ann'), joined('Bob')],
    });
    world.feed.events.length = 0;
    const changed = ['Ann', 'Bob'].map((name) => ({ ...known(name), level: 5, map: 'cave' }));
    await recordPlayerMovements(world.ports, budget, token, id, { ...none, changed });
    const query = { search: undefined, online: true, limit: 2, cursor: undefined };
    expect((await listPlayers(world.ports, query)).players).toMatchObject(changed);
    expect(world.feed.events).toMatchObject([{ type: 'players-changed', serverId: id, players: changed }]);
  });
});
