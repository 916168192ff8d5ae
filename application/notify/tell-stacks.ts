// What a player is told of its stacks: all that is there when it enters, then each change, as it was after it - the fact is
// told, not what became of the slot since.

import { pointAtBank, pointAtBuyBack, pointAtEquipment, pointAtInventory } from '#domain/inventory/bags.js';
import { Bag } from '#domain/ledger/bag.js';
import { FactKind } from '#domain/vocabulary/generated/facts.js';
import type { InventorySlotMessage } from '#domain/vocabulary/generated/messages.js';
import { HolderKind } from '#domain/vocabulary/generated/words.js';
import type { Reused } from '#domain/vocabulary/reused.js';
import type { Game } from '../game/game.js';
import { SeatState } from '../seats/seats.js';
import type { Seat } from '../seats/seats.js';

const told: Reused<InventorySlotMessage> = {
  holder: HolderKind.inventory,
  slot: 0,
  item: 0,
  count: 0,
  wear: 0,
  bound: false,
};
const bag = new Bag();

/** All slots that are not empty. A client begins with empty ones. */
export function tellBags(game: Game, seat: Seat): void {
  tellBag(game, seat, pointAtInventory(game.world, seat.row, bag));
  tellBag(game, seat, pointAtEquipment(game.world, seat.row, bag));
  tellBag(game, seat, pointAtBuyBack(game.world, seat.row, bag));
}

/** What lies in its bank, which nobody is told before it asks. */
export function tellBank(game: Game, seat: Seat): void {
  tellBag(game, seat, pointAtBank(game.world, seat.row, bag));
}

function tellBag(game: Game, seat: Seat, { columns, first, slots, holder }: Bag): void {
  for (let slot = 0; slot < slots; slot++) {
    const at = first + slot;
    if (columns.items[at] === 0) continue;
    told.holder = holder;
    told.slot = slot;
    told.item = columns.items[at]!;
    told.count = columns.counts[at]!;
    told.wear = columns.wear[at]!;
    told.bound = columns.bound[at] !== 0;
    game.output.toSession.inventorySlot(seat.session, told);
  }
}

/** A fact of a stack: the slot that it left, and the one that it is in now. */
export function tellStack(game: Game, factRow: number): void {
  const { facts } = game.world;
  if (hasLeftItsSlot(game, factRow)) {
    told.holder = facts.fromHolder[factRow]! as HolderKind;
    told.slot = facts.fromSlot[factRow]!;
    told.item = 0;
    told.count = 0;
    told.wear = 0;
    told.bound = false;
    tellOwner(game, facts.actor[factRow]!);
  }
  if (facts.after[factRow] === 0) return;
  told.holder = facts.holder[factRow]! as HolderKind;
  told.slot = facts.slot[factRow]!;
  told.item = facts.item[factRow]!;
  told.count = facts.after[factRow]! | 0;
  told.wear = facts.wear[factRow]!;
  told.bound = facts.bound[factRow] !== 0;
  tellOwner(game, facts.subject[factRow]!);
}

/** Its slot is empty now. Not that of two stacks that changed places, which the fact before filled with the other one. */
function hasLeftItsSlot({ world: { facts } }: Game, factRow: number): boolean {
  if (facts.fromHolder[factRow] === HolderKind.nowhere) return false;
  if (facts.after[factRow] === 0) return true;
  const stayed =
    facts.holder[factRow] === facts.fromHolder[factRow] &&
    facts.owner[factRow] === facts.fromOwner[factRow] &&
    facts.slot[factRow] === facts.fromSlot[factRow];
  if (stayed || facts.amount[factRow] !== 0) return false;
  const before = factRow - 1;
  const filled =
    before >= 0 &&
    facts.kind[before] === FactKind.stackChanged &&
    facts.instance[before] !== facts.instance[factRow] &&
    facts.holder[before] === facts.fromHolder[factRow] &&
    facts.owner[before] === facts.fromOwner[factRow] &&
    facts.slot[before] === facts.fromSlot[factRow];
  return !filled;
}

function tellOwner({ world, seats, output }: Game, body: number): void {
  if (!isOfCharacter(told.holder)) return;
  const row = world.rowOf(body);
  const seat = row === 0 ? undefined : seats.at(row);
  if (seat?.state === SeatState.playing) output.toSession.inventorySlot(seat.session, told);
}

function isOfCharacter(holder: HolderKind): boolean {
  const { inventory, equipment, bank, buyBack } = HolderKind;
  return holder === inventory || holder === equipment || holder === bank || holder === buyBack;
}
