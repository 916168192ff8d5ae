// Shown when the API cannot say who is signed in (its database is away, or it restarts): signing in again would be the
// wrong advice. Tries again by itself and then goes on to where the visit was meant to lead.
import { ChangeDetectionStrategy, Component, DestroyRef, inject, input, signal } from '@angular/core';
import { Router } from '@angular/router';
import { ApiProblem, problemOf } from '../backend/problem';
import { safeReturn } from '../login/safe-return';
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
  readonly back = input<string>();
  readonly problem = signal(new ApiProblem(503, 'unavailable', 'The admin API cannot answer now.'));

  constructor() {
    const timer = setInterval(() => void this.tryAgain(), tryEveryMs);
    inject(DestroyRef).onDestroy(() => clearInterval(timer));
  }

  async tryAgain(): Promise<void> {
    try {
      await this.#session.restore();
      await this.#router.navigateByUrl(safeReturn(this.back()));
    } catch (cause) {
      this.problem.set(problemOf(cause));
    }
  }
}
