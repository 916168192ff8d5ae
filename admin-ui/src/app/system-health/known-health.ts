// How the system does, asked for again and again while somebody is signed in: for its page, and for the count of what is not
// well beside its place in the navigation. An answer grows old: what was well some time ago is not known to be well.
import { DOCUMENT, Injectable, computed, inject, signal } from '@angular/core';
import { readSystemHealth } from '../api/fn/functions';
import { CheckState, PartHealth, SystemHealthAnswer } from '../api/models';
import { Backend } from '../backend/backend';
import { ApiProblem, problemOf } from '../backend/problem';
import { Now } from '../ui/now';

export const askEveryMs = 10_000;
/** Two answers that did not come. */
export const staleAfterMs = 25_000;

const inRank: readonly CheckState[] = ['well', 'notice', 'unknown', 'ill'];

@Injectable({ providedIn: 'root' })
export class KnownHealth {
  readonly #backend = inject(Backend);
  readonly #now = inject(Now);
  readonly #document = inject(DOCUMENT);
  readonly #answer = signal<SystemHealthAnswer | null>(null);
  readonly #heardAtMs = signal(0);
  readonly #problem = signal<ApiProblem | null>(null);
  #timer: ReturnType<typeof setInterval> | undefined;
  #isAsking = false;

  /** Of the last try; null when it was answered. */
  readonly problem = this.#problem.asReadonly();
  /** By the browser's clock; 0 before the first answer. */
  readonly heardAtMs = this.#heardAtMs.asReadonly();
  readonly isStale = computed(
    () => this.#heardAtMs() > 0 && this.#now.ms() - this.#heardAtMs() > staleAfterMs,
  );
  /** Null before the first answer. What is old is told as unknown. */
  readonly parts = computed((): readonly PartHealth[] | null => {
    const parts = this.#answer()?.parts ?? null;
    return parts === null || !this.isStale() ? parts : parts.map(forgotten);
  });
  /** The worst of all. */
  readonly state = computed((): CheckState => {
    const ranks = this.parts()?.map(({ state }) => inRank.indexOf(state)) ?? [];
    return inRank[Math.max(...ranks)] ?? 'unknown';
  });
  /** How many checks are not well. */
  readonly faults = computed(
    () =>
      this.parts()?.reduce(
        (sum, { checks }) => sum + checks.filter(({ state }) => state === 'ill').length,
        0,
      ) ?? 0,
  );

  start(): void {
    this.#timer ??= setInterval(() => {
      if (!this.#document.hidden) void this.ask();
    }, askEveryMs);
    void this.ask();
  }

  clear(): void {
    clearInterval(this.#timer);
    this.#timer = undefined;
    this.#answer.set(null);
    this.#heardAtMs.set(0);
    this.#problem.set(null);
  }

  async ask(): Promise<void> {
    if (this.#isAsking) return;
    this.#isAsking = true;
    try {
      const answer = await this.#backend.call(readSystemHealth, undefined);
      // Signed out meanwhile.
      if (this.#timer === undefined) return;
      this.#answer.set(answer);
      this.#heardAtMs.set(Date.now());
      this.#problem.set(null);
    } catch (cause) {
      this.#problem.set(problemOf(cause));
    } finally {
      this.#isAsking = false;
    }
  }
}

function forgotten(part: PartHealth): PartHealth {
  const checks = part.checks.map((check) => ({ ...check, state: 'unknown' as const }));
  return { ...part, state: 'unknown', checks };
}
