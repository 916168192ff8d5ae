// Taking a cluster into use: its process is started, and an advisory lock in it makes this process its only user. The lock
// is the connection's: it goes with it, however this process ends. A process that is found running is another server's,
// which is refused; or nobody's, when its server was killed: then it is ended first.

import '../connection/own-settings.js';
import path from 'node:path';
import pg from 'pg';
import { setTimeout as sleep } from 'node:timers/promises';
import { answered, sayGoodbye } from '../connection/say-goodbye.js';
import type { Binaries } from './binaries.js';
import { superuser, type Cluster } from './cluster.js';
import { restoreAdvice } from './cluster-folder-id.js';
import { EmbeddedPostgresError } from './embedded-postgres-error.js';
import type { Identity } from './identity.js';
import {
  findPostmaster,
  forgetStranger,
  logTail,
  lookForPostmaster,
  pidFileOf,
  startPostmaster,
  stopPostmaster,
  type FoundPostmaster,
  type Postmaster,
} from './postmaster.js';
import { isAlive } from './process-facts.js';
import { servesThis } from './serves-this.js';

const ownerLock = 0x746f73;
/** Recovery after a crash included. */
const startMsMax = 60_000;
/** A process that accepts connections and says nothing for so long stands still. */
const silentMsMax = 8_000;
const connectMsMax = 2_000;
/** A process that nobody uses is ended by its watcher at once. One that is still there has lost that too. */
const orphanMsMin = 5_000;
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
}

export interface OwnOptions {
  readonly patienceMs: number;
  /** Undefined: any free one. */
  readonly port?: number;
  /** Aborted, it ends what it started, and rejects with the reason. */
  readonly stopAsked?: AbortSignal | undefined;
}

/** Starts the process and takes the lock. What fails because another user is just stopping is tried again. */
export async function own(parts: Parts, { patienceMs, port, stopAsked }: OwnOptions): Promise<Ownership> {
  const begunAt = Date.now();
  for (let starts = 0; ; await sleep(100)) {
    stopAsked?.throwIfAborted();
    const found = findPostmaster(parts.cluster);
    if (found) {
      await endFound(parts, found, { waitedMs: Date.now() - begunAt, patienceMs });
      continue;
    }
    if (starts++ === startsMax) throw startFailed(parts.cluster);
    const postmaster = await startPostmaster(parts, port);
    const owner = await connect(parts.cluster, { ...postmaster, certain: true }, startMsMax, stopAsked);
    const isOwned =
      owner && (await ask(owner, 'select pg_try_advisory_lock($1) as answer', stopAsked)) === true;
    if (isOwned === true && stopAsked?.aborted !== true) return { postmaster, owner };
    if (owner !== undefined) await sayGoodbye(owner);
    if (stopAsked?.aborted === true) await stopPostmaster(postmaster, { ...parts, hurried: true });
  }
}

/** Waits for the end of a process that was found, or ends it when nobody uses it; throws when somebody does. */
async function endFound(
  parts: Parts,
  found: FoundPostmaster,
  { waitedMs, patienceMs }: { waitedMs: number; patienceMs: number },
): Promise<void> {
  const { cluster } = parts;
  const client = await connect(cluster, found, silentMsMax);
  if (!client) return;
  const stranger = !found.certain && !(await serves(client, cluster, found));
  const used = await isUsed(client);
  await sayGoodbye(client);
  if (stranger) return forgetStranger(cluster);
  if (used === false && waitedMs >= orphanMsMin) await stopPostmaster(found, parts);
  if (used === true && waitedMs >= patienceMs) throw inUse(cluster, found);
}

async function serves(client: pg.Client, cluster: Cluster, found: FoundPostmaster): Promise<boolean> {
  try {
    return await answered(client, { withinMs: silentMsMax }, servesThis(client, cluster));
  } catch {
    throw noAnswer(cluster, found);
  }
}

/**
 * Rejects when somebody uses the cluster, and goes on using it. A look before anything is done, which changes nothing: who
 * does not answer by then, or may be a stranger, is judged when the cluster is taken.
 */
export async function requireUnused(cluster: Cluster, patienceMs: number): Promise<void> {
  for (const deadline = Date.now() + patienceMs; ; await sleep(100)) {
    const found = lookForPostmaster(cluster);
    if (found === undefined || found === 'stranger' || !found.certain) return;
    const client = await connectOnce(cluster, found, Math.max(deadline - Date.now(), 100));
    const used = client && (await isUsed(client));
    if (client !== undefined) await sayGoodbye(client);
    if (used !== true && client !== undefined) return;
    if (Date.now() < deadline) continue;
    if (used === true) throw inUse(cluster, found);
    return;
  }
}

/** Looked at and not taken: whoever has just started it is about to take the lock. */
function isUsed(client: pg.Client): Promise<boolean | undefined> {
  return ask(
    client,
    "select count(*) > 0 as answer from pg_locks where locktype = 'advisory' and objid = $1 and granted",
  );
}

function inUse(cluster: Cluster, { pid }: Postmaster): EmbeddedPostgresError {
  return new EmbeddedPostgresError(
    'in-use',
    `Another server uses the database in ${cluster.data} (PostgreSQL process ${pid}). ` +
      'Stop it, or choose another data folder.',
  );
}

/** Undefined when the process ended before it answered, or is a stranger's, or a stop was asked for. */
async function connect(
  cluster: Cluster,
  postmaster: FoundPostmaster,
  withinMs: number,
  stopAsked?: AbortSignal,
): Promise<pg.Client | undefined> {
  for (const deadline = Date.now() + withinMs; Date.now() < deadline; await sleep(25)) {
    if (stopAsked?.aborted === true) return undefined;
    const client = newClient(cluster, postmaster, connectMsMax);
    try {
      await client.connect();
      return client;
    } catch (error) {
      await sayGoodbye(client);
      if (!isAlive(postmaster.pid)) return undefined;
      const wrongPassword = (error as { code?: string }).code === '28P01';
      if (wrongPassword && postmaster.certain) throw startFailed(cluster, error);
      if (wrongPassword) {
        forgetStranger(cluster);
        return undefined;
      }
    }
  }
  if (withinMs === startMsMax) throw startFailed(cluster);
  throw noAnswer(cluster, postmaster);
}

function noAnswer(cluster: Cluster, postmaster: FoundPostmaster): EmbeddedPostgresError {
  return new EmbeddedPostgresError(
    'no-answer',
    `${pidFileOf(cluster)} names the process ${postmaster.pid}, which is ` +
      `${postmaster.certain ? 'PostgreSQL on this data' : 'alive'} and does not answer on port ${postmaster.port}. ` +
      `Let it go on (kill -CONT ${postmaster.pid}) or end it (kill -KILL ${postmaster.pid}), and start again` +
      `${postmaster.certain ? '' : '; if it is another program, delete the file instead'}.`,
  );
}

function newClient(cluster: Cluster, { port }: Postmaster, connectionTimeoutMillis: number): pg.Client {
  const connectionString = urlOf(cluster, port, 'postgres');
  const client = new pg.Client({ connectionString, connectionTimeoutMillis });
  // Without a listener a lost connection would end the process; the query under way rejects by itself.
  client.on('error', () => undefined);
  return client;
}

/** Undefined when it takes no connection, whyever. */
async function connectOnce(
  cluster: Cluster,
  postmaster: Postmaster,
  withinMs: number,
): Promise<pg.Client | undefined> {
  const client = newClient(cluster, postmaster, withinMs);
  try {
    await client.connect();
    return client;
  } catch {
    await sayGoodbye(client);
    return undefined;
  }
}

/** Undefined when it ended before it answered, or stands still; the next round starts it anew, or says so. */
async function ask(client: pg.Client, sql: string, stopAsked?: AbortSignal): Promise<boolean | undefined> {
  try {
    const asked = client.query<{ answer: boolean }>(sql, [ownerLock]);
    const answer = await answered(client, { withinMs: silentMsMax, stopAsked }, asked);
    return answer.rows[0]!.answer;
  } catch {
    return undefined;
  }
}

export function urlOf(cluster: Cluster, port: number, database: string): string {
  return `postgres://${superuser}:${cluster.password}@127.0.0.1:${port}/${database}`;
}

function startFailed(cluster: Cluster, reason?: unknown): EmbeddedPostgresError {
  const why = reason instanceof Error ? `${reason.message}\n` : '';
  return new EmbeddedPostgresError(
    'start-failed',
    `PostgreSQL in ${cluster.data} did not start. ${why}Its log ends:\n${logTail(cluster)}\n` +
      `If this says that files are damaged or missing: ${restoreAdvice(path.dirname(path.dirname(cluster.data)))}`,
  );
}
