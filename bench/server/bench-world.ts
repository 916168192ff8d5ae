// A world for load: the game's own records on one open map of 1 km², and characters spread over it so that each sees
// about as many others as asked. Written to a folder of its own.

import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { SqliteCharacterStore } from '#adapters/sqlite/sqlite-character-store.js';
import { defaultRadii } from '#application/replication/area-of-interest.js';
import type { StoredCharacter } from '#ports/storage/characters/character-store.js';
import { giveStacks } from './give-stacks.js';
import { leastCharacterNumbers } from '#ports/storage/generated/character-numbers.js';

const sideMax = 1024;
const tilePx = 16;
const creatureGroupsMax = 60;
/** Who has played stands where it was stored; who has not is a beginner, and comes in where all beginners do. */
const beganSeconds = 1;

export interface BenchWorldOptions {
  readonly folder: string;
  readonly players: number;
  readonly creatures: number;
  /** Others in sight of each player, about. */
  readonly visible: number;
  /** All within a few metres of the middle. */
  readonly crowded: boolean;
  /** Each has one stack in the first slot of its bag. */
  readonly withStacks?: boolean;
}

export interface BenchWorld {
  readonly contentDir: string;
  readonly dataDir: string;
  /** Metres. */
  readonly side: number;
}

export async function writeBenchWorld(options: BenchWorldOptions): Promise<BenchWorld> {
  const contentDir = join(options.folder, 'content');
  const dataDir = join(options.folder, 'data');
  mkdirSync(dataDir, { recursive: true });
  cpSync('content', contentDir, { recursive: true, filter: (path) => !path.endsWith('.tmj') });
  const seenArea = Math.PI * defaultRadii.enterM ** 2;
  const wanted = Math.sqrt((options.players * seenArea) / options.visible);
  const side = Math.min(sideMax, Math.max(64, Math.ceil(wanted)));
  // Nobody stands on the field, nobody is sent to anybody, and nothing is made.
  writeFileSync(join(contentDir, 'quests.json'), '[]');
  writeFileSync(join(contentDir, 'npcs.json'), '[]');
  writeFileSync(join(contentDir, 'recipes.json'), '[]');
  writeFileSync(join(contentDir, 'maps', 'field.tmj'), JSON.stringify(fieldMap(side, options.creatures)));
  const rulesFile = join(contentDir, 'rules.json');
  const rules = JSON.parse(readFileSync(rulesFile, 'utf8')) as Record<string, unknown>;
  writeFileSync(rulesFile, JSON.stringify({ ...rules, startMap: 'field', startSpawn: 'middle' }));
  await storeCharacters(dataDir, side, options);
  return { contentDir, dataDir, side };
}

function fieldMap(side: number, creatures: number): object {
  const grass = 1;
  const wall = 63;
  const isEdge = (i: number): boolean => {
    const [x, y] = [i % side, Math.floor(i / side)];
    return x === 0 || y === 0 || x === side - 1 || y === side - 1;
  };
  const layer = (id: number, name: string, tile: (i: number) => number): object => ({
    ...{ id, name, type: 'tilelayer', visible: true, opacity: 1, x: 0, y: 0, width: side, height: side },
    data: Array.from({ length: side * side }, (_, i) => tile(i)),
  });
  const objects = (id: number, name: string, list: object[]): object => ({
    ...{ id, name, type: 'objectgroup', visible: true, opacity: 1, x: 0, y: 0, draworder: 'topdown' },
    objects: list,
  });
  const property = (name: string, type: string, value: unknown): object => ({ name, type, value });
  const middle = (side / 2) * tilePx;
  return {
    ...{
      type: 'map',
      version: '1.10',
      tiledversion: '1.10.2',
      orientation: 'orthogonal',
      renderorder: 'right-down',
    },
    ...{
      width: side,
      height: side,
      tilewidth: tilePx,
      tileheight: tilePx,
      infinite: false,
      nextlayerid: 8,
      nextobjectid: 1000,
    },
    properties: [
      property('bindSpawn', 'string', 'middle'),
      property('id', 'int', 1),
      property('name', 'string', 'Bench field'),
      property('pvp', 'bool', false),
    ],
    tilesets: [{ firstgid: 1, source: 'terrain.tsj' }],
    layers: [
      layer(1, 'ground', () => grass),
      layer(2, 'details', () => 0),
      layer(3, 'walls', (i) => (isEdge(i) ? wall : 0)),
      objects(4, 'spawns', [
        {
          ...{
            id: 1,
            name: 'middle',
            type: 'spawn',
            point: true,
            x: middle,
            y: middle,
            width: 0,
            height: 0,
            rotation: 0,
            visible: true,
          },
          properties: [property('facing', 'int', 64)],
        },
      ]),
      objects(5, 'zones', []),
      objects(6, 'portals', []),
      objects(7, 'creatures', creatureGroups(side, creatures, property)),
    ],
  };
}

function creatureGroups(
  side: number,
  creatures: number,
  property: (name: string, type: string, value: unknown) => object,
): object[] {
  const groups = Math.min(creatureGroupsMax, Math.ceil(creatures / 100));
  if (groups === 0) return [];
  const across = Math.ceil(Math.sqrt(groups));
  const cell = (side - 4) / across;
  return Array.from({ length: groups }, (_, i) => ({
    ...{ id: 10 + i, name: `pack-${i}`, type: 'spawn-group', ellipse: true, rotation: 0, visible: true },
    x: (2 + (i % across) * cell) * tilePx,
    y: (2 + Math.floor(i / across) * cell) * tilePx,
    width: cell * tilePx,
    height: cell * tilePx,
    properties: [
      property('creature', 'string', 'wolf'),
      property('count', 'int', Math.min(100, Math.ceil(creatures / groups))),
      property('respawnSeconds', 'int', 30),
    ],
  }));
}

/** On a grid, so that the density is even; in a crowd, within 12 m of the middle. */
async function storeCharacters(
  dataDir: string,
  side: number,
  { players, crowded, withStacks }: BenchWorldOptions,
): Promise<void> {
  const store = await SqliteCharacterStore.open(join(dataDir, 'game.sqlite'));
  const across = Math.ceil(Math.sqrt(players));
  const spread = crowded ? 24 : side - 8;
  const first = (side - spread) / 2;
  for (let i = 0; i < players; i++) {
    await store.create(
      characterAt(
        `load-${i}`,
        first + ((i % across) + 0.5) * (spread / across),
        first + (Math.floor(i / across) + 0.5) * (spread / across),
      ),
      Date.now(),
    );
  }
  await store.close();
  if (withStacks === true) await giveStacks(dataDir, players);
}

function characterAt(name: string, x: number, y: number): StoredCharacter {
  return {
    ...{ characterId: 0, accountId: '00000000-0000-0000-0000-000000000000', name, mapKey: 'field' },
    ...{ ...leastCharacterNumbers, x, y, level: 1, health: 120, mana: 120, playedSeconds: beganSeconds },
    ...{ cooldowns: [], sales: [], savedUnixMs: 0, inventory: [] },
  };
}
