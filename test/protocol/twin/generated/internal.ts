// Generated from internal.tos by `npm run codegen`; changes here are lost.
// Slow and independent: tests compare the codecs with it. Never for bytes from the network.

import * as wire from '../wire-types.js';
import { HolderKind, ReportReason, ReportOutcome } from './game.js';
import { DisconnectReason } from './handshake.js';

/** Declarations that the emitter does not know yet. */
export const leftOut: readonly string[] = [];

export const SessionJoined = wire.message(
  { id: 0xa0, bytesMax: 43, padded: false },
  wire.struct({
    accountId: wire.bytes(16),
    characterName: wire.text(24),
    guest: wire.bool,
  }),
);

export const SessionLeft = wire.message(
  { id: 0xa1, bytesMax: 2, padded: false },
  wire.struct({
    reason: DisconnectReason,
  }),
);

export const PlayerPlaced = wire.message(
  { id: 0xa2, bytesMax: 7, padded: false },
  wire.struct({
    entity: wire.integer(wire.u32, 0, 4294967295),
    map: wire.integer(wire.u16, 0, 65535),
  }),
);

export const SessionEnd = wire.message(
  { id: 0xa3, bytesMax: 67, padded: false },
  wire.struct({
    reason: DisconnectReason,
    detail: wire.text(64),
  }),
);

export const OperatorCommand = wire.message(
  { id: 0xb0, bytesMax: 33842, padded: false },
  wire.struct({
    order: wire.integer(wire.u32, 0, 4294967295),
    kind: wire.text(32),
    args: wire.text(1024),
    facts: wire.bytesUpTo(32768),
    notAfterMs: wire.float(wire.f64),
  }),
);

export const OperatorAnswer = wire.message(
  { id: 0xb1, bytesMax: 263, padded: false },
  wire.struct({
    order: wire.integer(wire.u32, 0, 4294967295),
    answer: wire.text(256),
  }),
);

export const DateTold = wire.message(
  { id: 0xb2, bytesMax: 9, padded: false },
  wire.struct({
    unixSeconds: wire.float(wire.f64, 0, 9007199254740991),
  }),
);

export const NameWanted = wire.message(
  { id: 0xb3, bytesMax: 26, padded: false },
  wire.struct({
    name: wire.text(24),
  }),
);

export const NameTold = wire.message(
  { id: 0xb4, bytesMax: 31, padded: false },
  wire.struct({
    name: wire.text(24),
    character: wire.integer(wire.u32, 0, 4294967295),
    known: wire.bool,
  }),
);

export const PlayerReported = wire.message(
  { id: 0xb5, bytesMax: 49155, padded: false },
  wire.struct({
    report: wire.text(49152),
  }),
);

export const ReportAnswered = wire.message(
  { id: 0xb6, bytesMax: 9, padded: false },
  wire.struct({
    order: wire.integer(wire.u32, 0, 4294967295),
    report: wire.integer(wire.u32, 0, 4294967295),
  }),
);

export const DecisionTold = wire.message(
  { id: 0xb7, bytesMax: 237, padded: false },
  wire.struct({
    character: wire.integer(wire.u32, 0, 4294967295),
    report: wire.integer(wire.u32, 0, 4294967295),
    name: wire.text(24),
    reason: ReportReason,
    outcome: ReportOutcome,
    text: wire.text(200),
  }),
);

export const StoredSlot = wire.struct({
  slot: wire.integer(wire.u8, 0, 255),
  item: wire.integer(wire.u16, 0, 65535),
  count: wire.integer(wire.u16, 0, 65535),
});

export const StoredStack = wire.struct({
  holder: HolderKind,
  slot: wire.integer(wire.u8, 0, 255),
  item: wire.integer(wire.u16, 0, 65535),
  count: wire.integer(wire.u16, 0, 65535),
  instance: wire.float(wire.f64, 0, 9007199254740991),
  wear: wire.integer(wire.u16, 0, 65535),
  bound: wire.integer(wire.u8, 0, 255),
});

export const StoredProfession = wire.struct({
  profession: wire.integer(wire.u8, 0, 255),
  skill: wire.integer(wire.u16, 0, 65535),
});

export const StoredPrice = wire.struct({
  instance: wire.float(wire.f64, 0, 9007199254740991),
  coins: wire.float(wire.f64, 0, 9007199254740991),
});

export const StoredQuest = wire.struct({
  quest: wire.integer(wire.u16, 0, 65535),
  stage: wire.integer(wire.u8, 0, 255),
  done: wire.list(wire.integer(wire.u16, 0, 65535), 4),
  completed: wire.integer(wire.u32, 0, 4294967295),
  untilSeconds: wire.float(wire.f64, 0, 9007199254740991),
});

export const StoredCooldown = wire.struct({
  slot: wire.integer(wire.u8, 0, 255),
  ticks: wire.integer(wire.u32, 0, 4294967295),
});

export const CharacterLimit = wire.enumeration(wire.u8, {
  coins: 1,
  experience: 2,
  kills: 3,
  deaths: 4,
});

export const CharacterRecord = wire.message(
  { id: 0xa8, bytesMax: 8636, padded: false },
  wire.struct({
    characterId: wire.integer(wire.u32, 0, 4294967295),
    accountId: wire.bytes(16),
    name: wire.text(24),
    mapKey: wire.text(32),
    x: wire.float(wire.f64, 0, 1024),
    y: wire.float(wire.f64, 0, 1024),
    level: wire.integer(wire.u8, 0, 255),
    experience: wire.integer(wire.u32, 0, 4294967295),
    health: wire.integer(wire.u16, 0, 65535),
    mana: wire.integer(wire.u16, 0, 65535),
    coins: wire.integer(wire.u32, 0, 4294967295),
    kills: wire.integer(wire.u32, 0, 4294967295),
    deaths: wire.integer(wire.u32, 0, 4294967295),
    playedSeconds: wire.integer(wire.u32, 0, 4294967295),
    deadTicks: wire.integer(wire.u32, 0, 4294967295),
    inCombatTicks: wire.integer(wire.u32, 0, 4294967295),
    globalCooldownTicks: wire.integer(wire.u32, 0, 4294967295),
    cooldowns: wire.listUpTo(StoredCooldown, 8),
    sales: wire.listUpTo(StoredPrice, 8),
    inventory: wire.listUpTo(StoredSlot, 32),
    stacks: wire.listUpTo(StoredStack, 96),
    commands: wire.listUpTo(wire.integer(wire.u32, 0, 4294967295), 64),
    professions: wire.listUpTo(StoredProfession, 8),
    quests: wire.listUpTo(StoredQuest, 272),
  }),
);
