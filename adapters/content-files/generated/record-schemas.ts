// Generated from protocol-schema/content/*.tos by `npm run codegen`; changes here are lost.
// What the content files may hold, field by field with its range.

import { z } from 'zod';
import { distinct } from '../records/distinct.js';
import { key } from '../records/key.js';
import { shownText, visibleText } from '../records/visible-text.js';

export const attributeChangeSchema = z.strictObject({
  attribute: z.enum([
    'power',
    'armour',
    'healthMax',
    'manaMax',
    'speed',
    'healthRegeneration',
    'manaRegeneration',
    'criticalChance',
    'dodgeChance',
  ]),
  add: z.number().min(-10_000).max(10_000).default(0),
  addShare: z.number().min(-1).max(10).default(0),
});

export const periodicSchema = z.strictObject({
  effect: z.enum(['damage', 'heal']),
  damageType: z.enum(['physical', 'magical', 'true']).default('true'),
  periodSeconds: z.number().min(0.1).max(600),
  powerShare: z.number().min(0).max(100),
  flatAmount: z.number().min(0).max(10_000),
});

export const shieldSchema = z.strictObject({
  powerShare: z.number().min(0).max(100),
  flatAmount: z.number().min(0).max(100_000),
});

export const conditionEffectSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('attribute'), ...attributeChangeSchema.shape }),
  z.strictObject({ kind: z.literal('periodic'), ...periodicSchema.shape }),
  z.strictObject({ kind: z.literal('shield'), ...shieldSchema.shape }),
]);

export const conditionSchema = z.strictObject({
  id: z.int().min(1).max(65_535),
  key: key,
  name: visibleText(1, 64),
  description: shownText(500, 'lines'),
  nature: z.enum(['helpful', 'harmful']),
  durationSeconds: z.number().min(0).max(86_400),
  dispel: z.enum(['none', 'magic', 'poison', 'disease', 'curse', 'bleeding']).default('none'),
  grants: distinct(
    z
      .array(
        z.enum(['stunned', 'rooted', 'silenced', 'slowed', 'poisoned', 'burning', 'bleeding', 'shielded']),
      )
      .max(8),
  ).optional(),
  blockedBy: distinct(
    z
      .array(
        z.enum(['stunned', 'rooted', 'silenced', 'slowed', 'poisoned', 'burning', 'bleeding', 'shielded']),
      )
      .max(8),
  ).optional(),
  cancels: distinct(
    z
      .array(
        z.enum(['stunned', 'rooted', 'silenced', 'slowed', 'poisoned', 'burning', 'bleeding', 'shielded']),
      )
      .max(8),
  ).optional(),
  stacksMax: z.int().min(1).max(99).default(1),
  stackScope: z.enum(['target', 'source']).default('target'),
  stackRefresh: z.enum(['none', 'restart', 'extend']).default('restart'),
  stackOverflow: z.enum(['refuse', 'replaceOldest']).default('refuse'),
  diminishes: z.boolean().default(false),
  effects: z.array(conditionEffectSchema).max(4).optional(),
});

export const conditionChanceSchema = z.strictObject({
  condition: key,
  chance: z.number().min(0).max(1).default(1),
});

export const itemAmountSchema = z.strictObject({
  item: key,
  count: z.int().min(1).max(999),
});

export const itemSchema = z.strictObject({
  id: z.int().min(1).max(65_535),
  key: key,
  name: visibleText(1, 64),
  description: shownText(500, 'lines'),
  kind: z.enum(['weapon', 'armour', 'consumable', 'material', 'tool', 'quest']),
  stackMax: z.int().min(1).max(999),
  equipSlot: z.enum(['none', 'mainHand', 'offHand', 'head', 'chest', 'legs', 'feet']).default('none'),
  levelMin: z.int().min(1).max(100).default(1),
  priceCoins: z.int().min(0).max(1_000_000),
  weightGrams: z.int().min(0).max(1_000_000),
  power: z.number().min(0).max(10_000).default(0),
  armour: z.number().min(0).max(10_000).default(0),
  restoresHealth: z.int().min(0).max(65_535).default(0),
  restoresMana: z.int().min(0).max(65_535).default(0),
  useCooldownSeconds: z.number().min(0).max(86_400).default(0),
  bind: z.enum(['none', 'onPickUp', 'onEquip']).default('none'),
  durabilityMax: z.int().min(0).max(65_535).default(0),
});

export const setBonusSchema = z.strictObject({
  pieces: z.int().min(2).max(8),
  power: z.number().min(0).max(10_000).default(0),
  armour: z.number().min(0).max(10_000).default(0),
});

export const itemSetSchema = z.strictObject({
  id: z.int().min(1).max(65_535),
  key: key,
  name: visibleText(1, 64),
  items: distinct(z.array(key).min(2).max(8)),
  bonuses: distinct(z.array(setBonusSchema).min(1).max(8), ['pieces']),
});

export const skillSchema = z.strictObject({
  id: z.int().min(1).max(65_535),
  key: key,
  name: visibleText(1, 64),
  description: shownText(500, 'lines'),
  effect: z.enum(['damage', 'heal']),
  damageType: z.enum(['physical', 'magical', 'true']).default('true'),
  target: z.enum(['enemy', 'self', 'ally']),
  rangeM: z.number().min(0).max(40),
  manaCost: z.int().min(0).max(10_000),
  cooldownSeconds: z.number().min(0).max(86_400),
  globalCooldownSeconds: z.number().min(0).max(86_400),
  cooldownSlot: z.int().min(0).max(6),
  powerShare: z.number().min(0).max(100),
  flatAmount: z.number().min(0).max(10_000),
  spreadShare: z.number().min(0).max(1),
  needsLineOfSight: z.boolean(),
  conditions: distinct(z.array(conditionChanceSchema).max(4), ['condition']).optional(),
});

export const creatureSchema = z.strictObject({
  id: z.int().min(1).max(65_535),
  key: key,
  name: visibleText(1, 64),
  levelMin: z.int().min(1).max(100),
  levelMax: z.int().min(1).max(100),
  healthMax: z.int().min(1).max(65_535),
  healthPerLevel: z.int().min(0).max(10_000),
  power: z.number().min(0).max(10_000),
  powerPerLevel: z.number().min(0).max(1000),
  armour: z.number().min(0).max(10_000),
  radiusM: z.number().min(0.1).max(3),
  walkSpeedMps: z.number().min(0).max(20),
  chaseSpeedMps: z.number().min(0).max(20),
  aggroRangeM: z.number().min(0).max(40),
  leashRangeM: z.number().min(1).max(200),
  wanderRadiusM: z.number().min(0).max(50),
  thinkIntervalSeconds: z.number().min(0.05).max(10),
  idleSeconds: z.number().min(0).max(86_400),
  skills: distinct(z.array(key).min(1).max(8)),
  experience: z.int().min(0).max(1_000_000),
  experiencePerLevel: z.int().min(0).max(100_000),
  lootTable: key.optional(),
});

export const lootRollSchema = z.strictObject({
  item: key,
  chance: z.number().min(0).max(1),
  countMin: z.int().min(1).max(999),
  countMax: z.int().min(1).max(999),
});

export const lootTableSchema = z.strictObject({
  id: z.int().min(1).max(65_535),
  key: key,
  name: visibleText(1, 64),
  coinsMin: z.int().min(0).max(1_000_000),
  coinsMax: z.int().min(0).max(1_000_000),
  rolls: z.array(lootRollSchema).max(32),
  whenFull: z.enum(['refuse', 'mail']).default('refuse'),
});

export const finerPieceSchema = z.strictObject({
  item: key,
  chance: z.number().min(0).max(1),
});

export const recipeSchema = z.strictObject({
  id: z.int().min(1).max(65_535),
  key: key,
  name: visibleText(1, 64),
  levelMin: z.int().min(1).max(100),
  station: z.enum(['none', 'campfire', 'anvil', 'workbench', 'loom', 'cauldron']),
  profession: z
    .enum(['none', 'smithing', 'leatherworking', 'alchemy', 'cooking', 'tailoring'])
    .default('none'),
  skillMin: z.int().min(0).max(1000).default(0),
  skillUntil: z.int().min(0).max(1000).default(0),
  successChance: z.number().min(0).max(1).default(1),
  tool: key.optional(),
  durationSeconds: z.number().min(1).max(86_400),
  inputs: distinct(z.array(itemAmountSchema).min(1).max(8), ['item']),
  output: itemAmountSchema,
  finer: finerPieceSchema.optional(),
});

export const progressionSchema = z.strictObject({
  $schema: z.string().max(1_000).optional(),
  experienceCurve: z.array(z.int().min(0).max(4_000_000_000)).min(2).max(100),
  healthBase: z.int().min(1).max(65_535),
  healthPerLevel: z.number().min(0).max(1000),
  manaBase: z.int().min(0).max(65_535),
  manaPerLevel: z.number().min(0).max(1000),
  powerBase: z.number().min(0).max(10_000),
  powerPerLevel: z.number().min(0).max(1000),
  armourBase: z.number().min(0).max(10_000),
  armourPerLevel: z.number().min(0).max(1000),
});

export const gameRulesSchema = z.strictObject({
  $schema: z.string().max(1_000).optional(),
  startMap: key,
  startSpawn: key,
  startItems: distinct(z.array(itemAmountSchema).max(32), ['item']),
  startCoins: z.int().min(0).max(1_000_000),
  playerSkills: distinct(z.array(key).min(1).max(8)),
  playerSpeedMps: z.number().min(0.1).max(20),
  playerRadiusM: z.number().min(0.1).max(0.49),
  healthRegenerationPerSecond: z.number().min(0).max(1),
  manaRegenerationPerSecond: z.number().min(0).max(1),
  inCombatSeconds: z.number().min(0).max(86_400),
  criticalChance: z.number().min(0).max(1),
  criticalMultiplier: z.number().min(1).max(10),
  dodgeChance: z.number().min(0).max(1),
  blockChance: z.number().min(0).max(1),
  blockShare: z.number().min(0).max(1),
  armourHalf: z.number().min(1).max(100_000),
  damagePerLevelShare: z.number().min(0).max(1),
  damageLevelShareMax: z.number().min(0).max(1),
  deathExperienceShare: z.number().min(0).max(1),
  respawnHealthShare: z.number().min(0.01).max(1),
  respawnManaShare: z.number().min(0).max(1),
  respawnWaitSeconds: z.number().min(0).max(86_400),
  respawnAutomaticSeconds: z.number().min(0).max(86_400),
  corpseSeconds: z.number().min(0).max(86_400),
  lootOwnedSeconds: z.number().min(0).max(86_400),
  lootLifeSeconds: z.number().min(0).max(86_400),
  pickUpRangeM: z.number().min(0.5).max(20),
  carryGramsMax: z.int().min(1000).max(100_000_000),
  blowsPerWear: z.int().min(1).max(10_000),
  returnHealingPerSecond: z.number().min(0).max(1),
  tradeRangeM: z.number().min(1).max(20),
  postageCoins: z.int().min(0).max(1_000_000),
  postagePerStackCoins: z.int().min(0).max(1_000_000),
  mailboxLettersMax: z.int().min(1).max(200),
  letterDays: z.int().min(1).max(365),
  listingFeeShare: z.number().min(0).max(1),
  marketShare: z.number().min(0).max(1),
  listingDays: z.int().min(1).max(365),
  listingsMax: z.int().min(1).max(200),
  boughtWhenFull: z.enum(['refuse', 'mail']).default('refuse'),
  givesAfterPlayedSeconds: z.int().min(0).max(2_592_000).default(0),
  partyMembersMax: z.int().min(2).max(5).default(5),
  partyInvitationSeconds: z.number().min(5).max(300).default(30),
  partyAwaySeconds: z.number().min(10).max(86_400).default(300),
  partyLeaderAwaySeconds: z.number().min(0).max(86_400).default(30),
  partyShareRangeM: z.number().min(1).max(1000).default(60),
  lootRollSeconds: z.number().min(3).max(300).default(15),
  partyBonusShare: z.number().min(0).max(1).default(0),
});

export const vendorOfferSchema = z.strictObject({
  item: key,
  stock: z.int().min(0).max(60_000).default(0),
  restockSeconds: z.number().min(1).max(86_400).default(600),
});

export const vendorSchema = z.strictObject({
  sells: distinct(z.array(vendorOfferSchema).min(1).max(40), ['item']),
  askShare: z.number().min(1).max(100).default(1),
  payShare: z.number().min(0).max(1).default(0.25),
  whenFull: z.enum(['refuse', 'mail']).default('refuse'),
});

export const menderSchema = z.strictObject({
  priceShare: z.number().min(0).max(1).default(0.5),
});

export const bankerSchema = z.strictObject({});

export const questGiverSchema = z.strictObject({
  quests: distinct(z.array(key).min(1).max(16)),
});

export const lessonSchema = z.strictObject({
  skill: key,
  levelMin: z.int().min(1).max(100).default(1),
  priceCoins: z.int().min(0).max(1_000_000),
});

export const trainerSchema = z.strictObject({
  lessons: distinct(z.array(lessonSchema).min(1).max(40), ['skill']),
});

export const npcServiceSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('vendor'), ...vendorSchema.shape }),
  z.strictObject({ kind: z.literal('questGiver'), ...questGiverSchema.shape }),
  z.strictObject({ kind: z.literal('trainer'), ...trainerSchema.shape }),
  z.strictObject({ kind: z.literal('mender'), ...menderSchema.shape }),
  z.strictObject({ kind: z.literal('banker'), ...bankerSchema.shape }),
]);

export const npcSchema = z.strictObject({
  id: z.int().min(1).max(65_535),
  key: key,
  name: visibleText(1, 64),
  greeting: shownText(500, 'lines'),
  radiusM: z.number().min(0.1).max(3).default(0.35),
  talkRangeM: z.number().min(0.5).max(20).default(3),
  services: distinct(z.array(npcServiceSchema).max(5), ['kind']).optional(),
});

export const levelRequirementSchema = z.strictObject({
  levelMin: z.int().min(1).max(100),
});

export const questRequirementSchema = z.strictObject({
  quest: key,
});

export const itemRequirementSchema = z.strictObject({
  item: key,
  count: z.int().min(1).max(999).default(1),
});

export const requirementSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('level'), ...levelRequirementSchema.shape }),
  z.strictObject({ kind: z.literal('questDone'), ...questRequirementSchema.shape }),
  z.strictObject({ kind: z.literal('carries'), ...itemRequirementSchema.shape }),
]);

export const killObjectiveSchema = z.strictObject({
  creature: key,
  count: z.int().min(1).max(999),
});

export const collectObjectiveSchema = z.strictObject({
  item: key,
  count: z.int().min(1).max(999),
});

export const talkObjectiveSchema = z.strictObject({
  npc: key,
});

export const visitObjectiveSchema = z.strictObject({
  map: key,
  landmark: key,
});

export const useObjectiveSchema = z.strictObject({
  item: key,
  count: z.int().min(1).max(999).default(1),
});

export const craftObjectiveSchema = z.strictObject({
  recipe: key,
  count: z.int().min(1).max(999).default(1),
});

export const questObjectiveSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('kill'), ...killObjectiveSchema.shape }),
  z.strictObject({ kind: z.literal('collect'), ...collectObjectiveSchema.shape }),
  z.strictObject({ kind: z.literal('talk'), ...talkObjectiveSchema.shape }),
  z.strictObject({ kind: z.literal('visit'), ...visitObjectiveSchema.shape }),
  z.strictObject({ kind: z.literal('use'), ...useObjectiveSchema.shape }),
  z.strictObject({ kind: z.literal('craft'), ...craftObjectiveSchema.shape }),
]);

export const stageLineSchema = z.strictObject({
  npc: key,
  whenDone: z.boolean().default(false),
  says: visibleText(1, 500, 'lines'),
});

export const questOutcomeSchema = z.strictObject({
  label: shownText(64).default(''),
  next: z.int().min(0).max(99).default(0),
  experience: z.int().min(0).max(10_000_000).default(0),
  coins: z.int().min(0).max(1_000_000).default(0),
  items: distinct(z.array(itemAmountSchema).max(4), ['item']).optional(),
});

export const questStageSchema = z.strictObject({
  number: z.int().min(1).max(99),
  description: shownText(500, 'lines'),
  objectives: distinct(z.array(questObjectiveSchema).max(4), [
    'kind',
    'creature',
    'item',
    'npc',
    'landmark',
    'recipe',
  ]).optional(),
  handIn: key.optional(),
  lines: z.array(stageLineSchema).max(6).optional(),
  outcomes: z.array(questOutcomeSchema).min(1).max(4),
});

export const questSchema = z.strictObject({
  id: z.int().min(1).max(65_535),
  key: key,
  name: visibleText(1, 64),
  description: shownText(500, 'lines'),
  requires: distinct(z.array(requirementSchema).max(8), ['kind', 'quest', 'item']).optional(),
  repeat: z.enum(['never', 'afterCooldown', 'daily']).default('never'),
  cooldownSeconds: z.int().min(0).max(31_536_000).default(0),
  whenFull: z.enum(['refuse', 'mail']).default('refuse'),
  stages: distinct(z.array(questStageSchema).min(1).max(8), ['number']),
});

export type PeriodicRecord = z.infer<typeof periodicSchema>;
export type ConditionEffectRecord = z.infer<typeof conditionEffectSchema>;
export type ConditionRecord = z.infer<typeof conditionSchema>;
export type ConditionChanceRecord = z.infer<typeof conditionChanceSchema>;
export type ItemAmountRecord = z.infer<typeof itemAmountSchema>;
export type ItemRecord = z.infer<typeof itemSchema>;
export type ItemSetRecord = z.infer<typeof itemSetSchema>;
export type SkillRecord = z.infer<typeof skillSchema>;
export type CreatureRecord = z.infer<typeof creatureSchema>;
export type LootRollRecord = z.infer<typeof lootRollSchema>;
export type LootTableRecord = z.infer<typeof lootTableSchema>;
export type FinerPieceRecord = z.infer<typeof finerPieceSchema>;
export type RecipeRecord = z.infer<typeof recipeSchema>;
export type ProgressionRecord = z.infer<typeof progressionSchema>;
export type GameRulesRecord = z.infer<typeof gameRulesSchema>;
export type VendorOfferRecord = z.infer<typeof vendorOfferSchema>;
export type VendorRecord = z.infer<typeof vendorSchema>;
export type QuestGiverRecord = z.infer<typeof questGiverSchema>;
export type LessonRecord = z.infer<typeof lessonSchema>;
export type TrainerRecord = z.infer<typeof trainerSchema>;
export type NpcServiceRecord = z.infer<typeof npcServiceSchema>;
export type NpcRecord = z.infer<typeof npcSchema>;
export type QuestRequirementRecord = z.infer<typeof questRequirementSchema>;
export type ItemRequirementRecord = z.infer<typeof itemRequirementSchema>;
export type RequirementRecord = z.infer<typeof requirementSchema>;
export type KillObjectiveRecord = z.infer<typeof killObjectiveSchema>;
export type CollectObjectiveRecord = z.infer<typeof collectObjectiveSchema>;
export type TalkObjectiveRecord = z.infer<typeof talkObjectiveSchema>;
export type VisitObjectiveRecord = z.infer<typeof visitObjectiveSchema>;
export type UseObjectiveRecord = z.infer<typeof useObjectiveSchema>;
export type CraftObjectiveRecord = z.infer<typeof craftObjectiveSchema>;
export type QuestObjectiveRecord = z.infer<typeof questObjectiveSchema>;
export type StageLineRecord = z.infer<typeof stageLineSchema>;
export type QuestOutcomeRecord = z.infer<typeof questOutcomeSchema>;
export type QuestStageRecord = z.infer<typeof questStageSchema>;
export type QuestRecord = z.infer<typeof questSchema>;
