// A small world for rule tests: a walled field with a village in its north-west corner, a pit where players may fight
// each other, wolves that attack, a boar that does not. Distances and numbers are round, so that tests can be read.

import { Content } from '#domain/content/content.js';
import type { ContentLists } from '#domain/content/content.js';
import type {
  CreatureDefinition,
  GameRules,
  ItemDefinition,
  SkillDefinition,
} from '#domain/content/generated/definitions.js';
import { noMapObjects } from '#domain/content/generated/map-objects.js';
import type { MapDefinition } from '#domain/content/map-definition.js';
import { blank, noRecords } from './generated/blank-records.js';

export const Item = { sword: 1, bread: 2, pelt: 3 } as const;
export const Skill = { strike: 1, bolt: 2, mend: 3, bite: 10 } as const;
export const Creature = { wolf: 1, boar: 2 } as const;

export function item(id: number, key: string, stackMax: number): ItemDefinition {
  return {
    ...blank.item,
    ...{ id, key, name: key, kind: 'material', stackMax, priceCoins: 1, weightGrams: 1 },
  };
}

export function skill(id: number, key: string, numbers: Partial<SkillDefinition>): SkillDefinition {
  return {
    ...blank.skill,
    ...{ id, key, name: key, damageType: 'physical', rangeM: 1.5, powerShare: 1, needsLineOfSight: true },
    ...{ cooldownTicks: 60, globalCooldownTicks: 60 },
    ...numbers,
  };
}

export function creature(id: number, key: string, numbers: Partial<CreatureDefinition>): CreatureDefinition {
  return {
    ...blank.creature,
    ...{ id, key, name: key },
    healthMax: 30,
    healthPerLevel: 10,
    power: 6,
    powerPerLevel: 1,
    radiusM: 0.4,
    walkSpeedMps: 1,
    chaseSpeedMps: 4,
    aggroRangeM: 6,
    leashRangeM: 15,
    wanderRadiusM: 3,
    thinkIntervalTicks: 6,
    idleTicks: 120,
    skills: [Skill.bite],
    experience: 40,
    experiencePerLevel: 10,
    lootTable: 1,
    ...numbers,
  };
}

/** An open square with walls all round; `walls` are more blocked tiles. */
export function squareMap(
  id: number,
  key: string,
  side: number,
  more: Partial<MapDefinition> = {},
  walls: readonly (readonly [number, number])[] = [],
): MapDefinition {
  const blocked = new Uint8Array(side * side);
  for (let i = 0; i < side; i++)
    for (const at of [i, (side - 1) * side + i, i * side, i * side + side - 1]) blocked[at] = 1;
  for (const [x, y] of walls) blocked[y * side + x] = 1;
  return {
    ...blank.gameMap,
    ...noMapObjects,
    ...{ id, key, name: key, bindSpawnKey: 'home' },
    width: side,
    height: side,
    blocked,
    opaque: blocked,
    terrain: new Uint8Array(side * side),
    terrainNames: ['grass'],
    spawnPoints: [{ key: 'home', x: 5, y: 5, facing: 0 }],
    ...more,
  };
}

export const smallRules: GameRules = {
  ...blank.gameRules,
  startMapKey: 'field',
  startSpawnKey: 'home',
  startItems: [
    { item: Item.sword, count: 1 },
    { item: Item.bread, count: 3 },
  ],
  startCoins: 10,
  playerSkills: [Skill.strike, Skill.bolt, Skill.mend],
  playerSpeedMps: 5,
  playerRadiusM: 0.35,
  healthRegenerationPerSecond: 0.02,
  manaRegenerationPerSecond: 0.03,
  inCombatTicks: 300,
  criticalMultiplier: 1.5,
  blockShare: 0.5,
  armourHalf: 100,
  damageLevelShareMax: 0.5,
  deathExperienceShare: 0.1,
  respawnHealthShare: 0.5,
  respawnManaShare: 0.5,
  respawnWaitTicks: 60,
  respawnAutomaticTicks: 1200,
  corpseTicks: 120,
  lootOwnedTicks: 300,
  lootLifeTicks: 1200,
  pickUpRangeM: 2,
  carryGramsMax: 1_000_000,
  blowsPerWear: 3,
  returnHealingPerSecond: 0.5,
  tradeRangeM: 6,
  postageCoins: 1,
  postagePerStackCoins: 2,
  mailboxLettersMax: 3,
  letterDays: 30,
  listingFeeShare: 0.02,
  marketShare: 0.05,
  listingDays: 3,
  listingsMax: 2,
};

export function smallContent(changes: Partial<ContentLists> = {}): Content {
  return new Content({
    ...noRecords,
    items: [item(Item.sword, 'sword', 1), item(Item.bread, 'bread', 5), item(Item.pelt, 'pelt', 10)],
    skills: [
      skill(Skill.strike, 'strike', {}),
      skill(Skill.bolt, 'bolt', { rangeM: 10, manaCost: 20, cooldownSlot: 1, damageType: 'magical' }),
      skill(Skill.mend, 'mend', {
        effect: 'heal',
        target: 'ally',
        rangeM: 10,
        manaCost: 10,
        cooldownSlot: 2,
      }),
      skill(Skill.bite, 'bite', { rangeM: 1 }),
    ],
    creatures: [creature(Creature.wolf, 'wolf', {}), creature(Creature.boar, 'boar', { aggroRangeM: 0 })],
    lootTables: [
      {
        ...blank.lootTable,
        ...{ key: 'beast', name: 'beast' },
        coinsMin: 3,
        coinsMax: 3,
        rolls: [{ item: Item.pelt, chance: 1, countMin: 2, countMax: 2 }],
      },
    ],
    maps: [field(), pit()],
    progression: {
      ...blank.progression,
      experienceCurve: [0, 100, 300, 600],
      healthBase: 100,
      healthPerLevel: 20,
      manaBase: 50,
      manaPerLevel: 10,
      powerBase: 10,
      powerPerLevel: 2,
    },
    rules: smallRules,
    hash: 0,
    ...changes,
  });
}

/** 64 m: village (safe) in the north-west, wolves in the middle, a boar in the south-east, a portal in the north-east. */
export function field(more: Partial<MapDefinition> = {}): MapDefinition {
  return squareMap(1, 'field', 64, {
    safeZones: [{ key: 'village', x: 1, y: 1, width: 10, height: 10 }],
    portals: [
      { key: 'to-pit', x: 60, y: 3, width: 2, height: 2, targetMapKey: 'pit', targetSpawnKey: 'home' },
    ],
    spawnGroups: [
      { key: 'wolves', creature: Creature.wolf, count: 2, radiusM: 2, respawnTicks: 600, x: 32, y: 32 },
      { key: 'boars', creature: Creature.boar, count: 1, radiusM: 0.5, respawnTicks: 600, x: 52, y: 52 },
    ],
    ...more,
  });
}

/** 32 m, players may fight each other. */
export function pit(more: Partial<MapDefinition> = {}): MapDefinition {
  return squareMap(2, 'pit', 32, { pvp: true, ...more });
}
