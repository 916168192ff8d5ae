// The settings of backups.

import {
  bucket,
  choice,
  file,
  folder,
  keyPrefix,
  label,
  text,
  truth,
  webAddress,
  wholeNumber,
  type MayBeAbsent,
  type WithDefault,
} from './setting-kinds.js';

export const backupSettings = {
  backups: {
    env: 'TOS_BACKUPS',
    kind: choice('folder', 's3', 'off'),
    default: 'folder',
    help: 'Where backups of the databases go; off: none are made.',
  } satisfies WithDefault<'folder' | 's3' | 'off'>,
  backupDir: {
    env: 'TOS_BACKUP_DIR',
    kind: folder,
    absent: 'backups in the data folder',
    help: 'Folder of backups, with TOS_BACKUPS=folder; better on another disk than the data.',
  } satisfies MayBeAbsent<string>,
  backupKeyFile: {
    env: 'TOS_BACKUP_KEY_FILE',
    kind: file,
    absent: 'backup-key in the data folder, made when it is missing',
    help: 'File of the keys that seal backups. Keep a copy elsewhere: without its key a backup cannot be read.',
  } satisfies MayBeAbsent<string>,
  backupMinutes: {
    env: 'TOS_BACKUP_MINUTES',
    kind: wholeNumber(5, 10_080),
    default: '60',
    help: 'How often a backup is made, in minutes.',
  } satisfies WithDefault<number>,
  backupsHourly: {
    env: 'TOS_BACKUPS_HOURLY',
    kind: wholeNumber(0, 1000),
    default: '24',
    help: 'Of how many hours that have backups the newest is kept; the newest of all always is.',
  } satisfies WithDefault<number>,
  backupsDaily: {
    env: 'TOS_BACKUPS_DAILY',
    kind: wholeNumber(0, 1000),
    default: '7',
    help: 'Of how many days that have backups the newest is kept.',
  } satisfies WithDefault<number>,
  backupsWeekly: {
    env: 'TOS_BACKUPS_WEEKLY',
    kind: wholeNumber(0, 1000),
    default: '5',
    help: 'Of how many weeks that have backups the newest is kept.',
  } satisfies WithDefault<number>,
  backupS3Endpoint: {
    env: 'TOS_BACKUP_S3_ENDPOINT',
    kind: webAddress('https://fra1.digitaloceanspaces.com'),
    absent: "AWS's own, by region",
    help: 'Where S3 is spoken, when that is not AWS.',
  } satisfies MayBeAbsent<string>,
  backupS3Region: {
    env: 'TOS_BACKUP_S3_REGION',
    kind: label,
    default: 'us-east-1',
    help: 'Region of the bucket.',
  } satisfies WithDefault<string>,
  backupS3Bucket: {
    env: 'TOS_BACKUP_S3_BUCKET',
    kind: bucket,
    absent: 'none; s3 needs it',
    help: 'Bucket of backups, which must exist.',
  } satisfies MayBeAbsent<string>,
  backupS3Prefix: {
    env: 'TOS_BACKUP_S3_PREFIX',
    kind: keyPrefix,
    absent: "none: backups lie at the bucket's top",
    help: 'What the keys of backups begin with, so that they may share a bucket with other things.',
  } satisfies MayBeAbsent<string>,
  backupS3PathStyle: {
    env: 'TOS_BACKUP_S3_PATH_STYLE',
    kind: truth,
    default: 'false',
    help: "Whether the bucket stands in the path instead of the host's name, as many servers beside AWS want it.",
  } satisfies WithDefault<boolean>,
  backupS3AccessKey: {
    env: 'TOS_BACKUP_S3_ACCESS_KEY',
    kind: text,
    absent: 'none; s3 needs it',
    help: 'Access key of S3, which may put, get, list and delete objects of the bucket.',
  } satisfies MayBeAbsent<string>,
  backupS3Secret: {
    env: 'TOS_BACKUP_S3_SECRET',
    kind: text,
    absent: 'none; s3 needs it',
    help: 'Its secret.',
    secret: 'whole',
  } satisfies MayBeAbsent<string>,
};
