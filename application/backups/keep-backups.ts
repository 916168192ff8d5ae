// Which backups are kept, and when the next is due. Pure.
//
// As borg and restic do it: of each of the last `hourly` hours that have a backup the newest is kept, likewise days and
// weeks. Hours that have none do not count, so a server that stood still, or a clock that was set, forgets nothing.
// "Newest" is by number, not by time: the last one made is always kept, whatever its clock said.

import type { KeptReason } from '#ports/backups/backup-desk.js';

export interface KeptBackup {
  readonly sequence: number;
  readonly createdAtUnixMs: number;
}

export interface BackupRetention {
  readonly hourly: number;
  readonly daily: number;
  readonly weekly: number;
}

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
/** 1970-01-01 was a Thursday; weeks begin on Mondays (ISO 8601). */
const weekOf = (unixMs: number): number => Math.floor((unixMs / dayMs + 3) / 7);

/** Those that may go, in the order given. */
export function backupsToForget<Backup extends KeptBackup>(
  backups: readonly Backup[],
  retention: BackupRetention,
): readonly Backup[] {
  const kept = keptFor(backups, retention);
  return backups.filter((backup) => !kept.has(backup));
}

/** Why each that stays does. */
export function keptFor<Backup extends KeptBackup>(
  backups: readonly Backup[],
  { hourly, daily, weekly }: BackupRetention,
): ReadonlyMap<Backup, readonly KeptReason[]> {
  const newestFirst = [...backups].sort((a, b) => b.sequence - a.sequence);
  const kept = new Map<Backup, KeptReason[]>(
    newestFirst.slice(0, 1).map((newest): [Backup, KeptReason[]] => [newest, ['newest']]),
  );
  const keep = (reason: KeptReason, spansMax: number, spanOf: (unixMs: number) => number): void => {
    for (const backup of newestOfEach(newestFirst, spansMax, spanOf))
      kept.set(backup, [...(kept.get(backup) ?? []), reason]);
  };
  keep('hourly', hourly, (unixMs) => Math.floor(unixMs / hourMs));
  keep('daily', daily, (unixMs) => Math.floor(unixMs / dayMs));
  keep('weekly', weekly, weekOf);
  return kept;
}

function newestOfEach<Backup extends KeptBackup>(
  newestFirst: readonly Backup[],
  spansMax: number,
  spanOf: (unixMs: number) => number,
): readonly Backup[] {
  const spans = new Map<number, Backup>();
  for (const backup of newestFirst) {
    const span = spanOf(backup.createdAtUnixMs);
    if (spans.size < spansMax && !spans.has(span)) spans.set(span, backup);
  }
  return [...spans.values()];
}

/** When none was made within the last `everyMs`. What bears a time to come (the clock was set back) is none of these. */
export function isBackupDue(backups: readonly KeptBackup[], nowUnixMs: number, everyMs: number): boolean {
  return !backups.some(
    ({ createdAtUnixMs }) => createdAtUnixMs <= nowUnixMs && nowUnixMs - createdAtUnixMs < everyMs,
  );
}
