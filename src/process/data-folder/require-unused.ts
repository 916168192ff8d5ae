// Whether another server runs on the data folder: asked first and told alone, before content is read and a database is
// started. Only a look: whoever opens a part takes its lock, and is refused if somebody was quicker.

import { join } from 'node:path';
import { requireRegularFiles } from '#adapters/node-files/require-regular-files.js';
import { requirePlaceOfData } from '#adapters/node-files/require-data-folder.js';
import { requireUnusedCluster } from '#adapters/postgres/embedded/require-unused-cluster.js';
import { requireUnusedGameFile } from '#adapters/sqlite/journal/untouched-file.js';
import type { Configuration } from '../../configuration/settings.js';
import type { FolderUser } from './folder-user.js';

/** Long enough for one that has just ended to let go. */
const patienceMs = 500;

/** Rejects with one line, which names who named the folder. What else is wrong with the folder is told by `requireWholeParts`, with everything else. */
export async function requireUnused(
  { dataDir, databaseUrl }: Pick<Configuration, 'dataDir' | 'databaseUrl'>,
  users: readonly FolderUser[],
  named = 'TOS_DATA_DIR',
): Promise<void> {
  if (!isReadable(dataDir)) return;
  if (users.includes('game')) {
    const look = requireUnusedGameFile(join(dataDir, 'game.sqlite'), patienceMs);
    await look.catch(refuse(`${named}: another server runs on '${dataDir}' and holds its game.sqlite`));
  }
  if (users.includes('admin') && databaseUrl === undefined) {
    const look = requireUnusedCluster(join(dataDir, 'postgres'), patienceMs);
    await look.catch(refuse(`${named}: another server runs on '${dataDir}' and uses its PostgreSQL`));
  }
}

function refuse(fault: string): (error: unknown) => never {
  return (error) => {
    throw new Error(`${fault}; stop it, or choose another folder`, { cause: error });
  };
}

/** Looking at a pipe would wait for its writer. */
function isReadable(dataDir: string): boolean {
  try {
    requirePlaceOfData(dataDir);
    requireRegularFiles(dataDir);
    return true;
  } catch {
    return false;
  }
}
