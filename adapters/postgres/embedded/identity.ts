// As whom PostgreSQL runs. It refuses to run as root, so root lends it another user's id; that user must be able to walk
// to the binaries and to the data.

import fs from 'node:fs';
import path from 'node:path';
import { EmbeddedPostgresError } from './embedded-postgres-error.js';

export interface Identity {
  readonly uid: number;
  readonly gid: number;
}

/** Preferred first. */
const users = ['postgres', 'nobody'];

/** Undefined: as ourselves. */
export function unprivilegedIdentity(): Identity | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const accounts = fs
    .readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'));
  for (const user of users) {
    const account = accounts.find(([name]) => name === user);
    if (account) return { uid: Number(account[2]), gid: Number(account[3]) };
  }
  throw new EmbeddedPostgresError(
    'no-user',
    'PostgreSQL does not run as root, and there is neither a user "postgres" nor "nobody" to run it as. ' +
      'Start the server as an ordinary user, or set DATABASE_URL to a running PostgreSQL.',
  );
}

/** Whether that user can walk down to `folder`; folders that do not exist yet do not count. */
export function isReachable(folder: string, identity: Identity | undefined): boolean {
  if (!identity) return true;
  for (let dir = path.resolve(folder); ; dir = path.dirname(dir)) {
    const stats = fs.statSync(dir, { throwIfNoEntry: false });
    if (stats && !mayEnter(stats, identity)) return false;
    if (dir === path.dirname(dir)) return true;
  }
}

function mayEnter(stats: fs.Stats, { uid, gid }: Identity): boolean {
  if (stats.uid === uid) return (stats.mode & 0o100) !== 0;
  if (stats.gid === gid) return (stats.mode & 0o010) !== 0;
  return (stats.mode & 0o001) !== 0;
}
