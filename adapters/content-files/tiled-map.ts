// Reads one map and the tilesets it uses.

import { dirname, posix } from 'node:path';
import type { MapDefinition } from '#domain/content/map-definition.js';
import { z } from 'zod';
import { FileProblems } from './content-problem.js';
import type { ContentProblem } from './content-problem.js';
import type { KeyIndex } from './key-index.js';
import { readMapObjects } from './map-objects.js';
import { checkShape, readJson } from './read-json.js';
import { key } from './record-schemas.js';
import { TileMeanings, layTiles } from './tile-properties.js';
import type { PlacedTileset } from './tile-properties.js';
import { propertyValues, tiledMapSchema, tilesetSchema } from './tiled-schema.js';
import type { TiledMap } from './tiled-schema.js';

const mapProperties = z.looseObject({
  id: z.int().min(1).max(65_535),
  name: z.string().trim().min(1).max(64),
  bindSpawn: key,
  pvp: z.boolean().default(false),
});

export interface TiledMapFile {
  /** Relative to the content folder. */
  readonly file: string;
  readonly map: TiledMap;
  readonly tilesets: readonly PlacedTileset[];
}

/** The map as Tiled has it, with its tilesets; undefined after adding problems. */
export async function readTiledMap(
  folder: string,
  file: string,
  all: ContentProblem[],
): Promise<TiledMapFile | undefined> {
  const problems = new FileProblems(file, all);
  const map = await readJson(folder, tiledMapSchema, problems);
  if (map === undefined) return undefined;
  checkLayerSizes(map, problems);
  const tilesets: PlacedTileset[] = [];
  for (const entry of map.tilesets) {
    if ('source' in entry && typeof entry.source === 'string') {
      const tilesetFile = posix.join(dirname(file), entry.source);
      const tileset = await readJson(folder, tilesetSchema, new FileProblems(tilesetFile, all));
      if (tileset !== undefined) tilesets.push({ firstTile: entry.firstgid, tileset });
    } else tilesets.push({ firstTile: entry.firstgid, tileset: tilesetSchema.parse(entry) });
  }
  return { file, map, tilesets };
}

/** A map's key is the name of its file. */
export function mapKey(file: string): string {
  return posix.basename(file, '.tmj');
}

/** The map as the rules see it. */
export function defineMap(
  { file, map, tilesets }: TiledMapFile,
  creatures: KeyIndex,
  problems: FileProblems,
): MapDefinition | undefined {
  if (!key.safeParse(mapKey(file)).success)
    problems.add([], `is called '${mapKey(file)}'`, "lower case words joined by '-', at most 32 characters");
  const values = checkShape(propertyValues(map.properties), mapProperties, problems);
  const objects = readMapObjects(map, creatures, problems);
  if (values === undefined) return undefined;
  const tileLayers = map.layers.filter((layer) => layer.type === 'tilelayer');
  return {
    id: values.id,
    key: mapKey(file),
    name: values.name,
    pvp: values.pvp,
    bindSpawnKey: values.bindSpawn,
    width: map.width,
    height: map.height,
    ...layTiles(tileLayers, map.width * map.height, new TileMeanings(tilesets), problems),
    ...objects,
  };
}

function checkLayerSizes(map: TiledMap, problems: FileProblems): void {
  for (const layer of map.layers) {
    if (layer.type !== 'tilelayer') continue;
    if (layer.width !== map.width || layer.height !== map.height)
      problems.add(
        ['layers', layer.name],
        `is ${layer.width} × ${layer.height} tiles`,
        `the map's size, ${map.width} × ${map.height}`,
      );
    else if (layer.data.length !== map.width * map.height)
      problems.add(
        ['layers', layer.name, 'data'],
        `has ${layer.data.length} tiles`,
        `${map.width * map.height}`,
      );
  }
}
