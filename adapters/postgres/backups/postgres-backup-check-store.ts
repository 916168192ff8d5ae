// What was found in backups, in PostgreSQL, by its clock.

import {
  backupChecksMax,
  type BackupCheck,
  type BackupCheckStore,
  type NewBackupCheck,
} from '#ports/admin/backups/backup-check-store.js';
import type { BackupFault } from '#ports/backups/backup-desk.js';
import type { AdminDatabase } from '../connection/admin-database.js';
import type { StoreTables } from '../connection/store-tables.js';
import { BackupChecks } from '../migrations/backups/backup-checks.js';
import { BackupCheckRow } from '../rows/backup-check-row.js';

const keepSql = `
  insert into backup_checks (of_whom, name, fault, words, actor_name, checked_at)
  values (?, ?, ?, ?, ?, clock_timestamp())
  on conflict (of_whom, name) do update
  set number = excluded.number, fault = excluded.fault, words = excluded.words,
      actor_name = excluded.actor_name, checked_at = excluded.checked_at`;

const makeRoomSql = `
  delete from backup_checks where of_whom = ? and number <= (
    select number from backup_checks where of_whom = ? order by number desc offset ${backupChecksMax} limit 1)`;

export class PostgresBackupCheckStore implements BackupCheckStore {
  static readonly tables: StoreTables = {
    rows: [BackupCheckRow],
    migrations: [{ name: '2026-11-30-backup-checks', class: BackupChecks }],
  };

  constructor(private readonly database: AdminDatabase) {}

  async keep({ of, name, fault, words, actorName }: NewBackupCheck): Promise<void> {
    await this.database.fork().transactional(async (em) => {
      await em.execute(keepSql, [of, name, fault ?? null, words, actorName], 'run');
      await em.execute(makeRoomSql, [of, of], 'run');
    });
  }

  async about(of: string): Promise<readonly BackupCheck[]> {
    const rows = await this.database.fork().find(BackupCheckRow, { ofWhom: of }, { limit: backupChecksMax });
    return rows.map(({ name, fault, words, actorName, checkedAt }) => ({
      ...{ of, name, words, actorName },
      // A fault of another version is shown in its words.
      fault: (fault as BackupFault | null | undefined) ?? undefined,
      atUnixMs: checkedAt.getTime(),
    }));
  }

  async forget(of: string): Promise<void> {
    await this.database.fork().nativeDelete(BackupCheckRow, { ofWhom: of });
  }
}
