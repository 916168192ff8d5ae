// A metric that some part of a program keeps of itself, for whichever page shows it. What was not measured has no
// sample: never 0, NaN or infinity instead.

export interface MetricSample {
  readonly value: number;
  readonly labels?: Readonly<Record<string, string>>;
  /** For the parts of a summary: '_sum', '_count'. */
  readonly part?: string;
}

export interface MetricSeries {
  /** As prometheus.io/docs/practices/naming has it. */
  readonly name: string;
  readonly help: string;
  readonly type: 'counter' | 'gauge' | 'summary';
  samples(): readonly MetricSample[];
}
