// Generated from protocol-schema/content/*.tos by `npm run codegen`; changes here are lost.
// The files with records: read, their keys gathered, their records defined.

import { FileProblems, type ContentProblem } from '../json/content-problem.js';
import type { CrossCheck, Defining } from '../records/define-files.js';
import { defineList, defineSingle } from '../records/define-files.js';
import { KeyIndex } from '../records/key-index.js';
import { readList, readSingle, type RecordFile, type SingleFile } from '../records/read-records.js';
import * as define from './define-records.js';
import * as schemas from './record-schemas.js';

export interface RecordFiles {
  readonly conditions: RecordFile<schemas.ConditionRecord>;
  readonly items: RecordFile<schemas.ItemRecord>;
  readonly itemSets: RecordFile<schemas.ItemSetRecord>;
  readonly skills: RecordFile<schemas.SkillRecord>;
  readonly creatures: RecordFile<schemas.CreatureRecord>;
  readonly lootTables: RecordFile<schemas.LootTableRecord>;
  readonly recipes: RecordFile<schemas.RecipeRecord>;
  readonly npcs: RecordFile<schemas.NpcRecord>;
  readonly quests: RecordFile<schemas.QuestRecord>;
  readonly progression: SingleFile<schemas.ProgressionRecord>;
  readonly rules: SingleFile<schemas.GameRulesRecord>;
}

/** In the order in which content.tos has them; with problems for what does not fit. */
export async function readRecordFiles(folder: string, all: ContentProblem[]): Promise<RecordFiles> {
  return {
    conditions: await readList(folder, new FileProblems('conditions.json', all), schemas.conditionSchema),
    items: await readList(folder, new FileProblems('items.json', all), schemas.itemSchema),
    itemSets: await readList(folder, new FileProblems('item-sets.json', all), schemas.itemSetSchema),
    skills: await readList(folder, new FileProblems('skills.json', all), schemas.skillSchema),
    creatures: await readList(folder, new FileProblems('creatures.json', all), schemas.creatureSchema),
    lootTables: await readList(folder, new FileProblems('loot-tables.json', all), schemas.lootTableSchema),
    recipes: await readList(folder, new FileProblems('recipes.json', all), schemas.recipeSchema),
    npcs: await readList(folder, new FileProblems('npcs.json', all), schemas.npcSchema),
    quests: await readList(folder, new FileProblems('quests.json', all), schemas.questSchema),
    progression: await readSingle(
      folder,
      new FileProblems('progression.json', all),
      schemas.progressionSchema,
    ),
    rules: await readSingle(folder, new FileProblems('rules.json', all), schemas.gameRulesSchema),
  };
}

export function indexKeys(files: RecordFiles) {
  return {
    conditions: new KeyIndex('condition', files.conditions, files.conditions.problems),
    items: new KeyIndex('item', files.items, files.items.problems),
    itemSets: new KeyIndex('item set', files.itemSets, files.itemSets.problems),
    skills: new KeyIndex('skill', files.skills, files.skills.problems),
    creatures: new KeyIndex('creature', files.creatures, files.creatures.problems),
    lootTables: new KeyIndex('loot table', files.lootTables, files.lootTables.problems),
    recipes: new KeyIndex('recipe', files.recipes, files.recipes.problems),
    npcs: new KeyIndex('npc', files.npcs, files.npcs.problems),
    quests: new KeyIndex('quest', files.quests, files.quests.problems),
  };
}

/** What must hold of a record beside what its schema says. */
export interface CrossChecks {
  readonly conditions?: CrossCheck<schemas.ConditionRecord>;
  readonly items?: CrossCheck<schemas.ItemRecord>;
  readonly itemSets?: CrossCheck<schemas.ItemSetRecord>;
  readonly skills?: CrossCheck<schemas.SkillRecord>;
  readonly creatures?: CrossCheck<schemas.CreatureRecord>;
  readonly lootTables?: CrossCheck<schemas.LootTableRecord>;
  readonly recipes?: CrossCheck<schemas.RecipeRecord>;
  readonly npcs?: CrossCheck<schemas.NpcRecord>;
  readonly quests?: CrossCheck<schemas.QuestRecord>;
  readonly progression?: CrossCheck<schemas.ProgressionRecord>;
  readonly rules?: CrossCheck<schemas.GameRulesRecord>;
}

/** Records without faults in the form that rules see. */
export function defineRecords(files: RecordFiles, checks: CrossChecks, defining: Defining) {
  return {
    conditions: defineList(files.conditions, define.defineCondition, checks.conditions, defining),
    items: defineList(files.items, define.defineItem, checks.items, defining),
    itemSets: defineList(files.itemSets, define.defineItemSet, checks.itemSets, defining),
    skills: defineList(files.skills, define.defineSkill, checks.skills, defining),
    creatures: defineList(files.creatures, define.defineCreature, checks.creatures, defining),
    lootTables: defineList(files.lootTables, define.defineLootTable, checks.lootTables, defining),
    recipes: defineList(files.recipes, define.defineRecipe, checks.recipes, defining),
    npcs: defineList(files.npcs, define.defineNpc, checks.npcs, defining),
    quests: defineList(files.quests, define.defineQuest, checks.quests, defining),
    progression: defineSingle(files.progression, define.defineProgression, checks.progression, defining),
    rules: defineSingle(files.rules, define.defineGameRules, checks.rules, defining),
  };
}
