// The admin API over memory stores, asked without a socket or, where streams matter, over a real one.

import { figureNamed, figureNames } from '#ports/system/telemetry-figures.js';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { InjectOptions, LightMyRequestResponse as Response } from 'fastify';
import type { AddressInfo } from 'node:net';
import { createAdminApp } from '#adapters/admin-api/create-admin-app.js';
import { makeDocument } from '#adapters/admin-api/openapi/document.js';
import { EventStreams } from '#adapters/admin-api/events/event-streams.js';
import type { AdminApiSettings } from '#adapters/admin-api/wiring/settings.js';
import { judge } from '#adapters/game-http/health-check.js';
import { MemoryMapCatalogue } from '#adapters/memory/admin/servers/map-catalogue.js';
import type { AdminPorts } from '#application/admin/access/admin-ports.js';
import type { Permission } from '#application/admin/access/permissions.js';
import { apiKeyPrefix } from '#application/admin/sign-in/session-life.js';
import type { ApiKey } from '#ports/admin/tokens/api-key-store.js';
import type { MapDetails } from '#ports/admin/servers/map-catalogue.js';
import type { ReadinessProbe } from '#ports/system/readiness-probe.js';
import type { Role } from '#ports/admin/accounts/role.js';
import { DocumentedRefusals } from './documented-refusals.js';
import { AdminWorld, goodPassword } from './admin-world.js';
import { proofFor, testPublicKey } from '../servers/proving-server.js';
import { RecordingLog } from '../silent-log.js';

export const serverId = '11111111-1111-4111-8111-111111111111';

export const smallMap: MapDetails = {
  key: 'meadow',
  name: 'Willowmere',
  widthM: 2,
  heightM: 1,
  tileWidthPx: 16,
  tileHeightPx: 16,
  tilesets: [
    {
      ...{ firstTile: 1, tileCount: 64, tileWidthPx: 16, tileHeightPx: 16 },
      ...{ marginPx: 0, spacingPx: 0, columns: 8 },
    },
  ],
  layers: [{ name: 'ground', data: [1, 0] }],
  spawns: [{ name: 'wolves', x: 1, y: 0, widthM: 1, heightM: 1, creature: 'wolf', count: 3 }],
  safeZones: [],
  portals: [],
};

export type Asked = Omit<InjectOptions, 'url'> & { token?: string; cookie?: string };

export class AdminHttp {
  readonly log = new RecordingLog();
  readonly streams = new EventStreams('test');
  readonly world: AdminWorld;
  app!: NestFastifyApplication;
  #url: string | undefined;
  #documented: DocumentedRefusals | undefined;
  #host = '';

  private constructor(given: Partial<AdminPorts>) {
    const maps = new MemoryMapCatalogue([smallMap], Uint8Array.of(0x89, 0x50));
    this.world = new AdminWorld({ live: this.streams, maps, ...given });
  }

  static async start(
    settings: Partial<AdminApiSettings> = {},
    probes: readonly ReadinessProbe[] = [],
    given: Partial<AdminPorts> = {},
  ): Promise<AdminHttp> {
    const http = new AdminHttp(given);
    const publicUrl = settings.publicUrl ?? 'http://localhost:8080';
    http.#host = new URL(publicUrl).host;
    http.app = await createAdminApp({
      ports: http.world.ports,
      streams: http.streams,
      probes,
      health: { checks: [], judge },
      settings: {
        version: '1',
        publicUrl,
        consoleDir: undefined,
        trustedProxies: [],
        corsOrigins: [],
        ...settings,
      },
      log: http.log,
    });
    return http;
  }

  /** What it is refused with must be what the document says of its route. */
  async ask(
    method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE' | 'HEAD' | 'OPTIONS',
    url: string,
    more: Asked = {},
  ): Promise<Response> {
    const { token, cookie, headers, ...rest } = more;
    const reply = await this.app.inject({
      method,
      url,
      ...rest,
      headers: {
        host: this.#host,
        ...(token !== undefined && { authorization: `Bearer ${token}` }),
        ...(cookie !== undefined && { cookie }),
        ...headers,
      },
    });
    this.#documented ??= new DocumentedRefusals(makeDocument(this.app, '1'));
    this.#documented.require(method, url, reply.statusCode, reply.body);
    return reply;
  }

  /** The Cookie header of somebody who logged in with that role. */
  async logIn(role: Role, name: string = role): Promise<string> {
    if (!(await this.world.ports.accounts.findByName(name))) await this.world.addAccount(name, role);
    const reply = await this.ask('POST', '/api/v1/auth/login', { payload: { name, password: goodPassword } });
    const [cookie] = reply.cookies;
    if (!cookie) throw new Error(`login answered ${reply.statusCode}: ${reply.body}`);
    return `${cookie.name}=${cookie.value}`;
  }

  /** A key of somebody with that role, put into the store: also with more than could be made for it. */
  async apiKey(
    role: Role,
    name: string,
    permissions: readonly Permission[],
    lifeMs = 86_400_000,
  ): Promise<{ readonly token: string; readonly key: ApiKey }> {
    const { ports } = this.world;
    const account = (await ports.accounts.findByName(name)) ?? (await this.world.addAccount(name, role));
    const token = ports.mint.token(apiKeyPrefix);
    const key = (await ports.apiKeys.add({
      ...{ id: ports.mint.uuid(), accountId: account.id, label: 'for tests', permissions, lifeMs },
      tokenDigest: ports.mint.digest(token),
    }))!;
    return { token, key };
  }

  /** The token of a game server that has registered as `serverId`. */
  async registerServer(): Promise<string> {
    const token = await this.world.bearerToken();
    const reply = await this.introduce(token);
    if (reply.statusCode !== 200) throw new Error(`registering answered ${reply.statusCode}: ${reply.body}`);
    return token;
  }

  /** Asks for a challenge and registers with its answer. */
  async introduce(token: string, id = serverId, part: Partial<typeof introduction> = {}): Promise<Response> {
    const asked = await this.ask('POST', `/api/v1/servers/${id}/challenge`, { token, payload: {} });
    const { challenge } = asked.json<{ challenge: string }>();
    const payload = { ...introduction, ...part };
    const proof = proofFor(challenge, { ...payload, serverId: id });
    return this.ask('PUT', `/api/v1/servers/${id}`, { token, payload: { ...payload, proof } });
  }

  /** Where it listens; it begins to when first asked. */
  async url(): Promise<string> {
    if (this.#url === undefined) {
      await this.app.listen(0, '127.0.0.1');
      const { port } = this.app.getHttpServer().address() as AddressInfo;
      this.#url = `http://127.0.0.1:${port}`;
    }
    return this.#url;
  }

  async stop(): Promise<void> {
    await this.app.close();
  }
}

export const introduction = {
  name: 'local',
  version: '1.0.0',
  host: '127.0.0.1',
  udpPort: 7777,
  httpPort: 7780,
  startedAt: '2026-11-21T01:00:00.000Z',
  playersMax: 1000,
  udpAdapter: 'dgram',
  maps: ['meadow'],
  publicKey: testPublicKey,
  protocolHash: 'cd'.repeat(8),
};

export const telemetry = {
  serverId,
  at: '2027-01-15T08:00:00.000Z',
  windowSeconds: 1,
  players: 3,
  entities: 40,
  tickRate: 60,
  tickMsP50: 1.5,
  tickMsP95: 2,
  tickMsP99: 3,
  tickMsMax: 4,
  packetsInPerSecond: 90,
  packetsOutPerSecond: 60,
  bytesInPerSecond: 4000,
  bytesOutPerSecond: 9000,
  rttMsP50: 20,
  rttMsP99: 60,
  lossPercent: 0.5,
  memoryBytes: 1e8,
  heapBytes: 5e7,
  cpuPercent: 12,
  gatewaysConnections: [3],
  databaseMsP99: 2,
  playersByMap: { meadow: 3 },
};

/** What a server of now tells besides. */
export const laterTelemetry = {
  ...Object.fromEntries(
    figureNames.filter((name) => figureNamed(name).told === 'later').map((name) => [name, 1]),
  ),
  ...{ phaseMsMean: { publish: 0.1 }, phaseMsP99: { publish: 0.3 }, gatewayPercent: { send: 4 } },
  ...{
    networkInBytesPerSecond: { eth0: 5 },
    networkOutBytesPerSecond: { eth0: 6 },
    cpuPercentByCore: { 0: 7 },
  },
};
