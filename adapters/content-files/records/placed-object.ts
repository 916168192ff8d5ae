// An object of a map on its way into the list of its class.

import type { z } from 'zod';
import type { MapPoint, MapRectangle } from '#domain/content/base/map-shapes.js';
import type { JsonPath } from '../json/content-problem.js';
import type { Checker } from './checker.js';

export interface PlacedObject {
  readonly name: string;
  readonly area: MapRectangle;
  readonly middle: MapPoint;
  /** Half of its width. */
  readonly radiusM: number;
  /** From here on the checker's paths begin with a property's name. */
  readonly path: JsonPath;
  readonly checker: Checker;
  /** Its properties; undefined after adding problems. */
  read<S extends z.ZodType>(schema: S): z.infer<S> | undefined;
  /** Keeps the entry, unless the object has faults besides. */
  put<T extends object>(list: T[], entry: T): void;
}
