// A map's tileset: its picture, and one mean colour per tile for views where a tile is smaller than a few pixels.
import { MapDetails } from '../api/models';

export interface Tileset {
  readonly image: HTMLImageElement | null;
  readonly tileSizePx: number;
  readonly columns: number;
  /** Red, green, blue, alpha of each tile, tile 1 first. */
  readonly means: Uint8ClampedArray;
}

export async function loadTileset(map: MapDetails): Promise<Tileset> {
  const { tileSizePx, tilesetColumns: columns } = map;
  if (map.tilesetImage === null || columns === 0) return withoutPicture(tileSizePx);
  const image = new Image();
  image.src = map.tilesetImage;
  await image.decode();
  return { image, tileSizePx, columns, means: meansOf(image, tileSizePx, columns) };
}

function withoutPicture(tileSizePx: number): Tileset {
  const means = new Uint8ClampedArray(1024 * 4);
  for (let tile = 0; tile < 1024; tile++) {
    const grey = 90 + ((tile * 47) % 110);
    means.set([grey, grey, grey, 255], tile * 4);
  }
  return { image: null, tileSizePx, columns: 0, means };
}

function meansOf(image: HTMLImageElement, tileSizePx: number, columns: number): Uint8ClampedArray {
  const rows = Math.floor(image.naturalHeight / tileSizePx);
  const canvas = document.createElement('canvas');
  canvas.width = columns;
  canvas.height = rows;
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (context === null) return new Uint8ClampedArray(columns * rows * 4);
  context.imageSmoothingEnabled = true;
  context.imageSmoothingQuality = 'high';
  // Drawing each tile into one pixel lets the browser take the mean.
  for (let tile = 0; tile < columns * rows; tile++) {
    const column = tile % columns;
    const row = Math.floor(tile / columns);
    context.drawImage(
      image,
      column * tileSizePx,
      row * tileSizePx,
      tileSizePx,
      tileSizePx,
      column,
      row,
      1,
      1,
    );
  }
  return context.getImageData(0, 0, columns, rows).data;
}

/** The whole map at one pixel a metre. */
export function drawOverview(map: MapDetails, tileset: Tileset): HTMLCanvasElement {
  const canvas = document.createElement('canvas');
  canvas.width = map.widthM;
  canvas.height = map.heightM;
  const context = canvas.getContext('2d');
  if (context === null) return canvas;
  const picture = context.createImageData(map.widthM, map.heightM);
  for (const layer of map.layers) {
    for (let cell = 0; cell < layer.data.length; cell++)
      blend(picture.data, cell * 4, tileset.means, layer.data[cell] ?? 0);
  }
  context.putImageData(picture, 0, 0);
  return canvas;
}

function blend(out: Uint8ClampedArray, at: number, means: Uint8ClampedArray, tile: number): void {
  if (tile === 0) return;
  const from = (tile - 1) * 4;
  const cover = (means[from + 3] ?? 0) / 255;
  for (let c = 0; c < 3; c++) out[at + c] = (out[at + c] ?? 0) * (1 - cover) + (means[from + c] ?? 0) * cover;
  out[at + 3] = Math.max(out[at + 3] ?? 0, means[from + 3] ?? 0);
}
