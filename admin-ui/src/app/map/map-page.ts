// The live map: choose a map, see who moves on it, click for coordinates, follow somebody.
import {
  ChangeDetectionStrategy,
  Component,
  DestroyRef,
  computed,
  effect,
  inject,
  input,
  resource,
  signal,
  untracked,
} from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { Router } from '@angular/router';
import { Backend } from '../backend/backend';
import { MapSummary } from '../api/models';
import { EntityRow, Positions } from '../backend/live-events';
import { LiveConnection } from '../live/live-connection';
import { LiveServers } from '../live/live-servers';
import { formatCount } from '../ui/format';
import { Icon } from '../ui/icon';
import { Loading, Nothing, Problem } from '../ui/load-state';
import { Now } from '../ui/now';
import { EntityList } from './entity-list';
import { MapTracks } from './entity-tracks';
import { LiveMap } from './live-map';
import { SelectedEntity } from './selected-entity';
import { loadMapTiles } from './map-tiles';
import { WorldPoint, sayPoint } from './world-crs';

/** Positions come several times a second; this long without any means that no server sends this map. */
const silentMs = 5000;

/** What to show when nobody asked for a map: the largest. */
function largestMap(maps: readonly MapSummary[]): string | undefined {
  return maps.toSorted((a, b) => b.widthM * b.heightM - a.widthM * a.heightM)[0]?.key;
}

@Component({
  selector: 'tos-map-page',
  imports: [EntityList, Icon, LiveMap, Loading, Nothing, Problem, SelectedEntity],
  templateUrl: './map-page.html',
  styleUrl: './map-page.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class MapPage {
  readonly #backend = inject(Backend);
  readonly #router = inject(Router);
  readonly #live = inject(LiveConnection);
  readonly #servers = inject(LiveServers);
  readonly #now = inject(Now);
  /** From the address: the map, the server where several run it, and the name of whom to follow. */
  readonly map = input<string>();
  readonly server = input<string>();
  readonly follow = input<string>();

  readonly maps = resource({ loader: ({ abortSignal }) => this.#backend.maps(abortSignal) });
  readonly key = computed(
    () => this.map() ?? (this.maps.hasValue() ? largestMap(this.maps.value()) : undefined),
  );
  /** The address names a map that the content does not have. */
  readonly unknown = computed(() => {
    const key = this.map();
    return key !== undefined && this.maps.hasValue() && !this.maps.value().some((one) => one.key === key);
  });
  readonly drawn = resource({
    params: () => (this.unknown() ? undefined : this.key()),
    loader: async ({ params, abortSignal }) => {
      const document = await this.#backend.map(params, abortSignal);
      return { document, tiles: await loadMapTiles(document) };
    },
  });

  readonly hosts = computed(() => this.#servers.list().filter((one) => one.maps.includes(this.key() ?? '')));
  readonly host = computed(() => {
    const hosts = this.hosts();
    return (
      hosts.find((one) => one.id === this.server()) ??
      hosts.find((one) => one.status === 'online') ??
      hosts[0]
    );
  });

  readonly tracks = new MapTracks();
  readonly rows = signal<readonly EntityRow[]>([]);
  readonly selected = signal<number | null>(null);
  readonly following = signal(false);
  readonly hiddenKinds = signal<ReadonlySet<number>>(new Set());
  readonly zones = signal(true);
  readonly pointed = signal<WorldPoint | null>(null);
  readonly clicked = signal<WorldPoint | null>(null);
  readonly centre = signal<WorldPoint | null>(null);
  readonly #lastAtMs = signal(0);
  readonly #watchedSinceMs = signal(0);
  #wanted: string | undefined;

  readonly sayPoint = sayPoint;
  readonly kinds = [
    { kind: 1, name: 'Players' },
    { kind: 2, name: 'Creatures' },
    { kind: 3, name: 'Loot' },
    { kind: 4, name: 'People' },
  ];
  readonly counts = computed(() => {
    const counts = [0, 0, 0, 0];
    for (const row of this.rows()) counts[row[1]] = (counts[row[1]] ?? 0) + 1;
    return counts.map((count) => formatCount(count));
  });
  readonly selectedRow = computed(() => this.rows().find((row) => row[0] === this.selected()));
  readonly silent = computed(() => {
    const since = Math.max(this.#lastAtMs(), this.#watchedSinceMs());
    return this.#live.state() === 'live' && this.#now.ms() - since > silentMs;
  });
  readonly label = computed(() => {
    const name = this.drawn.hasValue() ? this.drawn.value().document.name : (this.key() ?? '');
    return `Map ${name}. Arrow keys move the view, plus and minus zoom. The list beside it has the same content.`;
  });

  constructor() {
    this.#live.positions.pipe(takeUntilDestroyed()).subscribe((positions) => this.#take(positions));
    effect(() => {
      const key = this.key() ?? null;
      untracked(() => {
        this.#forget();
        this.#live.watchMap(key);
      });
    });
    effect(() => {
      this.#wanted = this.follow();
      untracked(() => this.#findWanted());
    });
    inject(DestroyRef).onDestroy(() => this.#live.watchMap(null));
  }

  choose(queryParams: { map?: string; server?: string }): void {
    void this.#router.navigate([], {
      queryParams: { ...queryParams, follow: null },
      queryParamsHandling: 'merge',
    });
  }

  toggle(kind: number): void {
    this.hiddenKinds.update((hidden) => {
      const next = new Set(hidden);
      if (!next.delete(kind)) next.add(kind);
      return next;
    });
  }

  pick(id: number): void {
    this.selected.set(id);
    this.following.set(true);
  }

  #take(positions: Positions): void {
    const host = this.host();
    if (positions.map !== this.key() || (host !== undefined && positions.serverId !== host.id)) return;
    this.tracks.update(positions.entities, performance.now());
    this.rows.set(positions.entities);
    this.#lastAtMs.set(Date.now());
    this.#findWanted();
  }

  /** Follows the player named in the address as soon as it is seen. */
  #findWanted(): void {
    if (this.#wanted === undefined) return;
    const row = this.rows().find((one) => one[1] === 1 && one[4] === this.#wanted);
    if (row === undefined) return;
    this.#wanted = undefined;
    this.pick(row[0]);
  }

  #forget(): void {
    this.tracks.clear();
    this.rows.set([]);
    this.selected.set(null);
    this.following.set(false);
    this.clicked.set(null);
    this.#lastAtMs.set(0);
    this.#watchedSinceMs.set(Date.now());
  }
}
