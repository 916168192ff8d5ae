// Backups of a running server, in rounds: the first one a minute after the start, so that a server that is started again
// and again does not spend its starts on them.

import type { BackupKind } from '#adapters/backup-archive/manifest.js';
import { BackupRounds } from '#application/backups/backup-rounds.js';
import type { Clock } from '#ports/system/clock.js';
import type { Log } from '#ports/system/log.js';
import type { Configuration } from '../configuration/settings.js';
import { repeat } from '#adapters/system/repeat.js';
import { ensureBackupKey } from './backup-key.js';
import { backupKeyPath, type BackupPlace, openBackupPlace } from './backup-place.js';
import type { BackupVault } from '#ports/storage/backup-vault.js';

export interface BackupCycleOptions {
  readonly configuration: Configuration;
  readonly kind: BackupKind;
  readonly clock: Clock;
  readonly log: Log;
  /** Whose backups end when the signal says so. */
  vault(place: BackupPlace, signal: AbortSignal): BackupVault;
}

export interface BackupCycle {
  readonly rounds: BackupRounds;
  /** What is under way is given up; nothing of it will be listed. */
  stop(): Promise<void>;
}

const lookEveryMs = 60_000;

/** Undefined when backups are off. Rejects when there is no key. */
export async function startBackups(options: BackupCycleOptions): Promise<BackupCycle | undefined> {
  const { configuration, kind, clock, log } = options;
  if (configuration.backups !== 'off' && (await ensureBackupKey(configuration)))
    log.info('a key for backups was made; keep a copy of it elsewhere: without it they cannot be read', {
      path: backupKeyPath(configuration),
    });
  const place = await openBackupPlace(configuration, clock);
  if (place === undefined) return undefined;
  const abort = new AbortController();
  const rounds = new BackupRounds({
    ...{ kind, clock, log },
    isEnding: () => abort.signal.aborted,
    vault: options.vault(place, abort.signal),
    everyMs: configuration.backupMinutes * 60_000,
    retention: {
      hourly: configuration.backupsHourly,
      daily: configuration.backupsDaily,
      weekly: configuration.backupsWeekly,
    },
  });
  const end = repeat({ name: `backups of ${kind}`, everyMs: lookEveryMs, work: () => rounds.round() }, log);
  return {
    rounds,
    stop: async () => {
      abort.abort(new Error('the server stops'));
      await end();
      place.close();
    },
  };
}
