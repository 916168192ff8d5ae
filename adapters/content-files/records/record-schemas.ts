// What the content files may say, field by field with its range. Times are in seconds, references are keys; both become
// what the rules use (ticks, ids) when definitions are built.

import { z } from 'zod';

const id = z.int().min(1).max(65_535);
export const key = z
  .string()
  .regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/)
  .max(32)
  .describe("lower case words joined by '-', at most 32 characters");
/** Names the file's schema, for editors. */
const $schema = z.string().max(1_000).optional();
const name = z.string().trim().min(1).max(64);
const description = z.string().max(500);
const share = z.number().min(0).max(1);
const level = z.int().min(1).max(100);
const seconds = z.number().min(0).max(86_400);
const count = z.int().min(1).max(999);
const amount = z.strictObject({ item: key, count });

const named = { id, key, name };

export const itemFile = z.array(
  z.strictObject({
    ...named,
    description,
    kind: z.enum(['weapon', 'armour', 'consumable', 'material', 'tool', 'quest']),
    stackMax: count,
    equipSlot: z.enum(['none', 'mainHand', 'offHand', 'head', 'chest', 'legs', 'feet']).default('none'),
    levelMin: level.default(1),
    priceCoins: z.int().min(0).max(1_000_000),
    weightGrams: z.int().min(0).max(1_000_000),
    power: z.number().min(0).max(10_000).default(0),
    armour: z.number().min(0).max(10_000).default(0),
    restoresHealth: z.int().min(0).max(65_535).default(0),
    restoresMana: z.int().min(0).max(65_535).default(0),
  }),
);

export const skillFile = z.array(
  z.strictObject({
    ...named,
    description,
    effect: z.enum(['damage', 'heal']),
    damageType: z.enum(['physical', 'magical', 'true']).default('true'),
    target: z.enum(['enemy', 'self', 'ally']),
    rangeM: z.number().min(0).max(40),
    manaCost: z.int().min(0).max(10_000),
    cooldownSeconds: seconds,
    globalCooldownSeconds: seconds,
    cooldownSlot: z.int().min(0).max(7),
    powerShare: z.number().min(0).max(100),
    flatAmount: z.number().min(0).max(10_000),
    spreadShare: share,
    needsLineOfSight: z.boolean(),
  }),
);

export const creatureFile = z.array(
  z.strictObject({
    ...named,
    levelMin: level,
    levelMax: level,
    healthMax: z.int().min(1).max(65_535),
    healthPerLevel: z.int().min(0).max(10_000),
    power: z.number().min(0).max(10_000),
    powerPerLevel: z.number().min(0).max(1_000),
    armour: z.number().min(0).max(10_000),
    radiusM: z.number().min(0.1).max(3),
    walkSpeedMps: z.number().min(0).max(20),
    chaseSpeedMps: z.number().min(0).max(20),
    aggroRangeM: z.number().min(0).max(40),
    leashRangeM: z.number().min(1).max(200),
    wanderRadiusM: z.number().min(0).max(50),
    thinkIntervalSeconds: z.number().min(0.05).max(10),
    idleSeconds: seconds,
    skills: z.array(key).min(1).max(8),
    experience: z.int().min(0).max(1_000_000),
    experiencePerLevel: z.int().min(0).max(100_000),
    lootTable: key.optional(),
  }),
);

export const lootTableFile = z.array(
  z.strictObject({
    ...named,
    coinsMin: z.int().min(0).max(1_000_000),
    coinsMax: z.int().min(0).max(1_000_000),
    rolls: z.array(z.strictObject({ item: key, chance: share, countMin: count, countMax: count })).max(32),
  }),
);

export const recipeFile = z.array(
  z.strictObject({
    ...named,
    levelMin: level,
    station: z.enum(['none', 'campfire', 'anvil', 'workbench']),
    durationSeconds: seconds,
    inputs: z.array(amount).min(1).max(8),
    output: amount,
  }),
);

export const questFile = z.array(
  z.strictObject({
    ...named,
    description,
    levelMin: level,
    objectives: z
      .array(
        z.discriminatedUnion('kind', [
          z.strictObject({ kind: z.literal('kill'), creature: key, count }),
          z.strictObject({ kind: z.literal('collect'), item: key, count }),
        ]),
      )
      .min(1)
      .max(8),
    rewardExperience: z.int().min(0).max(10_000_000),
    rewardCoins: z.int().min(0).max(1_000_000),
    rewardItems: z.array(amount).max(8),
  }),
);

export const progressionFile = z.strictObject({
  $schema,
  experienceCurve: z.array(z.int().min(0).max(4_000_000_000)).min(2).max(100),
  healthBase: z.int().min(1).max(65_535),
  healthPerLevel: z.number().min(0).max(1_000),
  manaBase: z.int().min(0).max(65_535),
  manaPerLevel: z.number().min(0).max(1_000),
  powerBase: z.number().min(0).max(10_000),
  powerPerLevel: z.number().min(0).max(1_000),
  armourBase: z.number().min(0).max(10_000),
  armourPerLevel: z.number().min(0).max(1_000),
});

export const rulesFile = z.strictObject({
  $schema,
  startMap: key,
  startSpawn: key,
  startItems: z.array(amount).max(32),
  startCoins: z.int().min(0).max(1_000_000),
  playerSkills: z.array(key).min(1).max(8),
  playerSpeedMps: z.number().min(0.1).max(20),
  playerRadiusM: z.number().min(0.1).max(0.49),
  healthRegenerationPerSecond: share,
  manaRegenerationPerSecond: share,
  inCombatSeconds: seconds,
  criticalChance: share,
  criticalMultiplier: z.number().min(1).max(10),
  dodgeChance: share,
  blockChance: share,
  blockShare: share,
  armourHalf: z.number().min(1).max(100_000),
  damagePerLevelShare: share,
  damageLevelShareMax: share,
  deathExperienceShare: share,
  respawnHealthShare: z.number().min(0.01).max(1),
  respawnManaShare: share,
  respawnWaitSeconds: seconds,
  respawnAutomaticSeconds: seconds,
  corpseSeconds: seconds,
  lootOwnedSeconds: seconds,
  lootLifeSeconds: seconds,
  pickUpRangeM: z.number().min(0.5).max(20),
  returnHealingPerSecond: share,
});

export type ItemRecord = z.infer<typeof itemFile>[number];
export type SkillRecord = z.infer<typeof skillFile>[number];
export type CreatureRecord = z.infer<typeof creatureFile>[number];
export type LootTableRecord = z.infer<typeof lootTableFile>[number];
export type RecipeRecord = z.infer<typeof recipeFile>[number];
export type QuestRecord = z.infer<typeof questFile>[number];
export type ProgressionRecord = z.infer<typeof progressionFile>;
export type RulesRecord = z.infer<typeof rulesFile>;
