import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { durationsBetween, quantileMs } from '#application/telemetry/durations-between.js';
import { TelemetryWindow } from '#application/telemetry/telemetry-window.js';
import { figureNames, keyedFigureNames } from '#ports/system/telemetry-figures.js';
import type { ServerFigures } from '#ports/system/metrics.js';
import type { TelemetryReport } from '#ports/system/telemetry-sink.js';

import {
  durations,
  gatewayFigures,
  hardwareReading,
  serverFigures,
  simulationFigures,
} from '../../support/servers/server-figures.js';

const at = '2026-11-21T01:00:00.000Z';
const hardware = hardwareReading({
  processMemoryBytes: 1000,
  processHeapBytes: 300,
  processCpuPercent: 12.34567,
});

function report(before: ServerFigures, now: ServerFigures): TelemetryReport {
  const window = new TelemetryWindow('server');
  window.close({ figures: before, hardware, at });
  return window.close({ figures: now, hardware, at })!;
}

describe('a telemetry report', () => {
  it('needs two readings with time between them', () => {
    const window = new TelemetryWindow('server');
    const close = (atMs: number): TelemetryReport | undefined =>
      window.close({ figures: serverFigures({ atMs }), hardware, at });
    expect(close(1000)).toBeUndefined();
    expect(close(1000)).toBeUndefined();
    expect(close(1500)).toMatchObject({ windowSeconds: 0.5 });
    expect(close(2500)).toMatchObject({ windowSeconds: 1, serverId: 'server', at });
  });

  it('tells rates a second over the window, all gateways together', () => {
    const before = serverFigures({
      atMs: 1000,
      simulation: simulationFigures({ ticks: 100 }),
      gateways: [gatewayFigures({ packetsIn: 50, bytesOut: 1000 }), gatewayFigures({ index: 1 })],
    });
    const now = serverFigures({
      atMs: 3000,
      simulation: simulationFigures({ ticks: 220 }),
      gateways: [
        gatewayFigures({ packetsIn: 150, bytesOut: 1500, connections: 3 }),
        gatewayFigures({ index: 1, packetsIn: 20, bytesOut: 100, connections: 4 }),
      ],
    });
    expect(report(before, now)).toMatchObject({
      tickRate: 60,
      packetsInPerSecond: 60,
      bytesOutPerSecond: 300,
      packetsOutPerSecond: 0,
      gatewaysConnections: [3, 4],
    });
  });

  it('tells percentiles of this window alone', () => {
    const before = serverFigures({
      simulation: simulationFigures({ tickDurations: durations(0, 0, 0, 0, 999) }),
    });
    const tickDurations = durations(90, 5, 4, 1, 999);
    const now = serverFigures({ atMs: 1000, simulation: simulationFigures({ tickDurations }) });
    expect(report(before, now)).toMatchObject({ tickMsP50: 1, tickMsP95: 2, tickMsP99: 4, tickMsMax: 8 });
  });

  it('joins the round trips of all gateways', () => {
    const now = serverFigures({
      atMs: 1000,
      gateways: [
        gatewayFigures({ roundTrips: durations(60) }),
        gatewayFigures({ index: 1, roundTrips: durations(0, 0, 0, 40) }),
      ],
    });
    expect(report(serverFigures(), now)).toMatchObject({ rttMsP50: 1, rttMsP99: 8 });
  });

  it('is zero for what did not happen, and null for what was not measured', () => {
    expect(report(serverFigures(), serverFigures({ atMs: 1000 }))).toMatchObject({
      players: 0,
      entities: 0,
      tickRate: 0,
      tickMsP99: 0,
      rttMsP99: null,
      lossPercent: null,
      databaseMsP99: null,
    });
  });

  it('counts entities of every sort, heaps of every thread, and loss against what was sent', () => {
    const now = serverFigures({
      atMs: 1000,
      workerHeapBytes: 700,
      simulation: simulationFigures({ players: 2, creatures: 5, loot: 1, playersByMap: { meadow: 2 } }),
      gateways: [gatewayFigures({ packetsOut: 400, packetsLost: 3 })],
    });
    expect(report(serverFigures(), now)).toMatchObject({
      players: 2,
      entities: 8,
      playersByMap: { meadow: 2 },
      heapBytes: 1000,
      memoryBytes: 1000,
      cpuPercent: 12.346,
      lossPercent: 0.75,
    });
  });

  it('has every declared figure, a number or null', () => {
    const told = report(serverFigures(), serverFigures({ atMs: 1000 }));
    for (const name of figureNames)
      expect([name, told[name] === null || Number.isFinite(told[name])]).toEqual([name, true]);
    for (const name of keyedFigureNames) expect([name, typeof told[name]]).toEqual([name, 'object']);
  });

  it('tells means beside percentiles, of what happened in the window alone', () => {
    const database = { ...serverFigures().database, queryDurations: durations(3, 1), savesPending: 4 };
    const now = serverFigures({
      atMs: 2000,
      database,
      simulation: simulationFigures({ tickDurations: durations(1, 0, 1) }),
      gateways: [gatewayFigures({ roundTrips: durations(0, 0, 1) })],
    });
    // The middles of the buckets: 0.5 ms, 1.5 ms and 3 ms.
    expect(report(serverFigures(), now)).toMatchObject({
      ...{ tickMsMean: 1.75, rttMsMean: 3, rttMsP95: 4 },
      ...{ databaseMsP50: 1, queriesPerSecond: 2, savesPending: 4 },
    });
  });

  it('tells what gateways count, together, a second', () => {
    const counts = (retransmits: number) => ({ ...{ retransmits, snapshotsSent: 10, sessionsOpened: 1 } });
    const gateways = (a: number, b: number) => [
      gatewayFigures({ counts: counts(a) }),
      gatewayFigures({ index: 1, counts: counts(b) }),
    ];
    const before = serverFigures({ gateways: gateways(5, 0) });
    const now = serverFigures({ atMs: 2000, gateways: gateways(9, 6) });
    expect(report(before, now)).toMatchObject({ resentPerSecond: 5, snapshotsPerSecond: 0 });
    expect(report(serverFigures(), serverFigures({ atMs: 1000 })).resentPerSecond).toBeNull();
  });

  it('tells what the machine says, and keeps silent about what it does not', () => {
    const window = new TelemetryWindow('s');
    const told = {
      ...{ memoryPressurePercent: 2.5, diskReadBytesPerSecond: 100.00049, cpuPercent: 40 },
      ...{ cpuLimitCores: undefined, memoryTotalBytes: 8_000, memoryAvailableBytes: 3_000 },
      network: [
        { name: 'eth0', receivedBytesPerSecond: 7, sentBytesPerSecond: 8 },
        { name: 'what a name', receivedBytesPerSecond: 1, sentBytesPerSecond: 1 },
      ],
    };
    const reading = { hardware: hardwareReading(told), at: 'now' };
    window.close({ ...reading, figures: serverFigures() });
    expect(window.close({ ...reading, figures: serverFigures({ atMs: 1000 }) })).toMatchObject({
      ...{ memoryPressurePercent: 2.5, diskReadBytesPerSecond: 100, hostCpuPercent: 40 },
      ...{ cpuLimitCores: null, diskWrittenBytesPerSecond: null },
      ...{ memoryTotalBytes: 8_000, memoryAvailableBytes: 3_000 },
      networkInBytesPerSecond: { eth0: 7 },
      networkOutBytesPerSecond: { eth0: 8 },
      cpuPercentByCore: { 0: 0, 1: 0 },
    });
  });

  it('tells how long each phase took, and how gateways spend their time', () => {
    const phases = (first: number) => ({ move: durations(first), rest: durations(0) });
    const before = serverFigures({ simulation: simulationFigures({ phaseDurations: phases(4) }) });
    const now = serverFigures({
      atMs: 1000,
      simulation: simulationFigures({ phaseDurations: phases(6) }),
      gateways: [
        gatewayFigures({ phaseUs: { send: 100_000 } }),
        gatewayFigures({ index: 1, phaseUs: { send: 300_000 } }),
      ],
    });
    expect(report(before, now)).toMatchObject({
      ...{ phaseMsMean: { move: 0.5 }, phaseMsP99: { move: 1 }, gatewayPercent: { send: 20 } },
    });
  });

  it('has null for hardware that cannot be measured', () => {
    const window = new TelemetryWindow('s');
    const hardware = hardwareReading({ processMemoryBytes: undefined, processCpuPercent: undefined });
    const figures = serverFigures({ workerHeapBytes: undefined });
    window.close({ figures, hardware, at: 'now' });
    expect(window.close({ figures: { ...figures, atMs: 1000 }, hardware, at: 'now' })).toMatchObject({
      memoryBytes: null,
      cpuPercent: null,
      heapBytes: null,
    });
  });

  it('takes back from the losses what arrived after all, and never tells less than none', () => {
    const at = (packetsOut: number, packetsLost: number, packetsFound: number, atMs: number) =>
      serverFigures({ atMs, gateways: [gatewayFigures({ packetsOut, packetsLost, packetsFound })] });
    expect(report(at(0, 0, 0, 0), at(100, 20, 10, 1000)).lossPercent).toBe(10);
    expect(report(at(0, 5, 0, 0), at(100, 5, 5, 1000)).lossPercent).toBe(0);
  });

  it('survives JSON unchanged, whatever was measured', () => {
    const count = fc.nat({ max: 2 ** 31 });
    fc.assert(
      fc.property(
        fc.array(count, { maxLength: 6 }),
        count,
        count,
        fc.double({ min: 1, max: 1e9, noNaN: true }),
        (buckets, a, b, ms) => {
          const now = serverFigures({
            atMs: ms,
            simulation: simulationFigures({ ticks: a, tickDurations: durations(...buckets) }),
            gateways: [gatewayFigures({ packetsOut: b, packetsLost: a })],
          });
          const told = report(serverFigures(), now);
          expect(JSON.parse(JSON.stringify(told))).toEqual(told);
          expect(told.lossPercent ?? 0).toBeLessThanOrEqual(100);
          expect(told.tickMsP50).toBeLessThanOrEqual(told.tickMsP99);
          expect(told.tickMsP99).toBeLessThanOrEqual(told.tickMsMax);
        },
      ),
    );
  });
});

describe('durations between two readings', () => {
  it('are right across the wrap of a count at 2^32', () => {
    const { counts, total } = durationsBetween([durations(0xffff_fffe)], [durations(3)]);
    expect([counts[0], total]).toEqual([5, 5]);
  });

  it('cannot be joined when their buckets differ', () => {
    const other = { upperBoundsMs: [1], counts: [1] };
    expect(() => durationsBetween([], [durations(1), other])).toThrow('different buckets');
  });

  it('are never told faster than they were', () => {
    const ms = fc.double({ min: 0, max: 999, noNaN: true });
    fc.assert(
      fc.property(
        fc.array(ms, { minLength: 1 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (taken, share) => {
          const { upperBoundsMs } = durations();
          const counts = Array.from(upperBoundsMs, () => 0);
          for (const value of taken) {
            const bucket = Array.from(upperBoundsMs).findIndex((bound) => value <= bound);
            counts[bucket]! += 1;
          }
          const exact = taken.toSorted((a, b) => a - b)[Math.max(0, Math.ceil(share * taken.length) - 1)]!;
          const told = quantileMs(durationsBetween([], [{ upperBoundsMs, counts }]), share);
          expect(told).toBeGreaterThanOrEqual(exact);
        },
      ),
    );
  });
});
