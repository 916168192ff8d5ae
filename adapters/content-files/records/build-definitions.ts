// Turns the records of the files into the definitions that rules use: keys become ids, seconds become ticks. Whatever
// one record alone cannot show to be wrong is checked here.

import type {
  CreatureDefinition,
  ItemAmount,
  ItemDefinition,
  LootTableDefinition,
  ProgressionDefinition,
  QuestDefinition,
  RecipeDefinition,
  SkillDefinition,
} from '#domain/content/definitions.js';
import type { GameRules } from '#domain/content/rules.js';
import { ticksPerSecond } from '#domain/world/world.js';
import type { Problems, JsonPath } from '../json/content-problem.js';
import type { KeyIndex } from './key-index.js';
import type {
  CreatureRecord,
  ItemRecord,
  LootTableRecord,
  ProgressionRecord,
  QuestRecord,
  RecipeRecord,
  RulesRecord,
  SkillRecord,
} from './record-schemas.js';

export interface Indexes {
  readonly items: KeyIndex;
  readonly skills: KeyIndex;
  readonly creatures: KeyIndex;
  readonly lootTables: KeyIndex;
}

/** To the nearest tick. */
export function ticks(seconds: number): number {
  return Math.round(seconds * ticksPerSecond);
}

export function buildItem(record: ItemRecord, index: number, problems: Problems): ItemDefinition {
  if (record.equipSlot !== 'none' && record.stackMax !== 1)
    problems.add([index, 'stackMax'], `is ${record.stackMax} for something that is worn`, '1');
  return record;
}

export function buildSkill(record: SkillRecord, index: number, problems: Problems): SkillDefinition {
  const { cooldownSeconds, globalCooldownSeconds, ...rest } = record;
  if (record.effect === 'heal' && record.target === 'enemy')
    problems.add([index, 'target'], 'is "enemy" for a skill that heals', '"self" or "ally"');
  if (record.effect === 'damage' && record.target !== 'enemy')
    problems.add([index, 'target'], `is "${record.target}" for a skill that harms`, '"enemy"');
  return {
    ...rest,
    cooldownTicks: ticks(cooldownSeconds),
    globalCooldownTicks: ticks(globalCooldownSeconds),
  };
}

export function buildCreature(
  record: CreatureRecord,
  index: number,
  problems: Problems,
  indexes: Indexes,
  skills: readonly SkillRecord[],
): CreatureDefinition {
  const { thinkIntervalSeconds, idleSeconds, skills: skillKeys, lootTable, ...rest } = record;
  if (record.levelMax < record.levelMin)
    problems.add([index, 'levelMax'], `is ${record.levelMax}`, `at least levelMin, ${record.levelMin}`);
  if (record.aggroRangeM > record.leashRangeM)
    problems.add(
      [index, 'aggroRangeM'],
      `is ${record.aggroRangeM}`,
      `at most leashRangeM, ${record.leashRangeM}`,
    );
  checkCooldownSlots(skillKeys, [index, 'skills'], problems, skills);
  return {
    ...rest,
    thinkIntervalTicks: Math.max(1, ticks(thinkIntervalSeconds)),
    idleTicks: ticks(idleSeconds),
    skills: skillKeys.map((key, i) => indexes.skills.resolve(key, [index, 'skills', i], problems)),
    lootTable:
      lootTable === undefined ? 0 : indexes.lootTables.resolve(lootTable, [index, 'lootTable'], problems),
  };
}

export function buildLootTable(
  record: LootTableRecord,
  index: number,
  problems: Problems,
  indexes: Indexes,
): LootTableDefinition {
  if (record.coinsMax < record.coinsMin)
    problems.add([index, 'coinsMax'], `is ${record.coinsMax}`, `at least coinsMin, ${record.coinsMin}`);
  const rolls = record.rolls.map((roll, i) => {
    const path = [index, 'rolls', i] as const;
    if (roll.countMax < roll.countMin)
      problems.add([...path, 'countMax'], `is ${roll.countMax}`, `at least countMin, ${roll.countMin}`);
    return { ...roll, item: indexes.items.resolve(roll.item, [...path, 'item'], problems) };
  });
  return { ...record, rolls };
}

export function buildRecipe(
  record: RecipeRecord,
  index: number,
  problems: Problems,
  indexes: Indexes,
): RecipeDefinition {
  const { durationSeconds, ...rest } = record;
  return {
    ...rest,
    durationTicks: ticks(durationSeconds),
    inputs: amounts(record.inputs, [index, 'inputs'], problems, indexes),
    output: {
      item: indexes.items.resolve(record.output.item, [index, 'output', 'item'], problems),
      count: record.output.count,
    },
  };
}

export function buildQuest(
  record: QuestRecord,
  index: number,
  problems: Problems,
  indexes: Indexes,
): QuestDefinition {
  const objectives = record.objectives.map((objective, i) => {
    const path = [index, 'objectives', i] as const;
    return objective.kind === 'kill'
      ? {
          ...objective,
          creature: indexes.creatures.resolve(objective.creature, [...path, 'creature'], problems),
        }
      : { ...objective, item: indexes.items.resolve(objective.item, [...path, 'item'], problems) };
  });
  return {
    ...record,
    objectives,
    rewardItems: amounts(record.rewardItems, [index, 'rewardItems'], problems, indexes),
  };
}

export function buildProgression(record: ProgressionRecord, problems: Problems): ProgressionDefinition {
  const { experienceCurve } = record;
  if (experienceCurve[0] !== 0)
    problems.add(['experienceCurve', 0], `is ${experienceCurve[0]}`, '0, where level 1 begins');
  for (let i = 1; i < experienceCurve.length; i++)
    if (experienceCurve[i]! <= experienceCurve[i - 1]!)
      problems.add(
        ['experienceCurve', i],
        `is ${experienceCurve[i]}`,
        `more than ${experienceCurve[i - 1]}, the one before`,
      );
  return record;
}

export function buildRules(
  record: RulesRecord,
  problems: Problems,
  indexes: Indexes,
  skills: readonly SkillRecord[],
): GameRules {
  checkCooldownSlots(record.playerSkills, ['playerSkills'], problems, skills);
  if (record.lootOwnedSeconds > record.lootLifeSeconds)
    problems.add(
      ['lootOwnedSeconds'],
      `is ${record.lootOwnedSeconds}`,
      `at most lootLifeSeconds, ${record.lootLifeSeconds}`,
    );
  const {
    startMap,
    startSpawn,
    inCombatSeconds,
    respawnWaitSeconds,
    respawnAutomaticSeconds,
    ...withoutTimes
  } = record;
  const { corpseSeconds, lootOwnedSeconds, lootLifeSeconds, ...rest } = withoutTimes;
  return {
    ...rest,
    startMapKey: startMap,
    startSpawnKey: startSpawn,
    startItems: amounts(record.startItems, ['startItems'], problems, indexes),
    playerSkills: record.playerSkills.map((key, i) =>
      indexes.skills.resolve(key, ['playerSkills', i], problems),
    ),
    inCombatTicks: ticks(inCombatSeconds),
    respawnWaitTicks: ticks(respawnWaitSeconds),
    respawnAutomaticTicks: ticks(respawnAutomaticSeconds),
    corpseTicks: ticks(corpseSeconds),
    lootOwnedTicks: ticks(lootOwnedSeconds),
    lootLifeTicks: ticks(lootLifeSeconds),
  };
}

function amounts(
  list: readonly { readonly item: string; readonly count: number }[],
  path: JsonPath,
  problems: Problems,
  indexes: Indexes,
): ItemAmount[] {
  return list.map(({ item, count }, i) => ({
    item: indexes.items.resolve(item, [...path, i, 'item'], problems),
    count,
  }));
}

/** Skills of one actor cool down independently only when each has a slot of its own. */
function checkCooldownSlots(
  keys: readonly string[],
  path: JsonPath,
  problems: Problems,
  skills: readonly SkillRecord[],
): void {
  const keyOfSlot = new Map<number, string>();
  keys.forEach((key, i) => {
    const slot = skills.find((skill) => skill.key === key)?.cooldownSlot;
    if (slot === undefined) return;
    const other = keyOfSlot.get(slot);
    if (other !== undefined)
      problems.add(
        [...path, i],
        `'${key}' shares cooldown slot ${slot} with '${other}'`,
        'skills with different cooldownSlot',
      );
    keyOfSlot.set(slot, key);
  });
}
