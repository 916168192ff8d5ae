// Which parts of the maps players are near to. Creatures that rest elsewhere sleep: an empty world costs nothing, and a
// large one costs what its players see. Players mark the grid cells around them every half second; a mark lasts longer
// than that.

import type { Query } from '../engine/ecs/query.js';
import { defineTable } from '../engine/system.js';
import { cellsIn } from '../space/grid.js';
import type { WorldOf } from '../engine/system.js';

/**
 * Cells marked to every side of a player's own, by pressure: 3 of 16 m reach at least 48 m, farther than anybody sees. When
 * the server is short of time those farther away rest where they are; 16 m is still more than any creature notices.
 */
const reachCellsByPressure = [3, 3, 2, 1] as const;
/** Each player marks once in so many ticks, staggered by row. */
const markIntervalTicks = 30;
/** A mark outlives the next marking, so that nobody falls asleep in between. */
const markTicks = 90;

type Around = WorldOf<'transform' | 'grid'>;

export class Wakefulness {
  readonly #awakeUntilTick: Uint32Array;

  constructor(cells: number) {
    this.#awakeUntilTick = new Uint32Array(cells);
  }

  /** Once a tick, before creatures think. */
  mark(world: Around, players: Query): void {
    const { runs, runsEnd } = players.refresh();
    for (let r = 0; r < runsEnd; r += 2) {
      const start = runs[r]!;
      const turn = (world.tick + start) % markIntervalTicks;
      const first = turn === 0 ? start : start + markIntervalTicks - turn;
      for (let e = first; e < runs[r + 1]!; e += markIntervalTicks) this.#markAround(world, e, world.tick);
    }
  }

  /** Marks for one who arrived at this tick. */
  arrived(world: Around, row: number, tick: number): void {
    this.#markAround(world, row, tick);
  }

  isAwake(cell: number, tick: number): boolean {
    return this.#awakeUntilTick[cell]! > tick;
  }

  #markAround(world: Around, row: number, tick: number): void {
    const { pressure, components } = world;
    const { grid } = world.tables;
    const map = components.transform.columns.map[row]!;
    const across = grid.mapCellsAcross[map]!;
    const down = grid.mapCellsDown[map]!;
    const first = grid.mapFirstCell[map]!;
    const own = grid.cellOf(components.transform, row) - first;
    const column = own % across;
    const cellRow = (own - column) / across;
    const reachCells = reachCellsByPressure[pressure];
    const lastColumn = Math.min(across - 1, column + reachCells);
    const lastCellRow = Math.min(down - 1, cellRow + reachCells);
    for (let r = Math.max(0, cellRow - reachCells); r <= lastCellRow; r++)
      for (let c = Math.max(0, column - reachCells); c <= lastColumn; c++)
        this.#awakeUntilTick[first + r * across + c] = tick + markTicks;
  }
}

declare module '../engine/registry.js' {
  interface Tables {
    wakefulness: Wakefulness;
  }
}

export const wakefulness = defineTable({
  name: 'wakefulness',
  create: ({ maps }) => new Wakefulness(cellsIn(maps)),
});
