// Once a tick: what players ordered is done, or they are told why not. An order whose number was done already is answered
// once more and not done again, whichever session asks; that answer waits for the journal as the first one did.

import { defineAccess } from '../engine/rule-access.js';
import type { WorldFor } from '../engine/rule-access.js';
import { defineSystem } from '../engine/system.js';
import { isNewcomer } from '../progression/newcomer.js';
import { ledger } from '../ledger/ledger-table.js';
import { noteCommandDone, noteRequestRefused } from '../vocabulary/generated/facts.js';
import { RefusalReason } from '../vocabulary/generated/words.js';
import { allowed } from '../vocabulary/verdict.js';
import type { Verdict } from '../vocabulary/verdict.js';
import { commandState, markDone } from '../orders/done-commands.js';
import { orderRules } from './order-rules.js';
import type { OrderRequest } from './order-rules.js';
import { rewarding } from '../quests/reward.js';
import { vendorStocks } from '../vendors/vendor-stocks.js';
import { Order, orders } from '../orders/orders.js';

const deciding = defineAccess({
  rules: [rewarding],
  reads: [
    ...(['dead', 'safe', 'stunned', 'casting', 'npc', 'npcs', 'muted', 'professions'] as const),
    ...(['player', 'calendar', 'characters'] as const),
  ],
  writes: [
    ...(['orders', 'intents', 'commands', 'ledger', 'inventory', 'loot'] as const),
    ...(['entities', 'transform', 'identity', 'random'] as const),
    ...(['wallet', 'trading', 'trades', 'equipment', 'vitals', 'combat'] as const),
    ...(['bank', 'buyBack', 'vendorStocks', 'letters', 'listings', 'crafting'] as const),
    ...(['quests', 'questHistories'] as const),
  ],
  emits: [
    ...(['stackChanged', 'laidOnGround', 'struck', 'commandDone', 'requestRefused', 'coinsChanged'] as const),
    ...(['tradeDone', 'tradeBroken', 'tradeChanged'] as const),
    ...(['letterSent', 'letterChanged', 'letterEnded', 'listingOpened', 'listingEnded'] as const),
    ...(['craftingBegan', 'craftingCeased', 'questChanged'] as const),
  ],
});
type Deciding = WorldFor<typeof deciding>;

export const decideOrders = defineSystem({
  name: 'player-orders',
  budgetUs: 750,
  ...deciding,
  owns: [orders, ledger, vendorStocks],
  run(world) {
    const { orders: table } = world.tables;
    const { orders: waiting } = world.components.intents.columns;
    for (let i = 0; i < table.count; i++) {
      const row = world.rowOf(table.entities[i]!);
      order.read(table, i);
      if (row === 0) continue;
      waiting[row] = waiting[row]! - 1;
      const verdict = decide(world, row);
      if (verdict !== allowed)
        noteRequestRefused(world.facts, world.idAt(row), order.request, order.command, verdict);
    }
    table.count = 0;
  },
});

const order = new Order();

function decide(world: Deciding, row: number): Verdict {
  const { command, request } = order;
  switch (commandState(world, row, command)) {
    case 'stale':
      return RefusalReason.staleCommand;
    case 'invalid':
      return RefusalReason.invalidCommand;
    case 'done':
      if (!world.facts.reserve(1)) return RefusalReason.busy;
      noteDone(world, row);
      return allowed;
    case 'new':
      return decideNew(world, row, orderRules[request as OrderRequest]);
  }
}

function decideNew(world: Deciding, row: number, rule: (typeof orderRules)[OrderRequest]): Verdict {
  const { facts } = world;
  if (world.components.dead.has(row)) return RefusalReason.dead;
  const closed = world.tables.ledger.refusal(rule.verbOf?.(order) ?? rule.verb);
  if (closed !== allowed) return closed;
  if (rule.givesAway?.(order) === true && isNewcomer(world, row)) return RefusalReason.newcomer;
  const reservedBefore = facts.reservedFacts;
  if (!facts.reserve(rule.factsMax + 1)) return RefusalReason.busy;
  const verdict = rule.decide(world, row, order);
  if (verdict === allowed) {
    markDone(world, row, order.command);
    noteDone(world, row);
  }
  facts.release(facts.reservedFacts - reservedBefore);
  return verdict;
}

/** Room for one fact is reserved. */
function noteDone(world: Deciding, row: number): void {
  const character = world.components.player.columns.character[row]!;
  noteCommandDone(world.facts, world.idAt(row), character, order.command, order.request);
}
