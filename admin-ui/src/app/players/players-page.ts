// Search among everybody who ever played. Search, filter and the opened player stand in the address, so that a view
// can be shared and the back button works.
import {
  ChangeDetectionStrategy,
  Component,
  DestroyRef,
  effect,
  inject,
  input,
  untracked,
} from '@angular/core';
import { MatDialog, MatDialogRef } from '@angular/material/dialog';
import { Router } from '@angular/router';
import { MapNames } from '../live/map-names';
import { formatCount, formatDuration } from '../ui/format';
import { Icon } from '../ui/icon';
import { Loading, Nothing, Problem } from '../ui/load-state';
import { Moment } from '../ui/moment';
import { PlayerDrawer } from './player-drawer';
import { PlayersStore } from './players-store';

const typingPauseMs = 250;
const filters = [
  { value: '', name: 'All' },
  { value: 'true', name: 'Online' },
  { value: 'false', name: 'Offline' },
] as const;

@Component({
  selector: 'tos-players-page',
  imports: [Icon, Loading, Moment, Nothing, Problem],
  providers: [PlayersStore],
  templateUrl: './players-page.html',
  styleUrl: './players-page.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PlayersPage {
  readonly #router = inject(Router);
  readonly #dialog = inject(MatDialog);
  readonly store = inject(PlayersStore);
  readonly search = input<string>();
  readonly online = input<string>();
  readonly player = input<string>();
  readonly maps = inject(MapNames);
  readonly filters = filters;
  readonly count = formatCount;
  readonly duration = formatDuration;
  #typing: ReturnType<typeof setTimeout> | undefined;
  #drawer: MatDialogRef<PlayerDrawer> | undefined;

  constructor() {
    effect(() => {
      const search = (this.search() ?? '').trim();
      const online = this.online() === 'true' ? true : this.online() === 'false' ? false : null;
      untracked(() => void this.store.show({ search, online }));
    });
    effect(() => {
      const id = this.player();
      untracked(() => this.#openDrawer(id));
    });
    inject(DestroyRef).onDestroy(() => {
      clearTimeout(this.#typing);
      this.#drawer?.close();
    });
  }

  type(text: string): void {
    clearTimeout(this.#typing);
    this.#typing = setTimeout(() => this.#go({ search: text.trim() || null }, true), typingPauseMs);
  }

  filter(value: string): void {
    this.#go({ online: value || null }, true);
  }

  show(id: string | null): void {
    this.#go({ player: id }, false);
  }

  #openDrawer(id: string | undefined): void {
    this.#drawer?.close();
    this.#drawer = undefined;
    if (id === undefined) return;
    const drawer = this.#dialog.open(PlayerDrawer, {
      data: { id },
      panelClass: 'drawer-pane',
      position: { top: '0', right: '0' },
      width: 'min(440px, 100vw)',
      maxWidth: '100vw',
      height: '100dvh',
      ariaLabelledBy: 'player-drawer-head',
      autoFocus: 'dialog',
    });
    this.#drawer = drawer;
    drawer.afterClosed().subscribe((result: unknown) => {
      if (result === 'erased') void this.store.again();
      // Leaving for another page by a link in the drawer must not be turned back by clearing the query.
      if (this.#drawer === drawer && result !== 'left') this.show(null);
    });
  }

  #go(queryParams: Record<string, string | null>, replaceUrl: boolean): void {
    void this.#router.navigate([], { queryParams, queryParamsHandling: 'merge', replaceUrl });
  }
}
