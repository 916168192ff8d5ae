// Whatever a player orders, in whatever order and with whatever numbers: the facts alone say what lies in every slot and in
// the purse, verbs that only move sum to zero, and what is refused changes nothing. So with either policy for lack of room.

import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { FactReader } from '#domain/engine/facts/fact-log.js';
import { expireLoot } from '#domain/loot/expire-loot.js';
import { wearByBlow } from '#domain/equipment/wear-by-blows.js';
import { changeCoins } from '#domain/inventory/wallet.js';
import { Bag } from '#domain/ledger/bag.js';
import { Conservation } from '#domain/ledger/conservation.js';
import { Deed } from '#domain/ledger/deed.js';
import { pointAtGround } from '#domain/loot/lay-units.js';
import type { WhenFull } from '#domain/content/generated/definitions.js';
import { storedMost } from '#domain/vocabulary/generated/character-numbers.js';
import { RequestId } from '#domain/vocabulary/generated/requests.js';
import { HolderKind, LedgerVerb, PurseKind } from '#domain/vocabulary/generated/words.js';
import { blank } from '../../support/worlds/generated/blank-records.js';
import { item, smallContent, smallRules } from '../../support/worlds/small-content.js';
import { OrderingPlayer } from '../harness/ordering-player.js';

const Thing = { bread: 1, sword: 2, cap: 3, amulet: 4 } as const;
const things = Object.values(Thing);

const contentOf = (whenFull: WhenFull) =>
  smallContent({
    items: [
      {
        ...item(Thing.bread, 'bread', 5),
        kind: 'consumable',
        restoresHealth: 1,
        priceCoins: 4,
        weightGrams: 9,
      },
      {
        ...item(Thing.sword, 'sword', 1),
        ...{ equipSlot: 'mainHand', durabilityMax: 2, priceCoins: 30, bind: 'onEquip', weightGrams: 40 },
      },
      { ...item(Thing.cap, 'cap', 1), equipSlot: 'head', durabilityMax: 3, priceCoins: 10, weightGrams: 30 },
      { ...item(Thing.amulet, 'amulet', 1), bind: 'onPickUp', priceCoins: 3, weightGrams: 1 },
    ],
    npcs: [
      {
        ...blank.npc,
        ...{ id: 1, key: 'all', name: 'all' },
        services: [
          {
            kind: 'vendor',
            sells: things.map((each) => ({
              item: each,
              stock: each === Thing.cap ? 2 : 0,
              restockTicks: 20,
            })),
            askShare: 1.3,
            payShare: 0.7,
            whenFull,
          },
          { kind: 'mender', priceShare: 0.5 },
          { kind: 'banker' },
        ],
      },
    ],
    rules: { ...smallRules, carryGramsMax: 400, blowsPerWear: 1, lootLifeTicks: 40, mailboxLettersMax: 2 },
  });

const { inventory, equipment, bank, buyBack } = HolderKind;
const holder = fc.constantFrom(inventory, inventory, equipment, bank, buyBack);
const slot = fc.nat(8);
const units = fc.integer({ min: 0, max: 6 });
const thing = fc.constantFrom(...things);
const step = fc.oneof(
  fc.tuple(fc.constant(RequestId.moveItem), holder, slot, holder, slot, units),
  fc.tuple(
    fc.constant(RequestId.moveItem),
    fc.constant(inventory),
    slot,
    fc.constant(equipment),
    slot,
    units,
  ),
  fc.tuple(fc.constant(RequestId.dropItem), fc.constant(inventory), slot, units),
  fc.tuple(fc.constant(RequestId.discardItem), fc.constant(inventory), slot, units),
  fc.tuple(fc.constant(RequestId.useItem), fc.constant(inventory), slot),
  fc.tuple(fc.constant(RequestId.buyItem), fc.constant('npc' as const), thing, units),
  fc.tuple(fc.constant(RequestId.sellItem), fc.constant('npc' as const), slot, units),
  fc.tuple(fc.constant(RequestId.buyBackItem), fc.constant('npc' as const), slot),
  fc.tuple(fc.constant(RequestId.repairItem), fc.constant('npc' as const), holder, slot),
  fc.tuple(fc.constant(RequestId.pickUp), fc.constant('loot' as const)),
  fc.tuple(fc.constant(RequestId.takeFromLetter), fc.constant('letter' as const), fc.nat(4)),
  fc.tuple(fc.constant('blow' as const)),
);

class Judged {
  readonly ada: OrderingPlayer;
  readonly npc: number;
  readonly #conservation = new Conservation();
  readonly #reader: FactReader;
  readonly #wolf: number;
  #number = 0;

  constructor(whenFull: WhenFull, coins: number) {
    this.ada = new OrderingPlayer({ content: contentOf(whenFull), systems: [expireLoot] });
    this.npc = this.ada.npc(1);
    const { world } = this.ada.small;
    this.#reader = world.facts.reader();
    this.#wolf = this.ada.small.creature(21, 20);
    world.facts.reserve(1);
    changeCoins(world, new Deed().is(LedgerVerb.grant, this.ada.bag.owner), this.ada.row, coins);
    this.#read();
  }

  takes([what, ...numbers]: readonly (string | number)[]): void {
    const { ada } = this;
    const { world } = ada.small;
    // Hungry again.
    world.components.vitals.columns.health[ada.row] = 50;
    if (what === 'blow') {
      wearByBlow(world, ada.row, this.#wolf);
      wearByBlow(world, this.#wolf, ada.row);
    } else {
      const named = numbers.map((each) =>
        each === 'npc'
          ? this.npc
          : each === 'loot'
            ? this.#loot()
            : each === 'letter'
              ? this.letters()[0]!
              : each,
      );
      ada.does(what as RequestId, named as number[]);
    }
    this.#read();
    this.#judge();
  }

  /** The id of the first thing on the ground, 0 for none. */
  #loot(): number {
    const row = this.#lying()[0];
    return row === undefined ? 0 : this.ada.small.world.idAt(row);
  }

  /** Ids of what waits for her, or 0. */
  letters(): number[] {
    const { letters } = this.ada.small.world.tables;
    const ids: number[] = [];
    for (
      let row = letters.after(this.ada.bag.owner, 0);
      row !== 0;
      row = letters.after(this.ada.bag.owner, ids.at(-1)!)
    )
      ids.push(letters.ids[row]!);
    return ids.length === 0 ? [0] : ids;
  }

  #lying(): number[] {
    const { world } = this.ada.small;
    const rows = Array.from({ length: world.store.entities.rowsUsed }, (_, row) => row);
    return rows.filter((row) => world.store.entities.isAlive(row) && world.components.loot.has(row));
  }

  #read(): void {
    const { facts } = this.ada.small.world;
    for (; this.#reader.next < facts.count; this.#reader.next++)
      this.#conservation.add(facts, this.#reader.next, ++this.#number);
  }

  #judge(): void {
    const { ada } = this;
    this.#conservation.endTick();
    expect(this.#conservation.findings).toEqual([]);
    const { stacks, purses } = this.#conservation.state;
    const told = [...stacks.values()].map((each) =>
      [each.instance, each.item, each.count, each.holder, each.owner, each.slot, each.wear, each.bound].join(
        ' ',
      ),
    );
    const ground = this.#lying().map((row) => pointAtGround(ada.small.world, row, new Bag()));
    const { letters } = ada.small.world.tables;
    const rows = this.letters().map((id) => letters.find(ada.bag.owner, id));
    const enclosed = rows.filter((row) => row !== 0).map((row) => letters.pointAt(row, new Bag()));
    const there = [ada.bag, ada.worn, ada.bank, ada.kept, ...ground, ...enclosed].flatMap(stacksIn);
    expect(told.sort()).toEqual(there.sort());
    expect(purses.get(PurseKind.wallet)!.get(ada.bag.owner) ?? 0).toBe(ada.coins);
    for (const row of rows)
      expect(purses.get(PurseKind.letter)?.get(letters.ids[row]!) ?? 0).toBe(letters.coins[row]);
  }
}

function stacksIn(bag: Bag): string[] {
  const { instances, wear, bound } = bag.columns;
  return Array.from({ length: bag.slots }, (_, each) => each)
    .filter((each) => bag.has(each))
    .map((each) => {
      const at = bag.first + each;
      const what = [instances[at], bag.itemAt(each), bag.unitsAt(each)];
      return [...what, bag.holder, bag.owner, each, wear[at], bound[at]].join(' ');
    });
}

/** A purse that is nearly full shows what becomes of pay. */
const purse = fc.constantFrom(200, storedMost.coins - 40);

it.each(['refuse', 'mail'] as const)(
  'any orders leave slots, purse and facts the same, and the ledger balanced, where content says %s',
  (whenFull) => {
    let posted = 0;
    fc.assert(
      fc.property(purse, fc.array(step, { maxLength: 40 }), (coins, steps) => {
        const judged = new Judged(whenFull, coins);
        for (const each of [
          [RequestId.buyItem, 'npc', Thing.bread, 6],
          [RequestId.buyItem, 'npc', Thing.sword, 1],
          ...steps,
          // More than it can carry, sooner or later.
          ...Array(8).fill([RequestId.buyItem, 'npc', Thing.bread, 6] as const),
        ] as const)
          judged.takes(each as readonly (string | number)[]);
        const { letters } = judged.ada.small.world.tables;
        expect(letters.countOf(judged.ada.bag.owner)).toBeLessThanOrEqual(2);
        posted += letters.lastLetter;
      }),
      { numRuns: 100 },
    );
    expect(posted > 0).toBe(whenFull === 'mail');
  },
);
