// Where the copy lies that a backup is made of, in plain, for as long as it takes. Whoever was killed meanwhile left it.

import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { BackupKind } from '#adapters/backup-archive/manifest.js';

const names: Readonly<Record<BackupKind, string>> = { game: '.backup-copy', admin: '.backup-copy-admin' };

export function copyPlaceOf(dataDir: string, kind: BackupKind): string {
  return join(dataDir, names[kind]);
}

export function removeCopyLeft(dataDir: string, kind: BackupKind): void {
  rmSync(copyPlaceOf(dataDir, kind), { recursive: true, force: true });
}
