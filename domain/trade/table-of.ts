// Finding a player's side of its trade, and ending one.

import type { WorldOf } from '../engine/system.js';
import { noteTradeBroken, noteTradeChanged } from '../vocabulary/generated/facts.js';
import type { TradeEnd } from '../vocabulary/generated/words.js';

export type AtTable = WorldOf<never, 'trading' | 'trades'>;

/** The side of the player at `row` of the trade with that number; -1 when it is in no such trade. */
export function sideOf(world: WorldOf<'trading', 'trades'>, row: number, number: number): number {
  const side = anySideOf(world, row);
  return side >= 0 && world.tables.trades.numbers[side >> 1] === number ? side : -1;
}

/** The side of the player at `row` of whatever trade it is in, else -1. */
export function anySideOf(world: WorldOf<'trading', 'trades'>, row: number): number {
  const { trading } = world.components;
  if (!trading.has(row)) return -1;
  const trade = trading.columns.trade[row]! - 1;
  if (trade < 0) return -1;
  return world.tables.trades.entities[trade * 2] === world.idAt(row) ? trade * 2 : trade * 2 + 1;
}

/** Something on the table changed. */
export function changeTable(world: WorldOf<never, 'trades'>, trade: number): void {
  world.tables.trades.touch(trade);
  tellBoth(world, trade);
}

export function tellBoth(world: WorldOf<never, 'trades'>, trade: number): void {
  const { entities } = world.tables.trades;
  noteTradeChanged(world.facts, entities[trade * 2]!);
  noteTradeChanged(world.facts, entities[trade * 2 + 1]!);
}

/** Nothing changed hands, and nothing has to go back. */
export function breakTrade(world: AtTable, trade: number, reason: TradeEnd): void {
  const { entities, numbers } = world.tables.trades;
  const [a, b] = [entities[trade * 2]!, entities[trade * 2 + 1]!];
  noteTradeBroken(world.facts, b, a, numbers[trade]!, reason);
  noteTradeBroken(world.facts, a, b, numbers[trade]!, reason);
  clearTable(world, trade);
}

/** Both leave the table. */
export function clearTable(world: AtTable, trade: number): void {
  const { trades } = world.tables;
  const { trading } = world.components;
  for (let side = trade * 2; side < trade * 2 + 2; side++) {
    const row = world.rowOf(trades.entities[side]!);
    if (row === 0 || !trading.has(row)) continue;
    trading.columns.trade[row] = 0;
    if (trading.columns.invited[row] === 0) trading.remove(row);
  }
  trades.close(trade);
}
