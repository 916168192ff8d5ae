// What a record with faults of shape refers to: of its numbers nothing is said, nor of what stands in for something faulty.

import type { JsonPath, Problems } from '../json/content-problem.js';
import { Checker } from './checker.js';
import type { KeyIndex } from './key-index.js';
import type { MapNames } from './map-names.js';

export class ReferenceChecker extends Checker {
  /** `record`: the path of the record; `faulty`: paths in it. */
  constructor(
    indexes: Readonly<Record<string, KeyIndex>>,
    maps: MapNames,
    problems: Problems,
    record: JsonPath,
    faulty: readonly JsonPath[],
  ) {
    const places = faulty.map((path) => [...record, ...path]);
    super(indexes, maps, {
      add: (path, reason, allowed) => {
        if (!places.some((place) => place.every((step, i) => path[i] === step)))
          problems.add(path, reason, allowed);
      },
    });
  }

  override atLeast(): void {}

  override atMost(): void {}
}
