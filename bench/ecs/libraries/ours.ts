// Our own store, as rules of the game use it: columns in shared memory, a group for each kind of entity, one system a
// function over runs.

import { type ColumnLayout, sharedMemory } from '#domain/engine/ecs/columns.js';
import type { Component } from '#domain/engine/ecs/component.js';
import type { Query } from '#domain/engine/ecs/query.js';
import { EntityStore } from '#domain/engine/ecs/store.js';
import {
  entitiesMany,
  entitiesOfLetter,
  fragValue,
  letters,
  packedValue,
  position,
  listOf,
  simpleKind,
  simpleValue,
  stepSeconds,
  velocity,
} from '../library/cases.js';
import type { ChurnCase, EcsCase, Library, MmoOptions } from '../library/library.js';

export const ours: Library = { packed5, simpleIter, fragIter, entityCycle, addRemove, mmo };

/** As in the game. Each pass of entity_cycle uses up a generation of a thousand rows. */
export const gameCapacity = 65_535;

const value = { value: 'f64' } as const;
type Value = Component<typeof value>;
type FiveColumns = [Float64Array, Float64Array, Float64Array, Float64Array, Float64Array];

function storeWith<const L extends ColumnLayout>(capacity: number, names: readonly string[], layout: L) {
  const store = new EntityStore({ capacity, memory: sharedMemory });
  return { store, components: names.map((name) => store.component(name, layout)) };
}

function packed5(): EcsCase {
  const { store, components } = storeWith(entitiesMany, ['a', 'b', 'c', 'd', 'e'], value);
  const queries = components.map((component) => store.query({ with: [component] }));
  const [withA, withB, withC, withD, withE] = queries as [Query, Query, Query, Query, Query];
  const [a, b, c, d, e] = components.map(({ columns }) => columns.value) as FiveColumns;
  const doubleA = (start: number, end: number) => {
    for (let i = start; i < end; i++) a[i]! *= 2;
  };
  const doubleB = (start: number, end: number) => {
    for (let i = start; i < end; i++) b[i]! *= 2;
  };
  const doubleC = (start: number, end: number) => {
    for (let i = start; i < end; i++) c[i]! *= 2;
  };
  const doubleD = (start: number, end: number) => {
    for (let i = start; i < end; i++) d[i]! *= 2;
  };
  const doubleE = (start: number, end: number) => {
    for (let i = start; i < end; i++) e[i]! *= 2;
  };
  const rows = listOf(entitiesMany, () => createWith(store, 0, components));
  return {
    pass() {
      withA.eachRun(doubleA);
      withB.eachRun(doubleB);
      withC.eachRun(doubleC);
      withD.eachRun(doubleD);
      withE.eachRun(doubleE);
    },
    restart: () =>
      components.forEach(({ columns }, at) =>
        rows.forEach((row, i) => (columns.value[row] = packedValue(at, i))),
      ),
    values: () => components.flatMap(({ columns }) => rows.map((row) => columns.value[row]!)),
  };
}

function simpleIter(): EcsCase {
  const { store, components } = storeWith(5000, ['a', 'b', 'c', 'd', 'e'], value);
  const [A, B, C, D, E] = components as [Value, Value, Value, Value, Value];
  const ofKind = [
    [A, B],
    [A, B, C],
    [A, B, C, D],
    [A, B, C, E],
  ] as const;
  const withAB = store.query({ with: [A, B] });
  const withCD = store.query({ with: [C, D] });
  const withCE = store.query({ with: [C, E] });
  const [a, b, c, d, e] = components.map(({ columns }) => columns.value) as FiveColumns;
  const swapAB = (start: number, end: number) => {
    for (let i = start; i < end; i++) {
      const kept = a[i]!;
      a[i] = b[i]!;
      b[i] = kept;
    }
  };
  const swapCD = (start: number, end: number) => {
    for (let i = start; i < end; i++) {
      const kept = c[i]!;
      c[i] = d[i]!;
      d[i] = kept;
    }
  };
  const swapCE = (start: number, end: number) => {
    for (let i = start; i < end; i++) {
      const kept = c[i]!;
      c[i] = e[i]!;
      e[i] = kept;
    }
  };
  const rows = listOf(4 * entitiesMany, (i) => createWith(store, simpleKind(i), ofKind[simpleKind(i)]!));
  const valuesOf = (component: Value) =>
    rows.filter((row) => component.has(row)).map((row) => component.columns.value[row]!);
  return {
    pass() {
      withAB.eachRun(swapAB);
      withCD.eachRun(swapCD);
      withCE.eachRun(swapCE);
    },
    restart: () =>
      components.forEach(({ columns }, at) =>
        rows.forEach((row, i) => (columns.value[row] = simpleValue(at, i))),
      ),
    values: () => components.flatMap(valuesOf),
  };
}

function fragIter(): EcsCase {
  const names = listOf(letters, (letter) => `letter ${letter}`);
  const { store, components } = storeWith(letters * 256, [...names, 'data'], value);
  const data = components[letters]!;
  const z = components[letters - 1]!;
  const withData = store.query({ with: [data] });
  const withZ = store.query({ with: [z] });
  const dataColumn = data.columns.value;
  const zColumn = z.columns.value;
  const doubleData = (start: number, end: number) => {
    for (let i = start; i < end; i++) dataColumn[i]! *= 2;
  };
  const doubleZ = (start: number, end: number) => {
    for (let i = start; i < end; i++) zColumn[i]! *= 2;
  };
  const rows = listOf(letters * entitiesOfLetter, (i) => {
    const letter = Math.floor(i / entitiesOfLetter);
    return createWith(store, letter, [components[letter]!, data]);
  });
  return {
    pass() {
      withData.eachRun(doubleData);
      withZ.eachRun(doubleZ);
    },
    restart: () =>
      rows.forEach((row, i) => {
        data.columns.value[row] = fragValue(i);
        z.columns.value[row] = fragValue(i);
      }),
    values: () =>
      [data, z].flatMap((component) =>
        rows.filter((row) => component.has(row)).map((row) => component.columns.value[row]!),
      ),
  };
}

function entityCycle(): ChurnCase {
  const { store, components } = storeWith(gameCapacity, ['a', 'b'], value);
  const [a, b] = components as [Value, Value];
  const withA = store.query({ with: [a] });
  const withB = store.query({ with: [b] });
  for (let i = 0; i < entitiesMany; i++) createWith(store, 0, [a]);
  const giveB = (start: number, end: number) => b.addRun(start, end);
  const spawn = (start: number, end: number) => store.createMany(1, end - start, giveB);
  const kill = (start: number, end: number) => store.destroyRun(start, end);
  const self: ChurnCase = {
    watch: undefined,
    pass() {
      withA.eachRun(spawn);
      self.watch?.();
      withB.eachRun(kill);
      store.reclaim();
    },
    restart: () => {},
    values: () => [withA.refresh().count, withB.refresh().count],
  };
  return self;
}

function addRemove(): ChurnCase {
  const { store, components } = storeWith(entitiesMany, ['a', 'b'], value);
  const [a, b] = components as [Value, Value];
  const withA = store.query({ with: [a] });
  const withB = store.query({ with: [b] });
  for (let i = 0; i < entitiesMany; i++) createWith(store, 0, [a]);
  const add = (start: number, end: number) => b.addRun(start, end);
  const remove = (start: number, end: number) => b.removeRun(start, end);
  const self: ChurnCase = {
    watch: undefined,
    pass() {
      withA.eachRun(add);
      self.watch?.();
      withB.eachRun(remove);
    },
    restart: () => {},
    values: () => [withA.refresh().count, withB.refresh().count],
  };
  return self;
}

const axes = { x: 'f64', y: 'f64', z: 'f64' } as const;
type Axes = Component<typeof axes>;

function mmo({ count, rounds }: MmoOptions): EcsCase {
  const { store, components } = storeWith(count, ['position', 'velocity'], axes);
  const [at, by] = components as [Axes, Axes];
  const moving = store.query({ with: [at, by] });
  const drift = drifting(at, by);
  const rows = listOf(count, () => createWith(store, 0, components));
  for (const round of rounds) {
    for (const i of round) store.destroy(rows[i]!);
    store.reclaim();
    for (const i of round) rows[i] = createWith(store, 0, components);
  }
  return {
    pass: () => moving.eachRun(drift),
    restart: () =>
      rows.forEach((row, i) => {
        (['x', 'y', 'z'] as const).forEach((axis, number) => {
          at.columns[axis][row] = position(number, i);
          by.columns[axis][row] = velocity(number, i);
        });
      }),
    values: () => (['x', 'y', 'z'] as const).flatMap((axis) => rows.map((row) => at.columns[axis][row]!)),
  };
}

function drifting({ columns: { x, y, z } }: Axes, { columns: { x: vx, y: vy, z: vz } }: Axes) {
  return (start: number, end: number) => {
    for (let e = start; e < end; e++) {
      x[e]! += vx[e]! * stepSeconds;
      y[e]! += vy[e]! * stepSeconds;
      z[e]! += vz[e]! * stepSeconds;
    }
  };
}

function createWith(store: EntityStore, group: number, components: readonly { add(row: number): boolean }[]) {
  const row = store.entities.rowOf(store.create(group));
  for (const component of components) component.add(row);
  return row;
}
