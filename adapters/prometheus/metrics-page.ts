// The page that Prometheus scrapes: the game server's metrics and those of its process, in the text format 0.0.4.
// The server is read once per scrape, so that all numbers of a page are of one moment.

import { collectDefaultMetrics, Registry, type Metric } from 'prom-client';

import type { HardwareFigures } from '#ports/hardware-figures.js';
import type { StatsSource } from '#ports/metrics.js';

import { gameServerMetrics } from './game-server-metrics.js';
import type { MetricDefinition, ServerReading } from './metric-definition.js';

export interface MetricsPageOptions {
  readonly stats: StatsSource;
  readonly hardware: HardwareFigures;
  readonly version: string;
}

/** Wide enough not to wake an idle process often; a stall of the main thread is still seen. */
const eventLoopPrecisionMs = 100;

export class MetricsPage {
  readonly contentType = Registry.PROMETHEUS_CONTENT_TYPE;
  readonly #registry = new Registry();
  readonly #options: MetricsPageOptions;
  #reading: ServerReading | undefined;
  #scrape: Promise<string> | undefined;

  constructor(options: MetricsPageOptions) {
    this.#options = options;
    for (const definition of [buildInfo(options.version), ...gameServerMetrics]) this.#register(definition);
    collectDefaultMetrics({ register: this.#registry, eventLoopMonitoringPrecision: eventLoopPrecisionMs });
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
      get: async () => ({ name, help, type, aggregator: 'sum', values: samples(this.#reading!) }),
    };
    this.#registry.registerMetric(metric as unknown as Metric);
  }
}

function buildInfo(version: string): MetricDefinition {
  return {
    name: 'tos_build_info',
    help: 'Version of the server and of its runtime.',
    type: 'gauge',
    samples: () => [{ value: 1, labels: { version, node: process.versions.node } }],
  };
}
