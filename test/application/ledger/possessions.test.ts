// What a character owns, in the words of who shows it.

import { describe, expect, it } from '@jest/globals';
import type { Content } from '#domain/content/content.js';
import { answerPossessions } from '#application/ledger/possessions.js';
import { HolderKind, Profession } from '#domain/vocabulary/generated/words.js';
import { Item, smallContent } from '../../support/worlds/small-content.js';

const { inventory, equipment, letter } = HolderKind;
const stack = {
  instance: 9,
  item: Item.bread,
  count: 3,
  holder: inventory,
  owner: 1,
  slot: 4,
  wear: 2,
  bound: 0,
};

describe('the possessions of a character', () => {
  it('have stacks by holder and slot, and each item once by its name', () => {
    const stacks = [stack, { ...stack, instance: 10, holder: equipment, bound: 1 }];
    const owned = answerPossessions(
      { stacks, coins: 7, experience: 8, professions: [], commands: [], quests: [] },
      smallContent(),
    );
    expect(owned).toEqual({
      ...{ coins: 7, experience: 8, items: [{ id: Item.bread, key: 'bread', name: 'bread' }] },
      ...{ professions: [], quests: [] },
      stacks: [
        { stack: 9, item: Item.bread, count: 3, holder: 'inventory', slot: 4, wear: 2, isBound: false },
        { stack: 10, item: Item.bread, count: 3, holder: 'equipment', slot: 4, wear: 2, isBound: true },
      ],
    });
  });

  it('are what comes into the world with it, and items that the content has no more stay numbers', () => {
    const stacks = [
      { ...stack, item: 999 },
      { ...stack, holder: letter },
    ];
    const owned = answerPossessions(
      { stacks, coins: 0, experience: 0, professions: [], commands: [], quests: [] },
      smallContent(),
    );
    expect([owned.stacks.map(({ item }) => item), owned.items]).toEqual([[999], []]);
  });

  it('go with what it has learned and is at, in the words of the content as far as it has them', () => {
    const stages = [{ number: 2, description: 'Kill three.' }];
    const lists = { quests: [{ id: 4, name: 'Wolves', stages }] };
    const quest = { character: 1, quest: 4, stage: 2, progress: 0, completed: 1, untilSeconds: 0 };
    const owned = answerPossessions(
      {
        ...{ stacks: [], coins: 0, experience: 0, commands: [] },
        professions: [{ profession: Profession.cooking, skill: 3 }],
        quests: [quest, { ...quest, stage: 9 }, { ...quest, quest: 7, stage: 0 }],
      },
      { items: [], lists } as unknown as Content,
    );
    expect(owned.professions).toEqual([{ profession: 'cooking', skill: 3 }]);
    const known = { quest: 4, name: 'Wolves', isTakenOn: true, completed: 1 };
    expect(owned.quests).toEqual([
      { ...known, stage: 'Kill three.' },
      { ...known, stage: null },
      { quest: 7, name: null, stage: null, isTakenOn: false, completed: 1 },
    ]);
  });
});
