// Letters: what they enclose is in exactly one place, whoever pays, takes, sends back or forgets.

import { describe, expect, it } from '@jest/globals';
import { Letters, lettersMax } from '#domain/mail/letters.js';
import { directory, Directory, wantedMax } from '#domain/mail/directory.js';
import { restoreLetters } from '#domain/mail/restore-letters.js';
import { copyStacks, createStackColumns } from '#domain/ledger/bag.js';
import { storedMost } from '#domain/vocabulary/generated/character-numbers.js';
import { RequestId } from '#domain/vocabulary/generated/requests.js';
import { LedgerVerb, LetterKind, RefusalReason } from '#domain/vocabulary/generated/words.js';
import { Item } from '../../support/worlds/small-content.js';
import { SmallWorld } from '../harness/small-world.js';
import { dayS, sweepTicks, TwoFriends } from './two-friends.js';

/** Ada has 8 pelts and a sword. */
function friends(): TwoFriends {
  const two = new TwoFriends();
  two.small.give(two.ada.bag, 0, Item.pelt, 8);
  two.small.give(two.ada.bag, 1, Item.sword, 1);
  return two;
}

describe('a letter', () => {
  it('takes stacks and coins along, and its postage is gone', () => {
    const { ada, bob } = friends();
    const told = ada.facts(RequestId.sendLetter, [bob.id, 20, 0, 5, 0x1_0001], 'Ada\nhello\nhow are you');
    expect([ada.slots(), ada.coins]).toEqual([`0:${Item.pelt}×3`, 100 - 20 - 1 - 2 * 2]);
    const [letter] = bob.letters();
    expect(told.find(({ fact }) => fact === 'letterSent')).toMatchObject({
      character: ada.id,
      counterpart: bob.id,
      document: letter,
      text: 'Ada\nhello\nhow are you',
    });
    const moved = told.filter(({ verb }) => verb === LedgerVerb.mailSend);
    expect(moved.filter(({ fact }) => fact === 'coinsChanged').map(({ amount }) => amount)).toEqual([
      -20, 20,
    ]);
    expect(
      moved
        .filter(({ fact }) => fact === 'stackChanged')
        .reduce((sum, { amount }) => sum + Number(amount), 0),
    ).toBe(0);
    expect(bob.takes(letter!, 0)).toBeUndefined();
    expect(bob.takes(letter!, 1)).toBeUndefined();
    expect(bob.takes(letter!, 4)).toBeUndefined();
    expect([bob.slots(), bob.coins]).toEqual([`0:${Item.pelt}×5 1:${Item.sword}×1`, 20]);
  });

  it('has its whole time also while the calendar follows a clock that jumped ahead', () => {
    const { small, ada, bob } = friends();
    const { calendar, letters } = small.world.tables;
    const awake = calendar.nowSeconds + dayS;
    calendar.tell(awake);
    ada.sends(bob.id, { coins: 5 });
    const until = letters.untilSeconds[letters.find(bob.id, bob.letters()[0]!)]!;
    expect(until).toBe(awake + small.world.content.rules.letterDays * dayS);
  });

  it('gives nothing twice, under whatever number it is asked (class 14)', () => {
    const { ada, bob } = friends();
    ada.sends(bob.id, { coins: 5, stacks: [[0, 8]] });
    const [letter] = bob.letters();
    expect(bob.takes(letter!, 0, 7)).toBeUndefined();
    expect(bob.takes(letter!, 0, 7)).toBeUndefined();
    expect(bob.takes(letter!, 0, 8)).toBe(RefusalReason.unknownSlot);
    expect(bob.takes(letter!, 4, 9)).toBeUndefined();
    expect(bob.takes(letter!, 4, 10)).toBe(RefusalReason.notEnoughCoins);
    expect([bob.slots(), bob.coins]).toEqual([`0:${Item.pelt}×8`, 5]);
  });

  it('is nobody’s but whose mailbox it is in', () => {
    const { ada, bob } = friends();
    ada.sends(bob.id, { coins: 5 });
    expect(ada.takes(bob.letters()[0]!, 4)).toBe(RefusalReason.unknownTarget);
    expect(ada.takes(0, 4)).toBe(RefusalReason.unknownTarget);
  });

  it('is thrown away only when it is empty', () => {
    const { ada, bob } = friends();
    ada.sends(bob.id, { coins: 5 });
    const [letter] = bob.letters();
    expect(bob.does(RequestId.deleteLetter, [letter!])).toBe(RefusalReason.notEmpty);
    bob.takes(letter!, 4);
    expect(bob.does(RequestId.deleteLetter, [letter!])).toBeUndefined();
    expect(bob.letters()).toEqual([]);
  });

  it('gives as much as there is room for, and keeps the rest (class 40)', () => {
    const two = friends();
    const { ada, bob } = two;
    ada.sends(bob.id, { coins: 5, stacks: [[0, 8]] });
    const [letter] = bob.letters();
    for (let slot = 0; slot < bob.bag.slots; slot++) two.small.give(bob.bag, slot, Item.sword, 1);
    bob.earn(storedMost.coins - 2);
    expect(bob.takes(letter!, 0)).toBe(RefusalReason.inventoryFull);
    expect(bob.takes(letter!, 4)).toBeUndefined();
    expect(bob.coins).toBe(storedMost.coins);
    expect(bob.takes(letter!, 4)).toBe(RefusalReason.purseFull);
    expect(two.small.world.tables.letters.coins.reduce((sum, coins) => sum + coins, 0)).toBe(3);
  });
});

describe('a letter is not sent', () => {
  it('for many reasons, and then nothing has moved', () => {
    const two = friends();
    const { ada, bob, small } = two;
    const before = [ada.slots(), ada.coins];
    expect(ada.sends(0)).toBe(RefusalReason.unknownTarget);
    expect(ada.sends(ada.id)).toBe(RefusalReason.invalidTarget);
    expect(ada.sends(bob.id, { coins: 100 })).toBe(RefusalReason.notEnoughCoins);
    expect(ada.sends(bob.id, { asks: 5 })).toBe(RefusalReason.notAllowed);
    expect(ada.sends(bob.id, { asks: 5, coins: 1, stacks: [[0, 1]] })).toBe(RefusalReason.notAllowed);
    expect(ada.sends(bob.id, { stacks: [[0, 9]] })).toBe(RefusalReason.notEnoughItems);
    expect(ada.sends(bob.id, { stacks: [[1, 0]] })).toBe(RefusalReason.notEnoughItems);
    expect(ada.sends(bob.id, { stacks: [[5, 1]] })).toBe(RefusalReason.unknownSlot);
    expect(ada.sends(bob.id, { stacks: [[32, 1]] })).toBe(RefusalReason.unknownSlot);
    // What lies in one slot is not sent twice.
    expect(
      ada.sends(bob.id, {
        stacks: [
          [0, 5],
          [0, 5],
        ],
      }),
    ).toBe(RefusalReason.unknownSlot);
    ada.bag.columns.bound[ada.bag.first + 1] = 1;
    expect(ada.sends(bob.id, { stacks: [[1, 1]] })).toBe(RefusalReason.bound);
    two.nowSeconds = 0;
    expect(ada.sends(bob.id)).toBe(RefusalReason.busy);
    two.nowSeconds = 1;
    small.world.tables.ledger.closed[LedgerVerb.mailSend] = 1;
    expect(ada.sends(bob.id)).toBe(RefusalReason.switchedOff);
    expect([ada.slots(), ada.coins, bob.letters()]).toEqual([...before, []]);
  });

  it('to a mailbox that is full', () => {
    const { ada, bob } = friends();
    for (let i = 0; i < 3; i++) expect(ada.sends(bob.id)).toBeUndefined();
    expect(ada.sends(bob.id, { stacks: [[0, 1]] })).toBe(RefusalReason.noRoomThere);
    expect(ada.slots()).toContain(`0:${Item.pelt}×8`);
  });
});

describe('cash on delivery', () => {
  it('gives nothing before it is paid, and the coins to who sent it in the same tick (class 13)', () => {
    const two = friends();
    const { ada, bob } = two;
    ada.sends(bob.id, { asks: 30, stacks: [[1, 1]] });
    const [letter] = bob.letters();
    expect(bob.takes(letter!, 0)).toBe(RefusalReason.unpaid);
    expect(bob.pays(letter!, 30)).toBe(RefusalReason.notEnoughCoins);
    bob.earn(50);
    // What is meant to be paid has to be what it asks for.
    expect(bob.pays(letter!, 29)).toBe(RefusalReason.changed);
    const before = two.coins;
    expect(bob.pays(letter!, 30)).toBeUndefined();
    expect(two.coins).toBe(before);
    expect(bob.pays(letter!, 30)).toBe(RefusalReason.changed);
    expect(bob.takes(letter!, 0)).toBeUndefined();
    expect([bob.slots(), bob.coins]).toEqual([`0:${Item.sword}×1`, 20]);
    const [payment] = ada.letters();
    const had = ada.coins;
    expect(ada.takes(payment!, 4)).toBeUndefined();
    expect(ada.coins).toBe(had + 30);
  });

  it('that is not paid goes back with all that it has, whoever owns the mailbox is gone for good (class 17)', () => {
    const two = friends();
    const { ada, bob, small } = two;
    ada.sends(bob.id, { asks: 30, stacks: [[1, 1]] });
    small.world.tables.characters.leave(bob.id);
    small.world.tables.entities.destroy(bob.row);
    two.nowSeconds += 30 * dayS;
    small.tick(sweepTicks);
    const [letter] = ada.letters();
    expect(ada.takes(letter!, 0)).toBeUndefined();
    expect(ada.slots()).toContain(`${Item.sword}×1`);
  });

  it('that is sent back asks for nothing, and cannot be sent back again', () => {
    const { ada, bob } = friends();
    ada.sends(bob.id, { asks: 30, stacks: [[1, 1]] });
    const [letter] = bob.letters();
    expect(bob.does(RequestId.returnLetter, [letter!])).toBeUndefined();
    expect([bob.letters(), ada.letters()]).toEqual([[], [letter]]);
    expect(ada.does(RequestId.returnLetter, [letter!])).toBe(RefusalReason.notAllowed);
    expect(ada.takes(letter!, 0)).toBeUndefined();
  });
});

describe('a letter that lay too long', () => {
  it('is in one mailbox, never in both and never in none, and goes back once (classes 15 and 16)', () => {
    const two = friends();
    const { ada, bob, small } = two;
    ada.sends(bob.id, { coins: 9 });
    ada.sends(bob.id);
    const [full] = bob.letters();
    two.nowSeconds += 30 * dayS - 1;
    small.tick(sweepTicks);
    expect(bob.letters()).toHaveLength(2);
    two.nowSeconds += 1;
    small.told();
    small.tick(sweepTicks);
    expect([bob.letters(), ada.letters()]).toEqual([[], [full]]);
    expect(small.told().map(({ fact }) => fact)).toEqual(['letterChanged', 'letterEnded']);
    two.nowSeconds += 400 * dayS;
    small.tick(sweepTicks);
    expect(ada.letters()).toEqual([full]);
    expect(ada.takes(full!, 4)).toBeUndefined();
    // Empty now, it goes in time.
    two.nowSeconds += 31 * dayS;
    small.tick(sweepTicks);
    expect(ada.letters()).toEqual([]);
    expect(small.world.tables.letters.count).toBe(0);
  });

  it('waits while operators have switched returning off', () => {
    const two = friends();
    const { ledger } = two.small.world.tables;
    two.ada.sends(two.bob.id, { coins: 9 });
    two.nowSeconds += 31 * dayS;
    ledger.switchVerb(LedgerVerb.mailReturn, false);
    two.small.tick(sweepTicks);
    expect(two.bob.letters()).toHaveLength(1);
    ledger.switchVerb(LedgerVerb.mailReturn, true);
    two.small.tick(sweepTicks);
    expect([two.bob.letters(), two.ada.letters()]).toEqual([[], [1]]);
  });

  it('waits while nothing can be stored', () => {
    const two = friends();
    two.ada.sends(two.bob.id, { coins: 9 });
    two.nowSeconds += 31 * dayS;
    two.small.world.tables.ledger.isStoring = false;
    two.small.tick(sweepTicks);
    expect(two.bob.letters()).toHaveLength(1);
  });
});

it('mailboxes are the same after a restart, and ids go on (class 15)', () => {
  const two = friends();
  const { ada, bob } = two;
  ada.sends(bob.id, { coins: 9, stacks: [[0, 3]] });
  ada.sends(bob.id, { asks: 3, stacks: [[1, 1]] });
  const { letters } = two.small.world.tables;
  const stored = bob.letters().map((id) => {
    const row = letters.find(bob.id, id);
    const stacks = createStackColumns(4);
    copyStacks(stacks, 0, letters.stacks, row * 4, 4);
    return {
      ...{
        id,
        kind: letters.kinds[row]! as LetterKind,
        from: ada.id,
        to: bob.id,
        words: letters.words[row]!,
      },
      ...{ cashOnDelivery: letters.cashOnDelivery[row]!, untilSeconds: letters.untilSeconds[row]! },
      ...{ coins: letters.coins[row]!, stacks },
    };
  });
  const words = (each: Letters) => {
    const seen: number[] = [];
    each.eachWord((word) => seen.push(word));
    return seen;
  };
  const { world } = new SmallWorld();
  restoreLetters(world, stored.toReversed(), letters.lastLetter);
  expect(world.tables.letters.after(bob.id, 0)).not.toBe(0);
  const again = new SmallWorld().world;
  restoreLetters(again, stored, letters.lastLetter);
  expect(words(again.tables.letters)).toEqual(words(letters));
  expect(again.tables.letters.create()).toBe(3);
  expect(again.tables.letters.ids[3]).toBe(3);
  // Nor is the id of one that was the newest, and is no more, ever given again.
  const later = new SmallWorld().world;
  restoreLetters(later, stored, 9);
  expect(later.tables.letters.ids[later.tables.letters.create()]).toBe(10);
});

it('letters are bounded: with no room for one more it is refused before anything moves', () => {
  const table = new Letters();
  for (let i = 0; i < lettersMax; i++) expect(table.create()).toBe(i + 1);
  expect([table.create(), table.isFull, table.refused]).toEqual([0, true, 1]);
});

function asked(names: Directory): string[] {
  const offered: string[] = [];
  names.ask((name) => offered.push(name) > 0);
  return offered;
}

describe('the directory', () => {
  it('knows names by what it was told, and wants those that it was asked for', () => {
    const names = directory.create({} as never) as Directory;
    expect(names.want('ada', 'Ada')).toBe(true);
    expect([names.wanted, asked(names)]).toEqual([1, ['Ada']]);
    expect(names.characterOf('ada')).toBeUndefined();
    names.learn('ada', 7);
    names.learn('nobody', 0);
    expect([names.characterOf('ada'), names.characterOf('nobody'), names.wanted]).toEqual([7, 0, 0]);
  });

  it('is asked for a name once, and says when it cannot be looked up, until it is', () => {
    const names = new Directory();
    names.want('ada', 'Ada');
    names.ask(() => false);
    expect(asked(names)).toEqual(['Ada']);
    expect([names.want('ada', 'ADA'), asked(names)]).toEqual([true, []]);
    names.fail('ada');
    names.fail('eve');
    expect([names.want('ada', 'Ada'), asked(names)]).toEqual([false, []]);
    names.learn('ada', 0);
    names.learn('ada', 7);
    names.learn('ada', 0);
    expect([names.characterOf('ada'), names.wanted, names.characterOf('eve')]).toEqual([7, 0, undefined]);
  });

  it('is bounded, both ways', () => {
    const names = new Directory();
    for (let i = 0; i < wantedMax + 5; i++) expect(names.want(`n${i}`, `N${i}`)).toBe(i < wantedMax);
    expect(names.wanted).toBe(wantedMax);
    for (let i = 0; i <= 16_384; i++) names.learn(`n${i}`, i + 1);
    expect([names.characterOf('n0'), names.characterOf('n16384')]).toEqual([undefined, 16_385]);
  });
});
