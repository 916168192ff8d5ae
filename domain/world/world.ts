// The world: everything the rules read and change. Only the simulation writes it. With the same content, seed and
// sequence of changes it is the same, bit for bit, on every run.

import type { Content } from '../content/content.js';
import type { ColumnMemory } from '../engine/ecs/columns.js';
import { smallCapacityMax } from '../engine/ecs/entity-id.js';
import type { Query } from '../engine/ecs/query.js';
import { EntityStore } from '../engine/ecs/store.js';
import { FactLog } from '../engine/facts/fact-log.js';
import { createRandomStreams } from '../engine/random/random-stream.js';
import type { RandomStream } from '../engine/random/random-stream.js';
import { createComponents } from './components.js';
import type { Components } from './components.js';
import { Grid } from '../space/grid.js';
import type { Pressure } from '../vocabulary/pressure.js';
import { WorldMap } from '../space/world-map.js';

export const ticksPerSecond = 60;
export const secondsPerTick = 1 / ticksPerSecond;

const randomNames = ['combat', 'creatures', 'loot', 'spawn'] as const;

export interface WorldOptions {
  readonly content: Content;
  /** u32. */
  readonly seed: number;
  /** Most entities of all kinds at a time, 1 to 65,535. */
  readonly capacity: number;
  readonly memory: ColumnMemory;
}

export class World {
  /** The tick that is being computed, 1 for the first; 0 before it. */
  tick = 0;
  /** Of the tick that is being computed. */
  pressure: Pressure = 0;
  readonly content: Content;
  readonly store: EntityStore;
  readonly components: Components;
  /** By index, see `transform.map`. */
  readonly maps: readonly WorldMap[];
  readonly grid: Grid;
  readonly random: Readonly<Record<(typeof randomNames)[number], RandomStream>>;
  /** All streams' state, for hashing. */
  readonly randomState: Uint32Array;
  /** What happened, see engine/facts. */
  readonly facts = new FactLog();
  /** Players on each map at the last `countPlayers`; creatures of a map without players may sleep. */
  readonly playersOnMap: Uint32Array;

  readonly located: Query;
  readonly players: Query;

  constructor({ content, seed, capacity, memory }: WorldOptions) {
    // Grids, frames and gateways keep places in 16 bits.
    if (capacity > smallCapacityMax)
      throw new RangeError(`capacity ${capacity} is more than ${smallCapacityMax}`);
    this.content = content;
    this.store = new EntityStore({ capacity, memory });
    this.components = createComponents(this.store);
    this.maps = content.maps.map((definition, index) => new WorldMap(definition, index));
    this.grid = new Grid(this.maps, capacity, memory);
    const { streams, state } = createRandomStreams(seed, randomNames);
    this.random = streams;
    this.randomState = state;
    this.playersOnMap = new Uint32Array(this.maps.length);
    this.located = this.store.query({ with: [this.components.transform] });
    this.players = this.store.query({ with: [this.components.player, this.components.transform] });
  }

  /** Once before all phases of a tick. */
  beginTick(): void {
    this.tick++;
    this.facts.now = this.tick;
  }

  /** The place of a living entity, or 0 for an id that is stale, malformed or 0. */
  placeOf(id: number): number {
    return this.store.entities.placeOf(id);
  }

  idAt(place: number): number {
    return this.store.entities.idAt(place);
  }

  rebuildGrid(): void {
    this.grid.rebuild(this.located, this.components.transform);
  }

  /** Once a tick, before systems that let creatures sleep. */
  countPlayers(): void {
    const { playersOnMap } = this;
    const map = this.components.transform.columns.map;
    playersOnMap.fill(0);
    const { runs, runsEnd } = this.players.refresh();
    for (let r = 0; r < runsEnd; r += 2)
      for (let e = runs[r]!; e < runs[r + 1]!; e++) playersOnMap[map[e]!]!++;
  }
}
