// What two players are told of their trade: the whole table whenever something on it changed, and why it ended.

import { pointAtInventory } from '#domain/inventory/bags.js';
import { Bag } from '#domain/ledger/bag.js';
import { anySideOf } from '#domain/trade/table-of.js';
import { offerPlaces } from '#domain/trade/trades.js';
import type {
  TradeEndedMessage,
  TradeStack,
  TradeStateMessage,
} from '#domain/vocabulary/generated/messages.js';
import { TradeEnd } from '#domain/vocabulary/generated/words.js';
import type { Reused } from '#domain/vocabulary/reused.js';
import type { Game } from '../game/game.js';
import { SeatState } from '../seats/seats.js';

const bag = new Bag();
const invited = { inviter: 0 };
const ended: Reused<TradeEndedMessage> = { trade: 0, partner: 0, reason: TradeEnd.done };

function stacks(): Reused<TradeStack>[] {
  return Array.from({ length: offerPlaces }, () => ({ place: 0, item: 0, count: 0, wear: 0 }));
}

const [own, others] = [stacks(), stacks()];
const table: Reused<TradeStateMessage> = {
  trade: 0,
  partner: 0,
  version: 0,
  confirmed: false,
  partnerConfirmed: false,
  coins: 0,
  partnerCoins: 0,
  stacks: own,
  stacksCount: 0,
  partnerStacks: others,
  partnerStacksCount: 0,
};

export function tellTradeProposed({ world, seats, output }: Game, factRow: number): void {
  const { actor, subject } = world.facts;
  const row = world.rowOf(subject[factRow]!);
  const seat = row === 0 ? undefined : seats.at(row);
  if (seat?.state !== SeatState.playing) return;
  invited.inviter = actor[factRow]!;
  output.toSession.tradeInvited(seat.session, invited);
}

/** The table as it is now; nothing when the trade has ended meanwhile. */
export function tellTradeTable(game: Game, entity: number): void {
  const { world, seats, output } = game;
  const row = world.rowOf(entity);
  const seat = row === 0 ? undefined : seats.at(row);
  if (seat?.state !== SeatState.playing) return;
  const side = anySideOf(world, row);
  if (side < 0) return;
  const { trades } = world.tables;
  const other = side ^ 1;
  const version = trades.versions[side >> 1]!;
  table.trade = trades.numbers[side >> 1]!;
  table.partner = trades.entities[other]!;
  table.version = version;
  table.confirmed = trades.agreed[side] === version;
  table.partnerConfirmed = trades.agreed[other] === version;
  table.coins = trades.coins[side]!;
  table.partnerCoins = trades.coins[other]!;
  table.stacksCount = readSide(game, side, own);
  table.partnerStacksCount = readSide(game, other, others);
  output.toSession.tradeState(seat.session, table);
}

/** Returns how many. What is not there any more is not shown; the next tick takes it off the table. */
function readSide({ world }: Game, side: number, into: readonly Reused<TradeStack>[]): number {
  const { trades } = world.tables;
  const row = world.rowOf(trades.entities[side]!);
  if (row === 0) return 0;
  let count = 0;
  pointAtInventory(world, row, bag);
  for (let place = 0; place < offerPlaces; place++) {
    const at = side * offerPlaces + place;
    const lies = bag.first + trades.slots[at]!;
    if (trades.units[at] === 0 || bag.columns.instances[lies] !== trades.instances[at]) continue;
    const stack = into[count++]!;
    stack.place = place;
    stack.item = bag.columns.items[lies]!;
    stack.count = trades.units[at]!;
    stack.wear = bag.columns.wear[lies]!;
  }
  return count;
}

export function tellTradeBroken(game: Game, factRow: number): void {
  const { actor, subject, document, reason } = game.world.facts;
  tellEnded(game, subject[factRow]!, actor[factRow]!, document[factRow]!, reason[factRow]! as TradeEnd);
}

export function tellTradeDone(game: Game, factRow: number): void {
  const { actor, subject, document } = game.world.facts;
  tellEnded(game, actor[factRow]!, subject[factRow]!, document[factRow]!, TradeEnd.done);
  tellEnded(game, subject[factRow]!, actor[factRow]!, document[factRow]!, TradeEnd.done);
}

function tellEnded(
  { world, seats, output }: Game,
  entity: number,
  partner: number,
  trade: number,
  reason: TradeEnd,
): void {
  const row = world.rowOf(entity);
  const seat = row === 0 ? undefined : seats.at(row);
  if (seat?.state !== SeatState.playing) return;
  ended.trade = trade;
  ended.partner = partner;
  ended.reason = reason;
  output.toSession.tradeEnded(seat.session, ended);
}
