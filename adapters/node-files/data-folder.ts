// A data folder's identity: an id made once, which every part bears, and which part was there before. A folder is new
// only when nothing is in it; one of version 0.1.0, whose parts bear no id, is taken on once and said so.

import { randomUUID } from 'node:crypto';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Log } from '#ports/system/log.js';
import {
  FolderPartError,
  type FolderPart,
  type FoundPart,
  type PartVerdict,
} from '#ports/storage/files/folder-part.js';
import { requireDataFolder } from './require-data-folder.js';
import { syncFolder } from './sync-folder.js';
import {
  addPart,
  dataFolderFileName,
  firstLine,
  makeDataFolderFile,
  partNames,
  readDataFolderFile,
  type DataFolderFile,
  type PartName,
} from './data-folder-file.js';

export interface DataFolder {
  readonly path: string;
  readonly id: string;
  part(name: PartName): FolderPart;
}

export interface PartId {
  readonly name: PartName;
  readonly id: string;
}

export interface DataFolderOptions {
  readonly log: Log;
  /** Which parts in a folder name the id of theirs, for the case that the folder's own file is gone. */
  readonly idsInParts: (folder: string) => readonly PartId[];
}

/** Throws when the folder cannot be used, or has lost its identity. Opening it again changes nothing. */
export function openFolder(path: string, options: DataFolderOptions): DataFolder {
  const { log } = options;
  requireDataFolder(path);
  const known = readDataFolderFile(path) ?? makeIdentity(path, options);
  const part = (name: PartName): FolderPart =>
    new ListedPart({ folder: path, id: known.id, name, listed: known.parts.has(name), log });
  requireParts(path, known.parts, part);
  return { path, id: known.id, part };
}

/** What is there of a part, as far as it can be seen from outside; undefined where only its opener can say. */
export type PartLook = (path: string) => FoundPart | undefined;

/**
 * A line for each thing for which `openFolder`, or whoever opens a part that is listed, would refuse the folder; for the
 * start, before anything is made. Changes nothing; a folder that is not there yet has no faults.
 */
export function faultsOfFolder(
  path: string,
  {
    looks,
    idsInParts,
  }: Pick<DataFolderOptions, 'idsInParts'> & { looks: Partial<Record<PartName, PartLook>> },
): string[] {
  let known: DataFolderFile | undefined;
  try {
    known = readDataFolderFile(path);
    if (known === undefined) refuseLostIdentity(path, idsInParts(path));
  } catch (error) {
    return [(error as Error).message];
  }
  if (known === undefined) return [];
  const { id, parts } = known;
  return [...parts].flatMap((name) => {
    const where = join(path, name);
    try {
      const kind = lossOf(where);
      const found = kind === undefined ? looks[name]?.(where) : ({ kind } as const);
      if (found !== undefined) requireWhole({ folder: path, id, name }, where, found);
      return [];
    } catch (error) {
      const { message } = error as Error;
      return [message.includes(where) ? message : `${where}: ${message}`];
    }
  });
}

/** Before anything is made or started: all that is gone, together. Whose the rest is, is seen when it is opened. */
function requireParts(folder: string, names: Iterable<PartName>, part: (name: PartName) => FolderPart): void {
  const faults: string[] = [];
  for (const name of names) {
    const path = join(folder, name);
    const kind = lossOf(path);
    if (kind === undefined) continue;
    try {
      part(name).judge(path, { kind });
    } catch (error) {
      if (!(error instanceof FolderPartError)) throw error;
      faults.push(error.message);
    }
  }
  if (faults.length > 0) throw new FolderPartError('part-lost', faults.join('\n'));
}

function lossOf(path: string): 'absent' | 'empty' | undefined {
  const stats = statSync(path, { throwIfNoEntry: false });
  if (stats === undefined) return 'absent';
  if (stats.isDirectory()) return readdirSync(path).length === 0 ? 'empty' : undefined;
  // An SQLite file may be empty while all of it still lies in its log.
  return stats.size === 0 && !existsSync(`${path}-wal`) ? 'empty' : undefined;
}

function makeIdentity(
  path: string,
  { log, idsInParts }: DataFolderOptions,
): { id: string; parts: ReadonlySet<PartName> } {
  refuseLostIdentity(path, idsInParts(path));
  const id = randomUUID();
  if (!makeDataFolderFile(path, id)) return readDataFolderFile(path)!;
  const before = partNames.filter((name) => existsSync(join(path, name)));
  if (before.length > 0) {
    log.info(
      'nothing in the data folder bore an id, as in one of an older version, or where only restored files lie; it and its parts have one from now on',
      {
        path,
        id,
        parts: before,
      },
    );
  }
  return { id, parts: new Set() };
}

function refuseLostIdentity(path: string, ids: readonly PartId[]): void {
  if (ids.length === 0) return;
  const parts = ids.map(({ name, id }) => `${name} (${id})`).join(', ');
  const file = join(path, dataFolderFileName);
  throw new FolderPartError(
    'part-lost',
    `${file} is missing, although parts of the data folder name its id: ${parts}. Restore it from the copy that the ` +
      `parts are from; or, to go on with what is there, make it with the line '${firstLine(ids[0]!.id)}'.`,
  );
}

interface PartFacts {
  readonly folder: string;
  readonly id: string;
  readonly name: PartName;
  readonly listed: boolean;
  readonly log: Log;
}

class ListedPart implements FolderPart {
  constructor(private readonly facts: PartFacts) {}

  get folderId(): string {
    return this.facts.id;
  }

  judge(path: string, found: FoundPart): PartVerdict {
    const { id, name, listed, log } = this.facts;
    if (listed) requireWhole(this.facts, path, found);
    if (found.kind !== 'there') return 'new';
    if (found.folderId === id) return 'mine';
    if (found.folderId !== undefined) {
      log.warn('a part of another data folder is taken on, since this folder does not list it', {
        part: name,
        path,
        from: found.folderId,
      });
    }
    return 'adopt';
  }

  settle(): void {
    const { folder, name, listed } = this.facts;
    // It may have been renamed there. Listed before its name is kept, it would be missed after a power failure.
    syncFolder(folder);
    if (!listed) addPart(folder, name);
  }
}

/** Of a part that is listed: it must be there, and be the folder's. */
function requireWhole(
  { id, name, folder }: Pick<PartFacts, 'id' | 'name' | 'folder'>,
  path: string,
  found: FoundPart,
): void {
  const file = join(folder, dataFolderFileName);
  const anew = `delete the line '${name}' in ${file}`;
  if (found.kind !== 'there') {
    const what = whatOf(found);
    throw new FolderPartError(
      'part-lost',
      `${path} ${what}, although it was there before. Restore the data folder from a copy; ` +
        `or, to begin anew without what was in it, ${anew}.`,
    );
  }
  if (found.folderId === id) return;
  const whose = found.folderId === undefined ? 'bears no id' : `belongs to data folder ${found.folderId}`;
  throw new FolderPartError(
    'part-foreign',
    `${path} ${whose}, and this data folder is ${id}. Put back the one of this folder; ` +
      `or, to go on with this one, ${anew}.`,
  );
}

function whatOf(found: Exclude<FoundPart, { kind: 'there' }>): string {
  if (found.kind === 'damaged') return `is damaged (${found.reason})`;
  return found.kind === 'absent' ? 'is missing' : 'is empty';
}
