// Generated from bench/codec/messages/messages.tos by `npm run codegen`; changes here are lost.
// The messages of the codec benchmark: what a client says each step, the world around it, what changed of it, and chat.
// encode… and decode… return the offset behind the message, or below 0 a CodecFault; the content is then unspecified.
// `end` of a struct's or record's decoder lies within the data; packets check it.
/* eslint-disable max-lines -- generated: one module a schema file */

import { readText, writeText } from '#adapters/protocol/codec/utf8.js';
import { putVarint, readVarint, varintSize } from '#adapters/protocol/codec/varint.js';

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
  if ((sequence & 0xffff) !== sequence) return /* outOfRange */ -2;
  const tick = message.tick;
  if (tick >>> 0 !== tick) return /* outOfRange */ -2;
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
  let facingSteps = facing * 256 + 0.5;
  if (!(facingSteps >= 0 && facingSteps < 256)) {
    if (facing !== facing) return /* outOfRange */ -2;
    facingSteps = facing <= 0 ? 0 : 255;
  }
  const buttons = message.buttons;
  if ((buttons & 0x1f) !== buttons) return /* outOfRange */ -2;
  if (at + 11 > out.length) return /* noRoom */ -1;
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
  if (end > data.length || end - at < inputSizeMax) return /* truncated */ -4;
  if (end - at > inputSizeMax) return /* trailing */ -5;
  if (data[at] !== inputId) return /* wrongId */ -6;
  message.sequence = data[at + 1]! | (data[at + 2]! << 8);
  message.tick = (data[at + 3]! | (data[at + 4]! << 8) | (data[at + 5]! << 16) | (data[at + 6]! << 24)) >>> 0;
  const moveX = data[at + 7]!;
  if (moveX > 254) return /* outOfRange */ -2;
  message.moveX = moveX / 127 - 1;
  const moveY = data[at + 8]!;
  if (moveY > 254) return /* outOfRange */ -2;
  message.moveY = moveY / 127 - 1;
  const facing = data[at + 9]!;
  message.facing = facing / 256;
  const buttons = data[at + 10]!;
  if ((buttons & ~0x1f) !== 0) return /* outOfRange */ -2;
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
  if ((scope & 0xff) !== scope || scope < 1 || scope > 3) return /* outOfRange */ -2;
  if (at + 2 > out.length) return /* noRoom */ -1;
  out[at] = 0x13;
  out[at + 1] = scope;
  at += 2;
  at = writeText(message.text, out, at, 200);
  if (at < 0) return at;
  return at;
}

export function decodeChat(message: Chat, data: Uint8Array, at: number, end: number): number {
  if (end > data.length) return /* truncated */ -4;
  if (end - at > chatSizeMax) return /* tooLong */ -3;
  if (at + 3 > end) return /* truncated */ -4;
  if (data[at] !== chatId) return /* wrongId */ -6;
  const scope = data[at + 1]!;
  if (scope < 1 || scope > 3) return /* outOfRange */ -2;
  message.scope = scope as Scope;
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
  if (id >>> 0 !== id) return /* outOfRange */ -2;
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
  const facing = message.facing;
  let facingSteps = facing * 256 + 0.5;
  if (!(facingSteps >= 0 && facingSteps < 256)) {
    if (facing !== facing) return /* outOfRange */ -2;
    facingSteps = facing <= 0 ? 0 : 255;
  }
  const health = message.health;
  let healthSteps = health * 255 + 0.5;
  if (!(healthSteps >= 0 && healthSteps < 256)) {
    if (health !== health) return /* outOfRange */ -2;
    healthSteps = health <= 0 ? 0 : 255;
  }
  const status = message.status;
  if ((status & 0x1f) !== status) return /* outOfRange */ -2;
  if (at + 11 > out.length) return /* noRoom */ -1;
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
  if (at + 11 > end) return /* truncated */ -4;
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
  if ((status & ~0x1f) !== 0) return /* outOfRange */ -2;
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
  if (tick >>> 0 !== tick) return /* outOfRange */ -2;
  const lastInput = message.lastInput;
  if ((lastInput & 0xffff) !== lastInput) return /* outOfRange */ -2;
  const entitiesCount = message.entitiesCount;
  if ((entitiesCount & 0xff) !== entitiesCount || entitiesCount > 64) return /* tooLong */ -3;
  if (at + 8 > out.length) return /* noRoom */ -1;
  out[at] = 0x60;
  out[at + 1] = tick;
  out[at + 2] = tick >>> 8;
  out[at + 3] = tick >>> 16;
  out[at + 4] = tick >>> 24;
  out[at + 5] = lastInput;
  out[at + 6] = lastInput >>> 8;
  out[at + 7] = entitiesCount;
  at += 8;
  if (at + entitiesCount * 11 > out.length) return /* noRoom */ -1;
  const entities = message.entities;
  for (let i = 0; i < entitiesCount; i++) {
    const entity = entities[i]!;
    const id = entity.id;
    if (id >>> 0 !== id) return /* outOfRange */ -2;
    const x = entity.x;
    let xSteps = x * 64 + 0.5;
    if (!(xSteps >= 0 && xSteps < 65536)) {
      if (x !== x) return /* outOfRange */ -2;
      xSteps = x <= 0 ? 0 : 65535;
    }
    const y = entity.y;
    let ySteps = y * 64 + 0.5;
    if (!(ySteps >= 0 && ySteps < 65536)) {
      if (y !== y) return /* outOfRange */ -2;
      ySteps = y <= 0 ? 0 : 65535;
    }
    const facing = entity.facing;
    let facingSteps = facing * 256 + 0.5;
    if (!(facingSteps >= 0 && facingSteps < 256)) {
      if (facing !== facing) return /* outOfRange */ -2;
      facingSteps = facing <= 0 ? 0 : 255;
    }
    const health = entity.health;
    let healthSteps = health * 255 + 0.5;
    if (!(healthSteps >= 0 && healthSteps < 256)) {
      if (health !== health) return /* outOfRange */ -2;
      healthSteps = health <= 0 ? 0 : 255;
    }
    const status = entity.status;
    if ((status & 0x1f) !== status) return /* outOfRange */ -2;
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
  if (end > data.length) return /* truncated */ -4;
  if (end - at > snapshotSizeMax) return /* tooLong */ -3;
  if (at + 8 > end) return /* truncated */ -4;
  if (data[at] !== snapshotId) return /* wrongId */ -6;
  message.tick = (data[at + 1]! | (data[at + 2]! << 8) | (data[at + 3]! << 16) | (data[at + 4]! << 24)) >>> 0;
  message.lastInput = data[at + 5]! | (data[at + 6]! << 8);
  const entitiesCount = data[at + 7]!;
  if (entitiesCount > 64) return /* tooLong */ -3;
  message.entitiesCount = entitiesCount;
  at += 8;
  if (entitiesCount * 11 > end - at) return /* truncated */ -4;
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
    if ((status & ~0x1f) !== 0) return /* outOfRange */ -2;
    entity.status = status;
    at += 11;
  }
  return at === end ? at : /* trailing */ -5;
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
  if ((mask & 0x0f) !== mask) return /* outOfRange */ -2;
  if (at >= out.length) return /* noRoom */ -1;
  out[at] = mask;
  at += 1;
  if ((mask & 0x01) /* position */ !== 0) {
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
  if ((mask & 0x02) /* facing */ !== 0) {
    const facing = message.facing;
    if ((facing & 0xff) !== facing) return /* outOfRange */ -2;
    if (at >= out.length) return /* noRoom */ -1;
    out[at] = facing;
    at += 1;
  }
  if ((mask & 0x04) /* health */ !== 0) {
    const health = message.health;
    if ((health & 0xff) !== health) return /* outOfRange */ -2;
    if (at >= out.length) return /* noRoom */ -1;
    out[at] = health;
    at += 1;
  }
  if ((mask & 0x08) /* status */ !== 0) {
    const status = message.status;
    if ((status & 0x1f) !== status) return /* outOfRange */ -2;
    if (at >= out.length) return /* noRoom */ -1;
    out[at] = status;
    at += 1;
  }
  return at;
}

export function decodeEntityChange(message: EntityChange, data: Uint8Array, at: number, end: number): number {
  if (at >= end) return /* truncated */ -4;
  const mask = data[at]!;
  if (mask > 0x0f) return /* outOfRange */ -2;
  message.mask = mask;
  at += 1;
  if ((mask & 0x01) /* position */ !== 0) {
    if (at + 4 > end) return /* truncated */ -4;
    message.x = data[at]! | (data[at + 1]! << 8);
    message.y = data[at + 2]! | (data[at + 3]! << 8);
    at += 4;
  }
  if ((mask & 0x02) /* facing */ !== 0) {
    if (at >= end) return /* truncated */ -4;
    message.facing = data[at]!;
    at += 1;
  }
  if ((mask & 0x04) /* health */ !== 0) {
    if (at >= end) return /* truncated */ -4;
    message.health = data[at]!;
    at += 1;
  }
  if ((mask & 0x08) /* status */ !== 0) {
    if (at >= end) return /* truncated */ -4;
    const status = data[at]!;
    if ((status & ~0x1f) !== 0) return /* outOfRange */ -2;
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
  if ((mask & 0x0f) !== mask) return /* outOfRange */ -2;
  const held = baseline.mask;
  const headerAt = at;
  if (at + 1 > out.length) return /* noRoom */ -1;
  out[at] = mask;
  at += 1;
  if ((mask & 0x01) /* position */ !== 0) {
    const x = message.x;
    if ((x & 0xffff) !== x) return /* outOfRange */ -2;
    const xChange = (x - baseline.x) | 0;
    const xCode = ((xChange << 1) ^ (xChange >> 31)) >>> 0;
    const y = message.y;
    if ((y & 0xffff) !== y) return /* outOfRange */ -2;
    const yChange = (y - baseline.y) | 0;
    const yCode = ((yChange << 1) ^ (yChange >> 31)) >>> 0;
    position: {
      if ((held & 0x01) /* position */ !== 0) {
        if ((xCode | yCode) >>> 0 < 0x80) {
          if (at + 2 > out.length) return /* noRoom */ -1;
          out[headerAt] = out[headerAt]! | 0x10;
          out[at] = xCode;
          out[at + 1] = yCode;
          at += 2;
          break position;
        }
        const bytes = varintSize(xCode) + varintSize(yCode);
        if (bytes < 4) {
          if (at + bytes > out.length) return /* noRoom */ -1;
          out[headerAt] = out[headerAt]! | 0x10;
          at = putVarint(xCode, out, at);
          at = putVarint(yCode, out, at);
          break position;
        }
      }
      if (at + 4 > out.length) return /* noRoom */ -1;
      out[at] = x;
      out[at + 1] = x >>> 8;
      out[at + 2] = y;
      out[at + 3] = y >>> 8;
      at += 4;
    }
  }
  if ((mask & 0x02) /* facing */ !== 0) {
    const facing = message.facing;
    if ((facing & 0xff) !== facing) return /* outOfRange */ -2;
    if (at >= out.length) return /* noRoom */ -1;
    out[at] = facing;
    at += 1;
  }
  if ((mask & 0x04) /* health */ !== 0) {
    const health = message.health;
    if ((health & 0xff) !== health) return /* outOfRange */ -2;
    if (at >= out.length) return /* noRoom */ -1;
    out[at] = health;
    at += 1;
  }
  if ((mask & 0x08) /* status */ !== 0) {
    const status = message.status;
    if ((status & 0x1f) !== status) return /* outOfRange */ -2;
    if (at >= out.length) return /* noRoom */ -1;
    out[at] = status;
    at += 1;
  }
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
  if (at >= end) return /* truncated */ -4;
  const header = data[at]!;
  if (header > 0x1f) return /* outOfRange */ -2;
  at += 1;
  const mask = header & 0x0f;
  const held = baseline.mask;
  message.mask = mask;
  if ((mask & 0x01) /* position */ !== 0) {
    if ((header & 0x10) !== 0) {
      if ((held & 0x01) /* position */ === 0) return /* noBaseline */ -9;
      let xCode: number, yCode: number;
      if (at + 2 <= end && (data[at]! | data[at + 1]!) < 0x80) {
        xCode = data[at]!;
        yCode = data[at + 1]!;
        at += 2;
      } else {
        const positionStart = at;
        xCode = readVarint(data, at, end);
        if (xCode < 0) return xCode;
        at += varintSize(xCode);
        yCode = readVarint(data, at, end);
        if (yCode < 0) return yCode;
        at += varintSize(yCode);
        if (at - positionStart >= 4) return /* notCanonical */ -8;
      }
      const x = baseline.x + ((xCode >>> 1) ^ -(xCode & 1));
      if (x >>> 0 > 65535) return /* outOfRange */ -2;
      message.x = x;
      const y = baseline.y + ((yCode >>> 1) ^ -(yCode & 1));
      if (y >>> 0 > 65535) return /* outOfRange */ -2;
      message.y = y;
    } else {
      if (at + 4 > end) return /* truncated */ -4;
      message.x = data[at]! | (data[at + 1]! << 8);
      message.y = data[at + 2]! | (data[at + 3]! << 8);
      at += 4;
    }
  } else if ((header & 0x10) !== 0) return /* outOfRange */ -2;
  if ((mask & 0x02) /* facing */ !== 0) {
    if (at >= end) return /* truncated */ -4;
    message.facing = data[at]!;
    at += 1;
  }
  if ((mask & 0x04) /* health */ !== 0) {
    if (at >= end) return /* truncated */ -4;
    message.health = data[at]!;
    at += 1;
  }
  if ((mask & 0x08) /* status */ !== 0) {
    if (at >= end) return /* truncated */ -4;
    const status = data[at]!;
    if ((status & ~0x1f) !== 0) return /* outOfRange */ -2;
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

/** EntityChange by place: a typed array for each field. Quantized fields hold their step numbers. */
export class EntityChangeColumns {
  /** Which groups each row holds: bits of EntityChangeMask. */
  readonly mask: Uint8Array;

  /** 0 .. 65535: steps of 0.015625 from 0. */
  readonly x: Uint16Array;

  /** 0 .. 65535: steps of 0.015625 from 0. */
  readonly y: Uint16Array;

  /** 0 .. 255: steps of 0.00390625 from 0. */
  readonly facing: Uint8Array;

  /** 0 .. 255: steps of 1/255 from 0. */
  readonly health: Uint8Array;

  /** bits of Status. */
  readonly status: Uint8Array;

  /** As many rows as there are places; a new one holds no group. */
  constructor(readonly places: number) {
    this.mask = new Uint8Array(places);
    this.x = new Uint16Array(places);
    this.y = new Uint16Array(places);
    this.facing = new Uint8Array(places);
    this.health = new Uint8Array(places);
    this.status = new Uint8Array(places);
  }
}

export const deltaId = 0x61;
/** Bytes of the longest; the shortest takes 8, with the id. */
export const deltaSizeMax = 584;

/**
 * What changed in sight since the acknowledged snapshot.
 * From the server, sequenced.
 */
export class Delta {
  /** u32. */
  tick = 0;
  /** u16. */
  lastInput = 0;
  /** How many entries travel. */
  changesCount = 0;
  /** Of each entry: its place, ascending. */
  readonly changesPlaces = new Uint8Array(64);
  /** Of each entry: which groups it has, bits of EntityChangeMask. */
  readonly changesMasks = new Uint8Array(64);
  /** What both sides hold of them; it may be `changes` itself when that is decoded into. */
  changesBaseline = new EntityChangeColumns(64);
  /**
   * By slot, against those of the acknowledged one.
   * Rows for 64 places: from where encoding reads, where decoding writes; any columns as long may stand here.
   */
  changes = new EntityChangeColumns(64);
}

export function encodeDelta(message: Delta, out: Uint8Array, at: number): number {
  const tick = message.tick;
  if (tick >>> 0 !== tick) return /* outOfRange */ -2;
  const lastInput = message.lastInput;
  if ((lastInput & 0xffff) !== lastInput) return /* outOfRange */ -2;
  const changesCount = message.changesCount;
  if ((changesCount & 0xff) !== changesCount || changesCount > 64) return /* tooLong */ -3;
  if (at + 8 > out.length) return /* noRoom */ -1;
  out[at] = 0x61;
  out[at + 1] = tick;
  out[at + 2] = tick >>> 8;
  out[at + 3] = tick >>> 16;
  out[at + 4] = tick >>> 24;
  out[at + 5] = lastInput;
  out[at + 6] = lastInput >>> 8;
  out[at + 7] = changesCount;
  at += 8;
  const changesPlaces = message.changesPlaces;
  const changesMasks = message.changesMasks;
  const changes = message.changes;
  const changesX = changes.x;
  const changesY = changes.y;
  const changesFacing = changes.facing;
  const changesHealth = changes.health;
  const changesStatus = changes.status;
  const changesBaseline = message.changesBaseline;
  const changesHeldMask = changesBaseline.mask;
  const changesHeldX = changesBaseline.x;
  const changesHeldY = changesBaseline.y;
  if (changesCount > 0 && changesPlaces[changesCount - 1]! >= 64) return /* outOfRange */ -2;
  let last = -1;
  for (let i = 0; i < changesCount; i++) {
    const place = changesPlaces[i]!;
    if (place <= last) return /* outOfRange */ -2;
    last = place;
    const mask = changesMasks[i]!;
    if (mask > 0x0f) return /* outOfRange */ -2;
    const headerAt = at + 1;
    out[at] = place;
    out[at + 1] = mask;
    at += 2;
    if ((mask & 0x01) /* position */ !== 0) {
      const x = changesX[place]!;
      const xChange = (x - changesHeldX[place]!) | 0;
      const xCode = ((xChange << 1) ^ (xChange >> 31)) >>> 0;
      const y = changesY[place]!;
      const yChange = (y - changesHeldY[place]!) | 0;
      const yCode = ((yChange << 1) ^ (yChange >> 31)) >>> 0;
      position: {
        if ((changesHeldMask[place]! & 0x01) /* position */ !== 0) {
          if ((xCode | yCode) >>> 0 < 0x80) {
            out[headerAt] = out[headerAt]! | 0x10;
            out[at] = xCode;
            out[at + 1] = yCode;
            at += 2;
            break position;
          }
          const bytes = varintSize(xCode) + varintSize(yCode);
          if (bytes < 4) {
            out[headerAt] = out[headerAt]! | 0x10;
            at = putVarint(xCode, out, at);
            at = putVarint(yCode, out, at);
            break position;
          }
        }
        out[at] = x;
        out[at + 1] = x >>> 8;
        out[at + 2] = y;
        out[at + 3] = y >>> 8;
        at += 4;
      }
    }
    if ((mask & 0x02) /* facing */ !== 0) {
      const facing = changesFacing[place]!;
      out[at] = facing;
      at += 1;
    }
    if ((mask & 0x04) /* health */ !== 0) {
      const health = changesHealth[place]!;
      out[at] = health;
      at += 1;
    }
    if ((mask & 0x08) /* status */ !== 0) {
      const status = changesStatus[place]!;
      if ((status & ~0x1f) !== 0) return /* outOfRange */ -2;
      out[at] = status;
      at += 1;
    }
  }
  if (at > out.length) return /* noRoom */ -1;
  return at;
}

export function decodeDelta(message: Delta, data: Uint8Array, at: number, end: number): number {
  if (end > data.length) return /* truncated */ -4;
  if (end - at > deltaSizeMax) return /* tooLong */ -3;
  if (at + 8 > end) return /* truncated */ -4;
  if (data[at] !== deltaId) return /* wrongId */ -6;
  message.tick = (data[at + 1]! | (data[at + 2]! << 8) | (data[at + 3]! << 16) | (data[at + 4]! << 24)) >>> 0;
  message.lastInput = data[at + 5]! | (data[at + 6]! << 8);
  const changesCount = data[at + 7]!;
  if (changesCount > 64) return /* tooLong */ -3;
  message.changesCount = changesCount;
  at += 8;
  if (changesCount * 2 > end - at) return /* truncated */ -4;
  const changesPlaces = message.changesPlaces;
  const changesMasks = message.changesMasks;
  const changes = message.changes;
  const changesMask = changes.mask;
  const changesX = changes.x;
  const changesY = changes.y;
  const changesFacing = changes.facing;
  const changesHealth = changes.health;
  const changesStatus = changes.status;
  const changesBaseline = message.changesBaseline;
  const changesHeldMask = changesBaseline.mask;
  const changesHeldX = changesBaseline.x;
  const changesHeldY = changesBaseline.y;
  let last = -1;
  for (let i = 0; i < changesCount; i++) {
    if (at + 2 > end) return /* truncated */ -4;
    const place = data[at]!;
    if (place >= 64) return /* outOfRange */ -2;
    if (place <= last) return /* notCanonical */ -8;
    last = place;
    changesPlaces[i] = place;
    const header = data[at + 1]!;
    if (header > 0x1f) return /* outOfRange */ -2;
    at += 2;
    const mask = header & 0x0f;
    changesMasks[i] = mask;
    if ((mask & 0x01) /* position */ !== 0) {
      if ((header & 0x10) !== 0) {
        if ((changesHeldMask[place]! & 0x01) /* position */ === 0) return /* noBaseline */ -9;
        let xCode: number, yCode: number;
        if (at + 2 <= end && (data[at]! | data[at + 1]!) < 0x80) {
          xCode = data[at]!;
          yCode = data[at + 1]!;
          at += 2;
        } else {
          const positionStart = at;
          xCode = readVarint(data, at, end);
          if (xCode < 0) return xCode;
          at += varintSize(xCode);
          yCode = readVarint(data, at, end);
          if (yCode < 0) return yCode;
          at += varintSize(yCode);
          if (at - positionStart >= 4) return /* notCanonical */ -8;
        }
        const x = changesHeldX[place]! + ((xCode >>> 1) ^ -(xCode & 1));
        if (x >>> 0 > 65535) return /* outOfRange */ -2;
        changesX[place] = x;
        const y = changesHeldY[place]! + ((yCode >>> 1) ^ -(yCode & 1));
        if (y >>> 0 > 65535) return /* outOfRange */ -2;
        changesY[place] = y;
      } else {
        if (at + 4 > end) return /* truncated */ -4;
        changesX[place] = data[at]! | (data[at + 1]! << 8);
        changesY[place] = data[at + 2]! | (data[at + 3]! << 8);
        at += 4;
      }
    } else if ((header & 0x10) !== 0) return /* outOfRange */ -2;
    if ((mask & 0x02) /* facing */ !== 0) {
      if (at >= end) return /* truncated */ -4;
      changesFacing[place] = data[at]!;
      at += 1;
    }
    if ((mask & 0x04) /* health */ !== 0) {
      if (at >= end) return /* truncated */ -4;
      changesHealth[place] = data[at]!;
      at += 1;
    }
    if ((mask & 0x08) /* status */ !== 0) {
      if (at >= end) return /* truncated */ -4;
      const status = data[at]!;
      if ((status & ~0x1f) !== 0) return /* outOfRange */ -2;
      changesStatus[place] = status;
      at += 1;
    }
    if ((mask & ~changesMask[place]!) !== 0) changesMask[place] = changesMask[place]! | mask;
  }
  return at === end ? at : /* trailing */ -5;
}
