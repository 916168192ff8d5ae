// Finds records by key, and reports what refers to none. Keys and ids must be unique within a kind.

import type { Problems, JsonPath } from './content-problem.js';

export interface Keyed {
  readonly id: number;
  readonly key: string;
}

/** Keys listed in a message before it says how many more there are. */
const keysShownMax = 20;

export class KeyIndex {
  readonly #idByKey = new Map<string, number>();

  /** `kind` as it is called in messages: 'item', 'loot table' … */
  constructor(
    readonly kind: string,
    records: readonly Keyed[],
    problems: Problems,
  ) {
    const keyById = new Map<number, string>();
    records.forEach((record, index) => {
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
    });
  }

  /** The id behind a key; 0 after adding a problem when there is none. */
  resolve(key: string, path: JsonPath, problems: Problems): number {
    const id = this.#idByKey.get(key);
    if (id !== undefined) return id;
    problems.add(path, `names the ${this.kind} '${key}', which does not exist`, this.#known());
    return 0;
  }

  #known(): string {
    const keys = [...this.#idByKey.keys()];
    const more = keys.length > keysShownMax ? ` and ${keys.length - keysShownMax} more` : '';
    return `one of ${keys.slice(0, keysShownMax).join(', ')}${more}`;
  }
}
