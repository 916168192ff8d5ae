// What a gateway measures of its turns, and what of it the crowd ladder is told.
import { describe, expect, it } from '@jest/globals';
import { StatsReader, StatsWriter, createStatsBlock } from '#adapters/threads/stats/stats-block.js';
import { GatewayTimer } from '#adapters/threads/stats/gateway-timer.js';
import { gatewayStats } from '#adapters/threads/stats/stats-names.js';

const [receive, wait, , replicate, send] = [0, 1, 2, 3, 4];

describe('a gateway’s timer', () => {
  const memory = createStatsBlock(gatewayStats);
  const clock = { ms: 0, nowMs: () => clock.ms, unixMs: () => 0 };
  const shares: number[] = [];
  const timer = new GatewayTimer(new StatsWriter(gatewayStats, memory), clock, (share) => shares.push(share));
  const turn = (phases: readonly (readonly [number, number])[]): void => {
    for (const [phase, ms] of phases) {
      timer.begin(phase);
      clock.ms += ms;
    }
    timer.end();
  };

  it('adds up each phase', () => {
    turn([
      [receive, 2],
      [replicate, 3],
    ]);
    turn([[receive, 1]]);
    const reader = new StatsReader(gatewayStats, memory);
    expect(reader.counter('us:receive')).toBe(3000);
    expect(reader.counter('us:replicate')).toBe(3000);
    expect(shares).toEqual([]);
  });

  it('tells the share that snapshots take of what receiving leaves, a few times a second', () => {
    // 6 ms of the window are over.
    turn([
      [receive, 97],
      [wait, 67],
      [replicate, 47],
      [send, 50],
    ]);
    expect(shares).toHaveLength(1);
    expect(shares[0]).toBeCloseTo(100 / (267 - 100), 6);
    turn([[wait, 300]]);
    expect(shares[1]).toBe(0);
    turn([[receive, 300]]);
    expect(shares[2]).toBe(1);
  });
});
