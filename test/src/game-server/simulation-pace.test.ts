// The simulation's host measures each step and hands what it found to the next as pressure. On a clock of the test's own.

import { describe, expect, it } from '@jest/globals';
import { StatsReader } from '#adapters/threads/stats/stats-block.js';
import { composeSimulation } from '#src/game-server/compose-simulation.js';
import { createSharedMemory } from '#adapters/threads/shared-memory.js';
import { simulationStatsOf } from '#adapters/threads/stats/stats-names.js';
import { smallContent } from '../../support/worlds/small-content.js';

/** A clock on which each look takes so long. */
function slowHost(lookMs: number) {
  const content = smallContent();
  const memory = createSharedMemory(content, 1, 8);
  let ms = 0;
  const clock = { nowMs: () => (ms += lookMs), unixMs: () => ms };
  const host = composeSimulation(memory, content, clock, { seed: 1, playersMax: 8, saveSeconds: 10 });
  return { host, stats: new StatsReader(simulationStatsOf(content), memory.simulationStats) };
}

describe('the pace of the simulation', () => {
  it('is without pressure while steps are quick and in time', () => {
    const { host, stats } = slowHost(0.01);
    for (let i = 0; i < 200; i++) host.turn(1);
    expect(stats.gauge('pressure')).toBe(0);
    expect(stats.counter('ticksLate')).toBe(0);
    expect(stats.counter('ticksUnderPressure')).toBe(0);
    expect(stats.counter('over:move-players')).toBe(0);
  });

  it('counts slow phases by name, and puts the next steps under pressure', () => {
    const { host, stats } = slowHost(4);
    for (let i = 0; i < 100; i++) host.turn();
    expect(stats.counter('over:move-players')).toBe(100);
    expect(stats.gauge('pressure')).toBe(3);
    expect(stats.counter('ticksUnderPressure')).toBeGreaterThan(50);
    expect(host.parts.simulation.game.world.pressure).toBe(3);
  });

  it('counts steps that begin late', () => {
    const { host, stats } = slowHost(0);
    host.turn(16);
    host.turn(17);
    host.turn(40);
    expect(stats.counter('ticksLate')).toBe(2);
    expect(stats.counts('slip').reduce((sum, count) => sum + count, 0)).toBe(3);
  });
});
