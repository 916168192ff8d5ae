// By hand: typed arrays and loops written for each case alone. It is the limit, not an ECS: no component but those of the
// case can exist, and nothing is checked. Entities come and go through a stack of free rows with generations, and
// membership that changes is a sparse set, so that any entity can be taken out at any time.

import {
  entitiesMany,
  entitiesOfLetter,
  fragValue,
  letters,
  listOf,
  packedValue,
  position,
  simpleKind,
  simpleValue,
  stepSeconds,
  velocity,
} from '../library/cases.js';
import type { ChurnCase, EcsCase, Library, MmoOptions } from '../library/library.js';

export const hand: Library = { packed5, simpleIter, fragIter, entityCycle, addRemove, mmo };

function packed5(): EcsCase {
  const columns = [0, 1, 2, 3, 4].map(() => new Float64Array(entitiesMany));
  const double = (column: Float64Array) => {
    for (let i = 0; i < column.length; i++) column[i]! *= 2;
  };
  const [a, b, c, d, e] = columns as [Float64Array, Float64Array, Float64Array, Float64Array, Float64Array];
  return {
    pass() {
      double(a);
      double(b);
      double(c);
      double(d);
      double(e);
    },
    restart: () =>
      columns.forEach((column, at) => column.forEach((_, i) => (column[i] = packedValue(at, i)))),
    values: () => columns.flatMap((column) => [...column]),
  };
}

function simpleIter(): EcsCase {
  const rows = 4 * entitiesMany;
  const columns = [0, 1, 2, 3, 4].map(() => new Float64Array(rows));
  const [a, b, c, d, e] = columns as [Float64Array, Float64Array, Float64Array, Float64Array, Float64Array];
  const swap = (one: Float64Array, other: Float64Array, from: number, to: number) => {
    for (let i = from; i < to; i++) {
      const value = one[i]!;
      one[i] = other[i]!;
      other[i] = value;
    }
  };
  const ofKind = (column: Float64Array, kind: number) =>
    [...column].filter((_, i) => (kind === 1 ? simpleKind(i) >= 1 : simpleKind(i) === kind));
  return {
    pass() {
      swap(a, b, 0, rows);
      swap(c, d, 2 * entitiesMany, 3 * entitiesMany);
      swap(c, e, 3 * entitiesMany, rows);
    },
    restart: () =>
      columns.forEach((column, at) => column.forEach((_, i) => (column[i] = simpleValue(at, i)))),
    values: () => [...a, ...b, ...ofKind(c, 1), ...ofKind(d, 2), ...ofKind(e, 3)],
  };
}

function fragIter(): EcsCase {
  const data = new Float64Array(letters * entitiesOfLetter);
  const z = new Float64Array(entitiesOfLetter);
  const double = (column: Float64Array) => {
    for (let i = 0; i < column.length; i++) column[i]! *= 2;
  };
  return {
    pass() {
      double(data);
      double(z);
    },
    restart() {
      data.forEach((_, i) => (data[i] = fragValue(i)));
      z.forEach((_, i) => (z[i] = fragValue(data.length - entitiesOfLetter + i)));
    },
    values: () => [...data, ...z],
  };
}

function entityCycle(): ChurnCase {
  const rows = 2 * entitiesMany;
  const generation = new Uint16Array(rows);
  const free = new Uint32Array(rows);
  const members = new Uint32Array(rows);
  const memberAt = new Uint32Array(rows);
  let freeCount = 0;
  let count = 0;
  for (let row = rows - 1; row >= entitiesMany; row--) free[freeCount++] = row;

  function create(): void {
    const row = free[--freeCount]!;
    memberAt[row] = count;
    members[count++] = row;
  }

  function destroy(row: number): void {
    const at = memberAt[row]!;
    const last = members[--count]!;
    members[at] = last;
    memberAt[last] = at;
    generation[row]!++;
    free[freeCount++] = row;
  }

  const self: ChurnCase = {
    watch: undefined,
    pass() {
      for (let a = 0; a < entitiesMany; a++) create();
      self.watch?.();
      for (let i = count - 1; i >= 0; i--) destroy(members[i]!);
    },
    restart: () => {},
    values: () => [rows - freeCount - count, count],
  };
  return self;
}

function addRemove(): ChurnCase {
  const members = new Uint32Array(entitiesMany);
  const memberAt = new Uint32Array(entitiesMany);
  let count = 0;

  function add(row: number): void {
    memberAt[row] = count;
    members[count++] = row;
  }

  function remove(row: number): void {
    const at = memberAt[row]!;
    const last = members[--count]!;
    members[at] = last;
    memberAt[last] = at;
  }

  const self: ChurnCase = {
    watch: undefined,
    pass() {
      for (let a = 0; a < entitiesMany; a++) add(a);
      self.watch?.();
      for (let i = count - 1; i >= 0; i--) remove(members[i]!);
    },
    restart: () => {},
    values: () => [entitiesMany, count],
  };
  return self;
}

/** Entities stay without gaps: the last moves into the place of one that goes. */
function mmo({ count, rounds }: MmoOptions): EcsCase {
  const columns = Array.from({ length: 6 }, () => new Float64Array(count));
  const [x, y, z, vx, vy, vz] = columns as [
    Float64Array,
    Float64Array,
    Float64Array,
    Float64Array,
    Float64Array,
    Float64Array,
  ];
  const rowOf = listOf(count, (i) => i);
  for (const round of rounds) {
    const gone = new Set(round);
    const left = rowOf.map((_, i) => i).sort((i, j) => rowOf[i]! - rowOf[j]!);
    [...left.filter((i) => !gone.has(i)), ...round].forEach((i, row) => (rowOf[i] = row));
  }
  return {
    pass() {
      for (let i = 0; i < count; i++) {
        x[i]! += vx[i]! * stepSeconds;
        y[i]! += vy[i]! * stepSeconds;
        z[i]! += vz[i]! * stepSeconds;
      }
    },
    restart() {
      rowOf.forEach((row, i) => {
        for (let axis = 0; axis < 3; axis++) {
          columns[axis]![row] = position(axis, i);
          columns[axis + 3]![row] = velocity(axis, i);
        }
      });
    },
    values: () => [x, y, z].flatMap((column) => rowOf.map((row) => column[row]!)),
  };
}
