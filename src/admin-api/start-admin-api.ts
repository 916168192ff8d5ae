// The admin API as a whole: database, use cases, HTTP, housekeeping. Starts in order, stops in the reverse one; a start
// that fails half-way undoes what it did.

import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import type { AdminPorts } from '#application/admin/access/admin-ports.js';
import { QuietAuditLog } from '#application/admin/audit/quiet-audit-log.js';
import { vouchForAddress, type ServerClaim } from '#application/admin/servers/change-server.js';
import { prepareFirstOwner } from '#application/admin/accounts/prepare-first-start.js';
import {
  admitBearerTokenFile,
  loginServiceTokenFile,
  serverTokenFile,
} from '#application/admin/tokens/bearer-token-file.js';
import { countUnreadable } from '#application/admin/sign-in/second-factor.js';
import { announceIssuer } from '#application/admin/tokens/token-issuers.js';
import { createAdminApp } from '#adapters/admin-api/create-admin-app.js';
import { EventStreams } from '#adapters/admin-api/events/event-streams.js';
import type { AdminApiSettings } from '#adapters/admin-api/wiring/settings.js';
import { AesSecretSealer } from '#adapters/node-crypto/aes-secret-sealer.js';
import { ProtocolTokenSigner } from '#adapters/connect-tokens/protocol-token-signer.js';
import { AdminDatabase } from '#adapters/postgres/connection/admin-database.js';
import { migrateDatabase } from '#adapters/postgres/connection/migrate-database.js';
import { withStartLock } from '#adapters/postgres/connection/start-lock.js';
import { ProtocolKeyChallenger } from '#adapters/server-proof/protocol-key-challenger.js';
import { ConnectionLimits } from '#adapters/system/connection-limits.js';
import { ProcessMetrics } from '#adapters/system/process-metrics.js';
import { SystemRandom } from '#adapters/system/system-random.js';
import { hostBeforePort } from '#ports/network/host-name.js';
import type { Clock } from '#ports/system/clock.js';
import type { Log } from '#ports/system/log.js';
import type { MapCatalogue } from '#ports/admin/servers/map-catalogue.js';
import { adminSource } from '../backup/admin-source.js';
import { startBackups, type BackupCycle } from '../backup/backup-cycle.js';
import { PackingProcess } from '../backup/pack-apart.js';
import type { Configuration, HostSetting } from '../configuration/settings.js';
import { connectionsMaxOf } from '../process/connection-budget.js';
import { openDataFolder } from '../process/data-folder/open-data-folder.js';
import { openCryptoSuite } from '../process/open-crypto-suite.js';
import { portFault } from '../process/require-free-ports.js';
import type { OwnerAccess } from '../process/start-banner.js';
import { type Undo, undoAll, undoStart } from '../process/undo.js';
import { adminTables } from './admin-stores.js';
import { OpenProposals } from '#application/admin/operations/open-proposals.js';
import { keepHouse } from './keep-house.js';
import { judge } from '#adapters/game-http/health-check.js';
import { DiskRoom } from '#adapters/node-files/disk-room.js';
import { firstPasswordFile, pendingPasswordIn } from '#adapters/node-files/first-password.js';
import { findDatabase, watchDatabase } from './open-database.js';
import { postgresPorts } from './postgres-ports.js';
import { secretFilesIn } from '#adapters/node-files/secret-file.js';
import { loadOrCreateSealingKey, sealingKeyFileName } from '#adapters/node-files/sealing-key.js';
import { loadOrCreateConnectTokenSeed } from '#adapters/node-files/connect-token-key.js';

export interface AdminApiOptions {
  readonly host: string;
  /** Which setting gave it; TOS_HOST when undefined. */
  readonly hostSetting?: HostSetting;
  /** 0 takes any free one. */
  readonly port: number;
  /** Where browsers reach it; undefined: where it listens. */
  readonly publicUrl: string | undefined;
  /** Addresses or networks of proxies whose X-Forwarded-For is believed. */
  readonly trustedProxies?: readonly string[] | undefined;
  readonly corsOrigins?: readonly string[] | undefined;
  /** Undefined: an embedded PostgreSQL in `dataDir`. */
  readonly databaseUrl: string | undefined;
  /** Also holds the token of this machine's game server. */
  readonly dataDir: string;
  /** The game server whose token `dataDir` holds, where that is known; its id is undefined when it has none yet. */
  readonly ownServer?: { readonly serverId: string | undefined } | undefined;
  /** The built console; need not exist yet. Undefined: none. */
  readonly consoleDir: string | undefined;
  readonly maps: MapCatalogue;
  /** How long audit entries are kept. */
  readonly auditDays: number;
  readonly version: string;
  /** By which settings backups are made; undefined: none are. */
  readonly backups?: Configuration;
  readonly log: Log;
  readonly clock: Clock;
  /** Aborted in the midst of the start, it ends before its next step, with everything undone. */
  readonly stopAsked?: AbortSignal;
}

export interface RunningAdminApi extends OwnerAccess {
  /** Where it listens. */
  readonly url: string;
  /** For the game server on this machine. */
  readonly serverToken: string;
  /** Where the game server that starts with it is, by the configuration of both: no operator need agree. */
  vouchFor(claim: ServerClaim): Promise<void>;
  stop(): Promise<void>;
}

export class AdminApiStartError extends Error {
  readonly code = 'port-not-available';
}

const unreadableWarning =
  'second factors of accounts were sealed with another key than this one: put back the file from when they were made, or copy it from the replica where they were; until then these accounts log in with recovery codes';

/** What a stop waits for a sign of life from the database. */
const lastAnswerMsMax = 1_000;

export async function startAdminApi(options: AdminApiOptions): Promise<RunningAdminApi> {
  const undo: Undo = [];
  try {
    return await start(options, undo);
  } catch (error) {
    const { stopAsked, log } = options;
    throw await undoStart(undo, error, { stopAsked, log, name: 'the admin API' });
  }
}

async function start(options: AdminApiOptions, undo: Undo): Promise<RunningAdminApi> {
  const { log, clock, maps, auditDays, trustedProxies, stopAsked } = options;
  const folder = openDataFolder(options.dataDir, log);
  const { url: databaseUrl, ownerUrl } = await findDatabase(folder, options, undo);
  stopAsked?.throwIfAborted();
  const connectionsMax = connectionsMaxOf('admin API', log);
  // Half is for requests, however many watch.
  const streams = new EventStreams(crypto.randomUUID().slice(0, 8), Math.floor(connectionsMax / 2));
  const keys = await openKeys(options.dataDir);
  const prepared = async (signal: AbortSignal) => {
    for (const name of await migrateDatabase(ownerUrl, adminTables, log, { signal }))
      log.info('database migrated', { name });
    const database = await AdminDatabase.open(databaseUrl, adminTables, log);
    undo.push(() => database.close());
    signal.throwIfAborted();
    // Backups begin when there is a database, and end before it is closed.
    const stored = postgresPorts(database, { ...keys, backups: undefined, live: streams, maps, clock });
    const audit = new QuietAuditLog(stored.audit);
    undo.push(() => audit.flush(clock.unixMs(), true));
    const ports = { ...stored, audit };
    return { database, ports, serverToken: await prepare(ports, options) };
  };
  const { database, serverToken, ports } = await withStartLock(ownerUrl, prepared, stopAsked, { log });
  stopAsked?.throwIfAborted();

  const pulse = watchDatabase({ url: databaseUrl, streams, clock, log }, undo);
  const connections = new ConnectionLimits({ name: 'tos_admin_http', connectionsMax, trustedProxies, log });
  const [processMetrics, proposals] = [new ProcessMetrics(log), new OpenProposals()];
  undo.push(async () => processMetrics.stop());
  const backups = await keepBackups(options, folder.id, ownerUrl);
  if (backups !== undefined) undo.push(() => backups.stop());
  stopAsked?.throwIfAborted();
  const app = await createAdminApp({
    ports: { ...ports, backups: backups?.desk },
    streams,
    probes: [
      { name: 'database', check: async () => pulse.requireUp() },
      { name: 'database-connections', check: async () => database.requireFree() },
    ],
    health: { checks: [new DiskRoom(options.dataDir)], judge },
    settings: settingsOf(options),
    log,
    moreMetrics: [processMetrics, connections, proposals, ...(backups ? [backups.rounds] : [])].flatMap(
      ({ series }) => series,
    ),
  });
  undo.push(() => app.close());
  stopAsked?.throwIfAborted();
  connections.watch(app.getHttpServer());
  // Last before it listens: whoever is answered, by readiness or a log-in, finds an owner who can log in.
  const pending = pendingPasswordIn(options.dataDir);
  const owner = await prepareFirstOwner(ports, pending);
  stopAsked?.throwIfAborted();
  const url = await listen(app, options);
  stopAsked?.throwIfAborted();

  const waiting = owner.kind === 'pending' ? pending : undefined;
  keepHouse({ ports, auditDays, log, clock, proposals, pending: waiting }, undo);
  log.info('admin API listens', { url });
  const stop = async (): Promise<void> => {
    // What waits for a database that gives no answer would hold the stop up.
    const answers = await Promise.race([pulse.ask(), sleep(lastAnswerMsMax, false, { ref: false })]);
    if (!answers) database.abandon('the admin API stops, and the database does not answer');
    await undoAll(undo);
  };
  return {
    ...{ url, serverToken },
    ownerPassword: owner.kind === 'pending' ? owner.password : undefined,
    passwordFile: firstPasswordFile(options.dataDir),
    isOwnerLost: owner.kind === 'lost',
    vouchFor: (claim: ServerClaim) => vouchForAddress(ports, claim),
    stop,
  };
}

/** Undefined when they are off. */
async function keepBackups(
  { backups: configuration, clock, log }: AdminApiOptions,
  origin: string,
  url: string,
): Promise<BackupCycle | undefined> {
  if (configuration === undefined) return undefined;
  const { dataDir } = configuration;
  const kind = 'admin';
  return startBackups({
    ...{ configuration, clock, log, kind, origin, packing: new PackingProcess() },
    vault: (place, signal) =>
      place.vaultOfNow(kind, origin, { source: adminSource({ dataDir, url, signal }), signal }),
  });
}

async function openKeys(dataDir: string): Promise<Pick<AdminPorts, 'tokenSigner' | 'challenger' | 'sealer'>> {
  const seed = await loadOrCreateConnectTokenSeed(dataDir);
  const { suite } = await openCryptoSuite();
  const random = new SystemRandom();
  return {
    tokenSigner: new ProtocolTokenSigner(suite, random, seed),
    challenger: new ProtocolKeyChallenger(suite, random),
    sealer: new AesSecretSealer(await loadOrCreateSealingKey(dataDir)),
  };
}

/** Answers the token of the game server on this machine. */
async function prepare(ports: AdminPorts, { dataDir, ownServer, log }: AdminApiOptions): Promise<string> {
  const files = secretFilesIn(dataDir);
  const server = await admitBearerTokenFile(ports, files, serverTokenFile, ownServer);
  const loginService = await admitBearerTokenFile(ports, files, loginServiceTokenFile);
  for (const { revoked } of [server, loginService]) {
    if (revoked) log.info('a token was revoked: its file holds another one now', { label: revoked.label });
  }
  if (server.leftTo) {
    log.info('the token in server-token speaks for another server, which keeps it; this one got its own', {
      otherServerId: server.leftTo.serverId,
    });
  }
  await announceIssuer(ports);
  const unreadable = await countUnreadable(ports);
  if (unreadable > 0)
    log.warn(unreadableWarning, { accounts: unreadable, file: files.pathOf(sealingKeyFileName) });
  return server.token;
}

function settingsOf(options: AdminApiOptions): AdminApiSettings {
  const publicUrl = options.publicUrl ?? `http://${hostBeforePort(options.host)}:${options.port}`;
  if (publicUrl.startsWith('http:') && !isLoopback(options.host)) {
    options.log.warn('passwords and sessions of the admin API travel unencrypted; put it behind HTTPS', {
      host: options.host,
    });
  }
  const trustedProxies = options.trustedProxies ?? [];
  if (publicUrl.startsWith('https:') && trustedProxies.length === 0) {
    options.log.warn(
      'behind a proxy all visitors have its address, and share their limits of log-in attempts; name it in TOS_TRUSTED_PROXIES',
      { publicUrl },
    );
  }
  return {
    version: options.version,
    publicUrl,
    consoleDir: options.consoleDir,
    trustedProxies,
    corsOrigins: options.corsOrigins ?? [],
  };
}

interface Listener {
  listen(port: number, host: string): Promise<unknown>;
  getHttpServer(): { address(): AddressInfo | string | null };
}

async function listen(app: Listener, { host, hostSetting = 'host', port }: AdminApiOptions): Promise<string> {
  try {
    await app.listen(port, host);
  } catch (error) {
    const asked = { setting: 'apiPort', host, hostSetting, port } as const;
    throw new AdminApiStartError(portFault(asked, error), { cause: error });
  }
  const address = app.getHttpServer().address() as AddressInfo;
  return `http://${hostBeforePort(host)}:${address.port}`;
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || host.startsWith('127.');
}
