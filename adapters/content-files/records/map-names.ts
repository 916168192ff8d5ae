// The names of all maps and of what stands on them: what may be referred to.

import type { JsonPath, Problems } from '../json/content-problem.js';
import { oneOfNames } from './key-index.js';

/** The names of the objects of one map, of those with faults as well: who refers to one makes no fault of his own. */
export interface ObjectNames {
  /** Those that objects of this class have or may have. */
  ofClass(kind: string): ReadonlySet<string>;
  /** False when there may be more of this class: in what cannot be read, in templates, or under a name that is none. */
  isComplete(kind: string): boolean;
}

interface ObjectReference {
  readonly kind: string;
  readonly key: string;
  readonly map: string;
  /** Whether the reference stands on that map itself. */
  readonly own: boolean;
}

export class MapNames {
  /** By the maps' keys; undefined for a map of which nothing can be read. */
  constructor(private readonly maps: ReadonlyMap<string, ObjectNames | undefined>) {}

  checkMap(key: string, path: JsonPath, problems: Problems): void {
    if (this.maps.has(key)) return;
    const known = oneOfNames(key, [...this.maps.keys()].sort(), 'a map, of which there is none');
    problems.add(path, `names the map '${key}', which does not exist`, known);
  }

  checkObject({ kind, key, map, own }: ObjectReference, path: JsonPath, problems: Problems): void {
    const objects = this.maps.get(map);
    // Where the map itself is the fault, that is told.
    if (objects === undefined || !objects.isComplete(kind)) return;
    const names = objects.ofClass(kind);
    if (names.has(key)) return;
    const known = oneOfNames(key, [...names], `a ${kind}, of which the map has none`);
    problems.add(path, `names the ${kind} '${key}', which ${own ? 'the map' : `map '${map}'`} lacks`, known);
  }
}
