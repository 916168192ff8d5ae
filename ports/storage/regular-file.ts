// Whether what a path leads to is a file that can be read to its end. Reading a pipe or a device may never return, and
// what waits for it cannot be told to stop: whoever opens a file that people name, or can put something else into the
// place of, looks first.

/** What the system tells of a path, as Node's Stats do. */
type Kind = Readonly<Record<'isFile' | 'isDirectory', () => boolean>>;

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

/** Throws a NotAFileError. What is not there (`found` undefined) is none of its business. */
export function requireFile(path: string, found: Kind | undefined): void {
  const fault = found === undefined ? undefined : faultAsFile(found);
  if (fault !== undefined) throw new NotAFileError(path, fault);
}
