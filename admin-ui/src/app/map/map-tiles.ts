// The tiles of a map: where each lies in the picture of its tileset, and its mean colour for views where a tile is smaller
// than a few pixels. Tiles without a picture, or whose picture does not load, are drawn in a colour of their own.
import { MapDetails, MapTileset } from '../api/models';

export interface TilePicture {
  readonly image: CanvasImageSource;
  /** Within the picture, in its pixels. */
  readonly x: number;
  readonly y: number;
  readonly widthPx: number;
  readonly heightPx: number;
}

export interface MapTiles {
  /** By tile number. */
  readonly pictures: readonly (TilePicture | undefined)[];
  /** Red, green, blue, alpha of each tile, by its number. */
  readonly means: Uint8ClampedArray;
  /** By how many cells the largest tile reaches beyond its own: to the right, and upwards. */
  readonly reach: { readonly right: number; readonly up: number };
}

/** Tiled's bits of a tile number: mirrored from left to right, from top to bottom, and before these across the diagonal. */
export const mirroredX = 0x8000_0000;
export const mirroredY = 0x4000_0000;
export const transposed = 0x2000_0000;
const numberBits = 0x0fff_ffff;

export function tileNumber(cell: number): number {
  return cell & numberBits;
}

export async function loadMapTiles(map: MapDetails): Promise<MapTiles> {
  const images = await Promise.all(map.tilesets.map(({ image }) => loadImage(image)));
  return tilesOf(map, images);
}

export function tilesOf(map: MapDetails, images: readonly (CanvasImageSource | undefined)[]): MapTiles {
  const pictures: (TilePicture | undefined)[] = [];
  map.tilesets.forEach((tileset, index) => {
    const image = images[index];
    if (image === undefined) return;
    for (let tile = 0; tile < tileset.tileCount; tile++)
      pictures[tileset.firstTile + tile] = { image, ...placeOf(tileset, tile) };
  });
  const numbers = Math.max(1, ...map.tilesets.map(({ firstTile, tileCount }) => firstTile + tileCount));
  const widest = Math.max(...map.tilesets.map(({ tileWidthPx }) => tileWidthPx), map.tileWidthPx);
  const highest = Math.max(...map.tilesets.map(({ tileHeightPx }) => tileHeightPx), map.tileHeightPx);
  return {
    pictures,
    means: meansOf(pictures, numbers),
    reach: {
      right: Math.ceil(widest / map.tileWidthPx) - 1,
      up: Math.ceil(highest / map.tileHeightPx) - 1,
    },
  };
}

/** Where a tile lies in its sheet: margin round it, spaces between tiles. */
export function placeOf(tileset: MapTileset, tile: number): Omit<TilePicture, 'image'> {
  const { tileWidthPx: widthPx, tileHeightPx: heightPx, columns, marginPx, spacingPx } = tileset;
  return {
    x: marginPx + (tile % columns) * (widthPx + spacingPx),
    y: marginPx + Math.floor(tile / columns) * (heightPx + spacingPx),
    widthPx,
    heightPx,
  };
}

async function loadImage(address: string | null): Promise<HTMLImageElement | undefined> {
  if (address === null) return undefined;
  const image = new Image();
  image.src = address;
  try {
    await image.decode();
    return image;
  } catch {
    // Colours show where things are; that a picture is missing, the server says at its start.
    return undefined;
  }
}

function meansOf(pictures: MapTiles['pictures'], numbers: number): Uint8ClampedArray {
  const canvas = document.createElement('canvas');
  const side = Math.ceil(Math.sqrt(numbers));
  canvas.width = side;
  canvas.height = side;
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (context === null) return new Uint8ClampedArray(numbers * 4);
  context.imageSmoothingEnabled = true;
  context.imageSmoothingQuality = 'high';
  for (let number = 0; number < numbers; number++) {
    const picture = pictures[number];
    const x = number % side;
    const y = Math.floor(number / side);
    if (picture === undefined) {
      if (number === 0) continue;
      const grey = 90 + ((number * 47) % 110);
      context.fillStyle = `rgb(${grey} ${grey} ${grey})`;
      context.fillRect(x, y, 1, 1);
    } else {
      // Drawing each tile into one pixel lets the browser take the mean.
      context.drawImage(picture.image, picture.x, picture.y, picture.widthPx, picture.heightPx, x, y, 1, 1);
    }
  }
  return context.getImageData(0, 0, side, side).data;
}

/** The whole map at one pixel a metre. */
export function drawOverview(map: MapDetails, tiles: MapTiles): HTMLCanvasElement {
  const canvas = document.createElement('canvas');
  canvas.width = map.widthM;
  canvas.height = map.heightM;
  const context = canvas.getContext('2d');
  if (context === null) return canvas;
  const picture = context.createImageData(map.widthM, map.heightM);
  for (const layer of map.layers) {
    for (let cell = 0; cell < layer.data.length; cell++)
      blend(picture.data, cell * 4, tiles.means, tileNumber(layer.data[cell] ?? 0));
  }
  context.putImageData(picture, 0, 0);
  return canvas;
}

function blend(out: Uint8ClampedArray, at: number, means: Uint8ClampedArray, tile: number): void {
  if (tile === 0) return;
  const from = tile * 4;
  const cover = (means[from + 3] ?? 0) / 255;
  for (let c = 0; c < 3; c++) out[at + c] = (out[at + c] ?? 0) * (1 - cover) + (means[from + c] ?? 0) * cover;
  out[at + 3] = Math.max(out[at + 3] ?? 0, means[from + 3] ?? 0);
}
