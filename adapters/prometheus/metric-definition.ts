// What a metric is: its name, its meaning, and how its samples are taken from one reading of the server.
// Names follow prometheus.io/docs/practices/naming: base units, _total for what only grows.

import type { HardwareReading } from '#ports/system/hardware-figures.js';
import type { DurationCounts, ServerFigures } from '#ports/system/metrics.js';

export interface ServerReading {
  readonly figures: ServerFigures;
  readonly hardware: HardwareReading;
}

export type Labels = Readonly<Record<string, string | number>>;

export interface Sample {
  readonly value: number;
  readonly labels?: Labels;
  /** When it differs from the metric's name, as for the parts of a histogram. */
  readonly metricName?: string;
}

export interface MetricDefinition {
  readonly name: string;
  readonly help: string;
  readonly type: 'counter' | 'gauge' | 'histogram' | 'summary';
  readonly samples: (reading: ServerReading) => readonly Sample[];
}

/** One sample per entry of a record, labelled by its key. */
export function byLabel(
  label: string,
  values: Readonly<Record<string, number>>,
  labels: Labels = {},
): Sample[] {
  return Object.entries(values).map(([key, value]) => ({ value, labels: { ...labels, [label]: key } }));
}

/**
 * The samples of a Prometheus histogram with the coarse bounds `boundsSeconds` from fine `durations`. A duration whose
 * fine bucket reaches over a bound counts above it. The sum is made from the middles of the fine buckets, because the
 * threads count buckets only: as exact as those are narrow.
 */
export function histogramSamples(
  name: string,
  boundsSeconds: readonly number[],
  durations: DurationCounts,
  labels: Labels = {},
): Sample[] {
  const { upperBoundsMs, counts } = durations;
  const withinBound = boundsSeconds.map(() => 0);
  let count = 0;
  let sumMs = 0;
  let lowerMs = 0;
  for (let bucket = 0; bucket < counts.length; bucket += 1) {
    const upperMs = upperBoundsMs[bucket]!;
    const inBucket = counts[bucket]!;
    count += inBucket;
    sumMs += (inBucket * (lowerMs + upperMs)) / 2;
    const bound = boundsSeconds.findIndex((seconds) => upperMs <= seconds * 1000);
    if (bound >= 0) withinBound[bound]! += inBucket;
    lowerMs = upperMs;
  }
  let seen = 0;
  const buckets = boundsSeconds.map((le, index) => {
    seen += withinBound[index]!;
    return { metricName: `${name}_bucket`, labels: { ...labels, le }, value: seen };
  });
  return [
    ...buckets,
    { metricName: `${name}_bucket`, labels: { ...labels, le: '+Inf' }, value: count },
    { metricName: `${name}_sum`, labels, value: sumMs / 1000 },
    { metricName: `${name}_count`, labels, value: count },
  ];
}
