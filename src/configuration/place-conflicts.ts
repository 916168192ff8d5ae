// Settings that name a place in the data folder's way: backups that would hold the data they are of, and files that would be
// written over what the folder keeps, or the content; and two settings for one place. By the paths as they are written, and by where links lead.

import { existsSync, realpathSync, statSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { behindLinks } from '#adapters/node-files/behind-links.js';
import { isKeptName } from '#adapters/node-files/require-regular-files.js';
import { settingOf, type Configuration, type SettingKey } from './settings.js';

/** Where package.json lies: two folders above the source of this, three above what is built of it. */
const programDir = ['../..', '../../..']
  .map((up) => join(import.meta.dirname, up))
  .filter((folder) => existsSync(join(folder, 'package.json')))
  .map((folder) => realpathSync(folder))[0];

type PlaceFault = readonly [key: SettingKey, fault: string];
const places = ['dataDir', 'contentDir', 'backupDir', 'backupKeyFile', 'keyLogFile'] as const;

/** Each completes "<setting>: '/x' ". */
export function placeFaults(configuration: Partial<Configuration>): readonly PlaceFault[] {
  const written = faultsOf(configuration);
  if (written.length > 0) return written;
  const led = places.flatMap((key) => {
    const path = configuration[key];
    return path === undefined ? [] : [[key, leadsTo(path)] as const];
  });
  return faultsOf({ ...configuration, ...Object.fromEntries(led) });
}

/** Where nothing can be, the start says so by its own name: as it is written. */
function leadsTo(path: string): string {
  try {
    return existsSync(path) ? realpathSync(path) : behindLinks(path);
  } catch {
    return path;
  }
}

function faultsOf(configuration: Partial<Configuration>): readonly PlaceFault[] {
  const { dataDir, contentDir, backupKeyFile, keyLogFile } = configuration;
  // One of them that is not allowed is told already.
  if (dataDir === undefined || contentDir === undefined) return [];
  const backupDir = configuration.backups === 'folder' ? configuration.backupDir : undefined;
  const inContent = (path: string | undefined) => path && faultInContent(contentDir, path);
  const inProgram = faultOfProgramDir;
  const backups = {
    backupDir: configuration.backups === 'folder' ? (backupDir ?? join(dataDir, 'backups')) : '',
  };
  const inTheWay = keyLogFile && faultOfFilePlace(keyLogFile, { dataDir, ...backups, backupKeyFile });
  const faults: readonly (readonly [SettingKey, string | undefined])[] = [
    ['dataDir', inContent(dataDir) ?? faultOfProgramDir(dataDir)],
    ['contentDir', faultOfContentDir(dataDir, contentDir)],
    [
      'backupDir',
      inContent(backupDir) ?? (backupDir && (inProgram(backupDir) ?? faultOfBackupDir(dataDir, backupDir))),
    ],
    [
      'backupKeyFile',
      backupKeyFile &&
        (inContent(backupKeyFile) ??
          inProgram(backupKeyFile) ??
          faultOfFilePlace(backupKeyFile, { dataDir, ...backups }) ??
          faultOfKeptFile(dataDir, backupKeyFile, 'backup-key')),
    ],
    [
      'keyLogFile',
      keyLogFile &&
        (inContent(keyLogFile) ?? inProgram(keyLogFile) ?? inTheWay ?? faultOfKeptFile(dataDir, keyLogFile)),
    ],
  ];
  return faults.flatMap(([key, fault]) => (fault ? [[key, fault] as const] : []));
}

/**
 * What the program has of its own in its folder, or makes there: replaced with the next version, under version control, and the
 * console's files are sent to everybody. A test compares it with what is there.
 */
export const partsOfProgram: ReadonlySet<string> = new Set([
  ...[
    '.ci',
    '.git',
    '.github',
    '.vscode',
    'adapters',
    'admin-ui',
    'application',
    'bench',
    'client',
    'codegen',
  ],
  ...['content', 'dist', 'docs', 'domain', 'findings', 'node_modules', 'ports', 'protocol-schema', 'scripts'],
  ...['src', 'test'],
]);

/** Keys, tokens and databases among such files. Completes "TOS_DATA_DIR: '/x' ". */
export function faultOfProgramDir(path: string): string | undefined {
  if (programDir === undefined) return undefined;
  const [first = ''] = relative(programDir, path).split(sep);
  const found = first === '' || partsOfProgram.has(first) ? first : mountedPartOf(programDir, path);
  if (found === undefined) return undefined;
  if (found === '')
    return 'is the folder of the program itself; a folder of its own, or one in it, as data is';
  return `is in the program's own ${found}; a folder of its own, or one in the program's, as data is`;
}

/** The part, by another path to the same folder, as a bind mount makes one; '' for the program's folder itself. */
function mountedPartOf(program: string, path: string): string | undefined {
  const parts = new Map<string, string>();
  for (const part of partsOfProgram) {
    const id = folderIdOf(join(program, part));
    if (id !== undefined) parts.set(id, part);
  }
  const own = folderIdOf(program);
  for (let above = path; ; above = dirname(above)) {
    const id = folderIdOf(above);
    const part = id === undefined ? undefined : parts.get(id);
    if (part !== undefined) return part;
    // What lies in it beside its parts is no fault.
    if (id !== undefined && id === own) return above === path ? '' : undefined;
    if (above === dirname(above)) return undefined;
  }
}

/** Of a folder that is there and may be looked at. */
function folderIdOf(path: string): string | undefined {
  try {
    const found = statSync(path, { bigint: true, throwIfNoEntry: false });
    return found?.isDirectory() === true && found.ino !== 0n ? `${found.dev}:${found.ino}` : undefined;
  } catch {
    return undefined;
  }
}

/** Of a file that stands where something else is to be. */
function faultOfFilePlace(
  path: string,
  others: Partial<Record<SettingKey, string | undefined>>,
): string | undefined {
  for (const [key, other] of Object.entries(others)) {
    if (other && relative(other, path) === '')
      return `is the place of ${settingOf(key as SettingKey).env}, too; a file of its own`;
  }
  return undefined;
}

/** Completes "TOS_BACKUP_DIR: '/x' ". */
export function faultOfBackupDir(dataDir: string, backupDir: string): string | undefined {
  const down = relative(backupDir, dataDir);
  const fault =
    down === ''
      ? 'is the data folder itself'
      : down.split(sep)[0] === '..'
        ? faultOfFile(dataDir, backupDir)
        : `holds the data folder ${dataDir}`;
  return fault && `${fault}; a folder outside of it, or one of its own in it, as backups is`;
}

/** The same of a file; `own` is what stands at its place without the setting. */
function faultOfKeptFile(dataDir: string, path: string, own?: string): string | undefined {
  const fault = relative(dataDir, path) === own ? undefined : faultOfFile(dataDir, path);
  return fault && `${fault}; a file of its own`;
}

/** Completes "TOS_KEY_LOG_FILE: '/x' " for what is kept anywhere, the data folder itself included. */
export function faultInContent(contentDir: string, path: string): string | undefined {
  const [first = '', ...rest] = relative(contentDir, path).split(sep);
  if (first === '') return 'is the content folder itself; a place of its own';
  const isRead = first === 'maps' || (rest.length === 0 && /\.json$/i.test(first));
  return isRead ? `is where the content folder has its ${first}; a place of its own` : undefined;
}

/** The same of the content folder. */
function faultOfContentDir(dataDir: string, contentDir: string): string | undefined {
  const fault = faultOfFile(dataDir, contentDir);
  return fault && `${fault}; a folder of its own`;
}

/** What the data folder itself keeps, by its name in it. */
export function faultOfFile(dataDir: string, path: string): string | undefined {
  const [first = ''] = relative(dataDir, path).split(sep);
  return isKeptName(first) ? `is where the data folder keeps its ${first}` : undefined;
}
