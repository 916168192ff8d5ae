// What checks of one record look up in others. Records with faults of their own are not there: nothing is said of what only
// follows from them.

import type { JsonPath, Problems } from '../json/content-problem.js';
import type { RecordFiles } from '../generated/record-files.js';
import type {
  GameRulesRecord,
  ItemRecord,
  QuestRecord,
  RecipeRecord,
  SkillRecord,
} from '../generated/record-schemas.js';
import { RecipeTrade } from './recipe-trade.js';

export interface FoundRecords {
  /** By key. */
  readonly items: ReadonlyMap<string, ItemRecord>;
  readonly skills: ReadonlyMap<string, SkillRecord>;
  readonly recipes: ReadonlyMap<string, RecipeRecord>;
  readonly trade: RecipeTrade;
  readonly quests: ReadonlyMap<string, QuestRecord>;
  readonly rules: GameRulesRecord | undefined;
  /** The highest level that players reach; undefined when nobody knows. */
  readonly levelMost: number | undefined;
}

export function foundIn(files: RecordFiles): FoundRecords {
  const { items, skills, recipes, quests, npcs, rules, progression } = files;
  const found = new Map(items.records.map(({ record }) => [record.key, record]));
  const known = recipes.records.map(({ record }) => record);
  return {
    items: found,
    recipes: new Map(known.map((record) => [record.key, record])),
    trade: new RecipeTrade(
      found,
      known,
      npcs.records.map(({ record }) => record),
    ),
    skills: new Map(skills.records.map(({ record }) => [record.key, record])),
    quests: new Map(quests.records.map(({ record }) => [record.key, record])),
    rules: rules.record,
    levelMost: progression.record?.experienceCurve.length,
  };
}

/** What asks for a level that nobody reaches is there for nobody. */
export function checkLevelMin(
  levelMin: number,
  path: JsonPath,
  problems: Problems,
  { levelMost }: FoundRecords,
): void {
  if (levelMost !== undefined && levelMin > levelMost)
    problems.add(path, `is ${levelMin}`, `at most ${levelMost}, the highest level of progression.json`);
}
