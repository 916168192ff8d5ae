import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { localMemory } from '#domain/ecs/columns.js';
import { questionsMax } from '#domain/navigation/path-columns.js';
import { PathQueue, answerTicks, stepsPerTick } from '#domain/navigation/path-queue.js';

/** Questions of each tick by what they cost; in which tick each is answered. */
function play(costs: readonly (readonly number[])[]): { ticks: number[]; settled: number[] } {
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
  for (let tick = 1; tick < costs.length + 500; tick++) {
    while (queue.nextAnswer(tick, worker) >= 0) ticks.push(tick);
    for (const cost of costs[tick - 1] ?? []) {
      if (queue.ask(7, tick) < 0) throw new Error('refused');
      asked.push(cost);
    }
  }
  return { ticks, settled };
}

const costs = fc.array(fc.array(fc.integer({ min: 1, max: 8192 }), { maxLength: 12 }), { maxLength: 60 });

describe('questions for paths', () => {
  it('are answered in order, never before their time, and never more than a tick affords', () => {
    fc.assert(
      fc.property(costs, (list) => {
        const { ticks } = play(list);
        const flat = list.flatMap((each, index) => each.map((cost) => ({ cost, tick: index + 1 })));
        expect(ticks).toHaveLength(flat.length);
        // One worker, tick by tick: the plain twin of the queue's arithmetic.
        let freeAtSteps = 0;
        flat.forEach(({ cost, tick }, i) => {
          freeAtSteps = Math.max(freeAtSteps, tick * stepsPerTick) + cost;
          const before = i === 0 ? 0 : ticks[i - 1]!;
          expect(ticks[i]).toBe(Math.max(tick + answerTicks, Math.ceil(freeAtSteps / stepsPerTick), before));
        });
      }),
    );
  });

  it('are worked out at once by whoever must, at most one that is not due yet', () => {
    fc.assert(
      fc.property(costs, (list) => {
        const { ticks, settled } = play(list);
        expect(new Set(settled).size).toBe(ticks.length);
      }),
    );
  });

  it('that find no room are refused and counted', () => {
    const queue = PathQueue.in(localMemory);
    for (let i = 0; i < questionsMax; i++) expect(queue.ask(1, 1)).toBe(i);
    expect(queue.ask(1, 1)).toBe(-1);
    expect(queue.refused).toBe(1);
    queue.nextAnswer(1 + answerTicks, { settle: () => undefined });
    expect(queue.ask(1, 5)).toBe(0);
  });
});
