// Generated from protocol-schema/content/*.tos by `npm run codegen`; changes here are lost.
// All records by kind, and how rules find them.

import { byId, type ById } from '../base/by-id.js';
import type {
  ConditionDefinition,
  CreatureDefinition,
  GameRules,
  ItemDefinition,
  ItemSetDefinition,
  LootTableDefinition,
  NpcDefinition,
  Progression,
  QuestDefinition,
  RecipeDefinition,
  SkillDefinition,
} from './definitions.js';

/** Everything in the JSON files. */
export interface ContentRecords {
  readonly conditions: readonly ConditionDefinition[];
  readonly items: readonly ItemDefinition[];
  readonly itemSets: readonly ItemSetDefinition[];
  readonly skills: readonly SkillDefinition[];
  readonly creatures: readonly CreatureDefinition[];
  readonly lootTables: readonly LootTableDefinition[];
  readonly recipes: readonly RecipeDefinition[];
  readonly npcs: readonly NpcDefinition[];
  readonly quests: readonly QuestDefinition[];
  readonly progression: Progression;
  readonly rules: GameRules;
}

/** The same, found by id. */
export class RecordsById {
  /** By the id of a condition. */
  readonly conditions: ById<ConditionDefinition>;
  /** By the id of an item. */
  readonly items: ById<ItemDefinition>;
  /** By the id of an item set. */
  readonly itemSets: ById<ItemSetDefinition>;
  /** By the id of a skill. */
  readonly skills: ById<SkillDefinition>;
  /** By the id of a creature. */
  readonly creatures: ById<CreatureDefinition>;
  /** By the id of a loot table. */
  readonly lootTables: ById<LootTableDefinition>;
  /** By the id of a recipe. */
  readonly recipes: ById<RecipeDefinition>;
  /** By the id of a npc. */
  readonly npcs: ById<NpcDefinition>;
  /** By the id of a quest. */
  readonly quests: ById<QuestDefinition>;
  readonly progression: Progression;
  readonly rules: GameRules;

  constructor(records: ContentRecords) {
    this.conditions = byId(records.conditions);
    this.items = byId(records.items);
    this.itemSets = byId(records.itemSets);
    this.skills = byId(records.skills);
    this.creatures = byId(records.creatures);
    this.lootTables = byId(records.lootTables);
    this.recipes = byId(records.recipes);
    this.npcs = byId(records.npcs);
    this.quests = byId(records.quests);
    this.progression = records.progression;
    this.rules = records.rules;
  }
}
