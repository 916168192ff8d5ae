// What every telemetry history promises.

import { beforeEach, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type { TelemetryHistory } from '#ports/admin/monitoring/telemetry-history.js';
import { sample } from '../../support/admin/server-examples.js';
import type { StoreContracts } from '../../support/admin/store-contracts.js';

export const contracts: StoreContracts = {
  history: (name, stage) => testTelemetryHistory(name, async () => (await stage()).stores.history),
};

function testTelemetryHistory(name: string, make: () => Promise<TelemetryHistory>): void {
  describe(`${name} as a telemetry history`, () => {
    const serverId = randomUUID();
    let history: TelemetryHistory;
    beforeEach(async () => {
      history = await make();
    });

    it('gives back samples one by one at the finest step, oldest first', async () => {
      for (const second of [3, 1, 2]) {
        await history.append(serverId, sample({ atUnixMs: second * 1000, players: second }));
      }
      const points = await history.read(serverId, 0, 1);
      expect(points.map(({ atUnixMs, players }) => [atUnixMs, players])).toEqual([
        [1_000, 1],
        [2_000, 2],
        [3_000, 3],
      ]);
    });

    it('sums up a span by means, and by the largest where that is what matters', async () => {
      const first = { tickMsP50: 1, tickMsP99: 9, players: 5, packetsInPerSecond: 100, memoryBytes: 1_000 };
      const second = { tickMsP50: 3, tickMsP99: 4, players: 7, packetsInPerSecond: 200, memoryBytes: 3_000 };
      await history.append(serverId, sample({ atUnixMs: 10_000, ...first }));
      await history.append(serverId, sample({ atUnixMs: 14_000, ...second }));
      await history.append(serverId, sample({ atUnixMs: 15_000, players: 1 }));
      const points = await history.read(serverId, 0, 5);
      expect(points).toHaveLength(2);
      expect(points[0]).toEqual({
        atUnixMs: 10_000,
        players: 7,
        tickMsP50: 2,
        tickMsP99: 9,
        packetsInPerSecond: 150,
        packetsOutPerSecond: 0,
        memoryBytes: 2_000,
      });
      expect(points[1]).toMatchObject({ atUnixMs: 15_000, players: 1 });
    });

    it('keeps what was not measured apart from 0', async () => {
      await history.append(serverId, sample({ atUnixMs: 1_000, memoryBytes: null }));
      await history.append(serverId, sample({ atUnixMs: 2_000, memoryBytes: 500 }));
      const memory = async (stepSeconds: number) =>
        (await history.read(serverId, 0, stepSeconds)).map(({ memoryBytes }) => memoryBytes);
      expect(await memory(1)).toEqual([null, 500]);
      expect(await memory(10)).toEqual([500]);
    });

    it('leaves out what is before the time asked for, and other servers', async () => {
      await history.append(serverId, sample({ atUnixMs: 1_000 }));
      await history.append(serverId, sample({ atUnixMs: 2_000 }));
      await history.append(randomUUID(), sample({ atUnixMs: 3_000 }));
      expect(await history.read(serverId, 2_000, 1)).toHaveLength(1);
    });

    it('forgets what is older than told, and what lies in the future', async () => {
      for (const atUnixMs of [1_000, 2_000, 253_402_300_799_000]) {
        await history.append(serverId, sample({ atUnixMs }));
      }
      await history.keepBetween(2_000, 3_000);
      expect((await history.read(serverId, 0, 1)).map(({ atUnixMs }) => atUnixMs)).toEqual([2_000]);
    });

    it('forgets a server that was removed, and no other', async () => {
      const other = randomUUID();
      for (const id of [serverId, other]) await history.append(id, sample({ atUnixMs: 1_000 }));
      await history.removeServer(serverId);
      expect(await history.read(serverId, 0, 1)).toEqual([]);
      expect(await history.read(other, 0, 1)).toHaveLength(1);
    });
  });
}
