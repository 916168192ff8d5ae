// What players report of others: a queue, the newest first. What is asked for stands in the address.
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
import { Router, RouterLink } from '@angular/router';
import { listReports } from '../api/fn/functions';
import { ListedReport } from '../api/models';
import { Backend } from '../backend/backend';
import { ApiProblem, problemOf } from '../backend/problem';
import { LiveServers } from '../live/live-servers';
import { Busy } from '../ui/busy';
import { formatCount } from '../ui/format';
import { Loading, Nothing, Problem } from '../ui/load-state';
import { Moment } from '../ui/moment';
import { queueOf, queues, reasonWords, stateOf } from './report-words';

const pageSize = 50;
/** More than this is narrowed, not scrolled through. */
const rowsMax = 1000;
/** Reports come by themselves; of older pages nothing is asked anew. */
const lookEveryMs = 15_000;

@Component({
  selector: 'tos-reports-page',
  imports: [Busy, Loading, Moment, Nothing, Problem, RouterLink],
  templateUrl: './reports-page.html',
  styleUrl: './reports-page.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ReportsPage {
  readonly #backend = inject(Backend);
  readonly #router = inject(Router);
  readonly servers = inject(LiveServers);
  readonly state = input<string>();
  readonly server = input<string>();
  /** Only about this player. */
  readonly player = input<string>();
  readonly queue = computed(() => queueOf(this.state()));
  readonly isNarrowed = computed(() => this.server() !== undefined || this.player() !== undefined);
  readonly rows = signal<readonly ListedReport[] | null>(null);
  readonly unresolved = signal(0);
  readonly cursor = signal<string | null>(null);
  readonly loading = signal(true);
  readonly problem = signal<ApiProblem | null>(null);
  readonly queues = queues;
  readonly count = formatCount;
  readonly stateOf = stateOf;
  #asked = 0;

  constructor() {
    void this.servers.load();
    effect(() => {
      this.queue();
      this.server();
      this.player();
      untracked(() => {
        this.rows.set(null);
        void this.load(null);
      });
    });
    const timer = setInterval(() => this.#look(), lookEveryMs);
    inject(DestroyRef).onDestroy(() => clearInterval(timer));
  }

  reasonOf({ reason }: ListedReport): string {
    return reasonWords[reason];
  }

  go(queryParams: Record<string, string | null>): void {
    void this.#router.navigate([], { queryParams, queryParamsHandling: 'merge', replaceUrl: true });
  }

  /** From the start with null; an answer to an older question is given up. */
  async load(cursor: string | null): Promise<void> {
    const asked = ++this.#asked;
    this.loading.set(true);
    const [serverId, playerId] = [this.server(), this.player()];
    try {
      const page = await this.#backend.call(listReports, {
        ...{ state: this.queue(), limit: pageSize },
        ...(serverId !== undefined && { serverId }),
        ...(playerId !== undefined && { playerId }),
        ...(cursor !== null && { cursor }),
      });
      if (asked !== this.#asked) return;
      this.rows.update((rows) => (cursor === null ? page.reports : [...(rows ?? []), ...page.reports]));
      this.unresolved.set(page.unresolved);
      this.cursor.set((this.rows()?.length ?? 0) < rowsMax ? page.nextCursor : null);
      this.problem.set(null);
    } catch (cause) {
      if (asked !== this.#asked) return;
      this.problem.set(problemOf(cause));
    }
    this.loading.set(false);
  }

  /** Who has gone on to older ones is not thrown back to the newest. */
  #look(): void {
    if (document.hidden || this.loading() || (this.rows()?.length ?? 0) > pageSize) return;
    void this.load(null);
  }
}
