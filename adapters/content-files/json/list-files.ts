// The files of a folder of the content that somebody may have put there on purpose.

import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** Their names in order, without hidden ones and folders. Rejects when the folder cannot be read. */
export async function listFiles(folder: string): Promise<string[]> {
  const names: string[] = [];
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    // Hidden files, and the halves named ._… that macOS writes on foreign disks.
    if (entry.name.startsWith('.')) continue;
    const isFolder = entry.isSymbolicLink()
      ? await leadsToFolder(join(folder, entry.name))
      : entry.isDirectory();
    if (!isFolder) names.push(entry.name);
  }
  return names.sort();
}

/** A link that leads nowhere, or round in a circle, is listed, as pipes and devices are, and told when it is read. */
async function leadsToFolder(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isDirectory();
  } catch (error) {
    if (['ENOENT', 'ELOOP'].includes((error as NodeJS.ErrnoException).code!)) return false;
    throw error;
  }
}
