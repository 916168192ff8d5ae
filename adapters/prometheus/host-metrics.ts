// The process and the machine it runs on.

import { byLabel, type MetricDefinition } from './metric-definition.js';
import { gauge } from './metric-kinds.js';

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
  gauge(
    'tos_cpu_limit_cores',
    "How many cores' time the container may use; missing where nothing limits it.",
    ({ hardware }) => hardware.cpuLimitCores,
  ),
  gauge(
    'tos_host_memory_bytes',
    'Memory of the machine, or what the container may use when that is less.',
    ({ hardware }) => hardware.memoryTotalBytes,
  ),
  gauge(
    'tos_host_memory_available_bytes',
    'Memory that this process could still get.',
    ({ hardware }) => hardware.memoryAvailableBytes,
  ),
  gauge(
    'tos_host_disk_read_bytes_per_second',
    'Bytes read from all disks.',
    ({ hardware }) => hardware.diskReadBytesPerSecond,
  ),
  gauge(
    'tos_host_disk_written_bytes_per_second',
    'Bytes written to all disks.',
    ({ hardware }) => hardware.diskWrittenBytesPerSecond,
  ),
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
