// Two who write to each other, in a world of the systems that have to do with it.

import { expect } from '@jest/globals';
import { decideOrders } from '#domain/decisions/decide-orders.js';
import { pointAtInventory } from '#domain/inventory/bags.js';
import { changeCoins } from '#domain/inventory/wallet.js';
import { Bag } from '#domain/ledger/bag.js';
import { Deed } from '#domain/ledger/deed.js';
import { expireLetters } from '#domain/mail/expire-letters.js';
import { lettersMax } from '#domain/mail/letters.js';
import { enclosedAs } from '#domain/mail/send-letter.js';
import { orderNumbers, placeOrder } from '#domain/orders/orders.js';
import { RequestId } from '#domain/vocabulary/generated/requests.js';
import { LedgerVerb } from '#domain/vocabulary/generated/words.js';
import { allowed } from '#domain/vocabulary/verdict.js';
import { SmallWorld } from '../harness/small-world.js';
import type { ToldFact } from '../harness/small-world.js';

export const dayS = 86_400;
/** Ticks in which every letter is looked at once. */
export const sweepTicks = Math.ceil(lettersMax / Math.ceil(lettersMax / 3600)) + 1;

export class Friend {
  readonly bag: Bag;
  #command = 0;

  constructor(
    readonly small: SmallWorld,
    readonly row: number,
  ) {
    this.bag = pointAtInventory(small.world, row, new Bag());
  }

  get id(): number {
    return this.bag.owner;
  }

  get coins(): number {
    return this.small.world.components.wallet.columns.coins[this.row]!;
  }

  earn(coins: number): void {
    expect(this.small.world.facts.reserve(1)).toBe(true);
    changeCoins(this.small.world, new Deed().is(LedgerVerb.grant, this.id), this.row, coins);
  }

  slots(): string {
    const told: string[] = [];
    for (let slot = 0; slot < this.bag.slots; slot++)
      if (this.bag.has(slot)) told.push(`${slot}:${this.bag.itemAt(slot)}×${this.bag.unitsAt(slot)}`);
    return told.join(' ');
  }

  /** Ids of its letters. */
  letters(): number[] {
    const { letters } = this.small.world.tables;
    const ids: number[] = [];
    for (let row = letters.after(this.id, 0); row !== 0; row = letters.after(this.id, letters.ids[row]!))
      ids.push(letters.ids[row]!);
    return ids;
  }

  /** Why it was not done; undefined when it was. */
  does(request: RequestId, numbers: readonly number[], text = '', command = ++this.#command): unknown {
    return this.facts(request, numbers, text, command).find(({ fact }) => fact === 'requestRefused')?.[
      'reason'
    ];
  }

  facts(request: RequestId, numbers: readonly number[], text = '', command = ++this.#command): ToldFact[] {
    const { world } = this.small;
    this.small.told();
    expect(placeOrder(world, this.row, request, command)).toBe(allowed);
    const { orders } = world.tables;
    orders.numbers.set(numbers, (orders.count - 1) * orderNumbers);
    orders.texts[orders.count - 1] = text;
    this.small.tick();
    expect(world.facts.reservedFacts).toBe(0);
    return this.small.told();
  }

  sends(
    to: number,
    { coins = 0, asks = 0, stacks = [] as readonly (readonly [number, number])[] } = {},
  ): unknown {
    const enclosed = stacks.map(([slot, units]) => enclosedAs(slot, units));
    return this.does(RequestId.sendLetter, [to, coins, asks, ...enclosed], 'Ada\nhello\n');
  }

  takes(letter: number, place: number, command?: number): unknown {
    return this.does(RequestId.takeFromLetter, [letter, place], '', command);
  }

  pays(letter: number, coins: number): unknown {
    return this.does(RequestId.payLetter, [letter, coins], 'Bob');
  }
}

export class TwoFriends {
  readonly small = new SmallWorld({ systems: [decideOrders, expireLetters] });
  readonly ada = new Friend(this.small, this.small.player(5, 5));
  readonly bob = new Friend(this.small, this.small.player(50, 50));

  constructor() {
    this.nowSeconds = 1_800_000_000;
    this.ada.earn(100);
  }

  get nowSeconds(): number {
    return this.small.world.tables.calendar.nowSeconds;
  }

  set nowSeconds(seconds: number) {
    this.small.world.tables.calendar.nowSeconds = seconds;
  }

  /** Coins that anybody has, in letters too. */
  get coins(): number {
    const { letters } = this.small.world.tables;
    return this.ada.coins + this.bob.coins + letters.coins.reduce((sum, coins) => sum + coins, 0);
  }
}
