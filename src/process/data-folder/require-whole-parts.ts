// Whether the data folder's files can be what they were: asked before a database is started and a port is opened for
// people, and told all at once. Only a first look; each is judged again when it is opened. Not looked at are: whose
// game.sqlite is, and what lies deeper in the databases, which only opening them tells; `first-password` and the ids
// beside tokens, of which any text will do; the backups.

import { join } from 'node:path';
import { readConnectTokenSeed } from '#adapters/node-files/connect-token-key.js';
import { faultsOfFolder } from '#adapters/node-files/data-folder.js';
import { requirePlaceOfData } from '#adapters/node-files/require-data-folder.js';
import { DrainedFile } from '#adapters/node-files/notes/drained-file.js';
import { findIdentity, requireWholeIdentity } from '#adapters/node-files/identity-file.js';
import { PlannedFile } from '#adapters/node-files/notes/planned-file.js';
import { requireReadablePlan } from '#application/operations/planned-drain.js';
import { SwitchedOffFile } from '#adapters/node-files/notes/switched-off-file.js';
import { readSealingKey } from '#adapters/node-files/sealing-key.js';
import { secretFilesIn } from '#adapters/node-files/secret-file.js';
import { findCluster, requireCluster } from '#adapters/postgres/embedded/cluster-folder-id.js';
import { lookAtGameFile } from '#adapters/sqlite/look-at-game-file.js';
import { findTokenLedger } from '#adapters/threads/tokens/token-ledger-file.js';
import {
  loginServiceTokenFile,
  readBearerToken,
  serverTokenFile,
} from '#application/admin/tokens/bearer-token-file.js';
import { lookAtBackupKey } from '../../backup/backup-key.js';
import { requireBackupDir } from '../../backup/backup-place.js';
import type { Configuration } from '../../configuration/settings.js';
import type { FolderUser } from './folder-user.js';
import { idsInParts } from './open-data-folder.js';
import { requireRoom } from './require-room.js';
import { requireRegularFiles } from '#adapters/node-files/require-regular-files.js';

/** Rejects with a line for each that is damaged. Not while a game server runs in this process. */
export async function requireWholeParts(
  configuration: Configuration,
  users: readonly FolderUser[],
): Promise<void> {
  const { dataDir } = configuration;
  const place = requireFolderOfParts(dataDir);
  const looks = {
    ...(users.includes('game') ? { 'identity.json': findIdentity, 'used-tokens': findTokenLedger } : {}),
    ...(users.includes('admin') ? { postgres: findCluster } : {}),
  };
  const faults = faultsOfFolder(dataDir, { looks, idsInParts });
  const more = [
    ...(users.includes('game') ? gameLooks(configuration) : []),
    ...(users.includes('admin') ? adminLooks(configuration) : []),
    () => lookAtBackupKey(configuration),
    () => requireBackupDir(configuration),
    () => requireRoom(configuration, users, place),
  ];
  for (const look of more) {
    try {
      await look();
    } catch (error) {
      faults.push((error as Error).message);
    }
  }
  if (faults.length > 0) throw new Error([...new Set(faults)].join('\n'));
}

/**
 * The deepest folder of the data folder's path that is there; throws when something else is in its place, or in that of one of
 * its files. Commands ask it too: a pipe that nobody writes to would hold them up for ever.
 */
export function requireFolderOfParts(dataDir: string, named?: string): string {
  const place = requirePlaceOfData(dataDir, named);
  requireRegularFiles(dataDir);
  return place;
}

type Look = () => unknown;

function gameLooks({ dataDir, adminApiUrl, serverToken }: Configuration): Look[] {
  const readsToken = adminApiUrl !== undefined && serverToken === undefined;
  return [
    () => requireWholeIdentity(join(dataDir, 'identity.json')),
    () => lookAtGameFile(join(dataDir, 'game.sqlite')),
    () => new DrainedFile(dataDir).find(),
    () => new SwitchedOffFile(dataDir).find(),
    () => requireReadablePlan(new PlannedFile(dataDir)),
    ...(readsToken ? [() => readBearerToken(secretFilesIn(dataDir), serverTokenFile)] : []),
  ];
}

function adminLooks({ dataDir, databaseUrl }: Configuration): Look[] {
  const files = secretFilesIn(dataDir);
  const cluster = join(dataDir, 'postgres', 'cluster');
  return [
    ...(databaseUrl === undefined ? [() => requireCluster(cluster, { ifThere: true })] : []),
    () => readConnectTokenSeed(dataDir),
    () => readSealingKey(dataDir),
    () => readBearerToken(files, serverTokenFile),
    () => readBearerToken(files, loginServiceTokenFile),
  ];
}
