// Tests that run what is built (dist/) say so when that is of other sources than those that lie here: it would pass, or fail,
// for a program that nobody sees. `npm test` builds first; Jest alone does not.

import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';

const root = join(import.meta.dirname, '../..');
/** Of each project the compiler notes what it built, in a file of this name. */
const projects = [
  'codegen',
  'domain',
  'ports',
  'application',
  'adapters-protocol',
  'adapters',
  'client',
  'src',
];

/** What the compiler notes; `fileInfos` as `fileNames`. */
export interface BuildNotes {
  /** From the notes' own folder. */
  readonly fileNames: readonly string[];
  readonly fileInfos: readonly (string | { readonly version: string })[];
  /** Files that were not written, because something is wrong with types. */
  readonly affectedFilesPendingEmit?: readonly unknown[];
}

/** Sources, by their path, that are not as they were built; `read` gives a source's text, undefined for one that is gone. */
export function staleIn(
  notes: BuildNotes,
  folder: string,
  read: (path: string) => string | undefined,
): string[] {
  const paths = notes.fileNames.map((name) => join(folder, name));
  const changed = paths.filter((path, i) => {
    if (/(^|\/)(node_modules|dist)\//.test(relative(root, path)) || path.endsWith('.d.ts')) return false;
    const info = notes.fileInfos[i]!;
    return versionOf(read(path)) !== (typeof info === 'string' ? info : info.version);
  });
  const unwritten = (notes.affectedFilesPendingEmit ?? []).map(
    (each) => paths[(Array.isArray(each) ? (each[0] as number) : (each as number)) - 1]!,
  );
  return [...new Set([...changed, ...unwritten])].map((path) => relative(root, path));
}

function versionOf(text: string | undefined): string | undefined {
  return text && createHash('sha256').update(text).digest('hex');
}

let isFresh = false;

/** Throws unless what is built is of the sources. */
export function requireFreshBuild(): void {
  if (isFresh) return;
  const folder = join(root, 'dist/.tsbuild');
  const stale = projects.flatMap((project) => {
    const path = join(folder, `${project}.tsbuildinfo`);
    if (!existsSync(path)) return [`all of ${project}`];
    const notes = JSON.parse(readFileSync(path, 'utf8')) as BuildNotes;
    return staleIn(notes, folder, (source) =>
      existsSync(source) ? readFileSync(source, 'utf8') : undefined,
    );
  });
  if (stale.length > 0)
    throw new Error(
      `this test runs what is built, and that is of other sources (${stale.slice(0, 3).join(', ')}` +
        `${stale.length > 3 ? ` and ${stale.length - 3} more` : ''}): npm run build -- --server-only`,
    );
  isFresh = true;
}
