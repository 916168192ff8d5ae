// Under which a player's name is found and sorted in its row.

import { nameKey } from '#ports/names/name-key.js';
import { nameKeyMax } from '../rows/player-row.js';

/** As much as the column holds: what its key makes longer is found by its beginning. */
export function rowKey(name: string): string {
  return [...nameKey(name)].slice(0, nameKeyMax).join('');
}
