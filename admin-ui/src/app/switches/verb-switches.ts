// The verbs of a server's economy, each with its switch: what is off, what stops with it, and turning it, with a reason.
import { ChangeDetectionStrategy, Component, computed, inject, input, resource } from '@angular/core';
import { MatDialog } from '@angular/material/dialog';
import { listVerbs } from '../api/fn/functions';
import { GameServer, VerbState } from '../api/models';
import { Backend } from '../backend/backend';
import { Session } from '../session/session';
import { Loading, Problem } from '../ui/load-state';
import { openCommandDialog } from '../operations/command-dialog';
import { switchForm } from '../operations/kinds/command-kinds';
import { roleLacks } from '../operations/role-lacks';

@Component({
  selector: 'tos-verb-switches',
  imports: [Loading, Problem],
  templateUrl: './verb-switches.html',
  styleUrl: './verb-switches.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class VerbSwitches {
  readonly #backend = inject(Backend);
  readonly #dialog = inject(MatDialog);
  readonly #session = inject(Session);
  readonly server = input.required<GameServer>();
  readonly may = this.#session.may('economy:switch');

  readonly loading = resource({
    params: () => this.server().id,
    loader: ({ params: id }) => this.#backend.call(listVerbs, { id }),
  });
  /** Which are on follows the stream; the rest does not change while a server runs. */
  readonly verbs = computed(() => {
    const { closedVerbs } = this.server();
    const listed = this.loading.hasValue() ? this.loading.value().verbs : [];
    return listed.map((one) => ({ ...one, isOpen: !closedVerbs.includes(one.verb) }));
  });
  readonly off = computed(() => this.verbs().filter(({ isOpen }) => !isOpen).length);
  readonly reachable = computed(() => ['online', 'draining'].includes(this.server().status));
  /** Why nothing can be switched. */
  readonly why = computed(() => {
    const switches = { name: 'Switches', permission: 'economy:switch' } as const;
    const lacks = roleLacks(this.#session, [switches]);
    if (lacks !== '' || this.reachable()) return lacks;
    return 'Nothing can be switched while the server is not there.';
  });

  turn(state: VerbState): void {
    openCommandDialog(this.#dialog, switchForm(this.#backend, this.server(), state));
  }
}
