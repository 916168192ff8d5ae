// What a game server measured over an hour, a day, a week, a month or a year: all charts with one time, the newest spans joined as
// they come. What could be read last stays when it cannot be read anew, with its time and the reason.
import {
  ChangeDetectionStrategy,
  Component,
  DestroyRef,
  computed,
  effect,
  inject,
  input,
  signal,
  untracked,
} from '@angular/core';
import { Router } from '@angular/router';
import { getServerFigures } from '../api/fn/functions';
import { Backend } from '../backend/backend';
import { ApiProblem, problemOf } from '../backend/problem';
import { TimeChart } from '../charts/time-chart';
import { LiveConnection } from '../live/live-connection';
import { LiveServers } from '../live/live-servers';
import { StatusBadge } from '../servers/status-badge';
import { formatDateTime } from '../ui/format';
import { Loading, Nothing, Problem } from '../ui/load-state';
import { Moment } from '../ui/moment';
import { Now } from '../ui/now';
import { chartGroups, figuresDrawn } from './chart-list';
import { keysLeft, seriesOf } from './curves';
import { KnownFigures, joined, knownFigures, lastMeasuredMs } from './known-figures';
import { endOf, movedEnd, readEveryMs, timeChoice, timeChoices } from './shown-time';

/** Two spans without a figure, and some seconds for its way. */
const silentMs = 15_000;
/** As many as a small chart has room for. */
const points = 400;

@Component({
  selector: 'tos-monitoring-page',
  imports: [Loading, Moment, Nothing, Problem, StatusBadge, TimeChart],
  templateUrl: './monitoring-page.html',
  styleUrl: './monitoring-page.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class MonitoringPage {
  readonly #backend = inject(Backend);
  readonly #router = inject(Router);
  readonly #now = inject(Now);
  readonly #live = inject(LiveConnection);
  readonly servers = inject(LiveServers);
  /** From the address: the server's id, the time shown, and its end if that is not now. */
  readonly server = input<string>();
  readonly time = input<string>();
  readonly until = input<string>();
  readonly known = signal<KnownFigures | null>(null);
  readonly problem = signal<ApiProblem | null>(null);
  readonly loading = signal(false);
  readonly readAtMs = signal(0);
  readonly times = timeChoices;
  readonly zone = Intl.DateTimeFormat().resolvedOptions().timeZone;

  readonly shown = computed(() => {
    const list = this.servers.list();
    return this.servers.find(this.server()) ?? list.find(({ status }) => status === 'online') ?? list[0];
  });
  readonly choice = computed(() => timeChoice(this.time()));
  readonly #shownId = computed(() => this.shown()?.id);
  readonly endMs = computed(() => endOf(this.until(), untracked(this.#now.ms)));
  readonly isLive = computed(() => this.endMs() === null);
  readonly readAt = computed(() => new Date(this.readAtMs()).toISOString());

  /** The right edge of all charts. */
  readonly toMs = computed(() => {
    const known = this.known();
    return known === null ? 0 : known.fromMs + known.spans * known.stepMs;
  });
  readonly spanMs = computed(() => (this.known()?.spans ?? 0) * (this.known()?.stepMs ?? 0));
  readonly timeInWords = computed(() => {
    const from = this.toMs() - this.spanMs();
    return `${formatDateTime(from).slice(0, -3)} to ${this.isLive() ? 'now' : formatDateTime(this.toMs()).slice(0, -3)}`;
  });
  readonly measuredMs = computed(() => {
    const known = this.known();
    return known === null ? undefined : lastMeasuredMs(known);
  });
  readonly measuredAt = computed(() => new Date(this.measuredMs() ?? 0).toISOString());
  /** Nothing comes any more, though the API answers. */
  readonly isSilent = computed(() => {
    const [measured, known] = [this.measuredMs(), this.known()];
    if (measured === undefined || known === null || !this.isLive()) return false;
    return this.readAtMs() - measured > known.stepMs + silentMs;
  });
  readonly groups = computed(() => {
    const known = this.known();
    if (known === null) return [];
    return chartGroups.map(({ name, charts }) => ({
      name,
      charts: charts.map((plan) => {
        const left = keysLeft(plan, known);
        const unit = left === 0 ? plan.unit : `${plan.unit}, ${left} more not drawn`;
        return { plan, unit, series: seriesOf(plan, known) };
      }),
    }));
  });
  #abort: AbortController | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    void this.servers.load();
    effect(() => {
      const id = this.#shownId();
      this.choice();
      this.endMs();
      // What came while the stream was away may have come late.
      this.#live.resumed();
      untracked(() => {
        if (id !== undefined) void this.load(id);
      });
    });
    effect(() => {
      this.#shownId();
      this.choice();
      this.endMs();
      untracked(() => this.known.set(null));
    });
    inject(DestroyRef).onDestroy(() => {
      clearTimeout(this.#timer);
      this.#abort?.abort();
    });
  }

  choose(server: string): void {
    this.#go({ server });
  }

  chooseTime(time: string): void {
    this.#go({ time });
  }

  move(way: -1 | 1): void {
    const end = movedEnd(this.endMs(), this.choice().minutes, way, Date.now());
    this.#go({ until: end === null ? null : new Date(end).toISOString() });
  }

  backToNow(): void {
    this.#go({ until: null });
  }

  again(): void {
    const id = this.#shownId();
    if (id !== undefined) void this.load(id);
  }

  #go(queryParams: Record<string, string | null>): void {
    void this.#router.navigate([], { queryParams, queryParamsHandling: 'merge' });
  }

  /** All of the time, or what is new since it was read; an answer to an older question is given up. */
  async load(id: string, since?: KnownFigures): Promise<void> {
    this.#abort?.abort();
    clearTimeout(this.#timer);
    const abort = new AbortController();
    this.#abort = abort;
    this.loading.set(since === undefined);
    const endMs = this.endMs();
    const asked = {
      ...{ id, minutes: this.choice().minutes, points, figures: figuresDrawn.join(',') },
      ...(endMs !== null && { until: new Date(endMs).toISOString() }),
      ...(since && { since: new Date(since.fromMs + (since.spans - 2) * since.stepMs).toISOString() }),
    };
    try {
      const read = knownFigures(await this.#backend.call(getServerFigures, asked, abort.signal));
      const known = since === undefined ? read : joined(since, read);
      if (abort.signal.aborted) return;
      // It went on for longer than was asked for.
      if (known === undefined) return void this.load(id);
      this.readAtMs.set(Date.now());
      this.known.set(known);
      this.problem.set(null);
    } catch (cause) {
      if (abort.signal.aborted) return;
      this.problem.set(problemOf(cause));
    }
    this.loading.set(false);
    if (this.isLive()) this.#readSoon(id);
  }

  #readSoon(id: string): void {
    const known = this.known();
    this.#timer = setTimeout(
      () => {
        if (document.hidden) this.#readSoon(id);
        else void this.load(id, this.known() ?? undefined);
      },
      readEveryMs(known?.stepMs ?? 0),
    );
  }
}
