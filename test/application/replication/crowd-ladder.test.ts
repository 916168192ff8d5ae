// How much is left out where many meet: a function of what is seen and of the load that is handed in.
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { LoadLadder, crowdSteps, stepBySeen } from '#application/replication/crowd-ladder.js';

const last = crowdSteps.length - 1;
const afterLoads = (ladder: LoadLadder, share: number, times: number): number => {
  for (let i = 0; i < times; i++) ladder.onLoad(share);
  return ladder.step;
};

describe('the crowd ladder of a client', () => {
  it('climbs with the number of entities around, and never to the gateway’s last step', () => {
    expect(stepBySeen(0, 32)).toBe(0);
    expect(stepBySeen(0, 61)).toBe(1);
    expect(stepBySeen(0, 1000)).toBe(2);
    expect(stepBySeen(last, 1000)).toBe(2);
  });

  it('does not swing: at any number of entities it stays where the next look leaves it', () => {
    fc.assert(
      fc.property(fc.nat(last), fc.nat(2000), (before, seen) => {
        const step = stepBySeen(before, seen);
        expect(stepBySeen(step, seen)).toBe(step);
        // A few more or less do not take it up and down again.
        const up = stepBySeen(step, seen + 5);
        expect(stepBySeen(up, seen)).toBe(up);
      }),
    );
  });
});

describe('the crowd ladder of a gateway', () => {
  it('climbs step by step while replication takes more than half its time, and stops at the last', () => {
    const ladder = new LoadLadder();
    expect(afterLoads(ladder, 0.6, 1)).toBe(0);
    expect(afterLoads(ladder, 0.6, 1)).toBe(1);
    expect(afterLoads(ladder, 0.6, 100)).toBe(last);
  });

  it('stays in between, and comes down only after two seconds in which there was room for the step below', () => {
    const ladder = new LoadLadder();
    afterLoads(ladder, 0.9, 6);
    expect(ladder.step).toBe(3);
    // Twice as much would be too much for the step below.
    expect(afterLoads(ladder, 0.3, 1000)).toBe(3);
    expect(afterLoads(ladder, 0.15, 7)).toBe(3);
    expect(afterLoads(ladder, 0.15, 1)).toBe(2);
    expect(afterLoads(ladder, 0.3, 8)).toBe(1);
    expect(afterLoads(ladder, 0.3, 8)).toBe(0);
    expect(afterLoads(ladder, 0, 100)).toBe(0);
  });

  it('does not swing when snapshots cost on each step what its factor says', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.01, max: 4, noNaN: true }), (shareOnFull) => {
        const ladder = new LoadLadder();
        const share = (step: number): number =>
          step === 0 ? shareOnFull : share(step - 1) / crowdSteps[step]!.reliefFactor;
        const steps = Array.from({ length: 400 }, () => (ladder.onLoad(share(ladder.step)), ladder.step));
        expect(new Set(steps.slice(100)).size).toBe(1);
      }),
    );
  });

  it('every step leaves out at least as much as the one before', () => {
    for (let i = 1; i <= last; i++) {
      const [before, step] = [crowdSteps[i - 1]!, crowdSteps[i]!];
      expect(step.nearest).toBeLessThanOrEqual(before.nearest);
      expect(step.slowness).toBeGreaterThanOrEqual(before.slowness);
      step.pauseOfTier.forEach((ticks, tier) =>
        expect(ticks).toBeGreaterThanOrEqual(before.pauseOfTier[tier]!),
      );
    }
  });
});
