// Bodies about game servers, for operators and for the servers themselves.

import { z } from 'zod';
import { serverStatus } from '#application/admin/server-status.js';
import type { RegisteredServer, ServerDescription } from '#ports/server-registry.js';
import type { HistoryPoint } from '#ports/telemetry-history.js';
import {
  characterName,
  count,
  hex,
  id,
  mapKey,
  nonNegative,
  text,
  time,
  toTime,
} from '../http/wire-types.js';

const port = z.int().min(1).max(65535);
export const serverStatusName = z
  .enum(['online', 'stale', 'offline', 'draining'])
  .meta({ id: 'ServerStatus' });

export const gameServer = z
  .strictObject({
    id,
    name: z.string(),
    status: serverStatusName,
    version: z.string(),
    host: z.string(),
    udpPort: port,
    httpPort: port,
    startedAt: time,
    lastSeenAt: time,
    players: count,
    playersMax: count,
    tickMsP50: nonNegative,
    tickMsP99: nonNegative,
    tickRate: nonNegative,
    memoryBytes: nonNegative.nullable(),
    packetsInPerSecond: nonNegative,
    packetsOutPerSecond: nonNegative,
    udpAdapter: z.string(),
    maps: z.array(z.string()),
  })
  .meta({ id: 'GameServer' });
export type GameServerView = z.infer<typeof gameServer>;

export const serversAnswer = z.strictObject({ servers: z.array(gameServer) }).meta({ id: 'ServersAnswer' });
export type ServersAnswer = z.infer<typeof serversAnswer>;

export function presentServer(server: RegisteredServer, nowUnixMs: number): GameServerView {
  const status = serverStatus(server, nowUnixMs);
  const sample = status === 'offline' ? undefined : server.latest;
  return {
    id: server.id,
    name: server.name,
    status,
    version: server.version,
    host: server.host,
    udpPort: server.udpPort,
    httpPort: server.httpPort,
    startedAt: toTime(server.startedAtUnixMs),
    lastSeenAt: toTime(server.lastSeenAtUnixMs),
    players: status === 'offline' ? 0 : server.players,
    playersMax: server.playersMax,
    tickMsP50: sample?.tickMsP50 ?? 0,
    tickMsP99: sample?.tickMsP99 ?? 0,
    tickRate: sample?.tickRate ?? 0,
    memoryBytes: sample?.memoryBytes ?? null,
    packetsInPerSecond: sample?.packetsInPerSecond ?? 0,
    packetsOutPerSecond: sample?.packetsOutPerSecond ?? 0,
    udpAdapter: server.udpAdapter,
    maps: [...server.maps],
  };
}

export const registerBody = z
  .strictObject({
    name: text(64).min(1),
    version: text(64).min(1),
    host: text(255).min(1),
    udpPort: port,
    httpPort: port,
    startedAt: time,
    playersMax: count,
    udpAdapter: text(32).min(1),
    maps: z.array(mapKey).max(256),
    publicKey: hex(32),
    protocolHash: hex(8),
  })
  .meta({ id: 'RegisterServerBody' });
export type RegisterBody = z.infer<typeof registerBody>;

export function toDescription(serverId: string, { startedAt, ...rest }: RegisterBody): ServerDescription {
  return { ...rest, id: serverId, startedAtUnixMs: Date.parse(startedAt) };
}

/** In every answer anew: keys come and go while servers run. */
const tokenIssuers = z
  .array(hex(32))
  .meta({ description: 'Ed25519 public keys whose connect tokens the server is to accept' });

export const registeredAnswer = z
  .strictObject({ heartbeatSeconds: count, telemetrySeconds: count, tokenIssuers })
  .meta({ id: 'RegisteredAnswer' });
export type RegisteredAnswer = z.infer<typeof registeredAnswer>;

export const heartbeatBody = z
  .strictObject({ players: count, draining: z.boolean() })
  .meta({ id: 'HeartbeatBody' });
export type HeartbeatBody = z.infer<typeof heartbeatBody>;

export const heartbeatAnswer = z
  .strictObject({
    watchedMaps: z.array(z.string()),
    tokenIssuers,
    commands: z.array(z.never()).meta({ description: 'Empty until there are commands' }),
  })
  .meta({ id: 'HeartbeatAnswer' });
export type HeartbeatAnswer = z.infer<typeof heartbeatAnswer>;

/** What one report may carry; a server with more sends several. */
const playersPerReportMax = 5_000;

const joinedPlayer = z
  .strictObject({ characterName, accountId: id, level: count, map: mapKey })
  .meta({ id: 'JoinedPlayer' });
const leftPlayer = z
  .strictObject({ characterName, level: count, playedSeconds: nonNegative })
  .meta({ id: 'LeftPlayer' });
const changedPlayer = z
  .strictObject({ characterName, level: count, map: mapKey })
  .meta({ id: 'ChangedPlayer' });

export const movementsBody = z
  .strictObject({
    joined: z.array(joinedPlayer).max(playersPerReportMax).default([]),
    left: z.array(leftPlayer).max(playersPerReportMax).default([]),
    changed: z
      .array(changedPlayer)
      .max(playersPerReportMax)
      .default([])
      .meta({ description: 'New level and map of players online there; each at most once in 10 seconds' }),
    online: z.array(joinedPlayer).max(playersPerReportMax).optional(),
  })
  .meta({ id: 'PlayerMovementsBody' });
export type MovementsBody = z.infer<typeof movementsBody>;

export const historyQuery = z.strictObject({
  minutes: z.coerce
    .number<string>()
    .int()
    .min(1)
    .max(24 * 60)
    .default(15),
});
export type HistoryQuery = z.infer<typeof historyQuery>;

const historyPoint = z
  .strictObject({
    at: time,
    players: nonNegative,
    tickMsP50: nonNegative,
    tickMsP99: nonNegative,
    packetsInPerSecond: nonNegative,
    packetsOutPerSecond: nonNegative,
    memoryBytes: nonNegative.nullable(),
  })
  .meta({ id: 'HistoryPoint' });

export const historyAnswer = z.strictObject({ points: z.array(historyPoint) }).meta({ id: 'HistoryAnswer' });
export type HistoryAnswer = z.infer<typeof historyAnswer>;

export function presentPoint({ atUnixMs, ...point }: HistoryPoint): HistoryAnswer['points'][number] {
  return { at: toTime(atUnixMs), ...point };
}
