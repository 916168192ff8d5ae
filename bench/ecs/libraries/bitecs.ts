// bitecs 0.4: queries that give arrays of entity numbers; the values are columns of ours, as its documents advise.
// Entity numbers start at 1 and are used again.

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
import { loadPeer } from '../../harness/peers.js';

type World = object;
interface Bitecs {
  createWorld(): World;
  addEntity(world: World): number;
  removeEntity(world: World, entity: number): void;
  addComponent(world: World, entity: number, component: object): void;
  removeComponent(world: World, entity: number, component: object): void;
  hasComponent(world: World, entity: number, component: object): boolean;
  query(world: World, components: readonly object[]): ArrayLike<number>;
}

const { createWorld, addEntity, removeEntity, addComponent, removeComponent, hasComponent, query } =
  await loadPeer<Bitecs>('bitecs/dist/core/index.min.mjs');

export const bitecs: Library = { packed5, simpleIter, fragIter, entityCycle, addRemove, mmo };

interface Value {
  readonly value: Float64Array;
}

type FiveColumns = [Float64Array, Float64Array, Float64Array, Float64Array, Float64Array];
type FiveTerms = [Value[], Value[], Value[], Value[], Value[]];

const values = (count: number, entities: number): Value[] =>
  listOf(count, () => ({ value: new Float64Array(entities + 1) }));

function createWith(world: World, components: readonly object[]): number {
  const entity = addEntity(world);
  for (const component of components) addComponent(world, entity, component);
  return entity;
}

function packed5(): EcsCase {
  const world = createWorld();
  const components = values(5, entitiesMany);
  const [withA, withB, withC, withD, withE] = components.map((component) => [component]) as FiveTerms;
  const [a, b, c, d, e] = components.map(({ value }) => value) as FiveColumns;
  const entities = listOf(entitiesMany, () => createWith(world, components));
  return {
    pass() {
      const inA = query(world, withA);
      for (let i = 0; i < inA.length; i++) a[inA[i]!]! *= 2;
      const inB = query(world, withB);
      for (let i = 0; i < inB.length; i++) b[inB[i]!]! *= 2;
      const inC = query(world, withC);
      for (let i = 0; i < inC.length; i++) c[inC[i]!]! *= 2;
      const inD = query(world, withD);
      for (let i = 0; i < inD.length; i++) d[inD[i]!]! *= 2;
      const inE = query(world, withE);
      for (let i = 0; i < inE.length; i++) e[inE[i]!]! *= 2;
    },
    restart: () =>
      components.forEach(({ value }, at) =>
        entities.forEach((each, i) => (value[each] = packedValue(at, i))),
      ),
    values: () => components.flatMap(({ value }) => entities.map((each) => value[each]!)),
  };
}

function simpleIter(): EcsCase {
  const world = createWorld();
  const components = values(5, 4 * entitiesMany);
  const [A, B, C, D, E] = components as [Value, Value, Value, Value, Value];
  const ofKind = [
    [A, B],
    [A, B, C],
    [A, B, C, D],
    [A, B, C, E],
  ] as const;
  const [withAB, withCD, withCE] = [
    [A, B],
    [C, D],
    [C, E],
  ] as const;
  const [a, b, c, d, e] = components.map(({ value }) => value) as FiveColumns;
  const entities = listOf(4 * entitiesMany, (i) => createWith(world, ofKind[simpleKind(i)]!));
  return {
    pass() {
      const inAB = query(world, withAB);
      for (let i = 0; i < inAB.length; i++) {
        const at = inAB[i]!;
        const kept = a[at]!;
        a[at] = b[at]!;
        b[at] = kept;
      }
      const inCD = query(world, withCD);
      for (let i = 0; i < inCD.length; i++) {
        const at = inCD[i]!;
        const kept = c[at]!;
        c[at] = d[at]!;
        d[at] = kept;
      }
      const inCE = query(world, withCE);
      for (let i = 0; i < inCE.length; i++) {
        const at = inCE[i]!;
        const kept = c[at]!;
        c[at] = e[at]!;
        e[at] = kept;
      }
    },
    restart: () =>
      components.forEach(({ value }, at) =>
        entities.forEach((each, i) => (value[each] = simpleValue(at, i))),
      ),
    values: () =>
      components.flatMap((component) =>
        entities.filter((each) => hasComponent(world, each, component)).map((each) => component.value[each]!),
      ),
  };
}

function fragIter(): EcsCase {
  const world = createWorld();
  const count = letters * entitiesOfLetter;
  const components = values(letters + 1, count);
  const data = components[letters]!;
  const z = components[letters - 1]!;
  const [withData, withZ] = [[data], [z]];
  const dataColumn = data.value;
  const zColumn = z.value;
  const entities = listOf(count, (i) =>
    createWith(world, [components[Math.floor(i / entitiesOfLetter)]!, data]),
  );
  return {
    pass() {
      const inData = query(world, withData);
      for (let i = 0; i < inData.length; i++) dataColumn[inData[i]!]! *= 2;
      const inZ = query(world, withZ);
      for (let i = 0; i < inZ.length; i++) zColumn[inZ[i]!]! *= 2;
    },
    restart: () =>
      entities.forEach((each, i) => {
        data.value[each] = fragValue(i);
        z.value[each] = fragValue(i);
      }),
    values: () =>
      [data, z].flatMap((component) =>
        entities.filter((each) => hasComponent(world, each, component)).map((each) => component.value[each]!),
      ),
  };
}

function churn(world: World, a: object, b: object, spawn: () => void, kill: () => void): ChurnCase {
  const self: ChurnCase = {
    watch: undefined,
    pass() {
      spawn();
      self.watch?.();
      kill();
    },
    restart: () => {},
    values: () => [query(world, [a]).length, query(world, [b]).length],
  };
  return self;
}

function entityCycle(): ChurnCase {
  const world = createWorld();
  const [a, b] = [{}, {}];
  const [withA, withB] = [[a], [b]];
  for (let i = 0; i < entitiesMany; i++) createWith(world, withA);
  return churn(
    world,
    a,
    b,
    () => {
      const entities = query(world, withA);
      for (let i = 0; i < entities.length; i++) addComponent(world, addEntity(world), b);
    },
    () => {
      const entities = query(world, withB);
      for (let i = entities.length - 1; i >= 0; i--) removeEntity(world, entities[i]!);
    },
  );
}

function addRemove(): ChurnCase {
  const world = createWorld();
  const [a, b] = [{}, {}];
  const [withA, withB] = [[a], [b]];
  for (let i = 0; i < entitiesMany; i++) createWith(world, withA);
  return churn(
    world,
    a,
    b,
    () => {
      const entities = query(world, withA);
      for (let i = 0; i < entities.length; i++) addComponent(world, entities[i]!, b);
    },
    () => {
      const entities = query(world, withB);
      for (let i = entities.length - 1; i >= 0; i--) removeComponent(world, entities[i]!, b);
    },
  );
}

function mmo({ count, rounds }: MmoOptions): EcsCase {
  const world = createWorld();
  const axes = () => listOf(3, () => new Float64Array(count + 1));
  const [x, y, z] = axes() as [Float64Array, Float64Array, Float64Array];
  const [vx, vy, vz] = axes() as [Float64Array, Float64Array, Float64Array];
  const at = { x, y, z };
  const by = { x: vx, y: vy, z: vz };
  const terms = [at, by];
  const entities = listOf(count, () => createWith(world, terms));
  for (const round of rounds) {
    for (const i of round) removeEntity(world, entities[i]!);
    for (const i of round) entities[i] = createWith(world, terms);
  }
  return {
    pass() {
      const moving = query(world, terms);
      for (let i = 0; i < moving.length; i++) {
        const e = moving[i]!;
        x[e]! += vx[e]! * stepSeconds;
        y[e]! += vy[e]! * stepSeconds;
        z[e]! += vz[e]! * stepSeconds;
      }
    },
    restart: () =>
      entities.forEach((e, i) => {
        (['x', 'y', 'z'] as const).forEach((axis, number) => {
          at[axis][e] = position(number, i);
          by[axis][e] = velocity(number, i);
        });
      }),
    values: () => [x, y, z].flatMap((column) => entities.map((e) => column[e]!)),
  };
}
