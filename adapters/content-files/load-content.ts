// Reads the content folder: items.json, skills.json, creatures.json, loot-tables.json, recipes.json, quests.json,
// progression.json, rules.json and maps/*.tmj. Either everything holds, or all problems are returned; it never throws.

import { Content } from '#domain/content/content.js';
import * as build from './records/build-definitions.js';
import type { Indexes } from './records/build-definitions.js';
import { checkMaps, checkStart } from './check-maps.js';
import type { CheckedMap } from './check-maps.js';
import { contentHash } from './content-hash.js';
import type { ContentProblem } from './json/content-problem.js';
import { KeyIndex } from './records/key-index.js';
import { requireMapFiles } from './tiled/map-files.js';
import { readRecords } from './records/read-records.js';
import type { RecordFile, RecordFiles } from './records/read-records.js';
import { defineMap, mapKey, readTiledMap } from './tiled/tiled-map.js';
import { TilesetFiles } from './tiled/tileset-files.js';

export type LoadedContent =
  | { readonly ok: true; readonly content: Content }
  | { readonly ok: false; readonly problems: readonly ContentProblem[] };

export async function loadContent(folder: string): Promise<LoadedContent> {
  const problems: ContentProblem[] = [];
  const files = await readRecords(folder, problems);
  const indexes = indexKeys(files);
  const { progression, rules, ...lists } = defineRecords(files, indexes);
  const { maps, unreadable } = await readMaps(folder, indexes.creatures, problems);
  checkMaps(maps, unreadable, files.rules.record?.playerRadiusM ?? 0);
  checkStart(files.rules, maps, unreadable);
  if (problems.length > 0 || progression === undefined || rules === undefined) return { ok: false, problems };
  const all = { ...lists, progression, rules, maps: maps.map(({ definition }) => definition) };
  return { ok: true, content: new Content({ ...all, hash: contentHash(all) }) };
}

function indexKeys(files: RecordFiles): Indexes {
  const { items, skills, creatures, lootTables, recipes, quests } = files;
  new KeyIndex('recipe', recipes, recipes.problems);
  new KeyIndex('quest', quests, quests.problems);
  return {
    items: new KeyIndex('item', items, items.problems),
    skills: new KeyIndex('skill', skills, skills.problems),
    creatures: new KeyIndex('creature', creatures, creatures.problems),
    lootTables: new KeyIndex('loot table', lootTables, lootTables.problems),
  };
}

function defineRecords(files: RecordFiles, indexes: Indexes) {
  const skills = files.skills.records.map(({ record }) => record);
  const { progression, rules } = files;
  return {
    items: each(files.items, build.buildItem),
    skills: each(files.skills, build.buildSkill),
    creatures: each(files.creatures, (record, i, problems) =>
      build.buildCreature(record, i, problems, indexes, skills),
    ),
    lootTables: each(files.lootTables, (record, i, problems) =>
      build.buildLootTable(record, i, problems, indexes),
    ),
    recipes: each(files.recipes, (record, i, problems) => build.buildRecipe(record, i, problems, indexes)),
    quests: each(files.quests, (record, i, problems) => build.buildQuest(record, i, problems, indexes)),
    progression: progression.record && build.buildProgression(progression.record, progression.problems),
    rules: rules.record && build.buildRules(rules.record, rules.problems, indexes, skills),
  };
}

function each<R, D>(
  file: RecordFile<R>,
  make: (record: R, index: number, problems: RecordFile<R>['problems']) => D,
): D[] {
  return file.records.map(({ record, index }) => make(record, index, file.problems));
}

/** `unreadable` holds the keys of maps of which nothing is known. */
async function readMaps(folder: string, creatures: KeyIndex, all: ContentProblem[]) {
  const maps: CheckedMap[] = [];
  const unreadable = new Set<string>();
  const tilesetFiles = new TilesetFiles(folder, all);
  for (const file of await requireMapFiles(folder, all)) {
    const read = await readTiledMap(folder, file, all, tilesetFiles);
    if (read === undefined) {
      unreadable.add(mapKey(file));
      continue;
    }
    const { problems, hasAllTiles, map } = read;
    const defined = defineMap(read, file, creatures);
    const known = { hasGround: hasAllTiles, hasProperties: map.properties !== undefined };
    maps.push({ ...defined, ...known, problems });
  }
  return { maps, unreadable };
}
