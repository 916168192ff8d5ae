// What is told of the last ticks: sums, and the longest ones phase by phase.

import { describe, expect, it } from '@jest/globals';
import { answerTicks } from '#application/telemetry/answer-ticks.js';
import { documentBytesMax } from '#ports/admin/operations/operator-command.js';
import { phases } from '#application/tick/phases.js';

const two = [
  { name: 'arrivals', part: 'arrivals', budgetUs: 250 },
  { name: 'movement', part: 'systems', budgetUs: 900 },
] as const;

describe('the answer about ticks', () => {
  it('sums each phase, and knows the longest ticks', () => {
    const ticks = Array.from({ length: 200 }, (_, i) => ({
      agoMs: 200 - i,
      us: [1, i === 150 ? 9_000 : 10.04],
    }));
    const told = answerTicks(ticks, two);
    expect(told.phases).toEqual([
      { ...two[0], sumUs: 200, mostUs: 1, p99Us: 1 },
      { ...two[1], sumUs: 10_998, mostUs: 9_000, p99Us: 10 },
    ]);
    expect(told.ticksUs).toHaveLength(200);
    expect(told.longest).toHaveLength(20);
    expect(told.longest[0]).toEqual({ at: 150, agoMs: 50, us: [1, 9_000] });
    expect(told.ticksUs[150]).toBe(9_001);
  });

  it('is of nothing where no tick ended', () => {
    expect(answerTicks([], two)).toEqual({
      phases: two.map((phase) => ({ ...phase, sumUs: 0, mostUs: 0, p99Us: 0 })),
      ticksUs: [],
      longest: [],
    });
  });

  it('of half a minute, with every phase over its budget, fits into an answer', () => {
    const us = phases.map(() => 123_456.789);
    const ticks = Array.from({ length: 30 * 60 + 60 }, (_, i) => ({ agoMs: i, us }));
    expect(JSON.stringify(answerTicks(ticks, phases)).length).toBeLessThan(documentBytesMax);
  });
});
