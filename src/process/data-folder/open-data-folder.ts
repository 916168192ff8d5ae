// The data folder, with all the parts that a server keeps there. Which of them name the folder's id is asked when the
// folder's own file is gone; the game's database is not opened for it.

import { join } from 'node:path';
import { type DataFolder, type PartId, openFolder } from '#adapters/node-files/data-folder.js';
import type { PartName } from '#adapters/node-files/data-folder-file.js';
import { readIdentityFolderId } from '#adapters/node-files/identity-file.js';
import { readClusterFolderId } from '#adapters/postgres/embedded/cluster-folder-id.js';
import { readLedgerFolderId } from '#adapters/threads/tokens/token-ledger-file.js';
import type { Log } from '#ports/system/log.js';

/** Throws when the folder cannot be used, or has lost its identity. Opening it again changes nothing. */
export function openDataFolder(path: string, log: Log): DataFolder {
  return openFolder(path, { log, idsInParts });
}

/** Which parts of the folder name the id of theirs. */
export function idsInParts(folder: string): PartId[] {
  const found: readonly [PartName, string | undefined][] = [
    ['identity.json', readIdentityFolderId(join(folder, 'identity.json'))],
    ['used-tokens', readLedgerFolderId(join(folder, 'used-tokens'))],
    ['postgres', readClusterFolderId(join(folder, 'postgres'))],
  ];
  return found.flatMap(([name, id]) => (id === undefined ? [] : [{ name, id }]));
}
