// The names that the objects of a map have or may have, class by class, of those with faults as well: who refers to one that
// is only faulty makes no fault of his own. An object whose name is none may be the one that is meant.

import { objectClasses } from '../generated/tiled-classes.js';
import { key } from '../records/key.js';
import type { ObjectNames } from '../records/map-names.js';

/** Deeper groups are refused where layers are read. */
const depthMax = 64;

/** `layers` as they are written. */
export function findObjectNames(layers: unknown): ObjectNames {
  const byClass = new Map<string, Set<string>>();
  for (const kind of Object.keys(objectClasses)) byClass.set(kind, new Set());
  const isComplete = collect(layers, byClass, 0);
  return {
    ofClass: (kind) => new Set([...(byClass.get(kind) ?? [])].filter(isName)),
    isComplete: (kind) => isComplete && [...(byClass.get(kind) ?? [])].every(isName),
  };
}

function isName(name: string): boolean {
  return key.safeParse(name).success;
}

type Names = ReadonlyMap<string, Set<string>>;

function collect(layers: unknown, names: Names, depth: number): boolean {
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

/** An object of no known class may be meant as one of any. */
function add(object: unknown, names: Names): boolean {
  const { type, class: named, name, template } = fieldsOf(object);
  if (template !== undefined || typeof name !== 'string') return false;
  const known = names.get(String(type || named));
  for (const each of known === undefined ? names.values() : [known]) each.add(name);
  return true;
}

function fieldsOf(value: unknown): Readonly<Record<string, unknown>> {
  return value !== null && typeof value === 'object' ? (value as Record<string, unknown>) : {};
}
