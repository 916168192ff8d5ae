// Backups of one kind of one server: made, listed, forgotten. What is listed was read back whole when it was made.

import type { GiveUp } from '../system/pauses.js';

export interface BackupRecord {
  /** As operators name it: its number and when it was made. */
  readonly name: string;
  /** Counts up by one; unlike the time, no clock that was set turns its order around. */
  readonly sequence: number;
  readonly createdAtUnixMs: number;
  /** What is kept of it, compressed and sealed. */
  readonly storedBytes: number;
}

/** Of a name: eight digits of its number, and the time in UTC. */
export const backupNamePattern = /^\d{8}-\d{8}T\d{6}Z$/;

export interface BackupVault {
  /** Ascending by sequence. Rejects soon with the reason of `signal` when that says to give up. */
  list(signal?: GiveUp): Promise<readonly BackupRecord[]>;
  /** Resolves when it is stored and was read back. Nothing is listed of one that failed. */
  make(): Promise<BackupRecord>;
  /** That it is gone already is no error. */
  forget(name: string): Promise<void>;
  /** Removes what interrupted backups left behind long ago; answers how many. */
  sweep(): Promise<number>;
}
