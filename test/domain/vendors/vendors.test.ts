// Vendors: what is asked and paid, what is refused, buying back, mending; and the incidents of other servers' vendors.

import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Bag } from '#domain/ledger/bag.js';
import { unitsOf } from '#domain/ledger/room.js';
import { askedBack, askedFor, mendingPrice, paidFor } from '#domain/vendors/prices.js';
import { RequestId } from '#domain/vocabulary/generated/requests.js';
import { storedMost } from '#domain/vocabulary/generated/character-numbers.js';
import { HolderKind, LedgerVerb, LetterKind, RefusalReason } from '#domain/vocabulary/generated/words.js';
import { content, Customer, Ware, Who } from './customer.js';

describe('where content says that what has no room comes by letter', () => {
  /** Ids of her letters. */
  const letters = (ada: Customer): number[] => {
    const { letters: table } = ada.small.world.tables;
    const ids: number[] = [];
    for (let row = table.after(ada.bag.owner, 0); row !== 0; row = table.after(ada.bag.owner, ids.at(-1)!))
      ids.push(table.ids[row]!);
    return ids;
  };
  const fill = (ada: Customer, left = 0): void => {
    for (let slot = left; slot < ada.bag.slots; slot++) ada.give(slot, Ware.sword);
  };
  const enclosed = (ada: Customer, id: number) => {
    const { letters: table } = ada.small.world.tables;
    const bag = table.pointAt(table.find(ada.bag.owner, id), new Bag());
    return Array.from({ length: bag.slots }, (_, at) =>
      bag.has(at) ? `${bag.itemAt(at)}×${bag.unitsAt(at)}` : '-',
    );
  };

  it('it does, all of it, for the coins, is told of, and binds when it is taken', () => {
    const ada = new Customer(storedMost.coins);
    const generous = ada.npc(Who.generous);
    fill(ada, 1);
    expect(ada.buys(Ware.bread, 30, generous)).toBeUndefined();
    expect(ada.told).toMatchObject([
      { fact: 'letterSent', counterpart: ada.bag.owner, reason: LetterKind.overflow, untilSeconds: 0 },
      ...[10, 10, 10].map((amount) => ({ fact: 'stackChanged', verb: LedgerVerb.buy, amount })),
      { fact: 'coinsChanged', verb: LedgerVerb.buy, amount: -180 },
      { fact: 'commandDone' },
    ]);
    const [bread] = letters(ada);
    expect(enclosed(ada, bread!)).toEqual(['1×10', '1×10', '1×10', '-']);
    ada.give(0, Ware.sword);
    expect(ada.buys(Ware.crown, 1, generous)).toBeUndefined();
    const crown = letters(ada)[1]!;
    expect(ada.does(RequestId.takeFromLetter, [crown, 0])).toBe(RefusalReason.inventoryFull);
    expect(ada.does(RequestId.discardItem, [HolderKind.inventory, 0, 1])).toBeUndefined();
    expect(ada.does(RequestId.takeFromLetter, [crown, 0])).toBeUndefined();
    expect(ada.bag.columns.bound[ada.bag.first]).toBe(1);
  });

  it('it is refused with a full mailbox, and beyond four stacks, and nothing is paid', () => {
    const ada = new Customer();
    const generous = ada.npc(Who.generous);
    fill(ada);
    expect(ada.buys(Ware.bread, 41, generous)).toBe(RefusalReason.inventoryFull);
    const { mailboxLettersMax } = content.rules;
    for (let i = 0; i < mailboxLettersMax; i++) expect(ada.buys(Ware.bread, 1, generous)).toBeUndefined();
    const { coins } = ada;
    expect(ada.buys(Ware.bread, 1, generous)).toBe(RefusalReason.inventoryFull);
    expect([letters(ada).length, ada.coins]).toEqual([mailboxLettersMax, coins]);
    expect(ada.buys(Ware.bread, 1)).toBe(RefusalReason.inventoryFull);
  });

  it('it does so of what is bought back, under its id, and of pay, the purse being filled first', () => {
    const ada = new Customer();
    const generous = ada.npc(Who.generous);
    ada.give(0, Ware.sword);
    const id = ada.bag.columns.instances[ada.bag.first];
    expect(ada.sells(0, 1, generous)).toBeUndefined();
    fill(ada);
    expect(ada.buysBack(0)).toBe(RefusalReason.inventoryFull);
    expect(ada.buysBack(0, generous)).toBeUndefined();
    const { letters: table } = ada.small.world.tables;
    const letter = table.pointAt(table.find(ada.bag.owner, letters(ada)[0]!), new Bag());
    expect(letter.columns.instances[letter.first]).toBe(id);
    ada.coins = storedMost.coins - 20;
    expect(ada.sells(0, 1)).toBe(RefusalReason.purseFull);
    expect(ada.sells(0, 1, generous)).toBeUndefined();
    expect([ada.coins, table.coins[table.find(ada.bag.owner, letters(ada)[1]!)]]).toEqual([
      storedMost.coins,
      30,
    ]);
  });
});

describe('buying', () => {
  it('gives the items for the coins, as facts of one verb', () => {
    const ada = new Customer();
    expect(ada.buys(Ware.bread, 12)).toBeUndefined();
    expect([ada.slots(), ada.coins]).toEqual(['1×10 1×2 - - - -', 952]);
    expect(ada.told).toMatchObject([
      { fact: 'stackChanged', verb: LedgerVerb.buy, amount: 10 },
      { fact: 'stackChanged', verb: LedgerVerb.buy, amount: 2 },
      { fact: 'coinsChanged', verb: LedgerVerb.buy, amount: -48, after: 952 },
      { fact: 'commandDone' },
    ]);
  });

  it('is refused as a whole: no coins, no room, too heavy, not sold, too far, nobody there', () => {
    const ada = new Customer();
    expect(ada.buys(Ware.letter, 1)).toBe(RefusalReason.requirementsNotMet);
    expect(ada.buys(Ware.bread, 0)).toBe(RefusalReason.notEnoughItems);
    expect(ada.buys(Ware.bread, 251)).toBe(RefusalReason.notEnoughCoins);
    expect(ada.buys(Ware.bread, 101)).toBe(RefusalReason.tooHeavy);
    expect(ada.buys(Ware.bread, 1, 0)).toBe(RefusalReason.unknownTarget);
    expect(ada.buys(Ware.bread, 1, ada.npc(Who.guide))).toBe(RefusalReason.invalidTarget);
    expect(ada.buys(Ware.bread, 1, ada.npc(Who.baker, 24, 20))).toBe(RefusalReason.outOfRange);
    const wolf = ada.small.creature(21, 20);
    expect(ada.buys(Ware.bread, 1, ada.small.world.idAt(wolf))).toBe(RefusalReason.invalidTarget);
    for (let slot = 0; slot < ada.bag.slots; slot++) ada.give(slot, Ware.sword);
    expect(ada.buys(Ware.bread, 1)).toBe(RefusalReason.inventoryFull);
  });

  it('binds what binds by being taken', () => {
    const ada = new Customer(1_000_000);
    expect(ada.buys(Ware.crown, 1)).toBeUndefined();
    expect([ada.slots(), ada.coins]).toEqual(['4×1! - - - - -', 0]);
  });

  it('takes from a stock that is full again after a while', () => {
    const ada = new Customer();
    expect(ada.buys(Ware.sword, 3)).toBe(RefusalReason.notEnoughItems);
    expect(ada.buys(Ware.sword, 2)).toBeUndefined();
    expect(ada.buys(Ware.sword, 1)).toBe(RefusalReason.notEnoughItems);
    ada.small.tick(100);
    expect(ada.buys(Ware.sword, 2)).toBeUndefined();
  });
});

describe('selling', () => {
  it('pays, keeps the stack under its id, and gives it back for what it cost', () => {
    const ada = new Customer();
    ada.give(0, Ware.bread, 8);
    const instance = ada.bag.columns.instances[ada.bag.first];
    expect(ada.sells(0, 8)).toBeUndefined();
    expect([ada.slots(), ada.slots(ada.kept, 2), ada.coins]).toEqual(['- - - - - -', '1×8 -', 1008]);
    // As much as the most generous vendor of all would have paid.
    expect(ada.buysBack(0)).toBeUndefined();
    expect([ada.slots(), ada.slots(ada.kept, 2), ada.coins]).toEqual(['1×8 - - - - -', '- -', 992]);
    expect(ada.bag.columns.instances[ada.bag.first]).toBe(instance);
  });

  it('is refused of what is worth nothing, of what quests want, of more than there is, and into a full purse', () => {
    const ada = new Customer();
    ada.give(0, Ware.crumb, 3);
    ada.give(1, Ware.letter, 3);
    ada.give(2, Ware.sword);
    expect(ada.sells(0, 3)).toBe(RefusalReason.notAllowed);
    expect(ada.sells(1, 3)).toBe(RefusalReason.notAllowed);
    expect(ada.sells(2, 2)).toBe(RefusalReason.notEnoughItems);
    expect(ada.sells(3, 1)).toBe(RefusalReason.unknownSlot);
    ada.coins = 0xffff_ffff - 24;
    expect(ada.sells(2, 1)).toBe(RefusalReason.purseFull);
    ada.coins -= 1;
    expect(ada.sells(2, 1)).toBeUndefined();
    expect(ada.coins).toBe(0xffff_ffff);
  });

  it('of a ninth stack lets the one that was sold first go for good', () => {
    const ada = new Customer();
    for (let slot = 0; slot < 10; slot++) ada.give(slot, Ware.bread, slot + 1 > 9 ? 5 : slot + 1);
    for (let slot = 3; slot < 10; slot++) expect(ada.sells(slot, ada.bag.unitsAt(slot))).toBeUndefined();
    expect(ada.buysBack(0)).toBeUndefined();
    ada.give(20, Ware.sword);
    expect(ada.sells(20, 1)).toBeUndefined();
    expect(ada.slots(ada.kept, 8)).toBe('2×1 1×5 1×6 1×7 1×8 1×9 1×5 -');
    ada.give(21, Ware.sword);
    ada.give(22, Ware.sword);
    ada.sells(21, 1);
    expect(ada.sells(22, 1)).toBeUndefined();
    expect(ada.slots(ada.kept, 8)).toBe('2×1 2×1 1×6 1×7 1×8 1×9 1×5 2×1');
    expect(ada.told[0]).toMatchObject({ verb: LedgerVerb.sold, amount: -5, after: 0 });
  });

  it('takes what is bound', () => {
    const ada = new Customer();
    ada.give(0, Ware.sword);
    ada.bag.columns.bound[ada.bag.first] = 1;
    expect(ada.sells(0, 1)).toBeUndefined();
    expect(ada.buysBack(0)).toBeUndefined();
    expect(ada.slots()).toBe('2×1! - - - - -');
  });
});

describe('mending', () => {
  it('costs its share of what is worn off, and makes what is worn count again', () => {
    const ada = new Customer();
    const mender = ada.npc(Who.mender);
    ada.give(1, Ware.sword, 1, ada.worn);
    ada.worn.columns.wear[ada.worn.first + 1] = 50;
    const mends = (holder: number, slot: number) => ada.does(RequestId.repairItem, [mender, holder, slot]);
    expect(mends(HolderKind.equipment, 1)).toBeUndefined();
    expect([ada.slots(ada.worn, 2), ada.coins]).toEqual(['- 2×1', 950]);
    expect(ada.small.world.components.combat.columns.power[ada.row]).toBe(13);
    expect(mends(HolderKind.equipment, 1)).toBe(RefusalReason.noEffect);
    expect(mends(HolderKind.bank, 1)).toBe(RefusalReason.unknownSlot);
    expect(mends(HolderKind.inventory, 1)).toBe(RefusalReason.unknownSlot);
    expect(ada.does(RequestId.repairItem, [ada.baker, HolderKind.equipment, 1])).toBe(
      RefusalReason.invalidTarget,
    );
    ada.give(0, Ware.sword);
    ada.bag.columns.wear[ada.bag.first] = 1;
    ada.coins = 0;
    expect(mends(HolderKind.inventory, 0)).toBe(RefusalReason.notEnoughCoins);
    ada.coins = 1;
    expect(mends(HolderKind.inventory, 0)).toBeUndefined();
  });
});

describe('incidents of other servers', () => {
  const price = fc.integer({ min: 0, max: 1_000_000 });
  const units = fc.integer({ min: 1, max: 0xffff });
  const payShare = fc.double({ min: 0, max: 1, noNaN: true });
  const askShare = fc.double({ min: 1, max: 100, noNaN: true });

  it('7, 8: no price times count overflows or leaves the whole numbers', () => {
    fc.assert(
      fc.property(price, units, askShare, payShare, (each, count, ask, pay) => {
        for (const coins of [askedFor(each, count, ask), paidFor(each, count, pay)])
          expect(Number.isSafeInteger(coins) && coins >= 0).toBe(true);
      }),
    );
    expect(askedFor(1_000_000, 0xffff, 100)).toBe(6_553_500_000_000);
    expect(Number.isSafeInteger(1_000_000 * 0xffff * 100_000)).toBe(true);
    expect(mendingPrice(1_000_000, 0xffff, 0xffff, 1)).toBe(1_000_000);
    const ada = new Customer(0xffff_ffff);
    expect(ada.buys(Ware.crown, 0xffff)).toBe(RefusalReason.notEnoughCoins);
    expect(ada.buys(Ware.crown, 4295)).toBe(RefusalReason.notEnoughCoins);
  });

  it('9: coins at their cap neither wrap nor vanish: selling is refused', () => {
    const ada = new Customer(0xffff_ffff);
    ada.give(0, Ware.sword);
    expect(ada.sells(0, 1)).toBe(RefusalReason.purseFull);
  });

  it('10: no amount is negative, nor none at all', () => {
    const ada = new Customer();
    ada.give(0, Ware.bread, 5);
    for (const count of [0, -1, -0xffff]) {
      expect(ada.buys(Ware.bread, count)).toBe(RefusalReason.notEnoughItems);
      expect(ada.sells(0, count)).toBe(RefusalReason.notEnoughItems);
    }
  });

  it('11: what was looked at is what is paid: two orders of one tick cannot spend the same coins', () => {
    const ada = new Customer(100);
    ada.order(RequestId.buyItem, [ada.baker, Ware.sword, 1]);
    ada.order(RequestId.buyItem, [ada.baker, Ware.sword, 1]);
    ada.small.tick();
    expect([unitsOf(ada.bag, Ware.sword), ada.coins]).toEqual([1, 0]);
  });

  it('38: no way of selling, buying and buying back makes coins, wherever it is done', () => {
    fc.assert(
      fc.property(
        price,
        units,
        payShare,
        payShare,
        askShare,
        fc.double({ min: 0, max: 1, noNaN: true }),
        (...on) => {
          const [each, count, pay, other, ask, part] = on;
          const first = Math.floor(count * part);
          const apart = (first === 0 ? 0 : paidFor(each, first, pay)) + paidFor(each, count - first, pay);
          expect(apart).toBeLessThanOrEqual(paidFor(each, count, pay));
          expect(paidFor(each, count, pay)).toBeLessThanOrEqual(askedFor(each, count, ask));
          expect(paidFor(each, count, pay)).toBeLessThanOrEqual(askedBack(each, count, Math.max(pay, other)));
        },
      ),
    );
    const step = fc.record({
      what: fc.constantFrom('buy', 'sell', 'back'),
      slot: fc.nat(5),
      units: fc.integer({ min: 1, max: 12 }),
      isGenerous: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 20 }), (steps) => {
        const ada = new Customer(100);
        const generous = ada.npc(Who.generous);
        ada.give(0, Ware.bread, 10);
        // Coins, and what the most generous vendor would pay for all that is in the bag: it never rises.
        const wealth = () => ada.coins + paidFor(4, 1, 0.5) * unitsOf(ada.bag, Ware.bread);
        for (const { what, slot, units: count, isGenerous } of steps) {
          const before = wealth();
          const vendor = isGenerous ? generous : ada.baker;
          if (what === 'buy') ada.buys(Ware.bread, count, vendor);
          else if (what === 'sell') ada.sells(slot, count, vendor);
          else ada.buysBack(slot, vendor);
          expect(wealth()).toBeLessThanOrEqual(before);
        }
      }),
    );
  });
});
