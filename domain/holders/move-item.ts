// A player puts a stack, or a part of it, into another slot of its own: arranges, splits, lays together, exchanges, puts on,
// takes off; near a banker it puts into its bank and takes from there.

import type { WorldOf } from '../engine/system.js';
import { wearRefusal } from '../equipment/wear-refusal.js';
import { bindSlot } from '../inventory/binding.js';
import { gramsOf, isTooHeavy } from '../inventory/carrying.js';
import { Bag } from '../ledger/bag.js';
import { Deed } from '../ledger/deed.js';
import { mayMerge, roomIn } from '../ledger/room.js';
import { moveUnits, stackFacts, swapStacks } from '../ledger/stacks.js';
import type { Ledgered } from '../ledger/stacks.js';
import { isServed } from '../npcs/services.js';
import type { Talking } from '../npcs/services.js';
import type { OrderRule } from '../orders/order-rule.js';
import { setStrength } from '../progression/attributes.js';
import { HolderKind, LedgerVerb, RefusalReason } from '../vocabulary/generated/words.js';
import { allowed } from '../vocabulary/verdict.js';
import type { Verdict } from '../vocabulary/verdict.js';
import { pointAtOwn, verbOfMove } from './own-bags.js';
import type { OwnBags } from './own-bags.js';

type Moving = Ledgered & OwnBags & Talking & WorldOf<'npcs', 'combat'>;

const from = new Bag();
const to = new Bag();
const deed = new Deed();

/** What is asked for; filled before anything else is done. */
const move = { fromSlot: 0, toSlot: 0, units: 0, isExchange: false };

export const moveItem: OrderRule<Moving> = {
  verb: LedgerVerb.arrange,
  verbOf: ({ numbers }) => verbOfMove(numbers[0]!, numbers[2]!) || LedgerVerb.arrange,
  /** What is put on may become bound besides. */
  factsMax: stackFacts + 1,
  /** Numbers: holder and slot that it leaves, holder and slot that it goes to, units. */
  decide(world, row, { numbers, command }) {
    const verb = verbOfMove(numbers[0]!, numbers[2]!);
    if (verb === 0) return RefusalReason.unknownSlot;
    pointAtOwn(world, row, numbers[0]!, from);
    pointAtOwn(world, row, numbers[2]!, to);
    move.fromSlot = numbers[1]!;
    move.toSlot = numbers[3]!;
    move.units = numbers[4]!;
    const verdict = moveRefusal(world, row);
    if (verdict !== allowed) return verdict;
    carryOut(world, deed.is(verb, from.owner, 0, command));
    dress(world, row);
    return allowed;
  },
};

function moveRefusal(world: Moving, row: number): Verdict {
  const { fromSlot, toSlot, units } = move;
  if (!from.has(fromSlot) || toSlot >= to.slots) return RefusalReason.unknownSlot;
  if (from.holder === to.holder && fromSlot === toSlot) return RefusalReason.unknownSlot;
  if (units < 1 || units > from.unitsAt(fromSlot)) return RefusalReason.notEnoughItems;
  move.isExchange = to.has(toSlot) && !mayMergeHere(fromSlot, toSlot);
  const room = roomRefusal(world);
  if (room !== allowed) return room;
  const back = exchangeRefusal(world);
  if (back !== allowed) return back;
  const atBank = bankRefusal(world, row);
  if (atBank !== allowed) return atBank;
  if (to.holder === HolderKind.equipment) return wearRefusal(world, row, from, fromSlot, toSlot);
  return move.isExchange && from.holder === HolderKind.equipment
    ? wearRefusal(world, row, to, toSlot, fromSlot)
    : allowed;
}

/** What comes in exchange goes the other way, which may be switched off. */
function exchangeRefusal({ tables }: Moving): Verdict {
  const back = move.isExchange ? verbOfMove(to.holder, from.holder) : 0;
  return back === 0 ? allowed : tables.ledger.refusal(back);
}

/** What is worn does not stack. */
function mayMergeHere(fromSlot: number, toSlot: number): boolean {
  if (from.holder === HolderKind.equipment || to.holder === HolderKind.equipment) return false;
  return mayMerge(from, fromSlot, to, toSlot);
}

function roomRefusal(world: Moving): Verdict {
  const { fromSlot, toSlot, units, isExchange } = move;
  const isWhole = units === from.unitsAt(fromSlot);
  const isWorn = to.holder === HolderKind.equipment;
  const comesBack = isExchange && from.holder === HolderKind.equipment ? to.unitsAt(toSlot) : 1;
  if ((isWorn && units > 1) || comesBack > 1) return RefusalReason.inventoryFull;
  if (isExchange) return isWhole ? allowed : RefusalReason.inventoryFull;
  if (isWorn || (isWhole && !to.has(toSlot))) return allowed;
  const item = from.itemAt(fromSlot);
  const bound = from.columns.bound[from.first + fromSlot]!;
  // What the content does not know any more moves whole: parted, nothing could lay it together again.
  const room = roomIn(to, toSlot, item, world.content.items[item]?.stackMax ?? 0, bound);
  return room < units ? RefusalReason.inventoryFull : allowed;
}

/** Whether a banker is near, and what comes out of the bank can be carried. */
function bankRefusal(world: Moving, row: number): Verdict {
  const { fromSlot, toSlot, units, isExchange } = move;
  const isFromBank = from.holder === HolderKind.bank;
  const isToBank = to.holder === HolderKind.bank;
  if (!isFromBank && !isToBank) return allowed;
  if (!isServed(world, row, 'banker')) return RefusalReason.outOfRange;
  if (isFromBank && isToBank) return allowed;
  const there = gramsOf(world, from.itemAt(fromSlot), units);
  const back = isExchange ? gramsOf(world, to.itemAt(toSlot), to.unitsAt(toSlot)) : 0;
  return isTooHeavy(world, row, isFromBank ? there - back : back - there) ? RefusalReason.tooHeavy : allowed;
}

function carryOut(world: Moving, what: Deed): void {
  const { fromSlot, toSlot, units, isExchange } = move;
  if (isExchange) swapStacks(world, what, from, fromSlot, to, toSlot);
  else moveUnits(world, what, from, fromSlot, to, toSlot, units);
}

/** What was put on is bound, and its wearer is as strong as what it wears makes it. */
function dress(world: Moving, row: number): void {
  if (to.holder === HolderKind.equipment) bindSlot(world, deed, to, move.toSlot, 'onEquip');
  else if (from.holder === HolderKind.equipment) bindSlot(world, deed, from, move.fromSlot, 'onEquip');
  else return;
  setStrength(world, row);
}
