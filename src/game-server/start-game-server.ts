// One game server: HTTP, files, shared memory, threads, and the way to the admin API; started in this order, stopped in
// the reverse one, so that players are told, saved, and only then the stores closed. What can be refused comes before
// what stays, and the sockets of players near the end: nobody is served by a server that will not come up.

import { join } from 'node:path';
import { GameHttpServer } from '#adapters/game-http/game-http-server.js';
import { MetricsPage } from '#adapters/prometheus/metrics-page.js';
import { hexOf } from '#adapters/protocol/session/bytes/bytes-compare.js';
import { openTokenLedgerFile, type TokenLedgerFile } from '#adapters/threads/tokens/token-ledger-file.js';
import { ConnectionLimits } from '#adapters/system/connection-limits.js';
import { usableCores } from '#adapters/system/open-machine.js';
import { ProcessMetrics } from '#adapters/system/process-metrics.js';
import { SystemClock } from '#adapters/system/system-clock.js';
import { SystemHardwareFigures } from '#adapters/system/system-hardware-figures.js';
import type { Content } from '#domain/content/content.js';
import type { Clock } from '#ports/system/clock.js';
import type { BackupRecord } from '#ports/backups/backup-vault.js';
import { Admits } from '#ports/threads/gateway-orders.js';
import type { HealthCheck } from '#ports/system/health-check.js';
import type { Log } from '#ports/system/log.js';
import { startBackups, type BackupCycle } from '../backup/backup-cycle.js';
import { vaultThatMakes } from '../backup/backup-place.js';
import { PackingProcess } from '../backup/pack-apart.js';
import { withGameCopy } from '../backup/with-game-copy.js';
import { type Configuration, gatewaysOn, httpHostOf, httpHostSettingOf } from '../configuration/settings.js';
import { connectionsMaxOf } from '../process/connection-budget.js';
import { openDataFolder } from '../process/data-folder/open-data-folder.js';
import type { DataFolder } from '#adapters/node-files/data-folder.js';
import { openCryptoSuite } from '../process/open-crypto-suite.js';
import { portFault } from '../process/require-free-ports.js';
import { type Undo, undoAll, undoStart } from '../process/undo.js';
import { Control, type ControlOptions } from './control.js';
import type { FiguresReader } from '#adapters/threads/stats/figures-reader.js';
import { GameThreads } from './game-threads.js';
import { itemsWithoutContent } from '#application/ledger/items-without-content.js';
import { PlannedFile } from '#adapters/node-files/notes/planned-file.js';
import { VerbSwitches } from '#application/operations/verb-switches.js';
import { SwitchedOffFile } from '#adapters/node-files/notes/switched-off-file.js';
import { DiskRoom } from '#adapters/node-files/disk-room.js';
import { DrainedFile } from '#adapters/node-files/notes/drained-file.js';
import { JournalThread } from './journal-thread.js';
import { prepareKeyLog } from '#adapters/node-files/key-log-file.js';
import { DirectoryFigures } from '#adapters/admin-client/directory-figures.js';
import { AdminStanding } from '#adapters/admin-client/admin-standing.js';
import { reportToAdmin, type AdminAccess } from './report-to-admin.js';
import { loadOrCreateIdentity, type ServerSecrets } from '#adapters/node-files/identity-file.js';
import { createJournalMemory } from '#adapters/threads/journal/journal-memory.js';
import { createSharedMemory, usedTokensMax } from '#adapters/threads/shared-memory.js';
import { TrustedIssuers } from '#adapters/threads/tokens/trusted-issuers.js';

export interface GameServerOptions {
  readonly configuration: Configuration;
  readonly content: Content;
  /** Why it is not what lies in the content folder now. */
  readonly contentFault?: string;
  readonly log: Log;
  readonly version: string;
  /** Where to report to; a server without plays on its own. */
  readonly admin?: AdminAccess;
  /** Aborted in the midst of the start, it ends before its next step, with everything undone. */
  readonly stopAsked?: AbortSignal;
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
  /** Resolves when operators have drained it, and it is to end, or to start anew. */
  readonly emptied: Promise<'stop' | 'restart'>;
  /** Makes a backup now. Rejects when it cannot be made, and when backups are off. */
  backUp(): Promise<BackupRecord>;
  /** Players are told, saved and gone, everything is closed. Takes some seconds at most; later calls wait for the first. */
  stop(): Promise<void>;
}

export async function startGameServer(options: GameServerOptions): Promise<RunningGameServer> {
  const { configuration, content, log, version, stopAsked } = options;
  const { dataDir, playersMax, journalEntries } = configuration;
  openKeyLog(options);
  const [clock, undo] = [new SystemClock(), [] as Undo];
  try {
    const connections = connectionLimits(log);
    const http = await listenHttp(options, connections);
    undo.push(() => http.stop());
    stopAsked?.throwIfAborted();
    const packing = startPacking(configuration, undo);
    const folder = openDataFolder(dataDir, log);
    const identity = loadOrCreateIdentity(join(dataDir, 'identity.json'), folder.part('identity.json'));
    const toJournal = createJournalMemory();
    const journal = await JournalThread.start({
      ...{ dataDir, keptEntries: journalEntries, memory: toJournal, clock, log },
    });
    // At last: what the others wrote is stored, and the file closed.
    undo.push(() => journal.stop());
    stopAsked?.throwIfAborted();
    const gateways = gatewaysOn(usableCores(), configuration.gateways);
    const usedTokens = openUsedTokens(folder, clock);
    undo.push(async () => usedTokens.close());
    const memory = createSharedMemory(content, gateways, playersMax, usedTokens.handle, toJournal);
    const issuers = new TrustedIssuers(memory.tokenIssuers, configuration.tokenIssuers ?? []);
    const { admits, ...notes } = readNotes(dataDir, log);
    const begin = await beginningOf(journal, notes.switches, clock);
    const parts = { configuration, content, identity, memory, begin, admits, stopAsked };
    const threads = await GameThreads.start(parts);
    undo.push(() => threads.stop());
    await tellStarted(options, identity, threads, journal);
    stopAsked?.throwIfAborted();

    const hardware = startHardware(log, undo);
    const control = new Control({ ...{ memory, content, clock, log, journal, begin, threads }, ...notes });
    undo.push(() => control.stop());

    const [standing, directory] = [new AdminStanding(), new DirectoryFigures()];
    const processMetrics = startProcessMetrics(log, undo);
    const measured = [processMetrics, connections, directory, control].flatMap(({ series }) => series);
    const backups = await keepBackups(options, { journal, identity, clock, control, packing });
    const rounds = backups === undefined ? [] : [backups.rounds];
    if (backups !== undefined) undo.push(() => backups.stop());
    stopAsked?.throwIfAborted();
    const more = [...measured, standing.series, ...rounds.flatMap(({ series }) => series)];
    const metrics = new MetricsPage({ stats: control.figures, hardware, version, more });
    const health = healthOf(control, options, journal, [standing, ...rounds]);
    http.serve({ ...health, metrics });
    if (options.admin !== undefined) {
      const telemetry = await reportToAdmin({
        ...{ configuration, content, log, version, admin: options.admin },
        ...{ identity, memory, issuers, threads, control, hardware, clock, gateways },
        ...{ httpPort: http.port, standing, outbox: journal.stores.outbox, directory },
        checks: health.readiness,
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
      failure: eitherFails(journal, threads),
      emptied: control.emptied,
      backUp: () => backUpNow(backups),
      stop: () => (stopping ??= undoAll(undo)),
    };
  } catch (error) {
    throw await undoStart(undo, error, { stopAsked, log, name: 'the game server' });
  }
}

/** Now, while this process is small (pack-apart). */
function startPacking({ backups }: Configuration, undo: Undo): PackingProcess {
  const packing = new PackingProcess();
  undo.push(() => packing.stop());
  if (backups !== 'off') packing.start();
  return packing;
}

/** What operators had it do that outlives a server. A drained one lets nobody in from its first datagram on. */
function readNotes(
  dataDir: string,
  log: Log,
): Pick<ControlOptions, 'note' | 'planNote' | 'switches'> & { admits: Admits } {
  const note = new DrainedFile(dataDir);
  const switches = new VerbSwitches({ note: new SwitchedOffFile(dataDir), log });
  const admits = note.find() === undefined ? Admits.all : Admits.nobody;
  return { note, planNote: new PlannedFile(dataDir), switches, admits };
}

/** Where the journal ends, and what operators have set that outlives the server. */
async function beginningOf(journal: JournalThread, { closed }: VerbSwitches, clock: Clock) {
  const sanctions = await journal.stores.sanctions.read(clock.unixMs() / 1000);
  return { ...journal.begin, closed, sanctions };
}

function healthOf(
  control: Control,
  options: GameServerOptions,
  { figures, economyFigures }: JournalThread,
  more: readonly HealthCheck[],
): Record<'liveness' | 'readiness', HealthCheck[]> {
  const { simulationAlive, storeReachable, charactersSaved, open, switches } = control;
  const own = [simulationAlive, storeReachable, charactersSaved, open, switches.health];
  const disk = new DiskRoom(options.configuration.dataDir);
  const stored = [figures.health, economyFigures.health];
  const readiness = [...own, ...stored, ...more, disk, contentHealth(options)];
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

interface BackedUp {
  readonly journal: JournalThread;
  readonly identity: ServerSecrets;
  readonly clock: Clock;
  readonly control: Control;
  readonly packing: PackingProcess;
}

/** Undefined when they are off. Operators' commands about them go to it from then on. */
async function keepBackups(
  { configuration, log }: GameServerOptions,
  { journal, identity, clock, control, packing }: BackedUp,
): Promise<BackupCycle | undefined> {
  const { serverId: origin } = identity;
  const { dataDir } = configuration;
  const copy = (path: string, signal: AbortSignal): Promise<void> => journal.copy(path, signal);
  const kind = 'game';
  const cycle = await startBackups({
    ...{ configuration, clock, log, kind, origin, packing },
    vault: (place, signal) =>
      vaultThatMakes(place.vault(kind, origin, { signal }), () =>
        withGameCopy({ dataDir, copy, signal }, (path) =>
          packing.pack({ configuration, kind, origin, path }, signal),
        ),
      ),
  });
  control.backups = cycle?.desk;
  return cycle;
}

async function backUpNow(backups: BackupCycle | undefined): Promise<BackupRecord> {
  if (backups === undefined) throw new Error('backups are off');
  return await backups.rounds.make();
}

async function tellStarted(
  { log, content }: GameServerOptions,
  identity: ServerSecrets,
  threads: GameThreads,
  journal: JournalThread,
): Promise<void> {
  log.info('players may pin this key', { publicKey: await publicKeyOf(identity) });
  log.info('gateways', { sockets: threads.udpReport, cryptography: threads.cryptography });
  log.info('world', { seed: threads.seed });
  const unknown = itemsWithoutContent(journal.items, content);
  if (unknown !== undefined)
    log.warn('items that the content does not have: they stay with whoever has them, and serve nobody', {
      ...unknown,
    });
}

/** Players play on: somebody is to mend it, and restart. */
function contentHealth({ contentFault }: GameServerOptions): HealthCheck {
  const ok = true;
  return {
    name: 'content',
    check: () => (contentFault === undefined ? { ok } : { ok, reason: contentFault }),
  };
}

function startProcessMetrics(log: Log, undo: Undo): ProcessMetrics {
  const metrics = new ProcessMetrics(log);
  undo.push(async () => metrics.stop());
  return metrics;
}

function startHardware(log: Log, undo: Undo): SystemHardwareFigures {
  const hardware = new SystemHardwareFigures({ log });
  hardware.start();
  undo.push(async () => hardware.stop());
  return hardware;
}

function eitherFails(journal: JournalThread, threads: GameThreads): Promise<never> {
  const failure = Promise.race([journal.failure, threads.failure]);
  // Whoever runs the server hears of it; nobody else must.
  failure.catch(() => undefined);
  return failure;
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
  const { gameHttpPort: port } = configuration;
  const host = httpHostOf(configuration);
  try {
    return await GameHttpServer.listen({ host, port, connections, log });
  } catch (error) {
    const hostSetting = httpHostSettingOf(configuration);
    const asked = { setting: 'gameHttpPort', host, hostSetting, port } as const;
    throw new Error(portFault(asked, (error as Error).cause), { cause: error });
  }
}
