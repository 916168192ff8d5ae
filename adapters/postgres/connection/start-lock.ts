// One process at a time prepares the database: of several replicas that start together, one migrates, the others wait.

import type pg from 'pg';
import { AdminDatabaseError } from './admin-database-error.js';
import { clientAt } from './client-at.js';
import { preparationFault } from './preparation-fault.js';
import { unlimited } from './pooled-client.js';

const lockNumber = 0x746f7301;
const connectMsMax = 10_000;
/** A long migration of another replica. */
const waitMsMax = 5 * 60_000;
/** 14 is the oldest that its makers still care for. */
const versionMin = 140_000;

/**
 * `prepare` is to end soon when its signal is aborted: the lock may be another's by then, or a stop was asked for. Then the
 * call rejects with the reason.
 */
export async function withStartLock<T>(
  url: string,
  prepare: (signal: AbortSignal) => Promise<T>,
  stopAsked: AbortSignal = new AbortController().signal,
): Promise<T> {
  const client = await connect(url);
  const lost = lossOf(client, url);
  const signal = AbortSignal.any([stopAsked, lost]);
  // A query that waits on it fails.
  const letGo = (): void => void client.end().catch(() => undefined);
  signal.addEventListener('abort', letGo);
  try {
    signal.throwIfAborted();
    await refuseOldServer(client);
    await lock(client);
    const prepared = await prepare(signal);
    signal.throwIfAborted();
    return prepared;
  } catch (error) {
    signal.throwIfAborted();
    throw preparationFault(error, new URL(url)) ?? error;
  } finally {
    signal.removeEventListener('abort', letGo);
    // The lock is the connection's, and goes with it.
    await client.end().catch(() => undefined);
  }
}

/** Aborted when the connection ends, and with it the lock. */
function lossOf(client: pg.Client, url: string): AbortSignal {
  const lost = new AbortController();
  let reason: unknown = 'it ended';
  client.once('error', (error) => (reason = error));
  client.once('end', () => {
    const { host, name } = describe(url);
    lost.abort(
      new AdminDatabaseError(
        'lock-lost',
        `the connection that held the database "${name}" at ${host} for its preparation was lost ` +
          `(${String(reason)}); see that nothing ends connections there, and start again`,
      ),
    );
  });
  return lost.signal;
}

async function connect(url: string): Promise<pg.Client> {
  const { host, name } = describe(url);
  const client = clientAt(url, {
    connectionTimeoutMillis: connectMsMax,
    statement_timeout: unlimited,
    application_name: 'tos-start-lock',
  });
  try {
    await client.connect();
    return client;
  } catch (error) {
    await client.end().catch(() => undefined);
    const reason = error instanceof AggregateError ? error.errors.map(String).join('; ') : String(error);
    throw new AdminDatabaseError(
      'unreachable',
      `DATABASE_URL: the database "${name}" at ${host} cannot be used (${reason}). ` +
        'Is PostgreSQL running there, does the database exist, are user and password right?',
    );
  }
}

/** Without user and password. */
function describe(url: string): { host: string; name: string } {
  const parsed = URL.parse(url);
  if (!parsed || !/^postgres(ql)?:$/.test(parsed.protocol)) {
    throw new AdminDatabaseError(
      'bad-address',
      'DATABASE_URL must look like postgres://user:password@host:5432/database',
    );
  }
  return { host: parsed.host, name: parsed.pathname.slice(1) };
}

async function refuseOldServer(client: pg.Client): Promise<void> {
  const answer = await client.query<{ number: string; words: string }>(
    "select current_setting('server_version_num') as number, current_setting('server_version') as words",
  );
  const { number, words } = answer.rows[0]!;
  if (Number(number) >= versionMin) return;
  throw new AdminDatabaseError(
    'too-old',
    `DATABASE_URL: PostgreSQL ${words} is too old; 14 or newer is needed`,
  );
}

async function lock(client: pg.Client): Promise<void> {
  try {
    // It rests while others prepare.
    await client.query(`set lock_timeout = ${waitMsMax}; set idle_session_timeout = 0`);
    await client.query('select pg_advisory_lock($1)', [lockNumber]);
  } catch (error) {
    throw new AdminDatabaseError(
      'busy',
      `DATABASE_URL: another process still prepares the database (${String(error)})`,
    );
  }
}
