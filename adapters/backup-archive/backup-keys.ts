// The keys of backups: a text file of 32-byte keys in hexadecimal digits, a line each. The first seals, all of them
// open: to change the key, a new line is put before the others, and old ones stay until no backup of theirs is kept.

import { createHash, hkdfSync, randomBytes } from 'node:crypto';
import { chmod, link, open, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { faultAsFile } from '#ports/storage/files/regular-file.js';
import { ArchiveError } from './archive-error.js';

export interface BackupKey {
  /** 16 hexadecimal digits by which a backup names it; tells nothing of it. */
  readonly id: string;
  readonly secret: Buffer;
  /** The file that it was read from. */
  readonly file?: string;
}

export interface BackupKeys {
  readonly current: BackupKey;
  readonly all: readonly BackupKey[];
}

const line = /^[0-9a-f]{64}$/i;
/** A key a week for ten years and more. */
const bytesMax = 64 * 1024;

export function backupKey(secret: Buffer): BackupKey {
  const id = createHash('sha256').update('tos-backup-key-id-1').update(secret).digest('hex').slice(0, 16);
  return { id, secret };
}

/** A key for one use, so that no two uses share one. */
export function derivedKey(key: BackupKey, purpose: string, salt: Uint8Array): Buffer {
  return Buffer.from(hkdfSync('sha256', key.secret, salt, `tos-backup-1 ${purpose}`, 32));
}

/** Rejects with an ArchiveError. */
export async function readBackupKeys(path: string): Promise<BackupKeys> {
  const text = await readWhole(path).catch((error: unknown) => {
    if (error instanceof ArchiveError) throw error;
    const { code, message } = error as NodeJS.ErrnoException;
    const what =
      code === 'ENOENT'
        ? `the backup key ${path} is missing: put a copy of it there, since backups can be read with their own key only`
        : `the backup key ${path} cannot be read (${message})`;
    throw new ArchiveError('no-key', what, { cause: error });
  });
  const lines = text
    .split('\n')
    .map((each) => each.trim())
    .filter((each) => each !== '' && !each.startsWith('#'));
  const wrong = lines.findIndex((each) => !line.test(each));
  if (wrong >= 0 || lines.length === 0) {
    const what = lines.length === 0 ? 'holds no key' : `holds something else in place of key ${wrong + 1}`;
    throw new ArchiveError(
      'no-key',
      `the backup key ${path} ${what}; a key is a line of 64 hexadecimal digits: put a copy of the file there`,
    );
  }
  const all = lines.map((each) => ({ ...backupKey(Buffer.from(each, 'hex')), file: path }));
  return { current: all[0]!, all };
}

async function readWhole(path: string): Promise<string> {
  const found = await stat(path);
  const fault = faultAsFile(found);
  if (fault !== undefined)
    throw new ArchiveError('no-key', `the backup key ${path} ${fault}, where a file is expected`);
  if (found.size > bytesMax)
    throw new ArchiveError(
      'no-key',
      `the backup key ${path} has ${found.size} bytes, where at most ${bytesMax} are expected`,
    );
  return readFile(path, 'utf8');
}

/**
 * False when there is one already, which stays. The file is its owner's alone. `put` gives it its name and throws EEXIST when
 * something has it; a link is no way on every file system.
 */
export async function makeBackupKeyFile(
  path: string,
  put: (beside: string, path: string) => Promise<void> = link,
): Promise<boolean> {
  const beside = `${path}.${process.pid}.new`;
  await rm(beside, { force: true });
  await writeFile(beside, `${explanation}${newLine()}`, { flag: 'wx', mode: 0o600, flush: true });
  try {
    await put(beside, path);
    await syncFolderOf(path);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  } finally {
    await rm(beside, { force: true });
  }
}

/** Puts a new key before those that are there; backups from now on are sealed with it. */
export async function addBackupKey(path: string): Promise<BackupKey> {
  await readBackupKeys(path);
  const text = await readFile(path, 'utf8');
  const beside = `${path}.${process.pid}.new`;
  await rm(beside, { force: true });
  await writeFile(beside, `${explanation}${newLine()}${text.replaceAll(explanation, '')}`, {
    flag: 'wx',
    mode: 0o600,
    flush: true,
  });
  await chmod(beside, 0o600);
  await rename(beside, path);
  await syncFolderOf(path);
  return (await readBackupKeys(path)).current;
}

const explanation =
  '# Keys of backups, the newest first. Keep a copy elsewhere: without its key a backup cannot be read.\n';

/** A backup may lie elsewhere before the power fails here: its key must be there afterwards. Windows has no such call. */
async function syncFolderOf(path: string): Promise<void> {
  if (process.platform === 'win32') return;
  const folder = await open(dirname(path), 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}

function newLine(): string {
  return `${randomBytes(32).toString('hex')}\n`;
}
