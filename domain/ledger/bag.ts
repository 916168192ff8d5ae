// Where stacks lie: a run of slots of some columns, and whose they are. The bag of a player, what it wears, its bank, what a
// vendor keeps for it, an item on the ground, a letter and a listing are all bags, so that one set of rules moves stacks
// between any two of them (stacks.ts).

import { HolderKind } from '../vocabulary/generated/words.js';

/** Stacks by slot: of all bags of a component by row and lane, or of one bag by itself. */
export interface StackColumns {
  /** Item id from the content, 0 for an empty slot. */
  readonly items: Uint16Array;
  /** Units, 0 exactly where `items` is 0. */
  readonly counts: Uint16Array;
  /** Which stack it is, below 2^53; 0 exactly where `items` is 0. No other stack ever has the same. */
  readonly instances: Float64Array;
  /** Uses that a single item has behind it. */
  readonly wear: Uint16Array;
  /** 1 for what nobody else can have any more. */
  readonly bound: Uint8Array;
}

/** Columns of one bag by itself. */
export function createStackColumns(slots: number): StackColumns {
  return {
    items: new Uint16Array(slots),
    counts: new Uint16Array(slots),
    instances: new Float64Array(slots),
    wear: new Uint16Array(slots),
    bound: new Uint8Array(slots),
  };
}

/** Makes `slots` slots of `target` equal to those of `source`. */
export function copyStacks(
  target: StackColumns,
  to: number,
  source: StackColumns,
  from: number,
  slots: number,
): void {
  for (let slot = 0; slot < slots; slot++) {
    target.items[to + slot] = source.items[from + slot]!;
    target.counts[to + slot] = source.counts[from + slot]!;
    target.instances[to + slot] = source.instances[from + slot]!;
    target.wear[to + slot] = source.wear[from + slot]!;
    target.bound[to + slot] = source.bound[from + slot]!;
  }
}

const noColumns = createStackColumns(0);

/** Objects of it are reused: whoever calls a rule points them at what the rule is about. */
export class Bag {
  columns: StackColumns = noColumns;
  /** Where its first slot lies in the columns. */
  first = 0;
  slots = 0;
  holder: HolderKind = HolderKind.nowhere;
  /** Id of the character, letter or listing whose it is; 0 on the ground. */
  owner = 0;
  /** Entity id of who is told of changes, or of what lies on the ground; 0 for nobody. */
  body = 0;

  pointAt(columns: StackColumns, first: number, slots: number): this {
    this.columns = columns;
    this.first = first;
    this.slots = slots;
    return this;
  }

  of(holder: HolderKind, owner: number, body: number): this {
    this.holder = holder;
    this.owner = owner;
    this.body = body;
    return this;
  }

  has(slot: number): boolean {
    return slot < this.slots && this.columns.items[this.first + slot] !== 0;
  }

  itemAt(slot: number): number {
    return this.columns.items[this.first + slot]!;
  }

  unitsAt(slot: number): number {
    return this.columns.counts[this.first + slot]!;
  }
}

/** What stacks come from that are created, and go to that are destroyed. */
export const nowhere = new Bag();
