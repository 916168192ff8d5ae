// Two players who can trade, in a world of the systems that have to do with it.

import { expect } from '@jest/globals';
import type { Content } from '#domain/content/content.js';
import { decideOrders } from '#domain/decisions/decide-orders.js';
import { zones } from '#domain/body/zones.js';
import { pointAtInventory } from '#domain/inventory/bags.js';
import { changeCoins } from '#domain/inventory/wallet.js';
import { Bag } from '#domain/ledger/bag.js';
import { Deed } from '#domain/ledger/deed.js';
import { orderNumbers, placeOrder } from '#domain/orders/orders.js';
import { acceptTrade, inviteToTrade } from '#domain/trade/begin-trade.js';
import { offerCoins, offerStack } from '#domain/trade/offer.js';
import { anySideOf } from '#domain/trade/table-of.js';
import { watchTrades } from '#domain/trade/watch-trades.js';
import { RequestId } from '#domain/vocabulary/generated/requests.js';
import { LedgerVerb, TradeEnd } from '#domain/vocabulary/generated/words.js';
import { allowed } from '#domain/vocabulary/verdict.js';
import { Item } from '../../support/worlds/small-content.js';
import { SmallWorld } from '../harness/small-world.js';
import type { ToldFact } from '../harness/small-world.js';

export class Trader {
  readonly bag: Bag;
  command = 0;

  constructor(
    private readonly small: SmallWorld,
    readonly row: number,
  ) {
    this.bag = pointAtInventory(small.world, row, new Bag());
  }

  get id(): number {
    return this.small.world.idAt(this.row);
  }

  get coins(): number {
    return this.small.world.components.wallet.columns.coins[this.row]!;
  }

  earn(coins: number): void {
    if (!this.small.world.facts.reserve(1)) throw new Error('no room');
    changeCoins(this.small.world, new Deed().is(LedgerVerb.grant, this.bag.owner), this.row, coins);
  }

  /** As `slot:item×units`. */
  slots(): string {
    const told: string[] = [];
    for (let slot = 0; slot < this.bag.slots; slot++)
      if (this.bag.has(slot)) told.push(`${slot}:${this.bag.itemAt(slot)}×${this.bag.unitsAt(slot)}`);
    return told.join(' ');
  }

  orders(request: RequestId, ...numbers: number[]): void {
    const { world } = this.small;
    expect(placeOrder(world, this.row, request, ++this.command)).toBe(allowed);
    const { orders } = world.tables;
    orders.numbers.set(numbers, (orders.count - 1) * orderNumbers);
  }
}

export class TwoTraders {
  readonly small: SmallWorld;
  readonly ada: Trader;
  readonly bob: Trader;

  constructor(content?: Content) {
    this.small = new SmallWorld({
      systems: [zones, watchTrades, decideOrders],
      ...(content !== undefined && { content }),
    });
    this.ada = new Trader(this.small, this.small.player(20, 20));
    this.bob = new Trader(this.small, this.small.player(22, 20));
  }

  /** Both sit at a table. Returns the trade's number. */
  begin(): number {
    const { world } = this.small;
    expect(inviteToTrade(world, this.ada.row, this.bob.id)).toBe(allowed);
    expect(acceptTrade(world, this.bob.row, this.ada.id)).toBe(allowed);
    return this.number;
  }

  get number(): number {
    const side = anySideOf(this.small.world, this.ada.row);
    return side < 0 ? 0 : this.small.world.tables.trades.numbers[side >> 1]!;
  }

  get version(): number {
    return this.small.world.tables.trades.versions[anySideOf(this.small.world, this.ada.row) >> 1]!;
  }

  offer(who: Trader, place: number, slot: number, units: number): number {
    return offerStack(this.small.world, who.row, this.number, place, slot, units);
  }

  offerCoins(who: Trader, coins: number): number {
    return offerCoins(this.small.world, who.row, this.number, coins);
  }

  /** All facts of a tick in which both agree, Ada first. */
  agree(): ToldFact[] {
    this.small.told();
    const { version } = this;
    this.ada.orders(RequestId.tradeConfirm, version);
    this.bob.orders(RequestId.tradeConfirm, version);
    this.small.tick();
    return this.small.told();
  }

  /** Why a tick ended the trade, undefined while it goes on. */
  endAfterTick(): TradeEnd | undefined {
    this.small.told();
    this.small.tick();
    const ended = this.small.toldOf('tradeBroken');
    return ended[0]?.['reason'] as TradeEnd | undefined;
  }
}

/** Why requests were refused. */
export const reasons = (facts: readonly ToldFact[]) =>
  facts.filter(({ fact }) => fact === 'requestRefused').map(({ reason }) => reason);

/** Ada offers a sword and 5 coins, Bob 6 of his 8 pelts. */
export function laidOut(): TwoTraders {
  const two = new TwoTraders();
  const { small, ada, bob } = two;
  small.give(ada.bag, 0, Item.sword, 1);
  small.give(bob.bag, 3, Item.pelt, 8);
  ada.earn(20);
  two.begin();
  expect(two.offer(ada, 0, 0, 1)).toBe(allowed);
  expect(two.offerCoins(ada, 5)).toBe(allowed);
  expect(two.offer(bob, 0, 3, 6)).toBe(allowed);
  return two;
}

/** Nothing changed hands. */
export function expectUntouched({ ada, bob, small }: TwoTraders): void {
  expect([ada.slots(), ada.coins]).toEqual([`0:${Item.sword}×1`, 20]);
  expect([bob.slots(), bob.coins]).toEqual([`3:${Item.pelt}×8`, 0]);
  expect(small.world.facts.reservedFacts).toBe(0);
}
