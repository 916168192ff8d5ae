// Which parts name the id of their data folder, for the case that the folder's own file is gone. The game's database is
// not opened for it.

import { join } from 'node:path';
import { readClusterFolderId } from '#adapters/postgres/embedded/cluster-folder-id.js';
import { readLedgerFolderId } from '#adapters/threads/tokens/token-ledger-file.js';
import { readIdentityFolderId } from '../game-server/server-identity.js';
import type { PartName } from './data-folder-file.js';

export interface PartId {
  readonly name: PartName;
  readonly id: string;
}

export function idsInParts(folder: string): PartId[] {
  const found: readonly [PartName, string | undefined][] = [
    ['identity.json', readIdentityFolderId(join(folder, 'identity.json'))],
    ['used-tokens', readLedgerFolderId(join(folder, 'used-tokens'))],
    ['postgres', readClusterFolderId(join(folder, 'postgres'))],
  ];
  return found.flatMap(([name, id]) => (id === undefined ? [] : [{ name, id }]));
}
