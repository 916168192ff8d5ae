// What each tile of a tileset means for the rules, in properties that maps.tos declares: whether it blocks walking or sight,
// and which terrain it is.

import type { z } from 'zod';
import { ownProperties } from '../generated/tiled-classes.js';
import { checkShape } from '../json/check-shape.js';
import { problemsWithin } from '../json/content-problem.js';
import type { Problems } from '../json/content-problem.js';
import { checkProperties } from './tiled-properties.js';
import { tileSchema } from './tiled-schema.js';
import type { NamedPicture } from './tileset-picture.js';

export type TileMeaning = z.infer<typeof ownProperties.tile>;

/** What a tile means that says nothing. */
export const plainTile: TileMeaning = ownProperties.tile.parse({});

/** Of a picture of the tile's own. */
const sides = ['imagewidth', 'imageheight', 'x', 'y', 'width', 'height'] as const;
const ofNoPicture = [
  'is that of a picture, and the tile has none of its own',
  'nothing without image',
] as const;

interface ReadTiles {
  readonly meanings: ReadonlyMap<number, TileMeaning>;
  readonly numbers: number;
  readonly pictures: readonly NamedPicture[];
}

export function readTileMeanings(
  tiles: readonly unknown[],
  tileset: { readonly tilecount: number; readonly columns: number },
  problems: Problems,
): ReadTiles {
  const meanings = new Map<number, TileMeaning>();
  const pictures: NamedPicture[] = [];
  // Where each tile has a picture of its own, numbers of tiles that were taken away stay free.
  const collection = tileset.columns === 0;
  let numbers = tileset.tilecount;
  tiles.forEach((each, index) => {
    const path = ['tiles', index];
    const tile = checkShape(each, tileSchema, problemsWithin(problems, path));
    if (tile === undefined) return;
    if (meanings.has(tile.id))
      problems.add([...path, 'id'], `is ${tile.id}, a second time`, 'each tile once');
    if (collection) numbers = Math.max(numbers, tile.id + 1);
    else if (tile.id >= tileset.tilecount)
      problems.add([...path, 'id'], `is ${tile.id}`, `less than tilecount, ${tileset.tilecount}`);
    if (tile.image !== undefined && tile.image !== '') pictures.push({ ...tile, path, image: tile.image });
    else
      for (const side of sides) if (tile[side] !== undefined) problems.add([...path, side], ...ofNoPicture);
    const shapes = tile.objectgroup?.objects?.length ?? 0;
    if (shapes > 0)
      problems.add(
        [...path, 'objectgroup'],
        `draws ${shapes} shapes for collisions on tile ${tile.id}, which are not read`,
        'none: whole tiles block, by the property blocksMovement (Tiled: View › Tile Collision Editor, delete the shapes)',
      );
    meanings.set(tile.id, checkProperties(tile.properties, ownProperties.tile, path, problems) ?? plainTile);
  });
  return { meanings, numbers, pictures };
}
