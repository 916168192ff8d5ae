// The only code that creates, moves, splits, merges, wears or destroys stacks. Each call changes columns and writes what it
// did into the fact log in one go, so nothing can move that the ledger does not know of, and what one slot loses another
// gains. Callers look first (room.ts), reserve room for the facts, and then act: a call that cannot be done is a broken
// rule and throws before it changes anything.

import { defineAccess } from '../engine/rule-access.js';
import type { WorldFor } from '../engine/rule-access.js';
import { noteStackChanged } from '../vocabulary/generated/facts.js';
import { nowhere } from './bag.js';
import type { Bag } from './bag.js';
import type { Deed } from './deed.js';
import { mayMerge } from './room.js';

export const ledgered = defineAccess({ writes: ['ledger'] });
export type Ledgered = WorldFor<typeof ledgered>;

/** Durable facts that one call writes at most. */
export const stackFacts = 2;

/** New units of an item, in an empty slot or on top of a stack that has room for them. Writes 1 fact. */
export function createUnits(
  world: Ledgered,
  deed: Deed,
  to: Bag,
  slot: number,
  item: number,
  units: number,
): void {
  const { items, counts, instances, wear, bound } = to.columns;
  const at = to.first + slot;
  requireSlot(to, slot);
  requireUnits(units, 0xffff - counts[at]!);
  const isNew = items[at] === 0;
  if (isNew) {
    items[at] = item;
    instances[at] = world.tables.ledger.nextInstance();
    wear[at] = 0;
    bound[at] = 0;
  } else if (items[at] !== item) throw new Error(`item ${item} put on a stack of item ${items[at]}`);
  counts[at] = counts[at]! + units;
  note(world, deed, isNew ? nowhere : to, isNew ? 0 : slot, to, slot, at, units);
}

/** Units that are no more. The slot is empty when they were all. Writes 1 fact. */
export function destroyUnits(world: Ledgered, deed: Deed, from: Bag, slot: number, units: number): void {
  const { counts } = from.columns;
  const at = from.first + slot;
  requireSlot(from, slot);
  requireUnits(units, counts[at]!);
  counts[at] = counts[at]! - units;
  if (counts[at] === 0) noteGone(world, deed, from, slot, at, units);
  else note(world, deed, from, slot, from, slot, at, -units);
}

/**
 * Moves units from a slot to another, of the same bag or not: into an empty one, where all of them are the same stack as
 * before and a part is a new one, or onto a stack that takes them. Writes 1 or 2 facts and returns how many.
 */
export function moveUnits(
  world: Ledgered,
  deed: Deed,
  from: Bag,
  fromSlot: number,
  to: Bag,
  toSlot: number,
  units: number,
): number {
  requireSlot(from, fromSlot);
  requireSlot(to, toSlot);
  const at = from.first + fromSlot;
  const into = to.first + toSlot;
  if (from.columns === to.columns && at === into) throw new Error(`slot ${fromSlot} moved onto itself`);
  requireUnits(units, from.columns.counts[at]!);
  if (to.columns.items[into] !== 0) return merge(world, deed, from, fromSlot, to, toSlot, units);
  if (units < from.columns.counts[at]!) return split(world, deed, from, fromSlot, to, toSlot, units);
  copyStack(from, at, to, into);
  to.columns.instances[into] = from.columns.instances[at]!;
  to.columns.counts[into] = units;
  clear(from, at);
  note(world, deed, from, fromSlot, to, toSlot, into, 0);
  return 1;
}

/** Exchanges what lies in two slots. Neither is empty. Writes 2 facts. */
export function swapStacks(
  world: Ledgered,
  deed: Deed,
  a: Bag,
  slotOfA: number,
  b: Bag,
  slotOfB: number,
): void {
  const atA = a.first + slotOfA;
  const atB = b.first + slotOfB;
  if (!a.has(slotOfA) || !b.has(slotOfB)) throw new Error('an empty slot was to be exchanged');
  exchange(a.columns.items, atA, b.columns.items, atB);
  exchange(a.columns.counts, atA, b.columns.counts, atB);
  exchange(a.columns.instances, atA, b.columns.instances, atB);
  exchange(a.columns.wear, atA, b.columns.wear, atB);
  exchange(a.columns.bound, atA, b.columns.bound, atB);
  note(world, deed, a, slotOfA, b, slotOfB, atB, 0);
  note(world, deed, b, slotOfB, a, slotOfA, atA, 0);
}

/** Notes how worn and how bound a stack is from now on. Writes 1 fact. */
export function markStack(
  world: Ledgered,
  deed: Deed,
  bag: Bag,
  slot: number,
  wear: number,
  bound: number,
): void {
  const at = bag.first + slot;
  if (!bag.has(slot)) throw new Error(`slot ${slot} is empty`);
  bag.columns.wear[at] = wear;
  bag.columns.bound[at] = bound;
  note(world, deed, bag, slot, bag, slot, at, 0);
}

function split(
  world: Ledgered,
  deed: Deed,
  from: Bag,
  fromSlot: number,
  to: Bag,
  toSlot: number,
  units: number,
): number {
  const at = from.first + fromSlot;
  const into = to.first + toSlot;
  copyStack(from, at, to, into);
  to.columns.instances[into] = world.tables.ledger.nextInstance();
  to.columns.counts[into] = units;
  from.columns.counts[at] = from.columns.counts[at]! - units;
  note(world, deed, from, fromSlot, from, fromSlot, at, -units);
  note(world, deed, nowhere, 0, to, toSlot, into, units);
  return 2;
}

function merge(
  world: Ledgered,
  deed: Deed,
  from: Bag,
  fromSlot: number,
  to: Bag,
  toSlot: number,
  units: number,
): number {
  const at = from.first + fromSlot;
  const into = to.first + toSlot;
  if (!mayMerge(from, fromSlot, to, toSlot))
    throw new Error(`slot ${fromSlot} laid on slot ${toSlot}, which holds something else`);
  requireUnits(units, 0xffff - to.columns.counts[into]!);
  to.columns.counts[into] = to.columns.counts[into]! + units;
  from.columns.counts[at] = from.columns.counts[at]! - units;
  if (from.columns.counts[at] === 0) noteGone(world, deed, from, fromSlot, at, units);
  else note(world, deed, from, fromSlot, from, fromSlot, at, -units);
  note(world, deed, to, toSlot, to, toSlot, into, units);
  return 2;
}

function copyStack(from: Bag, at: number, to: Bag, into: number): void {
  to.columns.items[into] = from.columns.items[at]!;
  to.columns.wear[into] = from.columns.wear[at]!;
  to.columns.bound[into] = from.columns.bound[at]!;
}

function clear({ columns }: Bag, at: number): void {
  columns.items[at] = 0;
  columns.counts[at] = 0;
  columns.instances[at] = 0;
  columns.wear[at] = 0;
  columns.bound[at] = 0;
}

type Numbers = Uint8Array | Uint16Array | Float64Array;

function exchange(a: Numbers, atA: number, b: Numbers, atB: number): void {
  const kept = a[atA]!;
  a[atA] = b[atB]!;
  b[atB] = kept;
}

/** The stack at `at` of `to` is as it is now; `from` is where this very stack lay before, `nowhere` for a new one. */
function note(
  { facts }: Ledgered,
  deed: Deed,
  from: Bag,
  fromSlot: number,
  to: Bag,
  toSlot: number,
  at: number,
  gained: number,
): void {
  const { items, counts, instances, wear, bound } = to.columns;
  noteStackChanged(
    facts,
    from.body,
    to.body,
    deed.character,
    deed.counterpart,
    deed.command,
    deed.verb,
    instances[at]!,
    items[at]!,
    gained,
    counts[at]!,
    to.holder,
    to.owner,
    toSlot,
    from.holder,
    from.owner,
    fromSlot,
    wear[at]!,
    bound[at]!,
  );
}

/** The stack at `at` has no units left: it is no more, and its slot is empty. */
function noteGone(world: Ledgered, deed: Deed, from: Bag, slot: number, at: number, units: number): void {
  const { items, instances, wear, bound } = from.columns;
  noteStackChanged(
    world.facts,
    from.body,
    0,
    deed.character,
    deed.counterpart,
    deed.command,
    deed.verb,
    instances[at]!,
    items[at]!,
    -units,
    0,
    nowhere.holder,
    0,
    0,
    from.holder,
    from.owner,
    slot,
    wear[at]!,
    bound[at]!,
  );
  clear(from, at);
}

function requireSlot(bag: Bag, slot: number): void {
  if (slot < 0 || slot >= bag.slots) throw new RangeError(`slot ${slot} of a bag of ${bag.slots}`);
}

function requireUnits(units: number, most: number): void {
  if (!Number.isInteger(units) || units < 1 || units > most)
    throw new RangeError(`${units} units where 1 to ${most} can go`);
}
