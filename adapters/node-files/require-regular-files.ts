// Whether the files and folders of a data folder are that at all, asked of all at once. Each reader looks for itself, too; here are
// also those that are read by SQLite and PostgreSQL, and those that are written beside a file before they get its name.

import { lstatSync, statSync, type Stats } from 'node:fs';
import { join } from 'node:path';
import { requireFile, requireFolder } from '#ports/storage/files/regular-file.js';
import { refuseLinkToNowhere } from './link-end.js';

const replaced = [
  ...['identity.json', 'drained', 'planned', 'switched-off', 'used-tokens'],
  ...['server-token', 'server-token.id', 'login-service-token', 'login-service-token.id'],
  ...['connect-token-key', 'sealing-key', 'first-password'],
];
const cluster = 'postgres/cluster';

const files = [
  ...[
    'data-folder',
    'backup-key',
    'game.sqlite',
    'game.sqlite-wal',
    'game.sqlite-shm',
    'game.sqlite-journal',
  ],
  ...replaced,
  ...replaced.map((name) => `${name}.new`),
  ...['postgres/postgres.log', 'postgres/is-elsewhere', `${cluster}/password`, `${cluster}/data-folder-id`],
  ...[
    ...['PG_VERSION', 'postmaster.pid', 'postmaster.opts', 'global/pg_control'],
    ...['postgresql.conf', 'postgresql.auto.conf', 'pg_hba.conf', 'pg_ident.conf'],
  ].map((name) => `${cluster}/data/${name}`),
] as const;

const folders = ['postgres', cluster, `${cluster}/data`, `${cluster}/data/global`] as const;

const kept: ReadonlySet<string> = new Set([...files, ...folders].map((name) => name.split('/', 1)[0]!));

/** Whether a data folder has something of its own by this name, now or later. */
export function isKeptName(name: string): boolean {
  return kept.has(name);
}

/** Throws with a line for each that is there and is something else. What is missing is none of its business. */
export function requireRegularFiles(dataDir: string): void {
  const faultOf = (look: (path: string) => void) => (name: string) => {
    try {
      look(join(dataDir, name));
      return [];
    } catch (error) {
      return [(error as Error).message];
    }
  };
  const faults = [
    ...folders.flatMap(
      faultOf((path) => {
        refuseLinkToNowhere(path);
        requireFolder(path, statOf(path));
      }),
    ),
    ...files.flatMap(
      faultOf((path) => {
        requireFile(path, statOf(path));
        refuseLinkToNowhere(path);
      }),
    ),
  ];
  if (faults.length > 0) throw new Error(faults.join('\n'));
}

/** Undefined also behind another user's folder: whose that is, is told when it is opened. */
function statOf(path: string, look = statSync): Stats | undefined {
  try {
    return look(path, { throwIfNoEntry: false });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EACCES' || code === 'ENOTDIR') return undefined;
    // A link that leads to itself is no file and no folder; below one there is nothing.
    if (code === 'ELOOP') return look === lstatSync ? undefined : statOf(path, lstatSync);
    throw error;
  }
}
