// Finds records by key, and reports what refers to none. Keys and ids must be unique within a kind.

import { nearestName } from '#codegen/text/nearest-name.js';
import type { Problems, JsonPath } from '../json/content-problem.js';
import type { RecordList } from './read-records.js';

export interface Keyed {
  readonly id: number;
  readonly key: string;
}

/** Keys listed in a message before it says how many more there are. */
const keysShownMax = 20;

export class KeyIndex {
  readonly #idByKey = new Map<string, number>();
  readonly #list: RecordList<Keyed>;

  /** `kind` as it is called in messages: 'item', 'loot table' … */
  constructor(
    readonly kind: string,
    list: RecordList<Keyed>,
    problems: Problems,
  ) {
    this.#list = list;
    const keyById = new Map<number, string>();
    for (const { record, index } of list.records) {
      const other = keyById.get(record.id);
      if (other !== undefined)
        problems.add([index, 'id'], `is ${record.id}, which '${other}' has already`, 'an id of its own');
      else keyById.set(record.id, record.key);
      if (this.#idByKey.has(record.key))
        problems.add(
          [index, 'key'],
          `is '${record.key}', which another ${kind} has already`,
          'a key of its own',
        );
      else this.#idByKey.set(record.key, record.id);
    }
  }

  /**
   * The id behind a key; 0 after adding a problem when there is none. A record with faults of its own, or one that may be
   * among what could not be read, is no problem of who refers to it.
   */
  resolve(key: string, path: JsonPath, problems: Problems): number {
    const id = this.#idByKey.get(key);
    if (id !== undefined) return id;
    if (this.#list.complete && !this.#list.faultyKeys.has(key))
      problems.add(path, `names the ${this.kind} '${key}', which does not exist`, this.#known(key));
    return 0;
  }

  #known(key: string): string {
    return oneOfNames(key, [...this.#idByKey.keys()], `a ${this.kind}, of which there is none`);
  }
}

/** What is allowed where `given` names nothing: the nearest name first, then those that there are. */
export function oneOfNames(given: string, names: readonly string[], none: string): string {
  if (names.length === 0) return none;
  const meant = nearestName(given, names);
  const ordered = meant === undefined ? names : [meant, ...names.filter((name) => name !== meant)];
  const more = ordered.length > keysShownMax ? ` and ${ordered.length - keysShownMax} more` : '';
  const hint = meant === undefined ? '' : ` (did you mean '${meant}'?)`;
  return `one of ${ordered.slice(0, keysShownMax).join(', ')}${more}${hint}`;
}
