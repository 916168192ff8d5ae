// `npm run backup`: lists, makes, verifies and restores backups. See --help.

import { existsSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import type { ArchiveVault } from '#adapters/backup-archive/archive-vault.js';
import { addBackupKey, makeBackupKeyFile } from '#adapters/backup-archive/backup-keys.js';
import { putNew } from '#adapters/node-files/put-new.js';
import type { BackupKind } from '#adapters/backup-archive/manifest.js';
import { PinoLog } from '#adapters/system/pino-log.js';
import { SystemClock } from '#adapters/system/system-clock.js';
import { type BackupFlags, parseBackupFlags } from '../backup-command/backup-flags.js';
import { createAdminBackup, restoreAdminBackup, verifyAdminBackup } from '../backup-command/admin-tasks.js';
import { ensureBackupKey } from '../backup/backup-key.js';
import { type BackupPlace, backupKeyPath, openBackupPlace } from '../backup/backup-place.js';
import {
  createGameBackup,
  listBackups,
  resolveName,
  restoreGameBackup,
  verifyGameBackup,
} from '../backup-command/game-tasks.js';
import { ownOrigin } from '../backup/own-origin.js';
import { findOrigin } from '../backup-command/find-origin.js';
import { requireRestorePlace } from '../backup-command/restore-place.js';
import { loadConfiguration } from '../configuration/load-configuration.js';
import type { Configuration } from '../configuration/settings.js';
import { askedFor } from '../process/command-line.js';
import { openDataFolder } from '../process/data-folder/open-data-folder.js';
import { requireFolderOfParts } from '../process/data-folder/require-whole-parts.js';

const log = PinoLog.to({ level: 'warn' });

const asked = askedFor(parseBackupFlags(process.argv.slice(2)));
if (asked !== undefined) {
  const { config } = asked.flags;
  const loaded = loadConfiguration({
    args: config === '' ? [] : ['--config', config],
    environment: process.env,
    workingDir: process.cwd(),
    usage: '',
  });
  if (loaded.kind === 'ready') await run(asked.flags, loaded.configuration);
  else if (loaded.kind === 'faulty') {
    for (const problem of loaded.problems) console.error(problem);
    process.exitCode = 2;
  }
}

async function run(flags: BackupFlags, configuration: Configuration): Promise<void> {
  try {
    for (const line of await linesOf(flags, configuration)) console.log(line);
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error));
    process.exitCode = 1;
  }
}

async function linesOf(flags: BackupFlags, configuration: Configuration): Promise<readonly string[]> {
  const { task, what } = flags;
  const { dataDir } = configuration;
  requireFolderOfParts(dataDir);
  const to = flags.to === '' ? dataDir : resolve(flags.to);
  if (flags.to !== '') await requireRestorePlace(to, configuration);
  if (task !== 'create') requireFolderOfKey(configuration);
  if (task === 'new-key') return newKey(configuration);
  if (task === 'create') {
    if (what === 'game') requireGame(dataDir);
    await ensureBackupKey(configuration);
  }
  const place = await openBackupPlace(configuration, new SystemClock());
  if (place === undefined) throw new Error('TOS_BACKUPS is off: there is no place of backups');
  try {
    if (task === 'create') return await create(place, what, configuration);
    const origin = await findOrigin(place.store, what, flags.of, dataDir);
    const vault = place.vault(what, origin);
    const where = place.store.place;
    if (task === 'list') return await listBackups(vault, where);
    const name = await resolveName(vault, flags.name, where);
    if (task === 'verify') return await verify(vault, name, flags, configuration);
    return await restore(vault, name, what, { ...configuration, dataDir: what === 'game' ? to : dataDir });
  } finally {
    place.close();
  }
}

function create(place: BackupPlace, what: BackupKind, configuration: Configuration): Promise<string[]> {
  const { dataDir } = configuration;
  if (what === 'admin') return createAdminBackup(place, openDataFolder(dataDir, log).id, configuration, log);
  return createGameBackup(place, requireGame(dataDir), configuration, log);
}

/** The id of the server whose data folder it is. */
function requireGame(dataDir: string): string {
  const origin = ownOrigin('game', dataDir);
  if (origin !== undefined) return origin;
  throw new Error(`there is no identity.json in ${dataDir}: no server has run there`);
}

function verify(
  vault: ArchiveVault,
  name: string,
  { what }: BackupFlags,
  { dataDir }: Configuration,
): Promise<string[]> {
  return what === 'admin' ? verifyAdminBackup(vault, name) : verifyGameBackup(vault, name, dataDir);
}

/** Nothing is made in a folder that is not there: it is more likely that another one is meant. */
function requireFolderOfKey(configuration: Configuration): void {
  const path = backupKeyPath(configuration);
  if (configuration.backups === 'off' || existsSync(dirname(path))) return;
  const named = configuration.backupKeyFile === undefined ? 'TOS_DATA_DIR' : 'TOS_BACKUP_KEY_FILE';
  throw new Error(
    `there is no folder ${dirname(path)} with a backup key in it: ${named} has to name the place where it is; ` +
      'a data folder and its key are made by the first start of a server',
  );
}

function restore(
  vault: ArchiveVault,
  name: string,
  what: BackupKind,
  configuration: Configuration,
): Promise<string[]> {
  if (what === 'admin') return restoreAdminBackup(vault, name, configuration, log);
  return restoreGameBackup(vault, name, configuration.dataDir);
}

async function newKey(configuration: Configuration): Promise<string[]> {
  const path = backupKeyPath(configuration);
  const made = await makeBackupKeyFile(path, putNew);
  const key = made ? undefined : await addBackupKey(path);
  return [
    key === undefined ? `made ${path}` : `backups are sealed with key ${key.id} from the next start on`,
    `keep a copy of ${path} elsewhere: without its key a backup cannot be read`,
  ];
}
