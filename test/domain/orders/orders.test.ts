// What players order: decided in the next tick, once for each number, with the reason when it is not done.

import { describe, expect, it } from '@jest/globals';
import { doneCommandsMax } from '#domain/orders/done-commands.js';
import { ordersOfOneMax } from '#domain/orders/orders.js';
import { RequestId } from '#domain/vocabulary/generated/requests.js';
import { HolderKind, LedgerVerb, RefusalReason } from '#domain/vocabulary/generated/words.js';
import { allowed } from '#domain/vocabulary/verdict.js';
import { Item } from '../../support/worlds/small-content.js';
import { OrderingPlayer } from '../harness/ordering-player.js';

const { inventory } = HolderKind;

const move = (from: number, to: number, units: number) => [inventory, from, inventory, to, units];

describe('moving items', () => {
  it('splits, merges, exchanges and refuses what does not fit', () => {
    const ada = new OrderingPlayer();
    ada.small.give(ada.bag, 0, Item.pelt, 8);
    ada.small.give(ada.bag, 2, Item.sword, 1);
    expect(ada.does(RequestId.moveItem, move(0, 1, 3))).toBeUndefined();
    expect(ada.slots()).toBe(`${Item.pelt}×5 ${Item.pelt}×3 ${Item.sword}×1 - - -`);
    expect(ada.does(RequestId.moveItem, move(0, 1, 5))).toBeUndefined();
    expect(ada.slots()).toBe(`- ${Item.pelt}×8 ${Item.sword}×1 - - -`);
    expect(ada.does(RequestId.moveItem, move(1, 2, 8))).toBeUndefined();
    expect(ada.slots()).toBe(`- ${Item.sword}×1 ${Item.pelt}×8 - - -`);
    expect(ada.does(RequestId.moveItem, move(1, 2, 1))).toBeUndefined();
    expect(ada.slots()).toBe(`- ${Item.pelt}×8 ${Item.sword}×1 - - -`);
    const reasons = [
      move(1, 2, 1),
      // A part of a stack is not exchanged.
      move(1, 2, 3),
      move(0, 3, 1),
      move(2, 2, 1),
      move(2, 32, 1),
      move(1, 3, 9),
    ];
    expect(reasons.map((numbers) => ada.does(RequestId.moveItem, numbers))).toEqual([
      RefusalReason.inventoryFull,
      RefusalReason.inventoryFull,
      RefusalReason.unknownSlot,
      RefusalReason.unknownSlot,
      RefusalReason.unknownSlot,
      RefusalReason.notEnoughItems,
    ]);
  });

  it('takes no more onto a stack than the content allows', () => {
    const ada = new OrderingPlayer();
    ada.small.give(ada.bag, 0, Item.pelt, 8);
    ada.small.give(ada.bag, 1, Item.pelt, 8);
    expect(ada.does(RequestId.moveItem, move(0, 1, 3))).toBe(RefusalReason.inventoryFull);
    expect(ada.does(RequestId.moveItem, move(0, 1, 2))).toBeUndefined();
    expect(ada.slots()).toBe(`${Item.pelt}×6 ${Item.pelt}×10 - - - -`);
  });

  it('moves what the content does not know any more whole, and never parts what could not be laid together', () => {
    const ada = new OrderingPlayer();
    ada.small.give(ada.bag, 0, 99, 3);
    expect(ada.does(RequestId.moveItem, move(0, 1, 1))).toBe(RefusalReason.inventoryFull);
    expect(ada.does(RequestId.moveItem, move(0, 1, 3))).toBeUndefined();
    expect(ada.slots()).toBe('- 99×3 - - - -');
  });

  it('takes no stack out of what is not the player’s own', () => {
    const ada = new OrderingPlayer();
    for (const [from, to] of [
      [HolderKind.ground, inventory],
      [inventory, HolderKind.letter],
      [99, 99],
    ] as const)
      expect(ada.does(RequestId.moveItem, [from, 0, to, 1, 1])).toBe(RefusalReason.unknownSlot);
  });
});

describe('picking up and laying down', () => {
  it('moves a stack with its id to the ground and back', () => {
    const ada = new OrderingPlayer();
    const { world } = ada.small;
    ada.small.give(ada.bag, 0, Item.pelt, 8);
    const instance = ada.bag.columns.instances[ada.bag.first]!;
    expect(ada.does(RequestId.dropItem, [inventory, 0, 8])).toBeUndefined();
    expect(ada.slots()).toBe('- - - - - -');
    const { loot } = world.components;
    const lies = Array.from({ length: world.store.entities.rowsUsed }, (_, row) => row).find((row) =>
      loot.has(row),
    )!;
    expect([loot.columns.instances[lies], loot.columns.counts[lies]]).toEqual([instance, 8]);
    expect(ada.does(RequestId.pickUp, [world.idAt(lies)])).toBeUndefined();
    expect(ada.bag.columns.instances[ada.bag.first]).toBe(instance);
    expect(loot.has(lies)).toBe(false);
  });

  it('leaves on the ground what does not fit, and refuses when nothing does', () => {
    const ada = new OrderingPlayer();
    const { world } = ada.small;
    for (let slot = 0; slot < ada.bag.slots; slot++)
      ada.small.give(ada.bag, slot, slot === 5 ? Item.pelt : Item.sword, slot === 5 ? 8 : 1);
    const loot = ada.small.loot(Item.pelt, 5);
    expect(ada.does(RequestId.pickUp, [world.idAt(loot)])).toBeUndefined();
    expect([ada.bag.unitsAt(5), world.components.loot.columns.counts[loot]]).toEqual([10, 3]);
    expect(ada.does(RequestId.pickUp, [world.idAt(loot)])).toBe(RefusalReason.inventoryFull);
  });

  it('lays down nothing that is bound', () => {
    const ada = new OrderingPlayer();
    ada.small.give(ada.bag, 0, Item.sword, 1);
    ada.bag.columns.bound[ada.bag.first] = 1;
    expect(ada.does(RequestId.dropItem, [inventory, 0, 1])).toBe(RefusalReason.bound);
  });
});

describe('an order', () => {
  it('that was done is answered again and not done again', () => {
    const ada = new OrderingPlayer();
    ada.small.give(ada.bag, 0, Item.pelt, 8);
    expect(ada.does(RequestId.moveItem, move(0, 1, 3), 7)).toBeUndefined();
    expect(ada.does(RequestId.moveItem, move(0, 1, 3), 7)).toBeUndefined();
    expect(ada.slots()).toBe(`${Item.pelt}×5 ${Item.pelt}×3 - - - -`);
  });

  it('that was refused can be asked again under its number', () => {
    const ada = new OrderingPlayer();
    expect(ada.does(RequestId.moveItem, move(0, 1, 3), 7)).toBe(RefusalReason.unknownSlot);
    ada.small.give(ada.bag, 0, Item.pelt, 8);
    expect(ada.does(RequestId.moveItem, move(0, 1, 3), 7)).toBeUndefined();
  });

  it('is refused when its number is too old, 0, or far ahead', () => {
    const ada = new OrderingPlayer();
    ada.small.give(ada.bag, 0, Item.pelt, 8);
    expect(ada.does(RequestId.moveItem, move(0, 1, 8), 100)).toBeUndefined();
    const there = 100 - doneCommandsMax;
    expect(ada.does(RequestId.moveItem, move(1, 0, 8), there)).toBe(RefusalReason.staleCommand);
    expect(ada.does(RequestId.moveItem, move(1, 0, 8), 0)).toBe(RefusalReason.invalidCommand);
    expect(ada.does(RequestId.moveItem, move(1, 0, 8), 2 ** 32 - 1)).toBe(RefusalReason.invalidCommand);
    expect(ada.does(RequestId.moveItem, move(1, 0, 8), there + 1)).toBeUndefined();
  });

  it('is refused as busy when too many wait, and when there is no room to note what it does', () => {
    const ada = new OrderingPlayer();
    ada.small.give(ada.bag, 0, Item.pelt, 8);
    const placed = Array.from({ length: ordersOfOneMax + 1 }, () =>
      ada.order(RequestId.moveItem, move(0, 0, 1)),
    );
    expect(placed.at(-1)).toBe(RefusalReason.busy);
    expect(placed.filter((verdict) => verdict === allowed)).toHaveLength(ordersOfOneMax);
    ada.small.tick();
    const { facts } = ada.small.world;
    let reserved = 0;
    while (facts.reserve(1)) reserved++;
    ada.order(RequestId.moveItem, move(0, 1, 8));
    ada.small.told();
    ada.small.tick();
    expect(ada.small.told()).toEqual([
      expect.objectContaining({ fact: 'requestRefused', reason: RefusalReason.busy }),
    ]);
    facts.release(reserved);
  });

  it('is refused while operators have switched it off, or nothing can be stored', () => {
    const ada = new OrderingPlayer();
    const { ledger } = ada.small.world.tables;
    ada.small.give(ada.bag, 0, Item.pelt, 8);
    ledger.closed[LedgerVerb.arrange] = 1;
    expect(ada.does(RequestId.moveItem, move(0, 1, 8))).toBe(RefusalReason.switchedOff);
    ledger.closed[LedgerVerb.arrange] = 0;
    ledger.isStoring = false;
    expect(ada.does(RequestId.moveItem, move(0, 1, 8))).toBe(RefusalReason.notStored);
  });
});
