// The names that spawns of a map have or may have, of those with faults as well: who refers to one that is only faulty
// makes no fault of his own.

import { objectClasses } from './map-properties.js';

export interface SpawnNames {
  readonly names: ReadonlySet<string>;
  /** False when there may be more: in what cannot be read, or in templates. */
  readonly complete: boolean;
}

/** Deeper groups are refused where layers are read. */
const depthMax = 64;

/** `layers` as they are written. */
export function findSpawnNames(layers: unknown): SpawnNames {
  const names = new Set<string>();
  return { names, complete: collect(layers, names, 0) };
}

function collect(layers: unknown, names: Set<string>, depth: number): boolean {
  if (!Array.isArray(layers) || depth > depthMax) return false;
  return layers
    .map((layer: unknown) => {
      const { type, layers: inner, objects } = fieldsOf(layer);
      if (type === 'group') return collect(inner, names, depth + 1);
      if (type === 'tilelayer' || type === 'imagelayer') return true;
      return Array.isArray(objects) && objects.map((object) => add(object, names)).every(Boolean);
    })
    .every(Boolean);
}

function add(object: unknown, names: Set<string>): boolean {
  const fields = fieldsOf(object);
  if ('template' in fields || typeof fields['name'] !== 'string') return false;
  const named = fields['type'] || fields['class'];
  if (named === 'spawn' || !objectClasses.some((each) => each === named)) names.add(fields['name']);
  return true;
}

function fieldsOf(value: unknown): Readonly<Record<string, unknown>> {
  return value !== null && typeof value === 'object' ? (value as Record<string, unknown>) : {};
}
