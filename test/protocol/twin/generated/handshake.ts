// Generated from handshake.tos by `npm run codegen`; changes here are lost.
// Slow and independent: tests compare the codecs with it. Never for bytes from the network.

import * as wire from '../wire-types.js';

/** Declarations that the emitter does not know yet. */
export const leftOut: readonly string[] = [];

export const DenyReason = wire.enumeration(wire.u8, {
  badVersion: 1,
  badProtocol: 2,
  badCookie: 3,
  badToken: 4,
  tokenExpired: 5,
  tokenUsed: 6,
  serverFull: 7,
  guestsRefused: 8,
  shuttingDown: 9,
  badHandshake: 10,
  banned: 11,
});

export const Hello = wire.message(
  { id: 0x01, bytesMax: 1200, padded: true },
  wire.struct({
    sessionVersion: wire.integer(wire.u8, 0, 255),
    protocolHash: wire.bytes(8),
    clientKey: wire.bytes(32),
  }),
);

export const Challenge = wire.message(
  { id: 0x02, bytesMax: 65, padded: false },
  wire.struct({
    cookie: wire.bytes(32),
    serverKey: wire.bytes(32),
  }),
);

export const TokenRequest = wire.message(
  { id: 0x03, bytesMax: 1200, padded: true },
  wire.struct({
    clientKey: wire.bytes(32),
    cookie: wire.bytes(32),
    name: wire.text(24),
  }),
);

export const TokenGrant = wire.message(
  { id: 0x04, bytesMax: 547, padded: false },
  wire.struct({
    clientKey: wire.bytes(32),
    token: wire.bytesUpTo(512),
  }),
);

export const Connect = wire.message(
  { id: 0x05, bytesMax: 1200, padded: true },
  wire.struct({
    clientKey: wire.bytes(32),
    cookie: wire.bytes(32),
    noise: wire.bytesUpTo(640),
  }),
);

export const Accept = wire.message(
  { id: 0x06, bytesMax: 138, padded: false },
  wire.struct({
    clientKeyStart: wire.bytes(8),
    noise: wire.bytesUpTo(128),
  }),
);

export const Deny = wire.message(
  { id: 0x07, bytesMax: 75, padded: false },
  wire.struct({
    clientKeyStart: wire.bytes(8),
    reason: DenyReason,
    detail: wire.text(64),
  }),
);

export const SessionParameters = wire.struct({
  connectionId: wire.integer(wire.u32, 0, 4294967295),
  tickRate: wire.integer(wire.u8, 0, 255),
  snapshotRate: wire.integer(wire.u8, 0, 255),
  tick: wire.integer(wire.u32, 0, 4294967295),
  timeoutMs: wire.integer(wire.u16, 0, 65535),
});

export const DisconnectReason = wire.enumeration(wire.u8, {
  left: 1,
  timeout: 2,
  kicked: 3,
  banned: 4,
  replaced: 5,
  shuttingDown: 6,
  protocolViolation: 7,
  overloaded: 8,
  characterUnavailable: 9,
  nameTaken: 10,
});

export const Disconnect = wire.message(
  { id: 0x08, bytesMax: 67, padded: false },
  wire.struct({
    reason: DisconnectReason,
    detail: wire.text(64),
  }),
);

export const KeepAlive = wire.message({ id: 0x09, bytesMax: 1, padded: false }, wire.struct({}));

export const Queued = wire.message(
  { id: 0x0a, bytesMax: 13, padded: false },
  wire.struct({
    clientKeyStart: wire.bytes(8),
    position: wire.integer(wire.u16, 0, 65535),
    retryMs: wire.integer(wire.u16, 0, 65535),
  }),
);

export const PathChallenge = wire.message(
  { id: 0x0b, bytesMax: 9, padded: false },
  wire.struct({
    token: wire.bytes(8),
  }),
);

export const PathResponse = wire.message(
  { id: 0x0c, bytesMax: 9, padded: false },
  wire.struct({
    token: wire.bytes(8),
  }),
);

export const ResumeRequest = wire.message(
  { id: 0x0d, bytesMax: 33, padded: false },
  wire.struct({
    clientKey: wire.bytes(32),
  }),
);

export const ResumeGrant = wire.message(
  { id: 0x0e, bytesMax: 547, padded: false },
  wire.struct({
    clientKey: wire.bytes(32),
    token: wire.bytesUpTo(512),
  }),
);
