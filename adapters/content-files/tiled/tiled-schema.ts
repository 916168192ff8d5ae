// Tiled's JSON format (1.8 to 1.12, https://doc.mapeditor.org/en/stable/reference/json-map-format/), field by field, each
// with its type. What a field does here (applied, refused, or for drawing only) stands in content/README.md; a field that
// is not listed is refused, since it may move or shape things.

import { z } from 'zod';

/** Tiled's pixels and degrees; whatever a map needs lies far within. */
const number = z.number().min(-1e7).max(1e7);
const whole = z.int().min(-0x8000_0000).max(0xffff_ffff);
const text = z.string().max(10_000);
const flag = z.boolean();
const size = z.number().min(0).max(1e7);
const list = z.array(z.unknown()).max(100_000);

/** The newest that was read here; later ones may mean something else by the same fields. */
const newest = { major: 1, minor: 12 };

/** Of the format, as a text or, from old versions of Tiled, a number. */
const version = z.unknown().refine((value) => {
  const [, major, minor = 0] = /^(\d{1,3})(?:\.(\d{1,3}))?(?:\.\d{1,3})?$/.exec(versionText(value)) ?? [];
  if (major === undefined) return false;
  return Number(major) < newest.major || (Number(major) === newest.major && Number(minor) <= newest.minor);
});

function versionText(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

const writtenBy = {
  version: version
    .describe(
      `a version of Tiled’s format up to ${newest.major}.${newest.minor} (Tiled: Project › Project Properties › Compatibility Version)`,
    )
    .optional(),
};

export const propertySchema = z.strictObject({
  name: text,
  type: z.enum(['string', 'int', 'float', 'bool', 'color', 'file', 'object', 'class', 'list']).optional(),
  propertytype: text.optional(),
  value: z
    .unknown()
    .refine((value) => value !== undefined)
    .describe('a value'),
});

const drawnLayer = {
  id: whole.optional(),
  name: text,
  class: text.optional(),
  visible: flag.optional(),
  opacity: number.optional(),
  tintcolor: text.optional(),
  mode: text.optional(),
  locked: flag.optional(),
  offsetx: number.default(0),
  offsety: number.default(0),
  parallaxx: number.default(1),
  parallaxy: number.default(1),
  x: number.default(0),
  y: number.default(0),
  width: whole.optional(),
  height: whole.optional(),
  startx: whole.optional(),
  starty: whole.optional(),
  properties: list.default([]),
};

export const layerSchemas = {
  tilelayer: z.strictObject({
    ...drawnLayer,
    type: z.literal('tilelayer'),
    width: whole,
    height: whole,
    encoding: text.optional(),
    compression: text.optional(),
    chunks: list.optional(),
    data: z.unknown(),
  }),
  objectgroup: z.strictObject({
    ...drawnLayer,
    type: z.literal('objectgroup'),
    draworder: text.optional(),
    color: text.optional(),
    objects: list.max(10_000),
  }),
  imagelayer: z.strictObject({
    ...drawnLayer,
    type: z.literal('imagelayer'),
    image: text.optional(),
    imagewidth: whole.optional(),
    imageheight: whole.optional(),
    transparentcolor: text.optional(),
    repeatx: flag.optional(),
    repeaty: flag.optional(),
  }),
  group: z.strictObject({ ...drawnLayer, type: z.literal('group'), layers: list.max(64) }),
} as const;

export const objectSchema = z.strictObject({
  id: whole,
  name: text,
  /** Tiled 1.9 calls it class, all others type. */
  type: text.optional(),
  class: text.optional(),
  x: number,
  y: number,
  width: size.default(0),
  height: size.default(0),
  rotation: number.default(0),
  visible: flag.optional(),
  opacity: number.optional(),
  ellipse: flag.optional(),
  capsule: flag.optional(),
  point: flag.optional(),
  gid: whole.optional(),
  polygon: list.optional(),
  polyline: list.optional(),
  text: z.looseObject({}).optional(),
  properties: list.default([]),
});

export const tileSchema = z.strictObject({
  id: z.int().min(0).max(0x0fff_ffff),
  type: text.optional(),
  class: text.optional(),
  image: text.optional(),
  imagewidth: whole.optional(),
  imageheight: whole.optional(),
  x: whole.optional(),
  y: whole.optional(),
  width: whole.optional(),
  height: whole.optional(),
  animation: list.optional(),
  probability: number.optional(),
  terrain: list.optional(),
  objectgroup: z.looseObject({ objects: list.optional() }).optional(),
  properties: list.default([]),
});

/** The longest side of a tile in pixels: pictures of tiles are drawn in a browser. */
export const tilePixelsMax = 256;
const tileSide = z.int().min(1).max(tilePixelsMax);

export const tilesetSchema = z.strictObject({
  type: z.literal('tileset').optional(),
  ...writtenBy,
  tiledversion: text.optional(),
  name: text,
  class: text.optional(),
  image: text.optional(),
  imagewidth: whole.optional(),
  imageheight: whole.optional(),
  tilewidth: tileSide,
  tileheight: tileSide,
  tilecount: z.int().min(1).max(65_536),
  columns: z.int().min(0).max(65_536),
  margin: z.int().min(0).max(4096).default(0),
  spacing: z.int().min(0).max(4096).default(0),
  tileoffset: z.strictObject({ x: number, y: number }).optional(),
  objectalignment: text.optional(),
  tilerendersize: text.optional(),
  fillmode: text.optional(),
  transparentcolor: text.optional(),
  backgroundcolor: text.optional(),
  grid: z.looseObject({}).optional(),
  transformations: z.looseObject({}).optional(),
  wangsets: list.optional(),
  terrains: list.optional(),
  editorsettings: z.looseObject({}).optional(),
  tiles: list.default([]),
  properties: list.default([]),
});

const firstgid = z.int().min(1).max(0x0fff_ffff);
export const tilesetReference = z.strictObject({ firstgid, source: text.min(1) });
export const ownTileset = tilesetSchema.extend({ firstgid });

export const mapSchema = z.strictObject({
  type: z.literal('map'),
  ...writtenBy,
  tiledversion: text.optional(),
  class: text.optional(),
  orientation: z.literal('orthogonal').describe('"orthogonal" (Tiled: Map › Map Properties › Orientation)'),
  infinite: z.literal(false).describe('false (Tiled: Map › Map Properties › Infinite off)').default(false),
  width: z
    .int()
    .min(8)
    .max(1024)
    .describe('a whole number of tiles from 8 to 1024 (Tiled: Map › Resize Map)'),
  height: z
    .int()
    .min(8)
    .max(1024)
    .describe('a whole number of tiles from 8 to 1024 (Tiled: Map › Resize Map)'),
  tilewidth: tileSide,
  tileheight: tileSide,
  renderorder: z.enum(['right-down', 'right-up', 'left-down', 'left-up']).optional(),
  backgroundcolor: text.optional(),
  compressionlevel: whole.optional(),
  nextlayerid: whole.optional(),
  nextobjectid: whole.optional(),
  parallaxoriginx: number.optional(),
  parallaxoriginy: number.optional(),
  hexsidelength: whole.optional(),
  staggeraxis: text.optional(),
  staggerindex: text.optional(),
  skewx: whole.optional(),
  skewy: whole.optional(),
  editorsettings: z.looseObject({}).optional(),
  layers: list.max(64),
  tilesets: list.min(1).max(64),
  properties: list.default([]),
});
