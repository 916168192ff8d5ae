// Under which id a data folder's backups lie.

import { join } from 'node:path';
import type { BackupKind } from '#adapters/backup-archive/manifest.js';
import { readDataFolderFile } from '#adapters/node-files/data-folder-file.js';
import { readIdentityServerId } from '#adapters/node-files/identity-file.js';

/** A game server's id; for the admin API, which has none, its data folder's. */
export function ownOrigin(kind: BackupKind, dataDir: string): string | undefined {
  return kind === 'game'
    ? readIdentityServerId(join(dataDir, 'identity.json'))
    : readDataFolderFile(dataDir)?.id;
}
