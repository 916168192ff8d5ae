// Of which roles a second factor is demanded; owners change it. Who holds one of them and has none can do nothing but enrol.
import { ChangeDetectionStrategy, Component, computed, inject, input, resource, signal } from '@angular/core';
import { demandSecondFactor, listSecondFactorDemands } from '../api/fn/functions';
import { Role } from '../api/models';
import { Backend } from '../backend/backend';
import { problemOf } from '../backend/problem';
import { Session } from '../session/session';
import { Loading, Problem } from '../ui/load-state';
import { RoleChoice } from './roles';

@Component({
  selector: 'tos-factor-demands',
  imports: [Loading, Problem],
  template: `
    <section class="panel" aria-labelledby="factor-demands">
      <div class="panel-head"><h2 id="factor-demands">Second factor demanded of</h2></div>
      @if (demands.error(); as problem) {
        <tos-problem [cause]="problem" (again)="demands.reload()" />
      } @else if (demands.hasValue()) {
        <div class="ticks">
          @for (role of roles(); track role.value) {
            <label class="tick">
              <input
                type="checkbox"
                [checked]="demanded().has(role.value)"
                [disabled]="!mayManage() || busy()"
                (change)="demand(role.value, $any($event.target).checked)"
              />
              {{ role.name }}
            </label>
          }
        </div>
        <p class="muted">Who holds such a role and has none can do nothing but enrol one.</p>
        @if (fault(); as text) {
          <p class="fault" role="alert">{{ text }}</p>
        }
      } @else {
        <tos-loading what="roles" />
      }
    </section>
  `,
  styles: `
    .ticks {
      display: flex;
      flex-wrap: wrap;
      gap: var(--gap-1) var(--gap-4);
      padding: 0 var(--gap-4);
    }
    p {
      margin: 0;
      padding: var(--gap-2) var(--gap-4) var(--gap-3);
    }
    .fault {
      color: var(--bad);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class FactorDemands {
  readonly #backend = inject(Backend);
  readonly #session = inject(Session);
  readonly roles = input.required<readonly RoleChoice[]>();
  readonly busy = signal(false);
  readonly fault = signal<string | null>(null);
  readonly mayManage = computed(() => this.#session.may('accounts:manage'));
  readonly demands = resource({
    loader: ({ abortSignal }) => this.#backend.call(listSecondFactorDemands, undefined, abortSignal),
  });
  readonly demanded = computed(() => new Set<Role>(this.demands.value()?.roles ?? []));

  async demand(role: Role, demanded: boolean): Promise<void> {
    this.busy.set(true);
    this.fault.set(null);
    try {
      await this.#backend.call(demandSecondFactor, { role, body: { demanded } });
    } catch (cause) {
      this.fault.set(problemOf(cause).message);
    }
    this.busy.set(false);
    this.demands.reload();
  }
}
