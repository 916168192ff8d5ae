import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { localMemory } from '#domain/engine/ecs/columns.js';
import { questionsMax } from '#domain/space/navigation/path-columns.js';
import { PathQueue, answerTicks, stepsPerTick } from '#domain/space/navigation/path-queue.js';
import type { Pressure } from '#domain/vocabulary/pressure.js';

/** Questions of each tick by what they cost; in which tick each is answered. The pressures come round and round. */
function play(
  costs: readonly (readonly number[])[],
  pressures: readonly Pressure[],
): { ticks: number[]; settled: number[] } {
  const queue = PathQueue.in(localMemory);
  const asked: number[] = [];
  const ticks: number[] = [];
  const settled: number[] = [];
  const worker = {
    settle(number: number) {
      settled.push(number);
      queue.columns.steps[number % questionsMax] = asked[number]!;
    },
  };
  for (let tick = 1; tick < costs.length + 1500; tick++) {
    queue.beginTick(pressures[tick % pressures.length]!);
    while (queue.nextAnswer(tick, worker) >= 0) ticks.push(tick);
    for (const cost of costs[tick - 1] ?? []) {
      if (queue.ask(7, tick) < 0) throw new Error('refused');
      asked.push(cost);
    }
  }
  return { ticks, settled };
}

const pressures = fc.array(fc.constantFrom<Pressure>(0, 1, 2, 3), { minLength: 1, maxLength: 20 });
const costs = fc.array(fc.array(fc.integer({ min: 1, max: 8192 }), { maxLength: 12 }), { maxLength: 60 });

describe('questions for paths', () => {
  it('are answered in order, never before their time, and never more than a tick affords', () => {
    fc.assert(
      fc.property(costs, pressures, (list, levels) => {
        const { ticks } = play(list, levels);
        const flat = list.flatMap((each, index) => each.map((cost) => ({ cost, tick: index + 1 })));
        expect(ticks).toHaveLength(flat.length);
        // One worker, tick by tick: the plain twin of the queue's arithmetic.
        const gotUntil = [0];
        for (let tick = 1; tick < list.length + 1500; tick++)
          gotUntil.push(gotUntil[tick - 1]! + stepsPerTick[levels[tick % levels.length]!]);
        let freeAtSteps = 0;
        flat.forEach(({ cost, tick }, i) => {
          freeAtSteps = Math.max(freeAtSteps, gotUntil[tick]!) + cost;
          const done = gotUntil.findIndex((got) => got >= freeAtSteps);
          const before = i === 0 ? 0 : ticks[i - 1]!;
          expect(ticks[i]).toBe(Math.max(tick + answerTicks, done, before));
        });
      }),
    );
  });

  it('are worked out at once by whoever must, at most one that is not due yet', () => {
    fc.assert(
      fc.property(costs, pressures, (list, levels) => {
        const { ticks, settled } = play(list, levels);
        expect(new Set(settled).size).toBe(ticks.length);
      }),
    );
  });

  it('that find no room are refused and counted', () => {
    const queue = PathQueue.in(localMemory);
    for (let i = 0; i < questionsMax; i++) expect(queue.ask(1, 1)).toBe(i);
    expect(queue.ask(1, 1)).toBe(-1);
    expect(queue.refused).toBe(1);
    for (let tick = 1; tick <= 1 + answerTicks; tick++) queue.beginTick(0);
    queue.nextAnswer(1 + answerTicks, { settle: () => undefined });
    expect(queue.ask(1, 5)).toBe(0);
  });
});
