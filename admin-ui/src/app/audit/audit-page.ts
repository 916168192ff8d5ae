// The audit log, newest first: who did what to what, and whether it was allowed.
import { ChangeDetectionStrategy, Component, inject, signal } from '@angular/core';
import { Backend } from '../backend/backend';
import { AuditEntry } from '../api/models';
import { ApiProblem, problemOf } from '../backend/problem';
import { Loading, Nothing, Problem } from '../ui/load-state';
import { Moment } from '../ui/moment';

const pageSize = 50;
/** More than this is a matter for an export, not for a page. */
const entriesMax = 2000;

@Component({
  selector: 'tos-audit-page',
  imports: [Loading, Moment, Nothing, Problem],
  templateUrl: './audit-page.html',
  styles: `
    .more {
      display: flex;
      justify-content: center;
      padding: var(--gap-3);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class AuditPage {
  readonly #backend = inject(Backend);
  readonly entries = signal<readonly AuditEntry[]>([]);
  readonly cursor = signal<string | null>(null);
  readonly loading = signal(true);
  readonly problem = signal<ApiProblem | null>(null);

  constructor() {
    void this.load(null);
  }

  /** An id says little; the one that is known is the actor's own. */
  targetOf({ target, actorId }: AuditEntry): string {
    return actorId !== null && target === `account:${actorId}` ? 'own account' : target;
  }

  async load(cursor: string | null): Promise<void> {
    this.loading.set(true);
    this.problem.set(null);
    try {
      const page = await this.#backend.audit(cursor, pageSize);
      this.entries.update((entries) => (cursor === null ? page.entries : [...entries, ...page.entries]));
      this.cursor.set(this.entries().length < entriesMax ? page.nextCursor : null);
    } catch (cause) {
      this.problem.set(problemOf(cause));
    }
    this.loading.set(false);
  }
}
