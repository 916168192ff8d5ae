// What colleagues wrote about a player, and a line to write more; players never see it.
import { ChangeDetectionStrategy, Component, computed, inject, input, resource, signal } from '@angular/core';
import { listNotes, removeNote, writeNote } from '../api/fn/functions';
import { Player, PlayerNote } from '../api/models';
import { Backend } from '../backend/backend';
import { problemOf } from '../backend/problem';
import { Session } from '../session/session';
import { Busy } from '../ui/busy';
import { Loading, Problem } from '../ui/load-state';
import { Moment } from '../ui/moment';

/** As the API allows. */
const charactersMax = 500;

@Component({
  selector: 'tos-player-notes',
  imports: [Busy, Loading, Moment, Problem],
  templateUrl: './player-notes.html',
  styleUrl: './player-notes.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PlayerNotes {
  readonly #backend = inject(Backend);
  readonly #session = inject(Session);
  readonly player = input.required<Player>();
  readonly maySee = this.#session.may('players:note');
  readonly #mayRemoveAll = this.#session.may('players:unnote');
  readonly charactersMax = charactersMax;
  readonly text = signal('');
  readonly busy = signal(false);
  readonly fault = signal<string | null>(null);
  readonly #id = computed(() => this.player().id);
  readonly loading = resource({
    params: () => (this.maySee ? this.#id() : undefined),
    loader: async ({ params: id }) => (await this.#backend.call(listNotes, { id })).notes,
  });

  mayRemove({ actorId }: PlayerNote): boolean {
    return this.#mayRemoveAll || actorId === this.#session.account()?.id;
  }

  write(event: Event): Promise<void> {
    event.preventDefault();
    const text = this.text().trim();
    if (text === '') {
      this.fault.set('Note: say something.');
      return Promise.resolve();
    }
    return this.#change(async () => {
      await this.#backend.call(writeNote, { id: this.#id(), body: { text } });
      this.text.set('');
    });
  }

  remove({ id }: PlayerNote): Promise<void> {
    return this.#change(() => this.#backend.call(removeNote, { id }));
  }

  async #change(change: () => Promise<unknown>): Promise<void> {
    if (this.busy()) return;
    this.busy.set(true);
    this.fault.set(null);
    try {
      await change();
    } catch (cause) {
      const { fields, message } = problemOf(cause);
      this.fault.set(fields[0]?.message ?? message);
    }
    this.busy.set(false);
    this.loading.reload();
  }
}
