// miniplex: entities are plain objects, queries are lists of them. Systems go backwards where they take entities out.

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
import { loadPeer } from '../../harness/peers.js';

interface World<E> {
  add(entity: E): E;
  remove(entity: E): void;
  addComponent<K extends keyof E>(entity: E, component: K, value: E[K]): void;
  removeComponent(entity: E, component: keyof E): void;
  with<K extends keyof E>(...components: readonly K[]): Query<E & Required<Pick<E, K>>>;
}
interface Query<E> extends Iterable<E> {
  readonly entities: readonly E[];
  connect(): Query<E>;
}
interface Miniplex {
  readonly World: new <E>() => World<E>;
}

const { World } = (await loadPeer<{ readonly default: Miniplex }>('miniplex/dist/miniplex.cjs.prod.js'))
  .default;

export const miniplex: Library = { packed5, simpleIter, fragIter, entityCycle, addRemove, mmo };

const names = ['A', 'B', 'C', 'D', 'E'] as const;
type Values = Partial<Record<(typeof names)[number], number>>;

function packed5(): EcsCase {
  const world = new World<Values>();
  const entities = listOf(entitiesMany, () => world.add({ A: 0.5, B: 0.5, C: 0.5, D: 0.5, E: 0.5 }));
  const withA = world.with('A').connect();
  const withB = world.with('B').connect();
  const withC = world.with('C').connect();
  const withD = world.with('D').connect();
  const withE = world.with('E').connect();
  return {
    pass() {
      for (const entity of withA) entity.A *= 2;
      for (const entity of withB) entity.B *= 2;
      for (const entity of withC) entity.C *= 2;
      for (const entity of withD) entity.D *= 2;
      for (const entity of withE) entity.E *= 2;
    },
    restart: () =>
      entities.forEach((entity, i) => names.forEach((name, at) => (entity[name] = packedValue(at, i)))),
    values: () => names.flatMap((name) => entities.map((entity) => entity[name]!)),
  };
}

function simpleIter(): EcsCase {
  const world = new World<Values>();
  const ofKind = [
    () => ({ A: 0.5, B: 0.5 }),
    () => ({ A: 0.5, B: 0.5, C: 0.5 }),
    () => ({ A: 0.5, B: 0.5, C: 0.5, D: 0.5 }),
    () => ({ A: 0.5, B: 0.5, C: 0.5, E: 0.5 }),
  ] as const;
  const entities = listOf<Values>(4 * entitiesMany, (i) => world.add(ofKind[simpleKind(i)]!()));
  const withAB = world.with('A', 'B').connect();
  const withCD = world.with('C', 'D').connect();
  const withCE = world.with('C', 'E').connect();
  return {
    pass() {
      for (const entity of withAB) {
        const kept = entity.A;
        entity.A = entity.B;
        entity.B = kept;
      }
      for (const entity of withCD) {
        const kept = entity.C;
        entity.C = entity.D;
        entity.D = kept;
      }
      for (const entity of withCE) {
        const kept = entity.C;
        entity.C = entity.E;
        entity.E = kept;
      }
    },
    restart: () =>
      entities.forEach((entity, i) =>
        names.forEach((name, at) => {
          if (name in entity) entity[name] = simpleValue(at, i);
        }),
      ),
    values: () =>
      names.flatMap((name) => entities.filter((entity) => name in entity).map((entity) => entity[name]!)),
  };
}

function fragIter(): EcsCase {
  type Entity = Record<string, number>;
  const world = new World<Entity>();
  const entities = listOf(letters * entitiesOfLetter, (i) =>
    world.add({ [String.fromCharCode(65 + Math.floor(i / entitiesOfLetter))]: 0.5, Data: 0.5 }),
  );
  const withData = world.with('Data').connect() as unknown as Query<{ Data: number }>;
  const withZ = world.with('Z').connect() as unknown as Query<{ Z: number }>;
  return {
    pass() {
      for (const entity of withData) entity.Data *= 2;
      for (const entity of withZ) entity.Z *= 2;
    },
    restart: () =>
      entities.forEach((entity, i) => {
        for (const name of Object.keys(entity)) entity[name] = fragValue(i);
      }),
    values: () =>
      ['Data', 'Z'].flatMap((name) =>
        entities.filter((entity) => name in entity).map((entity) => entity[name]!),
      ),
  };
}

interface Churned {
  A?: true;
  B?: true;
}

function churn(
  spawn: (world: World<Churned>, withA: Query<Churned>) => void,
  kill: (world: World<Churned>, withB: Query<Churned>) => void,
): ChurnCase {
  const world = new World<Churned>();
  for (let i = 0; i < entitiesMany; i++) world.add({ A: true });
  const withA = world.with('A').connect();
  const withB = world.with('B').connect();
  const self: ChurnCase = {
    watch: undefined,
    pass() {
      spawn(world, withA);
      self.watch?.();
      kill(world, withB);
    },
    restart: () => {},
    values: () => [withA.entities.length, withB.entities.length],
  };
  return self;
}

function entityCycle(): ChurnCase {
  return churn(
    (world, { entities }) => {
      for (let i = 0; i < entities.length; i++) world.add({ B: true });
    },
    (world, { entities }) => {
      for (let i = entities.length - 1; i >= 0; i--) world.remove(entities[i]!);
    },
  );
}

function addRemove(): ChurnCase {
  return churn(
    (world, { entities }) => {
      for (let i = 0; i < entities.length; i++) world.addComponent(entities[i]!, 'B', true);
    },
    (world, { entities }) => {
      for (let i = entities.length - 1; i >= 0; i--) world.removeComponent(entities[i]!, 'B');
    },
  );
}

interface Vector {
  x: number;
  y: number;
  z: number;
}

function mmo({ count, rounds }: MmoOptions): EcsCase {
  const world = new World<{ position?: Vector; velocity?: Vector }>();
  const create = () =>
    world.add({ position: { x: 0.5, y: 0.5, z: 0.5 }, velocity: { x: 0.5, y: 0.5, z: 0.5 } });
  const entities = listOf(count, create);
  const moving = world.with('position', 'velocity').connect();
  for (const round of rounds) {
    for (const i of round) world.remove(entities[i]!);
    for (const i of round) entities[i] = create();
  }
  return {
    pass() {
      for (const { position: at, velocity: by } of moving) {
        at.x += by.x * stepSeconds;
        at.y += by.y * stepSeconds;
        at.z += by.z * stepSeconds;
      }
    },
    restart: () =>
      entities.forEach((entity, i) =>
        (['x', 'y', 'z'] as const).forEach((axis, number) => {
          entity.position![axis] = position(number, i);
          entity.velocity![axis] = velocity(number, i);
        }),
      ),
    values: () =>
      (['x', 'y', 'z'] as const).flatMap((axis) => entities.map((entity) => entity.position![axis])),
  };
}
