// One player, in a drawer at the right edge; asked for again when the live stream tells of a change.
import { ChangeDetectionStrategy, Component, inject, resource } from '@angular/core';
import { MAT_DIALOG_DATA, MatDialogRef } from '@angular/material/dialog';
import { RouterLink } from '@angular/router';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { filter, map, merge } from 'rxjs';
import { Player } from '../api/models';
import { Backend } from '../backend/backend';
import { PlayersChange } from '../backend/live-events';
import { LiveConnection } from '../live/live-connection';
import { MapNames } from '../live/map-names';
import { formatDuration } from '../ui/format';
import { Icon } from '../ui/icon';
import { Loading, Problem } from '../ui/load-state';
import { Moment } from '../ui/moment';

@Component({
  selector: 'tos-player-drawer',
  imports: [Icon, Loading, Moment, Problem, RouterLink],
  templateUrl: './player-drawer.html',
  styleUrl: './player-drawer.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PlayerDrawer {
  readonly #backend = inject(Backend);
  readonly #reference = inject<MatDialogRef<PlayerDrawer>>(MatDialogRef);
  readonly #data = inject<{ id: string }>(MAT_DIALOG_DATA);
  readonly maps = inject(MapNames);
  readonly loading = resource({
    loader: ({ abortSignal }) => this.#backend.player(this.#data.id, abortSignal),
  });

  constructor() {
    const live = inject(LiveConnection);
    merge(live.player.pipe(map(({ name }) => [name])), live.playersChanged.pipe(map(namesIn)))
      .pipe(
        filter((names) => this.loading.hasValue() && names.includes(this.loading.value().name)),
        takeUntilDestroyed(),
      )
      .subscribe(() => this.loading.reload());
  }

  /** The directory learns the time when somebody leaves. */
  played({ online, playedSeconds }: Player): string {
    if (!online) return formatDuration(playedSeconds);
    return playedSeconds > 0 ? `${formatDuration(playedSeconds)} before` : 'for the first time';
  }

  close(): void {
    this.#reference.close();
  }

  leave(): void {
    this.#reference.close('left');
  }
}

function namesIn({ players }: PlayersChange): string[] {
  return players.map(({ name }) => name);
}
