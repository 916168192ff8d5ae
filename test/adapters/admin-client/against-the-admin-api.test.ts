// Both sides of the contract together: the client against the real admin API, whose stores are in memory.

import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';

import { judge } from '#adapters/game-http/health-check.js';
import { createAdminApp } from '#adapters/admin-api/create-admin-app.js';
import { EventStreams } from '#adapters/admin-api/events/event-streams.js';
import { AdminApiClient } from '#adapters/admin-client/admin-api-client.js';
import { DirectoryFigures } from '#adapters/admin-client/directory-figures.js';
import { DirectoryTeller } from '#adapters/admin-client/directory-teller.js';
import { MemoryCharacterStore } from '#adapters/memory/storage/character-store.js';
import { NobleCryptoSuite } from '#adapters/noble/noble-crypto-suite.js';
import { ErasureReceipts } from '#adapters/server-proof/erasure-receipts.js';
import type { AdminPorts } from '#application/admin/access/admin-ports.js';
import { makeToken } from '#application/admin/tokens/machine-tokens.js';
import { serverTokenPrefix } from '#application/admin/sign-in/session-life.js';
import { TelemetryWindow } from '#application/telemetry/telemetry-window.js';
import type { LiveEvent } from '#ports/admin/monitoring/live-feed.js';
import type { OnlinePlayer } from '#ports/system/telemetry-sink.js';
import { memoryPorts } from '#src/admin-api/memory-ports.js';
import { settings } from '#src/configuration/settings.js';

import { storedCharacter } from '../../contract/storage/character-store.js';
import { proofFor, testPublicKey } from '../../support/servers/proving-server.js';
import {
  durations,
  gatewayFigures,
  hardwareReading,
  serverFigures,
  simulationFigures,
} from '../../support/servers/server-figures.js';

const serverId = '6f1c2a52-2f64-4b0e-9a5e-0d5a8f3c1b77';
const clock = { nowMs: () => performance.now(), unixMs: () => Date.now() };
const faults: string[] = [];
const fault = (message: string, fields: unknown): void =>
  void faults.push(`${message} ${JSON.stringify(fields)}`);
const log = { debug: () => undefined, info: () => undefined, warn: fault, error: fault };

const published: LiveEvent[] = [];
let app: NestFastifyApplication;
let ports: AdminPorts;
let client: AdminApiClient;
let token: string;
let online: OnlinePlayer[];

beforeEach(async () => {
  faults.length = 0;
  online = [player('Aldric')];
  published.length = 0;
  const streams = new EventStreams('test');
  const publish = streams.publish.bind(streams);
  streams.publish = (event) => {
    published.push(event);
    publish(event);
  };
  ports = memoryPorts(streams, clock);
  const publicUrl = 'http://127.0.0.1';
  app = await createAdminApp({
    ports,
    streams,
    probes: [],
    health: { checks: [], judge },
    settings: { version: '1', publicUrl, consoleDir: undefined, trustedProxies: [], corsOrigins: [] },
    log,
  });
  await app.listen(0, '127.0.0.1');
  token = await bearer();
  client = new AdminApiClient({
    baseUrl: (await app.getUrl()).replace(/\/$/, ''),
    token,
    serverId,
    prove: (challenge) => proofFor(challenge, { serverId, host: '127.0.0.1', udpPort: 7777 }),
    introduction: {
      name: 'local',
      version: '0.1.0',
      host: '127.0.0.1',
      udpPort: 7777,
      httpPort: 7780,
      startedAt: new Date().toISOString(),
      playersMax: 100,
      udpAdapter: 'dgram',
      maps: ['meadow'],
      publicKey: testPublicKey,
      protocolHash: 'cd'.repeat(8),
    },
    online: () => online,
    signOfLife: () => ({ players: online.length, draining: false }),
    clock,
    log,
  });
  client.start();
});

afterEach(async () => {
  await client.stop();
  await app.close();
  expect(faults).toEqual([]);
});

async function bearer(): Promise<string> {
  const token = ports.mint.token(serverTokenPrefix);
  const wish = { label: 'test', kind: 'game-server', expiresAtUnixMs: undefined } as const;
  await ports.serverTokens.add(makeToken(ports, wish, token));
  return token;
}

const numbers = ['Aldric', 'Berta'];
const idOf = (characterName: string): number => numbers.indexOf(characterName) + 1;

function player(characterName: string): OnlinePlayer {
  return {
    characterId: idOf(characterName),
    characterName,
    accountId: '00000000-0000-0000-0000-000000000000',
    level: 3,
    map: 'meadow',
  };
}

async function eventually(holds: () => Promise<boolean>): Promise<void> {
  while (!(await holds())) await new Promise((resolve) => setTimeout(resolve, 10));
}

async function namesOnline(): Promise<string[]> {
  const { players } = await ports.players.page({ online: true, limit: 100 });
  return players.map(({ name }) => name);
}

describe('the admin API and a game server', () => {
  it('agree on introduction, sign of life and who is online', async () => {
    await eventually(async () => (await namesOnline()).includes('Aldric'));
    expect(await ports.servers.find(serverId)).toMatchObject({ name: 'local', players: 1, maps: ['meadow'] });
    client.playerJoined(player('Berta'));
    client.playerLeft({
      characterId: idOf('Aldric'),
      characterName: 'Aldric',
      level: 4,
      playedSeconds: 61.5,
    });
    await eventually(async () => (await namesOnline()).join() === 'Berta');
    const { players } = await ports.players.page({ search: 'aldric', limit: 1 });
    expect(players[0]).toMatchObject({ online: false, level: 4, playedSeconds: 61.5 });
  });

  it('agree on the level and map that somebody reached', async () => {
    await eventually(async () => (await namesOnline()).includes('Aldric'));
    client.playerChanged({ ...player('Aldric'), level: 4 });
    client.playerChanged({ ...player('Aldric'), level: 5, map: 'mine' });
    const aldric = async () => (await ports.players.page({ search: 'aldric', limit: 1 })).players[0]!;
    await eventually(async () => (await aldric()).level === 5);
    expect(await aldric()).toMatchObject({ online: true, map: 'mine' });
  });

  it('agree on what is stored of characters', async () => {
    await eventually(async () => (await namesOnline()).includes('Aldric'));
    const store = new MemoryCharacterStore();
    await store.create(storedCharacter({ name: 'Aldric', level: 9 }), Date.now());
    await store.create(storedCharacter({ name: 'Berta', playedSeconds: 4_294_967_295 }), Date.now());
    const { outbox } = store;
    const identity = { serverId, staticSecretKey: new Uint8Array(32).fill(1) };
    const receipts = new ErasureReceipts(new NobleCryptoSuite(), identity);
    const teller = new DirectoryTeller({
      ...{ baseUrl: (await app.getUrl()).replace(/\/$/, ''), token, serverId, outbox },
      ...{ figures: new DirectoryFigures(), clock, log, lookEveryMs: 5, receipts },
    });
    teller.start();
    await eventually(async () => (await outbox.figures()).waiting === 0);
    await teller.stop();
    const { players } = await ports.players.page({ limit: 9 });
    const seen = players.map((one) => [one.name, one.level, one.playedSeconds, one.online]);
    expect(seen).toEqual([
      ['Aldric', 9, 3_600, true],
      ['Berta', 3, 4_294_967_295, false],
    ]);
  });

  it('agree on telemetry, as it is really measured', async () => {
    const window = new TelemetryWindow(serverId);
    const hardware = hardwareReading({ processMemoryBytes: 123_456, processCpuPercent: 12.5 });
    const at = new Date().toISOString();
    window.close({ figures: serverFigures(), hardware, at });
    const figures = serverFigures({
      atMs: 1000,
      simulation: simulationFigures({
        ticks: 60,
        players: 2,
        playersByMap: { meadow: 2 },
        tickDurations: durations(60),
      }),
      gateways: [gatewayFigures({ packetsIn: 120, packetsOut: 40, packetsLost: 1, connections: 2 })],
    });
    client.telemetry(window.close({ figures, hardware, at })!);
    await eventually(async () => (await ports.servers.find(serverId))?.latest !== undefined);
    expect((await ports.servers.find(serverId))!.latest).toMatchObject({
      tickRate: 60,
      packetsInPerSecond: 120,
      lossPercent: 2.5,
      gatewaysConnections: [2],
      memoryBytes: 123_456,
    });
  });

  it('agree on positions', async () => {
    const entities = [
      [65_537, 1, 1.5, 1024, 'Aldric', 0],
      [2, 3, 0, 0, null, 7],
    ] as const;
    client.positions({ map: 'meadow', tick: 5, entities });
    const expected = { type: 'positions', serverId, map: 'meadow', tick: 5, entities };
    await eventually(async () => published.some((event) => event.type === 'positions'));
    expect(published).toContainEqual(expected);
  });

  it('agree that a server that stopped is offline, with everybody on it', async () => {
    await eventually(async () => (await namesOnline()).includes('Aldric'));
    await client.stop();
    expect(await ports.servers.find(serverId)).toMatchObject({ stopped: true });
    expect(await namesOnline()).toEqual([]);
  });

  it('agree on what a token looks like', async () => {
    const token = await bearer();
    expect(settings.serverToken.kind.fromText(token, '/')).toBe(token);
  });
});
