// Whether what a path leads to is a file that can be read to its end. Reading a pipe or a device may never return, and
// what waits for it cannot be told to stop: whoever opens a file that people name, or can put something else into the
// place of, looks first.

/** What the system tells of a path, as Node's Stats do. */
type Kind = Readonly<Record<'isFile' | 'isDirectory', () => boolean>> & { readonly size?: number };

/** Of small files that hold notes, keys and ids, in bytes: more than any of them takes, with what people add by hand. */
export const noteBytesMax = 16 * 1024;

/** Something else is where a file is expected. The message names the path and what to do. */
export class NotAFileError extends Error {
  override readonly name = 'NotAFileError';
  readonly code = 'not-a-file';

  constructor(path: string, fault: string) {
    super(`${path} ${fault}, where a file is expected; move it away`);
  }
}

/** What is wrong with it as a file, to stand behind its path; undefined for a file. */
export function faultAsFile(found: Kind): string | undefined {
  if (found.isFile()) return undefined;
  return found.isDirectory() ? 'is a folder' : 'is no regular file';
}

/** Something else is where a folder is expected. */
export class NotAFolderError extends Error {
  override readonly name = 'NotAFolderError';
  readonly code = 'not-a-folder';

  constructor(path: string, fault: string) {
    super(`${path} ${fault}, where a folder is expected; move it away`);
  }
}

/** Throws a NotAFolderError. What is not there is none of its business. */
export function requireFolder(path: string, found: Kind | undefined): void {
  if (found === undefined || found.isDirectory()) return;
  throw new NotAFolderError(path, found.isFile() ? 'is a file' : 'is neither a folder nor a regular file');
}

/** What is larger than anything that belongs there, and is not read: it would take as much memory. */
export class OversizeFileError extends Error {
  override readonly name = 'OversizeFileError';
  readonly code = 'oversize';

  constructor(path: string, size: number, bytesMax: number) {
    super(
      `${path} has ${size} bytes, where at most ${bytesMax} are expected; move it away, or put a copy of the right one there`,
    );
  }
}

/**
 * Throws a NotAFileError, or an OversizeFileError where it has more than `bytesMax`. What is not there (`found` undefined) is
 * none of its business.
 */
export function requireFile(path: string, found: Kind | undefined, bytesMax = Infinity): void {
  if (found === undefined) return;
  const fault = faultAsFile(found);
  if (fault !== undefined) throw new NotAFileError(path, fault);
  if (found.size !== undefined && found.size > bytesMax)
    throw new OversizeFileError(path, found.size, bytesMax);
}
