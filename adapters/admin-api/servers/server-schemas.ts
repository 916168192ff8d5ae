// Bodies about game servers, for operators and for the servers themselves.

import { z } from 'zod';
import { serverStatus } from '#application/admin/liveness/server-status.js';
import {
  checkReasonCharactersMax,
  serverChecksMax,
  type RegisteredServer,
  type ServerDescription,
} from '#ports/admin/servers/server-registry.js';
import { isUnspecified } from '#ports/network/datagram-address.js';
import { isHost } from '#ports/network/host-name.js';
import {
  drainEnds,
  drainTextBytesMax,
  graceSecondsMax,
  type PlannedDrain,
} from '#ports/admin/operations/operator-command.js';
import type { HistoryPoint } from '#application/admin/monitoring/read-history.js';
import {
  characterName,
  count,
  hex,
  id,
  mapKey,
  nonNegative,
  playersOfServerMax,
  text,
  time,
  toTime,
  wholeNumber,
  x25519Key,
} from '../http/wire-types.js';
import { shown } from '../operations/said.js';

/** The year 2100: what a server says of a later time is nothing it means. */
const unixMsMax = Date.UTC(2100, 0);
const port = z.int().min(1).max(65535);
export const serverStatusName = z
  .enum(['online', 'stale', 'offline', 'draining'])
  .meta({ id: 'ServerStatus' });

const address = z.strictObject({ host: z.string(), udpPort: port }).meta({ id: 'ServerAddress' });

const plan = z
  .strictObject({
    at: time.meta({ description: 'When everybody is sent home' }),
    graceSeconds: z
      .int()
      .min(0)
      .max(graceSecondsMax)
      .meta({ description: 'So long before that nobody new is let in' }),
    then: z.enum(drainEnds).meta({ description: 'What the empty server does, see DrainEnd' }),
    text: z.string().max(drainTextBytesMax).meta({ description: 'Added to what players are told' }),
  })
  .meta({ id: 'PlannedDrain' });

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
    publicKey: z.string().meta({ description: 'X25519 in hexadecimal: what players pin' }),
    closedVerbs: z
      .array(z.string())
      .meta({ description: 'Verbs of its economy that are switched off, as it said last' }),
    planned: plan.nullable().meta({ description: 'When it is to empty by itself, as it said last' }),
    pendingAddress: address
      .nullable()
      .meta({ description: 'Where it says it is now; refused until an operator agrees with PATCH' }),
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
    publicKey: server.publicKey,
    closedVerbs: [...server.closedVerbs],
    planned: server.planned === undefined ? null : presentPlan(server.planned),
    pendingAddress: server.pendingAddress ?? null,
  };
}

export function presentPlan({ atUnixMs, ...rest }: PlannedDrain): z.infer<typeof plan> {
  return { at: toTime(atUnixMs), ...rest };
}

/** A name or an address, which players' programs are given as it is. */
const hostRule = 'A host name or an IP address, without port or brackets';
const host = text(255)
  .regex(/^[A-Za-z0-9._:%-]+$/, hostRule)
  .refine(isHost, hostRule);

export const registerBody = z
  .strictObject({
    name: shown(64),
    version: shown(64),
    host,
    udpPort: port,
    httpPort: port,
    startedAt: time,
    playersMax: z.int().min(0).max(playersOfServerMax),
    udpAdapter: shown(32),
    maps: z.array(mapKey).max(256),
    publicKey: x25519Key,
    protocolHash: hex(8),
    proof: hex(32).meta({
      description:
        'That the public key is its own: HMAC-BLAKE2s under the X25519 secret of its key and the challenge, see SECURITY.md',
    }),
  })
  .meta({ id: 'RegisterServerBody' });
export type RegisterBody = z.infer<typeof registerBody>;

export const challengeAnswer = z.strictObject({ challenge: hex(32) }).meta({ id: 'ServerChallenge' });
export type ChallengeAnswer = z.infer<typeof challengeAnswer>;

/** One that players can be sent to. A server may register with another: then nobody is sent there. */
const reachable = host.refine((value) => !isUnspecified(value), {
  error: 'An address of the machine, and not all of them; or a host name',
});

export const addressBody = z
  .strictObject({ host: reachable, udpPort: port })
  .meta({ id: 'ServerAddressBody' });
export type AddressBody = z.infer<typeof addressBody>;

export function toDescription(
  serverId: string,
  { startedAt, proof: _, ...rest }: RegisterBody,
): ServerDescription {
  return { ...rest, id: serverId, startedAtUnixMs: Date.parse(startedAt) };
}

/** In every answer anew: keys come and go while servers run. */
const tokenIssuers = z
  .array(hex(32))
  .meta({ description: 'Ed25519 public keys whose connect tokens the server is to accept' });

export const registeredAnswer = z
  .strictObject({
    heartbeatSeconds: count,
    telemetrySeconds: count,
    tokenIssuers,
    takesChecks: z.literal(true).meta({ description: 'Heartbeats may say how the server judges itself' }),
    figures: z
      .array(z.string())
      .meta({ description: 'Figures that telemetry may tell besides those that every API takes' }),
  })
  .meta({ id: 'RegisteredAnswer' });
export type RegisteredAnswer = z.infer<typeof registeredAnswer>;

const check = z
  .strictObject({
    name: z
      .string()
      .regex(/^[a-z][a-z0-9-]{0,31}$/, 'Up to 32 small letters, digits and dashes, a letter first'),
    ok: z.boolean(),
    reason: text(checkReasonCharactersMax).optional(),
  })
  .meta({ id: 'ServerCheck' });

function hasNamesOnce(checks: readonly { readonly name: string }[]): boolean {
  return new Set(checks.map(({ name }) => name)).size === checks.length;
}

export const heartbeatBody = z
  .strictObject({
    players: z.int().min(0).max(playersOfServerMax),
    draining: z.boolean(),
    closedVerbs: z
      .array(text(32).regex(/^[a-z][A-Za-z]*$/, 'Letters, a small one first'))
      .max(255)
      .default([])
      .meta({ description: 'Verbs of its economy that operators have switched off' }),
    planned: z
      .strictObject({
        atUnixMs: z.int().min(0).max(unixMsMax),
        graceSeconds: z.int().min(0).max(graceSecondsMax),
        then: z.enum(drainEnds),
        text: text(drainTextBytesMax),
      })
      .optional()
      .meta({ description: 'When it is to empty by itself' }),
    checks: z
      .array(check)
      .max(serverChecksMax)
      .refine(hasNamesOnce, 'A name stands there twice')
      .optional()
      .meta({ description: 'How it judges itself; for an API that said `takesChecks` when it registered' }),
  })
  .meta({ id: 'HeartbeatBody' });
export type HeartbeatBody = z.infer<typeof heartbeatBody>;

export const heartbeatAnswer = z
  .strictObject({
    watchedMaps: z.array(z.string()),
    tokenIssuers,
  })
  .meta({ id: 'HeartbeatAnswer' });
export type HeartbeatAnswer = z.infer<typeof heartbeatAnswer>;

/** What one report may carry; a server with more sends several. */
const playersPerReportMax = 5_000;

/** As characters are stored (ports/storage/characters/stored-character-fault.ts). */
const characterId = z
  .int()
  .min(1)
  .max(2 ** 32 - 1);
const level = z.int().min(1).max(255);
const playedSeconds = z
  .number()
  .min(0)
  .max(2 ** 32 - 1);

const joinedPlayer = z
  .strictObject({ characterId, characterName, accountId: id, level, map: mapKey })
  .meta({ id: 'JoinedPlayer' });
const leftPlayer = z
  .strictObject({ characterId, characterName, level, playedSeconds })
  .meta({ id: 'LeftPlayer' });
const changedPlayer = z
  .strictObject({ characterId, characterName, level, map: mapKey })
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
  minutes: wholeNumber(1, 24 * 60).default(15),
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
