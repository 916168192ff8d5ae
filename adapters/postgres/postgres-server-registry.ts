// The registry of game servers in PostgreSQL.

import { LockMode } from '@mikro-orm/postgresql';
import {
  serversMax,
  type RegisteredServer,
  type ServerDescription,
  type ServerRegistry,
} from '#ports/server-registry.js';
import type { TelemetrySample } from '#ports/telemetry-history.js';
import type { AdminDatabase } from './admin-database.js';
import { ServerRow } from './rows/server-row.js';

export class PostgresServerRegistry implements ServerRegistry {
  constructor(private readonly database: AdminDatabase) {}

  async register(
    server: ServerDescription,
    tokenId: string,
    nowUnixMs: number,
  ): Promise<'registered' | 'foreign-token' | 'too-many-servers'> {
    const { startedAtUnixMs, ...rest } = server;
    const state = { players: 0, draining: false, stopped: false, latest: null };
    const row = {
      ...rest,
      ...state,
      tokenId,
      startedAt: new Date(startedAtUnixMs),
      lastSeenAt: new Date(nowUnixMs),
    };
    return this.database.fork().transactional(async (em) => {
      const known = await em.findOne(ServerRow, { id: server.id }, { lockMode: LockMode.PESSIMISTIC_WRITE });
      if (known && known.tokenId !== tokenId) return 'foreign-token';
      if (!known && (await em.count(ServerRow)) >= serversMax) return 'too-many-servers';
      if (known) await em.nativeUpdate(ServerRow, { id: server.id }, row);
      else await em.insert(ServerRow, row);
      return 'registered';
    });
  }

  async heartbeat(
    id: string,
    beat: { players: number; draining: boolean },
    nowUnixMs: number,
  ): Promise<boolean> {
    return this.#update(id, { ...beat, stopped: false, lastSeenAt: new Date(nowUnixMs) });
  }

  async noteTelemetry(id: string, sample: TelemetrySample, nowUnixMs: number): Promise<boolean> {
    const lastSeenAt = new Date(nowUnixMs);
    return this.#update(id, { latest: sample, players: sample.players, stopped: false, lastSeenAt });
  }

  async markStopped(id: string): Promise<void> {
    await this.#update(id, { stopped: true, players: 0 });
  }

  async find(id: string): Promise<RegisteredServer | undefined> {
    const row = await this.database.fork().findOne(ServerRow, { id });
    return row ? toServer(row) : undefined;
  }

  async list(): Promise<readonly RegisteredServer[]> {
    const orderBy = { name: 'asc', id: 'asc' } as const;
    const rows = await this.database.fork().find(ServerRow, {}, { orderBy, limit: serversMax });
    return rows.map(toServer);
  }

  async #update(id: string, part: Partial<ServerRow>): Promise<boolean> {
    return (await this.database.fork().nativeUpdate(ServerRow, { id }, part)) > 0;
  }
}

function toServer(row: ServerRow): RegisteredServer {
  return {
    id: row.id,
    name: row.name,
    version: row.version,
    host: row.host,
    udpPort: row.udpPort,
    httpPort: row.httpPort,
    startedAtUnixMs: row.startedAt.getTime(),
    playersMax: row.playersMax,
    udpAdapter: row.udpAdapter,
    maps: row.maps,
    publicKey: row.publicKey,
    protocolHash: row.protocolHash,
    tokenId: row.tokenId,
    lastSeenAtUnixMs: row.lastSeenAt.getTime(),
    players: row.players,
    draining: row.draining,
    stopped: row.stopped,
    latest: row.latest ?? undefined,
  };
}
