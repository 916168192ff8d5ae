// Content that loads, its hash, and how faults in record files are named.

import { join } from 'node:path';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { loadContent } from '#adapters/content-files/load-content.js';
import { canonicalJson } from '#adapters/content-files/content-hash.js';
import { ContentCopy } from './content-copy.js';
import type { Editable } from './content-copy.js';

let copy: ContentCopy;

beforeEach(() => {
  copy = new ContentCopy();
});

describe('the committed content', () => {
  it('has no problems', async () => {
    expect(await copy.problems()).toEqual([]);
  });

  it('has what a first game needs', async () => {
    const { lists } = await copy.load();
    expect(lists.creatures.length).toBeGreaterThanOrEqual(4);
    expect(lists.items.length).toBeGreaterThanOrEqual(12);
    expect(lists.recipes.length).toBeGreaterThanOrEqual(1);
    expect(lists.quests.length).toBeGreaterThanOrEqual(1);
    expect(lists.progression.experienceCurve).toHaveLength(20);
    expect(lists.maps.map(({ key }) => key)).toEqual(['cave', 'meadow']);
  });

  it('turns keys into ids and seconds into ticks', async () => {
    const content = await copy.load();
    const wolf = content.lists.creatures.find(({ key }) => key === 'wolf')!;
    expect(content.skills[wolf.skills[0]!]!.key).toBe('bite');
    expect(content.lootTables[wolf.lootTable]!.key).toBe('wolf');
    expect(content.skills[1]).toMatchObject({ key: 'strike', cooldownTicks: 60 });
    expect(content.rules.lootOwnedTicks).toBe(1200);
  });

  it('leads from each map to the other and back', async () => {
    const { maps } = await copy.load();
    for (const map of maps) {
      const other = maps.find((one) => one !== map)!;
      expect(map.portals.map((portal) => portal.targetMapKey)).toContain(other.key);
    }
  });
});

describe('the content hash', () => {
  it('does not depend on the layout of the files', async () => {
    const before = (await copy.load()).hash;
    copy.edit('items.json', (items: Editable[]) => {
      items[0] = Object.fromEntries(Object.entries(items[0]).reverse());
    });
    expect((await copy.load()).hash).toBe(before);
  });

  it('changes with any value, of a tile as well', async () => {
    const hashes = new Set([(await copy.load()).hash]);
    copy.edit('items.json', (items) => (items[0].priceCoins += 1));
    hashes.add((await copy.load()).hash);
    copy.edit('maps/meadow.tmj', (map) => (map.layers[0].data[64 * 128 + 30] = 11));
    hashes.add((await copy.load()).hash);
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
    expect(await copy.problems()).toEqual([
      "items.json: [3 'leather-jerkin'].stackMax: is 5000; allowed: a whole number from 1 to 999",
    ]);
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
      'items.json: [0 \'rusty-sword\'].kind: is "sword"; allowed: one of "weapon", "armour", "consumable", "material", "tool", "quest"',
      "items.json: [1 'hunting-knife'].name: is missing; allowed: text of 1 to 64 characters",
      "items.json: [2 'bandit-sabre'].colour: is not a known field; allowed: id, key, name, description, kind, stackMax, equipSlot, levelMin, priceCoins, weightGrams, power, armour, restoresHealth, restoresMana",
      `creatures.json: [0 'wolf'].healthMax: is "55"; allowed: a whole number from 1 to 65535`,
      expect.stringMatching(/^quests\.json: is not JSON: .*; allowed: a JSON document$/),
    ]);
  });

  it.each([
    [
      'an unknown item',
      'loot-tables.json',
      (t: Editable) => (t[0].rolls[0].item = 'wolf-fur'),
      /\[0 '[^']+'\]\.rolls\[0\]\.item: names the item 'wolf-fur'/,
    ],
    [
      'an unknown skill',
      'creatures.json',
      (c: Editable) => (c[1].skills = ['howl']),
      /\[1 '[^']+'\]\.skills\[0\]: names the skill 'howl'.*one of strike/,
    ],
    [
      'an unknown loot table',
      'creatures.json',
      (c: Editable) => (c[0].lootTable = 'x'),
      /\[0 '[^']+'\]\.lootTable: names the loot table 'x'/,
    ],
    [
      'an unknown creature in a quest',
      'quests.json',
      (q: Editable) => (q[0].objectives[0].creature = 'x'),
      /\[0 '[^']+'\]\.objectives\[0\]\.creature/,
    ],
    [
      'an unknown item in a recipe',
      'recipes.json',
      (r: Editable) => (r[0].output.item = 'x'),
      /\[0 '[^']+'\]\.output\.item: names the item 'x'/,
    ],
    [
      'an id used twice',
      'items.json',
      (i: Editable) => (i[1].id = 1),
      /\[1 '[^']+'\]\.id: is 1, which 'rusty-sword' has already/,
    ],
    [
      'a key used twice',
      'items.json',
      (i: Editable) => (i[16].key = 'bread'),
      /\[16 '[^']+'\]\.key: is 'bread', which another item/,
    ],
    [
      'a key that is no key',
      'items.json',
      (i: Editable) => (i[0].key = 'Rusty Sword'),
      /\[0 '[^']+'\]\.key: is "Rusty Sword"; allowed: lower case words joined by '-'/,
    ],
    [
      'a range upside down',
      'loot-tables.json',
      (t: Editable) => (t[1].rolls[0].countMax = 0),
      /countMax: is 0; allowed: a whole number from 1 to 999/,
    ],
    [
      'levels upside down',
      'creatures.json',
      (c: Editable) => (c[2].levelMax = 1),
      /\[2 '[^']+'\]\.levelMax: is 1; allowed: at least levelMin, 3/,
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
      /\[2 '[^']+'\]\.target: is "enemy" for a skill that heals/,
    ],
    [
      'a stack of something worn',
      'items.json',
      (i: Editable) => (i[0].stackMax = 2),
      /\[0 '[^']+'\]\.stackMax: is 2 for something that is worn; allowed: 1/,
    ],
  ])('%s is found', async (_, file, change, message) => {
    const problems = await copy.edit(file, change).problems();
    expect(problems).toEqual([expect.stringMatching(message)]);
    expect(problems[0]).toMatch(new RegExp(`^${file}: `));
  });

  it('is a problem, not an exception, when the folder is missing', async () => {
    const loaded = await loadContent(join(copy.folder, 'nowhere'));
    expect(loaded).toMatchObject({ ok: false });
  });
});
