// Reads one map and the tilesets it uses. What is faulty is left out of what is read, so that all faults of a map are told
// at once; a map with any fault is not played.

import { posix } from 'node:path';
import type { z } from 'zod';
import type { MapDefinition } from '#domain/content/map-definition.js';
import { checkShape } from '../json/check-shape.js';
import { FileProblems } from '../json/content-problem.js';
import type { ContentProblem, Problems } from '../json/content-problem.js';
import { defineGameMap, ownProperties } from '../generated/tiled-classes.js';
import { Checker } from '../records/checker.js';
import type { Defining } from '../records/define-files.js';
import type { ObjectNames } from '../records/map-names.js';
import { TileMeanings, layTiles } from './lay-tiles.js';
import { readMapObjects, type MapObjects } from './map-objects.js';
import { readJson } from '../json/read-json.js';
import { key } from '../records/key.js';
import { readLayers, type TiledLayer, type ObjectLayer, type TileLayer } from './tiled-layers.js';
import { checkProperties, propertyProblems } from './tiled-properties.js';
import { findObjectNames } from './object-names.js';
import { mapSchema } from './tiled-schema.js';
import { TilesetFiles, type PlacedTileset } from './tileset-files.js';

export interface TiledMap extends Omit<z.infer<typeof mapSchema>, 'layers' | 'properties'> {
  /** Groups opened, offsets added. */
  readonly layers: readonly TiledLayer[];
  /** Undefined when one has faults. */
  readonly properties: z.infer<typeof ownProperties.map> | undefined;
}

export interface TiledMapFile {
  /** Relative to the content folder. */
  readonly file: string;
  readonly problems: FileProblems;
  readonly map: TiledMap;
  readonly tilesets: readonly PlacedTileset[];
  /** Whether all tilesets and all layers of tiles could be read. */
  readonly hasAllTiles: boolean;
}

/** The map as Tiled has it, with its tilesets; undefined after adding problems when nothing of it can be used. */
export async function readTiledMap(
  folder: string,
  file: string,
  all: ContentProblem[],
  tilesetFiles = new TilesetFiles(folder, all),
): Promise<TiledMapFile | undefined> {
  const problems = new FileProblems(file, all);
  checkName(file, problems);
  const document = await readJson(folder, problems);
  if (document === undefined) return undefined;
  const written = checkShape(document.value, mapSchema, problems);
  const list = (document.value as { properties?: unknown } | null)?.properties;
  const properties = Array.isArray(list) ? checkProperties(list, ownProperties.map, [], problems) : undefined;
  if (written === undefined) return undefined;
  const tilesets: PlacedTileset[] = [];
  for (const [index, entry] of written.tilesets.entries()) {
    const placed = await tilesetFiles.place(entry, ['tilesets', index], file, problems);
    if (placed !== undefined) tilesets.push(placed);
  }
  checkNumbers(tilesets, problems);
  const grid = checkGrid(written, tilesets, problems);
  const before = problems.count;
  const layers = readLayers(written.layers, written, problems);
  const tileLayers = layers.filter((layer) => layer.type === 'tilelayer');
  if (tileLayers.length === 0 && problems.count === before)
    problems.add(['layers'], 'holds no layer of tiles', 'at least one, with the ground and what blocks it');
  const hasAllTiles =
    tilesets.length === written.tilesets.length && tileLayers.length === countTileLayers(written.layers);
  return { file, problems, map: { ...written, ...grid, properties, layers }, tilesets, hasAllTiles };
}

/** A map's key is the name of its file. */
export function mapKey(file: string): string {
  return posix.basename(file).replace(/\.tmj$/i, '');
}

export interface DefinedMap extends MapObjects {
  /** Holds nothing of what has faults. */
  readonly definition: MapDefinition;
}

/** The map as the rules see it. */
export function defineMap(
  { file, map, tilesets, problems, hasAllTiles }: TiledMapFile,
  { indexes, maps }: Defining,
): DefinedMap {
  const mapName = mapKey(file);
  const checkerWith = (own: Problems): Checker => new Checker(indexes, maps, own, mapName);
  const objectLayers = map.layers.filter((layer): layer is ObjectLayer => layer.type === 'objectgroup');
  const objects = readMapObjects(objectLayers, map, checkerWith(problems));
  const own =
    map.properties === undefined
      ? { id: 0, name: '', bindSpawnKey: '', pvp: false }
      : defineGameMap(
          map.properties,
          [],
          checkerWith(propertyProblems(writtenProperties(problems), [], problems)),
        );
  const tileLayers = map.layers.filter((layer): layer is TileLayer => layer.type === 'tilelayer');
  const { width, height } = map;
  const definition: MapDefinition = {
    ...own,
    key: mapName,
    width,
    height,
    ...layTiles(hasAllTiles ? tileLayers : [], width * height, new TileMeanings(tilesets), problems),
    ...objects.lists,
  };
  return { definition, lists: objects.lists, paths: objects.paths };
}

/** The names of the map's objects, of faulty ones as well. */
export function objectNamesOf({ problems }: TiledMapFile): ObjectNames {
  return findObjectNames((problems.document!.value as { layers: unknown }).layers);
}

function writtenProperties(problems: FileProblems): readonly unknown[] {
  return (problems.document!.value as { properties: readonly unknown[] }).properties;
}

function checkName(file: string, problems: FileProblems): void {
  const name = mapKey(file);
  if (!file.endsWith('.tmj')) problems.add([], 'ends in another case than .tmj', `the name '${name}.tmj'`);
  if (!key.safeParse(name).success)
    problems.add([], `is called '${name}'`, `${key.description}, or another folder for drafts`);
}

/** Two tilesets must not share numbers: whichever came last would give them their meaning. */
function checkNumbers(tilesets: readonly PlacedTileset[], problems: FileProblems): void {
  tilesets.forEach(({ firstTile, tileset }, index) => {
    const other = tilesets.find(
      (each, i) =>
        i < index &&
        firstTile < each.firstTile + each.tileset.numbers &&
        each.firstTile < firstTile + tileset.numbers,
    );
    if (other !== undefined)
      problems.add(
        ['tilesets', index, 'firstgid'],
        `is ${firstTile}, whose tile numbers tileset '${other.tileset.name}' has (${other.firstTile} to ${other.firstTile + other.tileset.numbers - 1})`,
        'numbers of its own (Tiled: remove the tileset from the map and add it anew)',
      );
  });
}

type Grid = Pick<z.infer<typeof mapSchema>, 'tilewidth' | 'tileheight'>;

/**
 * Single tiles may be larger than the grid. Where all are of another size, all objects would lie elsewhere than they were
 * drawn: of these nothing is told then, since the grid comes back as the tiles have it.
 */
function checkGrid(map: Grid, tilesets: readonly PlacedTileset[], problems: FileProblems): Grid {
  const { tilewidth, tileheight } = map;
  const first = tilesets[0]?.tileset;
  const fits = ({ tileset }: PlacedTileset): boolean =>
    tileset.columns === 0 || (tileset.tilewidth === tilewidth && tileset.tileheight === tileheight);
  if (first === undefined || tilesets.some(fits)) return { tilewidth, tileheight };
  problems.add(
    [first.tilewidth === tilewidth ? 'tileheight' : 'tilewidth'],
    `makes tiles of ${tilewidth} × ${tileheight} pixels, which no tileset of the map has`,
    `those of a tileset, as ${first.tilewidth} × ${first.tileheight} of '${first.name}' (Tiled: Map › Map Properties)`,
  );
  return { tilewidth: first.tilewidth, tileheight: first.tileheight };
}

function countTileLayers(layers: readonly unknown[], depth = 0): number {
  return layers.reduce<number>((sum, layer) => {
    if (layer === null || typeof layer !== 'object' || depth > 64) return sum;
    const { type, layers: inner } = layer as { type?: unknown; layers?: unknown };
    if (type === 'tilelayer') return sum + 1;
    return Array.isArray(inner) ? sum + countTileLayers(inner, depth + 1) : sum;
  }, 0);
}
