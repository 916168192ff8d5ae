import { defineSystem, defineTable, queryOf } from '../engine/system.js';
import type { WholeWorld } from '../engine/system.js';
import { Grid } from '../space/grid.js';

declare module '../engine/registry.js' {
  interface Tables {
    grid: Grid;
  }
}

const grid = defineTable({
  name: 'grid',
  create: ({ maps, store, memory }) => new Grid(maps, store.entities.capacity, memory),
});

/** Everybody's cell, for those who look round in the next tick. It follows from where they are, so it has no hash. */
export const rebuildGrid = defineSystem({
  name: 'grid',
  budgetUs: 500,
  reads: ['transform'],
  writes: ['grid'],
  owns: [grid],
  queries: { located: { with: ['transform'] } },
  run: ({ tables, components }, { located }) => tables.grid.rebuild(located, components.transform),
});

/** Between ticks, for who puts many somewhere else at once. */
export function rebuildGridNow(world: WholeWorld): void {
  world.tables.grid.rebuild(queryOf(world, { with: ['transform'] }), world.components.transform);
}
