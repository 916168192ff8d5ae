// A real PostgreSQL of our own, as a child process with its data in the given folder. It outlives a killed parent and is
// taken over by the next start; while its user lives, it is started again when it goes away. A second user is refused.

import type pg from 'pg';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Log } from '#ports/log.js';
import { findBinaries } from './binaries.js';
import { openCluster, prepareFolder } from './cluster.js';
import { unprivilegedIdentity } from './identity.js';
import { own, urlOf, type Ownership, type Parts } from './ownership.js';
import { stopPostmaster } from './postmaster.js';

export interface EmbeddedPostgresOptions {
  /** Created if missing. Where PostgreSQL cannot reach it, another is taken and said in the log. */
  readonly folder: string;
  readonly log: Log;
  /** For tests: faster, and lost with the machine's power. */
  readonly ephemeral?: boolean;
  /** How long to wait for another user of the folder to finish. */
  readonly patienceMs?: number;
}

export interface EmbeddedPostgres {
  /** With password. Stays the same when PostgreSQL had to be started again. */
  readonly url: string;
  /** Of the process that runs now. */
  readonly pid: number;
  /** It was running already: its last user was killed. */
  readonly adopted: boolean;
  /** Calling again waits for the same end. */
  stop(): Promise<void>;
}

const databaseName = 'tos';
const patienceMsDefault = 5_000;
/** Between tries to start it again; doubled each time up to the other. */
const restartPauseMs = 1_000;
const restartPauseMsMax = 30_000;

export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const { log } = options;
  const ephemeral = options.ephemeral ?? false;
  const identity = unprivilegedIdentity();
  const folder = prepareFolder(options.folder, identity);
  if (folder !== path.resolve(options.folder)) {
    log.warn('PostgreSQL cannot reach its folder and keeps its data elsewhere', {
      wanted: options.folder,
      folder,
    });
  }
  const binaries = findBinaries(folder, identity);
  const cluster = await openCluster({ folder, binaries, identity, ephemeral });
  const parts = { cluster, binaries, identity, ephemeral };
  const owned = await own(parts, options.patienceMs ?? patienceMsDefault);
  await createDatabase(owned.owner);
  const { port, pid } = owned.postmaster;
  log.info('PostgreSQL runs', { folder, port, pid, adopted: owned.adopted });
  return new OwnedPostgres(parts, owned, log);
}

async function createDatabase(owner: pg.Client): Promise<void> {
  const known = await owner.query('select from pg_database where datname = $1', [databaseName]);
  if (known.rowCount === 0) await owner.query(`create database ${databaseName}`);
}

class OwnedPostgres implements EmbeddedPostgres {
  readonly url: string;
  readonly adopted: boolean;
  readonly #stopping = new AbortController();
  #restarting: Promise<void> | undefined;
  #stopped: Promise<void> | undefined;

  constructor(
    private readonly parts: Parts,
    private owned: Ownership,
    private readonly log: Log,
  ) {
    this.url = urlOf(parts.cluster, owned.postmaster.port, databaseName);
    this.adopted = owned.adopted;
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
      this.log.error('PostgreSQL went away and will be started again', { pid: this.pid });
      this.#restarting = this.#restart();
    });
  }

  async #restart(): Promise<void> {
    const { signal } = this.#stopping;
    for (let pauseMs = restartPauseMs; ; pauseMs = Math.min(pauseMs * 2, restartPauseMsMax)) {
      await sleep(pauseMs, undefined, { signal }).catch(() => undefined);
      if (signal.aborted) return;
      try {
        // At the same port: those who use it know no other.
        this.owned = await own(this.parts, patienceMsDefault, this.owned.postmaster.port);
        this.#watch();
        this.log.info('PostgreSQL runs again', { pid: this.pid });
        return;
      } catch (error) {
        this.log.error('PostgreSQL could not be started again', { reason: String(error) });
      }
    }
  }

  async #stop(): Promise<void> {
    this.#stopping.abort();
    await this.#restarting;
    await this.owned.owner.end().catch(() => undefined);
    const { cluster, binaries } = this.parts;
    if (await stopPostmaster(this.owned.postmaster, cluster, binaries)) this.log.info('PostgreSQL stopped');
    else
      this.log.warn('PostgreSQL did not stop in time and was cut short; it will recover on the next start');
  }
}
