// Generated from the frame 'Frame' of protocol-schema/internal.tos, which is of EntityState in Snapshot, by `npm run codegen`; changes here are lost.
// The columns by row; quantized ones hold step numbers, as they are sent.

/**
 * The world after a tick, as the simulation publishes it and gateways send it: EntityState of everybody, and what
 * Snapshot tells players of themselves.
 */
export interface FrameColumns {
  /** Entity id: the low 16 bits are its row at the server, the high 16 its generation; never 0. u32. */
  readonly id: Uint32Array;
  /** What it is; decides how `template` is read. */
  readonly kind: Uint8Array;
  /** Creature, item or npc id from the content, 0 for players. u16. */
  readonly template: Uint16Array;
  /** 0 for items and npcs. u8. */
  readonly level: Uint8Array;
  /** UTF-8. Empty for creatures, items and npcs, whose names are in the content. 24 bytes for each row. */
  readonly name: Uint8Array;
  /** How many of them the bytes of 'name' are. */
  readonly nameLength: Uint8Array;
  /** Grows to the east. 0 .. 65535: steps of 0.015625 from 0. */
  readonly x: Uint16Array;
  /** Grows to the south. 0 .. 65535: steps of 0.015625 from 0. */
  readonly y: Uint16Array;
  /** 0 is east, clockwise (towards south). 1/256 turn. */
  readonly facing: Uint8Array;
  /** Share of the full health, 255 is all of it; 0 only when dead. u8. */
  readonly health: Uint8Array;
  /** Any of these at once. bits of EntityStatus. */
  readonly status: Uint8Array;
  /** Tick at which the group identity last changed. */
  readonly identityTick: Uint32Array;
  /** Tick at which the group position last changed. */
  readonly positionTick: Uint32Array;
  /** Tick at which the group facing last changed. */
  readonly facingTick: Uint32Array;
  /** Tick at which the group vitals last changed. */
  readonly vitalsTick: Uint32Array;
  /** Tick at which the group status last changed. */
  readonly statusTick: Uint32Array;
  /** The newest of all these, or the tick from which the row shows nobody. */
  readonly changedTick: Uint32Array;
  /** The same without the groups of low priority: what nobody should be kept waiting for. */
  readonly urgentTick: Uint32Array;
  /** Index of the map that it is on. u16. */
  readonly map: Uint16Array;
  /** Row of the entity that it last struck at while in combat, 0 for none. u16. */
  readonly foe: Uint16Array;
  /**
   * Of who is sent Snapshot: The newest input step applied; the position below is the one after it. u16.
   */
  readonly ownLastInput: Uint16Array;
  /**
   * Of who is sent Snapshot: The player's own position, finer than that of others, for reconciliation. 0 .. 1048575: steps of 0.0009765625 from 0.
   */
  readonly ownX: Uint32Array;
  /** Of who is sent Snapshot: Grows to the south. 0 .. 1048575: steps of 0.0009765625 from 0. */
  readonly ownY: Uint32Array;
  /** Of who is sent Snapshot: The player's own health; 0 is dead. u16. */
  readonly ownHealth: Uint16Array;
  /** Of who is sent Snapshot: The player's own mana. u16. */
  readonly ownMana: Uint16Array;
}

/** Columns that hold several elements for each row, and how many. */
export const frameLanes = {
  name: 24,
} as const;

/** Bits of EntityState's change mask: groups that nobody should be kept waiting for; the others wait the longer the farther away. */
export const urgentGroups = 25;

/** Most entities that one receiver of Snapshot is told of at a time. */
export const slotsMax = 250;

/** Gives zeroed arrays of so many elements, one behind the other or wherever it likes. */
export interface FrameMemory {
  u16(length: number): Uint16Array;
  u32(length: number): Uint32Array;
  u8(length: number): Uint8Array;
}

/** Columns for so many rows, 0 among them, where nobody lives. */
export function layFrameColumns(memory: FrameMemory, rows: number): FrameColumns {
  return {
    id: memory.u32(rows),
    kind: memory.u8(rows),
    template: memory.u16(rows),
    level: memory.u8(rows),
    name: memory.u8(rows * 24),
    nameLength: memory.u8(rows),
    x: memory.u16(rows),
    y: memory.u16(rows),
    facing: memory.u8(rows),
    health: memory.u8(rows),
    status: memory.u8(rows),
    identityTick: memory.u32(rows),
    positionTick: memory.u32(rows),
    facingTick: memory.u32(rows),
    vitalsTick: memory.u32(rows),
    statusTick: memory.u32(rows),
    changedTick: memory.u32(rows),
    urgentTick: memory.u32(rows),
    map: memory.u16(rows),
    foe: memory.u16(rows),
    ownLastInput: memory.u16(rows),
    ownX: memory.u32(rows),
    ownY: memory.u32(rows),
    ownHealth: memory.u16(rows),
    ownMana: memory.u16(rows),
  };
}

const ownMemory: FrameMemory = {
  u16: (length) => new Uint16Array(length),
  u32: (length) => new Uint32Array(length),
  u8: (length) => new Uint8Array(length),
};

/** The same in memory of their own. */
export function createFrameColumns(rows: number): FrameColumns {
  return layFrameColumns(ownMemory, rows);
}
