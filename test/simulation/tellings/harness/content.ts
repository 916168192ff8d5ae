// The world of the recorded players: small and crowded, so that a minute holds all that can happen. Every number that
// they meet stands here, so that the content of other tests may change without a new recording.

import type { QuestDefinition } from '#domain/content/generated/definitions.js';
import type { Content } from '#domain/content/content.js';
import type { RecipeDefinition } from '#domain/content/generated/definitions.js';
import { blank } from '../../../support/worlds/generated/blank-records.js';
import {
  creature,
  item,
  skill,
  smallContent,
  smallRules,
  squareMap,
} from '../../../support/worlds/small-content.js';

export const Item = { sword: 1, bread: 2, pelt: 3, tooth: 4 } as const;
/** By hand; at the fire in the village; with a tool that nobody has; for whom nobody is skilled enough. */
export const Recipe = { charm: 1, broth: 2, tooled: 3, masterly: 4 } as const;
export const Skill = { strike: 1, bolt: 2, mend: 3, focus: 4, bite: 10 } as const;
/** What people give, and one that nobody does. */
export const Quest = { hunt: 1, once: 2, proud: 3, later: 4, walk: 5, nobodys: 6, daily: 7 } as const;
export const Creature = { wolf: 1, boar: 2, bear: 3 } as const;

/** Where players like to go, by map (the number that players are told). */
export const spots: Readonly<Record<number, readonly (readonly [number, number])[]>> = {
  1: [
    [5, 5],
    [13, 4],
    [18, 18],
    [24, 12],
    [30, 30],
    [9, 24],
  ],
  2: [
    [4, 4],
    [12, 4],
    [16, 16],
    [20, 8],
  ],
};

/** Between the wolves and the boars, bent towards the wolves at both ends, so that they must find their way round it. */
const wall = [
  ...Array.from({ length: 9 }, (_unused, i) => [21, 9 + i] as const),
  ...[18, 19, 20].flatMap((x) => [[x, 9] as const, [x, 17] as const]),
];

const field = squareMap(
  1,
  'field',
  40,
  {
    safeZones: [{ key: 'village', x: 1, y: 1, width: 10, height: 10 }],
    craftingStations: [{ key: 'fire', station: 'campfire', reachM: 4, x: 5, y: 5 }],
    portals: [
      { key: 'to-pit', x: 12, y: 3, width: 2, height: 2, targetMapKey: 'pit', targetSpawnKey: 'home' },
    ],
    npcPlaces: [{ key: 'elder', npc: 1, x: 7, y: 7, facing: 0 }],
    landmarks: [{ key: 'spring', name: 'spring', x: 4, y: 4, width: 3, height: 3 }],
    spawnGroups: [
      { key: 'wolves', creature: Creature.wolf, count: 4, radiusM: 2, respawnTicks: 240, x: 18, y: 13 },
      { key: 'boars', creature: Creature.boar, count: 4, radiusM: 3, respawnTicks: 300, x: 24, y: 13 },
      { key: 'bear', creature: Creature.bear, count: 1, radiusM: 1, respawnTicks: 900, x: 30, y: 30 },
    ],
  },
  wall,
);

const pit = squareMap(2, 'pit', 24, {
  pvp: true,
  safeZones: [{ key: 'haven', x: 1, y: 1, width: 6, height: 6 }],
  portals: [
    { key: 'to-field', x: 12, y: 3, width: 2, height: 2, targetMapKey: 'field', targetSpawnKey: 'home' },
  ],
  spawnGroups: [
    { key: 'pit-wolves', creature: Creature.wolf, count: 2, radiusM: 2, respawnTicks: 240, x: 16, y: 16 },
  ],
});

function recipe(id: number, more: Partial<RecipeDefinition>): RecipeDefinition {
  return {
    ...blank.recipe,
    ...{ id, key: `recipe-${id}`, name: `recipe ${id}`, station: 'none', profession: 'cooking', levelMin: 1 },
    inputs: [{ item: Item.bread, count: 1 }],
    output: { item: Item.tooth, count: 1 },
    ...more,
  };
}

const outcome = { label: '', next: 0, experience: 0, coins: 0, items: [] };
const stage = { number: 1, description: '', objectives: [], handIn: 1, lines: [], outcomes: [outcome] };

function quest(id: number, numbers: Partial<QuestDefinition>): QuestDefinition {
  return { ...blank.quest, ...{ id, key: `quest-${id}`, name: `${id}`, stages: [stage] }, ...numbers };
}

const quests = [
  quest(Quest.hunt, {
    ...{ repeat: 'afterCooldown', cooldownSeconds: 5, whenFull: 'mail' },
    stages: [
      {
        ...stage,
        objectives: [
          { kind: 'kill', creature: Creature.wolf, count: 1 },
          { kind: 'collect', item: Item.pelt, count: 1 },
        ],
        outcomes: [{ ...outcome, coins: 5, experience: 10, items: [{ item: Item.tooth, count: 2 }] }],
      },
    ],
  }),
  quest(Quest.once, {}),
  quest(Quest.daily, { repeat: 'daily', stages: [{ ...stage, outcomes: [{ ...outcome, coins: 9 }] }] }),
  quest(Quest.proud, { requires: [{ kind: 'level', levelMin: 6 }] }),
  quest(Quest.later, { requires: [{ kind: 'questDone', quest: Quest.walk }] }),
  quest(Quest.walk, {
    stages: [
      {
        ...{ ...stage, handIn: 0 },
        objectives: [
          { kind: 'visit', mapKey: 'field', landmarkKey: 'spring' },
          { kind: 'talk', npc: 1 },
        ],
        outcomes: [{ ...outcome, next: 2 }],
      },
      { ...stage, number: 2, outcomes: [{ ...outcome, coins: 2 }] },
    ],
  }),
  quest(Quest.nobodys, {}),
];

export function tellingsContent(): Content {
  return smallContent({
    quests,
    npcs: [
      {
        ...blank.npc,
        ...{ id: 1, key: 'elder', name: 'elder', talkRangeM: 15 },
        services: [
          {
            kind: 'questGiver',
            quests: quests.map(({ id }) => id).filter((id) => id !== Quest.nobodys),
          },
        ],
      },
    ],
    items: [
      item(Item.sword, 'sword', 1),
      item(Item.bread, 'bread', 5),
      item(Item.pelt, 'pelt', 10),
      item(Item.tooth, 'tooth', 3),
    ],
    skills: [
      skill(Skill.strike, 'strike', { spreadShare: 0.2, cooldownTicks: 30, globalCooldownTicks: 20 }),
      skill(Skill.bolt, 'bolt', {
        rangeM: 10,
        manaCost: 15,
        cooldownSlot: 1,
        damageType: 'magical',
        powerShare: 1.5,
        spreadShare: 0.1,
        cooldownTicks: 45,
        globalCooldownTicks: 20,
      }),
      skill(Skill.mend, 'mend', {
        effect: 'heal',
        target: 'ally',
        rangeM: 10,
        manaCost: 10,
        cooldownSlot: 2,
        flatAmount: 5,
        cooldownTicks: 90,
        globalCooldownTicks: 20,
      }),
      skill(Skill.focus, 'focus', {
        effect: 'heal',
        target: 'self',
        cooldownSlot: 3,
        powerShare: 0.5,
        cooldownTicks: 240,
        globalCooldownTicks: 0,
        needsLineOfSight: false,
      }),
      skill(Skill.bite, 'bite', { rangeM: 1, spreadShare: 0.3, cooldownTicks: 50, globalCooldownTicks: 30 }),
    ],
    creatures: [
      creature(Creature.wolf, 'wolf', {
        levelMax: 3,
        healthMax: 24,
        power: 14,
        aggroRangeM: 8,
        leashRangeM: 14,
      }),
      creature(Creature.boar, 'boar', { levelMax: 2, aggroRangeM: 0, healthMax: 30, armour: 30 }),
      creature(Creature.bear, 'bear', {
        levelMin: 5,
        levelMax: 5,
        power: 40,
        healthMax: 90,
        experience: 200,
      }),
    ],
    lootTables: [
      {
        ...blank.lootTable,
        ...{ id: 1, key: 'beast', name: 'beast' },
        coinsMin: 0,
        coinsMax: 7,
        rolls: [
          { item: Item.pelt, chance: 0.8, countMin: 1, countMax: 3 },
          { item: Item.tooth, chance: 0.5, countMin: 1, countMax: 2 },
          { item: Item.sword, chance: 0.6, countMin: 1, countMax: 1 },
        ],
      },
    ],
    recipes: [
      recipe(Recipe.charm, {
        ...{ skillUntil: 2, successChance: 0.7, durationTicks: 30 },
        inputs: [{ item: Item.pelt, count: 1 }],
        output: { item: Item.tooth, count: 1 },
        finer: { item: Item.bread, chance: 0.4 },
      }),
      recipe(Recipe.broth, {
        ...{ station: 'campfire', durationTicks: 45, skillUntil: 4, successChance: 0.5 },
        inputs: [{ item: Item.tooth, count: 1 }],
        output: { item: Item.bread, count: 2 },
      }),
      recipe(Recipe.tooled, { tool: Item.sword + 90 }),
      recipe(Recipe.masterly, { skillMin: 900, skillUntil: 900 }),
    ],
    maps: [field, pit],
    progression: {
      ...blank.progression,
      experienceCurve: [0, 80, 200, 400, 700, 1100],
      healthBase: 100,
      healthPerLevel: 20,
      manaBase: 50,
      manaPerLevel: 10,
      powerBase: 10,
      powerPerLevel: 2,
      armourBase: 5,
      armourPerLevel: 2,
    },
    rules: {
      ...smallRules,
      startItems: [
        { item: Item.sword, count: 1 },
        { item: Item.bread, count: 3 },
      ],
      startCoins: 10,
      playerSkills: [Skill.strike, Skill.bolt, Skill.mend, Skill.focus],
      playerSpeedMps: 5,
      playerRadiusM: 0.35,
      healthRegenerationPerSecond: 0.02,
      manaRegenerationPerSecond: 0.03,
      inCombatTicks: 240,
      criticalChance: 0.1,
      criticalMultiplier: 1.5,
      dodgeChance: 0.1,
      blockChance: 0.1,
      blockShare: 0.5,
      armourHalf: 100,
      damagePerLevelShare: 0.05,
      damageLevelShareMax: 0.5,
      deathExperienceShare: 0.1,
      respawnHealthShare: 0.5,
      respawnManaShare: 0.5,
      respawnWaitTicks: 60,
      respawnAutomaticTicks: 300,
      corpseTicks: 120,
      lootOwnedTicks: 180,
      lootLifeTicks: 600,
      pickUpRangeM: 2,
      returnHealingPerSecond: 0.5,
      partyMembersMax: 3,
      partyInvitationTicks: 300,
      lootRollTicks: 120,
      partyAwayTicks: 200,
      partyLeaderAwayTicks: 60,
      partyBonusShare: 0.25,
    },
  });
}
