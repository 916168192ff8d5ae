// One game server: files, shared memory, threads, HTTP, and the way to the admin API; started in this order, stopped in
// the reverse one, so that players are told, saved, and only then the stores closed.

import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { AdminApiClient, type ServerIntroduction } from '#adapters/admin-client/admin-api-client.js';
import type { AdminEndpoint } from '#adapters/admin-client/admin-request.js';
import { GameHttpServer } from '#adapters/game-http/game-http-server.js';
import { protocolHash } from '#adapters/protocol/generated/packets.js';
import { hexOf } from '#adapters/protocol/session/bytes-compare.js';
import { MetricsPage } from '#adapters/prometheus/metrics-page.js';
import { SharedFrameReader } from '#adapters/shared-memory/frame-buffers.js';
import { openTokenLedgerFile, type TokenLedgerFile } from '#adapters/shared-memory/token-ledger-file.js';
import { SqliteCharacterStore } from '#adapters/sqlite/sqlite-character-store.js';
import { SystemClock } from '#adapters/system/system-clock.js';
import { SystemHardwareFigures } from '#adapters/system/system-hardware-figures.js';
import type { Content } from '#domain/content/content.js';
import type { Clock } from '#ports/clock.js';
import type { Log } from '#ports/log.js';
import { openCryptoSuite } from '../process/open-crypto-suite.js';
import { type Configuration, gatewaysOn } from '../configuration/settings.js';
import { Control } from './control.js';
import type { FiguresReader } from './figures-reader.js';
import { GameThreads } from './game-threads.js';
import { QueryDurations } from './query-durations.js';
import { prepareKeyLog } from './key-log-file.js';
import { type ServerIdentity, loadOrCreateIdentity } from './server-identity.js';
import { createSharedMemory, usedTokensMax } from './shared-memory.js';
import { startTelemetry } from './telemetry-feed.js';
import { TrustedIssuers } from './trusted-issuers.js';

export interface GameServerOptions {
  readonly configuration: Configuration;
  readonly content: Content;
  readonly log: Log;
  readonly version: string;
  /** Where to report to; a server without plays on its own. */
  readonly admin?: AdminEndpoint;
}

export interface RunningGameServer {
  readonly udpPort: number;
  readonly httpUrl: string;
  /** How the sockets move datagrams, for people. */
  readonly udpReport: string;
  /** What its threads measured of themselves. */
  readonly figures: FiguresReader;
  /** Rejects when a part that nothing works without has failed. */
  readonly failure: Promise<never>;
  /** Players are told, saved and gone, everything is closed. Takes some seconds at most; later calls wait for the first. */
  stop(): Promise<void>;
}

export async function startGameServer(options: GameServerOptions): Promise<RunningGameServer> {
  const { configuration, content, log, version } = options;
  const { host, dataDir, playersMax } = configuration;
  openKeyLog(options);
  const clock = new SystemClock();
  const identity = loadOrCreateIdentity(join(dataDir, 'identity.json'));
  const queries = new QueryDurations();
  const store = await openStore(join(dataDir, 'game.sqlite'), queries, log);
  const undo: (() => Promise<unknown>)[] = [() => store.close()];
  try {
    const gateways = gatewaysOn(availableParallelism(), configuration.gateways);
    const usedTokens = openUsedTokens(dataDir, clock);
    undo.push(async () => usedTokens.close());
    const memory = createSharedMemory(content, gateways, playersMax, usedTokens.handle);
    const issuers = new TrustedIssuers(memory.tokenIssuers, configuration.tokenIssuers ?? []);
    const threads = await GameThreads.start({ configuration, content, identity, memory });
    undo.push(() => threads.stop());
    log.info('gateways', { sockets: threads.udpReport, cryptography: threads.cryptography });

    const hardware = new SystemHardwareFigures({ log });
    hardware.start();
    undo.push(async () => hardware.stop());
    const control = new Control({ memory, content, clock, log, store, queries, threads });
    undo.push(() => control.stop());

    const http = await GameHttpServer.listen({
      host,
      port: configuration.gameHttpPort,
      liveness: [control.simulationAlive],
      readiness: [control.simulationAlive, control.storeReachable, control.open],
      metrics: new MetricsPage({ stats: control.figures, hardware, version }),
      log,
    });
    undo.push(() => http.stop());

    if (options.admin !== undefined) {
      const telemetry = startTelemetry({
        client: new AdminApiClient({
          ...options.admin,
          serverId: identity.serverId,
          introduction: await introductionOf(options, threads, http.port, new Date(clock.unixMs()), identity),
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
        frames: new SharedFrameReader(memory.frames, gateways),
      });
      // Before the threads stop, so that the API still hears who left.
      undo.push(() => telemetry.stop());
    }
    undo.push(() => control.sendEveryoneHome());

    let stopping: Promise<void> | undefined;
    return {
      udpPort: threads.udpPort,
      httpUrl: http.url,
      udpReport: threads.udpReport,
      figures: control.figures,
      failure: threads.failure,
      stop: () => (stopping ??= stopAll(undo, log)),
    };
  } catch (error) {
    await stopAll(undo, log);
    throw error;
  }
}

function openKeyLog({ configuration, log }: GameServerOptions): void {
  const path = configuration.keyLogFile;
  if (path === undefined) return;
  prepareKeyLog(path);
  log.warn('session keys are written to a file: whoever reads it can read the traffic of every player', {
    path,
  });
}

async function openStore(file: string, queries: QueryDurations, log: Log): Promise<SqliteCharacterStore> {
  const store = await SqliteCharacterStore.open(file, { onQuery: queries.onQuery });
  const { path, migrated, recovered } = store.opened;
  if (recovered) log.warn('the game file was not closed cleanly; it was checked and is whole', { path });
  if (migrated.length > 0) log.info('game file migrated', { path, migrated });
  return store;
}

function openUsedTokens(dataDir: string, clock: Clock): TokenLedgerFile {
  return openTokenLedgerFile(join(dataDir, 'used-tokens'), usedTokensMax, Math.floor(clock.unixMs() / 1000));
}

/** How the server presents itself to the admin API. */
async function introductionOf(
  { configuration, content, version }: GameServerOptions,
  { udpPort, udpKind }: GameThreads,
  httpPort: number,
  startedAt: Date,
  { staticSecretKey }: ServerIdentity,
): Promise<ServerIntroduction> {
  const crypto = (await openCryptoSuite()).suite;
  const { serverName, host, publicHost, playersMax } = configuration;
  return {
    name: serverName,
    version,
    host: publicHost ?? host,
    udpPort,
    httpPort,
    startedAt: startedAt.toISOString(),
    playersMax,
    udpAdapter: udpKind,
    maps: content.maps.map(({ key }) => key),
    publicKey: hexOf(crypto.keyPair(staticSecretKey).publicKey, 0, 32),
    protocolHash: hexOf(protocolHash, 0, 8),
  };
}

/** The last started stops first. A part that fails to stop is said and does not keep the others from it. */
async function stopAll(undo: (() => Promise<unknown>)[], log: Log): Promise<void> {
  for (const stop of undo.reverse()) {
    try {
      await stop();
    } catch (error) {
      log.error('a part of the game server did not stop cleanly', { error });
    }
  }
}
