// What vendors keep for who leaves and comes back: at which price, and in which order it goes for good.

import { expect, it } from '@jest/globals';
import { unitsOf } from '#domain/ledger/room.js';
import { CharacterSheet } from '#domain/player/character-sheet.js';
import { readSheet, writeSheet } from '#domain/player/sheet-and-world.js';
import { paidFor } from '#domain/vendors/prices.js';
import { smallContent } from '../../support/worlds/small-content.js';
import { content, Customer, Ware, Who } from './customer.js';

it('38: content that pays less than when something was sold makes buying it back no cheaper', () => {
  const ada = new Customer();
  const generous = ada.npc(Who.generous);
  ada.give(0, Ware.bread, 10);
  expect(ada.sells(0, 10, generous)).toBeUndefined();
  expect(ada.coins).toBe(1000 + paidFor(4, 10, 0.5));
  // Sold in this world, at the shares that it still has.
  expect(ada.buysBack(0)).toBeUndefined();
  expect(ada.coins).toBe(1000);
  ada.sells(0, 10, generous);
  const sheet = new CharacterSheet();
  writeSheet(ada.small.world, ada.row, sheet);
  const meaner = smallContent({
    ...{ items: [...content.lists.items], rules: content.rules },
    npcs: content.lists.npcs.map((each) => ({
      ...each,
      services: each.services.map((service) =>
        service.kind === 'vendor' ? { ...service, payShare: 0.1 } : service,
      ),
    })),
  });
  const paid = ada.coins - 1000;
  const worth = 10 * content.items[Ware.bread]!.priceCoins;
  // Comes back with what was paid stored, and after a crash that came before that.
  for (const [isKnown, price] of [
    [true, paid],
    [false, worth],
  ] as const) {
    const later = new Customer(0, meaner);
    // It counts its requests anew.
    sheet.doneCommands.fill(0);
    if (!isKnown) sheet.paid.fill(0);
    readSheet(later.small.world, later.row, sheet);
    later.coins = sheet.coins;
    expect(later.buysBack(0)).toBeUndefined();
    expect(unitsOf(later.bag, Ware.bread)).toBe(10);
    expect(sheet.coins - later.coins).toBe(price);
  }
});

it('in the order of before, the first sold goes first, also for who comes back', () => {
  const ada = new Customer();
  for (let slot = 0; slot < 8; slot++) ada.give(slot, Ware.bread, slot + 1);
  ada.give(8, Ware.sword);
  for (let slot = 0; slot < 8; slot++) expect(ada.sells(slot, slot + 1)).toBeUndefined();
  // The first slot has what was sold last.
  expect(ada.buysBack(0)).toBeUndefined();
  expect(ada.sells(0, 1)).toBeUndefined();
  const sheet = new CharacterSheet();
  writeSheet(ada.small.world, ada.row, sheet);
  const later = new Customer();
  sheet.doneCommands.fill(0);
  readSheet(later.small.world, later.row, sheet);
  expect(later.sells(8, 1)).toBeUndefined();
  expect(later.slots(later.kept, 8)).toBe(`1×1 ${Ware.sword}×1 1×3 1×4 1×5 1×6 1×7 1×8`);
});
