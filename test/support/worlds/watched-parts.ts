// Parts of a world that tell of each look at them, through whatever reference: also what took a component, a column or a
// table when it was constructed, and looks at it in a phase.
//
// Components and tables are watched in place, from their birth. A column that is handed out between phases, or to a phase
// for the first time, may be kept: it is a proxy then, which tells of each look by the phase that is running. The others
// are handed out as they are, for a proxy is slow.

import type { Component } from '#domain/engine/ecs/component.js';
import { EntityStore } from '#domain/engine/ecs/store.js';
import { partsOf, systems } from '#domain/game.js';

export class PartLooks {
  /** By phase: the parts it looked at. */
  readonly used: ReadonlyMap<string, Set<string>>;
  #phase: string | undefined;
  #seen: Set<string> | undefined;
  #unseen = 0;

  constructor(phases: readonly string[]) {
    this.used = new Map(phases.map((name) => [name, new Set<string>()]));
  }

  /** The one that is running. */
  get phase(): string | undefined {
    return this.#phase;
  }

  set phase(name: string | undefined) {
    this.#phase = name;
    this.#seen = name === undefined ? undefined : this.used.get(name);
  }

  get isUnseen(): boolean {
    return this.#unseen > 0;
  }

  look(part: string): void {
    if (this.#unseen === 0) this.#seen?.add(part);
  }

  /** What `run` looks at is nobody's look. */
  unseen<T>(run: () => T): T {
    this.#unseen++;
    try {
      return run();
    } finally {
      this.#unseen--;
    }
  }
}

/** Watches the worlds that `make` creates. */
export function watchFromBirth<T>(looks: PartLooks, make: () => T): T {
  const component = Object.getOwnPropertyDescriptor(EntityStore.prototype, 'component')!;
  const stores = new Set<EntityStore>();
  const definitions = partsOf(systems).tables as { name: string; create: (world: never) => object }[];
  const creates = definitions.map(({ create }) => create);
  EntityStore.prototype.component = function (this: EntityStore, ...parameters) {
    if (!stores.has(this)) watchStore(looks, this);
    stores.add(this);
    const made = (component.value as EntityStore['component']).apply(this, parameters);
    watchComponent(looks, made as unknown as Component);
    return made as never;
  };
  definitions.forEach((definition, i) => {
    definition.create = (world) => watchTable(looks, definition.name, creates[i]!.call(definition, world));
  });
  try {
    return make();
  } finally {
    Object.defineProperty(EntityStore.prototype, 'component', component);
    definitions.forEach((definition, i) => (definition.create = creates[i]!));
  }
}

/** Who destroys an entity takes all its components, and declares the entities for it. */
function watchStore(looks: PartLooks, store: EntityStore): void {
  for (const name of ['create', 'createMany', 'destroy', 'destroyRun'] as const) {
    const method = store[name] as (...parameters: unknown[]) => unknown;
    hide(store, name, {
      value: (...parameters: unknown[]) => {
        looks.look('entities');
        return looks.unseen(() => method.apply(store, parameters));
      },
    });
  }
}

function watchComponent(looks: PartLooks, component: Component): void {
  const { name } = component;
  watchArrays(looks, name, component.columns);
  watchArrays(looks, name, component);
  watchMethods(looks, name, component);
}

/** In place, but for a table that is an array itself. */
export function watchTable(looks: PartLooks, name: string, table: object): object {
  if (ArrayBuffer.isView(table)) return watchedArray(looks, name, table);
  watchArrays(looks, name, table);
  watchMethods(looks, name, table);
  return table;
}

/** Typed arrays that are fields of `owner`. */
function watchArrays(looks: PartLooks, part: string, owner: object): void {
  for (const [field, first] of Object.entries(owner) as [string, unknown][]) {
    if (!ArrayBuffer.isView(first)) continue;
    let array = first;
    let watched = watchedArray(looks, part, array);
    const given = new Set<string>();
    Object.defineProperty(owner, field, {
      enumerable: true,
      get: () => {
        const { phase, isUnseen } = looks;
        if (isUnseen) return array;
        if (phase === undefined) return watched;
        looks.look(part);
        if (given.has(phase)) return array;
        given.add(phase);
        return watched;
      },
      set: (next: ArrayBufferView) => {
        array = next;
        watched = watchedArray(looks, part, next);
        given.clear();
      },
    });
  }
}

function watchedArray<T extends ArrayBufferView>(looks: PartLooks, part: string, array: T): T {
  return new Proxy(array, {
    get(target, key) {
      looks.look(part);
      const value = Reflect.get(target, key, target) as unknown;
      return typeof value === 'function' ? (value.bind(target) as unknown) : value;
    },
    set(target, key, value) {
      looks.look(part);
      return Reflect.set(target, key, value, target);
    },
  });
}

/** Methods and what reads as a field, of `owner` itself and of its classes. */
function watchMethods(looks: PartLooks, part: string, owner: object): void {
  const watch = <T extends (...parameters: never[]) => unknown>(method: T) =>
    function (...parameters: never[]) {
      looks.look(part);
      return method.apply(owner, parameters);
    };
  const own = new Set(Object.keys(owner).filter((key) => typeof Reflect.get(owner, key) !== 'function'));
  for (let level: object = owner; level !== Object.prototype; level = Object.getPrototypeOf(level) as object)
    for (const [key, { value, get, set }] of Object.entries(Object.getOwnPropertyDescriptors(level))) {
      if (own.has(key) || key === 'constructor') continue;
      own.add(key);
      if (typeof value === 'function') hide(owner, key, { value: watch(value as () => unknown) });
      else if (get !== undefined)
        hide(owner, key, { get: watch(get), ...(set === undefined ? {} : { set: watch(set) }) });
    }
}

function hide(owner: object, key: string, property: PropertyDescriptor): void {
  Object.defineProperty(owner, key, { ...property, enumerable: false, configurable: true });
}
