// The picture of a map with what lives on it. Leaflet does panning and zooming by pointer and keyboard; what is drawn
// comes from the terrain and entity layers.
import {
  ChangeDetectionStrategy,
  Component,
  DestroyRef,
  ElementRef,
  ViewEncapsulation,
  afterNextRender,
  effect,
  inject,
  input,
  model,
  output,
  signal,
  viewChild,
} from '@angular/core';
import * as L from 'leaflet';
import { MapDetails } from '../api/models';
import { ChartColours } from '../charts/chart-colours';
import { MapNames } from '../live/map-names';
import { EntityLayer } from './entity-layer';
import { MapTracks } from './entity-tracks';
import { TerrainLayer } from './terrain-layer';
import { MapTiles } from './map-tiles';
import { WorldPoint, pixelsPerMetre, toLatLng, toWorld, worldCrs } from './world-crs';

const zoomMax = 6;
const clickReachPx = 14;
/** Where somebody is followed, the view is at least this close. */
const followZoomMin = 3;

@Component({
  selector: 'tos-live-map',
  template: `<div #host class="live-map" role="application" [attr.aria-label]="label()"></div>`,
  styleUrls: ['../../../../node_modules/leaflet/dist/leaflet.css', './live-map.scss'],
  encapsulation: ViewEncapsulation.None,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class LiveMap {
  protected readonly host = viewChild.required<ElementRef<HTMLElement>>('host');
  readonly #colours = inject(ChartColours);
  readonly #mapNames = inject(MapNames);
  readonly #ready = signal(false);
  readonly document = input.required<MapDetails>();
  readonly tiles = input.required<MapTiles>();
  readonly tracks = input.required<MapTracks>();
  readonly hiddenKinds = input.required<ReadonlySet<number>>();
  readonly zones = input.required<boolean>();
  readonly label = input.required<string>();
  readonly selected = model<number | null>(null);
  readonly following = model(false);
  readonly pointed = output<WorldPoint | null>();
  readonly clicked = output<WorldPoint>();
  readonly centred = output<WorldPoint>();
  #map!: L.Map;
  #entities!: EntityLayer;
  #terrain: TerrainLayer | undefined;

  constructor() {
    afterNextRender(() => this.#create());
    effect(() => {
      if (this.#ready()) this.#showTerrain(this.document(), this.tiles());
    });
    effect(() => {
      const view = {
        colours: this.#colours.all(),
        hiddenKinds: this.hiddenKinds(),
        zones: this.zones(),
        selected: this.selected(),
        mapName: (key: string) => this.#mapNames.of(key),
      };
      if (this.#ready()) this.#entities.show(view, this.document());
    });
    effect(() => {
      if (this.#ready() && this.following() && this.selected() !== null) this.#approach();
    });
    inject(DestroyRef).onDestroy(() => this.#map?.remove());
  }

  zoomBy(levels: number): void {
    this.#map.setZoom(this.#map.getZoom() + levels);
  }

  fit(): void {
    this.following.set(false);
    const { widthM, heightM } = this.document();
    this.#map.fitBounds([
      [0, 0],
      [heightM, widthM],
    ]);
  }

  #create(): void {
    this.#map = L.map(this.host().nativeElement, {
      crs: worldCrs,
      zoomControl: false,
      attributionControl: false,
      zoomAnimation: false,
      fadeAnimation: false,
      zoomSnap: 0.25,
      zoomDelta: 0.5,
      wheelPxPerZoomLevel: 120,
      maxZoom: zoomMax,
      inertia: !matchMedia('(prefers-reduced-motion: reduce)').matches,
    });
    this.#entities = new EntityLayer(this.tracks(), (now) => this.#follow(now));
    this.#map.on('click', (event: L.LeafletMouseEvent) => this.#click(event.latlng));
    this.#map.on('mousemove', (event: L.LeafletMouseEvent) => this.pointed.emit(toWorld(event.latlng)));
    this.#map.on('mouseout', () => this.pointed.emit(null));
    this.#map.on('dragstart', () => this.following.set(false));
    this.#map.on('moveend', () => this.centred.emit(toWorld(this.#map.getCenter())));
    const observer = new ResizeObserver(() => this.#map.invalidateSize({ animate: false }));
    observer.observe(this.host().nativeElement);
    this.#map.on('unload', () => observer.disconnect());
    this.#ready.set(true);
  }

  #showTerrain(map: MapDetails, tiles: MapTiles): void {
    this.#terrain?.remove();
    const bounds = L.latLngBounds([0, 0], [map.heightM, map.widthM]);
    this.#map.setMaxBounds(bounds.pad(0.4));
    this.#map.setMinZoom(-4);
    this.#map.fitBounds(bounds);
    this.#map.setMinZoom(Math.min(2, this.#map.getZoom() - 0.5));
    this.#terrain = new TerrainLayer(map, tiles);
    this.#terrain.addTo(this.#map);
    this.#entities.addTo(this.#map);
  }

  #click(latLng: L.LatLng): void {
    const point = toWorld(latLng);
    const reachM = clickReachPx / pixelsPerMetre(this.#map.getZoom());
    const hidden = this.hiddenKinds();
    const hit = this.tracks().nearest(
      point.x,
      point.y,
      reachM,
      performance.now(),
      (kind) => !hidden.has(kind),
    );
    this.selected.set(hit?.id ?? null);
    if (hit === undefined) this.following.set(false);
    this.clicked.emit(point);
  }

  #approach(): void {
    const at = this.tracks().at(this.selected() ?? 0, performance.now());
    if (at) this.#map.setView(toLatLng(at), Math.max(followZoomMin, this.#map.getZoom()), { animate: false });
  }

  #follow(now: number): void {
    const id = this.selected();
    if (!this.following() || id === null) return;
    const at = this.tracks().at(id, now);
    if (at === undefined) return;
    const centre = toWorld(this.#map.getCenter());
    // Half a pixel off is not worth a new view.
    if (Math.hypot(at.x - centre.x, at.y - centre.y) * pixelsPerMetre(this.#map.getZoom()) < 0.5) return;
    this.#map.setView(toLatLng(at), this.#map.getZoom(), { animate: false });
  }
}
