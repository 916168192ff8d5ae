// Where an object lies, in metres, and whether it has the shape that its class needs and lies on the map.

import type { MapPoint, MapRectangle } from '#domain/content/base/map-shapes.js';
import type { Problems } from '../json/content-problem.js';
import { objectClasses, type ObjectClass } from '../generated/tiled-classes.js';
import type { TiledShape, TiledObject } from './tiled-object.js';

export interface MapFrame {
  readonly width: number;
  readonly height: number;
  readonly tilewidth: number;
  readonly tileheight: number;
}

/** How Tiled draws what the schema declares; a circle is an ellipse as wide as high. */
const drawnAs = { point: 'point', rectangle: 'rectangle', circle: 'ellipse' } as const;
type Shape = keyof typeof drawnAs;

/** Circles drawn by hand: less than that nobody sees. */
const roundnessM = 0.01;
const diameterMin = 1;

export function areaOf(object: TiledObject, { tilewidth, tileheight }: MapFrame): MapRectangle {
  return {
    x: object.x / tilewidth,
    y: object.y / tileheight,
    width: object.width / tilewidth,
    height: object.height / tileheight,
  };
}

export function middle(area: MapRectangle): MapPoint {
  return { x: area.x + area.width / 2, y: area.y + area.height / 2 };
}

/** False after adding problems. */
export function checkArea(
  kind: ObjectClass,
  object: TiledObject,
  area: MapRectangle,
  { width, height }: MapFrame,
  problems: Problems,
): boolean {
  const { shape, properties: known } = objectClasses[kind];
  const wanted = drawnAs[shape];
  if (object.shape !== wanted) {
    problems.add([], `is a ${object.shape}`, `${anA(wanted)} for a ${kind} (Tiled: ${tools[wanted]})`);
    return false;
  }
  if (object.rotation !== 0) {
    const cure = 'facing' in known.shape ? '; the property facing says where one looks' : '';
    problems.add(['rotation'], `is ${object.rotation}`, `0 (Tiled: the object's Rotation)${cure}`);
    return false;
  }
  if (!hasSize(shape, area, problems)) return false;
  if (wanted === 'rectangle' && !coversTile(area)) {
    problems.add(
      [],
      'covers the middle of no tile, so it is nowhere',
      'a larger one, or one moved by half a tile',
    );
    return false;
  }
  const inside = area.x >= 0 && area.y >= 0 && area.x + area.width <= width && area.y + area.height <= height;
  if (inside) return true;
  const at = `(${metres(area.x)}, ${metres(area.y)})`;
  const to = `(${metres(area.x + area.width)}, ${metres(area.y + area.height)})`;
  problems.add(
    [],
    `lies ${shape === 'point' ? `at ${at}` : `from ${at} to ${to}`}, which is not on the map`,
    `places from (0, 0) to (${width}, ${height}), in tiles`,
  );
  return false;
}

function hasSize(shape: Shape, { width, height }: MapRectangle, problems: Problems): boolean {
  if (shape === 'circle') {
    const round = Math.abs(width - height) <= roundnessM;
    if (!round)
      problems.add(
        [],
        `is ${metres(width)} × ${metres(height)} tiles, no circle`,
        'equal Width and Height (Tiled: hold Shift while drawing)',
      );
    else if (width < diameterMin)
      problems.add([], `is ${metres(width)} tiles wide`, `at least ${diameterMin}`);
    return round && width >= diameterMin;
  }
  const fits = shape === 'point' ? width === 0 && height === 0 : width > 0 && height > 0;
  if (!fits && shape === 'point') problems.add([], 'is a point with a size', 'Width and Height 0');
  else if (!fits) problems.add([], 'has no area', 'a rectangle with Width and Height');
  return fits;
}

/** A tile belongs to an area when its middle does. */
function coversTile({ x, y, width, height }: MapRectangle): boolean {
  return Math.ceil(x - 0.5) < Math.ceil(x + width - 0.5) && Math.ceil(y - 0.5) < Math.ceil(y + height - 0.5);
}

const tools: Readonly<Record<TiledShape, string>> = {
  point: 'Insert Point',
  rectangle: 'Insert Rectangle',
  ellipse: 'Insert Ellipse, with Shift for a circle',
  capsule: 'Insert Capsule',
  polygon: 'Insert Polygon',
  polyline: 'Insert Polygon',
  text: 'Insert Text',
  'picture of a tile': 'Insert Tile',
};

function anA(shape: TiledShape): string {
  return shape === 'ellipse' ? 'a circle' : `a ${shape}`;
}

function metres(value: number): string {
  return String(Math.round(value * 100) / 100);
}
