// Whether the simulation lives.

import { describe, expect, it } from '@jest/globals';
import { TickWatch, stalledMs } from '#application/telemetry/tick-watch.js';

describe('the watch over ticks', () => {
  let tick = 5;
  let nowMs = 1000;
  const watch = new TickWatch(() => tick, { nowMs: () => nowMs });

  it('is well while ticks are made, however seldom it looks', () => {
    expect(watch.check()).toEqual({ ok: true });
    nowMs += 10 * stalledMs;
    tick++;
    expect(watch.check()).toEqual({ ok: true });
  });

  it('is not when none was made for long, and is again with the next', () => {
    nowMs += stalledMs - 1;
    expect(watch.check()).toEqual({ ok: true });
    nowMs += 1;
    expect(watch.check()).toEqual({ ok: false, reason: `no tick for ${stalledMs} ms` });
    tick++;
    expect(watch.check()).toEqual({ ok: true });
  });
});
