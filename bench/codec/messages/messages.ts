// Generated from bench/codec/messages/messages.tos by `npm run codegen`; changes here are lost.
// The messages of the codec benchmark: what a client says each step, the world around it, what changed of it, and chat.
// encode… and decode… return the offset behind the message, or below 0 a CodecFault; the content is then unspecified.
// `end` of a struct's or record's decoder lies within the data; packets check it.
/* eslint-disable max-lines */

import { CodecFault } from '#adapters/protocol/codec/codec-fault.js';
import { readText, writeText } from '#adapters/protocol/codec/utf8.js';
import { readVarint, varintSize, writeVarint } from '#adapters/protocol/codec/varint.js';

/** Most entities in one message. */
export const entitiesMax = 64;

/** Buttons held in a step. */
export const Buttons = {
  jump: 0x01,
  run: 0x02,
  block: 0x04,
  use: 0x08,
  aim: 0x10,
} as const;

/** What an entity is doing. */
export const Status = {
  dead: 0x01,
  inCombat: 0x02,
  casting: 0x04,
  stunned: 0x08,
  safe: 0x10,
} as const;

export const inputId = 0x10;
/** Bytes of every one, with the id. */
export const inputSizeMax = 11;

/**
 * One step of a player's input: 24 bytes as plain fields.
 * From the client, unreliable, at most 70 a second.
 */
export class Input {
  /** u16. */
  sequence = 0;
  /** u32. */
  tick = 0;
  /**
   * East positive.
   * -1 .. 1 in steps of 1/127; clamped when encoded.
   */
  moveX = 0;
  /**
   * South positive.
   * -1 .. 1 in steps of 1/127; clamped when encoded.
   */
  moveY = 0;
  /**
   * In turns; 0 is east.
   * 0 .. 0.99609375 in steps of 0.00390625; clamped when encoded.
   */
  facing = 0;
  /** Bits of Buttons. */
  buttons = 0;
}

export function encodeInput(message: Input, out: Uint8Array, at: number): number {
  const sequence = message.sequence;
  if ((sequence & 0xffff) !== sequence) return CodecFault.outOfRange;
  const tick = message.tick;
  if (tick >>> 0 !== tick) return CodecFault.outOfRange;
  const moveX = message.moveX;
  let moveXSteps = (moveX + 1) * 127 + 0.5;
  if (!(moveXSteps >= 0 && moveXSteps < 255)) {
    if (moveX !== moveX) return CodecFault.outOfRange;
    moveXSteps = moveX <= -1 ? 0 : 254;
  }
  const moveY = message.moveY;
  let moveYSteps = (moveY + 1) * 127 + 0.5;
  if (!(moveYSteps >= 0 && moveYSteps < 255)) {
    if (moveY !== moveY) return CodecFault.outOfRange;
    moveYSteps = moveY <= -1 ? 0 : 254;
  }
  const facing = message.facing;
  let facingSteps = facing * 256 + 0.5;
  if (!(facingSteps >= 0 && facingSteps < 256)) {
    if (facing !== facing) return CodecFault.outOfRange;
    facingSteps = facing <= 0 ? 0 : 255;
  }
  const buttons = message.buttons;
  if ((buttons & 0x1f) !== buttons) return CodecFault.outOfRange;
  if (at + 11 > out.length) return CodecFault.noRoom;
  out[at] = 0x10;
  out[at + 1] = sequence;
  out[at + 2] = sequence >>> 8;
  out[at + 3] = tick;
  out[at + 4] = tick >>> 8;
  out[at + 5] = tick >>> 16;
  out[at + 6] = tick >>> 24;
  out[at + 7] = moveXSteps;
  out[at + 8] = moveYSteps;
  out[at + 9] = facingSteps;
  out[at + 10] = buttons;
  at += 11;
  return at;
}

export function decodeInput(message: Input, data: Uint8Array, at: number, end: number): number {
  if (end > data.length || end - at < inputSizeMax) return CodecFault.truncated;
  if (end - at > inputSizeMax) return CodecFault.trailing;
  if (data[at] !== inputId) return CodecFault.wrongId;
  message.sequence = data[at + 1]! | (data[at + 2]! << 8);
  message.tick = (data[at + 3]! | (data[at + 4]! << 8) | (data[at + 5]! << 16) | (data[at + 6]! << 24)) >>> 0;
  const moveX = data[at + 7]!;
  if (moveX > 254) return CodecFault.outOfRange;
  message.moveX = moveX / 127 - 1;
  const moveY = data[at + 8]!;
  if (moveY > 254) return CodecFault.outOfRange;
  message.moveY = moveY / 127 - 1;
  const facing = data[at + 9]!;
  message.facing = facing / 256;
  const buttons = data[at + 10]!;
  if ((buttons & ~0x1f) !== 0) return CodecFault.outOfRange;
  message.buttons = buttons;
  at += 11;
  return at;
}

/** Who hears a chat line. */
export const Scope = {
  say: 1,
  zone: 2,
  server: 3,
} as const;

export type Scope = (typeof Scope)[keyof typeof Scope];

export const chatId = 0x13;
/** Bytes of the longest; the shortest takes 3, with the id. */
export const chatSizeMax = 203;

/**
 * A chat line.
 * From the client, reliable, at most 2 a second.
 */
export class Chat {
  scope: Scope = Scope.say;
  /** Up to 200 bytes of UTF-8. */
  text = '';
}

export function encodeChat(message: Chat, out: Uint8Array, at: number): number {
  const scope = message.scope;
  if ((scope & 0xff) !== scope || scope < 1 || scope > 3) return CodecFault.outOfRange;
  if (at + 2 > out.length) return CodecFault.noRoom;
  out[at] = 0x13;
  out[at + 1] = scope;
  at += 2;
  at = writeText(message.text, out, at, 200);
  if (at < 0) return at;
  return at;
}

export function decodeChat(message: Chat, data: Uint8Array, at: number, end: number): number {
  if (end > data.length) return CodecFault.truncated;
  if (end - at > chatSizeMax) return CodecFault.tooLong;
  if (at + 3 > end) return CodecFault.truncated;
  if (data[at] !== chatId) return CodecFault.wrongId;
  const scope = data[at + 1]!;
  if (scope < 1 || scope > 3) return CodecFault.outOfRange;
  message.scope = scope as Scope;
  const textLength = data[at + 2]!;
  if (textLength > 200) return CodecFault.tooLong;
  at += 3;
  if (textLength > end - at) return CodecFault.truncated;
  const text = readText(data, at, at + textLength);
  if (text === undefined) return CodecFault.badText;
  message.text = text;
  at += textLength;
  return at === end ? at : CodecFault.trailing;
}

/** An entity with all its fields: 24 bytes as plain fields. */
export class Entity {
  /** u32. */
  id = 0;
  /**
   * In metres.
   * 0 .. 1023.984375 in steps of 0.015625; clamped when encoded.
   */
  x = 0;
  /** 0 .. 1023.984375 in steps of 0.015625; clamped when encoded. */
  y = 0;
  /**
   * In turns; 0 is east.
   * 0 .. 0.99609375 in steps of 0.00390625; clamped when encoded.
   */
  facing = 0;
  /**
   * Share of the full health.
   * 0 .. 1 in steps of 1/255; clamped when encoded.
   */
  health = 0;
  /** Bits of Status. */
  status = 0;
}

/** Bytes of every one. */
export const entitySizeMax = 11;

export function encodeEntity(message: Entity, out: Uint8Array, at: number): number {
  const id = message.id;
  if (id >>> 0 !== id) return CodecFault.outOfRange;
  const x = message.x;
  let xSteps = x * 64 + 0.5;
  if (!(xSteps >= 0 && xSteps < 65536)) {
    if (x !== x) return CodecFault.outOfRange;
    xSteps = x <= 0 ? 0 : 65535;
  }
  const y = message.y;
  let ySteps = y * 64 + 0.5;
  if (!(ySteps >= 0 && ySteps < 65536)) {
    if (y !== y) return CodecFault.outOfRange;
    ySteps = y <= 0 ? 0 : 65535;
  }
  const facing = message.facing;
  let facingSteps = facing * 256 + 0.5;
  if (!(facingSteps >= 0 && facingSteps < 256)) {
    if (facing !== facing) return CodecFault.outOfRange;
    facingSteps = facing <= 0 ? 0 : 255;
  }
  const health = message.health;
  let healthSteps = health * 255 + 0.5;
  if (!(healthSteps >= 0 && healthSteps < 256)) {
    if (health !== health) return CodecFault.outOfRange;
    healthSteps = health <= 0 ? 0 : 255;
  }
  const status = message.status;
  if ((status & 0x1f) !== status) return CodecFault.outOfRange;
  if (at + 11 > out.length) return CodecFault.noRoom;
  out[at] = id;
  out[at + 1] = id >>> 8;
  out[at + 2] = id >>> 16;
  out[at + 3] = id >>> 24;
  out[at + 4] = xSteps;
  out[at + 5] = xSteps >>> 8;
  out[at + 6] = ySteps;
  out[at + 7] = ySteps >>> 8;
  out[at + 8] = facingSteps;
  out[at + 9] = healthSteps;
  out[at + 10] = status;
  at += 11;
  return at;
}

export function decodeEntity(message: Entity, data: Uint8Array, at: number, end: number): number {
  if (at + 11 > end) return CodecFault.truncated;
  message.id = (data[at]! | (data[at + 1]! << 8) | (data[at + 2]! << 16) | (data[at + 3]! << 24)) >>> 0;
  const x = data[at + 4]! | (data[at + 5]! << 8);
  message.x = x / 64;
  const y = data[at + 6]! | (data[at + 7]! << 8);
  message.y = y / 64;
  const facing = data[at + 8]!;
  message.facing = facing / 256;
  const health = data[at + 9]!;
  message.health = health / 255;
  const status = data[at + 10]!;
  if ((status & ~0x1f) !== 0) return CodecFault.outOfRange;
  message.status = status;
  at += 11;
  return at;
}

export const snapshotId = 0x60;
/** Bytes of the longest; the shortest takes 8, with the id. */
export const snapshotSizeMax = 712;

/**
 * Everything in sight.
 * From the server, sequenced.
 */
export class Snapshot {
  /** u32. */
  tick = 0;
  /** u16. */
  lastInput = 0;
  entitiesCount = 0;
  /** Up to 64. */
  readonly entities: readonly Entity[] = Array.from({ length: 64 }, () => new Entity());
}

export function encodeSnapshot(message: Snapshot, out: Uint8Array, at: number): number {
  const tick = message.tick;
  if (tick >>> 0 !== tick) return CodecFault.outOfRange;
  const lastInput = message.lastInput;
  if ((lastInput & 0xffff) !== lastInput) return CodecFault.outOfRange;
  const entitiesCount = message.entitiesCount;
  if ((entitiesCount & 0xff) !== entitiesCount || entitiesCount > 64) return CodecFault.tooLong;
  if (at + 8 > out.length) return CodecFault.noRoom;
  out[at] = 0x60;
  out[at + 1] = tick;
  out[at + 2] = tick >>> 8;
  out[at + 3] = tick >>> 16;
  out[at + 4] = tick >>> 24;
  out[at + 5] = lastInput;
  out[at + 6] = lastInput >>> 8;
  out[at + 7] = entitiesCount;
  at += 8;
  if (at + entitiesCount * 11 > out.length) return CodecFault.noRoom;
  const entities = message.entities;
  for (let i = 0; i < entitiesCount; i++) {
    const entity = entities[i]!;
    const id = entity.id;
    if (id >>> 0 !== id) return CodecFault.outOfRange;
    const x = entity.x;
    let xSteps = x * 64 + 0.5;
    if (!(xSteps >= 0 && xSteps < 65536)) {
      if (x !== x) return CodecFault.outOfRange;
      xSteps = x <= 0 ? 0 : 65535;
    }
    const y = entity.y;
    let ySteps = y * 64 + 0.5;
    if (!(ySteps >= 0 && ySteps < 65536)) {
      if (y !== y) return CodecFault.outOfRange;
      ySteps = y <= 0 ? 0 : 65535;
    }
    const facing = entity.facing;
    let facingSteps = facing * 256 + 0.5;
    if (!(facingSteps >= 0 && facingSteps < 256)) {
      if (facing !== facing) return CodecFault.outOfRange;
      facingSteps = facing <= 0 ? 0 : 255;
    }
    const health = entity.health;
    let healthSteps = health * 255 + 0.5;
    if (!(healthSteps >= 0 && healthSteps < 256)) {
      if (health !== health) return CodecFault.outOfRange;
      healthSteps = health <= 0 ? 0 : 255;
    }
    const status = entity.status;
    if ((status & 0x1f) !== status) return CodecFault.outOfRange;
    out[at] = id;
    out[at + 1] = id >>> 8;
    out[at + 2] = id >>> 16;
    out[at + 3] = id >>> 24;
    out[at + 4] = xSteps;
    out[at + 5] = xSteps >>> 8;
    out[at + 6] = ySteps;
    out[at + 7] = ySteps >>> 8;
    out[at + 8] = facingSteps;
    out[at + 9] = healthSteps;
    out[at + 10] = status;
    at += 11;
  }
  return at;
}

export function decodeSnapshot(message: Snapshot, data: Uint8Array, at: number, end: number): number {
  if (end > data.length) return CodecFault.truncated;
  if (end - at > snapshotSizeMax) return CodecFault.tooLong;
  if (at + 8 > end) return CodecFault.truncated;
  if (data[at] !== snapshotId) return CodecFault.wrongId;
  message.tick = (data[at + 1]! | (data[at + 2]! << 8) | (data[at + 3]! << 16) | (data[at + 4]! << 24)) >>> 0;
  message.lastInput = data[at + 5]! | (data[at + 6]! << 8);
  const entitiesCount = data[at + 7]!;
  if (entitiesCount > 64) return CodecFault.tooLong;
  message.entitiesCount = entitiesCount;
  at += 8;
  if (entitiesCount * 11 > end - at) return CodecFault.truncated;
  const entities = message.entities;
  for (let i = 0; i < entitiesCount; i++) {
    const entity = entities[i]!;
    entity.id = (data[at]! | (data[at + 1]! << 8) | (data[at + 2]! << 16) | (data[at + 3]! << 24)) >>> 0;
    const x = data[at + 4]! | (data[at + 5]! << 8);
    entity.x = x / 64;
    const y = data[at + 6]! | (data[at + 7]! << 8);
    entity.y = y / 64;
    const facing = data[at + 8]!;
    entity.facing = facing / 256;
    const health = data[at + 9]!;
    entity.health = health / 255;
    const status = data[at + 10]!;
    if ((status & ~0x1f) !== 0) return CodecFault.outOfRange;
    entity.status = status;
    at += 11;
  }
  return at === end ? at : CodecFault.trailing;
}

/** Bits of EntityChange.mask. */
export const EntityChangeMask = {
  position: 0x01,
  facing: 0x02,
  health: 0x04,
  status: 0x08,
} as const;

/**
 * Of one entity, what may change; travels as the difference from what the receiver has.
 * Quantized fields hold their step numbers, as they travel.
 */
export class EntityChange {
  /** Which groups are there: bits of EntityChangeMask. */
  mask = 0;

  // Group position.
  /** 0 .. 65535: steps of 0.015625 from 0. */
  x = 0;
  /** 0 .. 65535: steps of 0.015625 from 0. */
  y = 0;

  // Group facing.
  /** 0 .. 255: steps of 0.00390625 from 0. */
  facing = 0;

  // Group health.
  /** 0 .. 255: steps of 1/255 from 0. */
  health = 0;

  // Group status.
  /** Bits of Status. */
  status = 0;
}

/** Bytes of the longest; the shortest takes 1. */
export const entityChangeSizeMax = 8;

/** 0 .. 65535: steps of 0.015625 from 0. Clamps; NaN gives NaN, which no encoder takes. */
export function quantizeEntityChangeX(value: number): number {
  return value <= 0 ? 0 : value >= 1023.984375 ? 65535 : Math.floor(value * 64 + 0.5);
}

export function dequantizeEntityChangeX(steps: number): number {
  return steps / 64;
}

/** 0 .. 65535: steps of 0.015625 from 0. Clamps; NaN gives NaN, which no encoder takes. */
export function quantizeEntityChangeY(value: number): number {
  return value <= 0 ? 0 : value >= 1023.984375 ? 65535 : Math.floor(value * 64 + 0.5);
}

export function dequantizeEntityChangeY(steps: number): number {
  return steps / 64;
}

/** 0 .. 255: steps of 0.00390625 from 0. Clamps; NaN gives NaN, which no encoder takes. */
export function quantizeEntityChangeFacing(value: number): number {
  return value <= 0 ? 0 : value >= 0.99609375 ? 255 : Math.floor(value * 256 + 0.5);
}

export function dequantizeEntityChangeFacing(steps: number): number {
  return steps / 256;
}

/** 0 .. 255: steps of 1/255 from 0. Clamps; NaN gives NaN, which no encoder takes. */
export function quantizeEntityChangeHealth(value: number): number {
  return value <= 0 ? 0 : value >= 1 ? 255 : Math.floor(value * 255 + 0.5);
}

export function dequantizeEntityChangeHealth(steps: number): number {
  return steps / 255;
}

export function encodeEntityChange(message: EntityChange, out: Uint8Array, at: number): number {
  const mask = message.mask;
  if ((mask & 0x0f) !== mask) return CodecFault.outOfRange;
  if (at >= out.length) return CodecFault.noRoom;
  out[at] = mask;
  at += 1;
  if ((mask & 0x01) /* position */ !== 0) {
    const x = message.x;
    if ((x & 0xffff) !== x) return CodecFault.outOfRange;
    const y = message.y;
    if ((y & 0xffff) !== y) return CodecFault.outOfRange;
    if (at + 4 > out.length) return CodecFault.noRoom;
    out[at] = x;
    out[at + 1] = x >>> 8;
    out[at + 2] = y;
    out[at + 3] = y >>> 8;
    at += 4;
  }
  if ((mask & 0x02) /* facing */ !== 0) {
    const facing = message.facing;
    if ((facing & 0xff) !== facing) return CodecFault.outOfRange;
    if (at >= out.length) return CodecFault.noRoom;
    out[at] = facing;
    at += 1;
  }
  if ((mask & 0x04) /* health */ !== 0) {
    const health = message.health;
    if ((health & 0xff) !== health) return CodecFault.outOfRange;
    if (at >= out.length) return CodecFault.noRoom;
    out[at] = health;
    at += 1;
  }
  if ((mask & 0x08) /* status */ !== 0) {
    const status = message.status;
    if ((status & 0x1f) !== status) return CodecFault.outOfRange;
    if (at >= out.length) return CodecFault.noRoom;
    out[at] = status;
    at += 1;
  }
  return at;
}

export function decodeEntityChange(message: EntityChange, data: Uint8Array, at: number, end: number): number {
  if (at >= end) return CodecFault.truncated;
  const mask = data[at]!;
  if (mask > 0x0f) return CodecFault.outOfRange;
  message.mask = mask;
  at += 1;
  if ((mask & 0x01) /* position */ !== 0) {
    if (at + 4 > end) return CodecFault.truncated;
    message.x = data[at]! | (data[at + 1]! << 8);
    message.y = data[at + 2]! | (data[at + 3]! << 8);
    at += 4;
  }
  if ((mask & 0x02) /* facing */ !== 0) {
    if (at >= end) return CodecFault.truncated;
    message.facing = data[at]!;
    at += 1;
  }
  if ((mask & 0x04) /* health */ !== 0) {
    if (at >= end) return CodecFault.truncated;
    message.health = data[at]!;
    at += 1;
  }
  if ((mask & 0x08) /* status */ !== 0) {
    if (at >= end) return CodecFault.truncated;
    const status = data[at]!;
    if ((status & ~0x1f) !== 0) return CodecFault.outOfRange;
    message.status = status;
    at += 1;
  }
  return at;
}

/** Bytes of the longest EntityChange against a baseline; the shortest takes 1. */
export const entityChangeDeltaSizeMax = 8;
/**
 * Writes the groups of `message.mask`: as differences to `baseline` where it holds the group and that is shorter.
 */
export function encodeEntityChangeDelta(
  message: EntityChange,
  baseline: EntityChange,
  out: Uint8Array,
  at: number,
): number {
  const mask = message.mask;
  if ((mask & 0x0f) !== mask) return CodecFault.outOfRange;
  const held = mask & baseline.mask;
  let header = mask;
  const headerAt = at;
  at += 1;
  if (at > out.length) return CodecFault.noRoom;
  if ((mask & 0x01) /* position */ !== 0) {
    const x = message.x;
    if ((x & 0xffff) !== x) return CodecFault.outOfRange;
    const xChange = (x - baseline.x) | 0;
    const xCode = ((xChange << 1) ^ (xChange >> 31)) >>> 0;
    const y = message.y;
    if ((y & 0xffff) !== y) return CodecFault.outOfRange;
    const yChange = (y - baseline.y) | 0;
    const yCode = ((yChange << 1) ^ (yChange >> 31)) >>> 0;
    const bytes = varintSize(xCode) + varintSize(yCode);
    if ((held & 0x01) /* position */ !== 0 && bytes < 4) {
      header |= 0x10;
      if (at + bytes > out.length) return CodecFault.noRoom;
      if (xCode < 0x80) out[at++] = xCode;
      else at = writeVarint(xCode, out, at);
      if (yCode < 0x80) out[at++] = yCode;
      else at = writeVarint(yCode, out, at);
    } else {
      if (at + 4 > out.length) return CodecFault.noRoom;
      out[at] = x;
      out[at + 1] = x >>> 8;
      out[at + 2] = y;
      out[at + 3] = y >>> 8;
      at += 4;
    }
  }
  if ((mask & 0x02) /* facing */ !== 0) {
    const facing = message.facing;
    if ((facing & 0xff) !== facing) return CodecFault.outOfRange;
    if (at >= out.length) return CodecFault.noRoom;
    out[at] = facing;
    at += 1;
  }
  if ((mask & 0x04) /* health */ !== 0) {
    const health = message.health;
    if ((health & 0xff) !== health) return CodecFault.outOfRange;
    if (at >= out.length) return CodecFault.noRoom;
    out[at] = health;
    at += 1;
  }
  if ((mask & 0x08) /* status */ !== 0) {
    const status = message.status;
    if ((status & 0x1f) !== status) return CodecFault.outOfRange;
    if (at >= out.length) return CodecFault.noRoom;
    out[at] = status;
    at += 1;
  }
  out[headerAt] = header;
  return at;
}

/**
 * Needs the baseline that the encoder had. The baseline may be the message itself, whose mask then tells what came.
 */
export function decodeEntityChangeDelta(
  message: EntityChange,
  baseline: EntityChange,
  data: Uint8Array,
  at: number,
  end: number,
): number {
  if (at >= end) return CodecFault.truncated;
  const header = data[at]!;
  if (header > 0x1f) return CodecFault.outOfRange;
  at += 1;
  const held = baseline.mask;
  const mask = header & 0x0f;
  message.mask = mask;
  if ((mask & 0x01) /* position */ !== 0) {
    if ((header & 0x10) !== 0) {
      if ((held & 0x01) /* position */ === 0) return CodecFault.noBaseline;
      const xCode = readVarint(data, at, end);
      if (xCode < 0) return xCode;
      const xSize = varintSize(xCode);
      at += xSize;
      const x = baseline.x + ((xCode >>> 1) ^ -(xCode & 1));
      if (x < 0 || x > 65535) return CodecFault.outOfRange;
      message.x = x;
      const yCode = readVarint(data, at, end);
      if (yCode < 0) return yCode;
      const ySize = varintSize(yCode);
      at += ySize;
      const y = baseline.y + ((yCode >>> 1) ^ -(yCode & 1));
      if (y < 0 || y > 65535) return CodecFault.outOfRange;
      message.y = y;
      if (xSize + ySize >= 4) return CodecFault.notCanonical;
    } else {
      if (at + 4 > end) return CodecFault.truncated;
      message.x = data[at]! | (data[at + 1]! << 8);
      message.y = data[at + 2]! | (data[at + 3]! << 8);
      at += 4;
    }
  } else if ((header & 0x10) !== 0) return CodecFault.outOfRange;
  if ((mask & 0x02) /* facing */ !== 0) {
    if (at >= end) return CodecFault.truncated;
    message.facing = data[at]!;
    at += 1;
  }
  if ((mask & 0x04) /* health */ !== 0) {
    if (at >= end) return CodecFault.truncated;
    message.health = data[at]!;
    at += 1;
  }
  if ((mask & 0x08) /* status */ !== 0) {
    if (at >= end) return CodecFault.truncated;
    const status = data[at]!;
    if ((status & ~0x1f) !== 0) return CodecFault.outOfRange;
    message.status = status;
    at += 1;
  }
  return at;
}

/**
 * The groups of `message.mask` that `baseline` does not hold or holds with other values: what has to be sent.
 */
export function changedEntityChangeGroups(message: EntityChange, baseline: EntityChange): number {
  let mask = message.mask;
  const held = mask & baseline.mask;
  if ((held & EntityChangeMask.position) !== 0 && !(message.x !== baseline.x || message.y !== baseline.y))
    mask &= ~EntityChangeMask.position;
  if ((held & EntityChangeMask.facing) !== 0 && !(message.facing !== baseline.facing))
    mask &= ~EntityChangeMask.facing;
  if ((held & EntityChangeMask.health) !== 0 && !(message.health !== baseline.health))
    mask &= ~EntityChangeMask.health;
  if ((held & EntityChangeMask.status) !== 0 && !(message.status !== baseline.status))
    mask &= ~EntityChangeMask.status;
  return mask;
}

/** Takes the groups of `update.mask` over into `baseline`, which then holds them too. */
export function mergeEntityChange(baseline: EntityChange, update: EntityChange): void {
  const { mask } = update;
  if ((mask & EntityChangeMask.position) !== 0) {
    baseline.x = update.x;
    baseline.y = update.y;
  }
  if ((mask & EntityChangeMask.facing) !== 0) {
    baseline.facing = update.facing;
  }
  if ((mask & EntityChangeMask.health) !== 0) {
    baseline.health = update.health;
  }
  if ((mask & EntityChangeMask.status) !== 0) {
    baseline.status = update.status;
  }
  baseline.mask = baseline.mask | mask;
}

export const deltaId = 0x61;
/** Bytes of every one, with the id. */
export const deltaSizeMax = 8;

/**
 * What changed in sight since the acknowledged snapshot. Behind it, for each changed entity: its slot as u8 and its
 * EntityChange against the one acknowledged.
 * From the server, sequenced.
 */
export class Delta {
  /** u32. */
  tick = 0;
  /** u16. */
  lastInput = 0;
  /**
   * Changed entities.
   * u8, 0 .. 64.
   */
  changed = 0;
}

export function encodeDelta(message: Delta, out: Uint8Array, at: number): number {
  const tick = message.tick;
  if (tick >>> 0 !== tick) return CodecFault.outOfRange;
  const lastInput = message.lastInput;
  if ((lastInput & 0xffff) !== lastInput) return CodecFault.outOfRange;
  const changed = message.changed;
  if ((changed & 0xff) !== changed || changed > 64) return CodecFault.outOfRange;
  if (at + 8 > out.length) return CodecFault.noRoom;
  out[at] = 0x61;
  out[at + 1] = tick;
  out[at + 2] = tick >>> 8;
  out[at + 3] = tick >>> 16;
  out[at + 4] = tick >>> 24;
  out[at + 5] = lastInput;
  out[at + 6] = lastInput >>> 8;
  out[at + 7] = changed;
  at += 8;
  return at;
}

export function decodeDelta(message: Delta, data: Uint8Array, at: number, end: number): number {
  if (end > data.length || end - at < deltaSizeMax) return CodecFault.truncated;
  if (end - at > deltaSizeMax) return CodecFault.trailing;
  if (data[at] !== deltaId) return CodecFault.wrongId;
  message.tick = (data[at + 1]! | (data[at + 2]! << 8) | (data[at + 3]! << 16) | (data[at + 4]! << 24)) >>> 0;
  message.lastInput = data[at + 5]! | (data[at + 6]! << 8);
  const changed = data[at + 7]!;
  if (changed > 64) return CodecFault.outOfRange;
  message.changed = changed;
  at += 8;
  return at;
}
