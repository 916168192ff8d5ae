// What a folder may be: at most 20 files side by side, no circle with another folder, no file of more than 400 lines.
// Works on texts by path, so that a planted violation needs no disk.

/** Files side by side in one folder. */
export const filesMax = 20;
/** Lines of a source file. */
export const linesMax = 400;

/** Paths from the project's root, with '/', and what stands in each file. */
export type Sources = ReadonlyMap<string, string>;

const isCode = (path: string): boolean => /\.(ts|mjs|cjs|js)$/.test(path);
/**
 * Code, styles, templates and scripts. What lists things to look them up has as many lines as there are things: schemas
 * (one file a protocol, for a generated file and a namespace each follow from it), content, documents, recorded data.
 */
export const hasBoundedLength = (path: string): boolean =>
  isCode(path) || /\.(scss|css|html|sh|c|hpp|cs|lua)$|\/run$/.test(path);

function folderOf(path: string): string {
  return path.includes('/') ? path.slice(0, path.lastIndexOf('/')) : '';
}

/** `folder: n files`. */
export function crowdedFolders(paths: Iterable<string>): string[] {
  const counts = new Map<string, number>();
  for (const path of paths) counts.set(folderOf(path), (counts.get(folderOf(path)) ?? 0) + 1);
  return [...counts].filter(([, n]) => n > filesMax).map(([folder, n]) => `${folder}: ${n} files`);
}

/** `path: n lines`. */
export function longFiles(sources: Sources): string[] {
  return [...sources]
    .filter(([path]) => hasBoundedLength(path))
    .map(([path, text]) => [path, text.split('\n').length - 1] as const)
    .filter(([, lines]) => lines > linesMax)
    .map(([path, lines]) => `${path}: ${lines} lines`);
}

interface Arrow {
  readonly from: string;
  readonly to: string;
}

/** Every import, re-export and dynamic import of a file that is among the sources; types count. */
export function arrowsIn(sources: Sources): Arrow[] {
  const arrows: Arrow[] = [];
  for (const [from, text] of sources) {
    if (!isCode(from)) continue;
    for (const [, specifier] of text.matchAll(/(?:\bfrom|\bimport)\s*\(?\s*['"]([#.][^'"\n]*)['"]/g)) {
      const to = resolve(sources, from, specifier!);
      if (to !== undefined && to !== from) arrows.push({ from, to });
    }
  }
  return arrows;
}

function resolve(sources: Sources, from: string, specifier: string): string | undefined {
  const path = specifier.startsWith('#') ? specifier.slice(1) : joined(folderOf(from), specifier);
  const candidates = [path.replace(/\.js$/, '.ts'), path, `${path}.ts`, `${path}/index.ts`];
  return candidates.find((candidate) => sources.has(candidate));
}

function joined(folder: string, relative: string): string {
  const parts = folder === '' ? [] : folder.split('/');
  for (const part of relative.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.') parts.push(part);
  }
  return parts.join('/');
}

/**
 * Folders that need each other, through whatever chain, at any level: within each folder its subfolders, with all that is
 * in them, and its own files together ('.') must stand in one order. Each circle is told as `folder: a ⇄ b`, with an
 * arrow of each pair in it.
 */
export function folderCircles(sources: Sources): string[] {
  const levels = new Map<string, Map<string, Map<string, Arrow>>>();
  for (const arrow of arrowsIn(sources)) {
    const { level, from, to } = parting(arrow);
    if (from === to) continue;
    const arrows = levels.get(level) ?? new Map<string, Map<string, Arrow>>();
    levels.set(level, arrows);
    const ofFolder = arrows.get(from) ?? new Map<string, Arrow>();
    arrows.set(from, ofFolder);
    if (!ofFolder.has(to)) ofFolder.set(to, arrow);
  }
  return [...levels].flatMap(([level, arrows]) =>
    circlesAmong(arrows).map((folders) => described(level, folders, arrows)),
  );
}

/** The deepest folder that holds both ends, and the two of its children between which the arrow goes. */
function parting({ from, to }: Arrow): { level: string; from: string; to: string } {
  const [a, b] = [folderOf(from).split('/'), folderOf(to).split('/')];
  let shared = 0;
  while (shared < a.length && shared < b.length && a[shared] === b[shared]) shared++;
  return { level: a.slice(0, shared).join('/'), from: a[shared] ?? '.', to: b[shared] ?? '.' };
}

/** Groups in which each reaches each (by reachability: levels are small). */
function circlesAmong(arrows: ReadonlyMap<string, ReadonlyMap<string, Arrow>>): string[][] {
  const reached = new Map([...arrows.keys()].map((folder) => [folder, reachableFrom(folder, arrows)]));
  const groups: string[][] = [];
  const grouped = new Set<string>();
  for (const [folder, others] of reached) {
    if (grouped.has(folder) || !others.has(folder)) continue;
    const group = [...others].filter((other) => reached.get(other)?.has(folder) === true).sort();
    for (const member of group) grouped.add(member);
    groups.push(group);
  }
  return groups;
}

function reachableFrom(
  folder: string,
  arrows: ReadonlyMap<string, ReadonlyMap<string, Arrow>>,
): ReadonlySet<string> {
  const seen = new Set<string>();
  const waiting = [folder];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    for (const to of arrows.get(next)?.keys() ?? []) {
      if (seen.has(to)) continue;
      seen.add(to);
      waiting.push(to);
    }
  }
  return seen;
}

function described(
  level: string,
  folders: readonly string[],
  arrows: ReadonlyMap<string, ReadonlyMap<string, Arrow>>,
): string {
  const shown = folders.flatMap((from) =>
    [...(arrows.get(from) ?? [])]
      .filter(([to]) => folders.includes(to))
      .map(([, arrow]) => `\n  ${arrow.from} → ${arrow.to}`),
  );
  return `${level === '' ? 'the root' : level}: ${folders.join(' ⇄ ')}${shown.join('')}`;
}
