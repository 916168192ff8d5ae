// In steady state the packets of the hot path cost no memory: messages are used again, nothing is made per packet.

import { describe, expect, it } from '@jest/globals';
import * as game from '#adapters/protocol/generated/game.js';
import { heapBytesPerCall } from '../../support/measure/heap-allocation.js';

/** Below the smallest object, which takes 16. */
const bytesPerRoundMax = 4;

function bytesPerRound(round: (turn: number) => void): number {
  let turn = 0;
  return heapBytesPerCall(() => round(turn++));
}

describe('without allocating', () => {
  const bytes = new Uint8Array(1200);

  it('an input is encoded and decoded', () => {
    const sent = new game.PlayerInput();
    const received = new game.PlayerInput();
    sent.stepsCount = 3;
    const cost = bytesPerRound((turn) => {
      sent.sequence = turn & 0xffff;
      // Above 2^31 numbers are no small integers any more.
      sent.viewTick = 4_000_000_000 + turn;
      sent.steps[2]!.moveX = (turn % 100) / 100;
      const end = game.encodePlayerInput(sent, bytes, 0);
      if (game.decodePlayerInput(received, bytes, 0, end) !== end) throw new Error('refused');
    });
    expect(received.viewTick).toBe(sent.viewTick);
    expect(cost).toBeLessThan(bytesPerRoundMax);
  });

  it('a snapshot of 32 entities is encoded and decoded', () => {
    const sent = new game.Snapshot();
    const received = new game.Snapshot();
    sent.entitiesCount = 32;
    sent.entities.forEach(({ state }, index) => {
      state.mask = index % 8 === 0 ? 0x1f : game.EntityStateMask.position | game.EntityStateMask.vitals;
      state.id = 0xf000_0000 + index;
      state.nameLength = index % 24;
    });
    const cost = bytesPerRound((turn) => {
      sent.tick = turn;
      sent.x = turn / 1024;
      sent.entities[turn % 32]!.state.x = turn & 0xffff;
      const end = game.encodeSnapshot(sent, bytes, 0);
      if (game.decodeSnapshot(received, bytes, 0, end) !== end) throw new Error('refused');
    });
    expect(received.tick).toBe(sent.tick);
    expect(cost).toBeLessThan(bytesPerRoundMax);
  });

  it('broken messages are refused', () => {
    const received = new game.Snapshot();
    const sent = new game.Snapshot();
    sent.entitiesCount = 8;
    const end = game.encodeSnapshot(sent, bytes, 0);
    const cost = bytesPerRound((turn) => {
      bytes[20 + (turn % 10)]! ^= 0xff;
      if (game.decodeSnapshot(received, bytes, 0, end - (turn % 4)) > end) throw new Error('over-read');
    });
    expect(cost).toBeLessThan(bytesPerRoundMax);
  });
});
