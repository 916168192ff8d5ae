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
import { GameServer } from '../api/models';
import { Backend } from '../backend/backend';
import { Session } from '../session/session';
import { formatCount } from '../ui/format';
import { Moment } from '../ui/moment';
import { openCommandDialog } from './command-dialog';
import { gistOf, kindWords, wordsOf } from './command-words';
import { LiveCommands } from './live-commands';
import { broadcastForm, drainForm, reopenForm } from './wishes';

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
  readonly mayBroadcast = this.#session.may('servers:broadcast');
  readonly mayDrain = this.#session.may('servers:drain');
  readonly maySee = this.#session.may('commands:read');
  readonly kinds = kindWords;
  readonly words = wordsOf;
  readonly gist = gistOf;

  readonly reachable = computed(() => ['online', 'draining'].includes(this.server().status));
  readonly commands = computed(() => this.#live.ofServer(this.server().id));
  /** Why something is not offered. */
  readonly why = computed(() => {
    const role = this.#session.account()?.role ?? '';
    if (!this.mayBroadcast) return `Your role, ${role}, sees servers and does not command them.`;
    if (!this.reachable()) return 'The server is not there: commands would only time out.';
    return this.mayDrain ? '' : `Your role, ${role}, speaks to players; drains are for admins.`;
  });
  readonly drainWords = computed(() => {
    const { players } = this.server();
    if (players === 0) return 'Nobody is let in, and the server is empty.';
    return `Nobody new is let in; ${formatCount(players)} ${players === 1 ? 'player is' : 'players are'} still inside.`;
  });

  constructor() {
    const id = computed(() => this.server().id);
    effect((onCleanup) => {
      const serverId = id();
      if (this.maySee) onCleanup(untracked(() => this.#live.show(serverId)));
    });
  }

  broadcast(): void {
    openCommandDialog(this.#dialog, broadcastForm(this.#backend, this.server()));
  }

  drain(): void {
    openCommandDialog(this.#dialog, drainForm(this.#backend, this.server()));
  }

  reopen(): void {
    openCommandDialog(this.#dialog, reopenForm(this.#backend, this.server()));
  }
}
