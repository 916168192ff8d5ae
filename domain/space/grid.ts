// Where entities are, in cells, rebuilt once a tick by a counting sort over all maps at once. Within a cell the rows
// ascend. It shows the world as it was at the last rebuild: what was created since is missing, what was destroyed since
// is still listed (its row is empty until `reclaim`, so ask `isAlive` when that can matter), and positions may have
// changed by what one tick moves.

import type { ColumnMemory } from '../engine/ecs/columns.js';
import type { Query } from '../engine/ecs/query.js';
import type { Located } from './located.js';
import type { WorldMap } from './world-map.js';

/**
 * Metres. Sight is about 40 m and a creature's interest about 10 m: with 16 m an area-of-interest query touches 36 cells
 * and a creature's 4, and a cell in a crowded town holds tens of entities, not hundreds.
 */
export const cellSizeM = 16;
/** Exact, as the size is a power of two. */
const cellsPerM = 1 / cellSizeM;
/** What a query's radius is widened by, because entities may have moved since the rebuild. */
const driftM = 1;

export class Grid {
  /** First cell of each map, cells of a map row by row; one more entry than maps. */
  readonly mapFirstCell: Uint32Array;
  readonly mapCellsAcross: Uint32Array;
  readonly mapCellsDown: Uint32Array;
  /** Entities of cell c: `entities[start[c]] … entities[start[c + 1] - 1]`. */
  readonly start: Uint32Array;
  readonly entities: Uint16Array;
  readonly cellsTotal: number;

  readonly #cellOf: Uint32Array;
  readonly #fill: Uint32Array;
  readonly #circle = new Float64Array(3);

  constructor(maps: readonly WorldMap[], capacity: number, memory: ColumnMemory) {
    this.mapFirstCell = new Uint32Array(memory.allocate((maps.length + 1) * 4));
    this.mapCellsAcross = new Uint32Array(memory.allocate(maps.length * 4));
    this.mapCellsDown = new Uint32Array(memory.allocate(maps.length * 4));
    let cells = 0;
    maps.forEach((map, i) => {
      this.mapFirstCell[i] = cells;
      this.mapCellsAcross[i] = Math.ceil(map.width / cellSizeM);
      this.mapCellsDown[i] = Math.ceil(map.height / cellSizeM);
      cells += this.mapCellsAcross[i]! * this.mapCellsDown[i]!;
    });
    this.mapFirstCell[maps.length] = cells;
    this.cellsTotal = cells;
    this.start = new Uint32Array(memory.allocate((cells + 1) * 4));
    this.entities = new Uint16Array(memory.allocate((capacity + 1) * 2));
    this.#cellOf = new Uint32Array(capacity + 1);
    this.#fill = new Uint32Array(cells);
  }

  /** How many entities are in the grid. */
  get count(): number {
    return this.start[this.cellsTotal]!;
  }

  /** `located`: all entities that have a transform. */
  rebuild(located: Query, transform: Located): void {
    const { map, x, y } = transform.columns;
    const { runs, runsEnd } = located.refresh();
    const cellOf = this.#cellOf;
    const fill = this.#fill;
    fill.fill(0);
    for (let r = 0; r < runsEnd; r += 2)
      for (let e = runs[r]!; e < runs[r + 1]!; e++) {
        const cell = this.cellAt(map[e]!, x[e]!, y[e]!);
        cellOf[e] = cell;
        fill[cell]!++;
      }
    const { start, entities } = this;
    let total = 0;
    for (let cell = 0; cell < fill.length; cell++) {
      start[cell] = total;
      total += fill[cell]!;
      fill[cell] = start[cell]!;
    }
    start[fill.length] = total;
    for (let r = 0; r < runsEnd; r += 2)
      for (let e = runs[r]!; e < runs[r + 1]!; e++) entities[fill[cellOf[e]!]!++] = e;
  }

  /** Positions outside the map count to its nearest cell. */
  cellAt(map: number, x: number, y: number): number {
    const across = this.mapCellsAcross[map]!;
    const down = this.mapCellsDown[map]!;
    // Rounded towards 0, which is the nearest cell of what lies before the first.
    const column = Math.min(across - 1, Math.max(0, (x * cellsPerM) | 0));
    const cellRow = Math.min(down - 1, Math.max(0, (y * cellsPerM) | 0));
    return this.mapFirstCell[map]! + cellRow * across + column;
  }

  /** The cell in which an entity is now; for those who ask often, as doubles that are handed over are objects on the heap. */
  cellOf(transform: Located, row: number): number {
    const { map, x, y } = transform.columns;
    const index = map[row]!;
    const across = this.mapCellsAcross[index]!;
    const column = Math.min(across - 1, Math.max(0, (x[row]! * cellsPerM) | 0));
    const cellRow = Math.min(this.mapCellsDown[index]! - 1, Math.max(0, (y[row]! * cellsPerM) | 0));
    return this.mapFirstCell[index]! + cellRow * across + column;
  }

  /**
   * Writes the rows of entities within `radiusM` (to their centres, where they are now) into `found` and returns how
   * many; what does not fit into `found` is left out. Cells of the map line by line, rows ascending within each.
   */
  within(
    transform: Located,
    map: number,
    atX: number,
    atY: number,
    radiusM: number,
    found: Uint16Array,
  ): number {
    // Handed on in an array: doubles as arguments of a call that is not inlined are objects on the heap.
    this.#circle[0] = atX;
    this.#circle[1] = atY;
    this.#circle[2] = radiusM;
    return this.#search(transform, map, found);
  }

  /** The same around an entity, which is found too; for those who ask often. */
  around(transform: Located, row: number, radiusM: number, found: Uint16Array): number {
    const { map, x, y } = transform.columns;
    this.#circle[0] = x[row]!;
    this.#circle[1] = y[row]!;
    this.#circle[2] = radiusM;
    return this.#search(transform, map[row]!, found);
  }

  #search(transform: Located, map: number, found: Uint16Array): number {
    const atX = this.#circle[0]!;
    const atY = this.#circle[1]!;
    const radiusM = this.#circle[2]!;
    const { map: maps, x, y } = transform.columns;
    const reach = radiusM + driftM;
    const first = this.cellAt(map, atX - reach, atY - reach);
    const last = this.cellAt(map, atX + reach, atY + reach);
    const across = this.mapCellsAcross[map]!;
    const columns =
      ((last - this.mapFirstCell[map]!) % across) - ((first - this.mapFirstCell[map]!) % across);
    const radiusSquared = radiusM * radiusM;
    let count = 0;
    for (let cellRow = first; cellRow + columns <= last; cellRow += across) {
      const end = this.start[cellRow + columns + 1]!;
      for (let i = this.start[cellRow]!; i < end; i++) {
        const e = this.entities[i]!;
        const dx = x[e]! - atX;
        const dy = y[e]! - atY;
        if (dx * dx + dy * dy > radiusSquared || maps[e] !== map) continue;
        if (count === found.length) return count;
        found[count++] = e;
      }
    }
    return count;
  }
}

/** Cells of all maps together. */
export function cellsIn(maps: readonly WorldMap[]): number {
  return maps.reduce(
    (sum, { width, height }) => sum + Math.ceil(width / cellSizeM) * Math.ceil(height / cellSizeM),
    0,
  );
}
