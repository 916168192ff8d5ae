// Where a path leads in the end.

import { realpathSync } from 'node:fs';
import { join, relative } from 'node:path';
import { endOfLink } from './link-end.js';
import { placeOf } from './make-folder.js';

/** As the system counts them: a link may name itself. */
const linksMax = 40;

/**
 * Where something is, or will be: links are followed, those too whose ends are not there yet. Throws a FolderError, or what the
 * system says, where nothing can be.
 */
export function behindLinks(path: string, links = linksMax): string {
  const { folder, missing } = placeOf(path);
  const [first] = missing;
  const to = first === undefined ? undefined : endOfLink(first);
  if (to === undefined || links === 0) return join(realpathSync(folder), relative(folder, path));
  return behindLinks(join(to, relative(first!, path)), links - 1);
}
