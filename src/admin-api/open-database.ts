// The admin API's database: one that was given, or the embedded one in the data folder, which ends with this process;
// and its pulse.

import path from 'node:path';
import type { EventStreams } from '#adapters/admin-api/events/event-streams.js';
import { DatabasePulse } from '#adapters/postgres/connection/database-pulse.js';
import {
  type EmbeddedPostgres,
  startEmbeddedPostgres,
} from '#adapters/postgres/embedded/embedded-postgres.js';
import type { Clock } from '#ports/system/clock.js';
import type { Log } from '#ports/system/log.js';
import type { DataFolder } from '#adapters/node-files/data-folder.js';
import type { Undo } from '../process/undo.js';

/** A console that hears nothing for some of these knows that it is cut off. */
const tellHealthMs = 3_000;

export interface DatabaseChoice {
  /** Undefined: an embedded PostgreSQL in the data folder. */
  readonly databaseUrl: string | undefined;
  readonly log: Log;
}

/** Whether the database answers, for readiness, and for whoever looks at an event stream. */
export function watchDatabase(
  { url, streams, clock, log }: { url: string; streams: EventStreams; clock: Clock; log: Log },
  undo: Undo,
): DatabasePulse {
  const unixMs = (): number => clock.unixMs();
  const tell = (): void => streams.tellHealth({ atUnixMs: unixMs(), database: pulse.current });
  const pulse = new DatabasePulse({ url, log, unixMs, onChange: tell });
  tell();
  const timer = setInterval(tell, tellHealthMs);
  undo.push(async () => {
    clearInterval(timer);
    pulse.stop();
  });
  return pulse;
}

/** One that was given works with what its user may do; the embedded one has a user for tables and one for rows. */
export async function findDatabase(
  folder: DataFolder,
  options: DatabaseChoice,
  undo: Undo,
): Promise<{ url: string; ownerUrl: string }> {
  const { databaseUrl } = options;
  if (databaseUrl !== undefined) return { url: databaseUrl, ownerUrl: databaseUrl };
  return startDatabase(folder, options, undo);
}

async function startDatabase(
  { path: dataDir, part }: DataFolder,
  { log }: DatabaseChoice,
  undo: Undo,
): Promise<EmbeddedPostgres> {
  const folder = path.join(dataDir, 'postgres');
  const postgres = await startEmbeddedPostgres({ folder, part: part('postgres'), log });
  // Whatever ends this process without an orderly stop: PostgreSQL is told to end by itself.
  const endToo = (): void => endPostgres(postgres.pid);
  process.once('exit', endToo);
  undo.push(async () => {
    await postgres.stop();
    process.off('exit', endToo);
  });
  return postgres;
}

/** Its fast shutdown (postgresql.org/docs/18/server-shutdown.html), which nobody can wait for here. */
function endPostgres(pid: number): void {
  try {
    process.kill(pid, 'SIGINT');
  } catch {
    // It is gone already, which is what was wanted.
  }
}
