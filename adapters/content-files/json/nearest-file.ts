// "Did you mean …?" for a file that is named and not there.

import { join, posix } from 'node:path';
import { nearestName } from '#codegen/text/nearest-name.js';
import { listFiles } from './list-files.js';
import { unreadable } from './read-bytes.js';

/** As `unreadable`, of `file` in `folder`: for one that is missing with the name, in the same place, that may be meant. */
export async function unreadableNamed(
  error: unknown,
  allowed: string,
  folder: string,
  file: string,
): Promise<[reason: string, allowed: string]> {
  const [reason, says] = unreadable(error, allowed);
  if ((error as NodeJS.ErrnoException).code !== 'ENOENT') return [reason, says];
  const place = posix.dirname(file);
  // Where the folder is missing too, nothing is near.
  const names = await listFiles(join(folder, place)).catch(() => []);
  const alike = names.filter((name) => posix.extname(name) === posix.extname(file));
  const meant = nearestName(posix.basename(file), alike);
  return [reason, meant === undefined ? says : `${says} (did you mean '${posix.join(place, meant)}'?)`];
}
