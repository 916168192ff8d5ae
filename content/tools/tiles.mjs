// All tiles: each with its name, its drawing and what it means for the rules. Their order is permanent, because maps name
// tiles by number; new ones go to the end of tiles/later.mjs.

import { builtTiles } from './tiles/built.mjs';
import { caveTiles } from './tiles/cave.mjs';
import { detailTiles } from './tiles/details.mjs';
import { groundTiles } from './tiles/ground.mjs';
import { laterTiles } from './tiles/later.mjs';
import { wildTiles } from './tiles/wilds.mjs';

export const tiles = [
  ...groundTiles,
  ...detailTiles,
  ...wildTiles,
  ...builtTiles,
  ...caveTiles,
  ...laterTiles,
];

const tileNames = tiles.map(([name]) => name);

/** The number of a tile in maps, counted from 1. */
export function tile(name) {
  const index = tileNames.indexOf(name);
  if (index < 0) throw new Error(`no tile ${name}`);
  return index + 1;
}
