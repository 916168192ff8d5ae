// When a client tries again, and after how long.

import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { DenyReason, DisconnectReason } from '#adapters/protocol/generated/handshake.js';
import type { SessionEnd } from '#adapters/protocol/session/client/client-options.js';
import { isWorthRetrying, ReconnectPauses } from '#client/reconnect-policy.js';
import { SeededRandom } from '../protocol/session/session-lab.js';

const ended = (reason: DisconnectReason): SessionEnd => ({
  kind: 'disconnected',
  reason,
  detail: '',
  byPeer: true,
});
const denied = (reason: DenyReason): SessionEnd => ({ kind: 'denied', reason, detail: '' });

describe('the pauses between attempts', () => {
  it('double up to the ceiling, shortened by up to a half, until it is given up', () => {
    fc.assert(
      fc.property(fc.integer(), fc.integer({ min: 1, max: 60_000 }), (seed, giveUpAfterMs) => {
        const random = new SeededRandom(seed);
        const pauses = new ReconnectPauses({ firstPauseMs: 100, pauseMsMax: 1000, giveUpAfterMs }, random, 0);
        let nowMs = 0;
        for (const fullMs of [100, 200, 400, 800, 1000, 1000, 1000]) {
          const pauseMs = pauses.next(nowMs);
          if (pauseMs < 0) {
            expect(nowMs + fullMs).toBeGreaterThan(giveUpAfterMs);
            return;
          }
          expect(pauseMs).toBeGreaterThanOrEqual(fullMs / 2);
          expect(pauseMs).toBeLessThanOrEqual(fullMs);
          nowMs += pauseMs;
          expect(nowMs).toBeLessThanOrEqual(giveUpAfterMs);
        }
      }),
    );
  });

  it('only what may pass is tried again', () => {
    expect(isWorthRetrying({ kind: 'no-answer' })).toBe(true);
    expect(isWorthRetrying({ kind: 'wrong-server-key' })).toBe(false);
    expect(isWorthRetrying(denied(DenyReason.serverFull))).toBe(true);
    expect(isWorthRetrying(denied(DenyReason.badProtocol))).toBe(false);
    expect(isWorthRetrying(denied(DenyReason.banned))).toBe(false);
    expect(isWorthRetrying(ended(DisconnectReason.left))).toBe(false);
    expect(isWorthRetrying(ended(DisconnectReason.characterUnavailable))).toBe(true);
    expect(isWorthRetrying(ended(DisconnectReason.nameTaken))).toBe(false);
  });
});
