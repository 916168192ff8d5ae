// What is and was held against a player: mutes and bans, who gave them, until when, and why; imposed and lifted here.
import { ChangeDetectionStrategy, Component, computed, effect, inject, input, resource } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { MatDialog } from '@angular/material/dialog';
import { filter } from 'rxjs';
import { listSanctions } from '../api/fn/functions';
import { Player, Sanction } from '../api/models';
import { Backend } from '../backend/backend';
import { LiveConnection } from '../live/live-connection';
import { openCommandDialog } from '../operations/command-dialog';
import { CommandForm } from '../operations/kinds/command-form';
import { roleLacks } from '../operations/role-lacks';
import { Session } from '../session/session';
import { Loading, Problem } from '../ui/load-state';
import { Moment } from '../ui/moment';
import { Now } from '../ui/now';
import { banForm, liftForm, muteForm, shortSecondsMax } from './sanction-forms';

/** So long after something was told to a server it is asked whether the server has said that it knows. */
const lookAgainMs = 2_000;

export interface SanctionWords {
  readonly word: string;
  readonly tone: 'plain' | 'ok' | 'warn' | 'bad';
}

@Component({
  selector: 'tos-player-sanctions',
  imports: [Loading, Moment, Problem],
  templateUrl: './player-sanctions.html',
  styleUrl: './player-sanctions.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PlayerSanctions {
  readonly #backend = inject(Backend);
  readonly #dialog = inject(MatDialog);
  readonly #session = inject(Session);
  readonly #now = inject(Now);
  readonly player = input.required<Player>();
  readonly maySee = this.#session.may('commands:read');
  readonly #mayBeLong = this.#session.may('players:sanction-long');
  readonly offers = [
    { name: 'Mute', permission: 'players:mute', form: muteForm },
    { name: 'Ban', permission: 'players:ban', form: banForm },
  ] as const;
  readonly #id = computed(() => this.player().id);
  readonly loading = resource({
    params: () => (this.maySee ? this.#id() : undefined),
    loader: async ({ params: id }) => (await this.#backend.call(listSanctions, { id })).sanctions,
  });

  constructor() {
    inject(LiveConnection)
      .command.pipe(
        filter(({ serverId }) => serverId === this.player().serverId),
        takeUntilDestroyed(),
      )
      .subscribe(() => this.loading.reload());
    const those = computed(() => (this.loading.hasValue() ? this.loading.value() : []));
    // By itself, for it looks at the clock, which would begin the wait anew every second.
    const isOpen = computed(() =>
      those().some((one) => !one.isKnownThere && this.stateOf(one) === 'in-force'),
    );
    effect((onCleanup) => {
      // Once for each answer.
      those();
      if (!isOpen()) return;
      const timer = setTimeout(() => this.loading.reload(), lookAgainMs);
      onCleanup(() => clearTimeout(timer));
    });
  }

  may({ permission }: PlayerSanctions['offers'][number]): boolean {
    return this.#session.may(permission);
  }

  why(): string {
    const lacks = roleLacks(this.#session, this.offers);
    return lacks === '' && this.player().characterId === null ? 'Not before the player plays again.' : lacks;
  }

  impose({ form }: PlayerSanctions['offers'][number]): void {
    this.#open(form(this.#backend, this.player(), this.#mayBeLong));
  }

  /** As the API has it, and over when its time has passed since. */
  stateOf({ state, until }: Sanction): Sanction['state'] {
    const isOver = until !== null && Date.parse(until) <= this.#now.ms();
    return state === 'in-force' && isOver ? 'expired' : state;
  }

  words(sanction: Sanction): SanctionWords {
    switch (this.stateOf(sanction)) {
      case 'in-force':
        return sanction.isKnownThere
          ? { word: 'In force', tone: 'bad' }
          : { word: 'In force, server not told yet', tone: 'warn' };
      case 'expired':
        return { word: 'Expired', tone: 'plain' };
      case 'lifted':
        return { word: 'Lifted', tone: 'plain' };
      case 'erased':
        return { word: 'Erased', tone: 'plain' };
    }
  }

  mayLift({ givenAt, until, ...sanction }: Sanction): boolean {
    if (this.stateOf({ givenAt, until, ...sanction }) !== 'in-force') return false;
    const isLong = until === null || Date.parse(until) - Date.parse(givenAt) > shortSecondsMax * 1000;
    return this.#session.may('players:lift') && (!isLong || this.#mayBeLong);
  }

  lift(sanction: Sanction): void {
    this.#open(liftForm(this.#backend, sanction));
  }

  #open(form: CommandForm): void {
    openCommandDialog(this.#dialog, form)
      .afterClosed()
      .subscribe(() => this.loading.reload());
  }
}
