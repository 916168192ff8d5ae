import { afterEach, describe, expect, it } from '@jest/globals';
import { createHistogram } from 'node:perf_hooks';

import { delayIn, EventLoopMonitor, stepMs } from '#adapters/system/event-loop-delay.js';
import { ProcessMetrics } from '#adapters/system/process-metrics.js';
import type { MetricSample } from '#ports/system/metric-series.js';
import { RecordingLog } from '../../support/silent-log.js';

const stops: (() => void)[] = [];
afterEach(() => {
  for (const stop of stops.splice(0)) stop();
});

function metrics(): ProcessMetrics {
  const made = new ProcessMetrics(new RecordingLog());
  stops.push(() => made.stop());
  return made;
}

function read(of: ProcessMetrics): Map<string, readonly MetricSample[]> {
  return new Map(of.series.map((series) => [series.name, series.samples()]));
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

describe('the delay of the event loop', () => {
  it('is without the step of the measuring itself, so an idle thread has nearly none', () => {
    const histogram = createHistogram();
    for (let i = 0; i < 99; i++) histogram.record(stepMs * 1e6);
    histogram.record((stepMs + 300) * 1e6);
    const delay = delayIn(histogram)!;
    expect(delay.p50Seconds).toBeLessThan(0.001);
    expect(delay.minSeconds).toBeLessThan(0.001);
    expect(delay.maxSeconds).toBeGreaterThan(0.299);
    expect(delay.maxSeconds).toBeLessThan(0.302);
  });

  it('that was not measured is absent: an empty histogram says 292 years and NaN', () => {
    expect(delayIn(createHistogram())).toBeUndefined();
  });

  it('is the same for all who ask, and asking changes nothing', async () => {
    const monitor = new EventLoopMonitor();
    stops.push(() => monitor.stop());
    await pause(5 * stepMs);
    monitor.closeWindow();
    const first = monitor.newest();
    expect(first).toBeDefined();
    expect(monitor.newest()).toEqual(first);
  });

  it('sees a thread that stood still', async () => {
    const monitor = new EventLoopMonitor();
    stops.push(() => monitor.stop());
    await pause(3 * stepMs);
    const until = performance.now() + 10 * stepMs;
    while (performance.now() < until);
    await pause(3 * stepMs);
    expect(monitor.newest()!.maxSeconds).toBeGreaterThan((5 * stepMs) / 1000);
  });
});

describe('the metrics of the process', () => {
  it('are numbers that can be, on every scrape, however soon the next', async () => {
    const made = metrics();
    await pause(4 * stepMs);
    for (let scrape = 0; scrape < 3; scrape++) {
      for (const [name, samples] of read(made)) {
        for (const { value } of samples) {
          expect([name, Number.isFinite(value) && value >= 0]).toEqual([name, true]);
          if (name.startsWith('nodejs_eventloop')) expect([name, value < 60]).toEqual([name, true]);
        }
      }
    }
  });

  it('count what only grows upwards', async () => {
    const made = metrics();
    const counters = made.series.filter(({ type }) => type === 'counter');
    expect(counters.length).toBeGreaterThan(0);
    const before = counters.map((series) => series.samples()[0]?.value ?? 0);
    await pause(10);
    counters.forEach((series, index) => {
      expect(series.samples()[0]?.value ?? 0).toBeGreaterThanOrEqual(before[index]!);
    });
  });

  it('keep the names that dashboards know', () => {
    const names = metrics().series.map(({ name }) => name);
    expect(names).toEqual(
      expect.arrayContaining([
        'process_cpu_seconds_total',
        'process_resident_memory_bytes',
        'process_open_fds',
        'process_max_fds',
        'process_start_time_seconds',
        'nodejs_eventloop_lag_p99_seconds',
        'nodejs_heap_size_used_bytes',
        'nodejs_gc_duration_seconds',
      ]),
    );
    expect(new Set(names).size).toBe(names.length);
  });
});
