// Everything that lives on the map, and its zones, drawn on one canvas over the ground: thousands of marks a frame cost
// one pass and no element each. Players are circles, creatures triangles, loot diamonds, people squares.
import * as L from 'leaflet';
import { MapDetails, MapZone } from '../api/models';
import { ColourToken } from '../charts/chart-colours';
import { EntityTrack, MapTracks } from './entity-tracks';
import { MarkSprites } from './mark-sprites';
import { pixelsPerMetre } from './world-crs';

export interface EntityView {
  readonly colours: Readonly<Record<ColourToken, string>>;
  readonly hiddenKinds: ReadonlySet<number>;
  readonly zones: boolean;
  readonly selected: number | null;
  /** Name of a map by its key. */
  readonly mapName: (key: string) => string;
}

/** Loot under people under creatures under players. */
const drawOrder = [3, 4, 2, 1];
const namesFromPx = 22;
const zoneNamesFromPx = 4;
const spawnNamesFromPx = 9;
const nameFont = '600 12px system-ui, sans-serif';

export class EntityLayer extends L.Layer {
  readonly #tracks: MapTracks;
  readonly #onFrame: (nowMs: number) => void;
  readonly #canvas = document.createElement('canvas');
  #document: MapDetails | undefined;
  #view: EntityView | undefined;
  readonly #sprites = new MarkSprites();
  #ratio = 1;
  #frame = 0;
  #stale = true;

  /** `onFrame` runs before each drawing, e.g. to let the view follow somebody. */
  constructor(tracks: MapTracks, onFrame: (nowMs: number) => void) {
    super();
    this.#tracks = tracks;
    this.#onFrame = onFrame;
    this.#canvas.className = 'entity-canvas leaflet-zoom-hide';
    this.#canvas.setAttribute('aria-hidden', 'true');
  }

  show(view: EntityView, map: MapDetails | undefined): void {
    this.#view = view;
    this.#document = map;
    this.#stale = true;
  }

  override onAdd(map: L.Map): this {
    map.getPane('overlayPane')?.append(this.#canvas);
    this.#resize();
    const step = (): void => {
      this.#frame = requestAnimationFrame(step);
      const now = performance.now();
      if (!this.#stale && !this.#tracks.moving(now)) return;
      // One more drawing after the last movement leaves everything exactly where it was reported.
      this.#stale = this.#tracks.moving(now);
      this.#onFrame(now);
      this.#draw(now);
    };
    this.#frame = requestAnimationFrame(step);
    return this;
  }

  override onRemove(): this {
    cancelAnimationFrame(this.#frame);
    this.#canvas.remove();
    return this;
  }

  override getEvents(): Record<string, L.LeafletEventHandlerFn> {
    const redraw = (): void => {
      this.#stale = true;
      if (this._map) this.#draw(performance.now());
    };
    return { move: redraw, zoom: redraw, viewreset: redraw, resize: () => this.#resize() };
  }

  #resize(): void {
    const size = this._map.getSize();
    const ratio = Math.min(2, window.devicePixelRatio || 1);
    this.#ratio = ratio;
    this.#canvas.width = Math.round(size.x * ratio);
    this.#canvas.height = Math.round(size.y * ratio);
    this.#canvas.style.width = `${size.x}px`;
    this.#canvas.style.height = `${size.y}px`;
    this.#stale = true;
  }

  #draw(now: number): void {
    const context = this.#canvas.getContext('2d');
    const view = this.#view;
    if (context === null || view === undefined) return;
    L.DomUtil.setPosition(this.#canvas, this._map.containerPointToLayerPoint([0, 0]));
    const ratio = this.#ratio;
    const scale = pixelsPerMetre(this._map.getZoom());
    const origin = this._map.latLngToContainerPoint([0, 0]);
    context.setTransform(1, 0, 0, 1, 0, 0);
    context.clearRect(0, 0, this.#canvas.width, this.#canvas.height);
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    if (view.zones) this.#drawZones(context, view, origin, scale);
    const part = this.#tracks.progress(now);
    for (const kind of drawOrder) {
      if (!view.hiddenKinds.has(kind)) this.#drawKind(context, view, kind, part, origin, scale);
    }
  }

  #drawKind(
    context: CanvasRenderingContext2D,
    view: EntityView,
    kind: number,
    part: number,
    origin: L.Point,
    scale: number,
  ): void {
    const size = this._map.getSize();
    const radius = Math.max(kind === 3 ? 3 : 4, Math.min(9, Math.round(scale * 0.76) / 2));
    const sprite = this.#sprites.of(kind, radius, this.#ratio, view.colours);
    const half = sprite.sizePx / 2;
    const named: [EntityTrack, number, number][] = [];
    for (const track of this.#tracks.byId.values()) {
      if (track.kind !== kind) continue;
      const x = origin.x + (track.fromX + (track.toX - track.fromX) * part) * scale;
      const y = origin.y + (track.fromY + (track.toY - track.fromY) * part) * scale;
      if (x < -20 || y < -20 || x > size.x + 20 || y > size.y + 20) continue;
      context.drawImage(sprite.canvas, x - half, y - half, sprite.sizePx, sprite.sizePx);
      const chosen = track.id === view.selected;
      if (chosen || (kind === 1 && scale >= namesFromPx)) named.push([track, x, y]);
    }
    for (const [track, x, y] of named) this.#drawName(context, view, track, x, y, radius);
  }

  #drawName(
    context: CanvasRenderingContext2D,
    view: EntityView,
    track: EntityTrack,
    x: number,
    y: number,
    radius: number,
  ): void {
    if (track.id === view.selected) {
      context.beginPath();
      context.arc(x, y, radius + 5, 0, Math.PI * 2);
      context.lineWidth = 4;
      context.strokeStyle = view.colours['mark-halo'];
      context.stroke();
      context.lineWidth = 2;
      context.strokeStyle = view.colours.ink;
      context.stroke();
    }
    if (track.name !== null) this.#drawText(context, view, track.name, x, y - radius - 8, 'center');
  }

  #drawText(
    context: CanvasRenderingContext2D,
    view: EntityView,
    text: string,
    x: number,
    y: number,
    align: CanvasTextAlign,
  ): void {
    context.font = nameFont;
    context.textAlign = align;
    context.lineJoin = 'round';
    context.lineWidth = 3.5;
    context.strokeStyle = view.colours['mark-halo'];
    context.strokeText(text, x, y);
    context.fillStyle = view.colours.ink;
    context.fillText(text, x, y);
  }

  #textWidth(context: CanvasRenderingContext2D, text: string): number {
    context.font = nameFont;
    return context.measureText(text).width;
  }

  #drawZones(context: CanvasRenderingContext2D, view: EntityView, origin: L.Point, scale: number): void {
    const map = this.#document;
    if (map === undefined) return;
    const draw = (zone: MapZone, token: ColourToken, dash: number[], name: string): void => {
      const x = origin.x + zone.x * scale;
      const y = origin.y + zone.y * scale;
      const width = Math.max(2, zone.widthM * scale);
      const height = Math.max(2, zone.heightM * scale);
      context.setLineDash([]);
      context.lineWidth = 3.5;
      context.strokeStyle = view.colours['mark-halo'];
      context.globalAlpha = 0.7;
      context.strokeRect(x, y, width, height);
      context.globalAlpha = 1;
      context.setLineDash(dash);
      context.lineWidth = 1.6;
      context.strokeStyle = view.colours[token];
      context.strokeRect(x, y, width, height);
      context.setLineDash([]);
      if (scale < zoneNamesFromPx || name === '') return;
      // In what is too small for its name, the name would hide what it names.
      if (this.#textWidth(context, name) + 8 <= width)
        this.#drawText(context, view, name, x + 4, y + 14, 'left');
      else this.#drawText(context, view, name, x + width / 2, y - 6, 'center');
    };
    for (const zone of map.safeZones) draw(zone, 'mark-1', [], zone.name || 'Safe zone');
    for (const spawn of map.spawns) {
      const ofPlayers = spawn.creature === 'player';
      // Spawns stand close together; their names wait for a closer view.
      const name = scale >= spawnNamesFromPx ? spawn.name || spawn.creature : '';
      draw(spawn, ofPlayers ? 'mark-4' : 'mark-2', [5, 4], name);
    }
    for (const portal of map.portals) draw(portal, 'mark-3', [2, 2], `To ${view.mapName(portal.targetMap)}`);
  }
}
