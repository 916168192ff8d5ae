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
    const venom = content.lists.conditions.find(({ key }) => key === 'spider-venom')!;
    expect(venom.effects[0]).toMatchObject({ kind: 'periodic', periodTicks: 180 });
    const bite = content.lists.skills.find(({ key }) => key === 'venom-bite')!;
    expect(bite.conditions).toEqual([{ condition: venom.id, chance: 0.4 }]);
  });

  it('has an empty list where one may be missing', async () => {
    const { lists } = await copy.load();
    expect(lists.skills.find(({ key }) => key === 'strike')!.conditions).toEqual([]);
    expect(lists.conditions.find(({ key }) => key === 'mending')!.grants).toEqual([]);
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
      "items.json: [1 'hunting-knife'].name: is missing; allowed: text of 1 to 64 characters, not only of such as cannot be seen",
      "items.json: [2 'bandit-sabre'].colour: is not a known field; allowed: id, key, name, description, kind, stackMax, equipSlot, levelMin, priceCoins, weightGrams, power, armour, restoresHealth, restoresMana, useCooldownSeconds, bind, durabilityMax",
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
      (q: Editable) => (q[0].stages[0].objectives[0].creature = 'x'),
      /\[0 '[^']+'\]\.stages\[0\]\.objectives\[0\]\.creature/,
    ],
    [
      'an unknown item in a recipe',
      'recipes.json',
      (r: Editable) => (r[0].output.item = 'x'),
      /\[0 '[^']+'\]\.output\.item: names the item 'x'/,
    ],
    [
      'an unknown condition of a skill',
      'skills.json',
      (s: Editable) => (s[1].conditions[0].condition = 'stuned'),
      /\[1 'heavy-blow'\]\.conditions\[0\]\.condition: names the condition 'stuned'.*did you mean 'stunned'/,
    ],
    [
      'an unknown item of a vendor',
      'npcs.json',
      (n: Editable) => (n[1].services[0].sells = [{ item: 'bred' }]),
      /\[1 'baker'\]\.services\[0\]\.sells\[0\]\.item: names the item 'bred'.*did you mean 'bread'/,
    ],
    [
      'an unknown quest of a giver',
      'npcs.json',
      (n: Editable) => (n[0].services[0].quests = ['thin-the-park']),
      /\.services\[0\]\.quests\[0\]: names the quest 'thin-the-park'/,
    ],
    [
      'an unknown skill of a trainer',
      'npcs.json',
      (n: Editable) => (n[2].services[1].lessons[0].skill = 'fly'),
      /\.services\[1\]\.lessons\[0\]\.skill: names the skill 'fly'/,
    ],
    [
      'two vendors in one',
      'npcs.json',
      (n: Editable) => n[1].services.push({ kind: 'vendor', sells: [{ item: 'bread' }] }),
      /\[1 'baker'\]\.services\[2\]: has kind "vendor" a second time, as entry 0 has; allowed: each kind once/,
    ],
    [
      'the same quest of a giver twice',
      'npcs.json',
      (n: Editable) => n[0].services[0].quests.push(n[0].services[0].quests[0]),
      /\.services\[0\]\.quests\[\d\]: is "[a-z-]+" a second time, as entry 0 is; allowed: each once/,
    ],
    [
      'the same item of a vendor twice, for another price',
      'npcs.json',
      (n: Editable) => n[1].services[0].sells.push({ ...n[1].services[0].sells[0], stock: 7 }),
      /\.services\[0\]\.sells\[\d\]: has item "[a-z-]+" a second time, as entry 0 has; allowed: each item once/,
    ],
    [
      'the same thing to do twice in a quest',
      'quests.json',
      ({ 0: { stages } }: Editable) => stages[0].objectives.push({ ...stages[0].objectives[0], count: 99 }),
      /\[0 '[^']+'\]\.stages\[0\]\.objectives\[\d\]: has kind "kill", creature "[a-z-]+" a second time, as entry 0 has; allowed: each kind with the same creature once/,
    ],
    [
      'the same skill of a player twice',
      'rules.json',
      (r: Editable) => r.playerSkills.push(r.playerSkills[0]),
      /playerSkills\[\d\]: is "[a-z-]+" a second time, as entry 0 is; allowed: each once/,
    ],
    ...['\u2800', '\u3164', '\u200b\u200d', '\u00ad \ufe0f', '\u{e0041}'].map(
      (name) =>
        [
          `a name that nobody sees (${[...name].map((each) => each.codePointAt(0)!.toString(16)).join(' ')})`,
          'skills.json',
          (s: Editable) => (s[0].name = name),
          /\[0 '[^']+'\]\.name: is ".+"; allowed: text of 1 to 64 characters, not only of such as cannot be seen/,
        ] as [string, string, (s: Editable) => unknown, RegExp],
    ),
    ...(
      [
        [
          'a quest’s name',
          'quests.json',
          (q: Editable, text: string) => (q[0].name = text),
          '202E',
          '\u202e',
        ],
        [
          'what is said',
          'quests.json',
          (q: Editable, text: string) => (q[0].stages[0].lines[0].says = text),
          '2066',
          '\u2066',
        ],
        [
          'a choice',
          'quests.json',
          (q: Editable, text: string) => (q[0].stages[0].outcomes[0].label = text),
          '000A',
          '\n',
        ],
        [
          'a description',
          'skills.json',
          (s: Editable, text: string) => (s[0].description = text),
          '200F',
          '\u200f',
        ],
        ['a greeting', 'npcs.json', (n: Editable, text: string) => (n[0].greeting = text), '001B', '\u001b'],
        [
          'a name with half a character',
          'items.json',
          (i: Editable, text: string) => (i[0].name = text),
          'D800',
          '\ud800',
        ],
      ] as const
    ).map(
      ([what, file, change, number, character]) =>
        [
          `${what} that turns others round (${number})`,
          file,
          (records: Editable) => change(records, `left ${character} right`),
          new RegExp(
            `: has U\\+${number}, which is not shown, or changes how other characters are; allowed: text without controls`,
          ),
        ] as [string, string, (s: Editable) => unknown, RegExp],
    ),
    [
      'somebody unknown in a quest',
      'quests.json',
      (q: Editable) => (q[2].stages[0].objectives[1].npc = 'butcher'),
      /objectives\[1\]\.npc: names the npc 'butcher'/,
    ],
    [
      'a condition that ticks without end',
      'conditions.json',
      (c: Editable) => (c[1].effects[0].periodSeconds = 0),
      /\[1 'spider-venom'\]\.effects\[0\]\.periodSeconds: is 0; allowed: a number from 0\.1 to 600/,
    ],
    [
      'a tag that there is none of',
      'conditions.json',
      (c: Editable) => (c[0].grants = ['stuned']),
      /\[0 'stunned'\]\.grants\[0\]: is "stuned"; did you mean 'stunned'\?; allowed: one of "stunned", "rooted"/,
    ],
    [
      'loot that is owned longer than it lies',
      'rules.json',
      (r: Editable) => (r.lootOwnedSeconds = 91),
      /lootOwnedSeconds: is 91; allowed: at most lootLifeSeconds, 90/,
    ],
    [
      'a creature that sees farther than it goes',
      'creatures.json',
      (c: Editable) => (c[0].aggroRangeM = 40),
      /\[0 'wolf'\]\.aggroRangeM: is 40; allowed: at most leashRangeM, 26/,
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
      (i: Editable) => i.push({ ...i[0], id: 999, key: 'bread' }),
      /\[64 '[^']+'\]\.key: is 'bread', which another item/,
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

  it('stands beside the others of its file, whatever was found between', async () => {
    copy
      .edit('creatures.json', (creatures) => {
        creatures[0].healthMax = 0;
        creatures[1].lootTable = 'none';
      })
      .edit('maps/cave.tmj', (map) => (map.infinite = true))
      .edit('rules.json', (rules) => (rules.playerSkills = ['none']));
    const found = (await copy.problems()).map((problem) => problem.split(': ', 1)[0]);
    expect(found).toEqual(['creatures.json', 'creatures.json', 'maps/cave.tmj', 'rules.json']);
  });

  it('is a problem, not an exception, when the folder is missing', async () => {
    const loaded = await loadContent(join(copy.folder, 'nowhere'));
    expect(loaded).toMatchObject({ ok: false });
  });
});
