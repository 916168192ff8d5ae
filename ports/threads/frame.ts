// The world as other threads see it: quantized columns by entity place, and the entities of each grid cell.
// A reader pins the newest frame, reads it, unpins it; the writer never touches a pinned one.

export interface FrameColumns {
  /** Entity id (place in the low, generation in the high 16 bits), 0 where nothing lives. */
  readonly id: Uint32Array;
  readonly kind: Uint8Array;
  readonly template: Uint16Array;
  readonly level: Uint8Array;
  readonly map: Uint16Array;
  /** 1/64 m. */
  readonly x: Uint16Array;
  readonly y: Uint16Array;
  /** 1/256 turn. */
  readonly facing: Uint8Array;
  /** 255 is full health. */
  readonly health: Uint8Array;
  readonly status: Uint8Array;
  /** Tick at which each group of EntityState last changed. */
  readonly positionTick: Uint32Array;
  readonly facingTick: Uint32Array;
  readonly vitalsTick: Uint32Array;
  readonly statusTick: Uint32Array;
  /** The tick at which identity changed (spawn, level). */
  readonly identityTick: Uint32Array;
  /** The newest of all these, or the tick from which the place shows nobody. */
  readonly changedTick: Uint32Array;
  /** As `changedTick`, but without position and facing: what nobody should be kept waiting for. */
  readonly urgentTick: Uint32Array;
  /** Place of the entity that it last struck at while in combat, 0 for none. */
  readonly foe: Uint16Array;
  /** 24 bytes an entity, UTF-8. */
  readonly name: Uint8Array;
  readonly nameLength: Uint8Array;
  /** For players: exact values of their own, see Snapshot. */
  readonly ownX: Uint32Array;
  readonly ownY: Uint32Array;
  readonly ownHealth: Uint16Array;
  readonly ownMana: Uint16Array;
  readonly lastInput: Uint16Array;
}

/** The entities of every map by cell: those of cell c are `entities[start[c]] … entities[start[c + 1] - 1]`, as places. */
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
  /** Places at and above this are empty. */
  readonly placesUsed: number;
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
  publish(tick: number, placesUsed: number): void;
}

export interface FrameReader {
  /** The newest published frame, or undefined before the first. Stays unchanged until `release` or the next `acquire`. */
  acquire(): Frame | undefined;
  release(): void;
  /** The newest published tick (0 before the first), without acquiring; `acquire` gives this one or a newer one. */
  readonly newestTick: number;
}
