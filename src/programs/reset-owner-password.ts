// `npm run reset-owner -- [--config PATH]`: gives the owner of the console a new password. With the embedded
// database the server must be stopped, since one process uses it at a time.

import { existsSync } from 'node:fs';
import path from 'node:path';
import { resetOwnerPassword } from '#application/admin/accounts/reset-owner-password.js';
import { AdminDatabase } from '#adapters/postgres/connection/admin-database.js';
import { startEmbeddedPostgres } from '#adapters/postgres/embedded/embedded-postgres.js';
import { migrateDatabase } from '#adapters/postgres/connection/migrate-database.js';
import { withStartLock } from '#adapters/postgres/connection/start-lock.js';
import { PinoLog } from '#adapters/system/pino-log.js';
import { SystemClock } from '#adapters/system/system-clock.js';
import { pendingPasswordIn } from '#adapters/node-files/first-password.js';
import { adminTables } from '../admin-api/admin-stores.js';
import { postgresPorts } from '../admin-api/postgres-ports.js';
import { loadConfiguration } from '../configuration/load-configuration.js';
import type { Configuration } from '../configuration/settings.js';
import { openDataFolder } from '../process/data-folder/open-data-folder.js';
import { requireFolderOfParts } from '../process/data-folder/require-whole-parts.js';
import { requireDataFolder } from '#adapters/node-files/require-data-folder.js';

const startFirst = 'start the server, which makes the first account.';

const loaded = loadConfiguration({
  args: process.argv.slice(2),
  environment: process.env,
  workingDir: process.cwd(),
  usage: 'npm run reset-owner -- [--config PATH]',
});
if (loaded.kind === 'help') console.log(loaded.text);
else if (loaded.kind === 'ready') {
  await reset(loaded.configuration).catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  });
} else {
  for (const problem of loaded.problems) console.error(problem);
  process.exitCode = 2;
}

async function reset({ databaseUrl, dataDir }: Configuration): Promise<void> {
  const log = PinoLog.to({ level: 'warn' });
  requireFolderOfParts(dataDir);
  // A path that was mistyped would get a database of its own.
  if (databaseUrl === undefined && !existsSync(path.join(dataDir, 'postgres', 'cluster')))
    throw new Error(`There is no database in ${dataDir}: ${startFirst}`);
  requireDataFolder(dataDir);
  const embedded =
    databaseUrl === undefined
      ? await startEmbeddedPostgres({
          folder: path.join(dataDir, 'postgres'),
          part: openDataFolder(dataDir, log).part('postgres'),
          log,
        })
      : undefined;
  try {
    const url = databaseUrl ?? embedded!.url;
    const ownerUrl = databaseUrl ?? embedded!.ownerUrl;
    await withStartLock(
      ownerUrl,
      async (signal) => {
        await migrateDatabase(ownerUrl, adminTables, log, { signal });
        await resetIn(url, dataDir, log);
      },
      undefined,
      // The password that was told is the owner's from then on.
      { log, stands: true },
    );
  } finally {
    await embedded?.stop();
  }
}

async function resetIn(url: string, dataDir: string, log: PinoLog): Promise<void> {
  const database = await AdminDatabase.open(url, adminTables, log);
  try {
    const ports = postgresPorts(database, { clock: new SystemClock() });
    const owner = await resetOwnerPassword(ports);
    if (owner === undefined) {
      throw new Error(`There is no account yet: ${startFirst}`);
    }
    console.log(`New password of "${owner.name}": ${owner.password}`);
    // As after a first start: told again until somebody has logged in.
    const { lastLoginAtUnixMs } = (await ports.accounts.findByName(owner.name))!;
    if (lastLoginAtUnixMs === undefined) await pendingPasswordIn(dataDir).keep(owner.password);
  } finally {
    await database.close();
  }
}
