// Where things are made. Stations are objects of the maps, which clients know from there: they never move and nothing can be
// done to them, so they are no entities.

import type { Station } from '../content/generated/definitions.js';
import type { WorldOf } from '../engine/system.js';

/** Whether the player at `row` is within reach of such a station; for work without one it is everywhere. */
export function isAtStation(world: WorldOf<'transform'>, row: number, station: Station): boolean {
  if (station === 'none') return true;
  const { map, x, y } = world.components.transform.columns;
  const { craftingStations } = world.maps[map[row]!]!.definition;
  for (let i = 0; i < craftingStations.length; i++) {
    const at = craftingStations[i]!;
    if (at.station !== station) continue;
    const dx = at.x - x[row]!;
    const dy = at.y - y[row]!;
    if (dx * dx + dy * dy <= at.reachM * at.reachM) return true;
  }
  return false;
}
