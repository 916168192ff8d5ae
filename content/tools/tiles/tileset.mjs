// Draws all tiles into one picture and describes them as a tileset for Tiled.

import { encodePng } from '../canvas/png.mjs';
import { TileCanvas, tileSize } from '../canvas/tile-canvas.mjs';
import { tiles } from './tiles.mjs';

const columns = 8;

export function makeTileset() {
  const rows = Math.ceil(tiles.length / columns);
  const width = columns * tileSize;
  const height = rows * tileSize;
  const pixels = new Uint8Array(width * height * 4);
  tiles.forEach(([, draw], index) => {
    const left = (index % columns) * tileSize;
    const top = Math.floor(index / columns) * tileSize;
    draw(new TileCanvas(pixels, width, left, top, 1000 + index * 7919));
  });
  return { png: encodePng(width, height, pixels), tileset: describe(width, height) };
}

function describe(imagewidth, imageheight) {
  return {
    type: 'tileset',
    version: '1.10',
    tiledversion: '1.10.2',
    name: 'terrain',
    image: 'terrain.png',
    imagewidth,
    imageheight,
    tilewidth: tileSize,
    tileheight: tileSize,
    tilecount: tiles.length,
    columns,
    margin: 0,
    spacing: 0,
    tiles: tiles.map(([name, , meaning], id) => ({
      id,
      type: name,
      ...(Object.keys(meaning).length > 0 && { properties: properties(meaning) }),
    })),
  };
}

/** Tiled's list form of properties, in its order. */
export function properties(values) {
  return Object.keys(values)
    .sort()
    .map((name) => ({ name, type: tiledType(values[name]), value: values[name] }));
}

function tiledType(value) {
  if (typeof value === 'boolean') return 'bool';
  if (typeof value === 'number') return Number.isInteger(value) ? 'int' : 'float';
  return 'string';
}
