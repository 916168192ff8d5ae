// What `npm run backup -- --what admin` does. With the embedded PostgreSQL the server must be stopped: one process uses
// it at a time, and this one starts it.

import type { ArchiveVault } from '#adapters/backup-archive/archive-vault.js';
import { restoreDump } from '#adapters/postgres/backup/restore.js';
import { migrateDatabase } from '#adapters/postgres/connection/migrate-database.js';
import { withStartLock } from '#adapters/postgres/connection/start-lock.js';
import type { Log } from '#ports/system/log.js';
import { adminTables } from '../admin-api/admin-stores.js';
import { findDatabase } from '../admin-api/open-database.js';
import type { Configuration } from '../configuration/settings.js';
import { openDataFolder } from '../process/data-folder/open-data-folder.js';
import { type Undo, undoAll } from '../process/undo.js';
import { adminSource } from '../backup/admin-source.js';
import type { BackupPlace } from '../backup/backup-place.js';

export async function createAdminBackup(
  place: BackupPlace,
  origin: string,
  configuration: Configuration,
  log: Log,
): Promise<string[]> {
  return withDatabase(configuration, log, async (url) => {
    const source = adminSource({ dataDir: configuration.dataDir, url, signal: new AbortController().signal });
    const { name, storedBytes } = await place.vault('admin', origin, { source }).make();
    return [`made ${name}: ${storedBytes} bytes in ${place.store.place}`];
  });
}

export async function verifyAdminBackup(vault: ArchiveVault, name: string): Promise<string[]> {
  const manifest = await vault.manifest(name);
  for await (const _ of vault.contentsOf(manifest));
  return [
    `${name} is whole: ${manifest.contents.bytes} bytes, SHA-256 ${manifest.contents.sha256}`,
    `made ${manifest.createdAt}, sealed with key ${manifest.keyId}, tables as of ${manifest.schemaVersion}`,
  ];
}

/** The tables are made by the migrations, if they are not there, and must be empty. */
export async function restoreAdminBackup(
  vault: ArchiveVault,
  name: string,
  configuration: Configuration,
  log: Log,
): Promise<string[]> {
  const manifest = await vault.manifest(name);
  return withDatabase(configuration, log, (url) =>
    withStartLock(
      url,
      async (signal) => {
        await migrateDatabase(url, adminTables, log, { signal });
        const { tables, sha256 } = await restoreDump(url, vault.contentsOf(manifest));
        return [
          `restored ${tables} tables from ${name}: ${manifest.contents.bytes} bytes, SHA-256 ${sha256}`,
        ];
      },
      undefined,
      // Committed: whoever started again would find a database that is not empty.
      { log, stands: true },
    ),
  );
}

async function withDatabase<Result>(
  { dataDir, databaseUrl }: Configuration,
  log: Log,
  use: (ownerUrl: string) => Promise<Result>,
): Promise<Result> {
  const undo: Undo = [];
  try {
    const { ownerUrl } = await findDatabase(openDataFolder(dataDir, log), { databaseUrl, log }, undo);
    return await use(ownerUrl);
  } finally {
    await undoAll(undo);
  }
}
