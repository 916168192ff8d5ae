// All that lies on a table changes hands at once, or nothing does. It is played first with copies of both bags by the very
// same code: what goes through there goes through with the bags themselves, so there is no second opinion of what fits.

import { FactLog } from '../engine/facts/fact-log.js';
import { bindSlot } from '../inventory/binding.js';
import { inventorySlots } from '../inventory/columns.js';
import { Bag, copyStacks, createStackColumns } from '../ledger/bag.js';
import { Deed } from '../ledger/deed.js';
import { Ledger } from '../ledger/ledger-table.js';
import { roomIn } from '../ledger/room.js';
import { moveUnits, stackFacts, swapStacks } from '../ledger/stacks.js';
import type { Ledgered } from '../ledger/stacks.js';
import { LedgerVerb } from '../vocabulary/generated/words.js';
import { offerPlaces } from './trades.js';

/** Each move fills a slot, or takes the last of an offer. */
export const exchangeFacts = 2 * stackFacts * (inventorySlots + offerPlaces);
/** What came into a slot may become its taker's own. */
export const bindFacts = 2 * inventorySlots;

/** What one of two gives. Reused. */
export class Offer {
  bag = new Bag();
  /** Units that leave, by slot of the bag. */
  readonly leaving = new Uint16Array(inventorySlots);
}

const deed = new Deed();
const rehearsals = [new Offer(), new Offer()] as const;
const rehearsalLog = new FactLog({ informingMax: 0, durableMax: exchangeFacts });
/** Rules of stacks write facts and number new stacks; whoever rehearses has a log and numbers of its own. */
const rehearsal = {
  facts: rehearsalLog,
  tables: { ledger: new Ledger() },
} as unknown as Ledgered;

/** Which of the two has no room for what it would get: 0 or 1; -1 when all fits. Changes neither. */
export function lacksRoom(world: Ledgered, a: Offer, b: Offer): number {
  prepare(rehearsals[0], a, 0);
  prepare(rehearsals[1], b, 1);
  rehearsalLog.reserve(exchangeFacts);
  const lacking = exchangeIn(rehearsal, world.content.items, rehearsals[0], rehearsals[1], 0);
  rehearsalLog.release(rehearsalLog.reservedFacts);
  rehearsalLog.forget();
  return lacking;
}

/** What was rehearsed. Room for `exchangeFacts` is reserved. Uses up what `leaving` says. */
export function exchange(world: Ledgered, a: Offer, b: Offer, command: number): void {
  if (exchangeIn(world, world.content.items, a, b, command) !== -1)
    throw new Error('an exchange that was rehearsed did not go through');
  bindAll(world, a, b, command);
  bindAll(world, b, a, command);
}

function bindAll(world: Ledgered, taker: Offer, giver: Offer, command: number): void {
  deed.is(LedgerVerb.trade, taker.bag.owner, giver.bag.owner, command);
  for (let slot = 0; slot < inventorySlots; slot++)
    if (taker.bag.has(slot)) bindSlot(world, deed, taker.bag, slot, 'onPickUp');
}

const copies = [createStackColumns(inventorySlots), createStackColumns(inventorySlots)] as const;

function prepare(copy: Offer, offer: Offer, index: 0 | 1): void {
  const { bag } = offer;
  copyStacks(copies[index], 0, bag.columns, bag.first, inventorySlots);
  copy.bag.pointAt(copies[index], 0, inventorySlots).of(bag.holder, bag.owner, bag.body);
  copy.leaving.set(offer.leaving);
}

type Items = Ledgered['content']['items'];

function exchangeIn(world: Ledgered, items: Items, a: Offer, b: Offer, command: number): number {
  // Onto what the other has of the same, as long as that stays.
  layAll(world, items, a, b, command, false);
  layAll(world, items, b, a, command, false);
  // Whole stacks change places, which needs no room.
  for (let slot = 0; slot < inventorySlots; slot++) {
    if (!leavesWhole(a, slot)) continue;
    const other = firstWhole(b);
    if (other < 0) break;
    deed.is(LedgerVerb.trade, a.bag.owner, b.bag.owner, command);
    swapStacks(world, deed, a.bag, slot, b.bag, other);
    a.leaving[slot] = 0;
    b.leaving[other] = 0;
  }
  // Only one of the two has whole stacks left; when they leave, there is room on its side.
  const [first, second] = firstWhole(a) >= 0 ? [a, b] : [b, a];
  if (!layAll(world, items, first, second, command, true)) return second === a ? 0 : 1;
  if (!layAll(world, items, second, first, command, true)) return first === a ? 0 : 1;
  return -1;
}

function leavesWhole({ bag, leaving }: Offer, slot: number): boolean {
  return leaving[slot] !== 0 && leaving[slot] === bag.unitsAt(slot);
}

function firstWhole(offer: Offer): number {
  for (let slot = 0; slot < inventorySlots; slot++) if (leavesWhole(offer, slot)) return slot;
  return -1;
}

/** All that `giver` gives, whole stacks first, onto stacks of the same and into empty slots. False when some is left. */
function layAll(
  world: Ledgered,
  items: Items,
  giver: Offer,
  taker: Offer,
  command: number,
  usesEmpty: boolean,
): boolean {
  deed.is(LedgerVerb.trade, giver.bag.owner, taker.bag.owner, command);
  let isDone = true;
  for (let pass = 0; pass < 2; pass++)
    for (let slot = 0; slot < inventorySlots; slot++) {
      if (giver.leaving[slot] === 0 || leavesWhole(giver, slot) !== (pass === 0)) continue;
      const stackMax = items[giver.bag.itemAt(slot)]?.stackMax ?? 1;
      lay(world, giver, slot, taker, stackMax, false);
      if (usesEmpty && giver.leaving[slot] !== 0) lay(world, giver, slot, taker, stackMax, true);
      if (giver.leaving[slot] !== 0) isDone = false;
    }
  return isDone;
}

function lay(
  world: Ledgered,
  giver: Offer,
  slot: number,
  taker: Offer,
  stackMax: number,
  intoEmpty: boolean,
): void {
  const { columns, first } = giver.bag;
  // What is worn lies alone.
  if (!intoEmpty && columns.wear[first + slot] !== 0) return;
  const item = giver.bag.itemAt(slot);
  for (let to = 0; to < inventorySlots && giver.leaving[slot] !== 0; to++) {
    if (taker.bag.has(to) === intoEmpty || taker.leaving[to] !== 0) continue;
    const part = Math.min(giver.leaving[slot]!, roomIn(taker.bag, to, item, stackMax));
    if (part === 0) continue;
    moveUnits(world, deed, giver.bag, slot, taker.bag, to, part);
    giver.leaving[slot] = giver.leaving[slot]! - part;
  }
}
