// What was found when backups were read back because somebody asked: the last time of each. By the store's clock.

import type { BackupFault } from '../../backups/backup-desk.js';

export interface NewBackupCheck {
  /** Whose: a game server's id, or `ownBackups`. */
  readonly of: string;
  /** Of the backup. */
  readonly name: string;
  /** Undefined: it is well. */
  readonly fault: BackupFault | undefined;
  /** Empty when it is well. */
  readonly words: string;
  readonly actorName: string;
}

export interface BackupCheck extends NewBackupCheck {
  readonly atUnixMs: number;
}

/** The admin API's own backups. */
export const ownBackups = 'admin';
/** Of one `of`; the oldest make room. More than there are in a list. */
export const backupChecksMax = 1_000;

export interface BackupCheckStore {
  /** In place of what was kept of this backup. */
  keep(check: NewBackupCheck): Promise<void>;
  /** In no order. */
  about(of: string): Promise<readonly BackupCheck[]>;
  forget(of: string): Promise<void>;
}

declare module '../admin-stores.js' {
  interface AdminStores {
    readonly backupChecks: BackupCheckStore;
  }
}
