// The grid cells around an entity. One object is reused; rows of cells are neighbours in the grid's list, so a row is
// one range of it.

import { cellSizeM } from '#domain/space/grid.js';
import type { Frame } from '#ports/threads/frame.js';

/** Positions in frames are in 1/64 m. */
export const unitsPerMetre = 64;
const cellUnits = cellSizeM * unitsPerMetre;

export class CellRectangle {
  private rowFirst = 0;
  private rowCount = 0;
  private columnFirst = 0;
  private columnLast = 0;
  private cellOfRow = 0;
  private across = 0;

  /** All cells that a square of ± `units` around the entity in `place` touches, on its map. */
  around(frame: Frame, place: number, units: number): void {
    const { columns, grid } = frame;
    const map = columns.map[place]!;
    const x = columns.x[place]!;
    const y = columns.y[place]!;
    this.across = grid.mapCellsAcross[map]!;
    this.columnFirst = Math.max(0, Math.floor((x - units) / cellUnits));
    this.columnLast = Math.min(this.across - 1, Math.floor((x + units) / cellUnits));
    this.rowFirst = Math.max(0, Math.floor((y - units) / cellUnits));
    const rowLast = Math.min(grid.mapCellsDown[map]! - 1, Math.floor((y + units) / cellUnits));
    this.rowCount = Math.max(0, rowLast - this.rowFirst + 1);
    this.cellOfRow = grid.mapFirstCell[map]! + this.rowFirst * this.across;
  }

  get rows(): number {
    return this.rowCount;
  }

  /** Entities in all of it. */
  count(frame: Frame): number {
    let count = 0;
    for (let row = 0; row < this.rowCount; row++)
      count += this.rowEnd(frame, row) - this.rowStart(frame, row);
    return count;
  }

  /** The first of a row's entities in `grid.entities`. */
  rowStart(frame: Frame, row: number): number {
    return frame.grid.start[this.cellOfRow + row * this.across + this.columnFirst]!;
  }

  /** One past the last. */
  rowEnd(frame: Frame, row: number): number {
    return frame.grid.start[this.cellOfRow + row * this.across + this.columnLast + 1]!;
  }
}
