// The client's two times: the server's present, and the tick that is shown.

import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { ServerTime } from '#client/time/server-time.js';
import { SteadyOffset } from '#client/time/steady-offset.js';
import { SeededRandom } from '../protocol/session/session-lab.js';

const msPerTick = 1000 / 60;

interface Way {
  readonly delayMs: number;
  readonly jitterMs: number;
  readonly loss: number;
  readonly seed?: number;
  /** How much faster than 1 the server's clock runs. */
  readonly drift?: number;
}

/** Snapshots every 3 ticks over a network; after each frame of 8 ms `look` is told what the truth is. */
function travel(
  time: ServerTime,
  seconds: number,
  way: Way,
  look: (nowMs: number, trueTick: number) => void,
  fromMs = 0,
): void {
  const { delayMs, jitterMs, loss, seed = 1, drift = 1 } = way;
  const random = new SeededRandom(seed);
  const due: { atMs: number; tick: number }[] = [];
  let newest = time.newestTick;
  let sentTick = 0;
  for (let nowMs = fromMs; nowMs < fromMs + seconds * 1000; nowMs += 8) {
    const trueTick = 100 + (nowMs * drift) / msPerTick;
    for (; sentTick + 3 <= trueTick; sentTick += 3) {
      if (sentTick + 3 < trueTick - 6) continue;
      if (random.next() < loss) continue;
      due.push({ atMs: nowMs + delayMs + random.next() * jitterMs, tick: sentTick + 3 });
    }
    for (const { atMs, tick } of due.splice(0)) {
      if (atMs > nowMs) due.push({ atMs, tick });
      else if (tick > newest) {
        newest = tick;
        time.onSnapshot(tick, nowMs, 2 * delayMs + random.next() * 2 * jitterMs);
      }
    }
    look(nowMs, trueTick);
  }
}

describe('server time', () => {
  it('tells the present tick within two ticks over a way as long there as back', () => {
    const time = new ServerTime();
    const errors: number[] = [];
    travel(time, 10, { delayMs: 70, jitterMs: 60, loss: 0.1 }, (nowMs, trueTick) => {
      if (nowMs > 4000) errors.push(Math.abs(time.serverTickAt(nowMs) - trueTick));
    });
    expect(Math.max(...errors)).toBeLessThan(2);
  });

  it('follows a server whose clock runs a little faster or slower', () => {
    for (const drift of [0.995, 1.005]) {
      const time = new ServerTime();
      let errorTicks = 0;
      travel(time, 60, { delayMs: 40, jitterMs: 10, loss: 0.02, drift }, (nowMs, trueTick) => {
        if (nowMs > 5000) errorTicks = Math.max(errorTicks, Math.abs(time.serverTickAt(nowMs) - trueTick));
      });
      expect(errorTicks).toBeLessThan(3);
    }
  });

  it('shows a tick for which the next snapshot is nearly always there, and not much earlier than needed', () => {
    const delays = [
      { way: { delayMs: 30, jitterMs: 0, loss: 0 }, ticksMax: 8 },
      { way: { delayMs: 70, jitterMs: 60, loss: 0.1 }, ticksMax: 20 },
      { way: { delayMs: 70, jitterMs: 60, loss: 0.3 }, ticksMax: 30 },
    ];
    for (const { way, ticksMax } of delays) {
      const time = new ServerTime();
      let frames = 0;
      let starved = 0;
      let delay = 0;
      travel(time, 20, way, (nowMs, trueTick) => {
        if (nowMs < 4000) return;
        frames++;
        if (time.viewTickAt(nowMs) > time.newestTick) starved++;
        delay += trueTick - time.viewTickAt(nowMs);
      });
      expect(starved / frames).toBeLessThan(0.05);
      expect(delay / frames).toBeLessThan(ticksMax);
    }
  });

  it('the delay shrinks again when the network is well', () => {
    const time = new ServerTime();
    let badTicks = 0;
    travel(time, 10, { delayMs: 40, jitterMs: 150, loss: 0.2 }, (nowMs, trueTick) => {
      badTicks = trueTick - time.viewTickAt(nowMs);
    });
    let goodTicks = 0;
    const look = (nowMs: number, trueTick: number): void => {
      goodTicks = trueTick - time.viewTickAt(nowMs);
    };
    travel(time, 10, { delayMs: 40, jitterMs: 0, loss: 0 }, look, 10_000);
    expect(badTicks).toBeGreaterThan(10);
    expect(goodTicks).toBeLessThan(8);
  });

  it('time shown never runs back, and never more than a tenth too fast or slow', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 1_000_000 }),
        fc.integer({ min: 0, max: 300 }),
        fc.integer({ min: 0, max: 200 }),
        fc.double({ min: 0, max: 0.4, noNaN: true }),
        (seed, delayMs, jitterMs, loss) => {
          const time = new ServerTime();
          let last = 0;
          let lastMs = 0;
          travel(time, 6, { delayMs, jitterMs, loss, seed }, (nowMs) => {
            const shown = time.viewTickAt(nowMs);
            const ran = (shown - last) / ((nowMs - lastMs) / msPerTick);
            if (last > 0) expect(Math.abs(ran - 1)).toBeLessThan(0.1001);
            last = shown;
            lastMs = nowMs;
          });
        },
      ),
      { numRuns: 25 },
    );
  });

  it('after a long stand-still of the server it jumps instead of creeping', () => {
    const time = new ServerTime();
    const look = (): void => {};
    travel(time, 4, { delayMs: 20, jitterMs: 0, loss: 0 }, look);
    // 5 s later the server has done no tick in between.
    for (let count = 1; count <= 70; count++) {
      time.onSnapshot(time.newestTick + 3, 9000 + count * 50, 40);
      time.viewTickAt(9000 + count * 50);
    }
    const nowMs = 9000 + 70 * 50;
    expect(time.viewTickAt(nowMs)).toBeLessThan(time.newestTick);
    expect(time.viewTickAt(nowMs)).toBeGreaterThan(time.newestTick - 8);
  });

  it('begins with what the server said when the session was made', () => {
    const time = new ServerTime();
    time.begin(600, 1000, 0);
    expect(time.serverTickAt(1500)).toBeCloseTo(630);
    expect(time.isKnown).toBe(false);
  });

  it('is unknown until the first snapshot and after a reset', () => {
    const time = new ServerTime();
    expect([time.isKnown, time.viewTickAt(5), time.serverTickAt(5)]).toEqual([false, 0, 0]);
    time.onSnapshot(50, 10, 0);
    expect(time.isKnown).toBe(true);
    expect(time.viewTickAt(10)).toBeCloseTo(44);
    time.reset();
    expect([time.isKnown, time.viewTickAt(20)]).toEqual([false, 0]);
  });
});

describe('a steady offset', () => {
  it('creeps to what it aims at, no faster than its rate', () => {
    const offset = new SteadyOffset(0.1, 50);
    offset.aim(100);
    expect(offset.at(0)).toBe(100);
    offset.aim(110);
    expect(offset.at(50)).toBeCloseTo(155);
    expect(offset.at(100)).toBeCloseTo(210);
    expect(offset.at(200)).toBeCloseTo(310);
    expect(offset.jumps).toBe(1);
    offset.aim(300);
    expect(offset.at(200)).toBe(500);
    expect(offset.jumps).toBe(2);
  });
});
