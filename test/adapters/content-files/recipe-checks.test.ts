// Recipes that nobody could mean, that nobody could ever make, or that would be a mint: each is named with its place and with
// what is allowed.

import { beforeEach, describe, expect, it } from '@jest/globals';
import { ContentCopy } from './content-copy.js';
import type { Editable } from './content-copy.js';

let copy: ContentCopy;

beforeEach(() => {
  copy = new ContentCopy();
});

type Case = readonly [what: string, file: string, change: (records: Editable) => void, problem: string];

/** By its number in the committed file. */
const [jerkin, cure, toast, bandage, robe] = [1, 2, 17, 23, 29];

const cases: readonly Case[] = [
  [
    'a recipe that asks for one thing twice',
    'recipes.json',
    (r) => (r[0].inputs[1].item = 'wolf-pelt'),
    '[0 \'wolfhide-cap\'].inputs[1]: has item "wolf-pelt" a second time, as entry 0 has; allowed: each item once',
  ],
  [
    'a recipe that makes more of what it uses up',
    'recipes.json',
    (r) => (r[0].output = { item: 'wolf-pelt', count: 3 }),
    "[0 'wolfhide-cap'].output.count: is 3 of 'wolf-pelt', of which 3 are used up; allowed: less than 3, or another item",
  ],
  [
    'a recipe that brings more at vendors than it costs there',
    'recipes.json',
    (r) => (r[toast].output.count = 40),
    "[17 'toast'].output: is bought by vendors for 12 coins, and what goes into it costs 2 at vendors; allowed: inputs that cost at least 12 coins, or an output that is worth less",
  ],
  [
    'a finer piece that makes it pay',
    'recipes.json',
    (r) => (r[toast].finer = { item: 'bandit-sabre', chance: 0.1 }),
    "[17 'toast'].output: is bought by vendors for 4.47 coins, and what goes into it costs 2 at vendors; allowed: inputs that cost at least 4.47 coins, or an output that is worth less",
  ],
  [
    'recipes that lead round with a gain',
    'recipes.json',
    (r) => {
      r[jerkin].inputs = [{ item: 'cured-leather', count: 1 }];
      r[jerkin].output = { item: 'wolf-pelt', count: 3 };
      delete r[jerkin].finer;
    },
    "[1 'leather-jerkin'].inputs: come of the output again, by 'cure-leather', 'leather-jerkin', and are worth 13 coins where it is worth 18; allowed: no recipes that lead round, or an output that is worth at most 13",
  ],
  [
    'a finer piece that gives back what it is made of',
    'recipes.json',
    (r) => (r[bandage].finer = { item: 'linen-cloth', chance: 1 }),
    "[23 'linen-bandage'].finer.item: is 'linen-cloth', 2 at a time, of which 1 are used up; allowed: something that is not used up",
  ],
  [
    'a finer piece that gives back more, however seldom',
    'recipes.json',
    (r) => (r[jerkin].finer = { item: 'cured-leather', chance: 0.01 }) && (r[jerkin].output.count = 3),
    "[1 'leather-jerkin'].finer.item: is 'cured-leather', 3 at a time, of which 3 are used up; allowed: what is not used up, or an output.count below 3",
  ],
  [
    'recipes that lead round by another thing than the finer piece gives back',
    'recipes.json',
    (r) => {
      r[jerkin].inputs = [{ item: 'wolf-pelt', count: 2 }];
      r[jerkin].output = { item: 'studded-jerkin', count: 1 };
      r[jerkin].finer = { item: 'wolf-pelt', chance: 0.1 };
      const back = { ...r[jerkin], id: 99, key: 'unpick', inputs: [{ item: 'studded-jerkin', count: 1 }] };
      delete back.finer;
      r.push({ ...back, output: { item: 'wolf-pelt', count: 10 } });
    },
    "[1 'leather-jerkin'].inputs: come of the output again, by 'unpick', 'leather-jerkin', and are worth 12 coins where it is worth 95; allowed: no recipes that lead round, or an output that is worth at most 12",
  ],
  [
    'recipes that lead round and make more of what is worth nothing',
    'recipes.json',
    (r) => {
      const { finer: _, ...plain } = r[jerkin];
      r[jerkin] = {
        ...plain,
        inputs: [{ item: 'stolen-letter', count: 1 }],
        output: { item: 'ledger-page', count: 2 },
      };
      r.push({
        ...plain,
        id: 99,
        key: 'back',
        inputs: [{ item: 'ledger-page', count: 1 }],
        output: { item: 'stolen-letter', count: 1 },
      });
    },
    "[1 'leather-jerkin'].inputs: come of the output again, by 'back', 'leather-jerkin', and are 1 where it is 2, worth nothing; allowed: no recipes that lead round, at most 1 of the output, or a priceCoins for each of these items",
  ],
  [
    'a piece whose inputs cost little as the finer piece of another recipe',
    'recipes.json',
    (r) => {
      r[toast].finer = { item: 'boar-meat', chance: 1 };
      r[bandage].inputs = [{ item: 'boar-meat', count: 1 }];
      r[bandage].output.count = 3;
    },
    "[23 'linen-bandage'].output: is bought by vendors for 2.7 coins, and what goes into it costs 2 at vendors; allowed: inputs that cost at least 2.7 coins, or an output that is worth less",
  ],
  [
    'a piece a tick',
    'recipes.json',
    (r) => (r[bandage].durationSeconds = 0),
    "[23 'linen-bandage'].durationSeconds: is 0; allowed: a number from 1 to 86400",
  ],
  [
    'skill for what no profession teaches',
    'recipes.json',
    (r) => (r[bandage].skillUntil = 5),
    "[23 'linen-bandage'].skillUntil: is 5 without a profession; allowed: 0",
  ],
  [
    'a skill that nobody reaches',
    'recipes.json',
    (r) => {
      r[robe].skillMin = 70;
    },
    '[29 \'silk-robe\'].skillMin: is 70, and no recipe of "tailoring" teaches more than 60; allowed: at most 60, or a recipe from there on',
  ],
  [
    'a chance that never grows',
    'recipes.json',
    (r) => (r[toast].skillUntil = 0),
    "[17 'toast'].successChance: is 0.9, but at a skillUntil of 0 it always succeeds; allowed: 1, or a skillUntil above 0",
  ],
  [
    'a tool that is none',
    'recipes.json',
    (r) => (r[cure].tool = 'rusty-sword'),
    '[2 \'cure-leather\'].tool: \'rusty-sword\' is of the kind "weapon"; allowed: something of the kind "tool"',
  ],
  [
    'a tool that is used up',
    'recipes.json',
    (r) => (r[cure].inputs[1] = { item: 'skinning-knife', count: 1 }),
    "[2 'cure-leather'].tool: 'skinning-knife' is among the inputs, too; allowed: something that is not used up",
  ],
  [
    'a finer piece that is the plain one',
    'recipes.json',
    (r) => (r[jerkin].finer.item = 'leather-jerkin'),
    "[1 'leather-jerkin'].finer.item: 'leather-jerkin' is the output itself; allowed: something finer",
  ],
];

describe('recipes in which every field is allowed', () => {
  it.each(cases)('%s is refused', async (_, file, change, problem) => {
    const problems = await copy.edit(file, change).problems();
    const withoutFile = problems.map((each) => each.slice(file.length + 2));
    expect(withoutFile).toEqual([problem]);
    expect(problems[0]!.startsWith(`${file}: `)).toBe(true);
  });
});
