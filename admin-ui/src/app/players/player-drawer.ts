// One player, in a drawer at the right edge; asked for again when the live stream tells of a change.
import { ChangeDetectionStrategy, Component, inject, resource, signal } from '@angular/core';
import { MAT_DIALOG_DATA, MatDialog, MatDialogRef } from '@angular/material/dialog';
import { RouterLink } from '@angular/router';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { filter, map, merge } from 'rxjs';
import { exportPlayer } from '../api/fn/functions';
import { Player } from '../api/models';
import { Backend } from '../backend/backend';
import { LiveConnection } from '../live/live-connection';
import { MapNames } from '../live/map-names';
import { openCommandDialog } from '../operations/command-dialog';
import { Offer, playerOffers } from '../operations/kinds/command-kinds';
import { roleLacks } from '../operations/role-lacks';
import { PlayerNotes } from '../notes/player-notes';
import { PlayerSanctions } from '../sanctions/player-sanctions';
import { Session } from '../session/session';
import { formatDuration } from '../ui/format';
import { saveFile } from '../ui/save-file';
import { Icon } from '../ui/icon';
import { Loading, Problem } from '../ui/load-state';
import { Moment } from '../ui/moment';
import { openEraseDialog } from './erase-dialog';
import { isOf } from './players-store';

interface News {
  readonly serverId: string;
  readonly players: readonly { readonly characterId: number; readonly name: string }[];
}

@Component({
  selector: 'tos-player-drawer',
  imports: [Icon, Loading, Moment, PlayerNotes, PlayerSanctions, Problem, RouterLink],
  templateUrl: './player-drawer.html',
  styleUrl: './player-drawer.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PlayerDrawer {
  readonly #backend = inject(Backend);
  readonly #reference = inject<MatDialogRef<PlayerDrawer>>(MatDialogRef);
  readonly #data = inject<{ id: string }>(MAT_DIALOG_DATA);
  readonly #dialog = inject(MatDialog);
  readonly #session = inject(Session);
  readonly maps = inject(MapNames);
  readonly loading = resource({
    loader: ({ abortSignal }) => this.#backend.player(this.#data.id, abortSignal),
  });

  readonly exporting = signal(false);
  readonly exportProblem = signal<unknown>(undefined);

  constructor() {
    const live = inject(LiveConnection);
    const moves = live.player.pipe(map((move) => ({ serverId: move.serverId, players: [move] })));
    merge(moves, live.playersChanged)
      .pipe(
        filter((news) => this.#isOfShown(news)),
        takeUntilDestroyed(),
      )
      .subscribe(() => this.loading.reload());
  }

  #isOfShown({ serverId, players }: News): boolean {
    if (!this.loading.hasValue()) return false;
    const shown = this.loading.value();
    return players.some((one) => isOf(shown, serverId, one));
  }

  /** The directory learns the time when somebody leaves. */
  played({ online, playedSeconds }: Player): string {
    if (!online) return formatDuration(playedSeconds);
    return playedSeconds > 0 ? `${formatDuration(playedSeconds)} before` : 'for the first time';
  }

  offers(player: Player): readonly Offer<Player>[] {
    return playerOffers.filter(({ isFor }) => isFor(player));
  }

  may({ permission, isForAbsent }: Offer<Player>, { online }: Player): boolean {
    return this.#session.may(permission) && (online || isForAbsent === true);
  }

  open({ form }: Offer<Player>, player: Player): void {
    openCommandDialog(this.#dialog, form(this.#backend, player));
  }

  why(player: Player): string {
    const lacks = roleLacks(this.#session, this.offers(player));
    return [lacks, player.online ? '' : 'Not in the world now.'].filter((words) => words !== '').join(' ');
  }

  mayReadReports(): boolean {
    return this.#session.may('reports:read');
  }

  mayReadLedger(): boolean {
    return this.#session.may('players:ledger');
  }

  mayExport(): boolean {
    return this.#session.may('players:export');
  }

  async export({ id, name }: Player): Promise<void> {
    this.exporting.set(true);
    this.exportProblem.set(undefined);
    try {
      const document = await this.#backend.call(exportPlayer, { id });
      saveFile(`${name}.json`, 'application/json', JSON.stringify(document, null, 2));
    } catch (error) {
      this.exportProblem.set(error);
    } finally {
      this.exporting.set(false);
    }
  }

  mayErase(): boolean {
    return this.#session.may('players:erase');
  }

  erase(player: Player): void {
    openEraseDialog(this.#dialog, player)
      .afterClosed()
      .subscribe((isDone) => isDone && this.#reference.close('erased'));
  }

  close(): void {
    this.#reference.close();
  }

  leave(): void {
    this.#reference.close('left');
  }
}
