import { describe, expect, it } from '@jest/globals';
import { TickPacer, catchUpTicksMax } from '#application/tick/tick-pacer.js';

describe('the tick pacer', () => {
  it('runs 60 ticks in a second that is looked at often', () => {
    const pacer = new TickPacer(60, 0);
    let ticks = 0;
    for (let ms = 0; ms <= 1000; ms++) ticks += pacer.takeDue(ms);
    expect(ticks).toBe(60);
  });

  it('does not drift over an hour', () => {
    const pacer = new TickPacer(60, 0);
    let ticks = 0;
    for (let ms = 0; ms <= 3_600_000; ms += 7) ticks += pacer.takeDue(ms);
    expect(ticks).toBeGreaterThanOrEqual(60 * 3600 - 1);
    expect(pacer.skippedTicks).toBe(0);
  });

  it('makes up for a short hiccup', () => {
    const pacer = new TickPacer(60, 0);
    expect(pacer.takeDue(50)).toBe(3);
    expect(pacer.skippedTicks).toBe(0);
  });

  it('gives up what is too late, counts it, and goes on at the usual pace', () => {
    const pacer = new TickPacer(60, 0);
    expect(pacer.takeDue(1000)).toBe(catchUpTicksMax);
    expect(pacer.skippedTicks).toBe(60 - catchUpTicksMax);
    expect(pacer.takeDue(1001)).toBe(0);
    expect(pacer.takeDue(1017)).toBe(1);
  });

  it('says how late each of the steps is that are made up for', () => {
    const pacer = new TickPacer(50, 100);
    expect(pacer.takeDue(145)).toBe(2);
    // Due at 120 and 140.
    expect(pacer.slipMs(145, 2)).toBe(25);
    expect(pacer.slipMs(150, 1)).toBe(10);
    expect(pacer.takeDue(160)).toBe(1);
    expect(pacer.slipMs(160, 1)).toBe(0);
  });

  it('says how long to wait', () => {
    const pacer = new TickPacer(50, 100);
    expect(pacer.waitMs(105)).toBe(15);
    expect(pacer.waitMs(200)).toBe(0);
  });
});
