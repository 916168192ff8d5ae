// Live events over real sockets: what arrives, what is replayed, who is dropped, and when streams end.

import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { connect } from 'node:net';
import { StreamKeeper } from '#adapters/admin-api/events/stream-keeper.js';
import {
  EventStreams,
  queuedBytesMax,
  streamsPerSessionMax,
  type StreamSink,
} from '#adapters/admin-api/events/event-streams.js';
import type { RecentEventsAnswer } from '#adapters/admin-api/events/event-schemas.js';
import { recentEventsMax } from '#adapters/admin-api/events/recent-events.js';
import { ReplayBuffer } from '#adapters/admin-api/events/replay-buffer.js';
import { sessionMsMax } from '#application/admin/sign-in/session-life.js';
import { figureNamed, figureNames } from '#ports/system/telemetry-figures.js';
import { AdminHttp, serverId, telemetry } from '../../support/admin/admin-http.js';
import { EventReader } from '../../support/admin/event-reader.js';

let http: AdminHttp;
let readers: EventReader[];
beforeEach(async () => {
  http = await AdminHttp.start();
  readers = [];
});
afterEach(async () => {
  for (const reader of readers) reader.close();
  await http.stop();
});

async function open(cookie: string, more: { map?: string; lastEventId?: string } = {}): Promise<EventReader> {
  const query = more.map === undefined ? '' : `?map=${more.map}`;
  // As the console's address bar has it: the cookie's name ends in that port.
  const host = 'localhost:8080';
  const headers = { host, cookie, ...(more.lastEventId && { 'last-event-id': more.lastEventId }) };
  const reader = await EventReader.open(`${await http.url()}/api/v1/events${query}`, headers);
  readers.push(reader);
  return reader;
}

describe('an event stream', () => {
  it('begins with hello and tells what game servers report, as they reported it', async () => {
    const token = await http.registerServer();
    const reader = await open(await http.logIn('viewer'));
    expect(reader.headers).toMatchObject({
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store, no-transform',
      'x-content-type-options': 'nosniff',
    });
    expect(await reader.next()).toEqual({ event: 'hello', data: { resumed: false } });
    await http.ask('POST', '/api/v1/telemetry', { token, payload: telemetry });
    // What a server of an older version does not tell was not measured.
    const later = figureNames.filter((name) => figureNamed(name).told === 'later');
    const data = { ...telemetry, ...Object.fromEntries(later.map((name) => [name, null])) };
    expect(await reader.next()).toEqual({ event: 'telemetry', id: expect.any(String), data });

    const left = { characterId: 1, characterName: 'Ann', level: 2, playedSeconds: 5 };
    await http.ask('POST', `/api/v1/servers/${serverId}/players`, { token, payload: { left: [left] } });
    expect(await reader.next()).toMatchObject({
      event: 'player',
      data: { change: 'left', name: 'Ann', level: 2, serverId, map: null },
    });
    const beat = { players: 1, draining: true };
    await http.ask('POST', `/api/v1/servers/${serverId}/heartbeat`, { token, payload: beat });
    expect(await reader.next()).toMatchObject({
      event: 'server',
      data: { serverId, name: 'local', status: 'draining', at: expect.stringMatching(/Z$/) },
    });
  });

  it('tells how what it shows stands: newcomers the last word, nobody an old one again', async () => {
    const token = await http.registerServer();
    const cookie = await http.logIn('viewer');
    const health = (state: 'up' | 'down', atUnixMs: number) =>
      http.streams.tellHealth({
        atUnixMs,
        database: { state, sinceUnixMs: atUnixMs, answeredUnixMs: 1_000 },
      });
    health('down', 2_000);
    health('down', 3_000);
    const reader = await open(cookie);
    expect((await reader.next()).event).toBe('hello');
    const at = '1970-01-01T00:00:03.000Z';
    const answeredAt = '1970-01-01T00:00:01.000Z';
    expect(await reader.next()).toEqual({
      event: 'health',
      data: { at, database: 'down', since: at, answeredAt, telemetryAt: null },
    });
    await http.ask('POST', '/api/v1/telemetry', { token, payload: telemetry });
    const seen = await reader.next();
    health('up', 4_000);
    expect(await reader.next()).toMatchObject({
      event: 'health',
      data: { database: 'up', telemetryAt: telemetry.at },
    });
    const again = await open(cookie, { lastEventId: seen.id! });
    expect(await again.next()).toEqual({ event: 'hello', data: { resumed: true } });
    expect(await again.next()).toMatchObject({ event: 'health', data: { database: 'up' } });
  });

  it('tells positions of the map it asked for only, and servers which maps are watched', async () => {
    const token = await http.registerServer();
    const cookie = await http.logIn('viewer');
    const watcher = await open(cookie, { map: 'meadow' });
    const other = await open(cookie);
    await watcher.next();
    await other.next();
    // What stands there by the content may have a longer name than a player.
    const long = 'Tilda the keeper of chests, and of what is in them'.padEnd(64, '.');
    const entities = [
      [65_537, 1, 3.5, 4.25, 'Ann', 0],
      [65_538, 4, 5, 6, long, 3],
    ];
    const payload = { serverId, map: 'meadow', tick: 7, entities };
    const answer = await http.ask('POST', '/api/v1/telemetry/positions', { token, payload });
    expect(answer.json()).toEqual({ watched: true });
    expect(await watcher.next()).toEqual({ event: 'positions', data: payload });
    const reply = await http.ask('POST', '/api/v1/telemetry', { token, payload: telemetry });
    expect(reply.json()).toEqual({ watchedMaps: ['meadow'] });
    expect((await other.next()).event).toBe('telemetry');

    watcher.close();
    await until(() => http.streams.open === 1);
    const unwatched = await http.ask('POST', '/api/v1/telemetry/positions', { token, payload });
    expect(unwatched.json()).toEqual({ watched: false });
  });

  it('goes on after the last event seen when a client comes back', async () => {
    const token = await http.registerServer();
    const cookie = await http.logIn('viewer');
    const reader = await open(cookie);
    await reader.next();
    const send = (players: number) =>
      http.ask('POST', '/api/v1/telemetry', { token, payload: { ...telemetry, players } });
    await send(1);
    const seen = await reader.next();
    reader.close();
    await send(2);
    await send(3);
    const again = await open(cookie, { lastEventId: seen.id! });
    expect(await again.next()).toEqual({ event: 'hello', data: { resumed: true } });
    expect([await again.next(), await again.next()]).toMatchObject([
      { data: { players: 2 } },
      { data: { players: 3 } },
    ]);
  });

  it('need not have been open: what happened lately can be asked for, and no more than that is kept', async () => {
    const token = await http.registerServer();
    const cookie = await http.logIn('viewer');
    const recent = async () =>
      (await http.ask('GET', '/api/v1/events/recent', { cookie })).json<RecentEventsAnswer>().events;
    expect(await recent()).toMatchObject([{ type: 'server', name: 'local', status: 'online' }]);
    await http.ask('POST', '/api/v1/telemetry', { token, payload: telemetry });
    const left = [{ characterId: 1, characterName: 'Ann', level: 2, playedSeconds: 5 }];
    await http.ask('POST', `/api/v1/servers/${serverId}/players`, { token, payload: { left } });
    const [, second, ...more] = await recent();
    expect(second).toEqual({
      type: 'player',
      change: 'left',
      characterId: 1,
      name: 'Ann',
      level: 2,
      serverId,
      map: null,
      at: expect.stringMatching(/Z$/),
    });
    expect(more).toEqual([]);
    const crowd = Array.from({ length: recentEventsMax }, (_, i) => ({
      ...left[0],
      characterId: i + 1,
      characterName: `bot-${i}`,
    }));
    await http.ask('POST', `/api/v1/servers/${serverId}/players`, { token, payload: { left: crowd } });
    const names = (await recent()).map(({ name }) => name);
    expect([names.length, names[0]]).toEqual([recentEventsMax, 'bot-0']);
  });

  it('says that it could not go on when the last event is unknown', async () => {
    const cookie = await http.logIn('viewer');
    for (const lastEventId of ['elsewhere-1', 'test-999', 'nonsense']) {
      const reader = await open(cookie, { lastEventId });
      expect(await reader.next()).toEqual({ event: 'hello', data: { resumed: false } });
    }
  });

  it('is refused to a stranger, and beyond the streams of one session', async () => {
    await expect(open('')).rejects.toThrow('401');
    const cookie = await http.logIn('viewer');
    for (let i = 0; i < streamsPerSessionMax; i++) await open(cookie);
    await expect(open(cookie)).rejects.toThrow('429');
    await expect(open(await http.logIn('viewer'))).resolves.toBeDefined();
  });

  it('is given up when its client has gone', async () => {
    const cookie = await http.logIn('viewer');
    const reader = await open(cookie);
    expect(http.streams.open).toBe(1);
    reader.close();
    await until(() => http.streams.open === 0);
  });
});

describe('a stream ends', () => {
  it('with the log-out', async () => {
    const cookie = await http.logIn('viewer');
    const reader = await open(cookie);
    await http.ask('POST', '/api/v1/auth/logout', { cookie });
    await reader.ended();
  });

  it('with the suspension of its account', async () => {
    const owner = await http.logIn('owner');
    const reader = await open(await http.logIn('viewer'));
    const account = await http.world.ports.accounts.findByName('viewer');
    const payload = { disabled: true };
    await http.ask('PATCH', `/api/v1/accounts/${account!.id}`, { cookie: owner, payload });
    await reader.ended();
  });

  it('when its session ran out, or ended on another replica', async () => {
    const reader = await open(await http.logIn('viewer'));
    const kept = await open(await http.logIn('admin'));
    const account = await http.world.ports.accounts.findByName('viewer');
    await http.world.ports.sessions.removeOfAccount(account!.id);
    await http.app.get(StreamKeeper, { strict: false }).check();
    await reader.ended();
    expect(http.streams.open).toBe(1);
    http.world.clock.atUnixMs += sessionMsMax;
    await http.app.get(StreamKeeper, { strict: false }).check();
    await kept.ended();
  });

  it('when its role may follow nothing any more by the hand of another replica, that of a key too', async () => {
    const { accounts } = http.world.ports;
    const role = { name: 'watch', means: 'A test', permissions: ['live:read'] };
    await accounts.addRole(role);
    const reader = await open(await http.logIn('watch'));
    const { token } = await http.apiKey('watch', 'keeper', ['live:read']);
    const byKey = await EventReader.open(`${await http.url()}/api/v1/events`, {
      ...{ host: 'localhost:8080', authorization: `Bearer ${token}` },
    });
    readers.push(byKey);
    await http.app.get(StreamKeeper, { strict: false }).check();
    expect(http.streams.open).toBe(2);
    await accounts.changeRole({ ...role, permissions: ['servers:read'] });
    await http.app.get(StreamKeeper, { strict: false }).check();
    await Promise.all([reader.ended(), byKey.ended()]);
  });

  it('when the API stops, which does not wait for clients', async () => {
    const reader = await open(await http.logIn('viewer'));
    await http.stop();
    await reader.ended();
  });
});

describe('a client that does not read', () => {
  it('is dropped, and counted, while others go on', async () => {
    const token = await http.registerServer();
    const cookie = await http.logIn('viewer');
    const reader = await open(cookie);
    await reader.next();
    const { port } = new URL(await http.url());
    const deaf = connect(Number(port), '127.0.0.1');
    deaf.write(`GET /api/v1/events HTTP/1.1\r\nhost: localhost:8080\r\ncookie: ${cookie}\r\n\r\n`);
    deaf.pause();
    deaf.on('error', () => undefined);
    await until(() => http.streams.open === 2);
    // Far more than the sockets' own buffers hold.
    const playersByMap = Object.fromEntries(
      Array.from({ length: 256 }, (_, i) => [`map-${i}-${'x'.repeat(50)}`, i]),
    );
    const payload = { ...telemetry, playersByMap };
    for (let i = 0; i < 2_000 && http.streams.counters.dropped === 0; i++) {
      http.world.clock.atUnixMs += 1_000;
      await http.ask('POST', '/api/v1/telemetry', { token, payload });
      await reader.next();
    }
    expect(http.streams.counters.dropped).toBe(1);
    expect(http.streams.open).toBe(1);
    deaf.destroy();
  });

  it('misses positions first, since the next replace them', () => {
    const streams = new EventStreams('t');
    const sink = new FakeSink();
    streams.add({ tokenDigest: 'a', accountId: 'a', map: 'meadow', lastEventId: undefined }, sink);
    sink.texts.length = 0;
    sink.queuedBytes = 100_000;
    streams.publish({ type: 'positions', serverId, map: 'meadow', tick: 1, entities: [] });
    expect(sink.texts).toEqual([]);
    expect(streams.counters.positionsSkipped).toBe(1);
    streams.beat();
    expect(sink.texts).toEqual([': beat\n\n']);
    sink.queuedBytes = queuedBytesMax + 1;
    streams.beat();
    expect(sink.isEnded).toBe(true);
    expect(streams.open).toBe(0);
  });
});

describe('the replay buffer', () => {
  it('gives what followed an event, as long as it still has all of it', () => {
    const buffer = new ReplayBuffer('m', 3);
    for (const n of [1, 2, 3, 4]) buffer.add((id) => `${id}=${n}`);
    expect(buffer.after('m-4')).toEqual([]);
    expect(buffer.after('m-3')).toEqual(['m-4=4']);
    expect(buffer.after('m-1')).toEqual(['m-2=2', 'm-3=3', 'm-4=4']);
    expect(buffer.after('m-0')).toBeUndefined();
    expect(buffer.after('m-5')).toBeUndefined();
    expect(buffer.after('n-3')).toBeUndefined();
    expect(buffer.after('m-x')).toBeUndefined();
    for (const loose of ['m-03', 'm-3e0', 'm-0x3', 'm- 3', 'm-+3', 'm-3.0', 'm-'])
      expect([loose, buffer.after(loose)]).toEqual([loose, undefined]);
  });
});

describe('players that are to be forgotten', () => {
  const client = { tokenDigest: 'a', accountId: 'b', map: undefined, lastEventId: 'm-0' };
  const player = (characterId: number, name: string, change: 'joined' | 'left' = 'joined') => ({
    ...({ type: 'player', change, characterId, name, level: 1, serverId, map: null, atUnixMs: 0 } as const),
  });
  const replayed = (streams: EventStreams): string => {
    const sink = new FakeSink();
    streams.add({ ...client, lastEventId: 'm-1' }, sink);
    return sink.texts.join('');
  };
  const filled = (): EventStreams => {
    const streams = new EventStreams('m');
    streams.publish({ type: 'server', serverId, name: 'local', status: 'online', atUnixMs: 0 });
    for (const event of [player(1, 'Ann'), player(2, 'Bob')]) streams.publish(event);
    const players = [1, 2].map((characterId) => ({
      ...{ characterId, name: characterId === 1 ? 'Ann' : 'Bob', level: 2, map: 'meadow' },
    }));
    streams.publish({ type: 'players-changed', serverId, players, atUnixMs: 0 });
    return streams;
  };

  it('are in nothing that is kept, nor in what is said of them later', () => {
    const streams = filled();
    streams.forgetPlayers(serverId, [1]);
    streams.publish(player(1, 'Ann', 'left'));
    streams.publish(player(3, 'Cid'));
    expect(streams.recent().map(({ name }) => name)).toEqual(['local', 'Bob', 'Cid']);
    const text = replayed(streams);
    expect(text).not.toContain('Ann');
    expect(text).toMatch(/^id: m-4\nevent: players-changed\ndata: .*"name":"Bob"/m);
    expect(text).toContain('{"resumed":true}');
  });

  it('may be all of a server, and nobody of another', () => {
    const streams = filled();
    streams.publish({ ...player(1, 'Eve'), serverId: 'another' });
    streams.forgetPlayers(serverId);
    expect(streams.recent().map(({ name }) => name)).toEqual(['local', 'Eve']);
    expect(replayed(streams)).not.toMatch(/Ann|Bob/);
    streams.publish(player(1, 'Ann'));
    expect(replayed(streams)).toContain('Ann');
  });
});

describe('server registration', () => {
  it('is seen by who watches', async () => {
    const token = await http.registerServer();
    const reader = await open(await http.logIn('viewer'));
    await reader.next();
    await http.introduce(token);
    expect(await reader.next()).toMatchObject({ event: 'server', data: { status: 'online' } });
  });
});

class FakeSink implements StreamSink {
  readonly texts: string[] = [];
  queuedBytes = 0;
  isEnded = false;
  write(text: string): void {
    this.texts.push(text);
  }
  end(): void {
    this.isEnded = true;
  }
}

async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await new Promise((resolve) => setTimeout(resolve, 5));
}
