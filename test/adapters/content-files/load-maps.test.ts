// Maps that load, and how faults in them are named.

import { beforeEach, describe, expect, it } from '@jest/globals';
import { ContentCopy, objectsOf, setProperty } from './content-copy.js';
import type { Editable } from './content-copy.js';

let copy: ContentCopy;

beforeEach(() => {
  copy = new ContentCopy();
});

describe('a fault in a map', () => {
  const meadow = 'maps/meadow.tmj';

  it.each([
    [
      'a spawn inside a wall',
      (m: Editable) => Object.assign(objectsOf(m, 'spawn')[1], { x: 0, y: 0 }),
      /objects\[1 'cave-mouth'\]: at \(0\.0, 0\.0\) stands in something solid/,
    ],
    [
      'a spawn on a portal',
      (m: Editable) => Object.assign(objectsOf(m, 'spawn')[1], { y: 7 * 16 }),
      /objects\[1 'cave-mouth'\]: stands on a portal/,
    ],
    [
      'a spawn group on an island',
      (m: Editable) => island(m),
      /objects\[0 'wolves-west'\]: at .* cannot be walked to from spawn 'village'/,
    ],
    [
      'a portal to no map',
      (m: Editable) => setProperty(objectsOf(m, 'portal')[0], 'targetMap', 'moon'),
      /objects\[0 'to-cave'\]\.targetMap: names the map 'moon'.*one of cave, meadow/,
    ],
    [
      'a portal to no spawn',
      (m: Editable) => setProperty(objectsOf(m, 'portal')[0], 'targetSpawn', 'moon'),
      /objects\[0 'to-cave'\]\.targetSpawn: names the spawn 'moon', which map 'cave' lacks; allowed: one of entrance/,
    ],
    [
      'an unknown creature',
      (m: Editable) => setProperty(objectsOf(m, 'spawn-group')[0], 'creature', 'dragon'),
      /layers\[6 'creatures'\]\.objects\[0 'wolves-west'\]\.creature: names the creature 'dragon'/,
    ],
    [
      'too many creatures',
      (m: Editable) => setProperty(objectsOf(m, 'spawn-group')[0], 'count', 101),
      /'wolves-west'\]\.count: is 101; allowed: a whole number from 1 to 100/,
    ],
    [
      'somebody unknown',
      (m: Editable) => setProperty(objectsOf(m, 'npc')[0], 'npc', 'bakker'),
      /'baker'\]\.npc: names the npc 'bakker'.*did you mean 'baker'/,
    ],
    [
      'somebody in a wall',
      (m: Editable) => Object.assign(objectsOf(m, 'npc')[0], { x: 0, y: 0 }),
      /'baker'\]: at \(0\.0, 0\.0\) stands in something solid/,
    ],
    [
      'an unknown class',
      (m: Editable) => (objectsOf(m, 'spawn')[2].type = 'sprawn'),
      /'bridge'\]\.type: is "sprawn"; did you mean 'spawn'\?; allowed: one of [^(]*\bspawn, safe-zone, [^(]+ \(Tiled/,
    ],
    [
      'a bind point that is not there',
      (m: Editable) => setProperty(m, 'bindSpawn', 'moon'),
      /meadow\.tmj: bindSpawn: names the spawn 'moon'/,
    ],
    [
      'an id that another map has',
      (m: Editable) => setProperty(m, 'id', 2),
      /meadow\.tmj: id: is 2, which map 'cave' has already/,
    ],
    [
      'a tile of no tileset',
      (m: Editable) => (m.layers[0].data[5] = 9999),
      /layers\[0 'ground'\]\.data\[5\]: is tile 9999/,
    ],
    [
      'a layer of another size',
      (m: Editable) => m.layers[0].data.pop(),
      /layers\[0 'ground'\]\.data: has 16383 tiles; allowed: 16384/,
    ],
    [
      'two objects of one name',
      (m: Editable) => (objectsOf(m, 'spawn')[1].name = 'village'),
      /name: is 'village', which another spawn has already/,
    ],
  ])('%s is found', async (_, change, message) => {
    const problems = await copy.edit(meadow, change).problems();
    expect(problems).toContainEqual(expect.stringMatching(message));
    expect(problems.every((problem) => problem.startsWith('maps/'))).toBe(true);
  });

  it.each([
    [
      'infinite maps',
      (m: Editable) => (m.infinite = true),
      /infinite: is true; allowed: false \(Tiled: .*Infinite off/,
    ],
    [
      'compressed layers',
      (m: Editable) => (m.layers[0].data = 'eJzt'),
      /layers\[0 'ground'\]\.data: is written as text; allowed: tile layer format CSV/,
    ],
    ['isometric maps', (m: Editable) => (m.orientation = 'isometric'), /orientation: is "isometric"/],
  ])('%s are refused', async (_, change, message) => {
    expect(await copy.edit(meadow, change).problems()).toContainEqual(expect.stringMatching(message));
  });

  function island(map: Editable): void {
    const group = objectsOf(map, 'spawn-group').find((object) => object.name === 'wolves-west');
    const walls = map.layers.find((layer: Editable) => layer.name === 'walls').data;
    const x = Math.floor((group.x + group.width / 2) / 16);
    const y = Math.floor((group.y + group.height / 2) / 16);
    const rock = walls.find((tile: number) => tile > 0);
    for (let dy = -2; dy <= 2; dy++)
      for (let dx = -2; dx <= 2; dx++)
        walls[(y + dy) * map.width + x + dx] = Math.max(Math.abs(dx), Math.abs(dy)) === 2 ? rock : 0;
  }
});

describe('a map', () => {
  it('names every tile that no tileset has, once, and counts those beyond the first eight', async () => {
    const unknown = async (numbers: readonly number[]): Promise<string[]> => {
      copy = new ContentCopy();
      copy.edit('maps/meadow.tmj', (map) => map.layers[0].data.splice(5, numbers.length, ...numbers));
      return copy.problems();
    };
    const told = (at: number, tile: number, more = '') =>
      `maps/meadow.tmj: layers[0 'ground'].data[${at}]: is tile ${tile}, which no tileset of the map has${more}; allowed: tile numbers of the map’s tilesets`;
    expect(await unknown([9001, 9002, 9001])).toEqual([told(5, 9001), told(6, 9002)]);
    const many = Array.from({ length: 20 }, (_, i) => 9001 + i);
    const problems = await unknown(many);
    expect(problems).toHaveLength(8);
    expect(problems[7]).toBe(told(12, 9008, ', as are 12 more numbers of this layer'));
  });

  it('may hold its tileset itself, and tiles may be flipped', async () => {
    const before = (await copy.load()).maps[1]!;
    copy.edit('maps/meadow.tmj', (map) => {
      copy.edit('maps/terrain.tsj', (tileset) => (map.tilesets = [{ ...tileset, firstgid: 1 }]));
      map.layers[2].data = map.layers[2].data.map((tile: number) => (tile === 0 ? 0 : tile + 0x8000_0000));
    });
    const after = (await copy.load()).maps[1]!;
    expect(after.blocked).toEqual(before.blocked);
    expect(after.blocked.some((tile) => tile === 1)).toBe(true);
  });

  it('blocks walking over water, not sight', async () => {
    const meadow = (await copy.load()).maps[0]!;
    const water = meadow.terrainNames.indexOf('water');
    const tile = meadow.terrain.indexOf(water, 38 * 128 + 95);
    expect([meadow.blocked[tile], meadow.opaque[tile]]).toEqual([1, 0]);
  });
});
