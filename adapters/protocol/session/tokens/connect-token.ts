// The connect token: who may connect, where, until when, with which key. Little-endian, signed with Ed25519:
//   0 version u8 = 1      1 flags u8 (0 guest, 1 resume, 2 own)  2 issuer key id [8]  10 token id [16]  26 account id [16]
//   42 server id [16]    58 client key [32]           90 issued u64           98 expires u64 (unix seconds)
//   106 name length u8   107 name, UTF-8, 1 to 24     107+n signature [64] over "tos-connect-token-1" and all before it
// A server's own tokens, which nobody else needs to check, have a MAC [32] over the same instead of the signature.

import { readText, writeText } from '../../codec/utf8.js';
import { nameBytesMax } from '../../generated/game.js';
import { readU32, writeU32 } from '../bytes/little-endian.js';

export const tokenVersion = 1;
const guestFlag = 1;
const resumeFlag = 2;
const ownFlag = 4;
const nameLengthAt = 106;
export const signatureBytes = 64;
export const macBytes = 32;

const signaturePrefix = Uint8Array.from('tos-connect-token-1', (character) => character.charCodeAt(0));

export interface ConnectToken {
  /** 8 bytes: which key signed. */
  readonly issuer: Uint8Array;
  /** 16 random bytes; a token is used once. */
  readonly tokenId: Uint8Array;
  /** 16 bytes; all zero in a guest's token, until the server knows the guest's secret. */
  readonly accountId: Uint8Array;
  /** 16 bytes. */
  readonly serverId: Uint8Array;
  /** The X25519 key of the client's handshake, 32 bytes: nobody else can use the token. */
  readonly clientKey: Uint8Array;
  readonly issuedUnixS: number;
  /** The last second at which the token is accepted. */
  readonly expiresUnixS: number;
  /** The character to play, 1 to 24 bytes. */
  readonly name: string;
  readonly guest: boolean;
  /** Takes up a session that was lost; only the server itself issues such tokens. */
  readonly resume?: boolean;
}

/** Whether a token that decodes bears a MAC of its own server. */
export function isOwnToken(data: Uint8Array): boolean {
  return (data[1]! & ownFlag) !== 0;
}

/** Where a token that `data` begins with ends; what lies behind it is no part of it. `data.length` for one cut short. */
export function tokenLength(data: Uint8Array): number {
  if (data.length <= nameLengthAt) return data.length;
  const proofBytes = isOwnToken(data) ? macBytes : signatureBytes;
  return Math.min(data.length, nameLengthAt + 1 + data[nameLengthAt]! + proofBytes);
}

/** The token without signature or MAC. Throws a RangeError for a name that does not fit. */
export function encodeTokenBody(token: ConnectToken, own: boolean): Uint8Array {
  const body = new Uint8Array(nameLengthAt + 1 + nameBytesMax);
  body[0] = tokenVersion;
  body[1] = (token.guest ? guestFlag : 0) | (token.resume === true ? resumeFlag : 0) | (own ? ownFlag : 0);
  body.set(token.issuer.subarray(0, 8), 2);
  body.set(token.tokenId.subarray(0, 16), 10);
  body.set(token.accountId.subarray(0, 16), 26);
  body.set(token.serverId.subarray(0, 16), 42);
  body.set(token.clientKey.subarray(0, 32), 58);
  writeU64(body, 90, token.issuedUnixS);
  writeU64(body, 98, token.expiresUnixS);
  const end = writeText(token.name, body, nameLengthAt, nameBytesMax);
  if (end < 0 || end === nameLengthAt + 1) {
    throw new RangeError(`a name of 1 to ${nameBytesMax} bytes is needed, not '${token.name}'`);
  }
  return body.slice(0, end);
}

/** Reads a token, signature or MAC aside; undefined when it is malformed. Says nothing about its truth. */
export function decodeToken(data: Uint8Array): ConnectToken | undefined {
  if (data.length <= nameLengthAt + 1 || data[0] !== tokenVersion) return undefined;
  const bodyLength = data.length - (isOwnToken(data) ? macBytes : signatureBytes);
  const flags = data[1]!;
  const nameLength = data[nameLengthAt]!;
  if (flags > (guestFlag | resumeFlag | ownFlag) || nameLength > nameBytesMax) return undefined;
  if (nameLength === 0 || nameLengthAt + 1 + nameLength !== bodyLength) return undefined;
  const name = readText(data, nameLengthAt + 1, bodyLength);
  if (name === undefined) return undefined;
  return {
    issuer: data.slice(2, 10),
    tokenId: data.slice(10, 26),
    accountId: data.slice(26, 42),
    serverId: data.slice(42, 58),
    clientKey: data.slice(58, 90),
    issuedUnixS: readU64(data, 90),
    expiresUnixS: readU64(data, 98),
    name,
    guest: (flags & guestFlag) !== 0,
    resume: (flags & resumeFlag) !== 0,
  };
}

/** What is signed or authenticated: a prefix that keeps these signatures apart from all others, then the body. */
export function signedBytes(body: Uint8Array): Uint8Array {
  const message = new Uint8Array(signaturePrefix.length + body.length);
  message.set(signaturePrefix);
  message.set(body, signaturePrefix.length);
  return message;
}

function writeU64(out: Uint8Array, at: number, value: number): void {
  writeU32(out, at, value >>> 0);
  writeU32(out, at + 4, Math.floor(value / 2 ** 32));
}

function readU64(data: Uint8Array, at: number): number {
  return readU32(data, at) + readU32(data, at + 4) * 2 ** 32;
}
