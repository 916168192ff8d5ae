// Settings that name a place in the data folder's way: backups that would hold the data they are of, and files that would be
// written over what the folder keeps. By the paths as they are written; links are followed at the start.

import { relative, sep } from 'node:path';
import { isKeptName } from '#adapters/node-files/require-regular-files.js';

/** Completes "TOS_BACKUP_DIR: '/x' ". */
export function faultOfBackupDir(dataDir: string, backupDir: string): string | undefined {
  const down = relative(backupDir, dataDir);
  const fault =
    down === ''
      ? 'is the data folder itself'
      : down.split(sep)[0] === '..'
        ? faultOfFile(dataDir, backupDir)
        : `holds the data folder ${dataDir}`;
  return fault && `${fault}; a folder outside of it, or one of its own in it, as backups is`;
}

/** The same of a file; `own` is what stands at its place without the setting. */
export function faultOfKeptFile(dataDir: string, path: string, own?: string): string | undefined {
  const fault = relative(dataDir, path) === own ? undefined : faultOfFile(dataDir, path);
  return fault && `${fault}; a file of its own`;
}

function faultOfFile(dataDir: string, path: string): string | undefined {
  const [first = ''] = relative(dataDir, path).split(sep);
  return isKeptName(first) ? `is where the data folder keeps its ${first}` : undefined;
}
