// What must hold of a record beside what its schema says: rules of the game that no range can express, and what could be
// written down but would never do anything.

import type { CrossChecks, RecordFiles } from '../generated/record-files.js';
import { checkCondition } from './check-conditions.js';
import { checkItem, checkItemSet, checkLootTable } from './check-items.js';
import { checkNpc } from './check-npcs.js';
import { checkQuest } from './check-quests.js';
import { checkRecipe } from './check-recipes.js';
import { checkProgression, checkRules } from './check-rules.js';
import { checkCreature, checkSkill } from './check-skills.js';
import { foundIn } from './found-records.js';

export function crossChecks(files: RecordFiles): CrossChecks {
  const found = foundIn(files);
  return {
    conditions: checkCondition,
    items: (record, problems) => checkItem(record, problems, found),
    itemSets: (record, problems) => checkItemSet(record, problems, found),
    skills: checkSkill,
    creatures: (record, problems) => checkCreature(record, problems, found),
    lootTables: checkLootTable,
    recipes: (record, problems) => checkRecipe(record, problems, found),
    quests: (record, problems) => checkQuest(record, problems, found),
    npcs: (record, problems) => checkNpc(record, problems, found),
    progression: checkProgression,
    rules: (record, problems) => checkRules(record, problems, found),
  };
}
