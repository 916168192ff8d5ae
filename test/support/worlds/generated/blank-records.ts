// Generated from protocol-schema/content/*.tos by `npm run codegen`; changes here are lost.
// Records that say as little as the schema allows.

import type {
  ConditionDefinition,
  CreatureDefinition,
  GameRules,
  ItemDefinition,
  LootTableDefinition,
  NpcDefinition,
  Progression,
  QuestDefinition,
  RecipeDefinition,
  SkillDefinition,
} from '#domain/content/generated/definitions.js';
import type { GameMapProperties } from '#domain/content/generated/map-objects.js';

export const blankCondition: ConditionDefinition = {
  id: 1,
  key: '',
  name: '',
  description: '',
  nature: 'helpful',
  durationTicks: 0,
  dispel: 'none',
  grants: [],
  blockedBy: [],
  cancels: [],
  stacksMax: 1,
  stackScope: 'target',
  stackRefresh: 'restart',
  stackOverflow: 'refuse',
  diminishes: false,
  effects: [],
};

export const blankItem: ItemDefinition = {
  id: 1,
  key: '',
  name: '',
  description: '',
  kind: 'weapon',
  stackMax: 1,
  equipSlot: 'none',
  levelMin: 1,
  priceCoins: 0,
  weightGrams: 0,
  power: 0,
  armour: 0,
  restoresHealth: 0,
  restoresMana: 0,
};

export const blankSkill: SkillDefinition = {
  id: 1,
  key: '',
  name: '',
  description: '',
  effect: 'damage',
  damageType: 'true',
  target: 'enemy',
  rangeM: 0,
  manaCost: 0,
  cooldownTicks: 0,
  globalCooldownTicks: 0,
  cooldownSlot: 0,
  powerShare: 0,
  flatAmount: 0,
  spreadShare: 0,
  needsLineOfSight: false,
  conditions: [],
};

export const blankCreature: CreatureDefinition = {
  id: 1,
  key: '',
  name: '',
  levelMin: 1,
  levelMax: 1,
  healthMax: 1,
  healthPerLevel: 0,
  power: 0,
  powerPerLevel: 0,
  armour: 0,
  radiusM: 0.1,
  walkSpeedMps: 0,
  chaseSpeedMps: 0,
  aggroRangeM: 0,
  leashRangeM: 1,
  wanderRadiusM: 0,
  thinkIntervalTicks: 3,
  idleTicks: 0,
  skills: [],
  experience: 0,
  experiencePerLevel: 0,
  lootTable: 0,
};

export const blankLootTable: LootTableDefinition = {
  id: 1,
  key: '',
  name: '',
  coinsMin: 0,
  coinsMax: 0,
  rolls: [],
};

export const blankRecipe: RecipeDefinition = {
  id: 1,
  key: '',
  name: '',
  levelMin: 1,
  station: 'none',
  durationTicks: 0,
  inputs: [],
  output: { item: 0, count: 1 },
};

export const blankQuest: QuestDefinition = {
  id: 1,
  key: '',
  name: '',
  description: '',
  levelMin: 1,
  objectives: [],
  rewardExperience: 0,
  rewardCoins: 0,
  rewardItems: [],
};

export const blankProgression: Progression = {
  experienceCurve: [],
  healthBase: 1,
  healthPerLevel: 0,
  manaBase: 0,
  manaPerLevel: 0,
  powerBase: 0,
  powerPerLevel: 0,
  armourBase: 0,
  armourPerLevel: 0,
};

export const blankGameRules: GameRules = {
  startMapKey: '',
  startSpawnKey: '',
  startItems: [],
  startCoins: 0,
  playerSkills: [],
  playerSpeedMps: 0.1,
  playerRadiusM: 0.1,
  healthRegenerationPerSecond: 0,
  manaRegenerationPerSecond: 0,
  inCombatTicks: 0,
  criticalChance: 0,
  criticalMultiplier: 1,
  dodgeChance: 0,
  blockChance: 0,
  blockShare: 0,
  armourHalf: 1,
  damagePerLevelShare: 0,
  damageLevelShareMax: 0,
  deathExperienceShare: 0,
  respawnHealthShare: 0.01,
  respawnManaShare: 0,
  respawnWaitTicks: 0,
  respawnAutomaticTicks: 0,
  corpseTicks: 0,
  lootOwnedTicks: 0,
  lootLifeTicks: 0,
  pickUpRangeM: 0.5,
  returnHealingPerSecond: 0,
};

export const blankNpc: NpcDefinition = {
  id: 1,
  key: '',
  name: '',
  greeting: '',
  radiusM: 0.35,
  talkRangeM: 3,
  services: [],
};

export const blankGameMap: GameMapProperties = { id: 1, name: '', bindSpawnKey: '', pvp: false };

/** No list has a record. */
export const noRecords = {
  conditions: [],
  items: [],
  skills: [],
  creatures: [],
  lootTables: [],
  recipes: [],
  quests: [],
  npcs: [],
} as const;
