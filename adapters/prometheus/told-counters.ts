// Counters that are told as they are kept. A table has an entry for each name of the counters' own type, so that one that is
// kept and told nowhere does not compile; several counters may share a metric and differ by a label.

import type { Labels, MetricDefinition, ServerReading } from './metric-definition.js';

export interface CounterMetric {
  readonly name: string;
  readonly help: string;
  /** Needed where several counters share the metric. */
  readonly label?: string;
}

/** The metric, and the value of its label. */
export type Told = readonly [metric: CounterMetric, value?: string];

export interface Counted {
  readonly counts: Readonly<Record<string, number>>;
  readonly labels?: Labels;
}

/** One metric for each that the table names, in the table's order. What was not counted has no sample. */
export function toldCounters(
  table: Readonly<Record<string, Told>>,
  read: (reading: ServerReading) => readonly Counted[],
): MetricDefinition[] {
  const entries = Object.entries(table);
  const metrics = [...new Set(entries.map(([, [metric]]) => metric))];
  return metrics.map((metric) => {
    const { name, help, label } = metric;
    const own = entries
      .filter(([, told]) => told[0] === metric)
      .map(([counter, told]) => ({ counter, value: told[1] }));
    if (
      own.some(({ value }) => (value === undefined) !== (label === undefined)) ||
      (label === undefined && own.length > 1)
    ) {
      throw new Error(
        `${name}: counters that share a metric differ by its label, and only those have a value`,
      );
    }
    return {
      name,
      help,
      type: 'counter',
      samples: (reading) =>
        read(reading).flatMap(({ counts, labels }) =>
          own
            .filter(({ counter }) => counts[counter] !== undefined)
            .map(({ counter, value }) => ({
              value: counts[counter]!,
              labels: { ...labels, ...(label !== undefined && { [label]: value! }) },
            })),
        ),
    };
  });
}
