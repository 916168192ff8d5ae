// Where `--to` may put a game file: a data folder, which is nowhere that backups may not be kept, nor among the backups
// themselves, and nobody else's while a server runs on it.

import { existsSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { behindLinks } from '#adapters/node-files/behind-links.js';
import { backupDir } from '../backup/backup-place.js';
import { faultInContent, faultOfFile, faultOfProgramDir } from '../configuration/place-conflicts.js';
import type { Configuration } from '../configuration/settings.js';
import { requireUnused } from '../process/data-folder/require-unused.js';
import { requireFolderOfParts } from '../process/data-folder/require-whole-parts.js';

/** `to`: without dots. Rejects with a line that begins with `--to`, and changes nothing. */
export async function requireRestorePlace(to: string, configuration: Configuration): Promise<void> {
  requireFolderOfParts(to, '--to');
  const { dataDir, contentDir } = configuration;
  const places = { to, dataDir, contentDir, backups: backupsOf(configuration) };
  const led = {
    ...{ to: behindLinks(to), dataDir: behindLinks(dataDir), contentDir: behindLinks(contentDir) },
    backups: places.backups === undefined ? undefined : behindLinks(places.backups),
  };
  for (const each of [places, led]) {
    const fault = faultOf(each);
    if (fault !== undefined) throw new Error(`--to: '${to}' ${fault}`);
  }
  if (led.to !== led.dataDir)
    await requireUnused({ dataDir: to, databaseUrl: undefined }, ['game', 'admin'], '--to');
}

/** Those of a place that is not used at the moment, too, if it was named. */
function backupsOf(configuration: Configuration): string | undefined {
  return configuration.backups === 'folder' ? backupDir(configuration) : configuration.backupDir;
}

interface Places {
  readonly to: string;
  readonly dataDir: string;
  readonly contentDir: string;
  readonly backups: string | undefined;
}

function faultOf({ to, dataDir, contentDir, backups }: Places): string | undefined {
  const inWay = faultInContent(contentDir, to) ?? faultOfProgramDir(to);
  if (inWay !== undefined) return inWay;
  const fault =
    (isIn(to, dataDir) && to !== dataDir ? `holds the data folder ${dataDir}` : undefined) ??
    (backups !== undefined && isIn(backups, to) ? `is where backups lie, in ${backups}` : undefined) ??
    faultOfFile(dataDir, to) ??
    faultInOther(to);
  return fault && `${fault}; a folder of its own`;
}

/** Whatever data folder that is, of a server that runs or not. */
function faultInOther(to: string): string | undefined {
  for (let above = dirname(to); above !== dirname(above); above = dirname(above)) {
    const fault = existsSync(join(above, 'data-folder')) ? faultOfFile(above, to) : undefined;
    if (fault !== undefined) return `${fault}, in ${above}`;
  }
  return undefined;
}

function isIn(folder: string, path: string): boolean {
  return relative(folder, path).split(sep)[0] !== '..';
}
