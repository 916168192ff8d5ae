// What was found when backups were read back.

import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import { backupWordsMax } from '#ports/backups/backup-desk.js';

export const BackupCheckRow = defineEntity({
  name: 'BackupCheckRow',
  tableName: 'backup_checks',
  uniques: [{ name: 'backup_checks_of_whom_name_unique', properties: ['ofWhom', 'name'] }],
  properties: {
    /** The order in which they were kept last. */
    number: p.bigint('number').primary().autoincrement(),
    /** No reference: also of the API itself. */
    ofWhom: p.string().length(64),
    name: p.string().length(100),
    fault: p.string().length(40).nullable(),
    words: p.string().length(backupWordsMax),
    actorName: p.string().length(64),
    checkedAt: p.datetime(3),
  },
});
export type BackupCheckRow = InferEntity<typeof BackupCheckRow>;
