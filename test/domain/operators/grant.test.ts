// What operators give: all of it, once, where somebody has room for it, and by letter else.

import { beforeEach, describe, expect, it } from '@jest/globals';
import { grantCoins, grantItems } from '#domain/operators/grant.js';
import { pointAtInventory } from '#domain/inventory/bags.js';
import { Bag } from '#domain/ledger/bag.js';
import { lettersMax } from '#domain/mail/letters.js';
import { storedMost } from '#domain/vocabulary/generated/character-numbers.js';
import {
  HolderKind,
  LedgerVerb,
  LetterKind,
  PurseKind,
  RefusalReason,
} from '#domain/vocabulary/generated/words.js';
import { allowed } from '#domain/vocabulary/verdict.js';
import { Item, smallContent, smallRules } from '../../support/worlds/small-content.js';
import { SmallWorld } from '../harness/small-world.js';

const away = 77;
const content = smallContent();
const definition = (item: number) => content.items[item]!;
let small: SmallWorld;
let row: number;
let bag: Bag;

beforeEach(() => {
  small = new SmallWorld();
  row = small.player();
  bag = pointAtInventory(small.world, row, new Bag());
});

const give = (item: number, units: number, character = bag.owner) =>
  grantItems(small.world, character, definition(item), units);
const coins = () => small.world.components.wallet.columns.coins;

describe('items', () => {
  it('come into the bag of who is there, over as many slots as they take', () => {
    expect(give(Item.bread, 12)).toBe(allowed);
    expect(small.told()).toMatchObject(
      [5, 5, 2].map((amount, slot) => ({
        ...{ fact: 'stackChanged', verb: LedgerVerb.grant, character: bag.owner, counterpart: 0, command: 0 },
        ...{ amount, after: amount, holder: HolderKind.inventory, owner: bag.owner, slot },
      })),
    );
  });

  it('of which not all have room come by letter, all of them', () => {
    for (let slot = 0; slot < bag.slots - 1; slot++) small.give(bag, slot, Item.pelt, 10);
    small.told();
    expect(give(Item.bread, 6)).toBe(allowed);
    const [letter, ...stacks] = small.told();
    expect(letter).toMatchObject({
      ...{ fact: 'letterSent', reason: LetterKind.granted, character: 0, counterpart: bag.owner },
      ...{ untilSeconds: 0, amount: 0 },
    });
    expect(stacks).toMatchObject([
      { amount: 5, holder: HolderKind.letter, owner: letter!['document'], verb: LedgerVerb.grant },
      { amount: 1, holder: HolderKind.letter, owner: letter!['document'], verb: LedgerVerb.grant },
    ]);
    expect(bag.has(bag.slots - 1)).toBe(false);
  });

  it('for who is away come by letter', () => {
    expect(give(Item.sword, 1, away)).toBe(allowed);
    expect(small.told().map(({ fact }) => fact)).toEqual(['letterSent', 'stackChanged']);
    expect(small.world.tables.letters.countOf(away)).toBe(1);
  });

  it('that no letter takes, or no mailbox, are refused, and nothing moves', () => {
    const { letters } = small.world.tables;
    expect(give(Item.sword, 5, away)).toBe(RefusalReason.inventoryFull);
    for (let i = 0; i < smallRules.mailboxLettersMax; i++) give(Item.sword, 1, away);
    small.told();
    const { count } = letters;
    expect(give(Item.sword, 1, away)).toBe(RefusalReason.noRoomThere);
    letters.count = lettersMax;
    expect(give(Item.sword, 1, away + 1)).toBe(RefusalReason.noRoomThere);
    letters.count = count;
    expect(small.told()).toEqual([]);
  });

  it('that bind to whom they come are bound', () => {
    const bound = { ...definition(Item.sword), bind: 'onPickUp' as const };
    const binding = smallContent({
      items: [bound, definition(Item.bread), definition(Item.pelt)],
    });
    small = new SmallWorld({ content: binding });
    bag = pointAtInventory(small.world, small.player(), new Bag());
    expect(grantItems(small.world, bag.owner, bound, 1)).toBe(allowed);
    expect(small.told().map(({ bound }) => bound)).toEqual([0, 1]);
  });

  it('wait where nothing can be noted', () => {
    small.withoutRoom(() => {
      expect(give(Item.bread, 1)).toBe(RefusalReason.busy);
      expect(grantCoins(small.world, bag.owner, 1)).toBe(RefusalReason.busy);
    });
    expect(small.told()).toEqual([]);
  });
});

describe('coins', () => {
  it('come into the purse of who is there', () => {
    expect(grantCoins(small.world, bag.owner, 50)).toBe(allowed);
    expect(small.told()).toMatchObject([
      {
        fact: 'coinsChanged',
        verb: LedgerVerb.grant,
        amount: 50,
        holder: PurseKind.wallet,
        owner: bag.owner,
      },
    ]);
  });

  it('come by letter, all of them, to a purse that has no room for them, and to who is away', () => {
    coins()[row] = storedMost.coins - 10;
    for (const character of [bag.owner, away]) {
      expect(grantCoins(small.world, character, 11)).toBe(allowed);
      const [letter, purse] = small.told();
      expect(purse).toMatchObject({ amount: 11, holder: PurseKind.letter, owner: letter!['document'] });
    }
    expect(coins()[row]).toBe(storedMost.coins - 10);
  });
});
