// The ground of a map as Leaflet tiles: from the tileset where a tile of the map is at least 4 px, else from the
// overview at one pixel a metre.
import * as L from 'leaflet';
import { MapDetails } from '../api/models';
import { Tileset, drawOverview } from './tileset';
import { pixelsPerMetre } from './world-crs';

const detailFromPx = 4;
const tilePx = 256;

export class TerrainLayer extends L.GridLayer {
  readonly #map: MapDetails;
  readonly #tileset: Tileset;
  readonly #overview: HTMLCanvasElement;

  constructor(map: MapDetails, tileset: Tileset) {
    super({
      tileSize: tilePx,
      bounds: L.latLngBounds([0, 0], [map.heightM, map.widthM]),
      noWrap: true,
      minNativeZoom: -4,
      maxNativeZoom: 6,
      minZoom: -4,
      maxZoom: 8,
      keepBuffer: 1,
    });
    this.#map = map;
    this.#tileset = tileset;
    this.#overview = drawOverview(map, tileset);
  }

  protected override createTile(coords: L.Coords): HTMLElement {
    const canvas = L.DomUtil.create('canvas');
    canvas.width = tilePx;
    canvas.height = tilePx;
    const context = canvas.getContext('2d');
    if (context === null) return canvas;
    const scale = pixelsPerMetre(coords.z);
    const spanM = tilePx / scale;
    const west = coords.x * spanM;
    const north = coords.y * spanM;
    if (scale < detailFromPx || this.#tileset.image === null) {
      context.imageSmoothingEnabled = scale < 1;
      context.drawImage(this.#overview, west, north, spanM, spanM, 0, 0, tilePx, tilePx);
    } else {
      this.#drawDetail(context, west, north, spanM, scale);
    }
    return canvas;
  }

  #drawDetail(
    context: CanvasRenderingContext2D,
    west: number,
    north: number,
    spanM: number,
    scale: number,
  ): void {
    const { image, tileSizePx, columns } = this.#tileset;
    const { widthM, heightM, layers } = this.#map;
    if (image === null) return;
    context.imageSmoothingEnabled = scale < tileSizePx;
    const lastX = Math.min(widthM, Math.ceil(west + spanM));
    const lastY = Math.min(heightM, Math.ceil(north + spanM));
    for (const layer of layers) {
      for (let y = Math.max(0, Math.floor(north)); y < lastY; y++) {
        for (let x = Math.max(0, Math.floor(west)); x < lastX; x++) {
          const tile = (layer.data[y * widthM + x] ?? 0) - 1;
          if (tile < 0) continue;
          const fromX = (tile % columns) * tileSizePx;
          const fromY = Math.floor(tile / columns) * tileSizePx;
          // A hair wider than the cell, so that no seam shows at odd scales.
          context.drawImage(
            image,
            fromX,
            fromY,
            tileSizePx,
            tileSizePx,
            (x - west) * scale,
            (y - north) * scale,
            scale + 0.4,
            scale + 0.4,
          );
        }
      }
    }
  }
}
