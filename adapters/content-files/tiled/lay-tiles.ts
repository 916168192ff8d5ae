// The layers of tiles of a map laid upon each other: which tiles block walking, which block sight, which ground it is.

import type { Problems } from '../json/content-problem.js';
import { plainTile, type TileMeaning } from './tile-properties.js';
import type { TileLayer } from './tiled-layers.js';
import type { PlacedTileset } from './tileset-files.js';

/** Tiled keeps flips and rotation, which change nothing but the picture, in the upper four bits of a tile number. */
export const tileNumberBits = 0x0fff_ffff;

export class TileMeanings {
  readonly #byNumber: (TileMeaning | undefined)[] = [];

  constructor(placed: readonly PlacedTileset[]) {
    for (const { firstTile, tileset } of placed) {
      if (tileset.columns > 0)
        for (let i = 0; i < tileset.tilecount; i++) this.#byNumber[firstTile + i] = plainTile;
      for (const [tile, meaning] of tileset.meanings) this.#byNumber[firstTile + tile] = meaning;
    }
  }

  /** Undefined for a number that no tileset has; nothing (0) means nothing. */
  of(tileNumber: number): TileMeaning | undefined {
    const number = tileNumber & tileNumberBits;
    return number === 0 ? plainTile : this.#byNumber[number];
  }
}

export interface TileGrids {
  readonly blocked: Uint8Array;
  readonly opaque: Uint8Array;
  readonly terrain: Uint8Array;
  readonly terrainNames: readonly string[];
}

/** Most kinds of terrain: they are stored as bytes. */
const terrainsMax = 255;

/** A tile is blocked when any layer blocks it; its terrain is that of the uppermost layer that names one. */
export function layTiles(
  layers: readonly TileLayer[],
  tiles: number,
  meanings: TileMeanings,
  problems: Problems,
): TileGrids {
  const blocked = new Uint8Array(tiles);
  const opaque = new Uint8Array(tiles);
  const terrain = new Uint8Array(tiles);
  const terrainNames = ['none'];
  for (const layer of layers) {
    tellUnknown(layer, meanings, problems);
    for (let i = 0; i < tiles; i++) {
      const meaning = meanings.of(layer.data[i]!);
      if (meaning === undefined) continue;
      if (meaning.blocksMovement) blocked[i] = 1;
      if (meaning.blocksSight) opaque[i] = 1;
      if (meaning.terrain !== '') terrain[i] = terrainNumber(meaning.terrain, terrainNames, problems);
    }
  }
  return { blocked, opaque, terrain, terrainNames };
}

/** Of one layer: where a tileset was taken away there may be hundreds. */
const unknownToldMax = 8;

/** Each number that no tileset has once, where it stands first. */
function tellUnknown({ data, path }: TileLayer, meanings: TileMeanings, problems: Problems): void {
  const first = new Map<number, number>();
  data.forEach((number, i) => {
    const tile = number & tileNumberBits;
    if (meanings.of(number) === undefined && !first.has(tile)) first.set(tile, i);
  });
  const more = first.size - unknownToldMax;
  [...first].slice(0, unknownToldMax).forEach(([tile, at], i) => {
    const others = more > 0 && i === unknownToldMax - 1 ? `, as are ${more} more numbers of this layer` : '';
    problems.add(
      [...path, 'data', at],
      `is tile ${tile}, which no tileset of the map has${others}`,
      'tile numbers of the map’s tilesets',
    );
  });
}

function terrainNumber(name: string, names: string[], problems: Problems): number {
  const known = names.indexOf(name);
  if (known >= 0) return known;
  if (names.length === terrainsMax + 1)
    problems.add(['tilesets'], `name more than ${terrainsMax} terrains`, `at most ${terrainsMax}`);
  // One more, so that the problem is told once.
  return names.length > terrainsMax + 1 ? 0 : names.push(name) - 1;
}
