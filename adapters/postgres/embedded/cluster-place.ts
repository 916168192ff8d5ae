// Where a cluster lies: always in the folder that is asked for, so that whoever moves or copies that folder has all of it.
// PostgreSQL refuses to run as root, and the user it runs as may not be able to walk to a folder of root's. Then it is
// started inside it, and knows it by the name that Linux has for wherever a process is.

import fs from 'node:fs';
import path from 'node:path';
import { EmbeddedPostgresError } from './embedded-postgres-error.js';
import { isReachable, type Identity } from './identity.js';
import { bringHome } from './signpost.js';

const wherever = '/proc/self/cwd';

/** Makes the folder, and makes all in it that user's: a copy made by root, or on another machine, is not. */
export function prepareFolder(wanted: string, identity: Identity | undefined): string {
  const folder = path.resolve(wanted);
  if (!isReachable(path.dirname(folder), identity) && !fs.existsSync(wherever)) {
    throw new EmbeddedPostgresError(
      'unreachable',
      `PostgreSQL does not run as root, and the user it runs as (id ${identity!.uid}) cannot reach ${folder}. ` +
        'Choose another TOS_DATA_DIR, start the server as an ordinary user, or set DATABASE_URL.',
    );
  }
  fs.mkdirSync(folder, { recursive: true });
  bringHome(folder);
  if (identity) giveTo(identity, folder);
  else refuseForeign(folder);
  // PostgreSQL refuses data that others may read; what copied the folder may not have kept that.
  fs.chmodSync(folder, 0o700);
  for (const name of ['cluster', 'cluster/data']) {
    const inner = path.join(folder, name);
    if (fs.existsSync(inner)) fs.chmodSync(inner, 0o700);
  }
  return folder;
}

/** What PostgreSQL's programs call `folder` when they are started inside it. */
export function nameFor(folder: string, identity: Identity | undefined): string {
  return isReachable(path.dirname(folder), identity) ? folder : wherever;
}

function giveTo({ uid, gid }: Identity, folder: string): void {
  const give = (file: string): void => {
    try {
      const stats = fs.lstatSync(file);
      if (stats.uid !== uid || stats.gid !== gid) fs.lchownSync(file, uid, gid);
      if (stats.isDirectory()) for (const name of fs.readdirSync(file)) give(path.join(file, name));
    } catch (error) {
      // Where another server uses the folder, which is found out later, its files come and go.
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    }
  };
  give(folder);
}

function refuseForeign(folder: string): void {
  const me = process.getuid?.();
  if (me === undefined) return;
  for (const name of ['', 'cluster', 'cluster/data']) {
    const file = path.join(folder, name);
    const stats = statIfReadable(file);
    if (stats === undefined || stats.uid === me) continue;
    throw new EmbeddedPostgresError(
      'not-ours',
      `${file} belongs to the user with id ${stats.uid}, and this server runs as ${me}; PostgreSQL uses only its own ` +
        `user's files. As root: chown -R ${me} ${path.dirname(folder)}`,
    );
  }
}

function statIfReadable(file: string): fs.Stats | undefined {
  try {
    return fs.statSync(file, { throwIfNoEntry: false });
  } catch {
    // The folder above it was another user's, which has been said.
    return undefined;
  }
}
