// Generated from protocol-schema/internal.tos by `npm run codegen`; changes here are lost.
// Records between the threads of one game server, and what is stored of a character. Never sent over a network.
// encode… and decode… return the offset behind the message, or below 0 a CodecFault; the content is then unspecified.
// `end` of a struct's or record's decoder lies within the data; packets check it.
/* eslint-disable max-lines -- generated: one module a schema file */

import { floatBytes, floatView } from '../codec/float-scratch.js';
import { readText, writeText } from '../codec/utf8.js';
import { DisconnectReason } from './handshake.js';
import { ReportReason, ReportOutcome, HolderKind } from './game.js';

export const sessionJoinedId = 0xa0;
/** Bytes of the longest; the shortest takes 19, with the id. */
export const sessionJoinedSizeMax = 43;

/** A session that passed the handshake asks for its character. */
export class SessionJoined {
  /** 16 bytes. */
  readonly accountId = new Uint8Array(16);
  /** Up to 24 bytes of UTF-8. */
  characterName = '';
  guest = false;
}

export function encodeSessionJoined(message: SessionJoined, out: Uint8Array, at: number): number {
  const accountId = message.accountId;
  if (at + 17 > out.length) return /* noRoom */ -1;
  out[at] = 0xa0;
  for (let i = 0; i < 16; i++) out[at + 1 + i] = accountId[i]!;
  at += 17;
  at = writeText(message.characterName, out, at, 24);
  if (at < 0) return at;
  const guest = message.guest;
  if (at >= out.length) return /* noRoom */ -1;
  out[at] = guest ? 1 : 0;
  at += 1;
  return at;
}

export function decodeSessionJoined(
  message: SessionJoined,
  data: Uint8Array,
  at: number,
  end: number,
): number {
  if (end > data.length) return /* truncated */ -4;
  if (end - at > sessionJoinedSizeMax) return /* tooLong */ -3;
  const accountId = message.accountId;
  if (at + 18 > end) return /* truncated */ -4;
  if (data[at] !== sessionJoinedId) return /* wrongId */ -6;
  for (let i = 0; i < 16; i++) accountId[i] = data[at + 1 + i]!;
  const characterNameLength = data[at + 17]!;
  if (characterNameLength > 24) return /* tooLong */ -3;
  at += 18;
  if (characterNameLength > end - at) return /* truncated */ -4;
  const characterName = readText(data, at, at + characterNameLength);
  if (characterName === undefined) return /* badText */ -7;
  message.characterName = characterName;
  at += characterNameLength;
  if (at >= end) return /* truncated */ -4;
  const guest = data[at]!;
  if (guest > 1) return /* outOfRange */ -2;
  message.guest = guest === 1;
  at += 1;
  return at === end ? at : /* trailing */ -5;
}

export const sessionLeftId = 0xa1;
/** Bytes of every one, with the id. */
export const sessionLeftSizeMax = 2;

/** The session is gone. */
export class SessionLeft {
  reason: DisconnectReason = DisconnectReason.left;
}

export function encodeSessionLeft(message: SessionLeft, out: Uint8Array, at: number): number {
  const reason = message.reason;
  if ((reason & 0xff) !== reason || reason < 1 || reason > 10) return /* outOfRange */ -2;
  if (at + 2 > out.length) return /* noRoom */ -1;
  out[at] = 0xa1;
  out[at + 1] = reason;
  at += 2;
  return at;
}

export function decodeSessionLeft(message: SessionLeft, data: Uint8Array, at: number, end: number): number {
  if (end > data.length || end - at < sessionLeftSizeMax) return /* truncated */ -4;
  if (end - at > sessionLeftSizeMax) return /* trailing */ -5;
  if (data[at] !== sessionLeftId) return /* wrongId */ -6;
  const reason = data[at + 1]!;
  if (reason < 1 || reason > 10) return /* outOfRange */ -2;
  message.reason = reason as DisconnectReason;
  at += 2;
  return at;
}

export const playerPlacedId = 0xa2;
/** Bytes of every one, with the id. */
export const playerPlacedSizeMax = 7;

/** The session's player stands in the world as this entity. */
export class PlayerPlaced {
  /** u32. */
  entity = 0;
  /** u16. */
  map = 0;
}

export function encodePlayerPlaced(message: PlayerPlaced, out: Uint8Array, at: number): number {
  const entity = message.entity;
  if (entity >>> 0 !== entity) return /* outOfRange */ -2;
  const map = message.map;
  if ((map & 0xffff) !== map) return /* outOfRange */ -2;
  if (at + 7 > out.length) return /* noRoom */ -1;
  out[at] = 0xa2;
  out[at + 1] = entity;
  out[at + 2] = entity >>> 8;
  out[at + 3] = entity >>> 16;
  out[at + 4] = entity >>> 24;
  out[at + 5] = map;
  out[at + 6] = map >>> 8;
  at += 7;
  return at;
}

export function decodePlayerPlaced(message: PlayerPlaced, data: Uint8Array, at: number, end: number): number {
  if (end > data.length || end - at < playerPlacedSizeMax) return /* truncated */ -4;
  if (end - at > playerPlacedSizeMax) return /* trailing */ -5;
  if (data[at] !== playerPlacedId) return /* wrongId */ -6;
  message.entity =
    (data[at + 1]! | (data[at + 2]! << 8) | (data[at + 3]! << 16) | (data[at + 4]! << 24)) >>> 0;
  message.map = data[at + 5]! | (data[at + 6]! << 8);
  at += 7;
  return at;
}

export const sessionEndId = 0xa3;
/** Bytes of the longest; the shortest takes 3, with the id. */
export const sessionEndSizeMax = 67;

/** End this session. */
export class SessionEnd {
  reason: DisconnectReason = DisconnectReason.left;
  /** Up to 64 bytes of UTF-8. */
  detail = '';
}

export function encodeSessionEnd(message: SessionEnd, out: Uint8Array, at: number): number {
  const reason = message.reason;
  if ((reason & 0xff) !== reason || reason < 1 || reason > 10) return /* outOfRange */ -2;
  if (at + 2 > out.length) return /* noRoom */ -1;
  out[at] = 0xa3;
  out[at + 1] = reason;
  at += 2;
  at = writeText(message.detail, out, at, 64);
  if (at < 0) return at;
  return at;
}

export function decodeSessionEnd(message: SessionEnd, data: Uint8Array, at: number, end: number): number {
  if (end > data.length) return /* truncated */ -4;
  if (end - at > sessionEndSizeMax) return /* tooLong */ -3;
  if (at + 3 > end) return /* truncated */ -4;
  if (data[at] !== sessionEndId) return /* wrongId */ -6;
  const reason = data[at + 1]!;
  if (reason < 1 || reason > 10) return /* outOfRange */ -2;
  message.reason = reason as DisconnectReason;
  const detailLength = data[at + 2]!;
  if (detailLength > 64) return /* tooLong */ -3;
  at += 3;
  if (detailLength > end - at) return /* truncated */ -4;
  const detail = readText(data, at, at + detailLength);
  if (detail === undefined) return /* badText */ -7;
  message.detail = detail;
  at += detailLength;
  return at === end ? at : /* trailing */ -5;
}

export const operatorCommandId = 0xb0;
/** Bytes of the longest; the shortest takes 18, with the id. */
export const operatorCommandSizeMax = 33842;

/** An operator's command that is applied in a tick. */
export class OperatorCommand {
  /**
   * Numbers what the control thread sent, so that it knows the answer.
   * u32.
   */
  order = 0;
  /** Up to 32 bytes of UTF-8. */
  kind = '';
  /**
   * JSON, as application/operations knows it for the kind.
   * Up to 1024 bytes of UTF-8.
   */
  args = '';
  factsLength = 0;
  /**
   * What the tick is to write, as durable facts; empty where the command's rule knows itself.
   * Up to 32768 bytes.
   */
  readonly facts = new Uint8Array(32768);
  /**
   * On the clock of all threads: not begun after that.
   * F64, finite.
   */
  notAfterMs = 0;
}

export function encodeOperatorCommand(message: OperatorCommand, out: Uint8Array, at: number): number {
  const order = message.order;
  if (order >>> 0 !== order) return /* outOfRange */ -2;
  if (at + 5 > out.length) return /* noRoom */ -1;
  out[at] = 0xb0;
  out[at + 1] = order;
  out[at + 2] = order >>> 8;
  out[at + 3] = order >>> 16;
  out[at + 4] = order >>> 24;
  at += 5;
  at = writeText(message.kind, out, at, 32);
  if (at < 0) return at;
  at = writeText(message.args, out, at, 1024);
  if (at < 0) return at;
  const factsLength = message.factsLength;
  if ((factsLength & 0xffff) !== factsLength || factsLength > 32768) return /* tooLong */ -3;
  if (at + 2 > out.length) return /* noRoom */ -1;
  out[at] = factsLength;
  out[at + 1] = factsLength >>> 8;
  at += 2;
  if (at + factsLength > out.length) return /* noRoom */ -1;
  const facts = message.facts;
  for (let i = 0; i < factsLength; i++) out[at + i] = facts[i]!;
  at += factsLength;
  const notAfterMs = message.notAfterMs;
  if (!(notAfterMs >= -1.7976931348623157e308 && notAfterMs <= 1.7976931348623157e308))
    return /* outOfRange */ -2;
  if (at + 8 > out.length) return /* noRoom */ -1;
  floatView.setFloat64(0, notAfterMs, true);
  out[at] = floatBytes[0]!;
  out[at + 1] = floatBytes[1]!;
  out[at + 2] = floatBytes[2]!;
  out[at + 3] = floatBytes[3]!;
  out[at + 4] = floatBytes[4]!;
  out[at + 5] = floatBytes[5]!;
  out[at + 6] = floatBytes[6]!;
  out[at + 7] = floatBytes[7]!;
  at += 8;
  return at;
}

export function decodeOperatorCommand(
  message: OperatorCommand,
  data: Uint8Array,
  at: number,
  end: number,
): number {
  if (end > data.length) return /* truncated */ -4;
  if (end - at > operatorCommandSizeMax) return /* tooLong */ -3;
  if (at + 6 > end) return /* truncated */ -4;
  if (data[at] !== operatorCommandId) return /* wrongId */ -6;
  message.order =
    (data[at + 1]! | (data[at + 2]! << 8) | (data[at + 3]! << 16) | (data[at + 4]! << 24)) >>> 0;
  const kindLength = data[at + 5]!;
  if (kindLength > 32) return /* tooLong */ -3;
  at += 6;
  if (kindLength > end - at) return /* truncated */ -4;
  const kind = readText(data, at, at + kindLength);
  if (kind === undefined) return /* badText */ -7;
  message.kind = kind;
  at += kindLength;
  if (at + 2 > end) return /* truncated */ -4;
  const argsLength = data[at]! | (data[at + 1]! << 8);
  if (argsLength > 1024) return /* tooLong */ -3;
  at += 2;
  if (argsLength > end - at) return /* truncated */ -4;
  const args = readText(data, at, at + argsLength);
  if (args === undefined) return /* badText */ -7;
  message.args = args;
  at += argsLength;
  if (at + 2 > end) return /* truncated */ -4;
  const factsLength = data[at]! | (data[at + 1]! << 8);
  if (factsLength > 32768) return /* tooLong */ -3;
  message.factsLength = factsLength;
  at += 2;
  if (factsLength > end - at) return /* truncated */ -4;
  const facts = message.facts;
  for (let i = 0; i < factsLength; i++) facts[i] = data[at + i]!;
  at += factsLength;
  if (at + 8 > end) return /* truncated */ -4;
  floatBytes[0] = data[at]!;
  floatBytes[1] = data[at + 1]!;
  floatBytes[2] = data[at + 2]!;
  floatBytes[3] = data[at + 3]!;
  floatBytes[4] = data[at + 4]!;
  floatBytes[5] = data[at + 5]!;
  floatBytes[6] = data[at + 6]!;
  floatBytes[7] = data[at + 7]!;
  const notAfterMs = floatView.getFloat64(0, true);
  if (!(notAfterMs >= -1.7976931348623157e308 && notAfterMs <= 1.7976931348623157e308))
    return /* outOfRange */ -2;
  message.notAfterMs = notAfterMs;
  at += 8;
  return at === end ? at : /* trailing */ -5;
}

export const operatorAnswerId = 0xb1;
/** Bytes of the longest; the shortest takes 7, with the id. */
export const operatorAnswerSizeMax = 263;

/** What became of it. */
export class OperatorAnswer {
  /** u32. */
  order = 0;
  /**
   * JSON.
   * Up to 256 bytes of UTF-8.
   */
  answer = '';
}

export function encodeOperatorAnswer(message: OperatorAnswer, out: Uint8Array, at: number): number {
  const order = message.order;
  if (order >>> 0 !== order) return /* outOfRange */ -2;
  if (at + 5 > out.length) return /* noRoom */ -1;
  out[at] = 0xb1;
  out[at + 1] = order;
  out[at + 2] = order >>> 8;
  out[at + 3] = order >>> 16;
  out[at + 4] = order >>> 24;
  at += 5;
  at = writeText(message.answer, out, at, 256);
  if (at < 0) return at;
  return at;
}

export function decodeOperatorAnswer(
  message: OperatorAnswer,
  data: Uint8Array,
  at: number,
  end: number,
): number {
  if (end > data.length) return /* truncated */ -4;
  if (end - at > operatorAnswerSizeMax) return /* tooLong */ -3;
  if (at + 7 > end) return /* truncated */ -4;
  if (data[at] !== operatorAnswerId) return /* wrongId */ -6;
  message.order =
    (data[at + 1]! | (data[at + 2]! << 8) | (data[at + 3]! << 16) | (data[at + 4]! << 24)) >>> 0;
  const answerLength = data[at + 5]! | (data[at + 6]! << 8);
  if (answerLength > 256) return /* tooLong */ -3;
  at += 7;
  if (answerLength > end - at) return /* truncated */ -4;
  const answer = readText(data, at, at + answerLength);
  if (answer === undefined) return /* badText */ -7;
  message.answer = answer;
  at += answerLength;
  return at === end ? at : /* trailing */ -5;
}

export const dateToldId = 0xb2;
/** Bytes of every one, with the id. */
export const dateToldSizeMax = 9;

/** What the date is, once a second. */
export class DateTold {
  /**
   * Since 1970.
   * F64, 0 .. 9007199254740991, in s.
   */
  unixSeconds = 0;
}

export function encodeDateTold(message: DateTold, out: Uint8Array, at: number): number {
  const unixSeconds = message.unixSeconds;
  if (!(unixSeconds >= 0 && unixSeconds <= 9007199254740991)) return /* outOfRange */ -2;
  if (at + 9 > out.length) return /* noRoom */ -1;
  out[at] = 0xb2;
  floatView.setFloat64(0, unixSeconds, true);
  out[at + 1] = floatBytes[0]!;
  out[at + 2] = floatBytes[1]!;
  out[at + 3] = floatBytes[2]!;
  out[at + 4] = floatBytes[3]!;
  out[at + 5] = floatBytes[4]!;
  out[at + 6] = floatBytes[5]!;
  out[at + 7] = floatBytes[6]!;
  out[at + 8] = floatBytes[7]!;
  at += 9;
  return at;
}

export function decodeDateTold(message: DateTold, data: Uint8Array, at: number, end: number): number {
  if (end > data.length || end - at < dateToldSizeMax) return /* truncated */ -4;
  if (end - at > dateToldSizeMax) return /* trailing */ -5;
  if (data[at] !== dateToldId) return /* wrongId */ -6;
  floatBytes[0] = data[at + 1]!;
  floatBytes[1] = data[at + 2]!;
  floatBytes[2] = data[at + 3]!;
  floatBytes[3] = data[at + 4]!;
  floatBytes[4] = data[at + 5]!;
  floatBytes[5] = data[at + 6]!;
  floatBytes[6] = data[at + 7]!;
  floatBytes[7] = data[at + 8]!;
  const unixSeconds = floatView.getFloat64(0, true);
  if (!(unixSeconds >= 0 && unixSeconds <= 9007199254740991)) return /* outOfRange */ -2;
  message.unixSeconds = unixSeconds;
  at += 9;
  return at;
}

export const nameWantedId = 0xb3;
/** Bytes of the longest; the shortest takes 2, with the id. */
export const nameWantedSizeMax = 26;

/** A character that players named is to be looked up. */
export class NameWanted {
  /** Up to 24 bytes of UTF-8. */
  name = '';
}

export function encodeNameWanted(message: NameWanted, out: Uint8Array, at: number): number {
  if (at >= out.length) return /* noRoom */ -1;
  out[at] = 0xb3;
  at += 1;
  at = writeText(message.name, out, at, 24);
  if (at < 0) return at;
  return at;
}

export function decodeNameWanted(message: NameWanted, data: Uint8Array, at: number, end: number): number {
  if (end > data.length) return /* truncated */ -4;
  if (end - at > nameWantedSizeMax) return /* tooLong */ -3;
  if (at + 2 > end) return /* truncated */ -4;
  if (data[at] !== nameWantedId) return /* wrongId */ -6;
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

export const nameToldId = 0xb4;
/** Bytes of the longest; the shortest takes 7, with the id. */
export const nameToldSizeMax = 31;

/** The answer, to the name as it was asked for. */
export class NameTold {
  /** Up to 24 bytes of UTF-8. */
  name = '';
  /**
   * 0 where there is none.
   * u32.
   */
  character = 0;
  /** False while nothing can be looked up; the answer follows. */
  known = false;
}

export function encodeNameTold(message: NameTold, out: Uint8Array, at: number): number {
  if (at >= out.length) return /* noRoom */ -1;
  out[at] = 0xb4;
  at += 1;
  at = writeText(message.name, out, at, 24);
  if (at < 0) return at;
  const character = message.character;
  if (character >>> 0 !== character) return /* outOfRange */ -2;
  const known = message.known;
  if (at + 5 > out.length) return /* noRoom */ -1;
  out[at] = character;
  out[at + 1] = character >>> 8;
  out[at + 2] = character >>> 16;
  out[at + 3] = character >>> 24;
  out[at + 4] = known ? 1 : 0;
  at += 5;
  return at;
}

export function decodeNameTold(message: NameTold, data: Uint8Array, at: number, end: number): number {
  if (end > data.length) return /* truncated */ -4;
  if (end - at > nameToldSizeMax) return /* tooLong */ -3;
  if (at + 2 > end) return /* truncated */ -4;
  if (data[at] !== nameToldId) return /* wrongId */ -6;
  const nameLength = data[at + 1]!;
  if (nameLength > 24) return /* tooLong */ -3;
  at += 2;
  if (nameLength > end - at) return /* truncated */ -4;
  const name = readText(data, at, at + nameLength);
  if (name === undefined) return /* badText */ -7;
  message.name = name;
  at += nameLength;
  if (at + 5 > end) return /* truncated */ -4;
  message.character =
    (data[at]! | (data[at + 1]! << 8) | (data[at + 2]! << 16) | (data[at + 3]! << 24)) >>> 0;
  const known = data[at + 4]!;
  if (known > 1) return /* outOfRange */ -2;
  message.known = known === 1;
  at += 5;
  return at === end ? at : /* trailing */ -5;
}

export const playerReportedId = 0xb5;
/** Bytes of the longest; the shortest takes 3, with the id. */
export const playerReportedSizeMax = 49155;

/** A player reported another one. */
export class PlayerReported {
  /**
   * JSON, see ports/threads/report-courier.
   * Up to 49152 bytes of UTF-8.
   */
  report = '';
}

export function encodePlayerReported(message: PlayerReported, out: Uint8Array, at: number): number {
  if (at >= out.length) return /* noRoom */ -1;
  out[at] = 0xb5;
  at += 1;
  at = writeText(message.report, out, at, 49152);
  if (at < 0) return at;
  return at;
}

export function decodePlayerReported(
  message: PlayerReported,
  data: Uint8Array,
  at: number,
  end: number,
): number {
  if (end > data.length) return /* truncated */ -4;
  if (end - at > playerReportedSizeMax) return /* tooLong */ -3;
  if (at + 3 > end) return /* truncated */ -4;
  if (data[at] !== playerReportedId) return /* wrongId */ -6;
  const reportLength = data[at + 1]! | (data[at + 2]! << 8);
  if (reportLength > 49152) return /* tooLong */ -3;
  at += 3;
  if (reportLength > end - at) return /* truncated */ -4;
  const report = readText(data, at, at + reportLength);
  if (report === undefined) return /* badText */ -7;
  message.report = report;
  at += reportLength;
  return at === end ? at : /* trailing */ -5;
}

export const reportAnsweredId = 0xb6;
/** Bytes of every one, with the id. */
export const reportAnsweredSizeMax = 9;

/** What became of it. */
export class ReportAnswered {
  /**
   * As the simulation numbered it.
   * u32.
   */
  order = 0;
  /**
   * Its number in the game file, 0 when it could not be stored.
   * u32.
   */
  report = 0;
}

export function encodeReportAnswered(message: ReportAnswered, out: Uint8Array, at: number): number {
  const order = message.order;
  if (order >>> 0 !== order) return /* outOfRange */ -2;
  const report = message.report;
  if (report >>> 0 !== report) return /* outOfRange */ -2;
  if (at + 9 > out.length) return /* noRoom */ -1;
  out[at] = 0xb6;
  out[at + 1] = order;
  out[at + 2] = order >>> 8;
  out[at + 3] = order >>> 16;
  out[at + 4] = order >>> 24;
  out[at + 5] = report;
  out[at + 6] = report >>> 8;
  out[at + 7] = report >>> 16;
  out[at + 8] = report >>> 24;
  at += 9;
  return at;
}

export function decodeReportAnswered(
  message: ReportAnswered,
  data: Uint8Array,
  at: number,
  end: number,
): number {
  if (end > data.length || end - at < reportAnsweredSizeMax) return /* truncated */ -4;
  if (end - at > reportAnsweredSizeMax) return /* trailing */ -5;
  if (data[at] !== reportAnsweredId) return /* wrongId */ -6;
  message.order =
    (data[at + 1]! | (data[at + 2]! << 8) | (data[at + 3]! << 16) | (data[at + 4]! << 24)) >>> 0;
  message.report =
    (data[at + 5]! | (data[at + 6]! << 8) | (data[at + 7]! << 16) | (data[at + 8]! << 24)) >>> 0;
  at += 9;
  return at;
}

export const decisionToldId = 0xb7;
/** Bytes of the longest; the shortest takes 13, with the id. */
export const decisionToldSizeMax = 237;

/** What operators decided about a report, for the character that made it. */
export class DecisionTold {
  /** u32. */
  character = 0;
  /** u32. */
  report = 0;
  /**
   * Whom it was about.
   * Up to 24 bytes of UTF-8.
   */
  name = '';
  reason: ReportReason = ReportReason.cheating;
  outcome: ReportOutcome = ReportOutcome.noAction;
  /** Up to 200 bytes of UTF-8. */
  text = '';
}

export function encodeDecisionTold(message: DecisionTold, out: Uint8Array, at: number): number {
  const character = message.character;
  if (character >>> 0 !== character) return /* outOfRange */ -2;
  const report = message.report;
  if (report >>> 0 !== report) return /* outOfRange */ -2;
  if (at + 9 > out.length) return /* noRoom */ -1;
  out[at] = 0xb7;
  out[at + 1] = character;
  out[at + 2] = character >>> 8;
  out[at + 3] = character >>> 16;
  out[at + 4] = character >>> 24;
  out[at + 5] = report;
  out[at + 6] = report >>> 8;
  out[at + 7] = report >>> 16;
  out[at + 8] = report >>> 24;
  at += 9;
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

export function decodeDecisionTold(message: DecisionTold, data: Uint8Array, at: number, end: number): number {
  if (end > data.length) return /* truncated */ -4;
  if (end - at > decisionToldSizeMax) return /* tooLong */ -3;
  if (at + 10 > end) return /* truncated */ -4;
  if (data[at] !== decisionToldId) return /* wrongId */ -6;
  message.character =
    (data[at + 1]! | (data[at + 2]! << 8) | (data[at + 3]! << 16) | (data[at + 4]! << 24)) >>> 0;
  message.report =
    (data[at + 5]! | (data[at + 6]! << 8) | (data[at + 7]! << 16) | (data[at + 8]! << 24)) >>> 0;
  const nameLength = data[at + 9]!;
  if (nameLength > 24) return /* tooLong */ -3;
  at += 10;
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

export class StoredSlot {
  /** u8. */
  slot = 0;
  /** u16. */
  item = 0;
  /** u16. */
  count = 0;
}

/** Bytes of every one. */
export const storedSlotSizeMax = 5;

export function encodeStoredSlot(message: StoredSlot, out: Uint8Array, at: number): number {
  const slot = message.slot;
  if ((slot & 0xff) !== slot) return /* outOfRange */ -2;
  const item = message.item;
  if ((item & 0xffff) !== item) return /* outOfRange */ -2;
  const count = message.count;
  if ((count & 0xffff) !== count) return /* outOfRange */ -2;
  if (at + 5 > out.length) return /* noRoom */ -1;
  out[at] = slot;
  out[at + 1] = item;
  out[at + 2] = item >>> 8;
  out[at + 3] = count;
  out[at + 4] = count >>> 8;
  at += 5;
  return at;
}

export function decodeStoredSlot(message: StoredSlot, data: Uint8Array, at: number, end: number): number {
  if (at + 5 > end) return /* truncated */ -4;
  message.slot = data[at]!;
  message.item = data[at + 1]! | (data[at + 2]! << 8);
  message.count = data[at + 3]! | (data[at + 4]! << 8);
  at += 5;
  return at;
}

/** What the journal says of a stack of the character. */
export class StoredStack {
  holder: HolderKind = HolderKind.nowhere;
  /** u8. */
  slot = 0;
  /** u16. */
  item = 0;
  /** u16. */
  count = 0;
  /** F64, 0 .. 9007199254740991. */
  instance = 0;
  /** u16. */
  wear = 0;
  /** u8. */
  bound = 0;
}

/** Bytes of every one. */
export const storedStackSizeMax = 17;

export function encodeStoredStack(message: StoredStack, out: Uint8Array, at: number): number {
  const holder = message.holder;
  if ((holder & 0xff) !== holder || holder > 7) return /* outOfRange */ -2;
  const slot = message.slot;
  if ((slot & 0xff) !== slot) return /* outOfRange */ -2;
  const item = message.item;
  if ((item & 0xffff) !== item) return /* outOfRange */ -2;
  const count = message.count;
  if ((count & 0xffff) !== count) return /* outOfRange */ -2;
  const instance = message.instance;
  if (!(instance >= 0 && instance <= 9007199254740991)) return /* outOfRange */ -2;
  const wear = message.wear;
  if ((wear & 0xffff) !== wear) return /* outOfRange */ -2;
  const bound = message.bound;
  if ((bound & 0xff) !== bound) return /* outOfRange */ -2;
  if (at + 17 > out.length) return /* noRoom */ -1;
  out[at] = holder;
  out[at + 1] = slot;
  out[at + 2] = item;
  out[at + 3] = item >>> 8;
  out[at + 4] = count;
  out[at + 5] = count >>> 8;
  floatView.setFloat64(0, instance, true);
  out[at + 6] = floatBytes[0]!;
  out[at + 7] = floatBytes[1]!;
  out[at + 8] = floatBytes[2]!;
  out[at + 9] = floatBytes[3]!;
  out[at + 10] = floatBytes[4]!;
  out[at + 11] = floatBytes[5]!;
  out[at + 12] = floatBytes[6]!;
  out[at + 13] = floatBytes[7]!;
  out[at + 14] = wear;
  out[at + 15] = wear >>> 8;
  out[at + 16] = bound;
  at += 17;
  return at;
}

export function decodeStoredStack(message: StoredStack, data: Uint8Array, at: number, end: number): number {
  if (at + 17 > end) return /* truncated */ -4;
  const holder = data[at]!;
  if (holder > 7) return /* outOfRange */ -2;
  message.holder = holder as HolderKind;
  message.slot = data[at + 1]!;
  message.item = data[at + 2]! | (data[at + 3]! << 8);
  message.count = data[at + 4]! | (data[at + 5]! << 8);
  floatBytes[0] = data[at + 6]!;
  floatBytes[1] = data[at + 7]!;
  floatBytes[2] = data[at + 8]!;
  floatBytes[3] = data[at + 9]!;
  floatBytes[4] = data[at + 10]!;
  floatBytes[5] = data[at + 11]!;
  floatBytes[6] = data[at + 12]!;
  floatBytes[7] = data[at + 13]!;
  const instance = floatView.getFloat64(0, true);
  if (!(instance >= 0 && instance <= 9007199254740991)) return /* outOfRange */ -2;
  message.instance = instance;
  message.wear = data[at + 14]! | (data[at + 15]! << 8);
  message.bound = data[at + 16]!;
  at += 17;
  return at;
}

/** What the journal says of what the character has learned. */
export class StoredProfession {
  /** u8. */
  profession = 0;
  /** u16. */
  skill = 0;
}

/** Bytes of every one. */
export const storedProfessionSizeMax = 3;

export function encodeStoredProfession(message: StoredProfession, out: Uint8Array, at: number): number {
  const profession = message.profession;
  if ((profession & 0xff) !== profession) return /* outOfRange */ -2;
  const skill = message.skill;
  if ((skill & 0xffff) !== skill) return /* outOfRange */ -2;
  if (at + 3 > out.length) return /* noRoom */ -1;
  out[at] = profession;
  out[at + 1] = skill;
  out[at + 2] = skill >>> 8;
  at += 3;
  return at;
}

export function decodeStoredProfession(
  message: StoredProfession,
  data: Uint8Array,
  at: number,
  end: number,
): number {
  if (at + 3 > end) return /* truncated */ -4;
  message.profession = data[at]!;
  message.skill = data[at + 1]! | (data[at + 2]! << 8);
  at += 3;
  return at;
}

/** What a vendor gave for a stack that it keeps for the character. */
export class StoredPrice {
  /** F64, 0 .. 9007199254740991. */
  instance = 0;
  /** F64, 0 .. 9007199254740991. */
  coins = 0;
}

/** Bytes of every one. */
export const storedPriceSizeMax = 16;

export function encodeStoredPrice(message: StoredPrice, out: Uint8Array, at: number): number {
  const instance = message.instance;
  if (!(instance >= 0 && instance <= 9007199254740991)) return /* outOfRange */ -2;
  const coins = message.coins;
  if (!(coins >= 0 && coins <= 9007199254740991)) return /* outOfRange */ -2;
  if (at + 16 > out.length) return /* noRoom */ -1;
  floatView.setFloat64(0, instance, true);
  out[at] = floatBytes[0]!;
  out[at + 1] = floatBytes[1]!;
  out[at + 2] = floatBytes[2]!;
  out[at + 3] = floatBytes[3]!;
  out[at + 4] = floatBytes[4]!;
  out[at + 5] = floatBytes[5]!;
  out[at + 6] = floatBytes[6]!;
  out[at + 7] = floatBytes[7]!;
  floatView.setFloat64(0, coins, true);
  out[at + 8] = floatBytes[0]!;
  out[at + 9] = floatBytes[1]!;
  out[at + 10] = floatBytes[2]!;
  out[at + 11] = floatBytes[3]!;
  out[at + 12] = floatBytes[4]!;
  out[at + 13] = floatBytes[5]!;
  out[at + 14] = floatBytes[6]!;
  out[at + 15] = floatBytes[7]!;
  at += 16;
  return at;
}

export function decodeStoredPrice(message: StoredPrice, data: Uint8Array, at: number, end: number): number {
  if (at + 16 > end) return /* truncated */ -4;
  floatBytes[0] = data[at]!;
  floatBytes[1] = data[at + 1]!;
  floatBytes[2] = data[at + 2]!;
  floatBytes[3] = data[at + 3]!;
  floatBytes[4] = data[at + 4]!;
  floatBytes[5] = data[at + 5]!;
  floatBytes[6] = data[at + 6]!;
  floatBytes[7] = data[at + 7]!;
  const instance = floatView.getFloat64(0, true);
  if (!(instance >= 0 && instance <= 9007199254740991)) return /* outOfRange */ -2;
  message.instance = instance;
  floatBytes[0] = data[at + 8]!;
  floatBytes[1] = data[at + 9]!;
  floatBytes[2] = data[at + 10]!;
  floatBytes[3] = data[at + 11]!;
  floatBytes[4] = data[at + 12]!;
  floatBytes[5] = data[at + 13]!;
  floatBytes[6] = data[at + 14]!;
  floatBytes[7] = data[at + 15]!;
  const coins = floatView.getFloat64(0, true);
  if (!(coins >= 0 && coins <= 9007199254740991)) return /* outOfRange */ -2;
  message.coins = coins;
  at += 16;
  return at;
}

/** What the journal says of a quest of the character. */
export class StoredQuest {
  /** u16. */
  quest = 0;
  /**
   * 0 for one that is not in its log.
   * u8.
   */
  stage = 0;
  /** Exactly 4: u16. */
  readonly done = new Uint16Array(4);
  /** u32. */
  completed = 0;
  /** F64, 0 .. 9007199254740991. */
  untilSeconds = 0;
}

/** Bytes of every one. */
export const storedQuestSizeMax = 23;

export function encodeStoredQuest(message: StoredQuest, out: Uint8Array, at: number): number {
  const quest = message.quest;
  if ((quest & 0xffff) !== quest) return /* outOfRange */ -2;
  const stage = message.stage;
  if ((stage & 0xff) !== stage) return /* outOfRange */ -2;
  if (at + 3 > out.length) return /* noRoom */ -1;
  out[at] = quest;
  out[at + 1] = quest >>> 8;
  out[at + 2] = stage;
  at += 3;
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
  const untilSeconds = message.untilSeconds;
  if (!(untilSeconds >= 0 && untilSeconds <= 9007199254740991)) return /* outOfRange */ -2;
  if (at + 12 > out.length) return /* noRoom */ -1;
  out[at] = completed;
  out[at + 1] = completed >>> 8;
  out[at + 2] = completed >>> 16;
  out[at + 3] = completed >>> 24;
  floatView.setFloat64(0, untilSeconds, true);
  out[at + 4] = floatBytes[0]!;
  out[at + 5] = floatBytes[1]!;
  out[at + 6] = floatBytes[2]!;
  out[at + 7] = floatBytes[3]!;
  out[at + 8] = floatBytes[4]!;
  out[at + 9] = floatBytes[5]!;
  out[at + 10] = floatBytes[6]!;
  out[at + 11] = floatBytes[7]!;
  at += 12;
  return at;
}

export function decodeStoredQuest(message: StoredQuest, data: Uint8Array, at: number, end: number): number {
  if (at + 3 > end) return /* truncated */ -4;
  message.quest = data[at]! | (data[at + 1]! << 8);
  message.stage = data[at + 2]!;
  at += 3;
  if (4 * 2 > end - at) return /* truncated */ -4;
  const done = message.done;
  for (let i = 0; i < 4; i++) {
    done[i] = data[at]! | (data[at + 1]! << 8);
    at += 2;
  }
  if (at + 12 > end) return /* truncated */ -4;
  message.completed =
    (data[at]! | (data[at + 1]! << 8) | (data[at + 2]! << 16) | (data[at + 3]! << 24)) >>> 0;
  floatBytes[0] = data[at + 4]!;
  floatBytes[1] = data[at + 5]!;
  floatBytes[2] = data[at + 6]!;
  floatBytes[3] = data[at + 7]!;
  floatBytes[4] = data[at + 8]!;
  floatBytes[5] = data[at + 9]!;
  floatBytes[6] = data[at + 10]!;
  floatBytes[7] = data[at + 11]!;
  const untilSeconds = floatView.getFloat64(0, true);
  if (!(untilSeconds >= 0 && untilSeconds <= 9007199254740991)) return /* outOfRange */ -2;
  message.untilSeconds = untilSeconds;
  at += 12;
  return at;
}

export class StoredCooldown {
  /** u8. */
  slot = 0;
  /** u32. */
  ticks = 0;
}

/** Bytes of every one. */
export const storedCooldownSizeMax = 5;

export function encodeStoredCooldown(message: StoredCooldown, out: Uint8Array, at: number): number {
  const slot = message.slot;
  if ((slot & 0xff) !== slot) return /* outOfRange */ -2;
  const ticks = message.ticks;
  if (ticks >>> 0 !== ticks) return /* outOfRange */ -2;
  if (at + 5 > out.length) return /* noRoom */ -1;
  out[at] = slot;
  out[at + 1] = ticks;
  out[at + 2] = ticks >>> 8;
  out[at + 3] = ticks >>> 16;
  out[at + 4] = ticks >>> 24;
  at += 5;
  return at;
}

export function decodeStoredCooldown(
  message: StoredCooldown,
  data: Uint8Array,
  at: number,
  end: number,
): number {
  if (at + 5 > end) return /* truncated */ -4;
  message.slot = data[at]!;
  message.ticks =
    (data[at + 1]! | (data[at + 2]! << 8) | (data[at + 3]! << 16) | (data[at + 4]! << 24)) >>> 0;
  at += 5;
  return at;
}

/** A number of a character that has a limit, as the fact Forfeited names it. */
export const CharacterLimit = {
  coins: 1,
  experience: 2,
  kills: 3,
  deaths: 4,
} as const;

export type CharacterLimit = (typeof CharacterLimit)[keyof typeof CharacterLimit];

export const characterRecordId = 0xa8;
/** Bytes of the longest; the shortest takes 84, with the id. */
export const characterRecordSizeMax = 8636;

/**
 * A character as it is stored, and as it goes between threads. A number with `from` lives in that column while its player is
 * in the world.
 */
export class CharacterRecord {
  /**
   * 0 for a character that is not stored yet.
   * u32.
   */
  characterId = 0;
  /** 16 bytes. */
  readonly accountId = new Uint8Array(16);
  /** Up to 24 bytes of UTF-8. */
  name = '';
  /** Up to 32 bytes of UTF-8. */
  mapKey = '';
  /** F64, 0 .. 1024, in m. */
  x = 0;
  /** F64, 0 .. 1024, in m. */
  y = 0;
  /**
   * 0 for a character that was never in the world, which no store keeps.
   * u8.
   */
  level = 0;
  /**
   * All that was ever gained and kept. The journal's.
   * u32.
   */
  experience = 0;
  /**
   * Whole points; 0 for one who died and has not risen yet.
   * u16.
   */
  health = 0;
  /** u16. */
  mana = 0;
  /**
   * The journal's.
   * u32.
   */
  coins = 0;
  /** u32. */
  kills = 0;
  /** u32. */
  deaths = 0;
  /** u32, in s. */
  playedSeconds = 0;
  /**
   * Since death.
   * u32, in ticks.
   */
  deadTicks = 0;
  /**
   * Until these are over.
   * u32, in ticks.
   */
  inCombatTicks = 0;
  /** u32, in ticks. */
  globalCooldownTicks = 0;
  cooldownsCount = 0;
  /** Up to 8. */
  readonly cooldowns: readonly StoredCooldown[] = Array.from({ length: 8 }, () => new StoredCooldown());
  salesCount = 0;
  /**
   * The first sold first.
   * Up to 8.
   */
  readonly sales: readonly StoredPrice[] = Array.from({ length: 8 }, () => new StoredPrice());
  inventoryCount = 0;
  /** Up to 32. */
  readonly inventory: readonly StoredSlot[] = Array.from({ length: 32 }, () => new StoredSlot());
  stacksCount = 0;
  /**
   * Only on the way into the world.
   * Up to 96.
   */
  readonly stacks: readonly StoredStack[] = Array.from({ length: 96 }, () => new StoredStack());
  commandsCount = 0;
  /**
   * The newest of its requests that were done; only on the way into the world.
   * Up to 64: u32.
   */
  readonly commands = new Uint32Array(64);
  professionsCount = 0;
  /**
   * The same.
   * Up to 8.
   */
  readonly professions: readonly StoredProfession[] = Array.from({ length: 8 }, () => new StoredProfession());
  questsCount = 0;
  /**
   * All that it took on or completed ever; only on the way into the world.
   * Up to 272.
   */
  readonly quests: readonly StoredQuest[] = Array.from({ length: 272 }, () => new StoredQuest());
}

export function encodeCharacterRecord(message: CharacterRecord, out: Uint8Array, at: number): number {
  const characterId = message.characterId;
  if (characterId >>> 0 !== characterId) return /* outOfRange */ -2;
  const accountId = message.accountId;
  if (at + 21 > out.length) return /* noRoom */ -1;
  out[at] = 0xa8;
  out[at + 1] = characterId;
  out[at + 2] = characterId >>> 8;
  out[at + 3] = characterId >>> 16;
  out[at + 4] = characterId >>> 24;
  for (let i = 0; i < 16; i++) out[at + 5 + i] = accountId[i]!;
  at += 21;
  at = writeText(message.name, out, at, 24);
  if (at < 0) return at;
  at = writeText(message.mapKey, out, at, 32);
  if (at < 0) return at;
  const x = message.x;
  if (!(x >= 0 && x <= 1024)) return /* outOfRange */ -2;
  const y = message.y;
  if (!(y >= 0 && y <= 1024)) return /* outOfRange */ -2;
  const level = message.level;
  if ((level & 0xff) !== level) return /* outOfRange */ -2;
  const experience = message.experience;
  if (experience >>> 0 !== experience) return /* outOfRange */ -2;
  const health = message.health;
  if ((health & 0xffff) !== health) return /* outOfRange */ -2;
  const mana = message.mana;
  if ((mana & 0xffff) !== mana) return /* outOfRange */ -2;
  const coins = message.coins;
  if (coins >>> 0 !== coins) return /* outOfRange */ -2;
  const kills = message.kills;
  if (kills >>> 0 !== kills) return /* outOfRange */ -2;
  const deaths = message.deaths;
  if (deaths >>> 0 !== deaths) return /* outOfRange */ -2;
  const playedSeconds = message.playedSeconds;
  if (playedSeconds >>> 0 !== playedSeconds) return /* outOfRange */ -2;
  const deadTicks = message.deadTicks;
  if (deadTicks >>> 0 !== deadTicks) return /* outOfRange */ -2;
  const inCombatTicks = message.inCombatTicks;
  if (inCombatTicks >>> 0 !== inCombatTicks) return /* outOfRange */ -2;
  const globalCooldownTicks = message.globalCooldownTicks;
  if (globalCooldownTicks >>> 0 !== globalCooldownTicks) return /* outOfRange */ -2;
  const cooldownsCount = message.cooldownsCount;
  if ((cooldownsCount & 0xff) !== cooldownsCount || cooldownsCount > 8) return /* tooLong */ -3;
  if (at + 54 > out.length) return /* noRoom */ -1;
  floatView.setFloat64(0, x, true);
  out[at] = floatBytes[0]!;
  out[at + 1] = floatBytes[1]!;
  out[at + 2] = floatBytes[2]!;
  out[at + 3] = floatBytes[3]!;
  out[at + 4] = floatBytes[4]!;
  out[at + 5] = floatBytes[5]!;
  out[at + 6] = floatBytes[6]!;
  out[at + 7] = floatBytes[7]!;
  floatView.setFloat64(0, y, true);
  out[at + 8] = floatBytes[0]!;
  out[at + 9] = floatBytes[1]!;
  out[at + 10] = floatBytes[2]!;
  out[at + 11] = floatBytes[3]!;
  out[at + 12] = floatBytes[4]!;
  out[at + 13] = floatBytes[5]!;
  out[at + 14] = floatBytes[6]!;
  out[at + 15] = floatBytes[7]!;
  out[at + 16] = level;
  out[at + 17] = experience;
  out[at + 18] = experience >>> 8;
  out[at + 19] = experience >>> 16;
  out[at + 20] = experience >>> 24;
  out[at + 21] = health;
  out[at + 22] = health >>> 8;
  out[at + 23] = mana;
  out[at + 24] = mana >>> 8;
  out[at + 25] = coins;
  out[at + 26] = coins >>> 8;
  out[at + 27] = coins >>> 16;
  out[at + 28] = coins >>> 24;
  out[at + 29] = kills;
  out[at + 30] = kills >>> 8;
  out[at + 31] = kills >>> 16;
  out[at + 32] = kills >>> 24;
  out[at + 33] = deaths;
  out[at + 34] = deaths >>> 8;
  out[at + 35] = deaths >>> 16;
  out[at + 36] = deaths >>> 24;
  out[at + 37] = playedSeconds;
  out[at + 38] = playedSeconds >>> 8;
  out[at + 39] = playedSeconds >>> 16;
  out[at + 40] = playedSeconds >>> 24;
  out[at + 41] = deadTicks;
  out[at + 42] = deadTicks >>> 8;
  out[at + 43] = deadTicks >>> 16;
  out[at + 44] = deadTicks >>> 24;
  out[at + 45] = inCombatTicks;
  out[at + 46] = inCombatTicks >>> 8;
  out[at + 47] = inCombatTicks >>> 16;
  out[at + 48] = inCombatTicks >>> 24;
  out[at + 49] = globalCooldownTicks;
  out[at + 50] = globalCooldownTicks >>> 8;
  out[at + 51] = globalCooldownTicks >>> 16;
  out[at + 52] = globalCooldownTicks >>> 24;
  out[at + 53] = cooldownsCount;
  at += 54;
  if (at + cooldownsCount * 5 > out.length) return /* noRoom */ -1;
  const cooldowns = message.cooldowns;
  for (let i = 0; i < cooldownsCount; i++) {
    const cooldown = cooldowns[i]!;
    const slot = cooldown.slot;
    if ((slot & 0xff) !== slot) return /* outOfRange */ -2;
    const ticks = cooldown.ticks;
    if (ticks >>> 0 !== ticks) return /* outOfRange */ -2;
    out[at] = slot;
    out[at + 1] = ticks;
    out[at + 2] = ticks >>> 8;
    out[at + 3] = ticks >>> 16;
    out[at + 4] = ticks >>> 24;
    at += 5;
  }
  const salesCount = message.salesCount;
  if ((salesCount & 0xff) !== salesCount || salesCount > 8) return /* tooLong */ -3;
  if (at >= out.length) return /* noRoom */ -1;
  out[at] = salesCount;
  at += 1;
  if (at + salesCount * 16 > out.length) return /* noRoom */ -1;
  const sales = message.sales;
  for (let i = 0; i < salesCount; i++) {
    const sale = sales[i]!;
    const instance = sale.instance;
    if (!(instance >= 0 && instance <= 9007199254740991)) return /* outOfRange */ -2;
    const saleCoins = sale.coins;
    if (!(saleCoins >= 0 && saleCoins <= 9007199254740991)) return /* outOfRange */ -2;
    floatView.setFloat64(0, instance, true);
    out[at] = floatBytes[0]!;
    out[at + 1] = floatBytes[1]!;
    out[at + 2] = floatBytes[2]!;
    out[at + 3] = floatBytes[3]!;
    out[at + 4] = floatBytes[4]!;
    out[at + 5] = floatBytes[5]!;
    out[at + 6] = floatBytes[6]!;
    out[at + 7] = floatBytes[7]!;
    floatView.setFloat64(0, saleCoins, true);
    out[at + 8] = floatBytes[0]!;
    out[at + 9] = floatBytes[1]!;
    out[at + 10] = floatBytes[2]!;
    out[at + 11] = floatBytes[3]!;
    out[at + 12] = floatBytes[4]!;
    out[at + 13] = floatBytes[5]!;
    out[at + 14] = floatBytes[6]!;
    out[at + 15] = floatBytes[7]!;
    at += 16;
  }
  const inventoryCount = message.inventoryCount;
  if ((inventoryCount & 0xff) !== inventoryCount || inventoryCount > 32) return /* tooLong */ -3;
  if (at >= out.length) return /* noRoom */ -1;
  out[at] = inventoryCount;
  at += 1;
  if (at + inventoryCount * 5 > out.length) return /* noRoom */ -1;
  const inventory = message.inventory;
  for (let i = 0; i < inventoryCount; i++) {
    const inventoryItem = inventory[i]!;
    const inventoryItemSlot = inventoryItem.slot;
    if ((inventoryItemSlot & 0xff) !== inventoryItemSlot) return /* outOfRange */ -2;
    const item = inventoryItem.item;
    if ((item & 0xffff) !== item) return /* outOfRange */ -2;
    const count = inventoryItem.count;
    if ((count & 0xffff) !== count) return /* outOfRange */ -2;
    out[at] = inventoryItemSlot;
    out[at + 1] = item;
    out[at + 2] = item >>> 8;
    out[at + 3] = count;
    out[at + 4] = count >>> 8;
    at += 5;
  }
  const stacksCount = message.stacksCount;
  if ((stacksCount & 0xff) !== stacksCount || stacksCount > 96) return /* tooLong */ -3;
  if (at >= out.length) return /* noRoom */ -1;
  out[at] = stacksCount;
  at += 1;
  if (at + stacksCount * 17 > out.length) return /* noRoom */ -1;
  const stacks = message.stacks;
  for (let i = 0; i < stacksCount; i++) {
    const stack = stacks[i]!;
    const holder = stack.holder;
    if ((holder & 0xff) !== holder || holder > 7) return /* outOfRange */ -2;
    const stackSlot = stack.slot;
    if ((stackSlot & 0xff) !== stackSlot) return /* outOfRange */ -2;
    const stackItem = stack.item;
    if ((stackItem & 0xffff) !== stackItem) return /* outOfRange */ -2;
    const stackCount = stack.count;
    if ((stackCount & 0xffff) !== stackCount) return /* outOfRange */ -2;
    const stackInstance = stack.instance;
    if (!(stackInstance >= 0 && stackInstance <= 9007199254740991)) return /* outOfRange */ -2;
    const wear = stack.wear;
    if ((wear & 0xffff) !== wear) return /* outOfRange */ -2;
    const bound = stack.bound;
    if ((bound & 0xff) !== bound) return /* outOfRange */ -2;
    out[at] = holder;
    out[at + 1] = stackSlot;
    out[at + 2] = stackItem;
    out[at + 3] = stackItem >>> 8;
    out[at + 4] = stackCount;
    out[at + 5] = stackCount >>> 8;
    floatView.setFloat64(0, stackInstance, true);
    out[at + 6] = floatBytes[0]!;
    out[at + 7] = floatBytes[1]!;
    out[at + 8] = floatBytes[2]!;
    out[at + 9] = floatBytes[3]!;
    out[at + 10] = floatBytes[4]!;
    out[at + 11] = floatBytes[5]!;
    out[at + 12] = floatBytes[6]!;
    out[at + 13] = floatBytes[7]!;
    out[at + 14] = wear;
    out[at + 15] = wear >>> 8;
    out[at + 16] = bound;
    at += 17;
  }
  const commandsCount = message.commandsCount;
  if ((commandsCount & 0xff) !== commandsCount || commandsCount > 64) return /* tooLong */ -3;
  if (at >= out.length) return /* noRoom */ -1;
  out[at] = commandsCount;
  at += 1;
  if (at + commandsCount * 4 > out.length) return /* noRoom */ -1;
  const commands = message.commands;
  for (let i = 0; i < commandsCount; i++) {
    const commandsValue = commands[i]!;
    out[at] = commandsValue;
    out[at + 1] = commandsValue >>> 8;
    out[at + 2] = commandsValue >>> 16;
    out[at + 3] = commandsValue >>> 24;
    at += 4;
  }
  const professionsCount = message.professionsCount;
  if ((professionsCount & 0xff) !== professionsCount || professionsCount > 8) return /* tooLong */ -3;
  if (at >= out.length) return /* noRoom */ -1;
  out[at] = professionsCount;
  at += 1;
  if (at + professionsCount * 3 > out.length) return /* noRoom */ -1;
  const professions = message.professions;
  for (let i = 0; i < professionsCount; i++) {
    const profession = professions[i]!;
    const professionProfession = profession.profession;
    if ((professionProfession & 0xff) !== professionProfession) return /* outOfRange */ -2;
    const skill = profession.skill;
    if ((skill & 0xffff) !== skill) return /* outOfRange */ -2;
    out[at] = professionProfession;
    out[at + 1] = skill;
    out[at + 2] = skill >>> 8;
    at += 3;
  }
  const questsCount = message.questsCount;
  if ((questsCount & 0xffff) !== questsCount || questsCount > 272) return /* tooLong */ -3;
  if (at + 2 > out.length) return /* noRoom */ -1;
  out[at] = questsCount;
  out[at + 1] = questsCount >>> 8;
  at += 2;
  if (at + questsCount * 23 > out.length) return /* noRoom */ -1;
  const quests = message.quests;
  for (let i = 0; i < questsCount; i++) {
    const quest = quests[i]!;
    const questQuest = quest.quest;
    if ((questQuest & 0xffff) !== questQuest) return /* outOfRange */ -2;
    const stage = quest.stage;
    if ((stage & 0xff) !== stage) return /* outOfRange */ -2;
    out[at] = questQuest;
    out[at + 1] = questQuest >>> 8;
    out[at + 2] = stage;
    at += 3;
    const done = quest.done;
    for (let j = 0; j < 4; j++) {
      const doneValue = done[j]!;
      out[at] = doneValue;
      out[at + 1] = doneValue >>> 8;
      at += 2;
    }
    const completed = quest.completed;
    if (completed >>> 0 !== completed) return /* outOfRange */ -2;
    const untilSeconds = quest.untilSeconds;
    if (!(untilSeconds >= 0 && untilSeconds <= 9007199254740991)) return /* outOfRange */ -2;
    out[at] = completed;
    out[at + 1] = completed >>> 8;
    out[at + 2] = completed >>> 16;
    out[at + 3] = completed >>> 24;
    floatView.setFloat64(0, untilSeconds, true);
    out[at + 4] = floatBytes[0]!;
    out[at + 5] = floatBytes[1]!;
    out[at + 6] = floatBytes[2]!;
    out[at + 7] = floatBytes[3]!;
    out[at + 8] = floatBytes[4]!;
    out[at + 9] = floatBytes[5]!;
    out[at + 10] = floatBytes[6]!;
    out[at + 11] = floatBytes[7]!;
    at += 12;
  }
  return at;
}

export function decodeCharacterRecord(
  message: CharacterRecord,
  data: Uint8Array,
  at: number,
  end: number,
): number {
  if (end > data.length) return /* truncated */ -4;
  if (end - at > characterRecordSizeMax) return /* tooLong */ -3;
  const accountId = message.accountId;
  if (at + 22 > end) return /* truncated */ -4;
  if (data[at] !== characterRecordId) return /* wrongId */ -6;
  message.characterId =
    (data[at + 1]! | (data[at + 2]! << 8) | (data[at + 3]! << 16) | (data[at + 4]! << 24)) >>> 0;
  for (let i = 0; i < 16; i++) accountId[i] = data[at + 5 + i]!;
  const nameLength = data[at + 21]!;
  if (nameLength > 24) return /* tooLong */ -3;
  at += 22;
  if (nameLength > end - at) return /* truncated */ -4;
  const name = readText(data, at, at + nameLength);
  if (name === undefined) return /* badText */ -7;
  message.name = name;
  at += nameLength;
  if (at >= end) return /* truncated */ -4;
  const mapKeyLength = data[at]!;
  if (mapKeyLength > 32) return /* tooLong */ -3;
  at += 1;
  if (mapKeyLength > end - at) return /* truncated */ -4;
  const mapKey = readText(data, at, at + mapKeyLength);
  if (mapKey === undefined) return /* badText */ -7;
  message.mapKey = mapKey;
  at += mapKeyLength;
  if (at + 54 > end) return /* truncated */ -4;
  floatBytes[0] = data[at]!;
  floatBytes[1] = data[at + 1]!;
  floatBytes[2] = data[at + 2]!;
  floatBytes[3] = data[at + 3]!;
  floatBytes[4] = data[at + 4]!;
  floatBytes[5] = data[at + 5]!;
  floatBytes[6] = data[at + 6]!;
  floatBytes[7] = data[at + 7]!;
  const x = floatView.getFloat64(0, true);
  if (!(x >= 0 && x <= 1024)) return /* outOfRange */ -2;
  message.x = x;
  floatBytes[0] = data[at + 8]!;
  floatBytes[1] = data[at + 9]!;
  floatBytes[2] = data[at + 10]!;
  floatBytes[3] = data[at + 11]!;
  floatBytes[4] = data[at + 12]!;
  floatBytes[5] = data[at + 13]!;
  floatBytes[6] = data[at + 14]!;
  floatBytes[7] = data[at + 15]!;
  const y = floatView.getFloat64(0, true);
  if (!(y >= 0 && y <= 1024)) return /* outOfRange */ -2;
  message.y = y;
  message.level = data[at + 16]!;
  message.experience =
    (data[at + 17]! | (data[at + 18]! << 8) | (data[at + 19]! << 16) | (data[at + 20]! << 24)) >>> 0;
  message.health = data[at + 21]! | (data[at + 22]! << 8);
  message.mana = data[at + 23]! | (data[at + 24]! << 8);
  message.coins =
    (data[at + 25]! | (data[at + 26]! << 8) | (data[at + 27]! << 16) | (data[at + 28]! << 24)) >>> 0;
  message.kills =
    (data[at + 29]! | (data[at + 30]! << 8) | (data[at + 31]! << 16) | (data[at + 32]! << 24)) >>> 0;
  message.deaths =
    (data[at + 33]! | (data[at + 34]! << 8) | (data[at + 35]! << 16) | (data[at + 36]! << 24)) >>> 0;
  message.playedSeconds =
    (data[at + 37]! | (data[at + 38]! << 8) | (data[at + 39]! << 16) | (data[at + 40]! << 24)) >>> 0;
  message.deadTicks =
    (data[at + 41]! | (data[at + 42]! << 8) | (data[at + 43]! << 16) | (data[at + 44]! << 24)) >>> 0;
  message.inCombatTicks =
    (data[at + 45]! | (data[at + 46]! << 8) | (data[at + 47]! << 16) | (data[at + 48]! << 24)) >>> 0;
  message.globalCooldownTicks =
    (data[at + 49]! | (data[at + 50]! << 8) | (data[at + 51]! << 16) | (data[at + 52]! << 24)) >>> 0;
  const cooldownsCount = data[at + 53]!;
  if (cooldownsCount > 8) return /* tooLong */ -3;
  message.cooldownsCount = cooldownsCount;
  at += 54;
  if (cooldownsCount * 5 > end - at) return /* truncated */ -4;
  const cooldowns = message.cooldowns;
  for (let i = 0; i < cooldownsCount; i++) {
    const cooldown = cooldowns[i]!;
    cooldown.slot = data[at]!;
    cooldown.ticks =
      (data[at + 1]! | (data[at + 2]! << 8) | (data[at + 3]! << 16) | (data[at + 4]! << 24)) >>> 0;
    at += 5;
  }
  if (at >= end) return /* truncated */ -4;
  const salesCount = data[at]!;
  if (salesCount > 8) return /* tooLong */ -3;
  message.salesCount = salesCount;
  at += 1;
  if (salesCount * 16 > end - at) return /* truncated */ -4;
  const sales = message.sales;
  for (let i = 0; i < salesCount; i++) {
    const sale = sales[i]!;
    floatBytes[0] = data[at]!;
    floatBytes[1] = data[at + 1]!;
    floatBytes[2] = data[at + 2]!;
    floatBytes[3] = data[at + 3]!;
    floatBytes[4] = data[at + 4]!;
    floatBytes[5] = data[at + 5]!;
    floatBytes[6] = data[at + 6]!;
    floatBytes[7] = data[at + 7]!;
    const instance = floatView.getFloat64(0, true);
    if (!(instance >= 0 && instance <= 9007199254740991)) return /* outOfRange */ -2;
    sale.instance = instance;
    floatBytes[0] = data[at + 8]!;
    floatBytes[1] = data[at + 9]!;
    floatBytes[2] = data[at + 10]!;
    floatBytes[3] = data[at + 11]!;
    floatBytes[4] = data[at + 12]!;
    floatBytes[5] = data[at + 13]!;
    floatBytes[6] = data[at + 14]!;
    floatBytes[7] = data[at + 15]!;
    const saleCoins = floatView.getFloat64(0, true);
    if (!(saleCoins >= 0 && saleCoins <= 9007199254740991)) return /* outOfRange */ -2;
    sale.coins = saleCoins;
    at += 16;
  }
  if (at >= end) return /* truncated */ -4;
  const inventoryCount = data[at]!;
  if (inventoryCount > 32) return /* tooLong */ -3;
  message.inventoryCount = inventoryCount;
  at += 1;
  if (inventoryCount * 5 > end - at) return /* truncated */ -4;
  const inventory = message.inventory;
  for (let i = 0; i < inventoryCount; i++) {
    const inventoryItem = inventory[i]!;
    inventoryItem.slot = data[at]!;
    inventoryItem.item = data[at + 1]! | (data[at + 2]! << 8);
    inventoryItem.count = data[at + 3]! | (data[at + 4]! << 8);
    at += 5;
  }
  if (at >= end) return /* truncated */ -4;
  const stacksCount = data[at]!;
  if (stacksCount > 96) return /* tooLong */ -3;
  message.stacksCount = stacksCount;
  at += 1;
  if (stacksCount * 17 > end - at) return /* truncated */ -4;
  const stacks = message.stacks;
  for (let i = 0; i < stacksCount; i++) {
    const stack = stacks[i]!;
    const holder = data[at]!;
    if (holder > 7) return /* outOfRange */ -2;
    stack.holder = holder as HolderKind;
    stack.slot = data[at + 1]!;
    stack.item = data[at + 2]! | (data[at + 3]! << 8);
    stack.count = data[at + 4]! | (data[at + 5]! << 8);
    floatBytes[0] = data[at + 6]!;
    floatBytes[1] = data[at + 7]!;
    floatBytes[2] = data[at + 8]!;
    floatBytes[3] = data[at + 9]!;
    floatBytes[4] = data[at + 10]!;
    floatBytes[5] = data[at + 11]!;
    floatBytes[6] = data[at + 12]!;
    floatBytes[7] = data[at + 13]!;
    const stackInstance = floatView.getFloat64(0, true);
    if (!(stackInstance >= 0 && stackInstance <= 9007199254740991)) return /* outOfRange */ -2;
    stack.instance = stackInstance;
    stack.wear = data[at + 14]! | (data[at + 15]! << 8);
    stack.bound = data[at + 16]!;
    at += 17;
  }
  if (at >= end) return /* truncated */ -4;
  const commandsCount = data[at]!;
  if (commandsCount > 64) return /* tooLong */ -3;
  message.commandsCount = commandsCount;
  at += 1;
  if (commandsCount * 4 > end - at) return /* truncated */ -4;
  const commands = message.commands;
  for (let i = 0; i < commandsCount; i++) {
    commands[i] = (data[at]! | (data[at + 1]! << 8) | (data[at + 2]! << 16) | (data[at + 3]! << 24)) >>> 0;
    at += 4;
  }
  if (at >= end) return /* truncated */ -4;
  const professionsCount = data[at]!;
  if (professionsCount > 8) return /* tooLong */ -3;
  message.professionsCount = professionsCount;
  at += 1;
  if (professionsCount * 3 > end - at) return /* truncated */ -4;
  const professions = message.professions;
  for (let i = 0; i < professionsCount; i++) {
    const profession = professions[i]!;
    profession.profession = data[at]!;
    profession.skill = data[at + 1]! | (data[at + 2]! << 8);
    at += 3;
  }
  if (at + 2 > end) return /* truncated */ -4;
  const questsCount = data[at]! | (data[at + 1]! << 8);
  if (questsCount > 272) return /* tooLong */ -3;
  message.questsCount = questsCount;
  at += 2;
  if (questsCount * 23 > end - at) return /* truncated */ -4;
  const quests = message.quests;
  for (let i = 0; i < questsCount; i++) {
    const quest = quests[i]!;
    quest.quest = data[at]! | (data[at + 1]! << 8);
    quest.stage = data[at + 2]!;
    at += 3;
    const done = quest.done;
    for (let j = 0; j < 4; j++) {
      done[j] = data[at]! | (data[at + 1]! << 8);
      at += 2;
    }
    quest.completed =
      (data[at]! | (data[at + 1]! << 8) | (data[at + 2]! << 16) | (data[at + 3]! << 24)) >>> 0;
    floatBytes[0] = data[at + 4]!;
    floatBytes[1] = data[at + 5]!;
    floatBytes[2] = data[at + 6]!;
    floatBytes[3] = data[at + 7]!;
    floatBytes[4] = data[at + 8]!;
    floatBytes[5] = data[at + 9]!;
    floatBytes[6] = data[at + 10]!;
    floatBytes[7] = data[at + 11]!;
    const untilSeconds = floatView.getFloat64(0, true);
    if (!(untilSeconds >= 0 && untilSeconds <= 9007199254740991)) return /* outOfRange */ -2;
    quest.untilSeconds = untilSeconds;
    at += 12;
  }
  return at === end ? at : /* trailing */ -5;
}
