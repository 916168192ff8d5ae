// Whose backups are meant: those that were named, this data folder's, or the only ones that there are.

import type { BackupKind } from '#adapters/backup-archive/manifest.js';
import type { BlobStore } from '#ports/storage/files/blob-store.js';
import { ownOrigin } from '../backup/own-origin.js';

export async function findOrigin(
  store: BlobStore,
  kind: BackupKind,
  named: string,
  dataDir: string,
): Promise<string> {
  if (named !== '') return named;
  const keys = (await store.list(`${kind}/`)).map(({ key }) => key);
  const origins = [...new Set(keys.map((key) => key.split('/')[1]!))];
  const own = ownOrigin(kind, dataDir);
  if (own !== undefined && origins.includes(own)) return own;
  if (origins.length === 1) return origins[0]!;
  throw new Error(
    origins.length === 0
      ? `there are no backups of ${kind} in ${store.place}`
      : `${store.place} has backups of several; say whose with --of: ${origins.join(', ')}`,
  );
}
