// Metrics of every server this console has looked at: loaded once, then kept current by the stream, and loaded again
// after the stream was away so that the charts have no hole.
import { Injectable, computed, effect, inject, signal, untracked } from '@angular/core';
import { Backend } from '../backend/backend';
import { Telemetry } from '../api/models';
import { ApiProblem, problemOf } from '../backend/problem';
import { LiveConnection } from './live-connection';
import { MetricPoint, appendPoint, mergePoints, metricPoint } from './metric-history';

/** Minutes of history that are asked for. */
export const historyMinutes = 15;
/** More servers than this on one console: the longest unseen are forgotten. */
const serversMax = 64;

interface ServerMetrics {
  readonly points: readonly MetricPoint[];
  readonly latest: Telemetry | null;
  readonly loaded: 'no' | 'loading' | 'yes';
  readonly problem: ApiProblem | null;
}

const nothing: ServerMetrics = { points: [], latest: null, loaded: 'no', problem: null };

@Injectable({ providedIn: 'root' })
export class LiveMetrics {
  readonly #backend = inject(Backend);
  readonly #live = inject(LiveConnection);
  readonly #servers = signal<ReadonlyMap<string, ServerMetrics>>(new Map());

  constructor() {
    this.#live.telemetry.subscribe((telemetry) => {
      this.#change(telemetry.serverId, (was) => ({
        ...was,
        latest: telemetry,
        points: appendPoint(was.points, metricPoint(telemetry)),
      }));
    });
    effect(() => {
      if (this.#live.resumed() === 0) return;
      untracked(() => {
        for (const [id, metrics] of this.#servers()) if (metrics.loaded === 'yes') void this.load(id);
      });
    });
  }

  of(id: string): ServerMetrics {
    return this.#servers().get(id) ?? nothing;
  }

  readonly latest = computed(() => [...this.#servers().values()].flatMap((one) => one.latest ?? []));

  /** Fills the past of a server in; safe to call again. */
  async load(id: string): Promise<void> {
    if (this.of(id).loaded === 'loading') return;
    this.#change(id, (was) => ({ ...was, loaded: 'loading', problem: null }));
    try {
      const past = (await this.#backend.history(id, historyMinutes)).map(metricPoint);
      this.#change(id, (was) => ({ ...was, points: mergePoints(past, was.points), loaded: 'yes' }));
    } catch (cause) {
      this.#change(id, (was) => ({ ...was, loaded: 'no', problem: problemOf(cause) }));
    }
  }

  clear(): void {
    this.#servers.set(new Map());
  }

  #change(id: string, change: (was: ServerMetrics) => ServerMetrics): void {
    this.#servers.update((servers) => {
      const next = new Map(servers);
      const changed = change(servers.get(id) ?? nothing);
      next.delete(id);
      next.set(id, changed);
      const oldest = next.size > serversMax ? next.keys().next().value : undefined;
      if (oldest !== undefined) next.delete(oldest);
      return next;
    });
  }
}
