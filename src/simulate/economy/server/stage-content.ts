// Where the economy is interleaved: the game's own items, people and rules on two small maps, in one of which everything
// that players do business with stands within reach of where they begin. Chance that would refuse what is asked is taken
// out, waits are short, and a beginner owns two sets of what verbs are done with.

import { Content } from '#domain/content/content.js';
import { noMapObjects } from '#domain/content/generated/map-objects.js';
import type { RecipeDefinition } from '#domain/content/generated/definitions.js';
import type { NpcService } from '#domain/content/generated/definitions.js';
import type { MapDefinition } from '#domain/content/map-definition.js';

import { questsOfStage } from './stage-quests.js';

/** What a player has twice, in slots `4 * set` to `4 * set + 3` of its bag: no two of them stack with each other. */
export const belongings = [
  { weapon: 'rusty-sword', food: 'bread', material: 'wolf-pelt', armour: 'worn-boots' },
  { weapon: 'rusty-sword', food: 'boar-meat', material: 'boar-tusk', armour: 'wolfhide-cap' },
] as const;
const unitsOfFood = 12;
const unitsOfMaterial = 9;

/** Of each set, a recipe for a moment and one for longer than any case: what it is made of is the set's food and material. */
export const stageRecipes = [
  { quick: 60_001, slow: 60_002 },
  { quick: 60_003, slow: 60_004 },
] as const;
const quickTicks = 2;
const slowTicks = 36_000;

/** The way out of the meadow, where nobody stands by chance, and the way back. */
export const portalAt = { x: 20.5, y: 20.5 } as const;
export const lootLifeTicks = 240;

export function economyContent(real: Content): Content {
  const { lists } = real;
  const idOf = (list: readonly { readonly id: number; readonly key: string }[], key: string): number => {
    const found = list.find((record) => record.key === key);
    if (found === undefined) throw new Error(`the content has no ${key}`);
    return found.id;
  };
  const item = (key: string): number => idOf(lists.items, key);
  const wolf = idOf(lists.creatures, 'wolf');
  const quests = questsOfStage(idOf(lists.npcs, 'shepherd'), item);
  return new Content({
    ...lists,
    quests,
    npcs: lists.npcs.map((each) =>
      each.key === 'shepherd' ? { ...each, services: [givesAll(quests)] } : each,
    ),
    items: lists.items.map((each) => ({
      ...each,
      levelMin: 1,
      useCooldownTicks: 1,
      bind: each.key === 'wolfhide-cap' ? ('onEquip' as const) : each.bind,
    })),
    creatures: lists.creatures.map((each) =>
      each.id !== wolf
        ? each
        : {
            ...each,
            levelMax: 1,
            power: 0,
            powerPerLevel: 0,
            aggroRangeM: 0,
            wanderRadiusM: 0.1,
            leashRangeM: 60,
          },
    ),
    skills: lists.skills.map((each) =>
      lists.rules.playerSkills.includes(each.id)
        ? { ...each, cooldownTicks: 2, globalCooldownTicks: 2 }
        : each,
    ),
    lootTables: lists.lootTables.map((each) => ({
      ...each,
      coinsMin: 3,
      coinsMax: 3,
      rolls: [
        { item: item('wolf-pelt'), chance: 1, countMin: 2, countMax: 2 },
        // Lies in a slot by itself, so that a party rolls for it.
        { item: item('hunting-knife'), chance: 1, countMin: 1, countMax: 1 },
      ],
    })),
    recipes: belongings.flatMap((owned, set) => recipesOf(owned, stageRecipes[set]!, item)),
    maps: [
      place(lists.maps[0]!, 1, 'meadow', 'cave', {
        spawnGroups: [
          { key: 'wolves', creature: wolf, count: 2, radiusM: 0.5, respawnTicks: 30, x: 5, y: 4.2 },
        ],
        craftingStations: [{ key: 'anvil', station: 'anvil', reachM: 3, x: 5, y: 5 }],
        npcPlaces: ['smith', 'banker', 'shepherd'].map((key, i) => ({
          ...{ key, npc: idOf(lists.npcs, key), facing: 0 },
          ...{ x: 4 + i, y: 6 },
        })),
      }),
      place(lists.maps[0]!, 2, 'cave', 'meadow', {}),
    ],
    rules: rulesOf(lists.rules, item),
  });
}

/** Each piece may spoil, or come out finer, and teaches at first. */
function recipesOf(
  { weapon, food, material }: (typeof belongings)[number],
  ids: (typeof stageRecipes)[number],
  item: (key: string) => number,
): RecipeDefinition[] {
  const recipe = (id: number, durationTicks: number): RecipeDefinition => ({
    ...{ id, key: `recipe-${id}`, name: `recipe ${id}`, levelMin: 1, station: 'anvil', durationTicks },
    ...{ profession: 'smithing', skillMin: 0, skillUntil: 3, successChance: 0.5, tool: item(weapon) },
    inputs: [
      { item: item(material), count: 2 },
      { item: item(food), count: 1 },
    ],
    output: { item: item('wooden-shield'), count: 1 },
    finer: { item: item('leather-jerkin'), chance: 0.3 },
  });
  return [recipe(ids.quick, quickTicks), recipe(ids.slow, slowTicks)];
}

function givesAll(quests: readonly { readonly id: number }[]): NpcService {
  return { kind: 'questGiver', quests: quests.map(({ id }) => id) };
}

function rulesOf(rules: Content['rules'], item: (key: string) => number): Content['rules'] {
  return {
    ...rules,
    startMapKey: 'meadow',
    startSpawnKey: 'home',
    startCoins: 4000,
    startItems: belongings.flatMap(({ weapon, food, material, armour }) => [
      { item: item(weapon), count: 1 },
      { item: item(food), count: unitsOfFood },
      { item: item(material), count: unitsOfMaterial },
      { item: item(armour), count: 1 },
    ]),
    ...{
      healthRegenerationPerSecond: 0,
      inCombatTicks: 60,
      blowsPerWear: 1,
      lootLifeTicks,
      lootOwnedTicks: 60,
      lootRollTicks: 30,
    },
    ...{ dodgeChance: 0, blockChance: 0, respawnWaitTicks: 1, respawnAutomaticTicks: 20, corpseTicks: 5 },
  };
}

const side = 24;

function place(
  like: MapDefinition,
  id: number,
  key: string,
  targetMapKey: string,
  more: Partial<MapDefinition>,
): MapDefinition {
  const blocked = new Uint8Array(side * side);
  for (let i = 0; i < side; i++)
    for (const at of [i, (side - 1) * side + i, i * side, i * side + side - 1]) blocked[at] = 1;
  return {
    ...like,
    ...noMapObjects,
    ...{ id, key, name: key, bindSpawnKey: 'home', pvp: false, width: side, height: side },
    ...{ blocked, opaque: blocked, terrain: new Uint8Array(side * side), terrainNames: ['grass'] },
    spawnPoints: [{ key: 'home', x: 5, y: 5, facing: 0 }],
    portals: [{ key: 'out', x: 20, y: 20, width: 1, height: 1, targetMapKey, targetSpawnKey: 'home' }],
    ...more,
  };
}
