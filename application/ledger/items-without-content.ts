// What characters own and the content does not have: taken out of it, or never there because the folder is another one. Nothing
// of it is lost, and nothing can be done with it, which its owners notice before anybody who runs the server.

import type { Content } from '#domain/content/content.js';
import type { KeptItem } from '#ports/storage/journal.js';

/** Told one by one. */
const namedMax = 20;

export interface ItemsWithoutContent {
  /** How many such items there are. */
  readonly items: number;
  /** The first of them by number: "#7 (3 stacks, 12 units)". */
  readonly which: readonly string[];
}

/** Undefined when there are none. */
export function itemsWithoutContent(
  kept: readonly KeptItem[],
  { items }: Pick<Content, 'items'>,
): ItemsWithoutContent | undefined {
  const unknown = kept.filter(({ item }) => items[item] === undefined);
  if (unknown.length === 0) return undefined;
  const which = unknown
    .slice(0, namedMax)
    .map(({ item, stacks, units }) => `#${item} (${stacks} stacks, ${units} units)`);
  return { items: unknown.length, which };
}
