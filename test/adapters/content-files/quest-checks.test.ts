// Quests that nobody could begin or end, or that would give what has no room: each is named with its place and with what is
// allowed.

import { beforeEach, describe, expect, it } from '@jest/globals';
import { ContentCopy } from './content-copy.js';
import type { Editable } from './content-copy.js';

let copy: ContentCopy;

beforeEach(() => {
  copy = new ContentCopy();
});

type Case = readonly [what: string, file: string, change: (records: Editable) => void, problem: string];

const cases: readonly Case[] = [
  [
    'a quest that asks for one thing twice',
    'quests.json',
    (q) => (q[0].stages[0].objectives[1] = { kind: 'kill', creature: 'wolf', count: 2 }),
    '[0 \'thin-the-pack\'].stages[0].objectives[1]: has kind "kill", creature "wolf" a second time, as entry 0 has; allowed: each kind with the same creature once',
  ],
  [
    'a reward that is named twice',
    'quests.json',
    (q) => q[0].stages[0].outcomes[0].items.push({ item: 'bread', count: 1 }),
    '[0 \'thin-the-pack\'].stages[0].outcomes[0].items[1]: has item "bread" a second time, as entry 0 has; allowed: each item once',
  ],
  [
    'a quest that nobody gives',
    'quests.json',
    (q) => q.push({ ...q[2], id: 99, key: 'forgotten' }),
    "[16 'forgotten'].key: is 'forgotten', which nobody gives; allowed: a quest that a questGiver of npcs.json names",
  ],
  [
    'a quest for a level that nobody reaches',
    'quests.json',
    (q) => (q[6].requires[0].levelMin = 21),
    "[6 'the-morning-watch'].requires[0].levelMin: is 21; allowed: at most 20, the highest level of progression.json",
  ],
  [
    'a stage to which nothing leads',
    'quests.json',
    (q) => (q[1].stages[0].outcomes[0].next = 3),
    "[1 'the-broken-seal'].stages[1].number: is 2, to which nothing leads; allowed: the first stage, or one that an outcome names as its next",
  ],
  [
    'a stage that leads back',
    'quests.json',
    (q) => (q[1].stages[3].outcomes[0].next = 2),
    "[1 'the-broken-seal'].stages[3].outcomes[0].next: is 2, which leads here again; allowed: a stage that does not, or 0 for the end",
  ],
  [
    'a choice without words',
    'quests.json',
    (q) => (q[11].stages[0].outcomes[1].label = ' '),
    "[11 'what-hatches'].stages[0].outcomes[1].label: is empty where there is a choice; allowed: what players read",
  ],
  [
    'a choice between two alike',
    'quests.json',
    (q) => (q[11].stages[0].outcomes[1].label = ` ${q[11].stages[0].outcomes[0].label.replace(' ', '  ')}`),
    "[11 'what-hatches'].stages[0].outcomes[1].label: is ' Into  the fire with them.', as that of entry 0 is; allowed: another for each",
  ],
  [
    'a reward that nobody hands out',
    'quests.json',
    (q) => (q[4].stages[0].outcomes[0].coins = 5),
    "[4 'the-lie-of-the-land'].stages[0].outcomes[0]: gives something where nobody hands it out; allowed: nothing, or a handIn",
  ],
  [
    'a choice where nobody asks',
    'quests.json',
    (q) => q[4].stages[0].outcomes.push({ next: 2 }),
    "[4 'the-lie-of-the-land'].stages[0].outcomes: are several for a stage that ends by itself; allowed: one, or a handIn",
  ],
  [
    'a stage that ends before it begins',
    'quests.json',
    (q) => (q[4].stages[0].objectives = []),
    "[4 'the-lie-of-the-land'].stages[0].objectives: are none for a stage that ends by itself; allowed: some, or a handIn",
  ],
  [
    'a collection that nobody takes',
    'quests.json',
    (q) => q[4].stages[0].objectives.push({ kind: 'collect', item: 'bread', count: 1 }),
    '[4 \'the-lie-of-the-land\'].stages[0].objectives[1].kind: is "collect" where nobody takes it; allowed: another, or a handIn',
  ],
  [
    'a quest that can be repeated at once',
    'quests.json',
    (q) => (q[5].cooldownSeconds = 0),
    "[5 'tusks-for-runa'].cooldownSeconds: is 0, so nothing keeps it from being repeated at once; allowed: more than 0",
  ],
  [
    'a cooldown of what is done once',
    'quests.json',
    (q) => (q[0].cooldownSeconds = 5),
    '[0 \'thin-the-pack\'].cooldownSeconds: is 5 for a repeat of "never"; allowed: 0, or "afterCooldown"',
  ],
  [
    'a landmark that is not on the map',
    'quests.json',
    (q) => (q[4].stages[0].objectives[0].landmark = 'west-pastures'),
    expect.stringMatching(
      /^\[4 'the-lie-of-the-land'\]\.stages\[0\]\.objectives\[0\]\.landmark: names .*'west-pastures'.*did you mean 'west-pasture'/,
    ) as unknown as string,
  ],
  [
    'a use of what is not used up',
    'quests.json',
    (q) => (q[3].stages[0].objectives[0].item = 'wolf-pelt'),
    "[3 'bread-first'].stages[0].objectives[0].item: 'wolf-pelt' cannot be used up; allowed: a consumable",
  ],
  [
    'a collection for which no bag has room',
    'quests.json',
    (q) => Object.assign(q[0].stages[0].objectives[1], { item: 'captains-order', count: 33 }),
    "[0 'thin-the-pack'].stages[0].objectives: collect 33 slots; allowed: at most 32, which a bag has",
  ],
  [
    'a collection that nobody can carry',
    'quests.json',
    (q) => (q[0].stages[0].objectives[1].count = 100),
    "[0 'thin-the-pack'].stages[0].objectives: collect 90000 g; allowed: at most carryGramsMax of rules.json, 80000",
  ],
  [
    'a reward for which no letter has room',
    'quests.json',
    (q) => (q[8].stages[0].outcomes[0].items[0].count = 5),
    "[8 'the-road-east'].stages[0].outcomes[0].items: take 5 slots; allowed: at most 4, which a letter has places for",
  ],
];

describe('content with quests', () => {
  it.each(cases)('%s is refused', async (_, file, change, problem) => {
    const problems = await copy.edit(file, change).problems();
    expect(problems.map((each) => each.slice(file.length + 2))).toEqual([problem]);
  });

  it('a collection of what is nowhere is refused', async () => {
    const problems = await copy
      .edit('recipes.json', (recipes) => recipes.forEach((each: Editable) => delete each.finer))
      .edit('quests.json', (q) => (q[0].stages[0].objectives[1].item = 'honed-iron-sword'))
      .problems();
    expect(problems).toEqual([
      "quests.json: [0 'thin-the-pack'].stages[0].objectives[1].item: 'honed-iron-sword' can be got nowhere again; allowed: something that a creature of a map leaves, a vendor sells or a recipe makes",
    ]);
  });

  it('43: a number of a quest, or of a stage, that is used twice is refused', async () => {
    copy.edit('quests.json', (q) => {
      q[1].id = 1;
      q[13].stages[1].number = 1;
    });
    const problems = await copy.problems();
    expect(problems.sort()).toEqual([
      expect.stringMatching(/^quests\.json: \[1 'the-broken-seal'\]\.id: is 1, which/),
      expect.stringMatching(
        /^quests\.json: \[13 'the-deep-hollow'\]\.stages\[1\]: has number 1 a second time/,
      ),
    ]);
  });

  it('refuses quests that require each other', async () => {
    copy.edit('quests.json', (q) => (q[2].requires = [{ kind: 'questDone', quest: 'bread-first' }]));
    expect(await copy.problems()).toEqual([
      "quests.json: [2 'who-is-who'].requires[0].quest: is 'bread-first', which requires 'who-is-who' itself; allowed: one that does not",
      "quests.json: [3 'bread-first'].requires[0].quest: is 'who-is-who', which requires 'bread-first' itself; allowed: one that does not",
    ]);
  });

  it('refuses a stage that leads to none, and the one to which nothing leads then', async () => {
    copy.edit('quests.json', (q) => (q[1].stages[2].outcomes[0].next = 5));
    expect(await copy.problems()).toEqual([
      "quests.json: [1 'the-broken-seal'].stages[2].outcomes[0].next: is 5, which no stage has; allowed: 0 for the end, or one of 1, 2, 3, 4",
      "quests.json: [1 'the-broken-seal'].stages[3].number: is 4, to which nothing leads; allowed: the first stage, or one that an outcome names as its next",
    ]);
  });

  it('refuses a hunt for what lives nowhere', async () => {
    copy.edit('creatures.json', (c) => c.push({ ...c[0], id: 99, key: 'unicorn' }));
    copy.edit('quests.json', (q) => (q[0].stages[0].objectives[0].creature = 'unicorn'));
    expect(await copy.problems()).toEqual([
      "quests.json: [0 'thin-the-pack'].stages[0].objectives[0].creature: 'unicorn' lives on no map; allowed: a creature of a spawn-group on a map",
    ]);
  });
});
