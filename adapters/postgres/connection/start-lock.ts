// One process at a time prepares the database: of several replicas that start together, one migrates, the others wait.

import type pg from 'pg';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Log } from '#ports/system/log.js';
import { AdminDatabaseError } from './admin-database-error.js';
import { clientAt } from './client-at.js';
import { DatabaseSilence } from './database-silence.js';
import { preparationFault, standsStill } from './preparation-fault.js';
import { unlimited } from './pooled-client.js';
import { answered, sayGoodbye } from './say-goodbye.js';

const lockNumber = 0x746f7301;
const connectMsMax = 10_000;
/** One that says nothing for so long stands still. */
const silentMsMaxDefault = 10_000;
/** Whoever waits so long for an answer says so. */
const toldAfterMs = 2_000;
/** How often it is seen, while it is prepared, that the database answers. */
const lookEveryMs = 2_000;
/** In one statement, so that each is answered soon. */
const lockMsMax = 2_000;
/** A long migration of another replica. */
const waitMsMax = 5 * 60_000;
/** 14 is the oldest that its makers still care for. */
const versionMin = 140_000;
/** PostgreSQL's lock_not_available. */
const lockTimeout = '55P03';

/**
 * `prepare` is to end soon when its signal is aborted: the lock may be another's by then, or a stop was asked for. Then the
 * call rejects with the reason.
 */
export async function withStartLock<T>(
  url: string,
  prepare: (signal: AbortSignal) => Promise<T>,
  stopAsked: AbortSignal = new AbortController().signal,
  options: StartLockOptions = {},
): Promise<T> {
  const client = await connect(url);
  const lost = lossOf(client, url);
  const signal = AbortSignal.any([stopAsked, lost]);
  const { log, stands = false } = options;
  const asking = askerOf(client, url, options);
  // A query that waits on it fails.
  const letGo = (): void => void sayGoodbye(client);
  signal.addEventListener('abort', letGo);
  const over = new AbortController();
  try {
    signal.throwIfAborted();
    await refuseOldServer(asking);
    await lock(asking, log);
    void watch(asking, over.signal);
    const prepared = await prepare(signal);
    if (!stands) signal.throwIfAborted();
    return prepared;
  } catch (error) {
    signal.throwIfAborted();
    throw preparationFault(error, new URL(url)) ?? error;
  } finally {
    over.abort();
    signal.removeEventListener('abort', letGo);
    // The lock is the connection's, and goes with it.
    await sayGoodbye(client);
  }
}

export interface StartLockOptions {
  /** Told what a start waits for, and how long at most. */
  readonly log?: Pick<Log, 'info' | 'warn'> | undefined;
  /** What was prepared is done for good by then, and counts though the lock was lost meanwhile. */
  readonly stands?: boolean;
  /** A database that says nothing for so long stands still. Default 10,000. */
  readonly silentMsMax?: number;
}

type Ask = <Row extends pg.QueryResultRow>(sql: string, values?: unknown[]) => Promise<pg.QueryResult<Row>>;

/** A database that stands still ends the connection, and the wait for it is told. */
function askerOf(
  client: pg.Client,
  url: string,
  { log, silentMsMax = silentMsMaxDefault }: StartLockOptions,
): Ask {
  return async <Row extends pg.QueryResultRow>(sql: string, values?: unknown[]) => {
    const told = setTimeout(() => {
      const { host, name } = describe(url);
      log?.warn('the database does not answer, and the start waits for it', {
        ...{ database: name, host, secondsAtMost: silentMsMax / 1000 },
      });
    }, toldAfterMs + lockMsMax);
    try {
      return await answered(client, { withinMs: silentMsMax + lockMsMax }, client.query<Row>(sql, values));
    } finally {
      clearTimeout(told);
    }
  };
}

/** While something else is done: the loss is told by the connection's end. */
async function watch(ask: Ask, over: AbortSignal): Promise<void> {
  try {
    for (;;) {
      await sleep(lookEveryMs, undefined, { signal: over, ref: false });
      await ask('select 1 /* holds what pg_advisory_lock gave */');
    }
  } catch {
    // It is over, or the connection is, which `lossOf` tells.
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
      reason instanceof DatabaseSilence
        ? standsStill(reason, name, host)
        : new AdminDatabaseError(
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
    await sayGoodbye(client);
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

async function refuseOldServer(ask: Ask): Promise<void> {
  const answer = await ask<{ number: string; words: string }>(
    "select current_setting('server_version_num') as number, current_setting('server_version') as words",
  );
  const { number, words } = answer.rows[0]!;
  if (Number(number) >= versionMin) return;
  throw new AdminDatabaseError(
    'too-old',
    `DATABASE_URL: PostgreSQL ${words} is too old; 14 or newer is needed`,
  );
}

async function lock(ask: Ask, log: StartLockOptions['log']): Promise<void> {
  // It rests while others prepare.
  await ask(`set lock_timeout = ${lockMsMax}; set idle_session_timeout = 0`);
  const untilMs = performance.now() + waitMsMax;
  for (let tries = 1; ; tries++) {
    try {
      await ask('select pg_advisory_lock($1)', [lockNumber]);
      return;
    } catch (error) {
      if ((error as { code?: unknown }).code !== lockTimeout) throw error;
      if (performance.now() >= untilMs) throw stillBusy(error);
      if (tries === 1)
        log?.info('another process prepares the database, and the start waits for it', {
          minutesAtMost: waitMsMax / 60_000,
        });
    }
  }
}

function stillBusy(error: unknown): AdminDatabaseError {
  return new AdminDatabaseError(
    'busy',
    `DATABASE_URL: another process still prepares the database (${String(error)})`,
  );
}
