// Both agree to what lies on the table: stacks and coins change hands, all or none.

import type { WorldOf } from '../engine/system.js';
import { pointAtInventory } from '../inventory/bags.js';
import { carriesMore } from './burden.js';
import { inventorySlots } from '../inventory/columns.js';
import { changeCoins, roomForCoins } from '../inventory/wallet.js';
import type { Paying } from '../inventory/wallet.js';
import { Deed } from '../ledger/deed.js';
import type { Ledgered } from '../ledger/stacks.js';
import type { Order } from '../orders/orders.js';
import type { OrderRule } from '../orders/order-rule.js';
import { noteTradeDone } from '../vocabulary/generated/facts.js';
import { LedgerVerb, RefusalReason } from '../vocabulary/generated/words.js';
import { allowed } from '../vocabulary/verdict.js';
import type { Verdict } from '../vocabulary/verdict.js';
import { bindFacts, exchange, exchangeFacts, lacksRoom, Offer } from './exchange.js';
import { anySideOf, changeTable, clearTable, tellBoth } from './table-of.js';
import { offerPlaces } from './trades.js';
import { keepTrade } from './watch-trades.js';
import type { WatchedTrades } from './watch-trades.js';

type Trading = WatchedTrades & Ledgered & Paying & WorldOf<'equipment'>;

const offers = [new Offer(), new Offer()] as const;
const deed = new Deed();
/** Each side gives and gets. */
const coinFacts = 4;

export const confirmTrade: OrderRule<Trading & WorldOf<'player', 'inventory' | 'wallet'>> = {
  verb: LedgerVerb.trade,
  factsMax: exchangeFacts + bindFacts + coinFacts + 1,
  /** Numbers: the version that is meant. */
  decide(world, row, { numbers, command }) {
    const { trades } = world.tables;
    const side = anySideOf(world, row);
    if (side < 0) return RefusalReason.unknownTarget;
    const trade = side >> 1;
    // An order before this one, in the same tick, may have moved what lies there.
    if (!keepTrade(world, trade)) return RefusalReason.unknownTarget;
    if (trades.versions[trade] !== numbers[0]) return RefusalReason.changed;
    trades.agreed[side] = trades.versions[trade]!;
    if (trades.agreed[side ^ 1] !== trades.versions[trade]) {
      tellBoth(world, trade);
      return allowed;
    }
    const verdict = exchangeAll(world, trade, side, command);
    // Nobody has agreed any more, and both can see why nothing happened.
    if (verdict !== allowed) changeTable(world, trade);
    return verdict;
  },
};

function exchangeAll(world: Trading, trade: number, side: number, command: Order['command']): Verdict {
  const { entities, numbers } = world.tables.trades;
  const mine = trade * 2 + (side & 1);
  const theirs = mine ^ 1;
  const row = world.rowOf(entities[mine]!);
  const other = world.rowOf(entities[theirs]!);
  readOffer(world, mine, row, offers[0]);
  readOffer(world, theirs, other, offers[1]);
  const verdict = coinsRefusal(world, mine, row, other);
  if (verdict !== allowed) return verdict;
  const lacking = lacksRoom(world, offers[0], offers[1]);
  if (lacking >= 0) return lacking === 0 ? RefusalReason.inventoryFull : RefusalReason.noRoomThere;
  if (carriesMore(world, row, offers[0], offers[1])) return RefusalReason.tooHeavy;
  if (carriesMore(world, other, offers[1], offers[0])) return RefusalReason.noRoomThere;
  exchange(world, offers[0], offers[1], command);
  exchangeCoins(world, mine, row, other, command);
  const [character, counterpart] = [offers[0].bag.owner, offers[1].bag.owner];
  noteTradeDone(
    world.facts,
    entities[mine]!,
    entities[theirs]!,
    character,
    counterpart,
    command,
    numbers[trade]!,
  );
  clearTable(world, trade);
  return allowed;
}

function readOffer(world: Trading, side: number, row: number, offer: Offer): void {
  const { slots, units } = world.tables.trades;
  pointAtInventory(world, row, offer.bag);
  offer.leaving.fill(0, 0, inventorySlots);
  for (let at = side * offerPlaces; at < (side + 1) * offerPlaces; at++)
    if (units[at] !== 0) offer.leaving[slots[at]!] = units[at]!;
}

/** What each has afterwards has to fit into its purse; what each gives was looked at with the table. */
function coinsRefusal(world: Trading, mine: number, row: number, other: number): Verdict {
  const { coins } = world.tables.trades;
  const [given, got] = [coins[mine]!, coins[mine ^ 1]!];
  if (got - given > roomForCoins(world, row)) return RefusalReason.purseFull;
  return given - got > roomForCoins(world, other) ? RefusalReason.noRoomThere : allowed;
}

function exchangeCoins(world: Trading, mine: number, row: number, other: number, command: number): void {
  const { coins } = world.tables.trades;
  const [given, got] = [coins[mine]!, coins[mine ^ 1]!];
  const { character } = world.components.player.columns;
  deed.is(LedgerVerb.trade, character[row]!, character[other]!, command);
  if (given > 0) changeCoins(world, deed, row, -given);
  if (got > 0) changeCoins(world, deed, other, -got);
  if (given > 0) changeCoins(world, deed, other, given);
  if (got > 0) changeCoins(world, deed, row, got);
}
