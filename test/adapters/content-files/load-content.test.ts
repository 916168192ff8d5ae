import { join } from 'node:path';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { loadContent } from '#adapters/content-files/load-content.js';
import { canonicalJson } from '#adapters/content-files/content-hash.js';
import { temporaryFolder } from '../../support/temporary-folder.js';
import type { Content } from '#domain/content/content.js';
import { ContentCopy, contentFolder, objectsOf, setProperty } from './content-copy.js';
import type { Editable } from './content-copy.js';

let folder: string;
let copy: ContentCopy;

beforeEach(() => {
  folder = temporaryFolder();
  copy = new ContentCopy(folder);
});

async function load(from = folder): Promise<Content> {
  const loaded = await loadContent(from);
  if (!loaded.ok) throw new Error('the content has problems');
  return loaded.content;
}

describe('the committed content', () => {
  it('has no problems', async () => {
    expect(await copy.problems()).toEqual([]);
  });

  it('has what a first game needs', async () => {
    const { lists } = await load(contentFolder);
    expect(lists.creatures.length).toBeGreaterThanOrEqual(4);
    expect(lists.items.length).toBeGreaterThanOrEqual(12);
    expect(lists.recipes.length).toBeGreaterThanOrEqual(1);
    expect(lists.quests.length).toBeGreaterThanOrEqual(1);
    expect(lists.progression.experienceCurve).toHaveLength(20);
    expect(lists.maps.map(({ key }) => key)).toEqual(['cave', 'meadow']);
  });

  it('turns keys into ids and seconds into ticks', async () => {
    const content = await load();
    const wolf = content.lists.creatures.find(({ key }) => key === 'wolf')!;
    expect(content.skills[wolf.skills[0]!]!.key).toBe('bite');
    expect(content.lootTables[wolf.lootTable]!.key).toBe('wolf');
    expect(content.skills[1]).toMatchObject({ key: 'strike', cooldownTicks: 60 });
    expect(content.rules.lootOwnedTicks).toBe(1200);
  });

  it('leads from each map to the other and back', async () => {
    const { maps } = await load();
    for (const map of maps) {
      const other = maps.find((one) => one !== map)!;
      expect(map.portals.map((portal) => portal.targetMapKey)).toContain(other.key);
    }
  });
});

describe('the content hash', () => {
  it('does not depend on the layout of the files', async () => {
    const before = (await load()).hash;
    copy.edit('items.json', (items: Editable[]) => {
      items[0] = Object.fromEntries(Object.entries(items[0]).reverse());
    });
    expect((await load()).hash).toBe(before);
  });

  it('changes with any value, of a tile as well', async () => {
    const hashes = new Set([(await load()).hash]);
    copy.edit('items.json', (items) => (items[0].priceCoins += 1));
    hashes.add((await load()).hash);
    copy.edit('maps/meadow.tmj', (map) => (map.layers[0].data[64 * 128 + 30] = 11));
    hashes.add((await load()).hash);
    expect(hashes.size).toBe(3);
  });

  it('is taken over JSON with sorted keys', () => {
    expect(canonicalJson({ b: [1, { d: 2, c: 'x' }], a: new Uint8Array([7, 8]), e: undefined })).toBe(
      '{"a":[7,8],"b":[1,{"c":"x","d":2}]}',
    );
  });
});

describe('a fault in a record file', () => {
  it('is named with file, path, value and what is allowed', async () => {
    copy.edit('items.json', (items) => (items[3].stackMax = 5000));
    expect(await copy.problems()).toEqual(['items.json: [3].stackMax: is 5000; allowed: at most 999']);
  });

  it('does not hide the others', async () => {
    copy
      .edit('items.json', (items) => {
        items[0].kind = 'sword';
        delete items[1].name;
        items[2].colour = 'red';
      })
      .edit('creatures.json', (creatures) => (creatures[0].healthMax = '55'))
      .write('quests.json', '[');
    expect(await copy.problems()).toEqual([
      'items.json: [0].kind: is "sword"; allowed: one of "weapon", "armour", "consumable", "material", "tool", "quest"',
      'items.json: [1].name: is missing; allowed: a value of type string',
      'items.json: [2].colour: is not a known field; allowed: only the fields of this kind of record',
      'creatures.json: [0].healthMax: is "55"; allowed: a value of type number',
      expect.stringMatching(/^quests\.json: is not JSON: .*; allowed: a JSON document$/),
    ]);
  });

  it.each([
    [
      'an unknown item',
      'loot-tables.json',
      (t: Editable) => (t[0].rolls[0].item = 'wolf-fur'),
      /\[0\]\.rolls\[0\]\.item: names the item 'wolf-fur'/,
    ],
    [
      'an unknown skill',
      'creatures.json',
      (c: Editable) => (c[1].skills = ['howl']),
      /\[1\]\.skills\[0\]: names the skill 'howl'.*one of strike/,
    ],
    [
      'an unknown loot table',
      'creatures.json',
      (c: Editable) => (c[0].lootTable = 'x'),
      /\[0\]\.lootTable: names the loot table 'x'/,
    ],
    [
      'an unknown creature in a quest',
      'quests.json',
      (q: Editable) => (q[0].objectives[0].creature = 'x'),
      /\[0\]\.objectives\[0\]\.creature/,
    ],
    [
      'an unknown item in a recipe',
      'recipes.json',
      (r: Editable) => (r[0].output.item = 'x'),
      /\[0\]\.output\.item: names the item 'x'/,
    ],
    [
      'an id used twice',
      'items.json',
      (i: Editable) => (i[1].id = 1),
      /\[1\]\.id: is 1, which 'rusty-sword' has already/,
    ],
    [
      'a key used twice',
      'items.json',
      (i: Editable) => (i[16].key = 'bread'),
      /\[16\]\.key: is 'bread', which another item/,
    ],
    [
      'a key that is no key',
      'items.json',
      (i: Editable) => (i[0].key = 'Rusty Sword'),
      /\[0\]\.key: is "Rusty Sword"; allowed: text that matches/,
    ],
    [
      'a range upside down',
      'loot-tables.json',
      (t: Editable) => (t[1].rolls[0].countMax = 0),
      /countMax: is 0; allowed: at least 1/,
    ],
    [
      'levels upside down',
      'creatures.json',
      (c: Editable) => (c[2].levelMax = 1),
      /\[2\]\.levelMax: is 1; allowed: at least levelMin, 3/,
    ],
    [
      'an experience curve that falls',
      'progression.json',
      (p: Editable) => (p.experienceCurve[3] = 5),
      /experienceCurve\[3\]: is 5; allowed: more than/,
    ],
    [
      'two skills on one cooldown',
      'rules.json',
      (r: Editable) => (r.playerSkills = ['strike', 'bite']),
      /playerSkills\[1\]: 'bite' shares cooldown slot 0 with 'strike'/,
    ],
    [
      'a start on no map',
      'rules.json',
      (r: Editable) => (r.startMap = 'moon'),
      /startMap: names the map 'moon'.*one of cave, meadow/,
    ],
    [
      'a start at no spawn',
      'rules.json',
      (r: Editable) => (r.startSpawn = 'moon'),
      /startSpawn: names the spawn 'moon'.*one of village/,
    ],
    [
      'a healing skill for enemies',
      'skills.json',
      (s: Editable) => (s[2].target = 'enemy'),
      /\[2\]\.target: is "enemy" for a skill that heals/,
    ],
    [
      'a stack of something worn',
      'items.json',
      (i: Editable) => (i[0].stackMax = 2),
      /\[0\]\.stackMax: is 2 for something that is worn; allowed: 1/,
    ],
  ])('%s is found', async (_, file, change, message) => {
    const problems = await copy.edit(file, change).problems();
    expect(problems).toEqual([expect.stringMatching(message)]);
    expect(problems[0]).toMatch(new RegExp(`^${file}: `));
  });

  it('is a problem, not an exception, when the folder is missing', async () => {
    const loaded = await loadContent(join(folder, 'nowhere'));
    expect(loaded).toMatchObject({ ok: false });
  });
});

describe('a fault in a map', () => {
  const meadow = 'maps/meadow.tmj';

  it.each([
    [
      'a spawn inside a wall',
      (m: Editable) => Object.assign(objectsOf(m, 'spawn')[1], { x: 0, y: 0 }),
      /spawn\.cave-mouth: at \(0\.0, 0\.0\) stands in something solid/,
    ],
    [
      'a spawn on a portal',
      (m: Editable) => Object.assign(objectsOf(m, 'spawn')[1], { y: 7 * 16 }),
      /spawn\.cave-mouth: stands on a portal/,
    ],
    [
      'a spawn group on an island',
      (m: Editable) => island(m),
      /spawn-group\.wolves-west: at .* cannot be walked to from spawn 'village'/,
    ],
    [
      'a portal to no map',
      (m: Editable) => setProperty(objectsOf(m, 'portal')[0], 'targetMap', 'moon'),
      /portal\.to-cave\.targetMap: names the map 'moon'.*one of cave, meadow/,
    ],
    [
      'a portal to no spawn',
      (m: Editable) => setProperty(objectsOf(m, 'portal')[0], 'targetSpawn', 'moon'),
      /portal\.to-cave\.targetSpawn: names the spawn 'moon', which map 'cave' lacks; allowed: one of entrance/,
    ],
    [
      'an unknown creature',
      (m: Editable) => setProperty(objectsOf(m, 'spawn-group')[0], 'creature', 'dragon'),
      /creatures\.#\d+\.creature: names the creature 'dragon'/,
    ],
    [
      'too many creatures',
      (m: Editable) => setProperty(objectsOf(m, 'spawn-group')[0], 'count', 101),
      /creatures\.#\d+\.count: is 101; allowed: at most 100/,
    ],
    [
      'an unknown class',
      (m: Editable) => (objectsOf(m, 'spawn')[2].type = 'sprawn'),
      /class: is 'sprawn'; allowed: one of spawn, safe-zone, portal, spawn-group/,
    ],
    [
      'a bind point that is not there',
      (m: Editable) => setProperty(m, 'bindSpawn', 'moon'),
      /properties\.bindSpawn: names the spawn 'moon'/,
    ],
    [
      'an id that another map has',
      (m: Editable) => setProperty(m, 'id', 2),
      /properties\.id: is 2, which map 'cave' has already/,
    ],
    [
      'a tile of no tileset',
      (m: Editable) => (m.layers[0].data[5] = 9999),
      /layers\.ground\.data\[5\]: is tile 9999/,
    ],
    [
      'a layer of another size',
      (m: Editable) => m.layers[0].data.pop(),
      /layers\.ground\.data: has 16383 tiles; allowed: 16384/,
    ],
    [
      'two objects of one name',
      (m: Editable) => (objectsOf(m, 'spawn')[1].name = 'village'),
      /name: is 'village', which another of its class has already/,
    ],
  ])('%s is found', async (_, change, message) => {
    const problems = await copy.edit(meadow, change).problems();
    expect(problems).toContainEqual(expect.stringMatching(message));
    expect(problems.every((problem) => problem.startsWith('maps/'))).toBe(true);
  });

  it.each([
    ['infinite maps', (m: Editable) => (m.infinite = true), /infinite: is true; allowed: one of false/],
    ['compressed layers', (m: Editable) => (m.layers[0].data = 'eJzt'), /layers\[0\]\.data: is "eJzt".*CSV/],
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
  it('may hold its tileset itself, and tiles may be flipped', async () => {
    const before = (await load()).maps[1]!;
    copy.edit('maps/meadow.tmj', (map) => {
      copy.edit('maps/terrain.tsj', (tileset) => (map.tilesets = [{ ...tileset, firstgid: 1 }]));
      map.layers[2].data = map.layers[2].data.map((tile: number) => (tile === 0 ? 0 : tile + 0x8000_0000));
    });
    const after = (await load()).maps[1]!;
    expect(after.blocked).toEqual(before.blocked);
    expect(after.blocked.some((tile) => tile === 1)).toBe(true);
  });

  it('blocks walking over water, not sight', async () => {
    const meadow = (await load()).maps[0]!;
    const water = meadow.terrainNames.indexOf('water');
    const tile = meadow.terrain.indexOf(water, 38 * 128 + 95);
    expect([meadow.blocked[tile], meadow.opaque[tile]]).toEqual([1, 0]);
  });
});
