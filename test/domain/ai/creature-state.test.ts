import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { CreatureState, Perception, nextState } from '#domain/ai/creature-state.js';

const { idle, wandering, chasing, returning } = CreatureState;

function seeing(seen: Partial<Perception>): Perception {
  return Object.assign(new Perception(), { leashM: 20 }, seen);
}

describe('a creature', () => {
  it('rests, wanders, and rests again', () => {
    expect(nextState(idle, seeing({}))).toBe(idle);
    expect(nextState(idle, seeing({ timeIsUp: true }))).toBe(wandering);
    expect(nextState(wandering, seeing({}))).toBe(wandering);
    expect(nextState(wandering, seeing({ arrived: true }))).toBe(idle);
    expect(nextState(wandering, seeing({ timeIsUp: true }))).toBe(idle);
  });

  it('chases whom it sees or hates', () => {
    expect(nextState(idle, seeing({ hasTarget: true }))).toBe(chasing);
    expect(nextState(wandering, seeing({ hasTarget: true }))).toBe(chasing);
    expect(nextState(chasing, seeing({ hasTarget: true, fromHomeM: 19 }))).toBe(chasing);
  });

  it('goes home when its target is gone, too far from home, or out of reach for too long', () => {
    expect(nextState(chasing, seeing({}))).toBe(returning);
    expect(nextState(chasing, seeing({ hasTarget: true, fromHomeM: 21 }))).toBe(returning);
    expect(nextState(chasing, seeing({ hasTarget: true, timeIsUp: true }))).toBe(returning);
  });

  it('on its way home is not drawn into another chase', () => {
    expect(nextState(returning, seeing({ hasTarget: true }))).toBe(returning);
    expect(nextState(returning, seeing({ hasTarget: true, arrived: true }))).toBe(idle);
    expect(nextState(returning, seeing({ timeIsUp: true }))).toBe(idle);
  });

  it('never chases beyond its leash', () => {
    const any = fc.record({
      hasTarget: fc.boolean(),
      timeIsUp: fc.boolean(),
      arrived: fc.boolean(),
      fromHomeM: fc.double({ min: 20.001, max: 1000, noNaN: true }),
    });
    fc.assert(
      fc.property(any, (seen) => {
        expect(nextState(chasing, seeing(seen))).toBe(returning);
      }),
    );
  });
});
