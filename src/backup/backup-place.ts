// Where backups lie and what opens them, by the settings. The S3 client is loaded only where it is used.

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { ArchiveVault, type BackupSource } from '#adapters/backup-archive/archive-vault.js';
import { type BackupKeys, readBackupKeys } from '#adapters/backup-archive/backup-keys.js';
import type { BackupKind } from '#adapters/backup-archive/manifest.js';
import { behindLinks } from '#adapters/node-files/behind-links.js';
import { FolderBlobStore } from '#adapters/node-files/folder-blob-store.js';
import { endOfLink } from '#adapters/node-files/link-end.js';
import { FolderError, placeOf } from '#adapters/node-files/make-folder.js';
import { tryToKeepAFile } from '#adapters/node-files/require-data-folder.js';
import type { BackupRecord, BackupVault } from '#ports/backups/backup-vault.js';
import type { BlobStore } from '#ports/storage/files/blob-store.js';
import type { Clock } from '#ports/system/clock.js';
import { faultInContent, faultOfBackupDir } from '../configuration/place-conflicts.js';
import type { Configuration } from '../configuration/settings.js';

export interface VaultParts {
  /** Only for those who make backups. */
  readonly source?: BackupSource;
  /** Gives up whatever is under way. */
  readonly signal?: AbortSignal;
}

export interface BackupPlace {
  readonly store: BlobStore;
  vault(kind: BackupKind, origin: string, parts?: VaultParts): ArchiveVault;
  /** Makes backups with the keys that there are then: none with one that is gone while a server runs. */
  vaultOfNow(kind: BackupKind, origin: string, parts: VaultParts): BackupVault;
  close(): void;
}

export function backupKeyPath({ backupKeyFile, dataDir }: Configuration): string {
  return backupKeyFile ?? join(dataDir, 'backup-key');
}

export function backupDir({ backupDir, dataDir }: Configuration): string {
  return backupDir ?? join(dataDir, 'backups');
}

/**
 * Throws when backups are to go into a folder that cannot be one, or that cannot be written to; leaves nothing there. A full
 * or failing disk is no wrong setting: readiness tells of it while the server runs.
 */
export function requireBackupDir(configuration: Configuration): void {
  if (configuration.backups !== 'folder') return;
  const wanted = backupDir(configuration);
  // In the data folder it is made with that.
  if (configuration.backupDir === undefined && !existsSync(wanted) && endOfLink(wanted) === undefined) return;
  let fault: string | undefined;
  try {
    const place = behindLinks(wanted);
    fault =
      faultInContent(behindLinks(configuration.contentDir), place) ??
      faultOfBackupDir(behindLinks(configuration.dataDir), place) ??
      danglingFault(wanted);
    if (fault === undefined) tryToKeepAFile(placeOf(wanted).folder);
  } catch (error) {
    const { code = String(error) } = error as NodeJS.ErrnoException;
    if (['ENOSPC', 'EDQUOT', 'EIO'].includes(code)) return;
    const reason = error instanceof FolderError ? error.message : `nothing can be written there: ${code}`;
    throw new Error(
      `TOS_BACKUP_DIR: '${wanted}' cannot be used (${reason}); a folder that this user may make and write to`,
      { cause: error },
    );
  }
  if (fault !== undefined) throw new Error(`TOS_BACKUP_DIR: '${wanted}' ${fault}`);
}

/** No folder can be made where a link is: without its end there would be no backup, which is to be heard of at the start. */
function danglingFault(path: string): string | undefined {
  const [first] = placeOf(path).missing;
  const to = first === undefined ? undefined : endOfLink(first);
  return to && `is a link to ${to}, which is not there; make that folder, or name another one`;
}

/** Rejects with an ArchiveError when there is no key. Undefined when backups are off. */
export async function openBackupPlace(
  configuration: Configuration,
  clock: Clock,
): Promise<BackupPlace | undefined> {
  if (configuration.backups === 'off') return undefined;
  const readKeys = (): Promise<BackupKeys> => readBackupKeys(backupKeyPath(configuration));
  const keys = await readKeys();
  const { store, close } = await openStore(configuration);
  const unixMs = (): number => clock.unixMs();
  return {
    ...{ store, close },
    vault: (kind, origin, parts) => new ArchiveVault({ store, keys, kind, origin, unixMs, ...parts }),
    vaultOfNow: (kind, origin, parts) => {
      const of = { store, kind, origin, unixMs, ...parts };
      const vault = new ArchiveVault({ ...of, keys });
      const make = async (): Promise<BackupRecord> =>
        new ArchiveVault({ ...of, keys: await readKeys() }).make();
      return vaultThatMakes(vault, make);
    },
  };
}

/** The vault, but for how it makes a backup. */
export function vaultThatMakes(vault: BackupVault, make: () => Promise<BackupRecord>): BackupVault {
  return {
    make,
    list: (signal) => vault.list(signal),
    forget: (name) => vault.forget(name),
    sweep: () => vault.sweep(),
  };
}

async function openStore(configuration: Configuration): Promise<{ store: BlobStore; close(): void }> {
  if (configuration.backups === 'folder')
    return { store: new FolderBlobStore(backupDir(configuration)), close: () => undefined };
  const { S3BlobStore } = await import('#adapters/s3/s3-blob-store.js');
  const { backupS3Prefix: prefix } = configuration;
  const store = new S3BlobStore({
    endpoint: configuration.backupS3Endpoint,
    region: configuration.backupS3Region,
    bucket: configuration.backupS3Bucket!,
    prefix: prefix === undefined ? '' : `${prefix}/`,
    pathStyle: configuration.backupS3PathStyle,
    accessKeyId: configuration.backupS3AccessKey!,
    secretAccessKey: configuration.backupS3Secret!,
  });
  return { store, close: () => store.close() };
}
