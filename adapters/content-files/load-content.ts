// Reads the content folder: items.json, skills.json, creatures.json, loot-tables.json, recipes.json, quests.json,
// progression.json, rules.json and maps/*.tmj. Either everything holds, or all problems are returned; it never throws.

import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { Content } from '#domain/content/content.js';
import type { ContentLists } from '#domain/content/content.js';
import type { MapDefinition } from '#domain/content/map-definition.js';
import * as build from './build-definitions.js';
import type { Indexes } from './build-definitions.js';
import { checkMaps } from './check-maps.js';
import type { CheckedMap } from './check-maps.js';
import { contentHash } from './content-hash.js';
import { FileProblems } from './content-problem.js';
import type { ContentProblem } from './content-problem.js';
import { KeyIndex } from './key-index.js';
import { readJson } from './read-json.js';
import * as schemas from './record-schemas.js';
import { defineMap, mapKey, readTiledMap } from './tiled-map.js';

export type LoadedContent =
  | { readonly ok: true; readonly content: Content }
  | { readonly ok: false; readonly problems: readonly ContentProblem[] };

export async function loadContent(folder: string): Promise<LoadedContent> {
  const problems: ContentProblem[] = [];
  const records = await readRecords(folder, problems);
  const lists = records === undefined ? undefined : await defineAll(folder, records, problems);
  if (lists === undefined || problems.length > 0) return { ok: false, problems };
  return { ok: true, content: new Content({ ...lists, hash: contentHash(lists) }) };
}

type Records = NonNullable<Awaited<ReturnType<typeof readRecords>>>;

/** Every record file in its shape; undefined when one is not, after all of them were looked at. */
async function readRecords(folder: string, all: ContentProblem[]) {
  const files = {
    items: new FileProblems('items.json', all),
    skills: new FileProblems('skills.json', all),
    creatures: new FileProblems('creatures.json', all),
    lootTables: new FileProblems('loot-tables.json', all),
    recipes: new FileProblems('recipes.json', all),
    quests: new FileProblems('quests.json', all),
    progression: new FileProblems('progression.json', all),
    rules: new FileProblems('rules.json', all),
  };
  const items = await readJson(folder, schemas.itemFile, files.items);
  const skills = await readJson(folder, schemas.skillFile, files.skills);
  const creatures = await readJson(folder, schemas.creatureFile, files.creatures);
  const lootTables = await readJson(folder, schemas.lootTableFile, files.lootTables);
  const recipes = await readJson(folder, schemas.recipeFile, files.recipes);
  const quests = await readJson(folder, schemas.questFile, files.quests);
  const progression = await readJson(folder, schemas.progressionFile, files.progression);
  const rules = await readJson(folder, schemas.rulesFile, files.rules);
  if (!items || !skills || !creatures || !lootTables || !recipes || !quests || !progression || !rules)
    return undefined;
  return { files, items, skills, creatures, lootTables, recipes, quests, progression, rules };
}

async function defineAll(
  folder: string,
  records: Records,
  all: ContentProblem[],
): Promise<Omit<ContentLists, 'hash'>> {
  const { files } = records;
  const indexes: Indexes = {
    items: new KeyIndex('item', records.items, files.items),
    skills: new KeyIndex('skill', records.skills, files.skills),
    creatures: new KeyIndex('creature', records.creatures, files.creatures),
    lootTables: new KeyIndex('loot table', records.lootTables, files.lootTables),
  };
  new KeyIndex('recipe', records.recipes, files.recipes);
  new KeyIndex('quest', records.quests, files.quests);
  const lists = {
    items: records.items.map((record, i) => build.buildItem(record, i, files.items)),
    skills: records.skills.map((record, i) => build.buildSkill(record, i, files.skills)),
    creatures: records.creatures.map((record, i) =>
      build.buildCreature(record, i, files.creatures, indexes, records.skills),
    ),
    lootTables: records.lootTables.map((record, i) =>
      build.buildLootTable(record, i, files.lootTables, indexes),
    ),
    recipes: records.recipes.map((record, i) => build.buildRecipe(record, i, files.recipes, indexes)),
    quests: records.quests.map((record, i) => build.buildQuest(record, i, files.quests, indexes)),
    progression: build.buildProgression(records.progression, files.progression),
    rules: build.buildRules(records.rules, files.rules, indexes, records.skills),
  };
  const { maps, unreadable } = await defineMaps(folder, indexes.creatures, all);
  checkMaps(maps, unreadable, lists.rules.playerRadiusM);
  const definitions = maps.map(({ definition }) => definition);
  if (!unreadable.has(records.rules.startMap)) checkStart(records, definitions);
  return { ...lists, maps: definitions };
}

async function defineMaps(folder: string, creatures: KeyIndex, all: ContentProblem[]) {
  const maps: CheckedMap[] = [];
  const unreadable = new Set<string>();
  for (const file of await mapFiles(folder, all)) {
    const read = await readTiledMap(folder, file, all);
    const problems = new FileProblems(file, all);
    const definition = read === undefined ? undefined : defineMap(read, creatures, problems);
    if (definition === undefined) unreadable.add(mapKey(file));
    else maps.push({ definition, problems });
  }
  return { maps, unreadable };
}

async function mapFiles(folder: string, all: ContentProblem[]): Promise<string[]> {
  const problems = new FileProblems('maps', all);
  try {
    const names = (await readdir(join(folder, 'maps'))).filter((name) => name.endsWith('.tmj')).sort();
    if (names.length === 0) problems.add([], 'holds no map', 'at least one .tmj file');
    return names.map((name) => `maps/${name}`);
  } catch (error) {
    problems.add([], `cannot be read: ${(error as Error).message}`, 'a folder with .tmj files');
    return [];
  }
}

function checkStart({ rules, files }: Records, maps: readonly MapDefinition[]): void {
  const map = maps.find(({ key }) => key === rules.startMap);
  if (map === undefined)
    files.rules.add(
      ['startMap'],
      `names the map '${rules.startMap}', which does not exist`,
      `one of ${maps.map(({ key }) => key).join(', ')}`,
    );
  else if (!map.spawnPoints.some(({ key }) => key === rules.startSpawn))
    files.rules.add(
      ['startSpawn'],
      `names the spawn '${rules.startSpawn}', which map '${map.key}' lacks`,
      `one of ${map.spawnPoints.map(({ key }) => key).join(', ')}`,
    );
}
