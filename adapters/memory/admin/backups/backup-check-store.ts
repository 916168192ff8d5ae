// What was found in backups, in memory.

import {
  backupChecksMax,
  type BackupCheck,
  type BackupCheckStore,
  type NewBackupCheck,
} from '#ports/admin/backups/backup-check-store.js';
import type { Clock } from '#ports/system/clock.js';

export class MemoryBackupCheckStore implements BackupCheckStore {
  /** In the order in which they were kept. */
  #checks: BackupCheck[] = [];

  constructor(private readonly clock: Pick<Clock, 'unixMs'>) {}

  async keep(check: NewBackupCheck): Promise<void> {
    const others = this.#checks.filter(({ of, name }) => of !== check.of || name !== check.name);
    const kept = [...others, { ...check, atUnixMs: this.clock.unixMs() }];
    const surplus = kept.filter(({ of }) => of === check.of).slice(0, -backupChecksMax);
    this.#checks = kept.filter((one) => !surplus.includes(one));
  }

  async about(of: string): Promise<readonly BackupCheck[]> {
    return this.#checks.filter((check) => check.of === of).map((check) => ({ ...check }));
  }

  async forget(of: string): Promise<void> {
    this.#checks = this.#checks.filter((check) => check.of !== of);
  }
}
