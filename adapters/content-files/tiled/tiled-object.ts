// One object of a map, in the shape that Tiled draws it.

import type { z } from 'zod';
import { checkShape } from '../json/check-shape.js';
import { problemsWithin } from '../json/content-problem.js';
import type { JsonPath, Problems } from '../json/content-problem.js';
import { objectSchema } from './tiled-schema.js';

export type TiledShape =
  'rectangle' | 'point' | 'ellipse' | 'capsule' | 'polygon' | 'polyline' | 'text' | 'picture of a tile';

/** Pixels, the layer's offset added. */
export interface TiledObject extends Omit<z.infer<typeof objectSchema>, 'properties'> {
  readonly path: JsonPath;
  readonly shape: TiledShape;
  readonly properties: readonly unknown[];
}

/** The object, or nothing after adding a problem. */
export function checkObject(
  value: unknown,
  path: JsonPath,
  offset: { readonly x: number; readonly y: number },
  problems: Problems,
): TiledObject[] {
  const within = problemsWithin(problems, path);
  if (value !== null && typeof value === 'object' && Object.hasOwn(value, 'template')) {
    // Such an object holds only what differs from its template: all that is missing would be told as faults.
    within.add(
      ['template'],
      'makes the object an instance of a template, which is not read',
      'objects of their own (Tiled: right click › Detach, or export with “Detach templates”)',
    );
    return [];
  }
  const object = checkShape(value, objectSchema, within);
  if (object === undefined) return [];
  const shapes = shapesOf(object);
  if (shapes.length > 1) {
    within.add([], `says that it is ${shapes.join(' and ')}`, 'one shape; draw it anew in Tiled');
    return [];
  }
  const shape = shapes[0] ?? 'rectangle';
  return [{ ...object, x: object.x + offset.x, y: object.y + offset.y, path, shape }];
}

function shapesOf(object: z.infer<typeof objectSchema>): TiledShape[] {
  const shapes: [TiledShape, boolean][] = [
    ['point', object.point === true],
    ['ellipse', object.ellipse === true],
    ['capsule', object.capsule === true],
    ['polygon', object.polygon !== undefined],
    ['polyline', object.polyline !== undefined],
    ['text', object.text !== undefined],
    ['picture of a tile', object.gid !== undefined],
  ];
  return shapes.filter(([, is]) => is).map(([shape]) => shape);
}

/** The custom properties by name, as they are written. */
export function propertiesOf({ properties }: TiledObject): Readonly<Record<string, unknown>> {
  const named = properties as readonly { readonly name: string; readonly value: unknown }[];
  return Object.fromEntries(named.map(({ name, value }) => [name, value]));
}
