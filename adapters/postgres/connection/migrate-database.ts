// Brings the tables up to date, on connections of its own: a migration may take as long as it needs, which a query of the
// API may not. What it may not do is wait for a table in others' way: whoever comes after it waits too. So it gives the
// wait for a lock up soon and tries again.

import './own-settings.js';
import { MikroORM } from '@mikro-orm/postgresql';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Log } from '#ports/system/log.js';
import { AdminDatabaseError } from './admin-database-error.js';
import { closeOrm } from './close-orm.js';
import { OpenConnections } from './open-connections.js';
import { ormOptions } from './orm-options.js';
import { pooledClients, unlimited } from './pooled-client.js';
import type { DatabaseTables } from './store-tables.js';

const connectMsMax = 5_000;
const lockMsMax = 3_000;
const triesMax = 20;
const pauseMs = 2_000;
/** PostgreSQL's lock_not_available. */
const lockTimeout = '55P03';

export interface MigrateOptions {
  readonly lockMsMax?: number;
  readonly triesMax?: number;
  readonly pauseMs?: number;
  /** Aborted, what is being applied is given up and undone, and the call rejects with the reason. */
  readonly signal?: AbortSignal | undefined;
}

/** Applies pending migrations, each whole or not at all; answers their names. Callers hold the start lock. */
export async function migrateDatabase(
  url: string,
  tables: DatabaseTables,
  log: Log,
  options: MigrateOptions = {},
): Promise<readonly string[]> {
  const { signal } = options;
  const open = new OpenConnections();
  const orm = await MikroORM.init({
    ...ormOptions(url, tables, log),
    pool: { min: 0, max: 2 },
    driverOptions: {
      connectionString: url,
      connectionTimeoutMillis: connectMsMax,
      statement_timeout: unlimited,
      idle_in_transaction_session_timeout: unlimited,
      lock_timeout: options.lockMsMax ?? lockMsMax,
      application_name: 'tos-migrations',
      Client: pooledClients(open),
    },
  });
  const giveUp = (): void => open.abandon(signal!.reason as Error);
  signal?.addEventListener('abort', giveUp);
  try {
    signal?.throwIfAborted();
    return await applyAll(orm, log, options);
  } catch (error) {
    signal?.throwIfAborted();
    throw error;
  } finally {
    signal?.removeEventListener('abort', giveUp);
    await closeOrm(orm, open, new AdminDatabaseError('unreachable', 'the migrations are over'));
  }
}

async function applyAll(orm: MikroORM, log: Log, options: MigrateOptions): Promise<readonly string[]> {
  const applied: string[] = [];
  for (let tries = 1; ; tries++) {
    try {
      for (const { name } of await orm.migrator.up()) applied.push(name);
      return applied;
    } catch (error) {
      if (codeOf(error) !== lockTimeout) throw error;
      if (tries >= (options.triesMax ?? triesMax)) {
        throw new AdminDatabaseError(
          'busy',
          `The database's tables are in use, so that they cannot be brought up to date (${String(error)}). ` +
            'End what uses them for long, such as a copy or a report, and start again.',
        );
      }
      log.warn('a migration waits for a table that is in use', { tries });
      await sleep(options.pauseMs ?? pauseMs, undefined, { signal: options.signal });
    }
  }
}

function codeOf(error: unknown): unknown {
  for (let at = error; at instanceof Error; at = at.cause)
    if ('code' in at && at.code !== undefined) return at.code;
  return undefined;
}
