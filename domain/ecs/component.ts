// One kind of component: its columns, and one bit per place that says which entities have it.
// Adding leaves all its values zero; removing leaves them readable until the component is added again.
// A component without fields is a tag. Adding and removing cost the same for one and for many entities.

import { createColumn, lanesOf } from './columns.js';
import type { AnyColumn, ColumnLayout, ColumnMemory, Columns } from './columns.js';

/** Three kinds of array instead of seven: few enough for V8 to keep the store that zeroes them in line. */
type PlainView = Uint8Array | Uint16Array | Uint32Array;

export class Component<L extends ColumnLayout = ColumnLayout> {
  readonly columns: Columns<L>;
  /** Bit p & 31 of word p >>> 5 is set while place p has this component. Change it only through add and remove. */
  readonly members: Uint32Array;
  /** Counts changes of membership. */
  version = 0;
  /** How many entities have it. */
  count = 0;

  readonly #arrays: readonly AnyColumn[];
  readonly #lanes: readonly number[];
  /** The same memory as `#arrays` for zeroing. */
  readonly #plain: readonly PlainView[];
  readonly #plainLanes: readonly number[];

  constructor(
    readonly name: string,
    layout: L,
    places: number,
    memory: ColumnMemory,
  ) {
    this.members = new Uint32Array(memory.allocate(Math.ceil(places / 32) * 4));
    const fields = Object.entries(layout);
    this.columns = Object.fromEntries(
      fields.map(([field, type]) => [field, createColumn(memory, type, places)]),
    ) as Columns<L>;
    this.#arrays = Object.values(this.columns as Readonly<Record<string, AnyColumn>>);
    this.#lanes = fields.map(([, type]) => lanesOf(type));
    this.#plain = this.#arrays.map(plainView);
    this.#plainLanes = this.#plain.map((view) => view.length / places);
  }

  has(place: number): boolean {
    return ((this.members[place >>> 5]! >>> (place & 31)) & 1) === 1;
  }

  /** Gives a living entity the component, all values zero. False, and nothing changes, when it has it already. */
  add(place: number): boolean {
    const word = place >>> 5;
    const bit = 1 << (place & 31);
    const members = this.members[word]!;
    if ((members & bit) !== 0) return false;
    this.members[word] = members | bit;
    this.version++;
    this.count++;
    const plain = this.#plain;
    for (let i = 0; i < plain.length; i++) {
      const view = plain[i]!;
      const lanes = this.#plainLanes[i]!;
      const end = (place + 1) * lanes;
      for (let at = end - lanes; at < end; at++) view[at] = 0;
    }
    return true;
  }

  /** False when the entity did not have it. */
  remove(place: number): boolean {
    const word = place >>> 5;
    const bit = 1 << (place & 31);
    const members = this.members[word]!;
    if ((members & bit) === 0) return false;
    this.members[word] = members & ~bit;
    this.version++;
    this.count--;
    return true;
  }

  /** Every column, in the order of the layout, with its lanes: for hashing and copying. */
  eachColumn(visit: (column: AnyColumn, lanes: number) => void): void {
    this.#arrays.forEach((column, i) => visit(column, this.#lanes[i]!));
  }
}

function plainView(column: AnyColumn): PlainView {
  const { buffer, byteOffset, byteLength } = column;
  if (column.BYTES_PER_ELEMENT === 1) return new Uint8Array(buffer, byteOffset, byteLength);
  if (column.BYTES_PER_ELEMENT === 2) return new Uint16Array(buffer, byteOffset, byteLength / 2);
  return new Uint32Array(buffer, byteOffset, byteLength / 4);
}
