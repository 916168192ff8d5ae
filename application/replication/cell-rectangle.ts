// The grid cells around an entity. One object is reused; rows of cells are neighbours in the grid's list, so a row is
// one range of it.

import { cellSizeM } from '#domain/space/grid.js';
import type { Frame } from '#ports/threads/frame.js';

/** Positions in frames are in 1/64 m. */
export const unitsPerMetre = 64;
const cellUnits = cellSizeM * unitsPerMetre;

export class CellRectangle {
  private cellRowFirst = 0;
  private cellRowCount = 0;
  private columnFirst = 0;
  private columnLast = 0;
  private cellOfFirstRow = 0;
  private across = 0;

  /** All cells that a square of ± `units` around the entity in `row` touches, on its map. */
  around(frame: Frame, row: number, units: number): void {
    const { columns, grid } = frame;
    const map = columns.map[row]!;
    const x = columns.x[row]!;
    const y = columns.y[row]!;
    this.across = grid.mapCellsAcross[map]!;
    this.columnFirst = Math.max(0, Math.floor((x - units) / cellUnits));
    this.columnLast = Math.min(this.across - 1, Math.floor((x + units) / cellUnits));
    this.cellRowFirst = Math.max(0, Math.floor((y - units) / cellUnits));
    const cellRowLast = Math.min(grid.mapCellsDown[map]! - 1, Math.floor((y + units) / cellUnits));
    this.cellRowCount = Math.max(0, cellRowLast - this.cellRowFirst + 1);
    this.cellOfFirstRow = grid.mapFirstCell[map]! + this.cellRowFirst * this.across;
  }

  get cellRows(): number {
    return this.cellRowCount;
  }

  /** Entities in all of it. */
  count(frame: Frame): number {
    let count = 0;
    for (let cellRow = 0; cellRow < this.cellRowCount; cellRow++)
      count += this.cellRowEnd(frame, cellRow) - this.cellRowStart(frame, cellRow);
    return count;
  }

  /** The first of a row of cells' entities in `grid.entities`. */
  cellRowStart(frame: Frame, cellRow: number): number {
    return frame.grid.start[this.cellOfFirstRow + cellRow * this.across + this.columnFirst]!;
  }

  /** One past the last. */
  cellRowEnd(frame: Frame, cellRow: number): number {
    return frame.grid.start[this.cellOfFirstRow + cellRow * this.across + this.columnLast + 1]!;
  }
}
