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

/** What an entity is. */
export const EntityKind = {
  player: 1,
  /** Everything alive that no player plays. */
  creature: 2,
  /** An item lying on the ground. */
  loot: 3,
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
   * The server tick of which the client was showing others when it made the newest step, 0 for none. Skills are judged by
   * where their target was that long ago, at most 250 ms.
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

export const pickUpId = 0x12;
/** Bytes of every one, with the id. */
export const pickUpSizeMax = 5;

/**
 * Takes an item from the ground.
 * From the client, reliable, at most 10 a second.
 */
export class PickUp {
  /**
   * Entity id of a loot entity within reach.
   * u32.
   */
  loot = 0;
}

export function encodePickUp(message: PickUp, out: Uint8Array, at: number): number {
  const loot = message.loot;
  if (loot >>> 0 !== loot) return /* outOfRange */ -2;
  if (at + 5 > out.length) return /* noRoom */ -1;
  out[at] = 0x12;
  out[at + 1] = loot;
  out[at + 2] = loot >>> 8;
  out[at + 3] = loot >>> 16;
  out[at + 4] = loot >>> 24;
  at += 5;
  return at;
}

export function decodePickUp(message: PickUp, data: Uint8Array, at: number, end: number): number {
  if (end > data.length || end - at < pickUpSizeMax) return /* truncated */ -4;
  if (end - at > pickUpSizeMax) return /* trailing */ -5;
  if (data[at] !== pickUpId) return /* wrongId */ -6;
  message.loot = (data[at + 1]! | (data[at + 2]! << 8) | (data[at + 3]! << 16) | (data[at + 4]! << 24)) >>> 0;
  at += 5;
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
  /** `say` or `zone`. */
  scope: ChatScope = ChatScope.say;
  /**
   * Not empty once trimmed; refused as a whole with control or invisible direction characters.
   * Up to 200 bytes of UTF-8.
   */
  text = '';
}

export function encodeChatRequest(message: ChatRequest, out: Uint8Array, at: number): number {
  const scope = message.scope;
  if ((scope & 0xff) !== scope || scope < 1 || scope > 3) return /* outOfRange */ -2;
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
  if (scope < 1 || scope > 3) return /* outOfRange */ -2;
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

export const welcomeId = 0x40;
/** Bytes of the longest; the shortest takes 17, with the id. */
export const welcomeSizeMax = 73;

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
   * Hash of the content the server runs; see "Content" below. A client that has another game shows wrong names, no more.
   * u32.
   */
  contentHash = 0;
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
  if (at + 4 > out.length) return /* noRoom */ -1;
  out[at] = contentHash;
  out[at + 1] = contentHash >>> 8;
  out[at + 2] = contentHash >>> 16;
  out[at + 3] = contentHash >>> 24;
  at += 4;
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
  if (at + 4 > end) return /* truncated */ -4;
  message.contentHash =
    (data[at]! | (data[at + 1]! << 8) | (data[at + 2]! << 16) | (data[at + 3]! << 24)) >>> 0;
  at += 4;
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
export const inventorySlotSizeMax = 6;

/**
 * One slot of the player's inventory.
 * From the server, reliable.
 */
export class InventorySlot {
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
}

export function encodeInventorySlot(message: InventorySlot, out: Uint8Array, at: number): number {
  const slot = message.slot;
  if ((slot & 0xff) !== slot) return /* outOfRange */ -2;
  const item = message.item;
  if ((item & 0xffff) !== item) return /* outOfRange */ -2;
  const count = message.count;
  if ((count & 0xffff) !== count) return /* outOfRange */ -2;
  if (at + 6 > out.length) return /* noRoom */ -1;
  out[at] = 0x43;
  out[at + 1] = slot;
  out[at + 2] = item;
  out[at + 3] = item >>> 8;
  out[at + 4] = count;
  out[at + 5] = count >>> 8;
  at += 6;
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
  message.slot = data[at + 1]!;
  message.item = data[at + 2]! | (data[at + 3]! << 8);
  message.count = data[at + 4]! | (data[at + 5]! << 8);
  at += 6;
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
  if ((scope & 0xff) !== scope || scope < 1 || scope > 3) return /* outOfRange */ -2;
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
  if (scope < 1 || scope > 3) return /* outOfRange */ -2;
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
  /** No entity with this id is on the map of the one who asked, or 0 was given where a target is needed. */
  unknownTarget: 1,
  /** The target is farther away than the skill, or the reach for picking up, goes. */
  outOfRange: 2,
  /** This skill, or the pause that all skills share, is not over. */
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
  /** Not one unit of the item fits. */
  inventoryFull: 9,
  /** No such skill, or none that players have. */
  unknownSkill: 10,
  /**
   * The target is there, but nothing that this can be done to: dead, on its way home, of the wrong side, no item.
   */
  invalidTarget: 11,
  /** A wall stands between. */
  noLineOfSight: 12,
  /**
   * A request of the same kind waits already, the one who asked cannot act now (stunned, casting), or it is too early to
   * stand up again.
   */
  busy: 13,
  /** Reserved: an operator has taken the right to chat away. */
  muted: 14,
  /** Nothing to see is left of the text. */
  emptyText: 15,
  /**
   * The rules of this map or of this message forbid it: fights of players where there are none, a scope that is the
   * operators', characters that a text may not have.
   */
  notAllowed: 16,
} as const;

export type RefusalReason = (typeof RefusalReason)[keyof typeof RefusalReason];

export const refusedId = 0x46;
/** Bytes of every one, with the id. */
export const refusedSizeMax = 3;

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
  /** Why not. */
  reason: RefusalReason = RefusalReason.unknownTarget;
}

export function encodeRefused(message: Refused, out: Uint8Array, at: number): number {
  const request = message.request;
  if ((request & 0xff) !== request) return /* outOfRange */ -2;
  const reason = message.reason;
  if ((reason & 0xff) !== reason || reason < 1 || reason > 16) return /* outOfRange */ -2;
  if (at + 3 > out.length) return /* noRoom */ -1;
  out[at] = 0x46;
  out[at + 1] = request;
  out[at + 2] = reason;
  at += 3;
  return at;
}

export function decodeRefused(message: Refused, data: Uint8Array, at: number, end: number): number {
  if (end > data.length || end - at < refusedSizeMax) return /* truncated */ -4;
  if (end - at > refusedSizeMax) return /* trailing */ -5;
  if (data[at] !== refusedId) return /* wrongId */ -6;
  message.request = data[at + 1]!;
  const reason = data[at + 2]!;
  if (reason < 1 || reason > 16) return /* outOfRange */ -2;
  message.reason = reason as RefusalReason;
  at += 3;
  return at;
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
   * Entity id: the low 16 bits are its place, the high 16 its generation; never 0.
   * u32.
   */
  id = 0;
  /** What it is; decides how `template` is read. */
  kind: EntityKind = EntityKind.player;
  /**
   * Creature or item id from the content, 0 for players.
   * u16.
   */
  template = 0;
  /**
   * 0 for items.
   * u8.
   */
  level = 0;
  nameLength = 0;
  /**
   * UTF-8. Empty for creatures and items, whose names are in the content.
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
    if ((kind & 0xff) !== kind || kind < 1 || kind > 3) return /* outOfRange */ -2;
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
    if (kind < 1 || kind > 3) return /* outOfRange */ -2;
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
    if ((kind & 0xff) !== kind || kind < 1 || kind > 3) return /* outOfRange */ -2;
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
    if (kind < 1 || kind > 3) return /* outOfRange */ -2;
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
      if ((kind & 0xff) !== kind || kind < 1 || kind > 3) return /* outOfRange */ -2;
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
      if (kind < 1 || kind > 3) return /* outOfRange */ -2;
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
