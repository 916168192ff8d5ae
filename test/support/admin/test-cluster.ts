// A throw-away PostgreSQL with the admin API's tables and nothing in them.

import { chmod, mkdtemp, rm } from 'node:fs/promises';
import path from 'node:path';
import { startEmbeddedPostgres } from '#adapters/postgres/embedded/embedded-postgres.js';
import { migrateDatabase } from '#adapters/postgres/connection/migrate-database.js';
import { adminTables } from '#src/admin-api/admin-stores.js';
import { silentLog } from '../silent-log.js';

export interface TestCluster {
  readonly ownerUrl: string;
  close(): Promise<void>;
}

export async function openCluster(): Promise<TestCluster> {
  // The cluster's user must be able to walk there; as root that is somebody else.
  const folder = await mkdtemp(path.join('/var/tmp', 'tos-test-'));
  await chmod(folder, 0o755);
  const server = await startEmbeddedPostgres({
    folder: path.join(folder, 'postgres'),
    log: silentLog,
    ephemeral: true,
  });
  await migrateDatabase(server.ownerUrl, adminTables, silentLog);
  return {
    ownerUrl: server.ownerUrl,
    close: async () => {
      await server.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
