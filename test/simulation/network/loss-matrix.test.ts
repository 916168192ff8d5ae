// The loss matrix of the protocol's design, scaled down: every link carries bulk and game traffic, complete and in order.
// `npm run bench -- loss` measures longer.

import { describe, expect, it } from '@jest/globals';
import { carryBulk, carryGame } from '#src/simulate/link-traffic.js';
import { lossMatrix } from '#src/simulate/loss-matrix.js';

describe.each(lossMatrix.map((link) => [link.name, link.conditions] as const))(
  'loss matrix: %s',
  (_name, link) => {
    it('bulk arrives complete, once and in order', () => {
      const report = carryBulk(link, 3, 1);
      expect(report).toMatchObject({ wrong: 0, ended: undefined });
      // Slow links are used, at least in part; nothing is drowned in repetitions.
      expect(report.bytesPerSecond).toBeGreaterThan(4_000);
      expect(report.sentPerByte).toBeLessThan(8);
    });

    it('requests, events, inputs and snapshots arrive as well as the link allows', () => {
      const report = carryGame(link, 5, 1);
      expect(report).toMatchObject({ wrong: 0, ended: undefined });
      expect(report.inputShare).toBeGreaterThan(1 - link.lossRatio - 0.15);
      expect(report.downMsP50).toBeLessThan(6 * (link.delayMs + link.jitterMs) + 300);
    });
  },
);
