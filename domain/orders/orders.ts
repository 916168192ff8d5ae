// What players ask for with items and coins waits here for the next tick, in the order of asking. A player has a few waiting
// at a time, all players together as many as there is room for; more are refused as busy, so that nobody can queue work
// here without end.

import { defineTable } from '../engine/system.js';
import type { WorldOf } from '../engine/system.js';
import { allowed } from '../vocabulary/verdict.js';
import type { Verdict } from '../vocabulary/verdict.js';
import type { RequestId } from '../vocabulary/generated/requests.js';
import { RefusalReason } from '../vocabulary/generated/words.js';

/** Orders of all players that wait for one tick. */
const ordersMax = 8192;
/** Of one player: a burst of its rate limits in a tick. */
export const ordersOfOneMax = 8;
/** Numbers that an order carries, in the order in which its packet has them. */
export const orderNumbers = 7;

export class Orders {
  count = 0;
  /** Orders refused because there was no room, since the start. */
  refused = 0;
  /** Entity ids of those who ask, 0 for an order that was dropped. */
  readonly entities = new Uint32Array(ordersMax);
  readonly requests = new Uint8Array(ordersMax);
  /** Keys under which they are asked. */
  readonly commands = new Uint32Array(ordersMax);
  readonly numbers = new Float64Array(ordersMax * orderNumbers);
  /** Of the few that have words: title and text. */
  readonly titles: (string | undefined)[] = new Array<string | undefined>(ordersMax).fill(undefined);
  readonly texts: (string | undefined)[] = new Array<string | undefined>(ordersMax).fill(undefined);
}

declare module '../engine/registry.js' {
  interface Tables {
    orders: Orders;
  }
}

export const orders = defineTable({
  name: 'orders',
  create: () => new Orders(),
  eachWord({ count, entities, requests, commands, numbers }, visit) {
    for (let i = 0; i < count; i++) {
      visit(entities[i]!);
      visit(requests[i]!);
      visit(commands[i]!);
      for (let n = i * orderNumbers; n < (i + 1) * orderNumbers; n++) {
        visit(numbers[n]! | 0);
        visit(Math.floor(numbers[n]! / 0x1_0000_0000));
      }
    }
  },
});

/** Takes an order of the player at `row`; its numbers are written by the caller into what `numbersOf` names. */
export function placeOrder(
  world: WorldOf<never, 'orders' | 'intents'>,
  row: number,
  request: RequestId,
  command: number,
): Verdict {
  const { orders: table } = world.tables;
  const { orders: waiting } = world.components.intents.columns;
  if (table.count === ordersMax || waiting[row]! >= ordersOfOneMax) {
    table.refused++;
    return RefusalReason.busy;
  }
  waiting[row] = waiting[row]! + 1;
  const i = table.count++;
  table.entities[i] = world.idAt(row);
  table.requests[i] = request;
  table.commands[i] = command;
  table.numbers.fill(0, i * orderNumbers, (i + 1) * orderNumbers);
  table.titles[i] = undefined;
  table.texts[i] = undefined;
  return allowed;
}

/** One order, as its rule sees it. Reused: it is another one in the next call. */
export class Order {
  request: RequestId = 0 as RequestId;
  command = 0;
  readonly numbers = new Float64Array(orderNumbers);
  title = '';
  text = '';

  read(table: Orders, i: number): this {
    this.request = table.requests[i]! as RequestId;
    this.command = table.commands[i]!;
    for (let n = 0; n < orderNumbers; n++) this.numbers[n] = table.numbers[i * orderNumbers + n]!;
    this.title = table.titles[i] ?? '';
    this.text = table.texts[i] ?? '';
    return this;
  }
}
