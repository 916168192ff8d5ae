// Names of entities: the place (row in every column) in the low 16 bits, the place's generation in the high 16.
// Place 0 is never used, so id 0 names nothing. Always unsigned.

/** Most places a world can have, place 0 included: what 16 bits can name. */
export const placesMax = 0x1_0000;
/** Highest generation; a place that was freed at this generation is never used again. */
export const generationMax = 0xffff;
/** The id that names nothing. */
export const noEntity = 0;

export function entityId(place: number, generation: number): number {
  return ((generation << 16) | place) >>> 0;
}

/** The row an id points at, without checking that the id is still alive: see `Entities.placeOf`. */
export function placeIn(id: number): number {
  return id & 0xffff;
}

export function generationIn(id: number): number {
  return id >>> 16;
}
