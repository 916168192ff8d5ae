// Which backups are kept: the newest made always, and one of each hour, day and week as far back as asked, whatever
// clocks did.

import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  backupsToForget,
  isBackupDue,
  type KeptBackup,
  type BackupRetention,
} from '#application/backups/keep-backups.js';

const hour = 3_600_000;
const day = 24 * hour;
/** A Monday. */
const start = Date.UTC(2026, 10, 23);

function kept(backups: readonly KeptBackup[], retention: BackupRetention): KeptBackup[] {
  const gone = new Set(backupsToForget(backups, retention));
  return backups.filter((backup) => !gone.has(backup));
}

/** In the order made; each step is any change of the clock, jumps by years both ways among them. */
const histories = fc
  .array(fc.oneof(fc.integer({ min: 0, max: 3 * hour }), fc.integer({ min: -400 * day, max: 400 * day })), {
    maxLength: 200,
  })
  .map((steps) => {
    let at = start;
    return steps.map((step, index) => ({ sequence: index + 1, createdAtUnixMs: (at += step) }));
  });
const retentions = fc.record({
  hourly: fc.integer({ min: 0, max: 30 }),
  daily: fc.integer({ min: 0, max: 10 }),
  weekly: fc.integer({ min: 0, max: 10 }),
});

describe('which backups are kept', () => {
  it('a year of hourly ones comes down to those of 24 hours, 7 days and 5 weeks', () => {
    const year = Array.from({ length: 365 * 24 }, (_, index) => ({
      sequence: index + 1,
      createdAtUnixMs: start + index * hour,
    }));
    const ages = kept(year, { hourly: 24, daily: 7, weekly: 5 }).map(
      ({ createdAtUnixMs }) => (year.at(-1)!.createdAtUnixMs - createdAtUnixMs) / hour,
    );
    // The newest of this day is that of its hour, and one Sunday lies within the seven days.
    expect(ages).toHaveLength(24 + 6 + 3);
    expect(ages.filter((age) => age < 24)).toHaveLength(24);
    expect(Math.max(...ages)).toBeLessThanOrEqual(5 * 7 * 24);
  });

  it('the newest made is never forgotten, whatever is asked and whatever clocks did', () => {
    fc.assert(
      fc.property(histories, retentions, (backups, retention) => {
        if (backups.length > 0) expect(kept(backups, retention)).toContain(backups.at(-1));
      }),
    );
  });

  it('of the hours that have a backup the newest made stays, as many hours back as asked; no more is kept than asked', () => {
    fc.assert(
      fc.property(histories, retentions, (backups, retention) => {
        const { hourly, daily, weekly } = retention;
        const left = kept(backups, retention);
        expect(left.length).toBeLessThanOrEqual(Math.max(1, hourly + daily + weekly));
        const newestOfHour = new Map(
          backups.map((backup) => [Math.floor(backup.createdAtUnixMs / hour), backup]),
        );
        const wanted = [...newestOfHour.values()].sort((a, b) => b.sequence - a.sequence).slice(0, hourly);
        for (const backup of wanted) expect(left).toContain(backup);
      }),
    );
  });

  it('what was kept stays kept when asked again, in any order', () => {
    fc.assert(
      fc.property(histories, retentions, (backups, retention) => {
        const left = kept(backups, retention);
        expect(backupsToForget(left.toReversed(), retention)).toEqual([]);
      }),
    );
  });

  it('a server that stood still for a year forgets nothing at its first backup after it', () => {
    const before = [0, 1, 2].map((index) => ({ sequence: index + 1, createdAtUnixMs: start + index * hour }));
    const after = { sequence: 4, createdAtUnixMs: start + 365 * day };
    expect(backupsToForget([...before, after], { hourly: 4, daily: 0, weekly: 0 })).toEqual([]);
  });
});

describe('when the next backup is due', () => {
  const at = (createdAtUnixMs: number): KeptBackup => ({ sequence: 1, createdAtUnixMs });

  it('at once when there is none, and when the last is old enough', () => {
    expect(isBackupDue([], start, hour)).toBe(true);
    expect(isBackupDue([at(start)], start + hour - 1, hour)).toBe(false);
    expect(isBackupDue([at(start)], start + hour, hour)).toBe(true);
  });

  it('when the clock was set back: once, and not at every look', () => {
    const future = at(start + 10 * day);
    expect(isBackupDue([future], start, hour)).toBe(true);
    expect(isBackupDue([future, at(start)], start + 1000, hour)).toBe(false);
    expect(isBackupDue([future, at(start)], start + hour, hour)).toBe(true);
  });
});
