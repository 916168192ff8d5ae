// Commands that wait for a second person, kept current by the live stream: for their page, and for the count beside its place in
// the navigation. An event only says that something changed; what is open now is asked for.
import { Injectable, computed, effect, inject, signal, untracked } from '@angular/core';
import { listProposals } from '../api/fn/functions';
import { Command } from '../api/models';
import { Backend } from '../backend/backend';
import { ApiProblem, problemOf } from '../backend/problem';
import { LiveConnection } from '../live/live-connection';

const pageSize = 50;
/** In one answer of the API. More than four pages are looked through by deciding. */
const rowsMax = 200;

@Injectable({ providedIn: 'root' })
export class OpenProposals {
  readonly #backend = inject(Backend);
  readonly #rows = signal<readonly Command[] | null>(null);
  readonly #total = signal(0);
  readonly #problem = signal<ApiProblem | null>(null);
  readonly #wanted = signal(pageSize);
  #isOn = false;
  #isLoading = false;
  #isStale = false;

  /** Null before the first answer; the oldest first. */
  readonly rows = this.#rows.asReadonly();
  readonly total = this.#total.asReadonly();
  readonly problem = this.#problem.asReadonly();
  readonly hasMore = computed(
    () => this.#wanted() < rowsMax && this.#total() > (this.#rows()?.length ?? this.#total()),
  );

  constructor() {
    const live = inject(LiveConnection);
    live.command.subscribe(({ commandId, state }) => {
      if (state === 'proposed' || this.#rows()?.some(({ id }) => id === commandId) === true) void this.load();
    });
    effect(() => {
      if (live.resumed() > 0) untracked(() => void this.load());
    });
  }

  /** From now on it is kept current. */
  start(): void {
    this.#isOn = true;
    void this.load();
  }

  clear(): void {
    this.#isOn = false;
    this.#rows.set(null);
    this.#total.set(0);
    this.#problem.set(null);
    this.#wanted.set(pageSize);
  }

  more(): void {
    this.#wanted.update((wanted) => Math.min(rowsMax, wanted + pageSize));
    void this.load();
  }

  /** What changes while it is asked for is asked for once more. */
  async load(): Promise<void> {
    if (!this.#isOn) return;
    this.#isStale = true;
    if (this.#isLoading) return;
    this.#isLoading = true;
    while (this.#isStale && this.#isOn) {
      this.#isStale = false;
      await this.#ask();
    }
    this.#isLoading = false;
  }

  async #ask(): Promise<void> {
    try {
      const { proposals, total } = await this.#backend.call(listProposals, { limit: this.#wanted() });
      if (!this.#isOn) return;
      this.#rows.set(proposals);
      this.#total.set(total);
      this.#problem.set(null);
    } catch (cause) {
      if (this.#isOn) this.#problem.set(problemOf(cause));
    }
  }
}
