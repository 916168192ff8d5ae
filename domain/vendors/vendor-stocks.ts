// What vendors have left of what they do not have without end. Some time after the first was bought, all are there again; a
// server that starts anew begins with full stocks.

import type { Content } from '../content/content.js';
import type { VendorOffer } from '../content/generated/definitions.js';
import { defineTable } from '../engine/system.js';
import type { WorldOf } from '../engine/system.js';
import { mostPaid } from './prices.js';

/** More than one can ask for. */
const endless = Infinity;

class Stock {
  readonly left: Float64Array;
  /** Tick from which all are there again, 0 while none is missing. */
  readonly fullAtTick: Float64Array;

  constructor(offers: readonly VendorOffer[]) {
    this.left = Float64Array.from(offers, ({ stock }) => (stock === 0 ? endless : stock));
    this.fullAtTick = new Float64Array(offers.length);
  }
}

export class VendorStocks {
  /** By the npc's id: who stands in two places sells from one stock. */
  readonly stocks = new Map<number, Stock>();
  /** The largest share that any vendor pays. */
  readonly payShareMost: number;

  constructor(content: Content) {
    this.payShareMost = mostPaid(content);
    for (const { id, services } of content.lists.npcs)
      for (const service of services)
        if (service.kind === 'vendor') this.stocks.set(id, new Stock(service.sells));
  }
}

declare module '../engine/registry.js' {
  interface Tables {
    vendorStocks: VendorStocks;
  }
}

export const vendorStocks = defineTable({
  name: 'vendorStocks',
  create: ({ content }) => new VendorStocks(content),
  eachWord({ stocks }, visit) {
    for (const { left, fullAtTick } of stocks.values())
      for (let i = 0; i < left.length; i++) {
        visit(Number.isFinite(left[i]) ? left[i]! : 0);
        visit(fullAtTick[i]!);
      }
  },
});

type Stocked = WorldOf<never, 'vendorStocks'>;

/** How many of an offer there are now. */
export function unitsLeft(world: Stocked, npc: number, offer: number, { stock }: VendorOffer): number {
  const { left, fullAtTick } = world.tables.vendorStocks.stocks.get(npc)!;
  if (fullAtTick[offer] !== 0 && fullAtTick[offer]! <= world.tick) {
    fullAtTick[offer] = 0;
    left[offer] = stock;
  }
  return left[offer]!;
}

/** So many are gone; there were as many. */
export function takeUnits(
  world: Stocked,
  npc: number,
  offer: number,
  { stock, restockTicks }: VendorOffer,
  units: number,
): void {
  if (stock === 0) return;
  const { left, fullAtTick } = world.tables.vendorStocks.stocks.get(npc)!;
  left[offer] = left[offer]! - units;
  if (fullAtTick[offer] === 0) fullAtTick[offer] = world.tick + restockTicks;
}
