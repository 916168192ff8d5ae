// Links whose end is not there. They are no missing files: what they lead to lies on a disk or among secrets that are not
// mounted now, and whatever was made in their place would pass for it.

import { lstatSync, readlinkSync, statSync, type Stats } from 'node:fs';
import { dirname, resolve } from 'node:path';

/** Where a link leads, whether that is there or not; undefined for what is no link. */
export function endOfLink(path: string): string | undefined {
  const isLink = lookAt(path, lstatSync)?.isSymbolicLink() === true;
  return isLink ? resolve(dirname(path), readlinkSync(path)) : undefined;
}

/** Throws for a link whose end is not there. */
export function refuseLinkToNowhere(path: string): void {
  const end = endOfLink(path);
  if (end !== undefined && lookAt(path, statSync) === undefined)
    throw new Error(`${path} is a link to ${end}, which is not there; see that it is, or remove the link`);
}

/** Undefined also behind something that is no folder, or is another user's: that is told by who opens it. */
function lookAt(path: string, look: typeof lstatSync): Stats | undefined {
  try {
    return look(path, { throwIfNoEntry: false });
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException;
    if (['EACCES', 'ENOTDIR'].includes(code)) return undefined;
    // A link that leads to itself is there, and is no file; below one there is nothing.
    if (code === 'ELOOP') return look === lstatSync ? undefined : lookAt(path, lstatSync);
    throw error;
  }
}
