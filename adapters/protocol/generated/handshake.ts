// Generated from protocol-schema/handshake.tos by `npm run codegen`; changes here are lost.
// Datagrams outside an established session. Each starts with its id as one byte and is never encrypted
// by itself; SESSION.md says when each may be sent. All integers are little-endian.
// encode… and decode… return the offset behind the message, or below 0 a CodecFault; the content is then unspecified.
// `end` of a struct's or record's decoder lies within the data; packets check it.
/* eslint-disable max-lines -- generated: one module a schema file */

import { readText, writeText } from '../codec/utf8.js';

/** Version of the session layer; a server answers another version with Deny. */
export const sessionVersion = 2;

/**
 * Hello, TokenRequest and Connect are padded with zeros to this many bytes, so that no answer is larger than its question.
 */
export const requestSize = 1200;

/** Why a server refuses a connection before it exists. */
export const DenyReason = {
  /** Another SessionVersion; detail is the server's, in decimal. */
  badVersion: 1,
  /** The schema's hash differs; detail names the server's. */
  badProtocol: 2,
  /** The cookie is too old, or was given to another address or key. Ask for another with Hello. */
  badCookie: 3,
  /**
   * The token is malformed, not signed by anybody this server trusts, or for another server or client key.
   */
  badToken: 4,
  /** The token's time is over, by the server's clock. */
  tokenExpired: 5,
  /** A session or a place in the queue was made of this token before. */
  tokenUsed: 6,
  /** No place, and none in the queue either. Later, perhaps. */
  serverFull: 7,
  /** Only who has a connect token gets in here. */
  guestsRefused: 8,
  /** The server stops, or is being emptied: it lets nobody in, or only who takes up a session again. */
  shuttingDown: 9,
  /** The Noise message is not authentic, or the name is none that a guest may have. */
  badHandshake: 10,
  /** Reserved. */
  banned: 11,
} as const;

export type DenyReason = (typeof DenyReason)[keyof typeof DenyReason];

export const helloId = 0x01;
/** Bytes of every one, with the id and the padding. */
export const helloSizeMax = 1200;

/**
 * Opens a handshake.
 * From the client, in the handshake.
 */
export class Hello {
  /**
   * SessionVersion.
   * u8.
   */
  sessionVersion = 0;
  /**
   * First 8 bytes of the SHA-256 of the schema, as in STANDARD.md.
   * 8 bytes.
   */
  readonly protocolHash = new Uint8Array(8);
  /**
   * The client's X25519 public key: the ephemeral key of its Noise handshake, to which its token is bound.
   * 32 bytes.
   */
  readonly clientKey = new Uint8Array(32);
}

export function encodeHello(message: Hello, out: Uint8Array, at: number): number {
  const end = at + helloSizeMax;
  if (end > out.length) return /* noRoom */ -1;
  const sessionVersion = message.sessionVersion;
  if ((sessionVersion & 0xff) !== sessionVersion) return /* outOfRange */ -2;
  const protocolHash = message.protocolHash;
  const clientKey = message.clientKey;
  if (at + 42 > out.length) return /* noRoom */ -1;
  out[at] = 0x01;
  out[at + 1] = sessionVersion;
  for (let i = 0; i < 8; i++) out[at + 2 + i] = protocolHash[i]!;
  for (let i = 0; i < 32; i++) out[at + 10 + i] = clientKey[i]!;
  at += 42;
  out.fill(0, at, end);
  return end;
}

export function decodeHello(message: Hello, data: Uint8Array, at: number, end: number): number {
  if (end > data.length || end - at < helloSizeMax) return /* truncated */ -4;
  if (end - at > helloSizeMax) return /* trailing */ -5;
  const protocolHash = message.protocolHash;
  const clientKey = message.clientKey;
  if (data[at] !== helloId) return /* wrongId */ -6;
  message.sessionVersion = data[at + 1]!;
  for (let i = 0; i < 8; i++) protocolHash[i] = data[at + 2 + i]!;
  for (let i = 0; i < 32; i++) clientKey[i] = data[at + 10 + i]!;
  at += 42;
  for (; at < end; at++) if (data[at] !== 0) return /* notCanonical */ -8;
  return at;
}

export const challengeId = 0x02;
/** Bytes of every one, with the id. */
export const challengeSizeMax = 65;

/**
 * Answers Hello without keeping any state.
 * From the server, in the handshake.
 */
export class Challenge {
  /**
   * To be sent back unchanged within its life of 10 seconds, from the same address, with the same client key.
   * 32 bytes.
   */
  readonly cookie = new Uint8Array(32);
  /**
   * The server's static X25519 public key. A client that knows the key already refuses another.
   * 32 bytes.
   */
  readonly serverKey = new Uint8Array(32);
}

export function encodeChallenge(message: Challenge, out: Uint8Array, at: number): number {
  const cookie = message.cookie;
  const serverKey = message.serverKey;
  if (at + 65 > out.length) return /* noRoom */ -1;
  out[at] = 0x02;
  for (let i = 0; i < 32; i++) out[at + 1 + i] = cookie[i]!;
  for (let i = 0; i < 32; i++) out[at + 33 + i] = serverKey[i]!;
  at += 65;
  return at;
}

export function decodeChallenge(message: Challenge, data: Uint8Array, at: number, end: number): number {
  if (end > data.length || end - at < challengeSizeMax) return /* truncated */ -4;
  if (end - at > challengeSizeMax) return /* trailing */ -5;
  const cookie = message.cookie;
  const serverKey = message.serverKey;
  if (data[at] !== challengeId) return /* wrongId */ -6;
  for (let i = 0; i < 32; i++) cookie[i] = data[at + 1 + i]!;
  for (let i = 0; i < 32; i++) serverKey[i] = data[at + 33 + i]!;
  at += 65;
  return at;
}

export const tokenRequestId = 0x03;
/** Bytes of every one, with the id and the padding. */
export const tokenRequestSizeMax = 1200;

/**
 * Asks a stand-alone server for a token as a guest.
 * From the client, in the handshake.
 */
export class TokenRequest {
  /**
   * As in Hello.
   * 32 bytes.
   */
  readonly clientKey = new Uint8Array(32);
  /**
   * From Challenge.
   * 32 bytes.
   */
  readonly cookie = new Uint8Array(32);
  /**
   * The wished character name: 3 to 24 ASCII letters, digits, '-' or '_', starting with a letter.
   * Up to 24 bytes of UTF-8.
   */
  name = '';
}

export function encodeTokenRequest(message: TokenRequest, out: Uint8Array, at: number): number {
  const end = at + tokenRequestSizeMax;
  if (end > out.length) return /* noRoom */ -1;
  const clientKey = message.clientKey;
  const cookie = message.cookie;
  if (at + 65 > out.length) return /* noRoom */ -1;
  out[at] = 0x03;
  for (let i = 0; i < 32; i++) out[at + 1 + i] = clientKey[i]!;
  for (let i = 0; i < 32; i++) out[at + 33 + i] = cookie[i]!;
  at += 65;
  at = writeText(message.name, out, at, 24);
  if (at < 0) return at;
  out.fill(0, at, end);
  return end;
}

export function decodeTokenRequest(message: TokenRequest, data: Uint8Array, at: number, end: number): number {
  if (end > data.length || end - at < tokenRequestSizeMax) return /* truncated */ -4;
  if (end - at > tokenRequestSizeMax) return /* trailing */ -5;
  const clientKey = message.clientKey;
  const cookie = message.cookie;
  if (data[at] !== tokenRequestId) return /* wrongId */ -6;
  for (let i = 0; i < 32; i++) clientKey[i] = data[at + 1 + i]!;
  for (let i = 0; i < 32; i++) cookie[i] = data[at + 33 + i]!;
  const nameLength = data[at + 65]!;
  if (nameLength > 24) return /* tooLong */ -3;
  at += 66;
  if (nameLength > end - at) return /* truncated */ -4;
  const name = readText(data, at, at + nameLength);
  if (name === undefined) return /* badText */ -7;
  message.name = name;
  at += nameLength;
  for (; at < end; at++) if (data[at] !== 0) return /* notCanonical */ -8;
  return at;
}

export const tokenGrantId = 0x04;
/** Bytes of the longest; the shortest takes 35, with the id. */
export const tokenGrantSizeMax = 547;

/**
 * Answers TokenRequest.
 * From the server, in the handshake.
 */
export class TokenGrant {
  /**
   * As in the request.
   * 32 bytes.
   */
  readonly clientKey = new Uint8Array(32);
  tokenLength = 0;
  /**
   * A connect token as SESSION.md lays it out, for this client key alone.
   * Up to 512 bytes.
   */
  readonly token = new Uint8Array(512);
}

export function encodeTokenGrant(message: TokenGrant, out: Uint8Array, at: number): number {
  const clientKey = message.clientKey;
  const tokenLength = message.tokenLength;
  if ((tokenLength & 0xffff) !== tokenLength || tokenLength > 512) return /* tooLong */ -3;
  if (at + 35 > out.length) return /* noRoom */ -1;
  out[at] = 0x04;
  for (let i = 0; i < 32; i++) out[at + 1 + i] = clientKey[i]!;
  out[at + 33] = tokenLength;
  out[at + 34] = tokenLength >>> 8;
  at += 35;
  if (at + tokenLength > out.length) return /* noRoom */ -1;
  const token = message.token;
  for (let i = 0; i < tokenLength; i++) out[at + i] = token[i]!;
  at += tokenLength;
  return at;
}

export function decodeTokenGrant(message: TokenGrant, data: Uint8Array, at: number, end: number): number {
  if (end > data.length) return /* truncated */ -4;
  if (end - at > tokenGrantSizeMax) return /* tooLong */ -3;
  const clientKey = message.clientKey;
  if (at + 35 > end) return /* truncated */ -4;
  if (data[at] !== tokenGrantId) return /* wrongId */ -6;
  for (let i = 0; i < 32; i++) clientKey[i] = data[at + 1 + i]!;
  const tokenLength = data[at + 33]! | (data[at + 34]! << 8);
  if (tokenLength > 512) return /* tooLong */ -3;
  message.tokenLength = tokenLength;
  at += 35;
  if (tokenLength > end - at) return /* truncated */ -4;
  const token = message.token;
  for (let i = 0; i < tokenLength; i++) token[i] = data[at + i]!;
  at += tokenLength;
  return at === end ? at : /* trailing */ -5;
}

export const connectId = 0x05;
/** Bytes of every one, with the id and the padding. */
export const connectSizeMax = 1200;

/**
 * Asks for a session with a token and the first message of the Noise handshake.
 * From the client, in the handshake.
 */
export class Connect {
  /**
   * As in Hello.
   * 32 bytes.
   */
  readonly clientKey = new Uint8Array(32);
  /**
   * From Challenge.
   * 32 bytes.
   */
  readonly cookie = new Uint8Array(32);
  noiseLength = 0;
  /**
   * First message of Noise_NK_25519_ChaChaPoly_BLAKE2s; its payload is the connect token,
   * and behind a guest's the 32 bytes of the guest's secret.
   * Up to 640 bytes.
   */
  readonly noise = new Uint8Array(640);
}

export function encodeConnect(message: Connect, out: Uint8Array, at: number): number {
  const end = at + connectSizeMax;
  if (end > out.length) return /* noRoom */ -1;
  const clientKey = message.clientKey;
  const cookie = message.cookie;
  const noiseLength = message.noiseLength;
  if ((noiseLength & 0xffff) !== noiseLength || noiseLength > 640) return /* tooLong */ -3;
  if (at + 67 > out.length) return /* noRoom */ -1;
  out[at] = 0x05;
  for (let i = 0; i < 32; i++) out[at + 1 + i] = clientKey[i]!;
  for (let i = 0; i < 32; i++) out[at + 33 + i] = cookie[i]!;
  out[at + 65] = noiseLength;
  out[at + 66] = noiseLength >>> 8;
  at += 67;
  if (at + noiseLength > out.length) return /* noRoom */ -1;
  const noise = message.noise;
  for (let i = 0; i < noiseLength; i++) out[at + i] = noise[i]!;
  at += noiseLength;
  out.fill(0, at, end);
  return end;
}

export function decodeConnect(message: Connect, data: Uint8Array, at: number, end: number): number {
  if (end > data.length || end - at < connectSizeMax) return /* truncated */ -4;
  if (end - at > connectSizeMax) return /* trailing */ -5;
  const clientKey = message.clientKey;
  const cookie = message.cookie;
  if (data[at] !== connectId) return /* wrongId */ -6;
  for (let i = 0; i < 32; i++) clientKey[i] = data[at + 1 + i]!;
  for (let i = 0; i < 32; i++) cookie[i] = data[at + 33 + i]!;
  const noiseLength = data[at + 65]! | (data[at + 66]! << 8);
  if (noiseLength > 640) return /* tooLong */ -3;
  message.noiseLength = noiseLength;
  at += 67;
  if (noiseLength > end - at) return /* truncated */ -4;
  const noise = message.noise;
  for (let i = 0; i < noiseLength; i++) noise[i] = data[at + i]!;
  at += noiseLength;
  for (; at < end; at++) if (data[at] !== 0) return /* notCanonical */ -8;
  return at;
}

export const acceptId = 0x06;
/** Bytes of the longest; the shortest takes 10, with the id. */
export const acceptSizeMax = 138;

/**
 * Answers Connect: the session exists.
 * From the server, in the handshake.
 */
export class Accept {
  /**
   * The start of the client key that this answers.
   * 8 bytes.
   */
  readonly clientKeyStart = new Uint8Array(8);
  noiseLength = 0;
  /**
   * Second message of the Noise handshake; its payload is SessionParameters.
   * Up to 128 bytes.
   */
  readonly noise = new Uint8Array(128);
}

export function encodeAccept(message: Accept, out: Uint8Array, at: number): number {
  const clientKeyStart = message.clientKeyStart;
  const noiseLength = message.noiseLength;
  if ((noiseLength & 0xff) !== noiseLength || noiseLength > 128) return /* tooLong */ -3;
  if (at + 10 > out.length) return /* noRoom */ -1;
  out[at] = 0x06;
  for (let i = 0; i < 8; i++) out[at + 1 + i] = clientKeyStart[i]!;
  out[at + 9] = noiseLength;
  at += 10;
  if (at + noiseLength > out.length) return /* noRoom */ -1;
  const noise = message.noise;
  for (let i = 0; i < noiseLength; i++) out[at + i] = noise[i]!;
  at += noiseLength;
  return at;
}

export function decodeAccept(message: Accept, data: Uint8Array, at: number, end: number): number {
  if (end > data.length) return /* truncated */ -4;
  if (end - at > acceptSizeMax) return /* tooLong */ -3;
  const clientKeyStart = message.clientKeyStart;
  if (at + 10 > end) return /* truncated */ -4;
  if (data[at] !== acceptId) return /* wrongId */ -6;
  for (let i = 0; i < 8; i++) clientKeyStart[i] = data[at + 1 + i]!;
  const noiseLength = data[at + 9]!;
  if (noiseLength > 128) return /* tooLong */ -3;
  message.noiseLength = noiseLength;
  at += 10;
  if (noiseLength > end - at) return /* truncated */ -4;
  const noise = message.noise;
  for (let i = 0; i < noiseLength; i++) noise[i] = data[at + i]!;
  at += noiseLength;
  return at === end ? at : /* trailing */ -5;
}

export const denyId = 0x07;
/** Bytes of the longest; the shortest takes 11, with the id. */
export const denySizeMax = 75;

/**
 * Refuses a request of the handshake.
 * From the server, in the handshake.
 */
export class Deny {
  /**
   * The start of the client key that this answers.
   * 8 bytes.
   */
  readonly clientKeyStart = new Uint8Array(8);
  /** Why. */
  reason: DenyReason = DenyReason.badVersion;
  /**
   * More about it, for people; may be empty.
   * Up to 64 bytes of UTF-8.
   */
  detail = '';
}

export function encodeDeny(message: Deny, out: Uint8Array, at: number): number {
  const clientKeyStart = message.clientKeyStart;
  const reason = message.reason;
  if ((reason & 0xff) !== reason || reason < 1 || reason > 11) return /* outOfRange */ -2;
  if (at + 10 > out.length) return /* noRoom */ -1;
  out[at] = 0x07;
  for (let i = 0; i < 8; i++) out[at + 1 + i] = clientKeyStart[i]!;
  out[at + 9] = reason;
  at += 10;
  at = writeText(message.detail, out, at, 64);
  if (at < 0) return at;
  return at;
}

export function decodeDeny(message: Deny, data: Uint8Array, at: number, end: number): number {
  if (end > data.length) return /* truncated */ -4;
  if (end - at > denySizeMax) return /* tooLong */ -3;
  const clientKeyStart = message.clientKeyStart;
  if (at + 11 > end) return /* truncated */ -4;
  if (data[at] !== denyId) return /* wrongId */ -6;
  for (let i = 0; i < 8; i++) clientKeyStart[i] = data[at + 1 + i]!;
  const reason = data[at + 9]!;
  if (reason < 1 || reason > 11) return /* outOfRange */ -2;
  message.reason = reason as DenyReason;
  const detailLength = data[at + 10]!;
  if (detailLength > 64) return /* tooLong */ -3;
  at += 11;
  if (detailLength > end - at) return /* truncated */ -4;
  const detail = readText(data, at, at + detailLength);
  if (detail === undefined) return /* badText */ -7;
  message.detail = detail;
  at += detailLength;
  return at === end ? at : /* trailing */ -5;
}

/** The payload of Accept's Noise message. */
export class SessionParameters {
  /**
   * Stands in the header of every sealed datagram of this session, in both directions.
   * u32.
   */
  connectionId = 0;
  /**
   * World steps per second.
   * u8.
   */
  tickRate = 0;
  /**
   * Snapshots per second that the server aims at.
   * u8.
   */
  snapshotRate = 0;
  /**
   * The server's tick when it sent this.
   * u32.
   */
  tick = 0;
  /**
   * Silence after which either side gives the session up, in milliseconds.
   * u16, in ms.
   */
  timeoutMs = 0;
}

/** Bytes of every one. */
export const sessionParametersSizeMax = 12;

export function encodeSessionParameters(message: SessionParameters, out: Uint8Array, at: number): number {
  const connectionId = message.connectionId;
  if (connectionId >>> 0 !== connectionId) return /* outOfRange */ -2;
  const tickRate = message.tickRate;
  if ((tickRate & 0xff) !== tickRate) return /* outOfRange */ -2;
  const snapshotRate = message.snapshotRate;
  if ((snapshotRate & 0xff) !== snapshotRate) return /* outOfRange */ -2;
  const tick = message.tick;
  if (tick >>> 0 !== tick) return /* outOfRange */ -2;
  const timeoutMs = message.timeoutMs;
  if ((timeoutMs & 0xffff) !== timeoutMs) return /* outOfRange */ -2;
  if (at + 12 > out.length) return /* noRoom */ -1;
  out[at] = connectionId;
  out[at + 1] = connectionId >>> 8;
  out[at + 2] = connectionId >>> 16;
  out[at + 3] = connectionId >>> 24;
  out[at + 4] = tickRate;
  out[at + 5] = snapshotRate;
  out[at + 6] = tick;
  out[at + 7] = tick >>> 8;
  out[at + 8] = tick >>> 16;
  out[at + 9] = tick >>> 24;
  out[at + 10] = timeoutMs;
  out[at + 11] = timeoutMs >>> 8;
  at += 12;
  return at;
}

export function decodeSessionParameters(
  message: SessionParameters,
  data: Uint8Array,
  at: number,
  end: number,
): number {
  if (at + 12 > end) return /* truncated */ -4;
  message.connectionId =
    (data[at]! | (data[at + 1]! << 8) | (data[at + 2]! << 16) | (data[at + 3]! << 24)) >>> 0;
  message.tickRate = data[at + 4]!;
  message.snapshotRate = data[at + 5]!;
  message.tick = (data[at + 6]! | (data[at + 7]! << 8) | (data[at + 8]! << 16) | (data[at + 9]! << 24)) >>> 0;
  message.timeoutMs = data[at + 10]! | (data[at + 11]! << 8);
  at += 12;
  return at;
}

/** Why an established session ended. */
export const DisconnectReason = {
  /** The player asked to leave. */
  left: 1,
  /** Nothing was heard of the client for the time-out of the session. */
  timeout: 2,
  /** An operator ended it. */
  kicked: 3,
  /**
   * An operator keeps the player out, for a time or for good. Trying again before that ends changes nothing.
   */
  banned: 4,
  /** The same character connected again; the newer session stays. */
  replaced: 5,
  /** The server stops; the character is saved. */
  shuttingDown: 6,
  /** Malformed messages, or more of them than their limits allow. */
  protocolViolation: 7,
  /**
   * A queue of this session or of the server reached its cap, or the world has no room. Coming back later is right.
   */
  overloaded: 8,
  /** The character could not be loaded. Later, perhaps; trying again at once changes nothing. */
  characterUnavailable: 9,
  /**
   * The name belongs to somebody else: another account's, or another guest secret's. Trying again changes nothing.
   */
  nameTaken: 10,
} as const;

export type DisconnectReason = (typeof DisconnectReason)[keyof typeof DisconnectReason];

export const disconnectId = 0x08;
/** Bytes of the longest; the shortest takes 3, with the id. */
export const disconnectSizeMax = 67;

/**
 * Ends a session. Sent three times, never answered.
 * From either side, unreliable.
 */
export class Disconnect {
  /** Why. */
  reason: DisconnectReason = DisconnectReason.left;
  /**
   * More about it, for people; may be empty.
   * Up to 64 bytes of UTF-8.
   */
  detail = '';
}

export function encodeDisconnect(message: Disconnect, out: Uint8Array, at: number): number {
  const reason = message.reason;
  if ((reason & 0xff) !== reason || reason < 1 || reason > 10) return /* outOfRange */ -2;
  if (at + 2 > out.length) return /* noRoom */ -1;
  out[at] = 0x08;
  out[at + 1] = reason;
  at += 2;
  at = writeText(message.detail, out, at, 64);
  if (at < 0) return at;
  return at;
}

export function decodeDisconnect(message: Disconnect, data: Uint8Array, at: number, end: number): number {
  if (end > data.length) return /* truncated */ -4;
  if (end - at > disconnectSizeMax) return /* tooLong */ -3;
  if (at + 3 > end) return /* truncated */ -4;
  if (data[at] !== disconnectId) return /* wrongId */ -6;
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

export const keepAliveId = 0x09;
/** Bytes of every one, with the id. */
export const keepAliveSizeMax = 1;

/**
 * Asks for an acknowledgement when nothing else was said for a while.
 * From either side, unreliable.
 */
export class KeepAlive {}

export function encodeKeepAlive(_message: KeepAlive, out: Uint8Array, at: number): number {
  if (at >= out.length) return /* noRoom */ -1;
  out[at] = 0x09;
  at += 1;
  return at;
}

export function decodeKeepAlive(_message: KeepAlive, data: Uint8Array, at: number, end: number): number {
  if (end > data.length || end - at < keepAliveSizeMax) return /* truncated */ -4;
  if (end - at > keepAliveSizeMax) return /* trailing */ -5;
  if (data[at] !== keepAliveId) return /* wrongId */ -6;
  at += 1;
  return at;
}

export const queuedId = 0x0a;
/** Bytes of every one, with the id. */
export const queuedSizeMax = 13;

/**
 * Answers Connect while the server is full: the client keeps a place in the queue for as long as it repeats Connect.
 * From the server, in the handshake.
 */
export class Queued {
  /**
   * The start of the client key that this answers.
   * 8 bytes.
   */
  readonly clientKeyStart = new Uint8Array(8);
  /**
   * How many are let in before this client, and itself: 1 is the next. Rises only for players who lost their session.
   * u16.
   */
  position = 0;
  /**
   * When to repeat Connect, in milliseconds.
   * u16.
   */
  retryMs = 0;
}

export function encodeQueued(message: Queued, out: Uint8Array, at: number): number {
  const clientKeyStart = message.clientKeyStart;
  const position = message.position;
  if ((position & 0xffff) !== position) return /* outOfRange */ -2;
  const retryMs = message.retryMs;
  if ((retryMs & 0xffff) !== retryMs) return /* outOfRange */ -2;
  if (at + 13 > out.length) return /* noRoom */ -1;
  out[at] = 0x0a;
  for (let i = 0; i < 8; i++) out[at + 1 + i] = clientKeyStart[i]!;
  out[at + 9] = position;
  out[at + 10] = position >>> 8;
  out[at + 11] = retryMs;
  out[at + 12] = retryMs >>> 8;
  at += 13;
  return at;
}

export function decodeQueued(message: Queued, data: Uint8Array, at: number, end: number): number {
  if (end > data.length || end - at < queuedSizeMax) return /* truncated */ -4;
  if (end - at > queuedSizeMax) return /* trailing */ -5;
  const clientKeyStart = message.clientKeyStart;
  if (data[at] !== queuedId) return /* wrongId */ -6;
  for (let i = 0; i < 8; i++) clientKeyStart[i] = data[at + 1 + i]!;
  message.position = data[at + 9]! | (data[at + 10]! << 8);
  message.retryMs = data[at + 11]! | (data[at + 12]! << 8);
  at += 13;
  return at;
}

export const pathChallengeId = 0x0b;
/** Bytes of every one, with the id. */
export const pathChallengeSizeMax = 9;

/**
 * Sent where packets of the session come from all of a sudden: does the client receive there?
 * From the server, unreliable.
 */
export class PathChallenge {
  /**
   * Random; another one for each new address.
   * 8 bytes.
   */
  readonly token = new Uint8Array(8);
}

export function encodePathChallenge(message: PathChallenge, out: Uint8Array, at: number): number {
  const token = message.token;
  if (at + 9 > out.length) return /* noRoom */ -1;
  out[at] = 0x0b;
  for (let i = 0; i < 8; i++) out[at + 1 + i] = token[i]!;
  at += 9;
  return at;
}

export function decodePathChallenge(
  message: PathChallenge,
  data: Uint8Array,
  at: number,
  end: number,
): number {
  if (end > data.length || end - at < pathChallengeSizeMax) return /* truncated */ -4;
  if (end - at > pathChallengeSizeMax) return /* trailing */ -5;
  const token = message.token;
  if (data[at] !== pathChallengeId) return /* wrongId */ -6;
  for (let i = 0; i < 8; i++) token[i] = data[at + 1 + i]!;
  at += 9;
  return at;
}

export const pathResponseId = 0x0c;
/** Bytes of every one, with the id. */
export const pathResponseSizeMax = 9;

/**
 * Answers PathChallenge from the address at which it arrived.
 * From the client, unreliable, at most 10 a second.
 */
export class PathResponse {
  /**
   * As in the challenge.
   * 8 bytes.
   */
  readonly token = new Uint8Array(8);
}

export function encodePathResponse(message: PathResponse, out: Uint8Array, at: number): number {
  const token = message.token;
  if (at + 9 > out.length) return /* noRoom */ -1;
  out[at] = 0x0c;
  for (let i = 0; i < 8; i++) out[at + 1 + i] = token[i]!;
  at += 9;
  return at;
}

export function decodePathResponse(message: PathResponse, data: Uint8Array, at: number, end: number): number {
  if (end > data.length || end - at < pathResponseSizeMax) return /* truncated */ -4;
  if (end - at > pathResponseSizeMax) return /* trailing */ -5;
  const token = message.token;
  if (data[at] !== pathResponseId) return /* wrongId */ -6;
  for (let i = 0; i < 8; i++) token[i] = data[at + 1 + i]!;
  at += 9;
  return at;
}

export const resumeRequestId = 0x0d;
/** Bytes of every one, with the id. */
export const resumeRequestSizeMax = 33;

/**
 * Asks for a token with which this client may take up its session again after it lost it.
 * From the client, reliable, at most 1 a second.
 */
export class ResumeRequest {
  /**
   * A fresh X25519 public key: the client key of the next session.
   * 32 bytes.
   */
  readonly clientKey = new Uint8Array(32);
}

export function encodeResumeRequest(message: ResumeRequest, out: Uint8Array, at: number): number {
  const clientKey = message.clientKey;
  if (at + 33 > out.length) return /* noRoom */ -1;
  out[at] = 0x0d;
  for (let i = 0; i < 32; i++) out[at + 1 + i] = clientKey[i]!;
  at += 33;
  return at;
}

export function decodeResumeRequest(
  message: ResumeRequest,
  data: Uint8Array,
  at: number,
  end: number,
): number {
  if (end > data.length || end - at < resumeRequestSizeMax) return /* truncated */ -4;
  if (end - at > resumeRequestSizeMax) return /* trailing */ -5;
  const clientKey = message.clientKey;
  if (data[at] !== resumeRequestId) return /* wrongId */ -6;
  for (let i = 0; i < 32; i++) clientKey[i] = data[at + 1 + i]!;
  at += 33;
  return at;
}

export const resumeGrantId = 0x0e;
/** Bytes of the longest; the shortest takes 35, with the id. */
export const resumeGrantSizeMax = 547;

/**
 * Answers ResumeRequest. The token granted before it is void.
 * From the server, reliable.
 */
export class ResumeGrant {
  /**
   * As in the request.
   * 32 bytes.
   */
  readonly clientKey = new Uint8Array(32);
  tokenLength = 0;
  /**
   * A connect token for this client key and the same character, as SESSION.md lays it out; empty when there is none.
   * Up to 512 bytes.
   */
  readonly token = new Uint8Array(512);
}

export function encodeResumeGrant(message: ResumeGrant, out: Uint8Array, at: number): number {
  const clientKey = message.clientKey;
  const tokenLength = message.tokenLength;
  if ((tokenLength & 0xffff) !== tokenLength || tokenLength > 512) return /* tooLong */ -3;
  if (at + 35 > out.length) return /* noRoom */ -1;
  out[at] = 0x0e;
  for (let i = 0; i < 32; i++) out[at + 1 + i] = clientKey[i]!;
  out[at + 33] = tokenLength;
  out[at + 34] = tokenLength >>> 8;
  at += 35;
  if (at + tokenLength > out.length) return /* noRoom */ -1;
  const token = message.token;
  for (let i = 0; i < tokenLength; i++) out[at + i] = token[i]!;
  at += tokenLength;
  return at;
}

export function decodeResumeGrant(message: ResumeGrant, data: Uint8Array, at: number, end: number): number {
  if (end > data.length) return /* truncated */ -4;
  if (end - at > resumeGrantSizeMax) return /* tooLong */ -3;
  const clientKey = message.clientKey;
  if (at + 35 > end) return /* truncated */ -4;
  if (data[at] !== resumeGrantId) return /* wrongId */ -6;
  for (let i = 0; i < 32; i++) clientKey[i] = data[at + 1 + i]!;
  const tokenLength = data[at + 33]! | (data[at + 34]! << 8);
  if (tokenLength > 512) return /* tooLong */ -3;
  message.tokenLength = tokenLength;
  at += 35;
  if (tokenLength > end - at) return /* truncated */ -4;
  const token = message.token;
  for (let i = 0; i < tokenLength; i++) token[i] = data[at + i]!;
  at += tokenLength;
  return at === end ? at : /* trailing */ -5;
}
