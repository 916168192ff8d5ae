// The world: everything the rules read and change. Only the simulation writes it. With the same content, seed and
// sequence of changes it is the same, bit for bit, on every run. Which components and tables it has, it is told
// (domain/game); rules see the part of it that they declare (engine/system).

import type { Content } from '../content/content.js';
import type { ColumnMemory } from '../engine/ecs/columns.js';
import { smallCapacityMax } from '../engine/ecs/entity-id.js';
import type { Layouts } from '../engine/ecs/layouts.js';
import { EntityStore } from '../engine/ecs/store.js';
import { FactLog } from '../engine/facts/fact-log.js';
import type { Components, Tables } from '../engine/registry.js';
import type { TableDefinition } from '../engine/system.js';
import { ticksMost } from '../engine/time.js';
import { createRandomStreams } from '../engine/random/random-stream.js';
import type { RandomStream } from '../engine/random/random-stream.js';
import type { SharedPaths } from '../space/navigation/shared-paths.js';
import { WorldMap } from '../space/world-map.js';
import type { Pressure } from '../vocabulary/pressure.js';

/** A new use of chance gets a name of its own here: what draws from another's stream changes all that this one decides. */
const randomNames = ['combat', 'crafting', 'creatures', 'loot', 'spawn'] as const;

export interface WorldOptions {
  readonly content: Content;
  /** u32. */
  readonly seed: number;
  /** Most entities of all kinds at a time, 1 to 65,535. */
  readonly capacity: number;
  readonly memory: ColumnMemory;
  /** What other threads share of the search for paths; made here unless given. */
  readonly paths?: SharedPaths;
}

/** What a world consists of besides what every world has. */
export interface WorldParts {
  readonly layouts: Layouts;
  readonly tables: readonly TableDefinition[];
}

declare module '../engine/registry.js' {
  interface WorldBase {
    /** The tick that is being computed, 1 for the first; 0 before it. */
    readonly tick: number;
    /** Of the tick that is being computed. */
    readonly pressure: Pressure;
    readonly content: Content;
    readonly memory: ColumnMemory;
    /** By index, see `transform.map`. */
    readonly maps: readonly WorldMap[];
    /** Who lives where, and who has what. */
    readonly store: Pick<EntityStore, 'entities' | 'query'>;
    /** What happened, see engine/facts. */
    readonly facts: FactLog;
    readonly paths: SharedPaths | undefined;
    /** The row of a living entity, or 0 for an id that is stale, malformed or 0. */
    rowOf(id: number): number;
    idAt(row: number): number;
  }

  interface Tables {
    /** Who comes into being, and who is gone, with all its components: whoever declares this need not name them. */
    entities: Pick<EntityStore, 'create' | 'destroy'>;
    /** Seeded randomness, a stream for each use. */
    random: Readonly<Record<(typeof randomNames)[number], RandomStream>>;
  }
}

export class World {
  tick = 0;
  pressure: Pressure = 0;
  readonly content: Content;
  readonly memory: ColumnMemory;
  readonly store: EntityStore;
  readonly components: Components;
  readonly tables: Tables;
  readonly maps: readonly WorldMap[];
  readonly facts = new FactLog();
  readonly paths: SharedPaths | undefined;
  /** All random streams' state, for hashing. */
  readonly randomState: Uint32Array;

  constructor({ content, seed, capacity, memory, paths }: WorldOptions, { layouts, tables }: WorldParts) {
    // Grids, frames and gateways keep rows in 16 bits.
    if (capacity > smallCapacityMax)
      throw new RangeError(`capacity ${capacity} is more than ${smallCapacityMax}`);
    this.content = content;
    this.memory = memory;
    this.paths = paths;
    this.store = new EntityStore({ capacity, memory });
    this.components = this.#createComponents(layouts);
    this.maps = content.maps.map((definition, index) => new WorldMap(definition, index));
    const { streams, state } = createRandomStreams(seed, randomNames);
    this.randomState = state;
    // Objects made of entries at once: one to which parts are added by name becomes a hash table, and each look at a
    // part a search in it (V8; a step took half as long again).
    this.tables = Object.fromEntries([
      ['random', streams],
      ['entities', this.store],
      ...tables.map(({ name, create }) => [name, create(this)]),
    ]) as unknown as Tables;
  }

  #createComponents(layouts: Layouts): Components {
    const entries = Object.entries(layouts).map(
      ([name, layout]) => [name, this.store.component(name, layout)] as const,
    );
    return Object.fromEntries(entries) as unknown as Components;
  }

  rowOf(id: number): number {
    return this.store.entities.rowOf(id);
  }

  idAt(row: number): number {
    return this.store.entities.idAt(row);
  }

  /** Once before all systems of a tick. */
  beginTick(): void {
    if (this.tick >= ticksMost)
      throw new Error(
        'the world has run for as many ticks as it can count, more than a year on end: start the server again, it then ' +
          'counts from the beginning; what was stored is whole',
      );
    this.tick++;
    this.facts.now = this.tick;
  }

  /** Once after them: no query's runs are in use now, and facts that all have read are forgotten. */
  endTick(): void {
    this.facts.forget();
    this.store.reclaim();
  }
}
