// What every telemetry history promises.

import { beforeEach, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type { HistorySpan, TelemetryHistory } from '#ports/admin/monitoring/telemetry-history.js';
import {
  everything,
  fill,
  hourMs,
  minuteMs,
  roughly,
  samplesOf,
  upTo,
} from '../../support/admin/history-questions.js';
import { sample } from '../../support/admin/server-examples.js';
import type { StoreContracts } from '../../support/admin/store-contracts.js';

export const contracts: StoreContracts = {
  history: (name, stage) => testTelemetryHistory(name, async () => (await stage()).stores.history),
};

/** A full hour. */
const noon = Date.UTC(2026, 10, 30, 12);

function testTelemetryHistory(name: string, make: () => Promise<TelemetryHistory>): void {
  describe(`${name} as a telemetry history`, () => {
    const serverId = randomUUID();
    let history: TelemetryHistory;
    beforeEach(async () => {
      history = await make();
    });
    const read = (stepSeconds: number, part = {}) => history.read(serverId, everything(stepSeconds, part));
    const times = (spans: readonly HistorySpan[]) => spans.map(({ atUnixMs }) => atUnixMs);
    const players = (spans: readonly HistorySpan[]) => spans.map(({ figures }) => figures.players?.mean);

    it('gives back samples one by one at the finest step, oldest first', async () => {
      for (const second of [3, 1, 2])
        await history.append(serverId, sample({ atUnixMs: second * 1000, players: second }));
      const spans = await read(1);
      expect([times(spans), players(spans)]).toEqual([
        [1_000, 2_000, 3_000],
        [1, 2, 3],
      ]);
    });

    it('tells a span by mean, least and largest, and percentiles by the largest alone', async () => {
      await history.append(serverId, sample({ atUnixMs: 10_000, players: 5, tickMsP99: 9 }));
      await history.append(serverId, sample({ atUnixMs: 14_000, players: 7, tickMsP99: 4 }));
      await history.append(serverId, sample({ atUnixMs: 15_000, players: 1 }));
      const spans = await read(5);
      expect(spans).toHaveLength(2);
      expect(spans[0]!.figures).toEqual({
        players: { mean: 6, least: 5, largest: 7 },
        tickMsP99: { mean: null, least: null, largest: 9 },
      });
      expect(spans[1]).toMatchObject({ atUnixMs: 15_000, figures: { players: { mean: 1 } } });
    });

    it('lets a sample count for as long as its window is', async () => {
      await history.append(serverId, sample({ atUnixMs: 1_000, players: 10, windowSeconds: 1 }));
      await history.append(serverId, sample({ atUnixMs: 5_000, players: 20, windowSeconds: 4 }));
      expect(players(await read(10))).toEqual([18]);
    });

    it('keeps what was not measured apart from 0, in samples and in sums', async () => {
      const figures = ['memoryBytes'] as const;
      await history.append(serverId, sample({ atUnixMs: 1_000, memoryBytes: null }));
      await history.append(serverId, sample({ atUnixMs: 2_000, memoryBytes: 500 }));
      await history.append(serverId, sample({ atUnixMs: 61_000, memoryBytes: null }));
      const memory = async (stepSeconds: number) =>
        (await read(stepSeconds, { figures })).map((span) => span.figures.memoryBytes?.mean);
      expect(await memory(1)).toEqual([undefined, 500, undefined]);
      expect(await memory(60)).toEqual([500, undefined]);
      await history.tend(upTo(2 * hourMs));
      expect(await memory(60)).toEqual([500, undefined]);
      expect(await memory(3600)).toEqual([500]);
    });

    it('takes numbers however small and large a report may tell them', async () => {
      const least = { players: 0, bytesInPerSecond: 1e-300, memoryBytes: 2 ** 50 };
      await history.append(serverId, sample({ atUnixMs: 1_000, windowSeconds: 0, ...least }));
      await history.append(serverId, sample({ atUnixMs: 2_000, bytesInPerSecond: 2 ** 39 }));
      await history.tend(upTo(2 * hourMs));
      const [span] = await read(3600, { figures: ['bytesInPerSecond', 'memoryBytes'] });
      expect(span!.figures.bytesInPerSecond).toMatchObject({ largest: 2 ** 39 });
      expect(span!.figures.bytesInPerSecond!.least).toBeCloseTo(0);
      expect(span!.figures.memoryBytes!.largest).toBe(2 ** 50);
    });

    it('leaves out what is before and after the time asked for, and other servers', async () => {
      for (const atUnixMs of [1_000, 2_000, 3_000]) await history.append(serverId, sample({ atUnixMs }));
      await history.append(randomUUID(), sample({ atUnixMs: 2_000 }));
      const part = { fromUnixMs: 2_000, toUnixMs: 3_000 };
      expect(times(await read(1, part))).toEqual([2_000]);
    });

    it('counts a sample that was sent twice once', async () => {
      for (const value of [4, 4, 8]) {
        await history.append(serverId, sample({ atUnixMs: noon + value * 1_000, players: value }));
      }
      expect(players(await read(60))).toEqual([6]);
      await history.tend(upTo(noon + hourMs));
      await history.append(serverId, sample({ atUnixMs: noon + 4_000, players: 4 }));
      await history.tend(upTo(noon + hourMs));
      expect(players(await read(3600))).toEqual([6]);
    });

    it('reads the same from samples, minutes and hours, however far it is summed up', async () => {
      await fill(history, serverId, samplesOf(noon - 40 * minuteMs + 17_000, 1_500, 7_000));
      await fill(history, serverId, samplesOf(noon + 5 * hourMs + 123, 500, 7_000));
      const steps = [60, 300, 3600, 7200];
      const figures = ['players', 'tickMsP99', 'lossPercent'] as const;
      const keyed = ['playersByMap'] as const;
      const all = () => Promise.all(steps.map((step) => read(step, { figures, keyed })));
      const before = (await all()).map(roughly);
      for (const minutes of [-39, -10, 0, 1, 59, 60, 61, 300, 361]) {
        await history.tend(upTo(noon + minutes * minuteMs + 30_000));
        expect((await all()).map(roughly)).toEqual(before);
      }
    }, 60_000);

    it('sums up a second time, and twice at the same time, without another result', async () => {
      await fill(history, serverId, samplesOf(noon, 600, 30_000));
      const before = roughly(await read(3600));
      const tend = () => history.tend(upTo(noon + 6 * hourMs));
      await Promise.all([tend(), tend(), tend()]);
      expect(roughly(await read(3600))).toEqual(before);
      await tend();
      expect(roughly(await read(3600))).toEqual(before);
    }, 30_000);

    it('sums up what came late with its minute and hour', async () => {
      await history.append(serverId, sample({ atUnixMs: noon + 1_000, players: 10 }));
      await history.append(serverId, sample({ atUnixMs: noon + 3 * hourMs, players: 1 }));
      await history.tend(upTo(noon + 4 * hourMs));
      await history.append(serverId, sample({ atUnixMs: noon + 2_000, players: 30 }));
      for (const round of ['not summed up', 'summed up']) {
        for (const step of [60, 3600]) expect([round, players(await read(step))[0]]).toEqual([round, 20]);
        await history.tend(upTo(noon + 4 * hourMs));
      }
      expect(players(await read(3600))).toEqual([20, 1]);
    });

    it('drops a sample that is older than those that are kept: its minute could not be made anew', async () => {
      await history.append(serverId, sample({ atUnixMs: noon, players: 10 }));
      await history.append(serverId, sample({ atUnixMs: noon + 5 * hourMs, players: 1 }));
      const bounds = upTo(noon + 6 * hourMs, { samplesFrom: noon + hourMs });
      await history.tend(bounds);
      await history.append(serverId, sample({ atUnixMs: noon + 1_000, players: 90 }));
      await history.tend(bounds);
      expect(players(await read(60))).toEqual([10, 1]);
    });

    it('forgets samples, minutes and hours each in its time', async () => {
      for (const hour of [0, 1, 2, 3])
        await history.append(serverId, sample({ atUnixMs: noon + hour * hourMs, players: hour }));
      const [samplesFrom, minutesFrom, hoursFrom] = [3, 2, 1].map((hour) => noon + hour * hourMs);
      const kept = { samplesFrom: samplesFrom!, minutesFrom: minutesFrom!, hoursFrom: hoursFrom! };
      await history.tend(upTo(noon + 5 * hourMs, kept));
      expect(players(await read(1))).toEqual([3]);
      expect(players(await read(60))).toEqual([2, 3]);
      expect(players(await read(3600))).toEqual([1, 2, 3]);
    });

    it('forgets no sample that is not summed up', async () => {
      await history.append(serverId, sample({ atUnixMs: noon, players: 3 }));
      await history.tend(upTo(noon - hourMs, { samplesFrom: noon + hourMs }));
      expect(players(await read(1))).toEqual([3]);
      await history.tend(upTo(noon + 2 * hourMs, { samplesFrom: noon + hourMs }));
      expect(players(await read(1))).toEqual([]);
      expect(players(await read(60))).toEqual([3]);
    });

    it('has the last hour of a server that fell silent, when its minutes are long forgotten', async () => {
      await history.append(serverId, sample({ atUnixMs: noon + 10 * minuteMs, players: 3 }));
      await history.tend(upTo(noon + 20 * minuteMs));
      const later = noon + 1000 * hourMs;
      await history.tend(upTo(later, { samplesFrom: later - hourMs, minutesFrom: later - hourMs }));
      expect(players(await read(60))).toEqual([]);
      expect(players(await read(3600))).toEqual([3]);
      await history.append(serverId, sample({ atUnixMs: later + 1_000, players: 5 }));
      await history.tend(upTo(later + 2 * hourMs));
      expect(players(await read(3600))).toEqual([3, 5]);
    });

    it('forgets what lies in the future, and goes on where the clock is right', async () => {
      const future = Date.UTC(2100, 0);
      await history.append(serverId, sample({ atUnixMs: noon, players: 1 }));
      await history.append(serverId, sample({ atUnixMs: future, players: 9 }));
      await history.tend(upTo(future + 2 * hourMs));
      await history.tend(upTo(noon + minuteMs, { to: noon + 5 * minuteMs }));
      for (const step of [1, 60, 3600]) expect([step, players(await read(step))]).toEqual([step, [1]]);
      await history.append(serverId, sample({ atUnixMs: noon + 1_000, players: 3 }));
      await history.tend(upTo(noon + 2 * hourMs, { to: noon + 2 * hourMs }));
      expect(players(await read(3600))).toEqual([2]);
    });

    it('tells figures with keys by key, in samples and in sums', async () => {
      const first = { playersByMap: { meadow: 2, cave: 4 }, gatewaysConnections: [3, 9] };
      await history.append(serverId, sample({ atUnixMs: noon, ...first }));
      await history.append(serverId, sample({ atUnixMs: noon + 1_000, playersByMap: { meadow: 6 } }));
      const keyed = ['playersByMap', 'gatewaysConnections'] as const;
      for (const round of [1, 2]) {
        const [span] = await read(3600, { figures: [], keyed });
        expect([round, span!.keyed]).toEqual([
          round,
          {
            playersByMap: { meadow: { mean: 4, largest: 6 }, cave: { mean: 4, largest: 4 } },
            gatewaysConnections: { 0: { mean: 1.5, largest: 3 }, 1: { mean: 9, largest: 9 } },
          },
        ]);
        await history.tend(upTo(noon + 2 * hourMs));
      }
    });

    it('keeps no more keys than one report may have, those with most, though they are always others', async () => {
      for (const second of [0, 1, 2]) {
        const entries = Array.from({ length: 200 }, (_, i) => [`map-${second}-${i}`, second * 1_000 + i]);
        const playersByMap = Object.fromEntries(entries) as Record<string, number>;
        await history.append(serverId, sample({ atUnixMs: noon + second * 1_000, playersByMap }));
      }
      for (const round of [1, 2]) {
        const [span] = await read(3600, { figures: [], keyed: ['playersByMap'] });
        const keys = Object.keys(span!.keyed.playersByMap!);
        expect([round, keys.length, keys.filter((key) => key.startsWith('map-2-')).length]).toEqual([
          ...[round, 256, 200],
        ]);
        await history.tend(upTo(noon + 2 * hourMs));
      }
    });

    it('forgets a server that was removed, and no other', async () => {
      const other = randomUUID();
      for (const id of [serverId, other]) await history.append(id, sample({ atUnixMs: noon }));
      await history.tend(upTo(noon + 2 * hourMs));
      await history.removeServer(serverId);
      for (const step of [1, 60, 3600]) {
        expect(await read(step)).toEqual([]);
        expect(await history.read(other, everything(step))).toHaveLength(1);
      }
    });
  });
}
