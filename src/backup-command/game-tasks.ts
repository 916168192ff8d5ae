// What `npm run backup` does, a function a word. Each answers the lines to print, and rejects with what is in its way.

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { ArchiveVault } from '#adapters/backup-archive/archive-vault.js';
import { readDataFolderFile } from '#adapters/node-files/data-folder-file.js';
import { copyGameFile } from '#adapters/sqlite/copy-game-file.js';
import { closeGameFile, openGameFile } from '#adapters/sqlite/game-file.js';
import { StoredLedger } from '#adapters/sqlite/journal/stored-ledger.js';
import { readGameFileFolderId } from '#adapters/sqlite/read-game-file-folder.js';
import { GameFileError } from '#adapters/sqlite/schema/game-file-error.js';
import { checkLedger } from '#application/ledger/check-ledger.js';
import type { Log } from '#ports/system/log.js';
import type { Configuration } from '../configuration/settings.js';
import { openDataFolder } from '../process/data-folder/open-data-folder.js';
import type { BackupPlace } from '../backup/backup-place.js';
import { gameSource } from '../backup/game-source.js';
import { restoreGame, withUnpacked } from './restore-game.js';

export async function listBackups(vault: ArchiveVault, where: string): Promise<string[]> {
  const records = await vault.list();
  if (records.length === 0) return [`no backups in ${where}`];
  return records.map(({ name, createdAtUnixMs, storedBytes }) =>
    [name, new Date(createdAtUnixMs).toISOString(), `${storedBytes} bytes`].join('  '),
  );
}

/** The name itself, or the newest one's. */
export async function resolveName(vault: ArchiveVault, name: string, where: string): Promise<string> {
  if (name !== 'latest') return name;
  const newest = (await vault.list()).at(-1);
  if (newest === undefined) throw new Error(`there are no backups in ${where}`);
  return newest.name;
}

export async function createGameBackup(
  place: BackupPlace,
  origin: string,
  { dataDir }: Configuration,
  log: Log,
): Promise<string[]> {
  const path = join(dataDir, 'game.sqlite');
  if (!existsSync(path)) throw new Error(`there is no ${path}`);
  const file = await openGameFile(path, { part: openDataFolder(dataDir, log).part('game.sqlite') });
  try {
    const source = gameSource({
      dataDir,
      copy: (to, signal) => copyGameFile(file, to, { signal }),
      signal: new AbortController().signal,
    });
    const { name, storedBytes } = await place.vault('game', origin, { source }).make();
    return [`made ${name}: ${storedBytes} bytes in ${place.store.place}`];
  } finally {
    closeGameFile(file);
  }
}

export async function verifyGameBackup(
  vault: ArchiveVault,
  name: string,
  dataDir: string,
): Promise<string[]> {
  const manifest = await vault.manifest(name);
  return withUnpacked(vault, manifest, dataDir, async (path, { characters }) => [
    `${name} is whole: ${manifest.contents.bytes} bytes, SHA-256 ${manifest.contents.sha256}`,
    `made ${manifest.createdAt}, sealed with key ${manifest.keyId}, tables of version ${manifest.schemaVersion}, ` +
      `${characters} characters`,
    ...switchLines('when it was made', manifest.switchedOff ?? []),
    ledgerLine(path),
  ]);
}

/** Throws with what does not add up. */
function ledgerLine(path: string): string {
  let ledger: StoredLedger;
  try {
    ledger = new StoredLedger(path);
  } catch (error) {
    if (!(error instanceof GameFileError) || error.code !== 'inaccessible') throw error;
    return 'its ledger was not looked at: it is of an older program';
  }
  try {
    const { entries, findings } = checkLedger(ledger);
    if (findings.length === 0) return `its ledger adds up: ${entries} entries`;
    throw new Error(['the backup is whole, but its ledger does not add up:', ...findings].join('\n'));
  } finally {
    ledger.close();
  }
}

export async function restoreGameBackup(
  vault: ArchiveVault,
  name: string,
  folder: string,
): Promise<string[]> {
  const { path, manifest, characters, switchedOff } = await restoreGame(vault, name, folder);
  return [
    `restored ${path} from ${name}: ${manifest.contents.bytes} bytes, SHA-256 ${manifest.contents.sha256}, ` +
      `${characters} characters`,
    ...switchLines('there', switchedOff),
    ...adviceFor(path, folder),
  ];
}

function switchLines(when: string, verbs: readonly string[]): string[] {
  return verbs.length === 0 ? [] : [`switched off by operators ${when}: ${verbs.join(', ')}`];
}

/** A folder that lists a game file takes only its own (ports/storage/files/folder-part). */
function adviceFor(path: string, folder: string): string[] {
  const known = readDataFolderFile(folder);
  const bears = readGameFileFolderId(path);
  if (known === undefined || !known.parts.has('game.sqlite') || bears === known.id) return [];
  return [
    `it is of data folder ${bears ?? '(none)'}, and this one is ${known.id}: to go on with it here, delete the line ` +
      `'game.sqlite' in ${join(folder, 'data-folder')}`,
  ];
}
