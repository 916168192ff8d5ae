// What a power cut left, as files below a folder.

import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Survivor } from './disk/survive.js';

export function writeSurvivors(folder: string, survivors: ReadonlyMap<string, Survivor>): void {
  mkdirSync(folder, { recursive: true });
  for (const [name, survivor] of survivors) {
    const path = join(folder, name);
    if (survivor instanceof Map) writeSurvivors(path, survivor);
    else writeFileSync(path, survivor);
  }
}
