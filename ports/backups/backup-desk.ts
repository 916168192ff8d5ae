// The backups of one database, for operators, where they are made: a game server has its game file's, the admin API its own
// database's. One thing is done at a time, by hand or on schedule; what is asked meanwhile is refused, and nothing waits.

import type { BackupRecord } from './backup-vault.js';

/**
 * Why nothing was done:
 * - backups-off: the settings say that none are made
 * - backup-busy: one is being made or read back
 * - unknown-backup: there is none of this name (any more)
 * - backup-key-missing: the key file cannot be read
 * - backup-place-full: no room, for the copy or where backups go
 * - backup-place-away: where they go gives no answer
 * - backup-place-refused: where they go does not let us
 * - failed: whatever else; the log says how
 */
export const backupRefusals = [
  'backups-off',
  'backup-busy',
  'unknown-backup',
  'backup-key-missing',
  'backup-place-full',
  'backup-place-away',
  'backup-place-refused',
  'failed',
] as const;
export type BackupRefusal = (typeof backupRefusals)[number];

/**
 * What is wrong with a backup that was read back:
 * - damaged: its bytes are not those that were written
 * - other-key: it is sealed with a key that is not in the key file
 * - newer-format: a newer program made it
 */
export const backupFaults = ['damaged', 'other-key', 'newer-format'] as const;
export type BackupFault = (typeof backupFaults)[number];

/** In `words` for people, at most `backupWordsMax` characters; no secrets. */
export interface BackupRefused {
  readonly ok: false;
  readonly reason: BackupRefusal;
  readonly words: string;
}

export type MakeResult = { readonly ok: true; readonly made: BackupRecord } | BackupRefused;
export type VerifyResult = ({ readonly ok: true } & BackupFinding) | BackupRefused;

/** Of one backup. */
export interface BackupFinding {
  readonly name: string;
  /** Undefined: it was read back whole, opened, and both sums are right. */
  readonly fault: BackupFault | undefined;
  /** Empty when it is well. */
  readonly words: string;
}

/** What the settings say. */
export interface BackupPlan {
  readonly to: 'folder' | 's3';
  /** For people: which folder, or which bucket; no secrets. */
  readonly place: string;
  readonly everyMinutes: number;
  /** Of how many of each that have a backup the newest is kept. */
  readonly hourly: number;
  readonly daily: number;
  readonly weekly: number;
}

/** Why one is kept when the next has been made. */
export const keptReasons = ['newest', 'hourly', 'daily', 'weekly'] as const;
export type KeptReason = (typeof keptReasons)[number];

export interface ToldBackup extends BackupRecord {
  /** None: it goes after the next one on schedule, if that is made in another hour. */
  readonly kept: readonly KeptReason[];
}

export const backupTasks = ['make', 'verify'] as const;
export type BackupTask = (typeof backupTasks)[number];

export interface BackupWork {
  readonly task: BackupTask;
  /** Which is read back. */
  readonly name?: string;
  readonly sinceUnixMs: number;
}

/** How the last work ended that was asked for by hand, since the start. */
export interface BackupEnd {
  readonly task: BackupTask;
  readonly name?: string;
  readonly atUnixMs: number;
  /** Why it was not done, or what is wrong; undefined when all is well. */
  readonly reason?: BackupRefusal | BackupFault;
  readonly words: string;
}

export interface ToldBackups {
  /** Under which id they lie: the server's, or the API's data folder's. */
  readonly origin: string;
  readonly plan: BackupPlan;
  /** Newest first, at most `toldBackupsMax`. */
  readonly backups: readonly ToldBackup[];
  /** How many there are. */
  readonly total: number;
  /** Why they could not be listed; then there are none in `backups`. */
  readonly unlisted?: BackupRefused;
  /** Whether the newest is older than the schedule and `overdueAfterMs` allow. */
  readonly isOverdue: boolean;
  /** Why the last on schedule failed, unless one was made since. */
  readonly failure?: string;
  readonly work?: BackupWork;
  readonly last?: BackupEnd;
  /** By the clock of who tells. */
  readonly atUnixMs: number;
}

export const backupWordsMax = 500;
/** A thousandth of a document's room each. */
export const toldBackupsMax = 500;
/** A round looks once a minute, and a large backup takes some. */
export const overdueAfterMs = 15 * 60_000;

export interface BackupDesk {
  /** What is under way. */
  readonly work: BackupWork | undefined;
  /** Never rejects. */
  tell(): Promise<ToldBackups>;
  /** Whenever the last was made. `keep` is given the outcome before anything else can be begun. Never rejects. */
  make(keep?: (result: MakeResult) => Promise<void>): Promise<MakeResult>;
  /** Reads back all of one: fetched, opened, unpacked, both sums compared. Never rejects. */
  verify(name: string, keep?: (result: VerifyResult) => Promise<void>): Promise<VerifyResult>;
}
