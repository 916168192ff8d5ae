// A game server as it describes itself, and one reading of it; a test changes what it is about.

import { randomUUID } from 'node:crypto';
import type { ServerDescription } from '#ports/admin/servers/server-registry.js';
import type { TelemetrySample } from '#ports/admin/monitoring/telemetry-history.js';
import {
  figureNames,
  keyedFigureNames,
  type FigureName,
  type KeyedFigureValues,
} from '#ports/system/telemetry-figures.js';
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
    ...(Object.fromEntries(figureNames.map((name) => [name, 0])) as Record<FigureName, number>),
    tickRate: 60,
    ...(Object.fromEntries(keyedFigureNames.map((name) => [name, {}])) as unknown as KeyedFigureValues),
    gatewaysConnections: [0],
    ...part,
  };
}
