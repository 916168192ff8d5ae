// What a game server tells of its backups, read from its answer: one of another version, or of nobody's making, may say
// anything. Only what is known here is taken.

import {
  backupFaults,
  backupRefusals,
  backupTasks,
  backupWordsMax,
  keptReasons,
  toldBackupsMax,
  type BackupEnd,
  type BackupRefused,
  type BackupWork,
  type ToldBackup,
  type ToldBackups,
} from '#ports/backups/backup-desk.js';
import { backupNamePattern } from '#ports/backups/backup-vault.js';

/** Null: none are made there. Undefined: it is no such answer. */
export function readTold(document: string): ToldBackups | null | undefined {
  try {
    const { told } = JSON.parse(document) as { readonly told: Fields | null };
    return told === null ? null : toldOf(told);
  } catch {
    // No JSON, or not what it must have.
    return undefined;
  }
}

type Fields = Readonly<Record<string, unknown>>;

/** Any last moment that a clock may show. */
const unixMsMax = 8.64e15;

function toldOf(fields: Fields): ToldBackups {
  const { origin, plan, backups, total, unlisted, isOverdue, failure, work, last, atUnixMs } = fields;
  const { to, place, everyMinutes, hourly, daily, weekly } = plan as Fields;
  return {
    origin: textOf(origin),
    plan: {
      ...{ to: to === 's3' ? 's3' : 'folder', place: textOf(place), everyMinutes: wholeOf(everyMinutes) },
      ...{ hourly: wholeOf(hourly), daily: wholeOf(daily), weekly: wholeOf(weekly) },
    },
    backups: (backups as readonly Fields[]).slice(0, toldBackupsMax).map(backupOf),
    total: wholeOf(total),
    isOverdue: isOverdue === true,
    atUnixMs: wholeOf(atUnixMs, unixMsMax),
    ...(unlisted !== undefined && { unlisted: unlistedOf(unlisted as Fields) }),
    ...(failure !== undefined && { failure: textOf(failure) }),
    ...(work !== undefined && { work: workOf(work as Fields) }),
    ...(last !== undefined && { last: endOf(last as Fields) }),
  };
}

function backupOf({ name, sequence, createdAtUnixMs, storedBytes, kept }: Fields): ToldBackup {
  return {
    name: nameOf(name),
    sequence: wholeOf(sequence),
    createdAtUnixMs: wholeOf(createdAtUnixMs, unixMsMax),
    storedBytes: wholeOf(storedBytes, Number.MAX_SAFE_INTEGER),
    kept: keptReasons.filter((reason) => (kept as readonly unknown[]).includes(reason)),
  };
}

function unlistedOf({ reason, words }: Fields): BackupRefused {
  return { ok: false, reason: wordOf(backupRefusals, reason) ?? 'failed', words: textOf(words) };
}

function workOf({ task, name, sinceUnixMs }: Fields): BackupWork {
  return { ...taskOf(task, name), sinceUnixMs: wholeOf(sinceUnixMs, unixMsMax) };
}

/** A reason of another version is none that is known, and none that means that all is well. */
function endOf({ task, name, atUnixMs, reason, words }: Fields): BackupEnd {
  const known = wordOf([...backupRefusals, ...backupFaults], reason) ?? 'failed';
  return {
    ...taskOf(task, name),
    ...{ atUnixMs: wholeOf(atUnixMs, unixMsMax), words: textOf(words) },
    ...(reason !== undefined && { reason: known }),
  };
}

function taskOf(task: unknown, name: unknown): Pick<BackupWork, 'task' | 'name'> {
  const known = wordOf(backupTasks, task);
  if (known === undefined) throw new Error('an unknown task');
  return { task: known, ...(name !== undefined && { name: nameOf(name) }) };
}

function wordOf<Word>(words: readonly Word[], value: unknown): Word | undefined {
  return words.find((word) => word === value);
}

function nameOf(value: unknown): string {
  if (typeof value === 'string' && backupNamePattern.test(value)) return value;
  throw new Error('no name of a backup');
}

function textOf(value: unknown): string {
  if (typeof value === 'string') return value.toWellFormed().slice(0, backupWordsMax);
  throw new Error('no text');
}

function wholeOf(value: unknown, most = 2 ** 31 - 1): number {
  if (Number.isSafeInteger(value) && (value as number) >= 0 && (value as number) <= most)
    return value as number;
  throw new Error('no whole number');
}
