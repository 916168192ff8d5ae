// The part of Tiled's JSON map format (1.10, https://doc.mapeditor.org/en/stable/reference/json-map-format/) that maps
// use. Fields that Tiled writes for itself pass unread.

import { z } from 'zod';

const property = z.looseObject({ name: z.string(), value: z.unknown() });
const properties = z.array(property).default([]);

const tileLayer = z.looseObject({
  type: z.literal('tilelayer'),
  name: z.string(),
  width: z.int(),
  height: z.int(),
  encoding: z.literal('csv', { error: 'tile layer format CSV (map properties in Tiled)' }).optional(),
  data: z.array(z.int().min(0).max(0xffff_ffff), { error: 'a list of tile numbers (tile layer format CSV)' }),
});

const tiledObject = z.looseObject({
  id: z.int(),
  name: z.string(),
  /** Tiled 1.9 calls it class, all others type. */
  type: z.string().optional(),
  class: z.string().optional(),
  x: z.number(),
  y: z.number(),
  width: z.number().default(0),
  height: z.number().default(0),
  rotation: z.number().default(0),
  properties,
});

const objectLayer = z.looseObject({
  type: z.literal('objectgroup'),
  name: z.string(),
  objects: z.array(tiledObject).max(10_000),
});

const imageLayer = z.looseObject({ type: z.literal('imagelayer'), name: z.string() });

export const tilesetSchema = z.looseObject({
  name: z.string(),
  image: z.string().optional(),
  tilewidth: z.int().min(1).max(256),
  tileheight: z.int().min(1).max(256),
  tilecount: z.int().min(1).max(65_536),
  columns: z.int().min(0),
  tiles: z.array(z.looseObject({ id: z.int().min(0), properties })).default([]),
});

export const tiledMapSchema = z.looseObject({
  type: z.literal('map'),
  orientation: z.literal('orthogonal'),
  infinite: z.literal(false),
  width: z.int().min(8).max(1024),
  height: z.int().min(8).max(1024),
  tilewidth: z.int().min(1).max(256),
  tileheight: z.int().min(1).max(256),
  layers: z.array(z.discriminatedUnion('type', [tileLayer, objectLayer, imageLayer])).max(64),
  tilesets: z
    .array(
      z.union([
        z.looseObject({ firstgid: z.int().min(1), source: z.string() }),
        tilesetSchema.extend({ firstgid: z.int().min(1) }),
      ]),
    )
    .min(1)
    .max(64),
  properties,
});

export type TiledMap = z.infer<typeof tiledMapSchema>;
export type TiledTileset = z.infer<typeof tilesetSchema>;
export type TiledObject = z.infer<typeof tiledObject>;
export type TiledProperties = z.infer<typeof properties>;

/** A list of Tiled's named properties as an object. */
export function propertyValues(list: TiledProperties): Record<string, unknown> {
  return Object.fromEntries(list.map(({ name, value }) => [name, value]));
}
