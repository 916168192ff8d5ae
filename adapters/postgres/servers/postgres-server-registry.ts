// The registry of game servers in PostgreSQL.

import '../connection/own-settings.js';
import { LockMode } from '@mikro-orm/postgresql';
import {
  isSameAddress,
  noToken,
  serversMax,
  type Heartbeat,
  type RegisterAnswer,
  type RegisteredServer,
  type ServerAddress,
  type ServerDescription,
  type ServerRegistry,
} from '#ports/admin/servers/server-registry.js';
import type { TelemetrySample } from '#ports/admin/monitoring/telemetry-history.js';
import type { AdminDatabase } from '../connection/admin-database.js';
import type { StoreTables } from '../connection/store-tables.js';
import { ChecksOfServers } from './checks-of-servers.js';
import { ServerRow } from '../rows/server-row.js';

export class PostgresServerRegistry implements ServerRegistry {
  static readonly tables: StoreTables = {
    rows: [ServerRow],
    migrations: [{ name: '2026-12-01-checks-of-servers', class: ChecksOfServers }],
  };

  constructor(private readonly database: AdminDatabase) {}

  async register(
    server: ServerDescription,
    tokenId: string,
    nowUnixMs: number,
  ): Promise<{ answer: RegisterAnswer; before: RegisteredServer | undefined }> {
    return this.database.fork().transactional(async (em) => {
      const row = await em.findOne(ServerRow, { id: server.id }, { lockMode: LockMode.PESSIMISTIC_WRITE });
      const before = row ? toServer(row) : undefined;
      if (!before && (await em.count(ServerRow)) >= serversMax) return { answer: 'too-many-servers', before };
      if (before && before.publicKey !== server.publicKey) return { answer: 'other-key', before };
      if (before && !isSameAddress(before, server)) {
        const pending = { pendingHost: server.host, pendingUdpPort: server.udpPort };
        await em.nativeUpdate(ServerRow, { id: server.id }, pending);
        return { answer: 'moved', before };
      }
      const now = toRow(server, tokenId, nowUnixMs);
      if (before) await em.nativeUpdate(ServerRow, { id: server.id }, now);
      else await em.insert(ServerRow, now);
      return { answer: 'registered', before };
    });
  }

  async heartbeat(id: string, tokenId: string, beat: Heartbeat, nowUnixMs: number): Promise<boolean> {
    const { closedVerbs = [], planned = null, checks = null, ...rest } = beat;
    const lastSeenAt = new Date(nowUnixMs);
    return this.#update(
      { id, tokenId },
      { ...rest, closedVerbs, planned, checks, stopped: false, checksAt: lastSeenAt, lastSeenAt },
    );
  }

  async noteTelemetry(
    id: string,
    tokenId: string,
    sample: TelemetrySample,
    nowUnixMs: number,
  ): Promise<boolean> {
    const lastSeenAt = new Date(nowUnixMs);
    const part = {
      latest: sample,
      latestAt: lastSeenAt,
      players: sample.players,
      stopped: false,
      lastSeenAt,
    };
    return this.#update({ id, tokenId }, part);
  }

  async markStopped(id: string): Promise<void> {
    await this.#update({ id }, { stopped: true, players: 0 });
  }

  async releaseToken(tokenId: string): Promise<readonly RegisteredServer[]> {
    return this.database.fork().transactional(async (em) => {
      const rows = await em.find(ServerRow, { tokenId }, { lockMode: LockMode.PESSIMISTIC_WRITE });
      const released = { tokenId: noToken, stopped: true, players: 0 };
      await em.nativeUpdate(ServerRow, { tokenId }, released);
      return rows.map((row) => ({ ...toServer(row), ...released }));
    });
  }

  async setAddress(id: string, { host, udpPort }: ServerAddress): Promise<RegisteredServer | undefined> {
    return this.database.fork().transactional(async (em) => {
      const row = await em.findOne(ServerRow, { id }, { lockMode: LockMode.PESSIMISTIC_WRITE });
      const before = row ? toServer(row) : undefined;
      const part = { host, udpPort, pendingHost: null, pendingUdpPort: null };
      await em.nativeUpdate(ServerRow, { id }, part);
      return before;
    });
  }

  async remove(id: string): Promise<RegisteredServer | undefined> {
    return this.database.fork().transactional(async (em) => {
      const row = await em.findOne(ServerRow, { id }, { lockMode: LockMode.PESSIMISTIC_WRITE });
      const before = row ? toServer(row) : undefined;
      await em.nativeDelete(ServerRow, { id });
      return before;
    });
  }

  async removeUnseen(sinceUnixMs: number): Promise<readonly RegisteredServer[]> {
    return this.database.fork().transactional(async (em) => {
      const unseen = { lastSeenAt: { $lt: new Date(sinceUnixMs) } };
      const rows = await em.find(ServerRow, unseen, { lockMode: LockMode.PESSIMISTIC_WRITE });
      const removed = rows.map(toServer);
      await em.nativeDelete(ServerRow, { id: { $in: removed.map(({ id }) => id) } });
      return removed;
    });
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

  async #update(which: { id: string; tokenId?: string }, part: Partial<ServerRow>): Promise<boolean> {
    return (await this.database.fork().nativeUpdate(ServerRow, which, part)) > 0;
  }
}

function toRow({ startedAtUnixMs, ...rest }: ServerDescription, tokenId: string, nowUnixMs: number) {
  return {
    ...rest,
    tokenId,
    startedAt: new Date(startedAtUnixMs),
    lastSeenAt: new Date(nowUnixMs),
    ...{
      players: 0,
      draining: false,
      stopped: false,
      closedVerbs: [],
      planned: null,
      checks: null,
      checksAt: null,
      latestAt: null,
      latest: null,
    },
    ...{ pendingHost: null, pendingUdpPort: null },
  };
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
    closedVerbs: row.closedVerbs,
    planned: row.planned ?? undefined,
    checks: row.checks ?? undefined,
    checksAtUnixMs: row.checksAt?.getTime(),
    latest: row.latest ?? undefined,
    latestAtUnixMs: row.latestAt?.getTime(),
    pendingAddress: pendingAddress(row),
  };
}

function pendingAddress({ pendingHost, pendingUdpPort }: ServerRow): ServerAddress | undefined {
  if (!pendingHost || !pendingUdpPort) return undefined;
  return { host: pendingHost, udpPort: pendingUdpPort };
}
