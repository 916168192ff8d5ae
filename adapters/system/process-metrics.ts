// What every Node process tells Prometheus of itself, under the names that dashboards know from prom-client. Its own
// collector is not used: its event loop figures contain the measuring step, are emptied by whoever asks first, and an
// empty one reads as 292 years.

import { readdirSync } from 'node:fs';
import { PerformanceObserver, constants } from 'node:perf_hooks';
import { getHeapStatistics } from 'node:v8';

import type { Log } from '#ports/system/log.js';
import type { MetricSample, MetricSeries } from '#ports/system/metric-series.js';

import { EventLoopMonitor, type EventLoopDelay } from './event-loop-delay.js';
import { HeldFiles } from './linux/held-files.js';
import { parseOpenFilesMax, parseProcessMemory } from './linux/proc-texts.js';
import { Observation } from './observation.js';

const gcKinds: Readonly<Record<number, string>> = {
  [constants.NODE_PERFORMANCE_GC_MAJOR]: 'major',
  [constants.NODE_PERFORMANCE_GC_MINOR]: 'minor',
  [constants.NODE_PERFORMANCE_GC_INCREMENTAL]: 'incremental',
  [constants.NODE_PERFORMANCE_GC_WEAKCB]: 'weakcb',
};

export class ProcessMetrics {
  readonly series: readonly MetricSeries[];
  readonly #files = new HeldFiles();
  readonly #loop = new EventLoopMonitor();
  readonly #observation: Observation;
  readonly #gc = new Map<string, { seconds: number; count: number }>();
  readonly #gcObserver: PerformanceObserver;

  constructor(log: Log) {
    this.#observation = new Observation(log);
    this.#gcObserver = new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        const { detail } = entry as { detail?: { kind?: number } };
        this.#countGc(detail?.kind ?? 0, entry.duration / 1000);
      }
    });
    this.#gcObserver.observe({ entryTypes: ['gc'] });
    this.series = [...this.#ofProcess(), ...this.#ofHeap(), ...this.#ofEventLoop(), this.#ofFailures()];
  }

  stop(): void {
    this.#gcObserver.disconnect();
    this.#loop.stop();
    this.#files.close();
  }

  #countGc(kind: number, seconds: number): void {
    const name = gcKinds[kind] ?? 'other';
    const known = this.#gc.get(name) ?? { seconds: 0, count: 0 };
    this.#gc.set(name, { seconds: known.seconds + seconds, count: known.count + 1 });
  }

  #ofProcess(): MetricSeries[] {
    const startedAtSeconds = performance.timeOrigin / 1000;
    const cpuSeconds = (pick: (usage: NodeJS.CpuUsage) => number) => () => pick(process.cpuUsage()) / 1e6;
    return [
      single(
        'process_cpu_user_seconds_total',
        'counter',
        'User CPU time spent.',
        cpuSeconds((it) => it.user),
      ),
      single(
        'process_cpu_system_seconds_total',
        'counter',
        'System CPU time spent.',
        cpuSeconds((it) => it.system),
      ),
      single(
        'process_cpu_seconds_total',
        'counter',
        'CPU time spent.',
        cpuSeconds((it) => it.user + it.system),
      ),
      single('process_start_time_seconds', 'gauge', 'Start since the Unix epoch.', () => startedAtSeconds),
      single('process_resident_memory_bytes', 'gauge', 'Resident memory.', () => this.#memory()?.resident),
      single('process_virtual_memory_bytes', 'gauge', 'Mapped memory.', () => this.#memory()?.mapped),
      single('process_open_fds', 'gauge', 'Open file descriptors.', () => this.#openFiles()),
      single('process_max_fds', 'gauge', 'File descriptors that may be open.', () => this.#openFilesMax()),
      {
        name: 'nodejs_version_info',
        help: 'Version of Node.',
        type: 'gauge',
        samples: () => [{ value: 1, labels: { version: process.version } }],
      },
    ];
  }

  #ofHeap(): MetricSeries[] {
    const heap = (name: string, help: string, pick: (it: ReturnType<typeof getHeapStatistics>) => number) =>
      single(name, 'gauge', help, () => pick(getHeapStatistics()));
    return [
      heap('nodejs_heap_size_total_bytes', 'Heap of the main thread.', (it) => it.total_heap_size),
      heap('nodejs_heap_size_used_bytes', 'Used heap of the main thread.', (it) => it.used_heap_size),
      heap(
        'nodejs_external_memory_bytes',
        "Memory outside of the main thread's heap.",
        (it) => it.external_memory,
      ),
      {
        name: 'nodejs_gc_duration_seconds',
        help: 'Garbage collection of the main thread by kind.',
        type: 'summary',
        samples: () =>
          [...this.#gc].flatMap(([kind, { seconds, count }]) => [
            { part: '_sum', labels: { kind }, value: seconds },
            { part: '_count', labels: { kind }, value: count },
          ]),
      },
    ];
  }

  #ofEventLoop(): MetricSeries[] {
    const lag = (name: string, help: string, figure: keyof EventLoopDelay) =>
      single(name, 'gauge', `${help} of the last 10 s.`, () => this.#loop.newest()?.[figure]);
    return [
      lag(
        'nodejs_eventloop_lag_seconds',
        'How late the main thread was on average in windows',
        'meanSeconds',
      ),
      lag('nodejs_eventloop_lag_min_seconds', 'Least delay of the main thread', 'minSeconds'),
      lag('nodejs_eventloop_lag_max_seconds', 'Longest delay of the main thread', 'maxSeconds'),
      lag('nodejs_eventloop_lag_mean_seconds', 'Mean delay of the main thread', 'meanSeconds'),
      lag('nodejs_eventloop_lag_stddev_seconds', 'Spread of the delays of the main thread', 'stddevSeconds'),
      lag('nodejs_eventloop_lag_p50_seconds', 'Median delay of the main thread', 'p50Seconds'),
      lag(
        'nodejs_eventloop_lag_p90_seconds',
        '90th percentile of the delays of the main thread',
        'p90Seconds',
      ),
      lag(
        'nodejs_eventloop_lag_p99_seconds',
        '99th percentile of the delays of the main thread',
        'p99Seconds',
      ),
    ];
  }

  #ofFailures(): MetricSeries {
    return {
      name: 'tos_process_measurements_failed_total',
      help: 'Measurements of the process that failed and were left out.',
      type: 'counter',
      samples: () =>
        Object.entries(this.#observation.failures).map(([what, value]) => ({ value, labels: { what } })),
    };
  }

  #memory(): { resident: number | undefined; mapped: number | undefined } | undefined {
    return this.#observation.of('memory', () => {
      const status = this.#files.read('/proc/self/status');
      if (status !== undefined) return parseProcessMemory(status);
      return { resident: process.memoryUsage.rss(), mapped: undefined };
    });
  }

  #openFiles(): number | undefined {
    if (process.platform !== 'linux') return undefined;
    // The listing has a descriptor of its own, which is gone again.
    return this.#observation.of('open files', () => readdirSync('/proc/self/fd').length - 1);
  }

  #openFilesMax(): number | undefined {
    return this.#observation.of('limit of open files', () => {
      const limits = this.#files.read('/proc/self/limits');
      return limits === undefined ? undefined : parseOpenFilesMax(limits);
    });
  }
}

function single(
  name: string,
  type: 'counter' | 'gauge',
  help: string,
  read: () => number | undefined,
): MetricSeries {
  const samples = (): MetricSample[] => {
    const value = read();
    return value === undefined || !Number.isFinite(value) ? [] : [{ value }];
  };
  return { name, help, type, samples };
}
