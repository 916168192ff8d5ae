// A game server as it describes itself, and one reading of it; a test changes what it is about.

import { randomUUID } from 'node:crypto';
import type { ServerDescription } from '#ports/admin/servers/server-registry.js';
import type { TelemetrySample } from '#ports/admin/monitoring/telemetry-history.js';
import { testPublicKey } from '../servers/proving-server.js';

export function description(part: Partial<ServerDescription>): ServerDescription {
  return {
    id: randomUUID(),
    name: 'local',
    version: '1.0.0',
    host: '127.0.0.1',
    udpPort: 7777,
    httpPort: 7780,
    startedAtUnixMs: 1_700_000_000_000,
    playersMax: 1_000,
    udpAdapter: 'dgram',
    maps: ['meadow'],
    publicKey: testPublicKey,
    protocolHash: 'cd'.repeat(8),
    ...part,
  };
}

export function sample(part: Partial<TelemetrySample> & { atUnixMs: number }): TelemetrySample {
  return {
    windowSeconds: 1,
    players: 0,
    entities: 0,
    tickRate: 60,
    tickMsP50: 0,
    tickMsP95: 0,
    tickMsP99: 0,
    tickMsMax: 0,
    packetsInPerSecond: 0,
    packetsOutPerSecond: 0,
    bytesInPerSecond: 0,
    bytesOutPerSecond: 0,
    rttMsP50: 0,
    rttMsP99: 0,
    lossPercent: 0,
    memoryBytes: 0,
    heapBytes: 0,
    cpuPercent: 0,
    gatewaysConnections: [0],
    databaseMsP99: 0,
    playersByMap: {},
    ...part,
  };
}
