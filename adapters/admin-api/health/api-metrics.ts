// What the API measures of itself, in Prometheus' format.

import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { EventStreams } from '../events/event-streams.js';

export class ApiMetrics {
  readonly #registry = new Registry();
  readonly #requests: Histogram<'method' | 'route' | 'status'>;

  constructor(streams: EventStreams) {
    const registers = [this.#registry];
    collectDefaultMetrics({ register: this.#registry });
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
