// The admin API's database: one that was given, or the embedded one in the data folder, which ends with this process;
// and its pulse.

import path from 'node:path';
import type { EventStreams } from '#adapters/admin-api/events/event-streams.js';
import { DatabasePulse } from '#adapters/postgres/connection/database-pulse.js';
import { startEmbeddedPostgres } from '#adapters/postgres/embedded/embedded-postgres.js';
import { endWithThisProcess } from '#adapters/postgres/embedded/end-with-this-process.js';
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
  readonly stopAsked?: AbortSignal | undefined;
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
  const postgres = await startEmbeddedPostgres({
    folder: path.join(folder.path, 'postgres'),
    part: folder.part('postgres'),
    log: options.log,
    stopAsked: options.stopAsked,
  });
  const letGo = endWithThisProcess(postgres);
  undo.push(async () => {
    await postgres.stop();
    letGo();
  });
  return postgres;
}
