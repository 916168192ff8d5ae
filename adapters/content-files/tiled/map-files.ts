// Which files of content/maps are maps. Hidden files, folders and what editors and systems leave behind are passed over;
// a map in another format is not, since its author would look for it in vain.

import { join } from 'node:path';
import { checkTiledProject } from './check-tiled-projects.js';
import { FileProblems } from '../json/content-problem.js';
import type { ContentProblem } from '../json/content-problem.js';
import { listFiles } from '../json/list-files.js';
import { unreadable } from '../json/read-bytes.js';
import { readJson } from '../json/read-json.js';

/** Paths from the content folder, in order of their names. Throws when the folder cannot be read. */
export async function listMapFiles(folder: string): Promise<string[]> {
  const names = await listFiles(join(folder, 'maps'));
  return names.filter((name) => /\.tmj$/i.test(name)).map((name) => `maps/${name}`);
}

/** The same, with problems for what is no map but was meant as one. */
export async function requireMapFiles(folder: string, all: ContentProblem[]): Promise<string[]> {
  const problems = new FileProblems('maps', all);
  try {
    const maps = await listMapFiles(folder);
    const foreign = await refuseForeignMaps(folder, maps, all);
    for (const name of await listFiles(join(folder, 'maps')))
      if (/\.tiled-project$/i.test(name)) await checkTiledProject(folder, `maps/${name}`, all);
    if (maps.length + foreign === 0) problems.add([], 'holds no map', 'at least one .tmj file');
    return maps;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === undefined) throw error;
    problems.add([], ...unreadable(error, 'a folder with .tmj files'));
    return [];
  }
}

const saveAsTmj = 'a map saved as .tmj (Tiled: File › Save As, “Tiled map files (JSON)”)';

/** A map beside a .tmj of its name is what that was exported from. */
async function refuseForeignMaps(
  folder: string,
  maps: readonly string[],
  all: ContentProblem[],
): Promise<number> {
  let refused = 0;
  for (const name of await listFiles(join(folder, 'maps'))) {
    const ending = /\.(tmx|json)$/i.exec(name)?.[0];
    if (ending === undefined || maps.includes(`maps/${name.slice(0, -ending.length)}.tmj`)) continue;
    const problems = new FileProblems(`maps/${name}`, all);
    if (ending.toLowerCase() === '.tmx') problems.add([], "is a map in Tiled's XML format", saveAsTmj);
    else if (isMap((await readJson(folder, problems))?.value))
      problems.addAt(undefined, '', 'is a map, but does not end in .tmj', saveAsTmj);
    refused += problems.count > 0 ? 1 : 0;
  }
  return refused;
}

function isMap(value: unknown): boolean {
  return value !== null && typeof value === 'object' && (value as { type?: unknown }).type === 'map';
}
