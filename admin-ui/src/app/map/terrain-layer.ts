// The ground of a map as Leaflet tiles: from the tilesets where a tile of the map is at least 4 px, else from the
// overview at one pixel a metre.
import * as L from 'leaflet';
import { MapDetails } from '../api/models';
import { MapTiles, drawOverview, mirroredX, mirroredY, tileNumber, transposed } from './map-tiles';
import { pixelsPerMetre } from './world-crs';

const detailFromPx = 4;
const tilePx = 256;
/** A hair wider than the cell, so that no seam shows at odd scales. */
const seamPx = 0.4;

export class TerrainLayer extends L.GridLayer {
  readonly #map: MapDetails;
  readonly #tiles: MapTiles;
  readonly #overview: HTMLCanvasElement;

  constructor(map: MapDetails, tiles: MapTiles) {
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
    this.#tiles = tiles;
    this.#overview = drawOverview(map, tiles);
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
    context.imageSmoothingEnabled = scale < 1;
    context.drawImage(this.#overview, west, north, spanM, spanM, 0, 0, tilePx, tilePx);
    if (scale >= detailFromPx) this.#drawDetail(context, { west, north, spanM, scale });
    return canvas;
  }

  #drawDetail(
    context: CanvasRenderingContext2D,
    view: { west: number; north: number; spanM: number; scale: number },
  ): void {
    const { west, north, spanM, scale } = view;
    const { widthM, heightM, layers, tileWidthPx } = this.#map;
    const { reach } = this.#tiles;
    context.imageSmoothingEnabled = scale < tileWidthPx;
    // Large tiles reach in here from cells to the left and below.
    const firstX = Math.max(0, Math.floor(west) - reach.right);
    const lastX = Math.min(widthM, Math.ceil(west + spanM));
    const firstY = Math.max(0, Math.floor(north));
    const lastY = Math.min(heightM, Math.ceil(north + spanM) + reach.up);
    for (const layer of layers) {
      for (let y = firstY; y < lastY; y++) {
        for (let x = firstX; x < lastX; x++) {
          const cell = layer.data[y * widthM + x] ?? 0;
          if (cell !== 0) this.#drawTile(context, cell, (x - west) * scale, (y + 1 - north) * scale, scale);
        }
      }
    }
  }

  /** On the lower left corner of its cell, as Tiled does. */
  #drawTile(
    context: CanvasRenderingContext2D,
    cell: number,
    left: number,
    bottom: number,
    scale: number,
  ): void {
    const picture = this.#tiles.pictures[tileNumber(cell)];
    if (picture === undefined) return;
    const { image, x, y, widthPx, heightPx } = picture;
    const width = (widthPx / this.#map.tileWidthPx) * scale + seamPx;
    const height = (heightPx / this.#map.tileHeightPx) * scale + seamPx;
    const top = bottom - height + seamPx;
    if (cell === tileNumber(cell)) {
      context.drawImage(image, x, y, widthPx, heightPx, left, top, width, height);
      return;
    }
    context.save();
    context.translate(left + width / 2, top + height / 2);
    context.scale((cell & mirroredX) !== 0 ? -1 : 1, (cell & mirroredY) !== 0 ? -1 : 1);
    if ((cell & transposed) !== 0) context.transform(0, 1, 1, 0, 0, 0);
    context.drawImage(image, x, y, widthPx, heightPx, -width / 2, -height / 2, width, height);
    context.restore();
  }
}
