import { beforeEach, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { isNewer, queuedSteps, timeCreditMax } from '#domain/body/player-steps.js';
import { queueSteps, teleport } from '#domain/body/movement.js';
import { movePlayersSystem } from '#domain/body/move-players.js';
import { stepQueueMax } from '#domain/body/columns.js';
import type { World } from '#domain/world/world.js';
import { SmallWorld } from '../harness/small-world.js';

const perTick = 5 / 60;

interface Step {
  moveX: number;
  moveY: number;
  facing: number;
  ticks: number;
}

const east = (ticks = 1): Step => ({ moveX: 1, moveY: 0, facing: 0, ticks });

let small: SmallWorld;
let world: World;
let row: number;

beforeEach(() => {
  small = new SmallWorld({ systems: [movePlayersSystem] });
  ({ world } = small);
  row = small.player(20, 20);
});

const send = (sequence: number, ...steps: Step[]) =>
  queueSteps(world, row, { sequence, stepsCount: steps.length, steps });
const tick = (count = 1) => small.tick(count);
const x = () => world.components.transform.columns.x[row]!;
const player = () => world.components.player.columns;

describe('a player', () => {
  it('moves by one tick of its speed for each tick of a step', () => {
    send(1, east(3));
    tick();
    expect(x()).toBeCloseTo(20 + perTick, 12);
    tick(2);
    expect(x()).toBeCloseTo(20 + 3 * perTick, 12);
  });

  it('stands still without steps', () => {
    send(1, east());
    tick(10);
    expect(x()).toBeCloseTo(20 + perTick, 12);
  });

  it('moves no faster with a wish longer than 1', () => {
    send(1, { moveX: 1, moveY: 1, facing: 0, ticks: 1 });
    tick();
    const { y } = world.components.transform.columns;
    expect(Math.hypot(x() - 20, y[row]! - 20)).toBeCloseTo(perTick, 9);
  });

  it('looks where its step says', () => {
    send(1, { moveX: 0, moveY: 0, facing: 200, ticks: 1 });
    tick();
    expect(world.components.transform.columns.facing[row]).toBe(200);
  });

  it('is told of a step only when it was applied whole, with the position after it', () => {
    send(1, east(1));
    send(2, east(4));
    tick(3);
    expect(player().lastInput[row]).toBe(1);
    expect(player().settledX[row]).toBeCloseTo(20 + perTick, 12);
    tick(2);
    expect(player().lastInput[row]).toBe(2);
    expect(player().settledX[row]).toBeCloseTo(x(), 12);
  });

  it('applies a step once, however often it arrives', () => {
    send(2, east(), east());
    send(3, east(), east(), east());
    send(3, east(), east(), east());
    tick(20);
    expect(x()).toBeCloseTo(20 + 3 * perTick, 9);
    expect(world.tables.stepCounters).toEqual({ queued: 3, repeated: 5, dropped: 0 });
  });

  it('ignores steps older than those it took', () => {
    send(10, east());
    send(9, east(6));
    tick(10);
    expect(x()).toBeCloseTo(20 + perTick, 12);
  });

  it('goes on where sequence numbers wrap', () => {
    send(0xffff, east());
    send(1, east(), east());
    tick(5);
    expect(x()).toBeCloseTo(20 + 3 * perTick, 9);
    expect(player().lastInput[row]).toBe(1);
  });

  it('loses and counts the steps that its queue has no room for', () => {
    for (let sequence = 1; sequence <= stepQueueMax + 4; sequence++) send(sequence, east());
    expect(world.tables.stepCounters.dropped).toBe(4);
    tick(100);
    expect(x()).toBeCloseTo(20 + stepQueueMax * perTick, 9);
  });

  it('catches up after a hiccup, as far as its credit goes', () => {
    tick(60);
    for (let sequence = 1; sequence <= 12; sequence++) send(sequence, east());
    tick(5);
    expect(x()).toBeCloseTo(20 + 10 * perTick, 9);
  });

  it('does not move while dead or stunned, and does not make up for it', () => {
    let sequence = 1;
    for (const tag of [world.components.dead, world.components.stunned]) {
      tag.add(row);
      send(sequence++, east(6));
      tick(6);
      tag.remove(row);
      tick(6);
      expect(x()).toBe(20);
    }
  });

  it('forgets its steps when it is put elsewhere', () => {
    send(5, east(6));
    tick();
    teleport(world, row, 1, 8, 9, 0);
    tick(6);
    expect(x()).toBe(8);
    expect(player().lastInput[row]).toBe(5);
    expect([player().settledX[row], player().settledY[row]]).toEqual([8, 9]);
  });

  it('makes no step of numbers that are none', () => {
    send(1, { moveX: NaN, moveY: Infinity, facing: 1e9, ticks: NaN });
    tick(10);
    expect(Number.isFinite(x())).toBe(true);
    expect(world.components.transform.columns.y[row]).toBeCloseTo(20 + perTick, 9);
  });
});

describe('whatever a client sends', () => {
  it('it moves for at most as many ticks as passed, and the credit', () => {
    const sending = fc.record({
      sequence: fc.nat(0xffff),
      count: fc.nat(8),
      ticks: fc.integer({ min: 0, max: 300 }),
      then: fc.nat(4),
    });
    fc.assert(
      fc.property(fc.array(sending, { maxLength: 60 }), (sendings) => {
        world.components.transform.columns.x[row] = 20;
        let passed = 0;
        let walked = 0;
        for (const { sequence, count, ticks, then } of sendings) {
          send(sequence, ...Array.from({ length: count }, () => east(ticks)));
          const before = x();
          tick(then);
          passed += then;
          walked += (x() - before) / perTick;
          world.components.transform.columns.x[row] = 20;
        }
        expect(walked).toBeLessThanOrEqual(passed + timeCreditMax + 1e-6);
        expect(queuedSteps(player(), row)).toBeLessThanOrEqual(stepQueueMax);
      }),
    );
  });
});

describe('sequence numbers', () => {
  it('are newer up to 32,767 ahead, over the wrap as well', () => {
    fc.assert(
      fc.property(fc.nat(0xffff), fc.integer({ min: 1, max: 0x7fff }), (start, ahead) => {
        expect(isNewer((start + ahead) & 0xffff, start)).toBe(true);
        expect(isNewer(start, (start + ahead) & 0xffff)).toBe(false);
        expect(isNewer(start, start)).toBe(false);
      }),
    );
  });
});
