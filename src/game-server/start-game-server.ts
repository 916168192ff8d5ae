// One game server: HTTP, files, shared memory, threads, and the way to the admin API; started in this order, stopped in
// the reverse one, so that players are told, saved, and only then the stores closed. What can be refused comes before
// what stays, and the sockets of players near the end: nobody is served by a server that will not come up.

import { join } from 'node:path';
import { GameHttpServer } from '#adapters/game-http/game-http-server.js';
import { MetricsPage } from '#adapters/prometheus/metrics-page.js';
import { hexOf } from '#adapters/protocol/session/bytes/bytes-compare.js';
import { openTokenLedgerFile, type TokenLedgerFile } from '#adapters/threads/tokens/token-ledger-file.js';
import { SqliteCommandLedger } from '#adapters/sqlite/sqlite-command-ledger.js';
import { SqliteCharacterStore } from '#adapters/sqlite/sqlite-character-store.js';
import { ConnectionLimits } from '#adapters/system/connection-limits.js';
import { usableCores } from '#adapters/system/open-machine.js';
import { ProcessMetrics } from '#adapters/system/process-metrics.js';
import { SystemClock } from '#adapters/system/system-clock.js';
import { SystemHardwareFigures } from '#adapters/system/system-hardware-figures.js';
import type { Content } from '#domain/content/content.js';
import type { Clock } from '#ports/system/clock.js';
import type { HealthCheck } from '#ports/system/health-check.js';
import type { Log } from '#ports/system/log.js';
import { type Configuration, gatewaysOn } from '../configuration/settings.js';
import { connectionsMaxOf } from '../process/connection-budget.js';
import { openDataFolder } from '../process/open-data-folder.js';
import type { DataFolder } from '#adapters/node-files/data-folder.js';
import { openCryptoSuite } from '../process/open-crypto-suite.js';
import { portFault } from '../process/require-free-ports.js';
import { type Undo, undoAll } from '../process/undo.js';
import { Control } from './control.js';
import type { FiguresReader } from '#adapters/threads/stats/figures-reader.js';
import { GameThreads } from './game-threads.js';
import { QueryDurations } from '#adapters/threads/stats/query-durations.js';
import { prepareKeyLog } from '#adapters/node-files/key-log-file.js';
import { AdminStanding } from '#adapters/admin-client/admin-standing.js';
import { reportToAdmin, type AdminAccess } from './report-to-admin.js';
import { loadOrCreateIdentity, type ServerSecrets } from '#adapters/node-files/identity-file.js';
import { createSharedMemory, usedTokensMax } from '#adapters/threads/shared-memory.js';
import { TrustedIssuers } from '#adapters/threads/tokens/trusted-issuers.js';

export interface GameServerOptions {
  readonly configuration: Configuration;
  readonly content: Content;
  readonly log: Log;
  readonly version: string;
  /** Where to report to; a server without plays on its own. */
  readonly admin?: AdminAccess;
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
  /** Resolves when operators have drained it, and it is to end. */
  readonly emptied: Promise<void>;
  /** Players are told, saved and gone, everything is closed. Takes some seconds at most; later calls wait for the first. */
  stop(): Promise<void>;
}

export async function startGameServer(options: GameServerOptions): Promise<RunningGameServer> {
  const { configuration, content, log, version } = options;
  const { dataDir, playersMax } = configuration;
  openKeyLog(options);
  const clock = new SystemClock();
  const undo: Undo = [];
  try {
    const connections = connectionLimits(log);
    const http = await listenHttp(options, connections);
    undo.push(() => http.stop());
    const folder = openDataFolder(dataDir, log);
    const identity = loadOrCreateIdentity(join(dataDir, 'identity.json'), folder.part('identity.json'));
    const queries = new QueryDurations();
    const store = await openStore(folder, queries, log);
    undo.push(() => closeStore(store));
    const gateways = gatewaysOn(usableCores(), configuration.gateways);
    const usedTokens = openUsedTokens(folder, clock);
    undo.push(async () => usedTokens.close());
    const memory = createSharedMemory(content, gateways, playersMax, usedTokens.handle);
    const issuers = new TrustedIssuers(memory.tokenIssuers, configuration.tokenIssuers ?? []);
    const threads = await GameThreads.start({ configuration, content, identity, memory });
    undo.push(() => threads.stop());
    log.info('players may pin this key', { publicKey: await publicKeyOf(identity) });
    log.info('gateways', { sockets: threads.udpReport, cryptography: threads.cryptography });
    log.info('world', { seed: threads.seed });

    const hardware = new SystemHardwareFigures({ log });
    hardware.start();
    undo.push(async () => hardware.stop());
    const ledger = new SqliteCommandLedger(store.file);
    const control = new Control({ memory, content, clock, log, store, ledger, queries, threads });
    undo.push(() => control.stop());

    const standing = new AdminStanding();
    const processMetrics = new ProcessMetrics(log);
    undo.push(async () => processMetrics.stop());
    const measured = [...processMetrics.series, ...connections.series, standing.series];
    const more = [...measured, ...control.commands.series];
    const metrics = new MetricsPage({ stats: control.figures, hardware, version, more });
    http.serve({ ...healthOf(control, standing), metrics });
    if (options.admin !== undefined) {
      const telemetry = await reportToAdmin({
        ...{ configuration, content, log, version, admin: options.admin },
        ...{ identity, memory, issuers, threads, control, hardware, clock, gateways },
        ...{ httpPort: http.port, standing },
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
      emptied: control.emptied,
      stop: () => (stopping ??= undoAll(undo)),
    };
  } catch (error) {
    await undoAll(undo).catch((failure: unknown) => {
      log.error('not all of the game server was undone', { reason: String(failure) });
    });
    throw error;
  }
}

function healthOf(
  control: Control,
  standing: AdminStanding,
): Record<'liveness' | 'readiness', HealthCheck[]> {
  const { simulationAlive, storeReachable, charactersSaved, open } = control;
  const readiness = [simulationAlive, storeReachable, charactersSaved, open, standing];
  return { liveness: [simulationAlive], readiness };
}

/** X25519, in hexadecimal digits: protocol-schema/SESSION.md. */
async function publicKeyOf({ staticSecretKey }: ServerSecrets): Promise<string> {
  const { suite } = await openCryptoSuite();
  return hexOf(suite.keyPair(staticSecretKey).publicKey, 0, 32);
}

function openKeyLog({ configuration, log }: GameServerOptions): void {
  const path = configuration.keyLogFile;
  if (path === undefined) return;
  prepareKeyLog(path);
  log.warn('session keys are written to a file: whoever reads it can read the traffic of every player', {
    path,
  });
}

async function openStore(
  folder: DataFolder,
  queries: QueryDurations,
  log: Log,
): Promise<SqliteCharacterStore> {
  const part = folder.part('game.sqlite');
  const store = await SqliteCharacterStore.open(join(folder.path, 'game.sqlite'), {
    onQuery: queries.onQuery,
    part,
  });
  const { path, migrated, recovered, keptAs } = store.opened;
  if (recovered) log.warn('the game file was not closed cleanly; it was checked and is whole', { path });
  if (migrated.length > 0) log.info('game file migrated', { path, migrated, keptAs });
  return store;
}

function closeStore(store: SqliteCharacterStore): Promise<void> {
  return store.close().catch((error: unknown) => {
    throw new Error(`the game file could not be closed cleanly: ${String(error)}`, { cause: error });
  });
}

function openUsedTokens(folder: DataFolder, clock: Clock): TokenLedgerFile {
  const nowUnixS = Math.floor(clock.unixMs() / 1000);
  const part = folder.part('used-tokens');
  return openTokenLedgerFile(join(folder.path, 'used-tokens'), usedTokensMax, nowUnixS, part);
}

function connectionLimits(log: Log): ConnectionLimits {
  const connectionsMax = connectionsMaxOf('game server', log);
  return new ConnectionLimits({ name: 'tos_http', connectionsMax, log });
}

async function listenHttp(
  { configuration, log }: GameServerOptions,
  connections: ConnectionLimits,
): Promise<GameHttpServer> {
  const { host, gameHttpPort: port } = configuration;
  try {
    return await GameHttpServer.listen({ host, port, connections, log });
  } catch (error) {
    throw new Error(portFault('gameHttpPort', host, port, (error as Error).cause), { cause: error });
  }
}
