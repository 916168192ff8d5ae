// The game server's way to the admin API: how it presents itself, what it tells, and what it learns there.

import { AdminApiClient, type ServerIntroduction } from '#adapters/admin-client/admin-api-client.js';
import type { AdminEndpoint } from '#adapters/admin-client/admin-request.js';
import { protocolHash } from '#adapters/protocol/generated/packets.js';
import { hexOf } from '#adapters/protocol/session/bytes-compare.js';
import { SharedFrameReader } from '#adapters/shared-memory/frame-buffers.js';
import type { SystemHardwareFigures } from '#adapters/system/system-hardware-figures.js';
import type { Content } from '#domain/content/content.js';
import type { Clock } from '#ports/clock.js';
import type { Log } from '#ports/log.js';
import type { Configuration } from '../configuration/settings.js';
import { openCryptoSuite } from '../process/open-crypto-suite.js';
import type { Control } from './control.js';
import type { GameThreads } from './game-threads.js';
import type { ServerIdentity } from './server-identity.js';
import type { SharedMemory } from './shared-memory.js';
import { startTelemetry } from './telemetry-feed.js';
import type { TrustedIssuers } from './trusted-issuers.js';

export interface AdminReport {
  readonly admin: AdminEndpoint;
  readonly configuration: Configuration;
  readonly content: Content;
  readonly version: string;
  readonly identity: ServerIdentity;
  readonly memory: SharedMemory;
  readonly gateways: number;
  readonly threads: Pick<GameThreads, 'udpPort' | 'udpKind'>;
  readonly httpPort: number;
  readonly control: Control;
  readonly issuers: TrustedIssuers;
  readonly hardware: SystemHardwareFigures;
  readonly clock: Clock;
  readonly log: Log;
}

/** Reports until it is stopped. */
export async function reportToAdmin(report: AdminReport): Promise<ReturnType<typeof startTelemetry>> {
  const { admin, identity, control, content, hardware, clock, log, issuers } = report;
  return startTelemetry({
    client: new AdminApiClient({
      ...admin,
      serverId: identity.serverId,
      introduction: await introductionOf(report),
      onTokenIssuers: (keys) => issuers.learn(keys),
      online: () => control.directory.online(),
      signOfLife: () => ({ players: control.figures.players, draining: control.isDraining }),
      clock,
      log,
    }),
    serverId: identity.serverId,
    control,
    content,
    hardware,
    clock,
    log,
    // Behind those of the gateways.
    frames: new SharedFrameReader(report.memory.frames, report.gateways),
  });
}

async function introductionOf(report: AdminReport): Promise<ServerIntroduction> {
  const { configuration, content, version, threads, httpPort, clock, identity } = report;
  const crypto = (await openCryptoSuite()).suite;
  const { serverName, host, publicHost, playersMax } = configuration;
  return {
    name: serverName,
    version,
    host: publicHost ?? host,
    udpPort: threads.udpPort,
    httpPort,
    startedAt: new Date(clock.unixMs()).toISOString(),
    playersMax,
    udpAdapter: threads.udpKind,
    maps: content.maps.map(({ key }) => key),
    publicKey: hexOf(crypto.keyPair(identity.staticSecretKey).publicKey, 0, 32),
    protocolHash: hexOf(protocolHash, 0, 8),
  };
}
