import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { CreatureState } from '#domain/ai/creature-state.js';
import { thinkPauseTicks } from '#domain/ai/think-pause.js';
import { pressureMax } from '#domain/vocabulary/pressure.js';
import type { Pressure } from '#domain/vocabulary/pressure.js';

const anyState = fc.constantFrom(...Object.values(CreatureState));
const anyInterval = fc.integer({ min: 0, max: 600 });

describe('the pause between two thoughts', () => {
  it("is the creature's own interval while there is time", () => {
    fc.assert(
      fc.property(anyState, anyInterval, (state, interval) =>
        expect(thinkPauseTicks(0, state, interval)).toBe(Math.max(1, interval)),
      ),
    );
  });

  it('never shrinks with the pressure, and is never longer for a fighter than for a stroller', () => {
    fc.assert(
      fc.property(anyState, anyInterval, (state, interval) => {
        for (let pressure = 1; pressure <= pressureMax; pressure++) {
          const pause = thinkPauseTicks(pressure as Pressure, state, interval);
          expect(pause).toBeGreaterThanOrEqual(thinkPauseTicks((pressure - 1) as Pressure, state, interval));
          expect(thinkPauseTicks(pressure as Pressure, CreatureState.chasing, interval)).toBeLessThanOrEqual(
            pause,
          );
        }
      }),
    );
  });

  it('is at most doubled in a fight', () => {
    expect(thinkPauseTicks(3, CreatureState.chasing, 10)).toBe(20);
  });
});
