// The economy of a game server: whether it adds up, where coins and items come from and go, what there is and where, how coins are
// shared. What could be read last stays when it cannot be read anew, with its time and the reason.
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
import { readEconomy } from '../api/fn/functions';
import { EconomyAnswer } from '../api/models';
import { Backend } from '../backend/backend';
import { ApiProblem, problemOf } from '../backend/problem';
import { FlowChart } from '../charts/flow-chart';
import { signed } from '../charts/flow-chart-options';
import { LiveServers } from '../live/live-servers';
import { StatusBadge } from '../servers/status-badge';
import { Busy } from '../ui/busy';
import { formatClock, formatCount, formatPercent } from '../ui/format';
import { Loading, Nothing, Problem } from '../ui/load-state';
import { Moment } from '../ui/moment';
import { StatTile } from '../ui/stat-tile';
import { barsOf, standingOf, sumsByVerb, thingName, verbWords } from './economy-words';
import { Gainers } from './gainers';

/** It is counted anew once a minute. */
const readEveryMs = 60_000;
/** What is older than this is told as old. */
const staleMs = 3 * 60_000;

const hourDay = new Intl.DateTimeFormat(undefined, { day: '2-digit', month: 'short' });
/** Days are those of UTC. */
const utcDay = new Intl.DateTimeFormat(undefined, { day: '2-digit', month: 'short', timeZone: 'UTC' });

type Period = EconomyAnswer['period'];

@Component({
  selector: 'tos-economy-page',
  imports: [Busy, FlowChart, Gainers, Loading, Moment, Nothing, Problem, StatTile, StatusBadge],
  templateUrl: './economy-page.html',
  styleUrl: './economy-page.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class EconomyPage {
  readonly #backend = inject(Backend);
  readonly #router = inject(Router);
  readonly servers = inject(LiveServers);
  /** Server id from the address. */
  readonly server = input<string>();
  readonly of = signal('coins');
  readonly period = signal<Period>('hours');
  readonly seen = signal<EconomyAnswer | null>(null);
  readonly problem = signal<ApiProblem | null>(null);
  readonly loading = signal(false);
  readonly readAtMs = signal(0);
  readonly words = ['coins', 'experience', 'skill', 'items'];
  readonly periods = [
    { period: 'hours', name: 'Hours' },
    { period: 'days', name: 'Days' },
  ] as const;

  readonly shown = computed(() => {
    const list = this.servers.list();
    return this.servers.find(this.server()) ?? list.find(({ status }) => status === 'online') ?? list[0];
  });
  readonly #shownId = computed(() => this.shown()?.id);
  readonly isAway = computed(() => this.shown()?.status === 'offline');
  readonly items = computed(() => this.seen()?.items ?? []);
  readonly standing = computed(() => {
    const seen = this.seen();
    return seen === null ? null : standingOf(seen);
  });
  readonly isStale = computed(() => {
    const taken = this.seen()?.census?.takenAt;
    return taken !== undefined && this.readAtMs() - Date.parse(taken) > staleMs;
  });
  readonly verbs = computed(() => sumsByVerb(this.seen()?.flows ?? []));
  readonly bars = computed(() => {
    const seen = this.seen();
    return seen === null ? [] : barsOf(seen, this.readAtMs());
  });
  /** Those that something happened in, newest first. */
  readonly rows = computed(() =>
    this.bars()
      .filter(({ created, destroyed }) => created + destroyed > 0)
      .toReversed(),
  );
  readonly when = computed(() => {
    const isHours = this.seen()?.period !== 'days';
    return (fromMs: number) =>
      isHours ? `${hourDay.format(fromMs)} ${formatClock(fromMs).slice(0, 5)}` : utcDay.format(fromMs);
  });
  readonly spoken = computed(() => {
    const verbs = this.verbs();
    const [created, destroyed] = [
      verbs.reduce((sum, verb) => sum + verb.created, 0),
      verbs.reduce((sum, verb) => sum + verb.destroyed, 0),
    ];
    const of = this.name(this.seen()?.of ?? '');
    return `${of}: ${formatCount(created)} created and ${formatCount(destroyed)} destroyed; the tables below say by what and when.`;
  });
  readonly itemThings = computed(() => {
    const things = (this.seen()?.census?.things ?? []).map(({ of }) => of);
    const of = this.of();
    const items = things.filter((thing) => !this.words.includes(thing));
    return this.words.includes(of) || items.includes(of) ? items : [of, ...items];
  });
  readonly count = formatCount;
  readonly signed = (value: number): string => signed(value, formatCount);
  readonly percent = (share: number): string => formatPercent(share * 100);
  readonly gini = (gini: number): string => gini.toFixed(2);
  readonly verb = verbWords;
  #abort: AbortController | undefined;

  constructor() {
    void this.servers.load();
    effect(() => {
      const id = this.#shownId();
      this.of();
      this.period();
      const isAway = this.isAway();
      untracked(() => {
        if (id !== undefined && !isAway) void this.load(id);
      });
    });
    effect(() => {
      this.#shownId();
      untracked(() => this.seen.set(null));
    });
    const timer = setInterval(() => {
      const id = this.#shownId();
      if (id !== undefined && !this.isAway() && !document.hidden) void this.load(id);
    }, readEveryMs);
    inject(DestroyRef).onDestroy(() => {
      clearInterval(timer);
      this.#abort?.abort();
    });
  }

  name(of: string): string {
    return thingName(of, this.items());
  }

  isWrong(of: string): boolean {
    return this.seen()?.census?.unbalanced.includes(of) === true;
  }

  choose(id: string): void {
    void this.#router.navigate([], { queryParams: { server: id }, queryParamsHandling: 'merge' });
  }

  again(): void {
    const id = this.#shownId();
    if (id !== undefined) void this.load(id);
  }

  /** An answer to an older question is given up. */
  async load(id: string): Promise<void> {
    this.#abort?.abort();
    const abort = new AbortController();
    this.#abort = abort;
    this.loading.set(true);
    try {
      const seen = await this.#backend.call(readEconomy, { id, of: this.of(), period: this.period() });
      if (abort.signal.aborted) return;
      this.readAtMs.set(Date.now());
      this.seen.set(seen);
      this.problem.set(null);
    } catch (cause) {
      if (abort.signal.aborted) return;
      this.problem.set(problemOf(cause));
    }
    this.loading.set(false);
  }
}
