// The process and the machine it runs on.

import { byLabel, type MetricDefinition } from './metric-definition.js';
import { gauge } from './metric-kinds.js';
import { figureNamed, figureNames } from '#ports/system/telemetry-figures.js';

export const hostMetrics: readonly MetricDefinition[] = [
  gauge(
    'tos_worker_heap_bytes',
    'Used JavaScript heap of all threads but the main one.',
    ({ figures }) => figures.workerHeapBytes,
  ),
  {
    name: 'tos_host_cpu_busy_ratio',
    help: 'Busy share of each core of the machine, 0 to 1.',
    type: 'gauge',
    samples: ({ hardware }) =>
      [...hardware.cpuPercentByCore].map(([core, percent]) => ({ value: percent / 100, labels: { core } })),
  },
  ...machineGauges(),
  {
    name: 'tos_host_network_bytes_per_second',
    help: 'Bytes through each network interface of the machine.',
    type: 'gauge',
    samples: ({ hardware }) =>
      hardware.network.flatMap(({ name, receivedBytesPerSecond, sentBytesPerSecond }) => [
        { value: receivedBytesPerSecond, labels: { interface: name, direction: 'in' } },
        { value: sentBytesPerSecond, labels: { interface: name, direction: 'out' } },
      ]),
  },
  {
    name: 'tos_measurements_failed_total',
    help: 'Measurements of the machine that failed and were left out.',
    type: 'counter',
    samples: ({ hardware }) => byLabel('what', hardware.failedMeasurements),
  },
];

/** Those of the figures that the admin API is told as well. */
function machineGauges(): MetricDefinition[] {
  return figureNames.flatMap((figure) => {
    const { says, unit, hardware } = figureNamed(figure);
    if (hardware?.metric === undefined) return [];
    const scale = unit === 'percent' ? 1 / 100 : 1;
    return [
      gauge(hardware.metric, `${says}.`, (reading) => {
        const value = hardware.read(reading.hardware);
        return value === undefined ? undefined : value * scale;
      }),
    ];
  });
}
