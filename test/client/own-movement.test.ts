// Prediction and reconciliation as rules, against a server that loses what it likes.

import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { InputHistory, stepsKept } from '#client/movement/input-history.js';
import type { MovementModel } from '#client/movement/movement-model.js';
import { OwnMovement } from '#client/movement/own-movement.js';

/** A field with a wall at x = 3; positions are multiples of 1/64, so that sums are exact. */
const field: MovementModel = {
  step(state, { moveX, moveY }, ticks) {
    state.x = Math.min(3, state.x + (Math.sign(moveX) * ticks) / 64);
    state.y += (Math.sign(moveY) * ticks) / 64;
  },
};

interface Pair {
  readonly inputs: InputHistory;
  readonly movement: OwnMovement;
  /** The server's: applied by `apply`. */
  readonly server: { map: number; x: number; y: number; lastInput: number };
}

function pair(firstSequence = 0): Pair {
  const inputs = new InputHistory();
  inputs.sequence = firstSequence;
  const movement = new OwnMovement(inputs, field);
  const server = { map: 1, x: 1, y: 1, lastInput: firstSequence };
  movement.reconcile(server.lastInput, server.x, server.y, 1);
  return { inputs, movement, server };
}

function walk({ inputs, movement }: Pair, moveX: number, moveY: number, ticks: number, nowMs = 0): void {
  inputs.add(moveX, moveY, 0, ticks);
  movement.predict(nowMs);
}

/** The server takes the next step, or passes over it as lost. */
function apply({ inputs, server }: Pair, isLost = false): void {
  if (server.lastInput === inputs.sequence) return;
  const sequence = (server.lastInput + 1) & 0xffff;
  const at = sequence & (stepsKept - 1);
  if (isLost) return void (server.lastInput = sequence);
  const step = { moveX: inputs.wishX[at]!, moveY: inputs.wishY[at]!, facing: 0 };
  field.step(server, step, inputs.ticks[at]!);
  server.lastInput = sequence;
}

function tell({ movement, server }: Pair): void {
  movement.reconcile(server.lastInput, server.x, server.y, 1);
}

const action = fc.oneof(
  fc.record({
    kind: fc.constant('walk' as const),
    x: fc.constantFrom(-1, 0, 1),
    y: fc.constantFrom(-1, 0, 1),
    ticks: fc.integer({ min: 1, max: 6 }),
  }),
  fc.record({ kind: fc.constant('apply' as const), isLost: fc.boolean() }),
  fc.record({ kind: fc.constant('push' as const), by: fc.integer({ min: -64, max: 64 }) }),
  fc.record({ kind: fc.constant('tell' as const) }),
);

describe('own movement', () => {
  it('is where the server is once everything is applied and told, whatever was lost and whoever pushed', () => {
    const first = fc.integer({ min: 0, max: 0xffff });
    fc.assert(
      fc.property(first, fc.array(action, { maxLength: 100 }), (firstSequence, actions) => {
        const both = pair(firstSequence);
        for (const each of actions) {
          if (each.kind === 'walk') walk(both, each.x, each.y, each.ticks);
          else if (each.kind === 'apply') apply(both, each.isLost);
          else if (each.kind === 'push') both.server.y += each.by / 64;
          else tell(both);
        }
        while (both.server.lastInput !== both.inputs.sequence) apply(both);
        tell(both);
        expect(both.movement).toMatchObject({ x: both.server.x, y: both.server.y, unappliedSteps: 0 });
      }),
      { numRuns: 300 },
    );
  });

  it('is never corrected while the server does what was predicted, also where numbers wrap', () => {
    const both = pair(65_500);
    for (let count = 0; count < 300; count++) {
      walk(both, count % 7 < 4 ? 1 : -1, 1, 1 + (count % 6));
      if (count >= 10) apply(both);
      if (count % 3 === 0) tell(both);
    }
    tell(both);
    expect(both.movement).toMatchObject({ corrections: 0, unappliedSteps: 10 });
  });

  it('plays the steps that are still under way again on top of a correction', () => {
    const both = pair();
    for (let count = 0; count < 4; count++) walk(both, 0, 1, 4);
    apply(both);
    both.server.y = 10;
    tell(both);
    expect(both.movement.y).toBe(10 + (3 * 4) / 64);
    expect(both.movement.lastCorrectionM).toBeCloseTo(10 - 1 - 4 / 64);
  });

  it('begins anew where the server says after a silence longer than the steps that are kept', () => {
    const both = pair();
    for (let count = 0; count < stepsKept + 40; count++) walk(both, 0, 1, 1);
    apply(both);
    tell(both);
    expect(both.movement).toMatchObject({ x: 1, y: both.server.y });
    walk(both, 0, 1, 6);
    expect(both.movement.y).toBe(both.server.y + 6 / 64);
  });

  it('a held character stays where it is, and its steps have no effect', () => {
    const both = pair();
    both.movement.isHeld = true;
    walk(both, 1, 1, 6);
    expect(both.movement).toMatchObject({ x: 1, y: 1 });
  });

  it('a correction is shown sliding, each frame a part of it, until nothing is left', () => {
    const both = pair();
    const { movement } = both;
    movement.show(0);
    both.server.y = 2;
    tell(both);
    let last = 1;
    for (let nowMs = 0; nowMs <= 1000; nowMs += 20) {
      movement.show(nowMs);
      expect(movement.shownY).toBeGreaterThanOrEqual(last);
      expect(movement.shownY - last).toBeLessThan(0.2);
      last = movement.shownY;
    }
    expect(last).toBeCloseTo(2, 3);
  });

  it('a step is shown over its time, not at once', () => {
    const both = pair();
    walk(both, 0, 1, 6, 1000);
    const shown = [1000, 1050, 1100, 1200].map((nowMs) => {
      both.movement.show(nowMs);
      return both.movement.shownY;
    });
    expect(shown).toEqual([1, expect.closeTo(1 + 3 / 64, 9), expect.closeTo(1 + 6 / 64, 9), 1 + 6 / 64]);
  });
});

describe('input history', () => {
  it('brings what is out of range into it', () => {
    const inputs = new InputHistory();
    const at = inputs.add(5, Number.NaN, 300, 99);
    expect([inputs.wishX[at], inputs.wishY[at], inputs.facing[at], inputs.ticks[at]]).toEqual([
      127, 0, 44, 6,
    ]);
    expect(inputs.ticks[inputs.add(0, 0, 0, Number.NaN)]).toBe(1);
  });

  it('carries more steps the more is lost', () => {
    const inputs = new InputHistory();
    const bytes = new Uint8Array(200);
    for (let count = 0; count < 20; count++) inputs.add(1, 0, 0, 1);
    const lengths = [0, 0.05, 0.3, 0].map((lossRatio) => {
      inputs.adaptTo(lossRatio);
      return inputs.encode(1, bytes, 0);
    });
    expect(lengths.map((length) => (length - lengths[0]!) / 4)).toEqual([0, 2, 5, 0]);
  });
});
