// Which backups are kept, and when the next is due. Pure.
//
// As borg and restic do it: of each of the last `hourly` hours that have a backup the newest is kept, likewise days and
// weeks. Hours that have none do not count, so a server that stood still, or a clock that was set, forgets nothing.
// "Newest" is by number, not by time: the last one made is always kept, whatever its clock said.

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
  { hourly, daily, weekly }: BackupRetention,
): readonly Backup[] {
  const newestFirst = [...backups].sort((a, b) => b.sequence - a.sequence);
  const kept = new Set<Backup>(newestFirst.slice(0, 1));
  keepNewestOfEach(newestFirst, hourly, (unixMs) => Math.floor(unixMs / hourMs), kept);
  keepNewestOfEach(newestFirst, daily, (unixMs) => Math.floor(unixMs / dayMs), kept);
  keepNewestOfEach(newestFirst, weekly, weekOf, kept);
  return backups.filter((backup) => !kept.has(backup));
}

function keepNewestOfEach<Backup extends KeptBackup>(
  newestFirst: readonly Backup[],
  spansMax: number,
  spanOf: (unixMs: number) => number,
  kept: Set<Backup>,
): void {
  const spans = new Set<number>();
  for (const backup of newestFirst) {
    if (spans.size >= spansMax) return;
    const span = spanOf(backup.createdAtUnixMs);
    if (spans.has(span)) continue;
    spans.add(span);
    kept.add(backup);
  }
}

/** When none was made within the last `everyMs`. What bears a time to come (the clock was set back) is none of these. */
export function isBackupDue(backups: readonly KeptBackup[], nowUnixMs: number, everyMs: number): boolean {
  return !backups.some(
    ({ createdAtUnixMs }) => createdAtUnixMs <= nowUnixMs && nowUnixMs - createdAtUnixMs < everyMs,
  );
}
