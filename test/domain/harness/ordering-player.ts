// A player whose orders are decided at once, with the reason when one was not done. After each order what the facts say is
// held against what lies in its slots.

import { expect } from '@jest/globals';
import type { Content } from '#domain/content/content.js';
import { decideOrders } from '#domain/decisions/decide-orders.js';
import type { System } from '#domain/engine/system.js';
import { pointAtBank, pointAtBuyBack, pointAtEquipment, pointAtInventory } from '#domain/inventory/bags.js';
import { Bag } from '#domain/ledger/bag.js';
import { createNpc } from '#domain/npcs/place-npcs.js';
import { orderNumbers, placeOrder } from '#domain/orders/orders.js';
import type { RequestId } from '#domain/vocabulary/generated/requests.js';
import { allowed } from '#domain/vocabulary/verdict.js';
import { SmallWorld } from './small-world.js';
import type { ToldFact } from './small-world.js';

export interface OrderingOptions {
  readonly content?: Content;
  readonly level?: number;
  /** Run before orders are decided. */
  readonly systems?: readonly System[];
  readonly x?: number;
  readonly y?: number;
}

export class OrderingPlayer {
  readonly small: SmallWorld;
  readonly row: number;
  readonly bag: Bag;
  readonly worn: Bag;
  readonly bank: Bag;
  readonly kept: Bag;
  /** What the last order and all before it were told to have done. */
  readonly told: ToldFact[] = [];
  #command = 0;

  constructor({ content, level = 1, systems = [], x = 20, y = 20 }: OrderingOptions = {}) {
    this.small = new SmallWorld({
      systems: [...systems, decideOrders],
      ...(content !== undefined && { content }),
    });
    this.row = this.small.player(x, y, { level });
    this.bag = pointAtInventory(this.small.world, this.row, new Bag());
    this.worn = pointAtEquipment(this.small.world, this.row, new Bag());
    this.bank = pointAtBank(this.small.world, this.row, new Bag());
    this.kept = pointAtBuyBack(this.small.world, this.row, new Bag());
  }

  order(request: RequestId, numbers: readonly number[], command = ++this.#command) {
    const { world } = this.small;
    const verdict = placeOrder(world, this.row, request, command);
    const { orders } = world.tables;
    if (verdict === allowed) orders.numbers.set(numbers, (orders.count - 1) * orderNumbers);
    return verdict;
  }

  /** Decided at once: undefined when it was done, else why not, and then nothing has moved. */
  does(request: RequestId, numbers: readonly number[], command?: number): unknown {
    this.small.told();
    const before = this.belongings();
    this.order(request, numbers, command);
    this.small.tick();
    const told = this.small.told();
    this.told.splice(0, this.told.length, ...told);
    const refusal = told.find(({ fact }) => fact === 'requestRefused');
    expect(told.some(({ fact }) => fact === 'commandDone')).toBe(refusal === undefined);
    expect(this.small.world.facts.reservedFacts).toBe(0);
    if (refusal !== undefined) expect(this.belongings()).toEqual(before);
    return refusal?.['reason'];
  }

  /** The id of somebody who stands there. */
  npc(npc: number, x = 21, y = 20): number {
    const { world } = this.small;
    return world.idAt(createNpc(world, 0, { key: `npc-${npc}`, npc, x, y, facing: 0 }));
  }

  give(slot: number, item: number, units = 1, into = this.bag): void {
    this.small.give(into, slot, item, units);
  }

  get coins(): number {
    return this.small.world.components.wallet.columns.coins[this.row]!;
  }

  set coins(coins: number) {
    this.small.world.components.wallet.columns.coins[this.row] = coins;
  }

  /** `item×units` of the first slots, `!` behind what is bound and `~` with its wear. */
  slots(of = this.bag, count = 6): string {
    const { wear, bound } = of.columns;
    return Array.from({ length: count }, (_, slot) => {
      const at = of.first + slot;
      const marks = `${bound[at] === 0 ? '' : '!'}${wear[at] === 0 ? '' : `~${wear[at]}`}`;
      return of.has(slot) ? `${of.itemAt(slot)}×${of.unitsAt(slot)}${marks}` : '-';
    }).join(' ');
  }

  belongings(): string[] {
    const bags = [this.bag, this.worn, this.bank, this.kept];
    return [...bags.map((bag) => this.slots(bag, bag.slots)), `${this.coins}`];
  }
}
