// What may be done to a server as a whole, and what was: a message to everybody, drain and its undoing.
import {
  ChangeDetectionStrategy,
  Component,
  computed,
  effect,
  inject,
  input,
  untracked,
} from '@angular/core';
import { MatDialog } from '@angular/material/dialog';
import { GameServer, PlannedDrain } from '../api/models';
import { Backend } from '../backend/backend';
import { Session } from '../session/session';
import { formatCount } from '../ui/format';
import { Moment } from '../ui/moment';
import { openCommandDialog } from './command-dialog';
import { Offer, commandKinds, serverOffers } from './kinds/command-kinds';
import { wordsOf } from './command-words';
import { LiveCommands } from './live-commands';
import { roleLacks } from './role-lacks';

@Component({
  selector: 'tos-server-operations',
  imports: [Moment],
  templateUrl: './server-operations.html',
  styleUrl: './server-operations.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ServerOperations {
  readonly #backend = inject(Backend);
  readonly #dialog = inject(MatDialog);
  readonly #session = inject(Session);
  readonly #live = inject(LiveCommands);
  readonly server = input.required<GameServer>();
  readonly maySee = this.#session.may('commands:read');
  readonly kinds = commandKinds;
  readonly words = wordsOf;

  readonly reachable = computed(() => ['online', 'draining'].includes(this.server().status));
  readonly commands = computed(() => this.#live.ofServer(this.server().id));
  readonly offers = computed(() => serverOffers.filter(({ isFor }) => isFor(this.server())));
  /** Why something cannot be done. */
  readonly why = computed(() => {
    const lacks = roleLacks(this.#session, this.offers());
    if (lacks !== '' || this.reachable()) return lacks;
    return 'The server is not there: commands would only time out.';
  });
  readonly drainWords = computed(() => {
    const { players } = this.server();
    if (players === 0) return 'Nobody is let in, and the server is empty.';
    return `Nobody new is let in; ${formatCount(players)} ${players === 1 ? 'player is' : 'players are'} still inside.`;
  });

  plannedWords({ then }: PlannedDrain): string {
    const words = { stop: 'ends', stay: 'closes', restart: 'starts anew' } as const;
    return `Planned: the server empties and ${words[then]}`;
  }

  constructor() {
    const id = computed(() => this.server().id);
    effect((onCleanup) => {
      const serverId = id();
      if (this.maySee) onCleanup(untracked(() => this.#live.show(serverId)));
    });
  }

  may({ permission }: Offer<GameServer>): boolean {
    return this.#session.may(permission);
  }

  open({ form }: Offer<GameServer>): void {
    openCommandDialog(this.#dialog, form(this.#backend, this.server()));
  }
}
