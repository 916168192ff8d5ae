// Generated from protocol-schema/game.tos by `npm run codegen`; changes here are lost.
// What players and server say inside a session. Packet ids below 0x10 belong to the session layer.
// encode… and decode… return the offset behind the message, or below 0 a CodecFault; the content is then unspecified.
// `end` of a struct's or record's decoder lies within the data; packets check it.
/* eslint-disable max-lines -- generated: one module a schema file */

import { readText, writeText } from '../codec/utf8.js';
import { readVarint, varintSize, writeVarint } from '../codec/varint.js';

/** Longest character name in bytes. */
export const nameBytesMax = 24;

/** Longest chat text in bytes of UTF-8. */
export const chatBytesMax = 200;

/** World steps per second. */
export const tickRate = 60;

/** Most other entities one client is told of at a time. */
export const visibleEntitiesMax = 250;

/** Most members of a party. */
export const partyMembersMax = 5;

/** What an entity is. */
export const EntityKind = {
  player: 1,
  /** Everything alive that no player plays. */
  creature: 2,
  /** An item lying on the ground. */
  loot: 3,
  /** Somebody who can be talked to, and not fought. */
  npc: 4,
} as const;

export type EntityKind = (typeof EntityKind)[keyof typeof EntityKind];

/** What an entity is doing, for its animation. */
export const EntityStatus = {
  /** Lies on the ground; a player may ask to stand up again. */
  dead: 0x01,
  /** In a fight within the last seconds. */
  inCombat: 0x02,
  /** Prepares a skill that takes time. */
  casting: 0x04,
  /** Can neither move nor act. */
  stunned: 0x08,
  /** Inside a safe zone. */
  safe: 0x10,
} as const;

/** One step of a player's movement. */
export class MoveStep {
  /**
   * Wished direction, east positive. A vector longer than 1 is shortened to 1 by the server.
   * -1 .. 1 in steps of 1/127; clamped when encoded.
   */
  moveX = 0;
  /**
   * Wished direction, south positive.
   * -1 .. 1 in steps of 1/127; clamped when encoded.
   */
  moveY = 0;
  /**
   * Where the player looks; 0 is east, clockwise (towards south).
   * 1/256 turn.
   */
  facing = 0;
  /**
   * For how many world steps this holds, 1 to 6.
   * u8, 1 .. 6, in ticks.
   */
  ticks = 1;
}

/** Bytes of every one. */
export const moveStepSizeMax = 4;

export function encodeMoveStep(message: MoveStep, out: Uint8Array, at: number): number {
  const moveX = message.moveX;
  let moveXSteps = (moveX + 1) * 127 + 0.5;
  if (!(moveXSteps >= 0 && moveXSteps < 255)) {
    if (moveX !== moveX) return /* outOfRange */ -2;
    moveXSteps = moveX <= -1 ? 0 : 254;
  }
  const moveY = message.moveY;
  let moveYSteps = (moveY + 1) * 127 + 0.5;
  if (!(moveYSteps >= 0 && moveYSteps < 255)) {
    if (moveY !== moveY) return /* outOfRange */ -2;
    moveYSteps = moveY <= -1 ? 0 : 254;
  }
  const facing = message.facing;
  if ((facing & 0xff) !== facing) return /* outOfRange */ -2;
  const ticks = message.ticks;
  if ((ticks & 0xff) !== ticks || ticks < 1 || ticks > 6) return /* outOfRange */ -2;
  if (at + 4 > out.length) return /* noRoom */ -1;
  out[at] = moveXSteps;
  out[at + 1] = moveYSteps;
  out[at + 2] = facing;
  out[at + 3] = ticks;
  at += 4;
  return at;
}

export function decodeMoveStep(message: MoveStep, data: Uint8Array, at: number, end: number): number {
  if (at + 4 > end) return /* truncated */ -4;
  const moveX = data[at]!;
  if (moveX > 254) return /* outOfRange */ -2;
  message.moveX = moveX / 127 - 1;
  const moveY = data[at + 1]!;
  if (moveY > 254) return /* outOfRange */ -2;
  message.moveY = moveY / 127 - 1;
  message.facing = data[at + 2]!;
  const ticks = data[at + 3]!;
  if (ticks < 1 || ticks > 6) return /* outOfRange */ -2;
  message.ticks = ticks;
  at += 4;
  return at;
}

export const playerInputId = 0x10;
/** Bytes of the longest; the shortest takes 8, with the id. */
export const playerInputSizeMax = 40;

/**
 * Movement, newest step last. Carrying earlier steps again costs little and spares a resend.
 * From the client, unreliable, at most 70 a second.
 */
export class PlayerInput {
  /**
   * Number of the newest step; counts up by one per step and wraps. The first of a session may have any number.
   * u16.
   */
  sequence = 0;
  /**
   * The server tick of which the client was showing others when it made the newest step, rounded down between two, 0 for
   * none. Skills are judged by where their target was that long ago, at most 250 ms; a tick ahead of the server's is now.
   * u32.
   */
  viewTick = 0;
  stepsCount = 0;
  /**
   * The newest step is the last; the one before it has the number before it, and so on. Steps that the server has already are skipped.
   * Up to 8.
   */
  readonly steps: readonly MoveStep[] = Array.from({ length: 8 }, () => new MoveStep());
}

export function encodePlayerInput(message: PlayerInput, out: Uint8Array, at: number): number {
  const sequence = message.sequence;
  if ((sequence & 0xffff) !== sequence) return /* outOfRange */ -2;
  const viewTick = message.viewTick;
  if (viewTick >>> 0 !== viewTick) return /* outOfRange */ -2;
  const stepsCount = message.stepsCount;
  if ((stepsCount & 0xff) !== stepsCount || stepsCount > 8) return /* tooLong */ -3;
  if (at + 8 > out.length) return /* noRoom */ -1;
  out[at] = 0x10;
  out[at + 1] = sequence;
  out[at + 2] = sequence >>> 8;
  out[at + 3] = viewTick;
  out[at + 4] = viewTick >>> 8;
  out[at + 5] = viewTick >>> 16;
  out[at + 6] = viewTick >>> 24;
  out[at + 7] = stepsCount;
  at += 8;
  if (at + stepsCount * 4 > out.length) return /* noRoom */ -1;
  const steps = message.steps;
  for (let i = 0; i < stepsCount; i++) {
    const step = steps[i]!;
    const moveX = step.moveX;
    let moveXSteps = (moveX + 1) * 127 + 0.5;
    if (!(moveXSteps >= 0 && moveXSteps < 255)) {
      if (moveX !== moveX) return /* outOfRange */ -2;
      moveXSteps = moveX <= -1 ? 0 : 254;
    }
    const moveY = step.moveY;
    let moveYSteps = (moveY + 1) * 127 + 0.5;
    if (!(moveYSteps >= 0 && moveYSteps < 255)) {
      if (moveY !== moveY) return /* outOfRange */ -2;
      moveYSteps = moveY <= -1 ? 0 : 254;
    }
    const facing = step.facing;
    if ((facing & 0xff) !== facing) return /* outOfRange */ -2;
    const ticks = step.ticks;
    if ((ticks & 0xff) !== ticks || ticks < 1 || ticks > 6) return /* outOfRange */ -2;
    out[at] = moveXSteps;
    out[at + 1] = moveYSteps;
    out[at + 2] = facing;
    out[at + 3] = ticks;
    at += 4;
  }
  return at;
}

export function decodePlayerInput(message: PlayerInput, data: Uint8Array, at: number, end: number): number {
  if (end > data.length) return /* truncated */ -4;
  if (end - at > playerInputSizeMax) return /* tooLong */ -3;
  if (at + 8 > end) return /* truncated */ -4;
  if (data[at] !== playerInputId) return /* wrongId */ -6;
  message.sequence = data[at + 1]! | (data[at + 2]! << 8);
  message.viewTick =
    (data[at + 3]! | (data[at + 4]! << 8) | (data[at + 5]! << 16) | (data[at + 6]! << 24)) >>> 0;
  const stepsCount = data[at + 7]!;
  if (stepsCount > 8) return /* tooLong */ -3;
  message.stepsCount = stepsCount;
  at += 8;
  if (stepsCount * 4 > end - at) return /* truncated */ -4;
  const steps = message.steps;
  for (let i = 0; i < stepsCount; i++) {
    const step = steps[i]!;
    const moveX = data[at]!;
    if (moveX > 254) return /* outOfRange */ -2;
    step.moveX = moveX / 127 - 1;
    const moveY = data[at + 1]!;
    if (moveY > 254) return /* outOfRange */ -2;
    step.moveY = moveY / 127 - 1;
    step.facing = data[at + 2]!;
    const ticks = data[at + 3]!;
    if (ticks < 1 || ticks > 6) return /* outOfRange */ -2;
    step.ticks = ticks;
    at += 4;
  }
  return at === end ? at : /* trailing */ -5;
}

export const useSkillId = 0x11;
/** Bytes of every one, with the id. */
export const useSkillSizeMax = 7;

/**
 * Uses a skill, at once or not at all.
 * From the client, reliable, at most 10 a second.
 */
export class UseSkill {
  /**
   * Skill id from the content; 1 is the plain attack with the weapon at hand.
   * u16.
   */
  skill = 0;
  /**
   * Entity id from EntityState, 0 for none.
   * u32.
   */
  target = 0;
}

export function encodeUseSkill(message: UseSkill, out: Uint8Array, at: number): number {
  const skill = message.skill;
  if ((skill & 0xffff) !== skill) return /* outOfRange */ -2;
  const target = message.target;
  if (target >>> 0 !== target) return /* outOfRange */ -2;
  if (at + 7 > out.length) return /* noRoom */ -1;
  out[at] = 0x11;
  out[at + 1] = skill;
  out[at + 2] = skill >>> 8;
  out[at + 3] = target;
  out[at + 4] = target >>> 8;
  out[at + 5] = target >>> 16;
  out[at + 6] = target >>> 24;
  at += 7;
  return at;
}

export function decodeUseSkill(message: UseSkill, data: Uint8Array, at: number, end: number): number {
  if (end > data.length || end - at < useSkillSizeMax) return /* truncated */ -4;
  if (end - at > useSkillSizeMax) return /* trailing */ -5;
  if (data[at] !== useSkillId) return /* wrongId */ -6;
  message.skill = data[at + 1]! | (data[at + 2]! << 8);
  message.target =
    (data[at + 3]! | (data[at + 4]! << 8) | (data[at + 5]! << 16) | (data[at + 6]! << 24)) >>> 0;
  at += 7;
  return at;
}

/** What a stack of items lies in. */
export const HolderKind = {
  /** Nothing: it did not exist before, or does not any more. */
  nowhere: 0,
  /** The bag of a character. */
  inventory: 1,
  /** Worn by a character. */
  equipment: 2,
  /** The bank of a character. */
  bank: 3,
  /** What a vendor keeps for a character to buy back. */
  buyBack: 4,
  /** The ground. */
  ground: 5,
  /** A letter. */
  letter: 6,
  /** A listing on the market. */
  listing: 7,
} as const;

export type HolderKind = (typeof HolderKind)[keyof typeof HolderKind];

export const pickUpId = 0x12;
/** Bytes of every one, with the id. */
export const pickUpSizeMax = 9;

/**
 * Takes an item from the ground. Like all requests with a command it is done once: asked again under the same number, also
 * by a later session of the character, it is answered and not done again.
 * From the client, reliable, at most 10 a second.
 */
export class PickUp {
  /**
   * Counted up by the client for each new request of its character, beginning one above Welcome.lastCommand. One that was
   * refused is not used up.
   * u32.
   */
  command = 0;
  /**
   * Entity id of a loot entity within reach.
   * u32.
   */
  loot = 0;
}

export function encodePickUp(message: PickUp, out: Uint8Array, at: number): number {
  const command = message.command;
  if (command >>> 0 !== command) return /* outOfRange */ -2;
  const loot = message.loot;
  if (loot >>> 0 !== loot) return /* outOfRange */ -2;
  if (at + 9 > out.length) return /* noRoom */ -1;
  out[at] = 0x12;
  out[at + 1] = command;
  out[at + 2] = command >>> 8;
  out[at + 3] = command >>> 16;
  out[at + 4] = command >>> 24;
  out[at + 5] = loot;
  out[at + 6] = loot >>> 8;
  out[at + 7] = loot >>> 16;
  out[at + 8] = loot >>> 24;
  at += 9;
  return at;
}

export function decodePickUp(message: PickUp, data: Uint8Array, at: number, end: number): number {
  if (end > data.length || end - at < pickUpSizeMax) return /* truncated */ -4;
  if (end - at > pickUpSizeMax) return /* trailing */ -5;
  if (data[at] !== pickUpId) return /* wrongId */ -6;
  message.command =
    (data[at + 1]! | (data[at + 2]! << 8) | (data[at + 3]! << 16) | (data[at + 4]! << 24)) >>> 0;
  message.loot = (data[at + 5]! | (data[at + 6]! << 8) | (data[at + 7]! << 16) | (data[at + 8]! << 24)) >>> 0;
  at += 9;
  return at;
}

/** Who hears a chat message. */
export const ChatScope = {
  /** Heard by those who see the speaker. */
  say: 1,
  /** Heard on the whole map. */
  zone: 2,
  /** From the operators. */
  server: 3,
  /** Heard by the speaker's party, wherever its members are. */
  party: 4,
} as const;

export type ChatScope = (typeof ChatScope)[keyof typeof ChatScope];

export const chatRequestId = 0x13;
/** Bytes of the longest; the shortest takes 3, with the id. */
export const chatRequestSizeMax = 203;

/**
 * Says something.
 * From the client, reliable, at most 2 a second.
 */
export class ChatRequest {
  /** `say`, `zone` or `party`. */
  scope: ChatScope = ChatScope.say;
  /**
   * Not empty once trimmed; refused as a whole with control or invisible direction characters.
   * Up to 200 bytes of UTF-8.
   */
  text = '';
}

export function encodeChatRequest(message: ChatRequest, out: Uint8Array, at: number): number {
  const scope = message.scope;
  if ((scope & 0xff) !== scope || scope < 1 || scope > 4) return /* outOfRange */ -2;
  if (at + 2 > out.length) return /* noRoom */ -1;
  out[at] = 0x13;
  out[at + 1] = scope;
  at += 2;
  at = writeText(message.text, out, at, 200);
  if (at < 0) return at;
  return at;
}

export function decodeChatRequest(message: ChatRequest, data: Uint8Array, at: number, end: number): number {
  if (end > data.length) return /* truncated */ -4;
  if (end - at > chatRequestSizeMax) return /* tooLong */ -3;
  if (at + 3 > end) return /* truncated */ -4;
  if (data[at] !== chatRequestId) return /* wrongId */ -6;
  const scope = data[at + 1]!;
  if (scope < 1 || scope > 4) return /* outOfRange */ -2;
  message.scope = scope as ChatScope;
  const textLength = data[at + 2]!;
  if (textLength > 200) return /* tooLong */ -3;
  at += 3;
  if (textLength > end - at) return /* truncated */ -4;
  const text = readText(data, at, at + textLength);
  if (text === undefined) return /* badText */ -7;
  message.text = text;
  at += textLength;
  return at === end ? at : /* trailing */ -5;
}

export const respawnRequestId = 0x14;
/** Bytes of every one, with the id. */
export const respawnRequestSizeMax = 1;

/**
 * A dead player asks to stand up at the bind point.
 * From the client, reliable, at most 1 a second.
 */
export class RespawnRequest {}

export function encodeRespawnRequest(_message: RespawnRequest, out: Uint8Array, at: number): number {
  if (at >= out.length) return /* noRoom */ -1;
  out[at] = 0x14;
  at += 1;
  return at;
}

export function decodeRespawnRequest(
  _message: RespawnRequest,
  data: Uint8Array,
  at: number,
  end: number,
): number {
  if (end > data.length || end - at < respawnRequestSizeMax) return /* truncated */ -4;
  if (end - at > respawnRequestSizeMax) return /* trailing */ -5;
  if (data[at] !== respawnRequestId) return /* wrongId */ -6;
  at += 1;
  return at;
}

export const leaveRequestId = 0x15;
/** Bytes of every one, with the id. */
export const leaveRequestSizeMax = 1;

/**
 * The client leaves on purpose; the server saves, then disconnects.
 * From the client, reliable, at most 1 a second.
 */
export class LeaveRequest {}

export function encodeLeaveRequest(_message: LeaveRequest, out: Uint8Array, at: number): number {
  if (at >= out.length) return /* noRoom */ -1;
  out[at] = 0x15;
  at += 1;
  return at;
}

export function decodeLeaveRequest(
  _message: LeaveRequest,
  data: Uint8Array,
  at: number,
  end: number,
): number {
  if (end > data.length || end - at < leaveRequestSizeMax) return /* truncated */ -4;
  if (end - at > leaveRequestSizeMax) return /* trailing */ -5;
  if (data[at] !== leaveRequestId) return /* wrongId */ -6;
  at += 1;
  return at;
}

export const moveItemId = 0x16;
/** Bytes of every one, with the id. */
export const moveItemSizeMax = 11;

/**
 * Puts a stack, or a part of it, into another slot: an empty one, one with more of the same, or, for a whole stack, one with
 * something else, which comes back in exchange. From the bag to `equipment` it is put on, where its kind is worn; the slots
 * there are those of EquipSlot in the content.
 * From the client, reliable, at most 20 a second.
 */
export class MoveItem {
  /**
   * As in PickUp.
   * u32.
   */
  command = 0;
  /** Where it lies: `inventory`, `equipment` or `bank`. */
  from: HolderKind = HolderKind.nowhere;
  /**
   * In which slot, from 0.
   * u8.
   */
  fromSlot = 0;
  /** Where it goes: from the bag anywhere of these, from elsewhere into the bag, within the bank too. */
  to: HolderKind = HolderKind.nowhere;
  /**
   * Into which slot, from 0.
   * u8.
   */
  toSlot = 0;
  /**
   * How many.
   * u16.
   */
  units = 0;
}

export function encodeMoveItem(message: MoveItem, out: Uint8Array, at: number): number {
  const command = message.command;
  if (command >>> 0 !== command) return /* outOfRange */ -2;
  const from = message.from;
  if ((from & 0xff) !== from || from > 7) return /* outOfRange */ -2;
  const fromSlot = message.fromSlot;
  if ((fromSlot & 0xff) !== fromSlot) return /* outOfRange */ -2;
  const to = message.to;
  if ((to & 0xff) !== to || to > 7) return /* outOfRange */ -2;
  const toSlot = message.toSlot;
  if ((toSlot & 0xff) !== toSlot) return /* outOfRange */ -2;
  const units = message.units;
  if ((units & 0xffff) !== units) return /* outOfRange */ -2;
  if (at + 11 > out.length) return /* noRoom */ -1;
  out[at] = 0x16;
  out[at + 1] = command;
  out[at + 2] = command >>> 8;
  out[at + 3] = command >>> 16;
  out[at + 4] = command >>> 24;
  out[at + 5] = from;
  out[at + 6] = fromSlot;
  out[at + 7] = to;
  out[at + 8] = toSlot;
  out[at + 9] = units;
  out[at + 10] = units >>> 8;
  at += 11;
  return at;
}

export function decodeMoveItem(message: MoveItem, data: Uint8Array, at: number, end: number): number {
  if (end > data.length || end - at < moveItemSizeMax) return /* truncated */ -4;
  if (end - at > moveItemSizeMax) return /* trailing */ -5;
  if (data[at] !== moveItemId) return /* wrongId */ -6;
  message.command =
    (data[at + 1]! | (data[at + 2]! << 8) | (data[at + 3]! << 16) | (data[at + 4]! << 24)) >>> 0;
  const from = data[at + 5]!;
  if (from > 7) return /* outOfRange */ -2;
  message.from = from as HolderKind;
  message.fromSlot = data[at + 6]!;
  const to = data[at + 7]!;
  if (to > 7) return /* outOfRange */ -2;
  message.to = to as HolderKind;
  message.toSlot = data[at + 8]!;
  message.units = data[at + 9]! | (data[at + 10]! << 8);
  at += 11;
  return at;
}

export const dropItemId = 0x17;
/** Bytes of every one, with the id. */
export const dropItemSizeMax = 9;

/**
 * Lays items on the ground, where anybody can take them.
 * From the client, reliable, at most 10 a second.
 */
export class DropItem {
  /**
   * As in PickUp.
   * u32.
   */
  command = 0;
  /** Where they lie; the bag. */
  from: HolderKind = HolderKind.nowhere;
  /**
   * In which slot, from 0.
   * u8.
   */
  slot = 0;
  /**
   * How many.
   * u16.
   */
  units = 0;
}

export function encodeDropItem(message: DropItem, out: Uint8Array, at: number): number {
  const command = message.command;
  if (command >>> 0 !== command) return /* outOfRange */ -2;
  const from = message.from;
  if ((from & 0xff) !== from || from > 7) return /* outOfRange */ -2;
  const slot = message.slot;
  if ((slot & 0xff) !== slot) return /* outOfRange */ -2;
  const units = message.units;
  if ((units & 0xffff) !== units) return /* outOfRange */ -2;
  if (at + 9 > out.length) return /* noRoom */ -1;
  out[at] = 0x17;
  out[at + 1] = command;
  out[at + 2] = command >>> 8;
  out[at + 3] = command >>> 16;
  out[at + 4] = command >>> 24;
  out[at + 5] = from;
  out[at + 6] = slot;
  out[at + 7] = units;
  out[at + 8] = units >>> 8;
  at += 9;
  return at;
}

export function decodeDropItem(message: DropItem, data: Uint8Array, at: number, end: number): number {
  if (end > data.length || end - at < dropItemSizeMax) return /* truncated */ -4;
  if (end - at > dropItemSizeMax) return /* trailing */ -5;
  if (data[at] !== dropItemId) return /* wrongId */ -6;
  message.command =
    (data[at + 1]! | (data[at + 2]! << 8) | (data[at + 3]! << 16) | (data[at + 4]! << 24)) >>> 0;
  const from = data[at + 5]!;
  if (from > 7) return /* outOfRange */ -2;
  message.from = from as HolderKind;
  message.slot = data[at + 6]!;
  message.units = data[at + 7]! | (data[at + 8]! << 8);
  at += 9;
  return at;
}

export const useItemId = 0x18;
/** Bytes of every one, with the id. */
export const useItemSizeMax = 7;

/**
 * Consumes one of a stack, for the health and mana that it gives.
 * From the client, reliable, at most 10 a second.
 */
export class UseItem {
  /**
   * As in PickUp.
   * u32.
   */
  command = 0;
  /** Where it lies; the bag. */
  from: HolderKind = HolderKind.nowhere;
  /**
   * In which slot, from 0.
   * u8.
   */
  slot = 0;
}

export function encodeUseItem(message: UseItem, out: Uint8Array, at: number): number {
  const command = message.command;
  if (command >>> 0 !== command) return /* outOfRange */ -2;
  const from = message.from;
  if ((from & 0xff) !== from || from > 7) return /* outOfRange */ -2;
  const slot = message.slot;
  if ((slot & 0xff) !== slot) return /* outOfRange */ -2;
  if (at + 7 > out.length) return /* noRoom */ -1;
  out[at] = 0x18;
  out[at + 1] = command;
  out[at + 2] = command >>> 8;
  out[at + 3] = command >>> 16;
  out[at + 4] = command >>> 24;
  out[at + 5] = from;
  out[at + 6] = slot;
  at += 7;
  return at;
}

export function decodeUseItem(message: UseItem, data: Uint8Array, at: number, end: number): number {
  if (end > data.length || end - at < useItemSizeMax) return /* truncated */ -4;
  if (end - at > useItemSizeMax) return /* trailing */ -5;
  if (data[at] !== useItemId) return /* wrongId */ -6;
  message.command =
    (data[at + 1]! | (data[at + 2]! << 8) | (data[at + 3]! << 16) | (data[at + 4]! << 24)) >>> 0;
  const from = data[at + 5]!;
  if (from > 7) return /* outOfRange */ -2;
  message.from = from as HolderKind;
  message.slot = data[at + 6]!;
  at += 7;
  return at;
}

export const buyItemId = 0x1a;
/** Bytes of every one, with the id. */
export const buyItemSizeMax = 13;

/**
 * Buys from a vendor who is near enough to talk to. All of it or nothing.
 * From the client, reliable, at most 10 a second.
 */
export class BuyItem {
  /**
   * As in PickUp.
   * u32.
   */
  command = 0;
  /**
   * Entity id of the vendor.
   * u32.
   */
  vendor = 0;
  /**
   * Item id from the content, one that this vendor sells.
   * u16.
   */
  item = 0;
  /**
   * How many.
   * u16.
   */
  units = 0;
}

export function encodeBuyItem(message: BuyItem, out: Uint8Array, at: number): number {
  const command = message.command;
  if (command >>> 0 !== command) return /* outOfRange */ -2;
  const vendor = message.vendor;
  if (vendor >>> 0 !== vendor) return /* outOfRange */ -2;
  const item = message.item;
  if ((item & 0xffff) !== item) return /* outOfRange */ -2;
  const units = message.units;
  if ((units & 0xffff) !== units) return /* outOfRange */ -2;
  if (at + 13 > out.length) return /* noRoom */ -1;
  out[at] = 0x1a;
  out[at + 1] = command;
  out[at + 2] = command >>> 8;
  out[at + 3] = command >>> 16;
  out[at + 4] = command >>> 24;
  out[at + 5] = vendor;
  out[at + 6] = vendor >>> 8;
  out[at + 7] = vendor >>> 16;
  out[at + 8] = vendor >>> 24;
  out[at + 9] = item;
  out[at + 10] = item >>> 8;
  out[at + 11] = units;
  out[at + 12] = units >>> 8;
  at += 13;
  return at;
}

export function decodeBuyItem(message: BuyItem, data: Uint8Array, at: number, end: number): number {
  if (end > data.length || end - at < buyItemSizeMax) return /* truncated */ -4;
  if (end - at > buyItemSizeMax) return /* trailing */ -5;
  if (data[at] !== buyItemId) return /* wrongId */ -6;
  message.command =
    (data[at + 1]! | (data[at + 2]! << 8) | (data[at + 3]! << 16) | (data[at + 4]! << 24)) >>> 0;
  message.vendor =
    (data[at + 5]! | (data[at + 6]! << 8) | (data[at + 7]! << 16) | (data[at + 8]! << 24)) >>> 0;
  message.item = data[at + 9]! | (data[at + 10]! << 8);
  message.units = data[at + 11]! | (data[at + 12]! << 8);
  at += 13;
  return at;
}

export const sellItemId = 0x1b;
/** Bytes of every one, with the id. */
export const sellItemSizeMax = 12;

/**
 * Sells to a vendor, who keeps the last 8 stacks for buying back.
 * From the client, reliable, at most 10 a second.
 */
export class SellItem {
  /**
   * As in PickUp.
   * u32.
   */
  command = 0;
  /**
   * Entity id of the vendor.
   * u32.
   */
  vendor = 0;
  /**
   * Slot of the bag in which it lies, from 0.
   * u8.
   */
  slot = 0;
  /**
   * How many.
   * u16.
   */
  units = 0;
}

export function encodeSellItem(message: SellItem, out: Uint8Array, at: number): number {
  const command = message.command;
  if (command >>> 0 !== command) return /* outOfRange */ -2;
  const vendor = message.vendor;
  if (vendor >>> 0 !== vendor) return /* outOfRange */ -2;
  const slot = message.slot;
  if ((slot & 0xff) !== slot) return /* outOfRange */ -2;
  const units = message.units;
  if ((units & 0xffff) !== units) return /* outOfRange */ -2;
  if (at + 12 > out.length) return /* noRoom */ -1;
  out[at] = 0x1b;
  out[at + 1] = command;
  out[at + 2] = command >>> 8;
  out[at + 3] = command >>> 16;
  out[at + 4] = command >>> 24;
  out[at + 5] = vendor;
  out[at + 6] = vendor >>> 8;
  out[at + 7] = vendor >>> 16;
  out[at + 8] = vendor >>> 24;
  out[at + 9] = slot;
  out[at + 10] = units;
  out[at + 11] = units >>> 8;
  at += 12;
  return at;
}

export function decodeSellItem(message: SellItem, data: Uint8Array, at: number, end: number): number {
  if (end > data.length || end - at < sellItemSizeMax) return /* truncated */ -4;
  if (end - at > sellItemSizeMax) return /* trailing */ -5;
  if (data[at] !== sellItemId) return /* wrongId */ -6;
  message.command =
    (data[at + 1]! | (data[at + 2]! << 8) | (data[at + 3]! << 16) | (data[at + 4]! << 24)) >>> 0;
  message.vendor =
    (data[at + 5]! | (data[at + 6]! << 8) | (data[at + 7]! << 16) | (data[at + 8]! << 24)) >>> 0;
  message.slot = data[at + 9]!;
  message.units = data[at + 10]! | (data[at + 11]! << 8);
  at += 12;
  return at;
}

export const buyBackItemId = 0x1c;
/** Bytes of every one, with the id. */
export const buyBackItemSizeMax = 10;

/**
 * Buys back what was sold, the whole stack, from any vendor, for as much as the most generous one may have paid.
 * From the client, reliable, at most 10 a second.
 */
export class BuyBackItem {
  /**
   * As in PickUp.
   * u32.
   */
  command = 0;
  /**
   * Entity id of the vendor.
   * u32.
   */
  vendor = 0;
  /**
   * Slot of `buyBack` in which it lies, from 0.
   * u8.
   */
  slot = 0;
}

export function encodeBuyBackItem(message: BuyBackItem, out: Uint8Array, at: number): number {
  const command = message.command;
  if (command >>> 0 !== command) return /* outOfRange */ -2;
  const vendor = message.vendor;
  if (vendor >>> 0 !== vendor) return /* outOfRange */ -2;
  const slot = message.slot;
  if ((slot & 0xff) !== slot) return /* outOfRange */ -2;
  if (at + 10 > out.length) return /* noRoom */ -1;
  out[at] = 0x1c;
  out[at + 1] = command;
  out[at + 2] = command >>> 8;
  out[at + 3] = command >>> 16;
  out[at + 4] = command >>> 24;
  out[at + 5] = vendor;
  out[at + 6] = vendor >>> 8;
  out[at + 7] = vendor >>> 16;
  out[at + 8] = vendor >>> 24;
  out[at + 9] = slot;
  at += 10;
  return at;
}

export function decodeBuyBackItem(message: BuyBackItem, data: Uint8Array, at: number, end: number): number {
  if (end > data.length || end - at < buyBackItemSizeMax) return /* truncated */ -4;
  if (end - at > buyBackItemSizeMax) return /* trailing */ -5;
  if (data[at] !== buyBackItemId) return /* wrongId */ -6;
  message.command =
    (data[at + 1]! | (data[at + 2]! << 8) | (data[at + 3]! << 16) | (data[at + 4]! << 24)) >>> 0;
  message.vendor =
    (data[at + 5]! | (data[at + 6]! << 8) | (data[at + 7]! << 16) | (data[at + 8]! << 24)) >>> 0;
  message.slot = data[at + 9]!;
  at += 10;
  return at;
}

export const repairItemId = 0x1d;
/** Bytes of every one, with the id. */
export const repairItemSizeMax = 11;

/**
 * Has somebody mend what is worn, or worn out.
 * From the client, reliable, at most 10 a second.
 */
export class RepairItem {
  /**
   * As in PickUp.
   * u32.
   */
  command = 0;
  /**
   * Entity id of who mends.
   * u32.
   */
  mender = 0;
  /** Where it lies: the bag, or what is worn. */
  from: HolderKind = HolderKind.nowhere;
  /**
   * In which slot, from 0.
   * u8.
   */
  slot = 0;
}

export function encodeRepairItem(message: RepairItem, out: Uint8Array, at: number): number {
  const command = message.command;
  if (command >>> 0 !== command) return /* outOfRange */ -2;
  const mender = message.mender;
  if (mender >>> 0 !== mender) return /* outOfRange */ -2;
  const from = message.from;
  if ((from & 0xff) !== from || from > 7) return /* outOfRange */ -2;
  const slot = message.slot;
  if ((slot & 0xff) !== slot) return /* outOfRange */ -2;
  if (at + 11 > out.length) return /* noRoom */ -1;
  out[at] = 0x1d;
  out[at + 1] = command;
  out[at + 2] = command >>> 8;
  out[at + 3] = command >>> 16;
  out[at + 4] = command >>> 24;
  out[at + 5] = mender;
  out[at + 6] = mender >>> 8;
  out[at + 7] = mender >>> 16;
  out[at + 8] = mender >>> 24;
  out[at + 9] = from;
  out[at + 10] = slot;
  at += 11;
  return at;
}

export function decodeRepairItem(message: RepairItem, data: Uint8Array, at: number, end: number): number {
  if (end > data.length || end - at < repairItemSizeMax) return /* truncated */ -4;
  if (end - at > repairItemSizeMax) return /* trailing */ -5;
  if (data[at] !== repairItemId) return /* wrongId */ -6;
  message.command =
    (data[at + 1]! | (data[at + 2]! << 8) | (data[at + 3]! << 16) | (data[at + 4]! << 24)) >>> 0;
  message.mender =
    (data[at + 5]! | (data[at + 6]! << 8) | (data[at + 7]! << 16) | (data[at + 8]! << 24)) >>> 0;
  const from = data[at + 9]!;
  if (from > 7) return /* outOfRange */ -2;
  message.from = from as HolderKind;
  message.slot = data[at + 10]!;
  at += 11;
  return at;
}

export const openBankId = 0x1e;
/** Bytes of every one, with the id. */
export const openBankSizeMax = 9;

/**
 * Asks a banker what lies in the own bank. CommandConfirmed comes, and behind it InventorySlot for each slot that is not
 * empty. What changes later is told without being asked. Near a banker MoveItem moves between bag and bank.
 * From the client, reliable, at most 1 a second.
 */
export class OpenBank {
  /**
   * As in PickUp.
   * u32.
   */
  command = 0;
  /**
   * Entity id of the banker.
   * u32.
   */
  banker = 0;
}

export function encodeOpenBank(message: OpenBank, out: Uint8Array, at: number): number {
  const command = message.command;
  if (command >>> 0 !== command) return /* outOfRange */ -2;
  const banker = message.banker;
  if (banker >>> 0 !== banker) return /* outOfRange */ -2;
  if (at + 9 > out.length) return /* noRoom */ -1;
  out[at] = 0x1e;
  out[at + 1] = command;
  out[at + 2] = command >>> 8;
  out[at + 3] = command >>> 16;
  out[at + 4] = command >>> 24;
  out[at + 5] = banker;
  out[at + 6] = banker >>> 8;
  out[at + 7] = banker >>> 16;
  out[at + 8] = banker >>> 24;
  at += 9;
  return at;
}

export function decodeOpenBank(message: OpenBank, data: Uint8Array, at: number, end: number): number {
  if (end > data.length || end - at < openBankSizeMax) return /* truncated */ -4;
  if (end - at > openBankSizeMax) return /* trailing */ -5;
  if (data[at] !== openBankId) return /* wrongId */ -6;
  message.command =
    (data[at + 1]! | (data[at + 2]! << 8) | (data[at + 3]! << 16) | (data[at + 4]! << 24)) >>> 0;
  message.banker =
    (data[at + 5]! | (data[at + 6]! << 8) | (data[at + 7]! << 16) | (data[at + 8]! << 24)) >>> 0;
  at += 9;
  return at;
}

export const discardItemId = 0x19;
/** Bytes of every one, with the id. */
export const discardItemSizeMax = 9;

/**
 * Throws items away for ever.
 * From the client, reliable, at most 10 a second.
 */
export class DiscardItem {
  /**
   * As in PickUp.
   * u32.
   */
  command = 0;
  /** Where they lie; the bag. */
  from: HolderKind = HolderKind.nowhere;
  /**
   * In which slot, from 0.
   * u8.
   */
  slot = 0;
  /**
   * How many.
   * u16.
   */
  units = 0;
}

export function encodeDiscardItem(message: DiscardItem, out: Uint8Array, at: number): number {
  const command = message.command;
  if (command >>> 0 !== command) return /* outOfRange */ -2;
  const from = message.from;
  if ((from & 0xff) !== from || from > 7) return /* outOfRange */ -2;
  const slot = message.slot;
  if ((slot & 0xff) !== slot) return /* outOfRange */ -2;
  const units = message.units;
  if ((units & 0xffff) !== units) return /* outOfRange */ -2;
  if (at + 9 > out.length) return /* noRoom */ -1;
  out[at] = 0x19;
  out[at + 1] = command;
  out[at + 2] = command >>> 8;
  out[at + 3] = command >>> 16;
  out[at + 4] = command >>> 24;
  out[at + 5] = from;
  out[at + 6] = slot;
  out[at + 7] = units;
  out[at + 8] = units >>> 8;
  at += 9;
  return at;
}

export function decodeDiscardItem(message: DiscardItem, data: Uint8Array, at: number, end: number): number {
  if (end > data.length || end - at < discardItemSizeMax) return /* truncated */ -4;
  if (end - at > discardItemSizeMax) return /* trailing */ -5;
  if (data[at] !== discardItemId) return /* wrongId */ -6;
  message.command =
    (data[at + 1]! | (data[at + 2]! << 8) | (data[at + 3]! << 16) | (data[at + 4]! << 24)) >>> 0;
  const from = data[at + 5]!;
  if (from > 7) return /* outOfRange */ -2;
  message.from = from as HolderKind;
  message.slot = data[at + 6]!;
  message.units = data[at + 7]! | (data[at + 8]! << 8);
  at += 9;
  return at;
}

export const tradeInviteId = 0x28;
/** Bytes of every one, with the id. */
export const tradeInviteSizeMax = 5;

/**
 * Asks another player to trade. The other has 30 s to accept; it cannot decline, the invitation lapses. A new one takes the place
 * of the one before.
 * From the client, reliable, at most 1 a second.
 */
export class TradeInvite {
  /**
   * Entity id of a player within reach.
   * u32.
   */
  target = 0;
}

export function encodeTradeInvite(message: TradeInvite, out: Uint8Array, at: number): number {
  const target = message.target;
  if (target >>> 0 !== target) return /* outOfRange */ -2;
  if (at + 5 > out.length) return /* noRoom */ -1;
  out[at] = 0x28;
  out[at + 1] = target;
  out[at + 2] = target >>> 8;
  out[at + 3] = target >>> 16;
  out[at + 4] = target >>> 24;
  at += 5;
  return at;
}

export function decodeTradeInvite(message: TradeInvite, data: Uint8Array, at: number, end: number): number {
  if (end > data.length || end - at < tradeInviteSizeMax) return /* truncated */ -4;
  if (end - at > tradeInviteSizeMax) return /* trailing */ -5;
  if (data[at] !== tradeInviteId) return /* wrongId */ -6;
  message.target =
    (data[at + 1]! | (data[at + 2]! << 8) | (data[at + 3]! << 16) | (data[at + 4]! << 24)) >>> 0;
  at += 5;
  return at;
}

export const tradeAcceptId = 0x29;
/** Bytes of every one, with the id. */
export const tradeAcceptSizeMax = 5;

/**
 * Takes up the invitation of another player.
 * From the client, reliable, at most 2 a second.
 */
export class TradeAccept {
  /**
   * Entity id of who invited.
   * u32.
   */
  inviter = 0;
}

export function encodeTradeAccept(message: TradeAccept, out: Uint8Array, at: number): number {
  const inviter = message.inviter;
  if (inviter >>> 0 !== inviter) return /* outOfRange */ -2;
  if (at + 5 > out.length) return /* noRoom */ -1;
  out[at] = 0x29;
  out[at + 1] = inviter;
  out[at + 2] = inviter >>> 8;
  out[at + 3] = inviter >>> 16;
  out[at + 4] = inviter >>> 24;
  at += 5;
  return at;
}

export function decodeTradeAccept(message: TradeAccept, data: Uint8Array, at: number, end: number): number {
  if (end > data.length || end - at < tradeAcceptSizeMax) return /* truncated */ -4;
  if (end - at > tradeAcceptSizeMax) return /* trailing */ -5;
  if (data[at] !== tradeAcceptId) return /* wrongId */ -6;
  message.inviter =
    (data[at + 1]! | (data[at + 2]! << 8) | (data[at + 3]! << 16) | (data[at + 4]! << 24)) >>> 0;
  at += 5;
  return at;
}

export const tradeOfferId = 0x2a;
/** Bytes of every one, with the id. */
export const tradeOfferSizeMax = 9;

/**
 * Puts a stack of the bag, or a part of it, on the table of a trade, or takes back what lay there. It stays in the bag.
 * From the client, reliable, at most 10 a second.
 */
export class TradeOffer {
  /**
   * As told by TradeState.
   * u32.
   */
  trade = 0;
  /**
   * Where on the own side of the table.
   * u8, 0 .. 7.
   */
  place = 0;
  /**
   * In which slot of the bag it lies, from 0.
   * u8.
   */
  slot = 0;
  /**
   * How many, 0 to take back what lies in `place`.
   * u16.
   */
  units = 0;
}

export function encodeTradeOffer(message: TradeOffer, out: Uint8Array, at: number): number {
  const trade = message.trade;
  if (trade >>> 0 !== trade) return /* outOfRange */ -2;
  const place = message.place;
  if ((place & 0xff) !== place || place > 7) return /* outOfRange */ -2;
  const slot = message.slot;
  if ((slot & 0xff) !== slot) return /* outOfRange */ -2;
  const units = message.units;
  if ((units & 0xffff) !== units) return /* outOfRange */ -2;
  if (at + 9 > out.length) return /* noRoom */ -1;
  out[at] = 0x2a;
  out[at + 1] = trade;
  out[at + 2] = trade >>> 8;
  out[at + 3] = trade >>> 16;
  out[at + 4] = trade >>> 24;
  out[at + 5] = place;
  out[at + 6] = slot;
  out[at + 7] = units;
  out[at + 8] = units >>> 8;
  at += 9;
  return at;
}

export function decodeTradeOffer(message: TradeOffer, data: Uint8Array, at: number, end: number): number {
  if (end > data.length || end - at < tradeOfferSizeMax) return /* truncated */ -4;
  if (end - at > tradeOfferSizeMax) return /* trailing */ -5;
  if (data[at] !== tradeOfferId) return /* wrongId */ -6;
  message.trade =
    (data[at + 1]! | (data[at + 2]! << 8) | (data[at + 3]! << 16) | (data[at + 4]! << 24)) >>> 0;
  const place = data[at + 5]!;
  if (place > 7) return /* outOfRange */ -2;
  message.place = place;
  message.slot = data[at + 6]!;
  message.units = data[at + 7]! | (data[at + 8]! << 8);
  at += 9;
  return at;
}

export const tradeCoinsId = 0x2b;
/** Bytes of every one, with the id. */
export const tradeCoinsSizeMax = 9;

/**
 * Puts coins on the table instead of those that lay there. They stay in the purse.
 * From the client, reliable, at most 10 a second.
 */
export class TradeCoins {
  /**
   * As told by TradeState.
   * u32.
   */
  trade = 0;
  /**
   * 0 for none.
   * u32, in coins.
   */
  coins = 0;
}

export function encodeTradeCoins(message: TradeCoins, out: Uint8Array, at: number): number {
  const trade = message.trade;
  if (trade >>> 0 !== trade) return /* outOfRange */ -2;
  const coins = message.coins;
  if (coins >>> 0 !== coins) return /* outOfRange */ -2;
  if (at + 9 > out.length) return /* noRoom */ -1;
  out[at] = 0x2b;
  out[at + 1] = trade;
  out[at + 2] = trade >>> 8;
  out[at + 3] = trade >>> 16;
  out[at + 4] = trade >>> 24;
  out[at + 5] = coins;
  out[at + 6] = coins >>> 8;
  out[at + 7] = coins >>> 16;
  out[at + 8] = coins >>> 24;
  at += 9;
  return at;
}

export function decodeTradeCoins(message: TradeCoins, data: Uint8Array, at: number, end: number): number {
  if (end > data.length || end - at < tradeCoinsSizeMax) return /* truncated */ -4;
  if (end - at > tradeCoinsSizeMax) return /* trailing */ -5;
  if (data[at] !== tradeCoinsId) return /* wrongId */ -6;
  message.trade =
    (data[at + 1]! | (data[at + 2]! << 8) | (data[at + 3]! << 16) | (data[at + 4]! << 24)) >>> 0;
  message.coins =
    (data[at + 5]! | (data[at + 6]! << 8) | (data[at + 7]! << 16) | (data[at + 8]! << 24)) >>> 0;
  at += 9;
  return at;
}

export const tradeConfirmId = 0x2c;
/** Bytes of every one, with the id. */
export const tradeConfirmSizeMax = 9;

/**
 * Agrees to what lies on the table. When both have agreed to the same, all of it changes hands at once. CommandConfirmed says
 * that the player has agreed; that all changed hands says TradeEnded.
 * From the client, reliable, at most 5 a second.
 */
export class TradeConfirm {
  /**
   * As in PickUp.
   * u32.
   */
  command = 0;
  /**
   * As told by TradeState: what is meant. When something else lies there by now, nothing happens.
   * u32.
   */
  version = 0;
}

export function encodeTradeConfirm(message: TradeConfirm, out: Uint8Array, at: number): number {
  const command = message.command;
  if (command >>> 0 !== command) return /* outOfRange */ -2;
  const version = message.version;
  if (version >>> 0 !== version) return /* outOfRange */ -2;
  if (at + 9 > out.length) return /* noRoom */ -1;
  out[at] = 0x2c;
  out[at + 1] = command;
  out[at + 2] = command >>> 8;
  out[at + 3] = command >>> 16;
  out[at + 4] = command >>> 24;
  out[at + 5] = version;
  out[at + 6] = version >>> 8;
  out[at + 7] = version >>> 16;
  out[at + 8] = version >>> 24;
  at += 9;
  return at;
}

export function decodeTradeConfirm(message: TradeConfirm, data: Uint8Array, at: number, end: number): number {
  if (end > data.length || end - at < tradeConfirmSizeMax) return /* truncated */ -4;
  if (end - at > tradeConfirmSizeMax) return /* trailing */ -5;
  if (data[at] !== tradeConfirmId) return /* wrongId */ -6;
  message.command =
    (data[at + 1]! | (data[at + 2]! << 8) | (data[at + 3]! << 16) | (data[at + 4]! << 24)) >>> 0;
  message.version =
    (data[at + 5]! | (data[at + 6]! << 8) | (data[at + 7]! << 16) | (data[at + 8]! << 24)) >>> 0;
  at += 9;
  return at;
}

export const tradeCancelId = 0x2d;
/** Bytes of every one, with the id. */
export const tradeCancelSizeMax = 5;

/**
 * Leaves a trade, or takes back the own invitation.
 * From the client, reliable, at most 5 a second.
 */
export class TradeCancel {
  /**
   * As told by TradeState, 0 for the own invitation.
   * u32.
   */
  trade = 0;
}

export function encodeTradeCancel(message: TradeCancel, out: Uint8Array, at: number): number {
  const trade = message.trade;
  if (trade >>> 0 !== trade) return /* outOfRange */ -2;
  if (at + 5 > out.length) return /* noRoom */ -1;
  out[at] = 0x2d;
  out[at + 1] = trade;
  out[at + 2] = trade >>> 8;
  out[at + 3] = trade >>> 16;
  out[at + 4] = trade >>> 24;
  at += 5;
  return at;
}

export function decodeTradeCancel(message: TradeCancel, data: Uint8Array, at: number, end: number): number {
  if (end > data.length || end - at < tradeCancelSizeMax) return /* truncated */ -4;
  if (end - at > tradeCancelSizeMax) return /* trailing */ -5;
  if (data[at] !== tradeCancelId) return /* wrongId */ -6;
  message.trade =
    (data[at + 1]! | (data[at + 2]! << 8) | (data[at + 3]! << 16) | (data[at + 4]! << 24)) >>> 0;
  at += 5;
  return at;
}

/** A stack of the bag, or a part of it, to be put into a letter. */
export class LetterStack {
  /**
   * In which slot it lies, from 0.
   * u8.
   */
  slot = 0;
  /**
   * How many.
   * u16.
   */
  units = 0;
}

/** Bytes of every one. */
export const letterStackSizeMax = 3;

export function encodeLetterStack(message: LetterStack, out: Uint8Array, at: number): number {
  const slot = message.slot;
  if ((slot & 0xff) !== slot) return /* outOfRange */ -2;
  const units = message.units;
  if ((units & 0xffff) !== units) return /* outOfRange */ -2;
  if (at + 3 > out.length) return /* noRoom */ -1;
  out[at] = slot;
  out[at + 1] = units;
  out[at + 2] = units >>> 8;
  at += 3;
  return at;
}

export function decodeLetterStack(message: LetterStack, data: Uint8Array, at: number, end: number): number {
  if (at + 3 > end) return /* truncated */ -4;
  message.slot = data[at]!;
  message.units = data[at + 1]! | (data[at + 2]! << 8);
  at += 3;
  return at;
}

export const sendLetterId = 0x30;
/** Bytes of the longest; the shortest takes 17, with the id. */
export const sendLetterSizeMax = 301;

/**
 * Sends a letter to a character, who need not be in the world. Costs postage, see the content's rules.
 * From the client, reliable, at most 1 a second.
 */
export class SendLetter {
  /**
   * As in PickUp.
   * u32.
   */
  command = 0;
  /**
   * Name of the character, in whatever case.
   * Up to 24 bytes of UTF-8.
   */
  recipient = '';
  /**
   * May be empty, else as ChatRequest.text.
   * Up to 48 bytes of UTF-8.
   */
  title = '';
  /**
   * May be empty, else as ChatRequest.text.
   * Up to 200 bytes of UTF-8.
   */
  text = '';
  /**
   * Enclosed coins.
   * u32, in coins.
   */
  coins = 0;
  /**
   * What has to be paid before the stacks can be taken, 0 for nothing. Only with stacks, and without enclosed coins.
   * u32, in coins.
   */
  cashOnDelivery = 0;
  stacksCount = 0;
  /**
   * What is enclosed. Each from a slot of its own.
   * Up to 4.
   */
  readonly stacks: readonly LetterStack[] = Array.from({ length: 4 }, () => new LetterStack());
}

export function encodeSendLetter(message: SendLetter, out: Uint8Array, at: number): number {
  const command = message.command;
  if (command >>> 0 !== command) return /* outOfRange */ -2;
  if (at + 5 > out.length) return /* noRoom */ -1;
  out[at] = 0x30;
  out[at + 1] = command;
  out[at + 2] = command >>> 8;
  out[at + 3] = command >>> 16;
  out[at + 4] = command >>> 24;
  at += 5;
  at = writeText(message.recipient, out, at, 24);
  if (at < 0) return at;
  at = writeText(message.title, out, at, 48);
  if (at < 0) return at;
  at = writeText(message.text, out, at, 200);
  if (at < 0) return at;
  const coins = message.coins;
  if (coins >>> 0 !== coins) return /* outOfRange */ -2;
  const cashOnDelivery = message.cashOnDelivery;
  if (cashOnDelivery >>> 0 !== cashOnDelivery) return /* outOfRange */ -2;
  const stacksCount = message.stacksCount;
  if ((stacksCount & 0xff) !== stacksCount || stacksCount > 4) return /* tooLong */ -3;
  if (at + 9 > out.length) return /* noRoom */ -1;
  out[at] = coins;
  out[at + 1] = coins >>> 8;
  out[at + 2] = coins >>> 16;
  out[at + 3] = coins >>> 24;
  out[at + 4] = cashOnDelivery;
  out[at + 5] = cashOnDelivery >>> 8;
  out[at + 6] = cashOnDelivery >>> 16;
  out[at + 7] = cashOnDelivery >>> 24;
  out[at + 8] = stacksCount;
  at += 9;
  if (at + stacksCount * 3 > out.length) return /* noRoom */ -1;
  const stacks = message.stacks;
  for (let i = 0; i < stacksCount; i++) {
    const stack = stacks[i]!;
    const slot = stack.slot;
    if ((slot & 0xff) !== slot) return /* outOfRange */ -2;
    const units = stack.units;
    if ((units & 0xffff) !== units) return /* outOfRange */ -2;
    out[at] = slot;
    out[at + 1] = units;
    out[at + 2] = units >>> 8;
    at += 3;
  }
  return at;
}

export function decodeSendLetter(message: SendLetter, data: Uint8Array, at: number, end: number): number {
  if (end > data.length) return /* truncated */ -4;
  if (end - at > sendLetterSizeMax) return /* tooLong */ -3;
  if (at + 6 > end) return /* truncated */ -4;
  if (data[at] !== sendLetterId) return /* wrongId */ -6;
  message.command =
    (data[at + 1]! | (data[at + 2]! << 8) | (data[at + 3]! << 16) | (data[at + 4]! << 24)) >>> 0;
  const recipientLength = data[at + 5]!;
  if (recipientLength > 24) return /* tooLong */ -3;
  at += 6;
  if (recipientLength > end - at) return /* truncated */ -4;
  const recipient = readText(data, at, at + recipientLength);
  if (recipient === undefined) return /* badText */ -7;
  message.recipient = recipient;
  at += recipientLength;
  if (at >= end) return /* truncated */ -4;
  const titleLength = data[at]!;
  if (titleLength > 48) return /* tooLong */ -3;
  at += 1;
  if (titleLength > end - at) return /* truncated */ -4;
  const title = readText(data, at, at + titleLength);
  if (title === undefined) return /* badText */ -7;
  message.title = title;
  at += titleLength;
  if (at >= end) return /* truncated */ -4;
  const textLength = data[at]!;
  if (textLength > 200) return /* tooLong */ -3;
  at += 1;
  if (textLength > end - at) return /* truncated */ -4;
  const text = readText(data, at, at + textLength);
  if (text === undefined) return /* badText */ -7;
  message.text = text;
  at += textLength;
  if (at + 9 > end) return /* truncated */ -4;
  message.coins = (data[at]! | (data[at + 1]! << 8) | (data[at + 2]! << 16) | (data[at + 3]! << 24)) >>> 0;
  message.cashOnDelivery =
    (data[at + 4]! | (data[at + 5]! << 8) | (data[at + 6]! << 16) | (data[at + 7]! << 24)) >>> 0;
  const stacksCount = data[at + 8]!;
  if (stacksCount > 4) return /* tooLong */ -3;
  message.stacksCount = stacksCount;
  at += 9;
  if (stacksCount * 3 > end - at) return /* truncated */ -4;
  const stacks = message.stacks;
  for (let i = 0; i < stacksCount; i++) {
    const stack = stacks[i]!;
    stack.slot = data[at]!;
    stack.units = data[at + 1]! | (data[at + 2]! << 8);
    at += 3;
  }
  return at === end ? at : /* trailing */ -5;
}

export const takeFromLetterId = 0x31;
/** Bytes of every one, with the id. */
export const takeFromLetterSizeMax = 10;

/**
 * Takes what a letter encloses.
 * From the client, reliable, at most 10 a second.
 */
export class TakeFromLetter {
  /**
   * As in PickUp.
   * u32.
   */
  command = 0;
  /**
   * Id of one of the own letters.
   * u32.
   */
  letter = 0;
  /**
   * Which of its stacks, whole; 4 for the coins.
   * u8, 0 .. 4.
   */
  place = 0;
}

export function encodeTakeFromLetter(message: TakeFromLetter, out: Uint8Array, at: number): number {
  const command = message.command;
  if (command >>> 0 !== command) return /* outOfRange */ -2;
  const letter = message.letter;
  if (letter >>> 0 !== letter) return /* outOfRange */ -2;
  const place = message.place;
  if ((place & 0xff) !== place || place > 4) return /* outOfRange */ -2;
  if (at + 10 > out.length) return /* noRoom */ -1;
  out[at] = 0x31;
  out[at + 1] = command;
  out[at + 2] = command >>> 8;
  out[at + 3] = command >>> 16;
  out[at + 4] = command >>> 24;
  out[at + 5] = letter;
  out[at + 6] = letter >>> 8;
  out[at + 7] = letter >>> 16;
  out[at + 8] = letter >>> 24;
  out[at + 9] = place;
  at += 10;
  return at;
}

export function decodeTakeFromLetter(
  message: TakeFromLetter,
  data: Uint8Array,
  at: number,
  end: number,
): number {
  if (end > data.length || end - at < takeFromLetterSizeMax) return /* truncated */ -4;
  if (end - at > takeFromLetterSizeMax) return /* trailing */ -5;
  if (data[at] !== takeFromLetterId) return /* wrongId */ -6;
  message.command =
    (data[at + 1]! | (data[at + 2]! << 8) | (data[at + 3]! << 16) | (data[at + 4]! << 24)) >>> 0;
  message.letter =
    (data[at + 5]! | (data[at + 6]! << 8) | (data[at + 7]! << 16) | (data[at + 8]! << 24)) >>> 0;
  const place = data[at + 9]!;
  if (place > 4) return /* outOfRange */ -2;
  message.place = place;
  at += 10;
  return at;
}

export const payLetterId = 0x32;
/** Bytes of every one, with the id. */
export const payLetterSizeMax = 13;

/**
 * Pays what a letter asks for. The coins go to its sender by letter, and then its stacks can be taken.
 * From the client, reliable, at most 5 a second.
 */
export class PayLetter {
  /**
   * As in PickUp.
   * u32.
   */
  command = 0;
  /**
   * Id of one of the own letters.
   * u32.
   */
  letter = 0;
  /**
   * What is meant to be paid: nothing happens when it asks for something else.
   * u32, in coins.
   */
  coins = 0;
}

export function encodePayLetter(message: PayLetter, out: Uint8Array, at: number): number {
  const command = message.command;
  if (command >>> 0 !== command) return /* outOfRange */ -2;
  const letter = message.letter;
  if (letter >>> 0 !== letter) return /* outOfRange */ -2;
  const coins = message.coins;
  if (coins >>> 0 !== coins) return /* outOfRange */ -2;
  if (at + 13 > out.length) return /* noRoom */ -1;
  out[at] = 0x32;
  out[at + 1] = command;
  out[at + 2] = command >>> 8;
  out[at + 3] = command >>> 16;
  out[at + 4] = command >>> 24;
  out[at + 5] = letter;
  out[at + 6] = letter >>> 8;
  out[at + 7] = letter >>> 16;
  out[at + 8] = letter >>> 24;
  out[at + 9] = coins;
  out[at + 10] = coins >>> 8;
  out[at + 11] = coins >>> 16;
  out[at + 12] = coins >>> 24;
  at += 13;
  return at;
}

export function decodePayLetter(message: PayLetter, data: Uint8Array, at: number, end: number): number {
  if (end > data.length || end - at < payLetterSizeMax) return /* truncated */ -4;
  if (end - at > payLetterSizeMax) return /* trailing */ -5;
  if (data[at] !== payLetterId) return /* wrongId */ -6;
  message.command =
    (data[at + 1]! | (data[at + 2]! << 8) | (data[at + 3]! << 16) | (data[at + 4]! << 24)) >>> 0;
  message.letter =
    (data[at + 5]! | (data[at + 6]! << 8) | (data[at + 7]! << 16) | (data[at + 8]! << 24)) >>> 0;
  message.coins =
    (data[at + 9]! | (data[at + 10]! << 8) | (data[at + 11]! << 16) | (data[at + 12]! << 24)) >>> 0;
  at += 13;
  return at;
}

export const deleteLetterId = 0x33;
/** Bytes of every one, with the id. */
export const deleteLetterSizeMax = 9;

/**
 * Throws an empty letter away.
 * From the client, reliable, at most 10 a second.
 */
export class DeleteLetter {
  /**
   * As in PickUp.
   * u32.
   */
  command = 0;
  /**
   * Id of one of the own letters.
   * u32.
   */
  letter = 0;
}

export function encodeDeleteLetter(message: DeleteLetter, out: Uint8Array, at: number): number {
  const command = message.command;
  if (command >>> 0 !== command) return /* outOfRange */ -2;
  const letter = message.letter;
  if (letter >>> 0 !== letter) return /* outOfRange */ -2;
  if (at + 9 > out.length) return /* noRoom */ -1;
  out[at] = 0x33;
  out[at + 1] = command;
  out[at + 2] = command >>> 8;
  out[at + 3] = command >>> 16;
  out[at + 4] = command >>> 24;
  out[at + 5] = letter;
  out[at + 6] = letter >>> 8;
  out[at + 7] = letter >>> 16;
  out[at + 8] = letter >>> 24;
  at += 9;
  return at;
}

export function decodeDeleteLetter(message: DeleteLetter, data: Uint8Array, at: number, end: number): number {
  if (end > data.length || end - at < deleteLetterSizeMax) return /* truncated */ -4;
  if (end - at > deleteLetterSizeMax) return /* trailing */ -5;
  if (data[at] !== deleteLetterId) return /* wrongId */ -6;
  message.command =
    (data[at + 1]! | (data[at + 2]! << 8) | (data[at + 3]! << 16) | (data[at + 4]! << 24)) >>> 0;
  message.letter =
    (data[at + 5]! | (data[at + 6]! << 8) | (data[at + 7]! << 16) | (data[at + 8]! << 24)) >>> 0;
  at += 9;
  return at;
}

export const returnLetterId = 0x34;
/** Bytes of every one, with the id. */
export const returnLetterSizeMax = 9;

/**
 * Sends a letter back to who sent it, with all that it encloses and without being paid.
 * From the client, reliable, at most 5 a second.
 */
export class ReturnLetter {
  /**
   * As in PickUp.
   * u32.
   */
  command = 0;
  /**
   * Id of one of the own letters.
   * u32.
   */
  letter = 0;
}

export function encodeReturnLetter(message: ReturnLetter, out: Uint8Array, at: number): number {
  const command = message.command;
  if (command >>> 0 !== command) return /* outOfRange */ -2;
  const letter = message.letter;
  if (letter >>> 0 !== letter) return /* outOfRange */ -2;
  if (at + 9 > out.length) return /* noRoom */ -1;
  out[at] = 0x34;
  out[at + 1] = command;
  out[at + 2] = command >>> 8;
  out[at + 3] = command >>> 16;
  out[at + 4] = command >>> 24;
  out[at + 5] = letter;
  out[at + 6] = letter >>> 8;
  out[at + 7] = letter >>> 16;
  out[at + 8] = letter >>> 24;
  at += 9;
  return at;
}

export function decodeReturnLetter(message: ReturnLetter, data: Uint8Array, at: number, end: number): number {
  if (end > data.length || end - at < returnLetterSizeMax) return /* truncated */ -4;
  if (end - at > returnLetterSizeMax) return /* trailing */ -5;
  if (data[at] !== returnLetterId) return /* wrongId */ -6;
  message.command =
    (data[at + 1]! | (data[at + 2]! << 8) | (data[at + 3]! << 16) | (data[at + 4]! << 24)) >>> 0;
  message.letter =
    (data[at + 5]! | (data[at + 6]! << 8) | (data[at + 7]! << 16) | (data[at + 8]! << 24)) >>> 0;
  at += 9;
  return at;
}

export const readLettersId = 0x35;
/** Bytes of every one, with the id. */
export const readLettersSizeMax = 5;

/**
 * Asks for the own letters.
 * From the client, reliable, at most 5 a second.
 */
export class ReadLetters {
  /**
   * Those with an id above this one, at most 8 of them, the smallest id first.
   * u32.
   */
  after = 0;
}

export function encodeReadLetters(message: ReadLetters, out: Uint8Array, at: number): number {
  const after = message.after;
  if (after >>> 0 !== after) return /* outOfRange */ -2;
  if (at + 5 > out.length) return /* noRoom */ -1;
  out[at] = 0x35;
  out[at + 1] = after;
  out[at + 2] = after >>> 8;
  out[at + 3] = after >>> 16;
  out[at + 4] = after >>> 24;
  at += 5;
  return at;
}

export function decodeReadLetters(message: ReadLetters, data: Uint8Array, at: number, end: number): number {
  if (end > data.length || end - at < readLettersSizeMax) return /* truncated */ -4;
  if (end - at > readLettersSizeMax) return /* trailing */ -5;
  if (data[at] !== readLettersId) return /* wrongId */ -6;
  message.after =
    (data[at + 1]! | (data[at + 2]! << 8) | (data[at + 3]! << 16) | (data[at + 4]! << 24)) >>> 0;
  at += 5;
  return at;
}

export const listItemId = 0x38;
/** Bytes of every one, with the id. */
export const listItemSizeMax = 12;

/**
 * Puts a stack of the bag, or a part of it, on the market. Costs a share of the price, see the content's rules.
 * From the client, reliable, at most 2 a second.
 */
export class ListItem {
  /**
   * As in PickUp.
   * u32.
   */
  command = 0;
  /**
   * In which slot it lies, from 0.
   * u8.
   */
  slot = 0;
  /**
   * How many.
   * u16.
   */
  units = 0;
  /**
   * Of all of it together.
   * u32, in coins.
   */
  price = 0;
}

export function encodeListItem(message: ListItem, out: Uint8Array, at: number): number {
  const command = message.command;
  if (command >>> 0 !== command) return /* outOfRange */ -2;
  const slot = message.slot;
  if ((slot & 0xff) !== slot) return /* outOfRange */ -2;
  const units = message.units;
  if ((units & 0xffff) !== units) return /* outOfRange */ -2;
  const price = message.price;
  if (price >>> 0 !== price) return /* outOfRange */ -2;
  if (at + 12 > out.length) return /* noRoom */ -1;
  out[at] = 0x38;
  out[at + 1] = command;
  out[at + 2] = command >>> 8;
  out[at + 3] = command >>> 16;
  out[at + 4] = command >>> 24;
  out[at + 5] = slot;
  out[at + 6] = units;
  out[at + 7] = units >>> 8;
  out[at + 8] = price;
  out[at + 9] = price >>> 8;
  out[at + 10] = price >>> 16;
  out[at + 11] = price >>> 24;
  at += 12;
  return at;
}

export function decodeListItem(message: ListItem, data: Uint8Array, at: number, end: number): number {
  if (end > data.length || end - at < listItemSizeMax) return /* truncated */ -4;
  if (end - at > listItemSizeMax) return /* trailing */ -5;
  if (data[at] !== listItemId) return /* wrongId */ -6;
  message.command =
    (data[at + 1]! | (data[at + 2]! << 8) | (data[at + 3]! << 16) | (data[at + 4]! << 24)) >>> 0;
  message.slot = data[at + 5]!;
  message.units = data[at + 6]! | (data[at + 7]! << 8);
  message.price =
    (data[at + 8]! | (data[at + 9]! << 8) | (data[at + 10]! << 16) | (data[at + 11]! << 24)) >>> 0;
  at += 12;
  return at;
}

export const buyListingId = 0x39;
/** Bytes of every one, with the id. */
export const buyListingSizeMax = 13;

/**
 * Buys all of a listing.
 * From the client, reliable, at most 5 a second.
 */
export class BuyListing {
  /**
   * As in PickUp.
   * u32.
   */
  command = 0;
  /**
   * Its id.
   * u32.
   */
  listing = 0;
  /**
   * What is meant to be paid.
   * u32, in coins.
   */
  price = 0;
}

export function encodeBuyListing(message: BuyListing, out: Uint8Array, at: number): number {
  const command = message.command;
  if (command >>> 0 !== command) return /* outOfRange */ -2;
  const listing = message.listing;
  if (listing >>> 0 !== listing) return /* outOfRange */ -2;
  const price = message.price;
  if (price >>> 0 !== price) return /* outOfRange */ -2;
  if (at + 13 > out.length) return /* noRoom */ -1;
  out[at] = 0x39;
  out[at + 1] = command;
  out[at + 2] = command >>> 8;
  out[at + 3] = command >>> 16;
  out[at + 4] = command >>> 24;
  out[at + 5] = listing;
  out[at + 6] = listing >>> 8;
  out[at + 7] = listing >>> 16;
  out[at + 8] = listing >>> 24;
  out[at + 9] = price;
  out[at + 10] = price >>> 8;
  out[at + 11] = price >>> 16;
  out[at + 12] = price >>> 24;
  at += 13;
  return at;
}

export function decodeBuyListing(message: BuyListing, data: Uint8Array, at: number, end: number): number {
  if (end > data.length || end - at < buyListingSizeMax) return /* truncated */ -4;
  if (end - at > buyListingSizeMax) return /* trailing */ -5;
  if (data[at] !== buyListingId) return /* wrongId */ -6;
  message.command =
    (data[at + 1]! | (data[at + 2]! << 8) | (data[at + 3]! << 16) | (data[at + 4]! << 24)) >>> 0;
  message.listing =
    (data[at + 5]! | (data[at + 6]! << 8) | (data[at + 7]! << 16) | (data[at + 8]! << 24)) >>> 0;
  message.price =
    (data[at + 9]! | (data[at + 10]! << 8) | (data[at + 11]! << 16) | (data[at + 12]! << 24)) >>> 0;
  at += 13;
  return at;
}

export const cancelListingId = 0x3a;
/** Bytes of every one, with the id. */
export const cancelListingSizeMax = 9;

/**
 * Takes an own listing from the market; its stack comes into the bag, or by letter when it has no room there.
 * From the client, reliable, at most 5 a second.
 */
export class CancelListing {
  /**
   * As in PickUp.
   * u32.
   */
  command = 0;
  /**
   * Its id.
   * u32.
   */
  listing = 0;
}

export function encodeCancelListing(message: CancelListing, out: Uint8Array, at: number): number {
  const command = message.command;
  if (command >>> 0 !== command) return /* outOfRange */ -2;
  const listing = message.listing;
  if (listing >>> 0 !== listing) return /* outOfRange */ -2;
  if (at + 9 > out.length) return /* noRoom */ -1;
  out[at] = 0x3a;
  out[at + 1] = command;
  out[at + 2] = command >>> 8;
  out[at + 3] = command >>> 16;
  out[at + 4] = command >>> 24;
  out[at + 5] = listing;
  out[at + 6] = listing >>> 8;
  out[at + 7] = listing >>> 16;
  out[at + 8] = listing >>> 24;
  at += 9;
  return at;
}

export function decodeCancelListing(
  message: CancelListing,
  data: Uint8Array,
  at: number,
  end: number,
): number {
  if (end > data.length || end - at < cancelListingSizeMax) return /* truncated */ -4;
  if (end - at > cancelListingSizeMax) return /* trailing */ -5;
  if (data[at] !== cancelListingId) return /* wrongId */ -6;
  message.command =
    (data[at + 1]! | (data[at + 2]! << 8) | (data[at + 3]! << 16) | (data[at + 4]! << 24)) >>> 0;
  message.listing =
    (data[at + 5]! | (data[at + 6]! << 8) | (data[at + 7]! << 16) | (data[at + 8]! << 24)) >>> 0;
  at += 9;
  return at;
}

export const searchMarketId = 0x3b;
/** Bytes of every one, with the id. */
export const searchMarketSizeMax = 7;

/**
 * Asks what is on the market.
 * From the client, reliable, at most 5 a second.
 */
export class SearchMarket {
  /**
   * Item id from the content, 0 for any.
   * u16.
   */
  item = 0;
  /**
   * Those with an id above this one, at most 8 of them, the smallest id first.
   * u32.
   */
  after = 0;
}

export function encodeSearchMarket(message: SearchMarket, out: Uint8Array, at: number): number {
  const item = message.item;
  if ((item & 0xffff) !== item) return /* outOfRange */ -2;
  const after = message.after;
  if (after >>> 0 !== after) return /* outOfRange */ -2;
  if (at + 7 > out.length) return /* noRoom */ -1;
  out[at] = 0x3b;
  out[at + 1] = item;
  out[at + 2] = item >>> 8;
  out[at + 3] = after;
  out[at + 4] = after >>> 8;
  out[at + 5] = after >>> 16;
  out[at + 6] = after >>> 24;
  at += 7;
  return at;
}

export function decodeSearchMarket(message: SearchMarket, data: Uint8Array, at: number, end: number): number {
  if (end > data.length || end - at < searchMarketSizeMax) return /* truncated */ -4;
  if (end - at > searchMarketSizeMax) return /* trailing */ -5;
  if (data[at] !== searchMarketId) return /* wrongId */ -6;
  message.item = data[at + 1]! | (data[at + 2]! << 8);
  message.after =
    (data[at + 3]! | (data[at + 4]! << 8) | (data[at + 5]! << 16) | (data[at + 6]! << 24)) >>> 0;
  at += 7;
  return at;
}

export const craftId = 0x20;
/** Bytes of every one, with the id. */
export const craftSizeMax = 8;

/**
 * Begins to make something. Nothing is taken before a piece is finished, and then all at once with what comes of it: whatever
 * ends the work before costs nothing. Confirmed when it begins; pieces of which nothing was told when a server ended are not
 * made. Ends by StopCrafting, by going away, by a fight, by death.
 * From the client, reliable, at most 5 a second.
 */
export class Craft {
  /**
   * As in PickUp.
   * u32.
   */
  command = 0;
  /**
   * Recipe id from the content.
   * u16.
   */
  recipe = 0;
  /**
   * How many pieces, one after another: 1 to 99.
   * u8.
   */
  count = 0;
}

export function encodeCraft(message: Craft, out: Uint8Array, at: number): number {
  const command = message.command;
  if (command >>> 0 !== command) return /* outOfRange */ -2;
  const recipe = message.recipe;
  if ((recipe & 0xffff) !== recipe) return /* outOfRange */ -2;
  const count = message.count;
  if ((count & 0xff) !== count) return /* outOfRange */ -2;
  if (at + 8 > out.length) return /* noRoom */ -1;
  out[at] = 0x20;
  out[at + 1] = command;
  out[at + 2] = command >>> 8;
  out[at + 3] = command >>> 16;
  out[at + 4] = command >>> 24;
  out[at + 5] = recipe;
  out[at + 6] = recipe >>> 8;
  out[at + 7] = count;
  at += 8;
  return at;
}

export function decodeCraft(message: Craft, data: Uint8Array, at: number, end: number): number {
  if (end > data.length || end - at < craftSizeMax) return /* truncated */ -4;
  if (end - at > craftSizeMax) return /* trailing */ -5;
  if (data[at] !== craftId) return /* wrongId */ -6;
  message.command =
    (data[at + 1]! | (data[at + 2]! << 8) | (data[at + 3]! << 16) | (data[at + 4]! << 24)) >>> 0;
  message.recipe = data[at + 5]! | (data[at + 6]! << 8);
  message.count = data[at + 7]!;
  at += 8;
  return at;
}

export const stopCraftingId = 0x21;
/** Bytes of every one, with the id. */
export const stopCraftingSizeMax = 5;

/**
 * Makes nothing more. The piece under way costs nothing.
 * From the client, reliable, at most 5 a second.
 */
export class StopCrafting {
  /**
   * As in PickUp.
   * u32.
   */
  command = 0;
}

export function encodeStopCrafting(message: StopCrafting, out: Uint8Array, at: number): number {
  const command = message.command;
  if (command >>> 0 !== command) return /* outOfRange */ -2;
  if (at + 5 > out.length) return /* noRoom */ -1;
  out[at] = 0x21;
  out[at + 1] = command;
  out[at + 2] = command >>> 8;
  out[at + 3] = command >>> 16;
  out[at + 4] = command >>> 24;
  at += 5;
  return at;
}

export function decodeStopCrafting(message: StopCrafting, data: Uint8Array, at: number, end: number): number {
  if (end > data.length || end - at < stopCraftingSizeMax) return /* truncated */ -4;
  if (end - at > stopCraftingSizeMax) return /* trailing */ -5;
  if (data[at] !== stopCraftingId) return /* wrongId */ -6;
  message.command =
    (data[at + 1]! | (data[at + 2]! << 8) | (data[at + 3]! << 16) | (data[at + 4]! << 24)) >>> 0;
  at += 5;
  return at;
}

export const acceptQuestId = 0x3c;
/** Bytes of every one, with the id. */
export const acceptQuestSizeMax = 11;

/**
 * Takes on a quest that an npc within reach offers.
 * From the client, reliable, at most 5 a second.
 */
export class AcceptQuest {
  /**
   * As in PickUp.
   * u32.
   */
  command = 0;
  /**
   * Entity id of who offers it.
   * u32.
   */
  npc = 0;
  /**
   * Quest id from the content.
   * u16.
   */
  quest = 0;
}

export function encodeAcceptQuest(message: AcceptQuest, out: Uint8Array, at: number): number {
  const command = message.command;
  if (command >>> 0 !== command) return /* outOfRange */ -2;
  const npc = message.npc;
  if (npc >>> 0 !== npc) return /* outOfRange */ -2;
  const quest = message.quest;
  if ((quest & 0xffff) !== quest) return /* outOfRange */ -2;
  if (at + 11 > out.length) return /* noRoom */ -1;
  out[at] = 0x3c;
  out[at + 1] = command;
  out[at + 2] = command >>> 8;
  out[at + 3] = command >>> 16;
  out[at + 4] = command >>> 24;
  out[at + 5] = npc;
  out[at + 6] = npc >>> 8;
  out[at + 7] = npc >>> 16;
  out[at + 8] = npc >>> 24;
  out[at + 9] = quest;
  out[at + 10] = quest >>> 8;
  at += 11;
  return at;
}

export function decodeAcceptQuest(message: AcceptQuest, data: Uint8Array, at: number, end: number): number {
  if (end > data.length || end - at < acceptQuestSizeMax) return /* truncated */ -4;
  if (end - at > acceptQuestSizeMax) return /* trailing */ -5;
  if (data[at] !== acceptQuestId) return /* wrongId */ -6;
  message.command =
    (data[at + 1]! | (data[at + 2]! << 8) | (data[at + 3]! << 16) | (data[at + 4]! << 24)) >>> 0;
  message.npc = (data[at + 5]! | (data[at + 6]! << 8) | (data[at + 7]! << 16) | (data[at + 8]! << 24)) >>> 0;
  message.quest = data[at + 9]! | (data[at + 10]! << 8);
  at += 11;
  return at;
}

export const abandonQuestId = 0x3d;
/** Bytes of every one, with the id. */
export const abandonQuestSizeMax = 7;

/**
 * Gives up a quest. What is done of it is gone, and what lies in the bag for it alone.
 * From the client, reliable, at most 5 a second.
 */
export class AbandonQuest {
  /**
   * As in PickUp.
   * u32.
   */
  command = 0;
  /**
   * Quest id from the content, one that was taken on.
   * u16.
   */
  quest = 0;
}

export function encodeAbandonQuest(message: AbandonQuest, out: Uint8Array, at: number): number {
  const command = message.command;
  if (command >>> 0 !== command) return /* outOfRange */ -2;
  const quest = message.quest;
  if ((quest & 0xffff) !== quest) return /* outOfRange */ -2;
  if (at + 7 > out.length) return /* noRoom */ -1;
  out[at] = 0x3d;
  out[at + 1] = command;
  out[at + 2] = command >>> 8;
  out[at + 3] = command >>> 16;
  out[at + 4] = command >>> 24;
  out[at + 5] = quest;
  out[at + 6] = quest >>> 8;
  at += 7;
  return at;
}

export function decodeAbandonQuest(message: AbandonQuest, data: Uint8Array, at: number, end: number): number {
  if (end > data.length || end - at < abandonQuestSizeMax) return /* truncated */ -4;
  if (end - at > abandonQuestSizeMax) return /* trailing */ -5;
  if (data[at] !== abandonQuestId) return /* wrongId */ -6;
  message.command =
    (data[at + 1]! | (data[at + 2]! << 8) | (data[at + 3]! << 16) | (data[at + 4]! << 24)) >>> 0;
  message.quest = data[at + 5]! | (data[at + 6]! << 8);
  at += 7;
  return at;
}

export const handInQuestId = 0x3e;
/** Bytes of every one, with the id. */
export const handInQuestSizeMax = 13;

/**
 * Ends a stage of a quest whose objectives are all done: what it collected is handed in, and what it gives comes, all of it or
 * nothing.
 * From the client, reliable, at most 5 a second.
 */
export class HandInQuest {
  /**
   * As in PickUp.
   * u32.
   */
  command = 0;
  /**
   * Entity id of the npc who hears of this stage.
   * u32.
   */
  npc = 0;
  /**
   * Quest id from the content.
   * u16.
   */
  quest = 0;
  /**
   * Number of the stage that is meant: nothing happens when the quest is in another by now.
   * u8.
   */
  stage = 0;
  /**
   * Which of its outcomes, from 0.
   * u8, 0 .. 3.
   */
  outcome = 0;
}

export function encodeHandInQuest(message: HandInQuest, out: Uint8Array, at: number): number {
  const command = message.command;
  if (command >>> 0 !== command) return /* outOfRange */ -2;
  const npc = message.npc;
  if (npc >>> 0 !== npc) return /* outOfRange */ -2;
  const quest = message.quest;
  if ((quest & 0xffff) !== quest) return /* outOfRange */ -2;
  const stage = message.stage;
  if ((stage & 0xff) !== stage) return /* outOfRange */ -2;
  const outcome = message.outcome;
  if ((outcome & 0xff) !== outcome || outcome > 3) return /* outOfRange */ -2;
  if (at + 13 > out.length) return /* noRoom */ -1;
  out[at] = 0x3e;
  out[at + 1] = command;
  out[at + 2] = command >>> 8;
  out[at + 3] = command >>> 16;
  out[at + 4] = command >>> 24;
  out[at + 5] = npc;
  out[at + 6] = npc >>> 8;
  out[at + 7] = npc >>> 16;
  out[at + 8] = npc >>> 24;
  out[at + 9] = quest;
  out[at + 10] = quest >>> 8;
  out[at + 11] = stage;
  out[at + 12] = outcome;
  at += 13;
  return at;
}

export function decodeHandInQuest(message: HandInQuest, data: Uint8Array, at: number, end: number): number {
  if (end > data.length || end - at < handInQuestSizeMax) return /* truncated */ -4;
  if (end - at > handInQuestSizeMax) return /* trailing */ -5;
  if (data[at] !== handInQuestId) return /* wrongId */ -6;
  message.command =
    (data[at + 1]! | (data[at + 2]! << 8) | (data[at + 3]! << 16) | (data[at + 4]! << 24)) >>> 0;
  message.npc = (data[at + 5]! | (data[at + 6]! << 8) | (data[at + 7]! << 16) | (data[at + 8]! << 24)) >>> 0;
  message.quest = data[at + 9]! | (data[at + 10]! << 8);
  message.stage = data[at + 11]!;
  const outcome = data[at + 12]!;
  if (outcome > 3) return /* outOfRange */ -2;
  message.outcome = outcome;
  at += 13;
  return at;
}

export const talkToId = 0x3f;
/** Bytes of every one, with the id. */
export const talkToSizeMax = 9;

/**
 * Talks with an npc within reach. CommandConfirmed comes, and behind it QuestOffers.
 * From the client, reliable, at most 5 a second.
 */
export class TalkTo {
  /**
   * As in PickUp.
   * u32.
   */
  command = 0;
  /**
   * Entity id of the npc.
   * u32.
   */
  npc = 0;
}

export function encodeTalkTo(message: TalkTo, out: Uint8Array, at: number): number {
  const command = message.command;
  if (command >>> 0 !== command) return /* outOfRange */ -2;
  const npc = message.npc;
  if (npc >>> 0 !== npc) return /* outOfRange */ -2;
  if (at + 9 > out.length) return /* noRoom */ -1;
  out[at] = 0x3f;
  out[at + 1] = command;
  out[at + 2] = command >>> 8;
  out[at + 3] = command >>> 16;
  out[at + 4] = command >>> 24;
  out[at + 5] = npc;
  out[at + 6] = npc >>> 8;
  out[at + 7] = npc >>> 16;
  out[at + 8] = npc >>> 24;
  at += 9;
  return at;
}

export function decodeTalkTo(message: TalkTo, data: Uint8Array, at: number, end: number): number {
  if (end > data.length || end - at < talkToSizeMax) return /* truncated */ -4;
  if (end - at > talkToSizeMax) return /* trailing */ -5;
  if (data[at] !== talkToId) return /* wrongId */ -6;
  message.command =
    (data[at + 1]! | (data[at + 2]! << 8) | (data[at + 3]! << 16) | (data[at + 4]! << 24)) >>> 0;
  message.npc = (data[at + 5]! | (data[at + 6]! << 8) | (data[at + 7]! << 16) | (data[at + 8]! << 24)) >>> 0;
  at += 9;
  return at;
}

export const partyInviteId = 0x62;
/** Bytes of the longest; the shortest takes 2, with the id. */
export const partyInviteSizeMax = 26;

/**
 * Invites another player into a party: into that of who invites, who has to lead it, or into a new one. The other may be on any
 * map, and has as long as PartyInvited says to accept. Who declined is not asked again by the same player within that time.
 * From the client, reliable, at most 2 a second.
 */
export class PartyInvite {
  /**
   * Name of the character, in whatever case.
   * Up to 24 bytes of UTF-8.
   */
  name = '';
}

export function encodePartyInvite(message: PartyInvite, out: Uint8Array, at: number): number {
  if (at >= out.length) return /* noRoom */ -1;
  out[at] = 0x62;
  at += 1;
  at = writeText(message.name, out, at, 24);
  if (at < 0) return at;
  return at;
}

export function decodePartyInvite(message: PartyInvite, data: Uint8Array, at: number, end: number): number {
  if (end > data.length) return /* truncated */ -4;
  if (end - at > partyInviteSizeMax) return /* tooLong */ -3;
  if (at + 2 > end) return /* truncated */ -4;
  if (data[at] !== partyInviteId) return /* wrongId */ -6;
  const nameLength = data[at + 1]!;
  if (nameLength > 24) return /* tooLong */ -3;
  at += 2;
  if (nameLength > end - at) return /* truncated */ -4;
  const name = readText(data, at, at + nameLength);
  if (name === undefined) return /* badText */ -7;
  message.name = name;
  at += nameLength;
  return at === end ? at : /* trailing */ -5;
}

export const partyAcceptId = 0x63;
/** Bytes of every one, with the id. */
export const partyAcceptSizeMax = 5;

/**
 * Takes up an invitation.
 * From the client, reliable, at most 2 a second.
 */
export class PartyAccept {
  /**
   * As told by PartyInvited.
   * u32.
   */
  invitation = 0;
}

export function encodePartyAccept(message: PartyAccept, out: Uint8Array, at: number): number {
  const invitation = message.invitation;
  if (invitation >>> 0 !== invitation) return /* outOfRange */ -2;
  if (at + 5 > out.length) return /* noRoom */ -1;
  out[at] = 0x63;
  out[at + 1] = invitation;
  out[at + 2] = invitation >>> 8;
  out[at + 3] = invitation >>> 16;
  out[at + 4] = invitation >>> 24;
  at += 5;
  return at;
}

export function decodePartyAccept(message: PartyAccept, data: Uint8Array, at: number, end: number): number {
  if (end > data.length || end - at < partyAcceptSizeMax) return /* truncated */ -4;
  if (end - at > partyAcceptSizeMax) return /* trailing */ -5;
  if (data[at] !== partyAcceptId) return /* wrongId */ -6;
  message.invitation =
    (data[at + 1]! | (data[at + 2]! << 8) | (data[at + 3]! << 16) | (data[at + 4]! << 24)) >>> 0;
  at += 5;
  return at;
}

export const partyDeclineId = 0x64;
/** Bytes of every one, with the id. */
export const partyDeclineSizeMax = 5;

/**
 * Turns an invitation down.
 * From the client, reliable, at most 5 a second.
 */
export class PartyDecline {
  /**
   * As told by PartyInvited.
   * u32.
   */
  invitation = 0;
}

export function encodePartyDecline(message: PartyDecline, out: Uint8Array, at: number): number {
  const invitation = message.invitation;
  if (invitation >>> 0 !== invitation) return /* outOfRange */ -2;
  if (at + 5 > out.length) return /* noRoom */ -1;
  out[at] = 0x64;
  out[at + 1] = invitation;
  out[at + 2] = invitation >>> 8;
  out[at + 3] = invitation >>> 16;
  out[at + 4] = invitation >>> 24;
  at += 5;
  return at;
}

export function decodePartyDecline(message: PartyDecline, data: Uint8Array, at: number, end: number): number {
  if (end > data.length || end - at < partyDeclineSizeMax) return /* truncated */ -4;
  if (end - at > partyDeclineSizeMax) return /* trailing */ -5;
  if (data[at] !== partyDeclineId) return /* wrongId */ -6;
  message.invitation =
    (data[at + 1]! | (data[at + 2]! << 8) | (data[at + 3]! << 16) | (data[at + 4]! << 24)) >>> 0;
  at += 5;
  return at;
}

export const partyLeaveId = 0x65;
/** Bytes of every one, with the id. */
export const partyLeaveSizeMax = 1;

/**
 * Leaves the party.
 * From the client, reliable, at most 1 a second.
 */
export class PartyLeave {}

export function encodePartyLeave(_message: PartyLeave, out: Uint8Array, at: number): number {
  if (at >= out.length) return /* noRoom */ -1;
  out[at] = 0x65;
  at += 1;
  return at;
}

export function decodePartyLeave(_message: PartyLeave, data: Uint8Array, at: number, end: number): number {
  if (end > data.length || end - at < partyLeaveSizeMax) return /* truncated */ -4;
  if (end - at > partyLeaveSizeMax) return /* trailing */ -5;
  if (data[at] !== partyLeaveId) return /* wrongId */ -6;
  at += 1;
  return at;
}

export const partyKickId = 0x66;
/** Bytes of every one, with the id. */
export const partyKickSizeMax = 5;

/**
 * The leader puts a member out of the party.
 * From the client, reliable, at most 2 a second.
 */
export class PartyKick {
  /**
   * As told by PartyState.
   * u32.
   */
  member = 0;
}

export function encodePartyKick(message: PartyKick, out: Uint8Array, at: number): number {
  const member = message.member;
  if (member >>> 0 !== member) return /* outOfRange */ -2;
  if (at + 5 > out.length) return /* noRoom */ -1;
  out[at] = 0x66;
  out[at + 1] = member;
  out[at + 2] = member >>> 8;
  out[at + 3] = member >>> 16;
  out[at + 4] = member >>> 24;
  at += 5;
  return at;
}

export function decodePartyKick(message: PartyKick, data: Uint8Array, at: number, end: number): number {
  if (end > data.length || end - at < partyKickSizeMax) return /* truncated */ -4;
  if (end - at > partyKickSizeMax) return /* trailing */ -5;
  if (data[at] !== partyKickId) return /* wrongId */ -6;
  message.member =
    (data[at + 1]! | (data[at + 2]! << 8) | (data[at + 3]! << 16) | (data[at + 4]! << 24)) >>> 0;
  at += 5;
  return at;
}

export const partyPromoteId = 0x67;
/** Bytes of every one, with the id. */
export const partyPromoteSizeMax = 5;

/**
 * The leader has somebody else lead.
 * From the client, reliable, at most 1 a second.
 */
export class PartyPromote {
  /**
   * As told by PartyState; one who is in the world.
   * u32.
   */
  member = 0;
}

export function encodePartyPromote(message: PartyPromote, out: Uint8Array, at: number): number {
  const member = message.member;
  if (member >>> 0 !== member) return /* outOfRange */ -2;
  if (at + 5 > out.length) return /* noRoom */ -1;
  out[at] = 0x67;
  out[at + 1] = member;
  out[at + 2] = member >>> 8;
  out[at + 3] = member >>> 16;
  out[at + 4] = member >>> 24;
  at += 5;
  return at;
}

export function decodePartyPromote(message: PartyPromote, data: Uint8Array, at: number, end: number): number {
  if (end > data.length || end - at < partyPromoteSizeMax) return /* truncated */ -4;
  if (end - at > partyPromoteSizeMax) return /* trailing */ -5;
  if (data[at] !== partyPromoteId) return /* wrongId */ -6;
  message.member =
    (data[at + 1]! | (data[at + 2]! << 8) | (data[at + 3]! << 16) | (data[at + 4]! << 24)) >>> 0;
  at += 5;
  return at;
}

/** Who may take what a kill of a party leaves, for as long as that is not anybody's. */
export const PartyLootMode = {
  /** Any member with a share in the kill. */
  freeForAll: 1,
  /** The members with a share in the kill in turns, a stack each. */
  roundRobin: 2,
  /** Of things that lie in a slot by themselves, the member who wins a roll; everything else in turns. */
  needGreed: 3,
} as const;

export type PartyLootMode = (typeof PartyLootMode)[keyof typeof PartyLootMode];

export const partyLootId = 0x68;
/** Bytes of every one, with the id. */
export const partyLootSizeMax = 2;

/**
 * The leader decides how loot is shared: of creatures that the party strikes for the first time from then on.
 * From the client, reliable, at most 1 a second.
 */
export class PartyLoot {
  mode: PartyLootMode = PartyLootMode.freeForAll;
}

export function encodePartyLoot(message: PartyLoot, out: Uint8Array, at: number): number {
  const mode = message.mode;
  if ((mode & 0xff) !== mode || mode < 1 || mode > 3) return /* outOfRange */ -2;
  if (at + 2 > out.length) return /* noRoom */ -1;
  out[at] = 0x68;
  out[at + 1] = mode;
  at += 2;
  return at;
}

export function decodePartyLoot(message: PartyLoot, data: Uint8Array, at: number, end: number): number {
  if (end > data.length || end - at < partyLootSizeMax) return /* truncated */ -4;
  if (end - at > partyLootSizeMax) return /* trailing */ -5;
  if (data[at] !== partyLootId) return /* wrongId */ -6;
  const mode = data[at + 1]!;
  if (mode < 1 || mode > 3) return /* outOfRange */ -2;
  message.mode = mode as PartyLootMode;
  at += 2;
  return at;
}

/** What somebody wants of a thing that is rolled for. */
export const LootChoice = {
  /** Not to have it. */
  pass: 1,
  /** To have it, if nobody has a need for it. */
  greed: 2,
  /** To have it. */
  need: 3,
} as const;

export type LootChoice = (typeof LootChoice)[keyof typeof LootChoice];

export const lootRollId = 0x69;
/** Bytes of every one, with the id. */
export const lootRollSizeMax = 6;

/**
 * Says once what the player wants of something that is rolled for.
 * From the client, reliable, at most 5 a second.
 */
export class LootRoll {
  /**
   * As told by LootRollBegun.
   * u32.
   */
  roll = 0;
  choice: LootChoice = LootChoice.pass;
}

export function encodeLootRoll(message: LootRoll, out: Uint8Array, at: number): number {
  const roll = message.roll;
  if (roll >>> 0 !== roll) return /* outOfRange */ -2;
  const choice = message.choice;
  if ((choice & 0xff) !== choice || choice < 1 || choice > 3) return /* outOfRange */ -2;
  if (at + 6 > out.length) return /* noRoom */ -1;
  out[at] = 0x69;
  out[at + 1] = roll;
  out[at + 2] = roll >>> 8;
  out[at + 3] = roll >>> 16;
  out[at + 4] = roll >>> 24;
  out[at + 5] = choice;
  at += 6;
  return at;
}

export function decodeLootRoll(message: LootRoll, data: Uint8Array, at: number, end: number): number {
  if (end > data.length || end - at < lootRollSizeMax) return /* truncated */ -4;
  if (end - at > lootRollSizeMax) return /* trailing */ -5;
  if (data[at] !== lootRollId) return /* wrongId */ -6;
  message.roll = (data[at + 1]! | (data[at + 2]! << 8) | (data[at + 3]! << 16) | (data[at + 4]! << 24)) >>> 0;
  const choice = data[at + 5]!;
  if (choice < 1 || choice > 3) return /* outOfRange */ -2;
  message.choice = choice as LootChoice;
  at += 6;
  return at;
}

/** Why a player reports another one to the operators. */
export const ReportReason = {
  /** Plays by other means than the game's. */
  cheating: 1,
  /** Insults, threatens, follows somebody about. */
  harassment: 2,
  /** Says the same again and again, or sells what is not of the game. */
  spam: 3,
  /** What the character is called. */
  name: 4,
  /** Something else, which the text says. */
  other: 5,
} as const;

export type ReportReason = (typeof ReportReason)[keyof typeof ReportReason];

export const reportPlayerId = 0x6a;
/** Bytes of the longest; the shortest takes 4, with the id. */
export const reportPlayerSizeMax = 228;

/**
 * Tells the operators of another player, who may be away, and does not hear of it. What either of the two said in the last ten
 * minutes, and where both stand, goes with it. Answered with ReportTaken when it is stored. One player may be reported by
 * the same once an hour, and ten be reported a day.
 * From the client, reliable, at most 1 a second.
 */
export class ReportPlayer {
  /**
   * Name of the character, in whatever case.
   * Up to 24 bytes of UTF-8.
   */
  name = '';
  reason: ReportReason = ReportReason.cheating;
  /**
   * What happened, in the words of who reports; may be empty, but for `other`. Of characters that chat may have.
   * Up to 200 bytes of UTF-8.
   */
  text = '';
}

export function encodeReportPlayer(message: ReportPlayer, out: Uint8Array, at: number): number {
  if (at >= out.length) return /* noRoom */ -1;
  out[at] = 0x6a;
  at += 1;
  at = writeText(message.name, out, at, 24);
  if (at < 0) return at;
  const reason = message.reason;
  if ((reason & 0xff) !== reason || reason < 1 || reason > 5) return /* outOfRange */ -2;
  if (at >= out.length) return /* noRoom */ -1;
  out[at] = reason;
  at += 1;
  at = writeText(message.text, out, at, 200);
  if (at < 0) return at;
  return at;
}

export function decodeReportPlayer(message: ReportPlayer, data: Uint8Array, at: number, end: number): number {
  if (end > data.length) return /* truncated */ -4;
  if (end - at > reportPlayerSizeMax) return /* tooLong */ -3;
  if (at + 2 > end) return /* truncated */ -4;
  if (data[at] !== reportPlayerId) return /* wrongId */ -6;
  const nameLength = data[at + 1]!;
  if (nameLength > 24) return /* tooLong */ -3;
  at += 2;
  if (nameLength > end - at) return /* truncated */ -4;
  const name = readText(data, at, at + nameLength);
  if (name === undefined) return /* badText */ -7;
  message.name = name;
  at += nameLength;
  if (at + 2 > end) return /* truncated */ -4;
  const reason = data[at]!;
  if (reason < 1 || reason > 5) return /* outOfRange */ -2;
  message.reason = reason as ReportReason;
  const textLength = data[at + 1]!;
  if (textLength > 200) return /* tooLong */ -3;
  at += 2;
  if (textLength > end - at) return /* truncated */ -4;
  const text = readText(data, at, at + textLength);
  if (text === undefined) return /* badText */ -7;
  message.text = text;
  at += textLength;
  return at === end ? at : /* trailing */ -5;
}

export const welcomeId = 0x40;
/** Bytes of the longest; the shortest takes 21, with the id. */
export const welcomeSizeMax = 77;

/**
 * First message to a player who stands in the world.
 * From the server, reliable.
 */
export class Welcome {
  /**
   * The player's own entity.
   * u32.
   */
  entity = 0;
  /**
   * The server's tick when it sent this.
   * u32.
   */
  tick = 0;
  /**
   * The character's name.
   * Up to 24 bytes of UTF-8.
   */
  name = '';
  /**
   * Numeric id of the map, from the content.
   * u16.
   */
  map = 0;
  /**
   * Name of the map, from the content.
   * Up to 32 bytes of UTF-8.
   */
  mapKey = '';
  /**
   * Hash of the content the server runs: STANDARD.md, "Playing", says of what. A client that has another game shows wrong names, no more.
   * u32.
   */
  contentHash = 0;
  /**
   * The highest number of a request with a command that was done for this character, 0 for none.
   * u32.
   */
  lastCommand = 0;
}

export function encodeWelcome(message: Welcome, out: Uint8Array, at: number): number {
  const entity = message.entity;
  if (entity >>> 0 !== entity) return /* outOfRange */ -2;
  const tick = message.tick;
  if (tick >>> 0 !== tick) return /* outOfRange */ -2;
  if (at + 9 > out.length) return /* noRoom */ -1;
  out[at] = 0x40;
  out[at + 1] = entity;
  out[at + 2] = entity >>> 8;
  out[at + 3] = entity >>> 16;
  out[at + 4] = entity >>> 24;
  out[at + 5] = tick;
  out[at + 6] = tick >>> 8;
  out[at + 7] = tick >>> 16;
  out[at + 8] = tick >>> 24;
  at += 9;
  at = writeText(message.name, out, at, 24);
  if (at < 0) return at;
  const map = message.map;
  if ((map & 0xffff) !== map) return /* outOfRange */ -2;
  if (at + 2 > out.length) return /* noRoom */ -1;
  out[at] = map;
  out[at + 1] = map >>> 8;
  at += 2;
  at = writeText(message.mapKey, out, at, 32);
  if (at < 0) return at;
  const contentHash = message.contentHash;
  if (contentHash >>> 0 !== contentHash) return /* outOfRange */ -2;
  const lastCommand = message.lastCommand;
  if (lastCommand >>> 0 !== lastCommand) return /* outOfRange */ -2;
  if (at + 8 > out.length) return /* noRoom */ -1;
  out[at] = contentHash;
  out[at + 1] = contentHash >>> 8;
  out[at + 2] = contentHash >>> 16;
  out[at + 3] = contentHash >>> 24;
  out[at + 4] = lastCommand;
  out[at + 5] = lastCommand >>> 8;
  out[at + 6] = lastCommand >>> 16;
  out[at + 7] = lastCommand >>> 24;
  at += 8;
  return at;
}

export function decodeWelcome(message: Welcome, data: Uint8Array, at: number, end: number): number {
  if (end > data.length) return /* truncated */ -4;
  if (end - at > welcomeSizeMax) return /* tooLong */ -3;
  if (at + 10 > end) return /* truncated */ -4;
  if (data[at] !== welcomeId) return /* wrongId */ -6;
  message.entity =
    (data[at + 1]! | (data[at + 2]! << 8) | (data[at + 3]! << 16) | (data[at + 4]! << 24)) >>> 0;
  message.tick = (data[at + 5]! | (data[at + 6]! << 8) | (data[at + 7]! << 16) | (data[at + 8]! << 24)) >>> 0;
  const nameLength = data[at + 9]!;
  if (nameLength > 24) return /* tooLong */ -3;
  at += 10;
  if (nameLength > end - at) return /* truncated */ -4;
  const name = readText(data, at, at + nameLength);
  if (name === undefined) return /* badText */ -7;
  message.name = name;
  at += nameLength;
  if (at + 3 > end) return /* truncated */ -4;
  message.map = data[at]! | (data[at + 1]! << 8);
  const mapKeyLength = data[at + 2]!;
  if (mapKeyLength > 32) return /* tooLong */ -3;
  at += 3;
  if (mapKeyLength > end - at) return /* truncated */ -4;
  const mapKey = readText(data, at, at + mapKeyLength);
  if (mapKey === undefined) return /* badText */ -7;
  message.mapKey = mapKey;
  at += mapKeyLength;
  if (at + 8 > end) return /* truncated */ -4;
  message.contentHash =
    (data[at]! | (data[at + 1]! << 8) | (data[at + 2]! << 16) | (data[at + 3]! << 24)) >>> 0;
  message.lastCommand =
    (data[at + 4]! | (data[at + 5]! << 8) | (data[at + 6]! << 16) | (data[at + 7]! << 24)) >>> 0;
  at += 8;
  return at === end ? at : /* trailing */ -5;
}

export const mapChangedId = 0x41;
/** Bytes of the longest; the shortest takes 8, with the id. */
export const mapChangedSizeMax = 40;

/**
 * The player stands on another map now. Entities of the old map leave through Snapshot.removed as any other does.
 * From the server, reliable.
 */
export class MapChanged {
  /**
   * Numeric id of the map, from the content.
   * u16.
   */
  map = 0;
  /**
   * Name of the map, from the content.
   * Up to 32 bytes of UTF-8.
   */
  mapKey = '';
  /**
   * Where the player stands now, in metres: x grows to the east.
   * 0 .. 1023.984375 in steps of 0.015625; clamped when encoded, in m.
   */
  x = 0;
  /**
   * y grows to the south.
   * 0 .. 1023.984375 in steps of 0.015625; clamped when encoded, in m.
   */
  y = 0;
}

export function encodeMapChanged(message: MapChanged, out: Uint8Array, at: number): number {
  const map = message.map;
  if ((map & 0xffff) !== map) return /* outOfRange */ -2;
  if (at + 3 > out.length) return /* noRoom */ -1;
  out[at] = 0x41;
  out[at + 1] = map;
  out[at + 2] = map >>> 8;
  at += 3;
  at = writeText(message.mapKey, out, at, 32);
  if (at < 0) return at;
  const x = message.x;
  let xSteps = x * 64 + 0.5;
  if (!(xSteps >= 0 && xSteps < 65536)) {
    if (x !== x) return /* outOfRange */ -2;
    xSteps = x <= 0 ? 0 : 65535;
  }
  const y = message.y;
  let ySteps = y * 64 + 0.5;
  if (!(ySteps >= 0 && ySteps < 65536)) {
    if (y !== y) return /* outOfRange */ -2;
    ySteps = y <= 0 ? 0 : 65535;
  }
  if (at + 4 > out.length) return /* noRoom */ -1;
  out[at] = xSteps;
  out[at + 1] = xSteps >>> 8;
  out[at + 2] = ySteps;
  out[at + 3] = ySteps >>> 8;
  at += 4;
  return at;
}

export function decodeMapChanged(message: MapChanged, data: Uint8Array, at: number, end: number): number {
  if (end > data.length) return /* truncated */ -4;
  if (end - at > mapChangedSizeMax) return /* tooLong */ -3;
  if (at + 4 > end) return /* truncated */ -4;
  if (data[at] !== mapChangedId) return /* wrongId */ -6;
  message.map = data[at + 1]! | (data[at + 2]! << 8);
  const mapKeyLength = data[at + 3]!;
  if (mapKeyLength > 32) return /* tooLong */ -3;
  at += 4;
  if (mapKeyLength > end - at) return /* truncated */ -4;
  const mapKey = readText(data, at, at + mapKeyLength);
  if (mapKey === undefined) return /* badText */ -7;
  message.mapKey = mapKey;
  at += mapKeyLength;
  if (at + 4 > end) return /* truncated */ -4;
  const x = data[at]! | (data[at + 1]! << 8);
  message.x = x / 64;
  const y = data[at + 2]! | (data[at + 3]! << 8);
  message.y = y / 64;
  at += 4;
  return at === end ? at : /* trailing */ -5;
}

export const characterStatusId = 0x42;
/** Bytes of the longest; the shortest takes 9, with the id. */
export const characterStatusSizeMax = 21;

/**
 * The player's own numbers, sent when one of them changed.
 * From the server, reliable.
 */
export class CharacterStatus {
  /**
   * 1 is the first.
   * u8.
   */
  level = 0;
  /**
   * All that was ever earned.
   * Varint.
   */
  experience = 0;
  /**
   * Experience at which the next level is reached, 0 at the highest.
   * Varint.
   */
  experienceNext = 0;
  /**
   * Health when unhurt.
   * u16.
   */
  healthMax = 0;
  /**
   * Mana when rested.
   * u16.
   */
  manaMax = 0;
  /**
   * Money at hand.
   * Varint, in coins.
   */
  coins = 0;
}

export function encodeCharacterStatus(message: CharacterStatus, out: Uint8Array, at: number): number {
  const level = message.level;
  if ((level & 0xff) !== level) return /* outOfRange */ -2;
  const experience = message.experience;
  if (experience >>> 0 !== experience) return /* outOfRange */ -2;
  if (at + 2 > out.length) return /* noRoom */ -1;
  out[at] = 0x42;
  out[at + 1] = level;
  at += 2;
  at = writeVarint(experience, out, at);
  if (at < 0) return at;
  const experienceNext = message.experienceNext;
  if (experienceNext >>> 0 !== experienceNext) return /* outOfRange */ -2;
  at = writeVarint(experienceNext, out, at);
  if (at < 0) return at;
  const healthMax = message.healthMax;
  if ((healthMax & 0xffff) !== healthMax) return /* outOfRange */ -2;
  const manaMax = message.manaMax;
  if ((manaMax & 0xffff) !== manaMax) return /* outOfRange */ -2;
  const coins = message.coins;
  if (coins >>> 0 !== coins) return /* outOfRange */ -2;
  if (at + 4 > out.length) return /* noRoom */ -1;
  out[at] = healthMax;
  out[at + 1] = healthMax >>> 8;
  out[at + 2] = manaMax;
  out[at + 3] = manaMax >>> 8;
  at += 4;
  at = writeVarint(coins, out, at);
  if (at < 0) return at;
  return at;
}

export function decodeCharacterStatus(
  message: CharacterStatus,
  data: Uint8Array,
  at: number,
  end: number,
): number {
  if (end > data.length) return /* truncated */ -4;
  if (end - at > characterStatusSizeMax) return /* tooLong */ -3;
  if (at + 2 > end) return /* truncated */ -4;
  if (data[at] !== characterStatusId) return /* wrongId */ -6;
  message.level = data[at + 1]!;
  at += 2;
  const experience = readVarint(data, at, end);
  if (experience < 0) return experience;
  at += varintSize(experience);
  message.experience = experience;
  const experienceNext = readVarint(data, at, end);
  if (experienceNext < 0) return experienceNext;
  at += varintSize(experienceNext);
  message.experienceNext = experienceNext;
  if (at + 4 > end) return /* truncated */ -4;
  message.healthMax = data[at]! | (data[at + 1]! << 8);
  message.manaMax = data[at + 2]! | (data[at + 3]! << 8);
  at += 4;
  const coins = readVarint(data, at, end);
  if (coins < 0) return coins;
  at += varintSize(coins);
  message.coins = coins;
  return at === end ? at : /* trailing */ -5;
}

export const inventorySlotId = 0x43;
/** Bytes of every one, with the id. */
export const inventorySlotSizeMax = 10;

/**
 * What lies in one slot of the player's own: its bag, what it wears, its bank, what can be bought back. Sent when the server has
 * stored it.
 * From the server, reliable.
 */
export class InventorySlot {
  /** Of what it is a slot. */
  holder: HolderKind = HolderKind.nowhere;
  /**
   * Number of the slot, from 0.
   * u8.
   */
  slot = 0;
  /**
   * Item id from the content, 0 for an empty slot.
   * u16.
   */
  item = 0;
  /**
   * How many of it, 0 for an empty slot.
   * u16.
   */
  count = 0;
  /**
   * Uses that a single item has behind it.
   * u16.
   */
  wear = 0;
  /** Nobody else can have it any more. */
  bound = false;
}

export function encodeInventorySlot(message: InventorySlot, out: Uint8Array, at: number): number {
  const holder = message.holder;
  if ((holder & 0xff) !== holder || holder > 7) return /* outOfRange */ -2;
  const slot = message.slot;
  if ((slot & 0xff) !== slot) return /* outOfRange */ -2;
  const item = message.item;
  if ((item & 0xffff) !== item) return /* outOfRange */ -2;
  const count = message.count;
  if ((count & 0xffff) !== count) return /* outOfRange */ -2;
  const wear = message.wear;
  if ((wear & 0xffff) !== wear) return /* outOfRange */ -2;
  const bound = message.bound;
  if (at + 10 > out.length) return /* noRoom */ -1;
  out[at] = 0x43;
  out[at + 1] = holder;
  out[at + 2] = slot;
  out[at + 3] = item;
  out[at + 4] = item >>> 8;
  out[at + 5] = count;
  out[at + 6] = count >>> 8;
  out[at + 7] = wear;
  out[at + 8] = wear >>> 8;
  out[at + 9] = bound ? 1 : 0;
  at += 10;
  return at;
}

export function decodeInventorySlot(
  message: InventorySlot,
  data: Uint8Array,
  at: number,
  end: number,
): number {
  if (end > data.length || end - at < inventorySlotSizeMax) return /* truncated */ -4;
  if (end - at > inventorySlotSizeMax) return /* trailing */ -5;
  if (data[at] !== inventorySlotId) return /* wrongId */ -6;
  const holder = data[at + 1]!;
  if (holder > 7) return /* outOfRange */ -2;
  message.holder = holder as HolderKind;
  message.slot = data[at + 2]!;
  message.item = data[at + 3]! | (data[at + 4]! << 8);
  message.count = data[at + 5]! | (data[at + 6]! << 8);
  message.wear = data[at + 7]! | (data[at + 8]! << 8);
  const bound = data[at + 9]!;
  if (bound > 1) return /* outOfRange */ -2;
  message.bound = bound === 1;
  at += 10;
  return at;
}

export const chatMessageId = 0x44;
/** Bytes of the longest; the shortest takes 8, with the id. */
export const chatMessageSizeMax = 232;

/**
 * Something was said that the receiver hears.
 * From the server, reliable.
 */
export class ChatMessage {
  /** Who else hears it. */
  scope: ChatScope = ChatScope.say;
  /**
   * The speaker's entity, 0 for none.
   * u32.
   */
  speaker = 0;
  /**
   * The speaker's name.
   * Up to 24 bytes of UTF-8.
   */
  name = '';
  /**
   * What was said.
   * Up to 200 bytes of UTF-8.
   */
  text = '';
}

export function encodeChatMessage(message: ChatMessage, out: Uint8Array, at: number): number {
  const scope = message.scope;
  if ((scope & 0xff) !== scope || scope < 1 || scope > 4) return /* outOfRange */ -2;
  const speaker = message.speaker;
  if (speaker >>> 0 !== speaker) return /* outOfRange */ -2;
  if (at + 6 > out.length) return /* noRoom */ -1;
  out[at] = 0x44;
  out[at + 1] = scope;
  out[at + 2] = speaker;
  out[at + 3] = speaker >>> 8;
  out[at + 4] = speaker >>> 16;
  out[at + 5] = speaker >>> 24;
  at += 6;
  at = writeText(message.name, out, at, 24);
  if (at < 0) return at;
  at = writeText(message.text, out, at, 200);
  if (at < 0) return at;
  return at;
}

export function decodeChatMessage(message: ChatMessage, data: Uint8Array, at: number, end: number): number {
  if (end > data.length) return /* truncated */ -4;
  if (end - at > chatMessageSizeMax) return /* tooLong */ -3;
  if (at + 7 > end) return /* truncated */ -4;
  if (data[at] !== chatMessageId) return /* wrongId */ -6;
  const scope = data[at + 1]!;
  if (scope < 1 || scope > 4) return /* outOfRange */ -2;
  message.scope = scope as ChatScope;
  message.speaker =
    (data[at + 2]! | (data[at + 3]! << 8) | (data[at + 4]! << 16) | (data[at + 5]! << 24)) >>> 0;
  const nameLength = data[at + 6]!;
  if (nameLength > 24) return /* tooLong */ -3;
  at += 7;
  if (nameLength > end - at) return /* truncated */ -4;
  const name = readText(data, at, at + nameLength);
  if (name === undefined) return /* badText */ -7;
  message.name = name;
  at += nameLength;
  if (at >= end) return /* truncated */ -4;
  const textLength = data[at]!;
  if (textLength > 200) return /* tooLong */ -3;
  at += 1;
  if (textLength > end - at) return /* truncated */ -4;
  const text = readText(data, at, at + textLength);
  if (text === undefined) return /* badText */ -7;
  message.text = text;
  at += textLength;
  return at === end ? at : /* trailing */ -5;
}

/** What came of an attack or a healing. */
export const CombatOutcome = {
  /** The damage in `amount`. */
  hit: 1,
  /** More damage than a hit, in `amount`. */
  critical: 2,
  /** No damage. */
  dodged: 3,
  /** Less damage than a hit, in `amount`. */
  blocked: 4,
  /** Health given, in `amount`. */
  healed: 5,
  /**
   * Follows, as a message of its own with the same source, target and skill and an amount of 0, the hit that took the
   * last of the health.
   */
  killed: 6,
} as const;

export type CombatOutcome = (typeof CombatOutcome)[keyof typeof CombatOutcome];

export const combatEventId = 0x45;
/** Bytes of every one, with the id. */
export const combatEventSizeMax = 14;

/**
 * Something happened in a fight that the receiver sees.
 * From the server, unreliable.
 */
export class CombatEvent {
  /**
   * Entity that acted, 0 for none.
   * u32.
   */
  source = 0;
  /**
   * Entity that it happened to.
   * u32.
   */
  target = 0;
  /**
   * Skill id from the content, 0 for none.
   * u16.
   */
  skill = 0;
  /** What came of it. */
  outcome: CombatOutcome = CombatOutcome.hit;
  /**
   * Health lost or gained.
   * u16.
   */
  amount = 0;
}

export function encodeCombatEvent(message: CombatEvent, out: Uint8Array, at: number): number {
  const source = message.source;
  if (source >>> 0 !== source) return /* outOfRange */ -2;
  const target = message.target;
  if (target >>> 0 !== target) return /* outOfRange */ -2;
  const skill = message.skill;
  if ((skill & 0xffff) !== skill) return /* outOfRange */ -2;
  const outcome = message.outcome;
  if ((outcome & 0xff) !== outcome || outcome < 1 || outcome > 6) return /* outOfRange */ -2;
  const amount = message.amount;
  if ((amount & 0xffff) !== amount) return /* outOfRange */ -2;
  if (at + 14 > out.length) return /* noRoom */ -1;
  out[at] = 0x45;
  out[at + 1] = source;
  out[at + 2] = source >>> 8;
  out[at + 3] = source >>> 16;
  out[at + 4] = source >>> 24;
  out[at + 5] = target;
  out[at + 6] = target >>> 8;
  out[at + 7] = target >>> 16;
  out[at + 8] = target >>> 24;
  out[at + 9] = skill;
  out[at + 10] = skill >>> 8;
  out[at + 11] = outcome;
  out[at + 12] = amount;
  out[at + 13] = amount >>> 8;
  at += 14;
  return at;
}

export function decodeCombatEvent(message: CombatEvent, data: Uint8Array, at: number, end: number): number {
  if (end > data.length || end - at < combatEventSizeMax) return /* truncated */ -4;
  if (end - at > combatEventSizeMax) return /* trailing */ -5;
  if (data[at] !== combatEventId) return /* wrongId */ -6;
  message.source =
    (data[at + 1]! | (data[at + 2]! << 8) | (data[at + 3]! << 16) | (data[at + 4]! << 24)) >>> 0;
  message.target =
    (data[at + 5]! | (data[at + 6]! << 8) | (data[at + 7]! << 16) | (data[at + 8]! << 24)) >>> 0;
  message.skill = data[at + 9]! | (data[at + 10]! << 8);
  const outcome = data[at + 11]!;
  if (outcome < 1 || outcome > 6) return /* outOfRange */ -2;
  message.outcome = outcome as CombatOutcome;
  message.amount = data[at + 12]! | (data[at + 13]! << 8);
  at += 14;
  return at;
}

/** Why the server did not do what a client asked. */
export const RefusalReason = {
  /**
   * There is nothing by this id for the one who asked: no such entity on its map, or 0 where one is needed; no invitation to
   * it, or none any more; no trade, letter or listing of its own, no listing at all; no character of this name.
   */
  unknownTarget: 1,
  /**
   * The target is farther away than the skill, the reach for picking up, or that for trading or talking goes; or no banker is
   * near.
   */
  outOfRange: 2,
  /** This skill, or the pause that all skills share, is not over; or that of all that is consumed. */
  onCooldown: 3,
  /** The skill costs more mana than there is. */
  notEnoughMana: 4,
  /** Who asked is dead. */
  dead: 5,
  /** RespawnRequest of somebody alive. */
  notDead: 6,
  /** One of the two stands in a safe zone. */
  safeZone: 7,
  /** The item on the ground belongs to somebody else for now. */
  notYours: 8,
  /**
   * It does not fit where it would go: into the bag, the slot that is named, or the place on the body. Of what is picked up, not
   * one unit does.
   */
  inventoryFull: 9,
  /** No such skill, or none that players have. */
  unknownSkill: 10,
  /**
   * The target is there, but nothing that this can be done to: dead, on its way home, of the wrong side or the own party, no item, somebody
   * who does not do this, oneself or what is one's own already, a player who is not there to answer.
   */
  invalidTarget: 11,
  /** A wall stands between. */
  noLineOfSight: 12,
  /**
   * Not now. As many requests of the player wait as may (8 with a command, one for a skill); it cannot act (stunned, casting);
   * it is too early to stand up again; one of the two trades already, or was asked the same just now; or the server has no
   * room for more of it. Later, perhaps.
   */
  busy: 13,
  /** An operator has taken the right to talk, to write letters and to invite into parties away. */
  muted: 14,
  /** Nothing to see is left of the text. */
  emptyText: 15,
  /**
   * The rules of this map or of this message forbid it: fights of players where there are none, a scope that is the
   * operators', characters that a text may not have, trade and crafting of who fights, what vendors do not buy, a price of 0, payment on
   * delivery without stacks or besides coins, a letter that has no way back.
   */
  notAllowed: 16,
  /** The server cannot store anything now, so nothing moves. */
  notStored: 17,
  /** Operators have switched this off for now. */
  switchedOff: 18,
  /**
   * The number of the request is 64 or more below the highest that was done, and nobody knows any more whether it was.
   */
  staleCommand: 19,
  /** The number of the request is 0, or more than 1,000,000 above the highest that was done. */
  invalidCommand: 20,
  /**
   * There is no such slot, nothing in it, nothing like this goes from there to here, or it is named twice.
   */
  unknownSlot: 21,
  /** There are not so many of them, or 0 were asked for. */
  notEnoughItems: 22,
  /** There are not so many coins. */
  notEnoughCoins: 23,
  /** The item is bound to who has it: it can be sold to vendors and thrown away, and go to nobody else. */
  bound: 24,
  /**
   * Level or kind of the item do not allow it: not yet, not on this place, nothing to consume, nothing that is sold here.
   */
  requirementsNotMet: 25,
  /** It would be too heavy to carry. */
  tooHeavy: 26,
  /** The purse does not hold so many coins; the most is 4,294,967,295. */
  purseFull: 27,
  /** The item is worn out and has to be mended first. */
  wornOut: 28,
  /**
   * Nothing would be other than it is: health and mana that are full already, something that needs no mending.
   */
  noEffect: 29,
  /**
   * What the request means is not as it was any more: the table of a trade, what a letter or a listing costs.
   */
  changed: 40,
  /**
   * There is no room where it would go: in the other's bag or purse, in a mailbox, among the own listings.
   */
  noRoomThere: 41,
  /** Nobody knows yet whether there is a character of this name; asked again soon, it is known. */
  notKnownYet: 42,
  /** It has to be paid first. */
  unpaid: 43,
  /** There is something in it yet. */
  notEmpty: 44,
  /**
   * This character has not played long enough yet to give anything to other players: by trade, by letter, on the market, on
   * the ground. Later, it has.
   */
  newcomer: 45,
  /** No such recipe. */
  unknownRecipe: 46,
  /** Not so many pieces at once: 1 to 99. */
  badCount: 47,
  /** No such station is within reach. */
  noStation: 48,
  /** The tool that it takes is neither in the bag nor worn. */
  noTool: 49,
  /** The skill in the recipe's profession is too low. */
  notSkilled: 50,
  /** Nothing is being made. */
  notCrafting: 51,
  /** No such quest, or none that was taken on. */
  unknownQuest: 53,
  /** This npc does not offer it, or does not hear of it in this stage. */
  notOfferedHere: 54,
  /** The player's level is too low for it. */
  levelTooLow: 55,
  /** Something else that it requires is not so: a quest to be completed before, something to be carried. */
  prerequisiteMissing: 56,
  /** It was taken on already. */
  alreadyTaken: 57,
  /** The most quests that one can have at a time are taken on: 16. */
  questLogFull: 58,
  /** Some objective is not done yet. */
  notFinished: 59,
  /** The quest is in another stage than the one that is meant, or that has no such outcome. */
  wrongStage: 60,
  /** It was completed, and cannot be taken on again yet. Later, it can. */
  notRepeatableYet: 61,
  /** It was completed, and is done once only. */
  alreadyDone: 62,
  /** No character of this name is in the world. */
  notOnline: 70,
  /** That player, or who asks, is in a party already. */
  alreadyInParty: 71,
  /** That player has an invitation of the same party already, or declined one just now. */
  alreadyInvited: 72,
  /** The party has as many members as it may. */
  partyFull: 73,
  /** Who asks is in no party, or whom it names is not in this one. */
  notInParty: 74,
  /** Only the leader of a party may. */
  notLeader: 75,
  /** The player reported this one within the last hour. */
  alreadyReported: 76,
  /** The player has reported as many within a day as it may: 10. */
  tooManyReports: 77,
} as const;

export type RefusalReason = (typeof RefusalReason)[keyof typeof RefusalReason];

export const refusedId = 0x46;
/** Bytes of every one, with the id. */
export const refusedSizeMax = 7;

/**
 * A request was not done. Sent instead of any effect.
 * From the server, reliable.
 */
export class Refused {
  /**
   * Id of the message that was refused.
   * u8.
   */
  request = 0;
  /**
   * Its command, 0 for one without.
   * u32.
   */
  command = 0;
  /** Why not. */
  reason: RefusalReason = RefusalReason.unknownTarget;
}

export function encodeRefused(message: Refused, out: Uint8Array, at: number): number {
  const request = message.request;
  if ((request & 0xff) !== request) return /* outOfRange */ -2;
  const command = message.command;
  if (command >>> 0 !== command) return /* outOfRange */ -2;
  const reason = message.reason;
  if (
    (reason & 0xff) !== reason ||
    (reason !== 1 &&
      reason !== 2 &&
      reason !== 3 &&
      reason !== 4 &&
      reason !== 5 &&
      reason !== 6 &&
      reason !== 7 &&
      reason !== 8 &&
      reason !== 9 &&
      reason !== 10 &&
      reason !== 11 &&
      reason !== 12 &&
      reason !== 13 &&
      reason !== 14 &&
      reason !== 15 &&
      reason !== 16 &&
      reason !== 17 &&
      reason !== 18 &&
      reason !== 19 &&
      reason !== 20 &&
      reason !== 21 &&
      reason !== 22 &&
      reason !== 23 &&
      reason !== 24 &&
      reason !== 25 &&
      reason !== 26 &&
      reason !== 27 &&
      reason !== 28 &&
      reason !== 29 &&
      reason !== 40 &&
      reason !== 41 &&
      reason !== 42 &&
      reason !== 43 &&
      reason !== 44 &&
      reason !== 45 &&
      reason !== 46 &&
      reason !== 47 &&
      reason !== 48 &&
      reason !== 49 &&
      reason !== 50 &&
      reason !== 51 &&
      reason !== 53 &&
      reason !== 54 &&
      reason !== 55 &&
      reason !== 56 &&
      reason !== 57 &&
      reason !== 58 &&
      reason !== 59 &&
      reason !== 60 &&
      reason !== 61 &&
      reason !== 62 &&
      reason !== 70 &&
      reason !== 71 &&
      reason !== 72 &&
      reason !== 73 &&
      reason !== 74 &&
      reason !== 75 &&
      reason !== 76 &&
      reason !== 77)
  )
    return /* outOfRange */ -2;
  if (at + 7 > out.length) return /* noRoom */ -1;
  out[at] = 0x46;
  out[at + 1] = request;
  out[at + 2] = command;
  out[at + 3] = command >>> 8;
  out[at + 4] = command >>> 16;
  out[at + 5] = command >>> 24;
  out[at + 6] = reason;
  at += 7;
  return at;
}

export function decodeRefused(message: Refused, data: Uint8Array, at: number, end: number): number {
  if (end > data.length || end - at < refusedSizeMax) return /* truncated */ -4;
  if (end - at > refusedSizeMax) return /* trailing */ -5;
  if (data[at] !== refusedId) return /* wrongId */ -6;
  message.request = data[at + 1]!;
  message.command =
    (data[at + 2]! | (data[at + 3]! << 8) | (data[at + 4]! << 16) | (data[at + 5]! << 24)) >>> 0;
  const reason = data[at + 6]!;
  if (
    reason !== 1 &&
    reason !== 2 &&
    reason !== 3 &&
    reason !== 4 &&
    reason !== 5 &&
    reason !== 6 &&
    reason !== 7 &&
    reason !== 8 &&
    reason !== 9 &&
    reason !== 10 &&
    reason !== 11 &&
    reason !== 12 &&
    reason !== 13 &&
    reason !== 14 &&
    reason !== 15 &&
    reason !== 16 &&
    reason !== 17 &&
    reason !== 18 &&
    reason !== 19 &&
    reason !== 20 &&
    reason !== 21 &&
    reason !== 22 &&
    reason !== 23 &&
    reason !== 24 &&
    reason !== 25 &&
    reason !== 26 &&
    reason !== 27 &&
    reason !== 28 &&
    reason !== 29 &&
    reason !== 40 &&
    reason !== 41 &&
    reason !== 42 &&
    reason !== 43 &&
    reason !== 44 &&
    reason !== 45 &&
    reason !== 46 &&
    reason !== 47 &&
    reason !== 48 &&
    reason !== 49 &&
    reason !== 50 &&
    reason !== 51 &&
    reason !== 53 &&
    reason !== 54 &&
    reason !== 55 &&
    reason !== 56 &&
    reason !== 57 &&
    reason !== 58 &&
    reason !== 59 &&
    reason !== 60 &&
    reason !== 61 &&
    reason !== 62 &&
    reason !== 70 &&
    reason !== 71 &&
    reason !== 72 &&
    reason !== 73 &&
    reason !== 74 &&
    reason !== 75 &&
    reason !== 76 &&
    reason !== 77
  )
    return /* outOfRange */ -2;
  message.reason = reason as RefusalReason;
  at += 7;
  return at;
}

export const commandConfirmedId = 0x47;
/** Bytes of every one, with the id. */
export const commandConfirmedSizeMax = 5;

/**
 * A request with a command was done, and what it did is stored: nothing takes it back. Sent again whenever the number of one
 * that was done is asked again, whatever is asked under it.
 * From the server, reliable.
 */
export class CommandConfirmed {
  /**
   * Its command.
   * u32.
   */
  command = 0;
}

export function encodeCommandConfirmed(message: CommandConfirmed, out: Uint8Array, at: number): number {
  const command = message.command;
  if (command >>> 0 !== command) return /* outOfRange */ -2;
  if (at + 5 > out.length) return /* noRoom */ -1;
  out[at] = 0x47;
  out[at + 1] = command;
  out[at + 2] = command >>> 8;
  out[at + 3] = command >>> 16;
  out[at + 4] = command >>> 24;
  at += 5;
  return at;
}

export function decodeCommandConfirmed(
  message: CommandConfirmed,
  data: Uint8Array,
  at: number,
  end: number,
): number {
  if (end > data.length || end - at < commandConfirmedSizeMax) return /* truncated */ -4;
  if (end - at > commandConfirmedSizeMax) return /* trailing */ -5;
  if (data[at] !== commandConfirmedId) return /* wrongId */ -6;
  message.command =
    (data[at + 1]! | (data[at + 2]! << 8) | (data[at + 3]! << 16) | (data[at + 4]! << 24)) >>> 0;
  at += 5;
  return at;
}

/** Work at something. */
export const Profession = {
  /** Anybody's. */
  none: 0,
  /** Of metal. */
  smithing: 1,
  /** Of hides. */
  leatherworking: 2,
  /** Of herbs. */
  alchemy: 3,
  /** Of what is eaten. */
  cooking: 4,
  /** Of cloth. */
  tailoring: 5,
} as const;

export type Profession = (typeof Profession)[keyof typeof Profession];

/** What became of a piece. */
export const CraftOutcome = {
  /** It spoilt; what went into it is gone. */
  failed: 0,
  /** It is what it should be. */
  made: 1,
  /** It is finer than that. */
  finer: 2,
} as const;

export type CraftOutcome = (typeof CraftOutcome)[keyof typeof CraftOutcome];

/** Why nothing more is made. */
export const CraftingEnd = {
  /** All pieces were made, or spoilt. */
  done: 1,
  /** The player did not want to go on. */
  stopped: 2,
  /** No such station is within reach any more, or it is another map. */
  apart: 3,
  /** The player fights. */
  combat: 4,
  /** It died. */
  death: 5,
  /** It cannot act: stunned, casting. */
  interrupted: 6,
  /** What goes into a piece is not there. */
  materials: 7,
  /** What comes of a piece has no room in the bag. */
  room: 8,
  /** It would be too heavy to carry. */
  weight: 9,
  /** The tool is not there, or worn out. */
  tool: 10,
  /** Level or skill are too low. */
  requirements: 11,
  /** Operators have switched crafting off for now. */
  switchedOff: 12,
} as const;

export type CraftingEnd = (typeof CraftingEnd)[keyof typeof CraftingEnd];

export const craftingBegunId = 0x48;
/** Bytes of every one, with the id. */
export const craftingBegunSizeMax = 8;

/**
 * The player makes something from now on.
 * From the server, reliable.
 */
export class CraftingBegun {
  /**
   * Recipe id from the content.
   * u16.
   */
  recipe = 0;
  /**
   * How many pieces.
   * u8.
   */
  count = 0;
  /**
   * How long each takes.
   * u32, in ticks.
   */
  durationTicks = 0;
}

export function encodeCraftingBegun(message: CraftingBegun, out: Uint8Array, at: number): number {
  const recipe = message.recipe;
  if ((recipe & 0xffff) !== recipe) return /* outOfRange */ -2;
  const count = message.count;
  if ((count & 0xff) !== count) return /* outOfRange */ -2;
  const durationTicks = message.durationTicks;
  if (durationTicks >>> 0 !== durationTicks) return /* outOfRange */ -2;
  if (at + 8 > out.length) return /* noRoom */ -1;
  out[at] = 0x48;
  out[at + 1] = recipe;
  out[at + 2] = recipe >>> 8;
  out[at + 3] = count;
  out[at + 4] = durationTicks;
  out[at + 5] = durationTicks >>> 8;
  out[at + 6] = durationTicks >>> 16;
  out[at + 7] = durationTicks >>> 24;
  at += 8;
  return at;
}

export function decodeCraftingBegun(
  message: CraftingBegun,
  data: Uint8Array,
  at: number,
  end: number,
): number {
  if (end > data.length || end - at < craftingBegunSizeMax) return /* truncated */ -4;
  if (end - at > craftingBegunSizeMax) return /* trailing */ -5;
  if (data[at] !== craftingBegunId) return /* wrongId */ -6;
  message.recipe = data[at + 1]! | (data[at + 2]! << 8);
  message.count = data[at + 3]!;
  message.durationTicks =
    (data[at + 4]! | (data[at + 5]! << 8) | (data[at + 6]! << 16) | (data[at + 7]! << 24)) >>> 0;
  at += 8;
  return at;
}

export const pieceCraftedId = 0x49;
/** Bytes of every one, with the id. */
export const pieceCraftedSizeMax = 9;

/**
 * A piece is finished. Sent when that is stored, after the slots that it changed.
 * From the server, reliable.
 */
export class PieceCrafted {
  /**
   * Recipe id from the content.
   * u16.
   */
  recipe = 0;
  /** What became of it. */
  outcome: CraftOutcome = CraftOutcome.failed;
  /**
   * Item id from the content, 0 for nothing.
   * u16.
   */
  item = 0;
  /**
   * How many of it, 0 for nothing.
   * u16.
   */
  count = 0;
  /**
   * Pieces that are still to be made.
   * u8.
   */
  left = 0;
}

export function encodePieceCrafted(message: PieceCrafted, out: Uint8Array, at: number): number {
  const recipe = message.recipe;
  if ((recipe & 0xffff) !== recipe) return /* outOfRange */ -2;
  const outcome = message.outcome;
  if ((outcome & 0xff) !== outcome || outcome > 2) return /* outOfRange */ -2;
  const item = message.item;
  if ((item & 0xffff) !== item) return /* outOfRange */ -2;
  const count = message.count;
  if ((count & 0xffff) !== count) return /* outOfRange */ -2;
  const left = message.left;
  if ((left & 0xff) !== left) return /* outOfRange */ -2;
  if (at + 9 > out.length) return /* noRoom */ -1;
  out[at] = 0x49;
  out[at + 1] = recipe;
  out[at + 2] = recipe >>> 8;
  out[at + 3] = outcome;
  out[at + 4] = item;
  out[at + 5] = item >>> 8;
  out[at + 6] = count;
  out[at + 7] = count >>> 8;
  out[at + 8] = left;
  at += 9;
  return at;
}

export function decodePieceCrafted(message: PieceCrafted, data: Uint8Array, at: number, end: number): number {
  if (end > data.length || end - at < pieceCraftedSizeMax) return /* truncated */ -4;
  if (end - at > pieceCraftedSizeMax) return /* trailing */ -5;
  if (data[at] !== pieceCraftedId) return /* wrongId */ -6;
  message.recipe = data[at + 1]! | (data[at + 2]! << 8);
  const outcome = data[at + 3]!;
  if (outcome > 2) return /* outOfRange */ -2;
  message.outcome = outcome as CraftOutcome;
  message.item = data[at + 4]! | (data[at + 5]! << 8);
  message.count = data[at + 6]! | (data[at + 7]! << 8);
  message.left = data[at + 8]!;
  at += 9;
  return at;
}

export const craftingEndedId = 0x4a;
/** Bytes of every one, with the id. */
export const craftingEndedSizeMax = 5;

/**
 * The player makes nothing more.
 * From the server, reliable.
 */
export class CraftingEnded {
  /**
   * Recipe id from the content.
   * u16.
   */
  recipe = 0;
  /**
   * Pieces that were made, those that spoilt not counted.
   * u8.
   */
  made = 0;
  /** Why. */
  reason: CraftingEnd = CraftingEnd.done;
}

export function encodeCraftingEnded(message: CraftingEnded, out: Uint8Array, at: number): number {
  const recipe = message.recipe;
  if ((recipe & 0xffff) !== recipe) return /* outOfRange */ -2;
  const made = message.made;
  if ((made & 0xff) !== made) return /* outOfRange */ -2;
  const reason = message.reason;
  if ((reason & 0xff) !== reason || reason < 1 || reason > 12) return /* outOfRange */ -2;
  if (at + 5 > out.length) return /* noRoom */ -1;
  out[at] = 0x4a;
  out[at + 1] = recipe;
  out[at + 2] = recipe >>> 8;
  out[at + 3] = made;
  out[at + 4] = reason;
  at += 5;
  return at;
}

export function decodeCraftingEnded(
  message: CraftingEnded,
  data: Uint8Array,
  at: number,
  end: number,
): number {
  if (end > data.length || end - at < craftingEndedSizeMax) return /* truncated */ -4;
  if (end - at > craftingEndedSizeMax) return /* trailing */ -5;
  if (data[at] !== craftingEndedId) return /* wrongId */ -6;
  message.recipe = data[at + 1]! | (data[at + 2]! << 8);
  message.made = data[at + 3]!;
  const reason = data[at + 4]!;
  if (reason < 1 || reason > 12) return /* outOfRange */ -2;
  message.reason = reason as CraftingEnd;
  at += 5;
  return at;
}

export const professionSkillId = 0x4b;
/** Bytes of every one, with the id. */
export const professionSkillSizeMax = 4;

/**
 * What the player has learned in a profession. Sent for each in which it has learned something when it enters, and when it has
 * learned more and that is stored.
 * From the server, reliable.
 */
export class ProfessionSkill {
  /** Which. */
  profession: Profession = Profession.none;
  /**
   * 0 is nothing.
   * u16.
   */
  skill = 0;
}

export function encodeProfessionSkill(message: ProfessionSkill, out: Uint8Array, at: number): number {
  const profession = message.profession;
  if ((profession & 0xff) !== profession || profession > 5) return /* outOfRange */ -2;
  const skill = message.skill;
  if ((skill & 0xffff) !== skill) return /* outOfRange */ -2;
  if (at + 4 > out.length) return /* noRoom */ -1;
  out[at] = 0x4b;
  out[at + 1] = profession;
  out[at + 2] = skill;
  out[at + 3] = skill >>> 8;
  at += 4;
  return at;
}

export function decodeProfessionSkill(
  message: ProfessionSkill,
  data: Uint8Array,
  at: number,
  end: number,
): number {
  if (end > data.length || end - at < professionSkillSizeMax) return /* truncated */ -4;
  if (end - at > professionSkillSizeMax) return /* trailing */ -5;
  if (data[at] !== professionSkillId) return /* wrongId */ -6;
  const profession = data[at + 1]!;
  if (profession > 5) return /* outOfRange */ -2;
  message.profession = profession as Profession;
  message.skill = data[at + 2]! | (data[at + 3]! << 8);
  at += 4;
  return at;
}

export const tradeInvitedId = 0x50;
/** Bytes of every one, with the id. */
export const tradeInvitedSizeMax = 5;

/**
 * Another player wants to trade.
 * From the server, reliable.
 */
export class TradeInvited {
  /**
   * Who.
   * u32.
   */
  inviter = 0;
}

export function encodeTradeInvited(message: TradeInvited, out: Uint8Array, at: number): number {
  const inviter = message.inviter;
  if (inviter >>> 0 !== inviter) return /* outOfRange */ -2;
  if (at + 5 > out.length) return /* noRoom */ -1;
  out[at] = 0x50;
  out[at + 1] = inviter;
  out[at + 2] = inviter >>> 8;
  out[at + 3] = inviter >>> 16;
  out[at + 4] = inviter >>> 24;
  at += 5;
  return at;
}

export function decodeTradeInvited(message: TradeInvited, data: Uint8Array, at: number, end: number): number {
  if (end > data.length || end - at < tradeInvitedSizeMax) return /* truncated */ -4;
  if (end - at > tradeInvitedSizeMax) return /* trailing */ -5;
  if (data[at] !== tradeInvitedId) return /* wrongId */ -6;
  message.inviter =
    (data[at + 1]! | (data[at + 2]! << 8) | (data[at + 3]! << 16) | (data[at + 4]! << 24)) >>> 0;
  at += 5;
  return at;
}

/** A stack on the table of a trade. */
export class TradeStack {
  /**
   * Where on its side of the table.
   * u8.
   */
  place = 0;
  /**
   * Item id from the content.
   * u16.
   */
  item = 0;
  /**
   * How many.
   * u16.
   */
  count = 0;
  /**
   * Uses that a single item has behind it.
   * u16.
   */
  wear = 0;
}

/** Bytes of every one. */
export const tradeStackSizeMax = 7;

export function encodeTradeStack(message: TradeStack, out: Uint8Array, at: number): number {
  const place = message.place;
  if ((place & 0xff) !== place) return /* outOfRange */ -2;
  const item = message.item;
  if ((item & 0xffff) !== item) return /* outOfRange */ -2;
  const count = message.count;
  if ((count & 0xffff) !== count) return /* outOfRange */ -2;
  const wear = message.wear;
  if ((wear & 0xffff) !== wear) return /* outOfRange */ -2;
  if (at + 7 > out.length) return /* noRoom */ -1;
  out[at] = place;
  out[at + 1] = item;
  out[at + 2] = item >>> 8;
  out[at + 3] = count;
  out[at + 4] = count >>> 8;
  out[at + 5] = wear;
  out[at + 6] = wear >>> 8;
  at += 7;
  return at;
}

export function decodeTradeStack(message: TradeStack, data: Uint8Array, at: number, end: number): number {
  if (at + 7 > end) return /* truncated */ -4;
  message.place = data[at]!;
  message.item = data[at + 1]! | (data[at + 2]! << 8);
  message.count = data[at + 3]! | (data[at + 4]! << 8);
  message.wear = data[at + 5]! | (data[at + 6]! << 8);
  at += 7;
  return at;
}

export const tradeStateId = 0x51;
/** Bytes of the longest; the shortest takes 19, with the id. */
export const tradeStateSizeMax = 139;

/**
 * What lies on the table of the own trade, whole, whenever something of it changed.
 * From the server, reliable.
 */
export class TradeState {
  /**
   * Number of the trade; another one has another.
   * u32.
   */
  trade = 0;
  /**
   * The other player.
   * u32.
   */
  partner = 0;
  /**
   * Rises with each change of what lies there. TradeConfirm names it.
   * u32.
   */
  version = 0;
  /** The player itself has agreed to this version. */
  confirmed = false;
  /** The other has. */
  partnerConfirmed = false;
  /**
   * What the player gives.
   * Varint, in coins.
   */
  coins = 0;
  /**
   * What it gets.
   * Varint, in coins.
   */
  partnerCoins = 0;
  stacksCount = 0;
  /**
   * What the player gives.
   * Up to 8.
   */
  readonly stacks: readonly TradeStack[] = Array.from({ length: 8 }, () => new TradeStack());
  partnerStacksCount = 0;
  /**
   * What it gets.
   * Up to 8.
   */
  readonly partnerStacks: readonly TradeStack[] = Array.from({ length: 8 }, () => new TradeStack());
}

export function encodeTradeState(message: TradeState, out: Uint8Array, at: number): number {
  const trade = message.trade;
  if (trade >>> 0 !== trade) return /* outOfRange */ -2;
  const partner = message.partner;
  if (partner >>> 0 !== partner) return /* outOfRange */ -2;
  const version = message.version;
  if (version >>> 0 !== version) return /* outOfRange */ -2;
  const confirmed = message.confirmed;
  const partnerConfirmed = message.partnerConfirmed;
  const coins = message.coins;
  if (coins >>> 0 !== coins) return /* outOfRange */ -2;
  if (at + 15 > out.length) return /* noRoom */ -1;
  out[at] = 0x51;
  out[at + 1] = trade;
  out[at + 2] = trade >>> 8;
  out[at + 3] = trade >>> 16;
  out[at + 4] = trade >>> 24;
  out[at + 5] = partner;
  out[at + 6] = partner >>> 8;
  out[at + 7] = partner >>> 16;
  out[at + 8] = partner >>> 24;
  out[at + 9] = version;
  out[at + 10] = version >>> 8;
  out[at + 11] = version >>> 16;
  out[at + 12] = version >>> 24;
  out[at + 13] = confirmed ? 1 : 0;
  out[at + 14] = partnerConfirmed ? 1 : 0;
  at += 15;
  at = writeVarint(coins, out, at);
  if (at < 0) return at;
  const partnerCoins = message.partnerCoins;
  if (partnerCoins >>> 0 !== partnerCoins) return /* outOfRange */ -2;
  at = writeVarint(partnerCoins, out, at);
  if (at < 0) return at;
  const stacksCount = message.stacksCount;
  if ((stacksCount & 0xff) !== stacksCount || stacksCount > 8) return /* tooLong */ -3;
  if (at >= out.length) return /* noRoom */ -1;
  out[at] = stacksCount;
  at += 1;
  if (at + stacksCount * 7 > out.length) return /* noRoom */ -1;
  const stacks = message.stacks;
  for (let i = 0; i < stacksCount; i++) {
    const stack = stacks[i]!;
    const place = stack.place;
    if ((place & 0xff) !== place) return /* outOfRange */ -2;
    const item = stack.item;
    if ((item & 0xffff) !== item) return /* outOfRange */ -2;
    const count = stack.count;
    if ((count & 0xffff) !== count) return /* outOfRange */ -2;
    const wear = stack.wear;
    if ((wear & 0xffff) !== wear) return /* outOfRange */ -2;
    out[at] = place;
    out[at + 1] = item;
    out[at + 2] = item >>> 8;
    out[at + 3] = count;
    out[at + 4] = count >>> 8;
    out[at + 5] = wear;
    out[at + 6] = wear >>> 8;
    at += 7;
  }
  const partnerStacksCount = message.partnerStacksCount;
  if ((partnerStacksCount & 0xff) !== partnerStacksCount || partnerStacksCount > 8) return /* tooLong */ -3;
  if (at >= out.length) return /* noRoom */ -1;
  out[at] = partnerStacksCount;
  at += 1;
  if (at + partnerStacksCount * 7 > out.length) return /* noRoom */ -1;
  const partnerStacks = message.partnerStacks;
  for (let i = 0; i < partnerStacksCount; i++) {
    const partnerStack = partnerStacks[i]!;
    const partnerStackPlace = partnerStack.place;
    if ((partnerStackPlace & 0xff) !== partnerStackPlace) return /* outOfRange */ -2;
    const partnerStackItem = partnerStack.item;
    if ((partnerStackItem & 0xffff) !== partnerStackItem) return /* outOfRange */ -2;
    const partnerStackCount = partnerStack.count;
    if ((partnerStackCount & 0xffff) !== partnerStackCount) return /* outOfRange */ -2;
    const partnerStackWear = partnerStack.wear;
    if ((partnerStackWear & 0xffff) !== partnerStackWear) return /* outOfRange */ -2;
    out[at] = partnerStackPlace;
    out[at + 1] = partnerStackItem;
    out[at + 2] = partnerStackItem >>> 8;
    out[at + 3] = partnerStackCount;
    out[at + 4] = partnerStackCount >>> 8;
    out[at + 5] = partnerStackWear;
    out[at + 6] = partnerStackWear >>> 8;
    at += 7;
  }
  return at;
}

export function decodeTradeState(message: TradeState, data: Uint8Array, at: number, end: number): number {
  if (end > data.length) return /* truncated */ -4;
  if (end - at > tradeStateSizeMax) return /* tooLong */ -3;
  if (at + 15 > end) return /* truncated */ -4;
  if (data[at] !== tradeStateId) return /* wrongId */ -6;
  message.trade =
    (data[at + 1]! | (data[at + 2]! << 8) | (data[at + 3]! << 16) | (data[at + 4]! << 24)) >>> 0;
  message.partner =
    (data[at + 5]! | (data[at + 6]! << 8) | (data[at + 7]! << 16) | (data[at + 8]! << 24)) >>> 0;
  message.version =
    (data[at + 9]! | (data[at + 10]! << 8) | (data[at + 11]! << 16) | (data[at + 12]! << 24)) >>> 0;
  const confirmed = data[at + 13]!;
  if (confirmed > 1) return /* outOfRange */ -2;
  message.confirmed = confirmed === 1;
  const partnerConfirmed = data[at + 14]!;
  if (partnerConfirmed > 1) return /* outOfRange */ -2;
  message.partnerConfirmed = partnerConfirmed === 1;
  at += 15;
  const coins = readVarint(data, at, end);
  if (coins < 0) return coins;
  at += varintSize(coins);
  message.coins = coins;
  const partnerCoins = readVarint(data, at, end);
  if (partnerCoins < 0) return partnerCoins;
  at += varintSize(partnerCoins);
  message.partnerCoins = partnerCoins;
  if (at >= end) return /* truncated */ -4;
  const stacksCount = data[at]!;
  if (stacksCount > 8) return /* tooLong */ -3;
  message.stacksCount = stacksCount;
  at += 1;
  if (stacksCount * 7 > end - at) return /* truncated */ -4;
  const stacks = message.stacks;
  for (let i = 0; i < stacksCount; i++) {
    const stack = stacks[i]!;
    stack.place = data[at]!;
    stack.item = data[at + 1]! | (data[at + 2]! << 8);
    stack.count = data[at + 3]! | (data[at + 4]! << 8);
    stack.wear = data[at + 5]! | (data[at + 6]! << 8);
    at += 7;
  }
  if (at >= end) return /* truncated */ -4;
  const partnerStacksCount = data[at]!;
  if (partnerStacksCount > 8) return /* tooLong */ -3;
  message.partnerStacksCount = partnerStacksCount;
  at += 1;
  if (partnerStacksCount * 7 > end - at) return /* truncated */ -4;
  const partnerStacks = message.partnerStacks;
  for (let i = 0; i < partnerStacksCount; i++) {
    const partnerStack = partnerStacks[i]!;
    partnerStack.place = data[at]!;
    partnerStack.item = data[at + 1]! | (data[at + 2]! << 8);
    partnerStack.count = data[at + 3]! | (data[at + 4]! << 8);
    partnerStack.wear = data[at + 5]! | (data[at + 6]! << 8);
    at += 7;
  }
  return at === end ? at : /* trailing */ -5;
}

/** Why a trade or an invitation is over. */
export const TradeEnd = {
  /** All changed hands, and that is stored. */
  done: 1,
  /** One of the two did not want to go on. */
  cancelled: 2,
  /** The invitation was not taken up in time. */
  expired: 3,
  /** The two are too far apart, or on different maps. */
  apart: 4,
  /** One of the two fights. */
  combat: 5,
  /** One of the two died. */
  death: 6,
  /** One of the two left the world, or plays on from elsewhere. */
  left: 7,
  /** Operators have switched trading off for now. */
  switchedOff: 8,
} as const;

export type TradeEnd = (typeof TradeEnd)[keyof typeof TradeEnd];

export const tradeEndedId = 0x52;
/** Bytes of every one, with the id. */
export const tradeEndedSizeMax = 10;

/**
 * A trade is over, or an invitation of the player that nobody took up.
 * From the server, reliable.
 */
export class TradeEnded {
  /**
   * As told by TradeState, 0 for an invitation.
   * u32.
   */
  trade = 0;
  /**
   * The other player.
   * u32.
   */
  partner = 0;
  /** Why. */
  reason: TradeEnd = TradeEnd.done;
}

export function encodeTradeEnded(message: TradeEnded, out: Uint8Array, at: number): number {
  const trade = message.trade;
  if (trade >>> 0 !== trade) return /* outOfRange */ -2;
  const partner = message.partner;
  if (partner >>> 0 !== partner) return /* outOfRange */ -2;
  const reason = message.reason;
  if ((reason & 0xff) !== reason || reason < 1 || reason > 8) return /* outOfRange */ -2;
  if (at + 10 > out.length) return /* noRoom */ -1;
  out[at] = 0x52;
  out[at + 1] = trade;
  out[at + 2] = trade >>> 8;
  out[at + 3] = trade >>> 16;
  out[at + 4] = trade >>> 24;
  out[at + 5] = partner;
  out[at + 6] = partner >>> 8;
  out[at + 7] = partner >>> 16;
  out[at + 8] = partner >>> 24;
  out[at + 9] = reason;
  at += 10;
  return at;
}

export function decodeTradeEnded(message: TradeEnded, data: Uint8Array, at: number, end: number): number {
  if (end > data.length || end - at < tradeEndedSizeMax) return /* truncated */ -4;
  if (end - at > tradeEndedSizeMax) return /* trailing */ -5;
  if (data[at] !== tradeEndedId) return /* wrongId */ -6;
  message.trade =
    (data[at + 1]! | (data[at + 2]! << 8) | (data[at + 3]! << 16) | (data[at + 4]! << 24)) >>> 0;
  message.partner =
    (data[at + 5]! | (data[at + 6]! << 8) | (data[at + 7]! << 16) | (data[at + 8]! << 24)) >>> 0;
  const reason = data[at + 9]!;
  if (reason < 1 || reason > 8) return /* outOfRange */ -2;
  message.reason = reason as TradeEnd;
  at += 10;
  return at;
}

/** What sort of letter it is. */
export const LetterKind = {
  /** Somebody wrote it. */
  written: 1,
  /** Brings what was paid on delivery of a letter. */
  payment: 2,
  /** Came back to who sent it. */
  returned: 3,
  /** Brings what was earned on the market. */
  sold: 4,
  /** Brings what was bought on the market and had no room in the bag. */
  bought: 5,
  /** Brings back what nobody bought on the market. */
  unsold: 6,
  /** Brings what had no room in the bag or the purse. */
  overflow: 7,
  /** Brings what the operators gave. */
  granted: 8,
} as const;

export type LetterKind = (typeof LetterKind)[keyof typeof LetterKind];

/** What a letter encloses. */
export class EnclosedStack {
  /**
   * By which TakeFromLetter names it.
   * u8.
   */
  place = 0;
  /**
   * Item id from the content.
   * u16.
   */
  item = 0;
  /**
   * How many.
   * u16.
   */
  count = 0;
  /**
   * Uses that a single item has behind it.
   * u16.
   */
  wear = 0;
}

/** Bytes of every one. */
export const enclosedStackSizeMax = 7;

export function encodeEnclosedStack(message: EnclosedStack, out: Uint8Array, at: number): number {
  const place = message.place;
  if ((place & 0xff) !== place) return /* outOfRange */ -2;
  const item = message.item;
  if ((item & 0xffff) !== item) return /* outOfRange */ -2;
  const count = message.count;
  if ((count & 0xffff) !== count) return /* outOfRange */ -2;
  const wear = message.wear;
  if ((wear & 0xffff) !== wear) return /* outOfRange */ -2;
  if (at + 7 > out.length) return /* noRoom */ -1;
  out[at] = place;
  out[at + 1] = item;
  out[at + 2] = item >>> 8;
  out[at + 3] = count;
  out[at + 4] = count >>> 8;
  out[at + 5] = wear;
  out[at + 6] = wear >>> 8;
  at += 7;
  return at;
}

export function decodeEnclosedStack(
  message: EnclosedStack,
  data: Uint8Array,
  at: number,
  end: number,
): number {
  if (at + 7 > end) return /* truncated */ -4;
  message.place = data[at]!;
  message.item = data[at + 1]! | (data[at + 2]! << 8);
  message.count = data[at + 3]! | (data[at + 4]! << 8);
  message.wear = data[at + 5]! | (data[at + 6]! << 8);
  at += 7;
  return at;
}

export const letterId = 0x54;
/** Bytes of the longest; the shortest takes 13, with the id. */
export const letterSizeMax = 325;

/**
 * One of the player's letters, as asked for by ReadLetters.
 * From the server, reliable.
 */
export class Letter {
  /**
   * Its id; rises with the time of sending.
   * u32.
   */
  letter = 0;
  /** What sort it is. */
  kind: LetterKind = LetterKind.written;
  /**
   * Name of who wrote it, or paid; empty for the market.
   * Up to 24 bytes of UTF-8.
   */
  sender = '';
  /** Up to 48 bytes of UTF-8. */
  title = '';
  /** Up to 200 bytes of UTF-8. */
  text = '';
  /**
   * Enclosed.
   * Varint, in coins.
   */
  coins = 0;
  /**
   * What has to be paid before the stacks can be taken, 0 for nothing.
   * Varint, in coins.
   */
  cashOnDelivery = 0;
  /**
   * Goes back, or away when it is empty, in so many seconds; 0 for one that stays.
   * Varint, in s.
   */
  secondsLeft = 0;
  stacksCount = 0;
  /**
   * What it encloses.
   * Up to 4.
   */
  readonly stacks: readonly EnclosedStack[] = Array.from({ length: 4 }, () => new EnclosedStack());
}

export function encodeLetter(message: Letter, out: Uint8Array, at: number): number {
  const letter = message.letter;
  if (letter >>> 0 !== letter) return /* outOfRange */ -2;
  const kind = message.kind;
  if ((kind & 0xff) !== kind || kind < 1 || kind > 8) return /* outOfRange */ -2;
  if (at + 6 > out.length) return /* noRoom */ -1;
  out[at] = 0x54;
  out[at + 1] = letter;
  out[at + 2] = letter >>> 8;
  out[at + 3] = letter >>> 16;
  out[at + 4] = letter >>> 24;
  out[at + 5] = kind;
  at += 6;
  at = writeText(message.sender, out, at, 24);
  if (at < 0) return at;
  at = writeText(message.title, out, at, 48);
  if (at < 0) return at;
  at = writeText(message.text, out, at, 200);
  if (at < 0) return at;
  const coins = message.coins;
  if (coins >>> 0 !== coins) return /* outOfRange */ -2;
  at = writeVarint(coins, out, at);
  if (at < 0) return at;
  const cashOnDelivery = message.cashOnDelivery;
  if (cashOnDelivery >>> 0 !== cashOnDelivery) return /* outOfRange */ -2;
  at = writeVarint(cashOnDelivery, out, at);
  if (at < 0) return at;
  const secondsLeft = message.secondsLeft;
  if (secondsLeft >>> 0 !== secondsLeft) return /* outOfRange */ -2;
  at = writeVarint(secondsLeft, out, at);
  if (at < 0) return at;
  const stacksCount = message.stacksCount;
  if ((stacksCount & 0xff) !== stacksCount || stacksCount > 4) return /* tooLong */ -3;
  if (at >= out.length) return /* noRoom */ -1;
  out[at] = stacksCount;
  at += 1;
  if (at + stacksCount * 7 > out.length) return /* noRoom */ -1;
  const stacks = message.stacks;
  for (let i = 0; i < stacksCount; i++) {
    const stack = stacks[i]!;
    const place = stack.place;
    if ((place & 0xff) !== place) return /* outOfRange */ -2;
    const item = stack.item;
    if ((item & 0xffff) !== item) return /* outOfRange */ -2;
    const count = stack.count;
    if ((count & 0xffff) !== count) return /* outOfRange */ -2;
    const wear = stack.wear;
    if ((wear & 0xffff) !== wear) return /* outOfRange */ -2;
    out[at] = place;
    out[at + 1] = item;
    out[at + 2] = item >>> 8;
    out[at + 3] = count;
    out[at + 4] = count >>> 8;
    out[at + 5] = wear;
    out[at + 6] = wear >>> 8;
    at += 7;
  }
  return at;
}

export function decodeLetter(message: Letter, data: Uint8Array, at: number, end: number): number {
  if (end > data.length) return /* truncated */ -4;
  if (end - at > letterSizeMax) return /* tooLong */ -3;
  if (at + 7 > end) return /* truncated */ -4;
  if (data[at] !== letterId) return /* wrongId */ -6;
  message.letter =
    (data[at + 1]! | (data[at + 2]! << 8) | (data[at + 3]! << 16) | (data[at + 4]! << 24)) >>> 0;
  const kind = data[at + 5]!;
  if (kind < 1 || kind > 8) return /* outOfRange */ -2;
  message.kind = kind as LetterKind;
  const senderLength = data[at + 6]!;
  if (senderLength > 24) return /* tooLong */ -3;
  at += 7;
  if (senderLength > end - at) return /* truncated */ -4;
  const sender = readText(data, at, at + senderLength);
  if (sender === undefined) return /* badText */ -7;
  message.sender = sender;
  at += senderLength;
  if (at >= end) return /* truncated */ -4;
  const titleLength = data[at]!;
  if (titleLength > 48) return /* tooLong */ -3;
  at += 1;
  if (titleLength > end - at) return /* truncated */ -4;
  const title = readText(data, at, at + titleLength);
  if (title === undefined) return /* badText */ -7;
  message.title = title;
  at += titleLength;
  if (at >= end) return /* truncated */ -4;
  const textLength = data[at]!;
  if (textLength > 200) return /* tooLong */ -3;
  at += 1;
  if (textLength > end - at) return /* truncated */ -4;
  const text = readText(data, at, at + textLength);
  if (text === undefined) return /* badText */ -7;
  message.text = text;
  at += textLength;
  const coins = readVarint(data, at, end);
  if (coins < 0) return coins;
  at += varintSize(coins);
  message.coins = coins;
  const cashOnDelivery = readVarint(data, at, end);
  if (cashOnDelivery < 0) return cashOnDelivery;
  at += varintSize(cashOnDelivery);
  message.cashOnDelivery = cashOnDelivery;
  const secondsLeft = readVarint(data, at, end);
  if (secondsLeft < 0) return secondsLeft;
  at += varintSize(secondsLeft);
  message.secondsLeft = secondsLeft;
  if (at >= end) return /* truncated */ -4;
  const stacksCount = data[at]!;
  if (stacksCount > 4) return /* tooLong */ -3;
  message.stacksCount = stacksCount;
  at += 1;
  if (stacksCount * 7 > end - at) return /* truncated */ -4;
  const stacks = message.stacks;
  for (let i = 0; i < stacksCount; i++) {
    const stack = stacks[i]!;
    stack.place = data[at]!;
    stack.item = data[at + 1]! | (data[at + 2]! << 8);
    stack.count = data[at + 3]! | (data[at + 4]! << 8);
    stack.wear = data[at + 5]! | (data[at + 6]! << 8);
    at += 7;
  }
  return at === end ? at : /* trailing */ -5;
}

export const lettersReadId = 0x55;
/** Bytes of every one, with the id. */
export const lettersReadSizeMax = 2;

/**
 * The answer to ReadLetters is complete.
 * From the server, reliable.
 */
export class LettersRead {
  /** There are more, behind the last one that was sent. */
  more = false;
}

export function encodeLettersRead(message: LettersRead, out: Uint8Array, at: number): number {
  const more = message.more;
  if (at + 2 > out.length) return /* noRoom */ -1;
  out[at] = 0x55;
  out[at + 1] = more ? 1 : 0;
  at += 2;
  return at;
}

export function decodeLettersRead(message: LettersRead, data: Uint8Array, at: number, end: number): number {
  if (end > data.length || end - at < lettersReadSizeMax) return /* truncated */ -4;
  if (end - at > lettersReadSizeMax) return /* trailing */ -5;
  if (data[at] !== lettersReadId) return /* wrongId */ -6;
  const more = data[at + 1]!;
  if (more > 1) return /* outOfRange */ -2;
  message.more = more === 1;
  at += 2;
  return at;
}

/** What became of a letter. */
export const LetterEvent = {
  /** It came. */
  arrived: 1,
  /** Something of it changed. */
  changed: 2,
  /** It is not in the mailbox any more. */
  gone: 3,
} as const;

export type LetterEvent = (typeof LetterEvent)[keyof typeof LetterEvent];

export const letterNewsId = 0x56;
/** Bytes of every one, with the id. */
export const letterNewsSizeMax = 6;

/**
 * Something became of a letter of the player's, and that is stored. ReadLetters tells how it is now.
 * From the server, reliable.
 */
export class LetterNews {
  /**
   * Its id.
   * u32.
   */
  letter = 0;
  /** What. */
  event: LetterEvent = LetterEvent.arrived;
}

export function encodeLetterNews(message: LetterNews, out: Uint8Array, at: number): number {
  const letter = message.letter;
  if (letter >>> 0 !== letter) return /* outOfRange */ -2;
  const event = message.event;
  if ((event & 0xff) !== event || event < 1 || event > 3) return /* outOfRange */ -2;
  if (at + 6 > out.length) return /* noRoom */ -1;
  out[at] = 0x56;
  out[at + 1] = letter;
  out[at + 2] = letter >>> 8;
  out[at + 3] = letter >>> 16;
  out[at + 4] = letter >>> 24;
  out[at + 5] = event;
  at += 6;
  return at;
}

export function decodeLetterNews(message: LetterNews, data: Uint8Array, at: number, end: number): number {
  if (end > data.length || end - at < letterNewsSizeMax) return /* truncated */ -4;
  if (end - at > letterNewsSizeMax) return /* trailing */ -5;
  if (data[at] !== letterNewsId) return /* wrongId */ -6;
  message.letter =
    (data[at + 1]! | (data[at + 2]! << 8) | (data[at + 3]! << 16) | (data[at + 4]! << 24)) >>> 0;
  const event = data[at + 5]!;
  if (event < 1 || event > 3) return /* outOfRange */ -2;
  message.event = event as LetterEvent;
  at += 6;
  return at;
}

export const marketListingId = 0x57;
/** Bytes of the longest; the shortest takes 17, with the id. */
export const marketListingSizeMax = 21;

/**
 * A stack on the market, as asked for by SearchMarket.
 * From the server, reliable.
 */
export class MarketListing {
  /**
   * By which BuyListing names it.
   * u32.
   */
  listing = 0;
  /**
   * Item id from the content.
   * u16.
   */
  item = 0;
  /**
   * How many.
   * u16.
   */
  count = 0;
  /**
   * Uses that a single item has behind it.
   * u16.
   */
  wear = 0;
  /**
   * Of all of it together.
   * u32, in coins.
   */
  price = 0;
  /** The player's own. */
  own = false;
  /**
   * Leaves the market in so many seconds.
   * Varint, in s.
   */
  secondsLeft = 0;
}

export function encodeMarketListing(message: MarketListing, out: Uint8Array, at: number): number {
  const listing = message.listing;
  if (listing >>> 0 !== listing) return /* outOfRange */ -2;
  const item = message.item;
  if ((item & 0xffff) !== item) return /* outOfRange */ -2;
  const count = message.count;
  if ((count & 0xffff) !== count) return /* outOfRange */ -2;
  const wear = message.wear;
  if ((wear & 0xffff) !== wear) return /* outOfRange */ -2;
  const price = message.price;
  if (price >>> 0 !== price) return /* outOfRange */ -2;
  const own = message.own;
  const secondsLeft = message.secondsLeft;
  if (secondsLeft >>> 0 !== secondsLeft) return /* outOfRange */ -2;
  if (at + 16 > out.length) return /* noRoom */ -1;
  out[at] = 0x57;
  out[at + 1] = listing;
  out[at + 2] = listing >>> 8;
  out[at + 3] = listing >>> 16;
  out[at + 4] = listing >>> 24;
  out[at + 5] = item;
  out[at + 6] = item >>> 8;
  out[at + 7] = count;
  out[at + 8] = count >>> 8;
  out[at + 9] = wear;
  out[at + 10] = wear >>> 8;
  out[at + 11] = price;
  out[at + 12] = price >>> 8;
  out[at + 13] = price >>> 16;
  out[at + 14] = price >>> 24;
  out[at + 15] = own ? 1 : 0;
  at += 16;
  at = writeVarint(secondsLeft, out, at);
  if (at < 0) return at;
  return at;
}

export function decodeMarketListing(
  message: MarketListing,
  data: Uint8Array,
  at: number,
  end: number,
): number {
  if (end > data.length) return /* truncated */ -4;
  if (end - at > marketListingSizeMax) return /* tooLong */ -3;
  if (at + 16 > end) return /* truncated */ -4;
  if (data[at] !== marketListingId) return /* wrongId */ -6;
  message.listing =
    (data[at + 1]! | (data[at + 2]! << 8) | (data[at + 3]! << 16) | (data[at + 4]! << 24)) >>> 0;
  message.item = data[at + 5]! | (data[at + 6]! << 8);
  message.count = data[at + 7]! | (data[at + 8]! << 8);
  message.wear = data[at + 9]! | (data[at + 10]! << 8);
  message.price =
    (data[at + 11]! | (data[at + 12]! << 8) | (data[at + 13]! << 16) | (data[at + 14]! << 24)) >>> 0;
  const own = data[at + 15]!;
  if (own > 1) return /* outOfRange */ -2;
  message.own = own === 1;
  at += 16;
  const secondsLeft = readVarint(data, at, end);
  if (secondsLeft < 0) return secondsLeft;
  at += varintSize(secondsLeft);
  message.secondsLeft = secondsLeft;
  return at === end ? at : /* trailing */ -5;
}

export const marketSearchedId = 0x58;
/** Bytes of every one, with the id. */
export const marketSearchedSizeMax = 5;

/**
 * The answer to SearchMarket is complete.
 * From the server, reliable.
 */
export class MarketSearched {
  /**
   * Search again behind this id for more; 0 when that was all.
   * u32.
   */
  after = 0;
}

export function encodeMarketSearched(message: MarketSearched, out: Uint8Array, at: number): number {
  const after = message.after;
  if (after >>> 0 !== after) return /* outOfRange */ -2;
  if (at + 5 > out.length) return /* noRoom */ -1;
  out[at] = 0x58;
  out[at + 1] = after;
  out[at + 2] = after >>> 8;
  out[at + 3] = after >>> 16;
  out[at + 4] = after >>> 24;
  at += 5;
  return at;
}

export function decodeMarketSearched(
  message: MarketSearched,
  data: Uint8Array,
  at: number,
  end: number,
): number {
  if (end > data.length || end - at < marketSearchedSizeMax) return /* truncated */ -4;
  if (end - at > marketSearchedSizeMax) return /* trailing */ -5;
  if (data[at] !== marketSearchedId) return /* wrongId */ -6;
  message.after =
    (data[at + 1]! | (data[at + 2]! << 8) | (data[at + 3]! << 16) | (data[at + 4]! << 24)) >>> 0;
  at += 5;
  return at;
}

export const questStatusId = 0x5c;
/** Bytes of the longest; the shortest takes 14, with the id. */
export const questStatusSizeMax = 22;

/**
 * What the player has to do with a quest. Sent of each that it took on or completed ever, behind Welcome, and when one of these
 * changed and is stored.
 * From the server, reliable.
 */
export class QuestStatus {
  /**
   * Quest id from the content.
   * u16.
   */
  quest = 0;
  /**
   * Number of the stage that it is in, 0 for one that is not taken on.
   * u8.
   */
  stage = 0;
  /**
   * How much is done of each objective of the stage. Of what is collected 0: that is what lies in the bag.
   * Exactly 4: u16.
   */
  readonly done = new Uint16Array(4);
  /**
   * How often it was completed.
   * Varint.
   */
  completed = 0;
  /**
   * Cannot be taken on again for so many seconds; 0 for one that can, or never can.
   * Varint, in s.
   */
  secondsLeft = 0;
}

export function encodeQuestStatus(message: QuestStatus, out: Uint8Array, at: number): number {
  const quest = message.quest;
  if ((quest & 0xffff) !== quest) return /* outOfRange */ -2;
  const stage = message.stage;
  if ((stage & 0xff) !== stage) return /* outOfRange */ -2;
  if (at + 4 > out.length) return /* noRoom */ -1;
  out[at] = 0x5c;
  out[at + 1] = quest;
  out[at + 2] = quest >>> 8;
  out[at + 3] = stage;
  at += 4;
  if (at + 4 * 2 > out.length) return /* noRoom */ -1;
  const done = message.done;
  for (let i = 0; i < 4; i++) {
    const doneValue = done[i]!;
    out[at] = doneValue;
    out[at + 1] = doneValue >>> 8;
    at += 2;
  }
  const completed = message.completed;
  if (completed >>> 0 !== completed) return /* outOfRange */ -2;
  at = writeVarint(completed, out, at);
  if (at < 0) return at;
  const secondsLeft = message.secondsLeft;
  if (secondsLeft >>> 0 !== secondsLeft) return /* outOfRange */ -2;
  at = writeVarint(secondsLeft, out, at);
  if (at < 0) return at;
  return at;
}

export function decodeQuestStatus(message: QuestStatus, data: Uint8Array, at: number, end: number): number {
  if (end > data.length) return /* truncated */ -4;
  if (end - at > questStatusSizeMax) return /* tooLong */ -3;
  if (at + 4 > end) return /* truncated */ -4;
  if (data[at] !== questStatusId) return /* wrongId */ -6;
  message.quest = data[at + 1]! | (data[at + 2]! << 8);
  message.stage = data[at + 3]!;
  at += 4;
  if (4 * 2 > end - at) return /* truncated */ -4;
  const done = message.done;
  for (let i = 0; i < 4; i++) {
    done[i] = data[at]! | (data[at + 1]! << 8);
    at += 2;
  }
  const completed = readVarint(data, at, end);
  if (completed < 0) return completed;
  at += varintSize(completed);
  message.completed = completed;
  const secondsLeft = readVarint(data, at, end);
  if (secondsLeft < 0) return secondsLeft;
  at += varintSize(secondsLeft);
  message.secondsLeft = secondsLeft;
  return at === end ? at : /* trailing */ -5;
}

/** How a quest stands with an npc. */
export const QuestOfferState = {
  /** It can be taken on here. */
  available: 1,
  /**
   * It was taken on, and this npc has to do with its stage: offers it, hears of its end, or is to be talked with.
   */
  inProgress: 2,
  /** All objectives of its stage are done, and this npc hears of it. */
  ready: 3,
  /** It is given here, and something that it requires is not so yet. */
  notYet: 4,
} as const;

export type QuestOfferState = (typeof QuestOfferState)[keyof typeof QuestOfferState];

/** A quest with which an npc has to do. */
export class QuestOffer {
  /**
   * Quest id from the content.
   * u16.
   */
  quest = 0;
  state: QuestOfferState = QuestOfferState.available;
}

/** Bytes of every one. */
export const questOfferSizeMax = 3;

export function encodeQuestOffer(message: QuestOffer, out: Uint8Array, at: number): number {
  const quest = message.quest;
  if ((quest & 0xffff) !== quest) return /* outOfRange */ -2;
  const state = message.state;
  if ((state & 0xff) !== state || state < 1 || state > 4) return /* outOfRange */ -2;
  if (at + 3 > out.length) return /* noRoom */ -1;
  out[at] = quest;
  out[at + 1] = quest >>> 8;
  out[at + 2] = state;
  at += 3;
  return at;
}

export function decodeQuestOffer(message: QuestOffer, data: Uint8Array, at: number, end: number): number {
  if (at + 3 > end) return /* truncated */ -4;
  message.quest = data[at]! | (data[at + 1]! << 8);
  const state = data[at + 2]!;
  if (state < 1 || state > 4) return /* outOfRange */ -2;
  message.state = state as QuestOfferState;
  at += 3;
  return at;
}

export const questOffersId = 0x5d;
/** Bytes of the longest; the shortest takes 6, with the id. */
export const questOffersSizeMax = 102;

/**
 * What an npc has for the player, behind the confirmation of TalkTo, and of AcceptQuest and HandInQuest, which change it. What
 * people say stands in the content.
 * From the server, reliable.
 */
export class QuestOffers {
  /**
   * Entity id of the npc.
   * u32.
   */
  npc = 0;
  offersCount = 0;
  /**
   * None that is done with for good.
   * Up to 32.
   */
  readonly offers: readonly QuestOffer[] = Array.from({ length: 32 }, () => new QuestOffer());
}

export function encodeQuestOffers(message: QuestOffers, out: Uint8Array, at: number): number {
  const npc = message.npc;
  if (npc >>> 0 !== npc) return /* outOfRange */ -2;
  const offersCount = message.offersCount;
  if ((offersCount & 0xff) !== offersCount || offersCount > 32) return /* tooLong */ -3;
  if (at + 6 > out.length) return /* noRoom */ -1;
  out[at] = 0x5d;
  out[at + 1] = npc;
  out[at + 2] = npc >>> 8;
  out[at + 3] = npc >>> 16;
  out[at + 4] = npc >>> 24;
  out[at + 5] = offersCount;
  at += 6;
  if (at + offersCount * 3 > out.length) return /* noRoom */ -1;
  const offers = message.offers;
  for (let i = 0; i < offersCount; i++) {
    const offer = offers[i]!;
    const quest = offer.quest;
    if ((quest & 0xffff) !== quest) return /* outOfRange */ -2;
    const state = offer.state;
    if ((state & 0xff) !== state || state < 1 || state > 4) return /* outOfRange */ -2;
    out[at] = quest;
    out[at + 1] = quest >>> 8;
    out[at + 2] = state;
    at += 3;
  }
  return at;
}

export function decodeQuestOffers(message: QuestOffers, data: Uint8Array, at: number, end: number): number {
  if (end > data.length) return /* truncated */ -4;
  if (end - at > questOffersSizeMax) return /* tooLong */ -3;
  if (at + 6 > end) return /* truncated */ -4;
  if (data[at] !== questOffersId) return /* wrongId */ -6;
  message.npc = (data[at + 1]! | (data[at + 2]! << 8) | (data[at + 3]! << 16) | (data[at + 4]! << 24)) >>> 0;
  const offersCount = data[at + 5]!;
  if (offersCount > 32) return /* tooLong */ -3;
  message.offersCount = offersCount;
  at += 6;
  if (offersCount * 3 > end - at) return /* truncated */ -4;
  const offers = message.offers;
  for (let i = 0; i < offersCount; i++) {
    const offer = offers[i]!;
    offer.quest = data[at]! | (data[at + 1]! << 8);
    const state = data[at + 2]!;
    if (state < 1 || state > 4) return /* outOfRange */ -2;
    offer.state = state as QuestOfferState;
    at += 3;
  }
  return at === end ? at : /* trailing */ -5;
}

export const partyInvitedId = 0x70;
/** Bytes of the longest; the shortest takes 7, with the id. */
export const partyInvitedSizeMax = 35;

/**
 * Another player invites into a party.
 * From the server, reliable.
 */
export class PartyInvited {
  /**
   * By which PartyAccept and PartyDecline name it.
   * u32.
   */
  invitation = 0;
  /**
   * Who invites.
   * Up to 24 bytes of UTF-8.
   */
  name = '';
  /**
   * For so long it can be taken up.
   * Varint, in s.
   */
  secondsLeft = 0;
}

export function encodePartyInvited(message: PartyInvited, out: Uint8Array, at: number): number {
  const invitation = message.invitation;
  if (invitation >>> 0 !== invitation) return /* outOfRange */ -2;
  if (at + 5 > out.length) return /* noRoom */ -1;
  out[at] = 0x70;
  out[at + 1] = invitation;
  out[at + 2] = invitation >>> 8;
  out[at + 3] = invitation >>> 16;
  out[at + 4] = invitation >>> 24;
  at += 5;
  at = writeText(message.name, out, at, 24);
  if (at < 0) return at;
  const secondsLeft = message.secondsLeft;
  if (secondsLeft >>> 0 !== secondsLeft) return /* outOfRange */ -2;
  at = writeVarint(secondsLeft, out, at);
  if (at < 0) return at;
  return at;
}

export function decodePartyInvited(message: PartyInvited, data: Uint8Array, at: number, end: number): number {
  if (end > data.length) return /* truncated */ -4;
  if (end - at > partyInvitedSizeMax) return /* tooLong */ -3;
  if (at + 6 > end) return /* truncated */ -4;
  if (data[at] !== partyInvitedId) return /* wrongId */ -6;
  message.invitation =
    (data[at + 1]! | (data[at + 2]! << 8) | (data[at + 3]! << 16) | (data[at + 4]! << 24)) >>> 0;
  const nameLength = data[at + 5]!;
  if (nameLength > 24) return /* tooLong */ -3;
  at += 6;
  if (nameLength > end - at) return /* truncated */ -4;
  const name = readText(data, at, at + nameLength);
  if (name === undefined) return /* badText */ -7;
  message.name = name;
  at += nameLength;
  const secondsLeft = readVarint(data, at, end);
  if (secondsLeft < 0) return secondsLeft;
  at += varintSize(secondsLeft);
  message.secondsLeft = secondsLeft;
  return at === end ? at : /* trailing */ -5;
}

/** Why an invitation is over. */
export const PartyInvitationEnd = {
  /** The other accepted. */
  accepted: 1,
  /** The other turned it down. */
  declined: 2,
  /** Nobody took it up in time. */
  expired: 3,
  /** Who invited took it back, is in another party, or not in the world any more. */
  withdrawn: 4,
  /** Whom it invited is in another party, or not in the world any more. */
  elsewhere: 5,
} as const;

export type PartyInvitationEnd = (typeof PartyInvitationEnd)[keyof typeof PartyInvitationEnd];

export const partyInvitationEndedId = 0x71;
/** Bytes of the longest; the shortest takes 7, with the id. */
export const partyInvitationEndedSizeMax = 31;

/**
 * An invitation is over. Told to both.
 * From the server, reliable.
 */
export class PartyInvitationEnded {
  /**
   * As told by PartyInvited. That of an own invitation is told here only.
   * u32.
   */
  invitation = 0;
  /**
   * The other player.
   * Up to 24 bytes of UTF-8.
   */
  name = '';
  reason: PartyInvitationEnd = PartyInvitationEnd.accepted;
}

export function encodePartyInvitationEnded(
  message: PartyInvitationEnded,
  out: Uint8Array,
  at: number,
): number {
  const invitation = message.invitation;
  if (invitation >>> 0 !== invitation) return /* outOfRange */ -2;
  if (at + 5 > out.length) return /* noRoom */ -1;
  out[at] = 0x71;
  out[at + 1] = invitation;
  out[at + 2] = invitation >>> 8;
  out[at + 3] = invitation >>> 16;
  out[at + 4] = invitation >>> 24;
  at += 5;
  at = writeText(message.name, out, at, 24);
  if (at < 0) return at;
  const reason = message.reason;
  if ((reason & 0xff) !== reason || reason < 1 || reason > 5) return /* outOfRange */ -2;
  if (at >= out.length) return /* noRoom */ -1;
  out[at] = reason;
  at += 1;
  return at;
}

export function decodePartyInvitationEnded(
  message: PartyInvitationEnded,
  data: Uint8Array,
  at: number,
  end: number,
): number {
  if (end > data.length) return /* truncated */ -4;
  if (end - at > partyInvitationEndedSizeMax) return /* tooLong */ -3;
  if (at + 6 > end) return /* truncated */ -4;
  if (data[at] !== partyInvitationEndedId) return /* wrongId */ -6;
  message.invitation =
    (data[at + 1]! | (data[at + 2]! << 8) | (data[at + 3]! << 16) | (data[at + 4]! << 24)) >>> 0;
  const nameLength = data[at + 5]!;
  if (nameLength > 24) return /* tooLong */ -3;
  at += 6;
  if (nameLength > end - at) return /* truncated */ -4;
  const name = readText(data, at, at + nameLength);
  if (name === undefined) return /* badText */ -7;
  message.name = name;
  at += nameLength;
  if (at >= end) return /* truncated */ -4;
  const reason = data[at]!;
  if (reason < 1 || reason > 5) return /* outOfRange */ -2;
  message.reason = reason as PartyInvitationEnd;
  at += 1;
  return at === end ? at : /* trailing */ -5;
}

/** Somebody in a party. */
export class PartyMember {
  /**
   * Number of the membership; another one has another.
   * u32.
   */
  member = 0;
  /** Up to 24 bytes of UTF-8. */
  name = '';
  /**
   * Its entity, 0 while it is not in the world. Then its place in the party is kept for a while.
   * u32.
   */
  entity = 0;
  /** u8. */
  level = 0;
  /**
   * Share of the full health, 255 is all of it; 0 for the dead, and for who is not in the world.
   * u8.
   */
  health = 0;
  /**
   * Numeric id of its map, from the content; 0 while it is not in the world.
   * u16.
   */
  map = 0;
  /**
   * In metres, on its map.
   * 0 .. 1023.984375 in steps of 0.015625; clamped when encoded, in m.
   */
  x = 0;
  /**
   * Grows to the south.
   * 0 .. 1023.984375 in steps of 0.015625; clamped when encoded, in m.
   */
  y = 0;
}

/** Bytes of the longest; the shortest takes 17. */
export const partyMemberSizeMax = 41;

export function encodePartyMember(message: PartyMember, out: Uint8Array, at: number): number {
  const member = message.member;
  if (member >>> 0 !== member) return /* outOfRange */ -2;
  if (at + 4 > out.length) return /* noRoom */ -1;
  out[at] = member;
  out[at + 1] = member >>> 8;
  out[at + 2] = member >>> 16;
  out[at + 3] = member >>> 24;
  at += 4;
  at = writeText(message.name, out, at, 24);
  if (at < 0) return at;
  const entity = message.entity;
  if (entity >>> 0 !== entity) return /* outOfRange */ -2;
  const level = message.level;
  if ((level & 0xff) !== level) return /* outOfRange */ -2;
  const health = message.health;
  if ((health & 0xff) !== health) return /* outOfRange */ -2;
  const map = message.map;
  if ((map & 0xffff) !== map) return /* outOfRange */ -2;
  const x = message.x;
  let xSteps = x * 64 + 0.5;
  if (!(xSteps >= 0 && xSteps < 65536)) {
    if (x !== x) return /* outOfRange */ -2;
    xSteps = x <= 0 ? 0 : 65535;
  }
  const y = message.y;
  let ySteps = y * 64 + 0.5;
  if (!(ySteps >= 0 && ySteps < 65536)) {
    if (y !== y) return /* outOfRange */ -2;
    ySteps = y <= 0 ? 0 : 65535;
  }
  if (at + 12 > out.length) return /* noRoom */ -1;
  out[at] = entity;
  out[at + 1] = entity >>> 8;
  out[at + 2] = entity >>> 16;
  out[at + 3] = entity >>> 24;
  out[at + 4] = level;
  out[at + 5] = health;
  out[at + 6] = map;
  out[at + 7] = map >>> 8;
  out[at + 8] = xSteps;
  out[at + 9] = xSteps >>> 8;
  out[at + 10] = ySteps;
  out[at + 11] = ySteps >>> 8;
  at += 12;
  return at;
}

export function decodePartyMember(message: PartyMember, data: Uint8Array, at: number, end: number): number {
  if (at + 5 > end) return /* truncated */ -4;
  message.member = (data[at]! | (data[at + 1]! << 8) | (data[at + 2]! << 16) | (data[at + 3]! << 24)) >>> 0;
  const nameLength = data[at + 4]!;
  if (nameLength > 24) return /* tooLong */ -3;
  at += 5;
  if (nameLength > end - at) return /* truncated */ -4;
  const name = readText(data, at, at + nameLength);
  if (name === undefined) return /* badText */ -7;
  message.name = name;
  at += nameLength;
  if (at + 12 > end) return /* truncated */ -4;
  message.entity = (data[at]! | (data[at + 1]! << 8) | (data[at + 2]! << 16) | (data[at + 3]! << 24)) >>> 0;
  message.level = data[at + 4]!;
  message.health = data[at + 5]!;
  message.map = data[at + 6]! | (data[at + 7]! << 8);
  const x = data[at + 8]! | (data[at + 9]! << 8);
  message.x = x / 64;
  const y = data[at + 10]! | (data[at + 11]! << 8);
  message.y = y / 64;
  at += 12;
  return at;
}

export const partyStateId = 0x72;
/** Bytes of the longest; the shortest takes 15, with the id. */
export const partyStateSizeMax = 220;

/**
 * The own party, whole: when its player enters, and whenever somebody came or went, or another leads or another way of sharing loot
 * holds.
 * From the server, reliable.
 */
export class PartyState {
  /**
   * Its number; another party has another.
   * u32.
   */
  party = 0;
  /**
   * The member who leads.
   * u32.
   */
  leader = 0;
  /**
   * The member that the receiver is.
   * u32.
   */
  own = 0;
  loot: PartyLootMode = PartyLootMode.freeForAll;
  membersCount = 0;
  /**
   * From the longest in it to the newest.
   * Up to 5.
   */
  readonly members: readonly PartyMember[] = Array.from({ length: 5 }, () => new PartyMember());
}

export function encodePartyState(message: PartyState, out: Uint8Array, at: number): number {
  const party = message.party;
  if (party >>> 0 !== party) return /* outOfRange */ -2;
  const leader = message.leader;
  if (leader >>> 0 !== leader) return /* outOfRange */ -2;
  const own = message.own;
  if (own >>> 0 !== own) return /* outOfRange */ -2;
  const loot = message.loot;
  if ((loot & 0xff) !== loot || loot < 1 || loot > 3) return /* outOfRange */ -2;
  const membersCount = message.membersCount;
  if ((membersCount & 0xff) !== membersCount || membersCount > 5) return /* tooLong */ -3;
  if (at + 15 > out.length) return /* noRoom */ -1;
  out[at] = 0x72;
  out[at + 1] = party;
  out[at + 2] = party >>> 8;
  out[at + 3] = party >>> 16;
  out[at + 4] = party >>> 24;
  out[at + 5] = leader;
  out[at + 6] = leader >>> 8;
  out[at + 7] = leader >>> 16;
  out[at + 8] = leader >>> 24;
  out[at + 9] = own;
  out[at + 10] = own >>> 8;
  out[at + 11] = own >>> 16;
  out[at + 12] = own >>> 24;
  out[at + 13] = loot;
  out[at + 14] = membersCount;
  at += 15;
  const members = message.members;
  for (let i = 0; i < membersCount; i++) {
    const member = members[i]!;
    const memberMember = member.member;
    if (memberMember >>> 0 !== memberMember) return /* outOfRange */ -2;
    if (at + 4 > out.length) return /* noRoom */ -1;
    out[at] = memberMember;
    out[at + 1] = memberMember >>> 8;
    out[at + 2] = memberMember >>> 16;
    out[at + 3] = memberMember >>> 24;
    at += 4;
    at = writeText(member.name, out, at, 24);
    if (at < 0) return at;
    const entity = member.entity;
    if (entity >>> 0 !== entity) return /* outOfRange */ -2;
    const level = member.level;
    if ((level & 0xff) !== level) return /* outOfRange */ -2;
    const health = member.health;
    if ((health & 0xff) !== health) return /* outOfRange */ -2;
    const map = member.map;
    if ((map & 0xffff) !== map) return /* outOfRange */ -2;
    const x = member.x;
    let xSteps = x * 64 + 0.5;
    if (!(xSteps >= 0 && xSteps < 65536)) {
      if (x !== x) return /* outOfRange */ -2;
      xSteps = x <= 0 ? 0 : 65535;
    }
    const y = member.y;
    let ySteps = y * 64 + 0.5;
    if (!(ySteps >= 0 && ySteps < 65536)) {
      if (y !== y) return /* outOfRange */ -2;
      ySteps = y <= 0 ? 0 : 65535;
    }
    if (at + 12 > out.length) return /* noRoom */ -1;
    out[at] = entity;
    out[at + 1] = entity >>> 8;
    out[at + 2] = entity >>> 16;
    out[at + 3] = entity >>> 24;
    out[at + 4] = level;
    out[at + 5] = health;
    out[at + 6] = map;
    out[at + 7] = map >>> 8;
    out[at + 8] = xSteps;
    out[at + 9] = xSteps >>> 8;
    out[at + 10] = ySteps;
    out[at + 11] = ySteps >>> 8;
    at += 12;
  }
  return at;
}

export function decodePartyState(message: PartyState, data: Uint8Array, at: number, end: number): number {
  if (end > data.length) return /* truncated */ -4;
  if (end - at > partyStateSizeMax) return /* tooLong */ -3;
  if (at + 15 > end) return /* truncated */ -4;
  if (data[at] !== partyStateId) return /* wrongId */ -6;
  message.party =
    (data[at + 1]! | (data[at + 2]! << 8) | (data[at + 3]! << 16) | (data[at + 4]! << 24)) >>> 0;
  message.leader =
    (data[at + 5]! | (data[at + 6]! << 8) | (data[at + 7]! << 16) | (data[at + 8]! << 24)) >>> 0;
  message.own =
    (data[at + 9]! | (data[at + 10]! << 8) | (data[at + 11]! << 16) | (data[at + 12]! << 24)) >>> 0;
  const loot = data[at + 13]!;
  if (loot < 1 || loot > 3) return /* outOfRange */ -2;
  message.loot = loot as PartyLootMode;
  const membersCount = data[at + 14]!;
  if (membersCount > 5) return /* tooLong */ -3;
  message.membersCount = membersCount;
  at += 15;
  if (membersCount * 17 > end - at) return /* truncated */ -4;
  const members = message.members;
  for (let i = 0; i < membersCount; i++) {
    const member = members[i]!;
    if (at + 5 > end) return /* truncated */ -4;
    member.member = (data[at]! | (data[at + 1]! << 8) | (data[at + 2]! << 16) | (data[at + 3]! << 24)) >>> 0;
    const nameLength = data[at + 4]!;
    if (nameLength > 24) return /* tooLong */ -3;
    at += 5;
    if (nameLength > end - at) return /* truncated */ -4;
    const name = readText(data, at, at + nameLength);
    if (name === undefined) return /* badText */ -7;
    member.name = name;
    at += nameLength;
    if (at + 12 > end) return /* truncated */ -4;
    member.entity = (data[at]! | (data[at + 1]! << 8) | (data[at + 2]! << 16) | (data[at + 3]! << 24)) >>> 0;
    member.level = data[at + 4]!;
    member.health = data[at + 5]!;
    member.map = data[at + 6]! | (data[at + 7]! << 8);
    const x = data[at + 8]! | (data[at + 9]! << 8);
    member.x = x / 64;
    const y = data[at + 10]! | (data[at + 11]! << 8);
    member.y = y / 64;
    at += 12;
  }
  return at === end ? at : /* trailing */ -5;
}

/** How a member is. */
export class PartyMemberChange {
  /**
   * As told by PartyState.
   * u32.
   */
  member = 0;
  /** u8. */
  level = 0;
  /**
   * As in PartyMember.
   * u8.
   */
  health = 0;
  /**
   * As in PartyMember.
   * u16.
   */
  map = 0;
  /**
   * In metres, on its map.
   * 0 .. 1023.984375 in steps of 0.015625; clamped when encoded, in m.
   */
  x = 0;
  /**
   * Grows to the south.
   * 0 .. 1023.984375 in steps of 0.015625; clamped when encoded, in m.
   */
  y = 0;
}

/** Bytes of every one. */
export const partyMemberChangeSizeMax = 12;

export function encodePartyMemberChange(message: PartyMemberChange, out: Uint8Array, at: number): number {
  const member = message.member;
  if (member >>> 0 !== member) return /* outOfRange */ -2;
  const level = message.level;
  if ((level & 0xff) !== level) return /* outOfRange */ -2;
  const health = message.health;
  if ((health & 0xff) !== health) return /* outOfRange */ -2;
  const map = message.map;
  if ((map & 0xffff) !== map) return /* outOfRange */ -2;
  const x = message.x;
  let xSteps = x * 64 + 0.5;
  if (!(xSteps >= 0 && xSteps < 65536)) {
    if (x !== x) return /* outOfRange */ -2;
    xSteps = x <= 0 ? 0 : 65535;
  }
  const y = message.y;
  let ySteps = y * 64 + 0.5;
  if (!(ySteps >= 0 && ySteps < 65536)) {
    if (y !== y) return /* outOfRange */ -2;
    ySteps = y <= 0 ? 0 : 65535;
  }
  if (at + 12 > out.length) return /* noRoom */ -1;
  out[at] = member;
  out[at + 1] = member >>> 8;
  out[at + 2] = member >>> 16;
  out[at + 3] = member >>> 24;
  out[at + 4] = level;
  out[at + 5] = health;
  out[at + 6] = map;
  out[at + 7] = map >>> 8;
  out[at + 8] = xSteps;
  out[at + 9] = xSteps >>> 8;
  out[at + 10] = ySteps;
  out[at + 11] = ySteps >>> 8;
  at += 12;
  return at;
}

export function decodePartyMemberChange(
  message: PartyMemberChange,
  data: Uint8Array,
  at: number,
  end: number,
): number {
  if (at + 12 > end) return /* truncated */ -4;
  message.member = (data[at]! | (data[at + 1]! << 8) | (data[at + 2]! << 16) | (data[at + 3]! << 24)) >>> 0;
  message.level = data[at + 4]!;
  message.health = data[at + 5]!;
  message.map = data[at + 6]! | (data[at + 7]! << 8);
  const x = data[at + 8]! | (data[at + 9]! << 8);
  message.x = x / 64;
  const y = data[at + 10]! | (data[at + 11]! << 8);
  message.y = y / 64;
  at += 12;
  return at;
}

export const partyMovedId = 0x73;
/** Bytes of the longest; the shortest takes 2, with the id. */
export const partyMovedSizeMax = 62;

/**
 * Members of the own party of whom something changed, once a second at most.
 * From the server, reliable.
 */
export class PartyMoved {
  membersCount = 0;
  /** Up to 5. */
  readonly members: readonly PartyMemberChange[] = Array.from({ length: 5 }, () => new PartyMemberChange());
}

export function encodePartyMoved(message: PartyMoved, out: Uint8Array, at: number): number {
  const membersCount = message.membersCount;
  if ((membersCount & 0xff) !== membersCount || membersCount > 5) return /* tooLong */ -3;
  if (at + 2 > out.length) return /* noRoom */ -1;
  out[at] = 0x73;
  out[at + 1] = membersCount;
  at += 2;
  if (at + membersCount * 12 > out.length) return /* noRoom */ -1;
  const members = message.members;
  for (let i = 0; i < membersCount; i++) {
    const member = members[i]!;
    const memberMember = member.member;
    if (memberMember >>> 0 !== memberMember) return /* outOfRange */ -2;
    const level = member.level;
    if ((level & 0xff) !== level) return /* outOfRange */ -2;
    const health = member.health;
    if ((health & 0xff) !== health) return /* outOfRange */ -2;
    const map = member.map;
    if ((map & 0xffff) !== map) return /* outOfRange */ -2;
    const x = member.x;
    let xSteps = x * 64 + 0.5;
    if (!(xSteps >= 0 && xSteps < 65536)) {
      if (x !== x) return /* outOfRange */ -2;
      xSteps = x <= 0 ? 0 : 65535;
    }
    const y = member.y;
    let ySteps = y * 64 + 0.5;
    if (!(ySteps >= 0 && ySteps < 65536)) {
      if (y !== y) return /* outOfRange */ -2;
      ySteps = y <= 0 ? 0 : 65535;
    }
    out[at] = memberMember;
    out[at + 1] = memberMember >>> 8;
    out[at + 2] = memberMember >>> 16;
    out[at + 3] = memberMember >>> 24;
    out[at + 4] = level;
    out[at + 5] = health;
    out[at + 6] = map;
    out[at + 7] = map >>> 8;
    out[at + 8] = xSteps;
    out[at + 9] = xSteps >>> 8;
    out[at + 10] = ySteps;
    out[at + 11] = ySteps >>> 8;
    at += 12;
  }
  return at;
}

export function decodePartyMoved(message: PartyMoved, data: Uint8Array, at: number, end: number): number {
  if (end > data.length) return /* truncated */ -4;
  if (end - at > partyMovedSizeMax) return /* tooLong */ -3;
  if (at + 2 > end) return /* truncated */ -4;
  if (data[at] !== partyMovedId) return /* wrongId */ -6;
  const membersCount = data[at + 1]!;
  if (membersCount > 5) return /* tooLong */ -3;
  message.membersCount = membersCount;
  at += 2;
  if (membersCount * 12 > end - at) return /* truncated */ -4;
  const members = message.members;
  for (let i = 0; i < membersCount; i++) {
    const member = members[i]!;
    member.member = (data[at]! | (data[at + 1]! << 8) | (data[at + 2]! << 16) | (data[at + 3]! << 24)) >>> 0;
    member.level = data[at + 4]!;
    member.health = data[at + 5]!;
    member.map = data[at + 6]! | (data[at + 7]! << 8);
    const x = data[at + 8]! | (data[at + 9]! << 8);
    member.x = x / 64;
    const y = data[at + 10]! | (data[at + 11]! << 8);
    member.y = y / 64;
    at += 12;
  }
  return at === end ? at : /* trailing */ -5;
}

/** Why somebody is in a party no more. */
export const PartyEnd = {
  /** By its own wish. */
  left: 1,
  /** The leader put it out. */
  kicked: 2,
  /** It was out of the world for longer than its place is kept. */
  away: 3,
  /** Nobody else was left. */
  dissolved: 4,
} as const;

export type PartyEnd = (typeof PartyEnd)[keyof typeof PartyEnd];

export const partyEndedId = 0x74;
/** Bytes of every one, with the id. */
export const partyEndedSizeMax = 6;

/**
 * The receiver is in this party no more.
 * From the server, reliable.
 */
export class PartyEnded {
  /**
   * As told by PartyState.
   * u32.
   */
  party = 0;
  reason: PartyEnd = PartyEnd.left;
}

export function encodePartyEnded(message: PartyEnded, out: Uint8Array, at: number): number {
  const party = message.party;
  if (party >>> 0 !== party) return /* outOfRange */ -2;
  const reason = message.reason;
  if ((reason & 0xff) !== reason || reason < 1 || reason > 4) return /* outOfRange */ -2;
  if (at + 6 > out.length) return /* noRoom */ -1;
  out[at] = 0x74;
  out[at + 1] = party;
  out[at + 2] = party >>> 8;
  out[at + 3] = party >>> 16;
  out[at + 4] = party >>> 24;
  out[at + 5] = reason;
  at += 6;
  return at;
}

export function decodePartyEnded(message: PartyEnded, data: Uint8Array, at: number, end: number): number {
  if (end > data.length || end - at < partyEndedSizeMax) return /* truncated */ -4;
  if (end - at > partyEndedSizeMax) return /* trailing */ -5;
  if (data[at] !== partyEndedId) return /* wrongId */ -6;
  message.party =
    (data[at + 1]! | (data[at + 2]! << 8) | (data[at + 3]! << 16) | (data[at + 4]! << 24)) >>> 0;
  const reason = data[at + 5]!;
  if (reason < 1 || reason > 4) return /* outOfRange */ -2;
  message.reason = reason as PartyEnd;
  at += 6;
  return at;
}

export const lootRollBegunId = 0x75;
/** Bytes of the longest; the shortest takes 14, with the id. */
export const lootRollBegunSizeMax = 18;

/**
 * Something that a kill of the party left is rolled for by those with a share. It lies there for nobody meanwhile.
 * From the server, reliable.
 */
export class LootRollBegun {
  /**
   * By which LootRoll names it.
   * u32.
   */
  roll = 0;
  /**
   * Entity id of what lies there.
   * u32.
   */
  loot = 0;
  /**
   * Item id from the content.
   * u16.
   */
  item = 0;
  /**
   * Uses that it has behind it.
   * u16.
   */
  wear = 0;
  /**
   * For so long can be chosen; who does not passes.
   * Varint, in s.
   */
  secondsLeft = 0;
}

export function encodeLootRollBegun(message: LootRollBegun, out: Uint8Array, at: number): number {
  const roll = message.roll;
  if (roll >>> 0 !== roll) return /* outOfRange */ -2;
  const loot = message.loot;
  if (loot >>> 0 !== loot) return /* outOfRange */ -2;
  const item = message.item;
  if ((item & 0xffff) !== item) return /* outOfRange */ -2;
  const wear = message.wear;
  if ((wear & 0xffff) !== wear) return /* outOfRange */ -2;
  const secondsLeft = message.secondsLeft;
  if (secondsLeft >>> 0 !== secondsLeft) return /* outOfRange */ -2;
  if (at + 13 > out.length) return /* noRoom */ -1;
  out[at] = 0x75;
  out[at + 1] = roll;
  out[at + 2] = roll >>> 8;
  out[at + 3] = roll >>> 16;
  out[at + 4] = roll >>> 24;
  out[at + 5] = loot;
  out[at + 6] = loot >>> 8;
  out[at + 7] = loot >>> 16;
  out[at + 8] = loot >>> 24;
  out[at + 9] = item;
  out[at + 10] = item >>> 8;
  out[at + 11] = wear;
  out[at + 12] = wear >>> 8;
  at += 13;
  at = writeVarint(secondsLeft, out, at);
  if (at < 0) return at;
  return at;
}

export function decodeLootRollBegun(
  message: LootRollBegun,
  data: Uint8Array,
  at: number,
  end: number,
): number {
  if (end > data.length) return /* truncated */ -4;
  if (end - at > lootRollBegunSizeMax) return /* tooLong */ -3;
  if (at + 13 > end) return /* truncated */ -4;
  if (data[at] !== lootRollBegunId) return /* wrongId */ -6;
  message.roll = (data[at + 1]! | (data[at + 2]! << 8) | (data[at + 3]! << 16) | (data[at + 4]! << 24)) >>> 0;
  message.loot = (data[at + 5]! | (data[at + 6]! << 8) | (data[at + 7]! << 16) | (data[at + 8]! << 24)) >>> 0;
  message.item = data[at + 9]! | (data[at + 10]! << 8);
  message.wear = data[at + 11]! | (data[at + 12]! << 8);
  at += 13;
  const secondsLeft = readVarint(data, at, end);
  if (secondsLeft < 0) return secondsLeft;
  at += varintSize(secondsLeft);
  message.secondsLeft = secondsLeft;
  return at === end ? at : /* trailing */ -5;
}

/** What somebody chose and threw. */
export class LootRollResult {
  /**
   * Empty for who is not in the world.
   * Up to 24 bytes of UTF-8.
   */
  name = '';
  choice: LootChoice = LootChoice.pass;
  /**
   * 1 to 100; 0 for who did not throw.
   * u8.
   */
  points = 0;
}

/** Bytes of the longest; the shortest takes 3. */
export const lootRollResultSizeMax = 27;

export function encodeLootRollResult(message: LootRollResult, out: Uint8Array, at: number): number {
  at = writeText(message.name, out, at, 24);
  if (at < 0) return at;
  const choice = message.choice;
  if ((choice & 0xff) !== choice || choice < 1 || choice > 3) return /* outOfRange */ -2;
  const points = message.points;
  if ((points & 0xff) !== points) return /* outOfRange */ -2;
  if (at + 2 > out.length) return /* noRoom */ -1;
  out[at] = choice;
  out[at + 1] = points;
  at += 2;
  return at;
}

export function decodeLootRollResult(
  message: LootRollResult,
  data: Uint8Array,
  at: number,
  end: number,
): number {
  if (at >= end) return /* truncated */ -4;
  const nameLength = data[at]!;
  if (nameLength > 24) return /* tooLong */ -3;
  at += 1;
  if (nameLength > end - at) return /* truncated */ -4;
  const name = readText(data, at, at + nameLength);
  if (name === undefined) return /* badText */ -7;
  message.name = name;
  at += nameLength;
  if (at + 2 > end) return /* truncated */ -4;
  const choice = data[at]!;
  if (choice < 1 || choice > 3) return /* outOfRange */ -2;
  message.choice = choice as LootChoice;
  message.points = data[at + 1]!;
  at += 2;
  return at;
}

export const lootRollEndedId = 0x76;
/** Bytes of the longest; the shortest takes 7, with the id. */
export const lootRollEndedSizeMax = 166;

/**
 * A roll is over. Told to all who had a part in it.
 * From the server, reliable.
 */
export class LootRollEnded {
  /** u32. */
  roll = 0;
  /**
   * Who may take it now. Empty where all passed, or it is gone: then anybody may; and for who is not in the world.
   * Up to 24 bytes of UTF-8.
   */
  winner = '';
  resultsCount = 0;
  /** Up to 5. */
  readonly results: readonly LootRollResult[] = Array.from({ length: 5 }, () => new LootRollResult());
}

export function encodeLootRollEnded(message: LootRollEnded, out: Uint8Array, at: number): number {
  const roll = message.roll;
  if (roll >>> 0 !== roll) return /* outOfRange */ -2;
  if (at + 5 > out.length) return /* noRoom */ -1;
  out[at] = 0x76;
  out[at + 1] = roll;
  out[at + 2] = roll >>> 8;
  out[at + 3] = roll >>> 16;
  out[at + 4] = roll >>> 24;
  at += 5;
  at = writeText(message.winner, out, at, 24);
  if (at < 0) return at;
  const resultsCount = message.resultsCount;
  if ((resultsCount & 0xff) !== resultsCount || resultsCount > 5) return /* tooLong */ -3;
  if (at >= out.length) return /* noRoom */ -1;
  out[at] = resultsCount;
  at += 1;
  const results = message.results;
  for (let i = 0; i < resultsCount; i++) {
    const result = results[i]!;
    at = writeText(result.name, out, at, 24);
    if (at < 0) return at;
    const choice = result.choice;
    if ((choice & 0xff) !== choice || choice < 1 || choice > 3) return /* outOfRange */ -2;
    const points = result.points;
    if ((points & 0xff) !== points) return /* outOfRange */ -2;
    if (at + 2 > out.length) return /* noRoom */ -1;
    out[at] = choice;
    out[at + 1] = points;
    at += 2;
  }
  return at;
}

export function decodeLootRollEnded(
  message: LootRollEnded,
  data: Uint8Array,
  at: number,
  end: number,
): number {
  if (end > data.length) return /* truncated */ -4;
  if (end - at > lootRollEndedSizeMax) return /* tooLong */ -3;
  if (at + 6 > end) return /* truncated */ -4;
  if (data[at] !== lootRollEndedId) return /* wrongId */ -6;
  message.roll = (data[at + 1]! | (data[at + 2]! << 8) | (data[at + 3]! << 16) | (data[at + 4]! << 24)) >>> 0;
  const winnerLength = data[at + 5]!;
  if (winnerLength > 24) return /* tooLong */ -3;
  at += 6;
  if (winnerLength > end - at) return /* truncated */ -4;
  const winner = readText(data, at, at + winnerLength);
  if (winner === undefined) return /* badText */ -7;
  message.winner = winner;
  at += winnerLength;
  if (at >= end) return /* truncated */ -4;
  const resultsCount = data[at]!;
  if (resultsCount > 5) return /* tooLong */ -3;
  message.resultsCount = resultsCount;
  at += 1;
  if (resultsCount * 3 > end - at) return /* truncated */ -4;
  const results = message.results;
  for (let i = 0; i < resultsCount; i++) {
    const result = results[i]!;
    if (at >= end) return /* truncated */ -4;
    const nameLength = data[at]!;
    if (nameLength > 24) return /* tooLong */ -3;
    at += 1;
    if (nameLength > end - at) return /* truncated */ -4;
    const name = readText(data, at, at + nameLength);
    if (name === undefined) return /* badText */ -7;
    result.name = name;
    at += nameLength;
    if (at + 2 > end) return /* truncated */ -4;
    const choice = data[at]!;
    if (choice < 1 || choice > 3) return /* outOfRange */ -2;
    result.choice = choice as LootChoice;
    result.points = data[at + 1]!;
    at += 2;
  }
  return at === end ? at : /* trailing */ -5;
}

export const reportTakenId = 0x78;
/** Bytes of the longest; the shortest takes 7, with the id. */
export const reportTakenSizeMax = 31;

/**
 * The player's report is stored, and goes to the operators.
 * From the server, reliable.
 */
export class ReportTaken {
  /**
   * Its number, by which operators and player may speak of it.
   * u32.
   */
  report = 0;
  /**
   * Whom it is about.
   * Up to 24 bytes of UTF-8.
   */
  name = '';
  reason: ReportReason = ReportReason.cheating;
}

export function encodeReportTaken(message: ReportTaken, out: Uint8Array, at: number): number {
  const report = message.report;
  if (report >>> 0 !== report) return /* outOfRange */ -2;
  if (at + 5 > out.length) return /* noRoom */ -1;
  out[at] = 0x78;
  out[at + 1] = report;
  out[at + 2] = report >>> 8;
  out[at + 3] = report >>> 16;
  out[at + 4] = report >>> 24;
  at += 5;
  at = writeText(message.name, out, at, 24);
  if (at < 0) return at;
  const reason = message.reason;
  if ((reason & 0xff) !== reason || reason < 1 || reason > 5) return /* outOfRange */ -2;
  if (at >= out.length) return /* noRoom */ -1;
  out[at] = reason;
  at += 1;
  return at;
}

export function decodeReportTaken(message: ReportTaken, data: Uint8Array, at: number, end: number): number {
  if (end > data.length) return /* truncated */ -4;
  if (end - at > reportTakenSizeMax) return /* tooLong */ -3;
  if (at + 6 > end) return /* truncated */ -4;
  if (data[at] !== reportTakenId) return /* wrongId */ -6;
  message.report =
    (data[at + 1]! | (data[at + 2]! << 8) | (data[at + 3]! << 16) | (data[at + 4]! << 24)) >>> 0;
  const nameLength = data[at + 5]!;
  if (nameLength > 24) return /* tooLong */ -3;
  at += 6;
  if (nameLength > end - at) return /* truncated */ -4;
  const name = readText(data, at, at + nameLength);
  if (name === undefined) return /* badText */ -7;
  message.name = name;
  at += nameLength;
  if (at >= end) return /* truncated */ -4;
  const reason = data[at]!;
  if (reason < 1 || reason > 5) return /* outOfRange */ -2;
  message.reason = reason as ReportReason;
  at += 1;
  return at === end ? at : /* trailing */ -5;
}

/** What came of a report. */
export const ReportOutcome = {
  /** Nothing was found to act upon. */
  noAction: 1,
  /** The player was spoken to. */
  warned: 2,
  /** The right to talk was taken away. */
  muted: 3,
  /** The player may not come in. */
  banned: 4,
  /** Something else was done, which the text says, or does not. */
  other: 5,
} as const;

export type ReportOutcome = (typeof ReportOutcome)[keyof typeof ReportOutcome];

export const reportDecidedId = 0x79;
/** Bytes of the longest; the shortest takes 9, with the id. */
export const reportDecidedSizeMax = 233;

/**
 * Operators have decided about a report of the player. Told when they do, or else when the player comes in the next time; twice
 * at worst, then with the same number.
 * From the server, reliable.
 */
export class ReportDecided {
  /**
   * As told by ReportTaken.
   * u32.
   */
  report = 0;
  /**
   * Whom it was about.
   * Up to 24 bytes of UTF-8.
   */
  name = '';
  reason: ReportReason = ReportReason.cheating;
  outcome: ReportOutcome = ReportOutcome.noAction;
  /**
   * What operators say to it; may be empty.
   * Up to 200 bytes of UTF-8.
   */
  text = '';
}

export function encodeReportDecided(message: ReportDecided, out: Uint8Array, at: number): number {
  const report = message.report;
  if (report >>> 0 !== report) return /* outOfRange */ -2;
  if (at + 5 > out.length) return /* noRoom */ -1;
  out[at] = 0x79;
  out[at + 1] = report;
  out[at + 2] = report >>> 8;
  out[at + 3] = report >>> 16;
  out[at + 4] = report >>> 24;
  at += 5;
  at = writeText(message.name, out, at, 24);
  if (at < 0) return at;
  const reason = message.reason;
  if ((reason & 0xff) !== reason || reason < 1 || reason > 5) return /* outOfRange */ -2;
  const outcome = message.outcome;
  if ((outcome & 0xff) !== outcome || outcome < 1 || outcome > 5) return /* outOfRange */ -2;
  if (at + 2 > out.length) return /* noRoom */ -1;
  out[at] = reason;
  out[at + 1] = outcome;
  at += 2;
  at = writeText(message.text, out, at, 200);
  if (at < 0) return at;
  return at;
}

export function decodeReportDecided(
  message: ReportDecided,
  data: Uint8Array,
  at: number,
  end: number,
): number {
  if (end > data.length) return /* truncated */ -4;
  if (end - at > reportDecidedSizeMax) return /* tooLong */ -3;
  if (at + 6 > end) return /* truncated */ -4;
  if (data[at] !== reportDecidedId) return /* wrongId */ -6;
  message.report =
    (data[at + 1]! | (data[at + 2]! << 8) | (data[at + 3]! << 16) | (data[at + 4]! << 24)) >>> 0;
  const nameLength = data[at + 5]!;
  if (nameLength > 24) return /* tooLong */ -3;
  at += 6;
  if (nameLength > end - at) return /* truncated */ -4;
  const name = readText(data, at, at + nameLength);
  if (name === undefined) return /* badText */ -7;
  message.name = name;
  at += nameLength;
  if (at + 3 > end) return /* truncated */ -4;
  const reason = data[at]!;
  if (reason < 1 || reason > 5) return /* outOfRange */ -2;
  message.reason = reason as ReportReason;
  const outcome = data[at + 1]!;
  if (outcome < 1 || outcome > 5) return /* outOfRange */ -2;
  message.outcome = outcome as ReportOutcome;
  const textLength = data[at + 2]!;
  if (textLength > 200) return /* tooLong */ -3;
  at += 3;
  if (textLength > end - at) return /* truncated */ -4;
  const text = readText(data, at, at + textLength);
  if (text === undefined) return /* badText */ -7;
  message.text = text;
  at += textLength;
  return at === end ? at : /* trailing */ -5;
}

/** Bits of EntityState.mask. */
export const EntityStateMask = {
  /** Sent until acknowledged; a slot that comes with another id belongs to another entity. */
  identity: 0x01,
  /** In metres on the receiver's map. */
  position: 0x02,
  /** Where it looks. */
  facing: 0x04,
  /** How it is. */
  vitals: 0x08,
  /** What it is doing. */
  status: 0x10,
} as const;

/**
 * A change mask says which groups follow. What is absent is as it was.
 * Quantized fields hold their step numbers, as they travel.
 */
export class EntityState {
  /** Which groups are there: bits of EntityStateMask. */
  mask = 0;

  // Group identity.
  /**
   * Entity id: the low 16 bits are its row at the server, the high 16 its generation; never 0.
   * u32.
   */
  id = 0;
  /** What it is; decides how `template` is read. */
  kind: EntityKind = EntityKind.player;
  /**
   * Creature, item or npc id from the content, 0 for players.
   * u16.
   */
  template = 0;
  /**
   * 0 for items and npcs.
   * u8.
   */
  level = 0;
  nameLength = 0;
  /**
   * UTF-8. Empty for creatures, items and npcs, whose names are in the content.
   * Up to 24 bytes.
   */
  readonly name = new Uint8Array(24);

  // Group position.
  /**
   * Grows to the east.
   * 0 .. 65535: steps of 0.015625 from 0, in m.
   */
  x = 0;
  /**
   * Grows to the south.
   * 0 .. 65535: steps of 0.015625 from 0, in m.
   */
  y = 0;

  // Group facing.
  /**
   * 0 is east, clockwise (towards south).
   * 1/256 turn.
   */
  facing = 0;

  // Group vitals.
  /**
   * Share of the full health, 255 is all of it; 0 only when dead.
   * u8.
   */
  health = 0;

  // Group status.
  /**
   * Any of these at once.
   * Bits of EntityStatus.
   */
  status = 0;
}

/** Bytes of the longest; the shortest takes 1. */
export const entityStateSizeMax = 41;

/** 0 .. 65535: steps of 0.015625 from 0. Clamps; NaN gives NaN, which no encoder takes. */
export function quantizeEntityStateX(value: number): number {
  return value <= 0 ? 0 : value >= 1023.984375 ? 65535 : Math.floor(value * 64 + 0.5);
}

export function dequantizeEntityStateX(steps: number): number {
  return steps / 64;
}

/** 0 .. 65535: steps of 0.015625 from 0. Clamps; NaN gives NaN, which no encoder takes. */
export function quantizeEntityStateY(value: number): number {
  return value <= 0 ? 0 : value >= 1023.984375 ? 65535 : Math.floor(value * 64 + 0.5);
}

export function dequantizeEntityStateY(steps: number): number {
  return steps / 64;
}

export function encodeEntityState(message: EntityState, out: Uint8Array, at: number): number {
  const mask = message.mask;
  if ((mask & 0x1f) !== mask) return /* outOfRange */ -2;
  if (at >= out.length) return /* noRoom */ -1;
  out[at] = mask;
  at += 1;
  if ((mask & 0x01) /* identity */ !== 0) {
    const id = message.id;
    if (id >>> 0 !== id) return /* outOfRange */ -2;
    const kind = message.kind;
    if ((kind & 0xff) !== kind || kind < 1 || kind > 4) return /* outOfRange */ -2;
    const template = message.template;
    if ((template & 0xffff) !== template) return /* outOfRange */ -2;
    const level = message.level;
    if ((level & 0xff) !== level) return /* outOfRange */ -2;
    const nameLength = message.nameLength;
    if ((nameLength & 0xff) !== nameLength || nameLength > 24) return /* tooLong */ -3;
    if (at + 9 > out.length) return /* noRoom */ -1;
    out[at] = id;
    out[at + 1] = id >>> 8;
    out[at + 2] = id >>> 16;
    out[at + 3] = id >>> 24;
    out[at + 4] = kind;
    out[at + 5] = template;
    out[at + 6] = template >>> 8;
    out[at + 7] = level;
    out[at + 8] = nameLength;
    at += 9;
    if (at + nameLength > out.length) return /* noRoom */ -1;
    const name = message.name;
    for (let i = 0; i < nameLength; i++) out[at + i] = name[i]!;
    at += nameLength;
  }
  if ((mask & 0x02) /* position */ !== 0) {
    const x = message.x;
    if ((x & 0xffff) !== x) return /* outOfRange */ -2;
    const y = message.y;
    if ((y & 0xffff) !== y) return /* outOfRange */ -2;
    if (at + 4 > out.length) return /* noRoom */ -1;
    out[at] = x;
    out[at + 1] = x >>> 8;
    out[at + 2] = y;
    out[at + 3] = y >>> 8;
    at += 4;
  }
  if ((mask & 0x04) /* facing */ !== 0) {
    const facing = message.facing;
    if ((facing & 0xff) !== facing) return /* outOfRange */ -2;
    if (at >= out.length) return /* noRoom */ -1;
    out[at] = facing;
    at += 1;
  }
  if ((mask & 0x08) /* vitals */ !== 0) {
    const health = message.health;
    if ((health & 0xff) !== health) return /* outOfRange */ -2;
    if (at >= out.length) return /* noRoom */ -1;
    out[at] = health;
    at += 1;
  }
  if ((mask & 0x10) /* status */ !== 0) {
    const status = message.status;
    if ((status & 0x1f) !== status) return /* outOfRange */ -2;
    if (at >= out.length) return /* noRoom */ -1;
    out[at] = status;
    at += 1;
  }
  return at;
}

export function decodeEntityState(message: EntityState, data: Uint8Array, at: number, end: number): number {
  if (at >= end) return /* truncated */ -4;
  const mask = data[at]!;
  if (mask > 0x1f) return /* outOfRange */ -2;
  message.mask = mask;
  at += 1;
  if ((mask & 0x01) /* identity */ !== 0) {
    if (at + 9 > end) return /* truncated */ -4;
    message.id = (data[at]! | (data[at + 1]! << 8) | (data[at + 2]! << 16) | (data[at + 3]! << 24)) >>> 0;
    const kind = data[at + 4]!;
    if (kind < 1 || kind > 4) return /* outOfRange */ -2;
    message.kind = kind as EntityKind;
    message.template = data[at + 5]! | (data[at + 6]! << 8);
    message.level = data[at + 7]!;
    const nameLength = data[at + 8]!;
    if (nameLength > 24) return /* tooLong */ -3;
    message.nameLength = nameLength;
    at += 9;
    if (nameLength > end - at) return /* truncated */ -4;
    const name = message.name;
    for (let i = 0; i < nameLength; i++) name[i] = data[at + i]!;
    at += nameLength;
  }
  if ((mask & 0x02) /* position */ !== 0) {
    if (at + 4 > end) return /* truncated */ -4;
    message.x = data[at]! | (data[at + 1]! << 8);
    message.y = data[at + 2]! | (data[at + 3]! << 8);
    at += 4;
  }
  if ((mask & 0x04) /* facing */ !== 0) {
    if (at >= end) return /* truncated */ -4;
    message.facing = data[at]!;
    at += 1;
  }
  if ((mask & 0x08) /* vitals */ !== 0) {
    if (at >= end) return /* truncated */ -4;
    message.health = data[at]!;
    at += 1;
  }
  if ((mask & 0x10) /* status */ !== 0) {
    if (at >= end) return /* truncated */ -4;
    const status = data[at]!;
    if ((status & ~0x1f) !== 0) return /* outOfRange */ -2;
    message.status = status;
    at += 1;
  }
  return at;
}

/**
 * What changed of one entity in sight. Groups are sent again until a snapshot with them is acknowledged.
 */
export class EntityUpdate {
  /**
   * This client's short name for the entity.
   * Varint, 0 .. 249.
   */
  slot = 0;
  /** The groups that changed since what the client acknowledged. */
  readonly state = new EntityState();
}

/** Bytes of the longest; the shortest takes 2. */
export const entityUpdateSizeMax = 43;

export function encodeEntityUpdate(message: EntityUpdate, out: Uint8Array, at: number): number {
  const slot = message.slot;
  if (slot >>> 0 !== slot || slot > 249) return /* outOfRange */ -2;
  at = writeVarint(slot, out, at);
  if (at < 0) return at;
  const state = message.state;
  const mask = state.mask;
  if ((mask & 0x1f) !== mask) return /* outOfRange */ -2;
  if (at >= out.length) return /* noRoom */ -1;
  out[at] = mask;
  at += 1;
  if ((mask & 0x01) /* identity */ !== 0) {
    const id = state.id;
    if (id >>> 0 !== id) return /* outOfRange */ -2;
    const kind = state.kind;
    if ((kind & 0xff) !== kind || kind < 1 || kind > 4) return /* outOfRange */ -2;
    const template = state.template;
    if ((template & 0xffff) !== template) return /* outOfRange */ -2;
    const level = state.level;
    if ((level & 0xff) !== level) return /* outOfRange */ -2;
    const nameLength = state.nameLength;
    if ((nameLength & 0xff) !== nameLength || nameLength > 24) return /* tooLong */ -3;
    if (at + 9 > out.length) return /* noRoom */ -1;
    out[at] = id;
    out[at + 1] = id >>> 8;
    out[at + 2] = id >>> 16;
    out[at + 3] = id >>> 24;
    out[at + 4] = kind;
    out[at + 5] = template;
    out[at + 6] = template >>> 8;
    out[at + 7] = level;
    out[at + 8] = nameLength;
    at += 9;
    if (at + nameLength > out.length) return /* noRoom */ -1;
    const name = state.name;
    for (let i = 0; i < nameLength; i++) out[at + i] = name[i]!;
    at += nameLength;
  }
  if ((mask & 0x02) /* position */ !== 0) {
    const x = state.x;
    if ((x & 0xffff) !== x) return /* outOfRange */ -2;
    const y = state.y;
    if ((y & 0xffff) !== y) return /* outOfRange */ -2;
    if (at + 4 > out.length) return /* noRoom */ -1;
    out[at] = x;
    out[at + 1] = x >>> 8;
    out[at + 2] = y;
    out[at + 3] = y >>> 8;
    at += 4;
  }
  if ((mask & 0x04) /* facing */ !== 0) {
    const facing = state.facing;
    if ((facing & 0xff) !== facing) return /* outOfRange */ -2;
    if (at >= out.length) return /* noRoom */ -1;
    out[at] = facing;
    at += 1;
  }
  if ((mask & 0x08) /* vitals */ !== 0) {
    const health = state.health;
    if ((health & 0xff) !== health) return /* outOfRange */ -2;
    if (at >= out.length) return /* noRoom */ -1;
    out[at] = health;
    at += 1;
  }
  if ((mask & 0x10) /* status */ !== 0) {
    const status = state.status;
    if ((status & 0x1f) !== status) return /* outOfRange */ -2;
    if (at >= out.length) return /* noRoom */ -1;
    out[at] = status;
    at += 1;
  }
  return at;
}

export function decodeEntityUpdate(message: EntityUpdate, data: Uint8Array, at: number, end: number): number {
  const slot = readVarint(data, at, end);
  if (slot < 0) return slot;
  at += varintSize(slot);
  if (slot > 249) return /* outOfRange */ -2;
  message.slot = slot;
  const state = message.state;
  if (at >= end) return /* truncated */ -4;
  const mask = data[at]!;
  if (mask > 0x1f) return /* outOfRange */ -2;
  state.mask = mask;
  at += 1;
  if ((mask & 0x01) /* identity */ !== 0) {
    if (at + 9 > end) return /* truncated */ -4;
    state.id = (data[at]! | (data[at + 1]! << 8) | (data[at + 2]! << 16) | (data[at + 3]! << 24)) >>> 0;
    const kind = data[at + 4]!;
    if (kind < 1 || kind > 4) return /* outOfRange */ -2;
    state.kind = kind as EntityKind;
    state.template = data[at + 5]! | (data[at + 6]! << 8);
    state.level = data[at + 7]!;
    const nameLength = data[at + 8]!;
    if (nameLength > 24) return /* tooLong */ -3;
    state.nameLength = nameLength;
    at += 9;
    if (nameLength > end - at) return /* truncated */ -4;
    const name = state.name;
    for (let i = 0; i < nameLength; i++) name[i] = data[at + i]!;
    at += nameLength;
  }
  if ((mask & 0x02) /* position */ !== 0) {
    if (at + 4 > end) return /* truncated */ -4;
    state.x = data[at]! | (data[at + 1]! << 8);
    state.y = data[at + 2]! | (data[at + 3]! << 8);
    at += 4;
  }
  if ((mask & 0x04) /* facing */ !== 0) {
    if (at >= end) return /* truncated */ -4;
    state.facing = data[at]!;
    at += 1;
  }
  if ((mask & 0x08) /* vitals */ !== 0) {
    if (at >= end) return /* truncated */ -4;
    state.health = data[at]!;
    at += 1;
  }
  if ((mask & 0x10) /* status */ !== 0) {
    if (at >= end) return /* truncated */ -4;
    const status = data[at]!;
    if ((status & ~0x1f) !== 0) return /* outOfRange */ -2;
    state.status = status;
    at += 1;
  }
  return at;
}

export const snapshotId = 0x60;
/** Most bytes of a whole message: the encoder refuses more. Its fields could take 11019. */
export const snapshotSizeMax = 1150;

/**
 * The world around one player at one tick.
 * From the server, sequenced.
 */
export class Snapshot {
  /**
   * The tick that this shows.
   * u32.
   */
  tick = 0;
  /**
   * The newest input step applied; the position below is the one after it.
   * u16.
   */
  lastInput = 0;
  /**
   * The player's own position, finer than that of others, for reconciliation.
   * 0 .. 1023.9990234375 in steps of 0.0009765625; clamped when encoded, in m.
   */
  x = 0;
  /**
   * Grows to the south.
   * 0 .. 1023.9990234375 in steps of 0.0009765625; clamped when encoded, in m.
   */
  y = 0;
  /**
   * The player's own health; 0 is dead.
   * u16.
   */
  health = 0;
  /**
   * The player's own mana.
   * u16.
   */
  mana = 0;
  removedCount = 0;
  /**
   * Slots whose entity is out of sight. Applied before `entities`, which may give a slot to another entity at once. A slot
   * is named again until a snapshot that names it is acknowledged; naming an empty one changes nothing.
   * Up to 250: u8.
   */
  readonly removed = new Uint8Array(250);
  entitiesCount = 0;
  /**
   * Entities in sight of which something changed, each slot once at most. The player's own is among them; once it is
   * known its position and facing are not repeated, because its position stands above.
   * Up to 250.
   */
  readonly entities: readonly EntityUpdate[] = Array.from({ length: 250 }, () => new EntityUpdate());
}

export function encodeSnapshot(message: Snapshot, out: Uint8Array, at: number): number {
  const start = at;
  const tick = message.tick;
  if (tick >>> 0 !== tick) return /* outOfRange */ -2;
  const lastInput = message.lastInput;
  if ((lastInput & 0xffff) !== lastInput) return /* outOfRange */ -2;
  const x = message.x;
  let xSteps = x * 1024 + 0.5;
  if (!(xSteps >= 0 && xSteps < 1048576)) {
    if (x !== x) return /* outOfRange */ -2;
    xSteps = x <= 0 ? 0 : 1048575;
  }
  const y = message.y;
  let ySteps = y * 1024 + 0.5;
  if (!(ySteps >= 0 && ySteps < 1048576)) {
    if (y !== y) return /* outOfRange */ -2;
    ySteps = y <= 0 ? 0 : 1048575;
  }
  const health = message.health;
  if ((health & 0xffff) !== health) return /* outOfRange */ -2;
  const mana = message.mana;
  if ((mana & 0xffff) !== mana) return /* outOfRange */ -2;
  const removedCount = message.removedCount;
  if ((removedCount & 0xff) !== removedCount || removedCount > 250) return /* tooLong */ -3;
  if (at + 18 > out.length) return /* noRoom */ -1;
  out[at] = 0x60;
  out[at + 1] = tick;
  out[at + 2] = tick >>> 8;
  out[at + 3] = tick >>> 16;
  out[at + 4] = tick >>> 24;
  out[at + 5] = lastInput;
  out[at + 6] = lastInput >>> 8;
  out[at + 7] = xSteps;
  out[at + 8] = xSteps >>> 8;
  out[at + 9] = xSteps >>> 16;
  out[at + 10] = ySteps;
  out[at + 11] = ySteps >>> 8;
  out[at + 12] = ySteps >>> 16;
  out[at + 13] = health;
  out[at + 14] = health >>> 8;
  out[at + 15] = mana;
  out[at + 16] = mana >>> 8;
  out[at + 17] = removedCount;
  at += 18;
  if (at + removedCount > out.length) return /* noRoom */ -1;
  const removed = message.removed;
  for (let i = 0; i < removedCount; i++) {
    const removedValue = removed[i]!;
    out[at] = removedValue;
    at += 1;
  }
  const entitiesCount = message.entitiesCount;
  if ((entitiesCount & 0xff) !== entitiesCount || entitiesCount > 250) return /* tooLong */ -3;
  if (at >= out.length) return /* noRoom */ -1;
  out[at] = entitiesCount;
  at += 1;
  const entities = message.entities;
  for (let i = 0; i < entitiesCount; i++) {
    const entity = entities[i]!;
    const slot = entity.slot;
    if (slot >>> 0 !== slot || slot > 249) return /* outOfRange */ -2;
    at = writeVarint(slot, out, at);
    if (at < 0) return at;
    const state = entity.state;
    const mask = state.mask;
    if ((mask & 0x1f) !== mask) return /* outOfRange */ -2;
    if (at >= out.length) return /* noRoom */ -1;
    out[at] = mask;
    at += 1;
    if ((mask & 0x01) /* identity */ !== 0) {
      const id = state.id;
      if (id >>> 0 !== id) return /* outOfRange */ -2;
      const kind = state.kind;
      if ((kind & 0xff) !== kind || kind < 1 || kind > 4) return /* outOfRange */ -2;
      const template = state.template;
      if ((template & 0xffff) !== template) return /* outOfRange */ -2;
      const level = state.level;
      if ((level & 0xff) !== level) return /* outOfRange */ -2;
      const nameLength = state.nameLength;
      if ((nameLength & 0xff) !== nameLength || nameLength > 24) return /* tooLong */ -3;
      if (at + 9 > out.length) return /* noRoom */ -1;
      out[at] = id;
      out[at + 1] = id >>> 8;
      out[at + 2] = id >>> 16;
      out[at + 3] = id >>> 24;
      out[at + 4] = kind;
      out[at + 5] = template;
      out[at + 6] = template >>> 8;
      out[at + 7] = level;
      out[at + 8] = nameLength;
      at += 9;
      if (at + nameLength > out.length) return /* noRoom */ -1;
      const name = state.name;
      for (let j = 0; j < nameLength; j++) out[at + j] = name[j]!;
      at += nameLength;
    }
    if ((mask & 0x02) /* position */ !== 0) {
      const stateX = state.x;
      if ((stateX & 0xffff) !== stateX) return /* outOfRange */ -2;
      const stateY = state.y;
      if ((stateY & 0xffff) !== stateY) return /* outOfRange */ -2;
      if (at + 4 > out.length) return /* noRoom */ -1;
      out[at] = stateX;
      out[at + 1] = stateX >>> 8;
      out[at + 2] = stateY;
      out[at + 3] = stateY >>> 8;
      at += 4;
    }
    if ((mask & 0x04) /* facing */ !== 0) {
      const facing = state.facing;
      if ((facing & 0xff) !== facing) return /* outOfRange */ -2;
      if (at >= out.length) return /* noRoom */ -1;
      out[at] = facing;
      at += 1;
    }
    if ((mask & 0x08) /* vitals */ !== 0) {
      const stateHealth = state.health;
      if ((stateHealth & 0xff) !== stateHealth) return /* outOfRange */ -2;
      if (at >= out.length) return /* noRoom */ -1;
      out[at] = stateHealth;
      at += 1;
    }
    if ((mask & 0x10) /* status */ !== 0) {
      const status = state.status;
      if ((status & 0x1f) !== status) return /* outOfRange */ -2;
      if (at >= out.length) return /* noRoom */ -1;
      out[at] = status;
      at += 1;
    }
  }
  return at - start > snapshotSizeMax ? /* tooLong */ -3 : at;
}

export function decodeSnapshot(message: Snapshot, data: Uint8Array, at: number, end: number): number {
  if (end > data.length) return /* truncated */ -4;
  if (end - at > snapshotSizeMax) return /* tooLong */ -3;
  if (at + 18 > end) return /* truncated */ -4;
  if (data[at] !== snapshotId) return /* wrongId */ -6;
  message.tick = (data[at + 1]! | (data[at + 2]! << 8) | (data[at + 3]! << 16) | (data[at + 4]! << 24)) >>> 0;
  message.lastInput = data[at + 5]! | (data[at + 6]! << 8);
  const x = data[at + 7]! | (data[at + 8]! << 8) | (data[at + 9]! << 16);
  if (x > 1048575) return /* outOfRange */ -2;
  message.x = x / 1024;
  const y = data[at + 10]! | (data[at + 11]! << 8) | (data[at + 12]! << 16);
  if (y > 1048575) return /* outOfRange */ -2;
  message.y = y / 1024;
  message.health = data[at + 13]! | (data[at + 14]! << 8);
  message.mana = data[at + 15]! | (data[at + 16]! << 8);
  const removedCount = data[at + 17]!;
  if (removedCount > 250) return /* tooLong */ -3;
  message.removedCount = removedCount;
  at += 18;
  if (removedCount > end - at) return /* truncated */ -4;
  const removed = message.removed;
  for (let i = 0; i < removedCount; i++) {
    removed[i] = data[at]!;
    at += 1;
  }
  if (at >= end) return /* truncated */ -4;
  const entitiesCount = data[at]!;
  if (entitiesCount > 250) return /* tooLong */ -3;
  message.entitiesCount = entitiesCount;
  at += 1;
  if (entitiesCount * 2 > end - at) return /* truncated */ -4;
  const entities = message.entities;
  for (let i = 0; i < entitiesCount; i++) {
    const entity = entities[i]!;
    const slot = readVarint(data, at, end);
    if (slot < 0) return slot;
    at += varintSize(slot);
    if (slot > 249) return /* outOfRange */ -2;
    entity.slot = slot;
    const state = entity.state;
    if (at >= end) return /* truncated */ -4;
    const mask = data[at]!;
    if (mask > 0x1f) return /* outOfRange */ -2;
    state.mask = mask;
    at += 1;
    if ((mask & 0x01) /* identity */ !== 0) {
      if (at + 9 > end) return /* truncated */ -4;
      state.id = (data[at]! | (data[at + 1]! << 8) | (data[at + 2]! << 16) | (data[at + 3]! << 24)) >>> 0;
      const kind = data[at + 4]!;
      if (kind < 1 || kind > 4) return /* outOfRange */ -2;
      state.kind = kind as EntityKind;
      state.template = data[at + 5]! | (data[at + 6]! << 8);
      state.level = data[at + 7]!;
      const nameLength = data[at + 8]!;
      if (nameLength > 24) return /* tooLong */ -3;
      state.nameLength = nameLength;
      at += 9;
      if (nameLength > end - at) return /* truncated */ -4;
      const name = state.name;
      for (let j = 0; j < nameLength; j++) name[j] = data[at + j]!;
      at += nameLength;
    }
    if ((mask & 0x02) /* position */ !== 0) {
      if (at + 4 > end) return /* truncated */ -4;
      state.x = data[at]! | (data[at + 1]! << 8);
      state.y = data[at + 2]! | (data[at + 3]! << 8);
      at += 4;
    }
    if ((mask & 0x04) /* facing */ !== 0) {
      if (at >= end) return /* truncated */ -4;
      state.facing = data[at]!;
      at += 1;
    }
    if ((mask & 0x08) /* vitals */ !== 0) {
      if (at >= end) return /* truncated */ -4;
      state.health = data[at]!;
      at += 1;
    }
    if ((mask & 0x10) /* status */ !== 0) {
      if (at >= end) return /* truncated */ -4;
      const status = data[at]!;
      if ((status & ~0x1f) !== 0) return /* outOfRange */ -2;
      state.status = status;
      at += 1;
    }
  }
  return at === end ? at : /* trailing */ -5;
}
