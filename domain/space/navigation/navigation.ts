// The graphs of all maps for all sizes of bodies that walk there by themselves. Made once from the content; threads share
// it as it is, nobody changes it.

import type { Content } from '../../content/content.js';
import type { ColumnMemory } from '../../engine/ecs/columns.js';
import { WorldMap } from '../world-map.js';
import { buildSubgoalGraph } from './subgoal-graph.js';
import type { SubgoalGraph } from './subgoal-graph.js';
import { bodySize } from './walking-ground.js';

export interface Navigation {
  /** Ascending; see `bodySize`. */
  readonly sizes: readonly number[];
  /** Those of the first map by size, then those of the second … */
  readonly graphs: readonly SubgoalGraph[];
}

export function buildNavigation(content: Content, memory: ColumnMemory): Navigation {
  const found = content.lists.creatures.map(({ radiusM }) => bodySize(radiusM));
  const sizes = [...new Set(found)].sort((a, b) => a - b);
  const maps = content.maps.map((definition, index) => new WorldMap(definition, index));
  const graphs = maps.flatMap((map) => sizes.map((size) => buildSubgoalGraph(map, size, memory)));
  return { sizes, graphs };
}

/** Where `graphs` has the one for bodies of this radius on a map. */
export function graphIndex({ sizes }: Navigation, map: number, radiusM: number): number {
  return map * sizes.length + sizes.indexOf(bodySize(radiusM));
}
