// The world as other threads see it: quantized columns by entity row (from the schema: generated/frame-columns), and the
// entities of each grid cell.
// A reader pins the newest frame, reads it, unpins it; the writer never touches a pinned one.

import type { FrameColumns } from './generated/frame-columns.js';

/** The entities of every map by cell: those of cell c are `entities[start[c]] … entities[start[c + 1] - 1]`, as rows. */
export interface FrameGrid {
  /** First cell of each map, cells of a map row by row. */
  readonly mapFirstCell: Uint32Array;
  readonly mapCellsAcross: Uint32Array;
  readonly mapCellsDown: Uint32Array;
  readonly start: Uint32Array;
  readonly entities: Uint16Array;
}

export interface Frame {
  readonly tick: number;
  /** Rows at and above this are empty. */
  readonly rowsUsed: number;
  readonly columns: FrameColumns;
  readonly grid: FrameGrid;
}

export interface FramePublisher {
  /**
   * The frame to write now; not visible to readers until `publish`, and the same one until then. It still holds what was
   * published in it some frames ago.
   */
  begin(): Frame;
  /** Throws when no frame was begun. */
  publish(tick: number, rowsUsed: number): void;
}

export interface FrameReader {
  /** The newest published frame, or undefined before the first. Stays unchanged until `release` or the next `acquire`. */
  acquire(): Frame | undefined;
  release(): void;
  /** The newest published tick (0 before the first), without acquiring; `acquire` gives this one or a newer one. */
  readonly newestTick: number;
}
