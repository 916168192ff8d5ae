// Shown when the API cannot say who is signed in (its database is away, or it restarts): signing in again would be the
// wrong advice. Also when a page's own code cannot be loaded. Tries again by itself and then goes on to where the visit was
// meant to lead.
import {
  ChangeDetectionStrategy,
  Component,
  DestroyRef,
  DOCUMENT,
  computed,
  inject,
  input,
  signal,
} from '@angular/core';
import { Router } from '@angular/router';
import { ApiProblem, problemOf } from '../backend/problem';
import { safeReturn } from './safe-return';
import { Problem } from '../ui/load-state';
import { Session } from './session';

const tryEveryMs = 5000;

@Component({
  selector: 'tos-unavailable-page',
  imports: [Problem],
  template: `
    <main class="page">
      <h1>TOS console</h1>
      <section class="panel">
        <tos-problem [cause]="problem()" (again)="tryAgain()" />
      </section>
      <p class="muted">The console tries again every few seconds and goes on by itself.</p>
    </main>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class UnavailablePage {
  readonly #session = inject(Session);
  readonly #router = inject(Router);
  readonly #document = inject(DOCUMENT);
  readonly back = input<string>();
  /** 'page': the code of a page was not to be had. Then the whole console is loaded anew, which an update needs. */
  readonly why = input<string>();
  readonly #problem = signal<ApiProblem | undefined>(undefined);
  readonly problem = computed(
    () =>
      this.#problem() ??
      (this.why() === 'page'
        ? new ApiProblem(
            0,
            'page-not-loaded',
            'The page could not be loaded. The console may have been updated.',
          )
        : new ApiProblem(503, 'unavailable', 'The admin API cannot answer now.')),
  );

  constructor() {
    const timer = setInterval(() => void this.tryAgain(), tryEveryMs);
    inject(DestroyRef).onDestroy(() => clearInterval(timer));
  }

  async tryAgain(): Promise<void> {
    try {
      await this.#session.restore();
      const back = safeReturn(this.back());
      if (this.why() === 'page') this.#document.location.assign(back);
      else await this.#router.navigateByUrl(back);
    } catch (cause) {
      this.#problem.set(problemOf(cause));
    }
  }
}
