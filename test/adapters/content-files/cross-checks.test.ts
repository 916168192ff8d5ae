// What every field allows by itself and nobody can mean: each is named with its place and with what is allowed.

import { beforeEach, describe, expect, it } from '@jest/globals';
import { ContentCopy } from './content-copy.js';
import type { Editable } from './content-copy.js';

let copy: ContentCopy;

beforeEach(() => {
  copy = new ContentCopy();
});

type Case = readonly [what: string, file: string, change: (records: Editable) => void, problem: string];

/** By its number in the committed file. */
const [sword, shield, bread, pelt, fang] = [0, 6, 7, 11, 12];

const cases: readonly Case[] = [
  [
    'a bonus for more pieces than the set has',
    'item-sets.json',
    (s) => (s[0].bonuses[1].pieces = 4),
    "[0 'hunter'].bonuses[1].pieces: is 4; allowed: at most 3, which can be worn together",
  ],
  [
    'a bonus for more pieces than can be worn together',
    'item-sets.json',
    (s) => {
      s[0].items.push('rusty-sword');
      s[0].bonuses[1].pieces = 4;
    },
    "[0 'hunter'].bonuses[1].pieces: is 4; allowed: at most 3, which can be worn together",
  ],
  [
    'two bonuses for one number of pieces',
    'item-sets.json',
    (s) => (s[0].bonuses[1].pieces = 2),
    "[0 'hunter'].bonuses[1]: has pieces 2 a second time, as entry 0 has; allowed: each pieces once",
  ],
  [
    'a bonus of nothing',
    'item-sets.json',
    (s) => (s[0].bonuses[0].armour = 0),
    "[0 'hunter'].bonuses[0]: adds nothing; allowed: a power or an armour",
  ],
  [
    'power of what is not worn',
    'items.json',
    (i) => (i[pelt].power = 2),
    "[11 'wolf-pelt'].power: is 2 for something that is not worn; allowed: 0",
  ],
  [
    'a weapon that no hand holds',
    'items.json',
    (i) => Object.assign(i[sword], { equipSlot: 'none', power: 0, durabilityMax: 0 }),
    '[0 \'rusty-sword\'].equipSlot: is "none" for a kind of "weapon"; allowed: "mainHand" or "offHand"',
  ],
  [
    'a weapon on the chest',
    'items.json',
    (i) => (i[sword].equipSlot = 'chest'),
    '[0 \'rusty-sword\'].equipSlot: is "chest" for a kind of "weapon"; allowed: "mainHand" or "offHand"',
  ],
  [
    'a material in the hand',
    'items.json',
    (i) => Object.assign(i[pelt], { equipSlot: 'mainHand', stackMax: 1 }),
    '[11 \'wolf-pelt\'].equipSlot: is "mainHand" for a kind of "material"; allowed: "none"',
  ],
  [
    'armour in the hand that strikes',
    'items.json',
    (i) => (i[shield].equipSlot = 'mainHand'),
    '[6 \'wooden-shield\'].equipSlot: is "mainHand" for a kind of "armour"; allowed: "offHand", "head", "chest", "legs" or "feet"',
  ],
  [
    'somebody who stands nowhere',
    'npcs.json',
    (n) => n.push({ ...n[3], id: 99, key: 'stranger' }),
    "[8 'stranger'].key: is 'stranger', who stands on no map; allowed: somebody whom a point of the class npc on a map names",
  ],
  [
    'what binds by being worn and is not',
    'items.json',
    (i) => Object.assign(i[pelt], { bind: 'onEquip', stackMax: 1 }),
    '[11 \'wolf-pelt\'].bind: is "onEquip" for something that is not worn; allowed: "none" or "onPickUp"',
  ],
  [
    'a consumable that restores nothing',
    'items.json',
    (i) => (i[bread].restoresHealth = 0),
    '[7 \'bread\'].kind: is "consumable" for what restores nothing; allowed: a restoresHealth or restoresMana',
  ],
  [
    'health from what nobody consumes',
    'items.json',
    (i) => (i[fang].restoresHealth = 5),
    '[12 \'boar-tusk\'].restoresHealth: is 5 for a kind of "material"; allowed: 0, or "consumable"',
  ],
  [
    'a level that nobody reaches',
    'items.json',
    (i) => (i[bread].levelMin = 21),
    "[7 'bread'].levelMin: is 21; allowed: at most 20, the highest level of progression.json",
  ],
  [
    'what nobody can carry',
    'items.json',
    (i) => (i[fang].weightGrams = 80_001),
    "[12 'boar-tusk'].weightGrams: is 80001; allowed: at most carryGramsMax of rules.json, 80000",
  ],
  [
    'a roll that never gives anything',
    'loot-tables.json',
    (t) => (t[0].rolls[1].chance = 0),
    "[0 'wolf'].rolls[1].chance: is 0, so it never gives anything; allowed: more than 0",
  ],
  [
    'loot of nothing',
    'loot-tables.json',
    (t) => (t[0].rolls = []),
    "[0 'wolf'].rolls: gives nothing; allowed: a roll, or coins; who leaves nothing has no lootTable",
  ],
  [
    'an item that a vendor sells twice',
    'npcs.json',
    (n) => n[1].services[0].sells.push({ item: 'bread', stock: 3 }),
    '[1 \'baker\'].services[0].sells[1]: has item "bread" a second time, as entry 0 has; allowed: each item once',
  ],
  [
    'new stock of what there is no end of',
    'npcs.json',
    (n) => (n[1].services[0].sells[0].restockSeconds = 60),
    "[1 'baker'].services[0].sells[0].restockSeconds: is 60 for what there is no end of; allowed: nothing, or a stock",
  ],
  [
    'something for sale that is worth nothing',
    'npcs.json',
    (n) => n[1].services[0].sells.push({ item: 'stolen-letter' }),
    "[1 'baker'].services[0].sells[1].item: 'stolen-letter' is worth nothing; allowed: something with a priceCoins",
  ],
  [
    'a lesson that is given twice',
    'npcs.json',
    (n) => n[2].services[1].lessons.push({ skill: 'heavy-blow', priceCoins: 1 }),
    '[2 \'smith\'].services[1].lessons[1]: has skill "heavy-blow" a second time, as entry 0 has; allowed: each skill once',
  ],
  [
    'a skill that does nothing',
    'skills.json',
    (s) => (s[0].powerShare = 0),
    "[0 'strike'].powerShare: is 0, and so is flatAmount: it does nothing; allowed: more than 0 of either, or conditions",
  ],
  [
    'a skill that nobody has',
    'skills.json',
    (s) => s.unshift({ ...s[0], id: 65_000, key: 'forgotten' }),
    "[0 'forgotten'].key: is 'forgotten', which nobody has; allowed: a skill of playerSkills in rules.json, of a creature or of a lesson",
  ],
  [
    'a condition that nobody gets',
    'skills.json',
    (s) => (s[1].conditions[0].chance = 0),
    "[1 'heavy-blow'].conditions[0].chance: is 0, so nobody gets it; allowed: more than 0",
  ],
  [
    'an effect that does nothing',
    'conditions.json',
    (c) => (c[1].effects[1].addShare = 0),
    "[1 'spider-venom'].effects[1]: does nothing; allowed: a number other than 0",
  ],
  [
    'what happens later than the condition lasts',
    'conditions.json',
    (c) => (c[1].effects[0].periodSeconds = 13),
    "[1 'spider-venom'].effects[0].periodSeconds: is 13, so it never happens; allowed: at most durationSeconds, 12",
  ],
  [
    'a creature that strolls farther than it goes',
    'creatures.json',
    (c) => (c[0].wanderRadiusM = 27),
    "[0 'wolf'].wanderRadiusM: is 27; allowed: at most leashRangeM, 26",
  ],
  [
    'a creature that strolls and does not walk',
    'creatures.json',
    (c) => (c[0].walkSpeedMps = 0),
    "[0 'wolf'].wanderRadiusM: is 5 for one that does not walk; allowed: 0, or a walkSpeedMps",
  ],
  [
    'more health than anybody can have',
    'creatures.json',
    (c) => Object.assign(c[0], { healthMax: 65_000, healthPerLevel: 1000 }),
    "[0 'wolf'].healthPerLevel: gives 67000 health at levelMax; allowed: at most 65535 at levelMax",
  ],
  [
    'more health than a player can have',
    'progression.json',
    (p) => Object.assign(p, { healthBase: 100, healthPerLevel: 1000, experienceCurve: curve(100) }),
    'healthPerLevel: gives 99100 at the highest level; allowed: at most 65535 there',
  ],
  [
    'the dead who stand up before they may ask',
    'rules.json',
    (r) => (r.respawnAutomaticSeconds = 2),
    'respawnAutomaticSeconds: is 2; allowed: at least respawnWaitSeconds, 3',
  ],
  [
    'outcomes of an attack that cannot all come about',
    'rules.json',
    (r) => Object.assign(r, { dodgeChance: 0.3, blockChance: 0.3, criticalChance: 0.2 }),
    'criticalChance: is with dodgeChance and blockChance 0.8; allowed: at most 0.7 together, for levels add up to 0.3 to a dodge',
  ],
  [
    'more than a beginner has room for',
    'rules.json',
    (r) => (r.startItems[0].count = 32),
    'startItems: take 33 slots; allowed: at most 32, which a bag has',
  ],
  [
    'more than a beginner can carry',
    'rules.json',
    (r) => (r.startItems = [{ item: 'boar-meat', count: 600 }]),
    expect.stringMatching(
      /^startItems: weigh \d+ g; allowed: at most carryGramsMax, 80000$/,
    ) as unknown as string,
  ],
];

function curve(levels: number): number[] {
  return Array.from({ length: levels }, (_, i) => i * 100);
}

describe('content in which every field is allowed', () => {
  it.each(cases)('%s is refused', async (_, file, change, problem) => {
    const problems = await copy.edit(file, change).problems();
    const withoutFile = problems.map((each) => each.slice(file.length + 2));
    expect(withoutFile).toEqual([problem]);
    expect(problems[0]!.startsWith(`${file}: `)).toBe(true);
  });

  it('may have two pieces of a set for one place, of which one is worn', async () => {
    copy.edit('item-sets.json', (sets) => sets[0].items.push('rusty-sword'));
    expect(await copy.problems()).toEqual([]);
  });

  it('may have several rolls of one item', async () => {
    copy.edit('loot-tables.json', (tables) => tables[0].rolls.push({ ...tables[0].rolls[0], chance: 0.1 }));
    expect(await copy.problems()).toEqual([]);
  });

  it('tells the fields of the kind that a part is of, not those of all kinds', async () => {
    copy.edit('npcs.json', (npcs) => (npcs[1].services[0].quests = []));
    expect(await copy.problems()).toEqual([
      "npcs.json: [1 'baker'].services[0].quests: is not a known field; allowed: kind, sells, askShare, payShare, whenFull",
    ]);
  });

  it.each<[string, (npcs: Editable) => void, string]>([
    [
      'an unknown field',
      (n) => (n[1].colour = 'red'),
      '.colour: is not a known field; allowed: id, key, name, greeting, radiusM, talkRangeM, services',
    ],
    [
      'a missing field',
      (n) => delete n[1].greeting,
      '.greeting: is missing; allowed: text of at most 500 characters',
    ],
    [
      'a number out of its range',
      (n) => (n[1].services[0].askShare = 1e9),
      expect.stringMatching(/askShare: is 1000000000; /) as unknown as string,
    ],
    [
      'a part of no kind',
      (n) => n[1].services.push({ kind: 'innkeeper' }),
      expect.stringMatching(/services\[2\].kind: is "innkeeper"/) as unknown as string,
    ],
  ])('names what names nothing beside %s of the same record', async (_, spoil, said) => {
    copy.edit('npcs.json', (npcs) => {
      spoil(npcs);
      npcs[1].services[0].sells[0].item = 'brad';
    });
    const problems = await copy.problems();
    expect(problems).toHaveLength(2);
    expect(problems[0]).toContain("npcs.json: [1 'baker']");
    if (typeof said === 'string') expect(problems[0]).toContain(said);
    else expect(problems[0]).toEqual(said);
    expect(problems[1]).toContain(
      "[1 'baker'].services[0].sells[0].item: names the item 'brad', which does not exist",
    );
  });

  it('says nothing of what only follows from another fault', async () => {
    copy.edit('items.json', (items) => (items[1].stackMax = 0));
    expect(await copy.problems()).toHaveLength(1);
  });
});
