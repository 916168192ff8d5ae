// The file that makes a folder a data folder: its id, and a line for each part that is there. Plain text, since a line
// is deleted by hand to begin anew with that part. Written whole at first, then only appended to: two programs may share
// a folder.

import { closeSync, fsyncSync, openSync, rmSync, truncateSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { putNewSync } from './put-new.js';
import { readNote } from './read-note.js';
import { syncFolder } from './sync-folder.js';

export const dataFolderFileName = 'data-folder';

export const partNames = ['identity.json', 'game.sqlite', 'used-tokens', 'postgres'] as const;
export type PartName = (typeof partNames)[number];

export interface DataFolderFile {
  readonly id: string;
  readonly parts: ReadonlySet<PartName>;
}

const opening = 'tos data folder';
const explanation = `# Every line below names a part of this folder that was made and must be there. The server refuses to start when one is
# missing, empty, damaged or of another folder. To begin anew with a part, or to take on what lies there, delete its line.
`;

/** Undefined when there is none. */
export function readDataFolderFile(folder: string): DataFolderFile | undefined {
  const path = join(folder, dataFolderFileName);
  const text = readNote(path);
  if (text === undefined) return undefined;
  const [first, ...names] = withoutUnfinished(text)
    .replace(/^\uFEFF/, '')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'));
  const id = new RegExp(`^${opening} ([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$`).exec(first ?? '')?.[1];
  if (id === undefined) {
    throw new Error(
      `${path} does not begin with '${opening}' and an id; restore it from a copy, or delete it: ` +
        'the start then says what to do',
    );
  }
  for (const name of names) {
    if ((partNames as readonly string[]).includes(name)) continue;
    throw new Error(`${path}: '${name}' is no part of a data folder; allowed are ${partNames.join(', ')}`);
  }
  return { id, parts: new Set(names as PartName[]) };
}

/** False when another program was quicker. */
export function makeDataFolderFile(folder: string, id: string): boolean {
  const path = join(folder, dataFolderFileName);
  const unfinished = `${path}.${process.pid}`;
  write(unfinished, 'w', `${firstLine(id)}\n${explanation}`);
  try {
    putNewSync(unfinished, path);
    syncFolder(folder);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  } finally {
    rmSync(unfinished, { force: true });
  }
}

export function firstLine(id: string): string {
  return `${opening} ${id}`;
}

export function addPart(folder: string, name: PartName): void {
  if (readDataFolderFile(folder)?.parts.has(name) === true) return;
  const path = join(folder, dataFolderFileName);
  const text = readNote(path) ?? '';
  const whole = withoutUnfinished(text);
  if (whole !== text) truncateSync(path, Buffer.byteLength(whole));
  // Whoever edited it may have left out the end of the last line.
  const gap = whole.endsWith('\n') ? '' : '\n';
  write(path, 'a', `${gap}${name}\n`);
}

/**
 * Without what a loss of power leaves of a line that was being added: zeros, or the beginning of a part's name. The part was
 * not listed yet.
 */
function withoutUnfinished(text: string): string {
  const written = text.replace(/\0+$/, '');
  const lastLine = written.slice(written.lastIndexOf('\n') + 1);
  const isBegun = partNames.some((name) => name !== lastLine && name.startsWith(lastLine));
  return isBegun ? written.slice(0, written.length - lastLine.length) : written;
}

function write(path: string, flags: 'w' | 'a', text: string): void {
  const file = openSync(path, flags, 0o600);
  try {
    const bytes = Buffer.from(text);
    for (let at = 0; at < bytes.length;) at += writeSync(file, bytes, at);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}
