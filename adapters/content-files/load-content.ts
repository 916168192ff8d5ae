// Reads the content folder: the record files that content.tos declares, and maps/*.tmj. Either everything holds, or all
// problems are returned; it never throws.

import { Content } from '#domain/content/content.js';
import { checkMaps, type CheckedMap } from './check-maps.js';
import { contentHash } from './content-hash.js';
import { checkQuestSources } from './cross-checks/check-quest-sources.js';
import { checkWhereNpcsStand } from './cross-checks/check-npcs.js';
import { checkWhereRecipesAreMade } from './cross-checks/check-recipes.js';
import { checkSkillOwners } from './cross-checks/check-skill-owners.js';
import { crossChecks } from './cross-checks/cross-checks.js';
import { defineRecords, indexKeys, readRecordFiles } from './generated/record-files.js';
import type { ContentProblem } from './json/content-problem.js';
import type { Defining } from './records/define-files.js';
import { refuseStrayFiles } from './stray-files.js';
import { MapNames, type ObjectNames } from './records/map-names.js';
import { requireMapFiles } from './tiled/map-files.js';
import { defineMap, mapKey, objectNamesOf, readTiledMap, type TiledMapFile } from './tiled/tiled-map.js';
import { TilesetFiles } from './tiled/tileset-files.js';

export type LoadedContent =
  | { readonly ok: true; readonly content: Content }
  | { readonly ok: false; readonly problems: readonly ContentProblem[] };

export async function loadContent(folder: string): Promise<LoadedContent> {
  const problems: ContentProblem[] = [];
  const files = await readRecordFiles(folder, problems);
  const known = Object.values(files).map((file) => file.problems.file);
  await refuseStrayFiles(folder, known, problems);
  const indexes = indexKeys(files);
  const { read, names, isWhole } = await readMaps(folder, problems);
  const defining = { indexes, maps: names };
  const maps = read.map((map) => checkable(map, defining));
  checkMaps(maps, files.rules.record?.playerRadiusM ?? 0);
  const { progression, rules, ...lists } = defineRecords(files, crossChecks(files), defining);
  // Of what has faults nobody knows who has it, or what a quest needs of it.
  if (problems.length === 0) {
    checkSkillOwners(files);
    checkQuestSources(files, maps);
  }
  // A map with faults may be where somebody or something stands.
  if (isWhole && maps.every((map) => map.problems.count === 0)) {
    checkWhereNpcsStand(files.npcs, maps);
    checkWhereRecipesAreMade(files.recipes, maps);
  }
  if (problems.length > 0 || progression === undefined || rules === undefined)
    return { ok: false, problems: fileByFile(problems) };
  const all = { ...lists, progression, rules, maps: maps.map(({ definition }) => definition) };
  return { ok: true, content: new Content({ ...all, hash: contentHash(all) }) };
}

/** All maps are read before the first is defined, since they name each other. */
async function readMaps(folder: string, all: ContentProblem[]) {
  const read: TiledMapFile[] = [];
  const names = new Map<string, ObjectNames | undefined>();
  const tilesetFiles = new TilesetFiles(folder, all);
  for (const file of await requireMapFiles(folder, all)) {
    const map = await readTiledMap(folder, file, all, tilesetFiles);
    names.set(mapKey(file), map && objectNamesOf(map));
    if (map !== undefined) read.push(map);
  }
  return { read, names: new MapNames(names), isWhole: read.length > 0 && read.length === names.size };
}

function checkable(read: TiledMapFile, defining: Defining): CheckedMap {
  const { problems, hasAllTiles, map } = read;
  const known = { hasGround: hasAllTiles, hasProperties: map.properties !== undefined };
  return { ...defineMap(read, defining), ...known, problems };
}

/** Those of one file together, files in the order in which the first was found. */
function fileByFile(problems: readonly ContentProblem[]): ContentProblem[] {
  return [...Map.groupBy(problems, ({ file }) => file).values()].flat();
}
