// Taking a cluster into use: its process is started, or found running, and an advisory lock in it makes this process its
// only user. The lock is the connection's: it goes with it, however this process ends.

import pg from 'pg';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Binaries } from './binaries.js';
import { superuser, type Cluster } from './cluster.js';
import { EmbeddedPostgresError } from './embedded-postgres-error.js';
import type { Identity } from './identity.js';
import { findPostmaster, isAlive, logTail, startPostmaster, type Postmaster } from './postmaster.js';

const ownerLock = 0x746f73;
/** Recovery after a crash included. */
const startMsMax = 60_000;
const startsMax = 3;

export interface Parts {
  readonly cluster: Cluster;
  readonly binaries: Binaries;
  readonly identity: Identity | undefined;
  readonly ephemeral: boolean;
}

export interface Ownership {
  readonly postmaster: Postmaster;
  /** Holds the lock. */
  readonly owner: pg.Client;
  /** It was running already. */
  readonly adopted: boolean;
}

/** Starts or finds the process and takes the lock. What fails because another user is just stopping is tried again. */
export async function own(parts: Parts, patienceMs: number, port?: number): Promise<Ownership> {
  const patienceEnds = Date.now() + patienceMs;
  for (let starts = 0; ;) {
    const found = findPostmaster(parts.cluster);
    if (!found && starts++ === startsMax) throw startFailed(parts.cluster);
    const postmaster = found ?? (await startPostmaster(parts, port));
    const owner = await connect(parts.cluster, postmaster);
    if (!owner) {
      await sleep(200);
      continue;
    }
    const adopted = found !== undefined;
    const answer = await tryLock(owner);
    if (answer === 'owned') return { postmaster, owner, adopted };
    await owner.end().catch(() => undefined);
    if (answer === 'taken' && Date.now() >= patienceEnds) {
      throw new EmbeddedPostgresError(
        'in-use',
        `Another server uses the database in ${parts.cluster.data} (PostgreSQL process ${postmaster.pid}). ` +
          'Stop it, or choose another data folder.',
      );
    }
    await sleep(100);
  }
}

/** Undefined when the process ended before it answered. */
async function connect(cluster: Cluster, postmaster: Postmaster): Promise<pg.Client | undefined> {
  for (const deadline = Date.now() + startMsMax; Date.now() < deadline; await sleep(25)) {
    const client = new pg.Client({ connectionString: urlOf(cluster, postmaster.port, 'postgres') });
    // Without a listener a lost connection would end the process; the query under way rejects by itself.
    client.on('error', () => undefined);
    try {
      await client.connect();
      return client;
    } catch (error) {
      await client.end().catch(() => undefined);
      if (!isAlive(postmaster.pid)) return undefined;
      if ((error as { code?: string }).code === '28P01') throw startFailed(cluster, error);
    }
  }
  throw startFailed(cluster);
}

async function tryLock(owner: pg.Client): Promise<'owned' | 'taken' | 'gone'> {
  try {
    const answer = await owner.query<{ owned: boolean }>('select pg_try_advisory_lock($1) as owned', [
      ownerLock,
    ]);
    return answer.rows[0]!.owned ? 'owned' : 'taken';
  } catch {
    // It was shutting down; the next round starts it anew.
    return 'gone';
  }
}

export function urlOf(cluster: Cluster, port: number, database: string): string {
  return `postgres://${superuser}:${cluster.password}@127.0.0.1:${port}/${database}`;
}

function startFailed(cluster: Cluster, reason?: unknown): EmbeddedPostgresError {
  const why = reason instanceof Error ? `${reason.message}\n` : '';
  return new EmbeddedPostgresError(
    'start-failed',
    `PostgreSQL in ${cluster.data} did not start. ${why}Its log ends:\n${logTail(cluster)}`,
  );
}
