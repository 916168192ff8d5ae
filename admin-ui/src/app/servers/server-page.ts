// One game server: what it is, how it does, where it listens, which maps it runs.
import {
  ChangeDetectionStrategy,
  Component,
  computed,
  effect,
  inject,
  input,
  resource,
  signal,
  untracked,
} from '@angular/core';
import { RouterLink } from '@angular/router';
import { Backend } from '../backend/backend';
import { problemOf } from '../backend/problem';
import { MetricCharts } from '../figures/metric-charts';
import { StatRow } from '../figures/stat-row';
import { LiveMetrics } from '../live/live-metrics';
import { LiveServers } from '../live/live-servers';
import { MapNames } from '../live/map-names';
import { ServerOperations } from '../operations/server-operations';
import { TickTimes } from '../ticks/tick-times';
import { VerbSwitches } from '../switches/verb-switches';
import { formatDuration } from '../ui/format';
import { Icon } from '../ui/icon';
import { Loading, Nothing, Problem } from '../ui/load-state';
import { Moment } from '../ui/moment';
import { Now } from '../ui/now';
import { StatusBadge } from './status-badge';

@Component({
  selector: 'tos-server-page',
  imports: [
    Icon,
    Loading,
    MetricCharts,
    Moment,
    Nothing,
    Problem,
    RouterLink,
    ServerOperations,
    StatRow,
    StatusBadge,
    TickTimes,
    VerbSwitches,
  ],
  templateUrl: './server-page.html',
  styleUrl: './server-page.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ServerPage {
  readonly #backend = inject(Backend);
  readonly #live = inject(LiveServers);
  readonly #metrics = inject(LiveMetrics);
  readonly #now = inject(Now);
  readonly maps = inject(MapNames);
  readonly id = input.required<string>();
  readonly minutes = signal(15);

  readonly loading = resource({
    params: () => this.id(),
    loader: ({ params, abortSignal }) => this.#backend.server(params, abortSignal),
  });
  /** The live list is newer than the answer where it knows the server. */
  readonly server = computed(
    () => this.#live.find(this.id()) ?? (this.loading.hasValue() ? this.loading.value() : undefined),
  );
  /** No server bears what stands in the address. */
  readonly unknown = computed(() => {
    const { status } = problemOf(this.loading.error());
    return this.loading.error() !== undefined && (status === 404 || status === 400);
  });
  readonly metrics = computed(() => this.#metrics.of(this.id()));
  readonly uptime = computed(() => {
    const server = this.server();
    if (server === undefined || server.status === 'offline') return undefined;
    return formatDuration((this.#now.ms() - Date.parse(server.startedAt)) / 1000);
  });

  constructor() {
    effect(() => {
      const id = this.id();
      untracked(() => void this.#metrics.load(id));
    });
  }
}
