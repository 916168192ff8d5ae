// Names of entities: the place (row in every column) in the low bits, the place's generation in the bits above, 32 in
// all. Place 0 is never used, so id 0 names nothing. Always unsigned. Up to 65,535 entities the two share the bits
// evenly, which every column of places as u16 relies on; a larger store gives up generations for places, never below
// 12 bits of them, and so retires its places sooner.

export interface IdLayout {
  /** The place is the id's lowest bits. */
  readonly placeBits: number;
  readonly placeMask: number;
  /** Highest generation; a place that was freed at this generation is never used again. */
  readonly generationMax: number;
}

/** The id that names nothing. */
export const noEntity = 0;
/** Most entities of one store. */
export const capacityMax = 0xf_ffff;
/** Most entities of a store whose places fit 16 bits. */
export const smallCapacityMax = 0xffff;

export function idLayout(capacity: number): IdLayout {
  const placeBits = capacity <= smallCapacityMax ? 16 : 20;
  return { placeBits, placeMask: 2 ** placeBits - 1, generationMax: 2 ** (32 - placeBits) - 1 };
}

export function entityId({ placeBits }: IdLayout, place: number, generation: number): number {
  return ((generation << placeBits) | place) >>> 0;
}

/** The row an id points at, without checking that the id is still alive: see `Entities.placeOf`. */
export function placeIn({ placeMask }: IdLayout, id: number): number {
  return id & placeMask;
}

export function generationIn({ placeBits }: IdLayout, id: number): number {
  return id >>> placeBits;
}
