// What the API measures of itself, in Prometheus' format.

import { Counter, Gauge, Histogram, Registry, type Metric } from 'prom-client';
import type { MetricSeries } from '#ports/system/metric-series.js';
import type { ClientAddresses } from '../http/client-address.js';
import type { EventStreams } from '../events/event-streams.js';

export class ApiMetrics {
  readonly #registry = new Registry();
  readonly #requests: Histogram<'method' | 'route' | 'status'>;

  /** `more` is shown besides: of the process, of its connections. */
  constructor(streams: EventStreams, addresses: ClientAddresses, more: readonly MetricSeries[] = []) {
    const registers = [this.#registry];
    for (const series of more) this.#register(series);
    this.#requests = new Histogram({
      name: 'tos_admin_http_request_duration_seconds',
      help: 'Duration of HTTP requests by route and status',
      labelNames: ['method', 'route', 'status'],
      buckets: [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5],
      registers,
    });
    new Gauge({
      name: 'tos_admin_event_streams',
      help: 'Open event streams',
      registers,
      collect() {
        this.set(streams.open);
      },
    });
    new Counter({
      name: 'tos_admin_forwarded_addresses_unreadable_total',
      help: 'Entries of X-Forwarded-For from trusted proxies that are no address',
      registers,
      collect() {
        this.reset();
        this.inc(addresses.unreadable);
      },
    });
    for (const name of ['dropped', 'positionsSkipped', 'refused'] as const) {
      new Counter({
        name: `tos_admin_event_streams_${name.replace(/[A-Z]/g, (c) => `_${c.toLowerCase()}`)}_total`,
        help: `Event streams: ${name}`,
        registers,
        collect() {
          this.reset();
          this.inc(streams.counters[name]);
        },
      });
    }
  }

  /** prom-client asks a metric for nothing but its name and `get`. What is no number was not measured. */
  #register({ name, help, type, samples }: MetricSeries): void {
    const values = () =>
      samples()
        .filter(({ value }) => Number.isFinite(value))
        .map(({ part = '', ...sample }) => ({ ...sample, metricName: name + part }));
    const metric = { name, get: async () => ({ name, help, type, aggregator: 'sum', values: values() }) };
    this.#registry.registerMetric(metric as unknown as Metric);
  }

  /** `route` is the declared path, not the requested one: few different values. */
  request(method: string, route: string, status: number, seconds: number): void {
    this.#requests.observe({ method, route, status: String(status) }, seconds);
  }

  get contentType(): string {
    return this.#registry.contentType;
  }

  text(): Promise<string> {
    return this.#registry.metrics();
  }
}
