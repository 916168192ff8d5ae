// becsy: components as classes over its own memory, systems as classes that a world executes.
// Executing gives a promise that must be awaited. Values are read and set by systems of their own, on demand.

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
import { type Entity, System, Type, World } from './becsy-api.js';

export const becsy: Library = { packed5, simpleIter, fragIter, entityCycle, addRemove, mmo };

interface Value {
  value: number;
}

/** A new component type each time. */
function valueType(): Type<Value> {
  return class {
    static readonly schema = { value: Type.float64 };
    declare value: number;
  };
}

function tagType(): Type<object> {
  return class {
    static readonly schema = {};
  };
}

/** Of all cases but the large ones. What exceeds it is lost without a word in the build without checks. */
const shapeChangesMax = 50_000;

/** A world that made `entities` by `componentsOf` and can set and read their values between executions. */
async function worldOf(
  options: object,
  entities: number,
  componentsOf: (i: number) => readonly unknown[],
): Promise<{
  world: World;
  handles: Entity[];
  eachEntity(visit: (entity: Entity, i: number) => void): void;
}> {
  const world = await World.create({ maxShapeChangesPerFrame: shapeChangesMax, ...options });
  const handles: Entity[] = [];
  world.build((system) => {
    for (let i = 0; i < entities; i++) handles.push(system.createEntity(...componentsOf(i)).hold());
  });
  return {
    world,
    handles,
    eachEntity: (visit) => world.build(() => handles.forEach(visit)),
  };
}

async function packed5(): Promise<EcsCase> {
  const types = listOf(5, valueType);
  const [a, b, c, d, e] = types as [Type<Value>, Type<Value>, Type<Value>, Type<Value>, Type<Value>];
  class DoubleA extends System {
    readonly found = this.query((q) => q.current.with(a).write);
    execute(): void {
      for (const entity of this.found.current) entity.write(a).value *= 2;
    }
  }
  class DoubleB extends System {
    readonly found = this.query((q) => q.current.with(b).write);
    execute(): void {
      for (const entity of this.found.current) entity.write(b).value *= 2;
    }
  }
  class DoubleC extends System {
    readonly found = this.query((q) => q.current.with(c).write);
    execute(): void {
      for (const entity of this.found.current) entity.write(c).value *= 2;
    }
  }
  class DoubleD extends System {
    readonly found = this.query((q) => q.current.with(d).write);
    execute(): void {
      for (const entity of this.found.current) entity.write(d).value *= 2;
    }
  }
  class DoubleE extends System {
    readonly found = this.query((q) => q.current.with(e).write);
    execute(): void {
      for (const entity of this.found.current) entity.write(e).value *= 2;
    }
  }
  const { world, eachEntity } = await worldOf(
    { maxEntities: entitiesMany, defs: [types, DoubleA, DoubleB, DoubleC, DoubleD, DoubleE] },
    entitiesMany,
    () => types,
  );
  return {
    pass: () => world.execute(),
    restart: () =>
      eachEntity((entity, i) => types.forEach((type, at) => (entity.write(type).value = packedValue(at, i)))),
    values: () => valuesOf(types, eachEntity),
  };
}

/** Of each type in turn, of the entities that have it. */
function valuesOf(
  types: readonly Type<Value>[],
  eachEntity: (visit: (entity: Entity) => void) => void,
): number[] {
  return types.flatMap((type) => {
    const values: number[] = [];
    eachEntity((entity) => {
      if (entity.has(type)) values.push(entity.read(type).value);
    });
    return values;
  });
}

async function simpleIter(): Promise<EcsCase> {
  const types = listOf(5, valueType);
  const [a, b, c, d, e] = types as [Type<Value>, Type<Value>, Type<Value>, Type<Value>, Type<Value>];
  const ofKind = [
    [a, b],
    [a, b, c],
    [a, b, c, d],
    [a, b, c, e],
  ] as const;
  class SwapAB extends System {
    readonly found = this.query((q) => q.current.with(a).write.with(b).write);
    execute(): void {
      for (const entity of this.found.current) {
        const one = entity.write(a);
        const other = entity.write(b);
        const kept = one.value;
        one.value = other.value;
        other.value = kept;
      }
    }
  }
  class SwapCD extends System {
    readonly found = this.query((q) => q.current.with(c).write.with(d).write);
    execute(): void {
      for (const entity of this.found.current) {
        const one = entity.write(c);
        const other = entity.write(d);
        const kept = one.value;
        one.value = other.value;
        other.value = kept;
      }
    }
  }
  /** A world with systems that write the same components does not start unless they have an order. */
  class SwapCE extends System {
    readonly found = this.query((q) => q.current.with(c).write.with(e).write);
    readonly order = this.schedule((s) => s.after(SwapCD));
    execute(): void {
      for (const entity of this.found.current) {
        const one = entity.write(c);
        const other = entity.write(e);
        const kept = one.value;
        one.value = other.value;
        other.value = kept;
      }
    }
  }
  const { world, eachEntity } = await worldOf(
    { maxEntities: 4 * entitiesMany, defs: [types, SwapAB, SwapCD, SwapCE] },
    4 * entitiesMany,
    (i) => ofKind[simpleKind(i)]!,
  );
  return {
    pass: () => world.execute(),
    restart: () =>
      eachEntity((entity, i) =>
        types.forEach((type, at) => {
          if (entity.has(type)) entity.write(type).value = simpleValue(at, i);
        }),
      ),
    values: () => valuesOf(types, eachEntity),
  };
}

async function fragIter(): Promise<EcsCase> {
  const types = listOf(letters, valueType);
  const data = valueType();
  const z = types[letters - 1]!;
  const count = letters * entitiesOfLetter;
  class DoubleData extends System {
    readonly found = this.query((q) => q.current.with(data).write);
    execute(): void {
      for (const entity of this.found.current) entity.write(data).value *= 2;
    }
  }
  class DoubleZ extends System {
    readonly found = this.query((q) => q.current.with(z).write);
    execute(): void {
      for (const entity of this.found.current) entity.write(z).value *= 2;
    }
  }
  const { world, eachEntity } = await worldOf(
    { maxEntities: count, defs: [types, data, DoubleData, DoubleZ] },
    count,
    (i) => [types[Math.floor(i / entitiesOfLetter)], data],
  );
  return {
    pass: () => world.execute(),
    restart: () =>
      eachEntity((entity, i) => {
        for (const type of [data, z]) if (entity.has(type)) entity.write(type).value = fragValue(i);
      }),
    values: () => valuesOf([data, z], eachEntity),
  };
}

/** Two systems with a look between them. */
async function churn(
  options: object,
  defs: { a: Type<object>; b: Type<object>; spawn: unknown; kill: (after: unknown) => unknown },
): Promise<ChurnCase> {
  const { a, b, spawn } = defs;
  let found: readonly [number, number] = [0, 0];
  class Watcher extends System {
    readonly withA = this.query((q) => q.current.with(a));
    readonly withB = this.query((q) => q.current.with(b));
    readonly order = this.schedule((s) => s.after(spawn));
    execute(): void {
      if (self.watch === undefined) return;
      found = [this.withA.current.length, this.withB.current.length];
      self.watch();
    }
  }
  const kill = defs.kill(Watcher);
  class Afterwards extends System {
    readonly withA = this.query((q) => q.current.with(a));
    readonly withB = this.query((q) => q.current.with(b));
    readonly order = this.schedule((s) => s.after(kill));
    execute(): void {
      if (self.watch !== undefined) found = [this.withA.current.length, this.withB.current.length];
    }
  }
  const world = await World.create({
    maxShapeChangesPerFrame: shapeChangesMax,
    ...options,
    defs: [a, b, spawn, Watcher, kill, Afterwards],
  });
  const self: ChurnCase = {
    watch: undefined,
    pass: () => world.execute(),
    restart: () => {},
    values: () => [...found],
  };
  for (let i = 0; i < entitiesMany; i++) world.createEntity(a);
  return self;
}

function entityCycle(): Promise<ChurnCase> {
  const [a, b] = [tagType(), tagType()];
  class Spawn extends System {
    readonly found = this.query((q) => q.current.with(a).also.using(b).write);
    execute(): void {
      for (let i = 0; i < this.found.current.length; i++) this.createEntity(b);
    }
  }
  const kill = (after: unknown) =>
    class extends System {
      readonly found = this.query((q) => q.current.with(b).write);
      readonly order = this.schedule((s) => s.after(after));
      execute(): void {
        for (const entity of this.found.current) entity.delete();
      }
    };
  return churn({ maxEntities: 8 * entitiesMany, maxLimboComponents: 10_000 }, { a, b, spawn: Spawn, kill });
}

function addRemove(): Promise<ChurnCase> {
  const [a, b] = [tagType(), tagType()];
  class Add extends System {
    readonly found = this.query((q) => q.current.with(a).but.without(b).write);
    execute(): void {
      for (const entity of this.found.current) entity.add(b);
    }
  }
  const kill = (after: unknown) =>
    class extends System {
      readonly found = this.query((q) => q.current.with(b).write);
      readonly order = this.schedule((s) => s.after(after));
      execute(): void {
        for (const entity of this.found.current) entity.remove(b);
      }
    };
  return churn({ maxEntities: entitiesMany }, { a, b, spawn: Add, kill });
}

interface Vector {
  x: number;
  y: number;
  z: number;
}

function vectorType(): Type<Vector> {
  return class {
    static readonly schema = { x: Type.float64, y: Type.float64, z: Type.float64 };
    declare x: number;
    declare y: number;
    declare z: number;
  };
}

async function mmo({ count, rounds }: MmoOptions): Promise<EcsCase> {
  const at = vectorType();
  const by = vectorType();
  class Drift extends System {
    readonly found = this.query((q) => q.current.with(at).write.with(by));
    execute(): void {
      for (const entity of this.found.current) {
        const place = entity.write(at);
        const speed = entity.read(by);
        place.x += speed.x * stepSeconds;
        place.y += speed.y * stepSeconds;
        place.z += speed.z * stepSeconds;
      }
    }
  }
  const most = 2 * count;
  const options = {
    maxEntities: most,
    maxLimboComponents: 3 * most,
    maxShapeChangesPerFrame: 3 * most,
    defs: [at, by, Drift],
  };
  const { world, handles, eachEntity } = await worldOf(options, count, () => [at, by]);
  for (const round of rounds) {
    world.build(() => round.forEach((i) => handles[i]!.delete()));
    await world.execute();
    await world.execute();
    world.build((system) => round.forEach((i) => (handles[i] = system.createEntity(at, by).hold())));
  }
  return {
    pass: () => world.execute(),
    restart: () =>
      eachEntity((entity, i) =>
        (['x', 'y', 'z'] as const).forEach((axis, number) => {
          entity.write(at)[axis] = position(number, i);
          entity.write(by)[axis] = velocity(number, i);
        }),
      ),
    values: () =>
      (['x', 'y', 'z'] as const).flatMap((axis) => {
        const values: number[] = [];
        eachEntity((entity) => values.push(entity.read(at)[axis]));
        return values;
      }),
  };
}
