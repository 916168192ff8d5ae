// Bodies about backups.

import { z } from 'zod';
import type { BackupsSeen } from '#application/admin/backups/own-backups.js';
import {
  backupFaults,
  backupRefusals,
  backupTasks,
  keptReasons,
  type ToldBackups,
} from '#ports/backups/backup-desk.js';
import { backupNamePattern } from '#ports/backups/backup-vault.js';
import { count, nonNegative, time, toTime } from '../http/wire-types.js';

/** As the list has it: a number, and when it was made, in UTC. */
export const backupName = z
  .string()
  .regex(backupNamePattern, 'The name of a backup, as 00000042-20261130T120000Z')
  .meta({ example: '00000042-20261130T120000Z' });

const check = z
  .strictObject({
    at: time,
    by: z.string(),
    fault: z.enum(backupFaults).nullable().meta({ description: 'What is wrong with it; null: it is well' }),
    words: z.string(),
  })
  .meta({ id: 'BackupCheck' });

const backup = z
  .strictObject({
    name: backupName,
    number: count,
    madeAt: time,
    storedBytes: nonNegative.meta({ description: 'Compressed and sealed' }),
    kept: z.array(z.enum(keptReasons)).meta({
      description:
        'Why retention keeps it: the newest of all, or of an hour, a day, a week; none: it goes after the next',
    }),
    check: check
      .nullable()
      .meta({ description: 'When it was last read back; null: not since it was made, when it was as well' }),
  })
  .meta({ id: 'Backup' });

const plan = z
  .strictObject({
    to: z.enum(['folder', 's3']),
    place: z.string().meta({ description: 'Which folder, or which bucket' }),
    everyMinutes: count,
    hourly: count,
    daily: count,
    weekly: count,
  })
  .meta({ id: 'BackupPlan', description: 'What the settings say' });

const work = z
  .strictObject({ task: z.enum(backupTasks), name: backupName.nullable(), since: time })
  .meta({ id: 'BackupWork' });

const end = z
  .strictObject({
    task: z.enum(backupTasks),
    name: backupName.nullable(),
    at: time,
    reason: z
      .enum([...backupRefusals, ...backupFaults])
      .nullable()
      .meta({ description: 'Why it was not done, or what is wrong; null when all is well' }),
    words: z.string(),
  })
  .meta({ id: 'BackupEnd' });

const unlisted = z
  .strictObject({ reason: z.enum(backupRefusals), words: z.string() })
  .meta({ id: 'BackupsUnlisted' });

export const backupsAnswer = z
  .strictObject({
    isOn: z.boolean().meta({ description: 'False: the settings say that none are made; all else is empty' }),
    origin: z.string().nullable().meta({ description: 'Whose they are, as npm run backup asks with --of' }),
    plan: plan.nullable(),
    backups: z.array(backup).meta({ description: 'Newest first, 500 at most' }),
    total: count,
    unlisted: unlisted.nullable().meta({ description: 'Why they could not be listed' }),
    isOverdue: z
      .boolean()
      .meta({ description: 'The newest is older than the schedule and a quarter of an hour allow' }),
    failure: z
      .string()
      .nullable()
      .meta({ description: 'Why the last on schedule failed, unless one was made since' }),
    work: work.nullable().meta({ description: 'What is under way' }),
    last: end.nullable().meta({ description: 'How the last ended that was asked for, since the start' }),
    toldAt: time.nullable(),
  })
  .meta({ id: 'BackupsAnswer' });
export type BackupsView = z.infer<typeof backupsAnswer>;

const off: BackupsView = {
  ...{ isOn: false, origin: null, plan: null, backups: [], total: 0, unlisted: null, isOverdue: false },
  ...{ failure: null, work: null, last: null, toldAt: null },
};

export function presentBackups({ told, checks }: BackupsSeen): BackupsView {
  if (told === undefined) return off;
  const { origin, plan, total, unlisted, isOverdue, failure, atUnixMs } = told;
  const checkOf = new Map(checks.map((one) => [one.name, one]));
  return {
    ...{ isOn: true, origin, total, isOverdue, failure: failure ?? null, toldAt: toTime(atUnixMs) },
    plan: planOf(plan),
    unlisted: unlisted === undefined ? null : { reason: unlisted.reason, words: unlisted.words },
    backups: told.backups.map(({ name, sequence, createdAtUnixMs, storedBytes, kept }) => ({
      ...{ name, number: sequence, madeAt: toTime(createdAtUnixMs), storedBytes, kept: [...kept] },
      check: presentCheck(checkOf.get(name)),
    })),
    work: presentWork(told),
    last: presentEnd(told),
  };
}

function planOf({
  to,
  place,
  everyMinutes,
  hourly,
  daily,
  weekly,
}: ToldBackups['plan']): BackupsView['plan'] {
  return { to, place, everyMinutes, hourly, daily, weekly };
}

function presentCheck(
  one: BackupsSeen['checks'][number] | undefined,
): BackupsView['backups'][number]['check'] {
  if (one === undefined) return null;
  return { at: toTime(one.atUnixMs), by: one.actorName, fault: one.fault ?? null, words: one.words };
}

function presentWork({ work }: ToldBackups): BackupsView['work'] {
  return work === undefined
    ? null
    : { task: work.task, name: work.name ?? null, since: toTime(work.sinceUnixMs) };
}

function presentEnd({ last }: ToldBackups): BackupsView['last'] {
  if (last === undefined) return null;
  const { task, name, atUnixMs, reason, words } = last;
  return { task, name: name ?? null, at: toTime(atUnixMs), reason: reason ?? null, words };
}
