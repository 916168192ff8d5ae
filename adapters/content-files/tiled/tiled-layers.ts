// The layers of a map in one row, groups opened and their offsets added. Whatever would show a layer elsewhere than the
// server has it is refused by the layer's name.

import { checkShape, reasonFor } from '../json/check-shape.js';
import { problemsWithin } from '../json/content-problem.js';
import type { JsonPath, Problems } from '../json/content-problem.js';
import { checkObject, type TiledObject } from './tiled-object.js';
import { checkProperties, noProperties } from './tiled-properties.js';
import { layerSchemas } from './tiled-schema.js';

export interface TileLayer {
  readonly type: 'tilelayer';
  readonly name: string;
  readonly path: JsonPath;
  /** As many as the map has tiles. */
  readonly data: readonly number[];
}

export interface ObjectLayer {
  readonly type: 'objectgroup';
  readonly name: string;
  /** Where the map has them: the layer's offset is added. */
  readonly objects: readonly TiledObject[];
}

export type TiledLayer = TileLayer | ObjectLayer;

interface Offset {
  readonly x: number;
  readonly y: number;
}

export interface MapSize {
  readonly width: number;
  readonly height: number;
}

/** Groups in groups, at the most. */
const depthMax = 16;

/** The layers that have no faults. */
export function readLayers(layers: readonly unknown[], size: MapSize, problems: Problems): TiledLayer[] {
  const read: TiledLayer[] = [];
  readInto(read, layers, { path: ['layers'], offset: { x: 0, y: 0 }, size, problems, ids: new Map() });
  return read;
}

interface Reading {
  readonly path: JsonPath;
  readonly offset: Offset;
  readonly size: MapSize;
  readonly problems: Problems;
  /** Those of objects, with their names. */
  readonly ids: Map<number, string>;
}

function readInto(read: TiledLayer[], layers: readonly unknown[], reading: Reading): void {
  layers.forEach((each, index) => readLayer(read, each, { ...reading, path: [...reading.path, index] }));
}

function readLayer(read: TiledLayer[], value: unknown, reading: Reading): void {
  const { path, problems } = reading;
  const kind = kindOf(value);
  if (kind === undefined) {
    const types = Object.keys(layerSchemas).join(', ');
    const type = value !== null && typeof value === 'object' ? (value as { type?: unknown }).type : undefined;
    problems.add(
      [...path, 'type'],
      typeof type === 'string' ? `is '${type}'` : 'names no kind of layer',
      `one of ${types}`,
    );
    return;
  }
  const within = problemsWithin(problems, path);
  if (kind === 'imagelayer') {
    // A picture behind or before the map, which the server needs nothing of.
    checkShape(value, layerSchemas.imagelayer, within);
    return;
  }
  const layer = checkShape(value, layerSchemas[kind], within);
  if (layer === undefined) return;
  checkProperties(layer.properties, noProperties, path, problems);
  checkArea(layer, within);
  const offset = { x: reading.offset.x + layer.offsetx, y: reading.offset.y + layer.offsety };
  if (layer.type === 'group') {
    if (path.length > depthMax * 2) problems.add(path, 'lies in too many groups', `at most ${depthMax}`);
    else readInto(read, layer.layers, { ...reading, path: [...path, 'layers'], offset });
  } else if (layer.type === 'objectgroup') {
    const objects = layer.objects.flatMap((object, i) =>
      checkObject(object, [...path, 'objects', i], offset, problems),
    );
    for (const object of objects) checkId(object, reading);
    read.push({ type: 'objectgroup', name: layer.name, objects });
  } else {
    const data = readTiles(layer, offset, reading.size, within);
    if (data !== undefined) read.push({ type: 'tilelayer', name: layer.name, path, data });
  }
}

/** Two with one id come of putting versions of a file together by hand: one of them may be there twice, or changed for another. */
function checkId({ id, name, path }: TiledObject, { ids, problems }: Reading): void {
  const other = ids.get(id);
  if (other === undefined) ids.set(id, name);
  else
    problems.add(
      [...path, 'id'],
      `is ${id}, which object '${other}' has already`,
      'an id of its own (Tiled: delete one of them, or cut it and paste it anew)',
    );
}

function kindOf(value: unknown): keyof typeof layerSchemas | undefined {
  if (value === null || typeof value !== 'object') return undefined;
  const { type } = value as { type?: unknown };
  return typeof type === 'string' && Object.hasOwn(layerSchemas, type)
    ? (type as keyof typeof layerSchemas)
    : undefined;
}

function checkArea(
  layer: Readonly<Record<'x' | 'y' | 'parallaxx' | 'parallaxy', number>>,
  problems: Problems,
): void {
  for (const name of ['x', 'y'] as const)
    if (layer[name] !== 0)
      problems.add([name], `is ${layer[name]}`, '0, which is all that Tiled writes; use the layer’s offset');
  for (const name of ['parallaxx', 'parallaxy'] as const)
    if (layer[name] !== 1)
      problems.add(
        [name],
        `is ${layer[name]}: the layer would be seen elsewhere than it is`,
        '1 (Tiled: the layer’s Parallax Factor)',
      );
}

interface WrittenTiles extends MapSize {
  readonly encoding?: string | undefined;
  readonly compression?: string | undefined;
  readonly chunks?: unknown;
  readonly data?: unknown;
}

/** Undefined when they cannot be laid on the map. */
function readTiles(
  layer: WrittenTiles,
  offset: Offset,
  size: MapSize,
  problems: Problems,
): readonly number[] | undefined {
  const { data, encoding, compression } = layer;
  if (offset.x !== 0 || offset.y !== 0)
    problems.add(
      [offset.x === 0 ? 'offsety' : 'offsetx'],
      `moves the tiles by (${offset.x}, ${offset.y}) pixels, with the groups around the layer`,
      '0 for layers of tiles and the groups around them (Tiled: Horizontal and Vertical Offset); move the tiles instead',
    );
  if (layer.chunks !== undefined) {
    problems.add(['chunks'], 'is what infinite maps have', 'a map with Infinite off (Tiled: Map Properties)');
    return undefined;
  }
  if (typeof data === 'string' || (encoding ?? 'csv') !== 'csv' || (compression ?? '') !== '') {
    problems.add(
      ['data'],
      `is written as ${[encoding ?? 'text', compression].filter(Boolean).join(' with ')}`,
      'tile layer format CSV (Tiled: Map › Map Properties › Tile Layer Format)',
    );
    return undefined;
  }
  if (layer.width !== size.width || layer.height !== size.height) {
    problems.add(
      [layer.width === size.width ? 'height' : 'width'],
      `makes the layer ${layer.width} × ${layer.height} tiles`,
      `the map's size, ${size.width} × ${size.height} (Tiled: Map › Resize Map)`,
    );
    return undefined;
  }
  return checkTiles(data, size.width * size.height, problems);
}

function checkTiles(data: unknown, count: number, problems: Problems): readonly number[] | undefined {
  if (!Array.isArray(data)) {
    problems.add(['data'], reasonFor(data), `a list of ${count} tile numbers`);
    return undefined;
  }
  const numbers = data as readonly unknown[];
  if (numbers.length !== count) {
    problems.add(['data'], `has ${numbers.length} tiles`, `${count}, one for each of the map's tiles`);
    return undefined;
  }
  const wrong = numbers.findIndex((number) => !isTileNumber(number));
  if (wrong < 0) return numbers as readonly number[];
  problems.add(['data', wrong], reasonFor(numbers[wrong]), 'a whole number from 0 to 4294967295');
  return undefined;
}

function isTileNumber(value: unknown): boolean {
  return Number.isInteger(value) && (value as number) >= 0 && (value as number) <= 0xffff_ffff;
}
