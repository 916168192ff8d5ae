// What vendors gave for what they keep of a character: CharacterRecord ↔ the simulation's sheet.

import type { CharacterSheet } from '#domain/player/character-sheet.js';
import type { CharacterRecord } from '#adapters/protocol/generated/internal.js';

/** The first sold first; of what nobody knows the price of, nothing. */
export function recordSales(record: CharacterRecord, { buyBack, paid, soldOrder }: CharacterSheet): void {
  let count = 0;
  for (let slot = nextSold(soldOrder, -1); slot >= 0; slot = nextSold(soldOrder, slot)) {
    if (buyBack.items[slot] === 0 || paid[slot] === 0) continue;
    const sale = record.sales[count++]!;
    sale.instance = buyBack.instances[slot]!;
    sale.coins = paid[slot]!;
  }
  record.salesCount = count;
}

/** After the sheet has its stacks: they say what is kept. Those without a price count as sold before the others. */
export function takeSales({ buyBack, paid, soldOrder }: CharacterSheet, record: CharacterRecord): void {
  paid.fill(0);
  soldOrder.fill(0);
  for (let i = 0; i < record.salesCount; i++) {
    const { instance, coins } = record.sales[i]!;
    const slot = buyBack.instances.indexOf(instance);
    if (slot < 0) continue;
    paid[slot] = coins;
    soldOrder[slot] = i + 1;
  }
}

/** The slot that follows `slot` by order, and by number where that is the same; the first for -1, and -1 after the last. */
function nextSold(order: Float64Array, slot: number): number {
  let next = -1;
  for (let other = 0; other < order.length; other++) {
    if (slot >= 0 && !isBefore(order, slot, other)) continue;
    if (next < 0 || isBefore(order, other, next)) next = other;
  }
  return next;
}

function isBefore(order: Float64Array, one: number, other: number): boolean {
  return order[one]! < order[other]! || (order[one] === order[other] && one < other);
}
