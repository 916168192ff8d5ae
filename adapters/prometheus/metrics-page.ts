// The page that Prometheus scrapes: the game server's metrics and those of its process, in the text format 0.0.4.
// The server is read once per scrape, so that all numbers of a page are of one moment.

import { Registry, type Metric } from 'prom-client';

import type { HardwareFigures } from '#ports/system/hardware-figures.js';
import type { MetricSeries } from '#ports/system/metric-series.js';
import type { StatsSource } from '#ports/system/metrics.js';

import { gameServerMetrics } from './game-server-metrics.js';
import type { MetricDefinition, Sample, ServerReading } from './metric-definition.js';

export interface MetricsPageOptions {
  readonly stats: StatsSource;
  readonly hardware: HardwareFigures;
  readonly version: string;
  /** Shown besides: of the process, of the HTTP server. */
  readonly more?: readonly MetricSeries[];
}

export class MetricsPage {
  readonly contentType = Registry.PROMETHEUS_CONTENT_TYPE;
  readonly #registry = new Registry();
  readonly #options: MetricsPageOptions;
  #reading: ServerReading | undefined;
  #scrape: Promise<string> | undefined;

  constructor(options: MetricsPageOptions) {
    this.#options = options;
    for (const definition of [buildInfo(options.version), ...gameServerMetrics]) this.#register(definition);
    for (const series of options.more ?? []) this.#register(definitionOf(series));
  }

  /** Scrapes that come while one is under way get the same page. */
  text(): Promise<string> {
    this.#scrape ??= this.#scrapeNow().finally(() => {
      this.#scrape = undefined;
    });
    return this.#scrape;
  }

  async #scrapeNow(): Promise<string> {
    this.#reading = { figures: this.#options.stats.read(), hardware: this.#options.hardware.newest() };
    return this.#registry.metrics();
  }

  /** prom-client asks a metric for nothing but its name and `get`; its own classes would keep a copy of every number. */
  #register({ name, help, type, samples }: MetricDefinition): void {
    const metric = {
      name,
      get: async () => ({
        name,
        help,
        type,
        aggregator: 'sum',
        values: samples(this.#reading!).filter(isFigure),
      }),
    };
    this.#registry.registerMetric(metric as unknown as Metric);
  }
}

/** What is no number was not measured; a page that says NaN or 292 years misleads. */
function isFigure({ value }: Sample): boolean {
  return Number.isFinite(value);
}

function definitionOf({ name, help, type, samples }: MetricSeries): MetricDefinition {
  return {
    ...{ name, help, type },
    samples: () =>
      samples().map(({ part, ...sample }) =>
        part === undefined ? sample : { ...sample, metricName: name + part },
      ),
  };
}

function buildInfo(version: string): MetricDefinition {
  return {
    name: 'tos_build_info',
    help: 'Version of the server and of its runtime.',
    type: 'gauge',
    samples: () => [{ value: 1, labels: { version, node: process.versions.node } }],
  };
}
