// What a character owns, in the words of who shows it.

import { describe, expect, it } from '@jest/globals';
import { answerPossessions } from '#application/ledger/possessions.js';
import { HolderKind } from '#domain/vocabulary/generated/words.js';
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
});
