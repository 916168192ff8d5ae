// What a record says of others, held against them: keys that name nothing, and numbers on the wrong side of each other.

import type { JsonPath, Problems } from '../json/content-problem.js';
import type { KeyIndex } from './key-index.js';
import type { MapNames } from './map-names.js';

/** For one file, or one thing on a map: paths lead from there. */
export class Checker {
  /** `ownMap`: the key of the map on which what is checked stands. */
  constructor(
    readonly indexes: Readonly<Record<string, KeyIndex>>,
    readonly maps: MapNames,
    readonly problems: Problems,
    readonly ownMap?: string,
  ) {}

  /** The id behind a key of that list; 0 after adding a problem. */
  idOf(list: string, key: string, path: JsonPath): number {
    return this.indexes[list]!.resolve(key, path, this.problems);
  }

  mapNamed(key: string, path: JsonPath): string {
    this.maps.checkMap(key, path, this.problems);
    return key;
  }

  /** `map` is the key of the map that must have it, the own one when it is missing. */
  objectNamed(kind: string, key: string, map: string | undefined, path: JsonPath): string {
    const own = map === undefined;
    this.maps.checkObject({ kind, key, map: map ?? this.ownMap!, own }, path, this.problems);
    return key;
  }

  atLeast(value: number, name: string, limit: number, path: JsonPath): void {
    if (value < limit) this.problems.add(path, `is ${value}`, `at least ${name}, ${limit}`);
  }

  atMost(value: number, name: string, limit: number, path: JsonPath): void {
    if (value > limit) this.problems.add(path, `is ${value}`, `at most ${name}, ${limit}`);
  }
}
