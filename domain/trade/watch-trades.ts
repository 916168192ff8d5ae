// Once a tick, before orders are decided: trades that cannot go on end, and what is not there any more falls off the
// tables. Who agrees looks once more (confirm-trade), for an order before that may have moved something.

import { isInCombat } from '../combat/harm.js';
import { defineSystem } from '../engine/system.js';
import type { WorldOf } from '../engine/system.js';
import { pointAtInventory } from '../inventory/bags.js';
import { Bag } from '../ledger/bag.js';
import { LedgerVerb, TradeEnd } from '../vocabulary/generated/words.js';
import { cancelInvitation } from './begin-trade.js';
import { areNear } from './may-trade.js';
import { breakTrade, changeTable } from './table-of.js';
import type { AtTable } from './table-of.js';
import { offerPlaces, trades, tradesMax } from './trades.js';

export type WatchedTrades = AtTable &
  WorldOf<'transform' | 'player' | 'combat' | 'dead' | 'wallet' | 'ledger', 'inventory'>;

const bag = new Bag();

export const watchTrades = defineSystem({
  name: 'watch-trades',
  budgetUs: 150,
  reads: ['transform', 'player', 'combat', 'dead', 'wallet', 'ledger'],
  // Bags are looked at only; one and the same object is used by those who change them.
  writes: ['trading', 'trades', 'inventory'],
  emits: ['tradeBroken', 'tradeChanged'],
  owns: [trades],
  queries: { traders: { with: ['trading'] } },
  run(world, { traders }) {
    const { trade, invited, invitedUntilTick } = world.components.trading.columns;
    const { runs, runsEnd } = traders.refresh();
    let sides = 0;
    for (let r = 0; r < runsEnd; r += 2)
      for (let e = runs[r]!; e < runs[r + 1]!; e++) {
        if (invited[e] !== 0) {
          if (isSwitchedOff(world)) cancelInvitation(world, e, TradeEnd.switchedOff);
          else if (invitedUntilTick[e]! <= world.tick) cancelInvitation(world, e, TradeEnd.expired);
        }
        if (trade[e] === 0) continue;
        sides++;
        keepTrade(world, trade[e]! - 1);
      }
    const { trades: tables } = world.tables;
    if (sides < tables.openCount * 2) clearDeserted(world);
  },
});

/** Tables of which both left in one tick: nobody is there to be told, and nobody would look at them again. */
function clearDeserted(world: WatchedTrades): void {
  const { trades: tables } = world.tables;
  for (let trade = 0; trade < tradesMax; trade++) {
    if (tables.numbers[trade] === 0) continue;
    const side = trade * 2;
    const isDeserted =
      world.rowOf(tables.entities[side]!) === 0 && world.rowOf(tables.entities[side + 1]!) === 0;
    if (isDeserted) tables.close(trade);
  }
}

/** Ends the trade when it cannot go on, else looks after its table. False when it has ended. */
export function keepTrade(world: WatchedTrades, trade: number): boolean {
  const end = endOf(world, trade);
  if (end !== 0) {
    breakTrade(world, trade, end);
    return false;
  }
  const lost = dropLost(world, trade * 2) + dropLost(world, trade * 2 + 1);
  if (lost > 0) changeTable(world, trade);
  return true;
}

function isSwitchedOff(world: WatchedTrades): boolean {
  return world.tables.ledger.isClosed(LedgerVerb.trade);
}

/** Why it cannot go on, 0 when it can. */
function endOf(world: WatchedTrades, trade: number): TradeEnd | 0 {
  if (isSwitchedOff(world)) return TradeEnd.switchedOff;
  const { entities, sessions } = world.tables.trades;
  const { player, dead } = world.components;
  const a = world.rowOf(entities[trade * 2]!);
  const b = world.rowOf(entities[trade * 2 + 1]!);
  if (a === 0 || b === 0) return TradeEnd.left;
  const { session } = player.columns;
  // Another session of the same character has not seen the table.
  if (session[a] !== sessions[trade * 2] || session[b] !== sessions[trade * 2 + 1]) return TradeEnd.left;
  if (dead.has(a) || dead.has(b)) return TradeEnd.death;
  if (isInCombat(world, a) || isInCombat(world, b)) return TradeEnd.combat;
  return areNear(world, a, b) ? 0 : TradeEnd.apart;
}

/** What was moved, laid down, spent or bound since falls off. Returns how much did. */
function dropLost(world: WatchedTrades, side: number): number {
  const { trades: table } = world.tables;
  const row = world.rowOf(table.entities[side]!);
  let lost = 0;
  if (table.coins[side]! > world.components.wallet.columns.coins[row]!) {
    table.coins[side] = 0;
    lost++;
  }
  pointAtInventory(world, row, bag);
  for (let at = side * offerPlaces; at < (side + 1) * offerPlaces; at++) {
    if (table.units[at] === 0) continue;
    const slot = table.slots[at]!;
    const lies = bag.first + slot;
    const isThere =
      bag.columns.instances[lies] === table.instances[at] &&
      bag.columns.counts[lies]! >= table.units[at]! &&
      bag.columns.bound[lies] === 0;
    if (isThere) continue;
    table.units[at] = 0;
    table.slots[at] = 0;
    table.instances[at] = 0;
    lost++;
  }
  return lost;
}
