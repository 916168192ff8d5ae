// What the ground does to those who stand on it: safe zones mark them, portals carry players to another map.

import type { Portal } from '../content/generated/map-objects.js';
import type { Query } from '../engine/ecs/query.js';
import { noteTravelled } from '../vocabulary/generated/facts.js';
import type { World } from '../world/world.js';
import type { Movement } from './movement.js';

export class Zones {
  readonly #world: World;
  readonly #movement: Movement;
  readonly #players: Query;

  constructor(world: World, movement: Movement) {
    const { transform, player } = world.components;
    this.#world = world;
    this.#movement = movement;
    this.#players = world.store.query({ with: [transform, player] });
  }

  /**
   * After movement: the living who stand on a portal appear at its target; then the `safe` tag of every player is whether
   * it stands in a safe zone.
   */
  apply(): void {
    const { maps, components } = this.#world;
    const { safe } = components;
    const { map, x, y } = components.transform.columns;
    const { runs, runsEnd } = this.#players.refresh();
    for (let r = 0; r < runsEnd; r += 2)
      for (let e = runs[r]!; e < runs[r + 1]!; e++) {
        const zoned = maps[map[e]!]!.zoned.has(Math.floor(x[e]!), Math.floor(y[e]!));
        if (zoned || safe.has(e)) this.#applyTo(e);
      }
  }

  #applyTo(place: number): void {
    const { maps, components } = this.#world;
    const { dead, safe } = components;
    const { map, x, y } = components.transform.columns;
    const portal = maps[map[place]!]!.portal(x[place]!, y[place]!);
    if (portal !== undefined && !dead.has(place)) this.#travel(place, portal);
    const inside = maps[map[place]!]!.isSafe(x[place]!, y[place]!);
    if (inside) safe.add(place);
    else safe.remove(place);
  }

  #travel(place: number, portal: Portal): void {
    const { maps, content, facts } = this.#world;
    const target = maps[content.mapIndex(portal.targetMapKey)];
    const spawn = target?.spawnPoint(portal.targetSpawnKey);
    if (target === undefined || spawn === undefined)
      throw new Error(
        `portal ${portal.key} leads to ${portal.targetMapKey}/${portal.targetSpawnKey}, which is not there`,
      );
    // Too busy to tell of it: the portal is still there in the next tick.
    if (!facts.reserve(1)) return;
    this.#movement.teleport(place, target.index, spawn.x, spawn.y, spawn.facing);
    noteTravelled(facts, this.#world.idAt(place), target.index, spawn.x, spawn.y);
  }
}
