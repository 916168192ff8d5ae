// The dashboard: one server at a time, its figures and curves as they come in, and what happened lately.
import {
  ChangeDetectionStrategy,
  Component,
  computed,
  effect,
  inject,
  input,
  signal,
  untracked,
} from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { LiveMetrics } from '../live/live-metrics';
import { LiveServers } from '../live/live-servers';
import { Loading, Nothing, Problem } from '../ui/load-state';
import { StatusBadge } from '../servers/status-badge';
import { EventFeed } from './event-feed';
import { MapShares } from './map-shares';
import { MetricCharts } from '../figures/metric-charts';
import { StatRow } from '../figures/stat-row';

@Component({
  selector: 'tos-dashboard-page',
  imports: [EventFeed, Loading, MapShares, MetricCharts, Nothing, Problem, RouterLink, StatRow, StatusBadge],
  templateUrl: './dashboard-page.html',
  styleUrl: './dashboard-page.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class DashboardPage {
  readonly #metrics = inject(LiveMetrics);
  readonly #router = inject(Router);
  readonly servers = inject(LiveServers);
  /** Server id from the address. */
  readonly server = input<string>();
  readonly minutes = signal(5);
  readonly spans = [1, 5, 15];

  /** The asked-for server, else the first that is online, else the first. */
  readonly shown = computed(() => {
    const list = this.servers.list();
    return this.servers.find(this.server()) ?? list.find((server) => server.status === 'online') ?? list[0];
  });
  readonly #shownId = computed(() => this.shown()?.id);
  readonly metrics = computed(() => this.#metrics.of(this.#shownId() ?? ''));

  constructor() {
    effect(() => {
      const id = this.#shownId();
      if (id !== undefined) untracked(() => void this.#metrics.load(id));
    });
  }

  choose(id: string): void {
    void this.#router.navigate([], { queryParams: { server: id }, queryParamsHandling: 'merge' });
  }

  again(): void {
    const id = this.#shownId();
    if (id !== undefined) void this.#metrics.load(id);
  }
}
