// What each tile of a map's tilesets means for the rules: whether it blocks walking or sight, and which terrain it is.
// The tilesets say so in properties of their tiles: blocksMovement, blocksSight (booleans), terrain (a name).

import type { Problems } from './content-problem.js';
import { propertyValues } from './tiled-schema.js';
import type { TiledTileset } from './tiled-schema.js';

/** Tiled keeps flips and rotation in the upper four bits of a tile number. */
const tileNumberMask = 0x0fff_ffff;

export interface TileMeaning {
  readonly blocksMovement: boolean;
  readonly blocksSight: boolean;
  /** Empty when the tile says nothing about the ground. */
  readonly terrain: string;
}

export interface PlacedTileset {
  readonly firstTile: number;
  readonly tileset: TiledTileset;
}

const plain: TileMeaning = { blocksMovement: false, blocksSight: false, terrain: '' };

export class TileMeanings {
  readonly #byNumber: (TileMeaning | undefined)[] = [];

  constructor(placed: readonly PlacedTileset[]) {
    for (const { firstTile, tileset } of placed) {
      for (let i = 0; i < tileset.tilecount; i++) this.#byNumber[firstTile + i] = plain;
      for (const tile of tileset.tiles) {
        const values = propertyValues(tile.properties);
        this.#byNumber[firstTile + tile.id] = {
          blocksMovement: values['blocksMovement'] === true,
          blocksSight: values['blocksSight'] === true,
          terrain: typeof values['terrain'] === 'string' ? values['terrain'] : '',
        };
      }
    }
  }

  /** Undefined for a number that no tileset has; nothing (0) means nothing. */
  of(tileNumber: number): TileMeaning | undefined {
    const number = tileNumber & tileNumberMask;
    return number === 0 ? plain : this.#byNumber[number];
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
  layers: readonly { readonly name: string; readonly data: readonly number[] }[],
  tiles: number,
  meanings: TileMeanings,
  problems: Problems,
): TileGrids {
  const blocked = new Uint8Array(tiles);
  const opaque = new Uint8Array(tiles);
  const terrain = new Uint8Array(tiles);
  const terrainNames = ['none'];
  for (const layer of layers) {
    const unknown = layer.data.findIndex((number) => meanings.of(number) === undefined);
    if (unknown >= 0)
      problems.add(
        ['layers', layer.name, 'data', unknown],
        `is tile ${layer.data[unknown]}, which no tileset of the map has`,
        'tile numbers of the map’s tilesets',
      );
    for (let i = 0; i < tiles; i++) {
      const meaning = meanings.of(layer.data[i] ?? 0);
      if (meaning === undefined) continue;
      if (meaning.blocksMovement) blocked[i] = 1;
      if (meaning.blocksSight) opaque[i] = 1;
      if (meaning.terrain !== '') terrain[i] = terrainNumber(meaning.terrain, terrainNames, problems);
    }
  }
  return { blocked, opaque, terrain, terrainNames };
}

function terrainNumber(name: string, names: string[], problems: Problems): number {
  const known = names.indexOf(name);
  if (known >= 0) return known;
  if (names.length > terrainsMax) {
    problems.add(['tilesets'], `name more than ${terrainsMax} terrains`, `at most ${terrainsMax}`);
    return 0;
  }
  return names.push(name) - 1;
}
