// A real PostgreSQL of our own, as a child process with its data in the given folder. It ends with its user, however that
// ends; while its user lives, it is started again when it goes away. A second user is refused.

import '../connection/own-settings.js';
import pg from 'pg';
import { setTimeout as sleep } from 'node:timers/promises';
import type { FolderPart } from '#ports/storage/files/folder-part.js';
import type { Log } from '#ports/system/log.js';
import { DatabaseSilence } from '../connection/database-silence.js';
import { answered, sayGoodbye, type GoodbyePatience } from '../connection/say-goodbye.js';
import { findBinaries } from './binaries.js';
import { prepareFolder } from './cluster-place.js';
import { openCluster, removeLeftovers } from './cluster.js';
import { EmbeddedPostgresError } from './embedded-postgres-error.js';
import { unprivilegedIdentity } from './identity.js';
import { own, urlOf, type Ownership, type Parts } from './ownership.js';
import {
  admitRoles,
  databaseName,
  grantRows,
  isBlind,
  makeRoles,
  type DatabaseRole,
  type Roles,
} from './roles.js';
import { stopPostmaster } from './postmaster.js';

export interface EmbeddedPostgresOptions {
  /** Created if missing. */
  readonly folder: string;
  /** The data folder's word on it; without one, a cluster that is missing is made. */
  readonly part?: FolderPart;
  readonly log: Log;
  /** For tests: faster, and lost with the machine's power. */
  readonly ephemeral?: boolean;
  /** How long to wait for another user of the folder to finish. */
  readonly patienceMs?: number;
  /** How long it may stand still, at most twice, before a start is given up. Default 60,000. */
  readonly preparedMsMax?: number;
  /** Aborted in the midst of the start, it undoes what it did, and rejects with the reason. */
  readonly stopAsked?: AbortSignal | undefined;
}

export interface EmbeddedPostgres {
  /** Of a user who reads and writes rows, with password. Stays the same when PostgreSQL had to be started again. */
  readonly url: string;
  /** Of the user who owns the tables and may change them; for migrations. */
  readonly ownerUrl: string;
  /** Of the process that runs now. */
  readonly pid: number;
  /** Calling again waits for the same end. */
  stop(): Promise<void>;
}

/** A second start is to hear of it at once; whoever is restarted has ended before. */
const patienceMsDefault = 1_000;
/** Before it is stopped: whether there is somebody to say goodbye to. */
const answerMsMax = 1_000;
/** Between tries to start it again; doubled each time up to the other. */
const restartPauseMs = 1_000;
const restartPauseMsMax = 30_000;
/** For roles and a database: a disk that is busy takes its time. */
const preparedMsMaxDefault = 60_000;
const toldAfterMs = 3_000;

export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const { log, stopAsked } = options;
  const ephemeral = options.ephemeral ?? false;
  const identity = unprivilegedIdentity();
  const folder = prepareFolder(options.folder, identity);
  const binaries = findBinaries(folder, identity);
  const cluster = await openCluster({ folder, binaries, identity, ephemeral, part: options.part, stopAsked });
  const parts = { cluster, binaries, identity, ephemeral };
  const owned = await own(parts, { patienceMs: options.patienceMs ?? patienceMsDefault, stopAsked });
  removeLeftovers(folder);
  const { port, pid } = owned.postmaster;
  const roles = makeRoles();
  let blind = false;
  const patience = { withinMs: options.preparedMsMax ?? preparedMsMaxDefault, stopAsked };
  const waits = setTimeout(
    () =>
      log.warn('PostgreSQL does not answer, and the start waits for it', {
        ...{ folder, pid, secondsAtMost: Math.ceil((2 * patience.withinMs) / 1000) },
      }),
    Math.min(toldAfterMs, patience.withinMs),
  );
  try {
    const admitted = admitRoles(owned.owner, roles).then(() => isBlind(owned.owner));
    blind = await answered(owned.owner, patience, admitted);
    await inDatabase(urlOf(cluster, port, databaseName), patience, (client) => grantRows(client, roles));
  } catch (error) {
    await sayGoodbye(owned.owner);
    const isSilent = error instanceof DatabaseSilence;
    const hurried = isSilent || stopAsked?.aborted === true;
    await stopPostmaster(owned.postmaster, { ...parts, hurried });
    stopAsked?.throwIfAborted();
    throw isSilent ? stoodStill(folder, pid, error) : error;
  } finally {
    clearTimeout(waits);
  }
  log.info('PostgreSQL runs', { folder, port, pid });
  if (blind && process.platform === 'linux') {
    log.info('the database is of an older version: searches by likeness know ASCII letters only in it', {
      folder,
    });
  }
  return new OwnedPostgres(parts, owned, roles, log);
}

async function inDatabase(
  url: string,
  patience: GoodbyePatience,
  work: (client: pg.Client) => Promise<void>,
): Promise<void> {
  const client = new pg.Client(url);
  client.on('error', () => undefined);
  try {
    await answered(
      client,
      patience,
      client.connect().then(() => work(client)),
    );
  } finally {
    await sayGoodbye(client);
  }
}

function stoodStill(folder: string, pid: number, { message }: Error): EmbeddedPostgresError {
  return new EmbeddedPostgresError(
    'no-answer',
    `PostgreSQL in ${folder} (process ${pid}) was started and stood still (${message}); it was ended. ` +
      'See that nothing stops its processes, and that disk and memory answer; then start again.',
  );
}

async function answers(client: pg.Client): Promise<boolean> {
  const asked = client.query('select 1').then(
    () => true,
    () => false,
  );
  return Promise.race([asked, sleep(answerMsMax, false, { ref: false })]);
}

class OwnedPostgres implements EmbeddedPostgres {
  readonly url: string;
  readonly ownerUrl: string;
  readonly #stopping = new AbortController();
  #restarting: Promise<void> | undefined;
  #stopped: Promise<void> | undefined;

  constructor(
    private readonly parts: Parts,
    private owned: Ownership,
    { api, owner }: Roles,
    private readonly log: Log,
  ) {
    const { port } = owned.postmaster;
    const urlFor = ({ name, password }: DatabaseRole): string =>
      `postgres://${name}:${password}@127.0.0.1:${port}/${databaseName}`;
    this.url = urlFor(api);
    this.ownerUrl = urlFor(owner);
    this.#watch();
  }

  get pid(): number {
    return this.owned.postmaster.pid;
  }

  stop(): Promise<void> {
    return (this.#stopped ??= this.#stop());
  }

  /** The owner's connection ends when PostgreSQL does. */
  #watch(): void {
    this.owned.owner.once('end', () => {
      if (this.#stopping.signal.aborted) return;
      this.#restarting = this.#restart();
    });
  }

  async #restart(): Promise<void> {
    const { signal } = this.#stopping;
    for (let pauseMs = restartPauseMs; ; pauseMs = Math.min(pauseMs * 2, restartPauseMsMax)) {
      await sleep(pauseMs, undefined, { signal }).catch(() => undefined);
      if (signal.aborted) return;
      // Not before: whoever stops all processes at once ends it with them, and this one hears of its own stop soon.
      if (pauseMs === restartPauseMs)
        this.log.error('PostgreSQL went away and will be started again', { pid: this.pid });
      try {
        // At the same port: those who use it know no other.
        this.owned = await own(this.parts, {
          patienceMs: patienceMsDefault,
          port: this.owned.postmaster.port,
          stopAsked: signal,
        });
        this.#watch();
        this.log.info('PostgreSQL runs again', { pid: this.pid });
        return;
      } catch (error) {
        if (signal.aborted) return;
        this.log.error('PostgreSQL could not be started again', { reason: String(error) });
      }
    }
  }

  async #stop(): Promise<void> {
    this.#stopping.abort();
    await this.#restarting;
    const { owner, postmaster } = this.owned;
    // One that stands still says no goodbye.
    const hurried = !(await answers(owner));
    if (!hurried) await sayGoodbye(owner);
    if (await stopPostmaster(postmaster, { ...this.parts, hurried })) this.log.info('PostgreSQL stopped');
    else
      this.log.warn('PostgreSQL did not stop in time and was cut short; it will recover on the next start');
  }
}
