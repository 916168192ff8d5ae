// No metric stands still whatever the server does: each shows something of the reading that it is given. That the readings
// show what is counted is tested where they are made (test/adapters/threads).

import { expect, it } from '@jest/globals';
import { gameServerMetrics } from '#adapters/prometheus/game-server-metrics.js';
import type { MetricDefinition, ServerReading } from '#adapters/prometheus/metric-definition.js';
import { FiguresReader } from '#adapters/threads/stats/figures-reader.js';
import { WholeServer } from '#src/simulate/whole-server.js';
import { hardwareReading, serverFigures } from '../../support/servers/server-figures.js';
import { smallContent } from '../../support/worlds/small-content.js';

const content = smallContent();

/** With an entry for whatever a server has: its gateways, phases, maps, counts. */
function reading(): ServerReading {
  const server = new WholeServer({ content });
  const { database } = serverFigures();
  const stats = new FiguresReader({
    ...{ memory: server.memory, content, clock: server.clock, udpAdapters: ['memory'] },
    ...{ database: () => database, workerHeapBytes: () => 0 },
  });
  const network = [{ name: 'eth0', receivedBytesPerSecond: 0, sentBytesPerSecond: 0 }];
  const hardware = hardwareReading({
    ...{
      cpuLimitCores: 0,
      memoryPressurePercent: 0,
      diskReadBytesPerSecond: 0,
      diskWrittenBytesPerSecond: 0,
      network,
    },
    ...{ failedMeasurements: { cpu: 0 } },
  });
  return { figures: { ...stats.read(), recordsRefused: { one: 0 } }, hardware };
}

/** The same with every number another. */
function changed(value: unknown): unknown {
  if (typeof value === 'number') return value + 7;
  if (Array.isArray(value)) return value.map(changed);
  if (ArrayBuffer.isView(value)) return Array.from(value as Uint32Array, (each) => each + 7);
  if (value instanceof Map) return new Map([...value].map(([key, each]) => [key, changed(each)]));
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, changed(each)]));
  return value;
}

function standsStill({ samples }: MetricDefinition, before: ServerReading, after: ServerReading): boolean {
  return JSON.stringify(samples(before)) === JSON.stringify(samples(after));
}

it('finds a metric that shows nothing', () => {
  const before = reading();
  const rain: MetricDefinition = {
    ...{ name: 'tos_rain_total', help: 'Rain.', type: 'counter' },
    samples: () => [{ value: 0 }],
  };
  expect(standsStill(rain, before, changed(before) as ServerReading)).toBe(true);
});

it('each metric shows something of the reading', () => {
  const before = reading();
  const after = changed(before) as ServerReading;
  const still = gameServerMetrics.filter((metric) => standsStill(metric, before, after));
  expect(still.map(({ name }) => name)).toEqual([]);
});
