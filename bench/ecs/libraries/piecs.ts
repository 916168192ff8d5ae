// piecs: archetypes of entity numbers; the values are columns of ours, as its examples have them.

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

interface Component {
  readonly id: number;
}
interface System {
  readonly execute: unknown;
}
interface World {
  createComponentId(): number;
  prefabricate(components: readonly Component[]): unknown;
  registerSystem(system: System): World;
  initialize(): void;
  update(): void;
  createEntity(prefab: unknown): number;
  deleteEntity(entity: number): void;
  addComponent(entity: number, component: Component): void;
  removeComponent(entity: number, component: Component): void;
  hasComponent(entity: number, component: Component): boolean;
}
interface QueryBuilder {
  every(...components: readonly Component[]): QueryBuilder;
}
interface Piecs {
  readonly World: new () => World;
  createEntitySystem(
    execute: (entities: ArrayLike<number>, world: World) => void,
    query: (builder: QueryBuilder) => QueryBuilder,
  ): System;
  createArchetypeSystem(
    execute: (archetypes: ArrayLike<{ readonly entities: ArrayLike<number> }>) => void,
    query: (builder: QueryBuilder) => QueryBuilder,
  ): System;
}

const { World, createEntitySystem, createArchetypeSystem } = await loadPeer<Piecs>('piecs/dist/index.mjs');

export const piecs: Library = { packed5, simpleIter, fragIter, entityCycle, addRemove, mmo };

interface Value extends Component {
  readonly column: Float64Array;
}

type FiveValues = [Value, Value, Value, Value, Value];
type FiveColumns = [Float64Array, Float64Array, Float64Array, Float64Array, Float64Array];

function value(world: World, entities: number): Value {
  return { id: world.createComponentId(), column: new Float64Array(entities) };
}

function packed5(): EcsCase {
  const world = new World();
  const components = listOf(5, () => value(world, entitiesMany));
  const prefab = world.prefabricate(components);
  const [A, B, C, D, E] = components as FiveValues;
  const [a, b, c, d, e] = components.map(({ column }) => column) as FiveColumns;
  world
    .registerSystem(
      createEntitySystem(
        (entities) => {
          for (let i = 0, l = entities.length; i < l; i++) a[entities[i]!]! *= 2;
        },
        (q) => q.every(A),
      ),
    )
    .registerSystem(
      createEntitySystem(
        (entities) => {
          for (let i = 0, l = entities.length; i < l; i++) b[entities[i]!]! *= 2;
        },
        (q) => q.every(B),
      ),
    )
    .registerSystem(
      createEntitySystem(
        (entities) => {
          for (let i = 0, l = entities.length; i < l; i++) c[entities[i]!]! *= 2;
        },
        (q) => q.every(C),
      ),
    )
    .registerSystem(
      createEntitySystem(
        (entities) => {
          for (let i = 0, l = entities.length; i < l; i++) d[entities[i]!]! *= 2;
        },
        (q) => q.every(D),
      ),
    )
    .registerSystem(
      createEntitySystem(
        (entities) => {
          for (let i = 0, l = entities.length; i < l; i++) e[entities[i]!]! *= 2;
        },
        (q) => q.every(E),
      ),
    )
    .initialize();
  const entities = listOf(entitiesMany, () => world.createEntity(prefab));
  return {
    pass: () => world.update(),
    restart: () =>
      components.forEach(({ column }, at) => entities.forEach((e, i) => (column[e] = packedValue(at, i)))),
    values: () => components.flatMap(({ column }) => entities.map((e) => column[e]!)),
  };
}

function simpleIter(): EcsCase {
  const world = new World();
  const components = listOf(5, () => value(world, 4 * entitiesMany));
  const [A, B, C, D, E] = components as FiveValues;
  const [a, b, c, d, e] = components.map(({ column }) => column) as FiveColumns;
  const prefabs = [
    [A, B],
    [A, B, C],
    [A, B, C, D],
    [A, B, C, E],
  ].map((each) => world.prefabricate(each));
  world
    .registerSystem(
      createEntitySystem(
        (entities) => {
          for (let i = 0, l = entities.length; i < l; i++) {
            const at = entities[i]!;
            const kept = a[at]!;
            a[at] = b[at]!;
            b[at] = kept;
          }
        },
        (q) => q.every(A, B),
      ),
    )
    .registerSystem(
      createEntitySystem(
        (entities) => {
          for (let i = 0, l = entities.length; i < l; i++) {
            const at = entities[i]!;
            const kept = c[at]!;
            c[at] = d[at]!;
            d[at] = kept;
          }
        },
        (q) => q.every(C, D),
      ),
    )
    .registerSystem(
      createEntitySystem(
        (entities) => {
          for (let i = 0, l = entities.length; i < l; i++) {
            const at = entities[i]!;
            const kept = c[at]!;
            c[at] = e[at]!;
            e[at] = kept;
          }
        },
        (q) => q.every(C, E),
      ),
    )
    .initialize();
  const entities = listOf(4 * entitiesMany, (i) => world.createEntity(prefabs[simpleKind(i)]));
  return {
    pass: () => world.update(),
    restart: () =>
      components.forEach(({ column }, at) =>
        entities.forEach((each, i) => (column[each] = simpleValue(at, i))),
      ),
    values: () =>
      components.flatMap((component) =>
        entities.filter((each) => world.hasComponent(each, component)).map((each) => component.column[each]!),
      ),
  };
}

function fragIter(): EcsCase {
  const world = new World();
  const count = letters * entitiesOfLetter;
  const components = listOf(letters, () => value(world, count));
  const data = value(world, count);
  const z = components[letters - 1]!;
  const prefabs = components.map((letter) => world.prefabricate([data, letter]));
  const dataColumn = data.column;
  const zColumn = z.column;
  world
    .registerSystem(
      createEntitySystem(
        (entities) => {
          for (let i = 0, l = entities.length; i < l; i++) dataColumn[entities[i]!]! *= 2;
        },
        (q) => q.every(data),
      ),
    )
    .registerSystem(
      createEntitySystem(
        (entities) => {
          for (let i = 0, l = entities.length; i < l; i++) zColumn[entities[i]!]! *= 2;
        },
        (q) => q.every(z),
      ),
    )
    .initialize();
  const entities = listOf(count, (i) => world.createEntity(prefabs[Math.floor(i / entitiesOfLetter)]));
  return {
    pass: () => world.update(),
    restart: () =>
      entities.forEach((e, i) => {
        data.column[e] = fragValue(i);
        z.column[e] = fragValue(i);
      }),
    values: () =>
      [data, z].flatMap((component) =>
        entities.filter((e) => world.hasComponent(e, component)).map((e) => component.column[e]!),
      ),
  };
}

/** Counts the entities that have a component, and gives the watcher its moment between two systems. */
function counting(world: World, component: Component) {
  let found = 0;
  const system = createArchetypeSystem(
    (archetypes) => {
      found = 0;
      for (let i = 0; i < archetypes.length; i++) found += archetypes[i]!.entities.length;
    },
    (q) => q.every(component),
  );
  world.registerSystem(system);
  return { count: () => found };
}

function churn(spawn: System, world: World, a: Component, b: Component, kill: System): ChurnCase {
  const watcher = createArchetypeSystem(
    () => self.watch?.(),
    (q) => q.every(a),
  );
  world.registerSystem(spawn);
  const withA = counting(world, a);
  const withB = counting(world, b);
  world.registerSystem(watcher).registerSystem(kill);
  const leftB = counting(world, b);
  world.initialize();
  let inside = false;
  const self: ChurnCase = {
    watch: undefined,
    pass() {
      inside = true;
      world.update();
      inside = false;
    },
    restart: () => {},
    values: () => [withA.count(), inside ? withB.count() : leftB.count()],
  };
  return self;
}

function entityCycle(): ChurnCase {
  const world = new World();
  const a = { id: world.createComponentId() };
  const b = { id: world.createComponentId() };
  const prefabA = world.prefabricate([a]);
  const prefabB = world.prefabricate([b]);
  const spawn = createEntitySystem(
    (entities) => {
      for (let i = 0, l = entities.length; i < l; i++) world.createEntity(prefabB);
    },
    (q) => q.every(a),
  );
  const kill = createEntitySystem(
    (entities) => {
      for (let i = entities.length - 1; i >= 0; i--) world.deleteEntity(entities[i]!);
    },
    (q) => q.every(b),
  );
  const made = churn(spawn, world, a, b, kill);
  for (let i = 0; i < entitiesMany; i++) world.createEntity(prefabA);
  return made;
}

function addRemove(): ChurnCase {
  const world = new World();
  const a = { id: world.createComponentId() };
  const b = { id: world.createComponentId() };
  const prefabA = world.prefabricate([a]);
  const add = createEntitySystem(
    (entities) => {
      for (let i = entities.length - 1; i >= 0; i--) world.addComponent(entities[i]!, b);
    },
    (q) => q.every(a),
  );
  const remove = createEntitySystem(
    (entities) => {
      for (let i = entities.length - 1; i >= 0; i--) world.removeComponent(entities[i]!, b);
    },
    (q) => q.every(b),
  );
  const made = churn(add, world, a, b, remove);
  for (let i = 0; i < entitiesMany; i++) world.createEntity(prefabA);
  return made;
}

function mmo({ count, rounds }: MmoOptions): EcsCase {
  const world = new World();
  const at = { id: world.createComponentId(), axes: listOf(3, () => new Float64Array(count)) };
  const by = { id: world.createComponentId(), axes: listOf(3, () => new Float64Array(count)) };
  const [x, y, z] = at.axes as [Float64Array, Float64Array, Float64Array];
  const [vx, vy, vz] = by.axes as [Float64Array, Float64Array, Float64Array];
  const prefab = world.prefabricate([at, by]);
  const drift = createEntitySystem(
    (entities) => {
      for (let i = 0, l = entities.length; i < l; i++) {
        const e = entities[i]!;
        x[e]! += vx[e]! * stepSeconds;
        y[e]! += vy[e]! * stepSeconds;
        z[e]! += vz[e]! * stepSeconds;
      }
    },
    (q) => q.every(at, by),
  );
  world.registerSystem(drift).initialize();
  const entities = listOf(count, () => world.createEntity(prefab));
  for (const round of rounds) {
    for (const i of round) world.deleteEntity(entities[i]!);
    for (const i of round) entities[i] = world.createEntity(prefab);
  }
  return {
    pass: () => world.update(),
    restart: () =>
      entities.forEach((e, i) => {
        for (let axis = 0; axis < 3; axis++) {
          at.axes[axis]![e] = position(axis, i);
          by.axes[axis]![e] = velocity(axis, i);
        }
      }),
    values: () => at.axes.flatMap((column) => entities.map((e) => column[e]!)),
  };
}
