// One kind of component: its columns, and one bit per row that says which entities have it.
// Adding leaves all its values zero; removing leaves them readable until the component is added again.
// A component without fields is a tag. Adding and removing cost the same for one and for many entities.

import { bitsOfRun, countBits, lowestBit } from './bits.js';
import { createColumn, lanesOf } from './columns.js';
import type { AnyColumn, ColumnLayout, ColumnMemory, Columns } from './columns.js';
import { Zeroing } from './zeroing.js';

export class Component<L extends ColumnLayout = ColumnLayout> {
  declare readonly name: string;
  declare readonly columns: Columns<L>;
  /** Bit p & 31 of word p >>> 5 is set while row p has this component. Change it only through add and remove. */
  declare readonly members: Uint32Array;

  declare private readonly arrays: readonly AnyColumn[];
  declare private readonly lanes: readonly number[];
  declare private readonly zeroing: Zeroing;
  private added = 0;
  private removed = 0;

  constructor(name: string, layout: L, rows: number, memory: ColumnMemory) {
    this.name = name;
    this.members = new Uint32Array(memory.allocate(Math.ceil(rows / 32) * 4));
    const fields = Object.entries(layout);
    this.columns = Object.fromEntries(
      fields.map(([field, type]) => [field, createColumn(memory, type, rows)]),
    ) as Columns<L>;
    this.arrays = Object.values(this.columns as Readonly<Record<string, AnyColumn>>);
    this.lanes = fields.map(([, type]) => lanesOf(type));
    this.zeroing = new Zeroing(this.arrays, this.lanes);
  }

  /** Changes with every membership that comes or goes. */
  get version(): number {
    return this.added + this.removed;
  }

  /** How many entities have it. */
  get count(): number {
    return this.added - this.removed;
  }

  has(row: number): boolean {
    return ((this.members[row >>> 5]! >>> (row & 31)) & 1) === 1;
  }

  /** Gives a living entity the component, all values zero. False, and nothing changes, when it has it already. */
  add(row: number): boolean {
    const word = row >>> 5;
    const bit = 1 << (row & 31);
    const members = this.members[word]!;
    if ((members & bit) !== 0) return false;
    this.members[word] = members | bit;
    this.added++;
    this.zeroing.zero(row);
    return true;
  }

  /** False when the entity did not have it. */
  remove(row: number): boolean {
    const word = row >>> 5;
    const bit = 1 << (row & 31);
    const members = this.members[word]!;
    if ((members & bit) === 0) return false;
    this.members[word] = members & ~bit;
    this.removed++;
    return true;
  }

  /** As `add` for all rows from `start` to before `end`, which must be those of living entities. Returns how many got it. */
  addRun(start: number, end: number): number {
    const before = this.added;
    for (let word = start >>> 5; word << 5 < end; word++) {
      const members = this.members[word]!;
      const run = bitsOfRun(word, start, end);
      const fresh = run & ~members;
      if (fresh === 0) continue;
      this.members[word] = members | fresh;
      this.added += countBits(fresh);
      if (fresh === run) this.zeroing.zeroRun(Math.max(start, word << 5), Math.min(end, (word + 1) << 5));
      else
        for (let bits = fresh; bits !== 0; bits &= bits - 1) this.zeroing.zero((word << 5) | lowestBit(bits));
    }
    return this.added - before;
  }

  /** As `remove` for all rows from `start` to before `end`. Returns how many had it. */
  removeRun(start: number, end: number): number {
    const before = this.removed;
    for (let word = start >>> 5; word << 5 < end; word++) {
      const members = this.members[word]!;
      const gone = members & bitsOfRun(word, start, end);
      if (gone === 0) continue;
      this.members[word] = members & ~gone;
      this.removed += countBits(gone);
    }
    return this.removed - before;
  }

  /** Every column, in the order of the layout, with its lanes: for hashing and copying. */
  eachColumn(visit: (column: AnyColumn, lanes: number) => void): void {
    this.arrays.forEach((column, i) => visit(column, this.lanes[i]!));
  }
}
