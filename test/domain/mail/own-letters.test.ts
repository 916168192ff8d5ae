// What letters a character answers for is bounded, in every way in which letters come to be: nobody fills the server's room
// for letters with its own, and whoever is at the bound is refused before anything moves.

import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { decideOrders } from '#domain/decisions/decide-orders.js';
import { copyStacks, createStackColumns } from '#domain/ledger/bag.js';
import { expireLetters } from '#domain/mail/expire-letters.js';
import { lettersMax } from '#domain/mail/letters.js';
import { restoreLetters } from '#domain/mail/restore-letters.js';
import { expireListings } from '#domain/market/expire-listings.js';
import { RequestId } from '#domain/vocabulary/generated/requests.js';
import { HolderKind, LetterKind, RefusalReason } from '#domain/vocabulary/generated/words.js';
import { Item, smallContent, smallRules } from '../../support/worlds/small-content.js';
import { SmallWorld } from '../harness/small-world.js';
import { dayS, Friend, sweepTicks } from './two-friends.js';

/** Of the mailbox, and what is on the market when that is reached. */
const ownMax = 4 * smallRules.mailboxLettersMax;
const most = ownMax + smallRules.listingsMax;

class Crowd {
  readonly small = new SmallWorld({
    systems: [decideOrders, expireLetters, expireListings],
    content: smallContent({ rules: { ...smallRules, boughtWhenFull: 'mail' } }),
  });
  readonly all: Friend[];

  constructor(size: number) {
    this.small.world.tables.calendar.nowSeconds = 1_800_000_000;
    this.all = Array.from({ length: size }, (_, i) => new Friend(this.small, this.small.player(5 + i, 5)));
    for (const friend of this.all) {
      friend.earn(10_000);
      this.small.give(friend.bag, 0, Item.pelt, 10);
      this.small.give(friend.bag, 1, Item.pelt, 10);
    }
  }

  get letters() {
    return this.small.world.tables.letters;
  }

  /** How many letters each answers for, as the rule says it. */
  owned(): Map<number, number> {
    const { letters } = this;
    const owned = new Map<number, number>();
    for (let row = 1; row < letters.rowsEnd; row++) {
      if (letters.ids[row] === 0) continue;
      const isWriters = letters.kinds[row] === LetterKind.written && letters.untilSeconds[row] !== 0;
      const who = isWriters ? letters.from[row]! : letters.to[row]!;
      owned.set(who, (owned.get(who) ?? 0) + 1);
    }
    return owned;
  }

  pass(days: number): void {
    this.small.world.tables.calendar.nowSeconds += days * dayS;
    this.small.tick(sweepTicks);
  }

  /** No slot is left, and nothing in it takes more. */
  fillBag(friend: Friend): void {
    for (let slot = 0; slot < friend.bag.slots; slot++)
      if (!friend.bag.has(slot)) this.small.give(friend.bag, slot, Item.sword, 1);
  }
}

describe('a listing that is taken back', () => {
  it('comes into the bag where there is room, and no letter with it', () => {
    const { all, letters, small } = new Crowd(1);
    const [ada] = all as [Friend];
    const before = ada.slots();
    for (let i = 1; i <= 20; i++) {
      expect(ada.does(RequestId.listItem, [0, 10, 1])).toBeUndefined();
      expect(ada.does(RequestId.cancelListing, [i])).toBeUndefined();
      expect(ada.slots()).toBe(before);
    }
    expect([letters.count, small.world.tables.listings.count, ada.coins]).toEqual([0, 0, 10_000 - 20]);
  });

  it('comes by letter where there is none, and nothing more is listed once it has too many of these', () => {
    const crowd = new Crowd(1);
    const [ada] = crowd.all as [Friend];
    crowd.fillBag(ada);
    let refusal: unknown;
    for (let i = 1; refusal === undefined; i++) {
      expect(i).toBeLessThanOrEqual(ownMax + 1);
      const [slots, coins] = [ada.slots(), ada.coins];
      refusal = ada.does(RequestId.listItem, [4, 1, 1]);
      if (refusal !== undefined) {
        expect([refusal, ada.slots(), ada.coins]).toEqual([RefusalReason.noRoomThere, slots, coins]);
        break;
      }
      crowd.small.give(ada.bag, 4, Item.sword, 1);
      expect(ada.does(RequestId.cancelListing, [i])).toBeUndefined();
    }
    expect(crowd.owned().get(ada.id)).toBe(ownMax);
    expect(ada.does(RequestId.discardItem, [HolderKind.inventory, 4, 1])).toBeUndefined();
    expect(ada.takes(ada.letters()[0]!, 0)).toBeUndefined();
    expect(ada.does(RequestId.listItem, [4, 1, 1])).toBeUndefined();
  });
});

describe('what a character answers for', () => {
  it('are the letters that it wrote to others, until these are gone', () => {
    const crowd = new Crowd(8);
    const [ada, bob, ...others] = crowd.all as [Friend, Friend, ...Friend[]];
    let sent = 0;
    for (const to of [bob, ...others])
      for (let i = 0; i < smallRules.mailboxLettersMax; i++) if (ada.sends(to.id) === undefined) sent++;
    expect(sent).toBe(ownMax);
    const { coins } = ada;
    expect(ada.sends(others.at(-1)!.id, { coins: 5 })).toBe(RefusalReason.noRoomThere);
    expect([ada.coins, crowd.letters.refused > 0]).toEqual([coins, true]);
    expect(others[0]!.sends(others.at(-1)!.id)).toBeUndefined();
    expect(bob.does(RequestId.deleteLetter, [bob.letters()[0]!])).toBeUndefined();
    expect(ada.sends(others.at(-1)!.id, { coins: 5 })).toBeUndefined();
    crowd.pass(31);
    // Those with nothing in them are gone, the others are back.
    expect([...crowd.owned()]).toEqual([[ada.id, 1]]);
  });

  it('are those that bring coins for what it sold by mail', () => {
    const crowd = new Crowd(2);
    const [ada, bob] = crowd.all as [Friend, Friend];
    let refusal: unknown;
    for (let i = 0; refusal === undefined; i++) {
      expect(i).toBeLessThanOrEqual(ownMax);
      refusal = ada.sends(bob.id, { asks: 1, stacks: [[0, 1]] });
      if (refusal !== undefined) break;
      const letter = bob.letters().at(-1)!;
      expect(bob.pays(letter, 1)).toBeUndefined();
      expect(bob.takes(letter, 0)).toBeUndefined();
      expect(bob.letters()).not.toContain(letter);
      if (i === 8) crowd.small.give(ada.bag, 0, Item.pelt, 8);
    }
    expect([refusal, crowd.owned().get(ada.id)]).toEqual([RefusalReason.noRoomThere, ownMax]);
  });

  it('is what it paid for and leaves where it is', () => {
    const crowd = new Crowd(9);
    const [bob, ...sellers] = crowd.all as [Friend, ...Friend[]];
    for (const to of sellers.slice(0, 4))
      for (let i = 0; i < smallRules.mailboxLettersMax; i++) expect(bob.sends(to.id)).toBeUndefined();
    expect(sellers[5]!.sends(bob.id, { asks: 7, stacks: [[0, 1]] })).toBeUndefined();
    const [letter] = bob.letters();
    const { coins } = bob;
    expect(bob.pays(letter!, 7)).toBe(RefusalReason.noRoomThere);
    expect([bob.coins, sellers[5]!.letters()]).toEqual([coins, []]);
    expect(sellers[0]!.does(RequestId.deleteLetter, [sellers[0]!.letters()[0]!])).toBeUndefined();
    expect(bob.pays(letter!, 7)).toBeUndefined();
  });

  it('comes back alike in a world that is restored', () => {
    const crowd = new Crowd(6);
    const [ada, bob] = crowd.all as [Friend, Friend];
    for (const to of crowd.all.slice(1, 5))
      for (let i = 0; i < smallRules.mailboxLettersMax; i++) expect(ada.sends(to.id)).toBeUndefined();
    expect(bob.sends(crowd.all[5]!.id)).toBeUndefined();
    const { letters } = crowd;
    const { world } = new SmallWorld();
    restoreLetters(
      world,
      Array.from({ length: letters.count }, (_, i) => {
        const [row, stacks] = [i + 1, createStackColumns(4)];
        copyStacks(stacks, 0, letters.stacks, row * 4, 4);
        const [from, to] = [letters.from[row]!, letters.to[row]!];
        return {
          ...{ id: letters.ids[row]!, kind: letters.kinds[row]! as LetterKind, from, to, stacks },
          ...{ cashOnDelivery: 0, untilSeconds: letters.untilSeconds[row]!, coins: 0, words: '' },
        };
      }),
      letters.lastLetter,
    );
    for (const table of [letters, world.tables.letters])
      expect([ada, bob].map(({ id }) => table.mayAnswerForMore(id, smallRules.mailboxLettersMax))).toEqual([
        false,
        true,
      ]);
  });

  it('stays within its bound whatever players do, and what nobody wrote ends when it is emptied', () => {
    const step = fc.record({
      what: fc.constantFrom('send', 'bill', 'pay', 'take', 'back', 'delete', 'list', 'buy', 'cancel', 'days'),
      who: fc.nat(3),
      whom: fc.nat(3),
      at: fc.nat(20),
    });
    fc.assert(
      fc.property(fc.array(step, { minLength: 60, maxLength: 150 }), fc.boolean(), (steps, isFull) => {
        const crowd = new Crowd(4);
        const { letters, small } = crowd;
        if (isFull) for (const friend of crowd.all) crowd.fillBag(friend);
        for (const { what, who, whom, at } of steps) {
          const me = crowd.all[who]!;
          const own = me.letters();
          const letter = own[at % Math.max(1, own.length)] ?? 0;
          const { ids, prices, count } = small.world.tables.listings;
          const listing = at % Math.max(1, count);
          if (what === 'send') me.sends(crowd.all[whom]!.id, at % 2 === 0 ? {} : { coins: 1 });
          else if (what === 'bill') me.sends(crowd.all[whom]!.id, { asks: 1, stacks: [[at % 32, 1]] });
          else if (what === 'pay') me.pays(letter, 1);
          else if (what === 'take') me.takes(letter, at % 5);
          else if (what === 'back') me.does(RequestId.returnLetter, [letter]);
          else if (what === 'delete') me.does(RequestId.deleteLetter, [letter]);
          else if (what === 'list') me.does(RequestId.listItem, [at % 32, 1, 10]);
          else if (what === 'buy') me.does(RequestId.buyListing, [ids[listing]!, prices[listing]!]);
          else if (what === 'cancel') me.does(RequestId.cancelListing, [ids[listing]!]);
          else small.world.tables.calendar.nowSeconds += 4 * dayS;
          for (const [character, owned] of crowd.owned()) {
            expect(owned).toBeLessThanOrEqual(most);
            expect(letters.mayAnswerForMore(character, smallRules.mailboxLettersMax)).toBe(owned < ownMax);
          }
          for (let row = 1; row < letters.rowsEnd; row++)
            if (letters.ids[row] !== 0 && letters.kinds[row] !== LetterKind.written)
              expect(letters.isEmpty(row)).toBe(false);
        }
      }),
      { numRuns: 30 },
    );
  });
});

it('all that two players can have stays far below the room that the server has', () => {
  expect(2 * most).toBeLessThan(lettersMax / 1000);
});
