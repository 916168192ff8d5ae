// Generated from the frame 'Stage' of test/codegen/frames/stage-frame.tos, which is of ActorState in Scene, by `npm run codegen`; changes here are lost.
// The columns by row; quantized ones hold step numbers, as they are sent.

/** What a stage shows. */
export interface StageColumns {
  /** u8. */
  readonly kind: Uint8Array;
  /**  9 bytes for each row. */
  readonly title: Uint8Array;
  /** How many of them the bytes of 'title' are. */
  readonly titleLength: Uint8Array;
  /** u32. */
  readonly id: Uint32Array;
  /**  3 bytes for each row. */
  readonly badge: Uint8Array;
  /** How many of them the bytes of 'badge' are. */
  readonly badgeLength: Uint8Array;
  /** 0 .. 800: steps of 0.125 from -50. */
  readonly x: Uint16Array;
  /** i16. */
  readonly height: Int16Array;
  /** 1/65536 turn. */
  readonly tilt: Uint16Array;
  readonly mood: Uint16Array;
  readonly ready: Uint8Array;
  /** u32. */
  readonly grams: Uint32Array;
  /** u8, 3 .. 9. */
  readonly parts: Uint8Array;
  /** 0 .. 20000000: steps of 0.01 from 0. */
  readonly depth: Uint32Array;
  /** bits of Signs. */
  readonly signs: Uint8Array;
  /** u16. */
  readonly rank: Uint16Array;
  /** 0 .. 100000: steps of 0.001 from 0. */
  readonly near: Uint32Array;
  /** i8. */
  readonly warmth: Int8Array;
  /** Tick at which the group who last changed. */
  readonly whoTick: Uint32Array;
  /** Tick at which the group place last changed. */
  readonly placeTick: Uint32Array;
  /** Tick at which the group feeling last changed. */
  readonly feelingTick: Uint32Array;
  /** Tick at which the group load last changed. */
  readonly loadTick: Uint32Array;
  /** Tick at which the group deep last changed. */
  readonly deepTick: Uint32Array;
  /** Tick at which the group signs last changed. */
  readonly signsTick: Uint32Array;
  /** Tick at which the group rank last changed. */
  readonly rankTick: Uint32Array;
  /** Tick at which the group near last changed. */
  readonly nearTick: Uint32Array;
  /** Tick at which the group ninth last changed. */
  readonly ninthTick: Uint32Array;
  /** The newest of all these, or the tick from which the row shows nobody. */
  readonly changedTick: Uint32Array;
  /** The same without the groups of low priority: what nobody should be kept waiting for. */
  readonly urgentTick: Uint32Array;
  /** u8. */
  readonly floor: Uint8Array;
  /** u16. */
  readonly partner: Uint16Array;
  /** As in the bag, told to nobody. u8. */
  readonly keys: Uint8Array;
  /** Of who is sent Scene: i8. */
  readonly ownStrength: Int8Array;
  /** Of who is sent Scene: 0 .. 8388608: steps of 0.0000152587890625 from -64. */
  readonly ownSeenX: Uint32Array;
  /** Of who is sent Scene:  */
  readonly ownAlone: Uint8Array;
  /** Of who is sent Scene: u16. */
  readonly ownGrams: Uint16Array;
}

/** Columns that hold several elements for each row, and how many. */
export const stageLanes = {
  title: 9,
  badge: 3,
} as const;

/** Bits of ActorState's change mask: groups that nobody should be kept waiting for; the others wait the longer the farther away. */
export const urgentGroups = 349;

/** Most entities that one receiver of Scene is told of at a time. */
export const slotsMax = 200;

/** Gives zeroed arrays of so many elements, one behind the other or wherever it likes. */
export interface StageMemory {
  i16(length: number): Int16Array;
  i8(length: number): Int8Array;
  u16(length: number): Uint16Array;
  u32(length: number): Uint32Array;
  u8(length: number): Uint8Array;
}

/** Columns for so many rows, 0 among them, where nobody lives. */
export function layStageColumns(memory: StageMemory, rows: number): StageColumns {
  return {
    kind: memory.u8(rows),
    title: memory.u8(rows * 9),
    titleLength: memory.u8(rows),
    id: memory.u32(rows),
    badge: memory.u8(rows * 3),
    badgeLength: memory.u8(rows),
    x: memory.u16(rows),
    height: memory.i16(rows),
    tilt: memory.u16(rows),
    mood: memory.u16(rows),
    ready: memory.u8(rows),
    grams: memory.u32(rows),
    parts: memory.u8(rows),
    depth: memory.u32(rows),
    signs: memory.u8(rows),
    rank: memory.u16(rows),
    near: memory.u32(rows),
    warmth: memory.i8(rows),
    whoTick: memory.u32(rows),
    placeTick: memory.u32(rows),
    feelingTick: memory.u32(rows),
    loadTick: memory.u32(rows),
    deepTick: memory.u32(rows),
    signsTick: memory.u32(rows),
    rankTick: memory.u32(rows),
    nearTick: memory.u32(rows),
    ninthTick: memory.u32(rows),
    changedTick: memory.u32(rows),
    urgentTick: memory.u32(rows),
    floor: memory.u8(rows),
    partner: memory.u16(rows),
    keys: memory.u8(rows),
    ownStrength: memory.i8(rows),
    ownSeenX: memory.u32(rows),
    ownAlone: memory.u8(rows),
    ownGrams: memory.u16(rows),
  };
}

const ownMemory: StageMemory = {
  i16: (length) => new Int16Array(length),
  i8: (length) => new Int8Array(length),
  u16: (length) => new Uint16Array(length),
  u32: (length) => new Uint32Array(length),
  u8: (length) => new Uint8Array(length),
};

/** The same in memory of their own. */
export function createStageColumns(rows: number): StageColumns {
  return layStageColumns(ownMemory, rows);
}
