import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { queueSteps } from '#domain/body/player-steps.js';
import { noteView, viewLagTicks } from '#domain/skills/view-lag.js';
import { rewindTicksMax } from '#domain/body/position-history.js';
import { SmallWorld } from '../harness/small-world.js';

const row = 1;

function playerColumns() {
  return new SmallWorld({ capacity: 4 }).world.components.player.columns;
}

describe('how late a player sees others', () => {
  it('is the distance of its view to the tick that judges it', () => {
    const player = playerColumns();
    for (let tick = 100; tick < 200; tick++) noteView(player, row, { sequence: 1, viewTick: tick - 9 }, tick);
    expect(viewLagTicks(player, row)).toBe(9);
  });

  it('is the present until a view was named', () => {
    const player = playerColumns();
    expect(viewLagTicks(player, row)).toBe(0);
    noteView(player, row, { sequence: 1, viewTick: 0 }, 5000);
    expect(viewLagTicks(player, row)).toBe(0);
  });

  it('is never the future nor more than the bound, whatever a client says', () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ viewTick: fc.nat(0xffff_ffff), sequence: fc.nat(0xffff) })),
        fc.nat(1_000_000),
        (views, tick) => {
          const player = playerColumns();
          for (const view of views) {
            noteView(player, row, view, tick);
            const lag = viewLagTicks(player, row);
            expect(Number.isInteger(lag) && lag >= 0 && lag <= rewindTicksMax).toBe(true);
          }
        },
      ),
    );
  });

  it('is the usual one: a single view, late by the jitter or a lie, hardly moves it', () => {
    const player = playerColumns();
    for (let tick = 100; tick < 160; tick++) noteView(player, row, { sequence: 1, viewTick: tick - 5 }, tick);
    noteView(player, row, { sequence: 1, viewTick: 1 }, 160);
    expect(viewLagTicks(player, row)).toBeLessThanOrEqual(7);
  });

  it('follows a connection that became slower within a quarter of a second', () => {
    const player = playerColumns();
    for (let tick = 100; tick < 160; tick++) noteView(player, row, { sequence: 1, viewTick: tick - 4 }, tick);
    for (let tick = 160; tick < 176; tick++)
      noteView(player, row, { sequence: 1, viewTick: tick - 10 }, tick);
    expect(viewLagTicks(player, row)).toBeGreaterThanOrEqual(9);
  });

  it('is not told by inputs that were overtaken or repeated', () => {
    const player = playerColumns();
    noteView(player, row, { sequence: 7, viewTick: 95 }, 100);
    queueSteps(
      player,
      row,
      { sequence: 7, stepsCount: 1, steps: [{ moveX: 0, moveY: 0, facing: 0, ticks: 1 }] },
      { queued: 0, repeated: 0, dropped: 0 },
    );
    noteView(player, row, { sequence: 7, viewTick: 86 }, 100);
    noteView(player, row, { sequence: 3, viewTick: 86 }, 100);
    expect(viewLagTicks(player, row)).toBe(5);
  });
});
