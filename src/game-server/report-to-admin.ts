// The game server's way to the admin API: how it presents itself, what it tells, and what it learns there.

import { AdminApiClient, type ServerIntroduction } from '#adapters/admin-client/admin-api-client.js';
import { CommandChannel } from '#adapters/admin-client/command-channel.js';
import type { DirectoryFigures } from '#adapters/admin-client/directory-figures.js';
import { DirectoryTeller } from '#adapters/admin-client/directory-teller.js';
import { ReportTeller } from '#adapters/admin-client/report-teller.js';
import { SanctionFetcher } from '#adapters/admin-client/sanction-fetcher.js';
import type { AdminEndpoint } from '#adapters/admin-client/admin-request.js';
import { protocolHash } from '#adapters/protocol/generated/packets.js';
import { hexOf } from '#adapters/protocol/session/bytes/bytes-compare.js';
import { judge } from '#adapters/game-http/health-check.js';
import { tellable } from '#application/telemetry/tellable-checks.js';
import { ErasureReceipts } from '#adapters/server-proof/erasure-receipts.js';
import { proveKey } from '#adapters/server-proof/prove-key.js';
import { SharedFrameReader } from '#adapters/threads/frames/frame-buffers.js';
import type { SystemHardwareFigures } from '#adapters/system/system-hardware-figures.js';
import type { Content } from '#domain/content/content.js';
import type { HealthCheck } from '#ports/system/health-check.js';
import type { ServerClaim } from '#application/admin/servers/change-server.js';
import type { Clock } from '#ports/system/clock.js';
import type { DirectoryOutbox } from '#ports/storage/characters/directory-outbox.js';
import type { CryptoSuite } from '#ports/network/crypto-suite.js';
import { isUnspecified } from '#ports/network/datagram-address.js';
import { registrationStatement } from '#ports/admin/servers/key-challenger.js';
import type { Log } from '#ports/system/log.js';
import type { Configuration } from '../configuration/settings.js';
import { undoAll } from '../process/undo.js';
import { openCryptoSuite } from '../process/open-crypto-suite.js';
import type { Control } from './control.js';
import type { GameThreads } from './game-threads.js';
import type { ServerSecrets } from '#adapters/node-files/identity-file.js';
import type { SharedMemory } from '#adapters/threads/shared-memory.js';
import { TelemetryFeed, positionsEveryMs, telemetryEveryMs } from '#application/telemetry/telemetry-feed.js';
import { positionsOn } from '#adapters/threads/frames/frame-positions.js';
import { Observation } from '#adapters/system/observation.js';
import type { AdminStanding } from '#adapters/admin-client/admin-standing.js';
import type { TrustedIssuers } from '#adapters/threads/tokens/trusted-issuers.js';

export interface AdminAccess extends AdminEndpoint {
  /** Where both start together: tells the API where this server is before it says so itself. */
  readonly vouchFor?: (claim: ServerClaim) => Promise<void>;
}

export interface AdminReport {
  readonly admin: AdminAccess;
  readonly standing: AdminStanding;
  readonly configuration: Configuration;
  readonly content: Content;
  readonly version: string;
  readonly identity: ServerSecrets;
  readonly memory: SharedMemory;
  readonly gateways: number;
  readonly threads: Pick<GameThreads, 'udpPort' | 'udpKind'>;
  readonly httpPort: number;
  readonly control: Control;
  /** How the server judges itself. */
  readonly checks: readonly HealthCheck[];
  readonly outbox: DirectoryOutbox;
  readonly directory: DirectoryFigures;
  readonly issuers: TrustedIssuers;
  readonly hardware: SystemHardwareFigures;
  readonly clock: Clock;
  readonly log: Log;
}

/** Reports until it is stopped. */
export async function reportToAdmin(report: AdminReport): Promise<{ stop(): Promise<void> }> {
  const { admin, identity, control, clock, log, issuers } = report;
  const { serverId } = identity;
  warnOfNoAddress(report);
  const crypto = (await openCryptoSuite()).suite;
  const introduction = introductionOf(report, crypto);
  const statement = registrationStatement({ serverId, ...introduction });
  await vouch(report, { serverId, ...introduction });
  const client = new AdminApiClient({
    ...admin,
    serverId,
    introduction,
    prove: (challenge) => proveKey(crypto, { secretKey: identity.staticSecretKey, statement, challenge }),
    onTokenIssuers: (keys) => issuers.learn(keys),
    // Not before: the API would refuse whom it never heard of. And each time, for it may have forgotten meanwhile.
    onKnown: () => {
      commands.start();
      teller.start();
      sanctions.start();
      reports.start();
    },
    online: () => control.online.online(),
    signOfLife: () => ({
      players: control.figures.players,
      draining: control.isDraining,
      // An API from before there were switches knows no such field.
      ...(control.switches.closed.length > 0 && { closedVerbs: control.switches.closed }),
      // Nor of anything planned.
      ...(control.planned.plan !== undefined && { planned: control.planned.plan }),
    }),
    checks: async () => tellable(await judge(report.checks)),
    clock,
    log,
  });
  const commands = new CommandChannel({
    ...{ ...admin, serverId, clock, log },
    take: (command, notAfterMs) => control.commands.take(command, notAfterMs),
  });
  const { outbox, directory: figures } = report;
  const teller = new DirectoryTeller({
    ...{ ...admin, serverId, outbox, figures, clock, log },
    receipts: new ErasureReceipts(crypto, identity),
    onErased: (erased) => control.erasures.eraseAgain(erased),
  });
  const sanctions = new SanctionFetcher({ ...admin, serverId, taker: control.sanctions, log });
  control.sanctions.onCommand = () => sanctions.lookSoon();
  const reports = new ReportTeller({ ...admin, serverId, keeper: control.reports, log });
  control.reports.onFiled = () => reports.lookSoon();
  report.standing.client = client;
  control.online.tell(client, clock);
  control.onDoor = control.switches.onChange = () => client.beatSoon();
  client.start();
  const telemetry = feed(report, client);
  const talks = [telemetry, teller, commands, sanctions, reports];
  return { stop: () => undoAll(talks.map((talk) => () => talk.stop())) };
}

function feed(
  { identity, content, control, hardware, clock, log, memory, gateways }: AdminReport,
  client: AdminApiClient,
): { stop(): Promise<void> } {
  // Behind those of the gateways.
  const frames = new SharedFrameReader(memory.frames, gateways);
  const feed = new TelemetryFeed({
    sink: client,
    serverId: identity.serverId,
    figures: control.figures,
    hardware,
    timeNow: () => new Date(clock.unixMs()).toISOString(),
    maps: content.maps.map(({ key }) => key),
    positionsOn: (map) => positionsOn(frames, map, content),
  });
  const observation = new Observation(log);
  const timers = [
    setInterval(() => observation.of('telemetry', () => feed.tellTelemetry()), telemetryEveryMs),
    setInterval(() => observation.of('positions', () => feed.tellPositions()), positionsEveryMs),
  ];
  return {
    async stop() {
      for (const timer of timers) clearInterval(timer);
      await client.stop();
    },
  };
}

function warnOfNoAddress({ configuration: { host, publicHost }, log }: AdminReport): void {
  if (publicHost !== undefined || !isUnspecified(host)) return;
  log.warn(
    'no player can be told where this server is, and the admin API gives no connect tokens for it: set TOS_PUBLIC_HOST',
    { listensOn: host },
  );
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
