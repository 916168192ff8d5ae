// The game server's way to the admin API: how it presents itself, what it tells, and what it learns there.

import { AdminApiClient, type ServerIntroduction } from '#adapters/admin-client/admin-api-client.js';
import type { AdminEndpoint } from '#adapters/admin-client/admin-request.js';
import type { CheckResult, HealthCheck } from '#adapters/game-http/health-check.js';
import { protocolHash } from '#adapters/protocol/generated/packets.js';
import { hexOf } from '#adapters/protocol/session/bytes/bytes-compare.js';
import { keyProof } from '#adapters/protocol/session/crypto/key-proof.js';
import { SharedFrameReader } from '#adapters/threads/frames/frame-buffers.js';
import type { SystemHardwareFigures } from '#adapters/system/system-hardware-figures.js';
import type { Content } from '#domain/content/content.js';
import type { ServerClaim } from '#application/admin/servers/change-server.js';
import type { Clock } from '#ports/system/clock.js';
import type { CryptoSuite } from '#ports/network/crypto-suite.js';
import { registrationStatement } from '#ports/admin/key-challenger.js';
import type { Log } from '#ports/system/log.js';
import type { Configuration } from '../configuration/settings.js';
import { openCryptoSuite } from '../process/open-crypto-suite.js';
import type { Control } from './control.js';
import type { GameThreads } from './game-threads.js';
import type { ServerIdentity } from './server-identity.js';
import type { SharedMemory } from './shared-memory.js';
import { startTelemetry } from './telemetry-feed.js';
import type { TrustedIssuers } from './trusted-issuers.js';

export interface AdminAccess extends AdminEndpoint {
  /** Where both start together: tells the API where this server is before it says so itself. */
  readonly vouchFor?: (claim: ServerClaim) => Promise<void>;
}

/** Whether players can be sent here by the admin API: not while it refuses this server. One that is away refuses nobody. */
export class AdminStanding implements HealthCheck {
  readonly name = 'admin-api';
  client: Pick<AdminApiClient, 'refusal'> | undefined;

  check(): CheckResult {
    const reason = this.client?.refusal;
    return reason === undefined ? { ok: true } : { ok: false, reason };
  }
}

export interface AdminReport {
  readonly admin: AdminAccess;
  readonly standing: AdminStanding;
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
  const { serverId } = identity;
  const crypto = (await openCryptoSuite()).suite;
  const introduction = introductionOf(report, crypto);
  await vouch(report, { serverId, ...introduction });
  const client = new AdminApiClient({
    ...admin,
    serverId,
    introduction,
    prove: (challenge) => proofOf(crypto, identity, introduction, challenge),
    onTokenIssuers: (keys) => issuers.learn(keys),
    online: () => control.directory.online(),
    signOfLife: () => ({ players: control.figures.players, draining: control.isDraining }),
    clock,
    log,
  });
  report.standing.client = client;
  return startTelemetry({
    client,
    serverId,
    control,
    content,
    hardware,
    clock,
    log,
    // Behind those of the gateways.
    frames: new SharedFrameReader(report.memory.frames, report.gateways),
  });
}

async function vouch({ admin, log }: AdminReport, claim: ServerClaim): Promise<void> {
  const { serverId, publicKey, host, udpPort } = claim;
  try {
    await admin.vouchFor?.({ serverId, publicKey, host, udpPort });
  } catch (error) {
    // The server itself says where it is; at a new address an operator must agree then.
    log.warn('the admin API could not be told where this server is', { reason: String(error) });
  }
}

function proofOf(
  crypto: CryptoSuite,
  { serverId, staticSecretKey }: ServerIdentity,
  { host, udpPort }: ServerIntroduction,
  challenge: string,
): string | undefined {
  const statement = new Uint8Array(Buffer.from(registrationStatement({ serverId, host, udpPort }), 'utf8'));
  const question = new Uint8Array(Buffer.from(challenge, 'hex'));
  const proof = keyProof(crypto, staticSecretKey, question, statement);
  return proof && hexOf(proof, 0, 32);
}

function introductionOf(report: AdminReport, crypto: CryptoSuite): ServerIntroduction {
  const { configuration, content, version, threads, httpPort, clock, identity } = report;
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
