// By hand: typed arrays and loops written for each case alone. It is the limit, not an ECS: no component but those of the
// case can exist, and nothing is checked. Entities come and go through a stack of free places with generations, and
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
  const places = 4 * entitiesMany;
  const columns = [0, 1, 2, 3, 4].map(() => new Float64Array(places));
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
      swap(a, b, 0, places);
      swap(c, d, 2 * entitiesMany, 3 * entitiesMany);
      swap(c, e, 3 * entitiesMany, places);
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
  const places = 2 * entitiesMany;
  const generation = new Uint16Array(places);
  const free = new Uint32Array(places);
  const members = new Uint32Array(places);
  const memberAt = new Uint32Array(places);
  let freeCount = 0;
  let count = 0;
  for (let place = places - 1; place >= entitiesMany; place--) free[freeCount++] = place;

  function create(): void {
    const place = free[--freeCount]!;
    memberAt[place] = count;
    members[count++] = place;
  }

  function destroy(place: number): void {
    const at = memberAt[place]!;
    const last = members[--count]!;
    members[at] = last;
    memberAt[last] = at;
    generation[place]!++;
    free[freeCount++] = place;
  }

  const self: ChurnCase = {
    watch: undefined,
    pass() {
      for (let a = 0; a < entitiesMany; a++) create();
      self.watch?.();
      for (let i = count - 1; i >= 0; i--) destroy(members[i]!);
    },
    restart: () => {},
    values: () => [places - freeCount - count, count],
  };
  return self;
}

function addRemove(): ChurnCase {
  const members = new Uint32Array(entitiesMany);
  const memberAt = new Uint32Array(entitiesMany);
  let count = 0;

  function add(place: number): void {
    memberAt[place] = count;
    members[count++] = place;
  }

  function remove(place: number): void {
    const at = memberAt[place]!;
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
  const placeOf = listOf(count, (i) => i);
  for (const round of rounds) {
    const gone = new Set(round);
    const left = placeOf.map((_, i) => i).sort((i, j) => placeOf[i]! - placeOf[j]!);
    [...left.filter((i) => !gone.has(i)), ...round].forEach((i, place) => (placeOf[i] = place));
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
      placeOf.forEach((place, i) => {
        for (let axis = 0; axis < 3; axis++) {
          columns[axis]![place] = position(axis, i);
          columns[axis + 3]![place] = velocity(axis, i);
        }
      });
    },
    values: () => [x, y, z].flatMap((column) => placeOf.map((place) => column[place]!)),
  };
}
