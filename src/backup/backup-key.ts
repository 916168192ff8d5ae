// The key of backups: made once, and never in place of one that is gone.

import { access } from 'node:fs/promises';
import { join } from 'node:path';
import { ArchiveError } from '#adapters/backup-archive/archive-error.js';
import { makeBackupKeyFile, readBackupKeys } from '#adapters/backup-archive/backup-keys.js';
import { putNew } from '#adapters/node-files/put-new.js';
import { FolderBlobStore } from '#adapters/node-files/folder-blob-store.js';
import { makeFolder } from '#adapters/node-files/make-folder.js';
import type { Configuration } from '../configuration/settings.js';
import { backupDir, backupKeyPath } from './backup-place.js';
import { ownOrigin } from './own-origin.js';

/** Makes the key of the data folder when it is missing and may be made; one that was named must be there. True when it was made. */
export async function ensureBackupKey(configuration: Configuration): Promise<boolean> {
  if (configuration.backupKeyFile !== undefined) return false;
  await lookAtBackupKey(configuration);
  makeFolder(configuration.dataDir);
  return makeBackupKeyFile(backupKeyPath(configuration), putNew);
}

/**
 * One that was named must be there. The folder's own one is made when it is missing, unless there are backups of this folder:
 * only the key that is gone opens these, and all would seem well.
 */
export async function lookAtBackupKey(configuration: Configuration): Promise<void> {
  if (configuration.backups === 'off') return;
  const path = backupKeyPath(configuration);
  const isThere = await access(path).then(
    () => true,
    (error: NodeJS.ErrnoException) => error.code !== 'ENOENT',
  );
  if (isThere) await readBackupKeys(path);
  else if (configuration.backupKeyFile !== undefined)
    throw new ArchiveError(
      'no-key',
      `the backup key ${path} is missing: put a copy of it there, since backups can be read with their own key only; ` +
        'to begin with a new one: npm run backup -- new-key',
    );
  else if (configuration.backups === 'folder') await requireNoBackups(configuration, path);
}

async function requireNoBackups(configuration: Configuration, keyPath: string): Promise<void> {
  const { dataDir } = configuration;
  const folder = backupDir(configuration);
  for (const kind of ['game', 'admin'] as const) {
    const origin = ownOrigin(kind, dataDir);
    if (origin === undefined) continue;
    const kept = await new FolderBlobStore(folder).list(`${kind}/${origin}/`);
    if (kept.length > 0)
      throw new Error(
        `the backup key ${keyPath} is gone, and ${join(folder, kind, origin)} has backups that nothing else opens: ` +
          'put a copy of it there; to begin with a new one: npm run backup -- new-key',
      );
  }
}
