// When a client tries again after its connection failed, and how long it waits before. Pauses double up to a ceiling and
// are partly random, so that a server that restarts is not met by everybody at the same moment.

import { DenyReason, DisconnectReason } from '#adapters/protocol/generated/handshake.js';
import type { SessionEnd } from '#adapters/protocol/session/client/client-options.js';
import type { RandomSource } from '#ports/system/random-source.js';

export interface ReconnectOptions {
  /** Milliseconds before the first new attempt; default 500. Every pause is shortened at random by up to a half. */
  readonly firstPauseMs?: number;
  /** Ceiling of the pauses in milliseconds, default 10,000. */
  readonly pauseMsMax?: number;
  /** Milliseconds after the loss in which a new attempt may begin; default 120,000. Then the client is closed. */
  readonly giveUpAfterMs?: number;
}

/** A session that stood this long begins the count of attempts anew. One that is thrown out at once does not. */
export const stableMs = 10_000;

const worthRetrying: readonly DisconnectReason[] = [
  DisconnectReason.timeout,
  DisconnectReason.shuttingDown,
  DisconnectReason.overloaded,
  // Its last state may still be on its way to the store. That its name is somebody else's does not pass.
  DisconnectReason.characterUnavailable,
];
const passingDenials: readonly DenyReason[] = [
  DenyReason.badCookie,
  DenyReason.serverFull,
  DenyReason.shuttingDown,
];
const tokenDenials: readonly DenyReason[] = [
  DenyReason.badToken,
  DenyReason.tokenExpired,
  DenyReason.tokenUsed,
];

/** Whether what ended the session may be gone later. Not when the player left, was sent away, or plays elsewhere. */
export function isWorthRetrying(end: SessionEnd): boolean {
  switch (end.kind) {
    case 'no-answer':
      return true;
    case 'wrong-server-key':
      return false;
    case 'denied':
      return passingDenials.includes(end.reason);
    case 'disconnected':
      return worthRetrying.includes(end.reason);
  }
}

/** Whether other credentials may do better. */
export function isTokenRefused(end: SessionEnd): boolean {
  return end.kind === 'denied' && tokenDenials.includes(end.reason);
}

export class ReconnectPauses {
  private attempts = 0;
  private lostAtMs: number;
  private readonly bytes = new Uint8Array(1);

  constructor(
    private readonly options: ReconnectOptions,
    private readonly random: RandomSource,
    nowMs: number,
  ) {
    this.lostAtMs = nowMs;
  }

  /** A session that stood long enough has ended. */
  beginAnew(nowMs: number): void {
    this.attempts = 0;
    this.lostAtMs = nowMs;
  }

  /** Milliseconds until the next attempt, -1 to give up. */
  next(nowMs: number): number {
    const { firstPauseMs = 500, pauseMsMax = 10_000, giveUpAfterMs = 120_000 } = this.options;
    // Beyond 30 doublings every pause is at its ceiling.
    const fullMs = Math.min(pauseMsMax, firstPauseMs * 2 ** Math.min(30, this.attempts++));
    this.random.fill(this.bytes);
    const pauseMs = Math.round(fullMs * (1 - this.bytes[0]! / 512));
    return nowMs + pauseMs - this.lostAtMs > giveUpAfterMs ? -1 : pauseMs;
  }
}
