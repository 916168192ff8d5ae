// A game file from a backup into a place where there is none. A journal of another file beside it (-wal, -shm, -journal)
// would replace its contents unseen, so these must be gone too. It gets its name only when all sums are right and SQLite
// finds it whole; a failure leaves the place as it was. What was switched off when the backup was made is so there, before
// the file has its name, beside what is switched off there already: nothing opens by a restore.

import { createHash } from 'node:crypto';
import { createReadStream, existsSync, mkdtempSync, rmdirSync, rmSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { ArchiveVault } from '#adapters/backup-archive/archive-vault.js';
import type { Manifest } from '#adapters/backup-archive/manifest.js';
import { makeFolder, placeOf } from '#adapters/node-files/make-folder.js';
import { SwitchedOffFile } from '#adapters/node-files/notes/switched-off-file.js';
import { putNewSync } from '#adapters/node-files/put-new.js';
import { syncFolder } from '#adapters/node-files/sync-folder.js';
import { type CheckedCopy, checkGameCopy } from '#adapters/sqlite/check-game-copy.js';
import { isSwitchableVerb } from '#domain/ledger/switchable-verbs.js';

export interface RestoredGame extends CheckedCopy {
  readonly path: string;
  readonly manifest: Manifest;
  /** What is switched off there now. */
  readonly switchedOff: readonly string[];
}

const endings = ['', '-wal', '-shm', '-journal'];

export async function restoreGame(vault: ArchiveVault, name: string, folder: string): Promise<RestoredGame> {
  const path = join(folder, 'game.sqlite');
  requireEmptyPlace(path);
  const manifest = await vault.manifest(name);
  const { missing } = placeOf(folder);
  try {
    makeFolder(folder);
    return await withUnpacked(vault, manifest, folder, async (unpacked, checked) => {
      requireEmptyPlace(path);
      const { switchedOff, undo } = switchOff(manifest, folder);
      try {
        await putInPlace(unpacked, path, manifest);
      } catch (error) {
        undo();
        throw error;
      }
      return { path, manifest, switchedOff, ...checked };
    });
  } catch (error) {
    removeEmpty(missing);
    throw error;
  }
}

async function putInPlace(unpacked: string, path: string, manifest: Manifest): Promise<void> {
  putNewSync(unpacked, path);
  try {
    syncFolder(dirname(path));
    await requireSum(path, manifest);
  } catch (error) {
    rmSync(path, { force: true });
    throw error;
  }
}

/** Folders that were made for it, the topmost first. */
function removeEmpty(made: readonly string[]): void {
  for (const folder of made.toReversed()) {
    try {
      rmdirSync(folder);
    } catch (error) {
      // What was not made has none in it. Else something else is in it by now.
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') return;
    }
  }
}

/** Verbs that this program does not know are nothing that it could do. Throws when the file that is there is none. */
function switchOff(
  { switchedOff: then = [] }: Manifest,
  folder: string,
): { readonly switchedOff: readonly string[]; undo(): void } {
  const file = new SwitchedOffFile(folder);
  const before = file.find();
  const added = then.filter(isSwitchableVerb).filter((verb) => !before.includes(verb));
  if (added.length === 0) return { switchedOff: before, undo: () => undefined };
  const switchedOff = [...before, ...added];
  file.keep(switchedOff);
  return { switchedOff, undo: () => file.keep(before) };
}

/** Unpacks it aside, compares all sums, has SQLite look at all of it, and hands it on. Nothing of it stays. */
export async function withUnpacked<Result>(
  vault: ArchiveVault,
  manifest: Manifest,
  folder: string,
  use: (path: string, checked: CheckedCopy) => Promise<Result>,
): Promise<Result> {
  const aside = mkdtempSync(join(folder, '.backup-unpacked-'));
  try {
    const unpacked = join(aside, 'game.sqlite');
    await write(unpacked, vault.contentsOf(manifest));
    const checked = checkGameCopy(unpacked);
    await requireSum(unpacked, manifest);
    return await use(unpacked, checked);
  } finally {
    rmSync(aside, { recursive: true, force: true });
  }
}

function requireEmptyPlace(path: string): void {
  const there = endings.map((ending) => path + ending).filter((each) => existsSync(each));
  if (there.length === 0) return;
  throw new Error(
    `${there.join(' and ')} ${there.length === 1 ? 'is' : 'are'} in the way: a backup is restored only where there is no ` +
      'game file, and no journal of one. Stop the server, and move what is there away, all of it together',
  );
}

async function write(path: string, chunks: AsyncIterable<Uint8Array>): Promise<void> {
  const file = await open(path, 'wx', 0o600);
  try {
    for await (const chunk of chunks) await file.writeFile(chunk);
    await file.sync();
  } finally {
    await file.close();
  }
}

async function requireSum(path: string, { name, contents }: Manifest): Promise<void> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer);
  if (hash.digest('hex') !== contents.sha256) throw new Error(`${path} is not what backup ${name} holds`);
}
