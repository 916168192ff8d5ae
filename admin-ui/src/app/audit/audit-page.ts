// The audit log, newest first: who did what to what, whether it was allowed, and what changed by it. The filter stands in the
// address, so that what was found can be shown to a colleague.
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
import { Router } from '@angular/router';
import { AuditEntry } from '../api/models';
import { Backend } from '../backend/backend';
import { ApiProblem, problemOf } from '../backend/problem';
import { Busy } from '../ui/busy';
import { Loading, Nothing, Problem } from '../ui/load-state';
import { Moment } from '../ui/moment';
import { AuditFilter, detailLines, isNarrowed, questionOf } from './audit-question';

const pageSize = 50;
/** More than this is a matter for an export, not for a page. */
const entriesMax = 2000;

@Component({
  selector: 'tos-audit-page',
  imports: [Busy, Loading, Moment, Nothing, Problem],
  templateUrl: './audit-page.html',
  styleUrl: './audit-page.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class AuditPage {
  readonly #backend = inject(Backend);
  readonly #router = inject(Router);
  readonly who = input<string>();
  readonly what = input<string>();
  readonly outcome = input<string>();
  readonly on = input<string>();
  readonly address = input<string>();
  readonly from = input<string>();
  readonly until = input<string>();
  readonly filter = computed<AuditFilter>(() => ({
    who: this.who() ?? '',
    what: this.what() ?? '',
    outcome: this.outcome() ?? '',
    on: this.on() ?? '',
    address: this.address() ?? '',
    from: this.from() ?? '',
    until: this.until() ?? '',
  }));
  readonly narrowed = computed(() => isNarrowed(this.filter()));
  readonly exportUrl = computed(() => this.#backend.auditExport(questionOf(this.filter())));
  readonly entries = signal<readonly AuditEntry[]>([]);
  readonly cursor = signal<string | null>(null);
  readonly loading = signal(true);
  readonly problem = signal<ApiProblem | null>(null);
  readonly linesOf = detailLines;
  #abort: AbortController | undefined;

  constructor() {
    effect(() => {
      this.filter();
      untracked(() => void this.load(null));
    });
  }

  /** An id says little; the one that is known is the actor's own. */
  targetOf({ target, actorId }: AuditEntry): string {
    return actorId !== null && target === `account:${actorId}` ? 'own account' : target;
  }

  narrow(change: Partial<AuditFilter>): void {
    const queryParams = Object.fromEntries(
      Object.entries(change).map(([name, value]) => [name, value.trim() || null]),
    );
    void this.#router.navigate([], { queryParams, queryParamsHandling: 'merge', replaceUrl: true });
  }

  clear(): void {
    void this.#router.navigate([], { queryParams: {}, replaceUrl: true });
  }

  /** From the start with null; an answer to an older filter is given up. */
  async load(cursor: string | null): Promise<void> {
    this.#abort?.abort();
    const abort = new AbortController();
    this.#abort = abort;
    this.loading.set(true);
    this.problem.set(null);
    try {
      const page = await this.#backend.audit(questionOf(this.filter()), cursor, pageSize, abort.signal);
      this.entries.update((entries) => (cursor === null ? page.entries : [...entries, ...page.entries]));
      this.cursor.set(this.entries().length < entriesMax ? page.nextCursor : null);
    } catch (cause) {
      if (abort.signal.aborted) return;
      if (cursor === null) this.entries.set([]);
      this.problem.set(problemOf(cause));
    }
    this.loading.set(false);
  }
}
