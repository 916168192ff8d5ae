// Game servers, their tokens and what they measured.

import type { PlannedDrain } from '#ports/admin/operations/operator-command.js';
import type { ServerCheck } from '#ports/admin/servers/server-registry.js';
import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import { tokenKinds } from '#ports/admin/tokens/server-token-store.js';
import type { TelemetrySample } from '#ports/admin/monitoring/telemetry-history.js';

export const ServerTokenRow = defineEntity({
  name: 'ServerTokenRow',
  tableName: 'server_tokens',
  properties: {
    id: p.uuid().primary(),
    label: p.string().length(64),
    kind: p.enum(tokenKinds),
    tokenDigest: p.string().length(64).unique(),
    createdAt: p.datetime(3),
    expiresAt: p.datetime(3).nullable(),
    lastUsedAt: p.datetime(3).nullable(),
    revokedAt: p.datetime(3).nullable(),
    /** No reference: the server may be removed, and comes back with its token. */
    serverId: p.uuid().nullable(),
    challengeSecret: p.string().length(64).nullable(),
    challengeAskedAt: p.datetime(3).nullable(),
  },
});
export type ServerTokenRow = InferEntity<typeof ServerTokenRow>;

export const ServerRow = defineEntity({
  name: 'ServerRow',
  tableName: 'game_servers',
  properties: {
    id: p.uuid().primary(),
    name: p.string().length(64),
    version: p.string().length(64),
    host: p.string().length(255),
    udpPort: p.integer(),
    httpPort: p.integer(),
    startedAt: p.datetime(3),
    playersMax: p.integer(),
    udpAdapter: p.string().length(32),
    maps: p.json<readonly string[]>(),
    publicKey: p.string().length(64).default(''),
    protocolHash: p.string().length(16).default(''),
    /** Revoking a token leaves its server in the list, with the nil UUID; it must register again with another. */
    tokenId: p.uuid().index(),
    pendingHost: p.string().length(255).nullable(),
    pendingUdpPort: p.integer().nullable(),
    lastSeenAt: p.datetime(3),
    players: p.integer(),
    draining: p.boolean(),
    stopped: p.boolean(),
    closedVerbs: p.json<readonly string[]>(),
    planned: p.json<PlannedDrain>().nullable(),
    checks: p.json<readonly ServerCheck[]>().nullable(),
    checksAt: p.datetime(3).nullable(),
    latestAt: p.datetime(3).nullable(),
    latest: p.json<TelemetrySample>().nullable(),
  },
});
export type ServerRow = InferEntity<typeof ServerRow>;
