// Generated from game.tos by `npm run codegen`; changes here are lost.
// Slow and independent: tests compare the codecs with it. Never for bytes from the network.
/* eslint-disable max-lines -- generated: one module a schema file */

import * as wire from '../wire-types.js';

/** Declarations that the emitter does not know yet. */
export const leftOut: readonly string[] = [];

export const EntityKind = wire.enumeration(wire.u8, {
  player: 1,
  creature: 2,
  loot: 3,
  npc: 4,
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

export const HolderKind = wire.enumeration(wire.u8, {
  nowhere: 0,
  inventory: 1,
  equipment: 2,
  bank: 3,
  buyBack: 4,
  ground: 5,
  letter: 6,
  listing: 7,
});

export const PickUp = wire.message(
  { id: 0x12, bytesMax: 9, padded: false },
  wire.struct({
    command: wire.integer(wire.u32, 0, 4294967295),
    loot: wire.integer(wire.u32, 0, 4294967295),
  }),
);

export const ChatScope = wire.enumeration(wire.u8, {
  say: 1,
  zone: 2,
  server: 3,
  party: 4,
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

export const MoveItem = wire.message(
  { id: 0x16, bytesMax: 11, padded: false },
  wire.struct({
    command: wire.integer(wire.u32, 0, 4294967295),
    from: HolderKind,
    fromSlot: wire.integer(wire.u8, 0, 255),
    to: HolderKind,
    toSlot: wire.integer(wire.u8, 0, 255),
    units: wire.integer(wire.u16, 0, 65535),
  }),
);

export const DropItem = wire.message(
  { id: 0x17, bytesMax: 9, padded: false },
  wire.struct({
    command: wire.integer(wire.u32, 0, 4294967295),
    from: HolderKind,
    slot: wire.integer(wire.u8, 0, 255),
    units: wire.integer(wire.u16, 0, 65535),
  }),
);

export const UseItem = wire.message(
  { id: 0x18, bytesMax: 7, padded: false },
  wire.struct({
    command: wire.integer(wire.u32, 0, 4294967295),
    from: HolderKind,
    slot: wire.integer(wire.u8, 0, 255),
  }),
);

export const BuyItem = wire.message(
  { id: 0x1a, bytesMax: 13, padded: false },
  wire.struct({
    command: wire.integer(wire.u32, 0, 4294967295),
    vendor: wire.integer(wire.u32, 0, 4294967295),
    item: wire.integer(wire.u16, 0, 65535),
    units: wire.integer(wire.u16, 0, 65535),
  }),
);

export const SellItem = wire.message(
  { id: 0x1b, bytesMax: 12, padded: false },
  wire.struct({
    command: wire.integer(wire.u32, 0, 4294967295),
    vendor: wire.integer(wire.u32, 0, 4294967295),
    slot: wire.integer(wire.u8, 0, 255),
    units: wire.integer(wire.u16, 0, 65535),
  }),
);

export const BuyBackItem = wire.message(
  { id: 0x1c, bytesMax: 10, padded: false },
  wire.struct({
    command: wire.integer(wire.u32, 0, 4294967295),
    vendor: wire.integer(wire.u32, 0, 4294967295),
    slot: wire.integer(wire.u8, 0, 255),
  }),
);

export const RepairItem = wire.message(
  { id: 0x1d, bytesMax: 11, padded: false },
  wire.struct({
    command: wire.integer(wire.u32, 0, 4294967295),
    mender: wire.integer(wire.u32, 0, 4294967295),
    from: HolderKind,
    slot: wire.integer(wire.u8, 0, 255),
  }),
);

export const OpenBank = wire.message(
  { id: 0x1e, bytesMax: 9, padded: false },
  wire.struct({
    command: wire.integer(wire.u32, 0, 4294967295),
    banker: wire.integer(wire.u32, 0, 4294967295),
  }),
);

export const DiscardItem = wire.message(
  { id: 0x19, bytesMax: 9, padded: false },
  wire.struct({
    command: wire.integer(wire.u32, 0, 4294967295),
    from: HolderKind,
    slot: wire.integer(wire.u8, 0, 255),
    units: wire.integer(wire.u16, 0, 65535),
  }),
);

export const TradeInvite = wire.message(
  { id: 0x28, bytesMax: 5, padded: false },
  wire.struct({
    target: wire.integer(wire.u32, 0, 4294967295),
  }),
);

export const TradeAccept = wire.message(
  { id: 0x29, bytesMax: 5, padded: false },
  wire.struct({
    inviter: wire.integer(wire.u32, 0, 4294967295),
  }),
);

export const TradeOffer = wire.message(
  { id: 0x2a, bytesMax: 9, padded: false },
  wire.struct({
    trade: wire.integer(wire.u32, 0, 4294967295),
    place: wire.integer(wire.u8, 0, 7),
    slot: wire.integer(wire.u8, 0, 255),
    units: wire.integer(wire.u16, 0, 65535),
  }),
);

export const TradeCoins = wire.message(
  { id: 0x2b, bytesMax: 9, padded: false },
  wire.struct({
    trade: wire.integer(wire.u32, 0, 4294967295),
    coins: wire.integer(wire.u32, 0, 4294967295),
  }),
);

export const TradeConfirm = wire.message(
  { id: 0x2c, bytesMax: 9, padded: false },
  wire.struct({
    command: wire.integer(wire.u32, 0, 4294967295),
    version: wire.integer(wire.u32, 0, 4294967295),
  }),
);

export const TradeCancel = wire.message(
  { id: 0x2d, bytesMax: 5, padded: false },
  wire.struct({
    trade: wire.integer(wire.u32, 0, 4294967295),
  }),
);

export const LetterStack = wire.struct({
  slot: wire.integer(wire.u8, 0, 255),
  units: wire.integer(wire.u16, 0, 65535),
});

export const SendLetter = wire.message(
  { id: 0x30, bytesMax: 301, padded: false },
  wire.struct({
    command: wire.integer(wire.u32, 0, 4294967295),
    recipient: wire.text(24),
    title: wire.text(48),
    text: wire.text(200),
    coins: wire.integer(wire.u32, 0, 4294967295),
    cashOnDelivery: wire.integer(wire.u32, 0, 4294967295),
    stacks: wire.listUpTo(LetterStack, 4),
  }),
);

export const TakeFromLetter = wire.message(
  { id: 0x31, bytesMax: 10, padded: false },
  wire.struct({
    command: wire.integer(wire.u32, 0, 4294967295),
    letter: wire.integer(wire.u32, 0, 4294967295),
    place: wire.integer(wire.u8, 0, 4),
  }),
);

export const PayLetter = wire.message(
  { id: 0x32, bytesMax: 13, padded: false },
  wire.struct({
    command: wire.integer(wire.u32, 0, 4294967295),
    letter: wire.integer(wire.u32, 0, 4294967295),
    coins: wire.integer(wire.u32, 0, 4294967295),
  }),
);

export const DeleteLetter = wire.message(
  { id: 0x33, bytesMax: 9, padded: false },
  wire.struct({
    command: wire.integer(wire.u32, 0, 4294967295),
    letter: wire.integer(wire.u32, 0, 4294967295),
  }),
);

export const ReturnLetter = wire.message(
  { id: 0x34, bytesMax: 9, padded: false },
  wire.struct({
    command: wire.integer(wire.u32, 0, 4294967295),
    letter: wire.integer(wire.u32, 0, 4294967295),
  }),
);

export const ReadLetters = wire.message(
  { id: 0x35, bytesMax: 5, padded: false },
  wire.struct({
    after: wire.integer(wire.u32, 0, 4294967295),
  }),
);

export const ListItem = wire.message(
  { id: 0x38, bytesMax: 12, padded: false },
  wire.struct({
    command: wire.integer(wire.u32, 0, 4294967295),
    slot: wire.integer(wire.u8, 0, 255),
    units: wire.integer(wire.u16, 0, 65535),
    price: wire.integer(wire.u32, 0, 4294967295),
  }),
);

export const BuyListing = wire.message(
  { id: 0x39, bytesMax: 13, padded: false },
  wire.struct({
    command: wire.integer(wire.u32, 0, 4294967295),
    listing: wire.integer(wire.u32, 0, 4294967295),
    price: wire.integer(wire.u32, 0, 4294967295),
  }),
);

export const CancelListing = wire.message(
  { id: 0x3a, bytesMax: 9, padded: false },
  wire.struct({
    command: wire.integer(wire.u32, 0, 4294967295),
    listing: wire.integer(wire.u32, 0, 4294967295),
  }),
);

export const SearchMarket = wire.message(
  { id: 0x3b, bytesMax: 7, padded: false },
  wire.struct({
    item: wire.integer(wire.u16, 0, 65535),
    after: wire.integer(wire.u32, 0, 4294967295),
  }),
);

export const Craft = wire.message(
  { id: 0x20, bytesMax: 8, padded: false },
  wire.struct({
    command: wire.integer(wire.u32, 0, 4294967295),
    recipe: wire.integer(wire.u16, 0, 65535),
    count: wire.integer(wire.u8, 0, 255),
  }),
);

export const StopCrafting = wire.message(
  { id: 0x21, bytesMax: 5, padded: false },
  wire.struct({
    command: wire.integer(wire.u32, 0, 4294967295),
  }),
);

export const AcceptQuest = wire.message(
  { id: 0x3c, bytesMax: 11, padded: false },
  wire.struct({
    command: wire.integer(wire.u32, 0, 4294967295),
    npc: wire.integer(wire.u32, 0, 4294967295),
    quest: wire.integer(wire.u16, 0, 65535),
  }),
);

export const AbandonQuest = wire.message(
  { id: 0x3d, bytesMax: 7, padded: false },
  wire.struct({
    command: wire.integer(wire.u32, 0, 4294967295),
    quest: wire.integer(wire.u16, 0, 65535),
  }),
);

export const HandInQuest = wire.message(
  { id: 0x3e, bytesMax: 13, padded: false },
  wire.struct({
    command: wire.integer(wire.u32, 0, 4294967295),
    npc: wire.integer(wire.u32, 0, 4294967295),
    quest: wire.integer(wire.u16, 0, 65535),
    stage: wire.integer(wire.u8, 0, 255),
    outcome: wire.integer(wire.u8, 0, 3),
  }),
);

export const TalkTo = wire.message(
  { id: 0x3f, bytesMax: 9, padded: false },
  wire.struct({
    command: wire.integer(wire.u32, 0, 4294967295),
    npc: wire.integer(wire.u32, 0, 4294967295),
  }),
);

export const PartyInvite = wire.message(
  { id: 0x62, bytesMax: 26, padded: false },
  wire.struct({
    name: wire.text(24),
  }),
);

export const PartyAccept = wire.message(
  { id: 0x63, bytesMax: 5, padded: false },
  wire.struct({
    invitation: wire.integer(wire.u32, 0, 4294967295),
  }),
);

export const PartyDecline = wire.message(
  { id: 0x64, bytesMax: 5, padded: false },
  wire.struct({
    invitation: wire.integer(wire.u32, 0, 4294967295),
  }),
);

export const PartyLeave = wire.message({ id: 0x65, bytesMax: 1, padded: false }, wire.struct({}));

export const PartyKick = wire.message(
  { id: 0x66, bytesMax: 5, padded: false },
  wire.struct({
    member: wire.integer(wire.u32, 0, 4294967295),
  }),
);

export const PartyPromote = wire.message(
  { id: 0x67, bytesMax: 5, padded: false },
  wire.struct({
    member: wire.integer(wire.u32, 0, 4294967295),
  }),
);

export const PartyLootMode = wire.enumeration(wire.u8, {
  freeForAll: 1,
  roundRobin: 2,
  needGreed: 3,
});

export const PartyLoot = wire.message(
  { id: 0x68, bytesMax: 2, padded: false },
  wire.struct({
    mode: PartyLootMode,
  }),
);

export const LootChoice = wire.enumeration(wire.u8, {
  pass: 1,
  greed: 2,
  need: 3,
});

export const LootRoll = wire.message(
  { id: 0x69, bytesMax: 6, padded: false },
  wire.struct({
    roll: wire.integer(wire.u32, 0, 4294967295),
    choice: LootChoice,
  }),
);

export const ReportReason = wire.enumeration(wire.u8, {
  cheating: 1,
  harassment: 2,
  spam: 3,
  name: 4,
  other: 5,
});

export const ReportPlayer = wire.message(
  { id: 0x6a, bytesMax: 228, padded: false },
  wire.struct({
    name: wire.text(24),
    reason: ReportReason,
    text: wire.text(200),
  }),
);

export const Welcome = wire.message(
  { id: 0x40, bytesMax: 77, padded: false },
  wire.struct({
    entity: wire.integer(wire.u32, 0, 4294967295),
    tick: wire.integer(wire.u32, 0, 4294967295),
    name: wire.text(24),
    map: wire.integer(wire.u16, 0, 65535),
    mapKey: wire.text(32),
    contentHash: wire.integer(wire.u32, 0, 4294967295),
    lastCommand: wire.integer(wire.u32, 0, 4294967295),
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
  { id: 0x43, bytesMax: 10, padded: false },
  wire.struct({
    holder: HolderKind,
    slot: wire.integer(wire.u8, 0, 255),
    item: wire.integer(wire.u16, 0, 65535),
    count: wire.integer(wire.u16, 0, 65535),
    wear: wire.integer(wire.u16, 0, 65535),
    bound: wire.bool,
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
  notStored: 17,
  switchedOff: 18,
  staleCommand: 19,
  invalidCommand: 20,
  unknownSlot: 21,
  notEnoughItems: 22,
  notEnoughCoins: 23,
  bound: 24,
  requirementsNotMet: 25,
  tooHeavy: 26,
  purseFull: 27,
  wornOut: 28,
  noEffect: 29,
  changed: 40,
  noRoomThere: 41,
  notKnownYet: 42,
  unpaid: 43,
  notEmpty: 44,
  newcomer: 45,
  unknownRecipe: 46,
  badCount: 47,
  noStation: 48,
  noTool: 49,
  notSkilled: 50,
  notCrafting: 51,
  unknownQuest: 53,
  notOfferedHere: 54,
  levelTooLow: 55,
  prerequisiteMissing: 56,
  alreadyTaken: 57,
  questLogFull: 58,
  notFinished: 59,
  wrongStage: 60,
  notRepeatableYet: 61,
  alreadyDone: 62,
  notOnline: 70,
  alreadyInParty: 71,
  alreadyInvited: 72,
  partyFull: 73,
  notInParty: 74,
  notLeader: 75,
  alreadyReported: 76,
  tooManyReports: 77,
});

export const Refused = wire.message(
  { id: 0x46, bytesMax: 7, padded: false },
  wire.struct({
    request: wire.integer(wire.u8, 0, 255),
    command: wire.integer(wire.u32, 0, 4294967295),
    reason: RefusalReason,
  }),
);

export const CommandConfirmed = wire.message(
  { id: 0x47, bytesMax: 5, padded: false },
  wire.struct({
    command: wire.integer(wire.u32, 0, 4294967295),
  }),
);

export const Profession = wire.enumeration(wire.u8, {
  none: 0,
  smithing: 1,
  leatherworking: 2,
  alchemy: 3,
  cooking: 4,
  tailoring: 5,
});

export const CraftOutcome = wire.enumeration(wire.u8, {
  failed: 0,
  made: 1,
  finer: 2,
});

export const CraftingEnd = wire.enumeration(wire.u8, {
  done: 1,
  stopped: 2,
  apart: 3,
  combat: 4,
  death: 5,
  interrupted: 6,
  materials: 7,
  room: 8,
  weight: 9,
  tool: 10,
  requirements: 11,
  switchedOff: 12,
});

export const CraftingBegun = wire.message(
  { id: 0x48, bytesMax: 8, padded: false },
  wire.struct({
    recipe: wire.integer(wire.u16, 0, 65535),
    count: wire.integer(wire.u8, 0, 255),
    durationTicks: wire.integer(wire.u32, 0, 4294967295),
  }),
);

export const PieceCrafted = wire.message(
  { id: 0x49, bytesMax: 9, padded: false },
  wire.struct({
    recipe: wire.integer(wire.u16, 0, 65535),
    outcome: CraftOutcome,
    item: wire.integer(wire.u16, 0, 65535),
    count: wire.integer(wire.u16, 0, 65535),
    left: wire.integer(wire.u8, 0, 255),
  }),
);

export const CraftingEnded = wire.message(
  { id: 0x4a, bytesMax: 5, padded: false },
  wire.struct({
    recipe: wire.integer(wire.u16, 0, 65535),
    made: wire.integer(wire.u8, 0, 255),
    reason: CraftingEnd,
  }),
);

export const ProfessionSkill = wire.message(
  { id: 0x4b, bytesMax: 4, padded: false },
  wire.struct({
    profession: Profession,
    skill: wire.integer(wire.u16, 0, 65535),
  }),
);

export const TradeInvited = wire.message(
  { id: 0x50, bytesMax: 5, padded: false },
  wire.struct({
    inviter: wire.integer(wire.u32, 0, 4294967295),
  }),
);

export const TradeStack = wire.struct({
  place: wire.integer(wire.u8, 0, 255),
  item: wire.integer(wire.u16, 0, 65535),
  count: wire.integer(wire.u16, 0, 65535),
  wear: wire.integer(wire.u16, 0, 65535),
});

export const TradeState = wire.message(
  { id: 0x51, bytesMax: 139, padded: false },
  wire.struct({
    trade: wire.integer(wire.u32, 0, 4294967295),
    partner: wire.integer(wire.u32, 0, 4294967295),
    version: wire.integer(wire.u32, 0, 4294967295),
    confirmed: wire.bool,
    partnerConfirmed: wire.bool,
    coins: wire.integer(wire.varint, 0, 4294967295),
    partnerCoins: wire.integer(wire.varint, 0, 4294967295),
    stacks: wire.listUpTo(TradeStack, 8),
    partnerStacks: wire.listUpTo(TradeStack, 8),
  }),
);

export const TradeEnd = wire.enumeration(wire.u8, {
  done: 1,
  cancelled: 2,
  expired: 3,
  apart: 4,
  combat: 5,
  death: 6,
  left: 7,
  switchedOff: 8,
});

export const TradeEnded = wire.message(
  { id: 0x52, bytesMax: 10, padded: false },
  wire.struct({
    trade: wire.integer(wire.u32, 0, 4294967295),
    partner: wire.integer(wire.u32, 0, 4294967295),
    reason: TradeEnd,
  }),
);

export const LetterKind = wire.enumeration(wire.u8, {
  written: 1,
  payment: 2,
  returned: 3,
  sold: 4,
  bought: 5,
  unsold: 6,
  overflow: 7,
  granted: 8,
});

export const EnclosedStack = wire.struct({
  place: wire.integer(wire.u8, 0, 255),
  item: wire.integer(wire.u16, 0, 65535),
  count: wire.integer(wire.u16, 0, 65535),
  wear: wire.integer(wire.u16, 0, 65535),
});

export const Letter = wire.message(
  { id: 0x54, bytesMax: 325, padded: false },
  wire.struct({
    letter: wire.integer(wire.u32, 0, 4294967295),
    kind: LetterKind,
    sender: wire.text(24),
    title: wire.text(48),
    text: wire.text(200),
    coins: wire.integer(wire.varint, 0, 4294967295),
    cashOnDelivery: wire.integer(wire.varint, 0, 4294967295),
    secondsLeft: wire.integer(wire.varint, 0, 4294967295),
    stacks: wire.listUpTo(EnclosedStack, 4),
  }),
);

export const LettersRead = wire.message(
  { id: 0x55, bytesMax: 2, padded: false },
  wire.struct({
    more: wire.bool,
  }),
);

export const LetterEvent = wire.enumeration(wire.u8, {
  arrived: 1,
  changed: 2,
  gone: 3,
});

export const LetterNews = wire.message(
  { id: 0x56, bytesMax: 6, padded: false },
  wire.struct({
    letter: wire.integer(wire.u32, 0, 4294967295),
    event: LetterEvent,
  }),
);

export const MarketListing = wire.message(
  { id: 0x57, bytesMax: 21, padded: false },
  wire.struct({
    listing: wire.integer(wire.u32, 0, 4294967295),
    item: wire.integer(wire.u16, 0, 65535),
    count: wire.integer(wire.u16, 0, 65535),
    wear: wire.integer(wire.u16, 0, 65535),
    price: wire.integer(wire.u32, 0, 4294967295),
    own: wire.bool,
    secondsLeft: wire.integer(wire.varint, 0, 4294967295),
  }),
);

export const MarketSearched = wire.message(
  { id: 0x58, bytesMax: 5, padded: false },
  wire.struct({
    after: wire.integer(wire.u32, 0, 4294967295),
  }),
);

export const QuestStatus = wire.message(
  { id: 0x5c, bytesMax: 22, padded: false },
  wire.struct({
    quest: wire.integer(wire.u16, 0, 65535),
    stage: wire.integer(wire.u8, 0, 255),
    done: wire.list(wire.integer(wire.u16, 0, 65535), 4),
    completed: wire.integer(wire.varint, 0, 4294967295),
    secondsLeft: wire.integer(wire.varint, 0, 4294967295),
  }),
);

export const QuestOfferState = wire.enumeration(wire.u8, {
  available: 1,
  inProgress: 2,
  ready: 3,
  notYet: 4,
});

export const QuestOffer = wire.struct({
  quest: wire.integer(wire.u16, 0, 65535),
  state: QuestOfferState,
});

export const QuestOffers = wire.message(
  { id: 0x5d, bytesMax: 102, padded: false },
  wire.struct({
    npc: wire.integer(wire.u32, 0, 4294967295),
    offers: wire.listUpTo(QuestOffer, 32),
  }),
);

export const PartyInvited = wire.message(
  { id: 0x70, bytesMax: 35, padded: false },
  wire.struct({
    invitation: wire.integer(wire.u32, 0, 4294967295),
    name: wire.text(24),
    secondsLeft: wire.integer(wire.varint, 0, 4294967295),
  }),
);

export const PartyInvitationEnd = wire.enumeration(wire.u8, {
  accepted: 1,
  declined: 2,
  expired: 3,
  withdrawn: 4,
  elsewhere: 5,
});

export const PartyInvitationEnded = wire.message(
  { id: 0x71, bytesMax: 31, padded: false },
  wire.struct({
    invitation: wire.integer(wire.u32, 0, 4294967295),
    name: wire.text(24),
    reason: PartyInvitationEnd,
  }),
);

export const PartyMember = wire.struct({
  member: wire.integer(wire.u32, 0, 4294967295),
  name: wire.text(24),
  entity: wire.integer(wire.u32, 0, 4294967295),
  level: wire.integer(wire.u8, 0, 255),
  health: wire.integer(wire.u8, 0, 255),
  map: wire.integer(wire.u16, 0, 65535),
  x: wire.quantized(wire.u16, { min: 0, max: 1023.984375, steps: 65535, step: [1, 64] }),
  y: wire.quantized(wire.u16, { min: 0, max: 1023.984375, steps: 65535, step: [1, 64] }),
});

export const PartyState = wire.message(
  { id: 0x72, bytesMax: 220, padded: false },
  wire.struct({
    party: wire.integer(wire.u32, 0, 4294967295),
    leader: wire.integer(wire.u32, 0, 4294967295),
    own: wire.integer(wire.u32, 0, 4294967295),
    loot: PartyLootMode,
    members: wire.listUpTo(PartyMember, 5),
  }),
);

export const PartyMemberChange = wire.struct({
  member: wire.integer(wire.u32, 0, 4294967295),
  level: wire.integer(wire.u8, 0, 255),
  health: wire.integer(wire.u8, 0, 255),
  map: wire.integer(wire.u16, 0, 65535),
  x: wire.quantized(wire.u16, { min: 0, max: 1023.984375, steps: 65535, step: [1, 64] }),
  y: wire.quantized(wire.u16, { min: 0, max: 1023.984375, steps: 65535, step: [1, 64] }),
});

export const PartyMoved = wire.message(
  { id: 0x73, bytesMax: 62, padded: false },
  wire.struct({
    members: wire.listUpTo(PartyMemberChange, 5),
  }),
);

export const PartyEnd = wire.enumeration(wire.u8, {
  left: 1,
  kicked: 2,
  away: 3,
  dissolved: 4,
});

export const PartyEnded = wire.message(
  { id: 0x74, bytesMax: 6, padded: false },
  wire.struct({
    party: wire.integer(wire.u32, 0, 4294967295),
    reason: PartyEnd,
  }),
);

export const LootRollBegun = wire.message(
  { id: 0x75, bytesMax: 18, padded: false },
  wire.struct({
    roll: wire.integer(wire.u32, 0, 4294967295),
    loot: wire.integer(wire.u32, 0, 4294967295),
    item: wire.integer(wire.u16, 0, 65535),
    wear: wire.integer(wire.u16, 0, 65535),
    secondsLeft: wire.integer(wire.varint, 0, 4294967295),
  }),
);

export const LootRollResult = wire.struct({
  name: wire.text(24),
  choice: LootChoice,
  points: wire.integer(wire.u8, 0, 255),
});

export const LootRollEnded = wire.message(
  { id: 0x76, bytesMax: 166, padded: false },
  wire.struct({
    roll: wire.integer(wire.u32, 0, 4294967295),
    winner: wire.text(24),
    results: wire.listUpTo(LootRollResult, 5),
  }),
);

export const ReportTaken = wire.message(
  { id: 0x78, bytesMax: 31, padded: false },
  wire.struct({
    report: wire.integer(wire.u32, 0, 4294967295),
    name: wire.text(24),
    reason: ReportReason,
  }),
);

export const ReportOutcome = wire.enumeration(wire.u8, {
  noAction: 1,
  warned: 2,
  muted: 3,
  banned: 4,
  other: 5,
});

export const ReportDecided = wire.message(
  { id: 0x79, bytesMax: 233, padded: false },
  wire.struct({
    report: wire.integer(wire.u32, 0, 4294967295),
    name: wire.text(24),
    reason: ReportReason,
    outcome: ReportOutcome,
    text: wire.text(200),
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
