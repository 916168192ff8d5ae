// Names of entities: the row (its index in every column) in the low bits, the row's generation in the bits above, 32 in
// all. Row 0 is never used, so id 0 names nothing. Always unsigned. Up to 65,535 entities the two share the bits
// evenly, which every column of rows as u16 relies on; a larger store gives up generations for rows, never below
// 12 bits of them, and so retires its rows sooner.

export interface IdLayout {
  /** The row is the id's lowest bits. */
  readonly rowBits: number;
  readonly rowMask: number;
  /** Highest generation; a row that was freed at this generation is never used again. */
  readonly generationMax: number;
}

/** The id that names nothing. */
export const noEntity = 0;
/** Most entities of one store. */
export const capacityMax = 0xf_ffff;
/** Most entities of a store whose rows fit 16 bits. */
export const smallCapacityMax = 0xffff;

export function idLayout(capacity: number): IdLayout {
  const rowBits = capacity <= smallCapacityMax ? 16 : 20;
  return { rowBits, rowMask: (1 << rowBits) - 1, generationMax: (1 << (32 - rowBits)) - 1 };
}

export function entityId({ rowBits }: IdLayout, row: number, generation: number): number {
  return ((generation << rowBits) | row) >>> 0;
}

/** The row an id points at, without checking that the id is still alive: see `Entities.rowOf`. */
export function rowIn({ rowMask }: IdLayout, id: number): number {
  return id & rowMask;
}

export function generationIn({ rowBits }: IdLayout, id: number): number {
  return id >>> rowBits;
}
