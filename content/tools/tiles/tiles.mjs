// All tiles: each with its name, its drawing and what it means for the rules. Their order is permanent, because maps name
// tiles by number; new ones go to the end of tiles/later.mjs.

import { builtTiles } from './built.mjs';
import { caveTiles } from './cave.mjs';
import { detailTiles } from './details.mjs';
import { groundTiles } from './ground.mjs';
import { laterTiles } from './later.mjs';
import { wildTiles } from './wilds.mjs';

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
