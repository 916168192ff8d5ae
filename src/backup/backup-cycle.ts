// Backups of a running server, in rounds: the first one a minute after the start, so that a server that is started again
// and again does not spend its starts on them.

import type { BackupKind } from '#adapters/backup-archive/manifest.js';
import { BackupRounds } from '#application/backups/backup-rounds.js';
import { RoundsBackupDesk } from '#application/backups/rounds-desk.js';
import type { Clock } from '#ports/system/clock.js';
import type { Log } from '#ports/system/log.js';
import type { Configuration } from '../configuration/settings.js';
import { systemPauses } from '#adapters/system/system-pauses.js';
import { repeat } from '#adapters/system/repeat.js';
import { ensureBackupKey } from './backup-key.js';
import { removeCopyLeft } from './copy-place.js';
import { backupKeyPath, type BackupPlace, openBackupPlace } from './backup-place.js';
import type { PackingProcess } from './pack-apart.js';
import type { BackupDesk, BackupPlan } from '#ports/backups/backup-desk.js';
import type { BackupVault } from '#ports/backups/backup-vault.js';

export interface BackupCycleOptions {
  readonly configuration: Configuration;
  readonly kind: BackupKind;
  /** Under which id they lie. */
  readonly origin: string;
  readonly clock: Clock;
  readonly log: Log;
  /** Ends with the cycle. */
  readonly packing: PackingProcess;
  /** Whose backups end when the signal says so. */
  vault(place: BackupPlace, signal: AbortSignal): BackupVault;
}

export interface BackupCycle {
  readonly rounds: BackupRounds;
  /** For operators. */
  readonly desk: BackupDesk;
  /** What is under way is given up; nothing of it will be listed. */
  stop(): Promise<void>;
}

const lookEveryMs = 60_000;

/** Undefined when backups are off. Rejects when there is no key. */
export async function startBackups(options: BackupCycleOptions): Promise<BackupCycle | undefined> {
  const { configuration, kind, origin, clock, log, packing } = options;
  removeCopyLeft(configuration.dataDir, kind);
  if (configuration.backups !== 'off' && (await ensureBackupKey(configuration)))
    log.info('a key for backups was made; keep a copy of it elsewhere: without it they cannot be read', {
      path: backupKeyPath(configuration),
    });
  const place = await openBackupPlace(configuration, clock);
  if (place === undefined) return undefined;
  const abort = new AbortController();
  const vault = options.vault(place, abort.signal);
  const plan = planOf(configuration, place.store.place);
  const rounds = new BackupRounds({
    ...{ kind, vault, clock, log, retention: plan },
    isEnding: () => abort.signal.aborted,
    everyMs: plan.everyMinutes * 60_000,
  });
  const readBack = (name: string): Promise<void> =>
    packing.readBack({ configuration, kind, origin, name }, abort.signal);
  const desk = new RoundsBackupDesk({
    ...{ origin, plan, rounds, vault, readBack, clock, log },
    pauses: systemPauses,
  });
  const end = repeat({ name: `backups of ${kind}`, everyMs: lookEveryMs, work: () => rounds.round() }, log);
  return {
    ...{ rounds, desk },
    stop: async () => {
      abort.abort(new Error('the server stops'));
      await end();
      await desk.settled();
      await packing.stop();
      place.close();
    },
  };
}

function planOf(configuration: Configuration, place: string): BackupPlan {
  return {
    to: configuration.backups === 's3' ? 's3' : 'folder',
    place,
    everyMinutes: configuration.backupMinutes,
    hourly: configuration.backupsHourly,
    daily: configuration.backupsDaily,
    weekly: configuration.backupsWeekly,
  };
}
