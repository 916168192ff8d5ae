// Bulk finds the rate that the way carries, gives way when queues grow, and is not scared by random loss.

import { describe, expect, it } from '@jest/globals';
import type { LinkConditions } from '#adapters/memory/network/datagram-network.js';
import { Pacing } from '#adapters/protocol/session/delivery/pacing.js';
import { RoundTrip } from '#adapters/protocol/session/delivery/round-trip.js';
import { Queued } from '#adapters/protocol/session/delivery/outgoing-messages.js';
import { ConnectionPair, numbered, numberIn } from '../connection-pair.js';

/** Sends bulk for `ms` over the link and returns bytes a second that arrived, in order, and the share sent twice. */
function bulk(link: Partial<LinkConditions>, ms: number, seed = 1): { goodput: number; repeated: number } {
  const pair = new ConnectionPair(link, seed);
  let next = 0;
  let arrived = 0;
  pair.b.onEach = (bytes) => expect(numberIn(bytes)).toBe(arrived++);
  pair.run(ms, () => {
    while (next - arrived < 480 && pair.a.enqueue(numbered(next, 1000)) === Queued.ok) next++;
  });
  return {
    goodput: (arrived * 1000 * 1000) / ms,
    repeated: pair.a.memory.counters.retransmits / Math.max(1, arrived),
  };
}

describe('pacing', () => {
  it('starts at 256 KiB a second and finds more where there is more', () => {
    expect(bulk({ delayMs: 10 }, 5000).goodput).toBeGreaterThan(600_000);
  });

  it('random loss slows bulk down by little', () => {
    const clean = bulk({ delayMs: 30 }, 8000).goodput;
    const lossy = bulk({ delayMs: 30, lossRatio: 0.05 }, 8000).goodput;
    expect(lossy).toBeGreaterThan(clean / 4);
    expect(bulk({ delayMs: 100, lossRatio: 0.2 }, 8000).goodput).toBeGreaterThan(60_000);
  });

  it.each([
    // bytes/s, loss, delay, share reordered and by how much, and what of the rate must be of use.
    [128_000, 0.1, 50, 0.02, 50, 0.4],
    [1_000_000, 0.05, 10, 0.01, 10, 0.3],
    [2_000_000, 0, 50, 0.3, 40, 0.2],
    [64_000, 0.2, 100, 0.04, 50, 0.3],
    [1_000_000, 0.2, 100, 0.04, 10, 0.1],
    [1_000_000, 0.02, 5, 0.02, 1, 0.4],
  ])(
    'bulk over %i bytes/s with %d loss, %i ms',
    (bytesPerSecond, lossRatio, delayMs, reorderRatio, reorderMs, share) => {
      const link = { bytesPerSecond, lossRatio, delayMs, reorderRatio, reorderMs, queueMs: 200 };
      const { goodput, repeated } = bulk(link, 15_000);
      if (process.env['SHOW_RATES']) process.stdout.write(`${JSON.stringify(link)} ${goodput} ${repeated}\n`);
      expect(goodput).toBeGreaterThan(bytesPerSecond * share);
      expect(repeated).toBeLessThan(lossRatio * 3 + 0.35);
    },
  );

  it('growing round trips slow it down, to no less than 16 KiB a second', () => {
    const pacing = new Pacing();
    const roundTrip = new RoundTrip();
    pacing.reset(0);
    roundTrip.sample(20);
    pacing.judge(0, roundTrip);
    for (let number = 0; number < 30; number++) roundTrip.sample(200);
    for (let nowMs = 1000; nowMs < 29_000; nowMs += 400) {
      for (let packet = 0; packet < 10; packet++) pacing.onAcked();
      pacing.judge(nowMs, roundTrip);
    }
    expect(pacing.bytesPerSecond).toBe(16 * 1024);
  });

  it('loss of more than a third slows it down, and it recovers when the loss ends', () => {
    const pacing = new Pacing();
    const roundTrip = new RoundTrip();
    pacing.reset(0);
    roundTrip.sample(20);
    let nowMs = 0;
    const judged = (lost: number): number => {
      for (let packet = 0; packet < 20; packet++) {
        if (packet < lost) pacing.onLost();
        else pacing.onAcked();
      }
      while (pacing.allows(nowMs)) pacing.onSent(1200);
      pacing.judge((nowMs += 100), roundTrip);
      return pacing.bytesPerSecond;
    };
    for (let round = 0; round < 5; round++) judged(10);
    const slow = judged(10);
    expect(slow).toBeLessThan(256 * 1024);
    expect(pacing.lossPerMille).toBeGreaterThan(350);
    for (let round = 0; round < 20; round++) judged(0);
    expect(judged(0)).toBeGreaterThan(slow);
    expect(pacing.lossPerMille).toBe(0);
  });

  it('a budget is never saved up for a burst, whatever the pause', () => {
    const pacing = new Pacing();
    pacing.reset(0);
    let bytes = 0;
    while (pacing.allows(60_000)) {
      pacing.onSent(1200);
      bytes += 1200;
    }
    expect(bytes).toBeLessThanOrEqual(6000);
  });
});
