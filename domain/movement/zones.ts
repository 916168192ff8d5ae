// What the ground does to those who stand on it: safe zones mark them, portals carry players to another map.

import type { Query } from '../ecs/query.js';
import type { World } from '../world/world.js';
import type { Movement } from './movement.js';

export class Zones {
  /** Places of the players who changed map in the last `usePortals`; the first `travelledCount` count. */
  readonly travelled: Uint16Array;
  travelledCount = 0;

  readonly #world: World;
  readonly #movement: Movement;
  readonly #players: Query;

  constructor(world: World, movement: Movement) {
    const { transform, player } = world.components;
    this.#world = world;
    this.#movement = movement;
    this.#players = world.store.query({ with: [transform, player] });
    this.travelled = new Uint16Array(world.store.entities.capacity + 1);
  }

  /** After movement: the living who stand on a portal appear at its target. Returns how many. */
  usePortals(): number {
    const { maps, components } = this.#world;
    const { map, x, y } = components.transform.columns;
    this.travelledCount = 0;
    const { runs, runsEnd } = this.#players.refresh();
    for (let r = 0; r < runsEnd; r += 2)
      for (let e = runs[r]!; e < runs[r + 1]!; e++) {
        const portal = maps[map[e]!]!.portal(x[e]!, y[e]!);
        if (portal === undefined || components.dead.has(e)) continue;
        const target = maps[this.#world.content.mapIndex(portal.targetMapKey)];
        const spawn = target?.spawnPoint(portal.targetSpawnKey);
        if (target === undefined || spawn === undefined)
          throw new Error(
            `portal ${portal.key} leads to ${portal.targetMapKey}/${portal.targetSpawnKey}, which is not there`,
          );
        this.#movement.teleport(e, target.index, spawn.x, spawn.y, spawn.facing);
        this.travelled[this.travelledCount++] = e;
      }
    return this.travelledCount;
  }

  /** After movement and portals: the `safe` tag of every player is whether it stands in a safe zone. */
  markSafe(): void {
    const { maps, components } = this.#world;
    const { safe } = components;
    const { map, x, y } = components.transform.columns;
    const { runs, runsEnd } = this.#players.refresh();
    for (let r = 0; r < runsEnd; r += 2)
      for (let e = runs[r]!; e < runs[r + 1]!; e++) {
        const inside = maps[map[e]!]!.isSafe(x[e]!, y[e]!);
        if (inside !== safe.has(e)) {
          if (inside) safe.add(e);
          else safe.remove(e);
        }
      }
  }
}
