// Whether the files of a data folder are files at all, asked of all at once. Each reader looks for itself, too; here are
// also those that are read by SQLite and PostgreSQL, and those that are written beside a file before they get its name.

import { statSync, type Stats } from 'node:fs';
import { join } from 'node:path';
import { requireFile } from '#ports/storage/regular-file.js';

const replaced = [
  ...['identity.json', 'drained', 'switched-off', 'used-tokens'],
  ...['server-token', 'server-token.id', 'login-service-token', 'login-service-token.id'],
  ...['connect-token-key', 'first-password'],
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

/** Throws with a line for each that is there and is something else. What is missing is none of its business. */
export function requireRegularFiles(dataDir: string): void {
  const faults = files.flatMap((name) => {
    const path = join(dataDir, name);
    try {
      requireFile(path, statOf(path));
      return [];
    } catch (error) {
      return [(error as Error).message];
    }
  });
  if (faults.length > 0) throw new Error(faults.join('\n'));
}

/** Undefined also behind another user's folder: whose that is, is told when it is opened. */
function statOf(path: string): Stats | undefined {
  try {
    return statSync(path, { throwIfNoEntry: false });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EACCES' || code === 'ENOTDIR') return undefined;
    throw error;
  }
}
