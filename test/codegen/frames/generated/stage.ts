// Generated from test/codegen/frames/stage.tos by `npm run codegen`; changes here are lost.
// A record and a packet for a frame that has everything that frames can have: for tests.
// encode… and decode… return the offset behind the message, or below 0 a CodecFault; the content is then unspecified.
// `end` of a struct's or record's decoder lies within the data; packets check it.
/* eslint-disable max-lines -- generated: one module a schema file */

import { readVarint, varintSize, writeVarint } from '#adapters/protocol/codec/varint.js';

export const Mood = {
  calm: 1,
  cross: 500,
} as const;

export type Mood = (typeof Mood)[keyof typeof Mood];

export const Signs = {
  lit: 0x01,
  torn: 0x80,
} as const;

/** Bits of ActorState.mask. */
export const ActorStateMask = {
  who: 0x01,
  place: 0x02,
  /** One of the two by a rule. */
  feeling: 0x04,
  /** Of those who carry a bag. */
  load: 0x08,
  deep: 0x10,
  signs: 0x20,
  rank: 0x40,
  near: 0x80,
  ninth: 0x100,
} as const;

/** Quantized fields hold their step numbers, as they travel. */
export class ActorState {
  /** Which groups are there: bits of ActorStateMask. */
  mask = 0;

  // Group who.
  /** u8. */
  kind = 0;
  titleLength = 0;
  /** Up to 9 bytes. */
  readonly title = new Uint8Array(9);
  /** u32. */
  id = 0;
  badgeLength = 0;
  /** Up to 3 bytes. */
  readonly badge = new Uint8Array(3);

  // Group place.
  /** 0 .. 800: steps of 0.125 from -50. */
  x = 0;
  /** i16. */
  height = 0;
  /** 1/65536 turn. */
  tilt = 0;

  // Group feeling.
  mood: Mood = Mood.calm;
  ready = false;

  // Group load.
  /** u32. */
  grams = 0;
  /** u8, 3 .. 9. */
  parts = 3;

  // Group deep.
  /** 0 .. 20000000: steps of 0.01 from 0. */
  depth = 0;

  // Group signs.
  /** Bits of Signs. */
  signs = 0;

  // Group rank.
  /** u16. */
  rank = 0;

  // Group near.
  /** 0 .. 100000: steps of 0.001 from 0. */
  near = 0;

  // Group ninth.
  /** i8. */
  warmth = 0;
}

/** Bytes of the longest; the shortest takes 2. */
export const actorStateSizeMax = 46;

/** 0 .. 800: steps of 0.125 from -50. Clamps; NaN gives NaN, which no encoder takes. */
export function quantizeActorStateX(value: number): number {
  return value <= -50 ? 0 : value >= 50 ? 800 : Math.floor((value + 50) * 8 + 0.5);
}

export function dequantizeActorStateX(steps: number): number {
  return steps / 8 - 50;
}

/** 0 .. 20000000: steps of 0.01 from 0. Clamps; NaN gives NaN, which no encoder takes. */
export function quantizeActorStateDepth(value: number): number {
  return value <= 0 ? 0 : value >= 200000 ? 20000000 : Math.floor(value * 100 + 0.5);
}

export function dequantizeActorStateDepth(steps: number): number {
  return steps / 100;
}

/** 0 .. 100000: steps of 0.001 from 0. Clamps; NaN gives NaN, which no encoder takes. */
export function quantizeActorStateNear(value: number): number {
  return value <= 0 ? 0 : value >= 100 ? 100000 : Math.floor(value * 1000 + 0.5);
}

export function dequantizeActorStateNear(steps: number): number {
  return steps / 1000;
}

export function encodeActorState(message: ActorState, out: Uint8Array, at: number): number {
  const mask = message.mask;
  if ((mask & 0x1ff) !== mask) return /* outOfRange */ -2;
  if (at + 2 > out.length) return /* noRoom */ -1;
  out[at] = mask;
  out[at + 1] = mask >>> 8;
  at += 2;
  if ((mask & 0x01) /* who */ !== 0) {
    const kind = message.kind;
    if ((kind & 0xff) !== kind) return /* outOfRange */ -2;
    const titleLength = message.titleLength;
    if ((titleLength & 0xff) !== titleLength || titleLength > 9) return /* tooLong */ -3;
    if (at + 2 > out.length) return /* noRoom */ -1;
    out[at] = kind;
    out[at + 1] = titleLength;
    at += 2;
    if (at + titleLength > out.length) return /* noRoom */ -1;
    const title = message.title;
    for (let i = 0; i < titleLength; i++) out[at + i] = title[i]!;
    at += titleLength;
    const id = message.id;
    if (id >>> 0 !== id) return /* outOfRange */ -2;
    const badgeLength = message.badgeLength;
    if ((badgeLength & 0xff) !== badgeLength || badgeLength > 3) return /* tooLong */ -3;
    if (at + 5 > out.length) return /* noRoom */ -1;
    out[at] = id;
    out[at + 1] = id >>> 8;
    out[at + 2] = id >>> 16;
    out[at + 3] = id >>> 24;
    out[at + 4] = badgeLength;
    at += 5;
    if (at + badgeLength > out.length) return /* noRoom */ -1;
    const badge = message.badge;
    for (let i = 0; i < badgeLength; i++) out[at + i] = badge[i]!;
    at += badgeLength;
  }
  if ((mask & 0x02) /* place */ !== 0) {
    const x = message.x;
    if ((x & 0xffff) !== x || x > 800) return /* outOfRange */ -2;
    const height = message.height;
    if ((height << 16) >> 16 !== height) return /* outOfRange */ -2;
    const tilt = message.tilt;
    if ((tilt & 0xffff) !== tilt) return /* outOfRange */ -2;
    if (at + 6 > out.length) return /* noRoom */ -1;
    out[at] = x;
    out[at + 1] = x >>> 8;
    out[at + 2] = height;
    out[at + 3] = height >>> 8;
    out[at + 4] = tilt;
    out[at + 5] = tilt >>> 8;
    at += 6;
  }
  if ((mask & 0x04) /* feeling */ !== 0) {
    const mood = message.mood;
    if ((mood & 0xffff) !== mood || (mood !== 1 && mood !== 500)) return /* outOfRange */ -2;
    const ready = message.ready;
    if (at + 3 > out.length) return /* noRoom */ -1;
    out[at] = mood;
    out[at + 1] = mood >>> 8;
    out[at + 2] = ready ? 1 : 0;
    at += 3;
  }
  if ((mask & 0x08) /* load */ !== 0) {
    const grams = message.grams;
    if (grams >>> 0 !== grams) return /* outOfRange */ -2;
    const parts = message.parts;
    if ((parts & 0xff) !== parts || parts < 3 || parts > 9) return /* outOfRange */ -2;
    if (at + 5 > out.length) return /* noRoom */ -1;
    out[at] = grams;
    out[at + 1] = grams >>> 8;
    out[at + 2] = grams >>> 16;
    out[at + 3] = grams >>> 24;
    out[at + 4] = parts;
    at += 5;
  }
  if ((mask & 0x10) /* deep */ !== 0) {
    const depth = message.depth;
    if (depth >>> 0 !== depth || depth > 20000000) return /* outOfRange */ -2;
    if (at + 4 > out.length) return /* noRoom */ -1;
    out[at] = depth;
    out[at + 1] = depth >>> 8;
    out[at + 2] = depth >>> 16;
    out[at + 3] = depth >>> 24;
    at += 4;
  }
  if ((mask & 0x20) /* signs */ !== 0) {
    const signs = message.signs;
    if ((signs & 0x81) !== signs) return /* outOfRange */ -2;
    if (at >= out.length) return /* noRoom */ -1;
    out[at] = signs;
    at += 1;
  }
  if ((mask & 0x40) /* rank */ !== 0) {
    const rank = message.rank;
    if ((rank & 0xffff) !== rank) return /* outOfRange */ -2;
    if (at + 2 > out.length) return /* noRoom */ -1;
    out[at] = rank;
    out[at + 1] = rank >>> 8;
    at += 2;
  }
  if ((mask & 0x80) /* near */ !== 0) {
    const near = message.near;
    if ((near & 0xffffff) !== near || near > 100000) return /* outOfRange */ -2;
    if (at + 3 > out.length) return /* noRoom */ -1;
    out[at] = near;
    out[at + 1] = near >>> 8;
    out[at + 2] = near >>> 16;
    at += 3;
  }
  if ((mask & 0x100) /* ninth */ !== 0) {
    const warmth = message.warmth;
    if ((warmth << 24) >> 24 !== warmth) return /* outOfRange */ -2;
    if (at >= out.length) return /* noRoom */ -1;
    out[at] = warmth;
    at += 1;
  }
  return at;
}

export function decodeActorState(message: ActorState, data: Uint8Array, at: number, end: number): number {
  if (at + 2 > end) return /* truncated */ -4;
  const mask = data[at]! | (data[at + 1]! << 8);
  if (mask > 0x1ff) return /* outOfRange */ -2;
  message.mask = mask;
  at += 2;
  if ((mask & 0x01) /* who */ !== 0) {
    if (at + 2 > end) return /* truncated */ -4;
    message.kind = data[at]!;
    const titleLength = data[at + 1]!;
    if (titleLength > 9) return /* tooLong */ -3;
    message.titleLength = titleLength;
    at += 2;
    if (titleLength > end - at) return /* truncated */ -4;
    const title = message.title;
    for (let i = 0; i < titleLength; i++) title[i] = data[at + i]!;
    at += titleLength;
    if (at + 5 > end) return /* truncated */ -4;
    message.id = (data[at]! | (data[at + 1]! << 8) | (data[at + 2]! << 16) | (data[at + 3]! << 24)) >>> 0;
    const badgeLength = data[at + 4]!;
    if (badgeLength > 3) return /* tooLong */ -3;
    message.badgeLength = badgeLength;
    at += 5;
    if (badgeLength > end - at) return /* truncated */ -4;
    const badge = message.badge;
    for (let i = 0; i < badgeLength; i++) badge[i] = data[at + i]!;
    at += badgeLength;
  }
  if ((mask & 0x02) /* place */ !== 0) {
    if (at + 6 > end) return /* truncated */ -4;
    const x = data[at]! | (data[at + 1]! << 8);
    if (x > 800) return /* outOfRange */ -2;
    message.x = x;
    message.height = ((data[at + 2]! | (data[at + 3]! << 8)) << 16) >> 16;
    message.tilt = data[at + 4]! | (data[at + 5]! << 8);
    at += 6;
  }
  if ((mask & 0x04) /* feeling */ !== 0) {
    if (at + 3 > end) return /* truncated */ -4;
    const mood = data[at]! | (data[at + 1]! << 8);
    if (mood !== 1 && mood !== 500) return /* outOfRange */ -2;
    message.mood = mood as Mood;
    const ready = data[at + 2]!;
    if (ready > 1) return /* outOfRange */ -2;
    message.ready = ready === 1;
    at += 3;
  }
  if ((mask & 0x08) /* load */ !== 0) {
    if (at + 5 > end) return /* truncated */ -4;
    message.grams = (data[at]! | (data[at + 1]! << 8) | (data[at + 2]! << 16) | (data[at + 3]! << 24)) >>> 0;
    const parts = data[at + 4]!;
    if (parts < 3 || parts > 9) return /* outOfRange */ -2;
    message.parts = parts;
    at += 5;
  }
  if ((mask & 0x10) /* deep */ !== 0) {
    if (at + 4 > end) return /* truncated */ -4;
    const depth = (data[at]! | (data[at + 1]! << 8) | (data[at + 2]! << 16) | (data[at + 3]! << 24)) >>> 0;
    if (depth > 20000000) return /* outOfRange */ -2;
    message.depth = depth;
    at += 4;
  }
  if ((mask & 0x20) /* signs */ !== 0) {
    if (at >= end) return /* truncated */ -4;
    const signs = data[at]!;
    if ((signs & ~0x81) !== 0) return /* outOfRange */ -2;
    message.signs = signs;
    at += 1;
  }
  if ((mask & 0x40) /* rank */ !== 0) {
    if (at + 2 > end) return /* truncated */ -4;
    message.rank = data[at]! | (data[at + 1]! << 8);
    at += 2;
  }
  if ((mask & 0x80) /* near */ !== 0) {
    if (at + 3 > end) return /* truncated */ -4;
    const near = data[at]! | (data[at + 1]! << 8) | (data[at + 2]! << 16);
    if (near > 100000) return /* outOfRange */ -2;
    message.near = near;
    at += 3;
  }
  if ((mask & 0x100) /* ninth */ !== 0) {
    if (at >= end) return /* truncated */ -4;
    message.warmth = (data[at]! << 24) >> 24;
    at += 1;
  }
  return at;
}

export class ActorUpdate {
  /** Varint, 0 .. 199. */
  slot = 0;
  readonly state = new ActorState();
}

/** Bytes of the longest; the shortest takes 3. */
export const actorUpdateSizeMax = 48;

export function encodeActorUpdate(message: ActorUpdate, out: Uint8Array, at: number): number {
  const slot = message.slot;
  if (slot >>> 0 !== slot || slot > 199) return /* outOfRange */ -2;
  at = writeVarint(slot, out, at);
  if (at < 0) return at;
  const state = message.state;
  const mask = state.mask;
  if ((mask & 0x1ff) !== mask) return /* outOfRange */ -2;
  if (at + 2 > out.length) return /* noRoom */ -1;
  out[at] = mask;
  out[at + 1] = mask >>> 8;
  at += 2;
  if ((mask & 0x01) /* who */ !== 0) {
    const kind = state.kind;
    if ((kind & 0xff) !== kind) return /* outOfRange */ -2;
    const titleLength = state.titleLength;
    if ((titleLength & 0xff) !== titleLength || titleLength > 9) return /* tooLong */ -3;
    if (at + 2 > out.length) return /* noRoom */ -1;
    out[at] = kind;
    out[at + 1] = titleLength;
    at += 2;
    if (at + titleLength > out.length) return /* noRoom */ -1;
    const title = state.title;
    for (let i = 0; i < titleLength; i++) out[at + i] = title[i]!;
    at += titleLength;
    const id = state.id;
    if (id >>> 0 !== id) return /* outOfRange */ -2;
    const badgeLength = state.badgeLength;
    if ((badgeLength & 0xff) !== badgeLength || badgeLength > 3) return /* tooLong */ -3;
    if (at + 5 > out.length) return /* noRoom */ -1;
    out[at] = id;
    out[at + 1] = id >>> 8;
    out[at + 2] = id >>> 16;
    out[at + 3] = id >>> 24;
    out[at + 4] = badgeLength;
    at += 5;
    if (at + badgeLength > out.length) return /* noRoom */ -1;
    const badge = state.badge;
    for (let i = 0; i < badgeLength; i++) out[at + i] = badge[i]!;
    at += badgeLength;
  }
  if ((mask & 0x02) /* place */ !== 0) {
    const x = state.x;
    if ((x & 0xffff) !== x || x > 800) return /* outOfRange */ -2;
    const height = state.height;
    if ((height << 16) >> 16 !== height) return /* outOfRange */ -2;
    const tilt = state.tilt;
    if ((tilt & 0xffff) !== tilt) return /* outOfRange */ -2;
    if (at + 6 > out.length) return /* noRoom */ -1;
    out[at] = x;
    out[at + 1] = x >>> 8;
    out[at + 2] = height;
    out[at + 3] = height >>> 8;
    out[at + 4] = tilt;
    out[at + 5] = tilt >>> 8;
    at += 6;
  }
  if ((mask & 0x04) /* feeling */ !== 0) {
    const mood = state.mood;
    if ((mood & 0xffff) !== mood || (mood !== 1 && mood !== 500)) return /* outOfRange */ -2;
    const ready = state.ready;
    if (at + 3 > out.length) return /* noRoom */ -1;
    out[at] = mood;
    out[at + 1] = mood >>> 8;
    out[at + 2] = ready ? 1 : 0;
    at += 3;
  }
  if ((mask & 0x08) /* load */ !== 0) {
    const grams = state.grams;
    if (grams >>> 0 !== grams) return /* outOfRange */ -2;
    const parts = state.parts;
    if ((parts & 0xff) !== parts || parts < 3 || parts > 9) return /* outOfRange */ -2;
    if (at + 5 > out.length) return /* noRoom */ -1;
    out[at] = grams;
    out[at + 1] = grams >>> 8;
    out[at + 2] = grams >>> 16;
    out[at + 3] = grams >>> 24;
    out[at + 4] = parts;
    at += 5;
  }
  if ((mask & 0x10) /* deep */ !== 0) {
    const depth = state.depth;
    if (depth >>> 0 !== depth || depth > 20000000) return /* outOfRange */ -2;
    if (at + 4 > out.length) return /* noRoom */ -1;
    out[at] = depth;
    out[at + 1] = depth >>> 8;
    out[at + 2] = depth >>> 16;
    out[at + 3] = depth >>> 24;
    at += 4;
  }
  if ((mask & 0x20) /* signs */ !== 0) {
    const signs = state.signs;
    if ((signs & 0x81) !== signs) return /* outOfRange */ -2;
    if (at >= out.length) return /* noRoom */ -1;
    out[at] = signs;
    at += 1;
  }
  if ((mask & 0x40) /* rank */ !== 0) {
    const rank = state.rank;
    if ((rank & 0xffff) !== rank) return /* outOfRange */ -2;
    if (at + 2 > out.length) return /* noRoom */ -1;
    out[at] = rank;
    out[at + 1] = rank >>> 8;
    at += 2;
  }
  if ((mask & 0x80) /* near */ !== 0) {
    const near = state.near;
    if ((near & 0xffffff) !== near || near > 100000) return /* outOfRange */ -2;
    if (at + 3 > out.length) return /* noRoom */ -1;
    out[at] = near;
    out[at + 1] = near >>> 8;
    out[at + 2] = near >>> 16;
    at += 3;
  }
  if ((mask & 0x100) /* ninth */ !== 0) {
    const warmth = state.warmth;
    if ((warmth << 24) >> 24 !== warmth) return /* outOfRange */ -2;
    if (at >= out.length) return /* noRoom */ -1;
    out[at] = warmth;
    at += 1;
  }
  return at;
}

export function decodeActorUpdate(message: ActorUpdate, data: Uint8Array, at: number, end: number): number {
  const slot = readVarint(data, at, end);
  if (slot < 0) return slot;
  at += varintSize(slot);
  if (slot > 199) return /* outOfRange */ -2;
  message.slot = slot;
  const state = message.state;
  if (at + 2 > end) return /* truncated */ -4;
  const mask = data[at]! | (data[at + 1]! << 8);
  if (mask > 0x1ff) return /* outOfRange */ -2;
  state.mask = mask;
  at += 2;
  if ((mask & 0x01) /* who */ !== 0) {
    if (at + 2 > end) return /* truncated */ -4;
    state.kind = data[at]!;
    const titleLength = data[at + 1]!;
    if (titleLength > 9) return /* tooLong */ -3;
    state.titleLength = titleLength;
    at += 2;
    if (titleLength > end - at) return /* truncated */ -4;
    const title = state.title;
    for (let i = 0; i < titleLength; i++) title[i] = data[at + i]!;
    at += titleLength;
    if (at + 5 > end) return /* truncated */ -4;
    state.id = (data[at]! | (data[at + 1]! << 8) | (data[at + 2]! << 16) | (data[at + 3]! << 24)) >>> 0;
    const badgeLength = data[at + 4]!;
    if (badgeLength > 3) return /* tooLong */ -3;
    state.badgeLength = badgeLength;
    at += 5;
    if (badgeLength > end - at) return /* truncated */ -4;
    const badge = state.badge;
    for (let i = 0; i < badgeLength; i++) badge[i] = data[at + i]!;
    at += badgeLength;
  }
  if ((mask & 0x02) /* place */ !== 0) {
    if (at + 6 > end) return /* truncated */ -4;
    const x = data[at]! | (data[at + 1]! << 8);
    if (x > 800) return /* outOfRange */ -2;
    state.x = x;
    state.height = ((data[at + 2]! | (data[at + 3]! << 8)) << 16) >> 16;
    state.tilt = data[at + 4]! | (data[at + 5]! << 8);
    at += 6;
  }
  if ((mask & 0x04) /* feeling */ !== 0) {
    if (at + 3 > end) return /* truncated */ -4;
    const mood = data[at]! | (data[at + 1]! << 8);
    if (mood !== 1 && mood !== 500) return /* outOfRange */ -2;
    state.mood = mood as Mood;
    const ready = data[at + 2]!;
    if (ready > 1) return /* outOfRange */ -2;
    state.ready = ready === 1;
    at += 3;
  }
  if ((mask & 0x08) /* load */ !== 0) {
    if (at + 5 > end) return /* truncated */ -4;
    state.grams = (data[at]! | (data[at + 1]! << 8) | (data[at + 2]! << 16) | (data[at + 3]! << 24)) >>> 0;
    const parts = data[at + 4]!;
    if (parts < 3 || parts > 9) return /* outOfRange */ -2;
    state.parts = parts;
    at += 5;
  }
  if ((mask & 0x10) /* deep */ !== 0) {
    if (at + 4 > end) return /* truncated */ -4;
    const depth = (data[at]! | (data[at + 1]! << 8) | (data[at + 2]! << 16) | (data[at + 3]! << 24)) >>> 0;
    if (depth > 20000000) return /* outOfRange */ -2;
    state.depth = depth;
    at += 4;
  }
  if ((mask & 0x20) /* signs */ !== 0) {
    if (at >= end) return /* truncated */ -4;
    const signs = data[at]!;
    if ((signs & ~0x81) !== 0) return /* outOfRange */ -2;
    state.signs = signs;
    at += 1;
  }
  if ((mask & 0x40) /* rank */ !== 0) {
    if (at + 2 > end) return /* truncated */ -4;
    state.rank = data[at]! | (data[at + 1]! << 8);
    at += 2;
  }
  if ((mask & 0x80) /* near */ !== 0) {
    if (at + 3 > end) return /* truncated */ -4;
    const near = data[at]! | (data[at + 1]! << 8) | (data[at + 2]! << 16);
    if (near > 100000) return /* outOfRange */ -2;
    state.near = near;
    at += 3;
  }
  if ((mask & 0x100) /* ninth */ !== 0) {
    if (at >= end) return /* truncated */ -4;
    state.warmth = (data[at]! << 24) >> 24;
    at += 1;
  }
  return at;
}

export const sceneId = 0x30;
/** Most bytes of a whole message: the encoder refuses more. Its fields could take 9814. */
export const sceneSizeMax = 1150;

/** From the server, sequenced. */
export class Scene {
  /** u32. */
  tick = 0;
  /** i8. */
  strength = 0;
  /** -64 .. 64 in steps of 0.0000152587890625; clamped when encoded. */
  seenX = 0;
  alone = false;
  /** u16. */
  grams = 0;
  goneCount = 0;
  /** Up to 200: u8. */
  readonly gone = new Uint8Array(200);
  actorsCount = 0;
  /** Up to 200. */
  readonly actors: readonly ActorUpdate[] = Array.from({ length: 200 }, () => new ActorUpdate());
}

export function encodeScene(message: Scene, out: Uint8Array, at: number): number {
  const start = at;
  const tick = message.tick;
  if (tick >>> 0 !== tick) return /* outOfRange */ -2;
  const strength = message.strength;
  if ((strength << 24) >> 24 !== strength) return /* outOfRange */ -2;
  const seenX = message.seenX;
  let seenXSteps = (seenX + 64) * 65536 + 0.5;
  if (!(seenXSteps >= 0 && seenXSteps < 8388609)) {
    if (seenX !== seenX) return /* outOfRange */ -2;
    seenXSteps = seenX <= -64 ? 0 : 8388608;
  }
  const alone = message.alone;
  const grams = message.grams;
  if ((grams & 0xffff) !== grams) return /* outOfRange */ -2;
  const goneCount = message.goneCount;
  if ((goneCount & 0xff) !== goneCount || goneCount > 200) return /* tooLong */ -3;
  if (at + 13 > out.length) return /* noRoom */ -1;
  out[at] = 0x30;
  out[at + 1] = tick;
  out[at + 2] = tick >>> 8;
  out[at + 3] = tick >>> 16;
  out[at + 4] = tick >>> 24;
  out[at + 5] = strength;
  out[at + 6] = seenXSteps;
  out[at + 7] = seenXSteps >>> 8;
  out[at + 8] = seenXSteps >>> 16;
  out[at + 9] = alone ? 1 : 0;
  out[at + 10] = grams;
  out[at + 11] = grams >>> 8;
  out[at + 12] = goneCount;
  at += 13;
  if (at + goneCount > out.length) return /* noRoom */ -1;
  const gone = message.gone;
  for (let i = 0; i < goneCount; i++) {
    const goneValue = gone[i]!;
    out[at] = goneValue;
    at += 1;
  }
  const actorsCount = message.actorsCount;
  if ((actorsCount & 0xff) !== actorsCount || actorsCount > 200) return /* tooLong */ -3;
  if (at >= out.length) return /* noRoom */ -1;
  out[at] = actorsCount;
  at += 1;
  const actors = message.actors;
  for (let i = 0; i < actorsCount; i++) {
    const actor = actors[i]!;
    const slot = actor.slot;
    if (slot >>> 0 !== slot || slot > 199) return /* outOfRange */ -2;
    at = writeVarint(slot, out, at);
    if (at < 0) return at;
    const state = actor.state;
    const mask = state.mask;
    if ((mask & 0x1ff) !== mask) return /* outOfRange */ -2;
    if (at + 2 > out.length) return /* noRoom */ -1;
    out[at] = mask;
    out[at + 1] = mask >>> 8;
    at += 2;
    if ((mask & 0x01) /* who */ !== 0) {
      const kind = state.kind;
      if ((kind & 0xff) !== kind) return /* outOfRange */ -2;
      const titleLength = state.titleLength;
      if ((titleLength & 0xff) !== titleLength || titleLength > 9) return /* tooLong */ -3;
      if (at + 2 > out.length) return /* noRoom */ -1;
      out[at] = kind;
      out[at + 1] = titleLength;
      at += 2;
      if (at + titleLength > out.length) return /* noRoom */ -1;
      const title = state.title;
      for (let j = 0; j < titleLength; j++) out[at + j] = title[j]!;
      at += titleLength;
      const id = state.id;
      if (id >>> 0 !== id) return /* outOfRange */ -2;
      const badgeLength = state.badgeLength;
      if ((badgeLength & 0xff) !== badgeLength || badgeLength > 3) return /* tooLong */ -3;
      if (at + 5 > out.length) return /* noRoom */ -1;
      out[at] = id;
      out[at + 1] = id >>> 8;
      out[at + 2] = id >>> 16;
      out[at + 3] = id >>> 24;
      out[at + 4] = badgeLength;
      at += 5;
      if (at + badgeLength > out.length) return /* noRoom */ -1;
      const badge = state.badge;
      for (let j = 0; j < badgeLength; j++) out[at + j] = badge[j]!;
      at += badgeLength;
    }
    if ((mask & 0x02) /* place */ !== 0) {
      const x = state.x;
      if ((x & 0xffff) !== x || x > 800) return /* outOfRange */ -2;
      const height = state.height;
      if ((height << 16) >> 16 !== height) return /* outOfRange */ -2;
      const tilt = state.tilt;
      if ((tilt & 0xffff) !== tilt) return /* outOfRange */ -2;
      if (at + 6 > out.length) return /* noRoom */ -1;
      out[at] = x;
      out[at + 1] = x >>> 8;
      out[at + 2] = height;
      out[at + 3] = height >>> 8;
      out[at + 4] = tilt;
      out[at + 5] = tilt >>> 8;
      at += 6;
    }
    if ((mask & 0x04) /* feeling */ !== 0) {
      const mood = state.mood;
      if ((mood & 0xffff) !== mood || (mood !== 1 && mood !== 500)) return /* outOfRange */ -2;
      const ready = state.ready;
      if (at + 3 > out.length) return /* noRoom */ -1;
      out[at] = mood;
      out[at + 1] = mood >>> 8;
      out[at + 2] = ready ? 1 : 0;
      at += 3;
    }
    if ((mask & 0x08) /* load */ !== 0) {
      const stateGrams = state.grams;
      if (stateGrams >>> 0 !== stateGrams) return /* outOfRange */ -2;
      const parts = state.parts;
      if ((parts & 0xff) !== parts || parts < 3 || parts > 9) return /* outOfRange */ -2;
      if (at + 5 > out.length) return /* noRoom */ -1;
      out[at] = stateGrams;
      out[at + 1] = stateGrams >>> 8;
      out[at + 2] = stateGrams >>> 16;
      out[at + 3] = stateGrams >>> 24;
      out[at + 4] = parts;
      at += 5;
    }
    if ((mask & 0x10) /* deep */ !== 0) {
      const depth = state.depth;
      if (depth >>> 0 !== depth || depth > 20000000) return /* outOfRange */ -2;
      if (at + 4 > out.length) return /* noRoom */ -1;
      out[at] = depth;
      out[at + 1] = depth >>> 8;
      out[at + 2] = depth >>> 16;
      out[at + 3] = depth >>> 24;
      at += 4;
    }
    if ((mask & 0x20) /* signs */ !== 0) {
      const signs = state.signs;
      if ((signs & 0x81) !== signs) return /* outOfRange */ -2;
      if (at >= out.length) return /* noRoom */ -1;
      out[at] = signs;
      at += 1;
    }
    if ((mask & 0x40) /* rank */ !== 0) {
      const rank = state.rank;
      if ((rank & 0xffff) !== rank) return /* outOfRange */ -2;
      if (at + 2 > out.length) return /* noRoom */ -1;
      out[at] = rank;
      out[at + 1] = rank >>> 8;
      at += 2;
    }
    if ((mask & 0x80) /* near */ !== 0) {
      const near = state.near;
      if ((near & 0xffffff) !== near || near > 100000) return /* outOfRange */ -2;
      if (at + 3 > out.length) return /* noRoom */ -1;
      out[at] = near;
      out[at + 1] = near >>> 8;
      out[at + 2] = near >>> 16;
      at += 3;
    }
    if ((mask & 0x100) /* ninth */ !== 0) {
      const warmth = state.warmth;
      if ((warmth << 24) >> 24 !== warmth) return /* outOfRange */ -2;
      if (at >= out.length) return /* noRoom */ -1;
      out[at] = warmth;
      at += 1;
    }
  }
  return at - start > sceneSizeMax ? /* tooLong */ -3 : at;
}

export function decodeScene(message: Scene, data: Uint8Array, at: number, end: number): number {
  if (end > data.length) return /* truncated */ -4;
  if (end - at > sceneSizeMax) return /* tooLong */ -3;
  if (at + 13 > end) return /* truncated */ -4;
  if (data[at] !== sceneId) return /* wrongId */ -6;
  message.tick = (data[at + 1]! | (data[at + 2]! << 8) | (data[at + 3]! << 16) | (data[at + 4]! << 24)) >>> 0;
  message.strength = (data[at + 5]! << 24) >> 24;
  const seenX = data[at + 6]! | (data[at + 7]! << 8) | (data[at + 8]! << 16);
  if (seenX > 8388608) return /* outOfRange */ -2;
  message.seenX = seenX / 65536 - 64;
  const alone = data[at + 9]!;
  if (alone > 1) return /* outOfRange */ -2;
  message.alone = alone === 1;
  message.grams = data[at + 10]! | (data[at + 11]! << 8);
  const goneCount = data[at + 12]!;
  if (goneCount > 200) return /* tooLong */ -3;
  message.goneCount = goneCount;
  at += 13;
  if (goneCount > end - at) return /* truncated */ -4;
  const gone = message.gone;
  for (let i = 0; i < goneCount; i++) {
    gone[i] = data[at]!;
    at += 1;
  }
  if (at >= end) return /* truncated */ -4;
  const actorsCount = data[at]!;
  if (actorsCount > 200) return /* tooLong */ -3;
  message.actorsCount = actorsCount;
  at += 1;
  if (actorsCount * 3 > end - at) return /* truncated */ -4;
  const actors = message.actors;
  for (let i = 0; i < actorsCount; i++) {
    const actor = actors[i]!;
    const slot = readVarint(data, at, end);
    if (slot < 0) return slot;
    at += varintSize(slot);
    if (slot > 199) return /* outOfRange */ -2;
    actor.slot = slot;
    const state = actor.state;
    if (at + 2 > end) return /* truncated */ -4;
    const mask = data[at]! | (data[at + 1]! << 8);
    if (mask > 0x1ff) return /* outOfRange */ -2;
    state.mask = mask;
    at += 2;
    if ((mask & 0x01) /* who */ !== 0) {
      if (at + 2 > end) return /* truncated */ -4;
      state.kind = data[at]!;
      const titleLength = data[at + 1]!;
      if (titleLength > 9) return /* tooLong */ -3;
      state.titleLength = titleLength;
      at += 2;
      if (titleLength > end - at) return /* truncated */ -4;
      const title = state.title;
      for (let j = 0; j < titleLength; j++) title[j] = data[at + j]!;
      at += titleLength;
      if (at + 5 > end) return /* truncated */ -4;
      state.id = (data[at]! | (data[at + 1]! << 8) | (data[at + 2]! << 16) | (data[at + 3]! << 24)) >>> 0;
      const badgeLength = data[at + 4]!;
      if (badgeLength > 3) return /* tooLong */ -3;
      state.badgeLength = badgeLength;
      at += 5;
      if (badgeLength > end - at) return /* truncated */ -4;
      const badge = state.badge;
      for (let j = 0; j < badgeLength; j++) badge[j] = data[at + j]!;
      at += badgeLength;
    }
    if ((mask & 0x02) /* place */ !== 0) {
      if (at + 6 > end) return /* truncated */ -4;
      const x = data[at]! | (data[at + 1]! << 8);
      if (x > 800) return /* outOfRange */ -2;
      state.x = x;
      state.height = ((data[at + 2]! | (data[at + 3]! << 8)) << 16) >> 16;
      state.tilt = data[at + 4]! | (data[at + 5]! << 8);
      at += 6;
    }
    if ((mask & 0x04) /* feeling */ !== 0) {
      if (at + 3 > end) return /* truncated */ -4;
      const mood = data[at]! | (data[at + 1]! << 8);
      if (mood !== 1 && mood !== 500) return /* outOfRange */ -2;
      state.mood = mood as Mood;
      const ready = data[at + 2]!;
      if (ready > 1) return /* outOfRange */ -2;
      state.ready = ready === 1;
      at += 3;
    }
    if ((mask & 0x08) /* load */ !== 0) {
      if (at + 5 > end) return /* truncated */ -4;
      state.grams = (data[at]! | (data[at + 1]! << 8) | (data[at + 2]! << 16) | (data[at + 3]! << 24)) >>> 0;
      const parts = data[at + 4]!;
      if (parts < 3 || parts > 9) return /* outOfRange */ -2;
      state.parts = parts;
      at += 5;
    }
    if ((mask & 0x10) /* deep */ !== 0) {
      if (at + 4 > end) return /* truncated */ -4;
      const depth = (data[at]! | (data[at + 1]! << 8) | (data[at + 2]! << 16) | (data[at + 3]! << 24)) >>> 0;
      if (depth > 20000000) return /* outOfRange */ -2;
      state.depth = depth;
      at += 4;
    }
    if ((mask & 0x20) /* signs */ !== 0) {
      if (at >= end) return /* truncated */ -4;
      const signs = data[at]!;
      if ((signs & ~0x81) !== 0) return /* outOfRange */ -2;
      state.signs = signs;
      at += 1;
    }
    if ((mask & 0x40) /* rank */ !== 0) {
      if (at + 2 > end) return /* truncated */ -4;
      state.rank = data[at]! | (data[at + 1]! << 8);
      at += 2;
    }
    if ((mask & 0x80) /* near */ !== 0) {
      if (at + 3 > end) return /* truncated */ -4;
      const near = data[at]! | (data[at + 1]! << 8) | (data[at + 2]! << 16);
      if (near > 100000) return /* outOfRange */ -2;
      state.near = near;
      at += 3;
    }
    if ((mask & 0x100) /* ninth */ !== 0) {
      if (at >= end) return /* truncated */ -4;
      state.warmth = (data[at]! << 24) >> 24;
      at += 1;
    }
  }
  return at === end ? at : /* trailing */ -5;
}
