// The bank: reached near a banker alone, its slots arranged as those of the bag, and nothing comes out that is too heavy.

import { describe, expect, it } from '@jest/globals';
import { RequestId } from '#domain/vocabulary/generated/requests.js';
import { HolderKind, LedgerVerb, RefusalReason } from '#domain/vocabulary/generated/words.js';
import { blank } from '../../support/worlds/generated/blank-records.js';
import { Item, item, smallContent, smallRules } from '../../support/worlds/small-content.js';
import { OrderingPlayer } from '../harness/ordering-player.js';

const { inventory, bank, equipment } = HolderKind;
const content = smallContent({
  items: [
    { ...item(Item.sword, 'sword', 1), weightGrams: 600, equipSlot: 'mainHand' },
    { ...item(Item.pelt, 'pelt', 10), weightGrams: 100 },
  ],
  npcs: [
    { ...blank.npc, id: 1, key: 'banker', name: 'banker', services: [{ kind: 'banker' }] },
    { ...blank.npc, id: 2, key: 'guide', name: 'guide' },
  ],
  rules: { ...smallRules, carryGramsMax: 1000 },
});

class Saver extends OrderingPlayer {
  constructor() {
    super({ content });
  }

  moves(...numbers: number[]) {
    return this.does(RequestId.moveItem, numbers);
  }
}

describe('the bank', () => {
  it('takes and gives stacks with their ids, each a fact of its own verb', () => {
    const ada = new Saver();
    ada.npc(1);
    ada.give(0, Item.pelt, 8);
    const instance = ada.bag.columns.instances[ada.bag.first];
    expect(ada.moves(inventory, 0, bank, 47, 8)).toBeUndefined();
    expect(ada.told[0]).toMatchObject({ verb: LedgerVerb.deposit, holder: bank, slot: 47, instance });
    expect(ada.moves(bank, 47, bank, 0, 3)).toBeUndefined();
    expect(ada.told[0]).toMatchObject({ verb: LedgerVerb.arrange });
    expect(ada.moves(bank, 47, inventory, 3, 5)).toBeUndefined();
    expect(ada.told[0]).toMatchObject({ verb: LedgerVerb.withdraw, holder: inventory, slot: 3, instance });
    expect([ada.slots(), ada.slots(ada.bank, 2)]).toEqual(['- - - 3×5 - -', '3×3 -']);
  });

  it('is out of reach without a banker, and nothing is worn out of it', () => {
    const ada = new Saver();
    ada.npc(2);
    ada.npc(1, 30, 30);
    ada.give(0, Item.sword);
    ada.give(0, Item.pelt, 3, ada.bank);
    expect(ada.moves(inventory, 0, bank, 1, 1)).toBe(RefusalReason.outOfRange);
    expect(ada.moves(bank, 0, inventory, 1, 3)).toBe(RefusalReason.outOfRange);
    expect(ada.moves(bank, 0, bank, 1, 3)).toBe(RefusalReason.outOfRange);
    expect(ada.moves(bank, 0, equipment, 1, 1)).toBe(RefusalReason.unknownSlot);
    expect(ada.moves(inventory, 0, bank, 48, 1)).toBe(RefusalReason.unknownSlot);
  });

  it('gives nothing that is too heavy, an exchange weighs only the difference', () => {
    const ada = new Saver();
    ada.npc(1);
    ada.give(0, Item.pelt, 8);
    ada.give(0, Item.sword, 1, ada.bank);
    expect(ada.moves(bank, 0, inventory, 1, 1)).toBe(RefusalReason.tooHeavy);
    expect(ada.moves(bank, 0, inventory, 0, 1)).toBeUndefined();
    expect(ada.moves(inventory, 0, bank, 0, 1)).toBeUndefined();
    expect(ada.slots()).toBe('3×8 - - - - -');
    ada.give(1, Item.pelt, 2);
    ada.give(1, Item.sword, 1, ada.bank);
    expect(ada.moves(bank, 1, inventory, 1, 1)).toBe(RefusalReason.tooHeavy);
  });

  it('is switched off by its verbs', () => {
    const ada = new Saver();
    ada.npc(1);
    ada.give(0, Item.sword);
    ada.small.world.tables.ledger.closed[LedgerVerb.deposit] = 1;
    expect(ada.moves(inventory, 0, bank, 1, 1)).toBe(RefusalReason.switchedOff);
    // An exchange does both, whichever slot is named first.
    ada.give(0, Item.pelt, 1, ada.bank);
    expect(ada.moves(bank, 0, inventory, 0, 1)).toBe(RefusalReason.switchedOff);
  });

  it('is opened by who stands before a banker', () => {
    const ada = new Saver();
    const banker = ada.npc(1);
    expect(ada.does(RequestId.openBank, [ada.npc(2)])).toBe(RefusalReason.invalidTarget);
    expect(ada.does(RequestId.openBank, [ada.npc(1, 40, 40)])).toBe(RefusalReason.outOfRange);
    expect(ada.does(RequestId.openBank, [banker])).toBeUndefined();
  });

  it('27: what is refused gives nothing: a full slot, an empty one, more than there is', () => {
    const ada = new Saver();
    ada.npc(1);
    ada.give(0, Item.pelt, 8);
    ada.give(0, Item.pelt, 8, ada.bank);
    // OrderingPlayer holds all bags against what they were before.
    expect(ada.moves(inventory, 0, bank, 0, 3)).toBe(RefusalReason.inventoryFull);
    expect(ada.moves(inventory, 0, bank, 0, 9)).toBe(RefusalReason.notEnoughItems);
    expect(ada.moves(inventory, 5, bank, 0, 1)).toBe(RefusalReason.unknownSlot);
  });
});
