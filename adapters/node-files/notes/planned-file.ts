// When the server is to be drained: a file of the data folder, JSON for people to read. Written whole or not at all, and on disk at
// once: an operator is told that it is planned.

import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { characterFault } from '#domain/chat/chat-text.js';
import { drainEnds, graceSecondsMax, type PlannedDrain } from '#ports/admin/operations/operator-command.js';
import type { PlanNote } from '#ports/storage/notes/plan-note.js';
import { readNote } from '../read-note.js';
import { syncFolder } from '../sync-folder.js';
import { writeWhole } from '../write-whole.js';

const fileName = 'planned';
/** More than any plan takes. */
const bytesMax = 4096;

const plan = z.strictObject({
  at: z.iso.datetime().refine((at) => at >= '1970' && at < '2100'),
  graceSeconds: z.int().min(0).max(graceSecondsMax),
  then: z.enum(drainEnds),
  // What players are told, by the rules of what others tell them.
  text: z.string().refine((text) => text === '' || characterFault(text) === undefined),
});

export class PlannedFile implements PlanNote {
  readonly where: string;

  constructor(private readonly folder: string) {
    this.where = join(folder, fileName);
  }

  find(): PlannedDrain | undefined {
    const text = this.#read();
    if (text === undefined) return undefined;
    const read = plan.safeParse(jsonOf(text));
    if (read.success) {
      const { at, ...rest } = read.data;
      return { atUnixMs: Date.parse(at), ...rest };
    }
    throw new Error(
      `${this.where} holds no plan, which is JSON as {"at": "2030-01-31T04:00:00Z", "graceSeconds": 300, "then": "restart", "text": ""}; from the year 1970 to 2099; mend it, or delete it: then nothing is planned`,
    );
  }

  keep({ atUnixMs, ...rest }: PlannedDrain): void {
    const text = JSON.stringify({ at: new Date(atUnixMs).toISOString(), ...rest });
    writeWhole(this.where, `${text}\n`);
  }

  forget(): void {
    rmSync(this.where, { force: true });
    syncFolder(this.folder);
  }

  #read(): string | undefined {
    return readNote(this.where, bytesMax)?.replace(/^\uFEFF/, '');
  }
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Told as any other text that is no plan.
    return undefined;
  }
}
