// wolf-ecs: archetypes of entity numbers, columns made by the library. Its public benchmark reads a member of queries
// that the library no longer has, so that its loops do nothing there; here they walk the archetypes.

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

interface Query {
  readonly archetypes: readonly { readonly entities: readonly number[] }[];
}
interface Ecs {
  defineComponent(): object;
  defineComponent(type: Float64ArrayConstructor): Float64Array;
  defineComponent<K extends string>(
    types: Readonly<Record<K, Float64ArrayConstructor>>,
  ): Readonly<Record<K, Float64Array>>;
  createQuery(...components: readonly object[]): Query;
  createEntity(): number;
  destroyEntity(entity: number): void;
  addComponent(entity: number, component: object): void;
  removeComponent(entity: number, component: object): void;
}
interface WolfEcs {
  readonly ECS: new (entitiesMax: number) => Ecs;
  readonly types: { readonly f64: Float64ArrayConstructor };
}

const { ECS, types } = await loadPeer<WolfEcs>('wolf-ecs/wolf-ecs.js');

export const wolfEcs: Library = { packed5, simpleIter, fragIter, entityCycle, addRemove, mmo };

type FiveColumns = [Float64Array, Float64Array, Float64Array, Float64Array, Float64Array];

function createWith(ecs: Ecs, components: readonly object[]): number {
  const entity = ecs.createEntity();
  for (const component of components) ecs.addComponent(entity, component);
  return entity;
}

function entitiesOf({ archetypes }: Query): Set<number> {
  return new Set(archetypes.flatMap(({ entities }) => [...entities]));
}

function packed5(): EcsCase {
  const ecs = new ECS(entitiesMany);
  const columns = listOf(5, () => ecs.defineComponent(types.f64));
  const [A, B, C, D, E] = columns as FiveColumns;
  const queries = columns.map((column) => ecs.createQuery(column));
  const [withA, withB, withC, withD, withE] = queries as [Query, Query, Query, Query, Query];
  const entities = listOf(entitiesMany, () => createWith(ecs, columns));
  return {
    pass() {
      for (let a = 0, many = withA.archetypes.length; a < many; a++) {
        const { entities } = withA.archetypes[a]!;
        for (let i = 0, l = entities.length; i < l; i++) A[entities[i]!]! *= 2;
      }
      for (let a = 0, many = withB.archetypes.length; a < many; a++) {
        const { entities } = withB.archetypes[a]!;
        for (let i = 0, l = entities.length; i < l; i++) B[entities[i]!]! *= 2;
      }
      for (let a = 0, many = withC.archetypes.length; a < many; a++) {
        const { entities } = withC.archetypes[a]!;
        for (let i = 0, l = entities.length; i < l; i++) C[entities[i]!]! *= 2;
      }
      for (let a = 0, many = withD.archetypes.length; a < many; a++) {
        const { entities } = withD.archetypes[a]!;
        for (let i = 0, l = entities.length; i < l; i++) D[entities[i]!]! *= 2;
      }
      for (let a = 0, many = withE.archetypes.length; a < many; a++) {
        const { entities } = withE.archetypes[a]!;
        for (let i = 0, l = entities.length; i < l; i++) E[entities[i]!]! *= 2;
      }
    },
    restart: () =>
      columns.forEach((column, at) => entities.forEach((each, i) => (column[each] = packedValue(at, i)))),
    values: () => columns.flatMap((column) => entities.map((each) => column[each]!)),
  };
}

function simpleIter(): EcsCase {
  const ecs = new ECS(4 * entitiesMany);
  const columns = listOf(5, () => ecs.defineComponent(types.f64));
  const [A, B, C, D, E] = columns as FiveColumns;
  const ofKind = [
    [A, B],
    [A, B, C],
    [A, B, C, D],
    [A, B, C, E],
  ] as const;
  const withAB = ecs.createQuery(A, B);
  const withCD = ecs.createQuery(C, D);
  const withCE = ecs.createQuery(C, E);
  const queries = columns.map((column) => ecs.createQuery(column));
  const entities = listOf(4 * entitiesMany, (i) => createWith(ecs, ofKind[simpleKind(i)]!));
  return {
    pass() {
      for (let a = 0, many = withAB.archetypes.length; a < many; a++) {
        const { entities } = withAB.archetypes[a]!;
        for (let i = 0, l = entities.length; i < l; i++) {
          const at = entities[i]!;
          const kept = A[at]!;
          A[at] = B[at]!;
          B[at] = kept;
        }
      }
      for (let a = 0, many = withCD.archetypes.length; a < many; a++) {
        const { entities } = withCD.archetypes[a]!;
        for (let i = 0, l = entities.length; i < l; i++) {
          const at = entities[i]!;
          const kept = C[at]!;
          C[at] = D[at]!;
          D[at] = kept;
        }
      }
      for (let a = 0, many = withCE.archetypes.length; a < many; a++) {
        const { entities } = withCE.archetypes[a]!;
        for (let i = 0, l = entities.length; i < l; i++) {
          const at = entities[i]!;
          const kept = C[at]!;
          C[at] = E[at]!;
          E[at] = kept;
        }
      }
    },
    restart: () =>
      columns.forEach((column, at) => entities.forEach((each, i) => (column[each] = simpleValue(at, i)))),
    values: () =>
      columns.flatMap((column, at) => {
        const having = entitiesOf(queries[at]!);
        return entities.filter((each) => having.has(each)).map((each) => column[each]!);
      }),
  };
}

function fragIter(): EcsCase {
  const count = letters * entitiesOfLetter;
  const ecs = new ECS(count);
  const columns = listOf(letters, () => ecs.defineComponent(types.f64));
  const data = ecs.defineComponent(types.f64);
  const z = columns[letters - 1]!;
  const withData = ecs.createQuery(data);
  const withZ = ecs.createQuery(z);
  const queries = [data, z].map((column) => ({ column, query: ecs.createQuery(column) }));
  const entities = listOf(count, (i) => createWith(ecs, [columns[Math.floor(i / entitiesOfLetter)]!, data]));
  return {
    pass() {
      for (let a = 0, many = withData.archetypes.length; a < many; a++) {
        const { entities } = withData.archetypes[a]!;
        for (let i = 0, l = entities.length; i < l; i++) data[entities[i]!]! *= 2;
      }
      for (let a = 0, many = withZ.archetypes.length; a < many; a++) {
        const { entities } = withZ.archetypes[a]!;
        for (let i = 0, l = entities.length; i < l; i++) z[entities[i]!]! *= 2;
      }
    },
    restart: () =>
      entities.forEach((each, i) => {
        data[each] = fragValue(i);
        z[each] = fragValue(i);
      }),
    values: () =>
      queries.flatMap(({ column, query }) => {
        const having = entitiesOf(query);
        return entities.filter((each) => having.has(each)).map((each) => column[each]!);
      }),
  };
}

function churn(withA: Query, withB: Query, spawn: () => void, kill: () => void): ChurnCase {
  const self: ChurnCase = {
    watch: undefined,
    pass() {
      spawn();
      self.watch?.();
      kill();
    },
    restart: () => {},
    values: () => [entitiesOf(withA).size, entitiesOf(withB).size],
  };
  return self;
}

function entityCycle(): ChurnCase {
  const ecs = new ECS(10_000);
  const a = ecs.defineComponent();
  const b = ecs.defineComponent();
  const withA = ecs.createQuery(a);
  const withB = ecs.createQuery(b);
  for (let i = 0; i < entitiesMany; i++) createWith(ecs, [a]);
  return churn(
    withA,
    withB,
    () => {
      for (let at = 0, many = withA.archetypes.length; at < many; at++) {
        const { entities } = withA.archetypes[at]!;
        for (let i = 0, l = entities.length; i < l; i++) ecs.addComponent(ecs.createEntity(), b);
      }
    },
    () => {
      for (let at = 0, many = withB.archetypes.length; at < many; at++) {
        const { entities } = withB.archetypes[at]!;
        for (let i = entities.length - 1; i >= 0; i--) ecs.destroyEntity(entities[i]!);
      }
    },
  );
}

function addRemove(): ChurnCase {
  const ecs = new ECS(10_000);
  const a = ecs.defineComponent();
  const b = ecs.defineComponent();
  const withA = ecs.createQuery(a);
  const withB = ecs.createQuery(b);
  for (let i = 0; i < entitiesMany; i++) createWith(ecs, [a]);
  return churn(
    withA,
    withB,
    () => {
      // The archetype with both comes into being on the way: entities moved there need no second visit.
      for (let at = 0, many = withA.archetypes.length; at < many; at++) {
        const { entities } = withA.archetypes[at]!;
        for (let i = entities.length - 1; i >= 0; i--) ecs.addComponent(entities[i]!, b);
      }
    },
    () => {
      for (let at = 0, many = withB.archetypes.length; at < many; at++) {
        const { entities } = withB.archetypes[at]!;
        for (let i = entities.length - 1; i >= 0; i--) ecs.removeComponent(entities[i]!, b);
      }
    },
  );
}

function mmo({ count, rounds }: MmoOptions): EcsCase {
  const ecs = new ECS(count);
  const axes = { x: types.f64, y: types.f64, z: types.f64 };
  const at = ecs.defineComponent(axes);
  const by = ecs.defineComponent(axes);
  const query = ecs.createQuery(at, by);
  const entities = listOf(count, () => createWith(ecs, [at, by]));
  for (const round of rounds) {
    for (const i of round) ecs.destroyEntity(entities[i]!);
    for (const i of round) entities[i] = createWith(ecs, [at, by]);
  }
  const { x, y, z } = at;
  const { x: vx, y: vy, z: vz } = by;
  return {
    pass() {
      for (let a = 0, many = query.archetypes.length; a < many; a++) {
        const moving = query.archetypes[a]!.entities;
        for (let i = 0, l = moving.length; i < l; i++) {
          const e = moving[i]!;
          x[e]! += vx[e]! * stepSeconds;
          y[e]! += vy[e]! * stepSeconds;
          z[e]! += vz[e]! * stepSeconds;
        }
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
