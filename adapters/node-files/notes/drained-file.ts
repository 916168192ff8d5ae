// That the server is drained: a file of the data folder with one word. Written whole or not at all, and on disk at once:
// an operator is told that the drain took effect. People delete it to open a server that nobody else can open.

import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { drainEnds, type DrainEnd } from '#ports/admin/operations/operator-command.js';
import type { DrainNote } from '#ports/storage/notes/drain-note.js';
import { readNote } from '../read-note.js';
import { syncFolder } from '../sync-folder.js';
import { writeWhole } from '../write-whole.js';

const fileName = 'drained';

export class DrainedFile implements DrainNote {
  readonly where: string;

  constructor(private readonly folder: string) {
    this.where = join(folder, fileName);
  }

  find(): DrainEnd | undefined {
    const text = this.#read();
    if (text === undefined) return undefined;
    const known = drainEnds.find((end) => end === text.trim());
    if (known !== undefined) return known;
    throw new Error(
      `${this.where} holds none of ${drainEnds.join(', ')}, what is to become of a server that was drained; ` +
        'write one of them into it, or delete it: then the server opens',
    );
  }

  keep(then: DrainEnd): void {
    try {
      writeWhole(this.where, `${then}\n`);
    } catch (error) {
      // It may have its name already, and not be on disk.
      rmSync(this.where, { force: true });
      throw error;
    }
  }

  forget(): void {
    rmSync(this.where, { force: true });
    syncFolder(this.folder);
  }

  #read(): string | undefined {
    return readNote(this.where)?.replace(/^\uFEFF/, '');
  }
}
