// Generated from handshake.tos by `npm run codegen`; changes here are lost.
// What messages are made of; the kit chooses the values.

import type { Arbitrary } from 'fast-check';
import type { Fields } from '../../../codegen/support/message-fields.js';
import type { ValueKit } from '../value-kit.js';

/** Declarations that the emitter does not know yet. */
export const leftOut: readonly string[] = [];

export function helloValues(of: ValueKit): Arbitrary<Fields> {
  return of.fields({
    sessionVersion: of.integer(0, 255),
    protocolHash: of.bytes(8, 8),
    clientKey: of.bytes(32, 32),
  });
}

export function challengeValues(of: ValueKit): Arbitrary<Fields> {
  return of.fields({
    cookie: of.bytes(32, 32),
    serverKey: of.bytes(32, 32),
  });
}

export function tokenRequestValues(of: ValueKit): Arbitrary<Fields> {
  return of.fields({
    clientKey: of.bytes(32, 32),
    cookie: of.bytes(32, 32),
    name: of.text(24),
  });
}

export function tokenGrantValues(of: ValueKit): Arbitrary<Fields> {
  return of.fields({
    clientKey: of.bytes(32, 32),
    token: of.bytes(0, 512),
  });
}

export function connectValues(of: ValueKit): Arbitrary<Fields> {
  return of.fields({
    clientKey: of.bytes(32, 32),
    cookie: of.bytes(32, 32),
    noise: of.bytes(0, 640),
  });
}

export function acceptValues(of: ValueKit): Arbitrary<Fields> {
  return of.fields({
    clientKeyStart: of.bytes(8, 8),
    noise: of.bytes(0, 128),
  });
}

export function denyValues(of: ValueKit): Arbitrary<Fields> {
  return of.fields({
    clientKeyStart: of.bytes(8, 8),
    reason: of.oneOf(
      'badVersion',
      'badProtocol',
      'badCookie',
      'badToken',
      'tokenExpired',
      'tokenUsed',
      'serverFull',
      'guestsRefused',
      'shuttingDown',
      'badHandshake',
      'banned',
    ),
    detail: of.text(64),
  });
}

export function sessionParametersValues(of: ValueKit): Arbitrary<Fields> {
  return of.fields({
    connectionId: of.integer(0, 4294967295),
    tickRate: of.integer(0, 255),
    snapshotRate: of.integer(0, 255),
    tick: of.integer(0, 4294967295),
    timeoutMs: of.integer(0, 65535),
  });
}

export function disconnectValues(of: ValueKit): Arbitrary<Fields> {
  return of.fields({
    reason: of.oneOf(
      'left',
      'timeout',
      'kicked',
      'banned',
      'replaced',
      'shuttingDown',
      'protocolViolation',
      'overloaded',
      'characterUnavailable',
      'nameTaken',
    ),
    detail: of.text(64),
  });
}

export function keepAliveValues(of: ValueKit): Arbitrary<Fields> {
  return of.fields({});
}

export function queuedValues(of: ValueKit): Arbitrary<Fields> {
  return of.fields({
    clientKeyStart: of.bytes(8, 8),
    position: of.integer(0, 65535),
    retryMs: of.integer(0, 65535),
  });
}

export function pathChallengeValues(of: ValueKit): Arbitrary<Fields> {
  return of.fields({
    token: of.bytes(8, 8),
  });
}

export function pathResponseValues(of: ValueKit): Arbitrary<Fields> {
  return of.fields({
    token: of.bytes(8, 8),
  });
}

export function resumeRequestValues(of: ValueKit): Arbitrary<Fields> {
  return of.fields({
    clientKey: of.bytes(32, 32),
  });
}

export function resumeGrantValues(of: ValueKit): Arbitrary<Fields> {
  return of.fields({
    clientKey: of.bytes(32, 32),
    token: of.bytes(0, 512),
  });
}
