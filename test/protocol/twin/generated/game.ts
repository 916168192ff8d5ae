// Generated from game.tos by `npm run codegen`; changes here are lost.
// Slow and independent: tests compare the codecs with it. Never for bytes from the network.

import * as wire from '../wire-types.js';

/** Declarations that the emitter does not know yet. */
export const leftOut: readonly string[] = [];

export const EntityKind = wire.enumeration(wire.u8, {
  player: 1,
  creature: 2,
  loot: 3,
});

export const EntityStatus = wire.flagSet(wire.u8, {
  dead: 0,
  inCombat: 1,
  casting: 2,
  stunned: 3,
  safe: 4,
});

export const MoveStep = wire.struct({
  moveX: wire.quantized(wire.u8, { min: -1, max: 1, steps: 254, step: [1, 127] }),
  moveY: wire.quantized(wire.u8, { min: -1, max: 1, steps: 254, step: [1, 127] }),
  facing: wire.integer(wire.u8, 0, 255),
  ticks: wire.integer(wire.u8, 1, 6),
});

export const PlayerInput = wire.message(
  { id: 0x10, bytesMax: 40, padded: false },
  wire.struct({
    sequence: wire.integer(wire.u16, 0, 65535),
    viewTick: wire.integer(wire.u32, 0, 4294967295),
    steps: wire.listUpTo(MoveStep, 8),
  }),
);

export const UseSkill = wire.message(
  { id: 0x11, bytesMax: 7, padded: false },
  wire.struct({
    skill: wire.integer(wire.u16, 0, 65535),
    target: wire.integer(wire.u32, 0, 4294967295),
  }),
);

export const PickUp = wire.message(
  { id: 0x12, bytesMax: 5, padded: false },
  wire.struct({
    loot: wire.integer(wire.u32, 0, 4294967295),
  }),
);

export const ChatScope = wire.enumeration(wire.u8, {
  say: 1,
  zone: 2,
  server: 3,
});

export const ChatRequest = wire.message(
  { id: 0x13, bytesMax: 203, padded: false },
  wire.struct({
    scope: ChatScope,
    text: wire.text(200),
  }),
);

export const RespawnRequest = wire.message({ id: 0x14, bytesMax: 1, padded: false }, wire.struct({}));

export const LeaveRequest = wire.message({ id: 0x15, bytesMax: 1, padded: false }, wire.struct({}));

export const Welcome = wire.message(
  { id: 0x40, bytesMax: 73, padded: false },
  wire.struct({
    entity: wire.integer(wire.u32, 0, 4294967295),
    tick: wire.integer(wire.u32, 0, 4294967295),
    name: wire.text(24),
    map: wire.integer(wire.u16, 0, 65535),
    mapKey: wire.text(32),
    contentHash: wire.integer(wire.u32, 0, 4294967295),
  }),
);

export const MapChanged = wire.message(
  { id: 0x41, bytesMax: 40, padded: false },
  wire.struct({
    map: wire.integer(wire.u16, 0, 65535),
    mapKey: wire.text(32),
    x: wire.quantized(wire.u16, { min: 0, max: 1023.984375, steps: 65535, step: [1, 64] }),
    y: wire.quantized(wire.u16, { min: 0, max: 1023.984375, steps: 65535, step: [1, 64] }),
  }),
);

export const CharacterStatus = wire.message(
  { id: 0x42, bytesMax: 21, padded: false },
  wire.struct({
    level: wire.integer(wire.u8, 0, 255),
    experience: wire.integer(wire.varint, 0, 4294967295),
    experienceNext: wire.integer(wire.varint, 0, 4294967295),
    healthMax: wire.integer(wire.u16, 0, 65535),
    manaMax: wire.integer(wire.u16, 0, 65535),
    coins: wire.integer(wire.varint, 0, 4294967295),
  }),
);

export const InventorySlot = wire.message(
  { id: 0x43, bytesMax: 6, padded: false },
  wire.struct({
    slot: wire.integer(wire.u8, 0, 255),
    item: wire.integer(wire.u16, 0, 65535),
    count: wire.integer(wire.u16, 0, 65535),
  }),
);

export const ChatMessage = wire.message(
  { id: 0x44, bytesMax: 232, padded: false },
  wire.struct({
    scope: ChatScope,
    speaker: wire.integer(wire.u32, 0, 4294967295),
    name: wire.text(24),
    text: wire.text(200),
  }),
);

export const CombatOutcome = wire.enumeration(wire.u8, {
  hit: 1,
  critical: 2,
  dodged: 3,
  blocked: 4,
  healed: 5,
  killed: 6,
});

export const CombatEvent = wire.message(
  { id: 0x45, bytesMax: 14, padded: false },
  wire.struct({
    source: wire.integer(wire.u32, 0, 4294967295),
    target: wire.integer(wire.u32, 0, 4294967295),
    skill: wire.integer(wire.u16, 0, 65535),
    outcome: CombatOutcome,
    amount: wire.integer(wire.u16, 0, 65535),
  }),
);

export const RefusalReason = wire.enumeration(wire.u8, {
  unknownTarget: 1,
  outOfRange: 2,
  onCooldown: 3,
  notEnoughMana: 4,
  dead: 5,
  notDead: 6,
  safeZone: 7,
  notYours: 8,
  inventoryFull: 9,
  unknownSkill: 10,
  invalidTarget: 11,
  noLineOfSight: 12,
  busy: 13,
  muted: 14,
  emptyText: 15,
  notAllowed: 16,
});

export const Refused = wire.message(
  { id: 0x46, bytesMax: 3, padded: false },
  wire.struct({
    request: wire.integer(wire.u8, 0, 255),
    reason: RefusalReason,
  }),
);

export const EntityState = wire.record(wire.u8, {
  identity: [
    0,
    wire.struct({
      id: wire.integer(wire.u32, 0, 4294967295),
      kind: EntityKind,
      template: wire.integer(wire.u16, 0, 65535),
      level: wire.integer(wire.u8, 0, 255),
      name: wire.bytesUpTo(24),
    }),
  ],
  position: [
    1,
    wire.struct({
      x: wire.quantized(wire.u16, { min: 0, max: 1023.984375, steps: 65535, step: [1, 64] }),
      y: wire.quantized(wire.u16, { min: 0, max: 1023.984375, steps: 65535, step: [1, 64] }),
    }),
  ],
  facing: [
    2,
    wire.struct({
      facing: wire.integer(wire.u8, 0, 255),
    }),
  ],
  vitals: [
    3,
    wire.struct({
      health: wire.integer(wire.u8, 0, 255),
    }),
  ],
  status: [
    4,
    wire.struct({
      status: EntityStatus,
    }),
  ],
});

export const EntityUpdate = wire.struct({
  slot: wire.integer(wire.varint, 0, 249),
  state: EntityState,
});

export const Snapshot = wire.message(
  { id: 0x60, bytesMax: 1150, padded: false },
  wire.struct({
    tick: wire.integer(wire.u32, 0, 4294967295),
    lastInput: wire.integer(wire.u16, 0, 65535),
    x: wire.quantized(wire.u24, { min: 0, max: 1023.9990234375, steps: 1048575, step: [1, 1024] }),
    y: wire.quantized(wire.u24, { min: 0, max: 1023.9990234375, steps: 1048575, step: [1, 1024] }),
    health: wire.integer(wire.u16, 0, 65535),
    mana: wire.integer(wire.u16, 0, 65535),
    removed: wire.listUpTo(wire.integer(wire.u8, 0, 255), 250),
    entities: wire.listUpTo(EntityUpdate, 250),
  }),
);
