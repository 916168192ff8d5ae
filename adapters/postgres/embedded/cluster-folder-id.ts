// What a cluster looks like from outside: the data folder it belongs to, which a file beside PostgreSQL's own data names,
// made with it; and whether what PostgreSQL reads first is whole.

import fs from 'node:fs';
import path from 'node:path';
import { EmbeddedPostgresError } from './embedded-postgres-error.js';
import type { FolderPart, FoundPart } from '#ports/storage/files/folder-part.js';
import { noteBytesMax, requireFile } from '#ports/storage/files/regular-file.js';

const fileName = 'data-folder-id';

/** `folder` holds `cluster`. Undefined where it names none, or there is no cluster. */
export function readClusterFolderId(folder: string): string | undefined {
  const file = path.join(folder, 'cluster', fileName);
  try {
    requireFile(file, fs.statSync(file), noteBytesMax);
    return fs.readFileSync(file, 'utf8').trim() || undefined;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    // What may not be read is told when the cluster is opened.
    if (code === 'ENOENT' || code === 'ENOTDIR' || code === 'EACCES') return undefined;
    throw error;
  }
}

export function findCluster(folder: string): FoundPart {
  const home = path.join(folder, 'cluster');
  if (!fs.existsSync(home)) return { kind: 'absent' };
  const version = fs.statSync(path.join(home, 'data', 'PG_VERSION'), { throwIfNoEntry: false });
  if (!version || version.size === 0) return { kind: 'empty' };
  return { kind: 'there', folderId: readClusterFolderId(folder) };
}

/** postgresql.org/docs/18/storage-file-layout.html; the control file always has this length (pg_control.h). */
const control = { name: path.join('data', 'global', 'pg_control'), bytes: 8_192 };

/**
 * Whole from the moment it has its name; what is missing was taken away later. Throws with what is damaged and what to do.
 * `ifThere`: one that is not there is no fault.
 */
export function requireCluster(home: string, { ifThere = false } = {}): void {
  if (ifThere && !fs.existsSync(home)) return;
  const finding = findingIn(home);
  if (finding === undefined) return;
  throw new EmbeddedPostgresError(
    'damaged',
    `${finding}, so that the database in ${home} cannot be used. ${restoreAdvice(path.dirname(home))}`,
  );
}

/** `folder` is the one of the data folder that holds the cluster. */
export function restoreAdvice(folder: string): string {
  const list = path.join(path.dirname(folder), 'data-folder');
  return (
    'Restore the data folder from a copy; or put the admin database back from its last backup: move ' +
    `${folder} aside, delete the line 'postgres' in ${list}, and run: npm run backup -- restore latest --what admin`
  );
}

function findingIn(home: string): string | undefined {
  try {
    return (
      lossOf(path.join(home, 'password')) ??
      lossOf(path.join(home, 'data', 'PG_VERSION')) ??
      damageOfControl(path.join(home, control.name))
    );
  } catch (error) {
    // Another user's files: whose they are is told when the cluster is opened.
    if ((error as NodeJS.ErrnoException).code === 'EACCES') return undefined;
    throw error;
  }
}

function lossOf(file: string): string | undefined {
  const stats = fs.statSync(file, { throwIfNoEntry: false });
  requireFile(file, stats, noteBytesMax);
  if (stats && stats.size > 0) return undefined;
  return `${file} is ${stats ? 'empty' : 'missing'}`;
}

function damageOfControl(file: string): string | undefined {
  const lost = lossOf(file);
  if (lost !== undefined) return lost;
  const { size } = fs.statSync(file);
  if (size > control.bytes) return `${file} has ${size} bytes, not ${control.bytes}`;
  const bytes = fs.readFileSync(file);
  if (bytes.length !== control.bytes) return `${file} has ${bytes.length} bytes, not ${control.bytes}`;
  return bytes.every((byte) => byte === 0) ? `${file} holds nothing but zeros` : undefined;
}

/** Into `home`, the folder named `cluster` or what will become it. */
export function writeFolderId(home: string, part: FolderPart): void {
  const file = path.join(home, fileName);
  fs.rmSync(`${file}.new`, { force: true });
  fs.writeFileSync(`${file}.new`, `${part.folderId}\n`, { flag: 'wx', mode: 0o600, flush: true });
  fs.renameSync(`${file}.new`, file);
}
