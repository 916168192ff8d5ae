// Generated from test/codegen/everything/everything.tos by `npm run codegen`; changes here are lost.
// Uses everything the schema language has, so that tests meet what the game's own packets do not need.
// encode… and decode… return the offset behind the message, or below 0 a CodecFault; the content is then unspecified.
// `end` of a struct's or record's decoder lies within the data; packets check it.
/* eslint-disable max-lines -- generated: one module a schema file */

import { floatBytes, floatView } from '#adapters/protocol/codec/float-scratch.js';
import { readText, writeText } from '#adapters/protocol/codec/utf8.js';
import { putVarint, readVarint, varintSize, writeVarint } from '#adapters/protocol/codec/varint.js';

export const many = 300;

export const half = 150;

/** Not without gaps. */
export const Colour = {
  red: 0,
  green: 4,
  blue: 200,
} as const;

export type Colour = (typeof Colour)[keyof typeof Colour];

export const Wide = {
  low: 1,
  high: 4660,
} as const;

export type Wide = (typeof Wide)[keyof typeof Wide];

export const Marks = {
  first: 0x01,
  third: 0x04,
  last: 0x8000,
} as const;

export const AllMarks = {
  lowest: 0x01,
  highest: 0x80000000,
} as const;

export class Point {
  /** i16. */
  x = 0;
  /** i16, -100 .. 100. */
  y = 0;
}

/** Bytes of every one. */
export const pointSizeMax = 4;

export function encodePoint(message: Point, out: Uint8Array, at: number): number {
  const x = message.x;
  if ((x << 16) >> 16 !== x) return /* outOfRange */ -2;
  const y = message.y;
  if ((y << 16) >> 16 !== y || y < -100 || y > 100) return /* outOfRange */ -2;
  if (at + 4 > out.length) return /* noRoom */ -1;
  out[at] = x;
  out[at + 1] = x >>> 8;
  out[at + 2] = y;
  out[at + 3] = y >>> 8;
  at += 4;
  return at;
}

export function decodePoint(message: Point, data: Uint8Array, at: number, end: number): number {
  if (at + 4 > end) return /* truncated */ -4;
  message.x = ((data[at]! | (data[at + 1]! << 8)) << 16) >> 16;
  const y = ((data[at + 2]! | (data[at + 3]! << 8)) << 16) >> 16;
  if (y < -100 || y > 100) return /* outOfRange */ -2;
  message.y = y;
  at += 4;
  return at;
}

export const integersId = 0x01;
/** Bytes of the longest; the shortest takes 30, with the id. */
export const integersSizeMax = 40;

/** From either side, reliable. */
export class Integers {
  /** u8. */
  a = 0;
  /** u16. */
  b = 0;
  /** u32. */
  c = 0;
  /** i8. */
  d = 0;
  /** i16. */
  e = 0;
  /** i32. */
  f = 0;
  /** Varint. */
  g = 0;
  /** Zigzag. */
  h = 0;
  /** u16, 5 .. 1000. */
  i = 5;
  /** i32, -7 .. -3. */
  j = -3;
  /** Varint, 300 .. 70000. */
  k = 300;
  /** Zigzag, -1000 .. 10. */
  l = 0;
  /** u32, 1 .. 4294967294. */
  at = 1;
}

export function encodeIntegers(message: Integers, out: Uint8Array, at: number): number {
  const a = message.a;
  if ((a & 0xff) !== a) return /* outOfRange */ -2;
  const b = message.b;
  if ((b & 0xffff) !== b) return /* outOfRange */ -2;
  const c = message.c;
  if (c >>> 0 !== c) return /* outOfRange */ -2;
  const d = message.d;
  if ((d << 24) >> 24 !== d) return /* outOfRange */ -2;
  const e = message.e;
  if ((e << 16) >> 16 !== e) return /* outOfRange */ -2;
  const f = message.f;
  if ((f | 0) !== f) return /* outOfRange */ -2;
  const g = message.g;
  if (g >>> 0 !== g) return /* outOfRange */ -2;
  if (at + 15 > out.length) return /* noRoom */ -1;
  out[at] = 0x01;
  out[at + 1] = a;
  out[at + 2] = b;
  out[at + 3] = b >>> 8;
  out[at + 4] = c;
  out[at + 5] = c >>> 8;
  out[at + 6] = c >>> 16;
  out[at + 7] = c >>> 24;
  out[at + 8] = d;
  out[at + 9] = e;
  out[at + 10] = e >>> 8;
  out[at + 11] = f;
  out[at + 12] = f >>> 8;
  out[at + 13] = f >>> 16;
  out[at + 14] = f >>> 24;
  at += 15;
  at = writeVarint(g, out, at);
  if (at < 0) return at;
  const h = message.h;
  if ((h | 0) !== h) return /* outOfRange */ -2;
  at = writeVarint(((h << 1) ^ (h >> 31)) >>> 0, out, at);
  if (at < 0) return at;
  const i_ = message.i;
  if ((i_ & 0xffff) !== i_ || i_ < 5 || i_ > 1000) return /* outOfRange */ -2;
  const j_ = message.j;
  if ((j_ | 0) !== j_ || j_ < -7 || j_ > -3) return /* outOfRange */ -2;
  const k_ = message.k;
  if (k_ >>> 0 !== k_ || k_ < 300 || k_ > 70000) return /* outOfRange */ -2;
  if (at + 6 > out.length) return /* noRoom */ -1;
  out[at] = i_;
  out[at + 1] = i_ >>> 8;
  out[at + 2] = j_;
  out[at + 3] = j_ >>> 8;
  out[at + 4] = j_ >>> 16;
  out[at + 5] = j_ >>> 24;
  at += 6;
  at = writeVarint(k_, out, at);
  if (at < 0) return at;
  const l_ = message.l;
  if ((l_ | 0) !== l_ || l_ < -1000 || l_ > 10) return /* outOfRange */ -2;
  at = writeVarint(((l_ << 1) ^ (l_ >> 31)) >>> 0, out, at);
  if (at < 0) return at;
  const at_ = message.at;
  if (at_ >>> 0 !== at_ || at_ < 1 || at_ > 4294967294) return /* outOfRange */ -2;
  if (at + 4 > out.length) return /* noRoom */ -1;
  out[at] = at_;
  out[at + 1] = at_ >>> 8;
  out[at + 2] = at_ >>> 16;
  out[at + 3] = at_ >>> 24;
  at += 4;
  return at;
}

export function decodeIntegers(message: Integers, data: Uint8Array, at: number, end: number): number {
  if (end > data.length) return /* truncated */ -4;
  if (end - at > integersSizeMax) return /* tooLong */ -3;
  if (at + 15 > end) return /* truncated */ -4;
  if (data[at] !== integersId) return /* wrongId */ -6;
  message.a = data[at + 1]!;
  message.b = data[at + 2]! | (data[at + 3]! << 8);
  message.c = (data[at + 4]! | (data[at + 5]! << 8) | (data[at + 6]! << 16) | (data[at + 7]! << 24)) >>> 0;
  message.d = (data[at + 8]! << 24) >> 24;
  message.e = ((data[at + 9]! | (data[at + 10]! << 8)) << 16) >> 16;
  message.f = data[at + 11]! | (data[at + 12]! << 8) | (data[at + 13]! << 16) | (data[at + 14]! << 24);
  at += 15;
  const g = readVarint(data, at, end);
  if (g < 0) return g;
  at += varintSize(g);
  message.g = g;
  const h = readVarint(data, at, end);
  if (h < 0) return h;
  at += varintSize(h);
  message.h = (h >>> 1) ^ -(h & 1);
  if (at + 6 > end) return /* truncated */ -4;
  const i_ = data[at]! | (data[at + 1]! << 8);
  if (i_ < 5 || i_ > 1000) return /* outOfRange */ -2;
  message.i = i_;
  const j_ = data[at + 2]! | (data[at + 3]! << 8) | (data[at + 4]! << 16) | (data[at + 5]! << 24);
  if (j_ < -7 || j_ > -3) return /* outOfRange */ -2;
  message.j = j_;
  at += 6;
  const k_ = readVarint(data, at, end);
  if (k_ < 0) return k_;
  at += varintSize(k_);
  if (k_ < 300 || k_ > 70000) return /* outOfRange */ -2;
  message.k = k_;
  const l_ = readVarint(data, at, end);
  if (l_ < 0) return l_;
  at += varintSize(l_);
  if (((l_ >>> 1) ^ -(l_ & 1)) < -1000 || ((l_ >>> 1) ^ -(l_ & 1)) > 10) return /* outOfRange */ -2;
  message.l = (l_ >>> 1) ^ -(l_ & 1);
  if (at + 4 > end) return /* truncated */ -4;
  const at_ = (data[at]! | (data[at + 1]! << 8) | (data[at + 2]! << 16) | (data[at + 3]! << 24)) >>> 0;
  if (at_ < 1 || at_ > 4294967294) return /* outOfRange */ -2;
  message.at = at_;
  at += 4;
  return at === end ? at : /* trailing */ -5;
}

export const numbersId = 0x02;
/** Bytes of every one, with the id. */
export const numbersSizeMax = 41;

/** From either side, reliable. */
export class Numbers {
  /** F32, finite. */
  single = 0;
  /** F64, finite. */
  double = 0;
  /** F32, 0 .. 1. */
  share = 0;
  yes = false;
  /** 1/256 turn. */
  narrow = 0;
  /** 1/65536 turn. */
  wide = 0;
  /** -1 .. 1 in steps of 1/127; clamped when encoded. */
  one = 0;
  /** -2.5 .. 1000 in steps of 0.25; clamped when encoded. */
  two = 0;
  /** 1 .. 60001 in steps of 0.06; clamped when encoded. */
  three = 1;
  /** -100000 .. 100000 in steps of 0.0001; clamped when encoded. */
  four = 0;
  /** 0 .. 2000 in steps of 10; clamped when encoded. */
  tens = 0;
  colour: Colour = Colour.red;
  size: Wide = Wide.low;
  /** Bits of Marks. */
  marks = 0;
  /** Bits of AllMarks. */
  allMarks = 0;
}

export function encodeNumbers(message: Numbers, out: Uint8Array, at: number): number {
  const single = message.single;
  if (!(single >= -3.4028234663852886e38 && single <= 3.4028234663852886e38)) return /* outOfRange */ -2;
  const double = message.double;
  if (!(double >= -1.7976931348623157e308 && double <= 1.7976931348623157e308)) return /* outOfRange */ -2;
  const share = message.share;
  if (!(share >= 0 && share <= 1)) return /* outOfRange */ -2;
  const yes = message.yes;
  const narrow = message.narrow;
  if ((narrow & 0xff) !== narrow) return /* outOfRange */ -2;
  const wide = message.wide;
  if ((wide & 0xffff) !== wide) return /* outOfRange */ -2;
  const one = message.one;
  let oneSteps = (one + 1) * 127 + 0.5;
  if (!(oneSteps >= 0 && oneSteps < 255)) {
    if (one !== one) return /* outOfRange */ -2;
    oneSteps = one <= -1 ? 0 : 254;
  }
  const two = message.two;
  let twoSteps = (two + 2.5) * 4 + 0.5;
  if (!(twoSteps >= 0 && twoSteps < 4011)) {
    if (two !== two) return /* outOfRange */ -2;
    twoSteps = two <= -2.5 ? 0 : 4010;
  }
  const three = message.three;
  let threeSteps = ((three - 1) * 50) / 3 + 0.5;
  if (!(threeSteps >= 0 && threeSteps < 1000001)) {
    if (three !== three) return /* outOfRange */ -2;
    threeSteps = three <= 1 ? 0 : 1000000;
  }
  const four = message.four;
  let fourSteps = (four + 100000) * 10000 + 0.5;
  if (!(fourSteps >= 0 && fourSteps < 2000000001)) {
    if (four !== four) return /* outOfRange */ -2;
    fourSteps = four <= -100000 ? 0 : 2000000000;
  }
  const tens = message.tens;
  let tensSteps = tens / 10 + 0.5;
  if (!(tensSteps >= 0 && tensSteps < 201)) {
    if (tens !== tens) return /* outOfRange */ -2;
    tensSteps = tens <= 0 ? 0 : 200;
  }
  const colour = message.colour;
  if ((colour & 0xff) !== colour || (colour !== 0 && colour !== 4 && colour !== 200))
    return /* outOfRange */ -2;
  const size = message.size;
  if ((size & 0xffff) !== size || (size !== 1 && size !== 4660)) return /* outOfRange */ -2;
  const marks = message.marks;
  if ((marks & 0x8005) !== marks) return /* outOfRange */ -2;
  const allMarks = message.allMarks;
  if ((allMarks & 0x80000001) >>> 0 !== allMarks) return /* outOfRange */ -2;
  if (at + 41 > out.length) return /* noRoom */ -1;
  out[at] = 0x02;
  floatView.setFloat32(0, single, true);
  out[at + 1] = floatBytes[0]!;
  out[at + 2] = floatBytes[1]!;
  out[at + 3] = floatBytes[2]!;
  out[at + 4] = floatBytes[3]!;
  floatView.setFloat64(0, double, true);
  out[at + 5] = floatBytes[0]!;
  out[at + 6] = floatBytes[1]!;
  out[at + 7] = floatBytes[2]!;
  out[at + 8] = floatBytes[3]!;
  out[at + 9] = floatBytes[4]!;
  out[at + 10] = floatBytes[5]!;
  out[at + 11] = floatBytes[6]!;
  out[at + 12] = floatBytes[7]!;
  floatView.setFloat32(0, share, true);
  out[at + 13] = floatBytes[0]!;
  out[at + 14] = floatBytes[1]!;
  out[at + 15] = floatBytes[2]!;
  out[at + 16] = floatBytes[3]!;
  out[at + 17] = yes ? 1 : 0;
  out[at + 18] = narrow;
  out[at + 19] = wide;
  out[at + 20] = wide >>> 8;
  out[at + 21] = oneSteps;
  out[at + 22] = twoSteps;
  out[at + 23] = twoSteps >>> 8;
  out[at + 24] = threeSteps;
  out[at + 25] = threeSteps >>> 8;
  out[at + 26] = threeSteps >>> 16;
  out[at + 27] = fourSteps;
  out[at + 28] = fourSteps >>> 8;
  out[at + 29] = fourSteps >>> 16;
  out[at + 30] = fourSteps >>> 24;
  out[at + 31] = tensSteps;
  out[at + 32] = colour;
  out[at + 33] = size;
  out[at + 34] = size >>> 8;
  out[at + 35] = marks;
  out[at + 36] = marks >>> 8;
  out[at + 37] = allMarks;
  out[at + 38] = allMarks >>> 8;
  out[at + 39] = allMarks >>> 16;
  out[at + 40] = allMarks >>> 24;
  at += 41;
  return at;
}

export function decodeNumbers(message: Numbers, data: Uint8Array, at: number, end: number): number {
  if (end > data.length || end - at < numbersSizeMax) return /* truncated */ -4;
  if (end - at > numbersSizeMax) return /* trailing */ -5;
  if (data[at] !== numbersId) return /* wrongId */ -6;
  floatBytes[0] = data[at + 1]!;
  floatBytes[1] = data[at + 2]!;
  floatBytes[2] = data[at + 3]!;
  floatBytes[3] = data[at + 4]!;
  const single = floatView.getFloat32(0, true);
  if (!(single >= -3.4028234663852886e38 && single <= 3.4028234663852886e38)) return /* outOfRange */ -2;
  message.single = single;
  floatBytes[0] = data[at + 5]!;
  floatBytes[1] = data[at + 6]!;
  floatBytes[2] = data[at + 7]!;
  floatBytes[3] = data[at + 8]!;
  floatBytes[4] = data[at + 9]!;
  floatBytes[5] = data[at + 10]!;
  floatBytes[6] = data[at + 11]!;
  floatBytes[7] = data[at + 12]!;
  const double = floatView.getFloat64(0, true);
  if (!(double >= -1.7976931348623157e308 && double <= 1.7976931348623157e308)) return /* outOfRange */ -2;
  message.double = double;
  floatBytes[0] = data[at + 13]!;
  floatBytes[1] = data[at + 14]!;
  floatBytes[2] = data[at + 15]!;
  floatBytes[3] = data[at + 16]!;
  const share = floatView.getFloat32(0, true);
  if (!(share >= 0 && share <= 1)) return /* outOfRange */ -2;
  message.share = share;
  const yes = data[at + 17]!;
  if (yes > 1) return /* outOfRange */ -2;
  message.yes = yes === 1;
  message.narrow = data[at + 18]!;
  message.wide = data[at + 19]! | (data[at + 20]! << 8);
  const one = data[at + 21]!;
  if (one > 254) return /* outOfRange */ -2;
  message.one = one / 127 - 1;
  const two = data[at + 22]! | (data[at + 23]! << 8);
  if (two > 4010) return /* outOfRange */ -2;
  message.two = two / 4 - 2.5;
  const three = data[at + 24]! | (data[at + 25]! << 8) | (data[at + 26]! << 16);
  if (three > 1000000) return /* outOfRange */ -2;
  message.three = (three * 3) / 50 + 1;
  const four =
    (data[at + 27]! | (data[at + 28]! << 8) | (data[at + 29]! << 16) | (data[at + 30]! << 24)) >>> 0;
  if (four > 2000000000) return /* outOfRange */ -2;
  message.four = four / 10000 - 100000;
  const tens = data[at + 31]!;
  if (tens > 200) return /* outOfRange */ -2;
  message.tens = tens * 10;
  const colour = data[at + 32]!;
  if (colour !== 0 && colour !== 4 && colour !== 200) return /* outOfRange */ -2;
  message.colour = colour as Colour;
  const size = data[at + 33]! | (data[at + 34]! << 8);
  if (size !== 1 && size !== 4660) return /* outOfRange */ -2;
  message.size = size as Wide;
  const marks = data[at + 35]! | (data[at + 36]! << 8);
  if ((marks & ~0x8005) !== 0) return /* outOfRange */ -2;
  message.marks = marks;
  const allMarks =
    (data[at + 37]! | (data[at + 38]! << 8) | (data[at + 39]! << 16) | (data[at + 40]! << 24)) >>> 0;
  if ((allMarks & ~0x80000001) !== 0) return /* outOfRange */ -2;
  message.allMarks = allMarks;
  at += 41;
  return at;
}

export const textsId = 0x03;
/** Bytes of the longest; the shortest takes 11, with the id. */
export const textsSizeMax = 877;

/** From either side, reliable. */
export class Texts {
  /** Up to 10 bytes of UTF-8. */
  short = '';
  /** Up to 300 bytes of UTF-8. */
  long = '';
  /** 3 bytes. */
  readonly fixed = new Uint8Array(3);
  fewLength = 0;
  /** Up to 255 bytes. */
  readonly few = new Uint8Array(255);
  manyLength = 0;
  /** Up to 300 bytes. */
  readonly many = new Uint8Array(300);
  /** Up to 1 bytes of UTF-8. */
  class = '';
}

export function encodeTexts(message: Texts, out: Uint8Array, at: number): number {
  if (at >= out.length) return /* noRoom */ -1;
  out[at] = 0x03;
  at += 1;
  at = writeText(message.short, out, at, 10);
  if (at < 0) return at;
  at = writeText(message.long, out, at, 300);
  if (at < 0) return at;
  const fixed = message.fixed;
  const fewLength = message.fewLength;
  if ((fewLength & 0xff) !== fewLength) return /* tooLong */ -3;
  if (at + 4 > out.length) return /* noRoom */ -1;
  for (let i = 0; i < 3; i++) out[at + i] = fixed[i]!;
  out[at + 3] = fewLength;
  at += 4;
  if (at + fewLength > out.length) return /* noRoom */ -1;
  const few = message.few;
  for (let i = 0; i < fewLength; i++) out[at + i] = few[i]!;
  at += fewLength;
  const manyLength = message.manyLength;
  if ((manyLength & 0xffff) !== manyLength || manyLength > 300) return /* tooLong */ -3;
  if (at + 2 > out.length) return /* noRoom */ -1;
  out[at] = manyLength;
  out[at + 1] = manyLength >>> 8;
  at += 2;
  if (at + manyLength > out.length) return /* noRoom */ -1;
  const many = message.many;
  for (let i = 0; i < manyLength; i++) out[at + i] = many[i]!;
  at += manyLength;
  at = writeText(message.class, out, at, 1);
  if (at < 0) return at;
  return at;
}

export function decodeTexts(message: Texts, data: Uint8Array, at: number, end: number): number {
  if (end > data.length) return /* truncated */ -4;
  if (end - at > textsSizeMax) return /* tooLong */ -3;
  if (at + 2 > end) return /* truncated */ -4;
  if (data[at] !== textsId) return /* wrongId */ -6;
  const shortLength = data[at + 1]!;
  if (shortLength > 10) return /* tooLong */ -3;
  at += 2;
  if (shortLength > end - at) return /* truncated */ -4;
  const short = readText(data, at, at + shortLength);
  if (short === undefined) return /* badText */ -7;
  message.short = short;
  at += shortLength;
  if (at + 2 > end) return /* truncated */ -4;
  const longLength = data[at]! | (data[at + 1]! << 8);
  if (longLength > 300) return /* tooLong */ -3;
  at += 2;
  if (longLength > end - at) return /* truncated */ -4;
  const long = readText(data, at, at + longLength);
  if (long === undefined) return /* badText */ -7;
  message.long = long;
  at += longLength;
  const fixed = message.fixed;
  if (at + 4 > end) return /* truncated */ -4;
  for (let i = 0; i < 3; i++) fixed[i] = data[at + i]!;
  const fewLength = data[at + 3]!;
  message.fewLength = fewLength;
  at += 4;
  if (fewLength > end - at) return /* truncated */ -4;
  const few = message.few;
  for (let i = 0; i < fewLength; i++) few[i] = data[at + i]!;
  at += fewLength;
  if (at + 2 > end) return /* truncated */ -4;
  const manyLength = data[at]! | (data[at + 1]! << 8);
  if (manyLength > 300) return /* tooLong */ -3;
  message.manyLength = manyLength;
  at += 2;
  if (manyLength > end - at) return /* truncated */ -4;
  const many = message.many;
  for (let i = 0; i < manyLength; i++) many[i] = data[at + i]!;
  at += manyLength;
  if (at >= end) return /* truncated */ -4;
  const classLength = data[at]!;
  if (classLength > 1) return /* tooLong */ -3;
  at += 1;
  if (classLength > end - at) return /* truncated */ -4;
  const class_ = readText(data, at, at + classLength);
  if (class_ === undefined) return /* badText */ -7;
  message.class = class_;
  at += classLength;
  return at === end ? at : /* trailing */ -5;
}

export const arraysId = 0x04;
/** Bytes of the longest; the shortest takes 47, with the id. */
export const arraysSizeMax = 1655;

/** From either side, reliable. */
export class Arrays {
  /** Exactly 3: u16. */
  readonly three = new Uint16Array(3);
  bytesCount = 0;
  /** Up to 255: u8. */
  readonly bytes = new Uint8Array(255);
  manyCount = 0;
  /** Up to 300: i32. */
  readonly many = new Int32Array(300);
  rangedCount = 0;
  /** Up to 4: u8, 3 .. 9. */
  readonly ranged = new Uint8Array(4);
  smallCount = 0;
  /** Up to 5: varint. */
  readonly small = new Uint32Array(5);
  /** Exactly 2: zigzag. */
  readonly signed = new Int32Array(2);
  limitsCount = 0;
  /** Up to 3: zigzag, -5 .. 5. */
  readonly limits = new Int32Array(3);
  halvesCount = 0;
  /** Up to 2: f32, finite. */
  readonly halves = new Float32Array(2);
  /** Exactly 2: f64, finite. */
  readonly doubles = new Float64Array(2);
  sharesCount = 0;
  /** Up to 4: 0 .. 1 in steps of 0.001; clamped when encoded. */
  readonly shares = new Float64Array(4);
  bitsCount = 0;
  /** Up to 3. */
  readonly bits = new Uint8Array(3);
  /** Exactly 2: 1/65536 turn. */
  readonly turns = new Uint16Array(2);
  coloursCount = 0;
  /** Up to 3. */
  readonly colours = new Uint8Array(3);
  /** Exactly 2: bits of Marks. */
  readonly marks = new Uint16Array(2);
  pointsCount = 0;
  /** Up to 3. */
  readonly points: readonly Point[] = Array.from({ length: 3 }, () => new Point());
  namesCount = 0;
  /** Up to 3: up to 8 bytes of UTF-8. */
  readonly names: string[] = Array.from({ length: 3 }, () => '');
  /** Exactly 2. */
  readonly states: readonly State[] = Array.from({ length: 2 }, () => new State());
}

export function encodeArrays(message: Arrays, out: Uint8Array, at: number): number {
  if (at >= out.length) return /* noRoom */ -1;
  out[at] = 0x04;
  at += 1;
  if (at + 3 * 2 > out.length) return /* noRoom */ -1;
  const three = message.three;
  for (let i = 0; i < 3; i++) {
    const threeValue = three[i]!;
    out[at] = threeValue;
    out[at + 1] = threeValue >>> 8;
    at += 2;
  }
  const bytesCount = message.bytesCount;
  if ((bytesCount & 0xff) !== bytesCount) return /* tooLong */ -3;
  if (at >= out.length) return /* noRoom */ -1;
  out[at] = bytesCount;
  at += 1;
  if (at + bytesCount > out.length) return /* noRoom */ -1;
  const bytes = message.bytes;
  for (let i = 0; i < bytesCount; i++) {
    const bytesValue = bytes[i]!;
    out[at] = bytesValue;
    at += 1;
  }
  const manyCount = message.manyCount;
  if ((manyCount & 0xffff) !== manyCount || manyCount > 300) return /* tooLong */ -3;
  if (at + 2 > out.length) return /* noRoom */ -1;
  out[at] = manyCount;
  out[at + 1] = manyCount >>> 8;
  at += 2;
  if (at + manyCount * 4 > out.length) return /* noRoom */ -1;
  const many = message.many;
  for (let i = 0; i < manyCount; i++) {
    const manyValue = many[i]!;
    out[at] = manyValue;
    out[at + 1] = manyValue >>> 8;
    out[at + 2] = manyValue >>> 16;
    out[at + 3] = manyValue >>> 24;
    at += 4;
  }
  const rangedCount = message.rangedCount;
  if ((rangedCount & 0xff) !== rangedCount || rangedCount > 4) return /* tooLong */ -3;
  if (at >= out.length) return /* noRoom */ -1;
  out[at] = rangedCount;
  at += 1;
  if (at + rangedCount > out.length) return /* noRoom */ -1;
  const ranged = message.ranged;
  for (let i = 0; i < rangedCount; i++) {
    const rangedValue = ranged[i]!;
    if ((rangedValue & 0xff) !== rangedValue || rangedValue < 3 || rangedValue > 9)
      return /* outOfRange */ -2;
    out[at] = rangedValue;
    at += 1;
  }
  const smallCount = message.smallCount;
  if ((smallCount & 0xff) !== smallCount || smallCount > 5) return /* tooLong */ -3;
  if (at >= out.length) return /* noRoom */ -1;
  out[at] = smallCount;
  at += 1;
  const small = message.small;
  for (let i = 0; i < smallCount; i++) {
    const smallValue = small[i]!;
    at = writeVarint(smallValue, out, at);
    if (at < 0) return at;
  }
  const signed = message.signed;
  for (let i = 0; i < 2; i++) {
    const signedValue = signed[i]!;
    at = writeVarint(((signedValue << 1) ^ (signedValue >> 31)) >>> 0, out, at);
    if (at < 0) return at;
  }
  const limitsCount = message.limitsCount;
  if ((limitsCount & 0xff) !== limitsCount || limitsCount > 3) return /* tooLong */ -3;
  if (at >= out.length) return /* noRoom */ -1;
  out[at] = limitsCount;
  at += 1;
  if (at + limitsCount > out.length) return /* noRoom */ -1;
  const limits = message.limits;
  for (let i = 0; i < limitsCount; i++) {
    const limitsValue = limits[i]!;
    if ((limitsValue | 0) !== limitsValue || limitsValue < -5 || limitsValue > 5) return /* outOfRange */ -2;
    at = writeVarint(((limitsValue << 1) ^ (limitsValue >> 31)) >>> 0, out, at);
    if (at < 0) return at;
  }
  const halvesCount = message.halvesCount;
  if ((halvesCount & 0xff) !== halvesCount || halvesCount > 2) return /* tooLong */ -3;
  if (at >= out.length) return /* noRoom */ -1;
  out[at] = halvesCount;
  at += 1;
  if (at + halvesCount * 4 > out.length) return /* noRoom */ -1;
  const halves = message.halves;
  for (let i = 0; i < halvesCount; i++) {
    const halvesValue = halves[i]!;
    if (!(halvesValue >= -3.4028234663852886e38 && halvesValue <= 3.4028234663852886e38))
      return /* outOfRange */ -2;
    floatView.setFloat32(0, halvesValue, true);
    out[at] = floatBytes[0]!;
    out[at + 1] = floatBytes[1]!;
    out[at + 2] = floatBytes[2]!;
    out[at + 3] = floatBytes[3]!;
    at += 4;
  }
  if (at + 2 * 8 > out.length) return /* noRoom */ -1;
  const doubles = message.doubles;
  for (let i = 0; i < 2; i++) {
    const doublesValue = doubles[i]!;
    if (!(doublesValue >= -1.7976931348623157e308 && doublesValue <= 1.7976931348623157e308))
      return /* outOfRange */ -2;
    floatView.setFloat64(0, doublesValue, true);
    out[at] = floatBytes[0]!;
    out[at + 1] = floatBytes[1]!;
    out[at + 2] = floatBytes[2]!;
    out[at + 3] = floatBytes[3]!;
    out[at + 4] = floatBytes[4]!;
    out[at + 5] = floatBytes[5]!;
    out[at + 6] = floatBytes[6]!;
    out[at + 7] = floatBytes[7]!;
    at += 8;
  }
  const sharesCount = message.sharesCount;
  if ((sharesCount & 0xff) !== sharesCount || sharesCount > 4) return /* tooLong */ -3;
  if (at >= out.length) return /* noRoom */ -1;
  out[at] = sharesCount;
  at += 1;
  if (at + sharesCount * 2 > out.length) return /* noRoom */ -1;
  const shares = message.shares;
  for (let i = 0; i < sharesCount; i++) {
    const sharesValue = shares[i]!;
    let sharesValueSteps = sharesValue * 1000 + 0.5;
    if (!(sharesValueSteps >= 0 && sharesValueSteps < 1001)) {
      if (sharesValue !== sharesValue) return /* outOfRange */ -2;
      sharesValueSteps = sharesValue <= 0 ? 0 : 1000;
    }
    out[at] = sharesValueSteps;
    out[at + 1] = sharesValueSteps >>> 8;
    at += 2;
  }
  const bitsCount = message.bitsCount;
  if ((bitsCount & 0xff) !== bitsCount || bitsCount > 3) return /* tooLong */ -3;
  if (at >= out.length) return /* noRoom */ -1;
  out[at] = bitsCount;
  at += 1;
  if (at + bitsCount > out.length) return /* noRoom */ -1;
  const bits = message.bits;
  for (let i = 0; i < bitsCount; i++) {
    const bitsValue = bits[i]!;
    if (bitsValue > 1) return /* outOfRange */ -2;
    out[at] = bitsValue ? 1 : 0;
    at += 1;
  }
  if (at + 2 * 2 > out.length) return /* noRoom */ -1;
  const turns = message.turns;
  for (let i = 0; i < 2; i++) {
    const turnsValue = turns[i]!;
    out[at] = turnsValue;
    out[at + 1] = turnsValue >>> 8;
    at += 2;
  }
  const coloursCount = message.coloursCount;
  if ((coloursCount & 0xff) !== coloursCount || coloursCount > 3) return /* tooLong */ -3;
  if (at >= out.length) return /* noRoom */ -1;
  out[at] = coloursCount;
  at += 1;
  if (at + coloursCount > out.length) return /* noRoom */ -1;
  const colours = message.colours;
  for (let i = 0; i < coloursCount; i++) {
    const coloursValue = colours[i]!;
    if (
      (coloursValue & 0xff) !== coloursValue ||
      (coloursValue !== 0 && coloursValue !== 4 && coloursValue !== 200)
    )
      return /* outOfRange */ -2;
    out[at] = coloursValue;
    at += 1;
  }
  if (at + 2 * 2 > out.length) return /* noRoom */ -1;
  const marks = message.marks;
  for (let i = 0; i < 2; i++) {
    const marksValue = marks[i]!;
    if ((marksValue & 0x8005) !== marksValue) return /* outOfRange */ -2;
    out[at] = marksValue;
    out[at + 1] = marksValue >>> 8;
    at += 2;
  }
  const pointsCount = message.pointsCount;
  if ((pointsCount & 0xff) !== pointsCount || pointsCount > 3) return /* tooLong */ -3;
  if (at >= out.length) return /* noRoom */ -1;
  out[at] = pointsCount;
  at += 1;
  if (at + pointsCount * 4 > out.length) return /* noRoom */ -1;
  const points = message.points;
  for (let i = 0; i < pointsCount; i++) {
    const point = points[i]!;
    const x = point.x;
    if ((x << 16) >> 16 !== x) return /* outOfRange */ -2;
    const y = point.y;
    if ((y << 16) >> 16 !== y || y < -100 || y > 100) return /* outOfRange */ -2;
    out[at] = x;
    out[at + 1] = x >>> 8;
    out[at + 2] = y;
    out[at + 3] = y >>> 8;
    at += 4;
  }
  const namesCount = message.namesCount;
  if ((namesCount & 0xff) !== namesCount || namesCount > 3) return /* tooLong */ -3;
  if (at >= out.length) return /* noRoom */ -1;
  out[at] = namesCount;
  at += 1;
  const names = message.names;
  for (let i = 0; i < namesCount; i++) {
    at = writeText(names[i]!, out, at, 8);
    if (at < 0) return at;
  }
  const states = message.states;
  for (let i = 0; i < 2; i++) {
    const state = states[i]!;
    const mask = state.mask;
    if ((mask & 0x07) !== mask) return /* outOfRange */ -2;
    if (at >= out.length) return /* noRoom */ -1;
    out[at] = mask;
    at += 1;
    if ((mask & 0x01) /* place */ !== 0) {
      const stateX = state.x;
      if ((stateX & 0xffff) !== stateX || stateX > 10000) return /* outOfRange */ -2;
      const stateY = state.y;
      if ((stateY & 0xffffff) !== stateY || stateY > 100000) return /* outOfRange */ -2;
      if (at + 5 > out.length) return /* noRoom */ -1;
      out[at] = stateX;
      out[at + 1] = stateX >>> 8;
      out[at + 2] = stateY;
      out[at + 3] = stateY >>> 8;
      out[at + 4] = stateY >>> 16;
      at += 5;
    }
    if ((mask & 0x02) /* look */ !== 0) {
      const colour = state.colour;
      if ((colour & 0xff) !== colour || (colour !== 0 && colour !== 4 && colour !== 200))
        return /* outOfRange */ -2;
      if (at >= out.length) return /* noRoom */ -1;
      out[at] = colour;
      at += 1;
      at = writeText(state.name, out, at, 6);
      if (at < 0) return at;
    }
    if ((mask & 0x04) /* inner */ !== 0) {
      const statePoint = state.point;
      const statePointX = statePoint.x;
      if ((statePointX << 16) >> 16 !== statePointX) return /* outOfRange */ -2;
      const statePointY = statePoint.y;
      if ((statePointY << 16) >> 16 !== statePointY || statePointY < -100 || statePointY > 100)
        return /* outOfRange */ -2;
      const trailCount = state.trailCount;
      if ((trailCount & 0xff) !== trailCount || trailCount > 2) return /* tooLong */ -3;
      if (at + 5 > out.length) return /* noRoom */ -1;
      out[at] = statePointX;
      out[at + 1] = statePointX >>> 8;
      out[at + 2] = statePointY;
      out[at + 3] = statePointY >>> 8;
      out[at + 4] = trailCount;
      at += 5;
      if (at + trailCount * 4 > out.length) return /* noRoom */ -1;
      const trail = state.trail;
      for (let j = 0; j < trailCount; j++) {
        const trailItem = trail[j]!;
        const trailItemX = trailItem.x;
        if ((trailItemX << 16) >> 16 !== trailItemX) return /* outOfRange */ -2;
        const trailItemY = trailItem.y;
        if ((trailItemY << 16) >> 16 !== trailItemY || trailItemY < -100 || trailItemY > 100)
          return /* outOfRange */ -2;
        out[at] = trailItemX;
        out[at + 1] = trailItemX >>> 8;
        out[at + 2] = trailItemY;
        out[at + 3] = trailItemY >>> 8;
        at += 4;
      }
    }
  }
  return at;
}

export function decodeArrays(message: Arrays, data: Uint8Array, at: number, end: number): number {
  if (end > data.length) return /* truncated */ -4;
  if (end - at > arraysSizeMax) return /* tooLong */ -3;
  if (at >= end) return /* truncated */ -4;
  if (data[at] !== arraysId) return /* wrongId */ -6;
  at += 1;
  if (3 * 2 > end - at) return /* truncated */ -4;
  const three = message.three;
  for (let i = 0; i < 3; i++) {
    three[i] = data[at]! | (data[at + 1]! << 8);
    at += 2;
  }
  if (at >= end) return /* truncated */ -4;
  const bytesCount = data[at]!;
  message.bytesCount = bytesCount;
  at += 1;
  if (bytesCount > end - at) return /* truncated */ -4;
  const bytes = message.bytes;
  for (let i = 0; i < bytesCount; i++) {
    bytes[i] = data[at]!;
    at += 1;
  }
  if (at + 2 > end) return /* truncated */ -4;
  const manyCount = data[at]! | (data[at + 1]! << 8);
  if (manyCount > 300) return /* tooLong */ -3;
  message.manyCount = manyCount;
  at += 2;
  if (manyCount * 4 > end - at) return /* truncated */ -4;
  const many = message.many;
  for (let i = 0; i < manyCount; i++) {
    many[i] = data[at]! | (data[at + 1]! << 8) | (data[at + 2]! << 16) | (data[at + 3]! << 24);
    at += 4;
  }
  if (at >= end) return /* truncated */ -4;
  const rangedCount = data[at]!;
  if (rangedCount > 4) return /* tooLong */ -3;
  message.rangedCount = rangedCount;
  at += 1;
  if (rangedCount > end - at) return /* truncated */ -4;
  const ranged = message.ranged;
  for (let i = 0; i < rangedCount; i++) {
    const rangedValue = data[at]!;
    if (rangedValue < 3 || rangedValue > 9) return /* outOfRange */ -2;
    ranged[i] = rangedValue;
    at += 1;
  }
  if (at >= end) return /* truncated */ -4;
  const smallCount = data[at]!;
  if (smallCount > 5) return /* tooLong */ -3;
  message.smallCount = smallCount;
  at += 1;
  if (smallCount > end - at) return /* truncated */ -4;
  const small = message.small;
  for (let i = 0; i < smallCount; i++) {
    const smallValue = readVarint(data, at, end);
    if (smallValue < 0) return smallValue;
    at += varintSize(smallValue);
    small[i] = smallValue;
  }
  if (2 > end - at) return /* truncated */ -4;
  const signed = message.signed;
  for (let i = 0; i < 2; i++) {
    const signedValue = readVarint(data, at, end);
    if (signedValue < 0) return signedValue;
    at += varintSize(signedValue);
    signed[i] = (signedValue >>> 1) ^ -(signedValue & 1);
  }
  if (at >= end) return /* truncated */ -4;
  const limitsCount = data[at]!;
  if (limitsCount > 3) return /* tooLong */ -3;
  message.limitsCount = limitsCount;
  at += 1;
  if (limitsCount > end - at) return /* truncated */ -4;
  const limits = message.limits;
  for (let i = 0; i < limitsCount; i++) {
    const limitsValue = readVarint(data, at, end);
    if (limitsValue < 0) return limitsValue;
    at += varintSize(limitsValue);
    if (((limitsValue >>> 1) ^ -(limitsValue & 1)) < -5 || ((limitsValue >>> 1) ^ -(limitsValue & 1)) > 5)
      return /* outOfRange */ -2;
    limits[i] = (limitsValue >>> 1) ^ -(limitsValue & 1);
  }
  if (at >= end) return /* truncated */ -4;
  const halvesCount = data[at]!;
  if (halvesCount > 2) return /* tooLong */ -3;
  message.halvesCount = halvesCount;
  at += 1;
  if (halvesCount * 4 > end - at) return /* truncated */ -4;
  const halves = message.halves;
  for (let i = 0; i < halvesCount; i++) {
    floatBytes[0] = data[at]!;
    floatBytes[1] = data[at + 1]!;
    floatBytes[2] = data[at + 2]!;
    floatBytes[3] = data[at + 3]!;
    const halvesValue = floatView.getFloat32(0, true);
    if (!(halvesValue >= -3.4028234663852886e38 && halvesValue <= 3.4028234663852886e38))
      return /* outOfRange */ -2;
    halves[i] = halvesValue;
    at += 4;
  }
  if (2 * 8 > end - at) return /* truncated */ -4;
  const doubles = message.doubles;
  for (let i = 0; i < 2; i++) {
    floatBytes[0] = data[at]!;
    floatBytes[1] = data[at + 1]!;
    floatBytes[2] = data[at + 2]!;
    floatBytes[3] = data[at + 3]!;
    floatBytes[4] = data[at + 4]!;
    floatBytes[5] = data[at + 5]!;
    floatBytes[6] = data[at + 6]!;
    floatBytes[7] = data[at + 7]!;
    const doublesValue = floatView.getFloat64(0, true);
    if (!(doublesValue >= -1.7976931348623157e308 && doublesValue <= 1.7976931348623157e308))
      return /* outOfRange */ -2;
    doubles[i] = doublesValue;
    at += 8;
  }
  if (at >= end) return /* truncated */ -4;
  const sharesCount = data[at]!;
  if (sharesCount > 4) return /* tooLong */ -3;
  message.sharesCount = sharesCount;
  at += 1;
  if (sharesCount * 2 > end - at) return /* truncated */ -4;
  const shares = message.shares;
  for (let i = 0; i < sharesCount; i++) {
    const sharesValue = data[at]! | (data[at + 1]! << 8);
    if (sharesValue > 1000) return /* outOfRange */ -2;
    shares[i] = sharesValue / 1000;
    at += 2;
  }
  if (at >= end) return /* truncated */ -4;
  const bitsCount = data[at]!;
  if (bitsCount > 3) return /* tooLong */ -3;
  message.bitsCount = bitsCount;
  at += 1;
  if (bitsCount > end - at) return /* truncated */ -4;
  const bits = message.bits;
  for (let i = 0; i < bitsCount; i++) {
    const bitsValue = data[at]!;
    if (bitsValue > 1) return /* outOfRange */ -2;
    bits[i] = bitsValue;
    at += 1;
  }
  if (2 * 2 > end - at) return /* truncated */ -4;
  const turns = message.turns;
  for (let i = 0; i < 2; i++) {
    turns[i] = data[at]! | (data[at + 1]! << 8);
    at += 2;
  }
  if (at >= end) return /* truncated */ -4;
  const coloursCount = data[at]!;
  if (coloursCount > 3) return /* tooLong */ -3;
  message.coloursCount = coloursCount;
  at += 1;
  if (coloursCount > end - at) return /* truncated */ -4;
  const colours = message.colours;
  for (let i = 0; i < coloursCount; i++) {
    const coloursValue = data[at]!;
    if (coloursValue !== 0 && coloursValue !== 4 && coloursValue !== 200) return /* outOfRange */ -2;
    colours[i] = coloursValue as Colour;
    at += 1;
  }
  if (2 * 2 > end - at) return /* truncated */ -4;
  const marks = message.marks;
  for (let i = 0; i < 2; i++) {
    const marksValue = data[at]! | (data[at + 1]! << 8);
    if ((marksValue & ~0x8005) !== 0) return /* outOfRange */ -2;
    marks[i] = marksValue;
    at += 2;
  }
  if (at >= end) return /* truncated */ -4;
  const pointsCount = data[at]!;
  if (pointsCount > 3) return /* tooLong */ -3;
  message.pointsCount = pointsCount;
  at += 1;
  if (pointsCount * 4 > end - at) return /* truncated */ -4;
  const points = message.points;
  for (let i = 0; i < pointsCount; i++) {
    const point = points[i]!;
    point.x = ((data[at]! | (data[at + 1]! << 8)) << 16) >> 16;
    const y = ((data[at + 2]! | (data[at + 3]! << 8)) << 16) >> 16;
    if (y < -100 || y > 100) return /* outOfRange */ -2;
    point.y = y;
    at += 4;
  }
  if (at >= end) return /* truncated */ -4;
  const namesCount = data[at]!;
  if (namesCount > 3) return /* tooLong */ -3;
  message.namesCount = namesCount;
  at += 1;
  if (namesCount > end - at) return /* truncated */ -4;
  const names = message.names;
  for (let i = 0; i < namesCount; i++) {
    if (at >= end) return /* truncated */ -4;
    const namesLength = data[at]!;
    if (namesLength > 8) return /* tooLong */ -3;
    at += 1;
    if (namesLength > end - at) return /* truncated */ -4;
    const namesValue = readText(data, at, at + namesLength);
    if (namesValue === undefined) return /* badText */ -7;
    names[i] = namesValue;
    at += namesLength;
  }
  if (2 > end - at) return /* truncated */ -4;
  const states = message.states;
  for (let i = 0; i < 2; i++) {
    const state = states[i]!;
    if (at >= end) return /* truncated */ -4;
    const mask = data[at]!;
    if (mask > 0x07) return /* outOfRange */ -2;
    state.mask = mask;
    at += 1;
    if ((mask & 0x01) /* place */ !== 0) {
      if (at + 5 > end) return /* truncated */ -4;
      const stateX = data[at]! | (data[at + 1]! << 8);
      if (stateX > 10000) return /* outOfRange */ -2;
      state.x = stateX;
      const stateY = data[at + 2]! | (data[at + 3]! << 8) | (data[at + 4]! << 16);
      if (stateY > 100000) return /* outOfRange */ -2;
      state.y = stateY;
      at += 5;
    }
    if ((mask & 0x02) /* look */ !== 0) {
      if (at + 2 > end) return /* truncated */ -4;
      const colour = data[at]!;
      if (colour !== 0 && colour !== 4 && colour !== 200) return /* outOfRange */ -2;
      state.colour = colour as Colour;
      const nameLength = data[at + 1]!;
      if (nameLength > 6) return /* tooLong */ -3;
      at += 2;
      if (nameLength > end - at) return /* truncated */ -4;
      const name = readText(data, at, at + nameLength);
      if (name === undefined) return /* badText */ -7;
      state.name = name;
      at += nameLength;
    }
    if ((mask & 0x04) /* inner */ !== 0) {
      const statePoint = state.point;
      if (at + 5 > end) return /* truncated */ -4;
      statePoint.x = ((data[at]! | (data[at + 1]! << 8)) << 16) >> 16;
      const statePointY = ((data[at + 2]! | (data[at + 3]! << 8)) << 16) >> 16;
      if (statePointY < -100 || statePointY > 100) return /* outOfRange */ -2;
      statePoint.y = statePointY;
      const trailCount = data[at + 4]!;
      if (trailCount > 2) return /* tooLong */ -3;
      state.trailCount = trailCount;
      at += 5;
      if (trailCount * 4 > end - at) return /* truncated */ -4;
      const trail = state.trail;
      for (let j = 0; j < trailCount; j++) {
        const trailItem = trail[j]!;
        trailItem.x = ((data[at]! | (data[at + 1]! << 8)) << 16) >> 16;
        const trailItemY = ((data[at + 2]! | (data[at + 3]! << 8)) << 16) >> 16;
        if (trailItemY < -100 || trailItemY > 100) return /* outOfRange */ -2;
        trailItem.y = trailItemY;
        at += 4;
      }
    }
  }
  return at === end ? at : /* trailing */ -5;
}

export const optionalsId = 0x05;
/** Bytes of the longest; the shortest takes 5, with the id. */
export const optionalsSizeMax = 41;

/** From either side, reliable. */
export class Optionals {
  /** u8. */
  always = 0;
  /** Whether `a` is there. */
  hasA = false;
  /** u16. */
  a = 0;
  /** Whether `b` is there. */
  hasB = false;
  /** Up to 5 bytes of UTF-8. */
  b = '';
  /** Whether `c` is there. */
  hasC = false;
  readonly c = new Point();
  /** Whether `d` is there. */
  hasD = false;
  dCount = 0;
  /** Up to 3: u8. */
  readonly d = new Uint8Array(3);
  /** Whether `e` is there. */
  hasE = false;
  /** Varint. */
  e = 0;
  /** Whether `f` is there. */
  hasF = false;
  fLength = 0;
  /** Up to 4 bytes. */
  readonly f = new Uint8Array(4);
  /** Whether `g` is there. */
  hasG = false;
  g = false;
  /** Whether `h` is there. */
  hasH = false;
  /** F64, finite. */
  h = 0;
  /** Whether `i` is there. */
  hasI = false;
  /** 0 .. 1 in steps of 0.1; clamped when encoded. */
  i = 0;
  /** u8. */
  last = 0;
}

export function encodeOptionals(message: Optionals, out: Uint8Array, at: number): number {
  const presence =
    (message.hasA ? 0x01 : 0) |
    (message.hasB ? 0x02 : 0) |
    (message.hasC ? 0x04 : 0) |
    (message.hasD ? 0x08 : 0) |
    (message.hasE ? 0x10 : 0) |
    (message.hasF ? 0x20 : 0) |
    (message.hasG ? 0x40 : 0) |
    (message.hasH ? 0x80 : 0) |
    (message.hasI ? 0x100 : 0);
  const always = message.always;
  if ((always & 0xff) !== always) return /* outOfRange */ -2;
  if (at + 4 > out.length) return /* noRoom */ -1;
  out[at] = 0x05;
  out[at + 1] = presence;
  out[at + 2] = presence >>> 8;
  out[at + 3] = always;
  at += 4;
  if (message.hasA) {
    const a = message.a;
    if ((a & 0xffff) !== a) return /* outOfRange */ -2;
    if (at + 2 > out.length) return /* noRoom */ -1;
    out[at] = a;
    out[at + 1] = a >>> 8;
    at += 2;
  }
  if (message.hasB) {
    at = writeText(message.b, out, at, 5);
    if (at < 0) return at;
  }
  if (message.hasC) {
    const c = message.c;
    const x = c.x;
    if ((x << 16) >> 16 !== x) return /* outOfRange */ -2;
    const y = c.y;
    if ((y << 16) >> 16 !== y || y < -100 || y > 100) return /* outOfRange */ -2;
    if (at + 4 > out.length) return /* noRoom */ -1;
    out[at] = x;
    out[at + 1] = x >>> 8;
    out[at + 2] = y;
    out[at + 3] = y >>> 8;
    at += 4;
  }
  if (message.hasD) {
    const dCount = message.dCount;
    if ((dCount & 0xff) !== dCount || dCount > 3) return /* tooLong */ -3;
    if (at >= out.length) return /* noRoom */ -1;
    out[at] = dCount;
    at += 1;
    if (at + dCount > out.length) return /* noRoom */ -1;
    const d = message.d;
    for (let i = 0; i < dCount; i++) {
      const dValue = d[i]!;
      out[at] = dValue;
      at += 1;
    }
  }
  if (message.hasE) {
    const e = message.e;
    if (e >>> 0 !== e) return /* outOfRange */ -2;
    at = writeVarint(e, out, at);
    if (at < 0) return at;
  }
  if (message.hasF) {
    const fLength = message.fLength;
    if ((fLength & 0xff) !== fLength || fLength > 4) return /* tooLong */ -3;
    if (at >= out.length) return /* noRoom */ -1;
    out[at] = fLength;
    at += 1;
    if (at + fLength > out.length) return /* noRoom */ -1;
    const f = message.f;
    for (let i = 0; i < fLength; i++) out[at + i] = f[i]!;
    at += fLength;
  }
  if (message.hasG) {
    const g = message.g;
    if (at >= out.length) return /* noRoom */ -1;
    out[at] = g ? 1 : 0;
    at += 1;
  }
  if (message.hasH) {
    const h = message.h;
    if (!(h >= -1.7976931348623157e308 && h <= 1.7976931348623157e308)) return /* outOfRange */ -2;
    if (at + 8 > out.length) return /* noRoom */ -1;
    floatView.setFloat64(0, h, true);
    out[at] = floatBytes[0]!;
    out[at + 1] = floatBytes[1]!;
    out[at + 2] = floatBytes[2]!;
    out[at + 3] = floatBytes[3]!;
    out[at + 4] = floatBytes[4]!;
    out[at + 5] = floatBytes[5]!;
    out[at + 6] = floatBytes[6]!;
    out[at + 7] = floatBytes[7]!;
    at += 8;
  }
  if (message.hasI) {
    const i_ = message.i;
    let i_Steps = i_ * 10 + 0.5;
    if (!(i_Steps >= 0 && i_Steps < 11)) {
      if (i_ !== i_) return /* outOfRange */ -2;
      i_Steps = i_ <= 0 ? 0 : 10;
    }
    if (at >= out.length) return /* noRoom */ -1;
    out[at] = i_Steps;
    at += 1;
  }
  const last = message.last;
  if ((last & 0xff) !== last) return /* outOfRange */ -2;
  if (at >= out.length) return /* noRoom */ -1;
  out[at] = last;
  at += 1;
  return at;
}

export function decodeOptionals(message: Optionals, data: Uint8Array, at: number, end: number): number {
  if (end > data.length) return /* truncated */ -4;
  if (end - at > optionalsSizeMax) return /* tooLong */ -3;
  if (at + 4 > end) return /* truncated */ -4;
  if (data[at] !== optionalsId) return /* wrongId */ -6;
  const presence = data[at + 1]! | (data[at + 2]! << 8);
  if (presence > 0x1ff) return /* outOfRange */ -2;
  message.hasA = (presence & 0x01) !== 0;
  message.hasB = (presence & 0x02) !== 0;
  message.hasC = (presence & 0x04) !== 0;
  message.hasD = (presence & 0x08) !== 0;
  message.hasE = (presence & 0x10) !== 0;
  message.hasF = (presence & 0x20) !== 0;
  message.hasG = (presence & 0x40) !== 0;
  message.hasH = (presence & 0x80) !== 0;
  message.hasI = (presence & 0x100) !== 0;
  message.always = data[at + 3]!;
  at += 4;
  if (message.hasA) {
    if (at + 2 > end) return /* truncated */ -4;
    message.a = data[at]! | (data[at + 1]! << 8);
    at += 2;
  }
  if (message.hasB) {
    if (at >= end) return /* truncated */ -4;
    const bLength = data[at]!;
    if (bLength > 5) return /* tooLong */ -3;
    at += 1;
    if (bLength > end - at) return /* truncated */ -4;
    const b = readText(data, at, at + bLength);
    if (b === undefined) return /* badText */ -7;
    message.b = b;
    at += bLength;
  }
  if (message.hasC) {
    const c = message.c;
    if (at + 4 > end) return /* truncated */ -4;
    c.x = ((data[at]! | (data[at + 1]! << 8)) << 16) >> 16;
    const y = ((data[at + 2]! | (data[at + 3]! << 8)) << 16) >> 16;
    if (y < -100 || y > 100) return /* outOfRange */ -2;
    c.y = y;
    at += 4;
  }
  if (message.hasD) {
    if (at >= end) return /* truncated */ -4;
    const dCount = data[at]!;
    if (dCount > 3) return /* tooLong */ -3;
    message.dCount = dCount;
    at += 1;
    if (dCount > end - at) return /* truncated */ -4;
    const d = message.d;
    for (let i = 0; i < dCount; i++) {
      d[i] = data[at]!;
      at += 1;
    }
  }
  if (message.hasE) {
    const e = readVarint(data, at, end);
    if (e < 0) return e;
    at += varintSize(e);
    message.e = e;
  }
  if (message.hasF) {
    if (at >= end) return /* truncated */ -4;
    const fLength = data[at]!;
    if (fLength > 4) return /* tooLong */ -3;
    message.fLength = fLength;
    at += 1;
    if (fLength > end - at) return /* truncated */ -4;
    const f = message.f;
    for (let i = 0; i < fLength; i++) f[i] = data[at + i]!;
    at += fLength;
  }
  if (message.hasG) {
    if (at >= end) return /* truncated */ -4;
    const g = data[at]!;
    if (g > 1) return /* outOfRange */ -2;
    message.g = g === 1;
    at += 1;
  }
  if (message.hasH) {
    if (at + 8 > end) return /* truncated */ -4;
    floatBytes[0] = data[at]!;
    floatBytes[1] = data[at + 1]!;
    floatBytes[2] = data[at + 2]!;
    floatBytes[3] = data[at + 3]!;
    floatBytes[4] = data[at + 4]!;
    floatBytes[5] = data[at + 5]!;
    floatBytes[6] = data[at + 6]!;
    floatBytes[7] = data[at + 7]!;
    const h = floatView.getFloat64(0, true);
    if (!(h >= -1.7976931348623157e308 && h <= 1.7976931348623157e308)) return /* outOfRange */ -2;
    message.h = h;
    at += 8;
  }
  if (message.hasI) {
    if (at >= end) return /* truncated */ -4;
    const i_ = data[at]!;
    if (i_ > 10) return /* outOfRange */ -2;
    message.i = i_ / 10;
    at += 1;
  }
  if (at >= end) return /* truncated */ -4;
  message.last = data[at]!;
  at += 1;
  return at === end ? at : /* trailing */ -5;
}

/** Bits of State.mask. */
export const StateMask = {
  place: 0x01,
  look: 0x02,
  inner: 0x04,
} as const;

/** Quantized fields hold their step numbers, as they travel. */
export class State {
  /** Which groups are there: bits of StateMask. */
  mask = 0;

  // Group place.
  /** 0 .. 10000: steps of 0.01 from 0. */
  x = 0;
  /** 0 .. 100000: steps of 0.001 from -50. */
  y = 0;

  // Group look.
  colour: Colour = Colour.red;
  /** Up to 6 bytes of UTF-8. */
  name = '';

  // Group inner.
  readonly point = new Point();
  trailCount = 0;
  /** Up to 2. */
  readonly trail: readonly Point[] = Array.from({ length: 2 }, () => new Point());
}

/** Bytes of the longest; the shortest takes 1. */
export const stateSizeMax = 27;

/** 0 .. 10000: steps of 0.01 from 0. Clamps; NaN gives NaN, which no encoder takes. */
export function quantizeStateX(value: number): number {
  return value <= 0 ? 0 : value >= 100 ? 10000 : Math.floor(value * 100 + 0.5);
}

export function dequantizeStateX(steps: number): number {
  return steps / 100;
}

/** 0 .. 100000: steps of 0.001 from -50. Clamps; NaN gives NaN, which no encoder takes. */
export function quantizeStateY(value: number): number {
  return value <= -50 ? 0 : value >= 50 ? 100000 : Math.floor((value + 50) * 1000 + 0.5);
}

export function dequantizeStateY(steps: number): number {
  return steps / 1000 - 50;
}

export function encodeState(message: State, out: Uint8Array, at: number): number {
  const mask = message.mask;
  if ((mask & 0x07) !== mask) return /* outOfRange */ -2;
  if (at >= out.length) return /* noRoom */ -1;
  out[at] = mask;
  at += 1;
  if ((mask & 0x01) /* place */ !== 0) {
    const x = message.x;
    if ((x & 0xffff) !== x || x > 10000) return /* outOfRange */ -2;
    const y = message.y;
    if ((y & 0xffffff) !== y || y > 100000) return /* outOfRange */ -2;
    if (at + 5 > out.length) return /* noRoom */ -1;
    out[at] = x;
    out[at + 1] = x >>> 8;
    out[at + 2] = y;
    out[at + 3] = y >>> 8;
    out[at + 4] = y >>> 16;
    at += 5;
  }
  if ((mask & 0x02) /* look */ !== 0) {
    const colour = message.colour;
    if ((colour & 0xff) !== colour || (colour !== 0 && colour !== 4 && colour !== 200))
      return /* outOfRange */ -2;
    if (at >= out.length) return /* noRoom */ -1;
    out[at] = colour;
    at += 1;
    at = writeText(message.name, out, at, 6);
    if (at < 0) return at;
  }
  if ((mask & 0x04) /* inner */ !== 0) {
    const point = message.point;
    const pointX = point.x;
    if ((pointX << 16) >> 16 !== pointX) return /* outOfRange */ -2;
    const pointY = point.y;
    if ((pointY << 16) >> 16 !== pointY || pointY < -100 || pointY > 100) return /* outOfRange */ -2;
    const trailCount = message.trailCount;
    if ((trailCount & 0xff) !== trailCount || trailCount > 2) return /* tooLong */ -3;
    if (at + 5 > out.length) return /* noRoom */ -1;
    out[at] = pointX;
    out[at + 1] = pointX >>> 8;
    out[at + 2] = pointY;
    out[at + 3] = pointY >>> 8;
    out[at + 4] = trailCount;
    at += 5;
    if (at + trailCount * 4 > out.length) return /* noRoom */ -1;
    const trail = message.trail;
    for (let i = 0; i < trailCount; i++) {
      const trailItem = trail[i]!;
      const trailItemX = trailItem.x;
      if ((trailItemX << 16) >> 16 !== trailItemX) return /* outOfRange */ -2;
      const trailItemY = trailItem.y;
      if ((trailItemY << 16) >> 16 !== trailItemY || trailItemY < -100 || trailItemY > 100)
        return /* outOfRange */ -2;
      out[at] = trailItemX;
      out[at + 1] = trailItemX >>> 8;
      out[at + 2] = trailItemY;
      out[at + 3] = trailItemY >>> 8;
      at += 4;
    }
  }
  return at;
}

export function decodeState(message: State, data: Uint8Array, at: number, end: number): number {
  if (at >= end) return /* truncated */ -4;
  const mask = data[at]!;
  if (mask > 0x07) return /* outOfRange */ -2;
  message.mask = mask;
  at += 1;
  if ((mask & 0x01) /* place */ !== 0) {
    if (at + 5 > end) return /* truncated */ -4;
    const x = data[at]! | (data[at + 1]! << 8);
    if (x > 10000) return /* outOfRange */ -2;
    message.x = x;
    const y = data[at + 2]! | (data[at + 3]! << 8) | (data[at + 4]! << 16);
    if (y > 100000) return /* outOfRange */ -2;
    message.y = y;
    at += 5;
  }
  if ((mask & 0x02) /* look */ !== 0) {
    if (at + 2 > end) return /* truncated */ -4;
    const colour = data[at]!;
    if (colour !== 0 && colour !== 4 && colour !== 200) return /* outOfRange */ -2;
    message.colour = colour as Colour;
    const nameLength = data[at + 1]!;
    if (nameLength > 6) return /* tooLong */ -3;
    at += 2;
    if (nameLength > end - at) return /* truncated */ -4;
    const name = readText(data, at, at + nameLength);
    if (name === undefined) return /* badText */ -7;
    message.name = name;
    at += nameLength;
  }
  if ((mask & 0x04) /* inner */ !== 0) {
    const point = message.point;
    if (at + 5 > end) return /* truncated */ -4;
    point.x = ((data[at]! | (data[at + 1]! << 8)) << 16) >> 16;
    const pointY = ((data[at + 2]! | (data[at + 3]! << 8)) << 16) >> 16;
    if (pointY < -100 || pointY > 100) return /* outOfRange */ -2;
    point.y = pointY;
    const trailCount = data[at + 4]!;
    if (trailCount > 2) return /* tooLong */ -3;
    message.trailCount = trailCount;
    at += 5;
    if (trailCount * 4 > end - at) return /* truncated */ -4;
    const trail = message.trail;
    for (let i = 0; i < trailCount; i++) {
      const trailItem = trail[i]!;
      trailItem.x = ((data[at]! | (data[at + 1]! << 8)) << 16) >> 16;
      const trailItemY = ((data[at + 2]! | (data[at + 3]! << 8)) << 16) >> 16;
      if (trailItemY < -100 || trailItemY > 100) return /* outOfRange */ -2;
      trailItem.y = trailItemY;
      at += 4;
    }
  }
  return at;
}

/** Bits of Broad.mask. */
export const BroadMask = {
  a: 0x01,
  b: 0x02,
  c: 0x04,
  d: 0x08,
  e: 0x10,
  f: 0x20,
  g: 0x40,
  h: 0x80,
  i: 0x100,
} as const;

/**
 * Nine groups need a mask of two bytes.
 * Quantized fields hold their step numbers, as they travel.
 */
export class Broad {
  /** Which groups are there: bits of BroadMask. */
  mask = 0;

  // Group a.
  /** u8. */
  a = 0;

  // Group b.
  /** u8. */
  b = 0;

  // Group c.
  /** u8. */
  c = 0;

  // Group d.
  /** u8. */
  d = 0;

  // Group e.
  /** u8. */
  e = 0;

  // Group f.
  /** u8. */
  f = 0;

  // Group g.
  /** u8. */
  g = 0;

  // Group h.
  /** u8. */
  h = 0;

  // Group i.
  /** u8. */
  i = 0;
}

/** Bytes of the longest; the shortest takes 2. */
export const broadSizeMax = 11;

export function encodeBroad(message: Broad, out: Uint8Array, at: number): number {
  const mask = message.mask;
  if ((mask & 0x1ff) !== mask) return /* outOfRange */ -2;
  if (at + 2 > out.length) return /* noRoom */ -1;
  out[at] = mask;
  out[at + 1] = mask >>> 8;
  at += 2;
  if ((mask & 0x01) /* a */ !== 0) {
    const a = message.a;
    if ((a & 0xff) !== a) return /* outOfRange */ -2;
    if (at >= out.length) return /* noRoom */ -1;
    out[at] = a;
    at += 1;
  }
  if ((mask & 0x02) /* b */ !== 0) {
    const b = message.b;
    if ((b & 0xff) !== b) return /* outOfRange */ -2;
    if (at >= out.length) return /* noRoom */ -1;
    out[at] = b;
    at += 1;
  }
  if ((mask & 0x04) /* c */ !== 0) {
    const c = message.c;
    if ((c & 0xff) !== c) return /* outOfRange */ -2;
    if (at >= out.length) return /* noRoom */ -1;
    out[at] = c;
    at += 1;
  }
  if ((mask & 0x08) /* d */ !== 0) {
    const d = message.d;
    if ((d & 0xff) !== d) return /* outOfRange */ -2;
    if (at >= out.length) return /* noRoom */ -1;
    out[at] = d;
    at += 1;
  }
  if ((mask & 0x10) /* e */ !== 0) {
    const e = message.e;
    if ((e & 0xff) !== e) return /* outOfRange */ -2;
    if (at >= out.length) return /* noRoom */ -1;
    out[at] = e;
    at += 1;
  }
  if ((mask & 0x20) /* f */ !== 0) {
    const f = message.f;
    if ((f & 0xff) !== f) return /* outOfRange */ -2;
    if (at >= out.length) return /* noRoom */ -1;
    out[at] = f;
    at += 1;
  }
  if ((mask & 0x40) /* g */ !== 0) {
    const g = message.g;
    if ((g & 0xff) !== g) return /* outOfRange */ -2;
    if (at >= out.length) return /* noRoom */ -1;
    out[at] = g;
    at += 1;
  }
  if ((mask & 0x80) /* h */ !== 0) {
    const h = message.h;
    if ((h & 0xff) !== h) return /* outOfRange */ -2;
    if (at >= out.length) return /* noRoom */ -1;
    out[at] = h;
    at += 1;
  }
  if ((mask & 0x100) /* i */ !== 0) {
    const i_ = message.i;
    if ((i_ & 0xff) !== i_) return /* outOfRange */ -2;
    if (at >= out.length) return /* noRoom */ -1;
    out[at] = i_;
    at += 1;
  }
  return at;
}

export function decodeBroad(message: Broad, data: Uint8Array, at: number, end: number): number {
  if (at + 2 > end) return /* truncated */ -4;
  const mask = data[at]! | (data[at + 1]! << 8);
  if (mask > 0x1ff) return /* outOfRange */ -2;
  message.mask = mask;
  at += 2;
  if ((mask & 0x01) /* a */ !== 0) {
    if (at >= end) return /* truncated */ -4;
    message.a = data[at]!;
    at += 1;
  }
  if ((mask & 0x02) /* b */ !== 0) {
    if (at >= end) return /* truncated */ -4;
    message.b = data[at]!;
    at += 1;
  }
  if ((mask & 0x04) /* c */ !== 0) {
    if (at >= end) return /* truncated */ -4;
    message.c = data[at]!;
    at += 1;
  }
  if ((mask & 0x08) /* d */ !== 0) {
    if (at >= end) return /* truncated */ -4;
    message.d = data[at]!;
    at += 1;
  }
  if ((mask & 0x10) /* e */ !== 0) {
    if (at >= end) return /* truncated */ -4;
    message.e = data[at]!;
    at += 1;
  }
  if ((mask & 0x20) /* f */ !== 0) {
    if (at >= end) return /* truncated */ -4;
    message.f = data[at]!;
    at += 1;
  }
  if ((mask & 0x40) /* g */ !== 0) {
    if (at >= end) return /* truncated */ -4;
    message.g = data[at]!;
    at += 1;
  }
  if ((mask & 0x80) /* h */ !== 0) {
    if (at >= end) return /* truncated */ -4;
    message.h = data[at]!;
    at += 1;
  }
  if ((mask & 0x100) /* i */ !== 0) {
    if (at >= end) return /* truncated */ -4;
    message.i = data[at]!;
    at += 1;
  }
  return at;
}

export const recordsId = 0x06;
/** Bytes of the longest; the shortest takes 5, with the id. */
export const recordsSizeMax = 67;

/** From either side, reliable. */
export class Records {
  readonly state = new State();
  readonly broad = new Broad();
  /** Whether `maybe` is there. */
  hasMaybe = false;
  readonly maybe = new State();
}

export function encodeRecords(message: Records, out: Uint8Array, at: number): number {
  const presence = message.hasMaybe ? 0x01 : 0;
  const state = message.state;
  const mask = state.mask;
  if ((mask & 0x07) !== mask) return /* outOfRange */ -2;
  if (at + 3 > out.length) return /* noRoom */ -1;
  out[at] = 0x06;
  out[at + 1] = presence;
  out[at + 2] = mask;
  at += 3;
  if ((mask & 0x01) /* place */ !== 0) {
    const x = state.x;
    if ((x & 0xffff) !== x || x > 10000) return /* outOfRange */ -2;
    const y = state.y;
    if ((y & 0xffffff) !== y || y > 100000) return /* outOfRange */ -2;
    if (at + 5 > out.length) return /* noRoom */ -1;
    out[at] = x;
    out[at + 1] = x >>> 8;
    out[at + 2] = y;
    out[at + 3] = y >>> 8;
    out[at + 4] = y >>> 16;
    at += 5;
  }
  if ((mask & 0x02) /* look */ !== 0) {
    const colour = state.colour;
    if ((colour & 0xff) !== colour || (colour !== 0 && colour !== 4 && colour !== 200))
      return /* outOfRange */ -2;
    if (at >= out.length) return /* noRoom */ -1;
    out[at] = colour;
    at += 1;
    at = writeText(state.name, out, at, 6);
    if (at < 0) return at;
  }
  if ((mask & 0x04) /* inner */ !== 0) {
    const point = state.point;
    const pointX = point.x;
    if ((pointX << 16) >> 16 !== pointX) return /* outOfRange */ -2;
    const pointY = point.y;
    if ((pointY << 16) >> 16 !== pointY || pointY < -100 || pointY > 100) return /* outOfRange */ -2;
    const trailCount = state.trailCount;
    if ((trailCount & 0xff) !== trailCount || trailCount > 2) return /* tooLong */ -3;
    if (at + 5 > out.length) return /* noRoom */ -1;
    out[at] = pointX;
    out[at + 1] = pointX >>> 8;
    out[at + 2] = pointY;
    out[at + 3] = pointY >>> 8;
    out[at + 4] = trailCount;
    at += 5;
    if (at + trailCount * 4 > out.length) return /* noRoom */ -1;
    const trail = state.trail;
    for (let i = 0; i < trailCount; i++) {
      const trailItem = trail[i]!;
      const trailItemX = trailItem.x;
      if ((trailItemX << 16) >> 16 !== trailItemX) return /* outOfRange */ -2;
      const trailItemY = trailItem.y;
      if ((trailItemY << 16) >> 16 !== trailItemY || trailItemY < -100 || trailItemY > 100)
        return /* outOfRange */ -2;
      out[at] = trailItemX;
      out[at + 1] = trailItemX >>> 8;
      out[at + 2] = trailItemY;
      out[at + 3] = trailItemY >>> 8;
      at += 4;
    }
  }
  const broad = message.broad;
  const broadMask = broad.mask;
  if ((broadMask & 0x1ff) !== broadMask) return /* outOfRange */ -2;
  if (at + 2 > out.length) return /* noRoom */ -1;
  out[at] = broadMask;
  out[at + 1] = broadMask >>> 8;
  at += 2;
  if ((broadMask & 0x01) /* a */ !== 0) {
    const a = broad.a;
    if ((a & 0xff) !== a) return /* outOfRange */ -2;
    if (at >= out.length) return /* noRoom */ -1;
    out[at] = a;
    at += 1;
  }
  if ((broadMask & 0x02) /* b */ !== 0) {
    const b = broad.b;
    if ((b & 0xff) !== b) return /* outOfRange */ -2;
    if (at >= out.length) return /* noRoom */ -1;
    out[at] = b;
    at += 1;
  }
  if ((broadMask & 0x04) /* c */ !== 0) {
    const c = broad.c;
    if ((c & 0xff) !== c) return /* outOfRange */ -2;
    if (at >= out.length) return /* noRoom */ -1;
    out[at] = c;
    at += 1;
  }
  if ((broadMask & 0x08) /* d */ !== 0) {
    const d = broad.d;
    if ((d & 0xff) !== d) return /* outOfRange */ -2;
    if (at >= out.length) return /* noRoom */ -1;
    out[at] = d;
    at += 1;
  }
  if ((broadMask & 0x10) /* e */ !== 0) {
    const e = broad.e;
    if ((e & 0xff) !== e) return /* outOfRange */ -2;
    if (at >= out.length) return /* noRoom */ -1;
    out[at] = e;
    at += 1;
  }
  if ((broadMask & 0x20) /* f */ !== 0) {
    const f = broad.f;
    if ((f & 0xff) !== f) return /* outOfRange */ -2;
    if (at >= out.length) return /* noRoom */ -1;
    out[at] = f;
    at += 1;
  }
  if ((broadMask & 0x40) /* g */ !== 0) {
    const g = broad.g;
    if ((g & 0xff) !== g) return /* outOfRange */ -2;
    if (at >= out.length) return /* noRoom */ -1;
    out[at] = g;
    at += 1;
  }
  if ((broadMask & 0x80) /* h */ !== 0) {
    const h = broad.h;
    if ((h & 0xff) !== h) return /* outOfRange */ -2;
    if (at >= out.length) return /* noRoom */ -1;
    out[at] = h;
    at += 1;
  }
  if ((broadMask & 0x100) /* i */ !== 0) {
    const broadI = broad.i;
    if ((broadI & 0xff) !== broadI) return /* outOfRange */ -2;
    if (at >= out.length) return /* noRoom */ -1;
    out[at] = broadI;
    at += 1;
  }
  if (message.hasMaybe) {
    const maybe = message.maybe;
    const maybeMask = maybe.mask;
    if ((maybeMask & 0x07) !== maybeMask) return /* outOfRange */ -2;
    if (at >= out.length) return /* noRoom */ -1;
    out[at] = maybeMask;
    at += 1;
    if ((maybeMask & 0x01) /* place */ !== 0) {
      const maybeX = maybe.x;
      if ((maybeX & 0xffff) !== maybeX || maybeX > 10000) return /* outOfRange */ -2;
      const maybeY = maybe.y;
      if ((maybeY & 0xffffff) !== maybeY || maybeY > 100000) return /* outOfRange */ -2;
      if (at + 5 > out.length) return /* noRoom */ -1;
      out[at] = maybeX;
      out[at + 1] = maybeX >>> 8;
      out[at + 2] = maybeY;
      out[at + 3] = maybeY >>> 8;
      out[at + 4] = maybeY >>> 16;
      at += 5;
    }
    if ((maybeMask & 0x02) /* look */ !== 0) {
      const maybeColour = maybe.colour;
      if (
        (maybeColour & 0xff) !== maybeColour ||
        (maybeColour !== 0 && maybeColour !== 4 && maybeColour !== 200)
      )
        return /* outOfRange */ -2;
      if (at >= out.length) return /* noRoom */ -1;
      out[at] = maybeColour;
      at += 1;
      at = writeText(maybe.name, out, at, 6);
      if (at < 0) return at;
    }
    if ((maybeMask & 0x04) /* inner */ !== 0) {
      const maybePoint = maybe.point;
      const maybePointX = maybePoint.x;
      if ((maybePointX << 16) >> 16 !== maybePointX) return /* outOfRange */ -2;
      const maybePointY = maybePoint.y;
      if ((maybePointY << 16) >> 16 !== maybePointY || maybePointY < -100 || maybePointY > 100)
        return /* outOfRange */ -2;
      const maybeTrailCount = maybe.trailCount;
      if ((maybeTrailCount & 0xff) !== maybeTrailCount || maybeTrailCount > 2) return /* tooLong */ -3;
      if (at + 5 > out.length) return /* noRoom */ -1;
      out[at] = maybePointX;
      out[at + 1] = maybePointX >>> 8;
      out[at + 2] = maybePointY;
      out[at + 3] = maybePointY >>> 8;
      out[at + 4] = maybeTrailCount;
      at += 5;
      if (at + maybeTrailCount * 4 > out.length) return /* noRoom */ -1;
      const maybeTrail = maybe.trail;
      for (let i = 0; i < maybeTrailCount; i++) {
        const maybeTrailItem = maybeTrail[i]!;
        const maybeTrailItemX = maybeTrailItem.x;
        if ((maybeTrailItemX << 16) >> 16 !== maybeTrailItemX) return /* outOfRange */ -2;
        const maybeTrailItemY = maybeTrailItem.y;
        if (
          (maybeTrailItemY << 16) >> 16 !== maybeTrailItemY ||
          maybeTrailItemY < -100 ||
          maybeTrailItemY > 100
        )
          return /* outOfRange */ -2;
        out[at] = maybeTrailItemX;
        out[at + 1] = maybeTrailItemX >>> 8;
        out[at + 2] = maybeTrailItemY;
        out[at + 3] = maybeTrailItemY >>> 8;
        at += 4;
      }
    }
  }
  return at;
}

export function decodeRecords(message: Records, data: Uint8Array, at: number, end: number): number {
  if (end > data.length) return /* truncated */ -4;
  if (end - at > recordsSizeMax) return /* tooLong */ -3;
  const state = message.state;
  if (at + 3 > end) return /* truncated */ -4;
  if (data[at] !== recordsId) return /* wrongId */ -6;
  const presence = data[at + 1]!;
  if (presence > 0x01) return /* outOfRange */ -2;
  message.hasMaybe = (presence & 0x01) !== 0;
  const mask = data[at + 2]!;
  if (mask > 0x07) return /* outOfRange */ -2;
  state.mask = mask;
  at += 3;
  if ((mask & 0x01) /* place */ !== 0) {
    if (at + 5 > end) return /* truncated */ -4;
    const x = data[at]! | (data[at + 1]! << 8);
    if (x > 10000) return /* outOfRange */ -2;
    state.x = x;
    const y = data[at + 2]! | (data[at + 3]! << 8) | (data[at + 4]! << 16);
    if (y > 100000) return /* outOfRange */ -2;
    state.y = y;
    at += 5;
  }
  if ((mask & 0x02) /* look */ !== 0) {
    if (at + 2 > end) return /* truncated */ -4;
    const colour = data[at]!;
    if (colour !== 0 && colour !== 4 && colour !== 200) return /* outOfRange */ -2;
    state.colour = colour as Colour;
    const nameLength = data[at + 1]!;
    if (nameLength > 6) return /* tooLong */ -3;
    at += 2;
    if (nameLength > end - at) return /* truncated */ -4;
    const name = readText(data, at, at + nameLength);
    if (name === undefined) return /* badText */ -7;
    state.name = name;
    at += nameLength;
  }
  if ((mask & 0x04) /* inner */ !== 0) {
    const point = state.point;
    if (at + 5 > end) return /* truncated */ -4;
    point.x = ((data[at]! | (data[at + 1]! << 8)) << 16) >> 16;
    const pointY = ((data[at + 2]! | (data[at + 3]! << 8)) << 16) >> 16;
    if (pointY < -100 || pointY > 100) return /* outOfRange */ -2;
    point.y = pointY;
    const trailCount = data[at + 4]!;
    if (trailCount > 2) return /* tooLong */ -3;
    state.trailCount = trailCount;
    at += 5;
    if (trailCount * 4 > end - at) return /* truncated */ -4;
    const trail = state.trail;
    for (let i = 0; i < trailCount; i++) {
      const trailItem = trail[i]!;
      trailItem.x = ((data[at]! | (data[at + 1]! << 8)) << 16) >> 16;
      const trailItemY = ((data[at + 2]! | (data[at + 3]! << 8)) << 16) >> 16;
      if (trailItemY < -100 || trailItemY > 100) return /* outOfRange */ -2;
      trailItem.y = trailItemY;
      at += 4;
    }
  }
  const broad = message.broad;
  if (at + 2 > end) return /* truncated */ -4;
  const broadMask = data[at]! | (data[at + 1]! << 8);
  if (broadMask > 0x1ff) return /* outOfRange */ -2;
  broad.mask = broadMask;
  at += 2;
  if ((broadMask & 0x01) /* a */ !== 0) {
    if (at >= end) return /* truncated */ -4;
    broad.a = data[at]!;
    at += 1;
  }
  if ((broadMask & 0x02) /* b */ !== 0) {
    if (at >= end) return /* truncated */ -4;
    broad.b = data[at]!;
    at += 1;
  }
  if ((broadMask & 0x04) /* c */ !== 0) {
    if (at >= end) return /* truncated */ -4;
    broad.c = data[at]!;
    at += 1;
  }
  if ((broadMask & 0x08) /* d */ !== 0) {
    if (at >= end) return /* truncated */ -4;
    broad.d = data[at]!;
    at += 1;
  }
  if ((broadMask & 0x10) /* e */ !== 0) {
    if (at >= end) return /* truncated */ -4;
    broad.e = data[at]!;
    at += 1;
  }
  if ((broadMask & 0x20) /* f */ !== 0) {
    if (at >= end) return /* truncated */ -4;
    broad.f = data[at]!;
    at += 1;
  }
  if ((broadMask & 0x40) /* g */ !== 0) {
    if (at >= end) return /* truncated */ -4;
    broad.g = data[at]!;
    at += 1;
  }
  if ((broadMask & 0x80) /* h */ !== 0) {
    if (at >= end) return /* truncated */ -4;
    broad.h = data[at]!;
    at += 1;
  }
  if ((broadMask & 0x100) /* i */ !== 0) {
    if (at >= end) return /* truncated */ -4;
    broad.i = data[at]!;
    at += 1;
  }
  if (message.hasMaybe) {
    const maybe = message.maybe;
    if (at >= end) return /* truncated */ -4;
    const maybeMask = data[at]!;
    if (maybeMask > 0x07) return /* outOfRange */ -2;
    maybe.mask = maybeMask;
    at += 1;
    if ((maybeMask & 0x01) /* place */ !== 0) {
      if (at + 5 > end) return /* truncated */ -4;
      const maybeX = data[at]! | (data[at + 1]! << 8);
      if (maybeX > 10000) return /* outOfRange */ -2;
      maybe.x = maybeX;
      const maybeY = data[at + 2]! | (data[at + 3]! << 8) | (data[at + 4]! << 16);
      if (maybeY > 100000) return /* outOfRange */ -2;
      maybe.y = maybeY;
      at += 5;
    }
    if ((maybeMask & 0x02) /* look */ !== 0) {
      if (at + 2 > end) return /* truncated */ -4;
      const maybeColour = data[at]!;
      if (maybeColour !== 0 && maybeColour !== 4 && maybeColour !== 200) return /* outOfRange */ -2;
      maybe.colour = maybeColour as Colour;
      const maybeNameLength = data[at + 1]!;
      if (maybeNameLength > 6) return /* tooLong */ -3;
      at += 2;
      if (maybeNameLength > end - at) return /* truncated */ -4;
      const maybeName = readText(data, at, at + maybeNameLength);
      if (maybeName === undefined) return /* badText */ -7;
      maybe.name = maybeName;
      at += maybeNameLength;
    }
    if ((maybeMask & 0x04) /* inner */ !== 0) {
      const maybePoint = maybe.point;
      if (at + 5 > end) return /* truncated */ -4;
      maybePoint.x = ((data[at]! | (data[at + 1]! << 8)) << 16) >> 16;
      const maybePointY = ((data[at + 2]! | (data[at + 3]! << 8)) << 16) >> 16;
      if (maybePointY < -100 || maybePointY > 100) return /* outOfRange */ -2;
      maybePoint.y = maybePointY;
      const maybeTrailCount = data[at + 4]!;
      if (maybeTrailCount > 2) return /* tooLong */ -3;
      maybe.trailCount = maybeTrailCount;
      at += 5;
      if (maybeTrailCount * 4 > end - at) return /* truncated */ -4;
      const maybeTrail = maybe.trail;
      for (let i = 0; i < maybeTrailCount; i++) {
        const maybeTrailItem = maybeTrail[i]!;
        maybeTrailItem.x = ((data[at]! | (data[at + 1]! << 8)) << 16) >> 16;
        const maybeTrailItemY = ((data[at + 2]! | (data[at + 3]! << 8)) << 16) >> 16;
        if (maybeTrailItemY < -100 || maybeTrailItemY > 100) return /* outOfRange */ -2;
        maybeTrailItem.y = maybeTrailItemY;
        at += 4;
      }
    }
  }
  return at === end ? at : /* trailing */ -5;
}

export const boundedId = 0x07;
/** Most bytes of a whole message: the encoder refuses more. Its fields could take 202. */
export const boundedSizeMax = 20;

/** From either side, sequenced. */
export class Bounded {
  pointsCount = 0;
  /** Up to 50. */
  readonly points: readonly Point[] = Array.from({ length: 50 }, () => new Point());
}

export function encodeBounded(message: Bounded, out: Uint8Array, at: number): number {
  const start = at;
  const pointsCount = message.pointsCount;
  if ((pointsCount & 0xff) !== pointsCount || pointsCount > 50) return /* tooLong */ -3;
  if (at + 2 > out.length) return /* noRoom */ -1;
  out[at] = 0x07;
  out[at + 1] = pointsCount;
  at += 2;
  if (at + pointsCount * 4 > out.length) return /* noRoom */ -1;
  const points = message.points;
  for (let i = 0; i < pointsCount; i++) {
    const point = points[i]!;
    const x = point.x;
    if ((x << 16) >> 16 !== x) return /* outOfRange */ -2;
    const y = point.y;
    if ((y << 16) >> 16 !== y || y < -100 || y > 100) return /* outOfRange */ -2;
    out[at] = x;
    out[at + 1] = x >>> 8;
    out[at + 2] = y;
    out[at + 3] = y >>> 8;
    at += 4;
  }
  return at - start > boundedSizeMax ? /* tooLong */ -3 : at;
}

export function decodeBounded(message: Bounded, data: Uint8Array, at: number, end: number): number {
  if (end > data.length) return /* truncated */ -4;
  if (end - at > boundedSizeMax) return /* tooLong */ -3;
  if (at + 2 > end) return /* truncated */ -4;
  if (data[at] !== boundedId) return /* wrongId */ -6;
  const pointsCount = data[at + 1]!;
  if (pointsCount > 50) return /* tooLong */ -3;
  message.pointsCount = pointsCount;
  at += 2;
  if (pointsCount * 4 > end - at) return /* truncated */ -4;
  const points = message.points;
  for (let i = 0; i < pointsCount; i++) {
    const point = points[i]!;
    point.x = ((data[at]! | (data[at + 1]! << 8)) << 16) >> 16;
    const y = ((data[at + 2]! | (data[at + 3]! << 8)) << 16) >> 16;
    if (y < -100 || y > 100) return /* outOfRange */ -2;
    point.y = y;
    at += 4;
  }
  return at === end ? at : /* trailing */ -5;
}

export const paddedId = 0x08;
/** Bytes of every one, with the id and the padding. */
export const paddedSizeMax = 64;

/** From either side, in the handshake. */
export class Padded {
  /** Up to 20 bytes of UTF-8. */
  name = '';
}

export function encodePadded(message: Padded, out: Uint8Array, at: number): number {
  const end = at + paddedSizeMax;
  if (end > out.length) return /* noRoom */ -1;
  if (at >= out.length) return /* noRoom */ -1;
  out[at] = 0x08;
  at += 1;
  at = writeText(message.name, out, at, 20);
  if (at < 0) return at;
  out.fill(0, at, end);
  return end;
}

export function decodePadded(message: Padded, data: Uint8Array, at: number, end: number): number {
  if (end > data.length || end - at < paddedSizeMax) return /* truncated */ -4;
  if (end - at > paddedSizeMax) return /* trailing */ -5;
  if (data[at] !== paddedId) return /* wrongId */ -6;
  const nameLength = data[at + 1]!;
  if (nameLength > 20) return /* tooLong */ -3;
  at += 2;
  if (nameLength > end - at) return /* truncated */ -4;
  const name = readText(data, at, at + nameLength);
  if (name === undefined) return /* badText */ -7;
  message.name = name;
  at += nameLength;
  for (; at < end; at++) if (data[at] !== 0) return /* notCanonical */ -8;
  return at;
}

export const emptyId = 0x09;
/** Bytes of every one, with the id. */
export const emptySizeMax = 1;

/** From either side, unreliable. */
export class Empty {}

export function encodeEmpty(_message: Empty, out: Uint8Array, at: number): number {
  if (at >= out.length) return /* noRoom */ -1;
  out[at] = 0x09;
  at += 1;
  return at;
}

export function decodeEmpty(_message: Empty, data: Uint8Array, at: number, end: number): number {
  if (end > data.length || end - at < emptySizeMax) return /* truncated */ -4;
  if (end - at > emptySizeMax) return /* trailing */ -5;
  if (data[at] !== emptyId) return /* wrongId */ -6;
  at += 1;
  return at;
}

export const parcelId = 0x0e;
/** Bytes of the longest; the shortest takes 5, with the id. */
export const parcelSizeMax = 49;

/**
 * Arrives for certain, in any order.
 * From the client, reliable, at most 5 a second.
 */
export class Parcel {
  /** u16. */
  number = 0;
  /** Varint, in coins. */
  price = 0;
  contentLength = 0;
  /** Up to 40 bytes. */
  readonly content = new Uint8Array(40);
}

export function encodeParcel(message: Parcel, out: Uint8Array, at: number): number {
  const number = message.number;
  if ((number & 0xffff) !== number) return /* outOfRange */ -2;
  const price = message.price;
  if (price >>> 0 !== price) return /* outOfRange */ -2;
  if (at + 3 > out.length) return /* noRoom */ -1;
  out[at] = 0x0e;
  out[at + 1] = number;
  out[at + 2] = number >>> 8;
  at += 3;
  at = writeVarint(price, out, at);
  if (at < 0) return at;
  const contentLength = message.contentLength;
  if ((contentLength & 0xff) !== contentLength || contentLength > 40) return /* tooLong */ -3;
  if (at >= out.length) return /* noRoom */ -1;
  out[at] = contentLength;
  at += 1;
  if (at + contentLength > out.length) return /* noRoom */ -1;
  const content = message.content;
  for (let i = 0; i < contentLength; i++) out[at + i] = content[i]!;
  at += contentLength;
  return at;
}

export function decodeParcel(message: Parcel, data: Uint8Array, at: number, end: number): number {
  if (end > data.length) return /* truncated */ -4;
  if (end - at > parcelSizeMax) return /* tooLong */ -3;
  if (at + 3 > end) return /* truncated */ -4;
  if (data[at] !== parcelId) return /* wrongId */ -6;
  message.number = data[at + 1]! | (data[at + 2]! << 8);
  at += 3;
  const price = readVarint(data, at, end);
  if (price < 0) return price;
  at += varintSize(price);
  message.price = price;
  if (at >= end) return /* truncated */ -4;
  const contentLength = data[at]!;
  if (contentLength > 40) return /* tooLong */ -3;
  message.contentLength = contentLength;
  at += 1;
  if (contentLength > end - at) return /* truncated */ -4;
  const content = message.content;
  for (let i = 0; i < contentLength; i++) content[i] = data[at + i]!;
  at += contentLength;
  return at === end ? at : /* trailing */ -5;
}

/** Bits of Moving.mask. */
export const MovingMask = {
  place: 0x01,
  /** Mixed: only some of these can be differences. */
  motion: 0x02,
  counters: 0x04,
  title: 0x08,
  look: 0x10,
} as const;

/**
 * Travels against a baseline too.
 * Quantized fields hold their step numbers, as they travel.
 */
export class Moving {
  /** Which groups are there: bits of MovingMask. */
  mask = 0;

  // Group place.
  /** 0 .. 65535: steps of 0.015625 from 0. */
  x = 0;
  /** 0 .. 65535: steps of 0.015625 from 0. */
  y = 0;

  // Group motion.
  /** 0 .. 8388608: steps of 0.00000095367431640625 from -4. */
  fine = 0;
  mood: Colour = Colour.red;
  /** 1/65536 turn. */
  heading = 0;
  /** u8. */
  small = 0;
  /** i16, -300 .. 300. */
  signed = 0;

  // Group counters.
  /** u32. */
  total = 0;
  /** i32. */
  balance = 0;
  /** u32, 10 .. 4000000000. */
  most = 10;
  /** Varint. */
  earned = 0;

  // Group title.
  /** Up to 12 bytes of UTF-8. */
  name = '';
  /** 4 bytes. */
  readonly tag = new Uint8Array(4);
  noteLength = 0;
  /** Up to 6 bytes. */
  readonly note = new Uint8Array(6);

  // Group look.
  colour: Colour = Colour.red;
  /** Bits of AllMarks. */
  marks = 0;
  /** F32, 0 .. 1. */
  share = 0;
  alive = false;
  /** 1/256 turn. */
  angle = 0;
}

/** Bytes of the longest; the shortest takes 1. */
export const movingSizeMax = 66;

/** 0 .. 65535: steps of 0.015625 from 0. Clamps; NaN gives NaN, which no encoder takes. */
export function quantizeMovingX(value: number): number {
  return value <= 0 ? 0 : value >= 1023.984375 ? 65535 : Math.floor(value * 64 + 0.5);
}

export function dequantizeMovingX(steps: number): number {
  return steps / 64;
}

/** 0 .. 65535: steps of 0.015625 from 0. Clamps; NaN gives NaN, which no encoder takes. */
export function quantizeMovingY(value: number): number {
  return value <= 0 ? 0 : value >= 1023.984375 ? 65535 : Math.floor(value * 64 + 0.5);
}

export function dequantizeMovingY(steps: number): number {
  return steps / 64;
}

/**
 * 0 .. 8388608: steps of 0.00000095367431640625 from -4. Clamps; NaN gives NaN, which no encoder takes.
 */
export function quantizeMovingFine(value: number): number {
  return value <= -4 ? 0 : value >= 4 ? 8388608 : Math.floor((value + 4) * 1048576 + 0.5);
}

export function dequantizeMovingFine(steps: number): number {
  return steps / 1048576 - 4;
}

export function encodeMoving(message: Moving, out: Uint8Array, at: number): number {
  const mask = message.mask;
  if ((mask & 0x1f) !== mask) return /* outOfRange */ -2;
  if (at >= out.length) return /* noRoom */ -1;
  out[at] = mask;
  at += 1;
  if ((mask & 0x01) /* place */ !== 0) {
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
  if ((mask & 0x02) /* motion */ !== 0) {
    const fine = message.fine;
    if ((fine & 0xffffff) !== fine || fine > 8388608) return /* outOfRange */ -2;
    const mood = message.mood;
    if ((mood & 0xff) !== mood || (mood !== 0 && mood !== 4 && mood !== 200)) return /* outOfRange */ -2;
    const heading = message.heading;
    if ((heading & 0xffff) !== heading) return /* outOfRange */ -2;
    const small = message.small;
    if ((small & 0xff) !== small) return /* outOfRange */ -2;
    const signed = message.signed;
    if ((signed << 16) >> 16 !== signed || signed < -300 || signed > 300) return /* outOfRange */ -2;
    if (at + 9 > out.length) return /* noRoom */ -1;
    out[at] = fine;
    out[at + 1] = fine >>> 8;
    out[at + 2] = fine >>> 16;
    out[at + 3] = mood;
    out[at + 4] = heading;
    out[at + 5] = heading >>> 8;
    out[at + 6] = small;
    out[at + 7] = signed;
    out[at + 8] = signed >>> 8;
    at += 9;
  }
  if ((mask & 0x04) /* counters */ !== 0) {
    const total = message.total;
    if (total >>> 0 !== total) return /* outOfRange */ -2;
    const balance = message.balance;
    if ((balance | 0) !== balance) return /* outOfRange */ -2;
    const most = message.most;
    if (most >>> 0 !== most || most < 10 || most > 4000000000) return /* outOfRange */ -2;
    const earned = message.earned;
    if (earned >>> 0 !== earned) return /* outOfRange */ -2;
    if (at + 12 > out.length) return /* noRoom */ -1;
    out[at] = total;
    out[at + 1] = total >>> 8;
    out[at + 2] = total >>> 16;
    out[at + 3] = total >>> 24;
    out[at + 4] = balance;
    out[at + 5] = balance >>> 8;
    out[at + 6] = balance >>> 16;
    out[at + 7] = balance >>> 24;
    out[at + 8] = most;
    out[at + 9] = most >>> 8;
    out[at + 10] = most >>> 16;
    out[at + 11] = most >>> 24;
    at += 12;
    at = writeVarint(earned, out, at);
    if (at < 0) return at;
  }
  if ((mask & 0x08) /* title */ !== 0) {
    at = writeText(message.name, out, at, 12);
    if (at < 0) return at;
    const tag = message.tag;
    const noteLength = message.noteLength;
    if ((noteLength & 0xff) !== noteLength || noteLength > 6) return /* tooLong */ -3;
    if (at + 5 > out.length) return /* noRoom */ -1;
    for (let i = 0; i < 4; i++) out[at + i] = tag[i]!;
    out[at + 4] = noteLength;
    at += 5;
    if (at + noteLength > out.length) return /* noRoom */ -1;
    const note = message.note;
    for (let i = 0; i < noteLength; i++) out[at + i] = note[i]!;
    at += noteLength;
  }
  if ((mask & 0x10) /* look */ !== 0) {
    const colour = message.colour;
    if ((colour & 0xff) !== colour || (colour !== 0 && colour !== 4 && colour !== 200))
      return /* outOfRange */ -2;
    const marks = message.marks;
    if ((marks & 0x80000001) >>> 0 !== marks) return /* outOfRange */ -2;
    const share = message.share;
    if (!(share >= 0 && share <= 1)) return /* outOfRange */ -2;
    const alive = message.alive;
    const angle = message.angle;
    if ((angle & 0xff) !== angle) return /* outOfRange */ -2;
    if (at + 11 > out.length) return /* noRoom */ -1;
    out[at] = colour;
    out[at + 1] = marks;
    out[at + 2] = marks >>> 8;
    out[at + 3] = marks >>> 16;
    out[at + 4] = marks >>> 24;
    floatView.setFloat32(0, share, true);
    out[at + 5] = floatBytes[0]!;
    out[at + 6] = floatBytes[1]!;
    out[at + 7] = floatBytes[2]!;
    out[at + 8] = floatBytes[3]!;
    out[at + 9] = alive ? 1 : 0;
    out[at + 10] = angle;
    at += 11;
  }
  return at;
}

export function decodeMoving(message: Moving, data: Uint8Array, at: number, end: number): number {
  if (at >= end) return /* truncated */ -4;
  const mask = data[at]!;
  if (mask > 0x1f) return /* outOfRange */ -2;
  message.mask = mask;
  at += 1;
  if ((mask & 0x01) /* place */ !== 0) {
    if (at + 4 > end) return /* truncated */ -4;
    message.x = data[at]! | (data[at + 1]! << 8);
    message.y = data[at + 2]! | (data[at + 3]! << 8);
    at += 4;
  }
  if ((mask & 0x02) /* motion */ !== 0) {
    if (at + 9 > end) return /* truncated */ -4;
    const fine = data[at]! | (data[at + 1]! << 8) | (data[at + 2]! << 16);
    if (fine > 8388608) return /* outOfRange */ -2;
    message.fine = fine;
    const mood = data[at + 3]!;
    if (mood !== 0 && mood !== 4 && mood !== 200) return /* outOfRange */ -2;
    message.mood = mood as Colour;
    message.heading = data[at + 4]! | (data[at + 5]! << 8);
    message.small = data[at + 6]!;
    const signed = ((data[at + 7]! | (data[at + 8]! << 8)) << 16) >> 16;
    if (signed < -300 || signed > 300) return /* outOfRange */ -2;
    message.signed = signed;
    at += 9;
  }
  if ((mask & 0x04) /* counters */ !== 0) {
    if (at + 12 > end) return /* truncated */ -4;
    message.total = (data[at]! | (data[at + 1]! << 8) | (data[at + 2]! << 16) | (data[at + 3]! << 24)) >>> 0;
    message.balance = data[at + 4]! | (data[at + 5]! << 8) | (data[at + 6]! << 16) | (data[at + 7]! << 24);
    const most =
      (data[at + 8]! | (data[at + 9]! << 8) | (data[at + 10]! << 16) | (data[at + 11]! << 24)) >>> 0;
    if (most < 10 || most > 4000000000) return /* outOfRange */ -2;
    message.most = most;
    at += 12;
    const earned = readVarint(data, at, end);
    if (earned < 0) return earned;
    at += varintSize(earned);
    message.earned = earned;
  }
  if ((mask & 0x08) /* title */ !== 0) {
    if (at >= end) return /* truncated */ -4;
    const nameLength = data[at]!;
    if (nameLength > 12) return /* tooLong */ -3;
    at += 1;
    if (nameLength > end - at) return /* truncated */ -4;
    const name = readText(data, at, at + nameLength);
    if (name === undefined) return /* badText */ -7;
    message.name = name;
    at += nameLength;
    const tag = message.tag;
    if (at + 5 > end) return /* truncated */ -4;
    for (let i = 0; i < 4; i++) tag[i] = data[at + i]!;
    const noteLength = data[at + 4]!;
    if (noteLength > 6) return /* tooLong */ -3;
    message.noteLength = noteLength;
    at += 5;
    if (noteLength > end - at) return /* truncated */ -4;
    const note = message.note;
    for (let i = 0; i < noteLength; i++) note[i] = data[at + i]!;
    at += noteLength;
  }
  if ((mask & 0x10) /* look */ !== 0) {
    if (at + 11 > end) return /* truncated */ -4;
    const colour = data[at]!;
    if (colour !== 0 && colour !== 4 && colour !== 200) return /* outOfRange */ -2;
    message.colour = colour as Colour;
    const marks =
      (data[at + 1]! | (data[at + 2]! << 8) | (data[at + 3]! << 16) | (data[at + 4]! << 24)) >>> 0;
    if ((marks & ~0x80000001) !== 0) return /* outOfRange */ -2;
    message.marks = marks;
    floatBytes[0] = data[at + 5]!;
    floatBytes[1] = data[at + 6]!;
    floatBytes[2] = data[at + 7]!;
    floatBytes[3] = data[at + 8]!;
    const share = floatView.getFloat32(0, true);
    if (!(share >= 0 && share <= 1)) return /* outOfRange */ -2;
    message.share = share;
    const alive = data[at + 9]!;
    if (alive > 1) return /* outOfRange */ -2;
    message.alive = alive === 1;
    message.angle = data[at + 10]!;
    at += 11;
  }
  return at;
}

/** Bytes of the longest Moving against a baseline; the shortest takes 1. */
export const movingDeltaSizeMax = 66;
/**
 * Writes the groups of `message.mask`: as differences to `baseline` where it holds the group and that is shorter.
 */
export function encodeMovingDelta(message: Moving, baseline: Moving, out: Uint8Array, at: number): number {
  const mask = message.mask;
  if ((mask & 0x1f) !== mask) return /* outOfRange */ -2;
  const held = baseline.mask;
  const headerAt = at;
  if (at + 1 > out.length) return /* noRoom */ -1;
  out[at] = mask;
  at += 1;
  if ((mask & 0x01) /* place */ !== 0) {
    const x = message.x;
    if ((x & 0xffff) !== x) return /* outOfRange */ -2;
    const xChange = (x - baseline.x) | 0;
    const xCode = ((xChange << 1) ^ (xChange >> 31)) >>> 0;
    const y = message.y;
    if ((y & 0xffff) !== y) return /* outOfRange */ -2;
    const yChange = (y - baseline.y) | 0;
    const yCode = ((yChange << 1) ^ (yChange >> 31)) >>> 0;
    place: {
      if ((held & 0x01) /* place */ !== 0) {
        if ((xCode | yCode) >>> 0 < 0x80) {
          if (at + 2 > out.length) return /* noRoom */ -1;
          out[headerAt] = out[headerAt]! | 0x20;
          out[at] = xCode;
          out[at + 1] = yCode;
          at += 2;
          break place;
        }
        const bytes = varintSize(xCode) + varintSize(yCode);
        if (bytes < 4) {
          if (at + bytes > out.length) return /* noRoom */ -1;
          out[headerAt] = out[headerAt]! | 0x20;
          at = putVarint(xCode, out, at);
          at = putVarint(yCode, out, at);
          break place;
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
  if ((mask & 0x02) /* motion */ !== 0) {
    const fine = message.fine;
    if ((fine & 0xffffff) !== fine || fine > 8388608) return /* outOfRange */ -2;
    const fineChange = (fine - baseline.fine) | 0;
    const fineCode = ((fineChange << 1) ^ (fineChange >> 31)) >>> 0;
    const heading = message.heading;
    if ((heading & 0xffff) !== heading) return /* outOfRange */ -2;
    const headingChange = ((heading - baseline.heading) << 16) >> 16;
    const headingCode = ((headingChange << 1) ^ (headingChange >> 31)) >>> 0;
    const signed = message.signed;
    if ((signed << 16) >> 16 !== signed || signed < -300 || signed > 300) return /* outOfRange */ -2;
    const signedChange = (signed - baseline.signed) | 0;
    const signedCode = ((signedChange << 1) ^ (signedChange >> 31)) >>> 0;
    motion: {
      if ((held & 0x02) /* motion */ !== 0) {
        if ((fineCode | headingCode | signedCode) >>> 0 < 0x80) {
          if (at + 3 > out.length) return /* noRoom */ -1;
          out[headerAt] = out[headerAt]! | 0x40;
          out[at] = fineCode;
          out[at + 1] = headingCode;
          out[at + 2] = signedCode;
          at += 3;
          const mood = message.mood;
          if ((mood & 0xff) !== mood || (mood !== 0 && mood !== 4 && mood !== 200))
            return /* outOfRange */ -2;
          const small = message.small;
          if ((small & 0xff) !== small) return /* outOfRange */ -2;
          if (at + 2 > out.length) return /* noRoom */ -1;
          out[at] = mood;
          out[at + 1] = small;
          at += 2;
          break motion;
        }
        const bytes_ = varintSize(fineCode) + varintSize(headingCode) + varintSize(signedCode);
        if (bytes_ < 7) {
          if (at + bytes_ > out.length) return /* noRoom */ -1;
          out[headerAt] = out[headerAt]! | 0x40;
          at = putVarint(fineCode, out, at);
          at = putVarint(headingCode, out, at);
          at = putVarint(signedCode, out, at);
          const mood_ = message.mood;
          if ((mood_ & 0xff) !== mood_ || (mood_ !== 0 && mood_ !== 4 && mood_ !== 200))
            return /* outOfRange */ -2;
          const small_ = message.small;
          if ((small_ & 0xff) !== small_) return /* outOfRange */ -2;
          if (at + 2 > out.length) return /* noRoom */ -1;
          out[at] = mood_;
          out[at + 1] = small_;
          at += 2;
          break motion;
        }
      }
      const mood__ = message.mood;
      if ((mood__ & 0xff) !== mood__ || (mood__ !== 0 && mood__ !== 4 && mood__ !== 200))
        return /* outOfRange */ -2;
      const small__ = message.small;
      if ((small__ & 0xff) !== small__) return /* outOfRange */ -2;
      if (at + 9 > out.length) return /* noRoom */ -1;
      out[at] = fine;
      out[at + 1] = fine >>> 8;
      out[at + 2] = fine >>> 16;
      out[at + 3] = mood__;
      out[at + 4] = heading;
      out[at + 5] = heading >>> 8;
      out[at + 6] = small__;
      out[at + 7] = signed;
      out[at + 8] = signed >>> 8;
      at += 9;
    }
  }
  if ((mask & 0x04) /* counters */ !== 0) {
    const total = message.total;
    if (total >>> 0 !== total) return /* outOfRange */ -2;
    const totalChange = (total - baseline.total) | 0;
    const totalCode = ((totalChange << 1) ^ (totalChange >> 31)) >>> 0;
    const balance = message.balance;
    if ((balance | 0) !== balance) return /* outOfRange */ -2;
    const balanceChange = (balance - baseline.balance) | 0;
    const balanceCode = ((balanceChange << 1) ^ (balanceChange >> 31)) >>> 0;
    const most = message.most;
    if (most >>> 0 !== most || most < 10 || most > 4000000000) return /* outOfRange */ -2;
    const mostChange = (most - baseline.most) | 0;
    const mostCode = ((mostChange << 1) ^ (mostChange >> 31)) >>> 0;
    counters: {
      if ((held & 0x04) /* counters */ !== 0) {
        if ((totalCode | balanceCode | mostCode) >>> 0 < 0x80) {
          if (at + 3 > out.length) return /* noRoom */ -1;
          out[headerAt] = out[headerAt]! | 0x80;
          out[at] = totalCode;
          out[at + 1] = balanceCode;
          out[at + 2] = mostCode;
          at += 3;
          const earned = message.earned;
          if (earned >>> 0 !== earned) return /* outOfRange */ -2;
          at = writeVarint(earned, out, at);
          if (at < 0) return at;
          break counters;
        }
        const bytes__ = varintSize(totalCode) + varintSize(balanceCode) + varintSize(mostCode);
        if (bytes__ < 12) {
          if (at + bytes__ > out.length) return /* noRoom */ -1;
          out[headerAt] = out[headerAt]! | 0x80;
          at = putVarint(totalCode, out, at);
          at = putVarint(balanceCode, out, at);
          at = putVarint(mostCode, out, at);
          const earned_ = message.earned;
          if (earned_ >>> 0 !== earned_) return /* outOfRange */ -2;
          at = writeVarint(earned_, out, at);
          if (at < 0) return at;
          break counters;
        }
      }
      const earned__ = message.earned;
      if (earned__ >>> 0 !== earned__) return /* outOfRange */ -2;
      if (at + 12 > out.length) return /* noRoom */ -1;
      out[at] = total;
      out[at + 1] = total >>> 8;
      out[at + 2] = total >>> 16;
      out[at + 3] = total >>> 24;
      out[at + 4] = balance;
      out[at + 5] = balance >>> 8;
      out[at + 6] = balance >>> 16;
      out[at + 7] = balance >>> 24;
      out[at + 8] = most;
      out[at + 9] = most >>> 8;
      out[at + 10] = most >>> 16;
      out[at + 11] = most >>> 24;
      at += 12;
      at = writeVarint(earned__, out, at);
      if (at < 0) return at;
    }
  }
  if ((mask & 0x08) /* title */ !== 0) {
    at = writeText(message.name, out, at, 12);
    if (at < 0) return at;
    const tag = message.tag;
    const noteLength = message.noteLength;
    if ((noteLength & 0xff) !== noteLength || noteLength > 6) return /* tooLong */ -3;
    if (at + 5 > out.length) return /* noRoom */ -1;
    for (let i = 0; i < 4; i++) out[at + i] = tag[i]!;
    out[at + 4] = noteLength;
    at += 5;
    if (at + noteLength > out.length) return /* noRoom */ -1;
    const note = message.note;
    for (let i = 0; i < noteLength; i++) out[at + i] = note[i]!;
    at += noteLength;
  }
  if ((mask & 0x10) /* look */ !== 0) {
    const colour = message.colour;
    if ((colour & 0xff) !== colour || (colour !== 0 && colour !== 4 && colour !== 200))
      return /* outOfRange */ -2;
    const marks = message.marks;
    if ((marks & 0x80000001) >>> 0 !== marks) return /* outOfRange */ -2;
    const share = message.share;
    if (!(share >= 0 && share <= 1)) return /* outOfRange */ -2;
    const alive = message.alive;
    const angle = message.angle;
    if ((angle & 0xff) !== angle) return /* outOfRange */ -2;
    if (at + 11 > out.length) return /* noRoom */ -1;
    out[at] = colour;
    out[at + 1] = marks;
    out[at + 2] = marks >>> 8;
    out[at + 3] = marks >>> 16;
    out[at + 4] = marks >>> 24;
    floatView.setFloat32(0, share, true);
    out[at + 5] = floatBytes[0]!;
    out[at + 6] = floatBytes[1]!;
    out[at + 7] = floatBytes[2]!;
    out[at + 8] = floatBytes[3]!;
    out[at + 9] = alive ? 1 : 0;
    out[at + 10] = angle;
    at += 11;
  }
  return at;
}

/**
 * Needs the baseline that the encoder had. The baseline may be the message itself, whose mask then tells what came.
 */
export function decodeMovingDelta(
  message: Moving,
  baseline: Moving,
  data: Uint8Array,
  at: number,
  end: number,
): number {
  if (at >= end) return /* truncated */ -4;
  const header = data[at]!;
  at += 1;
  const mask = header & 0x1f;
  const held = baseline.mask;
  message.mask = mask;
  if ((mask & 0x01) /* place */ !== 0) {
    if ((header & 0x20) !== 0) {
      if ((held & 0x01) /* place */ === 0) return /* noBaseline */ -9;
      let xCode: number, yCode: number;
      if (at + 2 <= end && (data[at]! | data[at + 1]!) < 0x80) {
        xCode = data[at]!;
        yCode = data[at + 1]!;
        at += 2;
      } else {
        const placeStart = at;
        xCode = readVarint(data, at, end);
        if (xCode < 0) return xCode;
        at += varintSize(xCode);
        yCode = readVarint(data, at, end);
        if (yCode < 0) return yCode;
        at += varintSize(yCode);
        if (at - placeStart >= 4) return /* notCanonical */ -8;
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
  } else if ((header & 0x20) !== 0) return /* outOfRange */ -2;
  if ((mask & 0x02) /* motion */ !== 0) {
    if ((header & 0x40) !== 0) {
      if ((held & 0x02) /* motion */ === 0) return /* noBaseline */ -9;
      let fineCode: number, headingCode: number, signedCode: number;
      if (at + 3 <= end && (data[at]! | data[at + 1]! | data[at + 2]!) < 0x80) {
        fineCode = data[at]!;
        headingCode = data[at + 1]!;
        signedCode = data[at + 2]!;
        at += 3;
      } else {
        const motionStart = at;
        fineCode = readVarint(data, at, end);
        if (fineCode < 0) return fineCode;
        at += varintSize(fineCode);
        headingCode = readVarint(data, at, end);
        if (headingCode < 0) return headingCode;
        at += varintSize(headingCode);
        signedCode = readVarint(data, at, end);
        if (signedCode < 0) return signedCode;
        at += varintSize(signedCode);
        if (at - motionStart >= 7) return /* notCanonical */ -8;
      }
      const fine = baseline.fine + ((fineCode >>> 1) ^ -(fineCode & 1));
      if (fine >>> 0 > 8388608) return /* outOfRange */ -2;
      message.fine = fine;
      const heading = (baseline.heading + ((headingCode >>> 1) ^ -(headingCode & 1))) & 0xffff;
      message.heading = heading;
      const signed = baseline.signed + ((signedCode >>> 1) ^ -(signedCode & 1));
      if (signed < -300 || signed > 300) return /* outOfRange */ -2;
      message.signed = signed;
      if (at + 2 > end) return /* truncated */ -4;
      const mood = data[at]!;
      if (mood !== 0 && mood !== 4 && mood !== 200) return /* outOfRange */ -2;
      message.mood = mood as Colour;
      message.small = data[at + 1]!;
      at += 2;
    } else {
      if (at + 9 > end) return /* truncated */ -4;
      const fine_ = data[at]! | (data[at + 1]! << 8) | (data[at + 2]! << 16);
      if (fine_ > 8388608) return /* outOfRange */ -2;
      message.fine = fine_;
      const mood_ = data[at + 3]!;
      if (mood_ !== 0 && mood_ !== 4 && mood_ !== 200) return /* outOfRange */ -2;
      message.mood = mood_ as Colour;
      message.heading = data[at + 4]! | (data[at + 5]! << 8);
      message.small = data[at + 6]!;
      const signed_ = ((data[at + 7]! | (data[at + 8]! << 8)) << 16) >> 16;
      if (signed_ < -300 || signed_ > 300) return /* outOfRange */ -2;
      message.signed = signed_;
      at += 9;
    }
  } else if ((header & 0x40) !== 0) return /* outOfRange */ -2;
  if ((mask & 0x04) /* counters */ !== 0) {
    if ((header & 0x80) !== 0) {
      if ((held & 0x04) /* counters */ === 0) return /* noBaseline */ -9;
      let totalCode: number, balanceCode: number, mostCode: number;
      if (at + 3 <= end && (data[at]! | data[at + 1]! | data[at + 2]!) < 0x80) {
        totalCode = data[at]!;
        balanceCode = data[at + 1]!;
        mostCode = data[at + 2]!;
        at += 3;
      } else {
        const countersStart = at;
        totalCode = readVarint(data, at, end);
        if (totalCode < 0) return totalCode;
        at += varintSize(totalCode);
        balanceCode = readVarint(data, at, end);
        if (balanceCode < 0) return balanceCode;
        at += varintSize(balanceCode);
        mostCode = readVarint(data, at, end);
        if (mostCode < 0) return mostCode;
        at += varintSize(mostCode);
        if (at - countersStart >= 12) return /* notCanonical */ -8;
      }
      const total = (baseline.total + ((totalCode >>> 1) ^ -(totalCode & 1))) >>> 0;
      message.total = total;
      const balance = (baseline.balance + ((balanceCode >>> 1) ^ -(balanceCode & 1))) | 0;
      message.balance = balance;
      const most = (baseline.most + ((mostCode >>> 1) ^ -(mostCode & 1))) >>> 0;
      if (most < 10 || most > 4000000000) return /* outOfRange */ -2;
      message.most = most;
      const earned = readVarint(data, at, end);
      if (earned < 0) return earned;
      at += varintSize(earned);
      message.earned = earned;
    } else {
      if (at + 12 > end) return /* truncated */ -4;
      message.total =
        (data[at]! | (data[at + 1]! << 8) | (data[at + 2]! << 16) | (data[at + 3]! << 24)) >>> 0;
      message.balance = data[at + 4]! | (data[at + 5]! << 8) | (data[at + 6]! << 16) | (data[at + 7]! << 24);
      const most_ =
        (data[at + 8]! | (data[at + 9]! << 8) | (data[at + 10]! << 16) | (data[at + 11]! << 24)) >>> 0;
      if (most_ < 10 || most_ > 4000000000) return /* outOfRange */ -2;
      message.most = most_;
      at += 12;
      const earned_ = readVarint(data, at, end);
      if (earned_ < 0) return earned_;
      at += varintSize(earned_);
      message.earned = earned_;
    }
  } else if ((header & 0x80) !== 0) return /* outOfRange */ -2;
  if ((mask & 0x08) /* title */ !== 0) {
    if (at >= end) return /* truncated */ -4;
    const nameLength = data[at]!;
    if (nameLength > 12) return /* tooLong */ -3;
    at += 1;
    if (nameLength > end - at) return /* truncated */ -4;
    const name = readText(data, at, at + nameLength);
    if (name === undefined) return /* badText */ -7;
    message.name = name;
    at += nameLength;
    const tag = message.tag;
    if (at + 5 > end) return /* truncated */ -4;
    for (let i = 0; i < 4; i++) tag[i] = data[at + i]!;
    const noteLength = data[at + 4]!;
    if (noteLength > 6) return /* tooLong */ -3;
    message.noteLength = noteLength;
    at += 5;
    if (noteLength > end - at) return /* truncated */ -4;
    const note = message.note;
    for (let i = 0; i < noteLength; i++) note[i] = data[at + i]!;
    at += noteLength;
  }
  if ((mask & 0x10) /* look */ !== 0) {
    if (at + 11 > end) return /* truncated */ -4;
    const colour = data[at]!;
    if (colour !== 0 && colour !== 4 && colour !== 200) return /* outOfRange */ -2;
    message.colour = colour as Colour;
    const marks =
      (data[at + 1]! | (data[at + 2]! << 8) | (data[at + 3]! << 16) | (data[at + 4]! << 24)) >>> 0;
    if ((marks & ~0x80000001) !== 0) return /* outOfRange */ -2;
    message.marks = marks;
    floatBytes[0] = data[at + 5]!;
    floatBytes[1] = data[at + 6]!;
    floatBytes[2] = data[at + 7]!;
    floatBytes[3] = data[at + 8]!;
    const share = floatView.getFloat32(0, true);
    if (!(share >= 0 && share <= 1)) return /* outOfRange */ -2;
    message.share = share;
    const alive = data[at + 9]!;
    if (alive > 1) return /* outOfRange */ -2;
    message.alive = alive === 1;
    message.angle = data[at + 10]!;
    at += 11;
  }
  return at;
}

/**
 * The groups of `message.mask` that `baseline` does not hold or holds with other values: what has to be sent.
 */
export function changedMovingGroups(message: Moving, baseline: Moving): number {
  let mask = message.mask;
  const held = mask & baseline.mask;
  if ((held & MovingMask.place) !== 0 && !(message.x !== baseline.x || message.y !== baseline.y))
    mask &= ~MovingMask.place;
  if (
    (held & MovingMask.motion) !== 0 &&
    !(
      message.fine !== baseline.fine ||
      message.mood !== baseline.mood ||
      message.heading !== baseline.heading ||
      message.small !== baseline.small ||
      message.signed !== baseline.signed
    )
  )
    mask &= ~MovingMask.motion;
  if (
    (held & MovingMask.counters) !== 0 &&
    !(
      message.total !== baseline.total ||
      message.balance !== baseline.balance ||
      message.most !== baseline.most ||
      message.earned !== baseline.earned
    )
  )
    mask &= ~MovingMask.counters;
  if (
    (held & MovingMask.title) !== 0 &&
    !(
      message.name !== baseline.name ||
      bytesOfMovingDiffer(message.tag, baseline.tag, 4) ||
      message.noteLength !== baseline.noteLength ||
      bytesOfMovingDiffer(message.note, baseline.note, message.noteLength)
    )
  )
    mask &= ~MovingMask.title;
  if (
    (held & MovingMask.look) !== 0 &&
    !(
      message.colour !== baseline.colour ||
      message.marks !== baseline.marks ||
      message.share !== baseline.share ||
      message.alive !== baseline.alive ||
      message.angle !== baseline.angle
    )
  )
    mask &= ~MovingMask.look;
  return mask;
}

function bytesOfMovingDiffer(a: Uint8Array, b: Uint8Array, size: number): boolean {
  for (let i = 0; i < size; i++) if (a[i] !== b[i]) return true;
  return false;
}

/** Takes the groups of `update.mask` over into `baseline`, which then holds them too. */
export function mergeMoving(baseline: Moving, update: Moving): void {
  const { mask } = update;
  if ((mask & MovingMask.place) !== 0) {
    baseline.x = update.x;
    baseline.y = update.y;
  }
  if ((mask & MovingMask.motion) !== 0) {
    baseline.fine = update.fine;
    baseline.mood = update.mood;
    baseline.heading = update.heading;
    baseline.small = update.small;
    baseline.signed = update.signed;
  }
  if ((mask & MovingMask.counters) !== 0) {
    baseline.total = update.total;
    baseline.balance = update.balance;
    baseline.most = update.most;
    baseline.earned = update.earned;
  }
  if ((mask & MovingMask.title) !== 0) {
    baseline.name = update.name;
    for (let i = 0; i < 4; i++) baseline.tag[i] = update.tag[i]!;
    baseline.noteLength = update.noteLength;
    for (let i = 0; i < update.noteLength; i++) baseline.note[i] = update.note[i]!;
  }
  if ((mask & MovingMask.look) !== 0) {
    baseline.colour = update.colour;
    baseline.marks = update.marks;
    baseline.share = update.share;
    baseline.alive = update.alive;
    baseline.angle = update.angle;
  }
  baseline.mask = baseline.mask | mask;
}

export const moversId = 0x0a;
/** Bytes of the longest; the shortest takes 2, with the id. */
export const moversSizeMax = 200;

/** From either side, reliable. */
export class Movers {
  moversCount = 0;
  /** Up to 3. */
  readonly movers: readonly Moving[] = Array.from({ length: 3 }, () => new Moving());
}

export function encodeMovers(message: Movers, out: Uint8Array, at: number): number {
  const moversCount = message.moversCount;
  if ((moversCount & 0xff) !== moversCount || moversCount > 3) return /* tooLong */ -3;
  if (at + 2 > out.length) return /* noRoom */ -1;
  out[at] = 0x0a;
  out[at + 1] = moversCount;
  at += 2;
  const movers = message.movers;
  for (let i = 0; i < moversCount; i++) {
    const mover = movers[i]!;
    const mask = mover.mask;
    if ((mask & 0x1f) !== mask) return /* outOfRange */ -2;
    if (at >= out.length) return /* noRoom */ -1;
    out[at] = mask;
    at += 1;
    if ((mask & 0x01) /* place */ !== 0) {
      const x = mover.x;
      if ((x & 0xffff) !== x) return /* outOfRange */ -2;
      const y = mover.y;
      if ((y & 0xffff) !== y) return /* outOfRange */ -2;
      if (at + 4 > out.length) return /* noRoom */ -1;
      out[at] = x;
      out[at + 1] = x >>> 8;
      out[at + 2] = y;
      out[at + 3] = y >>> 8;
      at += 4;
    }
    if ((mask & 0x02) /* motion */ !== 0) {
      const fine = mover.fine;
      if ((fine & 0xffffff) !== fine || fine > 8388608) return /* outOfRange */ -2;
      const mood = mover.mood;
      if ((mood & 0xff) !== mood || (mood !== 0 && mood !== 4 && mood !== 200)) return /* outOfRange */ -2;
      const heading = mover.heading;
      if ((heading & 0xffff) !== heading) return /* outOfRange */ -2;
      const small = mover.small;
      if ((small & 0xff) !== small) return /* outOfRange */ -2;
      const signed = mover.signed;
      if ((signed << 16) >> 16 !== signed || signed < -300 || signed > 300) return /* outOfRange */ -2;
      if (at + 9 > out.length) return /* noRoom */ -1;
      out[at] = fine;
      out[at + 1] = fine >>> 8;
      out[at + 2] = fine >>> 16;
      out[at + 3] = mood;
      out[at + 4] = heading;
      out[at + 5] = heading >>> 8;
      out[at + 6] = small;
      out[at + 7] = signed;
      out[at + 8] = signed >>> 8;
      at += 9;
    }
    if ((mask & 0x04) /* counters */ !== 0) {
      const total = mover.total;
      if (total >>> 0 !== total) return /* outOfRange */ -2;
      const balance = mover.balance;
      if ((balance | 0) !== balance) return /* outOfRange */ -2;
      const most = mover.most;
      if (most >>> 0 !== most || most < 10 || most > 4000000000) return /* outOfRange */ -2;
      const earned = mover.earned;
      if (earned >>> 0 !== earned) return /* outOfRange */ -2;
      if (at + 12 > out.length) return /* noRoom */ -1;
      out[at] = total;
      out[at + 1] = total >>> 8;
      out[at + 2] = total >>> 16;
      out[at + 3] = total >>> 24;
      out[at + 4] = balance;
      out[at + 5] = balance >>> 8;
      out[at + 6] = balance >>> 16;
      out[at + 7] = balance >>> 24;
      out[at + 8] = most;
      out[at + 9] = most >>> 8;
      out[at + 10] = most >>> 16;
      out[at + 11] = most >>> 24;
      at += 12;
      at = writeVarint(earned, out, at);
      if (at < 0) return at;
    }
    if ((mask & 0x08) /* title */ !== 0) {
      at = writeText(mover.name, out, at, 12);
      if (at < 0) return at;
      const tag = mover.tag;
      const noteLength = mover.noteLength;
      if ((noteLength & 0xff) !== noteLength || noteLength > 6) return /* tooLong */ -3;
      if (at + 5 > out.length) return /* noRoom */ -1;
      for (let j = 0; j < 4; j++) out[at + j] = tag[j]!;
      out[at + 4] = noteLength;
      at += 5;
      if (at + noteLength > out.length) return /* noRoom */ -1;
      const note = mover.note;
      for (let j = 0; j < noteLength; j++) out[at + j] = note[j]!;
      at += noteLength;
    }
    if ((mask & 0x10) /* look */ !== 0) {
      const colour = mover.colour;
      if ((colour & 0xff) !== colour || (colour !== 0 && colour !== 4 && colour !== 200))
        return /* outOfRange */ -2;
      const marks = mover.marks;
      if ((marks & 0x80000001) >>> 0 !== marks) return /* outOfRange */ -2;
      const share = mover.share;
      if (!(share >= 0 && share <= 1)) return /* outOfRange */ -2;
      const alive = mover.alive;
      const angle = mover.angle;
      if ((angle & 0xff) !== angle) return /* outOfRange */ -2;
      if (at + 11 > out.length) return /* noRoom */ -1;
      out[at] = colour;
      out[at + 1] = marks;
      out[at + 2] = marks >>> 8;
      out[at + 3] = marks >>> 16;
      out[at + 4] = marks >>> 24;
      floatView.setFloat32(0, share, true);
      out[at + 5] = floatBytes[0]!;
      out[at + 6] = floatBytes[1]!;
      out[at + 7] = floatBytes[2]!;
      out[at + 8] = floatBytes[3]!;
      out[at + 9] = alive ? 1 : 0;
      out[at + 10] = angle;
      at += 11;
    }
  }
  return at;
}

export function decodeMovers(message: Movers, data: Uint8Array, at: number, end: number): number {
  if (end > data.length) return /* truncated */ -4;
  if (end - at > moversSizeMax) return /* tooLong */ -3;
  if (at + 2 > end) return /* truncated */ -4;
  if (data[at] !== moversId) return /* wrongId */ -6;
  const moversCount = data[at + 1]!;
  if (moversCount > 3) return /* tooLong */ -3;
  message.moversCount = moversCount;
  at += 2;
  if (moversCount > end - at) return /* truncated */ -4;
  const movers = message.movers;
  for (let i = 0; i < moversCount; i++) {
    const mover = movers[i]!;
    if (at >= end) return /* truncated */ -4;
    const mask = data[at]!;
    if (mask > 0x1f) return /* outOfRange */ -2;
    mover.mask = mask;
    at += 1;
    if ((mask & 0x01) /* place */ !== 0) {
      if (at + 4 > end) return /* truncated */ -4;
      mover.x = data[at]! | (data[at + 1]! << 8);
      mover.y = data[at + 2]! | (data[at + 3]! << 8);
      at += 4;
    }
    if ((mask & 0x02) /* motion */ !== 0) {
      if (at + 9 > end) return /* truncated */ -4;
      const fine = data[at]! | (data[at + 1]! << 8) | (data[at + 2]! << 16);
      if (fine > 8388608) return /* outOfRange */ -2;
      mover.fine = fine;
      const mood = data[at + 3]!;
      if (mood !== 0 && mood !== 4 && mood !== 200) return /* outOfRange */ -2;
      mover.mood = mood as Colour;
      mover.heading = data[at + 4]! | (data[at + 5]! << 8);
      mover.small = data[at + 6]!;
      const signed = ((data[at + 7]! | (data[at + 8]! << 8)) << 16) >> 16;
      if (signed < -300 || signed > 300) return /* outOfRange */ -2;
      mover.signed = signed;
      at += 9;
    }
    if ((mask & 0x04) /* counters */ !== 0) {
      if (at + 12 > end) return /* truncated */ -4;
      mover.total = (data[at]! | (data[at + 1]! << 8) | (data[at + 2]! << 16) | (data[at + 3]! << 24)) >>> 0;
      mover.balance = data[at + 4]! | (data[at + 5]! << 8) | (data[at + 6]! << 16) | (data[at + 7]! << 24);
      const most =
        (data[at + 8]! | (data[at + 9]! << 8) | (data[at + 10]! << 16) | (data[at + 11]! << 24)) >>> 0;
      if (most < 10 || most > 4000000000) return /* outOfRange */ -2;
      mover.most = most;
      at += 12;
      const earned = readVarint(data, at, end);
      if (earned < 0) return earned;
      at += varintSize(earned);
      mover.earned = earned;
    }
    if ((mask & 0x08) /* title */ !== 0) {
      if (at >= end) return /* truncated */ -4;
      const nameLength = data[at]!;
      if (nameLength > 12) return /* tooLong */ -3;
      at += 1;
      if (nameLength > end - at) return /* truncated */ -4;
      const name = readText(data, at, at + nameLength);
      if (name === undefined) return /* badText */ -7;
      mover.name = name;
      at += nameLength;
      const tag = mover.tag;
      if (at + 5 > end) return /* truncated */ -4;
      for (let j = 0; j < 4; j++) tag[j] = data[at + j]!;
      const noteLength = data[at + 4]!;
      if (noteLength > 6) return /* tooLong */ -3;
      mover.noteLength = noteLength;
      at += 5;
      if (noteLength > end - at) return /* truncated */ -4;
      const note = mover.note;
      for (let j = 0; j < noteLength; j++) note[j] = data[at + j]!;
      at += noteLength;
    }
    if ((mask & 0x10) /* look */ !== 0) {
      if (at + 11 > end) return /* truncated */ -4;
      const colour = data[at]!;
      if (colour !== 0 && colour !== 4 && colour !== 200) return /* outOfRange */ -2;
      mover.colour = colour as Colour;
      const marks =
        (data[at + 1]! | (data[at + 2]! << 8) | (data[at + 3]! << 16) | (data[at + 4]! << 24)) >>> 0;
      if ((marks & ~0x80000001) !== 0) return /* outOfRange */ -2;
      mover.marks = marks;
      floatBytes[0] = data[at + 5]!;
      floatBytes[1] = data[at + 6]!;
      floatBytes[2] = data[at + 7]!;
      floatBytes[3] = data[at + 8]!;
      const share = floatView.getFloat32(0, true);
      if (!(share >= 0 && share <= 1)) return /* outOfRange */ -2;
      mover.share = share;
      const alive = data[at + 9]!;
      if (alive > 1) return /* outOfRange */ -2;
      mover.alive = alive === 1;
      mover.angle = data[at + 10]!;
      at += 11;
    }
  }
  return at === end ? at : /* trailing */ -5;
}

export const Pose = {
  standing: 0,
  sitting: 5,
  lying: 2,
  crawling: 6,
} as const;

export type Pose = (typeof Pose)[keyof typeof Pose];

/**
 * Fourteen bits of sixteen.
 * Packed into 16 bits.
 */
export class Stance {
  /** Bit 0. */
  armed = false;
  /** Bits 1 to 5: 0 .. 31. */
  ammo = 0;
  /**
   * Not from 0, and less than its bits hold.
   * Bits 6 to 9: 1 .. 12.
   */
  level = 1;
  /** Bits 10 to 12. */
  pose: Pose = Pose.standing;
  /** Bit 13. */
  last = false;
}

export function encodeStance(message: Stance, out: Uint8Array, at: number): number {
  const armed = message.armed;
  const ammo = message.ammo;
  if ((ammo & 0x1f) !== ammo) return /* outOfRange */ -2;
  const level = message.level;
  if ((level & 0x0f) !== level || level < 1 || level > 12) return /* outOfRange */ -2;
  const pose = message.pose;
  if ((pose & 0xff) !== pose || (pose !== 0 && pose !== 2 && pose !== 5 && pose !== 6))
    return /* outOfRange */ -2;
  const last = message.last;
  const bits = (armed ? 1 : 0) | (ammo << 1) | (level << 6) | (pose << 10) | ((last ? 1 : 0) << 13);
  if (at + 2 > out.length) return /* noRoom */ -1;
  out[at] = bits;
  out[at + 1] = bits >>> 8;
  at += 2;
  return at;
}

export function decodeStance(message: Stance, data: Uint8Array, at: number, end: number): number {
  if (at + 2 > end) return /* truncated */ -4;
  const bits = data[at]! | (data[at + 1]! << 8);
  if ((bits & ~0x3fff) !== 0) return /* outOfRange */ -2;
  message.armed = (bits & 1) === 1;
  const ammo = (bits >>> 1) & 0x1f;
  message.ammo = ammo;
  const level = (bits >>> 6) & 0x0f;
  if (level < 1 || level > 12) return /* outOfRange */ -2;
  message.level = level;
  const pose = (bits >>> 10) & 0x07;
  if (pose !== 0 && pose !== 2 && pose !== 5 && pose !== 6) return /* outOfRange */ -2;
  message.pose = pose as Pose;
  message.last = ((bits >>> 13) & 1) === 1;
  at += 2;
  return at;
}

/** Packed into 32 bits. */
export class Flood {
  /** Bits 0 to 15: 0 .. 65535. */
  low = 0;
  /** Bits 16 to 30: 0 .. 30000. */
  high = 0;
  /** Bit 31. */
  top = false;
}

export function encodeFlood(message: Flood, out: Uint8Array, at: number): number {
  const low = message.low;
  if ((low & 0xffff) !== low) return /* outOfRange */ -2;
  const high = message.high;
  if ((high & 0x7fff) !== high || high > 30000) return /* outOfRange */ -2;
  const top = message.top;
  const bits = low | (high << 16) | ((top ? 1 : 0) << 31);
  if (at + 4 > out.length) return /* noRoom */ -1;
  out[at] = bits;
  out[at + 1] = bits >>> 8;
  out[at + 2] = bits >>> 16;
  out[at + 3] = bits >>> 24;
  at += 4;
  return at;
}

export function decodeFlood(message: Flood, data: Uint8Array, at: number, end: number): number {
  if (at + 4 > end) return /* truncated */ -4;
  const bits = (data[at]! | (data[at + 1]! << 8) | (data[at + 2]! << 16) | (data[at + 3]! << 24)) >>> 0;
  const low = bits & 0xffff;
  message.low = low;
  const high = (bits >>> 16) & 0x7fff;
  if (high > 30000) return /* outOfRange */ -2;
  message.high = high;
  message.top = ((bits >>> 31) & 1) === 1;
  at += 4;
  return at;
}

export class Moved {
  /** i16, in m. */
  x = 0;
  /** -180 .. 180 in steps of 0.5; wrapped when encoded, in °. */
  heading = 0;
}

/** Bytes of every one. */
export const movedSizeMax = 4;

export function encodeMoved(message: Moved, out: Uint8Array, at: number): number {
  const x = message.x;
  if ((x << 16) >> 16 !== x) return /* outOfRange */ -2;
  const heading = message.heading;
  let headingSteps = Math.floor((heading + 180) * 2 + 0.5);
  headingSteps -= Math.floor(headingSteps / 720) * 720;
  if (!(headingSteps >= 0 && headingSteps <= 719)) return /* outOfRange */ -2;
  if (at + 4 > out.length) return /* noRoom */ -1;
  out[at] = x;
  out[at + 1] = x >>> 8;
  out[at + 2] = headingSteps;
  out[at + 3] = headingSteps >>> 8;
  at += 4;
  return at;
}

export function decodeMoved(message: Moved, data: Uint8Array, at: number, end: number): number {
  if (at + 4 > end) return /* truncated */ -4;
  message.x = ((data[at]! | (data[at + 1]! << 8)) << 16) >> 16;
  const heading = data[at + 2]! | (data[at + 3]! << 8);
  if (heading > 719) return /* outOfRange */ -2;
  message.heading = heading / 2 - 180;
  at += 4;
  return at;
}

export class Said {
  /** Up to 10 bytes of UTF-8. */
  text = '';
  readonly stance = new Stance();
}

/** Bytes of the longest; the shortest takes 3. */
export const saidSizeMax = 13;

export function encodeSaid(message: Said, out: Uint8Array, at: number): number {
  at = writeText(message.text, out, at, 10);
  if (at < 0) return at;
  const stance = message.stance;
  const armed = stance.armed;
  const ammo = stance.ammo;
  if ((ammo & 0x1f) !== ammo) return /* outOfRange */ -2;
  const level = stance.level;
  if ((level & 0x0f) !== level || level < 1 || level > 12) return /* outOfRange */ -2;
  const pose = stance.pose;
  if ((pose & 0xff) !== pose || (pose !== 0 && pose !== 2 && pose !== 5 && pose !== 6))
    return /* outOfRange */ -2;
  const last = stance.last;
  const bits = (armed ? 1 : 0) | (ammo << 1) | (level << 6) | (pose << 10) | ((last ? 1 : 0) << 13);
  if (at + 2 > out.length) return /* noRoom */ -1;
  out[at] = bits;
  out[at + 1] = bits >>> 8;
  at += 2;
  return at;
}

export function decodeSaid(message: Said, data: Uint8Array, at: number, end: number): number {
  if (at >= end) return /* truncated */ -4;
  const textLength = data[at]!;
  if (textLength > 10) return /* tooLong */ -3;
  at += 1;
  if (textLength > end - at) return /* truncated */ -4;
  const text = readText(data, at, at + textLength);
  if (text === undefined) return /* badText */ -7;
  message.text = text;
  at += textLength;
  const stance = message.stance;
  if (at + 2 > end) return /* truncated */ -4;
  const bits = data[at]! | (data[at + 1]! << 8);
  if ((bits & ~0x3fff) !== 0) return /* outOfRange */ -2;
  stance.armed = (bits & 1) === 1;
  const ammo = (bits >>> 1) & 0x1f;
  stance.ammo = ammo;
  const level = (bits >>> 6) & 0x0f;
  if (level < 1 || level > 12) return /* outOfRange */ -2;
  stance.level = level;
  const pose = (bits >>> 10) & 0x07;
  if (pose !== 0 && pose !== 2 && pose !== 5 && pose !== 6) return /* outOfRange */ -2;
  stance.pose = pose as Pose;
  stance.last = ((bits >>> 13) & 1) === 1;
  at += 2;
  return at;
}

/** Which case a Happening is. */
export const HappeningKind = {
  moved: 1,
  said: 7,
  /** Nothing but its tag. */
  vanished: 200,
} as const;

export type HappeningKind = (typeof HappeningKind)[keyof typeof HappeningKind];

/**
 * One of several things.
 * Only what `kind` names is sent and received.
 */
export class Happening {
  kind: HappeningKind = HappeningKind.moved;
  readonly moved = new Moved();
  readonly said = new Said();
}

/** Bytes of the longest; the shortest takes 1. */
export const happeningSizeMax = 14;

export function encodeHappening(message: Happening, out: Uint8Array, at: number): number {
  const kind = message.kind;
  if ((kind & 0xff) !== kind || (kind !== 1 && kind !== 7 && kind !== 200)) return /* outOfRange */ -2;
  if (at >= out.length) return /* noRoom */ -1;
  out[at] = kind;
  at += 1;
  if (kind === 1) {
    const moved = message.moved;
    const x = moved.x;
    if ((x << 16) >> 16 !== x) return /* outOfRange */ -2;
    const heading = moved.heading;
    let headingSteps = Math.floor((heading + 180) * 2 + 0.5);
    headingSteps -= Math.floor(headingSteps / 720) * 720;
    if (!(headingSteps >= 0 && headingSteps <= 719)) return /* outOfRange */ -2;
    if (at + 4 > out.length) return /* noRoom */ -1;
    out[at] = x;
    out[at + 1] = x >>> 8;
    out[at + 2] = headingSteps;
    out[at + 3] = headingSteps >>> 8;
    at += 4;
  }
  if (kind === 7) {
    const said = message.said;
    at = writeText(said.text, out, at, 10);
    if (at < 0) return at;
    const stance = said.stance;
    const armed = stance.armed;
    const ammo = stance.ammo;
    if ((ammo & 0x1f) !== ammo) return /* outOfRange */ -2;
    const level = stance.level;
    if ((level & 0x0f) !== level || level < 1 || level > 12) return /* outOfRange */ -2;
    const pose = stance.pose;
    if ((pose & 0xff) !== pose || (pose !== 0 && pose !== 2 && pose !== 5 && pose !== 6))
      return /* outOfRange */ -2;
    const last = stance.last;
    const bits = (armed ? 1 : 0) | (ammo << 1) | (level << 6) | (pose << 10) | ((last ? 1 : 0) << 13);
    if (at + 2 > out.length) return /* noRoom */ -1;
    out[at] = bits;
    out[at + 1] = bits >>> 8;
    at += 2;
  }
  return at;
}

export function decodeHappening(message: Happening, data: Uint8Array, at: number, end: number): number {
  if (at >= end) return /* truncated */ -4;
  const kind = data[at]!;
  if (kind !== 1 && kind !== 7 && kind !== 200) return /* outOfRange */ -2;
  message.kind = kind as HappeningKind;
  at += 1;
  if (kind === 1) {
    const moved = message.moved;
    if (at + 4 > end) return /* truncated */ -4;
    moved.x = ((data[at]! | (data[at + 1]! << 8)) << 16) >> 16;
    const heading = data[at + 2]! | (data[at + 3]! << 8);
    if (heading > 719) return /* outOfRange */ -2;
    moved.heading = heading / 2 - 180;
    at += 4;
  }
  if (kind === 7) {
    const said = message.said;
    if (at >= end) return /* truncated */ -4;
    const textLength = data[at]!;
    if (textLength > 10) return /* tooLong */ -3;
    at += 1;
    if (textLength > end - at) return /* truncated */ -4;
    const text = readText(data, at, at + textLength);
    if (text === undefined) return /* badText */ -7;
    said.text = text;
    at += textLength;
    const stance = said.stance;
    if (at + 2 > end) return /* truncated */ -4;
    const bits = data[at]! | (data[at + 1]! << 8);
    if ((bits & ~0x3fff) !== 0) return /* outOfRange */ -2;
    stance.armed = (bits & 1) === 1;
    const ammo = (bits >>> 1) & 0x1f;
    stance.ammo = ammo;
    const level = (bits >>> 6) & 0x0f;
    if (level < 1 || level > 12) return /* outOfRange */ -2;
    stance.level = level;
    const pose = (bits >>> 10) & 0x07;
    if (pose !== 0 && pose !== 2 && pose !== 5 && pose !== 6) return /* outOfRange */ -2;
    stance.pose = pose as Pose;
    stance.last = ((bits >>> 13) & 1) === 1;
    at += 2;
  }
  return at;
}

/** Which case a Even is. */
export const EvenKind = {
  a: 0,
  b: 1,
} as const;

export type EvenKind = (typeof EvenKind)[keyof typeof EvenKind];

/**
 * All cases take the same room.
 * Only what `kind` names is sent and received.
 */
export class Even {
  kind: EvenKind = EvenKind.a;
  readonly a = new Point();
  readonly b = new Moved();
}

/** Bytes of every one. */
export const evenSizeMax = 5;

export function encodeEven(message: Even, out: Uint8Array, at: number): number {
  const kind = message.kind;
  if ((kind & 0xff) !== kind || kind > 1) return /* outOfRange */ -2;
  if (at >= out.length) return /* noRoom */ -1;
  out[at] = kind;
  at += 1;
  if (kind === 0) {
    const a = message.a;
    const x = a.x;
    if ((x << 16) >> 16 !== x) return /* outOfRange */ -2;
    const y = a.y;
    if ((y << 16) >> 16 !== y || y < -100 || y > 100) return /* outOfRange */ -2;
    if (at + 4 > out.length) return /* noRoom */ -1;
    out[at] = x;
    out[at + 1] = x >>> 8;
    out[at + 2] = y;
    out[at + 3] = y >>> 8;
    at += 4;
  }
  if (kind === 1) {
    const b = message.b;
    const bX = b.x;
    if ((bX << 16) >> 16 !== bX) return /* outOfRange */ -2;
    const heading = b.heading;
    let headingSteps = Math.floor((heading + 180) * 2 + 0.5);
    headingSteps -= Math.floor(headingSteps / 720) * 720;
    if (!(headingSteps >= 0 && headingSteps <= 719)) return /* outOfRange */ -2;
    if (at + 4 > out.length) return /* noRoom */ -1;
    out[at] = bX;
    out[at + 1] = bX >>> 8;
    out[at + 2] = headingSteps;
    out[at + 3] = headingSteps >>> 8;
    at += 4;
  }
  return at;
}

export function decodeEven(message: Even, data: Uint8Array, at: number, end: number): number {
  if (at >= end) return /* truncated */ -4;
  const kind = data[at]!;
  if (kind > 1) return /* outOfRange */ -2;
  message.kind = kind as EvenKind;
  at += 1;
  if (kind === 0) {
    const a = message.a;
    if (at + 4 > end) return /* truncated */ -4;
    a.x = ((data[at]! | (data[at + 1]! << 8)) << 16) >> 16;
    const y = ((data[at + 2]! | (data[at + 3]! << 8)) << 16) >> 16;
    if (y < -100 || y > 100) return /* outOfRange */ -2;
    a.y = y;
    at += 4;
  }
  if (kind === 1) {
    const b = message.b;
    if (at + 4 > end) return /* truncated */ -4;
    b.x = ((data[at]! | (data[at + 1]! << 8)) << 16) >> 16;
    const heading = data[at + 2]! | (data[at + 3]! << 8);
    if (heading > 719) return /* outOfRange */ -2;
    b.heading = heading / 2 - 180;
    at += 4;
  }
  return at;
}

export class Row {
  cellsCount = 0;
  /** Up to 4: u8, 0 .. 9. */
  readonly cells = new Uint8Array(4);
}

/** Bytes of the longest; the shortest takes 1. */
export const rowSizeMax = 5;

export function encodeRow(message: Row, out: Uint8Array, at: number): number {
  const cellsCount = message.cellsCount;
  if ((cellsCount & 0xff) !== cellsCount || cellsCount > 4) return /* tooLong */ -3;
  if (at >= out.length) return /* noRoom */ -1;
  out[at] = cellsCount;
  at += 1;
  if (at + cellsCount > out.length) return /* noRoom */ -1;
  const cells = message.cells;
  for (let i = 0; i < cellsCount; i++) {
    const cellsValue = cells[i]!;
    if ((cellsValue & 0xff) !== cellsValue || cellsValue > 9) return /* outOfRange */ -2;
    out[at] = cellsValue;
    at += 1;
  }
  return at;
}

export function decodeRow(message: Row, data: Uint8Array, at: number, end: number): number {
  if (at >= end) return /* truncated */ -4;
  const cellsCount = data[at]!;
  if (cellsCount > 4) return /* tooLong */ -3;
  message.cellsCount = cellsCount;
  at += 1;
  if (cellsCount > end - at) return /* truncated */ -4;
  const cells = message.cells;
  for (let i = 0; i < cellsCount; i++) {
    const cellsValue = data[at]!;
    if (cellsValue > 9) return /* outOfRange */ -2;
    cells[i] = cellsValue;
    at += 1;
  }
  return at;
}

export class Grid {
  rowsCount = 0;
  /** Up to 3. */
  readonly rows: readonly Row[] = Array.from({ length: 3 }, () => new Row());
}

/** Bytes of the longest; the shortest takes 1. */
export const gridSizeMax = 16;

export function encodeGrid(message: Grid, out: Uint8Array, at: number): number {
  const rowsCount = message.rowsCount;
  if ((rowsCount & 0xff) !== rowsCount || rowsCount > 3) return /* tooLong */ -3;
  if (at >= out.length) return /* noRoom */ -1;
  out[at] = rowsCount;
  at += 1;
  const rows = message.rows;
  for (let i = 0; i < rowsCount; i++) {
    const row = rows[i]!;
    const cellsCount = row.cellsCount;
    if ((cellsCount & 0xff) !== cellsCount || cellsCount > 4) return /* tooLong */ -3;
    if (at >= out.length) return /* noRoom */ -1;
    out[at] = cellsCount;
    at += 1;
    if (at + cellsCount > out.length) return /* noRoom */ -1;
    const cells = row.cells;
    for (let j = 0; j < cellsCount; j++) {
      const cellsValue = cells[j]!;
      if ((cellsValue & 0xff) !== cellsValue || cellsValue > 9) return /* outOfRange */ -2;
      out[at] = cellsValue;
      at += 1;
    }
  }
  return at;
}

export function decodeGrid(message: Grid, data: Uint8Array, at: number, end: number): number {
  if (at >= end) return /* truncated */ -4;
  const rowsCount = data[at]!;
  if (rowsCount > 3) return /* tooLong */ -3;
  message.rowsCount = rowsCount;
  at += 1;
  if (rowsCount > end - at) return /* truncated */ -4;
  const rows = message.rows;
  for (let i = 0; i < rowsCount; i++) {
    const row = rows[i]!;
    if (at >= end) return /* truncated */ -4;
    const cellsCount = data[at]!;
    if (cellsCount > 4) return /* tooLong */ -3;
    row.cellsCount = cellsCount;
    at += 1;
    if (cellsCount > end - at) return /* truncated */ -4;
    const cells = row.cells;
    for (let j = 0; j < cellsCount; j++) {
      const cellsValue = data[at]!;
      if (cellsValue > 9) return /* outOfRange */ -2;
      cells[j] = cellsValue;
      at += 1;
    }
  }
  return at;
}

export const unionsId = 0x0b;
/** Bytes of the longest; the shortest takes 5, with the id. */
export const unionsSizeMax = 84;

/** From either side, reliable. */
export class Unions {
  readonly one = new Happening();
  /** Whether `maybe` is there. */
  hasMaybe = false;
  readonly maybe = new Happening();
  manyCount = 0;
  /** Up to 3. */
  readonly many: readonly Happening[] = Array.from({ length: 3 }, () => new Happening());
  evenCount = 0;
  /** Up to 2. */
  readonly even: readonly Even[] = Array.from({ length: 2 }, () => new Even());
}

export function encodeUnions(message: Unions, out: Uint8Array, at: number): number {
  const presence = message.hasMaybe ? 0x01 : 0;
  const one = message.one;
  const kind = one.kind;
  if ((kind & 0xff) !== kind || (kind !== 1 && kind !== 7 && kind !== 200)) return /* outOfRange */ -2;
  if (at + 3 > out.length) return /* noRoom */ -1;
  out[at] = 0x0b;
  out[at + 1] = presence;
  out[at + 2] = kind;
  at += 3;
  if (kind === 1) {
    const moved = one.moved;
    const x = moved.x;
    if ((x << 16) >> 16 !== x) return /* outOfRange */ -2;
    const heading = moved.heading;
    let headingSteps = Math.floor((heading + 180) * 2 + 0.5);
    headingSteps -= Math.floor(headingSteps / 720) * 720;
    if (!(headingSteps >= 0 && headingSteps <= 719)) return /* outOfRange */ -2;
    if (at + 4 > out.length) return /* noRoom */ -1;
    out[at] = x;
    out[at + 1] = x >>> 8;
    out[at + 2] = headingSteps;
    out[at + 3] = headingSteps >>> 8;
    at += 4;
  }
  if (kind === 7) {
    const said = one.said;
    at = writeText(said.text, out, at, 10);
    if (at < 0) return at;
    const stance = said.stance;
    const armed = stance.armed;
    const ammo = stance.ammo;
    if ((ammo & 0x1f) !== ammo) return /* outOfRange */ -2;
    const level = stance.level;
    if ((level & 0x0f) !== level || level < 1 || level > 12) return /* outOfRange */ -2;
    const pose = stance.pose;
    if ((pose & 0xff) !== pose || (pose !== 0 && pose !== 2 && pose !== 5 && pose !== 6))
      return /* outOfRange */ -2;
    const last = stance.last;
    const bits = (armed ? 1 : 0) | (ammo << 1) | (level << 6) | (pose << 10) | ((last ? 1 : 0) << 13);
    if (at + 2 > out.length) return /* noRoom */ -1;
    out[at] = bits;
    out[at + 1] = bits >>> 8;
    at += 2;
  }
  if (message.hasMaybe) {
    const maybe = message.maybe;
    const maybeKind = maybe.kind;
    if ((maybeKind & 0xff) !== maybeKind || (maybeKind !== 1 && maybeKind !== 7 && maybeKind !== 200))
      return /* outOfRange */ -2;
    if (at >= out.length) return /* noRoom */ -1;
    out[at] = maybeKind;
    at += 1;
    if (maybeKind === 1) {
      const maybeMoved = maybe.moved;
      const maybeMovedX = maybeMoved.x;
      if ((maybeMovedX << 16) >> 16 !== maybeMovedX) return /* outOfRange */ -2;
      const maybeMovedHeading = maybeMoved.heading;
      let maybeMovedHeadingSteps = Math.floor((maybeMovedHeading + 180) * 2 + 0.5);
      maybeMovedHeadingSteps -= Math.floor(maybeMovedHeadingSteps / 720) * 720;
      if (!(maybeMovedHeadingSteps >= 0 && maybeMovedHeadingSteps <= 719)) return /* outOfRange */ -2;
      if (at + 4 > out.length) return /* noRoom */ -1;
      out[at] = maybeMovedX;
      out[at + 1] = maybeMovedX >>> 8;
      out[at + 2] = maybeMovedHeadingSteps;
      out[at + 3] = maybeMovedHeadingSteps >>> 8;
      at += 4;
    }
    if (maybeKind === 7) {
      const maybeSaid = maybe.said;
      at = writeText(maybeSaid.text, out, at, 10);
      if (at < 0) return at;
      const maybeSaidStance = maybeSaid.stance;
      const maybeSaidStanceArmed = maybeSaidStance.armed;
      const maybeSaidStanceAmmo = maybeSaidStance.ammo;
      if ((maybeSaidStanceAmmo & 0x1f) !== maybeSaidStanceAmmo) return /* outOfRange */ -2;
      const maybeSaidStanceLevel = maybeSaidStance.level;
      if (
        (maybeSaidStanceLevel & 0x0f) !== maybeSaidStanceLevel ||
        maybeSaidStanceLevel < 1 ||
        maybeSaidStanceLevel > 12
      )
        return /* outOfRange */ -2;
      const maybeSaidStancePose = maybeSaidStance.pose;
      if (
        (maybeSaidStancePose & 0xff) !== maybeSaidStancePose ||
        (maybeSaidStancePose !== 0 &&
          maybeSaidStancePose !== 2 &&
          maybeSaidStancePose !== 5 &&
          maybeSaidStancePose !== 6)
      )
        return /* outOfRange */ -2;
      const maybeSaidStanceLast = maybeSaidStance.last;
      const maybeSaidStanceBits =
        (maybeSaidStanceArmed ? 1 : 0) |
        (maybeSaidStanceAmmo << 1) |
        (maybeSaidStanceLevel << 6) |
        (maybeSaidStancePose << 10) |
        ((maybeSaidStanceLast ? 1 : 0) << 13);
      if (at + 2 > out.length) return /* noRoom */ -1;
      out[at] = maybeSaidStanceBits;
      out[at + 1] = maybeSaidStanceBits >>> 8;
      at += 2;
    }
  }
  const manyCount = message.manyCount;
  if ((manyCount & 0xff) !== manyCount || manyCount > 3) return /* tooLong */ -3;
  if (at >= out.length) return /* noRoom */ -1;
  out[at] = manyCount;
  at += 1;
  const many = message.many;
  for (let i = 0; i < manyCount; i++) {
    const manyItem = many[i]!;
    const manyItemKind = manyItem.kind;
    if (
      (manyItemKind & 0xff) !== manyItemKind ||
      (manyItemKind !== 1 && manyItemKind !== 7 && manyItemKind !== 200)
    )
      return /* outOfRange */ -2;
    if (at >= out.length) return /* noRoom */ -1;
    out[at] = manyItemKind;
    at += 1;
    if (manyItemKind === 1) {
      const manyItemMoved = manyItem.moved;
      const manyItemMovedX = manyItemMoved.x;
      if ((manyItemMovedX << 16) >> 16 !== manyItemMovedX) return /* outOfRange */ -2;
      const manyItemMovedHeading = manyItemMoved.heading;
      let manyItemMovedHeadingSteps = Math.floor((manyItemMovedHeading + 180) * 2 + 0.5);
      manyItemMovedHeadingSteps -= Math.floor(manyItemMovedHeadingSteps / 720) * 720;
      if (!(manyItemMovedHeadingSteps >= 0 && manyItemMovedHeadingSteps <= 719)) return /* outOfRange */ -2;
      if (at + 4 > out.length) return /* noRoom */ -1;
      out[at] = manyItemMovedX;
      out[at + 1] = manyItemMovedX >>> 8;
      out[at + 2] = manyItemMovedHeadingSteps;
      out[at + 3] = manyItemMovedHeadingSteps >>> 8;
      at += 4;
    }
    if (manyItemKind === 7) {
      const manyItemSaid = manyItem.said;
      at = writeText(manyItemSaid.text, out, at, 10);
      if (at < 0) return at;
      const manyItemSaidStance = manyItemSaid.stance;
      const manyItemSaidStanceArmed = manyItemSaidStance.armed;
      const manyItemSaidStanceAmmo = manyItemSaidStance.ammo;
      if ((manyItemSaidStanceAmmo & 0x1f) !== manyItemSaidStanceAmmo) return /* outOfRange */ -2;
      const manyItemSaidStanceLevel = manyItemSaidStance.level;
      if (
        (manyItemSaidStanceLevel & 0x0f) !== manyItemSaidStanceLevel ||
        manyItemSaidStanceLevel < 1 ||
        manyItemSaidStanceLevel > 12
      )
        return /* outOfRange */ -2;
      const manyItemSaidStancePose = manyItemSaidStance.pose;
      if (
        (manyItemSaidStancePose & 0xff) !== manyItemSaidStancePose ||
        (manyItemSaidStancePose !== 0 &&
          manyItemSaidStancePose !== 2 &&
          manyItemSaidStancePose !== 5 &&
          manyItemSaidStancePose !== 6)
      )
        return /* outOfRange */ -2;
      const manyItemSaidStanceLast = manyItemSaidStance.last;
      const manyItemSaidStanceBits =
        (manyItemSaidStanceArmed ? 1 : 0) |
        (manyItemSaidStanceAmmo << 1) |
        (manyItemSaidStanceLevel << 6) |
        (manyItemSaidStancePose << 10) |
        ((manyItemSaidStanceLast ? 1 : 0) << 13);
      if (at + 2 > out.length) return /* noRoom */ -1;
      out[at] = manyItemSaidStanceBits;
      out[at + 1] = manyItemSaidStanceBits >>> 8;
      at += 2;
    }
  }
  const evenCount = message.evenCount;
  if ((evenCount & 0xff) !== evenCount || evenCount > 2) return /* tooLong */ -3;
  if (at >= out.length) return /* noRoom */ -1;
  out[at] = evenCount;
  at += 1;
  if (at + evenCount * 5 > out.length) return /* noRoom */ -1;
  const even = message.even;
  for (let i = 0; i < evenCount; i++) {
    const evenItem = even[i]!;
    const evenItemKind = evenItem.kind;
    if ((evenItemKind & 0xff) !== evenItemKind || evenItemKind > 1) return /* outOfRange */ -2;
    out[at] = evenItemKind;
    at += 1;
    if (evenItemKind === 0) {
      const a = evenItem.a;
      const aX = a.x;
      if ((aX << 16) >> 16 !== aX) return /* outOfRange */ -2;
      const y = a.y;
      if ((y << 16) >> 16 !== y || y < -100 || y > 100) return /* outOfRange */ -2;
      out[at] = aX;
      out[at + 1] = aX >>> 8;
      out[at + 2] = y;
      out[at + 3] = y >>> 8;
      at += 4;
    }
    if (evenItemKind === 1) {
      const b = evenItem.b;
      const bX = b.x;
      if ((bX << 16) >> 16 !== bX) return /* outOfRange */ -2;
      const bHeading = b.heading;
      let bHeadingSteps = Math.floor((bHeading + 180) * 2 + 0.5);
      bHeadingSteps -= Math.floor(bHeadingSteps / 720) * 720;
      if (!(bHeadingSteps >= 0 && bHeadingSteps <= 719)) return /* outOfRange */ -2;
      out[at] = bX;
      out[at + 1] = bX >>> 8;
      out[at + 2] = bHeadingSteps;
      out[at + 3] = bHeadingSteps >>> 8;
      at += 4;
    }
  }
  return at;
}

export function decodeUnions(message: Unions, data: Uint8Array, at: number, end: number): number {
  if (end > data.length) return /* truncated */ -4;
  if (end - at > unionsSizeMax) return /* tooLong */ -3;
  const one = message.one;
  if (at + 3 > end) return /* truncated */ -4;
  if (data[at] !== unionsId) return /* wrongId */ -6;
  const presence = data[at + 1]!;
  if (presence > 0x01) return /* outOfRange */ -2;
  message.hasMaybe = (presence & 0x01) !== 0;
  const kind = data[at + 2]!;
  if (kind !== 1 && kind !== 7 && kind !== 200) return /* outOfRange */ -2;
  one.kind = kind as HappeningKind;
  at += 3;
  if (kind === 1) {
    const moved = one.moved;
    if (at + 4 > end) return /* truncated */ -4;
    moved.x = ((data[at]! | (data[at + 1]! << 8)) << 16) >> 16;
    const heading = data[at + 2]! | (data[at + 3]! << 8);
    if (heading > 719) return /* outOfRange */ -2;
    moved.heading = heading / 2 - 180;
    at += 4;
  }
  if (kind === 7) {
    const said = one.said;
    if (at >= end) return /* truncated */ -4;
    const textLength = data[at]!;
    if (textLength > 10) return /* tooLong */ -3;
    at += 1;
    if (textLength > end - at) return /* truncated */ -4;
    const text = readText(data, at, at + textLength);
    if (text === undefined) return /* badText */ -7;
    said.text = text;
    at += textLength;
    const stance = said.stance;
    if (at + 2 > end) return /* truncated */ -4;
    const bits = data[at]! | (data[at + 1]! << 8);
    if ((bits & ~0x3fff) !== 0) return /* outOfRange */ -2;
    stance.armed = (bits & 1) === 1;
    const ammo = (bits >>> 1) & 0x1f;
    stance.ammo = ammo;
    const level = (bits >>> 6) & 0x0f;
    if (level < 1 || level > 12) return /* outOfRange */ -2;
    stance.level = level;
    const pose = (bits >>> 10) & 0x07;
    if (pose !== 0 && pose !== 2 && pose !== 5 && pose !== 6) return /* outOfRange */ -2;
    stance.pose = pose as Pose;
    stance.last = ((bits >>> 13) & 1) === 1;
    at += 2;
  }
  if (message.hasMaybe) {
    const maybe = message.maybe;
    if (at >= end) return /* truncated */ -4;
    const maybeKind = data[at]!;
    if (maybeKind !== 1 && maybeKind !== 7 && maybeKind !== 200) return /* outOfRange */ -2;
    maybe.kind = maybeKind as HappeningKind;
    at += 1;
    if (maybeKind === 1) {
      const maybeMoved = maybe.moved;
      if (at + 4 > end) return /* truncated */ -4;
      maybeMoved.x = ((data[at]! | (data[at + 1]! << 8)) << 16) >> 16;
      const maybeMovedHeading = data[at + 2]! | (data[at + 3]! << 8);
      if (maybeMovedHeading > 719) return /* outOfRange */ -2;
      maybeMoved.heading = maybeMovedHeading / 2 - 180;
      at += 4;
    }
    if (maybeKind === 7) {
      const maybeSaid = maybe.said;
      if (at >= end) return /* truncated */ -4;
      const maybeSaidTextLength = data[at]!;
      if (maybeSaidTextLength > 10) return /* tooLong */ -3;
      at += 1;
      if (maybeSaidTextLength > end - at) return /* truncated */ -4;
      const maybeSaidText = readText(data, at, at + maybeSaidTextLength);
      if (maybeSaidText === undefined) return /* badText */ -7;
      maybeSaid.text = maybeSaidText;
      at += maybeSaidTextLength;
      const maybeSaidStance = maybeSaid.stance;
      if (at + 2 > end) return /* truncated */ -4;
      const maybeSaidStanceBits = data[at]! | (data[at + 1]! << 8);
      if ((maybeSaidStanceBits & ~0x3fff) !== 0) return /* outOfRange */ -2;
      maybeSaidStance.armed = (maybeSaidStanceBits & 1) === 1;
      const maybeSaidStanceAmmo = (maybeSaidStanceBits >>> 1) & 0x1f;
      maybeSaidStance.ammo = maybeSaidStanceAmmo;
      const maybeSaidStanceLevel = (maybeSaidStanceBits >>> 6) & 0x0f;
      if (maybeSaidStanceLevel < 1 || maybeSaidStanceLevel > 12) return /* outOfRange */ -2;
      maybeSaidStance.level = maybeSaidStanceLevel;
      const maybeSaidStancePose = (maybeSaidStanceBits >>> 10) & 0x07;
      if (
        maybeSaidStancePose !== 0 &&
        maybeSaidStancePose !== 2 &&
        maybeSaidStancePose !== 5 &&
        maybeSaidStancePose !== 6
      )
        return /* outOfRange */ -2;
      maybeSaidStance.pose = maybeSaidStancePose as Pose;
      maybeSaidStance.last = ((maybeSaidStanceBits >>> 13) & 1) === 1;
      at += 2;
    }
  }
  if (at >= end) return /* truncated */ -4;
  const manyCount = data[at]!;
  if (manyCount > 3) return /* tooLong */ -3;
  message.manyCount = manyCount;
  at += 1;
  if (manyCount > end - at) return /* truncated */ -4;
  const many = message.many;
  for (let i = 0; i < manyCount; i++) {
    const manyItem = many[i]!;
    if (at >= end) return /* truncated */ -4;
    const manyItemKind = data[at]!;
    if (manyItemKind !== 1 && manyItemKind !== 7 && manyItemKind !== 200) return /* outOfRange */ -2;
    manyItem.kind = manyItemKind as HappeningKind;
    at += 1;
    if (manyItemKind === 1) {
      const manyItemMoved = manyItem.moved;
      if (at + 4 > end) return /* truncated */ -4;
      manyItemMoved.x = ((data[at]! | (data[at + 1]! << 8)) << 16) >> 16;
      const manyItemMovedHeading = data[at + 2]! | (data[at + 3]! << 8);
      if (manyItemMovedHeading > 719) return /* outOfRange */ -2;
      manyItemMoved.heading = manyItemMovedHeading / 2 - 180;
      at += 4;
    }
    if (manyItemKind === 7) {
      const manyItemSaid = manyItem.said;
      if (at >= end) return /* truncated */ -4;
      const manyItemSaidTextLength = data[at]!;
      if (manyItemSaidTextLength > 10) return /* tooLong */ -3;
      at += 1;
      if (manyItemSaidTextLength > end - at) return /* truncated */ -4;
      const manyItemSaidText = readText(data, at, at + manyItemSaidTextLength);
      if (manyItemSaidText === undefined) return /* badText */ -7;
      manyItemSaid.text = manyItemSaidText;
      at += manyItemSaidTextLength;
      const manyItemSaidStance = manyItemSaid.stance;
      if (at + 2 > end) return /* truncated */ -4;
      const manyItemSaidStanceBits = data[at]! | (data[at + 1]! << 8);
      if ((manyItemSaidStanceBits & ~0x3fff) !== 0) return /* outOfRange */ -2;
      manyItemSaidStance.armed = (manyItemSaidStanceBits & 1) === 1;
      const manyItemSaidStanceAmmo = (manyItemSaidStanceBits >>> 1) & 0x1f;
      manyItemSaidStance.ammo = manyItemSaidStanceAmmo;
      const manyItemSaidStanceLevel = (manyItemSaidStanceBits >>> 6) & 0x0f;
      if (manyItemSaidStanceLevel < 1 || manyItemSaidStanceLevel > 12) return /* outOfRange */ -2;
      manyItemSaidStance.level = manyItemSaidStanceLevel;
      const manyItemSaidStancePose = (manyItemSaidStanceBits >>> 10) & 0x07;
      if (
        manyItemSaidStancePose !== 0 &&
        manyItemSaidStancePose !== 2 &&
        manyItemSaidStancePose !== 5 &&
        manyItemSaidStancePose !== 6
      )
        return /* outOfRange */ -2;
      manyItemSaidStance.pose = manyItemSaidStancePose as Pose;
      manyItemSaidStance.last = ((manyItemSaidStanceBits >>> 13) & 1) === 1;
      at += 2;
    }
  }
  if (at >= end) return /* truncated */ -4;
  const evenCount = data[at]!;
  if (evenCount > 2) return /* tooLong */ -3;
  message.evenCount = evenCount;
  at += 1;
  if (evenCount * 5 > end - at) return /* truncated */ -4;
  const even = message.even;
  for (let i = 0; i < evenCount; i++) {
    const evenItem = even[i]!;
    const evenItemKind = data[at]!;
    if (evenItemKind > 1) return /* outOfRange */ -2;
    evenItem.kind = evenItemKind as EvenKind;
    at += 1;
    if (evenItemKind === 0) {
      const a = evenItem.a;
      a.x = ((data[at]! | (data[at + 1]! << 8)) << 16) >> 16;
      const y = ((data[at + 2]! | (data[at + 3]! << 8)) << 16) >> 16;
      if (y < -100 || y > 100) return /* outOfRange */ -2;
      a.y = y;
      at += 4;
    }
    if (evenItemKind === 1) {
      const b = evenItem.b;
      b.x = ((data[at]! | (data[at + 1]! << 8)) << 16) >> 16;
      const bHeading = data[at + 2]! | (data[at + 3]! << 8);
      if (bHeading > 719) return /* outOfRange */ -2;
      b.heading = bHeading / 2 - 180;
      at += 4;
    }
  }
  return at === end ? at : /* trailing */ -5;
}

export const packedId = 0x0c;
/** Bytes of the longest; the shortest takes 16, with the id. */
export const packedSizeMax = 22;

/** From either side, reliable. */
export class Packed {
  readonly stance = new Stance();
  readonly flood = new Flood();
  stancesCount = 0;
  /** Up to 3. */
  readonly stances: readonly Stance[] = Array.from({ length: 3 }, () => new Stance());
  /** Exactly 2. */
  readonly floods: readonly Flood[] = Array.from({ length: 2 }, () => new Flood());
}

export function encodePacked(message: Packed, out: Uint8Array, at: number): number {
  const stance = message.stance;
  const armed = stance.armed;
  const ammo = stance.ammo;
  if ((ammo & 0x1f) !== ammo) return /* outOfRange */ -2;
  const level = stance.level;
  if ((level & 0x0f) !== level || level < 1 || level > 12) return /* outOfRange */ -2;
  const pose = stance.pose;
  if ((pose & 0xff) !== pose || (pose !== 0 && pose !== 2 && pose !== 5 && pose !== 6))
    return /* outOfRange */ -2;
  const last = stance.last;
  const bits = (armed ? 1 : 0) | (ammo << 1) | (level << 6) | (pose << 10) | ((last ? 1 : 0) << 13);
  const flood = message.flood;
  const low = flood.low;
  if ((low & 0xffff) !== low) return /* outOfRange */ -2;
  const high = flood.high;
  if ((high & 0x7fff) !== high || high > 30000) return /* outOfRange */ -2;
  const top = flood.top;
  const floodBits = low | (high << 16) | ((top ? 1 : 0) << 31);
  const stancesCount = message.stancesCount;
  if ((stancesCount & 0xff) !== stancesCount || stancesCount > 3) return /* tooLong */ -3;
  if (at + 8 > out.length) return /* noRoom */ -1;
  out[at] = 0x0c;
  out[at + 1] = bits;
  out[at + 2] = bits >>> 8;
  out[at + 3] = floodBits;
  out[at + 4] = floodBits >>> 8;
  out[at + 5] = floodBits >>> 16;
  out[at + 6] = floodBits >>> 24;
  out[at + 7] = stancesCount;
  at += 8;
  if (at + stancesCount * 2 > out.length) return /* noRoom */ -1;
  const stances = message.stances;
  for (let i = 0; i < stancesCount; i++) {
    const stance_ = stances[i]!;
    const stance_Armed = stance_.armed;
    const stance_Ammo = stance_.ammo;
    if ((stance_Ammo & 0x1f) !== stance_Ammo) return /* outOfRange */ -2;
    const stance_Level = stance_.level;
    if ((stance_Level & 0x0f) !== stance_Level || stance_Level < 1 || stance_Level > 12)
      return /* outOfRange */ -2;
    const stance_Pose = stance_.pose;
    if (
      (stance_Pose & 0xff) !== stance_Pose ||
      (stance_Pose !== 0 && stance_Pose !== 2 && stance_Pose !== 5 && stance_Pose !== 6)
    )
      return /* outOfRange */ -2;
    const stance_Last = stance_.last;
    const stance_Bits =
      (stance_Armed ? 1 : 0) |
      (stance_Ammo << 1) |
      (stance_Level << 6) |
      (stance_Pose << 10) |
      ((stance_Last ? 1 : 0) << 13);
    out[at] = stance_Bits;
    out[at + 1] = stance_Bits >>> 8;
    at += 2;
  }
  if (at + 2 * 4 > out.length) return /* noRoom */ -1;
  const floods = message.floods;
  for (let i = 0; i < 2; i++) {
    const flood_ = floods[i]!;
    const flood_Low = flood_.low;
    if ((flood_Low & 0xffff) !== flood_Low) return /* outOfRange */ -2;
    const flood_High = flood_.high;
    if ((flood_High & 0x7fff) !== flood_High || flood_High > 30000) return /* outOfRange */ -2;
    const flood_Top = flood_.top;
    const flood_Bits = flood_Low | (flood_High << 16) | ((flood_Top ? 1 : 0) << 31);
    out[at] = flood_Bits;
    out[at + 1] = flood_Bits >>> 8;
    out[at + 2] = flood_Bits >>> 16;
    out[at + 3] = flood_Bits >>> 24;
    at += 4;
  }
  return at;
}

export function decodePacked(message: Packed, data: Uint8Array, at: number, end: number): number {
  if (end > data.length) return /* truncated */ -4;
  if (end - at > packedSizeMax) return /* tooLong */ -3;
  const stance = message.stance;
  const flood = message.flood;
  if (at + 8 > end) return /* truncated */ -4;
  if (data[at] !== packedId) return /* wrongId */ -6;
  const bits = data[at + 1]! | (data[at + 2]! << 8);
  if ((bits & ~0x3fff) !== 0) return /* outOfRange */ -2;
  stance.armed = (bits & 1) === 1;
  const ammo = (bits >>> 1) & 0x1f;
  stance.ammo = ammo;
  const level = (bits >>> 6) & 0x0f;
  if (level < 1 || level > 12) return /* outOfRange */ -2;
  stance.level = level;
  const pose = (bits >>> 10) & 0x07;
  if (pose !== 0 && pose !== 2 && pose !== 5 && pose !== 6) return /* outOfRange */ -2;
  stance.pose = pose as Pose;
  stance.last = ((bits >>> 13) & 1) === 1;
  const floodBits =
    (data[at + 3]! | (data[at + 4]! << 8) | (data[at + 5]! << 16) | (data[at + 6]! << 24)) >>> 0;
  const low = floodBits & 0xffff;
  flood.low = low;
  const high = (floodBits >>> 16) & 0x7fff;
  if (high > 30000) return /* outOfRange */ -2;
  flood.high = high;
  flood.top = ((floodBits >>> 31) & 1) === 1;
  const stancesCount = data[at + 7]!;
  if (stancesCount > 3) return /* tooLong */ -3;
  message.stancesCount = stancesCount;
  at += 8;
  if (stancesCount * 2 > end - at) return /* truncated */ -4;
  const stances = message.stances;
  for (let i = 0; i < stancesCount; i++) {
    const stance_ = stances[i]!;
    const stance_Bits = data[at]! | (data[at + 1]! << 8);
    if ((stance_Bits & ~0x3fff) !== 0) return /* outOfRange */ -2;
    stance_.armed = (stance_Bits & 1) === 1;
    const stance_Ammo = (stance_Bits >>> 1) & 0x1f;
    stance_.ammo = stance_Ammo;
    const stance_Level = (stance_Bits >>> 6) & 0x0f;
    if (stance_Level < 1 || stance_Level > 12) return /* outOfRange */ -2;
    stance_.level = stance_Level;
    const stance_Pose = (stance_Bits >>> 10) & 0x07;
    if (stance_Pose !== 0 && stance_Pose !== 2 && stance_Pose !== 5 && stance_Pose !== 6)
      return /* outOfRange */ -2;
    stance_.pose = stance_Pose as Pose;
    stance_.last = ((stance_Bits >>> 13) & 1) === 1;
    at += 2;
  }
  if (2 * 4 > end - at) return /* truncated */ -4;
  const floods = message.floods;
  for (let i = 0; i < 2; i++) {
    const flood_ = floods[i]!;
    const flood_Bits =
      (data[at]! | (data[at + 1]! << 8) | (data[at + 2]! << 16) | (data[at + 3]! << 24)) >>> 0;
    const flood_Low = flood_Bits & 0xffff;
    flood_.low = flood_Low;
    const flood_High = (flood_Bits >>> 16) & 0x7fff;
    if (flood_High > 30000) return /* outOfRange */ -2;
    flood_.high = flood_High;
    flood_.top = ((flood_Bits >>> 31) & 1) === 1;
    at += 4;
  }
  return at === end ? at : /* trailing */ -5;
}

export const wrappedId = 0x0d;
/** Bytes of the longest; the shortest takes 10, with the id. */
export const wrappedSizeMax = 59;

/** From either side, reliable. */
export class Wrapped {
  /** 0 .. 360 in steps of 0.25; wrapped when encoded. */
  turn = 0;
  /** 0 .. 256 in steps of 1; wrapped when encoded. */
  whole = 0;
  /** -1000 .. 1000 in steps of 0.001; wrapped when encoded. */
  wide = 0;
  /** u8. */
  old = 0;
  gridsCount = 0;
  /** Up to 2. */
  readonly grids: readonly Grid[] = Array.from({ length: 2 }, () => new Grid());
  readonly record = new Holding();
}

export function encodeWrapped(message: Wrapped, out: Uint8Array, at: number): number {
  const turn = message.turn;
  let turnSteps = Math.floor(turn * 4 + 0.5);
  turnSteps -= Math.floor(turnSteps / 1440) * 1440;
  if (!(turnSteps >= 0 && turnSteps <= 1439)) return /* outOfRange */ -2;
  const whole = message.whole;
  let wholeSteps = Math.floor(whole + 0.5);
  wholeSteps -= Math.floor(wholeSteps / 256) * 256;
  if (!(wholeSteps >= 0 && wholeSteps <= 255)) return /* outOfRange */ -2;
  const wide = message.wide;
  let wideSteps = Math.floor((wide + 1000) * 1000 + 0.5);
  wideSteps -= Math.floor(wideSteps / 2000000) * 2000000;
  if (!(wideSteps >= 0 && wideSteps <= 1999999)) return /* outOfRange */ -2;
  const old = message.old;
  if ((old & 0xff) !== old) return /* outOfRange */ -2;
  const gridsCount = message.gridsCount;
  if ((gridsCount & 0xff) !== gridsCount || gridsCount > 2) return /* tooLong */ -3;
  if (at + 9 > out.length) return /* noRoom */ -1;
  out[at] = 0x0d;
  out[at + 1] = turnSteps;
  out[at + 2] = turnSteps >>> 8;
  out[at + 3] = wholeSteps;
  out[at + 4] = wideSteps;
  out[at + 5] = wideSteps >>> 8;
  out[at + 6] = wideSteps >>> 16;
  out[at + 7] = old;
  out[at + 8] = gridsCount;
  at += 9;
  const grids = message.grids;
  for (let i = 0; i < gridsCount; i++) {
    const grid = grids[i]!;
    const rowsCount = grid.rowsCount;
    if ((rowsCount & 0xff) !== rowsCount || rowsCount > 3) return /* tooLong */ -3;
    if (at >= out.length) return /* noRoom */ -1;
    out[at] = rowsCount;
    at += 1;
    const rows = grid.rows;
    for (let j = 0; j < rowsCount; j++) {
      const row = rows[j]!;
      const cellsCount = row.cellsCount;
      if ((cellsCount & 0xff) !== cellsCount || cellsCount > 4) return /* tooLong */ -3;
      if (at >= out.length) return /* noRoom */ -1;
      out[at] = cellsCount;
      at += 1;
      if (at + cellsCount > out.length) return /* noRoom */ -1;
      const cells = row.cells;
      for (let k = 0; k < cellsCount; k++) {
        const cellsValue = cells[k]!;
        if ((cellsValue & 0xff) !== cellsValue || cellsValue > 9) return /* outOfRange */ -2;
        out[at] = cellsValue;
        at += 1;
      }
    }
  }
  const record = message.record;
  const mask = record.mask;
  if ((mask & 0x03) !== mask) return /* outOfRange */ -2;
  if (at >= out.length) return /* noRoom */ -1;
  out[at] = mask;
  at += 1;
  if ((mask & 0x01) /* what */ !== 0) {
    const happening = record.happening;
    const kind = happening.kind;
    if ((kind & 0xff) !== kind || (kind !== 1 && kind !== 7 && kind !== 200)) return /* outOfRange */ -2;
    if (at >= out.length) return /* noRoom */ -1;
    out[at] = kind;
    at += 1;
    if (kind === 1) {
      const moved = happening.moved;
      const x = moved.x;
      if ((x << 16) >> 16 !== x) return /* outOfRange */ -2;
      const heading = moved.heading;
      let headingSteps = Math.floor((heading + 180) * 2 + 0.5);
      headingSteps -= Math.floor(headingSteps / 720) * 720;
      if (!(headingSteps >= 0 && headingSteps <= 719)) return /* outOfRange */ -2;
      if (at + 4 > out.length) return /* noRoom */ -1;
      out[at] = x;
      out[at + 1] = x >>> 8;
      out[at + 2] = headingSteps;
      out[at + 3] = headingSteps >>> 8;
      at += 4;
    }
    if (kind === 7) {
      const said = happening.said;
      at = writeText(said.text, out, at, 10);
      if (at < 0) return at;
      const stance = said.stance;
      const armed = stance.armed;
      const ammo = stance.ammo;
      if ((ammo & 0x1f) !== ammo) return /* outOfRange */ -2;
      const level = stance.level;
      if ((level & 0x0f) !== level || level < 1 || level > 12) return /* outOfRange */ -2;
      const pose = stance.pose;
      if ((pose & 0xff) !== pose || (pose !== 0 && pose !== 2 && pose !== 5 && pose !== 6))
        return /* outOfRange */ -2;
      const last = stance.last;
      const bits = (armed ? 1 : 0) | (ammo << 1) | (level << 6) | (pose << 10) | ((last ? 1 : 0) << 13);
      if (at + 2 > out.length) return /* noRoom */ -1;
      out[at] = bits;
      out[at + 1] = bits >>> 8;
      at += 2;
    }
  }
  if ((mask & 0x02) /* how */ !== 0) {
    const recordStance = record.stance;
    const recordStanceArmed = recordStance.armed;
    const recordStanceAmmo = recordStance.ammo;
    if ((recordStanceAmmo & 0x1f) !== recordStanceAmmo) return /* outOfRange */ -2;
    const recordStanceLevel = recordStance.level;
    if ((recordStanceLevel & 0x0f) !== recordStanceLevel || recordStanceLevel < 1 || recordStanceLevel > 12)
      return /* outOfRange */ -2;
    const recordStancePose = recordStance.pose;
    if (
      (recordStancePose & 0xff) !== recordStancePose ||
      (recordStancePose !== 0 && recordStancePose !== 2 && recordStancePose !== 5 && recordStancePose !== 6)
    )
      return /* outOfRange */ -2;
    const recordStanceLast = recordStance.last;
    const recordStanceBits =
      (recordStanceArmed ? 1 : 0) |
      (recordStanceAmmo << 1) |
      (recordStanceLevel << 6) |
      (recordStancePose << 10) |
      ((recordStanceLast ? 1 : 0) << 13);
    const angle = record.angle;
    if ((angle & 0xff) !== angle || angle > 127) return /* outOfRange */ -2;
    if (at + 3 > out.length) return /* noRoom */ -1;
    out[at] = recordStanceBits;
    out[at + 1] = recordStanceBits >>> 8;
    out[at + 2] = angle;
    at += 3;
  }
  return at;
}

export function decodeWrapped(message: Wrapped, data: Uint8Array, at: number, end: number): number {
  if (end > data.length) return /* truncated */ -4;
  if (end - at > wrappedSizeMax) return /* tooLong */ -3;
  if (at + 9 > end) return /* truncated */ -4;
  if (data[at] !== wrappedId) return /* wrongId */ -6;
  const turn = data[at + 1]! | (data[at + 2]! << 8);
  if (turn > 1439) return /* outOfRange */ -2;
  message.turn = turn / 4;
  message.whole = data[at + 3]!;
  const wide = data[at + 4]! | (data[at + 5]! << 8) | (data[at + 6]! << 16);
  if (wide > 1999999) return /* outOfRange */ -2;
  message.wide = wide / 1000 - 1000;
  message.old = data[at + 7]!;
  const gridsCount = data[at + 8]!;
  if (gridsCount > 2) return /* tooLong */ -3;
  message.gridsCount = gridsCount;
  at += 9;
  if (gridsCount > end - at) return /* truncated */ -4;
  const grids = message.grids;
  for (let i = 0; i < gridsCount; i++) {
    const grid = grids[i]!;
    if (at >= end) return /* truncated */ -4;
    const rowsCount = data[at]!;
    if (rowsCount > 3) return /* tooLong */ -3;
    grid.rowsCount = rowsCount;
    at += 1;
    if (rowsCount > end - at) return /* truncated */ -4;
    const rows = grid.rows;
    for (let j = 0; j < rowsCount; j++) {
      const row = rows[j]!;
      if (at >= end) return /* truncated */ -4;
      const cellsCount = data[at]!;
      if (cellsCount > 4) return /* tooLong */ -3;
      row.cellsCount = cellsCount;
      at += 1;
      if (cellsCount > end - at) return /* truncated */ -4;
      const cells = row.cells;
      for (let k = 0; k < cellsCount; k++) {
        const cellsValue = data[at]!;
        if (cellsValue > 9) return /* outOfRange */ -2;
        cells[k] = cellsValue;
        at += 1;
      }
    }
  }
  const record = message.record;
  if (at >= end) return /* truncated */ -4;
  const mask = data[at]!;
  if (mask > 0x03) return /* outOfRange */ -2;
  record.mask = mask;
  at += 1;
  if ((mask & 0x01) /* what */ !== 0) {
    const happening = record.happening;
    if (at >= end) return /* truncated */ -4;
    const kind = data[at]!;
    if (kind !== 1 && kind !== 7 && kind !== 200) return /* outOfRange */ -2;
    happening.kind = kind as HappeningKind;
    at += 1;
    if (kind === 1) {
      const moved = happening.moved;
      if (at + 4 > end) return /* truncated */ -4;
      moved.x = ((data[at]! | (data[at + 1]! << 8)) << 16) >> 16;
      const heading = data[at + 2]! | (data[at + 3]! << 8);
      if (heading > 719) return /* outOfRange */ -2;
      moved.heading = heading / 2 - 180;
      at += 4;
    }
    if (kind === 7) {
      const said = happening.said;
      if (at >= end) return /* truncated */ -4;
      const textLength = data[at]!;
      if (textLength > 10) return /* tooLong */ -3;
      at += 1;
      if (textLength > end - at) return /* truncated */ -4;
      const text = readText(data, at, at + textLength);
      if (text === undefined) return /* badText */ -7;
      said.text = text;
      at += textLength;
      const stance = said.stance;
      if (at + 2 > end) return /* truncated */ -4;
      const bits = data[at]! | (data[at + 1]! << 8);
      if ((bits & ~0x3fff) !== 0) return /* outOfRange */ -2;
      stance.armed = (bits & 1) === 1;
      const ammo = (bits >>> 1) & 0x1f;
      stance.ammo = ammo;
      const level = (bits >>> 6) & 0x0f;
      if (level < 1 || level > 12) return /* outOfRange */ -2;
      stance.level = level;
      const pose = (bits >>> 10) & 0x07;
      if (pose !== 0 && pose !== 2 && pose !== 5 && pose !== 6) return /* outOfRange */ -2;
      stance.pose = pose as Pose;
      stance.last = ((bits >>> 13) & 1) === 1;
      at += 2;
    }
  }
  if ((mask & 0x02) /* how */ !== 0) {
    const recordStance = record.stance;
    if (at + 3 > end) return /* truncated */ -4;
    const recordStanceBits = data[at]! | (data[at + 1]! << 8);
    if ((recordStanceBits & ~0x3fff) !== 0) return /* outOfRange */ -2;
    recordStance.armed = (recordStanceBits & 1) === 1;
    const recordStanceAmmo = (recordStanceBits >>> 1) & 0x1f;
    recordStance.ammo = recordStanceAmmo;
    const recordStanceLevel = (recordStanceBits >>> 6) & 0x0f;
    if (recordStanceLevel < 1 || recordStanceLevel > 12) return /* outOfRange */ -2;
    recordStance.level = recordStanceLevel;
    const recordStancePose = (recordStanceBits >>> 10) & 0x07;
    if (recordStancePose !== 0 && recordStancePose !== 2 && recordStancePose !== 5 && recordStancePose !== 6)
      return /* outOfRange */ -2;
    recordStance.pose = recordStancePose as Pose;
    recordStance.last = ((recordStanceBits >>> 13) & 1) === 1;
    const angle = data[at + 2]!;
    if (angle > 127) return /* outOfRange */ -2;
    record.angle = angle;
    at += 3;
  }
  return at === end ? at : /* trailing */ -5;
}

/** Bits of Holding.mask. */
export const HoldingMask = {
  what: 0x01,
  how: 0x02,
} as const;

/** Quantized fields hold their step numbers, as they travel. */
export class Holding {
  /** Which groups are there: bits of HoldingMask. */
  mask = 0;

  // Group what.
  readonly happening = new Happening();

  // Group how.
  readonly stance = new Stance();
  /** 0 .. 127: steps of 0.5 from 0. */
  angle = 0;
}

/** Bytes of the longest; the shortest takes 1. */
export const holdingSizeMax = 18;

/** 0 .. 127: steps of 0.5 from 0. Wraps; NaN gives NaN, which no encoder takes. */
export function quantizeHoldingAngle(value: number): number {
  const whole = Math.floor(value * 2 + 0.5);
  return whole - Math.floor(whole / 128) * 128;
}

export function dequantizeHoldingAngle(steps: number): number {
  return steps / 2;
}

export function encodeHolding(message: Holding, out: Uint8Array, at: number): number {
  const mask = message.mask;
  if ((mask & 0x03) !== mask) return /* outOfRange */ -2;
  if (at >= out.length) return /* noRoom */ -1;
  out[at] = mask;
  at += 1;
  if ((mask & 0x01) /* what */ !== 0) {
    const happening = message.happening;
    const kind = happening.kind;
    if ((kind & 0xff) !== kind || (kind !== 1 && kind !== 7 && kind !== 200)) return /* outOfRange */ -2;
    if (at >= out.length) return /* noRoom */ -1;
    out[at] = kind;
    at += 1;
    if (kind === 1) {
      const moved = happening.moved;
      const x = moved.x;
      if ((x << 16) >> 16 !== x) return /* outOfRange */ -2;
      const heading = moved.heading;
      let headingSteps = Math.floor((heading + 180) * 2 + 0.5);
      headingSteps -= Math.floor(headingSteps / 720) * 720;
      if (!(headingSteps >= 0 && headingSteps <= 719)) return /* outOfRange */ -2;
      if (at + 4 > out.length) return /* noRoom */ -1;
      out[at] = x;
      out[at + 1] = x >>> 8;
      out[at + 2] = headingSteps;
      out[at + 3] = headingSteps >>> 8;
      at += 4;
    }
    if (kind === 7) {
      const said = happening.said;
      at = writeText(said.text, out, at, 10);
      if (at < 0) return at;
      const stance = said.stance;
      const armed = stance.armed;
      const ammo = stance.ammo;
      if ((ammo & 0x1f) !== ammo) return /* outOfRange */ -2;
      const level = stance.level;
      if ((level & 0x0f) !== level || level < 1 || level > 12) return /* outOfRange */ -2;
      const pose = stance.pose;
      if ((pose & 0xff) !== pose || (pose !== 0 && pose !== 2 && pose !== 5 && pose !== 6))
        return /* outOfRange */ -2;
      const last = stance.last;
      const bits = (armed ? 1 : 0) | (ammo << 1) | (level << 6) | (pose << 10) | ((last ? 1 : 0) << 13);
      if (at + 2 > out.length) return /* noRoom */ -1;
      out[at] = bits;
      out[at + 1] = bits >>> 8;
      at += 2;
    }
  }
  if ((mask & 0x02) /* how */ !== 0) {
    const stance_ = message.stance;
    const stance_Armed = stance_.armed;
    const stance_Ammo = stance_.ammo;
    if ((stance_Ammo & 0x1f) !== stance_Ammo) return /* outOfRange */ -2;
    const stance_Level = stance_.level;
    if ((stance_Level & 0x0f) !== stance_Level || stance_Level < 1 || stance_Level > 12)
      return /* outOfRange */ -2;
    const stance_Pose = stance_.pose;
    if (
      (stance_Pose & 0xff) !== stance_Pose ||
      (stance_Pose !== 0 && stance_Pose !== 2 && stance_Pose !== 5 && stance_Pose !== 6)
    )
      return /* outOfRange */ -2;
    const stance_Last = stance_.last;
    const stance_Bits =
      (stance_Armed ? 1 : 0) |
      (stance_Ammo << 1) |
      (stance_Level << 6) |
      (stance_Pose << 10) |
      ((stance_Last ? 1 : 0) << 13);
    const angle = message.angle;
    if ((angle & 0xff) !== angle || angle > 127) return /* outOfRange */ -2;
    if (at + 3 > out.length) return /* noRoom */ -1;
    out[at] = stance_Bits;
    out[at + 1] = stance_Bits >>> 8;
    out[at + 2] = angle;
    at += 3;
  }
  return at;
}

export function decodeHolding(message: Holding, data: Uint8Array, at: number, end: number): number {
  if (at >= end) return /* truncated */ -4;
  const mask = data[at]!;
  if (mask > 0x03) return /* outOfRange */ -2;
  message.mask = mask;
  at += 1;
  if ((mask & 0x01) /* what */ !== 0) {
    const happening = message.happening;
    if (at >= end) return /* truncated */ -4;
    const kind = data[at]!;
    if (kind !== 1 && kind !== 7 && kind !== 200) return /* outOfRange */ -2;
    happening.kind = kind as HappeningKind;
    at += 1;
    if (kind === 1) {
      const moved = happening.moved;
      if (at + 4 > end) return /* truncated */ -4;
      moved.x = ((data[at]! | (data[at + 1]! << 8)) << 16) >> 16;
      const heading = data[at + 2]! | (data[at + 3]! << 8);
      if (heading > 719) return /* outOfRange */ -2;
      moved.heading = heading / 2 - 180;
      at += 4;
    }
    if (kind === 7) {
      const said = happening.said;
      if (at >= end) return /* truncated */ -4;
      const textLength = data[at]!;
      if (textLength > 10) return /* tooLong */ -3;
      at += 1;
      if (textLength > end - at) return /* truncated */ -4;
      const text = readText(data, at, at + textLength);
      if (text === undefined) return /* badText */ -7;
      said.text = text;
      at += textLength;
      const stance = said.stance;
      if (at + 2 > end) return /* truncated */ -4;
      const bits = data[at]! | (data[at + 1]! << 8);
      if ((bits & ~0x3fff) !== 0) return /* outOfRange */ -2;
      stance.armed = (bits & 1) === 1;
      const ammo = (bits >>> 1) & 0x1f;
      stance.ammo = ammo;
      const level = (bits >>> 6) & 0x0f;
      if (level < 1 || level > 12) return /* outOfRange */ -2;
      stance.level = level;
      const pose = (bits >>> 10) & 0x07;
      if (pose !== 0 && pose !== 2 && pose !== 5 && pose !== 6) return /* outOfRange */ -2;
      stance.pose = pose as Pose;
      stance.last = ((bits >>> 13) & 1) === 1;
      at += 2;
    }
  }
  if ((mask & 0x02) /* how */ !== 0) {
    const stance_ = message.stance;
    if (at + 3 > end) return /* truncated */ -4;
    const stance_Bits = data[at]! | (data[at + 1]! << 8);
    if ((stance_Bits & ~0x3fff) !== 0) return /* outOfRange */ -2;
    stance_.armed = (stance_Bits & 1) === 1;
    const stance_Ammo = (stance_Bits >>> 1) & 0x1f;
    stance_.ammo = stance_Ammo;
    const stance_Level = (stance_Bits >>> 6) & 0x0f;
    if (stance_Level < 1 || stance_Level > 12) return /* outOfRange */ -2;
    stance_.level = stance_Level;
    const stance_Pose = (stance_Bits >>> 10) & 0x07;
    if (stance_Pose !== 0 && stance_Pose !== 2 && stance_Pose !== 5 && stance_Pose !== 6)
      return /* outOfRange */ -2;
    stance_.pose = stance_Pose as Pose;
    stance_.last = ((stance_Bits >>> 13) & 1) === 1;
    const angle = data[at + 2]!;
    if (angle > 127) return /* outOfRange */ -2;
    message.angle = angle;
    at += 3;
  }
  return at;
}

/** Bits of Tracked.mask. */
export const TrackedMask = {
  place: 0x01,
  motion: 0x02,
  counters: 0x04,
  look: 0x08,
} as const;

/**
 * Fits into columns.
 * Quantized fields hold their step numbers, as they travel.
 */
export class Tracked {
  /** Which groups are there: bits of TrackedMask. */
  mask = 0;

  // Group place.
  /** 0 .. 65535: steps of 0.015625 from 0. */
  x = 0;
  /** 0 .. 65535: steps of 0.015625 from 0. */
  y = 0;

  // Group motion.
  /** 0 .. 8388608: steps of 0.00000095367431640625 from -4. */
  fine = 0;
  /** 1/65536 turn. */
  heading = 0;
  /** i16, -300 .. 300. */
  signed = 0;
  /** u8, 1 .. 9. */
  small = 1;

  // Group counters.
  /** u32. */
  total = 0;
  /** i32. */
  balance = 0;
  /** u32, 10 .. 4000000000. */
  most = 10;
  /** Varint. */
  earned = 0;
  /** Zigzag, -70000 .. 5. */
  owed = 0;

  // Group look.
  colour: Colour = Colour.red;
  size: Wide = Wide.low;
  /** Bits of AllMarks. */
  marks = 0;
  /** F32, 0 .. 1. */
  share = 0;
  /** F64, finite. */
  exact = 0;
  alive = false;
  /** 1/256 turn. */
  angle = 0;
}

/** Bytes of the longest; the shortest takes 1. */
export const trackedSizeMax = 54;

/** 0 .. 65535: steps of 0.015625 from 0. Clamps; NaN gives NaN, which no encoder takes. */
export function quantizeTrackedX(value: number): number {
  return value <= 0 ? 0 : value >= 1023.984375 ? 65535 : Math.floor(value * 64 + 0.5);
}

export function dequantizeTrackedX(steps: number): number {
  return steps / 64;
}

/** 0 .. 65535: steps of 0.015625 from 0. Clamps; NaN gives NaN, which no encoder takes. */
export function quantizeTrackedY(value: number): number {
  return value <= 0 ? 0 : value >= 1023.984375 ? 65535 : Math.floor(value * 64 + 0.5);
}

export function dequantizeTrackedY(steps: number): number {
  return steps / 64;
}

/**
 * 0 .. 8388608: steps of 0.00000095367431640625 from -4. Clamps; NaN gives NaN, which no encoder takes.
 */
export function quantizeTrackedFine(value: number): number {
  return value <= -4 ? 0 : value >= 4 ? 8388608 : Math.floor((value + 4) * 1048576 + 0.5);
}

export function dequantizeTrackedFine(steps: number): number {
  return steps / 1048576 - 4;
}

export function encodeTracked(message: Tracked, out: Uint8Array, at: number): number {
  const mask = message.mask;
  if ((mask & 0x0f) !== mask) return /* outOfRange */ -2;
  if (at >= out.length) return /* noRoom */ -1;
  out[at] = mask;
  at += 1;
  if ((mask & 0x01) /* place */ !== 0) {
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
  if ((mask & 0x02) /* motion */ !== 0) {
    const fine = message.fine;
    if ((fine & 0xffffff) !== fine || fine > 8388608) return /* outOfRange */ -2;
    const heading = message.heading;
    if ((heading & 0xffff) !== heading) return /* outOfRange */ -2;
    const signed = message.signed;
    if ((signed << 16) >> 16 !== signed || signed < -300 || signed > 300) return /* outOfRange */ -2;
    const small = message.small;
    if ((small & 0xff) !== small || small < 1 || small > 9) return /* outOfRange */ -2;
    if (at + 8 > out.length) return /* noRoom */ -1;
    out[at] = fine;
    out[at + 1] = fine >>> 8;
    out[at + 2] = fine >>> 16;
    out[at + 3] = heading;
    out[at + 4] = heading >>> 8;
    out[at + 5] = signed;
    out[at + 6] = signed >>> 8;
    out[at + 7] = small;
    at += 8;
  }
  if ((mask & 0x04) /* counters */ !== 0) {
    const total = message.total;
    if (total >>> 0 !== total) return /* outOfRange */ -2;
    const balance = message.balance;
    if ((balance | 0) !== balance) return /* outOfRange */ -2;
    const most = message.most;
    if (most >>> 0 !== most || most < 10 || most > 4000000000) return /* outOfRange */ -2;
    const earned = message.earned;
    if (earned >>> 0 !== earned) return /* outOfRange */ -2;
    if (at + 12 > out.length) return /* noRoom */ -1;
    out[at] = total;
    out[at + 1] = total >>> 8;
    out[at + 2] = total >>> 16;
    out[at + 3] = total >>> 24;
    out[at + 4] = balance;
    out[at + 5] = balance >>> 8;
    out[at + 6] = balance >>> 16;
    out[at + 7] = balance >>> 24;
    out[at + 8] = most;
    out[at + 9] = most >>> 8;
    out[at + 10] = most >>> 16;
    out[at + 11] = most >>> 24;
    at += 12;
    at = writeVarint(earned, out, at);
    if (at < 0) return at;
    const owed = message.owed;
    if ((owed | 0) !== owed || owed < -70000 || owed > 5) return /* outOfRange */ -2;
    at = writeVarint(((owed << 1) ^ (owed >> 31)) >>> 0, out, at);
    if (at < 0) return at;
  }
  if ((mask & 0x08) /* look */ !== 0) {
    const colour = message.colour;
    if ((colour & 0xff) !== colour || (colour !== 0 && colour !== 4 && colour !== 200))
      return /* outOfRange */ -2;
    const size = message.size;
    if ((size & 0xffff) !== size || (size !== 1 && size !== 4660)) return /* outOfRange */ -2;
    const marks = message.marks;
    if ((marks & 0x80000001) >>> 0 !== marks) return /* outOfRange */ -2;
    const share = message.share;
    if (!(share >= 0 && share <= 1)) return /* outOfRange */ -2;
    const exact = message.exact;
    if (!(exact >= -1.7976931348623157e308 && exact <= 1.7976931348623157e308)) return /* outOfRange */ -2;
    const alive = message.alive;
    const angle = message.angle;
    if ((angle & 0xff) !== angle) return /* outOfRange */ -2;
    if (at + 21 > out.length) return /* noRoom */ -1;
    out[at] = colour;
    out[at + 1] = size;
    out[at + 2] = size >>> 8;
    out[at + 3] = marks;
    out[at + 4] = marks >>> 8;
    out[at + 5] = marks >>> 16;
    out[at + 6] = marks >>> 24;
    floatView.setFloat32(0, share, true);
    out[at + 7] = floatBytes[0]!;
    out[at + 8] = floatBytes[1]!;
    out[at + 9] = floatBytes[2]!;
    out[at + 10] = floatBytes[3]!;
    floatView.setFloat64(0, exact, true);
    out[at + 11] = floatBytes[0]!;
    out[at + 12] = floatBytes[1]!;
    out[at + 13] = floatBytes[2]!;
    out[at + 14] = floatBytes[3]!;
    out[at + 15] = floatBytes[4]!;
    out[at + 16] = floatBytes[5]!;
    out[at + 17] = floatBytes[6]!;
    out[at + 18] = floatBytes[7]!;
    out[at + 19] = alive ? 1 : 0;
    out[at + 20] = angle;
    at += 21;
  }
  return at;
}

export function decodeTracked(message: Tracked, data: Uint8Array, at: number, end: number): number {
  if (at >= end) return /* truncated */ -4;
  const mask = data[at]!;
  if (mask > 0x0f) return /* outOfRange */ -2;
  message.mask = mask;
  at += 1;
  if ((mask & 0x01) /* place */ !== 0) {
    if (at + 4 > end) return /* truncated */ -4;
    message.x = data[at]! | (data[at + 1]! << 8);
    message.y = data[at + 2]! | (data[at + 3]! << 8);
    at += 4;
  }
  if ((mask & 0x02) /* motion */ !== 0) {
    if (at + 8 > end) return /* truncated */ -4;
    const fine = data[at]! | (data[at + 1]! << 8) | (data[at + 2]! << 16);
    if (fine > 8388608) return /* outOfRange */ -2;
    message.fine = fine;
    message.heading = data[at + 3]! | (data[at + 4]! << 8);
    const signed = ((data[at + 5]! | (data[at + 6]! << 8)) << 16) >> 16;
    if (signed < -300 || signed > 300) return /* outOfRange */ -2;
    message.signed = signed;
    const small = data[at + 7]!;
    if (small < 1 || small > 9) return /* outOfRange */ -2;
    message.small = small;
    at += 8;
  }
  if ((mask & 0x04) /* counters */ !== 0) {
    if (at + 12 > end) return /* truncated */ -4;
    message.total = (data[at]! | (data[at + 1]! << 8) | (data[at + 2]! << 16) | (data[at + 3]! << 24)) >>> 0;
    message.balance = data[at + 4]! | (data[at + 5]! << 8) | (data[at + 6]! << 16) | (data[at + 7]! << 24);
    const most =
      (data[at + 8]! | (data[at + 9]! << 8) | (data[at + 10]! << 16) | (data[at + 11]! << 24)) >>> 0;
    if (most < 10 || most > 4000000000) return /* outOfRange */ -2;
    message.most = most;
    at += 12;
    const earned = readVarint(data, at, end);
    if (earned < 0) return earned;
    at += varintSize(earned);
    message.earned = earned;
    const owed = readVarint(data, at, end);
    if (owed < 0) return owed;
    at += varintSize(owed);
    if (((owed >>> 1) ^ -(owed & 1)) < -70000 || ((owed >>> 1) ^ -(owed & 1)) > 5) return /* outOfRange */ -2;
    message.owed = (owed >>> 1) ^ -(owed & 1);
  }
  if ((mask & 0x08) /* look */ !== 0) {
    if (at + 21 > end) return /* truncated */ -4;
    const colour = data[at]!;
    if (colour !== 0 && colour !== 4 && colour !== 200) return /* outOfRange */ -2;
    message.colour = colour as Colour;
    const size = data[at + 1]! | (data[at + 2]! << 8);
    if (size !== 1 && size !== 4660) return /* outOfRange */ -2;
    message.size = size as Wide;
    const marks =
      (data[at + 3]! | (data[at + 4]! << 8) | (data[at + 5]! << 16) | (data[at + 6]! << 24)) >>> 0;
    if ((marks & ~0x80000001) !== 0) return /* outOfRange */ -2;
    message.marks = marks;
    floatBytes[0] = data[at + 7]!;
    floatBytes[1] = data[at + 8]!;
    floatBytes[2] = data[at + 9]!;
    floatBytes[3] = data[at + 10]!;
    const share = floatView.getFloat32(0, true);
    if (!(share >= 0 && share <= 1)) return /* outOfRange */ -2;
    message.share = share;
    floatBytes[0] = data[at + 11]!;
    floatBytes[1] = data[at + 12]!;
    floatBytes[2] = data[at + 13]!;
    floatBytes[3] = data[at + 14]!;
    floatBytes[4] = data[at + 15]!;
    floatBytes[5] = data[at + 16]!;
    floatBytes[6] = data[at + 17]!;
    floatBytes[7] = data[at + 18]!;
    const exact = floatView.getFloat64(0, true);
    if (!(exact >= -1.7976931348623157e308 && exact <= 1.7976931348623157e308)) return /* outOfRange */ -2;
    message.exact = exact;
    const alive = data[at + 19]!;
    if (alive > 1) return /* outOfRange */ -2;
    message.alive = alive === 1;
    message.angle = data[at + 20]!;
    at += 21;
  }
  return at;
}

/** Bytes of the longest Tracked against a baseline; the shortest takes 1. */
export const trackedDeltaSizeMax = 54;
/**
 * Writes the groups of `message.mask`: as differences to `baseline` where it holds the group and that is shorter.
 */
export function encodeTrackedDelta(message: Tracked, baseline: Tracked, out: Uint8Array, at: number): number {
  const mask = message.mask;
  if ((mask & 0x0f) !== mask) return /* outOfRange */ -2;
  const held = baseline.mask;
  const headerAt = at;
  if (at + 1 > out.length) return /* noRoom */ -1;
  out[at] = mask;
  at += 1;
  if ((mask & 0x01) /* place */ !== 0) {
    const x = message.x;
    if ((x & 0xffff) !== x) return /* outOfRange */ -2;
    const xChange = (x - baseline.x) | 0;
    const xCode = ((xChange << 1) ^ (xChange >> 31)) >>> 0;
    const y = message.y;
    if ((y & 0xffff) !== y) return /* outOfRange */ -2;
    const yChange = (y - baseline.y) | 0;
    const yCode = ((yChange << 1) ^ (yChange >> 31)) >>> 0;
    place: {
      if ((held & 0x01) /* place */ !== 0) {
        if ((xCode | yCode) >>> 0 < 0x80) {
          if (at + 2 > out.length) return /* noRoom */ -1;
          out[headerAt] = out[headerAt]! | 0x10;
          out[at] = xCode;
          out[at + 1] = yCode;
          at += 2;
          break place;
        }
        const bytes = varintSize(xCode) + varintSize(yCode);
        if (bytes < 4) {
          if (at + bytes > out.length) return /* noRoom */ -1;
          out[headerAt] = out[headerAt]! | 0x10;
          at = putVarint(xCode, out, at);
          at = putVarint(yCode, out, at);
          break place;
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
  if ((mask & 0x02) /* motion */ !== 0) {
    const fine = message.fine;
    if ((fine & 0xffffff) !== fine || fine > 8388608) return /* outOfRange */ -2;
    const fineChange = (fine - baseline.fine) | 0;
    const fineCode = ((fineChange << 1) ^ (fineChange >> 31)) >>> 0;
    const heading = message.heading;
    if ((heading & 0xffff) !== heading) return /* outOfRange */ -2;
    const headingChange = ((heading - baseline.heading) << 16) >> 16;
    const headingCode = ((headingChange << 1) ^ (headingChange >> 31)) >>> 0;
    const signed = message.signed;
    if ((signed << 16) >> 16 !== signed || signed < -300 || signed > 300) return /* outOfRange */ -2;
    const signedChange = (signed - baseline.signed) | 0;
    const signedCode = ((signedChange << 1) ^ (signedChange >> 31)) >>> 0;
    motion: {
      if ((held & 0x02) /* motion */ !== 0) {
        if ((fineCode | headingCode | signedCode) >>> 0 < 0x80) {
          if (at + 3 > out.length) return /* noRoom */ -1;
          out[headerAt] = out[headerAt]! | 0x20;
          out[at] = fineCode;
          out[at + 1] = headingCode;
          out[at + 2] = signedCode;
          at += 3;
          const small = message.small;
          if ((small & 0xff) !== small || small < 1 || small > 9) return /* outOfRange */ -2;
          if (at >= out.length) return /* noRoom */ -1;
          out[at] = small;
          at += 1;
          break motion;
        }
        const bytes_ = varintSize(fineCode) + varintSize(headingCode) + varintSize(signedCode);
        if (bytes_ < 7) {
          if (at + bytes_ > out.length) return /* noRoom */ -1;
          out[headerAt] = out[headerAt]! | 0x20;
          at = putVarint(fineCode, out, at);
          at = putVarint(headingCode, out, at);
          at = putVarint(signedCode, out, at);
          const small_ = message.small;
          if ((small_ & 0xff) !== small_ || small_ < 1 || small_ > 9) return /* outOfRange */ -2;
          if (at >= out.length) return /* noRoom */ -1;
          out[at] = small_;
          at += 1;
          break motion;
        }
      }
      const small__ = message.small;
      if ((small__ & 0xff) !== small__ || small__ < 1 || small__ > 9) return /* outOfRange */ -2;
      if (at + 8 > out.length) return /* noRoom */ -1;
      out[at] = fine;
      out[at + 1] = fine >>> 8;
      out[at + 2] = fine >>> 16;
      out[at + 3] = heading;
      out[at + 4] = heading >>> 8;
      out[at + 5] = signed;
      out[at + 6] = signed >>> 8;
      out[at + 7] = small__;
      at += 8;
    }
  }
  if ((mask & 0x04) /* counters */ !== 0) {
    const total = message.total;
    if (total >>> 0 !== total) return /* outOfRange */ -2;
    const totalChange = (total - baseline.total) | 0;
    const totalCode = ((totalChange << 1) ^ (totalChange >> 31)) >>> 0;
    const balance = message.balance;
    if ((balance | 0) !== balance) return /* outOfRange */ -2;
    const balanceChange = (balance - baseline.balance) | 0;
    const balanceCode = ((balanceChange << 1) ^ (balanceChange >> 31)) >>> 0;
    const most = message.most;
    if (most >>> 0 !== most || most < 10 || most > 4000000000) return /* outOfRange */ -2;
    const mostChange = (most - baseline.most) | 0;
    const mostCode = ((mostChange << 1) ^ (mostChange >> 31)) >>> 0;
    counters: {
      if ((held & 0x04) /* counters */ !== 0) {
        if ((totalCode | balanceCode | mostCode) >>> 0 < 0x80) {
          if (at + 3 > out.length) return /* noRoom */ -1;
          out[headerAt] = out[headerAt]! | 0x40;
          out[at] = totalCode;
          out[at + 1] = balanceCode;
          out[at + 2] = mostCode;
          at += 3;
          const earned = message.earned;
          if (earned >>> 0 !== earned) return /* outOfRange */ -2;
          at = writeVarint(earned, out, at);
          if (at < 0) return at;
          const owed = message.owed;
          if ((owed | 0) !== owed || owed < -70000 || owed > 5) return /* outOfRange */ -2;
          at = writeVarint(((owed << 1) ^ (owed >> 31)) >>> 0, out, at);
          if (at < 0) return at;
          break counters;
        }
        const bytes__ = varintSize(totalCode) + varintSize(balanceCode) + varintSize(mostCode);
        if (bytes__ < 12) {
          if (at + bytes__ > out.length) return /* noRoom */ -1;
          out[headerAt] = out[headerAt]! | 0x40;
          at = putVarint(totalCode, out, at);
          at = putVarint(balanceCode, out, at);
          at = putVarint(mostCode, out, at);
          const earned_ = message.earned;
          if (earned_ >>> 0 !== earned_) return /* outOfRange */ -2;
          at = writeVarint(earned_, out, at);
          if (at < 0) return at;
          const owed_ = message.owed;
          if ((owed_ | 0) !== owed_ || owed_ < -70000 || owed_ > 5) return /* outOfRange */ -2;
          at = writeVarint(((owed_ << 1) ^ (owed_ >> 31)) >>> 0, out, at);
          if (at < 0) return at;
          break counters;
        }
      }
      const earned__ = message.earned;
      if (earned__ >>> 0 !== earned__) return /* outOfRange */ -2;
      if (at + 12 > out.length) return /* noRoom */ -1;
      out[at] = total;
      out[at + 1] = total >>> 8;
      out[at + 2] = total >>> 16;
      out[at + 3] = total >>> 24;
      out[at + 4] = balance;
      out[at + 5] = balance >>> 8;
      out[at + 6] = balance >>> 16;
      out[at + 7] = balance >>> 24;
      out[at + 8] = most;
      out[at + 9] = most >>> 8;
      out[at + 10] = most >>> 16;
      out[at + 11] = most >>> 24;
      at += 12;
      at = writeVarint(earned__, out, at);
      if (at < 0) return at;
      const owed__ = message.owed;
      if ((owed__ | 0) !== owed__ || owed__ < -70000 || owed__ > 5) return /* outOfRange */ -2;
      at = writeVarint(((owed__ << 1) ^ (owed__ >> 31)) >>> 0, out, at);
      if (at < 0) return at;
    }
  }
  if ((mask & 0x08) /* look */ !== 0) {
    const colour = message.colour;
    if ((colour & 0xff) !== colour || (colour !== 0 && colour !== 4 && colour !== 200))
      return /* outOfRange */ -2;
    const size = message.size;
    if ((size & 0xffff) !== size || (size !== 1 && size !== 4660)) return /* outOfRange */ -2;
    const marks = message.marks;
    if ((marks & 0x80000001) >>> 0 !== marks) return /* outOfRange */ -2;
    const share = message.share;
    if (!(share >= 0 && share <= 1)) return /* outOfRange */ -2;
    const exact = message.exact;
    if (!(exact >= -1.7976931348623157e308 && exact <= 1.7976931348623157e308)) return /* outOfRange */ -2;
    const alive = message.alive;
    const angle = message.angle;
    if ((angle & 0xff) !== angle) return /* outOfRange */ -2;
    if (at + 21 > out.length) return /* noRoom */ -1;
    out[at] = colour;
    out[at + 1] = size;
    out[at + 2] = size >>> 8;
    out[at + 3] = marks;
    out[at + 4] = marks >>> 8;
    out[at + 5] = marks >>> 16;
    out[at + 6] = marks >>> 24;
    floatView.setFloat32(0, share, true);
    out[at + 7] = floatBytes[0]!;
    out[at + 8] = floatBytes[1]!;
    out[at + 9] = floatBytes[2]!;
    out[at + 10] = floatBytes[3]!;
    floatView.setFloat64(0, exact, true);
    out[at + 11] = floatBytes[0]!;
    out[at + 12] = floatBytes[1]!;
    out[at + 13] = floatBytes[2]!;
    out[at + 14] = floatBytes[3]!;
    out[at + 15] = floatBytes[4]!;
    out[at + 16] = floatBytes[5]!;
    out[at + 17] = floatBytes[6]!;
    out[at + 18] = floatBytes[7]!;
    out[at + 19] = alive ? 1 : 0;
    out[at + 20] = angle;
    at += 21;
  }
  return at;
}

/**
 * Needs the baseline that the encoder had. The baseline may be the message itself, whose mask then tells what came.
 */
export function decodeTrackedDelta(
  message: Tracked,
  baseline: Tracked,
  data: Uint8Array,
  at: number,
  end: number,
): number {
  if (at >= end) return /* truncated */ -4;
  const header = data[at]!;
  if (header > 0x7f) return /* outOfRange */ -2;
  at += 1;
  const mask = header & 0x0f;
  const held = baseline.mask;
  message.mask = mask;
  if ((mask & 0x01) /* place */ !== 0) {
    if ((header & 0x10) !== 0) {
      if ((held & 0x01) /* place */ === 0) return /* noBaseline */ -9;
      let xCode: number, yCode: number;
      if (at + 2 <= end && (data[at]! | data[at + 1]!) < 0x80) {
        xCode = data[at]!;
        yCode = data[at + 1]!;
        at += 2;
      } else {
        const placeStart = at;
        xCode = readVarint(data, at, end);
        if (xCode < 0) return xCode;
        at += varintSize(xCode);
        yCode = readVarint(data, at, end);
        if (yCode < 0) return yCode;
        at += varintSize(yCode);
        if (at - placeStart >= 4) return /* notCanonical */ -8;
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
  if ((mask & 0x02) /* motion */ !== 0) {
    if ((header & 0x20) !== 0) {
      if ((held & 0x02) /* motion */ === 0) return /* noBaseline */ -9;
      let fineCode: number, headingCode: number, signedCode: number;
      if (at + 3 <= end && (data[at]! | data[at + 1]! | data[at + 2]!) < 0x80) {
        fineCode = data[at]!;
        headingCode = data[at + 1]!;
        signedCode = data[at + 2]!;
        at += 3;
      } else {
        const motionStart = at;
        fineCode = readVarint(data, at, end);
        if (fineCode < 0) return fineCode;
        at += varintSize(fineCode);
        headingCode = readVarint(data, at, end);
        if (headingCode < 0) return headingCode;
        at += varintSize(headingCode);
        signedCode = readVarint(data, at, end);
        if (signedCode < 0) return signedCode;
        at += varintSize(signedCode);
        if (at - motionStart >= 7) return /* notCanonical */ -8;
      }
      const fine = baseline.fine + ((fineCode >>> 1) ^ -(fineCode & 1));
      if (fine >>> 0 > 8388608) return /* outOfRange */ -2;
      message.fine = fine;
      const heading = (baseline.heading + ((headingCode >>> 1) ^ -(headingCode & 1))) & 0xffff;
      message.heading = heading;
      const signed = baseline.signed + ((signedCode >>> 1) ^ -(signedCode & 1));
      if (signed < -300 || signed > 300) return /* outOfRange */ -2;
      message.signed = signed;
      if (at >= end) return /* truncated */ -4;
      const small = data[at]!;
      if (small < 1 || small > 9) return /* outOfRange */ -2;
      message.small = small;
      at += 1;
    } else {
      if (at + 8 > end) return /* truncated */ -4;
      const fine_ = data[at]! | (data[at + 1]! << 8) | (data[at + 2]! << 16);
      if (fine_ > 8388608) return /* outOfRange */ -2;
      message.fine = fine_;
      message.heading = data[at + 3]! | (data[at + 4]! << 8);
      const signed_ = ((data[at + 5]! | (data[at + 6]! << 8)) << 16) >> 16;
      if (signed_ < -300 || signed_ > 300) return /* outOfRange */ -2;
      message.signed = signed_;
      const small_ = data[at + 7]!;
      if (small_ < 1 || small_ > 9) return /* outOfRange */ -2;
      message.small = small_;
      at += 8;
    }
  } else if ((header & 0x20) !== 0) return /* outOfRange */ -2;
  if ((mask & 0x04) /* counters */ !== 0) {
    if ((header & 0x40) !== 0) {
      if ((held & 0x04) /* counters */ === 0) return /* noBaseline */ -9;
      let totalCode: number, balanceCode: number, mostCode: number;
      if (at + 3 <= end && (data[at]! | data[at + 1]! | data[at + 2]!) < 0x80) {
        totalCode = data[at]!;
        balanceCode = data[at + 1]!;
        mostCode = data[at + 2]!;
        at += 3;
      } else {
        const countersStart = at;
        totalCode = readVarint(data, at, end);
        if (totalCode < 0) return totalCode;
        at += varintSize(totalCode);
        balanceCode = readVarint(data, at, end);
        if (balanceCode < 0) return balanceCode;
        at += varintSize(balanceCode);
        mostCode = readVarint(data, at, end);
        if (mostCode < 0) return mostCode;
        at += varintSize(mostCode);
        if (at - countersStart >= 12) return /* notCanonical */ -8;
      }
      const total = (baseline.total + ((totalCode >>> 1) ^ -(totalCode & 1))) >>> 0;
      message.total = total;
      const balance = (baseline.balance + ((balanceCode >>> 1) ^ -(balanceCode & 1))) | 0;
      message.balance = balance;
      const most = (baseline.most + ((mostCode >>> 1) ^ -(mostCode & 1))) >>> 0;
      if (most < 10 || most > 4000000000) return /* outOfRange */ -2;
      message.most = most;
      const earned = readVarint(data, at, end);
      if (earned < 0) return earned;
      at += varintSize(earned);
      message.earned = earned;
      const owed = readVarint(data, at, end);
      if (owed < 0) return owed;
      at += varintSize(owed);
      if (((owed >>> 1) ^ -(owed & 1)) < -70000 || ((owed >>> 1) ^ -(owed & 1)) > 5)
        return /* outOfRange */ -2;
      message.owed = (owed >>> 1) ^ -(owed & 1);
    } else {
      if (at + 12 > end) return /* truncated */ -4;
      message.total =
        (data[at]! | (data[at + 1]! << 8) | (data[at + 2]! << 16) | (data[at + 3]! << 24)) >>> 0;
      message.balance = data[at + 4]! | (data[at + 5]! << 8) | (data[at + 6]! << 16) | (data[at + 7]! << 24);
      const most_ =
        (data[at + 8]! | (data[at + 9]! << 8) | (data[at + 10]! << 16) | (data[at + 11]! << 24)) >>> 0;
      if (most_ < 10 || most_ > 4000000000) return /* outOfRange */ -2;
      message.most = most_;
      at += 12;
      const earned_ = readVarint(data, at, end);
      if (earned_ < 0) return earned_;
      at += varintSize(earned_);
      message.earned = earned_;
      const owed_ = readVarint(data, at, end);
      if (owed_ < 0) return owed_;
      at += varintSize(owed_);
      if (((owed_ >>> 1) ^ -(owed_ & 1)) < -70000 || ((owed_ >>> 1) ^ -(owed_ & 1)) > 5)
        return /* outOfRange */ -2;
      message.owed = (owed_ >>> 1) ^ -(owed_ & 1);
    }
  } else if ((header & 0x40) !== 0) return /* outOfRange */ -2;
  if ((mask & 0x08) /* look */ !== 0) {
    if (at + 21 > end) return /* truncated */ -4;
    const colour = data[at]!;
    if (colour !== 0 && colour !== 4 && colour !== 200) return /* outOfRange */ -2;
    message.colour = colour as Colour;
    const size = data[at + 1]! | (data[at + 2]! << 8);
    if (size !== 1 && size !== 4660) return /* outOfRange */ -2;
    message.size = size as Wide;
    const marks =
      (data[at + 3]! | (data[at + 4]! << 8) | (data[at + 5]! << 16) | (data[at + 6]! << 24)) >>> 0;
    if ((marks & ~0x80000001) !== 0) return /* outOfRange */ -2;
    message.marks = marks;
    floatBytes[0] = data[at + 7]!;
    floatBytes[1] = data[at + 8]!;
    floatBytes[2] = data[at + 9]!;
    floatBytes[3] = data[at + 10]!;
    const share = floatView.getFloat32(0, true);
    if (!(share >= 0 && share <= 1)) return /* outOfRange */ -2;
    message.share = share;
    floatBytes[0] = data[at + 11]!;
    floatBytes[1] = data[at + 12]!;
    floatBytes[2] = data[at + 13]!;
    floatBytes[3] = data[at + 14]!;
    floatBytes[4] = data[at + 15]!;
    floatBytes[5] = data[at + 16]!;
    floatBytes[6] = data[at + 17]!;
    floatBytes[7] = data[at + 18]!;
    const exact = floatView.getFloat64(0, true);
    if (!(exact >= -1.7976931348623157e308 && exact <= 1.7976931348623157e308)) return /* outOfRange */ -2;
    message.exact = exact;
    const alive = data[at + 19]!;
    if (alive > 1) return /* outOfRange */ -2;
    message.alive = alive === 1;
    message.angle = data[at + 20]!;
    at += 21;
  }
  return at;
}

/**
 * The groups of `message.mask` that `baseline` does not hold or holds with other values: what has to be sent.
 */
export function changedTrackedGroups(message: Tracked, baseline: Tracked): number {
  let mask = message.mask;
  const held = mask & baseline.mask;
  if ((held & TrackedMask.place) !== 0 && !(message.x !== baseline.x || message.y !== baseline.y))
    mask &= ~TrackedMask.place;
  if (
    (held & TrackedMask.motion) !== 0 &&
    !(
      message.fine !== baseline.fine ||
      message.heading !== baseline.heading ||
      message.signed !== baseline.signed ||
      message.small !== baseline.small
    )
  )
    mask &= ~TrackedMask.motion;
  if (
    (held & TrackedMask.counters) !== 0 &&
    !(
      message.total !== baseline.total ||
      message.balance !== baseline.balance ||
      message.most !== baseline.most ||
      message.earned !== baseline.earned ||
      message.owed !== baseline.owed
    )
  )
    mask &= ~TrackedMask.counters;
  if (
    (held & TrackedMask.look) !== 0 &&
    !(
      message.colour !== baseline.colour ||
      message.size !== baseline.size ||
      message.marks !== baseline.marks ||
      message.share !== baseline.share ||
      message.exact !== baseline.exact ||
      message.alive !== baseline.alive ||
      message.angle !== baseline.angle
    )
  )
    mask &= ~TrackedMask.look;
  return mask;
}

/** Takes the groups of `update.mask` over into `baseline`, which then holds them too. */
export function mergeTracked(baseline: Tracked, update: Tracked): void {
  const { mask } = update;
  if ((mask & TrackedMask.place) !== 0) {
    baseline.x = update.x;
    baseline.y = update.y;
  }
  if ((mask & TrackedMask.motion) !== 0) {
    baseline.fine = update.fine;
    baseline.heading = update.heading;
    baseline.signed = update.signed;
    baseline.small = update.small;
  }
  if ((mask & TrackedMask.counters) !== 0) {
    baseline.total = update.total;
    baseline.balance = update.balance;
    baseline.most = update.most;
    baseline.earned = update.earned;
    baseline.owed = update.owed;
  }
  if ((mask & TrackedMask.look) !== 0) {
    baseline.colour = update.colour;
    baseline.size = update.size;
    baseline.marks = update.marks;
    baseline.share = update.share;
    baseline.exact = update.exact;
    baseline.alive = update.alive;
    baseline.angle = update.angle;
  }
  baseline.mask = baseline.mask | mask;
}

/** Tracked by place: a typed array for each field. Quantized fields hold their step numbers. */
export class TrackedColumns {
  /** Which groups each row holds: bits of TrackedMask. */
  readonly mask: Uint8Array;

  /** 0 .. 65535: steps of 0.015625 from 0. */
  readonly x: Uint16Array;

  /** 0 .. 65535: steps of 0.015625 from 0. */
  readonly y: Uint16Array;

  /** 0 .. 8388608: steps of 0.00000095367431640625 from -4. */
  readonly fine: Uint32Array;

  /** 1/65536 turn. */
  readonly heading: Uint16Array;

  /** i16, -300 .. 300. */
  readonly signed: Int16Array;

  /** u8, 1 .. 9. */
  readonly small: Uint8Array;

  /** u32. */
  readonly total: Uint32Array;

  /** i32. */
  readonly balance: Int32Array;

  /** u32, 10 .. 4000000000. */
  readonly most: Uint32Array;

  /** varint. */
  readonly earned: Uint32Array;

  /** zigzag, -70000 .. 5. */
  readonly owed: Int32Array;

  readonly colour: Uint8Array;

  readonly size: Uint16Array;

  /** bits of AllMarks. */
  readonly marks: Uint32Array;

  /** f32, 0 .. 1. */
  readonly share: Float32Array;

  /** f64, finite. */
  readonly exact: Float64Array;

  readonly alive: Uint8Array;

  /** 1/256 turn. */
  readonly angle: Uint8Array;

  /** As many rows as there are places; a new one holds no group. */
  constructor(readonly places: number) {
    this.mask = new Uint8Array(places);
    this.x = new Uint16Array(places);
    this.y = new Uint16Array(places);
    this.fine = new Uint32Array(places);
    this.heading = new Uint16Array(places);
    this.signed = new Int16Array(places);
    this.small = new Uint8Array(places);
    this.total = new Uint32Array(places);
    this.balance = new Int32Array(places);
    this.most = new Uint32Array(places);
    this.earned = new Uint32Array(places);
    this.owed = new Int32Array(places);
    this.colour = new Uint8Array(places);
    this.size = new Uint16Array(places);
    this.marks = new Uint32Array(places);
    this.share = new Float32Array(places);
    this.exact = new Float64Array(places);
    this.alive = new Uint8Array(places);
    this.angle = new Uint8Array(places);
  }
}

/** Bits of Counted.mask. */
export const CountedMask = {
  a: 0x01,
  b: 0x02,
  c: 0x04,
  d: 0x08,
  e: 0x10,
} as const;

/**
 * Its header takes two bytes, its mask one.
 * Quantized fields hold their step numbers, as they travel.
 */
export class Counted {
  /** Which groups are there: bits of CountedMask. */
  mask = 0;

  // Group a.
  /** u16. */
  a = 0;

  // Group b.
  /** u16. */
  b = 0;

  // Group c.
  /** i16. */
  c = 0;

  // Group d.
  /** u16, 1 .. 1000. */
  d = 1;

  // Group e.
  /** u32. */
  e = 0;
}

/** Bytes of the longest; the shortest takes 1. */
export const countedSizeMax = 13;

export function encodeCounted(message: Counted, out: Uint8Array, at: number): number {
  const mask = message.mask;
  if ((mask & 0x1f) !== mask) return /* outOfRange */ -2;
  if (at >= out.length) return /* noRoom */ -1;
  out[at] = mask;
  at += 1;
  if ((mask & 0x01) /* a */ !== 0) {
    const a = message.a;
    if ((a & 0xffff) !== a) return /* outOfRange */ -2;
    if (at + 2 > out.length) return /* noRoom */ -1;
    out[at] = a;
    out[at + 1] = a >>> 8;
    at += 2;
  }
  if ((mask & 0x02) /* b */ !== 0) {
    const b = message.b;
    if ((b & 0xffff) !== b) return /* outOfRange */ -2;
    if (at + 2 > out.length) return /* noRoom */ -1;
    out[at] = b;
    out[at + 1] = b >>> 8;
    at += 2;
  }
  if ((mask & 0x04) /* c */ !== 0) {
    const c = message.c;
    if ((c << 16) >> 16 !== c) return /* outOfRange */ -2;
    if (at + 2 > out.length) return /* noRoom */ -1;
    out[at] = c;
    out[at + 1] = c >>> 8;
    at += 2;
  }
  if ((mask & 0x08) /* d */ !== 0) {
    const d = message.d;
    if ((d & 0xffff) !== d || d < 1 || d > 1000) return /* outOfRange */ -2;
    if (at + 2 > out.length) return /* noRoom */ -1;
    out[at] = d;
    out[at + 1] = d >>> 8;
    at += 2;
  }
  if ((mask & 0x10) /* e */ !== 0) {
    const e = message.e;
    if (e >>> 0 !== e) return /* outOfRange */ -2;
    if (at + 4 > out.length) return /* noRoom */ -1;
    out[at] = e;
    out[at + 1] = e >>> 8;
    out[at + 2] = e >>> 16;
    out[at + 3] = e >>> 24;
    at += 4;
  }
  return at;
}

export function decodeCounted(message: Counted, data: Uint8Array, at: number, end: number): number {
  if (at >= end) return /* truncated */ -4;
  const mask = data[at]!;
  if (mask > 0x1f) return /* outOfRange */ -2;
  message.mask = mask;
  at += 1;
  if ((mask & 0x01) /* a */ !== 0) {
    if (at + 2 > end) return /* truncated */ -4;
    message.a = data[at]! | (data[at + 1]! << 8);
    at += 2;
  }
  if ((mask & 0x02) /* b */ !== 0) {
    if (at + 2 > end) return /* truncated */ -4;
    message.b = data[at]! | (data[at + 1]! << 8);
    at += 2;
  }
  if ((mask & 0x04) /* c */ !== 0) {
    if (at + 2 > end) return /* truncated */ -4;
    message.c = ((data[at]! | (data[at + 1]! << 8)) << 16) >> 16;
    at += 2;
  }
  if ((mask & 0x08) /* d */ !== 0) {
    if (at + 2 > end) return /* truncated */ -4;
    const d = data[at]! | (data[at + 1]! << 8);
    if (d < 1 || d > 1000) return /* outOfRange */ -2;
    message.d = d;
    at += 2;
  }
  if ((mask & 0x10) /* e */ !== 0) {
    if (at + 4 > end) return /* truncated */ -4;
    message.e = (data[at]! | (data[at + 1]! << 8) | (data[at + 2]! << 16) | (data[at + 3]! << 24)) >>> 0;
    at += 4;
  }
  return at;
}

/** Bytes of the longest Counted against a baseline; the shortest takes 2. */
export const countedDeltaSizeMax = 14;
/**
 * Writes the groups of `message.mask`: as differences to `baseline` where it holds the group and that is shorter.
 */
export function encodeCountedDelta(message: Counted, baseline: Counted, out: Uint8Array, at: number): number {
  const mask = message.mask;
  if ((mask & 0x1f) !== mask) return /* outOfRange */ -2;
  const held = baseline.mask;
  const headerAt = at;
  if (at + 2 > out.length) return /* noRoom */ -1;
  out[at] = mask;
  out[at + 1] = mask >>> 8;
  at += 2;
  if ((mask & 0x01) /* a */ !== 0) {
    const a = message.a;
    if ((a & 0xffff) !== a) return /* outOfRange */ -2;
    const aChange = (a - baseline.a) | 0;
    const aCode = ((aChange << 1) ^ (aChange >> 31)) >>> 0;
    a_: {
      if ((held & 0x01) /* a */ !== 0) {
        if (aCode < 0x80) {
          if (at + 1 > out.length) return /* noRoom */ -1;
          out[headerAt] = out[headerAt]! | 0x20;
          out[at] = aCode;
          at += 1;
          break a_;
        }
        const bytes = varintSize(aCode);
        if (bytes < 2) {
          if (at + bytes > out.length) return /* noRoom */ -1;
          out[headerAt] = out[headerAt]! | 0x20;
          at = putVarint(aCode, out, at);
          break a_;
        }
      }
      if (at + 2 > out.length) return /* noRoom */ -1;
      out[at] = a;
      out[at + 1] = a >>> 8;
      at += 2;
    }
  }
  if ((mask & 0x02) /* b */ !== 0) {
    const b = message.b;
    if ((b & 0xffff) !== b) return /* outOfRange */ -2;
    const bChange = (b - baseline.b) | 0;
    const bCode = ((bChange << 1) ^ (bChange >> 31)) >>> 0;
    b_: {
      if ((held & 0x02) /* b */ !== 0) {
        if (bCode < 0x80) {
          if (at + 1 > out.length) return /* noRoom */ -1;
          out[headerAt] = out[headerAt]! | 0x40;
          out[at] = bCode;
          at += 1;
          break b_;
        }
        const bytes_ = varintSize(bCode);
        if (bytes_ < 2) {
          if (at + bytes_ > out.length) return /* noRoom */ -1;
          out[headerAt] = out[headerAt]! | 0x40;
          at = putVarint(bCode, out, at);
          break b_;
        }
      }
      if (at + 2 > out.length) return /* noRoom */ -1;
      out[at] = b;
      out[at + 1] = b >>> 8;
      at += 2;
    }
  }
  if ((mask & 0x04) /* c */ !== 0) {
    const c = message.c;
    if ((c << 16) >> 16 !== c) return /* outOfRange */ -2;
    const cChange = (c - baseline.c) | 0;
    const cCode = ((cChange << 1) ^ (cChange >> 31)) >>> 0;
    c_: {
      if ((held & 0x04) /* c */ !== 0) {
        if (cCode < 0x80) {
          if (at + 1 > out.length) return /* noRoom */ -1;
          out[headerAt] = out[headerAt]! | 0x80;
          out[at] = cCode;
          at += 1;
          break c_;
        }
        const bytes__ = varintSize(cCode);
        if (bytes__ < 2) {
          if (at + bytes__ > out.length) return /* noRoom */ -1;
          out[headerAt] = out[headerAt]! | 0x80;
          at = putVarint(cCode, out, at);
          break c_;
        }
      }
      if (at + 2 > out.length) return /* noRoom */ -1;
      out[at] = c;
      out[at + 1] = c >>> 8;
      at += 2;
    }
  }
  if ((mask & 0x08) /* d */ !== 0) {
    const d = message.d;
    if ((d & 0xffff) !== d || d < 1 || d > 1000) return /* outOfRange */ -2;
    const dChange = (d - baseline.d) | 0;
    const dCode = ((dChange << 1) ^ (dChange >> 31)) >>> 0;
    d_: {
      if ((held & 0x08) /* d */ !== 0) {
        if (dCode < 0x80) {
          if (at + 1 > out.length) return /* noRoom */ -1;
          out[headerAt + 1] = out[headerAt + 1]! | 0x01;
          out[at] = dCode;
          at += 1;
          break d_;
        }
        const bytes___ = varintSize(dCode);
        if (bytes___ < 2) {
          if (at + bytes___ > out.length) return /* noRoom */ -1;
          out[headerAt + 1] = out[headerAt + 1]! | 0x01;
          at = putVarint(dCode, out, at);
          break d_;
        }
      }
      if (at + 2 > out.length) return /* noRoom */ -1;
      out[at] = d;
      out[at + 1] = d >>> 8;
      at += 2;
    }
  }
  if ((mask & 0x10) /* e */ !== 0) {
    const e = message.e;
    if (e >>> 0 !== e) return /* outOfRange */ -2;
    const eChange = (e - baseline.e) | 0;
    const eCode = ((eChange << 1) ^ (eChange >> 31)) >>> 0;
    e_: {
      if ((held & 0x10) /* e */ !== 0) {
        if (eCode < 0x80) {
          if (at + 1 > out.length) return /* noRoom */ -1;
          out[headerAt + 1] = out[headerAt + 1]! | 0x02;
          out[at] = eCode;
          at += 1;
          break e_;
        }
        const bytes____ = varintSize(eCode);
        if (bytes____ < 4) {
          if (at + bytes____ > out.length) return /* noRoom */ -1;
          out[headerAt + 1] = out[headerAt + 1]! | 0x02;
          at = putVarint(eCode, out, at);
          break e_;
        }
      }
      if (at + 4 > out.length) return /* noRoom */ -1;
      out[at] = e;
      out[at + 1] = e >>> 8;
      out[at + 2] = e >>> 16;
      out[at + 3] = e >>> 24;
      at += 4;
    }
  }
  return at;
}

/**
 * Needs the baseline that the encoder had. The baseline may be the message itself, whose mask then tells what came.
 */
export function decodeCountedDelta(
  message: Counted,
  baseline: Counted,
  data: Uint8Array,
  at: number,
  end: number,
): number {
  if (at + 2 > end) return /* truncated */ -4;
  const header = data[at]! | (data[at + 1]! << 8);
  if (header > 0x3ff) return /* outOfRange */ -2;
  at += 2;
  const mask = header & 0x1f;
  const held = baseline.mask;
  message.mask = mask;
  if ((mask & 0x01) /* a */ !== 0) {
    if ((header & 0x20) !== 0) {
      if ((held & 0x01) /* a */ === 0) return /* noBaseline */ -9;
      let aCode: number;
      if (at + 1 <= end && data[at]! < 0x80) {
        aCode = data[at]!;
        at += 1;
      } else {
        const aStart = at;
        aCode = readVarint(data, at, end);
        if (aCode < 0) return aCode;
        at += varintSize(aCode);
        if (at - aStart >= 2) return /* notCanonical */ -8;
      }
      const a = baseline.a + ((aCode >>> 1) ^ -(aCode & 1));
      if (a < 0 || a > 65535) return /* outOfRange */ -2;
      message.a = a;
    } else {
      if (at + 2 > end) return /* truncated */ -4;
      message.a = data[at]! | (data[at + 1]! << 8);
      at += 2;
    }
  } else if ((header & 0x20) !== 0) return /* outOfRange */ -2;
  if ((mask & 0x02) /* b */ !== 0) {
    if ((header & 0x40) !== 0) {
      if ((held & 0x02) /* b */ === 0) return /* noBaseline */ -9;
      let bCode: number;
      if (at + 1 <= end && data[at]! < 0x80) {
        bCode = data[at]!;
        at += 1;
      } else {
        const bStart = at;
        bCode = readVarint(data, at, end);
        if (bCode < 0) return bCode;
        at += varintSize(bCode);
        if (at - bStart >= 2) return /* notCanonical */ -8;
      }
      const b = baseline.b + ((bCode >>> 1) ^ -(bCode & 1));
      if (b < 0 || b > 65535) return /* outOfRange */ -2;
      message.b = b;
    } else {
      if (at + 2 > end) return /* truncated */ -4;
      message.b = data[at]! | (data[at + 1]! << 8);
      at += 2;
    }
  } else if ((header & 0x40) !== 0) return /* outOfRange */ -2;
  if ((mask & 0x04) /* c */ !== 0) {
    if ((header & 0x80) !== 0) {
      if ((held & 0x04) /* c */ === 0) return /* noBaseline */ -9;
      let cCode: number;
      if (at + 1 <= end && data[at]! < 0x80) {
        cCode = data[at]!;
        at += 1;
      } else {
        const cStart = at;
        cCode = readVarint(data, at, end);
        if (cCode < 0) return cCode;
        at += varintSize(cCode);
        if (at - cStart >= 2) return /* notCanonical */ -8;
      }
      const c = baseline.c + ((cCode >>> 1) ^ -(cCode & 1));
      if (c < -32768 || c > 32767) return /* outOfRange */ -2;
      message.c = c;
    } else {
      if (at + 2 > end) return /* truncated */ -4;
      message.c = ((data[at]! | (data[at + 1]! << 8)) << 16) >> 16;
      at += 2;
    }
  } else if ((header & 0x80) !== 0) return /* outOfRange */ -2;
  if ((mask & 0x08) /* d */ !== 0) {
    if ((header & 0x100) !== 0) {
      if ((held & 0x08) /* d */ === 0) return /* noBaseline */ -9;
      let dCode: number;
      if (at + 1 <= end && data[at]! < 0x80) {
        dCode = data[at]!;
        at += 1;
      } else {
        const dStart = at;
        dCode = readVarint(data, at, end);
        if (dCode < 0) return dCode;
        at += varintSize(dCode);
        if (at - dStart >= 2) return /* notCanonical */ -8;
      }
      const d = baseline.d + ((dCode >>> 1) ^ -(dCode & 1));
      if (d < 1 || d > 1000) return /* outOfRange */ -2;
      message.d = d;
    } else {
      if (at + 2 > end) return /* truncated */ -4;
      const d_ = data[at]! | (data[at + 1]! << 8);
      if (d_ < 1 || d_ > 1000) return /* outOfRange */ -2;
      message.d = d_;
      at += 2;
    }
  } else if ((header & 0x100) !== 0) return /* outOfRange */ -2;
  if ((mask & 0x10) /* e */ !== 0) {
    if ((header & 0x200) !== 0) {
      if ((held & 0x10) /* e */ === 0) return /* noBaseline */ -9;
      let eCode: number;
      if (at + 1 <= end && data[at]! < 0x80) {
        eCode = data[at]!;
        at += 1;
      } else {
        const eStart = at;
        eCode = readVarint(data, at, end);
        if (eCode < 0) return eCode;
        at += varintSize(eCode);
        if (at - eStart >= 4) return /* notCanonical */ -8;
      }
      const e = (baseline.e + ((eCode >>> 1) ^ -(eCode & 1))) >>> 0;
      message.e = e;
    } else {
      if (at + 4 > end) return /* truncated */ -4;
      message.e = (data[at]! | (data[at + 1]! << 8) | (data[at + 2]! << 16) | (data[at + 3]! << 24)) >>> 0;
      at += 4;
    }
  } else if ((header & 0x200) !== 0) return /* outOfRange */ -2;
  return at;
}

/**
 * The groups of `message.mask` that `baseline` does not hold or holds with other values: what has to be sent.
 */
export function changedCountedGroups(message: Counted, baseline: Counted): number {
  let mask = message.mask;
  const held = mask & baseline.mask;
  if ((held & CountedMask.a) !== 0 && !(message.a !== baseline.a)) mask &= ~CountedMask.a;
  if ((held & CountedMask.b) !== 0 && !(message.b !== baseline.b)) mask &= ~CountedMask.b;
  if ((held & CountedMask.c) !== 0 && !(message.c !== baseline.c)) mask &= ~CountedMask.c;
  if ((held & CountedMask.d) !== 0 && !(message.d !== baseline.d)) mask &= ~CountedMask.d;
  if ((held & CountedMask.e) !== 0 && !(message.e !== baseline.e)) mask &= ~CountedMask.e;
  return mask;
}

/** Takes the groups of `update.mask` over into `baseline`, which then holds them too. */
export function mergeCounted(baseline: Counted, update: Counted): void {
  const { mask } = update;
  if ((mask & CountedMask.a) !== 0) {
    baseline.a = update.a;
  }
  if ((mask & CountedMask.b) !== 0) {
    baseline.b = update.b;
  }
  if ((mask & CountedMask.c) !== 0) {
    baseline.c = update.c;
  }
  if ((mask & CountedMask.d) !== 0) {
    baseline.d = update.d;
  }
  if ((mask & CountedMask.e) !== 0) {
    baseline.e = update.e;
  }
  baseline.mask = baseline.mask | mask;
}

/** Counted by place: a typed array for each field. Quantized fields hold their step numbers. */
export class CountedColumns {
  /** Which groups each row holds: bits of CountedMask. */
  readonly mask: Uint8Array;

  /** u16. */
  readonly a: Uint16Array;

  /** u16. */
  readonly b: Uint16Array;

  /** i16. */
  readonly c: Int16Array;

  /** u16, 1 .. 1000. */
  readonly d: Uint16Array;

  /** u32. */
  readonly e: Uint32Array;

  /** As many rows as there are places; a new one holds no group. */
  constructor(readonly places: number) {
    this.mask = new Uint8Array(places);
    this.a = new Uint16Array(places);
    this.b = new Uint16Array(places);
    this.c = new Int16Array(places);
    this.d = new Uint16Array(places);
    this.e = new Uint32Array(places);
  }
}

export const tracksId = 0x10;
/** Bytes of the longest; the shortest takes 8, with the id. */
export const tracksSizeMax = 8923;

/**
 * Places of one byte, of two, and as many as one byte tells apart.
 * From the server, reliable.
 */
export class Tracks {
  /**
   * Not the place of a row.
   * u8.
   */
  place = 0;
  /** How many entries travel. */
  tracksCount = 0;
  /** Of each entry: its place, ascending. */
  readonly tracksPlaces = new Uint8Array(5);
  /** Of each entry: which groups it has, bits of TrackedMask. */
  readonly tracksMasks = new Uint8Array(5);
  /** What both sides hold of them; it may be `tracks` itself when that is decoded into. */
  tracksBaseline = new TrackedColumns(5);
  /**
   * Rows for 5 places: from where encoding reads, where decoding writes; any columns as long may stand here.
   */
  tracks = new TrackedColumns(5);
  /** How many entries travel. */
  wideCount = 0;
  /** Of each entry: its place, ascending. */
  readonly widePlaces = new Uint16Array(300);
  /** Of each entry: which groups it has, bits of CountedMask. */
  readonly wideMasks = new Uint8Array(300);
  /** What both sides hold of them; it may be `wide` itself when that is decoded into. */
  wideBaseline = new CountedColumns(300);
  /**
   * Rows for 300 places: from where encoding reads, where decoding writes; any columns as long may stand here.
   */
  wide = new CountedColumns(300);
  /** How many entries travel. */
  fullCount = 0;
  /** Of each entry: its place, ascending. */
  readonly fullPlaces = new Uint8Array(256);
  /** Of each entry: which groups it has, bits of CountedMask. */
  readonly fullMasks = new Uint8Array(256);
  /** What both sides hold of them; it may be `full` itself when that is decoded into. */
  fullBaseline = new CountedColumns(256);
  /**
   * Rows for 256 places: from where encoding reads, where decoding writes; any columns as long may stand here.
   */
  full = new CountedColumns(256);
  /** u8. */
  last = 0;
}

export function encodeTracks(message: Tracks, out: Uint8Array, at: number): number {
  const place = message.place;
  if ((place & 0xff) !== place) return /* outOfRange */ -2;
  const tracksCount = message.tracksCount;
  if ((tracksCount & 0xff) !== tracksCount || tracksCount > 5) return /* tooLong */ -3;
  if (at + 3 > out.length) return /* noRoom */ -1;
  out[at] = 0x10;
  out[at + 1] = place;
  out[at + 2] = tracksCount;
  at += 3;
  const tracksPlaces = message.tracksPlaces;
  const tracksMasks = message.tracksMasks;
  const tracks = message.tracks;
  const tracksX = tracks.x;
  const tracksY = tracks.y;
  const tracksFine = tracks.fine;
  const tracksHeading = tracks.heading;
  const tracksSigned = tracks.signed;
  const tracksSmall = tracks.small;
  const tracksTotal = tracks.total;
  const tracksBalance = tracks.balance;
  const tracksMost = tracks.most;
  const tracksEarned = tracks.earned;
  const tracksOwed = tracks.owed;
  const tracksColour = tracks.colour;
  const tracksSize = tracks.size;
  const tracksMarks = tracks.marks;
  const tracksShare = tracks.share;
  const tracksExact = tracks.exact;
  const tracksAlive = tracks.alive;
  const tracksAngle = tracks.angle;
  const tracksBaseline = message.tracksBaseline;
  const tracksHeldMask = tracksBaseline.mask;
  const tracksHeldX = tracksBaseline.x;
  const tracksHeldY = tracksBaseline.y;
  const tracksHeldFine = tracksBaseline.fine;
  const tracksHeldHeading = tracksBaseline.heading;
  const tracksHeldSigned = tracksBaseline.signed;
  const tracksHeldTotal = tracksBaseline.total;
  const tracksHeldBalance = tracksBaseline.balance;
  const tracksHeldMost = tracksBaseline.most;
  if (tracksCount > 0 && tracksPlaces[tracksCount - 1]! >= 5) return /* outOfRange */ -2;
  let last = -1;
  for (let i = 0; i < tracksCount; i++) {
    const place = tracksPlaces[i]!;
    if (place <= last) return /* outOfRange */ -2;
    last = place;
    const mask = tracksMasks[i]!;
    if (mask > 0x0f) return /* outOfRange */ -2;
    const headerAt = at + 1;
    out[at] = place;
    out[at + 1] = mask;
    at += 2;
    if ((mask & 0x01) /* place */ !== 0) {
      const x = tracksX[place]!;
      const xChange = (x - tracksHeldX[place]!) | 0;
      const xCode = ((xChange << 1) ^ (xChange >> 31)) >>> 0;
      const y = tracksY[place]!;
      const yChange = (y - tracksHeldY[place]!) | 0;
      const yCode = ((yChange << 1) ^ (yChange >> 31)) >>> 0;
      place__: {
        if ((tracksHeldMask[place]! & 0x01) /* place */ !== 0) {
          if ((xCode | yCode) >>> 0 < 0x80) {
            out[headerAt] = out[headerAt]! | 0x10;
            out[at] = xCode;
            out[at + 1] = yCode;
            at += 2;
            break place__;
          }
          const bytes = varintSize(xCode) + varintSize(yCode);
          if (bytes < 4) {
            out[headerAt] = out[headerAt]! | 0x10;
            at = putVarint(xCode, out, at);
            at = putVarint(yCode, out, at);
            break place__;
          }
        }
        out[at] = x;
        out[at + 1] = x >>> 8;
        out[at + 2] = y;
        out[at + 3] = y >>> 8;
        at += 4;
      }
    }
    if ((mask & 0x02) /* motion */ !== 0) {
      const fine = tracksFine[place]!;
      if (fine > 8388608) return /* outOfRange */ -2;
      const fineChange = (fine - tracksHeldFine[place]!) | 0;
      const fineCode = ((fineChange << 1) ^ (fineChange >> 31)) >>> 0;
      const heading = tracksHeading[place]!;
      const headingChange = ((heading - tracksHeldHeading[place]!) << 16) >> 16;
      const headingCode = ((headingChange << 1) ^ (headingChange >> 31)) >>> 0;
      const signed = tracksSigned[place]!;
      if (signed < -300 || signed > 300) return /* outOfRange */ -2;
      const signedChange = (signed - tracksHeldSigned[place]!) | 0;
      const signedCode = ((signedChange << 1) ^ (signedChange >> 31)) >>> 0;
      motion: {
        if ((tracksHeldMask[place]! & 0x02) /* motion */ !== 0) {
          if ((fineCode | headingCode | signedCode) >>> 0 < 0x80) {
            out[headerAt] = out[headerAt]! | 0x20;
            out[at] = fineCode;
            out[at + 1] = headingCode;
            out[at + 2] = signedCode;
            at += 3;
            const small = tracksSmall[place]!;
            if (small < 1 || small > 9) return /* outOfRange */ -2;
            out[at] = small;
            at += 1;
            break motion;
          }
          const bytes_ = varintSize(fineCode) + varintSize(headingCode) + varintSize(signedCode);
          if (bytes_ < 7) {
            out[headerAt] = out[headerAt]! | 0x20;
            at = putVarint(fineCode, out, at);
            at = putVarint(headingCode, out, at);
            at = putVarint(signedCode, out, at);
            const small_ = tracksSmall[place]!;
            if (small_ < 1 || small_ > 9) return /* outOfRange */ -2;
            out[at] = small_;
            at += 1;
            break motion;
          }
        }
        const small__ = tracksSmall[place]!;
        if (small__ < 1 || small__ > 9) return /* outOfRange */ -2;
        out[at] = fine;
        out[at + 1] = fine >>> 8;
        out[at + 2] = fine >>> 16;
        out[at + 3] = heading;
        out[at + 4] = heading >>> 8;
        out[at + 5] = signed;
        out[at + 6] = signed >>> 8;
        out[at + 7] = small__;
        at += 8;
      }
    }
    if ((mask & 0x04) /* counters */ !== 0) {
      const total = tracksTotal[place]!;
      const totalChange = (total - tracksHeldTotal[place]!) | 0;
      const totalCode = ((totalChange << 1) ^ (totalChange >> 31)) >>> 0;
      const balance = tracksBalance[place]!;
      const balanceChange = (balance - tracksHeldBalance[place]!) | 0;
      const balanceCode = ((balanceChange << 1) ^ (balanceChange >> 31)) >>> 0;
      const most = tracksMost[place]!;
      if (most < 10 || most > 4000000000) return /* outOfRange */ -2;
      const mostChange = (most - tracksHeldMost[place]!) | 0;
      const mostCode = ((mostChange << 1) ^ (mostChange >> 31)) >>> 0;
      counters: {
        if ((tracksHeldMask[place]! & 0x04) /* counters */ !== 0) {
          if ((totalCode | balanceCode | mostCode) >>> 0 < 0x80) {
            out[headerAt] = out[headerAt]! | 0x40;
            out[at] = totalCode;
            out[at + 1] = balanceCode;
            out[at + 2] = mostCode;
            at += 3;
            const earned = tracksEarned[place]!;
            at = writeVarint(earned, out, at);
            if (at < 0) return at;
            const owed = tracksOwed[place]!;
            if (owed < -70000 || owed > 5) return /* outOfRange */ -2;
            at = writeVarint(((owed << 1) ^ (owed >> 31)) >>> 0, out, at);
            if (at < 0) return at;
            break counters;
          }
          const bytes__ = varintSize(totalCode) + varintSize(balanceCode) + varintSize(mostCode);
          if (bytes__ < 12) {
            out[headerAt] = out[headerAt]! | 0x40;
            at = putVarint(totalCode, out, at);
            at = putVarint(balanceCode, out, at);
            at = putVarint(mostCode, out, at);
            const earned_ = tracksEarned[place]!;
            at = writeVarint(earned_, out, at);
            if (at < 0) return at;
            const owed_ = tracksOwed[place]!;
            if (owed_ < -70000 || owed_ > 5) return /* outOfRange */ -2;
            at = writeVarint(((owed_ << 1) ^ (owed_ >> 31)) >>> 0, out, at);
            if (at < 0) return at;
            break counters;
          }
        }
        const earned__ = tracksEarned[place]!;
        out[at] = total;
        out[at + 1] = total >>> 8;
        out[at + 2] = total >>> 16;
        out[at + 3] = total >>> 24;
        out[at + 4] = balance;
        out[at + 5] = balance >>> 8;
        out[at + 6] = balance >>> 16;
        out[at + 7] = balance >>> 24;
        out[at + 8] = most;
        out[at + 9] = most >>> 8;
        out[at + 10] = most >>> 16;
        out[at + 11] = most >>> 24;
        at += 12;
        at = writeVarint(earned__, out, at);
        if (at < 0) return at;
        const owed__ = tracksOwed[place]!;
        if (owed__ < -70000 || owed__ > 5) return /* outOfRange */ -2;
        at = writeVarint(((owed__ << 1) ^ (owed__ >> 31)) >>> 0, out, at);
        if (at < 0) return at;
      }
    }
    if ((mask & 0x08) /* look */ !== 0) {
      const colour = tracksColour[place]!;
      if (colour !== 0 && colour !== 4 && colour !== 200) return /* outOfRange */ -2;
      const size = tracksSize[place]!;
      if (size !== 1 && size !== 4660) return /* outOfRange */ -2;
      const marks = tracksMarks[place]!;
      if ((marks & ~0x80000001) !== 0) return /* outOfRange */ -2;
      const share = tracksShare[place]!;
      if (!(share >= 0 && share <= 1)) return /* outOfRange */ -2;
      const exact = tracksExact[place]!;
      if (!(exact >= -1.7976931348623157e308 && exact <= 1.7976931348623157e308)) return /* outOfRange */ -2;
      const alive = tracksAlive[place]!;
      if (alive > 1) return /* outOfRange */ -2;
      const angle = tracksAngle[place]!;
      out[at] = colour;
      out[at + 1] = size;
      out[at + 2] = size >>> 8;
      out[at + 3] = marks;
      out[at + 4] = marks >>> 8;
      out[at + 5] = marks >>> 16;
      out[at + 6] = marks >>> 24;
      floatView.setFloat32(0, share, true);
      out[at + 7] = floatBytes[0]!;
      out[at + 8] = floatBytes[1]!;
      out[at + 9] = floatBytes[2]!;
      out[at + 10] = floatBytes[3]!;
      floatView.setFloat64(0, exact, true);
      out[at + 11] = floatBytes[0]!;
      out[at + 12] = floatBytes[1]!;
      out[at + 13] = floatBytes[2]!;
      out[at + 14] = floatBytes[3]!;
      out[at + 15] = floatBytes[4]!;
      out[at + 16] = floatBytes[5]!;
      out[at + 17] = floatBytes[6]!;
      out[at + 18] = floatBytes[7]!;
      out[at + 19] = alive ? 1 : 0;
      out[at + 20] = angle;
      at += 21;
    }
  }
  if (at > out.length) return /* noRoom */ -1;
  const wideCount = message.wideCount;
  if ((wideCount & 0xffff) !== wideCount || wideCount > 300) return /* tooLong */ -3;
  if (at + 2 > out.length) return /* noRoom */ -1;
  out[at] = wideCount;
  out[at + 1] = wideCount >>> 8;
  at += 2;
  const widePlaces = message.widePlaces;
  const wideMasks = message.wideMasks;
  const wide = message.wide;
  const wideA = wide.a;
  const wideB = wide.b;
  const wideC = wide.c;
  const wideD = wide.d;
  const wideE = wide.e;
  const wideBaseline = message.wideBaseline;
  const wideHeldMask = wideBaseline.mask;
  const wideHeldA = wideBaseline.a;
  const wideHeldB = wideBaseline.b;
  const wideHeldC = wideBaseline.c;
  const wideHeldD = wideBaseline.d;
  const wideHeldE = wideBaseline.e;
  if (wideCount > 0 && widePlaces[wideCount - 1]! >= 300) return /* outOfRange */ -2;
  let last_ = -1;
  for (let i = 0; i < wideCount; i++) {
    const place = widePlaces[i]!;
    if (place <= last_) return /* outOfRange */ -2;
    last_ = place;
    const mask = wideMasks[i]!;
    if (mask > 0x1f) return /* outOfRange */ -2;
    const headerAt = at + 2;
    out[at] = place;
    out[at + 1] = place >>> 8;
    out[at + 2] = mask;
    out[at + 3] = mask >>> 8;
    at += 4;
    if ((mask & 0x01) /* a */ !== 0) {
      const a = wideA[place]!;
      const aChange = (a - wideHeldA[place]!) | 0;
      const aCode = ((aChange << 1) ^ (aChange >> 31)) >>> 0;
      a_: {
        if ((wideHeldMask[place]! & 0x01) /* a */ !== 0) {
          if (aCode < 0x80) {
            out[headerAt] = out[headerAt]! | 0x20;
            out[at] = aCode;
            at += 1;
            break a_;
          }
          const bytes___ = varintSize(aCode);
          if (bytes___ < 2) {
            out[headerAt] = out[headerAt]! | 0x20;
            at = putVarint(aCode, out, at);
            break a_;
          }
        }
        out[at] = a;
        out[at + 1] = a >>> 8;
        at += 2;
      }
    }
    if ((mask & 0x02) /* b */ !== 0) {
      const b = wideB[place]!;
      const bChange = (b - wideHeldB[place]!) | 0;
      const bCode = ((bChange << 1) ^ (bChange >> 31)) >>> 0;
      b_: {
        if ((wideHeldMask[place]! & 0x02) /* b */ !== 0) {
          if (bCode < 0x80) {
            out[headerAt] = out[headerAt]! | 0x40;
            out[at] = bCode;
            at += 1;
            break b_;
          }
          const bytes____ = varintSize(bCode);
          if (bytes____ < 2) {
            out[headerAt] = out[headerAt]! | 0x40;
            at = putVarint(bCode, out, at);
            break b_;
          }
        }
        out[at] = b;
        out[at + 1] = b >>> 8;
        at += 2;
      }
    }
    if ((mask & 0x04) /* c */ !== 0) {
      const c = wideC[place]!;
      const cChange = (c - wideHeldC[place]!) | 0;
      const cCode = ((cChange << 1) ^ (cChange >> 31)) >>> 0;
      c_: {
        if ((wideHeldMask[place]! & 0x04) /* c */ !== 0) {
          if (cCode < 0x80) {
            out[headerAt] = out[headerAt]! | 0x80;
            out[at] = cCode;
            at += 1;
            break c_;
          }
          const bytes_____ = varintSize(cCode);
          if (bytes_____ < 2) {
            out[headerAt] = out[headerAt]! | 0x80;
            at = putVarint(cCode, out, at);
            break c_;
          }
        }
        out[at] = c;
        out[at + 1] = c >>> 8;
        at += 2;
      }
    }
    if ((mask & 0x08) /* d */ !== 0) {
      const d = wideD[place]!;
      if (d < 1 || d > 1000) return /* outOfRange */ -2;
      const dChange = (d - wideHeldD[place]!) | 0;
      const dCode = ((dChange << 1) ^ (dChange >> 31)) >>> 0;
      d_: {
        if ((wideHeldMask[place]! & 0x08) /* d */ !== 0) {
          if (dCode < 0x80) {
            out[headerAt + 1] = out[headerAt + 1]! | 0x01;
            out[at] = dCode;
            at += 1;
            break d_;
          }
          const bytes______ = varintSize(dCode);
          if (bytes______ < 2) {
            out[headerAt + 1] = out[headerAt + 1]! | 0x01;
            at = putVarint(dCode, out, at);
            break d_;
          }
        }
        out[at] = d;
        out[at + 1] = d >>> 8;
        at += 2;
      }
    }
    if ((mask & 0x10) /* e */ !== 0) {
      const e = wideE[place]!;
      const eChange = (e - wideHeldE[place]!) | 0;
      const eCode = ((eChange << 1) ^ (eChange >> 31)) >>> 0;
      e_: {
        if ((wideHeldMask[place]! & 0x10) /* e */ !== 0) {
          if (eCode < 0x80) {
            out[headerAt + 1] = out[headerAt + 1]! | 0x02;
            out[at] = eCode;
            at += 1;
            break e_;
          }
          const bytes_______ = varintSize(eCode);
          if (bytes_______ < 4) {
            out[headerAt + 1] = out[headerAt + 1]! | 0x02;
            at = putVarint(eCode, out, at);
            break e_;
          }
        }
        out[at] = e;
        out[at + 1] = e >>> 8;
        out[at + 2] = e >>> 16;
        out[at + 3] = e >>> 24;
        at += 4;
      }
    }
  }
  if (at > out.length) return /* noRoom */ -1;
  const fullCount = message.fullCount;
  if ((fullCount & 0xffff) !== fullCount || fullCount > 256) return /* tooLong */ -3;
  if (at + 2 > out.length) return /* noRoom */ -1;
  out[at] = fullCount;
  out[at + 1] = fullCount >>> 8;
  at += 2;
  const fullPlaces = message.fullPlaces;
  const fullMasks = message.fullMasks;
  const full = message.full;
  const fullA = full.a;
  const fullB = full.b;
  const fullC = full.c;
  const fullD = full.d;
  const fullE = full.e;
  const fullBaseline = message.fullBaseline;
  const fullHeldMask = fullBaseline.mask;
  const fullHeldA = fullBaseline.a;
  const fullHeldB = fullBaseline.b;
  const fullHeldC = fullBaseline.c;
  const fullHeldD = fullBaseline.d;
  const fullHeldE = fullBaseline.e;
  let last__ = -1;
  for (let i = 0; i < fullCount; i++) {
    const place = fullPlaces[i]!;
    if (place <= last__) return /* outOfRange */ -2;
    last__ = place;
    const mask = fullMasks[i]!;
    if (mask > 0x1f) return /* outOfRange */ -2;
    const headerAt = at + 1;
    out[at] = place;
    out[at + 1] = mask;
    out[at + 2] = mask >>> 8;
    at += 3;
    if ((mask & 0x01) /* a */ !== 0) {
      const a__ = fullA[place]!;
      const aChange_ = (a__ - fullHeldA[place]!) | 0;
      const aCode_ = ((aChange_ << 1) ^ (aChange_ >> 31)) >>> 0;
      a___: {
        if ((fullHeldMask[place]! & 0x01) /* a */ !== 0) {
          if (aCode_ < 0x80) {
            out[headerAt] = out[headerAt]! | 0x20;
            out[at] = aCode_;
            at += 1;
            break a___;
          }
          const bytes________ = varintSize(aCode_);
          if (bytes________ < 2) {
            out[headerAt] = out[headerAt]! | 0x20;
            at = putVarint(aCode_, out, at);
            break a___;
          }
        }
        out[at] = a__;
        out[at + 1] = a__ >>> 8;
        at += 2;
      }
    }
    if ((mask & 0x02) /* b */ !== 0) {
      const b__ = fullB[place]!;
      const bChange_ = (b__ - fullHeldB[place]!) | 0;
      const bCode_ = ((bChange_ << 1) ^ (bChange_ >> 31)) >>> 0;
      b___: {
        if ((fullHeldMask[place]! & 0x02) /* b */ !== 0) {
          if (bCode_ < 0x80) {
            out[headerAt] = out[headerAt]! | 0x40;
            out[at] = bCode_;
            at += 1;
            break b___;
          }
          const bytes_________ = varintSize(bCode_);
          if (bytes_________ < 2) {
            out[headerAt] = out[headerAt]! | 0x40;
            at = putVarint(bCode_, out, at);
            break b___;
          }
        }
        out[at] = b__;
        out[at + 1] = b__ >>> 8;
        at += 2;
      }
    }
    if ((mask & 0x04) /* c */ !== 0) {
      const c__ = fullC[place]!;
      const cChange_ = (c__ - fullHeldC[place]!) | 0;
      const cCode_ = ((cChange_ << 1) ^ (cChange_ >> 31)) >>> 0;
      c___: {
        if ((fullHeldMask[place]! & 0x04) /* c */ !== 0) {
          if (cCode_ < 0x80) {
            out[headerAt] = out[headerAt]! | 0x80;
            out[at] = cCode_;
            at += 1;
            break c___;
          }
          const bytes__________ = varintSize(cCode_);
          if (bytes__________ < 2) {
            out[headerAt] = out[headerAt]! | 0x80;
            at = putVarint(cCode_, out, at);
            break c___;
          }
        }
        out[at] = c__;
        out[at + 1] = c__ >>> 8;
        at += 2;
      }
    }
    if ((mask & 0x08) /* d */ !== 0) {
      const d__ = fullD[place]!;
      if (d__ < 1 || d__ > 1000) return /* outOfRange */ -2;
      const dChange_ = (d__ - fullHeldD[place]!) | 0;
      const dCode_ = ((dChange_ << 1) ^ (dChange_ >> 31)) >>> 0;
      d___: {
        if ((fullHeldMask[place]! & 0x08) /* d */ !== 0) {
          if (dCode_ < 0x80) {
            out[headerAt + 1] = out[headerAt + 1]! | 0x01;
            out[at] = dCode_;
            at += 1;
            break d___;
          }
          const bytes___________ = varintSize(dCode_);
          if (bytes___________ < 2) {
            out[headerAt + 1] = out[headerAt + 1]! | 0x01;
            at = putVarint(dCode_, out, at);
            break d___;
          }
        }
        out[at] = d__;
        out[at + 1] = d__ >>> 8;
        at += 2;
      }
    }
    if ((mask & 0x10) /* e */ !== 0) {
      const e__ = fullE[place]!;
      const eChange_ = (e__ - fullHeldE[place]!) | 0;
      const eCode_ = ((eChange_ << 1) ^ (eChange_ >> 31)) >>> 0;
      e___: {
        if ((fullHeldMask[place]! & 0x10) /* e */ !== 0) {
          if (eCode_ < 0x80) {
            out[headerAt + 1] = out[headerAt + 1]! | 0x02;
            out[at] = eCode_;
            at += 1;
            break e___;
          }
          const bytes____________ = varintSize(eCode_);
          if (bytes____________ < 4) {
            out[headerAt + 1] = out[headerAt + 1]! | 0x02;
            at = putVarint(eCode_, out, at);
            break e___;
          }
        }
        out[at] = e__;
        out[at + 1] = e__ >>> 8;
        out[at + 2] = e__ >>> 16;
        out[at + 3] = e__ >>> 24;
        at += 4;
      }
    }
  }
  if (at > out.length) return /* noRoom */ -1;
  const last___ = message.last;
  if ((last___ & 0xff) !== last___) return /* outOfRange */ -2;
  if (at >= out.length) return /* noRoom */ -1;
  out[at] = last___;
  at += 1;
  return at;
}

export function decodeTracks(message: Tracks, data: Uint8Array, at: number, end: number): number {
  if (end > data.length) return /* truncated */ -4;
  if (end - at > tracksSizeMax) return /* tooLong */ -3;
  if (at + 3 > end) return /* truncated */ -4;
  if (data[at] !== tracksId) return /* wrongId */ -6;
  message.place = data[at + 1]!;
  const tracksCount = data[at + 2]!;
  if (tracksCount > 5) return /* tooLong */ -3;
  message.tracksCount = tracksCount;
  at += 3;
  if (tracksCount * 2 > end - at) return /* truncated */ -4;
  const tracksPlaces = message.tracksPlaces;
  const tracksMasks = message.tracksMasks;
  const tracks = message.tracks;
  const tracksMask = tracks.mask;
  const tracksX = tracks.x;
  const tracksY = tracks.y;
  const tracksFine = tracks.fine;
  const tracksHeading = tracks.heading;
  const tracksSigned = tracks.signed;
  const tracksSmall = tracks.small;
  const tracksTotal = tracks.total;
  const tracksBalance = tracks.balance;
  const tracksMost = tracks.most;
  const tracksEarned = tracks.earned;
  const tracksOwed = tracks.owed;
  const tracksColour = tracks.colour;
  const tracksSize = tracks.size;
  const tracksMarks = tracks.marks;
  const tracksShare = tracks.share;
  const tracksExact = tracks.exact;
  const tracksAlive = tracks.alive;
  const tracksAngle = tracks.angle;
  const tracksBaseline = message.tracksBaseline;
  const tracksHeldMask = tracksBaseline.mask;
  const tracksHeldX = tracksBaseline.x;
  const tracksHeldY = tracksBaseline.y;
  const tracksHeldFine = tracksBaseline.fine;
  const tracksHeldHeading = tracksBaseline.heading;
  const tracksHeldSigned = tracksBaseline.signed;
  const tracksHeldTotal = tracksBaseline.total;
  const tracksHeldBalance = tracksBaseline.balance;
  const tracksHeldMost = tracksBaseline.most;
  let last = -1;
  for (let i = 0; i < tracksCount; i++) {
    if (at + 2 > end) return /* truncated */ -4;
    const place = data[at]!;
    if (place >= 5) return /* outOfRange */ -2;
    if (place <= last) return /* notCanonical */ -8;
    last = place;
    tracksPlaces[i] = place;
    const header = data[at + 1]!;
    if (header > 0x7f) return /* outOfRange */ -2;
    at += 2;
    const mask = header & 0x0f;
    tracksMasks[i] = mask;
    if ((mask & 0x01) /* place */ !== 0) {
      if ((header & 0x10) !== 0) {
        if ((tracksHeldMask[place]! & 0x01) /* place */ === 0) return /* noBaseline */ -9;
        let xCode: number, yCode: number;
        if (at + 2 <= end && (data[at]! | data[at + 1]!) < 0x80) {
          xCode = data[at]!;
          yCode = data[at + 1]!;
          at += 2;
        } else {
          const placeStart = at;
          xCode = readVarint(data, at, end);
          if (xCode < 0) return xCode;
          at += varintSize(xCode);
          yCode = readVarint(data, at, end);
          if (yCode < 0) return yCode;
          at += varintSize(yCode);
          if (at - placeStart >= 4) return /* notCanonical */ -8;
        }
        const x = tracksHeldX[place]! + ((xCode >>> 1) ^ -(xCode & 1));
        if (x >>> 0 > 65535) return /* outOfRange */ -2;
        tracksX[place] = x;
        const y = tracksHeldY[place]! + ((yCode >>> 1) ^ -(yCode & 1));
        if (y >>> 0 > 65535) return /* outOfRange */ -2;
        tracksY[place] = y;
      } else {
        if (at + 4 > end) return /* truncated */ -4;
        tracksX[place] = data[at]! | (data[at + 1]! << 8);
        tracksY[place] = data[at + 2]! | (data[at + 3]! << 8);
        at += 4;
      }
    } else if ((header & 0x10) !== 0) return /* outOfRange */ -2;
    if ((mask & 0x02) /* motion */ !== 0) {
      if ((header & 0x20) !== 0) {
        if ((tracksHeldMask[place]! & 0x02) /* motion */ === 0) return /* noBaseline */ -9;
        let fineCode: number, headingCode: number, signedCode: number;
        if (at + 3 <= end && (data[at]! | data[at + 1]! | data[at + 2]!) < 0x80) {
          fineCode = data[at]!;
          headingCode = data[at + 1]!;
          signedCode = data[at + 2]!;
          at += 3;
        } else {
          const motionStart = at;
          fineCode = readVarint(data, at, end);
          if (fineCode < 0) return fineCode;
          at += varintSize(fineCode);
          headingCode = readVarint(data, at, end);
          if (headingCode < 0) return headingCode;
          at += varintSize(headingCode);
          signedCode = readVarint(data, at, end);
          if (signedCode < 0) return signedCode;
          at += varintSize(signedCode);
          if (at - motionStart >= 7) return /* notCanonical */ -8;
        }
        const fine = tracksHeldFine[place]! + ((fineCode >>> 1) ^ -(fineCode & 1));
        if (fine >>> 0 > 8388608) return /* outOfRange */ -2;
        tracksFine[place] = fine;
        const heading = (tracksHeldHeading[place]! + ((headingCode >>> 1) ^ -(headingCode & 1))) & 0xffff;
        tracksHeading[place] = heading;
        const signed = tracksHeldSigned[place]! + ((signedCode >>> 1) ^ -(signedCode & 1));
        if (signed < -300 || signed > 300) return /* outOfRange */ -2;
        tracksSigned[place] = signed;
        if (at >= end) return /* truncated */ -4;
        const small = data[at]!;
        if (small < 1 || small > 9) return /* outOfRange */ -2;
        tracksSmall[place] = small;
        at += 1;
      } else {
        if (at + 8 > end) return /* truncated */ -4;
        const fine_ = data[at]! | (data[at + 1]! << 8) | (data[at + 2]! << 16);
        if (fine_ > 8388608) return /* outOfRange */ -2;
        tracksFine[place] = fine_;
        tracksHeading[place] = data[at + 3]! | (data[at + 4]! << 8);
        const signed_ = ((data[at + 5]! | (data[at + 6]! << 8)) << 16) >> 16;
        if (signed_ < -300 || signed_ > 300) return /* outOfRange */ -2;
        tracksSigned[place] = signed_;
        const small_ = data[at + 7]!;
        if (small_ < 1 || small_ > 9) return /* outOfRange */ -2;
        tracksSmall[place] = small_;
        at += 8;
      }
    } else if ((header & 0x20) !== 0) return /* outOfRange */ -2;
    if ((mask & 0x04) /* counters */ !== 0) {
      if ((header & 0x40) !== 0) {
        if ((tracksHeldMask[place]! & 0x04) /* counters */ === 0) return /* noBaseline */ -9;
        let totalCode: number, balanceCode: number, mostCode: number;
        if (at + 3 <= end && (data[at]! | data[at + 1]! | data[at + 2]!) < 0x80) {
          totalCode = data[at]!;
          balanceCode = data[at + 1]!;
          mostCode = data[at + 2]!;
          at += 3;
        } else {
          const countersStart = at;
          totalCode = readVarint(data, at, end);
          if (totalCode < 0) return totalCode;
          at += varintSize(totalCode);
          balanceCode = readVarint(data, at, end);
          if (balanceCode < 0) return balanceCode;
          at += varintSize(balanceCode);
          mostCode = readVarint(data, at, end);
          if (mostCode < 0) return mostCode;
          at += varintSize(mostCode);
          if (at - countersStart >= 12) return /* notCanonical */ -8;
        }
        const total = (tracksHeldTotal[place]! + ((totalCode >>> 1) ^ -(totalCode & 1))) >>> 0;
        tracksTotal[place] = total;
        const balance = (tracksHeldBalance[place]! + ((balanceCode >>> 1) ^ -(balanceCode & 1))) | 0;
        tracksBalance[place] = balance;
        const most = (tracksHeldMost[place]! + ((mostCode >>> 1) ^ -(mostCode & 1))) >>> 0;
        if (most < 10 || most > 4000000000) return /* outOfRange */ -2;
        tracksMost[place] = most;
        const earned = readVarint(data, at, end);
        if (earned < 0) return earned;
        at += varintSize(earned);
        tracksEarned[place] = earned;
        const owed = readVarint(data, at, end);
        if (owed < 0) return owed;
        at += varintSize(owed);
        if (((owed >>> 1) ^ -(owed & 1)) < -70000 || ((owed >>> 1) ^ -(owed & 1)) > 5)
          return /* outOfRange */ -2;
        tracksOwed[place] = (owed >>> 1) ^ -(owed & 1);
      } else {
        if (at + 12 > end) return /* truncated */ -4;
        tracksTotal[place] =
          (data[at]! | (data[at + 1]! << 8) | (data[at + 2]! << 16) | (data[at + 3]! << 24)) >>> 0;
        tracksBalance[place] =
          data[at + 4]! | (data[at + 5]! << 8) | (data[at + 6]! << 16) | (data[at + 7]! << 24);
        const most_ =
          (data[at + 8]! | (data[at + 9]! << 8) | (data[at + 10]! << 16) | (data[at + 11]! << 24)) >>> 0;
        if (most_ < 10 || most_ > 4000000000) return /* outOfRange */ -2;
        tracksMost[place] = most_;
        at += 12;
        const earned_ = readVarint(data, at, end);
        if (earned_ < 0) return earned_;
        at += varintSize(earned_);
        tracksEarned[place] = earned_;
        const owed_ = readVarint(data, at, end);
        if (owed_ < 0) return owed_;
        at += varintSize(owed_);
        if (((owed_ >>> 1) ^ -(owed_ & 1)) < -70000 || ((owed_ >>> 1) ^ -(owed_ & 1)) > 5)
          return /* outOfRange */ -2;
        tracksOwed[place] = (owed_ >>> 1) ^ -(owed_ & 1);
      }
    } else if ((header & 0x40) !== 0) return /* outOfRange */ -2;
    if ((mask & 0x08) /* look */ !== 0) {
      if (at + 21 > end) return /* truncated */ -4;
      const colour = data[at]!;
      if (colour !== 0 && colour !== 4 && colour !== 200) return /* outOfRange */ -2;
      tracksColour[place] = colour as Colour;
      const size = data[at + 1]! | (data[at + 2]! << 8);
      if (size !== 1 && size !== 4660) return /* outOfRange */ -2;
      tracksSize[place] = size as Wide;
      const marks =
        (data[at + 3]! | (data[at + 4]! << 8) | (data[at + 5]! << 16) | (data[at + 6]! << 24)) >>> 0;
      if ((marks & ~0x80000001) !== 0) return /* outOfRange */ -2;
      tracksMarks[place] = marks;
      floatBytes[0] = data[at + 7]!;
      floatBytes[1] = data[at + 8]!;
      floatBytes[2] = data[at + 9]!;
      floatBytes[3] = data[at + 10]!;
      const share = floatView.getFloat32(0, true);
      if (!(share >= 0 && share <= 1)) return /* outOfRange */ -2;
      tracksShare[place] = share;
      floatBytes[0] = data[at + 11]!;
      floatBytes[1] = data[at + 12]!;
      floatBytes[2] = data[at + 13]!;
      floatBytes[3] = data[at + 14]!;
      floatBytes[4] = data[at + 15]!;
      floatBytes[5] = data[at + 16]!;
      floatBytes[6] = data[at + 17]!;
      floatBytes[7] = data[at + 18]!;
      const exact = floatView.getFloat64(0, true);
      if (!(exact >= -1.7976931348623157e308 && exact <= 1.7976931348623157e308)) return /* outOfRange */ -2;
      tracksExact[place] = exact;
      const alive = data[at + 19]!;
      if (alive > 1) return /* outOfRange */ -2;
      tracksAlive[place] = alive;
      tracksAngle[place] = data[at + 20]!;
      at += 21;
    }
    if ((mask & ~tracksMask[place]!) !== 0) tracksMask[place] = tracksMask[place]! | mask;
  }
  if (at + 2 > end) return /* truncated */ -4;
  const wideCount = data[at]! | (data[at + 1]! << 8);
  if (wideCount > 300) return /* tooLong */ -3;
  message.wideCount = wideCount;
  at += 2;
  if (wideCount * 4 > end - at) return /* truncated */ -4;
  const widePlaces = message.widePlaces;
  const wideMasks = message.wideMasks;
  const wide = message.wide;
  const wideMask = wide.mask;
  const wideA = wide.a;
  const wideB = wide.b;
  const wideC = wide.c;
  const wideD = wide.d;
  const wideE = wide.e;
  const wideBaseline = message.wideBaseline;
  const wideHeldMask = wideBaseline.mask;
  const wideHeldA = wideBaseline.a;
  const wideHeldB = wideBaseline.b;
  const wideHeldC = wideBaseline.c;
  const wideHeldD = wideBaseline.d;
  const wideHeldE = wideBaseline.e;
  let last_ = -1;
  for (let i = 0; i < wideCount; i++) {
    if (at + 4 > end) return /* truncated */ -4;
    const place = data[at]! | (data[at + 1]! << 8);
    if (place >= 300) return /* outOfRange */ -2;
    if (place <= last_) return /* notCanonical */ -8;
    last_ = place;
    widePlaces[i] = place;
    const header = data[at + 2]! | (data[at + 3]! << 8);
    if (header > 0x3ff) return /* outOfRange */ -2;
    at += 4;
    const mask = header & 0x1f;
    wideMasks[i] = mask;
    if ((mask & 0x01) /* a */ !== 0) {
      if ((header & 0x20) !== 0) {
        if ((wideHeldMask[place]! & 0x01) /* a */ === 0) return /* noBaseline */ -9;
        let aCode: number;
        if (at + 1 <= end && data[at]! < 0x80) {
          aCode = data[at]!;
          at += 1;
        } else {
          const aStart = at;
          aCode = readVarint(data, at, end);
          if (aCode < 0) return aCode;
          at += varintSize(aCode);
          if (at - aStart >= 2) return /* notCanonical */ -8;
        }
        const a = wideHeldA[place]! + ((aCode >>> 1) ^ -(aCode & 1));
        if (a < 0 || a > 65535) return /* outOfRange */ -2;
        wideA[place] = a;
      } else {
        if (at + 2 > end) return /* truncated */ -4;
        wideA[place] = data[at]! | (data[at + 1]! << 8);
        at += 2;
      }
    } else if ((header & 0x20) !== 0) return /* outOfRange */ -2;
    if ((mask & 0x02) /* b */ !== 0) {
      if ((header & 0x40) !== 0) {
        if ((wideHeldMask[place]! & 0x02) /* b */ === 0) return /* noBaseline */ -9;
        let bCode: number;
        if (at + 1 <= end && data[at]! < 0x80) {
          bCode = data[at]!;
          at += 1;
        } else {
          const bStart = at;
          bCode = readVarint(data, at, end);
          if (bCode < 0) return bCode;
          at += varintSize(bCode);
          if (at - bStart >= 2) return /* notCanonical */ -8;
        }
        const b = wideHeldB[place]! + ((bCode >>> 1) ^ -(bCode & 1));
        if (b < 0 || b > 65535) return /* outOfRange */ -2;
        wideB[place] = b;
      } else {
        if (at + 2 > end) return /* truncated */ -4;
        wideB[place] = data[at]! | (data[at + 1]! << 8);
        at += 2;
      }
    } else if ((header & 0x40) !== 0) return /* outOfRange */ -2;
    if ((mask & 0x04) /* c */ !== 0) {
      if ((header & 0x80) !== 0) {
        if ((wideHeldMask[place]! & 0x04) /* c */ === 0) return /* noBaseline */ -9;
        let cCode: number;
        if (at + 1 <= end && data[at]! < 0x80) {
          cCode = data[at]!;
          at += 1;
        } else {
          const cStart = at;
          cCode = readVarint(data, at, end);
          if (cCode < 0) return cCode;
          at += varintSize(cCode);
          if (at - cStart >= 2) return /* notCanonical */ -8;
        }
        const c = wideHeldC[place]! + ((cCode >>> 1) ^ -(cCode & 1));
        if (c < -32768 || c > 32767) return /* outOfRange */ -2;
        wideC[place] = c;
      } else {
        if (at + 2 > end) return /* truncated */ -4;
        wideC[place] = ((data[at]! | (data[at + 1]! << 8)) << 16) >> 16;
        at += 2;
      }
    } else if ((header & 0x80) !== 0) return /* outOfRange */ -2;
    if ((mask & 0x08) /* d */ !== 0) {
      if ((header & 0x100) !== 0) {
        if ((wideHeldMask[place]! & 0x08) /* d */ === 0) return /* noBaseline */ -9;
        let dCode: number;
        if (at + 1 <= end && data[at]! < 0x80) {
          dCode = data[at]!;
          at += 1;
        } else {
          const dStart = at;
          dCode = readVarint(data, at, end);
          if (dCode < 0) return dCode;
          at += varintSize(dCode);
          if (at - dStart >= 2) return /* notCanonical */ -8;
        }
        const d = wideHeldD[place]! + ((dCode >>> 1) ^ -(dCode & 1));
        if (d < 1 || d > 1000) return /* outOfRange */ -2;
        wideD[place] = d;
      } else {
        if (at + 2 > end) return /* truncated */ -4;
        const d_ = data[at]! | (data[at + 1]! << 8);
        if (d_ < 1 || d_ > 1000) return /* outOfRange */ -2;
        wideD[place] = d_;
        at += 2;
      }
    } else if ((header & 0x100) !== 0) return /* outOfRange */ -2;
    if ((mask & 0x10) /* e */ !== 0) {
      if ((header & 0x200) !== 0) {
        if ((wideHeldMask[place]! & 0x10) /* e */ === 0) return /* noBaseline */ -9;
        let eCode: number;
        if (at + 1 <= end && data[at]! < 0x80) {
          eCode = data[at]!;
          at += 1;
        } else {
          const eStart = at;
          eCode = readVarint(data, at, end);
          if (eCode < 0) return eCode;
          at += varintSize(eCode);
          if (at - eStart >= 4) return /* notCanonical */ -8;
        }
        const e = (wideHeldE[place]! + ((eCode >>> 1) ^ -(eCode & 1))) >>> 0;
        wideE[place] = e;
      } else {
        if (at + 4 > end) return /* truncated */ -4;
        wideE[place] =
          (data[at]! | (data[at + 1]! << 8) | (data[at + 2]! << 16) | (data[at + 3]! << 24)) >>> 0;
        at += 4;
      }
    } else if ((header & 0x200) !== 0) return /* outOfRange */ -2;
    if ((mask & ~wideMask[place]!) !== 0) wideMask[place] = wideMask[place]! | mask;
  }
  if (at + 2 > end) return /* truncated */ -4;
  const fullCount = data[at]! | (data[at + 1]! << 8);
  if (fullCount > 256) return /* tooLong */ -3;
  message.fullCount = fullCount;
  at += 2;
  if (fullCount * 3 > end - at) return /* truncated */ -4;
  const fullPlaces = message.fullPlaces;
  const fullMasks = message.fullMasks;
  const full = message.full;
  const fullMask = full.mask;
  const fullA = full.a;
  const fullB = full.b;
  const fullC = full.c;
  const fullD = full.d;
  const fullE = full.e;
  const fullBaseline = message.fullBaseline;
  const fullHeldMask = fullBaseline.mask;
  const fullHeldA = fullBaseline.a;
  const fullHeldB = fullBaseline.b;
  const fullHeldC = fullBaseline.c;
  const fullHeldD = fullBaseline.d;
  const fullHeldE = fullBaseline.e;
  let last__ = -1;
  for (let i = 0; i < fullCount; i++) {
    if (at + 3 > end) return /* truncated */ -4;
    const place = data[at]!;
    if (place <= last__) return /* notCanonical */ -8;
    last__ = place;
    fullPlaces[i] = place;
    const header = data[at + 1]! | (data[at + 2]! << 8);
    if (header > 0x3ff) return /* outOfRange */ -2;
    at += 3;
    const mask = header & 0x1f;
    fullMasks[i] = mask;
    if ((mask & 0x01) /* a */ !== 0) {
      if ((header & 0x20) !== 0) {
        if ((fullHeldMask[place]! & 0x01) /* a */ === 0) return /* noBaseline */ -9;
        let aCode_: number;
        if (at + 1 <= end && data[at]! < 0x80) {
          aCode_ = data[at]!;
          at += 1;
        } else {
          const aStart_ = at;
          aCode_ = readVarint(data, at, end);
          if (aCode_ < 0) return aCode_;
          at += varintSize(aCode_);
          if (at - aStart_ >= 2) return /* notCanonical */ -8;
        }
        const a__ = fullHeldA[place]! + ((aCode_ >>> 1) ^ -(aCode_ & 1));
        if (a__ < 0 || a__ > 65535) return /* outOfRange */ -2;
        fullA[place] = a__;
      } else {
        if (at + 2 > end) return /* truncated */ -4;
        fullA[place] = data[at]! | (data[at + 1]! << 8);
        at += 2;
      }
    } else if ((header & 0x20) !== 0) return /* outOfRange */ -2;
    if ((mask & 0x02) /* b */ !== 0) {
      if ((header & 0x40) !== 0) {
        if ((fullHeldMask[place]! & 0x02) /* b */ === 0) return /* noBaseline */ -9;
        let bCode_: number;
        if (at + 1 <= end && data[at]! < 0x80) {
          bCode_ = data[at]!;
          at += 1;
        } else {
          const bStart_ = at;
          bCode_ = readVarint(data, at, end);
          if (bCode_ < 0) return bCode_;
          at += varintSize(bCode_);
          if (at - bStart_ >= 2) return /* notCanonical */ -8;
        }
        const b__ = fullHeldB[place]! + ((bCode_ >>> 1) ^ -(bCode_ & 1));
        if (b__ < 0 || b__ > 65535) return /* outOfRange */ -2;
        fullB[place] = b__;
      } else {
        if (at + 2 > end) return /* truncated */ -4;
        fullB[place] = data[at]! | (data[at + 1]! << 8);
        at += 2;
      }
    } else if ((header & 0x40) !== 0) return /* outOfRange */ -2;
    if ((mask & 0x04) /* c */ !== 0) {
      if ((header & 0x80) !== 0) {
        if ((fullHeldMask[place]! & 0x04) /* c */ === 0) return /* noBaseline */ -9;
        let cCode_: number;
        if (at + 1 <= end && data[at]! < 0x80) {
          cCode_ = data[at]!;
          at += 1;
        } else {
          const cStart_ = at;
          cCode_ = readVarint(data, at, end);
          if (cCode_ < 0) return cCode_;
          at += varintSize(cCode_);
          if (at - cStart_ >= 2) return /* notCanonical */ -8;
        }
        const c__ = fullHeldC[place]! + ((cCode_ >>> 1) ^ -(cCode_ & 1));
        if (c__ < -32768 || c__ > 32767) return /* outOfRange */ -2;
        fullC[place] = c__;
      } else {
        if (at + 2 > end) return /* truncated */ -4;
        fullC[place] = ((data[at]! | (data[at + 1]! << 8)) << 16) >> 16;
        at += 2;
      }
    } else if ((header & 0x80) !== 0) return /* outOfRange */ -2;
    if ((mask & 0x08) /* d */ !== 0) {
      if ((header & 0x100) !== 0) {
        if ((fullHeldMask[place]! & 0x08) /* d */ === 0) return /* noBaseline */ -9;
        let dCode_: number;
        if (at + 1 <= end && data[at]! < 0x80) {
          dCode_ = data[at]!;
          at += 1;
        } else {
          const dStart_ = at;
          dCode_ = readVarint(data, at, end);
          if (dCode_ < 0) return dCode_;
          at += varintSize(dCode_);
          if (at - dStart_ >= 2) return /* notCanonical */ -8;
        }
        const d__ = fullHeldD[place]! + ((dCode_ >>> 1) ^ -(dCode_ & 1));
        if (d__ < 1 || d__ > 1000) return /* outOfRange */ -2;
        fullD[place] = d__;
      } else {
        if (at + 2 > end) return /* truncated */ -4;
        const d___ = data[at]! | (data[at + 1]! << 8);
        if (d___ < 1 || d___ > 1000) return /* outOfRange */ -2;
        fullD[place] = d___;
        at += 2;
      }
    } else if ((header & 0x100) !== 0) return /* outOfRange */ -2;
    if ((mask & 0x10) /* e */ !== 0) {
      if ((header & 0x200) !== 0) {
        if ((fullHeldMask[place]! & 0x10) /* e */ === 0) return /* noBaseline */ -9;
        let eCode_: number;
        if (at + 1 <= end && data[at]! < 0x80) {
          eCode_ = data[at]!;
          at += 1;
        } else {
          const eStart_ = at;
          eCode_ = readVarint(data, at, end);
          if (eCode_ < 0) return eCode_;
          at += varintSize(eCode_);
          if (at - eStart_ >= 4) return /* notCanonical */ -8;
        }
        const e__ = (fullHeldE[place]! + ((eCode_ >>> 1) ^ -(eCode_ & 1))) >>> 0;
        fullE[place] = e__;
      } else {
        if (at + 4 > end) return /* truncated */ -4;
        fullE[place] =
          (data[at]! | (data[at + 1]! << 8) | (data[at + 2]! << 16) | (data[at + 3]! << 24)) >>> 0;
        at += 4;
      }
    } else if ((header & 0x200) !== 0) return /* outOfRange */ -2;
    if ((mask & ~fullMask[place]!) !== 0) fullMask[place] = fullMask[place]! | mask;
  }
  if (at >= end) return /* truncated */ -4;
  message.last = data[at]!;
  at += 1;
  return at === end ? at : /* trailing */ -5;
}
