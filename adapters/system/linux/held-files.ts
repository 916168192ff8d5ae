// Small files of the kernel that are read again and again. Each stays open from its first reading: when the process may
// open no more files, measurements go on. A file that is not there is undefined; every other failure throws.

import { closeSync, openSync, readSync } from 'node:fs';

/** More than any of them has; what follows is not read. */
const bytesMax = 256 * 1024;
const notThere = new Set(['ENOENT', 'ENOTDIR', 'EACCES', 'EPERM', 'ENODEV', 'EOPNOTSUPP']);
const noneToSpare = new Set(['EMFILE', 'ENFILE']);

export class HeldFiles {
  readonly #open = new Map<string, number>();
  /** Paths that did not exist when last looked for. */
  readonly #absent = new Set<string>();
  #buffer = Buffer.alloc(16 * 1024);

  read(path: string): string | undefined {
    try {
      return this.#readAll(this.#descriptorOf(path));
    } catch (error) {
      this.#forget(path);
      const code = (error as NodeJS.ErrnoException).code ?? '';
      if (notThere.has(code)) this.#absent.add(path);
      // With no descriptor to spare the system says so before it looks for the file.
      else if (!(this.#absent.has(path) && noneToSpare.has(code))) throw error;
      return undefined;
    }
  }

  close(): void {
    for (const path of [...this.#open.keys()]) this.#forget(path);
  }

  #descriptorOf(path: string): number {
    const known = this.#open.get(path);
    if (known !== undefined) return known;
    const opened = openSync(path, 'r');
    this.#absent.delete(path);
    this.#open.set(path, opened);
    return opened;
  }

  /** From the beginning: the kernel writes the text anew for a reading at 0. */
  #readAll(descriptor: number): string {
    let length = 0;
    for (;;) {
      if (length === this.#buffer.length) {
        if (length >= bytesMax) break;
        const larger = Buffer.alloc(length * 2);
        this.#buffer.copy(larger);
        this.#buffer = larger;
      }
      const read = readSync(descriptor, this.#buffer, length, this.#buffer.length - length, length);
      if (read === 0) break;
      length += read;
    }
    return this.#buffer.toString('latin1', 0, length);
  }

  #forget(path: string): void {
    const descriptor = this.#open.get(path);
    if (descriptor === undefined) return;
    this.#open.delete(path);
    closeSync(descriptor);
  }
}
