// Generated from the frame 'Stage' of test/codegen/frames/stage-frame.tos, which is of ActorState in Scene, by `npm run codegen`; changes here are lost.
// The columns by place; quantized ones hold step numbers, as they are sent.

/** What a stage shows. */
export interface StageColumns {
  /** u8. */
  readonly kind: Uint8Array;
  /**  9 bytes for each place. */
  readonly title: Uint8Array;
  /** How many of them the bytes of 'title' are. */
  readonly titleLength: Uint8Array;
  /** u32. */
  readonly id: Uint32Array;
  /**  3 bytes for each place. */
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
  /** The newest of all these, or the tick from which the place shows nobody. */
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

/** Columns that hold several elements for each place, and how many. */
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

/** Columns for so many places, 0 among them, where nobody lives. */
export function layStageColumns(memory: StageMemory, places: number): StageColumns {
  return {
    kind: memory.u8(places),
    title: memory.u8(places * 9),
    titleLength: memory.u8(places),
    id: memory.u32(places),
    badge: memory.u8(places * 3),
    badgeLength: memory.u8(places),
    x: memory.u16(places),
    height: memory.i16(places),
    tilt: memory.u16(places),
    mood: memory.u16(places),
    ready: memory.u8(places),
    grams: memory.u32(places),
    parts: memory.u8(places),
    depth: memory.u32(places),
    signs: memory.u8(places),
    rank: memory.u16(places),
    near: memory.u32(places),
    warmth: memory.i8(places),
    whoTick: memory.u32(places),
    placeTick: memory.u32(places),
    feelingTick: memory.u32(places),
    loadTick: memory.u32(places),
    deepTick: memory.u32(places),
    signsTick: memory.u32(places),
    rankTick: memory.u32(places),
    nearTick: memory.u32(places),
    ninthTick: memory.u32(places),
    changedTick: memory.u32(places),
    urgentTick: memory.u32(places),
    floor: memory.u8(places),
    partner: memory.u16(places),
    keys: memory.u8(places),
    ownStrength: memory.i8(places),
    ownSeenX: memory.u32(places),
    ownAlone: memory.u8(places),
    ownGrams: memory.u16(places),
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
export function createStageColumns(places: number): StageColumns {
  return layStageColumns(ownMemory, places);
}
