// koota: traits stored as arrays by field; systems use `useStores`, its fastest way, with queries made once.

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

interface Entity {
  id(): number;
  add(trait: Trait): void;
  remove(trait: Trait): void;
  has(trait: Trait): boolean;
  get(trait: Trait): Readonly<Record<string, number>>;
  set(trait: Trait, values: Readonly<Record<string, number>>): void;
  destroy(): void;
}
type Trait = (values?: Readonly<Record<string, number>>) => unknown;
type Store = Readonly<Record<string, number[]>>;
interface Result extends ReadonlyArray<Entity> {
  useStores(visit: (stores: readonly Store[], entities: readonly Entity[]) => void): void;
}
interface World {
  spawn(...traits: readonly unknown[]): Entity;
  query(query: unknown): Result;
}
interface Koota {
  createWorld(options?: object): World;
  trait(schema?: Readonly<Record<string, number>>): Trait;
  createQuery(...traits: readonly Trait[]): unknown;
}

const { createWorld, trait, createQuery } = await loadPeer<Koota>('koota/dist/index.js');

export const koota: Library = { packed5, simpleIter, fragIter, entityCycle, addRemove, mmo };

const traits = (count: number) => listOf(count, () => trait({ value: 0.5 }));

function setAll(entities: readonly Entity[], component: Trait, valueOf: (i: number) => number): void {
  entities.forEach((entity, i) => {
    if (entity.has(component)) entity.set(component, { value: valueOf(i) });
  });
}

function valuesOf(entities: readonly Entity[], component: Trait): number[] {
  return entities.filter((entity) => entity.has(component)).map((entity) => entity.get(component)['value']!);
}

function packed5(): EcsCase {
  const world = createWorld();
  const components = traits(5);
  const [withA, withB, withC, withD, withE] = components.map((component) => createQuery(component));
  const doubleA = ([store]: readonly Store[], entities: readonly Entity[]) => {
    const values = store!['value']!;
    for (let i = 0; i < entities.length; i++) values[entities[i]!.id()]! *= 2;
  };
  const doubleB = ([store]: readonly Store[], entities: readonly Entity[]) => {
    const values = store!['value']!;
    for (let i = 0; i < entities.length; i++) values[entities[i]!.id()]! *= 2;
  };
  const doubleC = ([store]: readonly Store[], entities: readonly Entity[]) => {
    const values = store!['value']!;
    for (let i = 0; i < entities.length; i++) values[entities[i]!.id()]! *= 2;
  };
  const doubleD = ([store]: readonly Store[], entities: readonly Entity[]) => {
    const values = store!['value']!;
    for (let i = 0; i < entities.length; i++) values[entities[i]!.id()]! *= 2;
  };
  const doubleE = ([store]: readonly Store[], entities: readonly Entity[]) => {
    const values = store!['value']!;
    for (let i = 0; i < entities.length; i++) values[entities[i]!.id()]! *= 2;
  };
  const entities = listOf(entitiesMany, () => world.spawn(...components));
  return {
    pass() {
      world.query(withA).useStores(doubleA);
      world.query(withB).useStores(doubleB);
      world.query(withC).useStores(doubleC);
      world.query(withD).useStores(doubleD);
      world.query(withE).useStores(doubleE);
    },
    restart: () =>
      components.forEach((component, at) => setAll(entities, component, (i) => packedValue(at, i))),
    values: () => components.flatMap((component) => valuesOf(entities, component)),
  };
}

function simpleIter(): EcsCase {
  const world = createWorld();
  const components = traits(5);
  const [a, b, c, d, e] = components as [Trait, Trait, Trait, Trait, Trait];
  const ofKind = [
    [a, b],
    [a, b, c],
    [a, b, c, d],
    [a, b, c, e],
  ] as const;
  const withAB = createQuery(a, b);
  const withCD = createQuery(c, d);
  const withCE = createQuery(c, e);
  const swapAB = ([one, other]: readonly Store[], entities: readonly Entity[]) => {
    const first = one!['value']!;
    const second = other!['value']!;
    for (let i = 0; i < entities.length; i++) {
      const at = entities[i]!.id();
      const kept = first[at]!;
      first[at] = second[at]!;
      second[at] = kept;
    }
  };
  const swapCD = ([one, other]: readonly Store[], entities: readonly Entity[]) => {
    const first = one!['value']!;
    const second = other!['value']!;
    for (let i = 0; i < entities.length; i++) {
      const at = entities[i]!.id();
      const kept = first[at]!;
      first[at] = second[at]!;
      second[at] = kept;
    }
  };
  const swapCE = ([one, other]: readonly Store[], entities: readonly Entity[]) => {
    const first = one!['value']!;
    const second = other!['value']!;
    for (let i = 0; i < entities.length; i++) {
      const at = entities[i]!.id();
      const kept = first[at]!;
      first[at] = second[at]!;
      second[at] = kept;
    }
  };
  const entities = listOf(4 * entitiesMany, (i) => world.spawn(...ofKind[simpleKind(i)]!));
  return {
    pass() {
      world.query(withAB).useStores(swapAB);
      world.query(withCD).useStores(swapCD);
      world.query(withCE).useStores(swapCE);
    },
    restart: () =>
      components.forEach((component, at) => setAll(entities, component, (i) => simpleValue(at, i))),
    values: () => components.flatMap((component) => valuesOf(entities, component)),
  };
}

function fragIter(): EcsCase {
  const world = createWorld();
  const components = traits(letters + 1);
  const data = components[letters]!;
  const z = components[letters - 1]!;
  const withData = createQuery(data);
  const withZ = createQuery(z);
  const doubleData = ([store]: readonly Store[], entities: readonly Entity[]) => {
    const values = store!['value']!;
    for (let i = 0; i < entities.length; i++) values[entities[i]!.id()]! *= 2;
  };
  const doubleZ = ([store]: readonly Store[], entities: readonly Entity[]) => {
    const values = store!['value']!;
    for (let i = 0; i < entities.length; i++) values[entities[i]!.id()]! *= 2;
  };
  const entities = listOf(letters * entitiesOfLetter, (i) =>
    world.spawn(components[Math.floor(i / entitiesOfLetter)]!, data),
  );
  return {
    pass() {
      world.query(withData).useStores(doubleData);
      world.query(withZ).useStores(doubleZ);
    },
    restart: () => [data, z].forEach((component) => setAll(entities, component, fragValue)),
    values: () => [data, z].flatMap((component) => valuesOf(entities, component)),
  };
}

function churn(world: World, a: Trait, b: Trait, spawn: () => void, kill: () => void): ChurnCase {
  const withA = createQuery(a);
  const withB = createQuery(b);
  const self: ChurnCase = {
    watch: undefined,
    pass() {
      spawn();
      self.watch?.();
      kill();
    },
    restart: () => {},
    values: () => [world.query(withA).length, world.query(withB).length],
  };
  return self;
}

function entityCycle(): ChurnCase {
  const world = createWorld();
  const [a, b] = [trait(), trait()];
  const withA = createQuery(a);
  const withB = createQuery(b);
  for (let i = 0; i < entitiesMany; i++) world.spawn(a);
  return churn(
    world,
    a,
    b,
    () => {
      const many = world.query(withA).length;
      for (let i = 0; i < many; i++) world.spawn(b);
    },
    () => {
      const entities = world.query(withB);
      for (let i = entities.length - 1; i >= 0; i--) entities[i]!.destroy();
    },
  );
}

function addRemove(): ChurnCase {
  const world = createWorld();
  const [a, b] = [trait(), trait()];
  const withA = createQuery(a);
  const withB = createQuery(b);
  for (let i = 0; i < entitiesMany; i++) world.spawn(a);
  return churn(
    world,
    a,
    b,
    () => {
      const entities = world.query(withA);
      for (let i = 0; i < entities.length; i++) entities[i]!.add(b);
    },
    () => {
      const entities = world.query(withB);
      for (let i = entities.length - 1; i >= 0; i--) entities[i]!.remove(b);
    },
  );
}

function mmo({ count, rounds }: MmoOptions): EcsCase {
  const world = createWorld();
  const at = trait({ x: 0.5, y: 0.5, z: 0.5 });
  const by = trait({ x: 0.5, y: 0.5, z: 0.5 });
  const query = createQuery(at, by);
  const drift = ([positions, velocities]: readonly Store[], entities: readonly Entity[]) => {
    const { x, y, z } = positions as Readonly<Record<'x' | 'y' | 'z', number[]>>;
    const { x: vx, y: vy, z: vz } = velocities as Readonly<Record<'x' | 'y' | 'z', number[]>>;
    for (let i = 0; i < entities.length; i++) {
      const e = entities[i]!.id();
      x[e]! += vx[e]! * stepSeconds;
      y[e]! += vy[e]! * stepSeconds;
      z[e]! += vz[e]! * stepSeconds;
    }
  };
  const entities = listOf(count, () => world.spawn(at, by));
  for (const round of rounds) {
    for (const i of round) entities[i]!.destroy();
    for (const i of round) entities[i] = world.spawn(at, by);
  }
  const vector = (of: (axis: number) => number) => ({ x: of(0), y: of(1), z: of(2) });
  return {
    pass: () => world.query(query).useStores(drift),
    restart: () =>
      entities.forEach((entity, i) => {
        entity.set(
          at,
          vector((axis) => position(axis, i)),
        );
        entity.set(
          by,
          vector((axis) => velocity(axis, i)),
        );
      }),
    values: () => ['x', 'y', 'z'].flatMap((axis) => entities.map((entity) => entity.get(at)[axis]!)),
  };
}
