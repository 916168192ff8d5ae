// What is switched off: a file of the data folder with a verb a line, none when all is on. Written whole or not at all,
// and on disk at once: an operator is told that the switch took effect. People may write it while the server is stopped.

import { rmSync } from 'node:fs';
import { join } from 'node:path';
import {
  isSwitchableVerb,
  switchableVerbNames,
  type SwitchableVerb,
} from '#domain/ledger/switchable-verbs.js';
import type { SwitchNote } from '#ports/storage/notes/switch-note.js';
import { readNote } from '../read-note.js';
import { syncFolder } from '../sync-folder.js';
import { writeWhole } from '../write-whole.js';

const fileName = 'switched-off';
/** More than all verbs take. */
const bytesMax = 4096;
const whatToDo = `write some of ${switchableVerbNames.join(', ')} into it, a line each, or delete it: then all is on`;

export class SwitchedOffFile implements SwitchNote {
  readonly where: string;

  constructor(private readonly folder: string) {
    this.where = join(folder, fileName);
  }

  find(): readonly SwitchableVerb[] {
    const text = this.#read();
    if (text === undefined) return [];
    const lines = text
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== '');
    // It is not there when all is on: a loss would look like an order.
    if (lines.length === 0) throw new Error(`${this.where} is empty; ${whatToDo}`);
    const wrong = lines.find((line) => !isSwitchableVerb(line));
    if (wrong === undefined) return [...new Set(lines as SwitchableVerb[])];
    throw new Error(
      `${this.where} holds ${JSON.stringify(wrong.slice(0, 40))}, which is nothing that can be switched off; ${whatToDo}`,
    );
  }

  keep(closed: readonly SwitchableVerb[]): void {
    if (closed.length > 0) return writeWhole(this.where, closed.map((verb) => `${verb}\n`).join(''));
    rmSync(this.where, { force: true });
    syncFolder(this.folder);
  }

  #read(): string | undefined {
    return readNote(this.where, bytesMax)?.replace(/^\uFEFF/, '');
  }
}
