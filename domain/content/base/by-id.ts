// Records found by their permanent numbers: a plain array with holes, so that a rule reads `content.items[id]` and handles
// undefined, which is what an id from the network may be.

export type ById<T> = readonly (T | undefined)[];

export function byId<T extends { readonly id: number }>(list: readonly T[]): ById<T> {
  const largest = list.reduce((max, entry) => Math.max(max, entry.id), 0);
  const index = new Array<T | undefined>(largest + 1).fill(undefined);
  for (const entry of list) index[entry.id] = entry;
  return index;
}
